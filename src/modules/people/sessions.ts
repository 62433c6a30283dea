import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { confirmedCode } from './code-queries.ts'
import { hashOf, lifetimes } from './rules.ts'
import { deleteSession, insertSession, type SessionWay } from './session-queries.ts'
import { insertStep } from './sign-in-queries.ts'

/** Who signs in: the browser's own word, where it asks from, and the session that it had, which ends. */
export const client = z.object({
  device: z.string().max(500).nullish(),
  address: z.string().max(100).nullish(),
  sessionToken: z.string().max(200).nullish(),
})
export type Client = z.output<typeof client>

/** Either a session, or the step to the second factor. The shell puts `session` in a cookie and `step` in a form. */
export const entered = z.object({
  session: z.string().optional(),
  step: z.string().optional(),
  expiresAt: z.date(),
})
export type Entered = z.output<typeof entered>

/** Lets a person in who has shown the first factor; who has switched on one-time codes is asked for one. */
export async function enter(
  ctx: Context<Tx>,
  person: string,
  way: SessionWay,
  from: Client | undefined,
): Promise<Entered> {
  const asksCode = way === 'link' && (await confirmedCode(ctx.db, person)) !== undefined
  if (!asksCode) return openSession(ctx, person, way, from)
  const step = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + lifetimes.step)
  await insertStep(ctx.db, { token_hash: hashOf(step), person_id: person, expires_at: expiresAt })
  return { step, expiresAt }
}

/** A session is always a new one: whoever knew the secret of the one before knows nothing of this. */
export async function openSession(
  ctx: Context<Tx>,
  person: string,
  way: SessionWay,
  from: Client | undefined,
): Promise<Entered> {
  if (from?.sessionToken) await deleteSession(ctx.db, hashOf(from.sessionToken))
  const session = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + lifetimes.session)
  const id = newId(ctx.now.getTime())
  await insertSession(ctx.db, {
    id,
    token_hash: hashOf(session),
    person_id: person,
    created_at: ctx.now,
    expires_at: expiresAt,
    way,
    device: from?.device ?? null,
    address: from?.address ?? null,
  })
  ctx.changed({ kind: 'session', id, before: null, after: { person, way } })
  return { session, expiresAt }
}
