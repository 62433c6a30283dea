import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches, type RankedTerm } from '../../kernel/search.ts'
import { moneyOrder } from './money-order-queries.ts'
import type { Sight } from './sight.ts'
import { seen } from './sight-queries.ts'
import { totalsSeen } from './totals-queries.ts'

const p = sql.ref

export type PartyOfProject = {
  id: string
  /** The canonical name, and the name as the list wrote it. */
  name: string
  written: string
  role: 'lead' | 'partner'
  personal: boolean
  businessId: string | null
  led: number
  joined: number
  grantedEur: string
}

/** Who takes part, lead first, each with what its other projects come to. */
export async function partiesOf(db: Read, sight: Sight, projectId: string): Promise<PartyOfProject[]> {
  const { rows } = await sql<PartyOfProject>`
    select c.id, c.name, pp.name as written, pp.role, (o.personal or c.personal) as personal,
      (select i.value from organisation g join organisation_identifier i on i.organisation_id = g.id
        where g.canonical_id = c.id and i.scheme = 'fi-business-id' order by i.value limit 1) as "businessId",
      coalesce(s.led, 0) as led, coalesce(s.joined, 0) as joined, coalesce(s.granted_eur, 0)::text as "grantedEur"
    from project_party pp join organisation o on o.id = pp.organisation_id
    join organisation c on c.id = o.canonical_id
    left join ${totalsSeen(sight)} s on s.organisation_id = c.id
    where pp.project_id = ${projectId} order by pp.position`.execute(db as Tx)
  return rows
}

export type Neighbour = {
  id: string
  registry: string
  code: string
  title: string
  language: string
  start: string | null
  end: string | null
  granted: string | null
  currency: string | null
  common: number
}

const neighbour = sql`p.id, p.registry, p.code, p.title, p.language, p.start_on as start, p.end_on as "end", p.granted, p.currency`

/** Other projects that the same organisation leads, those nearest in time first. */
export async function ledBySame(
  db: Read,
  sight: Sight,
  projectId: string,
  lead: string,
  start: string | null,
  limit: number,
): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    select ${neighbour}, 1 as common from project p
    where p.lead_id in (select id from organisation where canonical_id = ${lead}) and p.id <> ${projectId}
      and ${seen(sight, 'p')}
    order by abs(p.start_on - ${start}::date) nulls last, ${moneyOrder('p', 'granted')}, p.id limit ${limit}`.execute(
    db as Tx,
  )
  return rows
}

/** Projects in which at least two of the same organisations take part. */
export async function withSamePartners(
  db: Read,
  sight: Sight,
  projectId: string,
  limit: number,
): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    with mine as (
      select distinct o.canonical_id as id from project_party pp join organisation o on o.id = pp.organisation_id
      where pp.project_id = ${projectId} and not o.personal
    ), shared as (
      select pp.project_id, count(distinct o.canonical_id) as common
      from organisation o join project_party pp on pp.organisation_id = o.id
      where o.canonical_id in (select id from mine) and pp.project_id <> ${projectId}
      group by pp.project_id having count(distinct o.canonical_id) > 1
    )
    select ${neighbour}, s.common from shared s join project p on p.id = s.project_id and ${seen(sight, 'p')}
    order by s.common desc, ${moneyOrder('p', 'granted')}, p.id limit ${limit}`.execute(db as Tx)
  return rows
}

/** Projects that share the rare words of a title: the worth of the words they share must reach `least`. */
export async function withSimilarWords(
  db: Read,
  sight: Sight,
  projectId: string,
  terms: readonly RankedTerm[],
  least: number,
  limit: number,
): Promise<Neighbour[]> {
  if (terms.length === 0) return []
  const any = terms.map((t) => `(${t.query})`).join(' | ')
  const worth = sql.join(
    terms.map((t) => sql`case when ${matches(p('s.lexemes'), t.query)} then ${t.worth}::float8 else 0 end`),
    sql` + `,
  )
  const { rows } = await sql<Neighbour>`
    select * from (
      select ${neighbour}, 0 as common, ${worth} as worth
      from project_search s join project p on p.id = s.project_id
      where ${matches(p('s.lexemes'), any)} and p.id <> ${projectId} and ${seen(sight, 'p')}
    ) as best where worth >= ${least}::float8
    order by worth desc, ${moneyOrder('best', 'granted')}, id limit ${limit}`.execute(db as Tx)
  return rows
}
