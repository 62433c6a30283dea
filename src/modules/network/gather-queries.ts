import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'
import { organisationSeen } from '../organisations/index.ts'

const visitor = { kind: 'visitor' } as const

/** A public project that organisations carry out together; its lead is one of them, where it is known. */
export type ProjectOfMany = {
  id: string
  parties: string[]
  lead: string | null
  starts: Day | null
  ends: Day | null
}

export async function projectsOfMany(db: Read): Promise<ProjectOfMany[]> {
  const { rows } = await sql<ProjectOfMany>`
    select p.id, array_agg(distinct o.canonical_id) as parties,
      min(o.canonical_id::text) filter (where y.role = 'lead') as lead, p.start_on as starts, p.end_on as ends
    from project p
    join project_party y on y.project_id = p.id
    join organisation o on o.id = y.organisation_id
    where p.share = 'public' and not o.personal and ${organisationSeen(visitor, 'o.canonical_id')}
    group by p.id having count(distinct o.canonical_id) > 1
    order by p.id`.execute(db as Tx)
  return rows
}

/** A public project that names its lead alone; several of them may be parts of one. */
export type ProjectOfOne = {
  id: string
  title: string
  fund: string
  starts: Day
  ends: Day | null
  lead: string
  leadName: string
}

export async function projectsOfOne(db: Read): Promise<ProjectOfOne[]> {
  const { rows } = await sql<ProjectOfOne>`
    select p.id, p.title, coalesce(p.fund, '') || ' ' || coalesce(p.period, '') as fund, p.start_on as starts,
      p.end_on as ends, c.id as lead, c.name as "leadName"
    from project p
    join organisation o on o.id = p.lead_id
    join organisation c on c.id = o.canonical_id
    where p.share = 'public' and p.start_on is not null and not p.lead_personal and not c.personal
      and ${organisationSeen(visitor, 'c.id')}
    order by p.id`.execute(db as Tx)
  return rows
}

/** A tie that stands in a table as it is: one that people stated, or that a register of owners says. */
export type KeptTie = {
  id: string
  from: string
  to: string
  kind: string
  strength: number
  answer: 'confirmed' | 'denied' | null
  starts: Day | null
  ends: Day | null
}

/** Public ties that have not been taken back, between organisations that everybody may know of. */
export async function statedTies(db: Read): Promise<KeptTie[]> {
  const { rows } = await sql<KeptTie>`
    select t.id, a.canonical_id as from, b.canonical_id as to, coalesce(t.kind_id::text, t.kind) as kind, t.strength,
      t.answer, t.starts_on as starts, t.ends_on as ends
    from network_tie t
    join organisation a on a.id = t.from_id
    join organisation b on b.id = t.to_id
    where t.ended_at is null and t.share = 'public' and t.answer is distinct from 'denied'
      and a.canonical_id <> b.canonical_id and not a.personal and not b.personal
      and ${organisationSeen(visitor, 'a.canonical_id')} and ${organisationSeen(visitor, 'b.canonical_id')}
    order by t.id`.execute(db as Tx)
  return rows
}

/** Who owns whom: ties of families of organisations that the register of conflicts knows. */
export async function familyTies(db: Read): Promise<KeptTie[]> {
  const { rows } = await sql<KeptTie>`
    select f.id, u.canonical_id as from, l.canonical_id as to, 'owns' as kind, 3 as strength, 'confirmed' as answer,
      f.starts_on as starts, f.ends_on as ends
    from organisation_family f
    join organisation u on u.id = f.upper_id
    join organisation l on l.id = f.lower_id
    where f.withdrawn_at is null and f.kind <> 'group' and u.canonical_id <> l.canonical_id
      and not u.personal and not l.personal
      and ${organisationSeen(visitor, 'u.canonical_id')} and ${organisationSeen(visitor, 'l.canonical_id')}
    order by f.id`.execute(db as Tx)
  return rows
}

