import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import { everyone } from '../../kernel/rule.ts'
import { inEach, type Language, languages } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { by, readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import { askedBy, shutBy } from './answer-actions.ts'
import { answerFault, insideOrWord, partnerOf, partnersWord, refusing } from './answer-rights.ts'
import { afterAnswer } from './answer-rules.ts'
import { type ToldConsortium, toldConsortium } from './answer-view.ts'
import { insertEvent } from './consortium-queries.ts'
import { type AskedPartner, setPartnerAnswer } from './invitation-queries.ts'
import { ofPartner, partnerPath } from './invite-actions.ts'
import {
  insertLetter,
  type Letter,
  lettersOf,
  setTemplate,
  templateOf,
  withdrawLetter,
} from './letter-queries.ts'
import { filledLetter, hashOfLetter, missingFields, unknownFields } from './letter-rules.ts'
import { letterDefaults, letterText } from './letter-text.ts'
import type { Consortium } from './record.ts'
import { gathering } from './rights.ts'

export const letterFault = refusing(letterText)
const token = z.string().min(20).max(100)
const language = z.enum(languages)

/** The letter that a partner would sign: the template of its ecosystem, filled in. */
async function bodyOf(
  db: Read,
  { consortium: c, partner: p }: { consortium: Consortium; partner: AskedPartner },
  l: Language,
  now: Date,
): Promise<string> {
  const template = (await templateOf(db, c.ecosystem.id, l)) ?? letterDefaults[l]
  const money = (amount: string | null) => (amount === null ? '' : formatAmount(centsOf(amount), l))
  return filledLetter(template, {
    partner: p.name,
    'business-id': p.businessId ?? '',
    lead: c.lead?.name ?? '',
    title: c.title,
    call: c.callName ?? c.callCode ?? '',
    programme: c.programme ?? '',
    deadline: c.deadline ? formatDay(dayIn(c.deadline), l) : '',
    aim: c.aim.replaceAll(/\s+/g, ' '),
    work: (p.said ?? '').replaceAll(/\s+/g, ' '),
    share: money(p.share),
    'own-share': money(p.ownShare),
    date: formatDay(dayIn(now), l),
  })
}

/** What is read before signing, and the letter where it has been signed. */
export type ToldLetter = {
  consortium: ToldConsortium
  partner: { id: string; name: string }
  language: Language
  preview: string
  letter: (Letter & { intact: boolean }) | null
}

async function toldLetter(
  ctx: Pick<Context, 'db' | 'now'>,
  found: { consortium: Consortium; partner: AskedPartner },
  l: Language,
): Promise<ToldLetter> {
  const { consortium, partner } = found
  const letter = (await lettersOf(ctx.db, consortium.id)).find(
    (x) => x.partner === partner.id && !x.withdrawnAt,
  )
  return {
    consortium: toldConsortium(consortium),
    partner: { id: partner.id, name: partner.name },
    language: l,
    preview: await bodyOf(ctx.db, found, l, ctx.now),
    letter: letter ? { ...letter, intact: hashOfLetter(letter) === letter.hash } : null,
  }
}

export const showLetter = query({
  name: 'consortium.letter',
  summary: {
    fi: 'Kumppanin sitoumuskirje, tai mitä allekirjoitettaisiin',
    sv: 'Partnerns åtagandebrev, eller vad som skulle undertecknas',
    en: 'The letter of commitment of a partner, or what would be signed',
  },
  route: { method: 'GET', path: '/consortia/{consortium}/partners/{partner}/letter' },
  input: z.object({ ...ofPartner, language: language.optional() }),
  output: z.custom<ToldLetter>(),
  allow: insideOrWord,
  run: async (ctx, input) => {
    const found = await partnerOf(ctx, input)
    return toldLetter(ctx, found, input.language ?? found.consortium.language)
  },
})

export const showLetterByLink = query({
  name: 'consortium.letter-by-link',
  summary: {
    fi: 'Sitoumuskirje linkin haltijalle',
    sv: 'Åtagandebrevet för den som har länken',
    en: 'The letter of commitment for whoever has the link',
  },
  input: z.object({ token, language: language.optional() }),
  output: z.custom<ToldLetter>(),
  allow: everyone,
  run: async (ctx, input) => {
    const found = await askedBy(ctx, input.token)
    return toldLetter(ctx, found, input.language ?? found.invitation.language)
  },
})

const signing = {
  language,
  preview: z.string().max(20_000).describe('The words that were read: others are not signed.'),
  signer: z.string().trim().max(200),
  position: z.string().trim().max(200),
  right: z.boolean().describe('Whether the signer affirms the right to bind the organisation.'),
}
const signingObject = z.object(signing)

type Signing = {
  consortium: Consortium
  partner: AskedPartner
  invitation: string | null
  person: string | null
}

async function sign(ctx: Context<Tx>, found: Signing, said: z.output<typeof signingObject>): Promise<void> {
  const { consortium, partner, invitation, person } = found
  if (partner.signed) throw letterFault('conflict', 'signedAlready')
  if (said.signer === '') throw letterFault('invalid', 'noSigner', 'signer')
  if (said.position === '') throw letterFault('invalid', 'noPosition', 'position')
  if (!said.right) throw letterFault('invalid', 'noRight', 'right')
  const body = await bodyOf(ctx.db, found, said.language, ctx.now)
  if (body !== said.preview.replaceAll('\r\n', '\n')) throw letterFault('conflict', 'changed')
  const state = afterAnswer(partner.state, 'committed')
  if (!state) throw answerFault('conflict', 'left')
  const { now: at } = ctx
  const letter = {
    id: newId(at.getTime()),
    partner: partner.id,
    language: said.language,
    body,
    signer: said.signer,
    signerTitle: said.position,
    signedAt: at,
  }
  const hash = hashOfLetter(letter)
  await insertLetter(ctx.db, { ...letter, hash, invitation, person })
  const changedAt = state === partner.state ? partner.changedAt : at
  await setPartnerAnswer(ctx.db, partner.id, { ...partner, state, at: changedAt })
  const details = { partner: partner.id, name: partner.name }
  const event = { consortium: consortium.id, details, person, by: said.signer, at }
  if (state !== partner.state)
    await insertEvent(ctx.db, { ...event, id: newId(at.getTime()), what: 'committed' })
  await insertEvent(ctx.db, { ...event, id: newId(at.getTime()), what: 'sign' })
  ctx.changed({
    kind: 'consortium-letter',
    id: letter.id,
    before: null,
    after: { partner: partner.id, hash, consortium: consortium.id },
  })
  await notify(ctx, {
    kind: 'consortium',
    subject: { kind: 'consortium', id: consortium.id },
    about: letter.id,
    title: inEach((l) => letterText[l].newsTitle(partner.name, consortium.title)),
    path: `${partnerPath({ consortium: consortium.id, partner: partner.id })}/letter`,
    text: letterText[ctx.language].signed(said.signer, said.position, formatDay(dayIn(at), ctx.language)),
    ecosystem: consortium.ecosystem.id,
    records: [],
    to: await readPeople(ctx.db, at, consortium.person ? [consortium.person] : []),
  })
}

export const signLetter = command({
  name: 'consortium.sign-letter',
  inPerson: true,
  summary: {
    fi: 'Allekirjoita organisaation sitoumuskirje konsortioon',
    sv: 'Underteckna organisationens åtagandebrev till ett konsortium',
    en: 'Sign the letter of commitment of one’s organisation to a consortium',
  },
  input: z.object({ ...ofPartner, ...signing }),
  output: z.object({ path: z.string() }),
  allow: partnersWord,
  run: async (ctx, input) => {
    const found = await partnerOf(ctx, input)
    const closed = shutBy(found, ctx.now)
    if (closed) throw answerFault('conflict', closed)
    const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
    await sign(ctx, { ...found, invitation: null, person }, input)
    return { path: `${partnerPath(input)}/letter` }
  },
})

export const signByLink = command({
  name: 'consortium.sign-by-link',
  summary: {
    fi: 'Allekirjoita sitoumuskirje kutsun linkillä, kirjautumatta',
    sv: 'Underteckna åtagandebrevet med inbjudans länk, utan att logga in',
    en: 'Sign the letter of commitment by the link of the invitation, without signing in',
  },
  input: z.object({ token, ...signing }),
  untold: ['token', 'signer', 'position'],
  output: z.object({}),
  allow: everyone,
  run: async (ctx, input) => {
    const found = await askedBy(ctx, input.token)
    const closed = shutBy(found, ctx.now)
    if (closed) throw answerFault('conflict', closed)
    await sign(ctx, { ...found, invitation: found.invitation.id, person: null }, input)
    return {}
  },
})

/** Whoever gives the partner's word takes a letter back; so do those who gather. */
export const withdrawLetterAction = command({
  name: 'consortium.withdraw-letter',
  inPerson: true,
  summary: {
    fi: 'Peru sitoumuskirje syyn kanssa',
    sv: 'Återta ett åtagandebrev med ett skäl',
    en: 'Withdraw a letter of commitment with a reason',
  },
  input: z.object({ ...ofPartner, reason: z.string().trim().max(1000).default('') }),
  output: z.object({ path: z.string() }),
  allow: gathering,
  run: async (ctx, { reason, ...asked }) => withdrawn(ctx, asked, reason),
})

export const takeBackLetter = command({
  name: 'consortium.take-back-letter',
  inPerson: true,
  summary: {
    fi: 'Peru oman organisaation sitoumuskirje syyn kanssa',
    sv: 'Återta den egna organisationens åtagandebrev med ett skäl',
    en: 'Take back the letter of commitment of one’s own organisation with a reason',
  },
  input: z.object({ ...ofPartner, reason: z.string().trim().max(1000).default('') }),
  output: z.object({ path: z.string() }),
  allow: partnersWord,
  run: async (ctx, { reason, ...asked }) => withdrawn(ctx, asked, reason),
})

async function withdrawn(ctx: Context<Tx>, asked: { consortium: string; partner: string }, reason: string) {
  const { consortium, partner } = await partnerOf(ctx, asked)
  if (reason === '') throw letterFault('invalid', 'noReason', 'reason')
  const id = await withdrawLetter(ctx.db, partner.id, { at: ctx.now, why: reason })
  if (!id) throw letterFault('missing', 'notSigned')
  const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const by = ctx.actor.kind === 'person' ? ctx.actor.name : 'Talkoot'
  const details = { partner: partner.id, name: partner.name, reason }
  const event = {
    id: newId(ctx.now.getTime()),
    consortium: consortium.id,
    what: 'unsign',
    details,
    person,
    by,
  }
  await insertEvent(ctx.db, { ...event, at: ctx.now })
  ctx.changed({
    kind: 'consortium-letter',
    id,
    before: { partner: partner.id },
    after: { withdrawn: reason },
  })
  return { path: partnerPath(asked) }
}

export const showTemplate = query({
  name: 'consortium.letter-template',
  summary: {
    fi: 'Ekosysteemin sitoumuskirjeen pohja',
    sv: 'Ekosystemets mall för åtagandebrevet',
    en: 'The template of letters of commitment of an ecosystem',
  },
  route: { method: 'GET', path: '/ecosystems/{ecosystem}/letter-of-commitment' },
  input: z.object({ ecosystem: z.string().max(40).describe('Key of the ecosystem.'), language }),
  output: z.object({ body: z.string(), own: z.boolean() }),
  allow: { ...by('coordinator', 'preparer'), in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem) },
  run: async (ctx, { ecosystem, language: l }) => {
    const id = await idOfKey(ctx.db, ecosystem)
    const own = id && (await templateOf(ctx.db, id, l))
    return { body: own ?? letterDefaults[l], own: own !== undefined }
  },
})

