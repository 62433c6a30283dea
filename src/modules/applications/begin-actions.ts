import { z } from 'zod'
import type { Answers, Form } from '../../engine/form/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { signedIn } from '../../kernel/rule.ts'
import { canSee } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { type Language, languages } from '../../kernel/text.ts'
import { type Call, callById, recordOf, type Step, stepsOf, type Taking, takes } from '../calls/index.ts'
import { personOf, whoOf } from './access.ts'
import { fitting, writtenOf } from './answers.ts'
import { type Application, applicationPath, numberOf } from './application.ts'
import { refuse } from './error-text.ts'
import { formOf } from './form-of.ts'
import { firstTitle, prefilled } from './prefill.ts'
import { applicationById, applicationsOf, insertApplication, insertEvent } from './queries.ts'
import { copyRights, giveRight } from './right-queries.ts'
import { levelOf } from './standing.ts'
import { text } from './text.ts'

const called = { call: z.string().max(100).describe('Code or id of the call.') }

async function seenCall(ctx: Context, code: string): Promise<Call> {
  const call = await callById(ctx.db, code)
  if (!call || !canSee(ctx.actor, recordOf(call))) throw refuse('missing', 'noCall')
  return call
}

/** The step that takes applications now; the last one where none does. */
function stepNow(call: Call, now: Date): { step: Step; taking: Taking } {
  const steps = stepsOf(call).map((step) => ({ step, taking: takes(call, step, now) }))
  return steps.find(({ taking }) => taking.state === 'now') ?? steps.at(-1)!
}

const mine = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  step: z.enum(['idea', 'full']),
  state: z.string(),
  call: z.custom<Names>(),
})

const shown = (a: Application) => ({
  id: a.id,
  number: numberOf(a),
  title: a.title,
  step: a.step,
  state: a.state,
  call: a.call.title,
})

export const applyTo = query({
  name: 'application.apply',
  summary: {
    fi: 'Voiko hakuun hakea nyt, omat hakemukset siihen, ja mistä uuden voi aloittaa',
    sv: 'Om utlysningen kan sökas nu, egna ansökningar till den, och vad en ny kan utgå från',
    en: "Whether the call can be applied to now, one's own applications to it, and what a new one can begin from",
  },
  route: { method: 'GET', path: '/calls/{call}/apply' },
  input: z.object(called),
  output: z.object({
    call: z.custom<Call>(),
    step: z.enum(['idea', 'full']),
    taking: z.custom<Taking>(),
    mine: z.array(mine).describe("One's own in this call."),
    ideas: z.array(mine).describe('Ideas that were sent and have no full application yet.'),
    earlier: z.array(mine).describe("One's own of other calls, to begin from."),
  }),
  allow: signedIn,
  run: async (ctx, { call: code }) => {
    const call = await seenCall(ctx, code)
    const all = await applicationsOf(ctx.db, personOf(ctx).id)
    const own = all.filter((a) => a.call.id === call.id)
    const grown = new Set(own.map((a) => a.idea))
    return {
      call,
      ...stepNow(call, ctx.now),
      mine: own.map(shown),
      ideas: own.filter((a) => isSentIdea(a) && !grown.has(a.id)).map(shown),
      earlier: all.filter((a) => a.call.id !== call.id || a.state === 'withdrawn').map(shown),
    }
  },
})

const isSentIdea = (a: Application) => a.step === 'idea' && a.version !== null && a.state === 'submitted'

export const beginApplication = command({
  name: 'application.begin',
  summary: {
    fi: 'Aloita hakemus: tyhjästä, aiemman pohjalta tai lähetetystä ideasta',
    sv: 'Börja på en ansökan: från början, utifrån en tidigare eller en inlämnad idé',
    en: 'Begin an application: from nothing, from an earlier one, or from an idea that was sent',
  },
  route: { method: 'POST', path: '/calls/{call}/applications' },
  input: z.object({
    ...called,
    language: z.enum(languages).default('fi'),
    from: z.uuid().optional().describe('An application of one’s own to begin from.'),
    id: z.uuid().optional().describe('Chosen by the sender: what is sent again with it is done once.'),
  }),
  output: z.object({ id: z.string(), number: z.string(), path: z.string() }),
  allow: { who: ['signed-in'] },
  run: (ctx, input) => begin(ctx, input),
})

/** What an application begins with besides what is known of its applicant, and for which organisation. */
export type BegunWith = { organisation: string | null; answers: (form: Form, call: Call) => Answers }

type Beginning = { call: string; language: Language; from?: string | undefined; id?: string | undefined }
export type Begun = { id: string; number: string; path: string }

/** Begins an application to a call that takes them now. What is told with it stands in place of what is known. */
export async function begin(ctx: Context<Tx>, input: Beginning, told?: BegunWith): Promise<Begun> {
  const person = personOf(ctx)
  const call = await seenCall(ctx, input.call)
  const id = input.id ?? newId(ctx.now.getTime())
  const again = input.id && (await applicationById(ctx.db, input.id))
  if (again) {
    if (again.person !== person.id) throw refuse('missing', 'missing')
    return { id, number: numberOf(again), path: applicationPath(again) }
  }
  const { step, taking } = stepNow(call, ctx.now)
  if (taking.state !== 'now') throw refuse('conflict', taking.state === 'not-yet' ? 'notYet' : 'over')
  const settled = call.forms[step]
  if (!settled) throw refuse('conflict', 'noForm')
  const form = await formOf(ctx.db, call, settled)
  const from = input.from === undefined ? undefined : await own(ctx, input.from)
  const idea = from && from.call.id === call.id && isSentIdea(from) && step === 'full' ? from : undefined
  if (step === 'full' && call.settings.twoSteps && !idea) throw refuse('conflict', 'needsIdea')
  const first = await prefilled(ctx, form, told && (told.organisation ? [told.organisation] : []))
  const before = from && (await writtenOf(ctx.db, from))
  const initial = {
    ...first.answers,
    ...(before && fitting(form, before.answers, before.form)),
    ...told?.answers(form, call),
  }
  const organisation = idea?.organisation ?? first.organisation
  const number = await insertApplication(ctx.db, {
    id,
    call,
    step,
    idea: idea?.id ?? null,
    copiedFrom: from && !idea ? from.id : null,
    form: settled,
    title: firstTitle(initial, text[input.language].untitled),
    organisation,
    language: input.language,
    person: person.id,
    at: ctx.now,
    initial,
  })
  await giveRight(ctx.db, {
    application: id,
    person: person.id,
    organisation,
    level: 'submit',
    by: person.id,
    at: ctx.now,
  })
  if (idea) await copyRights(ctx.db, idea.id, id, ctx.now)
  const happening = {
    ...whoOf(ctx),
    from_state: null,
    to_state: 'draft',
    version: null,
    reason: null,
    at: ctx.now,
  }
  await insertEvent(ctx.db, id, { id: newId(ctx.now.getTime()), event: 'begin', ...happening })
  ctx.changed({ kind: 'application', id, before: null, after: { call: call.code, number, step } })
  return { id, number: numberOf({ number, call }), path: applicationPath({ id }) }
}

/** One of one's own, to begin from. */
async function own(ctx: Context, id: string): Promise<Application> {
  const found = await applicationById(ctx.db, id)
  if (!found || levelOf(ctx.actor, found) === undefined) throw refuse('missing', 'missing')
  return found
}
