import { type RawBuilder, sql } from 'kysely'
import { tsvector } from '../../engine/language/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { matches, type RankedTerm, rank } from '../../kernel/search.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { languages } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Entry, State } from './entry.ts'
import type { Kept } from './opportunity.ts'
import { staleIn, stateIn } from './state-queries.ts'

export type Funding = Kept & {
  checked_by: string | null
  stale_told_at: Date | null
  archived_at: Date | null
}

export type ShownFunding = Funding & { checker: string | null; state: State; stale: boolean }

export const fundingPath = ({ id }: { id: string }): string => `/funding/${id}`

const columns = sql`f.id, f.source, f.external_id, f.language, f.title, f.summary, f.programme, f.funder, f.level,
  f.applicants, f.applicant_text, f.aid_rate::text as aid_rate, f.amount_total::text as amount_total,
  f.amount_min::text as amount_min, f.amount_max::text as amount_max, f.currency, f.awards, f.money_text, f.stage,
  f.opens_on, f.closes_on, f.closes_at, f.link, f.read_from, f.themes, f.region, f.checked_on, f.checked_by,
  f.stale_told_at, f.created_at, f.modified_at, f.archived_at, f.document, f.imported`

export type FundingFilters = {
  level: readonly string[]
  state: readonly string[]
  applicant: readonly string[]
  theme: readonly string[]
  stale: boolean
  archived: boolean
}
export type Narrowing = FundingFilters & { tsquery?: string | undefined; today: Day }
type Facet = 'level' | 'state' | 'applicant' | 'theme'

const among = (wanted: readonly string[], value: RawBuilder<unknown>) =>
  wanted.length === 0 ? sql`true` : sql`${value} = any(${[...wanted]}::text[])`
const overlaps = (wanted: readonly string[], value: RawBuilder<unknown>) =>
  wanted.length === 0 ? sql`true` : sql`${value} && ${[...wanted]}::text[]`

const conditions = (n: Narrowing): Record<Facet, RawBuilder<unknown>> => ({
  level: among(n.level, sql`f.level`),
  state: among(n.state, stateIn(n.today)),
  applicant: overlaps(n.applicant, sql`f.applicants`),
  theme: overlaps(n.theme, sql`f.themes`),
})

const base = (n: Narrowing) => sql`f.archived_at is ${n.archived ? sql`not null` : sql`null`}
  and ${n.stale ? staleIn(n.today) : sql`true`}
  and ${n.tsquery === undefined ? sql`true` : n.tsquery === '' ? sql`false` : matches(sql.ref('f.lexemes'), n.tsquery)}`

export const fundingSorts = [
  'deadline',
  '-deadline',
  'title',
  '-title',
  'checked',
  '-checked',
  'added',
  '-added',
] as const
export type FundingSort = (typeof fundingSorts)[number]

/** By a column, or by how well the words match. What is over stands last when the nearest deadline is asked for. */
function orderOf(sort: FundingSort | { terms: readonly RankedTerm[] }, today: Day) {
  if (typeof sort !== 'string') return sql`${rank(sql.ref('f.lexemes'), sort.terms)} desc, f.closes_on, f.id`
  const down = sql.raw(sort.startsWith('-') ? 'desc' : 'asc')
  const by = sort.replace('-', '')
  if (by === 'title') return sql`${titleIn} ${down}, f.id`
  if (by === 'added') return sql`f.created_at ${down}, f.id`
  if (by === 'checked') return sql`f.checked_on ${down}, f.id`
  if (sort === '-deadline') return sql`f.closes_on desc nulls last, f.id`
  return sql`(${stateIn(today)} = 'closed'), f.closes_on nulls last, ${titleIn}, f.id`
}

/** The title in the language of its source, else the best other one. */
const titleIn = sql`lower(coalesce(f.title ->> f.language, ${sql.join(
  languages.map((l) => sql`f.title ->> ${sql.lit(l)}`),
  sql`, `,
)}, ''))`

export async function listFunding(
  db: Read,
  n: Narrowing,
  sort: FundingSort | { terms: readonly RankedTerm[] },
  limit: number,
  offset: number,
): Promise<ShownFunding[]> {
  const c = conditions(n)
  const { rows } = await sql<ShownFunding>`
    select ${columns}, person.name as checker, ${stateIn(n.today)} as state, ${staleIn(n.today)} as stale
    from funding f left join person on person.id = f.checked_by
    where ${base(n)} and ${c.level} and ${c.state} and ${c.applicant} and ${c.theme}
    order by ${orderOf(sort, n.today)} limit ${limit} offset ${offset}`.execute(db as Tx)
  return rows
}

/** How many entries each value of a facet has, among those that pass the other facets; 'all' has the whole list. */
export async function fundingCounts(
  db: Read,
  n: Narrowing,
): Promise<{ facet: Facet | 'all'; value: string; count: number }[]> {
  const c = conditions(n)
  const but = (facet?: Facet) =>
    sql.join(
      (Object.keys(c) as Facet[]).filter((name) => name !== facet).map((name) => c[name]),
      sql` and `,
    )
  const one = (facet: Facet, value: RawBuilder<unknown>, from = sql``) =>
    sql`select ${sql.lit(facet)} as facet, ${value} as value, count(*) as count
      from funding f ${from} where ${base(n)} and ${but(facet)} group by 2`
  const { rows } = await sql<{ facet: Facet | 'all'; value: string; count: number }>`
    select 'all' as facet, '' as value, count(*) as count from funding f where ${base(n)} and ${but()}
    union all ${one('level', sql`f.level`)}
    union all ${one('state', stateIn(n.today))}
    union all ${one('applicant', sql`a.value`, sql`cross join unnest(f.applicants) a (value)`)}
    union all ${one('theme', sql`a.value`, sql`cross join unnest(f.themes) a (value)`)}`.execute(db as Tx)
  return rows
}

