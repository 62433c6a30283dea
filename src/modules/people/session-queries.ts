import type { Read, Tx } from '../../kernel/db.ts'

export type SessionWay = 'link' | 'code' | 'passkey' | 'provider' | 'demo'

export const insertSession = (
  tx: Tx,
  session: {
    id: string
    token_hash: string
    person_id: string
    created_at: Date
    expires_at: Date
    way: SessionWay
    device: string | null
    address: string | null
  },
) => tx.insertInto('session').values(session).execute()

export const touchSession = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('session').set({ seen_at: now }).where('id', '=', id).execute()

export const deleteSession = (tx: Tx, tokenHash: string) =>
  tx
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .returning(['id', 'person_id'])
    .executeTakeFirst()

/** The sessions of a person that still work, the last used first. */
export const sessionsOf = (db: Read, person: string, now: Date, idleSince: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'created_at', 'seen_at', 'expires_at', 'way', 'device', 'address'])
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .where((eb) => eb(eb.fn.coalesce('seen_at', 'created_at'), '>', idleSince))
    .orderBy((eb) => eb.fn.coalesce('seen_at', 'created_at'), 'desc')
    .execute()

/** Ends sessions of a person: one, or all but one. */
export const endSessions = (tx: Tx, person: string, which: { id: string } | { but: string | null }) =>
  tx
    .deleteFrom('session')
    .where('person_id', '=', person)
    .$if('id' in which, (q) => q.where('id', '=', (which as { id: string }).id))
    .$if('but' in which && which.but !== null, (q) => q.where('id', '!=', (which as { but: string }).but))
    .returning('id')
    .execute()
