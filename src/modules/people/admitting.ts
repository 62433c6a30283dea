import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import type { Language } from '../../kernel/text.ts'
import { insertPerson, personByEmail } from './queries.ts'
import { hashOf, lifetimes } from './rules.ts'
import { insertLink } from './sign-in-queries.ts'

export const isKnownAddress = async (db: Read, email: string): Promise<boolean> =>
  (await personByEmail(db, email)) !== undefined

/**
 * Makes known somebody who has shown that an address is theirs, by holding a secret that was mailed to it, and gives the
 * secret of a sign-in link. Nobody who is known is let in this way: they sign in as always.
 */
export async function admit(
  ctx: Context<Tx>,
  { email, name, language }: { email: string; name: string; language: Language },
): Promise<string | undefined> {
  if (await isKnownAddress(ctx.db, email)) return undefined
  const id = newId(ctx.now.getTime())
  await insertPerson(ctx.db, { id, name, email, language, created_at: ctx.now })
  ctx.changed({ kind: 'person', id, before: null, after: { name, email, language } })
  const token = newSecret()
  const expires_at = new Date(ctx.now.getTime() + lifetimes.mailedLink)
  await insertLink(ctx.db, { token_hash: hashOf(token), purpose: 'sign-in', person_id: id, expires_at })
  return token
}
