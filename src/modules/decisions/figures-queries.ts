import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

export type Figures = {
  begun: number
  sent: number
  late: number
  completions: number
  completed: number
  decided: number
  /** Hours from the opening to the first sending: quartiles. */
  hours: { first: number; median: number; third: number } | null
  /** Days from the deadline to the legal decision. */
  days: { first: number; median: number; third: number } | null
  /** By section: in how many applications something was typed, and how many of these were sent. */
  sections: { section: string; begun: number; sent: number }[]
}

/** How a call went, counted from its rows; each part by an index of the call or its applications. */
export async function figuresOf(db: Read, call: string): Promise<Figures> {
  const { rows } = await sql<Figures>`
    with own as (select a.*, c.opened_at, coalesce(c.full_closes_at, c.closes_at) as deadline
      from application a join call c on c.id = a.call_id where a.call_id = ${call}),
    first as (select o.id, extract(epoch from min(v.at) - o.opened_at) / 3600.0 as hours
      from own o join application_version v on v.application_id = o.id where o.opened_at is not null
      group by o.id, o.opened_at),
    ended as (select extract(epoch from h.at - o.deadline) / 86400.0 as days
      from own o join decision d on d.application_id = o.id
      join decision_part h on h.decision_id = d.id and h.part = 'legal' and h.void_at is null where o.deadline is not null),
    typed as (select distinct split_part(f.subject, '.', 2) as section, o.id, o.version is not null as sent
      from own o join draft f on f.kind = 'application.section' and f.subject like o.id || '.%')
    select (select count(*)::int from own) as begun,
      (select count(*)::int from own where version is not null) as sent,
      (select count(*)::int from own where late) as late,
      (select count(*)::int from completion_request q join own o on o.id = q.application_id) as completions,
      (select count(*)::int from completion_request q join own o on o.id = q.application_id
        where q.answered_version is not null) as completed,
      (select count(*)::int from ended) as decided,
      (select case when count(*) > 0 then jsonb_build_object(
        'first', percentile_cont(0.25) within group (order by hours),
        'median', percentile_cont(0.5) within group (order by hours),
        'third', percentile_cont(0.75) within group (order by hours)) end from first) as hours,
      (select case when count(*) > 0 then jsonb_build_object(
        'first', percentile_cont(0.25) within group (order by days),
        'median', percentile_cont(0.5) within group (order by days),
        'third', percentile_cont(0.75) within group (order by days)) end from ended) as days,
      coalesce((select jsonb_agg(t order by t.begun desc, t.section) from (
        select section, count(*)::int as begun, count(*) filter (where sent)::int as sent
        from typed group by section) t), '[]') as sections`.execute(db as Tx)
  return rows[0]!
}
