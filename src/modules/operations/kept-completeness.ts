import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import { type Completeness, completeness } from './queries.ts'

let kept: { revision: string; of: Promise<Completeness[]> } | undefined

/** The completeness of the public list, counted once for each revision of the data. */
export async function keptCompleteness(db: Read): Promise<readonly Completeness[]> {
  const now = await revision(db)
  if (kept?.revision !== now) {
    const of = completeness(db)
    of.catch(() => {
      kept = undefined
    })
    kept = { revision: now, of }
  }
  return kept.of
}
