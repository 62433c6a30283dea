import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'

export type NewInvitation = {
  id: string
  token_hash: string
  sealed_token: string | null
  email: string | null
  name: string | null
  office: string
  ecosystem_id: string | null
  organisation_id: string | null
  language: string
  created_by: string | null
  created_at: Date
  expires_at: Date
  places: number
}

export const insertInvitation = (tx: Tx, invitation: NewInvitation) =>
  tx.insertInto('invitation').values(invitation).execute()

const told = (db: Read) =>
  db
    .selectFrom('invitation as i')
    .leftJoin('ecosystem as e', 'e.id', 'i.ecosystem_id')
    .leftJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('person as p', 'p.id', 'i.created_by')
    .selectAll('i')
    .select([
      sql<Names | null>`e.name`.as('ecosystem_name'),
      'o.name as organisation_name',
      'p.name as created_by_name',
    ])

export type ToldInvitation = Awaited<ReturnType<typeof invitationById>> & object

export const invitationById = (db: Read, id: string) => told(db).where('i.id', '=', id).executeTakeFirst()

export const invitationByToken = (db: Read, tokenHash: string) =>
  told(db).where('i.token_hash', '=', tokenHash).executeTakeFirst()

/** Those of the ecosystems given (null: of all and of none), newest first. */
export const listInvitations = (db: Read, ecosystems: readonly string[] | null, open: boolean, now: Date) =>
  told(db)
    .$if(ecosystems !== null, (q) =>
      q.where(sql<boolean>`i.ecosystem_id = any(${[...(ecosystems ?? [])]}::uuid[])`),
    )
    .$if(open, (q) =>
      q
        .where('i.revoked_at', 'is', null)
        .where('i.expires_at', '>', now)
        .where((eb) => eb('i.accepted', '<', eb.ref('i.places'))),
    )
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(500)
    .execute()

export const revokeInvitation = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()

export const renewInvitation = (tx: Tx, id: string, tokenHash: string, expires: Date) =>
  tx
    .updateTable('invitation')
    .set({ token_hash: tokenHash, expires_at: expires })
    .where('id', '=', id)
    .execute()

export const hasAccepted = (db: Read, invitation: string, person: string) =>
  db
    .selectFrom('invitation_acceptance')
    .select('at')
    .where('invitation_id', '=', invitation)
    .where('person_id', '=', person)
    .executeTakeFirst()

/** Takes one of the places; answers nothing when it is full, revoked or too old. */
export const takePlace = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('invitation')
    .set((eb) => ({ accepted: eb('accepted', '+', 1) }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where((eb) => eb('accepted', '<', eb.ref('places')))
    .returning('id')
    .executeTakeFirst()

export const insertAcceptance = (tx: Tx, invitation: string, person: string, now: Date) =>
  tx
    .insertInto('invitation_acceptance')
    .values({ invitation_id: invitation, person_id: person, at: now })
    .execute()

/** Whether the person holds the office there today. */
export const holdsOffice = (db: Read, person: string, office: string, ecosystem: string | null, now: Date) =>
  db
    .selectFrom('office_holding')
    .select('id')
    .where('person_id', '=', person)
    .where('office', '=', office)
    .where('ecosystem_id', 'is not distinct from', ecosystem)
    .where('ended_at', 'is', null)
    .where('starts_on', '<=', dayIn(now))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', dayIn(now))]))
    .executeTakeFirst()

/** Makes a person belong to an organisation; answers whether they did not before. */
export async function joinOrganisation(
  tx: Tx,
  person: string,
  organisation: string,
  now: Date,
): Promise<boolean> {
  const done = await sql`insert into person_organisation (person_id, organisation_id, starts_on)
    select ${person}, ${organisation}, ${dayIn(now)}::date where not exists (
      select 1 from person_organisation where person_id = ${person} and organisation_id = ${organisation}
        and (ends_on is null or ends_on >= ${dayIn(now)}::date))`.execute(tx)
  return done.numAffectedRows === 1n
}

/** Ends a person's place in an organisation at once; one of today leaves no trace. */
export async function leaveOrganisation(
  tx: Tx,
  person: string,
  organisation: string,
  now: Date,
): Promise<void> {
  const today = dayIn(now)
  const open = sql`person_id = ${person} and organisation_id = ${organisation}
    and (ends_on is null or ends_on >= ${today}::date)`
  await sql`delete from person_organisation where ${open} and starts_on >= ${today}::date`.execute(tx)
  await sql`update person_organisation set ends_on = ${today}::date - 1 where ${open}`.execute(tx)
}

/**
 * Organisations that have exactly this name (in any spelling known) or identifier. Sole traders are not found, nor
 * those that only projects name which the actor does not see.
 */
export async function organisationsCalled(
  db: Read,
  text: string,
  actor: Actor,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct c.id, c.name from organisation o join organisation c on c.id = o.canonical_id
    where not c.personal
    and c.id not in (select k.canonical_id from organisation_closed k where k.whole
      group by k.canonical_id having not bool_or(${visible(actor, 'k')}))
    and (
      lower(o.name) = lower(${text}) or lower(o.name_sv) = lower(${text}) or lower(o.name_en) = lower(${text})
      or exists (select 1 from organisation_name n where n.organisation_id = o.id and lower(n.name) = lower(${text}))
      or exists (select 1 from organisation_identifier x where x.organisation_id = o.id and x.value = ${text}))
    limit 3`.execute(db as Tx)
  return rows
}

/** The ecosystems given (null: all), by name: where somebody may invite to. */
export const ecosystemChoices = (db: Read, ids: readonly string[] | null) =>
  db
    .selectFrom('ecosystem')
    .select(['id', sql<Names>`name`.as('name')])
    .$if(ids !== null, (q) => q.where(sql<boolean>`id = any(${[...(ids ?? [])]}::uuid[])`))
    .orderBy('featured', 'desc')
    .orderBy('position')
    .execute()
