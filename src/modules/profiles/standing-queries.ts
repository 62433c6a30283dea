import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'

export type Standing = {
  /** When the actor last said that the profile is right; before that, when it first stated anything itself. */
  checkedAt: Date | null
  checkedBy: string | null
  askedAt: Date | null
  /** Contact persons that are published. */
  contacts: number
  keepers: number
}

/** How a profile stands, over all rows that are the same organisation. */
export async function standingOf(db: Read, canonical: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    with same as (select id from organisation where canonical_id = ${canonical}::uuid),
    word as (
      select at, by_whom from profile_check where what = 'checked' and organisation_id in (select id from same)
      order by at desc limit 1
    ),
    first as (
      select at, by_whom from profile_fact where office = 'keeper' and organisation_id in (select id from same)
      order by at limit 1
    )
    select coalesce((select at from word), (select at from first)) as "checkedAt",
      coalesce((select by_whom from word), (select by_whom from first)) as "checkedBy",
      (select max(at) from profile_check where what = 'asked' and organisation_id in (select id from same)) as "askedAt",
      (select count(*) from contact where published and organisation_id in (select id from same)) as contacts,
      (select count(*) from profile_keeper where ended_at is null and organisation_id in (select id from same)) as keepers`.execute(
    db as Tx,
  )
  return rows[0]!
}

export const insertCheck = (
  tx: Tx,
  c: {
    id: string
    organisation_id: string
    what: 'checked' | 'asked'
    person_id: string | null
    by_whom: string
    at: Date
  },
): Promise<unknown> => tx.insertInto('profile_check').values(c).execute()

export type OldProfile = {
  organisation: string
  names: Names
  checkedAt: Date
  askedAt: Date | null
}

/** Kept profiles whose actor gave its word before a moment, with when they were last asked. */
export async function checkedBefore(db: Read, before: Date): Promise<OldProfile[]> {
  const { rows } = await sql<OldProfile>`
    with kept as (
      select distinct o.canonical_id as id from profile_keeper k join organisation o on o.id = k.organisation_id
      where k.ended_at is null
    ),
    told as (
      select o.canonical_id as id,
        max(c.at) filter (where c.what = 'checked') as checked, max(c.at) filter (where c.what = 'asked') as asked
      from profile_check c join organisation o on o.id = c.organisation_id group by 1
    ),
    stated as (
      select o.canonical_id as id, min(f.at) as first from profile_fact f join organisation o on o.id = f.organisation_id
      where f.office = 'keeper' group by 1
    )
    select kept.id as organisation, jsonb_build_object('fi', c.name, 'sv', c.name_sv, 'en', c.name_en) as names,
      coalesce(told.checked, stated.first) as "checkedAt", told.asked as "askedAt"
    from kept join organisation c on c.id = kept.id left join told on told.id = kept.id left join stated on stated.id = kept.id
    where coalesce(told.checked, stated.first) < ${before} order by 3, 1`.execute(db as Tx)
  return rows
}

/** Whether an offer or a need closed on a day: pages that are kept ready still show it. */
export async function closedOn(db: Read, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from profile_fact where open_until = ${day}::date and ended_at is null limit 1`.execute(db as Tx)
  return rows.length > 0
}

export type EcosystemRole = {
  ecosystem: { key: string; name: Names; share: ShareLevel }
  role: string
  from: string | null
  to: string | null
}

/** The roles that an organisation has in ecosystems which the actor sees, by its business ids. */
export async function rolesIn(db: Read, actor: Actor, canonical: string): Promise<EcosystemRole[]> {
  const { rows } = await sql<EcosystemRole>`
    select distinct on (e.position, e.key, r.role, r.valid_from)
      jsonb_build_object('key', e.key, 'name', coalesce(e.short_name, e.name), 'share', e.share) as ecosystem,
      r.role, r.valid_from as "from", r.valid_to as "to"
    from ecosystem_role r join ecosystem e on e.id = r.ecosystem_id
    where r.business_id in (select i.value from organisation_identifier i join organisation o on o.id = i.organisation_id
        where i.scheme = 'fi-business-id' and o.canonical_id = ${canonical}::uuid)
      and ${visible(actor, 'e', { ecosystem: 'id' })}
    order by e.position, e.key, r.role, r.valid_from`.execute(db as Tx)
  return rows
}

/** Titles of the public projects that an organisation leads or takes part in, the newest first. */
export async function projectTitles(db: Read, canonical: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select p.title from project p join project_party q on q.project_id = p.id
    join organisation o on o.id = q.organisation_id
    where o.canonical_id = ${canonical}::uuid and p.share = 'public' and p.title is not null
    group by p.id, p.title order by p.id desc limit 60`.execute(db as Tx)
  return rows.map((r) => r.title)
}
