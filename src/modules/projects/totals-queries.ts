import { type RawBuilder, sql } from 'kysely'
import type { Sight } from './sight.ts'
import { seen } from './sight-queries.ts'

/** What canonical organisations lead and join, with sums by currency, over the projects `p` that fulfil a condition. */
export const totalsOver = (which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with party as (
    select o.canonical_id as id, pp.role, p.currency, p.granted, p.realised, p.start_year
    from project_party pp
    join organisation o on o.id = pp.organisation_id
    join project p on p.id = pp.project_id
    where ${which}
  ), by_currency as (
    select id, currency, count(*) filter (where role = 'lead') as led, count(*) filter (where role = 'partner') as joined,
      sum(granted) filter (where role = 'lead') as granted, sum(realised) filter (where role = 'lead') as realised,
      min(start_year) as first_year, max(start_year) as last_year
    from party group by id, currency
  )
  select id as organisation_id, sum(led)::bigint as led, sum(joined)::bigint as joined,
    coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'granted', granted::text, 'realised', realised::text))
      filter (where currency is not null and granted is not null), '[]') as money,
    min(first_year) as first_year, max(last_year) as last_year,
    coalesce(sum(granted) filter (where currency = 'EUR'), 0)::numeric(18, 2) as granted_eur
  from by_currency group by id`

/**
 * To join as what each organisation has led and joined, in projects that the reader sees. Of public projects it stands
 * ready; who sees others as well has the organisations of those, which are few, added up on the spot.
 */
export function totalsSeen(sight: Sight): RawBuilder<unknown> {
  const closed = sight.cube.some((row) => row.share !== 'public')
  if (!closed) return sql`organisation_summary`
  const theirs = sql`
    select o.canonical_id from project p join project_party pp on pp.project_id = p.id
    join organisation o on o.id = pp.organisation_id where p.share <> 'public' and ${seen(sight, 'p')}`
  return sql`(
    select * from organisation_summary where organisation_id not in (${theirs})
    union all
    (${totalsOver(sql`${seen(sight, 'p')} and o.canonical_id in (${theirs})`)}))`
}
