import type { Action } from '../src/kernel/action.ts'
import type { Stage } from '../src/kernel/context.ts'
import { execute } from '../src/kernel/db.ts'
import { createFiles } from '../src/kernel/file.ts'
import { createLog } from '../src/kernel/log.ts'
import { Refusal } from '../src/kernel/refusal.ts'
import type { TestDatabase } from './database.ts'
import { callInAssessment, type DecidedCall, declares } from './decided-call.ts'
import { actingAs, somebody, type TestPerson } from './people.ts'

/** Everybody on the road of a decision, each in one office; `city2` and `council2` may stand in. */
export type Offices = Record<
  | 'coordinator'
  | 'preparer'
  | 'assessor'
  | 'city'
  | 'city2'
  | 'council'
  | 'council2'
  | 'applicant'
  | 'viewer'
  | 'elsewhere',
  TestPerson
>

export const decidingAt = new Date('2026-11-21T09:00:00Z')

export async function officesOf(database: TestDatabase, code = 'testi-2027-1') {
  const call: DecidedCall = await callInAssessment(database, undefined, code)
  const here = call.ecosystem
  const other = (await callInAssessment(database, undefined, `${code}-muu`)).ecosystem
  const people: Offices = {
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', here]]),
    preparer: await somebody(database, 'Veera Valmistelija', [['preparer', here]]),
    assessor: await somebody(database, 'Arto Arvioija', [['assessor', here]]),
    city: await somebody(database, 'Kirsi Kaupunki', [['city-decider', here]]),
    city2: await somebody(database, 'Kalle Kaupunki', [['city-decider', here]]),
    council: await somebody(database, 'Liisa Liitto', [['council-officer', here]]),
    council2: await somebody(database, 'Lauri Liitto', [['council-officer', here]]),
    applicant: await somebody(database, 'Hanna Hakija', [['project-manager', here]]),
    viewer: await somebody(database, 'Lassi Lukija', [['viewer', here]]),
    elsewhere: await somebody(database, 'Eero Etäinen', [
      ['city-decider', other],
      ['council-officer', other],
      ['preparer', other],
    ]),
  }
  return { call, people }
}

export const decidingStage = (database: TestDatabase, folder: string): Stage =>
  ({
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now: decidingAt,
    language: 'fi',
    subjects: new Map(),
    turns: [],
    permissions: [],
    files: createFiles(folder),
    log: createLog('silent'),
    baseUrl: 'https://x.example',
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  }) as unknown as Stage

/** What came of an action: its answer, or the reason of the refusal. */
export async function trying(
  database: TestDatabase,
  stage: Stage,
  person: TestPerson,
  action: Action,
  input: object,
): Promise<{ reason: string } | { reason?: undefined; answer: unknown }> {
  try {
    return { answer: await actingAs(database, stage, person)(action, input) }
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason }
    throw error
  }
}

/** All deciders have said that they are free there. */
export async function allDeclareFree(database: TestDatabase, people: Offices, application: string) {
  const { coordinator, preparer, city, city2, council, council2 } = people
  for (const person of [coordinator, preparer, city, city2, council, council2])
    await declares(database, person, application)
}

/** Puts a decision into a state by hand, as if it had come there. */
export const putInState = (database: TestDatabase, decision: string, state: string) =>
  execute(database.db, 'update decision set state = $2 where id = $1', [decision, state])
