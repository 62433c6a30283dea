import { type RawBuilder, sql } from 'kysely'
import { execute, type Read, type Tx } from '../../kernel/db.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { matches, type RankedTerm, rank } from '../../kernel/search.ts'
import { type CubeRow, type FacetFilters, type Found, unknownValue } from './facets.ts'

/** What narrows a list down beside the facets. */
export type Narrowing = {
  tsquery?: string | undefined
  /** Canonical organisation that leads, or that leads or joins. */
  lead?: string | undefined
  /** A tsquery over the names of who leads. */
  leadName?: string | undefined
  /** The same over those that join. */
  partnerName?: string | undefined
  organisation?: string | undefined
  code?: string | undefined
  minCents?: bigint | undefined
  maxCents?: bigint | undefined
}

export const isNarrowed = (n: Narrowing): boolean => Object.values(n).some((v) => v !== undefined)

const p = sql.ref

function conditions(n: Narrowing, filters: FacetFilters): RawBuilder<boolean> {
  const all: RawBuilder<boolean>[] = [sql<boolean>`true`]
  if (n.tsquery !== undefined) all.push(n.tsquery === '' ? sql`false` : matches(p('p.lexemes'), n.tsquery))
  if (n.code !== undefined) all.push(sql`p.code = ${n.code}`)
  if (n.lead !== undefined) {
    all.push(sql`p.lead_id in (select id from organisation where canonical_id = ${n.lead})`)
  }
  if (n.leadName !== undefined) all.push(sql`p.lead_id in (${named(n.leadName)})`)
  if (n.partnerName !== undefined) {
    all.push(sql`p.id in (select project_id from project_party
      where role = 'partner' and organisation_id in (${named(n.partnerName)}))`)
  }
  if (n.organisation !== undefined) {
    all.push(sql`p.id in (select pp.project_id from project_party pp join organisation o on o.id = pp.organisation_id
      where o.canonical_id = ${n.organisation})`)
  }
  if (n.minCents !== undefined) all.push(sql`p.granted >= ${decimalOf(n.minCents)}::numeric`)
  if (n.maxCents !== undefined) all.push(sql`p.granted <= ${decimalOf(n.maxCents)}::numeric`)
  const columns = {
    period: 'p.period',
    fund: 'p.fund',
    priority: 'p.priority',
    authority: 'p.authority',
    region: 'p.region',
    status: 'p.status',
    year: 'p.start_year',
    amount: 'p.amount_class',
  } as const
  for (const [facet, column] of Object.entries(columns)) {
    const wanted = filters[facet as keyof typeof columns]
    if (!wanted || wanted.length === 0) continue
    const known = wanted.filter((v) => v !== unknownValue)
    const isKnown = sql<boolean>`${p(column)}::text = any(${known}::text[])`
    all.push(wanted.length > known.length ? sql`(${isKnown} or ${p(column)} is null)` : isKnown)
  }
  const themes = filters.theme ?? []
  if (themes.length > 0) {
    const known = themes.filter((v) => v !== unknownValue)
    const has = sql<boolean>`p.themes && ${known}::text[]`
    all.push(themes.length > known.length ? sql`(${has} or p.themes = '{}')` : has)
  }
  return sql`${sql.join(all, sql` and `)}`
}

/** All rows of the organisations whose name matches; personal traders are not searched for by name. */
const named = (tsquery: string): RawBuilder<unknown> =>
  tsquery === ''
    ? sql`select null::uuid`
    : sql`select id from organisation where canonical_id in (
        select canonical_id from organisation where not personal and ${matches(p('lexemes'), tsquery)})`

export const sorts = {
  granted: 'p.granted',
  realised: 'p.realised',
  start: 'p.start_on',
  end: 'p.end_on',
  name: 'p.title',
  lead: 'p.lead_name',
  code: 'p.code',
} as const
export type SortName = keyof typeof sorts

export type Order = { by: SortName; down: boolean } | { terms: readonly RankedTerm[] }

function ordering(order: Order): RawBuilder<unknown> {
  if ('terms' in order) return sql`${rank(p('p.lexemes'), order.terms)} desc, p.granted desc nulls last, p.id`
  return sql`${p(sorts[order.by])} ${sql.raw(order.down ? 'desc' : 'asc')} nulls last, p.id`
}

