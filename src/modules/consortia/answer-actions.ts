import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { queueMail } from '../../kernel/mail.ts'
import { everyone } from '../../kernel/rule.ts'
import { inEach, languages } from '../../kernel/text.ts'
import { hashOf, readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import {
  answerFault,
  gathersIt,
  givesWord,
  insideOrWord,
  isInside,
  partnerOf,
  partnersWord,
} from './answer-rights.ts'
import { afterAnswer, isOverMost } from './answer-rules.ts'
import { answerText } from './answer-text.ts'
import { type PartnerView, viewOf } from './answer-view.ts'
import { consortiumById, insertEvent } from './consortium-queries.ts'
import {
  type AskedPartner,
  answerInvitation,
  answers,
  type Invitation,
  invitationByHash,
  invitationsOf,
  partnerById,
  setPartnerAnswer,
} from './invitation-queries.ts'
import { answerAddress, ofPartner, partnerPath } from './invite-actions.ts'
import { withdrawLetter } from './letter-queries.ts'
import type { Consortium } from './record.ts'

const secret = { token: z.string().min(20).max(100) }

/** Whom a link asks. Looking changes nothing: a mail scanner that opens the link uses nothing up. */
export async function askedBy(
  ctx: Pick<Context, 'db'>,
  token: string,
): Promise<{ invitation: Invitation; consortium: Consortium; partner: AskedPartner }> {
  const invitation = await invitationByHash(ctx.db, hashOf(token))
  const partner = invitation && (await partnerById(ctx.db, invitation.partner))
  const consortium = partner && (await consortiumById(ctx.db, partner.consortium))
  if (!invitation || !partner || !consortium) throw answerFault('missing', 'gone')
  return { invitation, partner, consortium }
}

/** Why nothing can be answered any more; undefined while it can. */
export const shutBy = (
  {
    consortium,
    partner,
    invitation,
  }: { consortium: Consortium; partner: AskedPartner; invitation?: Invitation | undefined },
  now: Date,
): 'withdrawn' | 'left' | 'over' | undefined => {
  if (partner.state === 'left') return 'left'
  if (invitation?.withdrawnAt) return 'withdrawn'
  const last = invitation?.expiresAt ?? consortium.deadline
  return consortium.state !== 'gathering' || (last && last <= now) ? 'over' : undefined
}

const shut = z.enum(['withdrawn', 'left', 'over']).optional()
const toldView = z.custom<PartnerView>()

export const showByLink = query({
  name: 'consortium.invited',
  summary: {
    fi: 'Kutsu konsortioon ja oma vastaus linkin haltijalle',
    sv: 'Inbjudan till ett konsortium och det egna svaret för den som har länken',
    en: 'The invitation to a consortium and one’s own answer, for whoever has the link',
  },
  input: z.object(secret),
  output: z.object({ view: toldView, invitation: z.uuid(), shut }),
  allow: everyone,
  run: async (ctx, { token }) => {
    const asked = await askedBy(ctx, token)
    const view = await viewOf(ctx.db, asked, { answer: true, gather: false, agree: false })
    return { view, invitation: asked.invitation.id, shut: shutBy(asked, ctx.now) }
  },
})

export const showPartner = query({
  name: 'consortium.partner',
  summary: {
    fi: 'Kumppani konsortiossa: mitä on sovittu, kutsut, kirje, tehtävät ja kulku',
    sv: 'En partner i ett konsortium: vad som är överenskommet, inbjudningar, brev, uppgifter och gång',
    en: 'A partner in a consortium: what is agreed, invitations, letter, tasks and course',
  },
  route: { method: 'GET', path: '/consortia/{consortium}/partners/{partner}' },
  input: z.object(ofPartner),
  output: z.object({ view: toldView, shut }),
  allow: insideOrWord,
  run: async (ctx, asked) => {
    const found = await partnerOf(ctx, asked)
    const invitation = await openInvitation(ctx, found.partner)
    const [answer, gather, agree] = [
      await givesWord(ctx, found.partner.organisation),
      found.consortium.state !== 'ended' && (await gathersIt(ctx, found.consortium)),
      await isInside(ctx, found.consortium),
    ]
    const view = await viewOf(ctx.db, found, { answer, gather, agree })
    // The course with its reasons is for those who agree among themselves.
    return { view: agree ? view : { ...view, course: [] }, shut: shutBy({ ...found, invitation }, ctx.now) }
  },
})

const openInvitation = async ({ db }: Pick<Context, 'db'>, partner: AskedPartner) =>
  (await invitationsOf(db, partner.consortium)).find((i) => i.partner === partner.id && !i.withdrawnAt)

const amount = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,2})?$/)
  .nullable()
  .default(null)

/** What a partner tells. Amounts are decimal euros. */
const told = {
  answer: z.enum(['', ...answers]),
  said: z.string().trim().max(4000).default('').describe('What it would do.'),
  share: amount.describe('What it would ask for.'),
  ownShare: amount.describe('Its own part of the costs.'),
  capacity: z.enum(['', 'free', 'little', 'none']).default(''),
  questions: z.string().trim().max(2000).default(''),
}
const toldObject = z.object(told)
type Told = z.output<typeof toldObject>

const changes = { burst: 20, everyMs: 60_000 }

type Answering = {
  consortium: Consortium
  partner: AskedPartner
  invitation: Invitation | undefined
  by: string
  person: string | null
}

