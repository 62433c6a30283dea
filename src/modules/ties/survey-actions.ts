import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Rule } from '../../kernel/rule.ts'
import { shareLevels } from '../../kernel/share.ts'
import { dayIn, readDay } from '../../kernel/time.ts'
import { by } from '../people/index.ts'
import { ecosystemAt, kindKeepers, writtenOnly } from './kind-actions.ts'
import { type OwnKind, ownKinds } from './kind-queries.ts'
import { statedKinds } from './rules.ts'
import {
  type Answer,
  type AnswerRow,
  type Ask,
  asksOf,
  closeSurveyRow,
  insertSurvey,
  type ListedSurvey,
  rowsOf,
  type Survey,
  sentAnswers,
  surveyById,
  surveysOf,
} from './survey-queries.ts'
import { surveyComplaint } from './survey-text.ts'
import { type Known, organisationsById, type Tie, tiesById } from './tie-queries.ts'
import { readKind } from './tie-rules.ts'

type Fault = Parameters<typeof surveyComplaint>[0]
export const surveyWrong = (what: Fault, field?: string): Refusal =>
  new Refusal('invalid', `survey.${what}`, [surveyComplaint(what, field)])
export const surveyMissing = (what: 'missing' | 'noAnswer' | 'linkGone'): Refusal =>
  new Refusal('missing', `survey.${what}`, [surveyComplaint(what)])

const key = z.string().max(40).describe('Key of the ecosystem.')
const one = z.object({ id: z.uuid() })

/** Those who make surveys in its ecosystem. */
export const surveyKeepers: Rule<{ id: string }, Context> = {
  ...by('coordinator', 'preparer'),
  in: async (ctx, { id }) => (await surveyById(ctx.db, id))?.ecosystem_id,
}

export async function surveyAt(ctx: Context, id: string): Promise<Survey> {
  const found = await surveyById(ctx.db, id)
  if (!found) throw surveyMissing('missing')
  return found
}

