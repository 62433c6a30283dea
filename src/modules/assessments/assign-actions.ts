import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { by } from '../people/index.ts'
import { inItsPlace, one } from './check-actions.ts'
import { isBarred, nobodyChosen, noCall, noReason, noSheet, notAssessor } from './complaints.ts'
import { goOn, held, missingAssessment, moveSheet, personId, refusal } from './course.ts'
import { releaseLacks } from './guards.ts'
import { countedSheets, type Judged } from './judged.ts'
import { assessorsFor, type CallHead, callHead, judgedInCall, judgedOf, loadsOf } from './judged-queries.ts'
import { tellAssigned } from './notices.ts'
import { type Proposed, spread } from './spreading.ts'
import { assessingStandings, notBarred } from './standing.ts'
import { insertSheet, setDue } from './write-queries.ts'

const office = by('coordinator', 'preparer')
const person = z.uuid()
const dueOn = z.iso.date().nullable().default(null).describe('Until when the scores are to be given.')

/** Gives sheets of an application to people; whoever holds one already keeps it. */
export async function assignTo(
  ctx: Context<Tx>,
  judged: Judged,
  people: readonly string[],
  due: string | null,
  deputyFor: string | null = null,
): Promise<string[]> {
  const call: Pick<CallHead, 'id' | 'ecosystem'> = { id: judged.call.id, ecosystem: judged.ecosystem }
  const known = new Map((await assessorsFor(ctx.db, call, ctx.now)).map((a) => [a.person, a.name]))
  const strangers = people.filter((p) => !known.has(p))
  if (strangers.length > 0)
    throw new Refusal('invalid', 'assessment.not-assessor', [notAssessor(strangers.join(', '))])
  const standing = await assessingStandings(ctx.db, people, [judged.application], ctx.now)
  const barred = people.filter((p) => standing(p, judged.application) === 'barred')
  if (barred.length > 0)
    throw new Refusal('conflict', 'assessment.barred', [
      isBarred(barred.map((p) => known.get(p) ?? p).join(', ')),
    ])
  const holding = judged.sheets.filter((s) => s.state !== 'released').map((s) => s.person)
  const fresh = people.filter((p) => !holding.includes(p))
  for (const newcomer of fresh) {
    const by = personId(ctx) ?? null
    const { application } = judged
    const id = await insertSheet(ctx.db, {
      application,
      person: newcomer,
      by,
      at: ctx.now,
      dueOn: due,
      deputyFor,
    })
    const after = { application, person: newcomer, state: 'assigned', ...(due && { dueOn: due }) }
    ctx.changed({ kind: 'assessment-sheet', id, before: null, after })
    // Who declared before they were assigned need not say it again.
    if (standing(newcomer, application) === 'free') {
      const sheet = { ...noScores, id, person: newcomer, name: known.get(newcomer) ?? '' }
      await moveSheet(ctx, { ...sheet, assignedAt: ctx.now }, 'declare-free')
    }
  }
  await tellAssigned(ctx, judged, fresh)
  return fresh
}

const noScores = {
  state: 'assigned',
  version: null,
  scores: null,
  givenAt: null,
  dueOn: null,
  deputyFor: null,
} as const

export const assign = command({
  name: 'assessment.assign',
  summary: {
    fi: 'Nimeä hakemukselle arvioijat',
    sv: 'Utse bedömare för en ansökan',
    en: 'Assign assessors to an application',
  },
  route: { method: 'POST', path: '/assessments/{application}/assessors' },
  input: z.object({ ...one, people: z.array(person).max(20), dueOn }),
  output: z.object({ assigned: z.array(z.string()) }),
  allow: { ...office, in: inItsPlace, only: notBarred },
  run: async (ctx, { application, people, dueOn: due }) => {
    if (people.length === 0) throw new Refusal('invalid', 'assessment.nobody', [nobodyChosen])
    const judged = await held(ctx, application)
    if (judged.state === 'settled' || judged.state === 'discussing')
      throw refusal('assign', judged, [{ why: 'opened' }])
    return { assigned: await assignTo(ctx, judged, people, due) }
  },
})

export const release = command({
  name: 'assessment.release',
  summary: {
    fi: 'Vapauta arvioija hakemuksesta syineen, ennen kuin pisteet on avattu',
    sv: 'Befria en bedömare från en ansökan, med skäl, innan poängen har öppnats',
    en: 'Release an assessor from an application, with the reason, before the scores are open',
  },
  route: { method: 'POST', path: '/assessments/{application}/release' },
  input: z.object({ ...one, person, reason: z.string().trim().max(2_000) }),
  output: z.object({}),
  allow: { ...office, in: inItsPlace, only: notBarred },
  run: async (ctx, { application, person: who, reason }) => {
    if (reason === '') throw new Refusal('invalid', 'assessment.no-reason', [noReason])
    const judged = await held(ctx, application)
    const lacks = releaseLacks(judged)
    if (lacks.length > 0) throw refusal('release', judged, lacks)
    const sheet = countedSheets(judged).find((s) => s.person === who)
    if (!sheet) throw new Refusal('missing', 'sheet.missing', [noSheet])
    await moveSheet(ctx, sheet, 'release')
    ctx.changed({ kind: 'assessment', id: application, before: null, after: { released: sheet.id, reason } })
    await goOn(ctx, application)
    return {}
  },
})

