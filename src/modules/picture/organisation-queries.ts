import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches, type RankedTerm, rank } from '../../kernel/search.ts'
import { organisationSeen, sourceSeen, spellingSeen } from '../organisations/index.ts'
import { type Sight, seen, totalsSeen } from '../projects/index.ts'

const p = sql.ref

/** One line for each combination of facets among what was found. */
export type OrganisationCounts = {
  kind: string
  region: string | null
  country: string | null
  personal: boolean
  organisations: number
}

// A canonical organisation is found by any of its rows' names; one that takes part in nothing is not listed.
const foundBy = (actor: Actor, tsquery: string | undefined) =>
  tsquery === undefined
    ? sql`true`
    : tsquery === ''
      ? sql`false`
      : sql`o.id in (select any_row.canonical_id from organisation any_row where not any_row.personal
          and ${matches(p('any_row.lexemes'), tsquery)} and ${spellingSeen(actor, 'any_row.id')})`

export type OrganisationNarrowing = {
  tsquery?: string | undefined
  /** One organisation, found by its identifier. */
  id?: string | undefined
}

const narrowed = (actor: Actor, n: OrganisationNarrowing) =>
  n.id === undefined ? foundBy(actor, n.tsquery) : sql`o.id = ${n.id}::uuid`

/** Whether any organisation's name matches. */
export async function anyOrganisation(db: Read, actor: Actor, tsquery: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from organisation o where not o.personal and ${matches(p('o.lexemes'), tsquery)}
      and ${spellingSeen(actor, 'o.id')} limit 1`.execute(db as Tx)
  return rows.length > 0
}

/** How many organisations each combination of kind, region and country has; personal traders are counted apart. */
export async function organisationCounts(
  db: Read,
  sight: Sight,
  n: OrganisationNarrowing,
): Promise<OrganisationCounts[]> {
  const { rows } = await sql<OrganisationCounts>`
    select o.kind, o.region, o.country, o.personal, count(*) as organisations
    from organisation o join ${totalsSeen(sight)} s on s.organisation_id = o.id
    where o.canonical_id = o.id and ${narrowed(sight.actor, n)} group by 1, 2, 3, 4`.execute(db as Tx)
  return rows
}

const organisationSorts = {
  granted: 's.granted_eur',
  led: 's.led',
  joined: 's.joined',
  name: 'o.name',
} as const
export type OrganisationSort = keyof typeof organisationSorts
export type OrganisationOrder = { by: OrganisationSort; down: boolean } | { terms: readonly RankedTerm[] }

export type OrganisationFilters = { kind: string[]; region: string[]; country: string[] }

export type ListedOrganisation = {
  id: string
  name: string
  name_sv: string | null
  name_en: string | null
  kind: string
  place: string | null
  region: string | null
  country: string | null
  led: number
  joined: number
  money: { currency: string; granted: string | null; realised: string | null }[]
  first_year: number | null
  last_year: number | null
  granted_eur: string
}

const columns = sql`o.id, o.name, o.name_sv, o.name_en, o.kind, o.place, o.region, o.country, s.led, s.joined, s.money,
  s.first_year, s.last_year, s.granted_eur::text as granted_eur`

/** One page of canonical organisations. Personal traders are never among them. */
export async function listOrganisations(
  db: Read,
  sight: Sight,
  n: OrganisationNarrowing,
  filters: OrganisationFilters,
  order: OrganisationOrder,
  limit: number,
  offset: number,
): Promise<ListedOrganisation[]> {
  const within = (column: string, wanted: readonly string[]) => {
    if (wanted.length === 0) return sql`true`
    const known = sql`${p(column)} = any(${wanted.filter((v) => v !== 'unknown')}::text[])`
    return wanted.includes('unknown') ? sql`(${known} or ${p(column)} is null)` : known
  }
  const by =
    'terms' in order
      ? sql`${rank(p('o.lexemes'), order.terms)} desc, s.granted_eur desc, o.id`
      : sql`${p(organisationSorts[order.by])} ${sql.raw(order.down ? 'desc' : 'asc')}, o.id`
  const { rows } = await sql<ListedOrganisation>`
    select ${columns} from organisation o join ${totalsSeen(sight)} s on s.organisation_id = o.id
    where o.canonical_id = o.id and not o.personal and ${narrowed(sight.actor, n)}
      and ${within('o.kind', filters.kind)} and ${within('o.region', filters.region)}
      and ${within('o.country', filters.country)}
    order by ${by} limit ${limit} offset ${offset}`.execute(db as Tx)
  return rows
}

/** The identifiers of some canonical organisations, from all their rows. */
export async function identifiersOf(db: Read, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; scheme: string; value: string; source: string }>`
    select distinct o.canonical_id as id, i.scheme, i.value, ${sourceSeen(actor, 'o', 'i.source')} as source
    from organisation o join organisation_identifier i on i.organisation_id = o.id
    where o.canonical_id = any(${[...ids]}::uuid[]) and ${spellingSeen(actor, 'o.id')} order by i.scheme, i.value`.execute(
    db as Tx,
  )
  return rows
}

/** A canonical organisation by the id of any of its rows. Personal traders have no page. */
export async function organisationById(
  db: Read,
  sight: Sight,
  id: string,
): Promise<(ListedOrganisation & { website: string | null }) | undefined> {
  const { rows } = await sql<ListedOrganisation & { website: string | null }>`
    select o.id, o.website, o.name, o.name_sv, o.name_en, o.kind, o.place, o.region, o.country, coalesce(s.led, 0) as led,
      coalesce(s.joined, 0) as joined, coalesce(s.money, '[]') as money, s.first_year, s.last_year,
      coalesce(s.granted_eur, 0)::text as granted_eur
    from organisation any_row join organisation o on o.id = any_row.canonical_id
    left join ${totalsSeen(sight)} s on s.organisation_id = o.id
    where any_row.id = ${id}::uuid and not o.personal and not any_row.personal
      and ${organisationSeen(sight.actor, 'o.id')}`.execute(db as Tx)
  return rows[0]
}

/** The canonical organisation that carries an identifier. */
export async function idByIdentifier(
  db: Read,
  actor: Actor,
  spellings: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select o.canonical_id as id from organisation_identifier i join organisation o on o.id = i.organisation_id
    where i.value = any(${[...spellings]}::text[]) and not o.personal
      and ${organisationSeen(actor, 'o.canonical_id')} and ${spellingSeen(actor, 'o.id')} limit 1`.execute(
    db as Tx,
  )
  return rows[0]?.id
}

