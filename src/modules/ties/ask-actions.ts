import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { takeTurns } from '../../kernel/limit.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { everyone, type Rule } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { by, hashOf } from '../people/index.ts'
import { answerText } from './answer-text.ts'
import { surveyMissing, surveyWrong } from './survey-actions.ts'
import { askByHash, insertAsk, markAnswered } from './survey-queries.ts'
import { askDays } from './survey-rules.ts'
import { surveyComplaint } from './survey-text.ts'
import { answerTie, type Tie, tieById } from './tie-queries.ts'
import { sidesAsked } from './tie-rules.ts'
import { tieComplaint } from './tie-text.ts'
import { kindWord, nameIn, sideOf } from './tie-words.ts'

const system = { kind: 'system', name: 'ask' } as const
const sidesOf = (tie: Tie) => ({ from: tie.from.id, to: tie.to.id, organisation: tie.organisation })

/** Coordinators and preparers of its ecosystem: who states a tie does not choose the address that confirms it. */
const askers: Rule<{ tie: string }, Context> = {
  ...by('coordinator', 'preparer'),
  in: async (ctx, { tie }) => {
    const found = await tieById(ctx.db, system, tie)
    return found && (found.ecosystem?.id ?? null)
  },
}

const toAddress = { burst: 5, everyMs: 8 * 3_600_000 }

export const askSide = command({
  name: 'tie.ask',
  summary: {
    fi: 'Pyydä toiselta osapuolelta vahvistus sähköpostilla, linkillä ilman tunnuksia',
    sv: 'Be den andra parten om bekräftelse per e-post, med en länk utan koder',
    en: 'Ask the other side to confirm by mail, by a link without an account',
  },
  route: { method: 'POST', path: '/ties/{tie}/ask' },
  input: z.object({
    tie: z.uuid(),
    organisation: z.uuid().optional().describe('Which side, where neither has stated it.'),
    email: z.string().trim().max(254),
    language: z.enum(languages).default('fi'),
  }),
  untold: ['email'],
  output: z.object({ until: z.date() }),
  allow: askers,
  run: async (ctx, input) => {
    const tie = await tieById(ctx.db, system, input.tie)
    if (!tie) throw new Refusal('missing', 'tie.missing', [tieComplaint('noTie')])
    if (tie.ended_at || tie.answer !== null)
      throw new Refusal('conflict', 'tie.answered', [surveyComplaint('answered')])
    const asked = sidesAsked(sidesOf(tie))
    const side = input.organisation ?? asked[0]!
    if (!asked.includes(side)) throw surveyWrong('notAsked')
    const email = input.email.toLowerCase()
    if (!z.email().safeParse(email).success) throw surveyWrong('email', 'email')
    if (await takeTurns(ctx.db, [{ key: `tie-ask ${email}`, limit: toAddress }], ctx.now))
      throw new Refusal('conflict', 'tie.asked-often', [surveyComplaint('askedOften', 'email')])
    const secret = newSecret()
    const until = new Date(ctx.now.getTime() + askDays * 24 * 3_600_000)
    const { language } = input
    const ask = {
      id: newId(ctx.now.getTime()),
      tie_id: tie.id,
      organisation_id: side,
      email,
      language,
      person_id: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      at: ctx.now,
      expires_at: until,
    }
    await insertAsk(ctx.db, { ...ask, secret_hash: hashOf(secret) })
    ctx.changed({
      kind: 'network-tie-ask',
      id: ask.id,
      before: null,
      after: { tie: tie.id, organisation: side, ecosystem_id: tie.ecosystem?.id ?? null },
    })
    const t = answerText[language]
    const { self, other } = sideOf(tie, side)
    // What the asked one is to the other, as the other told it.
    const kind = kindWord(sideOf(tie, other.id).said, tie.own, language)
    const url = `${ctx.baseUrl}${localPath(language, `/ties/confirm?token=${secret}`)}`
    await queueMail(ctx, {
      to: email,
      kind: 'tie',
      subject: t.askSubject(nameIn(other.name, language)),
      text: t.askBody(
        nameIn(other.name, language),
        nameIn(self.name, language),
        kind,
        url,
        formatDay(dayIn(until), language),
      ),
    })
    return { until }
  },
})

const secret = z.string().min(20).max(100)

async function askedBy(ctx: Context, token: string) {
  const ask = await askByHash(ctx.db, hashOf(token))
  const tie = ask && ask.expires_at > ctx.now ? await tieById(ctx.db, system, ask.tie_id) : undefined
  if (!ask || !tie) throw surveyMissing('linkGone')
  // The side may have been joined to another meanwhile: it is the one that did not state it.
  const side = [tie.from, tie.to].find((end) => end.id === ask.organisation_id)
  return { ask, tie, side: side?.id ?? sidesAsked(sidesOf(tie))[0]! }
}

/** Looking changes nothing: a mail scanner that opens the link uses nothing up. */
export const showAsked = query({
  name: 'tie.asked',
  summary: {
    fi: 'Yhteys, jonka vahvistamista pyydetään, linkin haltijalle',
    sv: 'Kopplingen som ska bekräftas, för den som har länken',
    en: 'The tie that is asked about, for whoever has the link',
  },
  input: z.object({ token: secret }),
  output: z.object({ tie: z.custom<Tie>(), side: z.string(), over: z.boolean() }),
  allow: everyone,
  run: async (ctx, { token }) => {
    const { ask, tie, side } = await askedBy(ctx, token)
    const { by_whom: _, answered_by: __, ended_by: ___, ...told } = tie
    const over = ask.answered_at !== null || tie.ended_at !== null || tie.answer !== null
    return { tie: { ...told, by_whom: '', answered_by: null, ended_by: null, person_id: null }, side, over }
  },
})

export const answerAsked = command({
  name: 'tie.answer-by-link',
  summary: {
    fi: 'Vahvista tai kiistä yhteys sähköpostissa tulleella linkillä',
    sv: 'Bekräfta eller bestrid en koppling med länken i e-posten',
    en: 'Confirm or deny a tie by the link that was mailed',
  },
  input: z.object({
    token: secret,
    answer: z.enum(['confirmed', 'denied']),
    note: z.string().trim().max(500).default(''),
    language: z.enum(languages),
  }),
  untold: ['token'],
  output: z.object({}),
  allow: everyone,
  run: async (ctx, { token, answer, note, language }) => {
    const { ask, tie, side } = await askedBy(ctx, token)
    if (ask.answered_at || tie.ended_at || tie.answer !== null)
      throw new Refusal('conflict', 'tie.answered', [surveyComplaint('answered')])
    const name = nameIn(sideOf(tie, side).self.name, language)
    await answerTie(ctx.db, tie.id, {
      answer,
      by: answerText[language].byLink(name),
      person: null,
      note: note || null,
      at: ctx.now,
    })
    await markAnswered(ctx.db, ask.id, ctx.now)
    const place = { ecosystem_id: tie.ecosystem?.id ?? null }
    ctx.changed({
      kind: 'network-tie',
      id: tie.id,
      before: { answer: tie.answer, ...place },
      after: { answer, note, by: name, ...place },
    })
    if (tie.share === 'public') await bumpRevision(ctx.db)
    return {}
  },
})
