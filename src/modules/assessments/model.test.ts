import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  assessingStage,
  callInAssessment,
  day,
  declares,
  sendVersion,
  smallTemplate,
} from '../../../test/assessed.ts'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { outcomeOf } from '../../engine/assessment/index.ts'
import type { Context, Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { assign, release } from './assign-actions.ts'
import { beginCheck, check, fail, pass, recheck, scoreAgain, unsettleJoint } from './check-actions.ts'
import { checksOf, countedSheets, isOpened } from './judged.ts'
import { judgedOf } from './judged-queries.ts'
import { readAssessment } from './read-actions.ts'
import { giveSheet, settle, takeBack } from './sheet-actions.ts'
import { assessingStandings } from './standing.ts'
import { reconsider, takeInAll } from './taking-in.ts'

// Whatever is done in whatever order, on the real database: nobody sees a foreign sheet before all are given, nothing
// is settled with a general criterion that failed or was not checked, nor with the sheet of somebody conflicted.

let database: TestDatabase
let stage: Stage
let writer: string
let ecosystem: string
let officer: TestPerson
let coordinator: TestPerson
let assessors: TestPerson[]
let calls = 0

beforeAll(async () => {
  database = await freshDatabase()
  stage = assessingStage(database)
  const made = await callInAssessment(database, { code: 'malli-0' })
  ecosystem = made.ecosystem
  writer = (await somebody(database, 'Kirjoittaja')).id
  officer = await somebody(database, 'Vilma', [['preparer', ecosystem]])
  coordinator = await somebody(database, 'Kari', [['coordinator', ecosystem]])
  assessors = []
  for (const name of ['Anna', 'Bo', 'Cecilia'])
    assessors.push(await somebody(database, name, [['assessor', ecosystem]]))
})
afterAll(() => database.drop())

const who = fc.nat(2)
const score = fc.nat(5)
const step = fc.oneof(
  fc.record({ do: fc.constant('declare' as const), who, conflict: fc.boolean() }),
  fc.record({ do: fc.constant('assign' as const), who }),
  fc.record({ do: fc.constant('release' as const), who }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('give' as const), who, score }) },
  fc.record({ do: fc.constant('take-back' as const), who }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), who, score }) },
  fc.record({ do: fc.constant('check' as const), fails: fc.boolean() }),
  fc.record({
    do: fc.constantFrom('begin' as const, 'pass' as const, 'fail' as const, 'recheck' as const),
  }),
  fc.record({ do: fc.constantFrom('score-again' as const, 'unsettle' as const), who }),
  fc.record({ do: fc.constant('new-version' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const sheetOf = (n: number, word: string) => ({
  need: { score: n, reason: word },
  equal: { score: Math.min(n, 3), reason: word },
})
const as = (person: TestPerson) => actingAs(database, stage, person)
const inside = (work: (ctx: Context<never>) => Promise<unknown>) =>
  transaction(database.db, (tx) =>
    work({ ...stage, db: tx, changed: () => undefined } as unknown as Context<never>),
  )

let version = 1
async function act(application: string, s: Step, at: Date): Promise<unknown> {
  const one = { application }
  const reasoned = { ...one, reason: 'Syy' }
  switch (s.do) {
    case 'declare':
      await declares(database, assessors[s.who]!, application, s.conflict ? 'conflict' : 'none', at)
      return inside((ctx) => reconsider(ctx, application))
    case 'assign':
      return as(coordinator)(assign, { ...one, people: [assessors[s.who]!.id] })
    case 'release':
      return as(coordinator)(release, { ...reasoned, person: assessors[s.who]!.id })
    case 'give':
      return as(assessors[s.who]!)(giveSheet, { ...one, scores: sheetOf(s.score, `SECRET-${s.who}`) })
    case 'take-back':
      return as(assessors[s.who]!)(takeBack, one)
    case 'settle':
      return as(assessors[s.who]!)(settle, {
        ...one,
        scores: sheetOf(s.score, 'SECRET-joint'),
        summary: 'SECRET-joint',
      })
    case 'check': {
      const finding = { criterion: 'objective', result: s.fails ? 'fail' : 'pass', ground: 'x' }
      return as(officer)(check, { ...one, findings: [finding] })
    }
    case 'begin':
      return as(officer)(beginCheck, one)
    case 'pass':
      return as(officer)(pass, one)
    case 'fail':
      return as(officer)(fail, one)
    case 'recheck':
      return as(officer)(recheck, reasoned)
    case 'score-again':
      return as(assessors[s.who]!)(scoreAgain, reasoned)
    case 'unsettle':
      return as(assessors[s.who]!)(unsettleJoint, reasoned)
    case 'new-version':
      version += 1
      await sendVersion(database, application, writer, version, at)
      await database.db.updateTable('application').set({ version }).where('id', '=', application).execute()
      return inside((ctx) => takeInAll(ctx))
  }
}

async function holds(application: string, at: Date): Promise<void> {
  const judged = (await judgedOf(database.db, application))!
  const people = assessors.map((a) => a.id)
  const standing = await assessingStandings(database.db, people, [application], at)
  const viewers = [...assessors.map((a, n) => [a, String(n)] as const), [officer, 'x'] as const]
  for (const [viewer, mark] of viewers) {
    const told = await as(viewer)(readAssessment, { application }).then(
      (seen) => JSON.stringify(seen, (_, v) => (typeof v === 'bigint' ? String(v) : v)),
      () => '',
    )
    const foreign = ['0', '1', '2', 'joint'].filter((m) => m !== mark && told.includes(`SECRET-${m}`))
    if (foreign.length === 0) continue
    expect(isOpened(judged)).toBe(true)
    if (mark !== 'x') expect(standing(viewer.id, application)).toBe('free')
  }
  if (judged.state !== 'settled') return
  const checks = checksOf(judged)
  expect(smallTemplate.general.every((c) => checks[c.key] === 'pass')).toBe(true)
  const sheets = countedSheets(judged)
  expect(sheets.length).toBeGreaterThanOrEqual(2)
  for (const s of sheets) expect([s.state, standing(s.person, application)]).toEqual(['given', 'free'])
  const seen = await as(officer)<{ outcome: unknown }>(readAssessment, { application })
  expect(seen.outcome).toEqual(outcomeOf(smallTemplate, checks, judged.consensus!))
}

/** One whole road, so that at least one run gets to the end. */
const road: Step[] = [
  { do: 'give', who: 0, score: 3 },
  { do: 'give', who: 1, score: 4 },
  { do: 'settle', who: 0, score: 3 },
  { do: 'declare', who: 1, conflict: true },
  { do: 'assign', who: 2 },
  { do: 'declare', who: 2, conflict: false },
  { do: 'give', who: 2, score: 2 },
  { do: 'settle', who: 0, score: 3 },
]

it('no order of steps breaks what was promised', async () => {
  let settled = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 22 }), async (steps) => {
      calls += 1
      version = 1
      const made = await callInAssessment(database, { code: `malli-${calls}`, ecosystem, writer })
      const application = made.applications[0]!
      await inside((ctx) => takeInAll(ctx))
      await declares(database, officer, application)
      const first: Step[] = [
        { do: 'begin' },
        { do: 'check', fails: false },
        { do: 'pass' },
        { do: 'assign', who: 0 },
        { do: 'assign', who: 1 },
        { do: 'declare', who: 0, conflict: false },
        { do: 'declare', who: 1, conflict: false },
      ]
      for (const [n, s] of [...first, ...steps].entries()) {
        const at = new Date(day.getTime() + n * 1000)
        await act(application, s, at).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
        if (n >= first.length) await holds(application, at)
      }
      if ((await judgedOf(database.db, application))?.state === 'settled') settled += 1
    }),
    { numRuns: Number(process.env.TALKOOT_WALKS ?? 25), examples: [[road]] },
  )
  expect(settled).toBeGreaterThan(0)
}, 600_000)
