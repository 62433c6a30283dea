import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import { canSee } from '../../kernel/share.ts'
import { readCube } from './cube-queries.ts'
import type { CubeRow } from './facets.ts'

type Seen = {
  /** The cube of what the reader sees: every count and sum is made of it. */
  cube: CubeRow[]
  /** Keys of the combinations that the reader does not see. */
  hidden: ReadonlySet<string>
  /** All that there is, only what is public, or something between. */
  sees: 'all' | 'public' | 'some'
}

/** What of the projects one reader sees, at one revision of the data. */
export type Sight = Seen & { actor: Actor }

type Kept = { whole: CubeRow[]; closed: CubeRow[]; seen: Map<string, Seen> }
let kept: { revision: string; of: Promise<Kept> } | undefined

/** Readers are told apart by which share levels of which ecosystems they see; the cube of each sort is made once. */
const mostKept = 200

/** What the actor sees of the projects. The cube is read once for each revision of the data. */
export async function sightOf(db: Read, actor: Actor): Promise<Sight> {
  const now = await revision(db)
  if (kept?.revision !== now) {
    const of = readCube(db).then((whole) => ({
      whole,
      closed: whole.filter((row) => row.share !== 'public'),
      seen: new Map(),
    }))
    of.catch(() => {
      kept = undefined
    })
    kept = { revision: now, of }
  }
  return { ...seenBy(actor, await kept.of), actor }
}

function seenBy(actor: Actor, { whole, closed, seen }: Kept): Seen {
  const hidden = new Set<string>()
  const circles = new Map<string, boolean>()
  for (const row of closed) {
    const circle = `${row.share} ${row.ecosystem}`
    if (!circles.has(circle)) circles.set(circle, canSee(actor, row))
    if (!circles.get(circle)) hidden.add(row.key)
  }
  if (hidden.size === 0) return { cube: whole, hidden, sees: 'all' }
  const sort = [...circles].flatMap(([circle, sees]) => (sees ? [circle] : [])).join('\n')
  const known = seen.get(sort)
  if (known) return known
  const made: Seen = {
    cube: whole.filter((row) => !hidden.has(row.key)),
    hidden,
    sees: hidden.size === closed.length ? 'public' : 'some',
  }
  if (seen.size < mostKept) seen.set(sort, made)
  return made
}

/** How many of the projects of some combinations are not public. */
export const closedAmong = (rows: readonly CubeRow[]): number =>
  rows.reduce((n, row) => (row.share === 'public' ? n : n + row.projects), 0)

/** How many projects the reader sees in all. */
export const totalOf = ({ cube }: Pick<Sight, 'cube'>): number => cube.reduce((n, row) => n + row.projects, 0)
