import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import type { Found } from './facets.ts'
import { foundByKey } from './found-queries.ts'
import type { Narrowing } from './narrowing-queries.ts'

const most = 64
const kept = new Map<string, Found>()
let keptFor = -1

/** What a narrowing finds by key, remembered while the data stands: turning pages and ticking filters ask it again. */
export async function keptFound(db: Read, narrowing: Narrowing): Promise<Found> {
  const now = await revision(db)
  if (now !== keptFor) {
    kept.clear()
    keptFor = now
  }
  const key = JSON.stringify(narrowing, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
  const known = kept.get(key)
  if (known) return known
  const found = await foundByKey(db, narrowing)
  if (keptFor === now) kept.set(key, found)
  if (kept.size > most) kept.delete(kept.keys().next().value as string)
  return found
}
