import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Language, languages } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { plusDays } from '../calendar/index.ts'
import { by, holds } from '../people/index.ts'
import { proposalFor } from './assign-actions.ts'
import { noCall } from './complaints.ts'
import { lacksFor } from './guards.ts'
import { countedSheets, isOpened, type Judged } from './judged.ts'
import { type CallHead, callHead, judgedInCall } from './judged-queries.ts'
import { complaintsOf } from './lack-text.ts'
import { listText } from './list-text.ts'
import { type Seen, seenBy } from './looking.ts'
import { assessmentMachine } from './rules.ts'

export const bulkEvents = ['begin-check', 'pass', 'fail'] as const
export const dueIn = { 'due-7': 7, 'due-14': 14, 'due-28': 28 } as const
export const deeds = [...bulkEvents, 'assign', 'due-7', 'due-14', 'due-28'] as const
export type Deed = (typeof deeds)[number]
/** Asked with words of its own: completion-page.tsx. */
export const askMany = 'ask-completion'

/** What a deed would do to one application: what it is now and then, who is told; or why it cannot be done. */
export type Forecast = {
  application: string
  number: number
  title: string
  language: string
  from: string
  /** Null where nothing would change. */
  to: string | null
  told: readonly string[]
  why: readonly string[]
  /** Whom the deed would assign. */
  people: readonly string[]
}

type Words = (typeof listText)[Language]

const isEvent = (deed: Deed): deed is (typeof bulkEvents)[number] =>
  (bulkEvents as readonly string[]).includes(deed)

/** Why the one who asks may not do it here, whatever the state. */
function barredBy(ctx: Context, deed: Deed, seen: Seen, t: Words): string[] {
  const office = isEvent(deed)
    ? (['preparer', 'council-officer'] as const)
    : (['coordinator', 'preparer'] as const)
  if (ctx.actor.kind !== 'system' && !holds(ctx.actor, office, seen.ecosystem)) return [t.notOffice]
  if (!isEvent(deed) || seen.own === 'free') return []
  return [seen.own === 'barred' ? t.barred : t.mustDeclare]
}

export async function forecast(
  ctx: Context,
  call: CallHead,
  deed: Deed,
  ids: readonly string[],
): Promise<Forecast[]> {
  const language = ctx.language
  const t = listText[language]
  const judged = (await judgedInCall(ctx.db, call.id)).filter((j) => ids.includes(j.application))
  const seen = new Map((await seenBy(ctx, judged)).map((s) => [s.application, s]))
  const work =
    deed === 'assign'
      ? await proposalFor(
          ctx,
          call,
          judged.map((j) => j.application),
        )
      : undefined
  const names = new Map(work?.assessors.map((a) => [a.person, a.name]))
  return judged.map((j) => {
    const own = barredBy(ctx, deed, seen.get(j.application)!, t)
    const head = { application: j.application, number: j.number, title: j.title, language: j.language }
    const none = { to: null, told: [], people: [] }
    if (isEvent(deed)) {
      const from = assessmentMachine.states[j.state][language]
      const lacks = complaintsOf(lacksFor(deed, j), j).map((c) => c.text[language])
      const why = [...own, ...lacks]
      if (why.length > 0) return { ...head, from, ...none, why }
      const to = assessmentMachine.states[assessmentMachine.events[deed].to][language]
      return { ...head, from, to, told: [], people: [], why: [] }
    }
    if (deed === 'assign') {
      const from = countedSheets(j)
        .map((s) => s.name)
        .join(', ')
      const found = work?.items.find((i) => i.application === j.application)
      const people = found?.people ?? []
      const why = own.length > 0 ? own : assignWhy(j, people, t)
      if (why.length > 0) return { ...head, from, ...none, why }
      const told = people.map((p) => names.get(p) ?? p)
      const missing = found && found.missing > 0 ? ` (${t.missingMore(found.missing)})` : ''
      return {
        ...head,
        from,
        to: [...(from ? [from] : []), ...told].join(', ') + missing,
        told,
        people,
        why: [],
      }
    }
    const waiting = countedSheets(j).filter((s) => s.state !== 'given')
    const from = waiting[0]?.dueOn ? t.dueOn(formatDay(waiting[0].dueOn, language)) : ''
    const why = own.length > 0 ? own : waiting.length === 0 ? [t.noWaiting] : []
    if (why.length > 0) return { ...head, from, ...none, why }
    const day = plusDays(dayIn(ctx.now), dueIn[deed])
    return { ...head, from, to: t.dueOn(formatDay(day, language)), told: [], people: [], why: [] }
  })
}

function assignWhy(j: Judged, people: readonly string[], t: Words): string[] {
  if (isOpened(j) || countedSheets(j).length >= j.call.assessorsEach) return [t.hasAssessors]
  return people.length === 0 ? [t.nobodyFree] : []
}

export const previewBulk = query({
  name: 'assessment.preview',
  summary: {
    fi: 'Mitä yksi teko muuttaisi valituissa hakemuksissa, kenelle siitä kerrotaan ja mille sitä ei voi tehdä',
    sv: 'Vad en åtgärd skulle ändra i valda ansökningar, vem som får veta det och var den inte kan göras',
    en: 'What one deed would change in the chosen applications, who would be told, and where it cannot be done',
  },
  route: { method: 'POST', path: '/calls/{call}/assessments/preview' },
  input: z.object({
    call: z.string().max(100),
    deed: z.enum(deeds),
    applications: z.array(z.uuid()).min(1).max(1_000),
    language: z.enum(languages).optional(),
  }),
  output: z.object({ items: z.array(z.custom<Forecast>()) }),
  allow: {
    ...by('coordinator', 'preparer', 'council-officer'),
    in: async (ctx, { call }) => (await callHead(ctx.db, call))?.ecosystem,
  },
  run: async (ctx, { call: asked, deed, applications, language = ctx.language }) => {
    const call = await callHead(ctx.db, asked)
    if (!call) throw new Refusal('missing', 'call.missing', [noCall])
    return { items: await forecast({ ...ctx, language }, call, deed, applications) }
  },
})
