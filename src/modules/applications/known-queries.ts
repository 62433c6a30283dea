import { sql } from 'kysely'
import { parseIdentifier } from '../../engine/matching/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { kindsByBusinessId } from '../organisations/index.ts'
import { type Known, nothingKnown } from './money-known.ts'

/** What the registry knows of an organisation that applies. */
export type KnownOrganisation = {
  id: string
  name: Names
  kind: string
  place: string | null
  businessId: string | null
}

/** The organisations to which a person belongs now, that of the longest standing first. */
export async function ownOrganisations(db: Read, ids: readonly string[]): Promise<KnownOrganisation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<KnownOrganisation>`
    select o.id, jsonb_build_object('fi', o.name, 'sv', o.name_sv, 'en', o.name_en) as name, o.kind, o.place,
      (select min(i.value) from organisation_identifier i
        where i.organisation_id = o.id and i.scheme = 'fi-business-id') as "businessId"
    from organisation o where o.id = any(${[...ids]}::uuid[]) and not o.personal
    order by array_position(${[...ids]}::uuid[], o.id)`.execute(db as Tx)
  return rows
}

export const emailOf = async (db: Read, person: string): Promise<string | null> =>
  (await db.selectFrom('person').where('id', '=', person).select('email').executeTakeFirst())?.email ?? null

/** The newest application that the person has sent or may see as one of its people: for answers to use again. */
export async function latestSentOf(db: Read, person: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select a.id from application a
    join application_right r on r.application_id = a.id and r.person_id = ${person} and r.ended_at is null
    where a.version is not null order by a.submitted_at desc limit 1`.execute(db as Tx)
  return rows[0]?.id
}

const publicKinds: ReadonlySet<string> = new Set([
  'municipality',
  'joint-authority',
  'regional-council',
  'state-authority',
])

/**
 * Ties of control between the organisations of these business ids and others, through however many, and which of all
 * these are public bodies. A public body joins nothing, so its other ties are not followed. An owner of at most half
 * controls nothing; one whose share is not known is taken to.
 */
export async function knownOf(db: Read, businessIds: readonly string[], day: Day): Promise<Known> {
  const ids = businessIds.flatMap((id) => parseIdentifier('fi-business-id', id)?.value ?? [])
  if (ids.length === 0) return nothingKnown
  type Tie = Known['ties'][number] & { upperName: string; lowerName: string }
  const tied = sql`select u0.canonical_id as upper, l0.canonical_id as lower, f.source, f.at
    from organisation_family f
    join organisation u0 on u0.id = f.upper_id join organisation l0 on l0.id = f.lower_id
    where f.withdrawn_at is null and (f.kind <> 'owner' or f.share is null or f.share > 50)
      and (f.starts_on is null or f.starts_on <= ${day}) and (f.ends_on is null or f.ends_on >= ${day})`
  const own = sql`select o.canonical_id as id from organisation_identifier i
    join organisation o on o.id = i.organisation_id and not o.personal
    where i.scheme = 'fi-business-id' and i.value = any(${ids}::text[])`
  const called = (id: string) => sql`coalesce((select min(i.value) from organisation_identifier i
    join organisation m on m.id = i.organisation_id
    where m.canonical_id = ${sql.ref(id)} and i.scheme = 'fi-business-id'), ${sql.ref(id)}::text)`
  const { rows: ties } = await sql<Tie>`
    with recursive tied as (${tied}), near as (
      ${own}
      union
      select case when t.upper = n.id then t.lower else t.upper end from near n
      join organisation o on o.id = n.id and o.kind <> all(${[...publicKinds]}::text[])
      join tied t on n.id in (t.upper, t.lower)
    )
    select distinct ${called('t.upper')} as upper, ${called('t.lower')} as lower, u.name as "upperName",
      l.name as "lowerName", t.source, t.at::date::text as "asOf"
    from tied t join organisation u on u.id = t.upper join organisation l on l.id = t.lower
    where t.upper in (select id from near) and t.lower in (select id from near)
    order by 3, 4`.execute(db as Tx)
  const kinds = await kindsByBusinessId(db, [
    ...new Set([...ids, ...ties.flatMap((t) => [t.upper, t.lower])]),
  ])
  return {
    ties,
    controls: ties.map(({ upper, lower }) => [upper, lower] as const),
    kinds,
    publicBodies: new Set([...kinds].flatMap(([id, kind]) => (publicKinds.has(kind) ? [id] : []))),
  }
}
