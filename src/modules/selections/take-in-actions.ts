import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { judgementsIn } from '../assessments/index.ts'
import { callById } from '../calls/index.ts'
import { keepsIt } from './access.ts'
import { recuse } from './conflicted.ts'
import { did, done, inHand, mustBeFree } from './deeds.ts'
import { no } from './fault-text.ts'
import { candidatesOf, type Head, membersOf } from './queries.ts'
import { readScore } from './scores.ts'
import { applicationsFor, type ProjectSource, projectsFor } from './source-queries.ts'
import { insertCandidates, type NewCandidate, type NewScore, putScores } from './write-queries.ts'

const one = { selection: z.uuid() }
const taken = done.extend({ added: z.number() })
const planning = ['preparing', 'called'] as const

/** Codes that no candidate has yet: "H01", "H02" and on. */
export function freeCodes(used: ReadonlySet<string>, wanted: number): string[] {
  const codes: string[] = []
  for (let n = 1; codes.length < wanted; n++) {
    const code = `H${String(n).padStart(2, '0')}`
    if (!used.has(code)) codes.push(code)
  }
  return codes
}

/** Puts candidates in, and writes down who of the members steps aside from them. */
export async function enter(
  ctx: Context<Tx>,
  head: Head,
  candidates: readonly NewCandidate[],
  scores: readonly NewScore[],
): Promise<void> {
  await insertCandidates(ctx.db, head.id, candidates)
  await putScores(ctx.db, scores)
  const ids = new Set(candidates.map((c) => c.id))
  const all = await candidatesOf(ctx.db, head.id)
  await recuse(
    ctx,
    await membersOf(ctx.db, head.id),
    all.filter((c) => ids.has(c.id)),
  )
  await did(ctx, head, 'take-in', { candidates: candidates.map((c) => c.code) })
}

const figures = ['granted', 'otherPublic', 'public', 'total'] as const

export const takeInProjects = command({
  name: 'selection.take-in-projects',
  summary: {
    fi: 'Ota hankkeita ehdokkaiksi hankeluettelosta',
    sv: 'Ta in projekt som kandidater ur projektlistan',
    en: 'Take projects in as candidates from the list of projects',
  },
  route: { method: 'POST', path: '/selections/{selection}/candidates/projects' },
  input: z.object({
    ...one,
    projects: z
      .array(
        z.object({
          project: z.string().max(100).describe('Id or code of the project.'),
          values: z.array(z.string().max(100)).max(50).default([]),
          city: z.string().max(200).nullable().default(null),
          note: z.string().max(2_000).default(''),
        }),
      )
      .min(1)
      .max(500),
    money: z
      .record(z.string(), z.enum(figures))
      .default({})
      .describe('Which figure of a project counts in which budget; the first takes EU and state money.'),
  }),
  output: taken,
  allow: keepsIt,
  run: async (ctx, { selection, projects, money }) => {
    const head = await inHand(ctx, selection, planning)
    const found = await projectsFor(
      ctx.db,
      head.ecosystem.id,
      projects.map((p) => p.project),
    )
    const all = await candidatesOf(ctx.db, selection)
    const fresh = found.filter((p) => !all.some((c) => c.project === p.id))
    const codes = freeCodes(new Set(all.map((c) => c.code)), fresh.length)
    const first = head.settings.budgets[0]?.id
    const figureOf = (budget: string) => money[budget] ?? (budget === first ? 'granted' : undefined)
    const candidates = fresh.map((p, i): NewCandidate => {
      const asked = projects.find((a) => a.project === p.id || a.project === p.code)!
      const costs = head.settings.budgets.flatMap(({ id }) => {
        const figure = figureOf(id)
        return figure && p[figure] !== null ? [[id, p[figure]] as const] : []
      })
      const { values, city, note } = asked
      return {
        ...candidateOf(p),
        id: newId(ctx.now.getTime()),
        code: codes[i]!,
        costs: Object.fromEntries(costs),
        values,
        city,
        note,
      }
    })
    await enter(ctx, head, candidates, [])
    return { path: `/selections/${selection}`, added: candidates.length }
  },
})

const candidateOf = (p: ProjectSource) => ({
  title: p.title,
  project: p.id,
  application: null,
  lead: p.lead,
  fund: p.fund,
  region: p.region,
  actorKind: p.actorKind,
  organisations: p.organisations,
  starts: p.starts,
  ends: p.ends,
  source: `Hanke ${p.code}${p.period ? `, ${p.period}` : ''}`,
})

