import { faultsOf, type Sheet, type SheetFault } from '../../engine/assessment/index.ts'
import { allGiven, checksOf, countedSheets, isOpened, type Judged } from './judged.ts'
import { type AssessmentEvent, assessmentMachine } from './rules.ts'

/** Why something cannot be done now; the words are in lack-text.ts. */
export type Lack =
  | { why: 'state' | 'withdrawn' | 'no-template' | 'no-failure' | 'not-all-given' | 'opened' | 'sheet-state' }
  | { why: 'unchecked' | 'failed'; criteria: readonly string[] }
  | { why: 'not-enough'; missing: number }
  | { why: 'barred'; names: readonly string[] }
  | { why: 'sheet'; faults: readonly SheetFault[] }

/** What stands in the way of an event, for what the tables hold; conflicts of interest are asked beside it. */
export function lacksFor(event: AssessmentEvent, judged: Judged): Lack[] {
  if (!assessmentMachine.events[event].from.includes(judged.state)) return [{ why: 'state' }]
  if (judged.applicationState === 'withdrawn') return [{ why: 'withdrawn' }]
  if (!judged.template) return [{ why: 'no-template' }]
  if (event === 'pass') return checkLacks(judged)
  if (event === 'fail') return failedIn(judged).length > 0 ? [] : [{ why: 'no-failure' }]
  if (event === 'all-given') return allGiven(judged) ? [] : [{ why: 'not-all-given' }]
  return []
}

const generalOf = ({ template }: Judged) => template?.general.map((c) => c.key) ?? []
const failedIn = (judged: Judged) => generalOf(judged).filter((key) => checksOf(judged)[key] === 'fail')

/** Every general criterion must have been found to hold. */
export function checkLacks(judged: Judged): Lack[] {
  const checks = checksOf(judged)
  const failed = failedIn(judged)
  const unchecked = generalOf(judged).filter((key) => !checks[key])
  return [
    ...(failed.length > 0 ? [{ why: 'failed' as const, criteria: failed }] : []),
    ...(unchecked.length > 0 ? [{ why: 'unchecked' as const, criteria: unchecked }] : []),
  ]
}

/**
 * What stands in the way of settling: each general criterion passed, enough sheets given, none of them by somebody who
 * is not free of conflicts, and a joint sheet that is whole.
 */
export function settleLacks(judged: Judged, joint: Sheet, notFree: ReadonlySet<string>): Lack[] {
  const first = lacksFor('settle', judged)
  if (first.length > 0 || !judged.template) return first
  const sheets = countedSheets(judged)
  const missing = judged.call.assessorsEach - sheets.filter((s) => s.state === 'given').length
  const barred = sheets.filter((s) => notFree.has(s.person)).map((s) => s.name)
  const faults = faultsOf(judged.template, joint)
  return [
    ...checkLacks(judged),
    ...(missing > 0 ? [{ why: 'not-enough' as const, missing }] : []),
    ...(barred.length > 0 ? [{ why: 'barred' as const, names: barred }] : []),
    ...(faults.length > 0 ? [{ why: 'sheet' as const, faults }] : []),
  ]
}

/** A sheet is taken from somebody only before its scores could be seen: nobody is dropped for what they gave. */
export const releaseLacks = (judged: Judged): Lack[] => (isOpened(judged) ? [{ why: 'opened' }] : [])

/** Scores are given while the application is scored, and by nobody else's leave. */
export function giveLacks(judged: Judged, sheet: Sheet): Lack[] {
  if (judged.state !== 'scoring') return [{ why: 'state' }]
  if (judged.applicationState === 'withdrawn') return [{ why: 'withdrawn' }]
  if (!judged.template) return [{ why: 'no-template' }]
  const faults = faultsOf(judged.template, sheet)
  return faults.length > 0 ? [{ why: 'sheet', faults }] : []
}
