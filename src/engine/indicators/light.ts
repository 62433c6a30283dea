import { compare, divide, type Exact, fraction, multiply, subtract, whole, zero } from './exact.ts'

/** How far the realised share of the way may fall behind the share of time gone, before a light changes. */
export type LightRule = {
  /** Green while the share of the way is at least this part of the share of time. */
  green: Exact
  /** Amber while it is at least this; below it red. */
  amber: Exact
}

/** The rule that holds where an ecosystem has not set its own. */
export const usualLight: LightRule = { green: fraction(9n, 10n), amber: fraction(6n, 10n) }

export type Goal = {
  baseline: Exact
  target: Exact
  /** The day from which and the day by which. */
  from: string
  by: string
}

/**
 * `met`: the target has been reached. `none`: there is nothing to compare (no target, no value, or no way between the
 * baseline and the target). `early`: no time has gone. Green, amber and red are by the rule.
 */
export type Light = 'met' | 'green' | 'amber' | 'red' | 'early' | 'none'

export type Progress = {
  light: Light
  /** The part of the way from the baseline to the target that is done; above one where it was passed. */
  done?: Exact
  /** The part of the time that has gone, between zero and one. */
  gone?: Exact
}

const dayNumber = (day: string): bigint => BigInt(Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000))

/** The part of the time between two days that has gone, both ends included. */
export function timeGone(from: string, by: string, today: string): Exact {
  const [first, last, now] = [dayNumber(from), dayNumber(by), dayNumber(today)]
  if (now >= last) return whole(1)
  return now <= first ? zero : fraction(now - first, last - first)
}

/** Where a figure stands on its way, and which light that is. A target below the baseline is a way downwards. */
export function progressOf(
  realised: Exact | undefined,
  goal: Goal | undefined,
  today: string,
  rule: LightRule = usualLight,
): Progress {
  if (!goal) return { light: 'none' }
  const gone = timeGone(goal.from, goal.by, today)
  const done = realised && divide(subtract(realised, goal.baseline), subtract(goal.target, goal.baseline))
  if (!done) return { light: 'none', gone }
  return { light: lightOf(done, gone, rule), done, gone }
}

function lightOf(done: Exact, gone: Exact, rule: LightRule): Light {
  if (compare(done, whole(1)) >= 0) return 'met'
  if (compare(gone, zero) === 0) return 'early'
  if (compare(done, multiply(rule.green, gone)) >= 0) return 'green'
  return compare(done, multiply(rule.amber, gone)) >= 0 ? 'amber' : 'red'
}
