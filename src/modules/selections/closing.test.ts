import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, type TestPerson } from '../../../test/people.ts'
import { beginsClosing, declaresFree, preparedSelection } from '../../../test/selection.ts'
import { openMeeting } from '../../../test/selection-meeting.ts'
import { type Action, perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { type Language, languages } from '../../kernel/text.ts'
import { actorOf } from '../people/index.ts'
import { attendSelection } from './attendance-actions.ts'
import { choosePortfolio, forceCandidate, stepAsideFrom } from './choice-actions.ts'
import {
  closeSelection,
  closingProblem,
  closingSelection,
  giveUpRecord,
  makeRecord,
  resumeSelection,
} from './closing-actions.ts'
import { courseText } from './course-text.ts'
import { declareSelection } from './declare-actions.ts'
import { givenUpText } from './given-up-text.ts'
import { computeRecord, recordingJob } from './jobs.ts'
import { pages } from './pages.tsx'
import { callSelection, openSelection, seatMember } from './prepare-actions.ts'
import { eventsOf } from './queries.ts'
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
    jobs: { enqueue: async () => newId(), emit: async () => undefined },
  } as unknown as Stage
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
  await beginsClosing(database, people.coordinator, made.selection, stage.now)
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
    [makeRecord, { selection, closed: stage.now.toISOString(), solved: {} }],
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

/** 112 candidates on six criteria, two budgets and a quota, and nothing said of the weights: more than a moment's work. */
async function tooHard() {
  const made = await openMeeting(
    database,
    ecosystem,
    [
      { person: people.city, role: 'chair', came: true },
      { person: people.city2, role: 'member', came: true },
    ],
    { candidates: 112, criteria: 6 },
  )
  await coordinator(choosePortfolio, {
    selection: made.id,
    candidates: made.candidates.slice(0, 4).map((c) => c.id),
    reasons: 'Syy.',
  })
  return made
}
const seen = async (person: TestPerson, path: string, language: Language = 'fi') => {
  const actor = await actorOf(database.db, person.session, stage.now)
  return whatIsSent(await visit(pages, { ...stage, actor, language }, path))
}

it('a record that is too hard to compute is given up: the meeting is open again, and its page says why', async () => {
  const { id: selection, candidates } = await tooHard()
  const { hash } = await coordinator<{ hash: string | null }>(closeSelection, { selection })
  expect(hash).toBeNull()
  const hurried = { look: 1, looks: 1 }
  await computeRecord(system(), { selection }, async () => undefined, hurried)
  const open = await room(selection)
  expect(open).toMatchObject({
    state: 'open',
    reasons: 'Syy.',
    chosen: candidates.slice(0, 4).map((c) => c.id),
    givenUp: { by: people.coordinator.name, why: 'time' },
  })
  expect(await coordinator(closingSelection, { selection })).toEqual({ closing: null })
  for (const language of languages) {
    const t = givenUpText[language]
    const html = await seen(people.city2, `/selections/${selection}`, language)
    for (const words of [t.title, t.why.time, ...t.easier]) expect(html).toContain(words)
    expect(html).toContain(people.coordinator.name)
  }
  const course = await eventsOf(database.db, selection)
  expect(course.slice(-2)).toMatchObject([
    { event: 'close', person: people.coordinator.name },
    { event: 'give-up', person: null, content: { why: 'time' } },
  ])
  const told = await seen(people.city2, `/selections/${selection}/course`)
  expect(told).toContain(courseText.fi.deeds['give-up'])
  expect(told).toContain(givenUpText.fi.why.time)
  expect(told).toContain(courseText.fi.deeds.close)
  // The room goes on, and what it says stays until the meeting is closed again.
  await coordinator(forceCandidate, { candidate: candidates[9]!.id, way: 'out', reason: 'Selvä.' })
  expect((await room(selection)).givenUp).not.toBeNull()
  await coordinator(closeSelection, { selection })
  expect((await room(selection)).givenUp).toBeNull()
  await coordinator(resumeSelection, { selection })
  expect((await room(selection)).givenUp).toBeNull()
})

it.each(['size', 'cancelled'] as const)('given up for its %s, it says so', async (why) => {
  const { selection } = await closing()
  await perform(giveUpRecord, system(), { selection, closed: stage.now.toISOString(), why })
  for (const path of ['', '/room']) {
    const html = await seen(people.city, `/selections/${selection}${path}`)
    expect(html).toContain(givenUpText.fi.why[why])
    expect(html).toContain(givenUpText.fi.next[why])
    expect(html.includes(givenUpText.fi.easier[0]!)).toBe(why === 'size')
  }
})

it('what was computed for a closing that somebody stopped makes no record of the next one', async () => {
  const { selection, candidates } = await closing()
  const { waits } = await perform(closingProblem, system(), { selection })
  const { closed } = waits!
  await coordinator(resumeSelection, { selection })
  await coordinator(choosePortfolio, { selection, candidates: candidates.slice(2, 4), reasons: 'Toinen.' })
  const later = new Date(stage.now.getTime() + 60_000)
  await beginsClosing(database, people.coordinator, selection, later)
  const late = { solved: { faults: [] }, why: 'time' as const }
  for (const action of [makeRecord, giveUpRecord])
    await expect(perform(action as Action, system(), { selection, closed, ...late })).rejects.toMatchObject({
      reason: 'selection.wrong-state',
    })
  expect((await room(selection)).state).toBe('closing')
  await compute(selection)
  expect(await coordinator(verifySelection, { selection })).toMatchObject({ same: true })
  expect((await room(selection)).chosen).toEqual(candidates.slice(2, 4))
})
