import { type RawBuilder, sql } from 'kysely'
import { decimalOf } from '../../kernel/money.ts'
import { matches } from '../../kernel/search.ts'
import { type FacetFilters, unknownValue } from './facets.ts'
import type { Sight } from './sight.ts'
import { seen } from './sight-queries.ts'

const p = sql.ref

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

/** The facets chosen; where few combinations have them all, their keys, of which who asks sees all. */
export type Chosen = { filters: FacetFilters; keys?: readonly string[] | undefined; sight: Sight | 'all' }

/** Where rows are read, and by what columns. */
type Rows = { from: RawBuilder<unknown>; own: 's' | 'p' }

/** Words and amounts are told by the narrow rows alone; all else by the wide ones, with which no words go. */
export function rowsFor(n: Narrowing, wide: boolean): Rows {
  if (n.tsquery === undefined) return { from: sql`project p`, own: 'p' }
  const words = { tsquery: undefined, minCents: undefined, maxCents: undefined }
  return wide || isNarrowed({ ...n, ...words })
    ? { from: sql`project_search s join project p on p.id = s.project_id`, own: 's' }
    : { from: sql`project_search s`, own: 's' }
}

export function conditions(n: Narrowing, chosen: Chosen, own: Rows['own']): RawBuilder<boolean> {
  const all: RawBuilder<boolean>[] = [sql<boolean>`true`]
  if (n.tsquery !== undefined) all.push(n.tsquery === '' ? sql`false` : matches(p('s.lexemes'), n.tsquery))
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
  // Where words narrow too, their index is the better one, and "+ 0" keeps the planner from that of the amounts: it
  // takes words to be rarer than they are, and reads a row at a time from all over the table.
  const granted = n.tsquery === undefined ? p(`${own}.granted`) : sql`${p(`${own}.granted`)} + 0`
  if (n.minCents !== undefined) all.push(sql`${granted} >= ${decimalOf(n.minCents)}::numeric`)
  if (n.maxCents !== undefined) all.push(sql`${granted} <= ${decimalOf(n.maxCents)}::numeric`)
  if (chosen.keys) {
    all.push(sql`${p(`${own}.facet_key`)} = any(${chosen.keys}::bigint[])`)
    return sql`${sql.join(all, sql` and `)}`
  }
  if (chosen.sight !== 'all') all.push(seen(chosen.sight, own))
  const { filters } = chosen
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
