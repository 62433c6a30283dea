import { sql } from 'kysely'
import type { Demand } from '../../engine/network/cover/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { DemandRow, ExclusionRow } from './record.ts'

export async function demandsOf(db: Read, consortium: string): Promise<DemandRow[]> {
  const { rows } = await sql<DemandRow>`
    select id, name, asks, counted, need, must, weight, enough, source, by_whom as by, at
    from consortium_demand where consortium_id = ${consortium} and ended_at is null
    order by position, at, id`.execute(db as Tx)
  return rows
}

export type NewDemand = Demand & {
  consortium: string
  /** The one that it takes the place of; else it comes last. */
  after: string | undefined
  person: string | null
  by: string
  at: Date
}

/** Writes a demand; one whose place it takes is ended, names it, and hands on what people judged. */
export async function insertDemand(tx: Tx, d: NewDemand): Promise<void> {
  await sql`insert into consortium_demand (id, consortium_id, position, name, asks, counted, need, must, weight, enough,
      source, person_id, by_whom, at)
    select ${d.id}, ${d.consortium}, coalesce(
        (select position from consortium_demand where id = ${d.after ?? null}::uuid),
        (select max(position) + 1 from consortium_demand where consortium_id = ${d.consortium}), 0),
      ${d.name}, ${JSON.stringify(d.asks)}, ${d.counted}, ${d.need}, ${d.must}, ${d.weight}, ${d.enough}, ${d.source},
      ${d.person}, ${d.by}, ${d.at}`.execute(tx)
  if (!d.after) return
  await endDemand(tx, d.after, d)
  await sql`update consortium_demand set followed_by = ${d.id} where id = ${d.after}`.execute(tx)
  await sql`update consortium_judgement set demand_id = ${d.id} where demand_id = ${d.after} and ended_at is null`.execute(
    tx,
  )
}

export const endDemand = (tx: Tx, id: string, { at, by }: { at: Date; by: string }): Promise<unknown> =>
  sql`update consortium_demand set ended_at = ${at}, ended_by = ${by} where id = ${id} and ended_at is null`.execute(
    tx,
  )

export async function exclusionsOf(db: Read, consortium: string): Promise<ExclusionRow[]> {
  const { rows } = await sql<ExclusionRow>`
    select id, by_what as by, codes, most, reason from consortium_exclusion
    where consortium_id = ${consortium} and ended_at is null order by at, id`.execute(db as Tx)
  return rows
}

export const insertExclusion = (
  tx: Tx,
  x: ExclusionRow & { consortium: string; person: string | null; at: Date },
): Promise<unknown> =>
  sql`insert into consortium_exclusion (id, consortium_id, by_what, codes, most, reason, person_id, at)
    values (${x.id}, ${x.consortium}, ${x.by}, ${x.codes}::text[], ${x.most}, ${x.reason}, ${x.person}, ${x.at})`.execute(
    tx,
  )

export const endExclusion = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  sql`update consortium_exclusion set ended_at = ${at} where id = ${id} and ended_at is null`.execute(tx)
