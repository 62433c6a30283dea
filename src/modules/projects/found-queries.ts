import { sql } from 'kysely'
import { execute, type Read, type Tx } from '../../kernel/db.ts'
import { centsOf } from '../../kernel/money.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { CubeRow, Found } from './facets.ts'
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

/** The whole cube. */
export async function readCube(db: Read): Promise<CubeRow[]> {
  const { rows } = await execute(db, 'select *, facet_key::text as key from project_cube')
  const text = (v: unknown) => (v === null ? null : String(v))
  const cents = (v: unknown) => (v === null ? 0n : centsOf(String(v)))
  return rows.map((r) => ({
    key: String(r.key),
    share: r.share as ShareLevel,
    ecosystem: text(r.ecosystem_id),
    values: {
      period: text(r.period),
      fund: text(r.fund),
      priority: text(r.priority),
      authority: text(r.authority),
      region: text(r.region),
      status: text(r.status),
      year: text(r.start_year),
      amount: text(r.amount_class),
    },
    regionFrom: text(r.region_from),
    themes: r.themes as string[],
    currency: text(r.currency),
    projects: Number(r.projects),
    granted: cents(r.granted),
    realised: cents(r.realised),
    plannedPublic: cents(r.planned_public),
    realisedPublic: cents(r.realised_public),
  }))
}
