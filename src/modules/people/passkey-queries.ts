import type { Read, Tx } from '../../kernel/db.ts'

export const passkeysOf = (db: Read, person: string) =>
  db.selectFrom('passkey').selectAll().where('person_id', '=', person).orderBy('created_at').execute()

export const passkeyByCredential = (db: Read, credential: string) =>
  db
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.person_id')
    .selectAll('passkey')
    .where('credential_id', '=', credential)
    .where('person.closed_at', 'is', null)
    .executeTakeFirst()

export const insertPasskey = (
  tx: Tx,
  passkey: {
    id: string
    person_id: string
    credential_id: string
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    created_at: Date
  },
) => tx.insertInto('passkey').values(passkey).execute()

export const usePasskey = (tx: Tx, id: string, counter: number, now: Date) =>
  tx.updateTable('passkey').set({ counter, used_at: now }).where('id', '=', id).execute()

export const renamePasskey = (tx: Tx, person: string, id: string, name: string) =>
  tx.updateTable('passkey').set({ name }).where('id', '=', id).where('person_id', '=', person).execute()

export const deletePasskey = (tx: Tx, person: string, id: string) =>
  tx
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .returning('name')
    .executeTakeFirst()

export const insertChallenge = (
  tx: Tx,
  challenge: { challenge: string; person_id: string | null; expires_at: Date },
) => tx.insertInto('passkey_challenge').values(challenge).execute()

/** Uses the challenge up, whatever comes of the answer. */
export const takeChallenge = (tx: Tx, challenge: string, person: string | null, now: Date) =>
  tx
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .where('person_id', person === null ? 'is' : '=', person)
    .where('expires_at', '>', now)
    .returning('challenge')
    .executeTakeFirst()
