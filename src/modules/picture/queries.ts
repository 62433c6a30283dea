import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches, type RankedTerm, rank } from '../../kernel/search.ts'
import { organisationSeen, spellingSeen } from '../organisations/index.ts'
import { type Sight, seen, totalOf, totalsSeen } from '../projects/index.ts'

const run = async <T>(db: Read, statement: RawBuilder<T>): Promise<T[]> =>
  (await statement.execute(db as Tx)).rows

/** The lists behind the projects of some keys of the cube, or behind all, with how many of these each tells of. */
export const listsBehind = (
  db: Read,
  sight: Sight,
  keys?: readonly string[],
): Promise<{ id: string; projects: number }[]> =>
  run(
    db,
    sql<{ id: string; projects: number }>`
      select import_id as id, sum(l.projects)::bigint as projects from project_cube_list l
      ${
        keys
          ? sql`where l.facet_key = any(${keys}::bigint[])`
          : sql`join project_cube c using (facet_key) where ${seen(sight, 'c')}`
      }
      group by import_id order by projects desc, import_id`,
  )

/** For each period, the day that the list with most of its projects speaks of. */
export async function stateOfPeriods(db: Read, sight: Sight): Promise<Map<string, string>> {
  const rows = await run(
    db,
    sql<{ period: string; as_of: string }>`
      select distinct on (c.period) c.period, i.as_of
      from project_cube c join project_cube_list l using (facet_key) join import i on i.id = l.import_id
      where c.period is not null and i.as_of is not null and ${seen(sight, 'c')}
      group by c.period, i.id, i.as_of order by c.period, sum(l.projects) desc, i.as_of desc`,
  )
  return new Map(rows.map((r) => [r.period, r.as_of]))
}

export type Gaps = {
  without_granted: number
  without_realised: number
  negative_granted: number
  negative_granted_sum: string
  negative_realised: number
  negative_realised_sum: string
}

/** Projects whose amounts are missing or negative, among some keys of the cube or all, in one currency. */
export async function gapsAmong(
  db: Read,
  sight: Sight,
  currency: string,
  keys?: readonly string[],
): Promise<Gaps> {
  const [row] = await run(
    db,
    sql<Gaps>`
      select count(*) filter (where granted is null) as without_granted,
        count(*) filter (where realised is null) as without_realised,
        count(*) filter (where granted < 0) as negative_granted,
        coalesce(sum(granted) filter (where granted < 0), 0)::text as negative_granted_sum,
        count(*) filter (where realised < 0) as negative_realised,
        coalesce(sum(realised) filter (where realised < 0), 0)::text as negative_realised_sum
      from project
      where (granted is null or realised is null or granted < 0 or realised < 0)
        and (currency = ${currency} or currency is null)
        and ${keys ? sql`facet_key = any(${keys}::bigint[])` : seen(sight, 'project')}`,
  )
  return row as Gaps
}

export type LeadFilters = {
  region?: string | undefined
  authority?: string | undefined
  period?: readonly string[]
  fund?: readonly string[]
}
export type RankedLead = {
  id: string
  name: string
  projects: number
  granted: string | null
  realised: string | null
}
export type Leads = { total: number; personal: number; items: RankedLead[] }

/** How many organisations lead, and those with most money granted. Personal traders are counted, never named. */
export async function rankLeads(
  db: Read,
  sight: Sight,
  by: LeadFilters,
  currency: string,
  limit: number,
): Promise<Leads> {
  const conditions: RawBuilder<unknown>[] = [seen(sight, 'lead_summary')]
  if (by.region) conditions.push(sql`region = ${by.region}`)
  if (by.authority) conditions.push(sql`authority = ${by.authority}`)
  if (by.period?.length) conditions.push(sql`period = any(${by.period}::text[])`)
  if (by.fund?.length) conditions.push(sql`fund = any(${by.fund}::text[])`)
  const [row] = await run(
    db,
    sql<Leads>`
      with led as (
        select organisation_id, sum(projects)::bigint as projects,
          sum(granted) filter (where currency = ${currency}) as granted,
          sum(realised) filter (where currency = ${currency}) as realised
        from lead_summary where ${sql.join(conditions, sql` and `)} group by organisation_id
      ), named as (
        select o.id, o.name, o.personal, led.projects, led.granted, led.realised
        from led join organisation o on o.id = led.organisation_id
      )
      select (select count(*) from named) as total, (select count(*) from named where personal) as personal,
        coalesce((select jsonb_agg(to_jsonb(t) order by granted_order) from (
          select id, name, projects, granted::text as granted, realised::text as realised,
            row_number() over (order by named.granted desc nulls last, id) as granted_order
          from named where not personal order by named.granted desc nulls last, id limit ${limit}) t), '[]') as items`,
  )
  return row as Leads
}

