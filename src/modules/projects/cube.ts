import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import type { CubeRow } from './facets.ts'
import { readCube } from './found-queries.ts'

let kept: { revision: number; cube: Promise<CubeRow[]> } | undefined

/** The cube of the public picture, read once for each revision of the data. */
export async function cubeOf(db: Read): Promise<{ cube: CubeRow[]; revision: number }> {
  const now = await revision(db)
  if (kept?.revision !== now) {
    const cube = readCube(db)
    cube.catch(() => {
      kept = undefined
    })
    kept = { revision: now, cube }
  }
  return { cube: await kept.cube, revision: now }
}

/** How many projects there are in all. */
export async function totalOf(db: Read): Promise<number> {
  const { cube } = await cubeOf(db)
  return cube.reduce((n, row) => n + row.projects, 0)
}
