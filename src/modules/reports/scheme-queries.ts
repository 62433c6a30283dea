import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Period, PeriodLength } from './periods.ts'

export type Scheme = {
  id: string
  ecosystem: string
  call: string | null
  callTitle: Names | null
  period: PeriodLength
  dueDays: number
  startsOn: Day
  guidance: Names
  byWhom: string
  at: Date
}

/** The schemes that hold, of one ecosystem or of all; that of the whole ecosystem first. */
export async function schemesOf(db: Read, ecosystem: string | null): Promise<Scheme[]> {
  const { rows } = await sql<Scheme>`
    select s.id, s.ecosystem_id as ecosystem, s.call_id as call, c.title as "callTitle", s.period, s.due_days as "dueDays",
      s.starts_on as "startsOn", s.guidance, s.by_whom as "byWhom", s.at
    from reporting_scheme s left join call c on c.id = s.call_id
    where s.ended_at is null and (${ecosystem}::uuid is null or s.ecosystem_id = ${ecosystem}::uuid)
    order by s.ecosystem_id, s.call_id nulls first`.execute(db as Tx)
  return rows
}

export const endScheme = (
  tx: Tx,
  of: { ecosystem: string; call: string | null },
  by: { name: string; at: Date },
): Promise<unknown> =>
  sql`update reporting_scheme set ended_at = ${by.at}, ended_by = ${by.name}
    where ecosystem_id = ${of.ecosystem} and call_id is not distinct from ${of.call}::uuid and ended_at is null`.execute(
    tx,
  )

export const insertScheme = (
  tx: Tx,
  s: Omit<Scheme, 'callTitle'> & { person: string | null },
): Promise<unknown> =>
  tx
    .insertInto('reporting_scheme')
    .values({
      id: s.id,
      ecosystem_id: s.ecosystem,
      call_id: s.call,
      period: s.period,
      due_days: s.dueDays,
      starts_on: s.startsOn,
      guidance: JSON.stringify(s.guidance),
      person_id: s.person,
      by_whom: s.byWhom,
      at: s.at,
    })
    .execute()

/** Calls of an ecosystem that may have a scheme of their own. */
export async function callsOf(db: Read, ecosystem: string): Promise<{ id: string; title: Names }[]> {
  const { rows } = await sql<{ id: string; title: Names }>`
    select id, title from call where ecosystem_id = ${ecosystem} order by code`.execute(db as Tx)
  return rows
}

/** A project that reports: what a decision began, or what somebody has said, from the day that they said. */
export type Reporting = {
  ecosystem: string
  project: string
  /** The call that it came by, where its money was decided here. */
  call: string | null
  starts: Day | null
  ends: Day | null
}

export async function reportingProjects(db: Read): Promise<Reporting[]> {
  const { rows } = await sql<Reporting>`
    with decided as (
      select distinct on (d.ecosystem_id, f.project_id) d.ecosystem_id, f.project_id, a.call_id
      from funding_decision f join decision d on d.id = f.decision_id join application a on a.id = d.application_id
      where f.withdrawn_at is null order by d.ecosystem_id, f.project_id, f.decided_on
    )
    select coalesce(d.ecosystem_id, s.ecosystem_id) as ecosystem, p.id as project, d.call_id as call,
      coalesce(s.starts_on, p.start_on) as starts, p.end_on as ends
    from decided d full join reporting_project s on s.ecosystem_id = d.ecosystem_id and s.project_id = d.project_id
      join project p on p.id = coalesce(d.project_id, s.project_id)
    order by 1, 2`.execute(db as Tx)
  return rows
}

/** A project by its code, as far as the actor sees it. */
export async function projectWithCode(
  db: Read,
  actor: Actor,
  code: string,
): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select p.id from project p where p.code = ${code} and ${visible(actor, 'p')} order by p.id limit 1`.execute(
    db as Tx,
  )
  return rows[0]
}

export const saveReporting = (
  tx: Tx,
  r: { ecosystem: string; project: string; starts: Day; person: string | null; byWhom: string; at: Date },
): Promise<unknown> => {
  const values = { starts_on: r.starts, person_id: r.person, by_whom: r.byWhom, at: r.at }
  return tx
    .insertInto('reporting_project')
    .values({ ecosystem_id: r.ecosystem, project_id: r.project, ...values })
    .onConflict((c) => c.columns(['ecosystem_id', 'project_id']).doUpdateSet(values))
    .execute()
}

/** Opens a report of a period; answers whether it was not there yet. */
export async function openReport(
  tx: Tx,
  r: { id: string; ecosystem: string; scheme: string; project: string; dueOn: Day; at: Date } & Period,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into report (id, ecosystem_id, scheme_id, project_id, period_from, period_to, due_on, state, version, opened_at)
    values (${r.id}, ${r.ecosystem}, ${r.scheme}, ${r.project}, ${r.from}, ${r.to}, ${r.dueOn}, 'open', 0, ${r.at})
    on conflict (ecosystem_id, project_id, period_from, period_to) do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

export type ReminderKind = 'opened' | 'before' | 'after'

/** Reports that still wait for their project and have not been reminded of in this way. */
export async function unreminded(db: Read, kind: ReminderKind, dueBy: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from report r where r.state in ('open', 'returned', 'correcting') and r.due_on <= ${dueBy}
      and not exists (select from report_reminder x where x.report_id = r.id and x.kind = ${kind})
    order by r.due_on, r.id limit 2000`.execute(db as Tx)
  return rows.map(({ id }) => id)
}

export const markReminded = (tx: Tx, report: string, kind: ReminderKind, at: Date): Promise<unknown> =>
  sql`insert into report_reminder (report_id, kind, at) values (${report}, ${kind}, ${at})
    on conflict do nothing`.execute(tx)