/** How many organisations lead at least one project. */
export async function countLeads(db: Read, sight: Sight): Promise<number> {
  const [row] = await run(
    db,
    sql<{ n: number }>`select count(*) as n from ${totalsSeen(sight)} s where s.led > 0`,
  )
  return row?.n ?? 0
}

export type FoundOrganisation = { id: string; name: string; kind: string; place: string | null; led: number }

const named = sql`select o.id, o.name, o.kind, o.place, coalesce(s.led, 0) as led`

/** Organisations with an identifier of exactly this value, in any scheme. */
export const organisationsById = (
  db: Read,
  sight: Sight,
  values: readonly string[],
): Promise<FoundOrganisation[]> =>
  run(
    db,
    sql<FoundOrganisation>`
      ${named} from organisation o left join ${totalsSeen(sight)} s on s.organisation_id = o.id
      where not o.personal and ${organisationSeen(sight.actor, 'o.id')} and o.id in (
        select r.canonical_id from organisation_identifier i join organisation r on r.id = i.organisation_id
        where i.value = any(${values}::text[]) and ${spellingSeen(sight.actor, 'r.id')}) order by o.name limit 10`,
  )

export async function anyOrganisation(db: Read, actor: Actor, tsquery: string): Promise<boolean> {
  const found = await run(
    db,
    sql`select 1 from organisation o where not o.personal and ${matches(sql.ref('o.lexemes'), tsquery)}
      and ${spellingSeen(actor, 'o.id')} limit 1`,
  )
  return found.length > 0
}

/** The organisations of which any spelling matches, best first; how many there are in all. */
export async function organisationsMatching(
  db: Read,
  sight: Sight,
  tsquery: string,
  terms: readonly RankedTerm[],
  limit: number,
): Promise<{ total: number; items: FoundOrganisation[] }> {
  const rows = await run(
    db,
    sql<FoundOrganisation & { total: number }>`
      with hit as (
        select o.canonical_id as id, max(${rank(sql.ref('o.lexemes'), terms)}) as worth from organisation o
        where not o.personal and ${matches(sql.ref('o.lexemes'), tsquery)} and ${spellingSeen(sight.actor, 'o.id')}
        group by o.canonical_id
      )
      ${named}, count(*) over () as total
      from hit join organisation o on o.id = hit.id left join ${totalsSeen(sight)} s on s.organisation_id = o.id
      where not o.personal and ${organisationSeen(sight.actor, 'o.id')} order by hit.worth desc, s.granted_eur desc nulls last, o.id limit ${limit}`,
  )
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...item }) => item) }
}

export type Addressed = { registry: string; code: string; updated_at: Date } | { id: string }

export const projectAddresses = (db: Read, sight: Sight, limit: number, offset: number) =>
  db
    .selectFrom('project')
    .where(seen(sight, 'project'))
    .select(['registry', 'code', 'updated_at'])
    .orderBy('registry')
    .orderBy('code')
    .limit(limit)
    .offset(offset)
    .execute()

/** Canonical organisations that the picture names. */
export async function organisationAddresses(
  db: Read,
  sight: Sight,
  limit: number,
  offset: number,
): Promise<{ id: string }[]> {
  return run(
    db,
    sql<{ id: string }>`
      select o.id from ${totalsSeen(sight)} s join organisation o on o.id = s.organisation_id
      where not o.personal order by o.id limit ${limit} offset ${offset}`,
  )
}

export async function addressCounts(
  db: Read,
  sight: Sight,
): Promise<{ projects: number; organisations: number }> {
  const [row] = await run(
    db,
    sql<{ organisations: number }>`
      select count(*) as organisations from ${totalsSeen(sight)} s join organisation o on o.id = s.organisation_id
      where not o.personal`,
  )
  return { projects: totalOf(sight), organisations: row?.organisations ?? 0 }
}
