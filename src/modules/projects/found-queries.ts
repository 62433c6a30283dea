import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { centsOf } from '../../kernel/money.ts'
import type { Found } from './facets.ts'
import { conditions, type Narrowing, rowsFor } from './narrowing-queries.ts'

/**
 * How many projects, and how much money, each combination of facets has among those found, whoever may see them: `sight`
 * tells which keys a reader sees.
 */
export async function foundByKey(db: Read, narrowing: Narrowing): Promise<Found> {
  const { from, own } = rowsFor(narrowing, false)
  const of = sql.raw(own)
  const found = await sql<{
    key: string
    projects: number
    granted: string | null
    realised: string | null
  }>`
    select ${of}.facet_key::text as key, count(*) as projects, sum(${of}.granted) as granted,
      sum(${of}.realised) as realised
    from ${from} where ${conditions(narrowing, { filters: {}, sight: 'all' }, own)} group by ${of}.facet_key`.execute(
    db as Tx,
  )
  return new Map(
    found.rows.map((r) => [
      r.key,
      { projects: r.projects, granted: centsOf(r.granted ?? '0'), realised: centsOf(r.realised ?? '0') },
    ]),
  )
}