export async function anyFunding(db: Read, tsquery: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from funding f where f.archived_at is null and ${matches(sql.ref('f.lexemes'), tsquery)} limit 1`.execute(
    db as Tx,
  )
  return rows.length > 0
}

export async function fundingById(db: Read, id: string, today: Day): Promise<ShownFunding | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<ShownFunding>`
    select ${columns}, person.name as checker, ${stateIn(today)} as state, ${staleIn(today)} as stale
    from funding f left join person on person.id = f.checked_by where f.id = ${id}::uuid`.execute(db as Tx)
  return rows[0]
}

export async function fundingByIds(db: Read, ids: readonly string[]): Promise<Funding[]> {
  const { rows } = await sql<Funding>`
    select ${columns} from funding f where f.id = any(${[...ids]}::uuid[])`.execute(db as Tx)
  return rows
}

/** Entries by what their sources call them, or by their ids. */
export async function fundingCalled(
  db: Read,
  named: readonly { source: string; externalId: string }[],
  ids: readonly string[],
): Promise<Funding[]> {
  const { rows } = await sql<Funding>`
    select ${columns} from funding f
    where (f.source, f.external_id) in (
        select * from unnest(${named.map((n) => n.source)}::text[], ${named.map((n) => n.externalId)}::text[]))
      or f.id = any(${[...ids]}::uuid[])`.execute(db as Tx)
  return rows
}

/** Old entries whose keepers have not been told. */
export async function newlyStale(db: Read, today: Day): Promise<ShownFunding[]> {
  const { rows } = await sql<ShownFunding>`
    select ${columns}, null as checker, ${stateIn(today)} as state, true as stale from funding f
    where ${staleIn(today)} and f.stale_told_at is null order by f.closes_on, f.id limit 1000`.execute(
    db as Tx,
  )
  return rows
}

export async function staleCount(db: Read, today: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from funding f where ${staleIn(today)}`.execute(db as Tx)
  return rows[0]?.count ?? 0
}

export const noteStaleTold = (tx: Tx, ids: readonly string[], now: Date): Promise<unknown> =>
  tx.updateTable('funding').set({ stale_told_at: now }).where('id', 'in', ids).execute()

const spoken = (names: Entry['title']) => languages.map((l) => names[l] ?? '').join('\n')

const lexemesOf = (e: Entry) =>
  tsvector([
    { text: spoken(e.title), weight: 'A', language: 'auto' },
    { text: [e.programme, e.funder, ...e.themes].filter(Boolean).join('\n'), weight: 'B', language: 'auto' },
    { text: `${spoken(e.summary)}\n${e.region ?? ''}`.slice(0, 100_000), weight: 'C', language: 'auto' },
  ])

const stored = (e: Entry) => ({
  ...e,
  title: JSON.stringify(e.title),
  summary: JSON.stringify(e.summary),
  applicant_text: JSON.stringify(e.applicant_text),
  applicants: [...e.applicants],
  themes: [...e.themes],
  lexemes: lexemesOf(e),
})

/** What an import brings beside the values; absent for what is typed. */
export type Imported = { original: unknown; document: unknown; imported: Entry }

const storedImport = (i: Imported | undefined) =>
  i && {
    original: JSON.stringify(i.original),
    ...(i.document !== undefined && { document: JSON.stringify(i.document) }),
    imported: JSON.stringify(i.imported),
  }

export type NewFunding = {
  id: string
  source: string
  external_id: string
  checked_on: Day
  checked_by: string | null
  created_at: Date
  modified_at: Date
  stated_status: string | null
}

export const insertFunding = (
  tx: Tx,
  row: NewFunding,
  values: Entry,
  imported?: Imported,
): Promise<unknown> =>
  tx
    .insertInto('funding')
    .values({ ...row, ...stored(values), ...storedImport(imported) })
    .execute()

export const updateFunding = (
  tx: Tx,
  id: string,
  change: Partial<Omit<NewFunding, 'id'>> & { stale_told_at?: null },
  values: Entry,
  imported?: Imported,
): Promise<unknown> =>
  tx
    .updateTable('funding')
    .set({ ...change, ...stored(values), ...storedImport(imported) })
    .where('id', '=', id)
    .execute()

export const markFunding = (
  tx: Tx,
  id: string,
  change: { checked_on: Day; checked_by: string | null } | { archived_at: Date | null },
): Promise<unknown> =>
  tx
    .updateTable('funding')
    .set({ ...change, stale_told_at: null })
    .where('id', '=', id)
    .execute()

export const fundingSubject: SubjectKind = {
  kind: 'funding',
  find: async (db, id) => {
    const [found] = isId(id) ? await fundingByIds(db, [id]) : []
    return (
      found && {
        title: found.title,
        path: fundingPath(found),
        record: { share: 'public', ecosystem: null },
      }
    )
  },
}
