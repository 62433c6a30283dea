import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { type Count, type RegisterAsked, type RegisterFacet, registerFacets } from './register-list.ts'

export type Registered = {
  application: string
  number: string
  /** Null where a personal trader takes part: the decision is counted, and nothing of it bears the name. */
  title: string | null
  language: string
  call: string
  callTitle: Names
  ecosystem: string
  ecosystemName: Names
  year: number
  decidedOn: string
  publishedAt: Date
  outcome: 'yes' | 'no'
  granted: string | null
  cost: string | null
  /** Of a grant that names nobody; why an application was refused is told to who applied. */
  grounds: string | null
  hash: string
  project: { registry: string; code: string } | null
  parties: { name: string | null; role: string; granted: string | null }[]
}

export type Register = {
  items: Registered[]
  /** Of all that is asked for, whichever page it is. */
  total: number
  granted: string
  counts: Record<RegisterFacet, Count[]>
  exercises: number
}

/** Whether a personal trader takes part, by the registry of today or by the name when it was published. */
const personal = sql<boolean>`(d.personal or (
    select coalesce(bool_or(o.personal), false) from application_partner ap join organisation o on o.id = ap.organisation_id
    where ap.application_id = a.id))`

/** The parties of a decision, each with whether it is named: who is not in the registry, where nobody is personal. */
const parties = sql`
    jsonb_array_elements(h.content -> 'parties') with ordinality as x (party, position)
    left join application_partner ap on ap.application_id = a.id and ap.row_key = x.party ->> 'row'
    left join organisation o on o.id = ap.organisation_id
    where (h.outcome = 'no' or x.party ->> 'grant' is not null)`
const named = sql<boolean>`not coalesce(o.personal, d.personal)`

const year = sql<string>`to_char(h.at at time zone 'Europe/Helsinki', 'YYYY')`
const names = sql`array(select distinct x.party ->> 'name' from ${parties} and ${named})`

const tables = sql`
  decision d join decision_part h on h.decision_id = d.id and h.part = 'legal' and h.void_at is null
  join application a on a.id = d.application_id join call c on c.id = d.call_id
  join ecosystem e on e.id = d.ecosystem_id`

const among = (values: readonly string[]) => sql`any(${[...values]}::text[])`

/** What a facet asks of a decision; nothing where no value is chosen. */
function chosenIn(facet: RegisterFacet, values: readonly string[] | undefined): RawBuilder<unknown>[] {
  if (!values?.length) return []
  const is: Record<RegisterFacet, RawBuilder<unknown>> = {
    outcome: sql`h.outcome = ${among(values)}`,
    year: sql`${year} = ${among(values)}`,
    call: sql`c.code = ${among(values)}`,
    ecosystem: sql`e.key = ${among(values)}`,
    organisation: sql`exists (select from ${parties} and ${named} and x.party ->> 'name' = ${among(values)})`,
  }
  return [is[facet]]
}

/** Every word is somewhere in what the register shows of the decision. */
const saying = (q: string): RawBuilder<unknown>[] =>
  q
    .toLocaleLowerCase('fi')
    .split(/\s+/)
    .filter(Boolean)
    .map(
      (word) => sql`position(${word} in lower(concat_ws(' ', c.code || '/' || a.number,
        case when not ${personal} then a.title end,
        case when not ${personal} and h.outcome = 'yes' then h.grounds end,
        array_to_string(${names}, ' ')))) > 0`,
    )

const every = (conditions: readonly RawBuilder<unknown>[]) => sql.join([sql`true`, ...conditions], sql` and `)

const published = (exercise: boolean, q = '') => [
  sql`d.state = 'published'`,
  sql`c.exercise = ${exercise}`,
  ...saying(q),
]

