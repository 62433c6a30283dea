import type { Day } from '../../kernel/time.ts'
import type { ProblemCode } from './problem.ts'

/**
 * Days a project's dates may lie between. The European Regional Development Fund began in 1975 (Reg. (EEC) 724/75);
 * no programme reaches as far as the end of this range.
 */
export const dayRange = { first: '1975-01-01', last: '2060-12-31' } as const

export const isPlausibleDay = (day: Day): boolean => day >= dayRange.first && day <= dayRange.last

export const endsBeforeStart = (start: Day | undefined, end: Day | undefined): boolean =>
  start !== undefined && end !== undefined && end < start

/** A name must have letters; "157500" in a name column has slipped from another. */
export const isNameLike = (text: string): boolean => /\p{L}/u.test(text)

export type ImportState =
  | 'received'
  | 'staging'
  | 'staged'
  | 'applying'
  | 'applied'
  | 'withdrawing'
  | 'withdrawn'
  | 'failed'

/** Which state may follow which. A failed or staged import may be staged again under another mapping. */
const transitions: Readonly<Record<ImportState, readonly ImportState[]>> = {
  received: ['staging', 'failed'],
  staging: ['staging', 'staged', 'failed'],
  staged: ['staging', 'applying'],
  applying: ['applied', 'staged', 'failed'],
  applied: ['withdrawing'],
  withdrawing: ['withdrawn', 'applied'],
  withdrawn: ['staging'],
  failed: ['staging'],
}

export const importStates = Object.keys(transitions) as ImportState[]
export const canBecome = (from: ImportState, to: ImportState): boolean => transitions[from].includes(to)

type Dated = { start?: Day; end?: Day }

/** What is wrong with a project's dates taken together, as (code, which date). */
export function dateFaults({ start, end }: Dated): { code: ProblemCode; of: 'start' | 'end' }[] {
  const faults: { code: ProblemCode; of: 'start' | 'end' }[] = []
  if (start !== undefined && !isPlausibleDay(start)) faults.push({ code: 'date-out-of-range', of: 'start' })
  if (end !== undefined && !isPlausibleDay(end)) faults.push({ code: 'date-out-of-range', of: 'end' })
  if (faults.length === 0 && endsBeforeStart(start, end)) faults.push({ code: 'end-before-start', of: 'end' })
  return faults
}
