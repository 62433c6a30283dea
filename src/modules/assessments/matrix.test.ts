import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessingStage, callInAssessment, day, declares } from '../../../test/assessed.ts'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Action } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { offices } from '../people/index.ts'
import { assign, release } from './assign-actions.ts'
import { beginCheck, fail, pass, recheck, scoreAgain, unsettleJoint } from './check-actions.ts'
import {
  type AssessmentEvent,
  assessmentMachine,
  assessmentStates,
  type SheetEvent,
  type SheetState,
  sheetMachine,
  sheetStates,
} from './rules.ts'
import { giveSheet, openSheet, settle, takeBack } from './sheet-actions.ts'

// Every cell of the two state tables: from each state, each event that somebody causes, by the holder of each office.

const byHand = {
  'begin-check': beginCheck,
  pass,
  fail,
  recheck,
  'score-again': scoreAgain,
  settle,
  unsettle: unsettleJoint,
} as unknown as Partial<Record<AssessmentEvent, Action>>
const onSheet = {
  'declare-free': openSheet,
  give: giveSheet,
  'take-back': takeBack,
  release,
} as unknown as Partial<Record<SheetEvent, Action>>

const sheet = { need: { score: 3, reason: 'x' }, equal: { score: 2, reason: 'x' } }
let database: TestDatabase
let stage: Stage
let application: string
let call: string
let ecosystem: string
const people = new Map<string, TestPerson>()
let second: TestPerson

beforeAll(async () => {
  database = await freshDatabase()
  stage = assessingStage(database)
  const made = await callInAssessment(database)
  application = made.applications[0]!
  call = made.call.id
  ecosystem = made.ecosystem
  for (const office of offices) {
    const person = await somebody(database, `Haltija ${office}`, [[office, ecosystem]])
    people.set(office, person)
    await declares(database, person, application)
  }
  second = await somebody(database, 'Toinen Arvioija', [['assessor', ecosystem]])
  await declares(database, second, application)
})
afterAll(() => database.drop())

/** The assessment in a state, with two sheets of a state each, and the general criterion found so. */
async function placed(state: string, own: SheetState, result: 'pass' | 'fail') {
  const { db } = database
  await db.deleteFrom('assessment').where('application_id', '=', application).execute()
  await db
    .insertInto('assessment')
    .values({
      application_id: application,
      call_id: call,
      ecosystem_id: ecosystem,
      state: state as 'waiting',
      version: 1,
      updated_at: day,
    })
    .execute()
  await db
    .insertInto('eligibility_check')
    .values({
      id: newId(day.getTime()),
      application_id: application,
      criterion: 'objective',
      version: 1,
      result,
      ground: 'x',
      // Found by somebody who does not act here: who checks is bound by it.
      person_id: people.get('viewer')!.id,
      by_whom: 'Tarkastaja',
      at: day,
    })
    .execute()
  const scores = JSON.stringify(sheet)
  for (const [person, of] of [
    [people.get('assessor')!, own],
    [second, 'given'],
  ] as const)
    await db
      .insertInto('assessment_sheet')
      .values({
        id: newId(day.getTime()),
        application_id: application,
        person_id: person.id,
        state: of,
        version: 1,
        scores,
        assigned_at: day,
      })
      .execute()
}

async function happens(office: string, action: Action): Promise<boolean> {
  const raw = {
    people: [second.id],
    application,
    reason: 'Syy',
    scores: sheet,
    summary: 'Yhteenveto',
    person: people.get('assessor')!.id,
  }
  try {
    await actingAs(database, stage, people.get(office)!)(action, raw)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
}

describe.each(assessmentStates)('an assessment that is %s', (state) => {
  it.each(Object.keys(byHand) as AssessmentEvent[])('%s', { timeout: 60_000 }, async (event) => {
    const { from, by } = assessmentMachine.events[event]
    for (const office of offices) {
      await placed(state, 'given', event === 'fail' ? 'fail' : 'pass')
      const expected = from.includes(state) && by.includes(office)
      expect([office, await happens(office, byHand[event]!)]).toEqual([office, expected])
    }
  })
})

describe.each(sheetStates)('a sheet that is %s', (state) => {
  it.each(Object.keys(onSheet) as SheetEvent[])('%s', { timeout: 60_000 }, async (event) => {
    const { from, by } = sheetMachine.events[event]
    for (const office of offices) {
      await placed('scoring', state, 'pass')
      const expected = from.includes(state) && by.includes(office)
      expect([office, await happens(office, onSheet[event]!)]).toEqual([office, expected])
    }
  })
})

// Who assesses is settled by the office that prepares, until the scores are open.
describe.each(assessmentStates)('who assesses what is %s', (state) => {
  it.each(['assign', 'release'] as const)('%s', { timeout: 60_000 }, async (deed) => {
    const closed = state !== 'discussing' && state !== 'settled'
    for (const office of offices) {
      await placed(state, 'open', 'pass')
      if (deed === 'assign')
        await database.db.deleteFrom('assessment_sheet').where('person_id', '=', second.id).execute()
      const expected = closed && (office === 'coordinator' || office === 'preparer')
      const action = deed === 'assign' ? (assign as unknown as Action) : (release as unknown as Action)
      expect([office, await happens(office, action)]).toEqual([office, expected])
    }
  })
})