export const listSurveys = query({
  name: 'survey.list',
  summary: {
    fi: 'Ekosysteemin yhteyskyselyt ja niiden vastausten määrät',
    sv: 'Ett ekosystems enkäter om kopplingar och hur många svar de har',
    en: 'The surveys of ties of an ecosystem, and how many have answered',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/surveys' },
  input: z.object({ key }),
  output: z.object({ items: z.array(z.custom<ListedSurvey>()), own: z.array(z.custom<OwnKind>()) }),
  allow: kindKeepers,
  run: async (ctx, asked) => {
    const { id } = await ecosystemAt(ctx, asked.key)
    const own = (await ownKinds(ctx.db, [id])).filter((k) => !k.endedAt)
    return { items: await surveysOf(ctx.db, [id]), own }
  },
})

const said = z.string().max(2_000).trim().default('')
const texts = z.object({ fi: said, sv: said, en: said })

export const makeSurvey = command({
  name: 'survey.make',
  summary: {
    fi: 'Tee yhteyskysely, johon vastataan linkillä ilman tunnuksia',
    sv: 'Gör en enkät om kopplingar som besvaras med en länk utan koder',
    en: 'Make a survey of ties that is answered by a link, without an account',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/surveys' },
  input: z.object({
    key,
    title: texts,
    intro: texts,
    kinds: z.array(z.string().max(80)).max(40).describe("'supplies', 'works-with', 'own.ID'..."),
    most: z.string().max(10).default('10').describe('Ties in one answer at most, 1 to 30.'),
    closes: z.string().trim().max(20).describe('The last day to answer.'),
    share: z.enum(shareLevels).default('agreement'),
  }),
  output: z.object({ id: z.uuid() }),
  allow: kindKeepers,
  run: async (ctx, input) => {
    const ecosystem = await ecosystemAt(ctx, input.key)
    if (!input.title.fi) throw surveyWrong('noTitle', 'title.fi')
    if (!input.intro.fi) throw surveyWrong('noIntro', 'intro.fi')
    const kinds = await kindsAsked(ctx, ecosystem.id, input.kinds)
    if (kinds.length === 0) throw surveyWrong('noKinds', 'kinds')
    const most = Number(input.most)
    if (!Number.isInteger(most) || most < 1 || most > 30) throw surveyWrong('most', 'most')
    const closes = readDay(input.closes)
    if (!closes) throw surveyWrong('noDay', 'closes')
    if (closes < dayIn(ctx.now)) throw surveyWrong('dayPast', 'closes')
    const { actor } = ctx
    const survey = {
      id: newId(ctx.now.getTime()),
      ecosystem_id: ecosystem.id,
      title: writtenOnly(input.title),
      intro: writtenOnly(input.intro),
      kinds,
      most,
      closes_on: closes,
      share: input.share,
      by_whom: actor.kind === 'person' ? actor.name : 'Talkoot',
      person_id: actor.kind === 'person' ? actor.id : null,
      at: ctx.now,
    }
    await insertSurvey(ctx.db, { ...survey, secret: newSecret() })
    ctx.changed({ kind: 'network-survey', id: survey.id, before: null, after: survey })
    return { id: survey.id }
  },
})

/** Kinds that are there, told from the side of who answers; the answer may turn them round. */
async function kindsAsked(ctx: Context, ecosystem: string, kinds: readonly string[]): Promise<string[]> {
  const own = (await ownKinds(ctx.db, [ecosystem])).filter((k) => !k.endedAt).map((k) => k.id)
  return [...new Set(kinds)].filter((text) => {
    const kind = readKind(text)
    if (!kind || kind.back) return false
    return kind.own === null ? statedKinds.includes(kind.kind) : own.includes(kind.own)
  })
}

export const closeSurvey = command({
  name: 'survey.close',
  summary: { fi: 'Päätä yhteyskysely', sv: 'Stäng en enkät om kopplingar', en: 'Close a survey of ties' },
  route: { method: 'POST', path: '/surveys/{id}/close' },
  input: one,
  output: z.object({}),
  allow: surveyKeepers,
  run: async (ctx, { id }) => {
    const survey = await surveyAt(ctx, id)
    if (survey.closed_at) return {}
    await closeSurveyRow(ctx.db, id, ctx.now)
    const place = { ecosystem_id: survey.ecosystem_id }
    ctx.changed({
      kind: 'network-survey',
      id,
      before: { closed: false, ...place },
      after: { closed: true, ...place },
    })
    return {}
  },
})

export type AnswerShown = Answer & { rows: AnswerRow[] }

/** A survey with its answers, for those who look them through. */
export const getSurvey = query({
  name: 'survey.get',
  summary: {
    fi: 'Yhteyskysely vastauksineen',
    sv: 'En enkät om kopplingar med svaren',
    en: 'A survey of ties with its answers',
  },
  route: { method: 'GET', path: '/surveys/{id}' },
  input: one,
  output: z.object({
    survey: z.custom<Survey>(),
    answers: z.array(z.custom<AnswerShown>()),
    organisations: z.array(z.custom<Known>()).describe('Those of the registry that the answers name.'),
    ties: z.array(z.custom<Tie>()).describe('Those that were made of accepted lines.'),
    asks: z.array(z.custom<Ask>()),
    own: z.array(z.custom<OwnKind>()),
  }),
  allow: surveyKeepers,
  run: async (ctx, { id }) => {
    const survey = await surveyAt(ctx, id)
    const answers = await sentAnswers(ctx.db, id)
    const rows = await rowsOf(
      ctx.db,
      answers.map((a) => a.id),
    )
    const ids = [...answers, ...rows].flatMap((r) => r.organisation_id ?? [])
    const ties = rows.flatMap((r) => r.tie_id ?? [])
    return {
      survey,
      // The address is for the receipt alone.
      answers: answers.map((a) => ({ ...a, email: null, rows: rows.filter((r) => r.answer_id === a.id) })),
      organisations: await organisationsById(ctx.db, ids),
      ties: await tiesById(ctx.db, ties),
      asks: await asksOf(ctx.db, ties),
      own: await ownKinds(ctx.db, [survey.ecosystem_id]),
    }
  },
})
