import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import type { Found } from './facets.ts'
import { foundByKey } from './found-queries.ts'
import type { Narrowing } from './narrowing-queries.ts'
import type { Sight } from './sight.ts'

const most = 64
const kept = new Map<string, Found>()
let keptFor = ''

/**
 * What a narrowing finds by key of what the reader sees, remembered while the data stands: turning pages and ticking
 * filters ask it again. It is remembered whole, so readers of whom each sees another part share it.
 */
export async function keptFound(db: Read, { hidden }: Sight, narrowing: Narrowing): Promise<Found> {
  const found = await wholeFound(db, narrowing)
  // What is found is not copied where nothing of it is hidden: it has thousands of keys, and most searches are so.
  if (![...hidden].some((key) => found.has(key))) return found
  return new Map([...found].filter(([key]) => !hidden.has(key)))
}

async function wholeFound(db: Read, narrowing: Narrowing): Promise<Found> {
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
