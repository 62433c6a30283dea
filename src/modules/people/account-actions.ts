import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newSecret } from '../../kernel/id.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, signedIn } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { self } from './code-actions.ts'
import { readCode, recoveryCodesLeft } from './code-queries.ts'
import { deviceOf } from './device.ts'
import { mailText } from './mail-text.ts'
import { notice } from './notice.ts'
import { passkeysOf } from './passkey-queries.ts'
import { officesOf, personByEmail, personById, updatePerson } from './queries.ts'
import { hashOf, lifetimes, limits } from './rules.ts'
import { hasFactor } from './security-queries.ts'
import { endSessions, sessionsOf } from './session-queries.ts'
import { insertLink, takeLink } from './sign-in-queries.ts'
import { text } from './text.ts'

/** One's own account: who one is here, and by which ways and devices one is in. */
export const ownAccount = query({
  name: 'account.get',
  summary: {
    fi: 'Oma tili: nimi, tehtävät, istunnot, toinen tunnistustapa, pääsyavaimet',
    sv: 'Det egna kontot: namn, uppdrag, sessioner, andra faktor, inloggningsnycklar',
    en: 'One’s own account: name, offices, sessions, second factor, passkeys',
  },
  input: z.object({}),
  output: z.object({
    name: z.string(),
    email: z.string().nullable(),
    language: z.enum(languages),
    asleep: z.enum(['no-factor', 'other-way']).nullable().describe('Why the administrator’s office sleeps.'),
    offices: z.array(
      z.object({
        office: z.string(),
        ecosystem: z.record(z.string(), z.string().nullish()).nullable(),
        from: z.string(),
        until: z.string().nullable(),
      }),
    ),
    sessions: z.array(
      z.object({
        id: z.string(),
        current: z.boolean(),
        device: z.string().nullable(),
        address: z.string().nullable(),
        way: z.string(),
        openedAt: z.date(),
        usedAt: z.date(),
      }),
    ),
    oneTimeCode: z.object({ on: z.boolean(), recoveryCodesLeft: z.number() }),
    passkeys: z.array(
      z.object({ id: z.string(), name: z.string(), addedAt: z.date(), usedAt: z.date().nullable() }),
    ),
  }),
  route: { method: 'GET', path: '/account' },
  allow: signedIn,
  run: async (ctx) => {
    const id = self(ctx)
    const person = await personById(ctx.db, id)
    if (!person) throw new Refusal('missing', 'people.nobody')
    const idleSince = new Date(ctx.now.getTime() - lifetimes.sessionIdle)
    const current = ctx.actor.kind === 'person' ? ctx.actor.session : undefined
    const sessions = await sessionsOf(ctx.db, id, ctx.now, idleSince)
    const code = await readCode(ctx.db, id)
    return {
      name: person.name,
      email: person.email,
      asleep: await whyAsleep(ctx, id),
      language: languages.find((l) => l === person.language) ?? 'fi',
      offices: await officesOf(ctx.db, id, ctx.now),
      sessions: sessions.map((s) => ({
        id: s.id,
        current: s.id === current,
        device: deviceOf(s.device) ?? null,
        address: s.address,
        way: s.way,
        openedAt: s.created_at,
        usedAt: s.id === current ? ctx.now : (s.seen_at ?? s.created_at),
      })),
      oneTimeCode: { on: !!code?.confirmed_at, recoveryCodesLeft: await recoveryCodesLeft(ctx.db, id) },
      passkeys: (await passkeysOf(ctx.db, id)).map((p) => ({
        id: p.id,
        name: p.name,
        addedAt: p.created_at,
        usedAt: p.used_at,
      })),
    }
  },
})

async function whyAsleep(ctx: Context, id: string): Promise<'no-factor' | 'other-way' | null> {
  if (ctx.actor.kind !== 'person' || !ctx.actor.asleep) return null
  return (await hasFactor(ctx.db, id, ctx.now)) ? 'other-way' : 'no-factor'
}

