import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, signedIn } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { self } from './code-actions.ts'
import {
  hasAccepted,
  holdsOffice,
  insertAcceptance,
  invitationById,
  invitationByToken,
  joinOrganisation,
  type ToldInvitation,
  takePlace,
} from './invitation-queries.ts'
import { invitation, shown } from './invitation-schemas.ts'
import { invitationText } from './invitation-text.ts'
import { mailText } from './mail-text.ts'
import { insertHolding, insertPerson, personByEmail } from './queries.ts'
import { hashOf, lifetimes, limits } from './rules.ts'
import { client, enter, entered } from './sessions.ts'
import { insertLink, takeLink } from './sign-in-queries.ts'

const token = z.string().min(20).max(100)
const name = z.string().trim().min(1).max(200)

export const showInvitation = query({
  name: 'invitation.show',
  summary: {
    fi: 'Mihin linkin haltijaa kutsutaan',
    sv: 'Vad den som har länken bjuds in till',
    en: 'What somebody is invited to, for whoever has the link',
  },
  input: z.object({ token }),
  output: invitation,
  allow: everyone,
  run: async (ctx, { token }) => shown(await ofToken(ctx, token), ctx.now),
})

/** Who is signed in takes the office in addition to what they hold already. */
export const acceptAsSelf = command({
  name: 'invitation.accept-as-self',
  summary: {
    fi: 'Hyväksy kutsu kirjautuneena henkilönä',
    sv: 'Godkänn en inbjudan som inloggad person',
    en: 'Accept an invitation as the person who is signed in',
  },
  input: z.object({ token }),
  output: z.object({}),
  allow: signedIn,
  run: async (ctx, { token }) => {
    await grant(ctx, await ofToken(ctx, token), self(ctx))
    return {}
  },
})

/** The mail is the proof that its reader has the address: accepting makes the person, or finds them. */
export const acceptByMail = command({
  name: 'invitation.accept',
  summary: {
    fi: 'Hyväksy sähköpostitse tullut kutsu ja kirjaudu sisään',
    sv: 'Godkänn en inbjudan som kom per e-post och logga in',
    en: 'Accept an invitation that came by mail, and sign in',
  },
  input: z.object({ token, name, language: z.enum(languages), client: client.optional() }),
  output: entered,
  allow: everyone,
  run: async (ctx, { token, name, language, client }) => {
    const row = await ofToken(ctx, token)
    if (!row.email) throw gone()
    const person = await findOrMake(ctx, row.email, name, language)
    // A mailed invitation is used up by its acceptance: later its link lets nobody in.
    if (await hasAccepted(ctx.db, row.id, person)) throw gone()
    await grant(ctx, row, person)
    return enter(ctx, person, 'link', client)
  },
})

/** A link or code may be in many hands: who accepts it first shows by mail whose address they give. */
export const askAcceptance = command({
  name: 'invitation.ask',
  summary: {
    fi: 'Hyväksy linkkinä tai QR-koodina saatu kutsu: vahvistus lähetetään sähköpostitse',
    sv: 'Godkänn en inbjudan som kom som länk eller QR-kod: en bekräftelse skickas per e-post',
    en: 'Accept an invitation that came as a link or QR code: a confirmation is mailed',
  },
  input: z.object({ token, name, email: z.email().max(254), language: z.enum(languages) }),
  output: z.object({ again: z.date().optional() }),
  allow: everyone,
  run: async (ctx, { token, name, email, language }) => {
    const row = await ofToken(ctx, token)
    if (row.email || shown(row, ctx.now).state !== 'open') throw gone()
    const address = email.toLowerCase()
    const bucket = { key: `link ${address}`, limit: limits.linkToAddress }
    const again = await takeTurns(ctx.db, [bucket], ctx.now)
    if (again) return { again }
    const secret = newSecret()
    await insertLink(ctx.db, {
      token_hash: hashOf(secret),
      purpose: 'invitation',
      invitation_id: row.id,
      email: address,
      name,
      language,
      expires_at: new Date(ctx.now.getTime() + lifetimes.mailedLink),
    })
    const path = localPath(language, `/invitation/confirm?token=${secret}`)
    await queueMail(ctx, {
      to: address,
      kind: 'sign-in',
      subject: mailText[language].accept.subject,
      text: mailText[language].accept.body(`${ctx.baseUrl}${path}`),
    })
    return {}
  },
})

export const confirmAcceptance = command({
  name: 'invitation.confirm',
  summary: {
    fi: 'Vahvista kutsun hyväksyminen sähköpostin linkillä ja kirjaudu sisään',
    sv: 'Bekräfta godkännandet av en inbjudan med länken i e-posten och logga in',
    en: 'Confirm the acceptance of an invitation with the link that was mailed, and sign in',
  },
  input: z.object({ token, client: client.optional() }),
  output: entered,
  allow: everyone,
  run: async (ctx, { token, client }) => {
    const link = await takeLink(ctx.db, 'invitation', hashOf(token), ctx.now)
    const row = link?.invitation_id ? await invitationById(ctx.db, link.invitation_id) : undefined
    if (!link?.email || !row) throw gone()
    const language = languages.find((l) => l === link.language) ?? 'fi'
    const person = await findOrMake(ctx, link.email, link.name ?? link.email, language)
    await grant(ctx, row, person)
    return enter(ctx, person, 'link', client)
  },
})

const gone = () => {
  const { fi, sv, en } = invitationText
  return new Refusal('conflict', 'invitation.gone', [{ text: { fi: fi.gone, sv: sv.gone, en: en.gone } }])
}

async function ofToken(ctx: Context, token: string): Promise<ToldInvitation> {
  const row = await invitationByToken(ctx.db, hashOf(token))
  if (!row) throw gone()
  return row
}

async function findOrMake(
  ctx: Context<Tx>,
  email: string,
  name: string,
  language: (typeof languages)[number],
): Promise<string> {
  const known = await personByEmail(ctx.db, email)
  if (known) return known.id
  const id = newId(ctx.now.getTime())
  await insertPerson(ctx.db, { id, name, email, language, created_at: ctx.now })
  ctx.changed({ kind: 'person', id, before: null, after: { name, email, language } })
  return id
}

/** Gives what the invitation promises; a second acceptance by the same person gives nothing more. */
async function grant(ctx: Context<Tx>, row: ToldInvitation, person: string): Promise<void> {
  if (await hasAccepted(ctx.db, row.id, person)) return
  if (!(await takePlace(ctx.db, row.id, ctx.now))) throw gone()
  await insertAcceptance(ctx.db, row.id, person, ctx.now)
  const { office, ecosystem_id: ecosystem, organisation_id: organisation } = row
  if (!(await holdsOffice(ctx.db, person, office, ecosystem, ctx.now))) {
    const id = newId(ctx.now.getTime())
    await insertHolding(ctx.db, {
      id,
      person_id: person,
      office,
      ecosystem_id: ecosystem,
      starts_on: dayIn(ctx.now),
      granted_by: row.created_by,
      granted_at: ctx.now,
    })
    ctx.changed({ kind: 'office-holding', id, before: null, after: { person, office, ecosystem } })
  }
  if (organisation) await joinOrganisation(ctx.db, person, organisation, ctx.now)
  ctx.changed({
    kind: 'invitation',
    id: row.id,
    before: { accepted: row.accepted },
    after: { accepted: row.accepted + 1, person },
  })
}
