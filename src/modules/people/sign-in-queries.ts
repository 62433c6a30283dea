import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

export type NewLink = {
  token_hash: string
  purpose: 'sign-in' | 'invitation' | 'email'
  person_id?: string | null
  expires_at: Date
  email?: string | null
  name?: string | null
  language?: string | null
  invitation_id?: string | null
}

export const insertLink = (tx: Tx, link: NewLink) => tx.insertInto('sign_in_link').values(link).execute()

/** Uses the link up; answers what it was for, or nothing when it is unknown, used, too old or for something else. */
export const takeLink = (tx: Tx, purpose: NewLink['purpose'], tokenHash: string, now: Date) =>
  tx
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()

export const insertStep = (tx: Tx, step: { token_hash: string; person_id: string; expires_at: Date }) =>
  tx.insertInto('sign_in_step').values(step).execute()

export const readStep = (db: Read, tokenHash: string, now: Date) =>
  db
    .selectFrom('sign_in_step')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()

export const deleteStep = (tx: Tx, tokenHash: string) =>
  tx.deleteFrom('sign_in_step').where('token_hash', '=', tokenHash).execute()

export const personOfIdentity = (db: Read, issuer: string, subject: string) =>
  db
    .selectFrom('person_identity')
    .innerJoin('person', 'person.id', 'person_identity.person_id')
    .selectAll('person')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()

export const insertIdentity = (
  tx: Tx,
  identity: { issuer: string; subject: string; person_id: string; created_at: Date },
) => tx.insertInto('person_identity').values(identity).execute()

/** What works no longer and tells nothing any more. */
export async function deleteExpired(tx: Tx, before: Date, idleSince: Date): Promise<void> {
  await tx.deleteFrom('sign_in_link').where('expires_at', '<', before).execute()
  await tx.deleteFrom('sign_in_step').where('expires_at', '<', before).execute()
  await tx.deleteFrom('passkey_challenge').where('expires_at', '<', before).execute()
  await tx.deleteFrom('turn_limit').where('at', '<', before).execute()
  await tx
    .deleteFrom('session')
    .where((eb) =>
      eb.or([eb('expires_at', '<', before), eb(eb.fn.coalesce('seen_at', 'created_at'), '<', idleSince)]),
    )
    .execute()
}

/** Whether anybody has ever been in. */
export async function anybodyWasIn(db: Read): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`
    select exists (select 1 from session)
      or exists (select 1 from audit_entry where action in ('people.sign-in', 'people.sign-in-to-demo')) as was`.execute(
    db as Tx,
  )
  return rows[0]?.was ?? false
}
