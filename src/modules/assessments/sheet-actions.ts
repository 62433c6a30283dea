import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newSecret } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { by } from '../people/index.ts'
import { inItsPlace, one } from './check-actions.ts'
import { noSheet, noSummary } from './complaints.ts'
import { goOn, held, move, moveSheet, personId, refusal } from './course.ts'
import { giveLacks, type Lack, settleLacks } from './guards.ts'
import { countedSheets, type HeldSheet, type Judged } from './judged.ts'
import { complaintsOf } from './lack-text.ts'
import { sealOf } from './seal.ts'
import { assessingStandings, freeAssessor } from './standing.ts'
import { insertGiving, writeConsensus } from './write-queries.ts'

const assessor = by('assessor')
export const scores = z
  .record(
    z.string().max(100),
    z.object({ score: z.int().min(0).max(1_000).nullable(), reason: z.string().trim().max(10_000) }),
  )
  .describe('By criterion: the score and its reason.')

/** One's own sheet of an application, with the assessment held. */
async function ownSheet(
  ctx: Context<Tx>,
  application: string,
): Promise<{ judged: Judged; sheet: HeldSheet }> {
  const judged = await held(ctx, application)
  const sheet = countedSheets(judged).find((s) => s.person === personId(ctx))
  if (!sheet) throw new Refusal('missing', 'sheet.missing', [noSheet])
  return { judged, sheet }
}

/** What is wrong in a sheet is told at its fields; what else stands in the way is a clash with what is so. */
const refused = (reason: string, judged: Judged, lacks: readonly Lack[]): Refusal =>
  lacks.every((l) => l.why === 'sheet')
    ? new Refusal('invalid', `assessment.${reason}`, complaintsOf(lacks, judged))
    : refusal(reason, judged, lacks)

export const openSheet = command({
  name: 'sheet.open',
  summary: {
    fi: 'Avaa oma arviointilomake, kun esteettömyys on vahvistettu',
    sv: 'Öppna den egna bedömningsblanketten när jävfriheten är bekräftad',
    en: 'Open one’s own sheet once declared free of conflict',
  },
  route: { method: 'POST', path: '/assessments/{application}/sheet/open' },
  input: z.object(one),
  output: z.object({}),
  allow: { ...assessor, in: inItsPlace, only: freeAssessor },
  run: async (ctx, { application }) => {
    const { sheet } = await ownSheet(ctx, application)
    await moveSheet(ctx, sheet, 'declare-free')
    return {}
  },
})

export const giveSheet = command({
  name: 'sheet.give',
  summary: {
    fi: 'Anna omat pisteet perusteluineen',
    sv: 'Ge de egna poängen med motiveringar',
    en: 'Give one’s own scores with their reasons',
  },
  route: { method: 'POST', path: '/assessments/{application}/sheet' },
  untold: ['scores'],
  input: z.object({ ...one, scores }),
  output: z.object({ opened: z.boolean().describe('Whether these were the last, and all are open now.') }),
  allow: { ...assessor, in: inItsPlace, only: freeAssessor },
  run: async (ctx, { application, scores: given }) => {
    const { judged, sheet } = await ownSheet(ctx, application)
    const lacks = giveLacks(judged, given)
    if (lacks.length > 0) throw refused('give', judged, lacks)
    await moveSheet(ctx, sheet, 'give')
    const salt = newSecret()
    const hash = sealOf(salt, given)
    const { version } = judged
    await insertGiving(ctx.db, { sheet: sheet.id, version, scores: given, salt, hash, at: ctx.now })
    ctx.changed({ kind: 'assessment-sheet', id: sheet.id, before: null, after: { version, hash } })
    await goOn(ctx, application)
    const others = countedSheets(judged).filter((s) => s.id !== sheet.id)
    const opened = others.every((s) => s.state === 'given') && others.length + 1 >= judged.call.assessorsEach
    return { opened }
  },
})

export const takeBack = command({
  name: 'sheet.take-back',
  summary: {
    fi: 'Ota omat pisteet takaisin muutettaviksi, ennen kuin ne on avattu muille',
    sv: 'Ta tillbaka de egna poängen för ändring innan de har öppnats för de andra',
    en: 'Take one’s own scores back to change them, before they are open to the others',
  },
  route: { method: 'POST', path: '/assessments/{application}/sheet/take-back' },
  input: z.object(one),
  output: z.object({}),
  allow: { ...assessor, in: inItsPlace, only: freeAssessor },
  run: async (ctx, { application }) => {
    const { judged, sheet } = await ownSheet(ctx, application)
    if (judged.state !== 'scoring') throw refusal('take-back', judged, [{ why: 'state' }])
    await moveSheet(ctx, sheet, 'take-back')
    return {}
  },
})

export const settle = command({
  name: 'assessment.settle',
  summary: {
    fi: 'Vahvista arvioijien yhteinen arvio',
    sv: 'Fastställ bedömarnas gemensamma bedömning',
    en: 'Settle the assessors’ joint assessment',
  },
  route: { method: 'POST', path: '/assessments/{application}/settle' },
  untold: ['scores', 'summary'],
  input: z.object({ ...one, scores, summary: z.string().trim().max(10_000) }),
  output: z.object({}),
  allow: { ...assessor, in: inItsPlace, only: freeAssessor },
  run: async (ctx, { application, scores: joint, summary }) => {
    const { judged, sheet } = await ownSheet(ctx, application)
    if (sheet.state !== 'given') throw refusal('settle', judged, [{ why: 'sheet-state' }])
    const people = countedSheets(judged).map((s) => s.person)
    const standing = await assessingStandings(ctx.db, people, [application], ctx.now)
    const notFree = new Set(people.filter((p) => standing(p, application) !== 'free'))
    const lacks = settleLacks(judged, joint, notFree)
    if (lacks.length > 0) throw refused('settle', judged, lacks)
    if (summary === '') throw new Refusal('invalid', 'assessment.no-summary', [noSummary])
    await writeConsensus(ctx.db, application, {
      scores: joint,
      summary,
      person: personId(ctx) ?? null,
      at: ctx.now,
    })
    await move(ctx, judged, 'settle')
    return {}
  },
})
