import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { stateAfter } from '../../kernel/machine.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { inEach, isLanguage, type Language, languages } from '../../kernel/text.ts'
import { dayIn, instantOf } from '../../kernel/time.ts'
import { hashOf, readPeople } from '../people/index.ts'
import { keepersOf } from '../profiles/index.ts'
import { notify } from '../talk/index.ts'
import { inviteFault, type OfPartner, partnerOf } from './answer-rights.ts'
import { answerByOffered, expiryOf } from './answer-rules.ts'
import { insertEvent, setPartnerState } from './consortium-queries.ts'
import {
  type AskedPartner,
  type Invitation,
  insertInvitation,
  invitationsOf,
  withdrawInvitations,
} from './invitation-queries.ts'
import { letterOf } from './invite-letter.ts'
import { inviteText } from './invite-text.ts'
import type { Consortium } from './record.ts'
import { acting, done, gathering, one, openConsortium, pathOf } from './rights.ts'
import { partnerMachine } from './rules.ts'

export const ofPartner = { ...one, partner: z.string().max(40).describe('Id of the partner.') }
export const partnerPath = ({ consortium, partner }: OfPartner): string =>
  `${pathOf(consortium)}/partners/${partner}`

const limits = {
  byPerson: { burst: 30, everyMs: 2 * 60_000 },
  toAddress: { burst: 3, everyMs: 8 * 3_600_000 },
}

export const showInvite = query({
  name: 'consortium.to-invite',
  summary: {
    fi: 'Kenelle kutsu menisi ja mihin päivään vastausta pyydetään',
    sv: 'Vem en inbjudan skulle gå till och till vilken dag svar begärs',
    en: 'To whom an invitation would go, and by which day an answer is asked for',
  },
  input: z.object(ofPartner),
  output: z.object({
    consortium: z.custom<Consortium>(),
    partner: z.custom<AskedPartner>(),
    keepers: z.array(z.string()),
    language: z.enum(languages),
    answerBy: z.string(),
  }),
  allow: gathering,
  run: async (ctx, asked) => {
    const { consortium, partner } = await partnerOf(ctx, asked)
    const keepers = await keepersFor(ctx, partner)
    const first = keepers[0]?.language
    return {
      consortium,
      partner,
      keepers: keepers.map(({ name }) => name),
      language: isLanguage(first) ? first : consortium.language,
      answerBy: answerByOffered(dayIn(ctx.now), consortium.deadline && dayIn(consortium.deadline)),
    }
  },
})

const keepersFor = async ({ db, now }: Pick<Context, 'db' | 'now'>, { organisation }: AskedPartner) =>
  organisation ? keepersOf(db, organisation, now) : []

export const invitePartner = command({
  name: 'consortium.invite',
  inPerson: true,
  summary: {
    fi: 'Kutsu kumppani konsortioon: profiilin pitäjille ja sähköpostiin linkki, jolla vastataan ilman tunnuksia',
    sv: 'Bjud in en partner: till dem som sköter profilen och per e-post med en länk för att svara utan koder',
    en: 'Invite a partner: those who keep its profile, and by mail with a link to answer without an account',
  },
  input: z.object({
    ...ofPartner,
    email: z.string().trim().max(254).default(''),
    language: z.enum(languages),
    message: z.string().trim().max(6000),
    answerBy: z.string().max(10).nullable().default(null).describe('A day, yyyy-mm-dd.'),
  }),
  untold: ['email'],
  output: z.object({
    path: z.string(),
    link: z.string().nullable().describe('Where it is answered by link.'),
  }),
  allow: gathering,
  run: async (ctx, input) => {
    await openConsortium(ctx, input.consortium)
    const { consortium, partner } = await partnerOf(ctx, input)
    const email = input.email.toLowerCase()
    const keepers = await keepersFor(ctx, partner)
    const waiting = partner.state === 'invited'
    const state = waiting ? 'invited' : stateAfter(partnerMachine, partner.state, 'invite')
    if (!state) throw inviteFault('conflict', 'badState')
    if (email === '' && keepers.length === 0) throw inviteFault('invalid', 'noAddress', 'email')
    if (email !== '' && !z.email().safeParse(email).success) throw inviteFault('invalid', 'badEmail', 'email')
    if (input.message === '') throw inviteFault('invalid', 'noMessage', 'message')
    const last = consortium.deadline && dayIn(consortium.deadline)
    const { answerBy } = input
    if (answerBy && (answerBy < dayIn(ctx.now) || (last && answerBy > last)))
      throw inviteFault('invalid', 'badDay', 'answerBy')
    const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
    if (await takeTurns(ctx.db, [{ key: `consortium-invite ${person}`, limit: limits.byPerson }], ctx.now))
      throw inviteFault('conflict', 'tooMany')
    if (
      email &&
      (await takeTurns(ctx.db, [{ key: `consortium-to ${email}`, limit: limits.toAddress }], ctx.now))
    )
      throw inviteFault('conflict', 'askedOften', 'email')
    const { at, by } = acting(ctx)
    // A newer question takes the place of an older one: its link says so.
    await withdrawInvitations(ctx.db, partner.id, { at, why: null })
    const secret = email ? newSecret() : null
    const id = newId(at.getTime())
    await insertInvitation(ctx.db, {
      id,
      partner: partner.id,
      email: email || null,
      hash: secret && hashOf(secret),
      language: input.language,
      message: input.message,
      person,
      sentAt: at,
      answerBy,
      expiresAt: expiryOf(at, consortium.deadline, answerBy ? instantOf(answerBy, '23:59') : null),
    })
    await setPartnerState(ctx.db, partner.id, state, at)
    const link = secret && answerAddress(ctx, input.language, secret)
    await tellInvited(ctx, { ...input, email, consortium, asked: partner, inviter: by, link, about: id })
    const details = { partner: partner.id, name: partner.name }
    await insertEvent(ctx.db, {
      id: newId(at.getTime()),
      consortium: consortium.id,
      what: 'invite',
      details,
      person,
      by,
      at,
    })
    ctx.changed({
      kind: 'consortium-invitation',
      id,
      before: null,
      after: { ...details, consortium: consortium.id, keepers: keepers.length, byLink: email !== '' },
    })
    return { path: partnerPath(input), link }
  },
})

