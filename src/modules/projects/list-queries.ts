import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches, mostRanked, type RankedTerm, rank } from '../../kernel/search.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import { isFiltered } from './facets.ts'
import { moneyOrder, type SortedAmount } from './money-order-queries.ts'
import { type Chosen, conditions, type Narrowing, rowsFor } from './narrowing-queries.ts'
import { seen } from './sight-queries.ts'

const p = sql.ref

/** What a list is sorted by; the first two stand in both kinds of rows. */
export const sorts = {
  granted: 'granted',
  realised: 'realised',
  start: 'p.start_on',
  end: 'p.end_on',
  name: 'p.title',
  lead: 'p.lead_name',
  code: 'p.code',
} as const
export type SortName = keyof typeof sorts

export type Order =
  | { by: SortName; down: boolean }
  /** By rank; `among` names the rows worth ranking where more are found than that, the others follow by money. */
  | { terms: readonly RankedTerm[]; among?: string | undefined }

export type ListedProject = {
  id: string
  share: ShareLevel
  ecosystem_id: string | null
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

const listed = sql`p.id, p.share, p.ecosystem_id, p.registry, p.code, p.title, p.language, p.fund, p.programme, p.period, p.priority, p.objective,
  p.authority, p.authority_name, p.status, p.start_on, p.end_on, p.region, p.region_from, p.themes, p.currency, p.granted,
  p.realised, p.planned_public, p.realised_public, p.total_cost, p.eu_amount, p.lead_name, p.lead_personal, p.url,
  p.summary, p.updated_at`

/** One page of projects. Ids are found first, so that a sort never carries whole rows. */
export const listProjects = async (
  db: Read,
  narrowing: Narrowing,
  chosen: Chosen,
  order: Order,
  page: Page,
): Promise<ListedProject[]> =>
  projectsInOrder(db, chosen.sight, await idsInOrder(db, narrowing, chosen, order, page))

type Page = { limit: number; offset: number }

/** Every id of what is found, in order, or one page of them. */
export async function idsInOrder(
  db: Read,
  narrowing: Narrowing,
  chosen: Chosen,
  order: Order,
  page?: Page,
): Promise<string[]> {
  const cut = page ? sql`limit ${page.limit} offset ${page.offset}` : sql``
  const ids = async (query: RawBuilder<{ id: string }>) =>
    (await query.execute(db as Tx)).rows.map((r) => r.id)
  const ranked = 'terms' in order
  const ofBoth = ranked || order.by === 'granted' || order.by === 'realised'
  const { from, own } = rowsFor(narrowing, !ofBoth || (!chosen.keys && isFiltered(chosen.filters)))
  const where = conditions(narrowing, chosen, own)
  const id = p(own === 's' ? 's.project_id' : 'p.id')
  if (!ranked) {
    const way = sql.raw(order.down ? 'desc' : 'asc')
    const by = ofBoth
      ? moneyOrder(own, order.by as SortedAmount, order.down)
      : sql`${p(sorts[order.by])} ${way} nulls last`
    return ids(sql`select ${id} as id from ${from} where ${where} order by ${by}, ${id} ${cut}`)
  }
  const worth = rank(p('s.lexemes'), order.terms)
  if (order.among === undefined) {
    return ids(sql`select ${id} as id from ${from} where ${where}
      order by ${worth} desc, ${moneyOrder('s', 'granted')}, ${id} ${cut}`)
  }
  const best = sql`
    select project_id as id, granted, currency, ${worth} as worth from (
      select s.* from ${from} where ${where} and ${matches(p('s.lexemes'), order.among)}
      order by ${moneyOrder('s', 'granted')}, s.project_id limit ${mostRanked}) as s`
  if (page) {
    const first = await ids(
      sql`select id from (${best}) as best order by worth desc, ${moneyOrder('best', 'granted')}, id ${cut}`,
    )
    if (first.length === page.limit) return first
  }
  return ids(sql`
    with best as materialized (${best})
    select ${id} as id from ${from} left join best on best.id = ${id} where ${where}
    order by best.worth desc nulls last, ${moneyOrder('s', 'granted')}, ${id} ${cut}`)
}

/** The given projects, in the order of their ids; those that the reader does not see are left out. */
export async function projectsInOrder(
  db: Read,
  sight: Chosen['sight'],
  ids: readonly string[],
): Promise<ListedProject[]> {
  const { rows } = await sql<ListedProject>`
    select ${listed}, o.canonical_id as lead
    from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place) join project p on p.id = wanted.id
    left join organisation o on o.id = p.lead_id
    where ${sight === 'all' ? sql`true` : seen(sight, 'p')} order by wanted.place`.execute(db as Tx)
  return rows
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
