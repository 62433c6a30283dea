import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, systemOnly } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import {
  anyPerson,
  deleteSession,
  insertHolding,
  insertLink,
  insertPerson,
  insertSession,
  takeLink,
} from './queries.ts'
import { hashOf, lifetimes } from './rules.ts'
import { text } from './text.ts'

/** Makes a one-time link's secret for the coordinator; the first call makes the coordinator. */
export const createSignInLink = command({
  name: 'people.create-sign-in-link',
  summary: 'Make a one-time sign-in link for the coordinator',
  input: z.object({}),
  output: z.object({ token: z.string(), expiresAt: z.date() }),
  allow: systemOnly,
  run: async (ctx) => {
    const token = newSecret()
    const expiresAt = new Date(ctx.now.getTime() + lifetimes.linkMs)
    const person = await coordinator(ctx)
    await insertLink(ctx.db, { token_hash: hashOf(token), person_id: person, expires_at: expiresAt })
    return { token, expiresAt }
  },
})

/** Turns a link into a session. The page before it has a button, so that mail scanners do not use the link up. */
export const signIn = command({
  name: 'people.sign-in',
  summary: 'Sign in with a one-time link',
  input: z.object({ token: z.string().min(20).max(100) }),
  output: z.object({ session: z.string(), expiresAt: z.date() }),
  allow: everyone,
  run: async (ctx, { token }) => {
    const link = await takeLink(ctx.db, hashOf(token), ctx.now)
    if (!link) {
      throw new Refusal('conflict', 'people.link-used', [
        { text: { fi: text.fi.linkUsed, sv: text.sv.linkUsed, en: text.en.linkUsed } },
      ])
    }
    return openSession(ctx, link.person_id)
  },
})

/** Signs a visitor of the demo in as its coordinator. The shell offers it only for demo data on a loopback address. */
export const signInToDemo = command({
  name: 'people.sign-in-to-demo',
  summary: 'Sign in as the coordinator of the demo',
  input: z.object({}),
  output: z.object({ session: z.string(), expiresAt: z.date() }),
  allow: systemOnly,
  run: async (ctx) => openSession(ctx, await coordinator(ctx)),
})

export const signOut = command({
  name: 'people.sign-out',
  summary: 'End the session',
  input: z.object({ token: z.string() }),
  output: z.object({}),
  allow: everyone,
  run: async (ctx, { token }) => {
    await deleteSession(ctx.db, hashOf(token))
    return {}
  },
})

/** The first person: runs the installation, and coordinates until others are invited. */
async function coordinator(ctx: Context<Tx>): Promise<string> {
  const person = await anyPerson(ctx.db)
  if (person) return person.id
  const id = newId(ctx.now.getTime())
  await insertPerson(ctx.db, { id, name: text.fi.coordinator, language: 'fi', created_at: ctx.now })
  for (const office of ['administrator', 'coordinator'] as const) {
    await insertHolding(ctx.db, {
      id: newId(ctx.now.getTime()),
      person_id: id,
      office,
      ecosystem_id: null,
      starts_on: dayIn(ctx.now),
      granted_at: ctx.now,
    })
  }
  return id
}

async function openSession(ctx: Context<Tx>, personId: string) {
  const session = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + lifetimes.sessionMs)
  await insertSession(ctx.db, {
    token_hash: hashOf(session),
    person_id: personId,
    created_at: ctx.now,
    expires_at: expiresAt,
  })
  return { session, expiresAt }
}
