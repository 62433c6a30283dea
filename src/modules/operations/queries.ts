import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches } from '../../kernel/search.ts'
import type { CountedField, OperationRow } from './rules.ts'

/**
 * Public projects of Finland: of the Finnish register, decided here, or with a Finnish region or authority. Lists of other
 * countries make projects too.
 */
const finnish = sql`p.share = 'public'
  and (p.registry in ('eura', 'talkoot') or p.region is not null or p.authority is not null)`

const columns = sql`p.id, p.registry, p.code, p.title, p.period, p.fund, p.programme, p.priority, p.objective, p.start_on, p.end_on,
  p.total_cost, p.eu_amount, p.currency, p.region, p.region_from, p.lead_name, p.lead_personal`

/** What the list is sorted by. Natural persons come last by name, since theirs is not shown. */
export const operationSorts = {
  code: sql`p.code`,
  name: sql`p.title`,
  beneficiary: sql`case when p.lead_personal then null else p.lead_name end`,
  start: sql`p.start_on`,
  end: sql`p.end_on`,
  cost: sql`p.total_cost`,
  fund: sql`p.fund`,
} as const
export type OperationSort = keyof typeof operationSorts

/** What a filter asks of an operation. */
export type ListedKey = { id: string; period: string | null; fund: string | null }

/** The whole list in an order. */
export async function listedKeys(
  db: Read,
  order: { by: OperationSort; down: boolean },
): Promise<ListedKey[]> {
  const way = order.down ? sql`desc` : sql`asc`
  const { rows } = await sql<ListedKey>`
    select p.id, p.period, p.fund from project p where ${finnish}
    order by ${operationSorts[order.by]} ${way} nulls last, p.id`.execute(db as Tx)
  return rows
}

/** The ids of projects that words find, whether they are of the list or not. */
export async function foundByWords(db: Read, tsquery: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select s.project_id as id from project_search s where ${matches(sql.ref('s.lexemes'), tsquery)}`.execute(
    db as Tx,
  )
  return new Set(rows.map((row) => row.id))
}

/** The operations with these ids, in their order. */
export async function operationsById(db: Read, ids: readonly string[]): Promise<OperationRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<OperationRow>`
    select ${columns} from project p where p.id = any(${[...ids]}::uuid[])`.execute(db as Tx)
  const place = new Map(ids.map((id, i) => [id, i]))
  return rows.sort((a, b) => place.get(a.id)! - place.get(b.id)!)
}

/** The operations after one, by register and code: a file of all of them is read so, in portions. */
export async function operationsAfter(
  db: Read,
  after: { registry: string; code: string },
  limit: number,
): Promise<OperationRow[]> {
  const { rows } = await sql<OperationRow>`
    select ${columns} from project p
    where ${finnish} and (p.registry, p.code) > (${after.registry}, ${after.code})
    order by p.registry, p.code limit ${limit}`.execute(db as Tx)
  return rows
}

export type Completeness = {
  ofPeriod: string | null
  ofFund: string | null
  operations: number
  personal: number
} & Record<CountedField, number>

/**
 * How many operations have each fact, by period and fund. What no column of a project holds is read from the rows of
 * the lists: of the lead the newest row that names one, as a project is folded.
 */
export async function completeness(db: Read): Promise<Completeness[]> {
  const { rows } = await sql<Completeness>`
    with said as (
      select r.project_id,
        bool_or(r.values ? 'rate') as rate,
        bool_or(r.values ? 'interventionField') as intervention,
        bool_or(r.values ?| array['nuts', 'point', 'region'] or jsonb_array_length(coalesce(r.values -> 'municipalities', '[]')) > 0)
          as place,
        (array_agg(r.values -> 'lead' ?| array['place', 'postcode']
          order by i.as_of desc nulls last, i.created_at desc, r.import_id desc, r.row_no desc)
          filter (where r.values ? 'lead'))[1] as lead_place
      from import_row r join import i on i.id = r.import_id
      where r.state = 'applied' and r.project_id is not null group by r.project_id
    )
    select p.period as "ofPeriod", p.fund as "ofFund", count(*)::int as operations,
      count(*) filter (where p.lead_personal)::int as personal,
      count(*) filter (where not p.lead_personal and p.lead_name is not null)::int as beneficiary,
      count(*)::int as name,
      count(p.summary)::int as purpose,
      count(p.start_on)::int as start,
      count(p.end_on)::int as "end",
      count(p.total_cost)::int as "totalCost",
      count(p.fund)::int as fund,
      count(p.objective)::int as objective,
      count(*) filter (where said.rate or (p.total_cost > 0 and p.eu_amount between 0 and p.total_cost))::int as rate,
      count(*) filter (where said.place or p.region_from in ('list', 'municipality'))::int as location,
      count(*) filter (where said.lead_place and not p.lead_personal)::int as "beneficiaryLocation",
      count(*) filter (where said.intervention)::int as intervention
    from project p left join said on said.project_id = p.id
    where ${finnish}
    group by p.period, p.fund order by p.period, p.fund`.execute(db as Tx)
  return rows
}

/** When public lists were last taken in. */
export async function lastTakenIn(db: Read): Promise<Date | null> {
  const row = await db
    .selectFrom('import')
    .where('state', '=', 'applied')
    .where('share', '=', 'public')
    .select((eb) => eb.fn.max('applied_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}
