import { type RawBuilder, sql } from 'kysely'
import type { Held } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { SessionWay } from './session-queries.ts'

export const insertPerson = (
  tx: Tx,
  person: { id: string; name: string; email?: string | null; language: string; created_at: Date },
) => tx.insertInto('person').values(person).execute()

export const anyPerson = (db: Read) =>
  db.selectFrom('person').selectAll().where('closed_at', 'is', null).orderBy('created_at').executeTakeFirst()

export const personById = (db: Read, id: string) =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

/** Addresses are kept in small letters. A closed person is not found. */
export const personByEmail = (db: Read, email: string) =>
  db
    .selectFrom('person')
    .selectAll()
    .where('email', '=', email.toLowerCase())
    .where('closed_at', 'is', null)
    .executeTakeFirst()

export const updatePerson = (
  tx: Tx,
  id: string,
  what: { name?: string; language?: string; email?: string | null },
) => tx.updateTable('person').set(what).where('id', '=', id).execute()

/** The language in which somebody wants their mail; undefined for nobody we know. */
export const languageOfPerson = async (db: Read, id: string | null): Promise<string | undefined> =>
  id === null ? undefined : (await personById(db, id))?.language

export type SessionPerson = {
  id: string
  name: string
  session: string
  opened: Date
  way: SessionWay
  seen: Date
  /** Whether administrators must have signed in with a second factor. */
  guarded: boolean
  offices: Held[]
  organisations: string[]
  linked: string[]
  preview: (Held & { in?: Names }) | null
  /** Ecosystems linked to that of the preview. */
  previewLinked: string[]
}

/**
 * Parents, children, siblings under one parent, and ties, of the ecosystems where something is held: a tie that one side
 * alone has stated opens that side to the other, not the other to it.
 */
const linkedTo = (held: RawBuilder<unknown>) => sql<string[]>`array(
  select e.id from ecosystem e join ecosystem mine on mine.id in (${held})
    where e.id = mine.parent_id or e.parent_id = mine.id or e.parent_id = mine.parent_id
  union select to_id from ecosystem_link where mutual and to_id is not null and ecosystem_id in (${held})
  union select ecosystem_id from ecosystem_link where to_id in (${held}))`

/** The installation's setting, as an expression: see security-queries.ts. */
export const administratorsGuarded = sql<boolean>`coalesce(
  (select (value ->> 'administratorsNeedSecondFactor')::boolean from setting where name = 'security'), false)`

/** Whose session it is, with what the person holds today: one reading for each request. */
export async function sessionPerson(
  db: Read,
  tokenHash: string,
  now: Date,
  idleSince: Date,
): Promise<SessionPerson | undefined> {
  const today = dayIn(now)
  const during = sql`starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)`
  const { rows } = await sql<SessionPerson>`
    with whose as (
      select person.id, person.name, session.preview, session.id as session, session.created_at as opened, session.way,
        ${administratorsGuarded} as guarded,
        coalesce(session.seen_at, session.created_at) as seen
      from session join person on person.id = session.person_id
      where session.token_hash = ${tokenHash} and session.expires_at > ${now} and person.closed_at is null
        and coalesce(session.seen_at, session.created_at) > ${idleSince}
    ), held as (
      select office, ecosystem_id from office_holding
      where person_id = (select id from whose) and ended_at is null and ${during}
    )
    select whose.*,
      (select coalesce(jsonb_agg(jsonb_build_object('office', office, 'ecosystem', ecosystem_id)), '[]') from held) as offices,
      array(select organisation_id from person_organisation where person_id = whose.id and ${during}) as organisations,
      ${linkedTo(sql`select ecosystem_id from held`)} as linked,
      case when preview is null then '{}' else ${linkedTo(sql`(whose.preview ->> 'ecosystem')::uuid`)} end as "previewLinked"
    from whose`.execute(db as Tx)
  return rows[0]
}

/** Gives an office from today on; `ecosystem` null means everywhere. */
export const insertHolding = (
  tx: Tx,
  holding: {
    id: string
    person_id: string
    office: string
    ecosystem_id: string | null
    starts_on: string
    ends_on?: string | null
    deputy_of?: string | null
    granted_by?: string | null
    granted_at: Date
  },
) => tx.insertInto('office_holding').values(holding).execute()

/** Only for the invented people of the demo: real ones are known by their id. */
export const personByName = (db: Read, name: string) =>
  db.selectFrom('person').selectAll().where('name', '=', name).where('email', 'is', null).executeTakeFirst()

export const ecosystemByKey = (db: Read, key: string) =>
  db.selectFrom('ecosystem').select(['id', 'name']).where('key', '=', key).executeTakeFirst()

export type HeldOffice = {
  office: string
  ecosystem: Record<string, string | null> | null
  from: string
  until: string | null
}

/** The offices that somebody holds now or is going to hold, with the ecosystem's names. */
export async function officesOf(db: Read, person: string, now: Date): Promise<HeldOffice[]> {
  const { rows } = await sql<HeldOffice>`
    select h.office, e.name as ecosystem, h.starts_on as "from", h.ends_on as until
    from office_holding h left join ecosystem e on e.id = h.ecosystem_id
    where h.person_id = ${person} and h.ended_at is null and (h.ends_on is null or h.ends_on >= ${dayIn(now)}::date)
    order by h.starts_on, h.id`.execute(db as Tx)
  return rows
}
