import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches } from '../../kernel/search.ts'
import { visible } from '../../kernel/share.ts'
import type { Call } from './call.ts'
import { type CallRow, callColumns, callOf } from './queries.ts'

const condition = (actor: Actor, f: { tsquery?: string | undefined }) => {
  const all = [visible(actor, 'c')]
  if (f.tsquery !== undefined) all.push(matches(sql.ref('c.lexemes'), f.tsquery))
  return sql.join(all, sql` and `)
}

export async function anyCall(db: Read, actor: Actor, tsquery: string): Promise<boolean> {
  const { rows } = await sql`select 1 from call c where ${condition(actor, { tsquery })} limit 1`.execute(
    db as Tx,
  )
  return rows.length > 0
}

/** By what the list is narrowed down. Each has the values of a call as an array of the `base` below. */
export const callFacets = ['ecosystem', 'fund', 'programme', 'objective', 'state'] as const
export type CallFacet = (typeof callFacets)[number]

export type CallsAsked = { [F in CallFacet]: readonly string[] } & {
  tsquery: string | undefined
  offset: number
  limit: number
}

/** No facet narrows it down. */
export const everyCall = { ecosystem: [], fund: [], programme: [], objective: [], state: [] } as const

/**
 * What is seen of the calls with the values of each facet and the place in the list. `state` and `rank` say the same as
 * `phaseOf` and the order: what can be done now comes first, open calls by the nearest deadline, coming ones by
 * opening, past ones newest first.
 */
const base = (actor: Actor, asked: CallsAsked, now: Date) => sql`
  base as materialized (
    select id, code, array[key] as ecosystem, funds as fund, programmes as programme, objectives as objective,
      array[phase] as state, array_position(array['preparing', 'open', 'coming', 'past'], phase) as rank,
      case phase when 'open' then next when 'past' then null else opens_at end as forth,
      case phase when 'past' then last end as back
    from (
      select c.id, c.code, e.key, c.opens_at, last,
        case when two and c.closes_at <= ${now} then c.full_closes_at else c.closes_at end as next,
        case when c.state = 'planned' then case when c.announced_at is null then 'preparing' else 'coming' end
          when c.state = 'open' and last > ${now} then 'open' else 'past' end as phase,
        array(select distinct m ->> 'fund' from jsonb_array_elements(c.settings -> 'money') m) as funds,
        array_remove(array[c.settings ->> 'programme'], null) as programmes,
        array(select jsonb_array_elements_text(c.settings -> 'objectives')) as objectives
      from call c join ecosystem e on e.id = c.ecosystem_id
        cross join lateral (select (c.settings ->> 'twoSteps')::boolean as two) s
        cross join lateral (select case when two then c.full_closes_at else c.closes_at end as last) d
      where ${condition(actor, asked)}
    ) seen
  )`

const passes = (asked: CallsAsked, facets: readonly CallFacet[]): RawBuilder<unknown> => {
  const chosen = facets.filter((facet) => asked[facet].length > 0)
  if (chosen.length === 0) return sql`true`
  return sql.join(
    chosen.map((facet) => sql`${sql.ref(`base.${facet}`)} && ${[...asked[facet]]}::text[]`),
    sql` and `,
  )
}

/** One page of the list, how many there are in all, and how many there would be with each value of each facet. */
export async function callsListed(
  db: Read,
  actor: Actor,
  asked: CallsAsked,
  now: Date,
): Promise<{ items: Call[]; total: number; counts: Record<CallFacet, Record<string, number>> }> {
  const page = await sql<CallRow>`with ${base(actor, asked, now)}
    select ${callColumns} from base join call c on c.id = base.id join ecosystem e on e.id = c.ecosystem_id
    where ${passes(asked, callFacets)}
    order by base.rank, base.forth nulls last, base.back desc nulls last, base.code
    limit ${asked.limit} offset ${asked.offset}`.execute(db as Tx)
  const countings = callFacets.map(
    (
      facet,
    ) => sql`select ${facet} as facet, value, count(*)::int as n from base, unnest(${sql.ref(`base.${facet}`)}) value
      where ${passes(
        asked,
        callFacets.filter((other) => other !== facet),
      )} group by value`,
  )
  const { rows } = await sql<{
    facet: CallFacet | 'total'
    value: string
    n: number
  }>`with ${base(actor, asked, now)}
    ${sql.join(countings, sql` union all `)}
    union all select 'total', '', count(*)::int from base where ${passes(asked, callFacets)}`.execute(
    db as Tx,
  )
  const of = (facet: CallFacet | 'total') =>
    Object.fromEntries(rows.filter((row) => row.facet === facet).map(({ value, n }) => [value, n]))
  return {
    items: page.rows.map(callOf),
    total: of('total')[''] ?? 0,
    counts: Object.fromEntries(callFacets.map((facet) => [facet, of(facet)])) as Record<
      CallFacet,
      Record<string, number>
    >,
  }
}