/** A page of what has been decided and published, the newest first: of calls for practice, or of the others. */
export const registerPage = (
  exercise: boolean,
  asked: RegisterAsked,
  { limit, offset }: { limit: number; offset: number },
) => sql<Registered>`
    select a.id as application, c.code || '/' || a.number as number,
      case when not ${personal} then a.title end as title, a.language, c.code as call,
      c.title as "callTitle", e.key as ecosystem, e.name as "ecosystemName", ${year}::int as year,
      to_char(h.at at time zone 'Europe/Helsinki', 'YYYY-MM-DD') as "decidedOn", d.published_at as "publishedAt",
      h.outcome, h.grant_amount::text as granted, h.cost::text as cost,
      case when not ${personal} and h.outcome = 'yes' then h.grounds end as grounds, h.hash,
      case when not ${personal} then (select jsonb_build_object('registry', p.registry, 'code', p.code)
        from project p where p.id = d.project_id) end as project,
      coalesce((select jsonb_agg(jsonb_build_object('name', case when ${named} then x.party ->> 'name' end,
        'role', x.party ->> 'role', 'granted', x.party ->> 'grant') order by x.position) from ${parties}), '[]') as parties
    from ${tables}
    where ${every([...published(exercise, asked.q), ...registerFacets.flatMap((f) => chosenIn(f, asked[f]))])}
    order by d.published_at desc, d.id desc limit ${limit} offset ${offset}`

export async function registered(
  db: Read,
  exercise: boolean,
  asked: RegisterAsked,
  page: { limit: number; offset: number },
): Promise<Registered[]> {
  const { rows } = await registerPage(exercise, asked, page).execute(db as Tx)
  return rows
}

type Counted = {
  facet: RegisterFacet | 'all'
  value: string
  label: Names | null
  count: number
  sum: string
}

/**
 * How many decisions there are in all and what they grant, and how many of each value: each facet counted as if it
 * asked nothing itself, so that its other values can be chosen. The decisions are gone through once, narrow.
 */
export async function registerCounts(
  db: Read,
  exercise: boolean,
  asked: RegisterAsked,
): Promise<{ total: number; granted: string; counts: Record<RegisterFacet, Count[]> }> {
  const fits = (facet: RegisterFacet) => sql.ref(`fits_${facet}`)
  const others = (but?: RegisterFacet) => every(registerFacets.filter((f) => f !== but).map(fits))
  const values: Record<RegisterFacet, RawBuilder<unknown>> = {
    outcome: sql`select 'outcome', outcome, null::text from told where ${others('outcome')}`,
    year: sql`select 'year', year, null from told where ${others('year')}`,
    call: sql`select 'call', call, call_title from told where ${others('call')}`,
    ecosystem: sql`select 'ecosystem', ecosystem, ecosystem_name from told where ${others('ecosystem')}`,
    organisation: sql`select 'organisation', name, null from told, unnest(names) as name where ${others('organisation')}`,
  }
  const { rows } = await sql<Counted>`
    with told as materialized (
      select h.outcome, ${year} as year, c.code as call, c.title::text as call_title, e.key as ecosystem,
        e.name::text as ecosystem_name, h.grant_amount as granted, ${names} as names,
        ${sql.join(
          registerFacets.map((f) => sql`(${every(chosenIn(f, asked[f]))}) as ${fits(f)}`),
          sql`, `,
        )}
      from ${tables} where ${every(published(exercise, asked.q))}
    )
    select facet, value, min(label)::jsonb as label, count(*)::int as count, '0' as sum
    from (${sql.join(Object.values(values), sql` union all `)}) as v (facet, value, label)
    group by facet, value
    union all
    select 'all', '', null, count(*)::int, coalesce(sum(granted), 0)::text from told where ${others()}`.execute(
    db as Tx,
  )
  const all = rows.find((r) => r.facet === 'all')!
  const of = (facet: RegisterFacet): Count[] => {
    const found = rows.filter((r) => r.facet === facet)
    const missing = (asked[facet] ?? []).filter((value) => !found.some((r) => r.value === value))
    return [
      ...found.map(({ value, count, label }) => ({ value, count, ...(label && { label }) })),
      ...missing.map((value) => ({ value, count: 0 })),
    ].sort((a, b) => (facet === 'year' ? 0 : b.count - a.count) || (a.value < b.value ? -1 : 1))
  }
  const counts = {
    outcome: of('outcome'),
    year: of('year'),
    call: of('call'),
    ecosystem: of('ecosystem'),
    organisation: of('organisation'),
  }
  return { total: all.count, granted: all.sum, counts }
}

/** How many decisions of calls for practice are published. */
export async function exercisesCount(db: Read): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from decision d join call c on c.id = d.call_id
    where d.state = 'published' and c.exercise`.execute(db as Tx)
  return rows[0]!.n
}
