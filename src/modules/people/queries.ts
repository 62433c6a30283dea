import { type RawBuilder, sql } from 'kysely'
import type { Held } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'

export const insertPerson = (
  tx: Tx,
  person: { id: string; name: string; email?: string | null; language: string; created_at: Date },
) => tx.insertInto('person').values(person).execute()

export const anyPerson = (db: Read) =>
  db.selectFrom('person').selectAll().orderBy('created_at').executeTakeFirst()

export const insertLink = (tx: Tx, link: { token_hash: string; person_id: string; expires_at: Date }) =>
  tx.insertInto('sign_in_link').values(link).execute()

/** Uses the link up; answers whose it was, or nothing when it is unknown, used or too old. */
export const takeLink = (tx: Tx, tokenHash: string, now: Date) =>
  tx
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst()

export const insertSession = (
  tx: Tx,
  session: { token_hash: string; person_id: string; created_at: Date; expires_at: Date },
) => tx.insertInto('session').values(session).execute()

export type SessionPerson = {
  id: string
  name: string
  session: string
  offices: Held[]
  organisations: string[]
  linked: string[]
  preview: (Held & { in?: Names }) | null
  /** Ecosystems linked to that of the preview. */
  previewLinked: string[]
}

/** Parents, children, siblings under one parent, and links either way, of the ecosystems where something is held. */
const linkedTo = (held: RawBuilder<unknown>) => sql<string[]>`array(
  select e.id from ecosystem e join ecosystem mine on mine.id in (${held})
    where e.id = mine.parent_id or e.parent_id = mine.id or e.parent_id = mine.parent_id
  union select to_id from ecosystem_link where to_id is not null and ecosystem_id in (${held})
  union select ecosystem_id from ecosystem_link where to_id in (${held}))`

/** Whose session it is, with what the person holds today: one reading for each request. */
export async function sessionPerson(
  db: Read,
  tokenHash: string,
  now: Date,
): Promise<SessionPerson | undefined> {
  const today = dayIn(now)
  const during = sql`starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)`
  const { rows } = await sql<SessionPerson>`
    with whose as (
      select person.id, person.name, session.token_hash as session, session.preview
      from session join person on person.id = session.person_id
      where session.token_hash = ${tokenHash} and session.expires_at > ${now} and person.closed_at is null
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

export const deleteSession = (tx: Tx, tokenHash: string) =>
  tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