export const setDueDay = command({
  name: 'assessment.due',
  summary: {
    fi: 'Aseta päivä, johon mennessä pisteet annetaan',
    sv: 'Ange den dag då poängen senast ska ges',
    en: 'Set the day by which scores are to be given',
  },
  route: { method: 'POST', path: '/assessments/{application}/due' },
  input: z.object({ ...one, dueOn }),
  output: z.object({}),
  allow: { ...office, in: inItsPlace, only: notBarred },
  run: async (ctx, { application, dueOn: due }) => {
    const judged = await held(ctx, application)
    const waiting = countedSheets(judged).filter((s) => s.state !== 'given')
    if (waiting.length > 0)
      await setDue(
        ctx.db,
        waiting.map((s) => s.id),
        due,
      )
    ctx.changed({
      kind: 'assessment',
      id: application,
      before: { dueOn: waiting[0]?.dueOn ?? null },
      after: { dueOn: due },
    })
    return {}
  },
})

/** Who could be given one application: nobody who is barred from it or holds a sheet of it. */
export const candidates = query({
  name: 'assessment.candidates',
  summary: {
    fi: 'Ketkä voivat arvioida hakemuksen, vähiten kuormitetut ehdolla',
    sv: 'Vilka som kan bedöma en ansökan, de minst belastade föreslagna',
    en: 'Who could assess an application, the least loaded proposed',
  },
  route: { method: 'GET', path: '/assessments/{application}/candidates' },
  input: z.object(one),
  output: z.object({
    items: z.array(z.object({ person: z.string(), name: z.string(), load: z.int(), proposed: z.boolean() })),
  }),
  allow: { ...office, in: inItsPlace },
  run: async (ctx, { application }) => {
    const judged = await judgedOf(ctx.db, application)
    if (!judged) throw missingAssessment()
    const call = await callHead(ctx.db, judged.call.id)
    const { items, assessors } = await proposalFor(ctx, call!, [application])
    const people = assessors.map((a) => a.person)
    const standing = await assessingStandings(ctx.db, people, [application], ctx.now)
    const holding = judged.sheets.filter((s) => s.state !== 'released').map((s) => s.person)
    return {
      items: assessors
        .filter((a) => !holding.includes(a.person) && standing(a.person, application) !== 'barred')
        .map((a) => ({ ...a, proposed: items[0]?.people.includes(a.person) ?? false })),
    }
  },
})

export type ProposedWork = { items: Proposed[]; assessors: { person: string; name: string; load: number }[] }

/** Who could assess what in a call, evenly, leaving out who is barred. */
export async function proposalFor(
  ctx: Context,
  call: CallHead,
  only?: readonly string[],
): Promise<ProposedWork> {
  const judged = (await judgedInCall(ctx.db, call.id)).filter(
    (j) =>
      j.applicationState !== 'withdrawn' &&
      ['waiting', 'checking', 'scoring'].includes(j.state) &&
      (!only || only.includes(j.application)),
  )
  const assessors = await assessorsFor(ctx.db, call, ctx.now)
  const people = assessors.map((a) => a.person)
  const standing = await assessingStandings(
    ctx.db,
    people,
    judged.map((j) => j.application),
    ctx.now,
  )
  const loads = await loadsOf(ctx.db, people)
  const needs = judged.map((j) => ({
    application: j.application,
    more: j.call.assessorsEach - countedSheets(j).length,
    held: j.sheets.filter((s) => s.state !== 'released').map((s) => s.person),
  }))
  return {
    items: spread(needs, people, (p, a) => standing(p, a) === 'barred', loads),
    assessors: assessors.map((a) => ({ ...a, load: loads.get(a.person) ?? 0 })),
  }
}

export const proposeAssessors = query({
  name: 'assessment.propose-assessors',
  summary: {
    fi: 'Ehdotus haun hakemusten arvioijiksi: työ jakautuu tasan ja esteelliset jäävät pois',
    sv: 'Förslag till bedömare för en utlysnings ansökningar: jämnt fördelat, utan jäviga',
    en: 'A proposal of who assesses what in a call: evenly, and without anybody conflicted',
  },
  route: { method: 'GET', path: '/calls/{call}/assessors/proposal' },
  input: z.object({ call: z.string().max(100) }),
  output: z.custom<ProposedWork>(),
  allow: { ...office, in: async (ctx, { call }) => (await callHead(ctx.db, call))?.ecosystem },
  run: async (ctx, { call: asked }) => {
    const call = await callHead(ctx.db, asked)
    if (!call) throw new Refusal('missing', 'call.missing', [noCall])
    return proposalFor(ctx, call)
  },
})
