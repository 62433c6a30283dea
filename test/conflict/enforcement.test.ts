import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Act, acts, conflictsIn, type Tie } from '../../src/engine/conflict/index.ts'
import type { Action } from '../../src/kernel/action.ts'
import type { Stage } from '../../src/kernel/context.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { previewBulk } from '../../src/modules/assessments/bulk-actions.ts'
import { listAssessments, readAssessment } from '../../src/modules/assessments/read-actions.ts'
import { giveSheet } from '../../src/modules/assessments/sheet-actions.ts'
import { assessmentSubject } from '../../src/modules/assessments/subject.ts'
import { type Own, ownConflict } from '../../src/modules/conflicts/declare-actions.ts'
import { proposeDecision, selectDecision } from '../../src/modules/decisions/actions.ts'
import { readDecision } from '../../src/modules/decisions/reading.ts'
import { listComments } from '../../src/modules/talk/comment-actions.ts'
import { assessingStage, day } from '../assessed.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { actingAs, type TestPerson } from '../people.ts'
import { type Planted, plant } from './planted.ts'
import { planting } from './planting.ts'

// A register drawn by chance is planted in the real database. What the engine makes of the plan is what every door says:
// to see the discussion and the others' sheets, to score, to propose, to decide, one by one, in lists and in bulk.

let database: TestDatabase
let stage: Stage
const runs = Number(process.env.TALKOOT_WALKS ?? 10)

beforeAll(async () => {
  database = await freshDatabase()
  stage = assessingStage(database, [assessmentSubject])
})
afterAll(() => database.drop())

/** What came of an action: its answer as text, or why not. */
async function tried(
  person: TestPerson,
  action: Action,
  input: object,
): Promise<{ told: string; why?: Refusal }> {
  try {
    const answer = await actingAs(database, stage, person)(action, input)
    return { told: JSON.stringify(answer, (_, v) => (typeof v === 'bigint' ? String(v) : v)) }
  } catch (error) {
    if (error instanceof Refusal) return { told: '', why: error }
    throw error
  }
}

type Shown = Pick<Tie, 'key' | 'kind' | 'point' | 'weight'> & {
  evidence: readonly { what: string; id: string }[]
}
const shown = (ties: readonly Shown[]) =>
  ties
    .map((t) =>
      [t.key, t.kind, t.point, t.weight, t.evidence.map((e) => `${e.what} ${e.id}`).sort()].join(' | '),
    )
    .sort()

const terms = { outcome: 'no', grounds: 'Syy' }

async function agrees(planted: Planted): Promise<Record<string, number>> {
  const { people, applications, call, register, matters } = planted
  const conflicts = conflictsIn({ ...register, answers: [] }, '2026-11-21', {
    years: { 'joint-project': 3, 'partner-project': 3 },
  })
  const met: Record<string, number> = {}
  const [open, scoring, settled] = applications
  for (const person of people) {
    const verdict = (application: string, act: Act) => {
      const m = matters.find((one) => one.id === application)!
      return conflicts.standingOf(person.id, asApplication(m), act)
    }
    for (const m of matters) {
      const own = await actingAs(database, stage, person)<Own>(ownConflict, { application: m.id })
      for (const act of acts) {
        const { is, because } = verdict(m.id, act)
        expect([act, own.standings[act]]).toEqual([act, is])
        met[is] = (met[is] ?? 0) + 1
        if (is === 'barred') expect(because.every((tie) => tie.evidence.length > 0)).toBe(true)
      }
      const ties = conflicts.tiesOf(person.id, asApplication(m))
      expect(shown(own.ties)).toEqual(shown(ties))
      // Whoever is kept out by the register can read why, and by which records.
      if (own.standings.assess === 'barred')
        expect(own.ties.some((tie) => tie.weight === 'bars' && tie.evidence.length > 0)).toBe(true)
    }
    const free = (application: string, act: Act) => verdict(application, act).is === 'free'
    const others = people.filter((p) => p.id !== person.id).map((p) => `OMA ${p.id}`)
    const tells = (told: string) => others.some((mark) => told.includes(mark)) || told.includes('YHTEINEN')

    const talk = await tried(person, listComments as Action, { kind: 'assessment', id: open })
    expect(['talk', talk.why === undefined]).toEqual(['talk', free(open, 'assess')])
    const read = await tried(person, readAssessment as Action, { application: open })
    expect(['sheets', tells(read.told)]).toEqual(['sheets', free(open, 'assess')])
    const list = await tried(person, listAssessments as Action, { call: call.code })
    const rows = list.told ? (JSON.parse(list.told) as { items: { application: string }[] }).items : []
    for (const row of rows) {
      const act = row.application === settled ? 'propose' : 'assess'
      const isOpen = row.application !== scoring
      expect(['list', tells(JSON.stringify(row))]).toEqual(['list', isOpen && free(row.application, act)])
    }
    const give = await tried(person, giveSheet as Action, { application: scoring, scores: {} })
    expect(['score', give.why?.kind]).toEqual(['score', free(scoring, 'assess') ? 'invalid' : 'forbidden'])
    const bulk = await tried(person, previewBulk as Action, {
      call: call.code,
      deed: 'pass',
      applications: [...applications],
    })
    expect([
      'bulk',
      (JSON.parse(bulk.told) as { items: { to: unknown }[] }).items.every((i) => i.to === null),
    ]).toEqual(['bulk', true])
    const propose = await tried(person, proposeDecision as Action, { decision: settled, ...terms })
    const kept = propose.why?.complaints.length ?? 0
    const is = verdict(settled, 'propose').is
    if (is !== 'free') expect(['propose', kept > 0]).toEqual(['propose', true])
    const decide = await tried(person, selectDecision as Action, { decision: settled, ...terms })
    if (!free(settled, 'decide')) expect(['decide', decide.why?.kind]).toEqual(['decide', 'forbidden'])
    const decision = await tried(person, readDecision as Action, { decision: settled })
    if (is !== 'free') expect(['decision', tells(decision.told)]).toEqual(['decision', false])
  }
  return met
}

const asApplication = (m: Planted['matters'][number]) => ({
  id: m.id,
  call: m.call,
  settledAt: m.settledAt,
  parties: m.parties.map((organisation, n) => ({
    id: `${m.id}:${n}`,
    source: 'application',
    organisation,
    role: n === 0 ? ('lead' as const) : ('partner' as const),
  })),
  people: m.writers.map(([id, person]) => ({ id, source: 'rights', person, role: 'author' as const })),
})

it('every door says what the engine makes of the registers', { timeout: 30_000 * runs }, async () => {
  const met: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(planting, async (plan) => {
      for (const [is, n] of Object.entries(await agrees(await plant(database, plan))))
        met[is] = (met[is] ?? 0) + n
    }),
    { numRuns: runs },
  )
  expect(Object.keys(met).sort()).toEqual(['barred', 'free', 'must-answer', 'must-declare'])
  expect(stage.now).toBe(day)
})
