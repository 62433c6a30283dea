import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import { actingAs } from '../../../test/people.ts'
import { declaresFree, preparedSelection } from '../../../test/selection.ts'
import type { Action } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { attendSelection } from './attendance-actions.ts'
import { choosePortfolio, forceCandidate, stepAsideFrom } from './choice-actions.ts'
import { closeSelection, closingSelection, makeRecord, resumeSelection } from './closing-actions.ts'
import { declareSelection } from './declare-actions.ts'
import { recordingJob } from './jobs.ts'
import { callSelection, openSelection, seatMember } from './prepare-actions.ts'
import { readSelection } from './reading.ts'
import { verifySelection } from './record-actions.ts'
import type { Room } from './room.ts'
import { sayWeights, setLimit } from './weight-actions.ts'

// A meeting whose record takes longer than a moment: the state that `selection.close` leaves, made here by hand.

let database: TestDatabase
let stage: Stage
let people: Offices
let ecosystem = ''

beforeAll(async () => {
  database = await freshDatabase()
  stage = {
    ...decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-closing-'))),
    now: new Date('2026-11-21T10:00:00Z'),
  }
  const made = await officesOf(database)
  people = made.people
  ecosystem = made.call.ecosystem
})
afterAll(() => database.drop())

const coordinator = <T>(action: Action, input: object) =>
  actingAs(database, stage, people.coordinator)<T>(action, input)
const room = (selection: string) => coordinator<Room>(readSelection, { selection })
const system = (): Stage => ({ ...stage, actor: { kind: 'system', name: 'selections.record' } })
const compute = (selection: string) => recordingJob.run(system(), { selection }, async () => undefined)

async function chosen(): Promise<{ selection: string; candidates: string[] }> {
  const made = await preparedSelection(database, ecosystem, [
    [people.city.id, 'chair'],
    [people.city2.id, 'member'],
  ])
  const { selection, candidates } = made
  await declaresFree(database, [people.coordinator.id], candidates)
  await coordinator(callSelection, { selection })
  await coordinator(openSelection, { selection })
  await coordinator(choosePortfolio, { selection, candidates: candidates.slice(1, 4), reasons: 'Syy.' })
  return made
}

/** As it stands while the record is computed. */
async function closing() {
  const made = await chosen()
  await execute(database.db, `update selection set state = 'closing', closed_at = $2 where id = $1`, [
    made.selection,
    stage.now,
  ])
  return made
}

it('nothing of the meeting changes while its record is computed, and the record is of what was closed', async () => {
  const { selection, candidates } = await closing()
  const said = { kind: 'atLeast', a: 'impact', b: 'ready' }
  const acts: [Action, object][] = [
    [sayWeights, { selection, whose: 'meeting', said }],
    [setLimit, { selection, budget: 'eur', limit: '1.00' }],
    [forceCandidate, { candidate: candidates[0], way: 'in', reason: 'x' }],
    [stepAsideFrom, { candidate: candidates[0], words: 'x' }],
    [choosePortfolio, { selection, candidates: [], reasons: 'x' }],
    [attendSelection, { selection, person: people.city.id, what: 'came' }],
    [seatMember, { selection, person: people.city2.id, role: null }],
    [declareSelection, { selection }],
    [closeSelection, { selection }],
    [makeRecord, { selection, solved: {} }],
  ]
  const before = await room(selection)
  for (const [action, input] of acts)
    expect([action.name, (await trying(database, stage, people.coordinator, action, input)).reason]).toEqual([
      action.name,
      action === makeRecord ? 'selection.make-record.forbidden' : 'selection.wrong-state',
    ])
  expect(await room(selection)).toEqual(before)

  await compute(selection)
  expect(await room(selection)).toMatchObject({
    state: 'closed',
    chosen: candidates.slice(1, 4),
    recordHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(await coordinator(verifySelection, { selection })).toMatchObject({ same: true, differs: [] })
  // Done at least once: a second run finds nothing to do.
  const { recordHash } = await room(selection)
  await compute(selection)
  expect((await room(selection)).recordHash).toBe(recordHash)
})

it('closing leaves the job to compute, or the record itself where it comes at once: the same record', async () => {
  const { selection } = await chosen()
  const { hash } = await coordinator<{ hash: string | null }>(closeSelection, { selection })
  if (hash === null) {
    const { closing: job } = await coordinator<{ closing: object | null }>(closingSelection, { selection })
    expect(job).toMatchObject({ state: 'waiting' })
    await compute(selection)
  }
  const seen = await room(selection)
  expect(seen.state).toBe('closed')
  if (hash !== null) expect(seen.recordHash).toBe(hash)
})

it('who keeps the meeting may go on with it instead; the computing then comes to nothing', async () => {
  const { selection, candidates } = await closing()
  expect((await trying(database, stage, people.city2, resumeSelection, { selection })).reason).toBe(
    'selection.resume.forbidden',
  )
  await coordinator(resumeSelection, { selection })
  await compute(selection)
  expect(await room(selection)).toMatchObject({ state: 'open', recordHash: null })
  await coordinator(choosePortfolio, { selection, candidates: candidates.slice(2, 4), reasons: 'Toinen.' })
  expect((await room(selection)).chosen).toEqual(candidates.slice(2, 4))
})
