import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { inEach, languages } from '../../kernel/text.ts'
import { organisationsNamed } from '../organisations/index.ts'
import { hashOf } from '../people/index.ts'
import { consortiumById, insertEvent, partnersOf, setPartnerState } from './consortium-queries.ts'
import { fault } from './fault-text.ts'
import { joinAsInterested } from './joining.ts'
import { isOpen } from './openings.ts'
import { acting, done, gathering, one, openConsortium, pathOf } from './rights.ts'
import {
  answerInterestRow,
  type Interest,
  insertInterest,
  interestById,
  interestBySecret,
  interestsIn,
  setInterest,
  setWantedRow,
  type Wanted,
  wantedOf,
} from './wanted-queries.ts'
import { wantedText as text } from './wanted-text.ts'

type Wrong = 'noName' | 'badEmail' | 'noWords' | 'linkGone' | 'tooMany' | 'already' | 'over'
const wrong = (kind: RefusalKind, what: Wrong, field?: string): Refusal =>
  new Refusal(kind, `wanted.${what}`, [{ ...(field && { field }), text: inEach((l) => text[l][what]) }])

export const setWanted = command({
  name: 'consortium.set-wanted',
  summary: {
    fi: 'Julkaise konsortion kumppanihaku, muuta sitä tai lopeta se',
    sv: 'Publicera ett konsortiums partnersökning, ändra den eller avsluta den',
    en: 'Publish the partner search of a consortium, change it or end it',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/wanted' },
  input: z.object({
    ...one,
    on: z.boolean(),
    text: z.string().trim().max(4000).default(''),
    partners: z.boolean().default(false).describe('Whether it is told who is in.'),
  }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, on, text: said, partners }) => {
    await openConsortium(ctx, id)
    const before = (await wantedOf(ctx.db, [id])).get(id) ?? null
    const { at, by, person } = acting(ctx)
    await setWantedRow(ctx.db, id, { on, text: said, partners, at })
    const event = { id: newId(at.getTime()), consortium: id, what: on ? 'want' : 'want-no-more', details: {} }
    if (before?.on !== on) await insertEvent(ctx.db, { ...event, person, by, at })
    ctx.changed({ kind: 'consortium', id, before, after: { wanted: on, text: said, partners } })
    return { path: pathOf(id) }
  },
})

export type Interests = { wanted: Wanted; items: Interest[] }

export const listInterests = query({
  name: 'consortium.interests',
  summary: {
    fi: 'Ketkä ovat itse ilmoittaneet kiinnostuksensa konsortioon',
    sv: 'Vilka som själva har meddelat intresse för ett konsortium',
    en: 'Who has said by themselves that they are interested in a consortium',
  },
  route: { method: 'GET', path: '/consortia/{consortium}/interests' },
  input: z.object(one),
  output: z.custom<Interests>(),
  allow: gathering,
  run: async (ctx, { consortium: id }) => {
    const wanted = (await wantedOf(ctx.db, [id])).get(id)
    if (!wanted) throw fault('missing', 'missing')
    return { wanted, items: await interestsIn(ctx.db, id) }
  },
})

/** An open form that anybody may send: so many at once, and then one more now and then. */
const limits = {
  ofConsortium: { burst: 30, everyMs: 600_000 },
  toAddress: { burst: 3, everyMs: 3_600_000 },
}

const words = z.string().trim().max(2000).default('')

export const askToJoin = command({
  name: 'wanted.ask',
  summary: {
    fi: 'Ilmoita kiinnostus julkiseen kumppanihakuun ilman tunnuksia; vahvistetaan sähköpostin linkillä',
    sv: 'Meddela intresse för en offentlig partnersökning utan konto; bekräftas med en länk per e-post',
    en: 'Say without an account that you would join a public partner search; confirmed by a mailed link',
  },
  input: z.object({
    id: z.string().max(40),
    name: z.string().trim().max(300).default(''),
    email: z.string().trim().max(254).default(''),
    words,
    language: z.enum(languages),
  }),
  // Who asks has no account: the address is nobody else's.
  untold: ['email'],
  output: z.object({}),
  allow: everyone,
  run: async (ctx, { id, name, email: typed, words: said, language }) => {
    const consortium = await consortiumById(ctx.db, id)
    const wanted = consortium && (await wantedOf(ctx.db, [consortium.id])).get(consortium.id)?.on
    if (!consortium || !wanted) throw fault('missing', 'missing')
    if (!isOpen(consortium, ctx.now)) throw wrong('conflict', 'over')
    if (name === '') throw wrong('invalid', 'noName', 'name')
    const email = typed.toLowerCase()
    if (!z.email().safeParse(email).success) throw wrong('invalid', 'badEmail', 'email')
    if (said === '') throw wrong('invalid', 'noWords', 'words')
    const full = await takeTurns(
      ctx.db,
      [
        { key: `wanted ${id}`, limit: limits.ofConsortium },
        { key: `wanted to ${email}`, limit: limits.toAddress },
      ],
      ctx.now,
    )
    if (full) throw wrong('conflict', 'tooMany')
    const secret = newSecret()
    const interest = newId(ctx.now.getTime())
    await insertInterest(ctx.db, {
      id: interest,
      consortium: id,
      organisation: await oneNamed(ctx, name),
      name,
      words: said,
      person: null,
      email,
      secretHash: hashOf(secret),
      language,
      at: ctx.now,
      confirmedAt: null,
      partner: null,
    })
    const place = { consortium: id, ecosystem_id: consortium.ecosystem.id }
    ctx.changed({ kind: 'consortium-interest', id: interest, before: null, after: { ...place, name } })
    const t = text[language]
    const url = `${ctx.baseUrl}${localPath(language, `/partners-wanted/own?token=${secret}`)}`
    await queueMail(ctx, {
      to: email,
      kind: 'partner-search',
      subject: t.mailSubject(consortium.title),
      text: t.mailBody(name, consortium.title, url),
    })
    return {}
  },
})

