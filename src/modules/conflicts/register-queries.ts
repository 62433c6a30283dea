import { sql } from 'kysely'
import type {
  Answer,
  Application,
  Declaration,
  Deed,
  Kinship,
  Organisation,
  OrganisationLink,
  PersonTie,
  Project,
} from '../../engine/conflict/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'

type Ids = readonly string[]

/** The matters: who applies in each by its newest version, and who writes in it. */
export async function applicationsOf(db: Read, ids: Ids): Promise<Application[]> {
  const { rows } = await sql<Application>`
    select a.id, a.call_id as "call",
      to_char(coalesce(a.parties_at, a.submitted_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "settledAt",
      (select coalesce(jsonb_agg(p), '[]') from (
        select organisation_id as organisation, role, a.id || ':' || position as id, 'application' as source
        from application_partner where application_id = a.id and organisation_id is not null
        union all
        select a.organisation_id, 'lead', a.id || ':lead', 'application' where a.organisation_id is not null
          and not exists (select from application_partner where application_id = a.id and organisation_id = a.organisation_id)
      ) p) as parties,
      (select coalesce(jsonb_agg(jsonb_build_object('person', person_id, 'id', id, 'source', 'rights',
          'role', case level when 'view' then 'contact' else 'author' end)), '[]')
        from application_right where application_id = a.id) as people
    from application a where a.id = any(${ids}::uuid[]) order by a.id`.execute(db as Tx)
  return rows
}

/** What people are to organisations: as members of them here, and as they have told of themselves. */
export async function tiesOf(db: Read, people: Ids): Promise<PersonTie[]> {
  const { rows } = await sql<PersonTie>`
    select person_id || ':' || organisation_id || ':' || starts_on as id, 'membership' as source, person_id as person,
      organisation_id as organisation, 'employment' as role, starts_on as "startsOn", ends_on as "endsOn"
    from person_organisation where person_id = any(${people}::uuid[])
    union all
    select id::text, 'interest', person_id, organisation_id, role, starts_on, ends_on
    from person_interest
    where person_id = any(${people}::uuid[]) and relation is null and withdrawn_at is null`.execute(db as Tx)
  return rows
}

export async function kinshipsOf(db: Read, people: Ids): Promise<Kinship[]> {
  const { rows } = await sql<Kinship>`
    select id, 'interest' as source, person_id as person, relation, organisation_id as organisation, role,
      starts_on as "startsOn", ends_on as "endsOn"
    from person_interest
    where person_id = any(${people}::uuid[]) and relation is not null and withdrawn_at is null`.execute(
    db as Tx,
  )
  return rows
}

/** Families around these organisations, as far as links lead; and every row that is one of all of these. */
export async function familiesAround(
  db: Read,
  organisations: Ids,
): Promise<{ organisations: Organisation[]; links: OrganisationLink[] }> {
  const { rows } = await sql<OrganisationLink & { known: string[] }>`
    with recursive near (id) as (
      select canonical_id from organisation where id = any(${organisations}::uuid[])
      union
      select other.canonical_id from near
        join organisation mine on mine.canonical_id = near.id
        join organisation_family f on (f.upper_id = mine.id or f.lower_id = mine.id) and f.withdrawn_at is null
        join organisation other on other.id = case when f.upper_id = mine.id then f.lower_id else f.upper_id end
    )
    select f.id, f.source, f.kind, f.upper_id as upper, f.lower_id as lower, f.share::float8 as share,
      f.starts_on as "startsOn", f.ends_on as "endsOn", array(select id from near) as known
    from (select 1) one left join organisation_family f on f.withdrawn_at is null
      and f.upper_id in (select o.id from organisation o join near on near.id = o.canonical_id)`.execute(
    db as Tx,
  )
  const links = rows.filter((row) => row.id !== null).map(({ known: _, ...link }) => link)
  const known = rows[0]?.known ?? []
  const members = await sql<Organisation>`
    select id, canonical_id as canonical, 'registry' as source from organisation
    where canonical_id = any(${known}::uuid[])`.execute(db as Tx)
  return { organisations: members.rows, links }
}

/**
 * Projects that one of the first and one of the second are both parties of, and those that name one of the people: who
 * wrote the application that a project was granted by. Of closed lists only those of the ecosystems.
 */
