import type { z } from 'zod'
import type { Read } from '../../kernel/db.ts'
import type { Sight } from '../projects/index.ts'
import { importsById, ownRegistry } from '../sources/index.ts'
import { listsBehind } from './queries.ts'
import type { listOutput } from './schemas.ts'

/** The lists behind some projects that the reader sees as the pages name them; those that tell of most projects first. */
export async function listsOf(
  db: Read,
  sight: Sight,
  keys?: readonly string[],
): Promise<z.input<typeof listOutput>[]> {
  const counted = await listsBehind(db, sight, keys)
  const heads = new Map(
    (
      await importsById(
        db,
        counted.map((l) => l.id),
      )
    ).map((h) => [h.id, h]),
  )
  return counted.flatMap(({ id, projects }) => {
    const head = heads.get(id)
    if (!head) return []
    const { list, counts } = head
    return [
      {
        id,
        name: list.title,
        ...(list.publisher && { publisher: list.publisher }),
        ...(list.url && { address: list.url }),
        file: head.fileName,
        asOf: head.asOf,
        approximate: list.asOfAbout ?? false,
        importedAt: head.appliedAt ?? head.createdAt,
        rows: counts.rows ?? 0,
        rejected: counts.rejected ?? 0,
        projects,
        decided: list.registry === ownRegistry,
      },
    ]
  })
}
