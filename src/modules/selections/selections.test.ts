import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import { organisations } from '../../../test/matters.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { closes, declaresFree, preparedSelection } from '../../../test/selection.ts'
import type { Action } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { attendSelection } from './attendance-actions.ts'
import { editCandidate } from './candidate-actions.ts'
import {
  choosePortfolio,
  forceCandidate,
  noteCandidate,
  stepAsideFrom,
  unforceCandidate,
} from './choice-actions.ts'
import { closeSelection, makeRecord, resumeSelection } from './closing-actions.ts'
import { callSelection, editSelection, openSelection } from './prepare-actions.ts'
import { listSelections, readSelection } from './reading.ts'
import { readRecord, signRecord, verifySelection } from './record-actions.ts'
import type { Room } from './room.ts'
import { selectionEvents, selectionMachine, selectionStates } from './rules.ts'
import { scoreCandidates } from './take-in-actions.ts'
import { askVote, castBallot, endVote } from './vote-actions.ts'
import { sayWeights, setLimit, switchRule, unsayWeights } from './weight-actions.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let ecosystem = ''
/** Holds the coordinator's office and is in the board of the organisation of the first candidate. */
let tied: TestPerson
let organisation = ''

beforeAll(async () => {
  database = await freshDatabase()
  stage = {
    ...decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-selections-'))),
    now: new Date('2026-11-21T10:00:00Z'),
  }
  const made = await officesOf(database)
  people = made.people
  ecosystem = made.call.ecosystem
  ;({ organisation } = await organisations(database, { organisation: { name: 'Testin yhtiö' } }))
  tied = await somebody(database, 'Tiina Tietäjä', [['coordinator', ecosystem]])
  await database.db
    .insertInto('person_organisation')
    .values({ person_id: tied.id, organisation_id: organisation, starts_on: '2026-01-01' })
    .execute()
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
const tries = async (person: TestPerson, action: Action, input: object) => {
  const came = await trying(database, stage, person, action, input)
  return came.reason ?? 'done'
}
const members = () =>
  [
    [people.city.id, 'chair'],
    [people.city2.id, 'member'],
    [people.applicant.id, 'member'],
    [people.council.id, 'expert'],
    [tied.id, 'member'],
  ] as const

const everybody = () => [...Object.values(people).map((p) => p.id), tied.id]

async function opened() {
  const made = await preparedSelection(database, ecosystem, members(), [organisation])
  await declaresFree(database, everybody(), made.candidates)
  await as(people.coordinator)(callSelection, { selection: made.selection })
  await as(people.coordinator)(openSelection, { selection: made.selection })
  return made
}
const room = (person: TestPerson, selection: string) => as(person)<Room>(readSelection, { selection })

describe('the state table', () => {
  const offices = ['coordinator', 'preparer', 'assessor', 'city', 'council', 'viewer', 'elsewhere'] as const
  const actions = {
    call: callSelection,
    open: openSelection,
    close: closeSelection,
    record: makeRecord,
    resume: resumeSelection,
  }

  it('every state, event and office: only who keeps the meeting, only from where the table says', async () => {
    for (const state of selectionStates)
      for (const event of selectionEvents)
        for (const office of offices) {
          const { selection, candidates } = await preparedSelection(database, ecosystem, members())
          await execute(
            database.db,
            `update selection set state = $2, chosen = $3, reasons = 'x',
              record = case when $2 = 'closed' then '{}'::jsonb end where id = $1`,
            [selection, state, candidates.slice(1, 4)],
          )
          await declaresFree(database, [people[office].id], candidates)
          const keeps = (office === 'coordinator' || office === 'preparer') && event !== 'record'
          const may = keeps && selectionMachine.events[event].from.includes(state)
          const came = await tries(people[office], actions[event], { selection, closed: '', solved: {} })
          const wanted = may ? 'done' : keeps ? 'selection.wrong-state' : `${actions[event].name}.forbidden`
          expect(`${state} ${event} ${office}: ${came}`).toBe(`${state} ${event} ${office}: ${wanted}`)
        }
  })

  it('what is done in the room is done while it is open alone', async () => {
    const { selection, candidates } = await preparedSelection(database, ecosystem, members())
    const [candidate] = candidates
    const inRoom: [Action, object][] = [
      [forceCandidate, { candidate, way: 'in', reason: 'x' }],
      [noteCandidate, { candidate, body: 'x' }],
      [askVote, { selection, question: 'x', options: [{ name: 'a' }, { name: 'b' }] }],
      [attendSelection, { selection, person: people.city.id, what: 'came' }],
      [choosePortfolio, { selection, candidates: [], reasons: 'x' }],
    ]
    for (const state of ['preparing', 'called', 'closed']) {
      await execute(
        database.db,
        `update selection set state = $2, record = case when $2 = 'closed' then '{}'::jsonb end where id = $1`,
        [selection, state],
      )
      for (const [action, input] of inRoom)
        expect([action.name, await tries(people.coordinator, action, input)]).toEqual([
          action.name,
          'selection.wrong-state',
        ])
    }
  })
})

describe('nobody decides with a conflict', () => {
  it('each act of somebody whom the register ties to a candidate is refused, and is not of another', async () => {
    const { selection, candidates } = await opened()
    const [first, second, third] = candidates as [string, string, string]
    await as(people.coordinator)(noteCandidate, { candidate: first, body: 'Salainen huomio' })
    const { id: force } = await as(people.coordinator)<{ id: string }>(forceCandidate, {
      candidate: first,
      way: 'out',
      reason: 'Salainen syy',
    })
    const options = [
      { name: 'Ensimmäinen', candidates: [first] },
      { name: 'Kolmas', candidates: [third] },
    ]
    const { id: vote } = await as(people.coordinator)<{ id: string }>(askVote, {
      selection,
      question: 'Kumpi?',
      options,
    })
    await as(tied)(attendSelection, { selection, what: 'came' })
    const acts: [Action, object, string][] = [
      [forceCandidate, { candidate: first, way: 'in', reason: 'x' }, 'selection.aside'],
      [unforceCandidate, { force }, 'selection.aside'],
      [noteCandidate, { candidate: first, body: 'x' }, 'selection.aside'],
      [switchRule, { selection, rule: 'both', off: true }, 'selection.aside'],
      [askVote, { selection, question: 'x', options }, 'selection.aside'],
      [castBallot, { vote, option: '2' }, 'selection.aside-in-vote'],
      [choosePortfolio, { selection, candidates: [second], reasons: 'x' }, 'selection.aside-from-some'],
      [closeSelection, { selection }, 'selection.aside-from-some'],
    ]
    for (const [action, input, reason] of acts)
      expect([action.name, await tries(tied, action, input)]).toEqual([action.name, reason])
    expect(await tries(tied, forceCandidate, { candidate: second, way: 'in', reason: 'Vapaa tässä.' })).toBe(
      'done',
    )

    const seen = await room(tied, selection)
    expect(seen.aside).toEqual([first])
    expect(JSON.stringify(seen)).not.toMatch(/Salainen/)
    expect(seen.votes[0]).toMatchObject({ barred: true })
    const others = await room(people.city2, selection)
    expect(JSON.stringify(others)).toMatch(/Salainen huomio/)
    expect(others.forces.find((f) => f.candidate === first)?.reason).toBe('Salainen syy')
    expect(others.recusals).toMatchObject([
      { candidate: first, name: tied.name, found: 'computed', ground: 4 },
    ])
  })

  it('who scores in preparation is asked too, and who declares is kept out at once', async () => {
    const { selection, candidates } = await preparedSelection(database, ecosystem, members(), [organisation])
    await declaresFree(database, everybody(), candidates)
    const [candidate, free] = candidates as [string, string]
    const scored = (c: string) => ({
      selection,
      scores: [{ candidate: c, criterion: 'impact', score: '3-4' }],
    })
    expect(await tries(tied, scoreCandidates, scored(candidate))).toBe('selection.aside')
    expect(await tries(tied, editCandidate, { candidate, note: 'x' })).toBe('selection.aside')
    expect(await tries(tied, scoreCandidates, scored(free))).toBe('done')
    // The one rule is about the first two candidates.
    expect(await tries(tied, editSelection, { selection, settings: { rules: [] } })).toBe('selection.aside')
    expect(await tries(tied, editSelection, { selection, settings: { agenda: ['Avaus'] } })).toBe('done')
    expect(await tries(people.preparer, scoreCandidates, scored(free))).toBe('done')
    expect(await tries(people.preparer, stepAsideFrom, { candidate: free, words: 'Naapurini hanke' })).toBe(
      'done',
    )
    expect(await tries(people.preparer, scoreCandidates, scored(free))).toBe('selection.aside')
  })
})

describe('who may see a meeting', () => {
  it('its keepers always, its members from the call on, nobody else', async () => {
    const { selection } = await preparedSelection(database, ecosystem, members())
    const reasons = async () => ({
      coordinator: await tries(people.coordinator, readSelection, { selection }),
      member: await tries(people.city2, readSelection, { selection }),
      outsider: await tries(people.viewer, readSelection, { selection }),
      elsewhere: await tries(people.elsewhere, readSelection, { selection }),
    })
    const out = { outsider: 'selection.missing', elsewhere: 'selection.missing' }
    expect(await reasons()).toEqual({ coordinator: 'done', member: 'selection.missing', ...out })
    await as(people.coordinator)(callSelection, { selection })
    expect(await reasons()).toEqual({ coordinator: 'done', member: 'done', ...out })
    const { items } = await as(people.city2)<{ items: { id: string }[] }>(listSelections, {})
    expect(items.map((i) => i.id)).toContain(selection)
    expect((await as(people.viewer)<{ items: object[] }>(listSelections, {})).items).toEqual([])
    const mails = await database.db
      .selectFrom('mail')
      .where('body', 'like', `%${selection}%`)
      .select('recipient')
      .execute()
    expect(mails.map((m) => m.recipient).sort()).toContain(people.city.email)
    expect(mails).toHaveLength(members().length)
  })
})

describe('in the room', () => {
  it('the chair speaks for the meeting, members for themselves, an expert for nobody', async () => {
    const { selection } = await opened()
    const said = { kind: 'atLeast', a: 'impact', b: 'ready' }
    const ours = { selection, whose: 'meeting', said }
    const own = { selection, whose: 'own', said }
    expect(await tries(people.city, sayWeights, ours)).toBe('done')
    expect(await tries(people.city2, sayWeights, ours)).toBe('selection.not-yours')
    expect(await tries(people.city2, sayWeights, own)).toBe('done')
    expect(await tries(people.council, sayWeights, own)).toBe('selection.no-vote')
    expect(await tries(people.coordinator, sayWeights, own)).toBe('selection.not-seated')
    const bad = { ...said, b: 'nothing' }
    expect(await tries(people.city, sayWeights, { ...ours, said: bad })).toBe('selection.unknown-criterion')
    const seen = await room(people.city2, selection)
    expect(seen.statements).toHaveLength(1)
    expect(await tries(people.city2, unsayWeights, { statement: seen.statements[0]!.id })).toBe(
      'selection.not-yours',
    )
    expect(await tries(people.city, unsayWeights, { statement: seen.statements[0]!.id })).toBe('done')
    expect((await room(people.city2, selection)).statements).toEqual([])
    const before = seen.revision
    expect(await tries(people.city, setLimit, { selection, budget: 'eur', limit: '250000.00' })).toBe('done')
    const after = await room(people.city2, selection)
    expect(after.settings.budgets[0]!.limit).toBe('250000.00')
    expect(after.revision).toBeGreaterThan(before)
  })

  it('votes are seen when they are over; only who is there and has a vote votes', async () => {
    const { selection, candidates } = await opened()
    const options = [{ name: 'Kyllä', candidates: [candidates[1]] }, { name: 'Ei' }]
    const { id: vote } = await as(people.city)<{ id: string }>(askVote, {
      selection,
      question: 'H02?',
      options,
    })
    expect(await tries(people.city2, castBallot, { vote, option: '1' })).toBe('selection.not-present')
    for (const p of [people.city, people.city2, people.council])
      await as(p)(attendSelection, { selection, what: 'came' })
    expect(await tries(people.council, castBallot, { vote, option: '1' })).toBe('selection.no-vote')
    await as(people.city2)(castBallot, { vote, option: '1' })
    await as(people.city)(castBallot, { vote, option: '2' })
    const open = (await room(people.city, selection)).votes[0]!
    expect(open.ballots.map((b) => b.option)).toEqual([null, null])
    expect(open.mine).toBe('2')
    await as(people.city)(endVote, { vote })
    const over = (await room(people.city2, selection)).votes[0]!
    expect(Object.fromEntries(over.ballots.map((b) => [b.name, b.option]))).toEqual({
      [people.city.name]: '2',
      [people.city2.name]: '1',
    })
    expect(await tries(people.city2, castBallot, { vote, option: '2' })).toBe('selection.vote-closed')
  })
})

describe('the choice and its record', () => {
  it('keeps budgets, rules and forces exactly, and names what it breaks', async () => {
    const { selection, candidates } = await opened()
    const choose = async (...places: number[]) =>
      trying(database, stage, people.coordinator, choosePortfolio, {
        selection,
        candidates: places.map((p) => candidates[p]!),
        reasons: 'Perustelu.',
      })
    expect((await choose(1, 2, 3, 4)).reason).toBe('selection.infeasible')
    expect((await choose(0, 1)).reason).toBe('selection.infeasible')
    await as(people.coordinator)(forceCandidate, { candidate: candidates[5], way: 'in', reason: 'Sovittu.' })
    expect((await choose(1, 2, 3)).reason).toBe('selection.infeasible')
    expect((await choose(1, 2, 5)).reason).toBeUndefined()
    expect((await room(people.city, selection)).chosen).toEqual([candidates[1], candidates[2], candidates[5]])
  })

  it('is closed once, signed by who was there, and the same when it is computed again', async () => {
    const { selection, candidates } = await opened()
    expect(await tries(people.coordinator, closeSelection, { selection })).toBe('selection.no-choice')
    await as(people.city)(attendSelection, { selection, what: 'came' })
    await as(people.city)(sayWeights, {
      selection,
      whose: 'meeting',
      said: { kind: 'rank', order: ['impact', 'ready'] },
    })
    await as(people.coordinator)(choosePortfolio, {
      selection,
      candidates: candidates.slice(3, 6),
      reasons: 'Silti nämä.',
    })
    const hash = await closes(database, stage, people.coordinator, selection)
    expect(await tries(people.coordinator, closeSelection, { selection })).toBe('selection.wrong-state')
    expect(await tries(people.city, signRecord, { selection, hash: 'f'.repeat(64) })).toBe(
      'selection.wrong-hash',
    )
    expect(await tries(people.city2, signRecord, { selection, hash })).toBe('selection.not-present')
    expect(await tries(people.city, signRecord, { selection, hash })).toBe('done')
    expect(await tries(people.city, signRecord, { selection, hash })).toBe('selection.signed-already')
    type Read = { record: { chosen: object; candidates: object[] }; signatures: object[] }
    const { record, signatures } = await as(people.city2)<Read>(readRecord, { selection })
    // Others were better: the record says so, and what it costs.
    expect(record.chosen).toMatchObject({
      candidates: ['H04', 'H05', 'H06'],
      nonDominated: false,
      costs: { eur: '300000.00' },
    })
    expect(signatures).toMatchObject([{ name: people.city.name, role: 'chair', hash }])
    expect(await as(people.city2)(verifySelection, { selection })).toMatchObject({
      same: true,
      hash,
      differs: [],
    })
    await execute(
      database.db,
      `update selection set record = jsonb_set(record, '{chosen,reasons}', '"Toinen syy."') where id = $1`,
      [selection],
    )
    expect(await as(people.city2)(verifySelection, { selection })).toMatchObject({
      same: false,
      differs: ['hash'],
    })
  })
})
