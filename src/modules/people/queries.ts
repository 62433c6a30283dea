import type { Read, Tx } from '../../kernel/db.ts'

export const insertPerson = (
  tx: Tx,
  person: { id: string; name: string; offices: string[]; created_at: Date },
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

export const sessionPerson = (db: Read, tokenHash: string, now: Date) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .select(['person.id', 'person.name', 'person.offices'])
    .executeTakeFirst()

export const deleteSession = (tx: Tx, tokenHash: string) =>
  tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
