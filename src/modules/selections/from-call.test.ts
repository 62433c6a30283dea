import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, declares } from '../../../test/decided-call.ts'
import { decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import { actingAs } from '../../../test/people.ts'
import { closes } from '../../../test/selection.ts'
import type { Stage } from '../../kernel/context.ts'
import { proposeDecision } from '../decisions/index.ts'
import { editCandidate } from './candidate-actions.ts'
import { type Proposal, proposalsOf } from './carry-actions.ts'
import { choosePortfolio } from './choice-actions.ts'
import { addSelection, callSelection, openSelection, seatMember } from './prepare-actions.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { takeInCall } from './take-in-actions.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let call: Awaited<ReturnType<typeof officesOf>>['call']

beforeAll(async () => {
  database = await freshDatabase()
  stage = decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-from-call-')))
  ;({ call, people } = await officesOf(database))
})
afterAll(() => database.drop())

it('applications that passed become candidates, and what was chosen becomes proposals by the decisions’ own action', async () => {
  const by = { applicant: people.applicant, checker: people.coordinator, assessor: people.assessor }
  const made: string[] = []
  for (const [number, options] of [
    [1, { score: 4 }],
    [2, { score: 5 }],
    [3, { check: 'fail' }],
  ] as const)
    made.push((await assessedApplication(database, call, number, by, options)).id)
  for (const id of made) await declares(database, people.preparer, id)
  const as = actingAs(database, stage, people.preparer)
  const { id: selection } = await as<{ id: string }>(addSelection, {
    ecosystem: call.ecosystem,
    name: { fi: 'Haun valinta' },
    day: '2026-11-23',
    call: call.call,
    settings: {
      criteria: [{ id: 'impact', name: { fi: 'Vaikuttavuus' } }],
      budgets: [{ id: 'eur', name: { fi: 'Rahoitus' }, limit: '60000.00' }],
      rules: [],
      synergies: [],
      agenda: [],
      scale: { low: '0', high: '5' },
    },
  })
  const { added, left } = await as<{ added: number; left: { why: string }[] }>(takeInCall, { selection })
  expect(added).toBe(2)
  expect(left).toMatchObject([{ why: 'failed' }])
  expect((await as<{ added: number }>(takeInCall, { selection })).added).toBe(0)
  const { candidates } = await as<Room>(readSelection, { selection })
  expect(candidates.map((c) => [c.costs.eur, c.scores.impact])).toEqual([
    ['60000.00', { low: '4', high: '4', origin: 'consensus' }],
    ['60000.00', { low: '5', high: '5', origin: 'consensus' }],
  ])
  for (const { id: candidate } of candidates)
    await as(editCandidate, { candidate, starts: '2027-03-01', ends: '2029-02-28' })
  await as(seatMember, { selection, person: people.city.id, role: 'chair' })
  await as(seatMember, { selection, person: people.city2.id, role: 'member' })
  await as(callSelection, { selection })
  await as(openSelection, { selection })
  expect((await trying(database, stage, people.preparer, proposalsOf, { selection })).reason).toBe(
    'selection.wrong-state',
  )
  await as(choosePortfolio, { selection, candidates: [candidates[1]!.id], reasons: 'Vaikuttavin.' })
  const hash = await closes(database, stage, people.preparer, selection)

  const { items } = await as<{ items: Proposal[] }>(proposalsOf, { selection })
  expect(items.map((p) => [p.application, p.terms?.outcome])).toEqual([
    [made[0], 'no'],
    [made[1], 'yes'],
  ])
  for (const { application, terms } of items) {
    expect(terms?.grounds).toContain(hash)
    await as(proposeDecision, { decision: application, ...terms })
  }
  const states = await database.db.selectFrom('decision').select(['application_id', 'state']).execute()
  expect(new Map(states.map((d) => [d.application_id, d.state]))).toEqual(
    new Map([
      [made[0], 'with-city'],
      [made[1], 'with-city'],
    ]),
  )
  // Nothing was signed on anybody's behalf.
  expect(await database.db.selectFrom('decision_part').select('hash').execute()).toEqual([])
})
