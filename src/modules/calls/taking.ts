import type { Call, Step } from './call.ts'
import type { CallSettings } from './settings.ts'

type Stepped = { settings: Pick<CallSettings, 'twoSteps'> }
type Timed = Pick<Call, 'state' | 'opensAt' | 'closesAt' | 'fullClosesAt'> & Stepped

/** The steps of a call in their order. */
export const stepsOf = ({ settings }: Stepped): readonly Step[] =>
  settings.twoSteps ? ['idea', 'full'] : ['full']

/** When the applications of a step are taken: from the first instant on, and before the second. */
export function spanOf(call: Timed, step: Step): { from: Date | null; until: Date | null } {
  if (!call.settings.twoSteps) return { from: call.opensAt, until: call.closesAt }
  return step === 'idea'
    ? { from: call.opensAt, until: call.closesAt }
    : { from: call.closesAt, until: call.fullClosesAt }
}

/**
 * Whether a call takes the applications of a step. `now`: yes. `late`: the deadline is over, but the office may still
 * take what was begun in time. `not-yet`, `no`: nothing is taken.
 */
export type Taking = { state: 'not-yet' | 'now' | 'late' | 'no'; from: Date | null; until: Date | null }

/**
 * The deadline is judged by the time when an application came, never by whether the clock's job has already closed the
 * call: one that comes before the deadline is in time, one that comes at it or after is late.
 */
export function takes(call: Timed, step: Step, now: Date): Taking {
  const { from, until } = spanOf(call, step)
  return { state: stateOf(call, step, { from, until }, now), from, until }
}

function stateOf(call: Timed, step: Step, span: { from: Date | null; until: Date | null }, now: Date) {
  if (!stepsOf(call).includes(step)) return 'no'
  if (call.state === 'planned') return 'not-yet'
  if (call.state === 'decided' || call.state === 'archived' || !span.from || !span.until) return 'no'
  if (now < span.from) return 'not-yet'
  if (now >= span.until) return 'late'
  return call.state === 'open' || call.state === 'closed' ? 'now' : 'no'
}

/** When the last of a call's applications are taken. */
export const lastDeadline = (call: Timed): Date | null =>
  call.settings.twoSteps ? call.fullClosesAt : call.closesAt

/** The deadline that comes next, with the step that it ends; undefined when all are over. */
export function nextDeadline(call: Timed, now: Date): { step: Step; at: Date } | undefined {
  for (const step of stepsOf(call)) {
    const { until } = spanOf(call, step)
    if (until && until > now) return { step, at: until }
  }
  return undefined
}