export const editTemplate = command({
  name: 'consortium.edit-letter-template',
  summary: {
    fi: 'Muuta ekosysteemin sitoumuskirjeen pohjaa tai palauta palvelun pohja',
    sv: 'Ändra ekosystemets mall för åtagandebrevet eller återställ tjänstens mall',
    en: 'Change the template of letters of commitment of an ecosystem, or go back to the product’s',
  },
  input: z.object({
    ecosystem: z.string().max(40).describe('Key of the ecosystem.'),
    language,
    body: z.string().max(12_000).nullable().describe('Null goes back to the template of the product.'),
  }),
  output: z.object({ path: z.string() }),
  allow: { ...by('coordinator', 'preparer'), in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem) },
  run: async (ctx, { ecosystem, language: l, body }) => {
    const id = await idOfKey(ctx.db, ecosystem)
    if (!id) throw answerFault('missing', 'gone')
    if (body !== null) {
      if (body.trim() === '') throw letterFault('invalid', 'empty', 'body')
      if (unknownFields(body).length > 0) throw letterFault('invalid', 'unknown', 'body')
      if (missingFields(body).length > 0) throw letterFault('invalid', 'missing', 'body')
    }
    const before = await templateOf(ctx.db, id, l)
    const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
    await setTemplate(ctx.db, { ecosystem: id, language: l, body, person, at: ctx.now })
    ctx.changed({
      kind: 'consortium-letter-template',
      id,
      before: { language: l, own: before !== undefined },
      after: { language: l, own: body !== null, ecosystem_id: id },
    })
    return { path: `/ecosystems/${ecosystem}/letter-of-commitment?in=${l}` }
  },
})
