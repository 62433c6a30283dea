import { execute, type Read } from '../../kernel/db.ts'
import { centsOf } from '../../kernel/money.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { CubeRow } from './facets.ts'

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
