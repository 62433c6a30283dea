import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage, type Offices, officesOf } from '../../../test/decision-offices.ts'
import { actingAs, type TestPerson } from '../../../test/people.ts'
import { beginsClosing, closes, declaresFree, preparedSelection } from '../../../test/selection.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { actorOf } from '../people/index.ts'
import { attendSelection } from './attendance-actions.ts'
import { choosePortfolio } from './choice-actions.ts'
import { giveUpRecord } from './closing-actions.ts'
import { declareSelection } from './declare-actions.ts'
import { callSelection, openSelection } from './prepare-actions.ts'
import { readSelection } from './reading.ts'
import { signRecord } from './record-actions.ts'
import type { Room } from './room.ts'
import { selectionsOfMine, selectionsToRun } from './turns.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let ecosystem = ''
let selection = ''
let candidates: string[] = []

beforeAll(async () => {
  database = await freshDatabase()
  stage = {
    ...decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-turns-'))),
    now: new Date('2026-11-20T10:00:00Z'),
  }
  const made = await officesOf(database)
  people = made.people
  ecosystem = made.call.ecosystem
  ;({ selection, candidates } = await preparedSelection(database, ecosystem, [
    [people.city.id, 'chair'],
    [people.city2.id, 'member'],
    [people.council.id, 'expert'],
  ]))
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
/** Where a person's turns lead, without the meeting's own address, by what each says. */
async function turns(person: TestPerson, now = stage.now) {
  const actor = await actorOf(database.db, person.session, now)
  const asked = { db: database.db, actor, now }
  const found = [...(await selectionsOfMine.find(asked)), ...(await selectionsToRun.find(asked))]
  for (const { what } of found)
    for (const words of Object.values(what)) expect(words).toContain('Testin valinta')
  return found.map(({ what, path, due }) => [
    what.en.replace(/ ?Testin valinta/, ''),
    path.replace(`/selections/${selection}`, ''),
    ...(due ? [due] : []),
  ])
}

const day = '2026-11-21'
const declare = ['Declare on conflicts of interest: selection meeting', '/declaration']
const inSession = ['The selection meeting is in session', '/room']
const sign = ['Sign the record of the selection meeting', '/record']

it('before the call only who keeps the meeting is reminded, a week ahead', async () => {
  expect(await turns(people.city)).toEqual([])
  expect(await turns(people.coordinator)).toEqual([[expect.stringMatching(/^Call the members/), '', day]])
  expect(await turns(people.preparer)).toHaveLength(1)
  expect(await turns(people.coordinator, new Date('2026-11-10T10:00:00Z'))).toEqual([])
  for (const person of [people.elsewhere, people.viewer, people.assessor])
    expect(await turns(person)).toEqual([])
})

it('a member who is called declares first; then they are to read the candidates', async () => {
  await as(people.coordinator)(callSelection, { selection })
  for (const person of [people.city, people.city2, people.council])
    expect(await turns(person)).toEqual([[...declare, day]])
  expect(await turns(people.coordinator)).toEqual([])
  await as(people.city)(declareSelection, { selection })
  expect(await turns(people.city)).toEqual([[expect.stringMatching(/read the candidates$/), '', day]])
  expect(await turns(people.city2)).toEqual([[...declare, day]])
  // One who steps aside has declared too.
  await as(people.council)(declareSelection, { selection, conflicts: candidates, words: 'Oma työ' })
  expect(await turns(people.council)).toEqual([[expect.stringMatching(/read the candidates$/), '', day]])
})

it('on its day it is opened, and who has not declared is told of both', async () => {
  stage = { ...stage, now: new Date('2026-11-21T10:00:00Z') }
  expect(await turns(people.coordinator)).toEqual([[expect.stringMatching(/^Open the/), '', day]])
  await as(people.coordinator)(openSelection, { selection })
  expect(await turns(people.city)).toEqual([inSession])
  expect(await turns(people.city2)).toEqual([declare, inSession])
  expect(await turns(people.coordinator)).toEqual([])
  // What a member has yet to say of one new tie is a turn again.
  await execute(database.db, 'delete from selection_declaration where person_id = $1 and candidate_id = $2', [
    people.city.id,
    candidates[0],
  ])
  expect(await turns(people.city)).toEqual([declare, inSession])
  await as(people.city)(declareSelection, { selection })
  await as(people.city2)(declareSelection, { selection })
  expect(await turns(people.city2)).toEqual([inSession])
})

it('a meeting left open is to be closed, and one whose record failed is told as such', async () => {
  const later = new Date('2026-11-22T10:00:00Z')
  expect(await turns(people.coordinator, later)).toEqual([[expect.stringMatching(/^Close the/), '']])
  await declaresFree(database, [people.coordinator.id], candidates)
  await as(people.coordinator)(choosePortfolio, {
    selection,
    candidates: candidates.slice(1, 4),
    reasons: 'Syy.',
  })
  await beginsClosing(database, people.coordinator, selection, stage.now)
  expect(await turns(people.city)).toEqual([])
  const system = { ...stage, actor: { kind: 'system', name: 'x' } as const }
  await perform(giveUpRecord, system, { selection, closed: stage.now.toISOString(), why: 'size' })
  expect(await turns(people.coordinator)).toEqual([[expect.stringMatching(/could not be computed/), '']])
  expect(await turns(people.city)).toEqual([inSession])
})

it('who was there signs; who was not, and an expert, have nothing to do', async () => {
  for (const person of [people.city, people.council])
    await as(person)(attendSelection, { selection, what: 'came' })
  await closes(database, stage, people.coordinator, selection)
  expect(await turns(people.city)).toEqual([sign])
  expect(await turns(people.city2)).toEqual([])
  expect(await turns(people.council)).toEqual([])
  expect(await turns(people.coordinator)).toEqual([])
  const { recordHash } = await as(people.city)<Room>(readSelection, { selection })
  await as(people.city)(signRecord, { selection, hash: recordHash })
  expect(await turns(people.city)).toEqual([])
})