/** Takes an answer: the partner's state follows it, and who asked is told. */
async function take(ctx: Context<Tx>, asked: Answering, input: Told): Promise<void> {
  const { consortium, partner, invitation, by, person } = asked
  const closed = shutBy(asked, ctx.now)
  if (closed) throw answerFault('conflict', closed)
  if (input.answer === '') throw answerFault('invalid', 'noAnswer', 'answer')
  if (isOverMost(input.share, consortium.mostEach)) throw answerFault('invalid', 'overMost', 'share')
  const { answer } = input
  const state = afterAnswer(partner.state, answer)
  if (!state) throw answerFault('conflict', 'left')
  if (await takeTurns(ctx.db, [{ key: `consortium-answer ${partner.id}`, limit: changes }], ctx.now))
    throw answerFault('conflict', 'tooMany')
  const { now: at } = ctx
  const said = input.said || null
  await setPartnerAnswer(ctx.db, partner.id, {
    state,
    share: input.share,
    ownShare: input.ownShare,
    capacity: input.capacity || null,
    said,
    at: state === partner.state ? partner.changedAt : at,
  })
  if (invitation)
    await answerInvitation(ctx.db, invitation.id, {
      answer,
      text: said,
      questions: input.questions || null,
      by,
      at,
    })
  const event = { consortium: consortium.id, person, by, at }
  const details = { partner: partner.id, name: partner.name }
  if (state !== partner.state) {
    await insertEvent(ctx.db, { ...event, id: newId(at.getTime()), what: answer, details })
    const why = answerText[consortium.language].answers[answer]
    // Whoever no longer commits has no letter of commitment either.
    if (answer !== 'committed' && (await withdrawLetter(ctx.db, partner.id, { at, why })))
      await insertEvent(ctx.db, { ...event, id: newId(at.getTime()), what: 'unsign', details })
    await tellAnswer(ctx, asked, answer)
  }
  ctx.changed({
    kind: 'consortium-partner',
    id: partner.id,
    before: { state: partner.state, share: partner.share, consortium: consortium.id },
    after: { state, share: input.share, consortium: consortium.id },
  })
}

/** Those who asked, and who founded the consortium, hear of an answer. */
async function tellAnswer(
  ctx: Context<Tx>,
  { consortium, partner, invitation }: Answering,
  answer: Told['answer'],
) {
  if (answer === '') return
  const to = [...new Set([invitation?.person, consortium.person].filter((id): id is string => Boolean(id)))]
  await notify(ctx, {
    kind: 'consortium',
    subject: { kind: 'consortium', id: consortium.id },
    about: newId(ctx.now.getTime()),
    title: inEach((l) => answerText[l].newsTitle(partner.name, consortium.title)),
    path: partnerPath({ consortium: consortium.id, partner: partner.id }),
    text: answerText[ctx.language].answers[answer],
    ecosystem: consortium.ecosystem.id,
    records: [],
    to: await readPeople(ctx.db, ctx.now, to),
  })
}

export const answerSignedIn = command({
  name: 'consortium.answer',
  summary: {
    fi: 'Vastaa kutsuun konsortioon organisaation puolesta tai korjaa vastausta',
    sv: 'Svara på en inbjudan till ett konsortium för organisationen, eller rätta svaret',
    en: 'Answer an invitation to a consortium for the organisation, or correct the answer',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/partners/{partner}/answer' },
  input: z.object({ ...ofPartner, ...told }),
  output: z.object({ path: z.string() }),
  allow: partnersWord,
  run: async (ctx, input) => {
    const found = await partnerOf(ctx, input)
    const invitation = await openInvitation(ctx, found.partner)
    const by = ctx.actor.kind === 'person' ? ctx.actor.name : ''
    const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
    await take(ctx, { ...found, invitation, by, person }, input)
    return { path: partnerPath(input) }
  },
})

export const answerByLink = command({
  name: 'consortium.answer-by-link',
  summary: {
    fi: 'Vastaa kutsuun konsortioon linkillä, kirjautumatta, tai korjaa vastausta',
    sv: 'Svara på en inbjudan till ett konsortium med länken, utan att logga in, eller rätta svaret',
    en: 'Answer an invitation to a consortium by its link, without signing in, or correct the answer',
  },
  input: z.object({ ...secret, ...told, name: z.string().trim().max(200), language: z.enum(languages) }),
  // Who answers has no account: the link and the name are nobody else's.
  untold: ['token', 'name'],
  output: z.object({}),
  allow: everyone,
  run: async (ctx, { token, name, language, ...input }) => {
    const asked = await askedBy(ctx, token)
    if (!shutBy(asked, ctx.now) && name === '') throw answerFault('invalid', 'noName', 'name')
    const first = asked.invitation.answer !== input.answer
    const by = answerText[asked.consortium.language].byLink(name)
    await take(ctx, { ...asked, by, person: null }, input)
    if (first && asked.invitation.email && input.answer !== '') {
      const t = answerText[language]
      await queueMail(ctx, {
        to: asked.invitation.email,
        kind: 'consortium',
        subject: t.mailSubject(asked.consortium.title),
        text: [
          t.mailBody(asked.partner.name, t.answers[input.answer], asked.consortium.title),
          t.mailAgain,
          answerAddress(ctx, language, token),
        ].join('\n\n'),
      })
    }
    return {}
  },
})
