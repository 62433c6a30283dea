import type { Person } from '../../kernel/actor.ts'
import type { Database } from '../../kernel/db.ts'
import { actorOfPerson } from '../people/index.ts'
import { hashOfToken, isToken } from './token.ts'
import { liveToken, touchToken } from './token-queries.ts'

/** Who a program with this token acts as, and with which scopes; nobody when the token does not work (any more). */
export async function actorOfToken(db: Database, token: string, now: Date): Promise<Person | undefined> {
  if (!isToken(token)) return undefined
  const found = await liveToken(db, hashOfToken(token), now)
  const person = found && (await actorOfPerson(db, found.person_id, now))
  if (!person) return undefined
  if (!found.used_at || now.getTime() - found.used_at.getTime() > 60_000) await touchToken(db, found.id, now)
  return { ...person, token: { id: found.id, name: found.name, scopes: found.scopes } }
}