export const updateAccount = command({
  name: 'account.update',
  inPerson: true,
  summary: {
    fi: 'Muuta omaa nimeä ja kieltä',
    sv: 'Ändra eget namn och språk',
    en: 'Change one’s own name and language',
  },
  input: z.object({ name: z.string().trim().min(1).max(200), language: z.enum(languages) }),
  output: z.object({}),
  allow: signedIn,
  run: async (ctx, { name, language }) => {
    const id = self(ctx)
    const before = await personById(ctx.db, id)
    await updatePerson(ctx.db, id, { name, language })
    const was = { name: before?.name, language: before?.language }
    ctx.changed({ kind: 'person', id, before: was, after: { name, language } })
    return {}
  },
})

/** The address changes when the new one has answered. Whether somebody else has it is not told. */
export const askEmailChange = command({
  name: 'account.ask-email-change',
  summary: {
    fi: 'Pyydä uutta sähköpostiosoitetta: linkki lähetetään siihen',
    sv: 'Be om en ny e-postadress: en länk skickas dit',
    en: 'Ask for a new mail address: a link is sent there',
  },
  input: z.object({ email: z.email().max(254) }),
  output: z.object({ again: z.date().optional() }),
  allow: signedIn,
  inPerson: true,
  fresh: true,
  run: async (ctx, { email }) => {
    const id = self(ctx)
    const again = await takeTurns(ctx.db, [{ key: `email ${id}`, limit: limits.mailByPerson }], ctx.now)
    if (again) return { again }
    const token = newSecret()
    await insertLink(ctx.db, {
      token_hash: hashOf(token),
      purpose: 'email',
      person_id: id,
      email: email.toLowerCase(),
      expires_at: new Date(ctx.now.getTime() + lifetimes.mailedLink),
    })
    const path = localPath(ctx.language, `/account/email?token=${token}`)
    const words = mailText[ctx.language].email
    await queueMail(ctx, {
      to: email.toLowerCase(),
      person: id,
      kind: 'email',
      subject: words.subject,
      text: words.body(`${ctx.baseUrl}${path}`),
    })
    return {}
  },
})

/** Pressed in the mail to the new address: that is the proof, whoever is signed in here. */
export const changeEmail = command({
  name: 'account.change-email',
  summary: {
    fi: 'Vahvista uusi sähköpostiosoite siihen lähetetyllä linkillä',
    sv: 'Bekräfta den nya e-postadressen med länken som skickades dit',
    en: 'Confirm the new mail address with the link that was sent there',
  },
  input: z.object({ token: z.string().min(20).max(100) }),
  output: z.object({ email: z.string() }),
  allow: everyone,
  run: async (ctx, { token }) => {
    const link = await takeLink(ctx.db, 'email', hashOf(token), ctx.now)
    const person = link?.person_id ? await personById(ctx.db, link.person_id) : undefined
    if (!link?.email || !person) throw linkUsed()
    const other = await personByEmail(ctx.db, link.email)
    // Only who reads the mails of the address learns that it has an account already.
    if (other && other.id !== person.id) throw linkUsed()
    const before = person.email
    await updatePerson(ctx.db, person.id, { email: link.email })
    ctx.changed({ kind: 'person', id: person.id, before: { email: before }, after: { email: link.email } })
    if (before) await notice(ctx, person.id, (words) => words.email(link.email!), before)
    return { email: link.email }
  },
})

const linkUsed = () =>
  new Refusal('conflict', 'people.link-used', [
    { text: { fi: text.fi.linkUsed, sv: text.sv.linkUsed, en: text.en.linkUsed } },
  ])

export const endSession = command({
  name: 'account.end-session',
  inPerson: true,
  summary: {
    fi: 'Päätä yksi oma istunto tai kaikki muut',
    sv: 'Avsluta en egen session eller alla andra',
    en: 'End one of one’s own sessions, or all others',
  },
  input: z.object({ id: z.union([z.uuid(), z.literal('others')]) }),
  output: z.object({ ended: z.number() }),
  allow: signedIn,
  run: async (ctx, { id }) => {
    const person = self(ctx)
    const current = ctx.actor.kind === 'person' ? (ctx.actor.session ?? null) : null
    const ended = await endSessions(ctx.db, person, id === 'others' ? { but: current } : { id })
    for (const session of ended) {
      ctx.changed({ kind: 'session', id: session.id, before: { person }, after: null })
    }
    return { ended: ended.length }
  },
})
