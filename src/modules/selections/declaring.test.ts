import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import { organisations } from '../../../test/matters.ts'
import { actingAs, type TestPerson } from '../../../test/people.ts'
import { preparedSelection } from '../../../test/selection.ts'
import type { Action } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { addInterest } from '../conflicts/interest-actions.ts'
import { attendSelection } from './attendance-actions.ts'
import { choosePortfolio, forceCandidate, noteCandidate } from './choice-actions.ts'
import { declareSelection, type OwnStanding, ownStandings } from './declare-actions.ts'
import { callSelection, openSelection } from './prepare-actions.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { scoreCandidates } from './take-in-actions.ts'
import { askVote, castBallot } from './vote-actions.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let ecosystem = ''
let organisation = ''

beforeAll(async () => {
  database = await freshDatabase()
  stage = {
    ...decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-declaring-'))),
    now: new Date('2026-11-21T10:00:00Z'),
  }
  const made = await officesOf(database)
  people = made.people
  ecosystem = made.call.ecosystem
  ;({ organisation } = await organisations(database, { organisation: { name: 'Testin säätiö' } }))
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
const tries = async (person: TestPerson, action: Action, input: object) =>
  (await trying(database, stage, person, action, input)).reason ?? 'done'
const room = (person: TestPerson, selection: string) => as(person)<Room>(readSelection, { selection })
const standings = async (person: TestPerson, selection: string) =>
  (await as(person)<{ items: OwnStanding[] }>(ownStandings, { selection })).items

async function prepared() {
  const seats = [
    [people.city.id, 'chair'],
    [people.city2.id, 'member'],
  ] as const
  return preparedSelection(database, ecosystem, seats, [organisation])
}
async function opened() {
  const made = await prepared()
  await as(people.coordinator)(callSelection, { selection: made.selection })
  await as(people.coordinator)(openSelection, { selection: made.selection })
  return made
}

it('who has not declared sees the meeting, and scores, forces, notes, votes and chooses nothing', async () => {
  const planned = await prepared()
  const scored = {
    selection: planned.selection,
    scores: [{ candidate: planned.candidates[1], criterion: 'impact', score: '3' }],
  }
  expect(await tries(people.coordinator, scoreCandidates, scored)).toBe('selection.undeclared')

  const { selection, candidates } = await opened()
  const seen = await room(people.city, selection)
  expect(seen.undeclared).toEqual(candidates)
  expect(seen.candidates).toHaveLength(6)
  await as(people.coordinator)(declareSelection, { selection })
  const options = [{ name: 'Kyllä', candidates: [candidates[1]] }, { name: 'Ei' }]
  const { id: vote } = await as(people.coordinator)<{ id: string }>(askVote, {
    selection,
    question: 'H02?',
    options,
  })
  await as(people.city)(attendSelection, { selection, what: 'came' })
  const acts: [Action, object][] = [
    [forceCandidate, { candidate: candidates[1], way: 'in', reason: 'x' }],
    [noteCandidate, { candidate: candidates[1], body: 'x' }],
    [askVote, { selection, question: 'x', options }],
    [castBallot, { vote, option: '1' }],
    [choosePortfolio, { selection, candidates: candidates.slice(1, 4), reasons: 'x' }],
  ]
  for (const [action, input] of acts)
    expect([action.name, await tries(people.city, action, input)]).toEqual([
      action.name,
      'selection.undeclared',
    ])
  await as(people.city)(declareSelection, { selection })
  expect((await room(people.city, selection)).undeclared).toEqual([])
  for (const [action, input] of acts)
    expect([action.name, await tries(people.city, action, input)]).toEqual([action.name, 'done'])
})

it('a declared conflict needs its words, keeps out of that candidate alone, and cannot be taken back by a form', async () => {
  const { selection, candidates } = await opened()
  const conflict = { selection, conflicts: [candidates[2]] }
  expect(await tries(people.city, declareSelection, conflict)).toBe('selection.no-words')
  expect(await tries(people.city, declareSelection, { ...conflict, words: 'Sisareni vetää hanketta.' })).toBe(
    'done',
  )
  expect((await room(people.city, selection)).aside).toEqual([candidates[2]])
  await as(people.city)(declareSelection, { selection })
  expect((await room(people.city, selection)).aside).toEqual([candidates[2]])
  const force = (candidate: string | undefined) =>
    tries(people.city, forceCandidate, { candidate, way: 'in', reason: 'x' })
  expect(await force(candidates[2])).toBe('selection.aside')
  expect(await force(candidates[3])).toBe('done')
})

it('a tie that only its person can weigh is asked about by itself, and anew when it changes', async () => {
  const { selection, candidates } = await opened()
  await as(people.city)(declareSelection, { selection })
  // Where somebody near works bars nobody by itself: whoever it is asked of must say what it means.
  const works = { organisation: 'Testin säätiö', relation: 'sibling', role: 'employment' }
  await as(people.city)(addInterest, works)
  const [first] = await standings(people.city, selection)
  expect(first).toMatchObject({ candidate: candidates[0], is: 'must-answer' })
  expect(first!.ties.length).toBeGreaterThan(0)
  expect(await tries(people.city, declareSelection, { selection })).toBe('selection.unanswered')
  expect(await tries(people.city, declareSelection, { selection, denied: [candidates[0]] })).toBe('done')
  const [answered] = await standings(people.city, selection)
  expect(answered).toMatchObject({ is: 'free', ties: [] })
  // Another record was never shown, so it was never answered.
  await as(people.city)(addInterest, { ...works, role: 'commission' })
  const [again] = await standings(people.city, selection)
  expect(again).toMatchObject({ is: 'must-answer' })
})
