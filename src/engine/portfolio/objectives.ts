import type { Fault } from './fault.ts'
import type { Problem } from './problem.ts'
import { divisorOf, multipleOf, type Rational, rational, sizeOf, unitsOf } from './rational.ts'

/** What the items are worth at one vector of weights, in whole units: projects in their order, then synergies. */
export type Objective = {
  readonly low: Float64Array
  readonly high: Float64Array
  /** What one unit is worth: value = units * unit. */
  readonly unit: Rational
}

/**
 * Sums of values stay below this in size: doubles are exact to 2^53, and what is between leaves room to compare a
 * lowest with a highest value, and both in halves of a unit.
 */
const mostSum = 2n ** 51n

/** The objective at each vector of weights, in the coarsest units that are exact; a fault where sums get too large. */
export function objectivesAt(
  problem: Problem,
  points: readonly (readonly Rational[])[],
): { objectives: readonly Objective[] } | { faults: readonly Fault[] } {
  const rows = [
    ...problem.projects.map(({ scores }) => scores),
    ...problem.synergies.map(({ scores }) => scores.map((score) => ({ low: score, high: score }))),
  ]
  const scale = multipleOf(rows.flatMap((row) => row.flatMap(({ low, high }) => [low.d, high.d])))
  const lows = rows.map((row) => row.map(({ low }) => unitsOf(low, scale)))
  const highs = rows.map((row) => row.map(({ high }) => unitsOf(high, scale)))
  const objectives: Objective[] = []
  for (const point of points) {
    const share = multipleOf(point.map(({ d }) => d))
    const weights = point.map((weight) => unitsOf(weight, share))
    const worthOf = (scores: readonly bigint[]) => scores.reduce((sum, s, c) => sum + s * weights[c]!, 0n)
    const [low, high] = [lows.map(worthOf), highs.map(worthOf)]
    let divisor = 0n
    for (const value of [...low, ...high]) divisor = divisorOf(divisor, value)
    if (divisor === 0n) divisor = 1n
    let sum = 0n
    for (const [i, value] of low.entries()) {
      const other = sizeOf(high[i]!)
      sum += other
      if (sizeOf(value) > other) sum += sizeOf(value) - other
    }
    if (sum / divisor >= mostSum) return { faults: [tooLarge('weights', sum / divisor, mostSum)] }
    const units = (values: readonly bigint[]) => Float64Array.from(values, (value) => Number(value / divisor))
    objectives.push({ low: units(low), high: units(high), unit: rational(divisor, scale * share) })
  }
  return { objectives }
}

/** A sum that doubles would not hold, with the digits by which it is too long. */
export const tooLarge = (path: string, sum: bigint, most: bigint): Fault => ({
  code: 'sums-too-large',
  path,
  values: { digits: Math.max(1, String(sum).length - String(most).length + 1) },
})

/** Items of a portfolio as marks: its projects, then the synergies whose condition it meets. */
export function itemsOf(problem: Problem, portfolio: readonly number[]): Uint8Array {
  const { projects, synergies } = problem
  const items = new Uint8Array(projects.length + synergies.length)
  for (const project of portfolio) items[project] = 1
  for (const [s, synergy] of synergies.entries()) {
    let taken = 0
    for (const project of synergy.projects) taken += items[project]!
    if (taken >= synergy.atLeast) items[projects.length + s] = 1
  }
  return items
}