/** The one organisation that everybody may know of by this name. */
async function oneNamed(ctx: Context, name: string): Promise<string | null> {
  const found = await organisationsNamed(ctx.db, { kind: 'visitor' }, name)
  return found.length === 1 ? found[0]!.id : null
}

const token = z.string().min(20).max(100)

async function ownInterest(ctx: Context, secret: string): Promise<Interest> {
  const found = await interestBySecret(ctx.db, hashOf(secret))
  if (!found) throw wrong('missing', 'linkGone')
  return found
}

/** Looking changes nothing: a mail scanner that opens the link confirms nothing. */
export const showOwnInterest = query({
  name: 'wanted.own',
  summary: {
    fi: 'Oma kiinnostus linkin haltijalle',
    sv: 'Det egna intresset för den som har länken',
    en: 'One’s own interest, for whoever has the link',
  },
  input: z.object({ token }),
  output:
    z.custom<
      Pick<
        Interest,
        'consortium' | 'title' | 'name' | 'words' | 'confirmedAt' | 'withdrawnAt' | 'answer' | 'answerText'
      >
    >(),
  allow: everyone,
  run: async (ctx, { token: secret }) => {
    const {
      consortium,
      title,
      name,
      words: said,
      confirmedAt,
      withdrawnAt,
      answer,
      answerText,
    } = await ownInterest(ctx, secret)
    return { consortium, title, name, words: said, confirmedAt, withdrawnAt, answer, answerText }
  },
})

export const sayOwnInterest = command({
  name: 'wanted.say-own',
  summary: {
    fi: 'Vahvista, muuta tai peru kiinnostus sähköpostin linkillä',
    sv: 'Bekräfta, ändra eller ta tillbaka ett intresse med länken i e-posten',
    en: 'Confirm, change or withdraw an interest by the mailed link',
  },
  input: z.object({ token, words, withdraw: z.boolean().default(false) }),
  untold: ['token'],
  output: z.object({}),
  allow: everyone,
  run: async (ctx, { token: secret, words: said, withdraw }) => {
    const before = await ownInterest(ctx, secret)
    if (before.answer && !withdraw) throw wrong('conflict', 'already')
    if (said === '' && !withdraw) throw wrong('invalid', 'noWords', 'words')
    const how = { words: withdraw ? before.words : said, at: ctx.now, withdrawn: withdraw }
    await setInterest(ctx.db, before.id, how)
    if (withdraw && before.partner) await setPartnerState(ctx.db, before.partner, 'declined', ctx.now)
    const consortium = await consortiumById(ctx.db, before.consortium)
    const place = { consortium: before.consortium, ecosystem_id: consortium?.ecosystem.id ?? null }
    const after = { ...place, withdrawn: withdraw, confirmed: true }
    ctx.changed({ kind: 'consortium-interest', id: before.id, before: place, after })
    return {}
  },
})

export const answerInterest = command({
  name: 'consortium.answer-interest',
  summary: {
    fi: 'Ota kiinnostuksensa ilmoittanut kumppaniksi tai kerro, ettei se onnistu nyt',
    sv: 'Ta med den som meddelat intresse som partner, eller säg att det inte går nu',
    en: 'Take in who said that it is interested as a partner, or tell it that it cannot be now',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/interests' },
  input: z.object({
    ...one,
    interest: z.uuid(),
    answer: z.enum(['taken', 'declined']),
    text: z.string().trim().max(2000).default(''),
  }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, interest, answer, text: said }) => {
    const consortium = await openConsortium(ctx, id)
    const before = await interestById(ctx.db, interest)
    if (!before || before.consortium !== id) throw fault('missing', 'missing')
    if (before.answer) throw wrong('conflict', 'already')
    const { at, by, person } = acting(ctx)
    let { partner } = before
    if (answer === 'taken' && !partner) {
      const { organisation, name, words: theirs } = before
      partner = await joinAsInterested(ctx, consortium, { organisation, name, words: theirs, person, by })
    }
    if (answer === 'declined' && partner) await leaveInterested(ctx, id, partner)
    await answerInterestRow(ctx.db, interest, { answer, text: said, by, at, partner })
    ctx.changed({
      kind: 'consortium-interest',
      id: interest,
      before: { consortium: id },
      after: { answer, text: said },
    })
    await mailAnswer(ctx, before, answer, said)
    return { path: `${pathOf(id)}/interests` }
  },
})

/** One that is a partner by its own word alone goes; who has come further is left out by its own act. */
async function leaveInterested(ctx: Context<Tx>, consortium: string, partner: string): Promise<void> {
  const there = (await partnersOf(ctx.db, consortium)).find((p) => p.id === partner)
  if (there?.state !== 'interested') return
  await setPartnerState(ctx.db, partner, 'left', ctx.now)
  const { at, by, person } = acting(ctx)
  const event = { id: newId(at.getTime()), consortium, what: 'leave', details: { partner, name: there.name } }
  await insertEvent(ctx.db, { ...event, person, by, at })
}

async function mailAnswer(
  ctx: Context<Tx>,
  { email, language, title }: Interest,
  answer: 'taken' | 'declined',
  said: string,
): Promise<void> {
  if (!email) return
  const t = text[language]
  await queueMail(ctx, {
    to: email,
    kind: 'partner-search',
    subject: t.answerSubject(title),
    text: [t.answered[answer], said].filter(Boolean).join('\n\n'),
  })
}