export type OrganisationName = { name: string; kind: string; language: string | null; source: string }

/** Every spelling with the lists that wrote it so. */
export async function namesOf(db: Read, actor: Actor, id: string): Promise<OrganisationName[]> {
  const { rows } = await sql<OrganisationName>`
    select n.name, n.kind, n.language, 
      coalesce(string_agg(distinct nullif(${sourceSeen(actor, 'o', 'n.source')}, ''), ', '), '') as source
    from organisation o join organisation_name n on n.organisation_id = o.id
    where o.canonical_id = ${id}::uuid and not o.personal and ${spellingSeen(actor, 'o.id')}
    group by n.name, n.kind, n.language order by n.kind = 'name' desc, n.name`.execute(db as Tx)
  return rows
}

export type YearRow = {
  role: 'lead' | 'partner'
  year: number | null
  region: string | null
  currency: string | null
  projects: number
  granted: string | null
  realised: string | null
}

/** Its projects by role, year and region: the charts and the map are made of these. */
export async function projectsByYear(db: Read, sight: Sight, id: string): Promise<YearRow[]> {
  const { rows } = await sql<YearRow>`
    with mine as (
      select pp.project_id, min(pp.role) as role from organisation o join project_party pp on pp.organisation_id = o.id
      where o.canonical_id = ${id}::uuid group by pp.project_id
    )
    select m.role, p.start_year as year, p.region, p.currency, count(*) as projects,
      sum(p.granted)::text as granted, sum(p.realised)::text as realised
    from mine m join project p on p.id = m.project_id and ${seen(sight, 'p')} group by 1, 2, 3, 4`.execute(
    db as Tx,
  )
  return rows
}

export type Companion = { id: string; name: string; projects: number }

/** Those it has worked with most, personal traders left out. */
export async function companionsOf(db: Read, sight: Sight, id: string, limit: number): Promise<Companion[]> {
  const { rows } = await sql<Companion>`
    with mine as (
      select distinct pp.project_id from organisation o join project_party pp on pp.organisation_id = o.id
      join project p on p.id = pp.project_id
      where o.canonical_id = ${id}::uuid and ${seen(sight, 'p')}
    )
    select c.id, c.name, count(distinct pp.project_id) as projects
    from mine m join project_party pp on pp.project_id = m.project_id
    join organisation o on o.id = pp.organisation_id join organisation c on c.id = o.canonical_id
    where c.id <> ${id}::uuid and not c.personal and not o.personal
    group by c.id, c.name order by projects desc, c.name limit ${limit}`.execute(db as Tx)
  return rows
}

export type MergedRow = {
  name: string
  automatic: boolean
  by: string
  at: Date
  evidence: unknown
}

/** Rows that were found to be this organisation, with why and by whom; undone ones left out. */
export async function mergedInto(db: Read, actor: Actor, id: string): Promise<MergedRow[]> {
  const { rows } = await sql<MergedRow>`
    select o.name, m.automatic, m.by_whom as by, m.at, m.evidence
    from organisation_merge m join organisation o on o.id = m.merged_id
    where m.undone_at is null and o.canonical_id = ${id}::uuid and not o.personal and ${spellingSeen(actor, 'o.id')}
    order by m.at, o.name limit 200`.execute(db as Tx)
  return rows
}