export const takeInCall = command({
  name: 'selection.take-in-call',
  summary: {
    fi: 'Ota haun läpäisseet hakemukset ehdokkaiksi pisteineen',
    sv: 'Ta in utlysningens godkända ansökningar som kandidater med poäng',
    en: 'Take the applications of the call that passed in as candidates, with their scores',
  },
  route: { method: 'POST', path: '/selections/{selection}/candidates/call' },
  input: z.object(one),
  output: taken.extend({ left: z.array(z.object({ number: z.string(), why: z.string() })) }),
  allow: keepsIt,
  run: async (ctx, { selection }) => {
    const head = await inHand(ctx, selection, planning)
    const call = head.call && (await callById(ctx.db, head.call.id))
    if (!call) throw no('no-call')
    const all = await candidatesOf(ctx.db, selection)
    const sent = (await applicationsFor(ctx.db, call.id)).filter(
      (a) => !all.some((c) => c.application === a.id),
    )
    const judged = new Map(
      (
        await judgementsIn(
          ctx.db,
          sent.map((a) => a.id),
        )
      ).map((j) => [j.application, j]),
    )
    const passes = sent.filter((a) => judged.get(a.id)?.outcome?.is === 'passed')
    const codes = freeCodes(new Set(all.map((c) => c.code)), passes.length)
    const scores: NewScore[] = []
    const candidates = passes.map((a, i): NewCandidate => {
      const id = newId(ctx.now.getTime())
      const { joint, given } = judged.get(a.id)!
      for (const { id: criterion } of head.settings.criteria) {
        const agreed = joint?.scores[criterion]?.score
        const spread = given[criterion]
        if (agreed === undefined || agreed === null) continue
        // Where assessors disagreed, the meeting weighs the whole interval between them.
        const low = String(Math.min(agreed, spread?.low ?? agreed))
        const high = String(Math.max(agreed, spread?.high ?? agreed))
        const origin = low === high ? 'consensus' : 'assessors'
        scores.push({ candidate: id, criterion, low, high, origin, person: null, at: ctx.now })
      }
      const costs = head.settings.budgets.flatMap(({ id: budget }, place) =>
        place === 0 && a.grant !== null ? [[budget, a.grant] as const] : [],
      )
      return {
        id,
        code: codes[i]!,
        title: a.title,
        project: null,
        application: a.id,
        costs: Object.fromEntries(costs),
        lead: a.lead,
        city: null,
        fund: null,
        region: null,
        actorKind: a.actorKind,
        organisations: a.organisations,
        values: [],
        starts: null,
        ends: null,
        note: '',
        source: `Hakemus ${a.number}`,
      }
    })
    await enter(ctx, head, candidates, scores)
    const left = sent
      .filter((a) => !passes.includes(a))
      .map((a) => ({
        number: a.number,
        why: judged.get(a.id)?.outcome?.is ?? judged.get(a.id)?.state ?? 'unassessed',
      }))
    return { path: `/selections/${selection}`, added: candidates.length, left }
  },
})

export const scoreCandidates = command({
  name: 'selection.score',
  summary: {
    fi: 'Anna ehdokkaiden pisteitä: luku tai väli; esteellinen ei pisteytä',
    sv: 'Ge kandidater poäng: tal eller intervall; en jävig poängsätter inte',
    en: 'Score candidates: a number or an interval; who has a conflict does not score',
  },
  route: { method: 'POST', path: '/selections/{selection}/scores' },
  input: z.object({
    ...one,
    scores: z
      .array(z.object({ candidate: z.uuid(), criterion: z.string(), score: z.string().max(40) }))
      .max(10_000)
      .describe('Such as "4" or "3-5".'),
  }),
  output: done,
  allow: keepsIt,
  run: async (ctx, { selection, scores }) => {
    const head = await inHand(ctx, selection, planning)
    const all = new Map((await candidatesOf(ctx.db, selection)).map((c) => [c.id, c]))
    await mustBeFree(
      ctx,
      head,
      scores.map((s) => s.candidate),
    )
    const wrong: string[] = []
    const rows = scores.flatMap(({ candidate, criterion, score }): NewScore[] => {
      const known = all.get(candidate)
      const range = readScore(score, head.settings.scale)
      if (!known || !head.settings.criteria.some((c) => c.id === criterion)) throw no('no-part', 'invalid')
      if (!range) {
        wrong.push(`${known.code} ${score}`)
        return []
      }
      const origin = head.exercise ? 'exercise' : 'entered'
      const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
      return [{ candidate, criterion, ...range, origin, person, at: ctx.now }]
    })
    if (wrong.length > 0) throw no('bad-score', 'invalid', { field: 'scores', more: wrong.slice(0, 10) })
    await putScores(ctx.db, rows)
    await did(ctx, head, 'score', { candidates: [...new Set(rows.map((r) => all.get(r.candidate)!.code))] })
    return { path: `/selections/${selection}` }
  },
})
