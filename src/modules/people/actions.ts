import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, systemOnly } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { anyPerson, insertHolding, insertPerson, personByEmail } from './queries.ts'
import { hashOf, lifetimes } from './rules.ts'
import { deleteSession } from './session-queries.ts'
import { client, enter, entered } from './sessions.ts'
import { anybodyWasIn, insertLink, takeLink } from './sign-in-queries.ts'
import { text } from './text.ts'

/** Makes a one-time link's secret, for the first person or the one named; the first call makes the first person. */
export const createSignInLink = command({
  name: 'people.create-sign-in-link',
  summary: {
    fi: 'Luo kertakäyttöinen kirjautumislinkki ensimmäiselle henkilölle tai osoitteen haltijalle',
    sv: 'Skapa en engångslänk för inloggning åt den första personen eller åt den som har adressen',
    en: 'Make a one-time sign-in link for the first person, or for the one with the mail address',
  },
  input: z.object({ email: z.string().optional() }),
  output: z.object({ token: z.string(), expiresAt: z.date() }),
  allow: systemOnly,
  run: async (ctx, { email }) => {
    const person = email ? (await personByEmail(ctx.db, email))?.id : await firstPerson(ctx)
    if (!person) {
      const said = (words: { nobodyHasAddress: (a: string) => string }) => words.nobodyHasAddress(email!)
      throw new Refusal('missing', 'people.no-such-address', [
        { field: 'email', text: { fi: said(text.fi), sv: said(text.sv), en: said(text.en) } },
      ])
    }
    const token = newSecret()
    const expiresAt = new Date(ctx.now.getTime() + lifetimes.printedLink)
    await insertLink(ctx.db, {
      token_hash: hashOf(token),
      purpose: 'sign-in',
      person_id: person,
      expires_at: expiresAt,
    })
    return { token, expiresAt }
  },
})

/** Whether the installation is still waiting for its first person to come in. */
export const isWaiting = query({
  name: 'people.is-waiting',
  summary: {
    fi: 'Onko niin, ettei kukaan ole vielä kirjautunut',
    sv: 'Om ingen ännu har loggat in',
    en: 'Whether nobody has signed in yet',
  },
  input: z.object({}),
  output: z.object({ waiting: z.boolean() }),
  allow: systemOnly,
  run: async (ctx) => ({ waiting: !(await anybodyWasIn(ctx.db)) }),
})

/** Turns a link into a session. The page before it has a button, so that mail scanners do not use the link up. */
export const signIn = command({
  name: 'people.sign-in',
  summary: {
    fi: 'Kirjaudu kertakäyttöisellä linkillä',
    sv: 'Logga in med en engångslänk',
    en: 'Sign in with a one-time link',
  },
  input: z.object({ token: z.string().min(20).max(100), client: client.optional() }),
  output: entered,
  allow: everyone,
  run: async (ctx, { token, client }) => {
    const link = await takeLink(ctx.db, 'sign-in', hashOf(token), ctx.now)
    if (!link?.person_id) {
      throw new Refusal('conflict', 'people.link-used', [
        { text: { fi: text.fi.linkUsed, sv: text.sv.linkUsed, en: text.en.linkUsed } },
      ])
    }
    return enter(ctx, link.person_id, 'link', client)
  },
})

export const signOut = command({
  name: 'people.sign-out',
  summary: {
    fi: 'Päätä istunto',
    sv: 'Avsluta sessionen',
    en: 'End the session',
  },
  input: z.object({ token: z.string() }),
  output: z.object({}),
  allow: everyone,
  whilePreviewing: true,
  run: async (ctx, { token }) => {
    const ended = await deleteSession(ctx.db, hashOf(token))
    if (ended) {
      const { id, person_id: person } = ended
      ctx.changed({ kind: 'session', id, before: { person }, after: null })
    }
    return {}
  },
})

/** The first person: runs the installation, and coordinates until others are invited. */
export async function firstPerson(ctx: Context<Tx>): Promise<string> {
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