export const answerAddress = (ctx: Pick<Context, 'baseUrl'>, language: Language, secret: string): string =>
  `${ctx.baseUrl}${localPath(language, `/consortium-invitation?token=${secret}`)}`

type Telling = {
  consortium: Consortium
  asked: AskedPartner
  email: string
  message: string
  language: Language
  answerBy: string | null
  inviter: string
  link: string | null
  about: string
}

/** The mail with the link, and to those who keep the profile a notification and a mail of their own. */
async function tellInvited(ctx: Context<Tx>, t: Telling): Promise<void> {
  const { consortium, asked, email, message, answerBy, inviter, link, language, about } = t
  const words = { message, consortium, inviter, answerBy }
  const subject = inviteText[language].subject(consortium.title)
  if (email && link)
    await queueMail(ctx, {
      to: email,
      kind: 'consortium',
      subject,
      text: letterOf({ ...words, url: link, byLink: true }, language),
    })
  const keepers = (await keepersFor(ctx, asked)).filter((k) => k.email?.toLowerCase() !== email)
  const path = `${partnerPath({ consortium: consortium.id, partner: asked.id })}/answer`
  for (const keeper of keepers) {
    if (!keeper.email) continue
    const own = isLanguage(keeper.language) ? keeper.language : language
    const url = `${ctx.baseUrl}${localPath(own, path)}`
    await queueMail(ctx, {
      to: keeper.email,
      person: keeper.person,
      kind: 'consortium',
      subject: inviteText[own].subject(consortium.title),
      text: letterOf({ ...words, url, byLink: false }, own),
    })
  }
  await notify(ctx, {
    kind: 'consortium',
    subject: { kind: 'organisation', id: asked.organisation ?? consortium.id },
    about,
    title: inEach((l) => inviteText[l].subject(consortium.title)),
    path,
    text: inviteText[language].newsText(consortium.title),
    ecosystem: consortium.ecosystem.id,
    // Those who keep the profile of who is asked see the question, whatever the consortium's share level is.
    records: [],
    to: await readPeople(
      ctx.db,
      ctx.now,
      keepers.map((k) => k.person),
    ),
  })
}

export const withdrawInvitation = command({
  name: 'consortium.withdraw-invitation',
  summary: {
    fi: 'Peru kumppanin avoin kutsu; kutsutulle kerrotaan',
    sv: 'Återta den öppna inbjudan till en partner; den inbjudna får veta det',
    en: 'Withdraw the open invitation of a partner; whoever was invited is told',
  },
  input: z.object({ ...ofPartner, reason: z.string().trim().max(1000).default('') }),
  output: done,
  allow: gathering,
  run: async (ctx, { reason, ...asked }) => {
    await openConsortium(ctx, asked.consortium)
    const { consortium, partner } = await partnerOf(ctx, asked)
    const open = (await invitationsOf(ctx.db, consortium.id)).filter(
      (i) => i.partner === partner.id && i.withdrawnAt === null,
    )
    const state = stateAfter(partnerMachine, partner.state, 'withdraw')
    if (!state || open.length === 0) throw inviteFault('conflict', 'notInvited')
    if (reason === '') throw inviteFault('invalid', 'noReason', 'reason')
    const { at, by, person } = acting(ctx)
    await withdrawInvitations(ctx.db, partner.id, { at, why: reason })
    await setPartnerState(ctx.db, partner.id, state, at)
    for (const i of open) await tellWithdrawn(ctx, consortium, i, reason)
    const details = { partner: partner.id, name: partner.name, reason }
    await insertEvent(ctx.db, {
      id: newId(at.getTime()),
      consortium: consortium.id,
      what: 'withdraw',
      details,
      person,
      by,
      at,
    })
    ctx.changed({ kind: 'consortium-invitation', id: open[0]!.id, before: { state: 'open' }, after: details })
    return { path: partnerPath(asked) }
  },
})

async function tellWithdrawn(
  ctx: Context<Tx>,
  { title }: Consortium,
  i: Invitation,
  why: string,
): Promise<void> {
  if (!i.email) return
  const t = inviteText[i.language]
  await queueMail(ctx, {
    to: i.email,
    kind: 'consortium',
    subject: t.withdrawnSubject(title),
    text: `${t.withdrawn(title)}\n\n${t.withdrawnWhy(why)}`,
  })
}
