import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

/** A project as a candidate takes it in. Amounts are decimal texts of euros. */
export type ProjectSource = {
  id: string
  registry: string
  code: string
  title: Names
  period: string | null
  fund: string | null
  region: string | null
  lead: string | null
  actorKind: string | null
  organisations: string[]
  starts: Day | null
  ends: Day | null
  /** EU and state money; other public money; all public money; the whole cost: none where it is in no euros. */
  granted: string | null
  otherPublic: string | null
  public: string | null
  total: string | null
}

/** Public projects and those of the ecosystem's own lists, by their ids or codes. */
export async function projectsFor(
  db: Read,
  ecosystem: string,
  asked: readonly string[],
): Promise<ProjectSource[]> {
  const { rows } = await sql<ProjectSource>`
    select p.id, p.registry, p.code, jsonb_build_object(p.language, p.title) as title, p.period, p.fund, p.region,
      case when p.lead_personal then null else p.lead_name end as lead, o.kind as "actorKind",
      array(select organisation_id from project_party where project_id = p.id order by role <> 'lead', position)
        as organisations,
      p.start_on as starts, p.end_on as ends, euros.granted::text, euros.planned_public::text as public,
      greatest(euros.planned_public - euros.granted, 0)::text as "otherPublic", euros.total_cost::text as total
    from project p left join organisation o on o.id = p.lead_id left join project euros on euros.id = p.id
      and euros.currency = 'EUR'
    where (p.id::text = any(${asked}::text[]) or p.code = any(${asked}::text[]))
      and (p.share = 'public' or p.ecosystem_id = ${ecosystem})
    order by array_position(${asked}::text[], p.id::text), array_position(${asked}::text[], p.code)`.execute(
    db as Tx,
  )
  return rows
}

/** Of the projects that were asked for, ids of those that a meeting has as candidates and of those it could take in. */
export type TakingIn = { selection: string; known: string[]; fresh: string[] }

/** Each meeting takes in public projects and those of its own ecosystem's lists, each once. */
export async function takingIn(
  db: Read,
  selections: readonly string[],
  projects: readonly string[],
): Promise<TakingIn[]> {
  const { rows } = await sql<TakingIn>`
    select s.id as selection, coalesce(array_agg(p.id) filter (where c.id is not null), '{}') as known,
      coalesce(array_agg(p.id) filter (where c.id is null and (p.share = 'public' or p.ecosystem_id = s.ecosystem_id)),
        '{}') as fresh
    from selection s cross join project p
      left join selection_candidate c on c.selection_id = s.id and c.project_id = p.id
    where s.id = any(${selections}::uuid[]) and p.id = any(${projects}::uuid[])
    group by s.id`.execute(db as Tx)
  return rows
}

/** An application of a call as a candidate takes it in. */
export type ApplicationSource = {
  id: string
  number: string
  title: Names
  lead: string | null
  actorKind: string | null
  organisations: string[]
  grant: string | null
  cost: string | null
}

/** The applications of a call that are counted: sent, and not withdrawn. */
export async function applicationsFor(db: Read, call: string): Promise<ApplicationSource[]> {
  const { rows } = await sql<ApplicationSource>`
    select a.id, c.code || '/' || a.number as number, jsonb_build_object(a.language, a.title) as title,
      (select p.name from application_partner p left join organisation o on o.id = p.organisation_id
        where p.application_id = a.id and p.role = 'lead' and not coalesce(o.personal, false) limit 1) as lead,
      (select o.kind from application_partner p join organisation o on o.id = p.organisation_id
        where p.application_id = a.id and p.role = 'lead' limit 1) as "actorKind",
      array(select p.organisation_id from application_partner p where p.application_id = a.id
        and p.organisation_id is not null order by p.role <> 'lead', p.position) as organisations,
      (select sum(p.grant_asked)::text from application_partner p where p.application_id = a.id) as grant,
      (select sum(p.cost)::text from application_partner p where p.application_id = a.id) as cost
    from application a join call c on c.id = a.call_id
    where a.call_id = ${call} and a.version is not null and a.state <> 'withdrawn' order by a.number`.execute(
    db as Tx,
  )
  return rows
}

/** The calls of an ecosystem that have been sent applications, the newest first. */
export async function callsWithApplications(
  db: Read,
  ecosystem: string,
): Promise<{ id: string; name: Names }[]> {
  const { rows } = await sql<{ id: string; name: Names }>`
    select c.id, c.title as name from call c
    where c.ecosystem_id = ${ecosystem}
      and exists (select from application a where a.call_id = c.id and a.version is not null)
    order by c.created_at desc limit 100`.execute(db as Tx)
  return rows
}

/** The time of the transaction, for what is asked without one. */
export async function clockOf(db: Read): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select transaction_timestamp() as now`.execute(db as Tx)
  return rows[0]!.now
}
