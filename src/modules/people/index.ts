/**
 * People and their right to act. At present one kind of right: a coordinator, signed in by a one-time link
 * that the operator prints (`npm run -s talkoot -- sign-in-link`), may bring lists in and settle duplicates.
 * Others may use `isCoordinator` in an action's `allow`.
 */
import type { Actor } from '../../kernel/context.ts'
import type { Database } from '../../kernel/db.ts'
import { sessionPerson } from './queries.ts'
import { hashOf } from './rules.ts'

export { createSignInLink, signIn, signInToDemo, signOut } from './actions.ts'
export { isCoordinator } from './rules.ts'
export { text as peopleText } from './text.ts'

/** Who holds the session with this secret; a visitor when nobody does. */
export async function actorOf(db: Database, token: string | undefined, now: Date): Promise<Actor> {
  if (!token) return { kind: 'visitor' }
  const person = await sessionPerson(db, hashOf(token), now)
  return person ? { kind: 'person', ...person } : { kind: 'visitor' }
}