export async function projectsAround(
  db: Read,
  { first, second, people, ecosystems }: Record<'first' | 'second' | 'people' | 'ecosystems', Ids>,
): Promise<Project[]> {
  const { rows } = await sql<Project>`
    with parties as (
      select pp.project_id, o.canonical_id = any(${first}::uuid[]) as one, o.canonical_id = any(${second}::uuid[]) as two
      from project_party pp join organisation o on o.id = pp.organisation_id
      where o.canonical_id = any(${[...first, ...second]}::uuid[])
    ), mine as (
      select d.project_id from decision d join application_right r on r.application_id = d.application_id
      where d.project_id is not null and r.level <> 'view' and r.person_id = any(${people}::uuid[])
    ), joint as (
      select project_id from parties group by project_id having bool_or(one) and bool_or(two)
      union select project_id from mine
    )
    select p.id, p.code as source, p.start_on as "startsOn", p.end_on as "endsOn",
      (select coalesce(jsonb_agg(distinct r.person_id), '[]') from decision d
        join application_right r on r.application_id = d.application_id
        where d.project_id = p.id and r.level <> 'view') as people,
      (select coalesce(jsonb_agg(organisation_id), '[]') from project_party
        where project_id = p.id and organisation_id is not null) as parties
    from project p join joint on joint.project_id = p.id
    where p.share = 'public' or p.ecosystem_id = any(${ecosystems}::uuid[])`.execute(db as Tx)
  return rows
}

/** What people have done around the applications: written in them, checked them, proposed, prepared their calls. */
export async function deedsAround(db: Read, people: Ids, applications: Ids): Promise<Deed[]> {
  const at = sql`to_char(max(d.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const { rows } = await sql<Deed>`
    with matter as (select id, call_id from application where id = any(${applications}::uuid[])),
    who as (select unnest(${people}::uuid[]) as id)
    select 'draft:' || m.id || ':' || who.id as id, 'draft' as source, who.id as person, 'wrote' as kind, ${at} as at,
      m.id as application, null::uuid as call
    from matter m join draft on draft.kind = 'application.section' and draft.subject like m.id || '.%'
    join draft_change d on d.draft_id = draft.id join who on who.id = d.person_id group by m.id, who.id
    union all
    select 'sent:' || m.id || ':' || who.id, 'version', who.id, 'wrote', ${at}, m.id, null
    from matter m join application_version d on d.application_id = m.id join who on who.id = d.person_id
    group by m.id, who.id
    union all
    select 'check:' || m.id || ':' || who.id, 'check', who.id, 'proposed', ${at}, m.id, null
    from matter m join eligibility_check d on d.application_id = m.id join who on who.id = d.person_id
    group by m.id, who.id
    union all
    select 'proposal:' || m.id || ':' || who.id, 'proposal', who.id, 'proposed', ${at}, m.id, null
    from matter m join decision on decision.application_id = m.id
    join decision_event d on d.decision_id = decision.id and d.event = 'propose' join who on who.id = d.person_id
    group by m.id, who.id
    union all
    select d.id::text, 'advice', who.id, d.kind, to_char(d.given_on, 'YYYY-MM-DD') || 'T00:00:00.000Z', m.id, null
    from matter m join application_advice d on d.application_id = m.id and d.struck_at is null
    join who on who.id = d.person_id
    union all
    select 'call:' || c.id || ':' || who.id, 'call', who.id, 'made-call',
      to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), null, c.id
    from call c join who on who.id = c.person_id where c.id in (select call_id from matter)`.execute(db as Tx)
  return rows
}

export async function declarationsOf(db: Read, people: Ids, applications: Ids): Promise<Declaration[]> {
  const { rows } = await sql<Declaration>`
    select id, 'declaration' as source, person_id as person, by_id as by, application_id as application, says, point,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from conflict_declaration
    where person_id = any(${people}::uuid[]) and application_id = any(${applications}::uuid[])`.execute(
    db as Tx,
  )
  return rows
}

export async function answersOf(db: Read, people: Ids, applications: Ids): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select person_id as person, application_id as application, tie, conflict, seen,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from conflict_answer
    where person_id = any(${people}::uuid[]) and application_id = any(${applications}::uuid[])`.execute(
    db as Tx,
  )
  return rows
}

/** The ecosystem of each application and how strict its call is. */
export async function callsOf(db: Read, applications: Ids) {
  const { rows } = await sql<{ application: string; ecosystem: string; call: string; years: number }>`
    select a.id as application, a.ecosystem_id as ecosystem, a.call_id as call,
      coalesce((c.settings ->> 'jointProjectYears')::int, 0) as years
    from application a join call c on c.id = a.call_id
    where a.id = any(${applications}::uuid[])`.execute(db as Tx)
  return rows
}
