import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

export type TokenRow = {
  id: string
  person_id: string
  name: string
  token_hash: string
  ending: string
  scopes: string[]
  created_at: Date
  expires_at: Date
}

export const insertToken = (tx: Tx, token: TokenRow) => tx.insertInto('api_token').values(token).execute()

/** A person's tokens, the newest first, without those that ended more than a month ago. */
export const tokensOf = (db: Read, person: string, endedSince: Date) =>
  db
    .selectFrom('api_token')
    .select(['id', 'name', 'ending', 'scopes', 'created_at', 'expires_at', 'used_at', 'revoked_at'])
    .where('person_id', '=', person)
    .where((eb) => eb(eb.fn.coalesce('revoked_at', 'expires_at'), '>', endedSince))
    .orderBy('created_at', 'desc')
    .execute()

export const countLiveTokens = async (db: Read, person: string, now: Date): Promise<number> => {
  const { count } = await db
    .selectFrom('api_token')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Ends a token of the person; answers whether there was one. */
export const revokeTokenOf = (tx: Tx, person: string, id: string, now: Date) =>
  tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name'])
    .executeTakeFirst()

/** Tokens that work and end before the moment, with what their owners have been told of it. */
export const tokensEnding = (db: Read, now: Date, before: Date) =>
  db
    .selectFrom('api_token')
    .select(['id', 'person_id', 'name', 'created_at', 'expires_at', 'warned_days'])
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('expires_at', '<=', before)
    .execute()

export const markWarned = (tx: Tx, id: string, days: number) =>
  tx.updateTable('api_token').set({ warned_days: days }).where('id', '=', id).execute()

/** The token with this hash while it works. */
export const liveToken = (db: Read, tokenHash: string, now: Date) =>
  db
    .selectFrom('api_token')
    .select(['id', 'person_id', 'name', 'scopes', 'used_at'])
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** Notes a use; once a minute is enough to tell a token that is used from one that is not. */
export const touchToken = (db: Read, id: string, now: Date) =>
  sql`update api_token set used_at = ${now} where id = ${id}`.execute(db as Tx)
