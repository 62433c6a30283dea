import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'
import type { Day } from '../../kernel/time.ts'
import { organisationSeen } from '../organisations/index.ts'

/** Names of organisations as far as the actor may know of them; personal traders are never named. */
export async function candidateNames(
  db: Read,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation o where o.id = any(${[...ids]}::uuid[]) and o.id = o.canonical_id
      and not o.personal and ${organisationSeen(actor, 'o.id')}`.execute(db as Tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** An organisation of the registry. */
export type OrganisationRow = {
  id: string
  name: string
  nameSv: string | null
  nameEn: string | null
  kind: string
  region: string | null
  country: string | null
}

const organisation = sql`o.id, o.name, o.name_sv as "nameSv", o.name_en as "nameEn", o.kind, o.region, o.country`
const whole = sql`o.id = o.canonical_id and not o.personal`

/** The organisations that everybody may know of. */
export async function openOrganisations(db: Read): Promise<OrganisationRow[]> {
  const { rows } = await sql<OrganisationRow>`
    select ${organisation} from organisation o where ${whole} and ${organisationSeen({ kind: 'visitor' }, 'o.id')}
    order by o.id`.execute(db as Tx)
  return rows
}

/** Those that only closed projects name, of which the actor sees one. */
export async function closedOrganisations(db: Read, actor: Actor): Promise<OrganisationRow[]> {
  const { rows } = await sql<OrganisationRow>`
    select ${organisation} from organisation o
    where ${whole} and o.id in (select c.canonical_id from organisation_closed c where c.whole and ${visible(actor, 'c')})
    order by o.id`.execute(db as Tx)
  return rows
}

/** A project as evidence of what its parties can do. */
export type ProjectRow = {
  id: string
  registry: string
  code: string
  title: string
  ends: Day | null
  region: string | null
  /** Euros of public money; null in another currency or where it is not known. */
  money: string | null
  /** Canonical organisations, each with whether it led. */
  parties: { id: string; lead: boolean }[]
}

const project = sql`p.id, p.registry, p.code, p.title, p.end_on as ends, p.region,
  case when p.currency = 'EUR' then coalesce(p.granted, p.planned_public)::text end as money,
  (select coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'lead', y.lead)), '[]') from (
    select o.canonical_id as id, bool_or(pp.role = 'lead') as lead from project_party pp
    join organisation o on o.id = pp.organisation_id where pp.project_id = p.id and not o.personal
    group by o.canonical_id) y) as parties`

/** Projects that everybody may see. */
export async function openProjects(db: Read): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select ${project} from project p where p.share = 'public' order by p.id`.execute(db as Tx)
  return rows
}

/** Projects that are not public, of which the actor sees these. */
export async function closedProjects(db: Read, actor: Actor): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select ${project} from project p where p.share <> 'public' and ${visible(actor, 'p')} order by p.id`.execute(
    db as Tx,
  )
  return rows
}

/** Which state the accepted subjects of projects are in. */
export async function subjectState(db: Read): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select count(*) || ' ' || coalesce(max(greatest(at, ended_at))::text, '') as state from subject_choice
    where thing_kind = 'project'`.execute(db as Tx)
  return rows[0]!.state
}

/** Subjects of YSO that people accepted for projects, by project. */
export async function projectSubjects(db: Read): Promise<ReadonlyMap<string, number[]>> {
  const { rows } = await sql<{ id: string; concepts: string[] }>`
    select thing_id as id, array_agg(concept) as concepts from subject_choice
    where thing_kind = 'project' and accepted and ended_at is null group by thing_id`.execute(db as Tx)
  return new Map(rows.map(({ id, concepts }) => [id, concepts.map(Number)]))
}

/** When the profiles of organisations were last confirmed, by canonical organisation. */
export async function profilesChecked(db: Read): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select o.canonical_id as id, max(c.at) as at from profile_check c join organisation o on o.id = c.organisation_id
    where c.what = 'checked' group by o.canonical_id`.execute(db as Tx)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Who is in another consortium for the same call that the actor may see, with that one's title. */
export async function competing(
  db: Read,
  actor: Actor,
  consortium: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    select distinct on (o.canonical_id) o.canonical_id as id, c.title
    from (select x.*, x.lead_id as organisation_id from consortium x) c
      join consortium mine on mine.id = ${consortium} and mine.call_id = c.call_id and mine.id <> c.id
      join consortium_partner y on y.consortium_id = c.id and y.ended_at is null and y.state = 'committed'
      join organisation o on o.id = y.organisation_id
    where c.state <> 'ended' and ${visible(actor, 'c', { organisation: true, person: true })}
    order by o.canonical_id, c.title`.execute(db as Tx)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** What an organisation committed itself to do in another consortium, ended ones too. */
export type CommittedRow = {
  organisation: string
  consortium: string
  title: string
  part: string
  at: Date
}

/** Commitments to other consortia that the actor may see, each of a partner with a part in its own words. */
export async function committedElsewhere(
  db: Read,
  actor: Actor,
  consortium: string,
): Promise<CommittedRow[]> {
  const { rows } = await sql<CommittedRow>`
    select o.canonical_id as organisation, c.id as consortium, c.title, y.part, y.changed_at as at
    from (select x.*, x.lead_id as organisation_id from consortium x) c
      join consortium_partner y on y.consortium_id = c.id and y.ended_at is null and y.state = 'committed'
      join organisation o on o.id = y.organisation_id
    where c.id <> ${consortium} and y.part is not null and ${visible(actor, 'c', { organisation: true, person: true })}
    order by y.changed_at, y.id`.execute(db as Tx)
  return rows
}
