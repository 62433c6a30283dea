import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { DemandRow, ExclusionRow, JudgementRow, Partner } from './record.ts'

/** What is kept of each of many consortia, as far as an opening is made of it. */
export type Parts = {
  id: string
  demands: DemandRow[]
  exclusions: ExclusionRow[]
  partners: Partner[]
  judgements: JudgementRow[]
}

const rows = (of: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(x order by x.n), '[]') from (${of}) x)`

/** The demands, exclusions, partners and judgements of many consortia, in one question. */
export async function partsOf(db: Read, consortia: readonly string[]): Promise<ReadonlyMap<string, Parts>> {
  if (consortia.length === 0) return new Map()
  const { rows: found } = await sql<Parts>`
    select c.id,
      ${rows(sql`select row_number() over (order by d.position, d.at, d.id) as n, d.id, d.name, d.asks, d.counted,
          d.need, d.must, d.weight, d.enough, d.source
        from consortium_demand d where d.consortium_id = c.id and d.ended_at is null`)} as demands,
      ${rows(sql`select row_number() over (order by e.at, e.id) as n, e.id, e.by_what as by, e.codes, e.most, e.reason
        from consortium_exclusion e where e.consortium_id = c.id and e.ended_at is null`)} as exclusions,
      ${rows(sql`select row_number() over (order by y.at, y.id) as n, y.id, o.canonical_id as organisation, y.name,
          y.state
        from consortium_partner y left join organisation o on o.id = y.organisation_id
        where y.consortium_id = c.id and y.ended_at is null`)} as partners,
      ${rows(sql`select row_number() over (order by j.at, j.id) as n, j.id, j.demand_id as demand,
          o.canonical_id as organisation, j.reason, j.at
        from consortium_judgement j join organisation o on o.id = j.organisation_id
          join consortium_demand d on d.id = j.demand_id
        where d.consortium_id = c.id and d.ended_at is null and j.ended_at is null`)} as judgements
    from consortium c where c.id = any(${[...consortia]}::uuid[])`.execute(db as Tx)
  return new Map(found.map((one) => [one.id, one]))
}

/** The public calls of ours that take applications now. */
export async function openCallIds(db: Read): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`
    select id from call where state = 'open' and share = 'public' order by id`.execute(db as Tx)
  return found.map(({ id }) => id)
}

/** What somebody who keeps a profile has been told of already. */
export async function toldOf(
  db: Read,
  { person, organisation }: { person: string; organisation: string },
): Promise<ReadonlySet<string>> {
  const { rows: found } = await sql<{ opening: string }>`
    select opening from consortium_opening_told
    where person_id = ${person} and organisation_id = ${organisation}`.execute(db as Tx)
  return new Set(found.map(({ opening }) => opening))
}

export const insertTold = (
  tx: Tx,
  {
    person,
    organisation,
    openings,
    at,
  }: { person: string; organisation: string; openings: string[]; at: Date },
): Promise<unknown> =>
  sql`insert into consortium_opening_told (person_id, organisation_id, opening, at)
    select ${person}, ${organisation}, opening, ${at} from unnest(${openings}::text[]) opening
    on conflict do nothing`.execute(tx)

/** What somebody was told of since a moment, by organisation. */
export async function newlyTold(
  db: Read,
  person: string,
  since: Date,
): Promise<{ organisation: string; count: number; at: Date }[]> {
  const { rows: found } = await sql<{ organisation: string; count: number; at: Date }>`
    select organisation_id as organisation, count(*)::int as count, max(at) as at from consortium_opening_told
    where person_id = ${person} and at > ${since} group by organisation_id order by at desc`.execute(db as Tx)
  return found
}

/** Whether somebody does not want to be told of what looks for what an organisation offers. */
export async function isOff(
  db: Read,
  { person, organisation }: { person: string; organisation: string },
): Promise<boolean> {
  const { rows: found } = await sql`
    select 1 from consortium_opening_off where person_id = ${person} and organisation_id = ${organisation}`.execute(
    db as Tx,
  )
  return found.length > 0
}

export const setOff = (
  tx: Tx,
  { person, organisation, off, at }: { person: string; organisation: string; off: boolean; at: Date },
): Promise<unknown> =>
  off
    ? sql`insert into consortium_opening_off (person_id, organisation_id, at)
        values (${person}, ${organisation}, ${at}) on conflict do nothing`.execute(tx)
    : sql`delete from consortium_opening_off
        where person_id = ${person} and organisation_id = ${organisation}`.execute(tx)