export type ListedProject = {
  id: string
  registry: string
  code: string
  title: string
  language: string
  fund: string | null
  programme: string | null
  period: string | null
  priority: string | null
  objective: string | null
  authority: string | null
  authority_name: string | null
  status: string | null
  start_on: string | null
  end_on: string | null
  region: string | null
  region_from: string | null
  themes: string[]
  currency: string | null
  granted: string | null
  realised: string | null
  planned_public: string | null
  realised_public: string | null
  total_cost: string | null
  eu_amount: string | null
  lead_name: string | null
  lead_personal: boolean
  lead: string | null
  url: string | null
  summary: string | null
  updated_at: Date
}

const listed = sql`p.id, p.registry, p.code, p.title, p.language, p.fund, p.programme, p.period, p.priority, p.objective,
  p.authority, p.authority_name, p.status, p.start_on, p.end_on, p.region, p.region_from, p.themes, p.currency, p.granted,
  p.realised, p.planned_public, p.realised_public, p.total_cost, p.eu_amount, p.lead_name, p.lead_personal, p.url,
  p.summary, p.updated_at`

/** One page of projects. Ids are found first, so that a sort never carries whole rows. */
export async function listProjects(
  db: Read,
  narrowing: Narrowing,
  filters: FacetFilters,
  order: Order,
  limit: number,
  offset: number,
): Promise<ListedProject[]> {
  const { rows } = await sql<ListedProject>`
    with page as (
      select p.id from project p
      where ${conditions(narrowing, filters)} order by ${ordering(order)} limit ${limit} offset ${offset}
    )
    select ${listed}, o.canonical_id as lead from page join project p on p.id = page.id
    left join organisation o on o.id = p.lead_id order by ${ordering(order)}`.execute(db as Tx)
  return rows
}

/** Every id of what is found, in order, for an export that then reads them in portions. */
export async function idsInOrder(
  db: Read,
  narrowing: Narrowing,
  filters: FacetFilters,
  order: Order,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from project p where ${conditions(narrowing, filters)} order by ${ordering(order)}`.execute(
    db as Tx,
  )
  return rows.map((r) => r.id)
}

/** The given projects, in the order of their ids. */
export async function projectsInOrder(db: Read, ids: readonly string[]): Promise<ListedProject[]> {
  const { rows } = await sql<ListedProject>`
    select ${listed}, o.canonical_id as lead
    from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place) join project p on p.id = wanted.id
    left join organisation o on o.id = p.lead_id order by wanted.place`.execute(db as Tx)
  return rows
}

/** How many projects, and how much money, each combination of facets has among those found. */
export async function foundByKey(db: Read, narrowing: Narrowing): Promise<Found> {
  const { rows } = await sql<{
    key: string
    projects: number
    granted: string | null
    realised: string | null
  }>`
    select p.facet_key::text as key, count(*) as projects, sum(p.granted) as granted, sum(p.realised) as realised
    from project p where ${conditions(narrowing, {})} group by p.facet_key`.execute(db as Tx)
  return new Map(
    rows.map((r) => [
      r.key,
      { projects: r.projects, granted: centsOf(r.granted ?? '0'), realised: centsOf(r.realised ?? '0') },
    ]),
  )
}

/** Whether anything at all matches. */
export async function anyMatch(db: Read, tsquery: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from project p where ${matches(p('p.lexemes'), tsquery)} limit 1`.execute(db as Tx)
  return rows.length > 0
}

/** How many projects match. */
export async function countMatching(db: Read, tsquery: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from project p where ${matches(p('p.lexemes'), tsquery)}`.execute(db as Tx)
  return rows[0]?.n ?? 0
}

/** The whole cube. */
export async function readCube(db: Read): Promise<CubeRow[]> {
  const { rows } = await execute(db, 'select *, facet_key::text as key from project_cube')
  const text = (v: unknown) => (v === null ? null : String(v))
  const cents = (v: unknown) => (v === null ? 0n : centsOf(String(v)))
  return rows.map((r) => ({
    key: String(r.key),
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

export type ListedParty = {
  project_id: string
  name: string
  role: string
  organisation: string
  personal: boolean
}

/** The partners of some projects, in the order of their lists; persons' names stay inside. */
export async function partnersOf(db: Read, projectIds: readonly string[]): Promise<ListedParty[]> {
  if (projectIds.length === 0) return []
  return db
    .selectFrom('project_party as pp')
    .innerJoin('organisation as o', 'o.id', 'pp.organisation_id')
    .where('pp.project_id', 'in', [...projectIds])
    .where('pp.role', '=', 'partner')
    .orderBy('pp.project_id')
    .orderBy('pp.position')
    .select(['pp.project_id', 'pp.name', 'pp.role', 'o.canonical_id as organisation', 'o.personal'])
    .execute()
}
