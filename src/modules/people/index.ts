/**
 * People and their right to act: who somebody is, the organisations they belong to, and the offices they hold, each
 * for a period and in one ecosystem or in all. Others say in an action's `allow` which offices may do it
 * (`by('coordinator', 'preparer')`), and ask `holds` where a page shows more to some.
 */
import type { Actor } from '../../kernel/actor.ts'
import type { Database } from '../../kernel/db.ts'
import { sessionPerson } from './queries.ts'
import { hashOf } from './rules.ts'

export { createSignInLink, signIn, signInToDemo, signOut } from './actions.ts'
export { type KnownPerson, readPeople } from './actor-queries.ts'
export { by, hashOf, holds, isCoordinator, isOffice, type Office, offices } from './rules.ts'
export { text as peopleText } from './text.ts'

/** Who holds the session with this secret; a visitor when nobody does. */
export async function actorOf(db: Database, token: string | undefined, now: Date): Promise<Actor> {
  if (!token) return { kind: 'visitor' }
  const person = await sessionPerson(db, hashOf(token), now)
  if (!person) return { kind: 'visitor' }
  const { preview, ...known } = person
  if (!preview) return { kind: 'person', ...known }
  return { kind: 'person', ...known, offices: [preview], organisations: [], previewing: preview.office }
}
