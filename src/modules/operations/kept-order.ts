import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import { type ListedKey, listedKeys, type OperationSort } from './queries.ts'

export type Order = { by: OperationSort; down: boolean }
export type Filter = {
  period: readonly string[]
  fund: readonly string[]
  /** What words have found; undefined where none are typed. */
  found?: ReadonlySet<string> | undefined
}

type Kept = {
  revision: string
  /** One object for each operation, whatever the orders it stands in. */
  keys: Map<string, ListedKey>
  orders: Map<string, Promise<readonly ListedKey[]>>
}
let kept: Kept | undefined

/**
 * The whole public list in an order, with what a filter asks: read once for each order and revision of the data, so that
 * a page far down costs what the first one does.
 */
async function inOrder(db: Read, { by, down }: Order): Promise<readonly ListedKey[]> {
  const now = await revision(db)
  if (kept?.revision !== now) kept = { revision: now, keys: new Map(), orders: new Map() }
  const { keys, orders } = kept
  const name = `${by}${down ? ' down' : ''}`
  const known = orders.get(name)
  if (known) return known
  const made = listedKeys(db, { by, down }).then((rows) =>
    rows.map((row) => {
      const one = keys.get(row.id) ?? row
      keys.set(row.id, one)
      return one
    }),
  )
  orders.set(name, made)
  made.catch(() => orders.delete(name))
  return made
}

/** The ids of one page of what a filter leaves, and how many it leaves in all. */
export async function pageOf(
  db: Read,
  { period, fund, found }: Filter,
  order: Order,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ ids: string[]; total: number }> {
  const all = await inOrder(db, order)
  const among = (values: readonly string[], value: string | null) =>
    values.length === 0 || (value !== null && values.includes(value))
  const left = all.filter(
    (o) => among(period, o.period) && among(fund, o.fund) && (found === undefined || found.has(o.id)),
  )
  return { ids: left.slice(offset, offset + limit).map((o) => o.id), total: left.length }
}
