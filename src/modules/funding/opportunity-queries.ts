import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches } from '../../kernel/search.ts'
import type { Day } from '../../kernel/time.ts'
import { opportunityOf } from './opportunity.ts'
import type { OpportunitySource } from './opportunity-source.ts'
import { ownCalls } from './own-calls-queries.ts'
import { fundingByIds } from './queries.ts'
import type { Filters, Opportunity, SortKey } from './standard.ts'
import { stateIn } from './state-queries.ts'

const catalogue: OpportunitySource = {
  name: 'catalogue',
  rows: (today) => sql`select f.id, coalesce(f.title ->> f.language, '') as title,
      coalesce(f.stated_status, case ${stateIn(today)}
        when 'coming' then 'forecasted' when 'closed' then 'closed' else 'open' end) as status,
      f.created_at, f.modified_at, f.closes_on, f.amount_total as total, f.amount_min as least,
      f.amount_max as most, f.currency, f.awards, f.lexemes
    from funding f where f.archived_at is null`,
  read: async (db, ids, today) => (await fundingByIds(db, ids)).map((f) => opportunityOf(f, today)),
}

/** The one place where another source of opportunities is joined. */
const sources: readonly OpportunitySource[] = [catalogue, ownCalls]

const all = (today: Day) =>
  sql`(${sql.join(
    sources.map((s) => sql`select ${sql.lit(s.name)} as of, s.* from (${s.rows(today)}) s`),
    sql` union all `,
  )}) o`

const sorts: Record<Exclude<SortKey, 'custom'>, RawBuilder<unknown>> = {
  lastModifiedAt: sql`o.modified_at`,
  createdAt: sql`o.created_at`,
  title: sql`lower(o.title)`,
  'status.value': sql`o.status`,
  'keyDates.closeDate': sql`o.closes_on`,
  'funding.maxAwardAmount': sql`o.most`,
  'funding.minAwardAmount': sql`o.least`,
  'funding.totalAmountAvailable': sql`o.total`,
  'funding.estimatedAwardCount': sql`o.awards`,
}

export type OpportunityAsk = {
  today: Day
  /** The site's public address, for links to its own calls. */
  baseUrl: string
  tsquery?: string | undefined
  filters?: Filters
  sort: { by: Exclude<SortKey, 'custom'>; down: boolean }
  limit: number
  offset: number
}

type MoneyRange = NonNullable<Filters['minAwardAmountRange']>

/** An amount that is not told, or in another currency, is left out by either operator. */
const moneyIn = (range: MoneyRange | undefined, column: RawBuilder<unknown>) => {
  if (!range) return sql`true`
  const { min, max } = range.value
  const not = sql.raw(range.operator === 'outside' ? 'not' : '')
  return sql`(o.currency = ${min.currency} and ${column} ${not} between ${min.amount}::numeric and ${max.amount}::numeric)`
}

function filtered({ status, closeDateRange, ...f }: Filters) {
  const statuses = status
    ? sql`${sql.raw(status.operator === 'notIn' ? 'not' : '')} o.status = any(${status.value}::text[])`
    : sql`true`
  const closes = closeDateRange
    ? sql`o.closes_on ${sql.raw(closeDateRange.operator === 'outside' ? 'not' : '')} between
        ${closeDateRange.value.min.slice(0, 10)}::date and ${closeDateRange.value.max.slice(0, 10)}::date`
    : sql`true`
  return sql`${statuses} and ${closes} and ${moneyIn(f.totalFundingAvailableRange, sql`o.total`)}
    and ${moneyIn(f.minAwardAmountRange, sql`o.least`)} and ${moneyIn(f.maxAwardAmountRange, sql`o.most`)}`
}

const worded = (tsquery: string | undefined) =>
  tsquery === undefined ? sql`true` : tsquery === '' ? sql`false` : matches(sql.ref('o.lexemes'), tsquery)

/** One page of what matches, over all sources, and how many match in all. */
export async function opportunities(
  db: Read,
  { today, baseUrl, tsquery, filters = {}, sort, limit, offset }: OpportunityAsk,
): Promise<{ items: Opportunity[]; total: number }> {
  const where = sql`${worded(tsquery)} and ${filtered(filters)}`
  const { rows } = await sql<{ of: string | null; id: string | null; total: number }>`
    with matching as (select o.of, o.id, ${sorts[sort.by]} as by from ${all(today)} where ${where}),
    counted as (select count(*) as total from matching),
    page as (select * from matching order by by ${sql.raw(sort.down ? 'desc' : 'asc')} nulls last, id
      limit ${limit} offset ${offset})
    select page.of, page.id, counted.total from counted left join page on true
    order by page.by ${sql.raw(sort.down ? 'desc' : 'asc')} nulls last, page.id`.execute(db as Tx)
  const documents = new Map<string, Opportunity>()
  for (const source of sources) {
    const ids = rows.flatMap((r) => (r.of === source.name && r.id !== null ? [r.id] : []))
    if (ids.length === 0) continue
    for (const o of await source.read(db, ids, today, baseUrl)) documents.set(o.id, o)
  }
  const items = rows.flatMap(({ id }) => documents.get(id ?? '') ?? [])
  return { items, total: rows[0]?.total ?? 0 }
}

export async function opportunityById(
  db: Read,
  id: string,
  today: Day,
  baseUrl: string,
): Promise<Opportunity | undefined> {
  const { rows } = await sql<{ of: string }>`
    select o.of from ${all(today)} where o.id = ${id}::uuid limit 1`.execute(db as Tx)
  const source = sources.find((s) => s.name === rows[0]?.of)
  return (await source?.read(db, [id], today, baseUrl))?.[0]
}

export async function anyOpportunity(db: Read, tsquery: string, today: Day): Promise<boolean> {
  const { rows } = await sql`select 1 from ${all(today)} where ${worded(tsquery)} limit 1`.execute(db as Tx)
  return rows.length > 0
}