/** The public organisations that have the given identifiers, by identifier. */
export async function holdersOf(
  db: Read,
  scheme: string,
  values: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ value: string; id: string }>`
    select i.value, o.canonical_id as id from organisation_identifier i
    join organisation o on o.id = i.organisation_id
    where i.scheme = ${scheme} and i.value = any(${[...values]}::text[]) and not o.personal
      and ${organisationSeen(visitor, 'o.canonical_id')}
    order by i.value, o.canonical_id`.execute(db as Tx)
  return new Map(rows.map(({ value, id }) => [value, id]))
}

/** A role in a public ecosystem whose holder has been found in the registry. */
export type HeldRole = {
  ecosystem: string
  organisation: string
  role: string
  /** As precise as their source: a day, a month or a year. */
  starts: string | null
  ends: string | null
  /** The day on which the ecosystem's agreement was signed, where it is one. */
  signed: string | null
}

/** Roles that the sources of ecosystems tell, then those that people have stated of them in public. */
export async function heldRoles(db: Read): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    select e.key as ecosystem, o.canonical_id as organisation, r.role,
      coalesce(r.valid_from, e.starts) as starts, coalesce(r.valid_to, e.ends) as ends, e.signed_on as signed
    from (
      select ecosystem_id, organisation_id, position, role, valid_from::text, valid_to::text from ecosystem_role
      union all
      select ecosystem_id, organisation_id, 100000, content->>'role', content->>'starts', content->>'ends'
      from operating_item where kind = 'role' and ended_at is null and share = 'public'
    ) r
    join ecosystem e on e.id = r.ecosystem_id
    join organisation o on o.id = r.organisation_id
    where e.share = 'public' and not o.personal and ${organisationSeen(visitor, 'o.canonical_id')}
    order by e.position, e.key, r.position, organisation, r.role`.execute(db as Tx)
  return rows
}

/** What the picture says of each actor beside its place. */
export type ActorRow = {
  id: string
  name: string
  nameSv: string | null
  nameEn: string | null
  kind: string
  region: string | null
  country: string | null
  /** Themes of its projects, the most frequent first, three at most. */
  themes: string[]
}

export async function actorRows(db: Read, ids: readonly string[]): Promise<ActorRow[]> {
  const { rows } = await sql<ActorRow>`
    with wanted as (select unnest(${[...ids]}::uuid[]) as id),
    led as (
      select distinct o.canonical_id as id, p.id as project, p.region, p.themes
      from project p join project_party y on y.project_id = p.id join organisation o on o.id = y.organisation_id
      where p.share = 'public' and o.canonical_id in (select id from wanted)
    ),
    themed as (
      select id, theme, row_number() over (partition by id order by count(*) desc, theme) as place
      from led, unnest(led.themes) as theme group by id, theme
    ),
    placed as (
      select distinct on (id) id, region from led where region is not null
      group by id, region order by id, count(*) desc, region
    )
    select c.id, c.name, c.name_sv as "nameSv", c.name_en as "nameEn", c.kind, c.country,
      coalesce(c.region, placed.region) as region,
      coalesce((select array_agg(t.theme order by t.place) from themed t where t.id = c.id and t.place <= 3), '{}') as themes
    from organisation c left join placed on placed.id = c.id
    where c.id in (select id from wanted)
    order by c.id`.execute(db as Tx)
  return rows
}

/** Roles of ecosystems whose holders have not been found in the registry yet. */
export async function rolesToFind(
  db: Read,
): Promise<{ id: string; name: string; businessId: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; businessId: string | null }>`
    select id, coalesce(name->>'fi', name->>'sv', name->>'en') as name, business_id as "businessId"
    from ecosystem_role where organisation_id is null order by id`.execute(db as Tx)
  return rows
}

export async function setRoleHolder(tx: Tx, role: string, organisation: string): Promise<void> {
  await tx
    .updateTable('ecosystem_role')
    .set({ organisation_id: organisation })
    .where('id', '=', role)
    .execute()
}
