import { type Literal, left, taken } from './literal.ts'

/** A bound on a row; where a guard is given, it counts only while that holds. */
export type Bounded = { readonly bound: number; readonly guard?: Literal }

/** Sizes that are added up as their literals come to hold, and the bounds on their sum. */
export type Tally = {
  /** The widest first. */
  readonly literals: Int32Array
  readonly sizes: Float64Array
  /** Rising, each while its guard holds; a guard of -1 always does. */
  readonly bounds: Float64Array
  readonly guards: Int32Array
  used: number
}

/** The sum of coefficients of what is taken, from nothing up, beside its bounds. */
export function tallyOf(coefficients: ArrayLike<number>, bounds: readonly Bounded[]): Tally {
  const variables = Array.from({ length: coefficients.length }, (_, v) => v).filter(
    (v) => coefficients[v] !== 0,
  )
  const sizeOf = (v: number) => Math.abs(coefficients[v]!)
  variables.sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
  // A variable with a negative coefficient is counted while it is left.
  const below = variables.reduce((sum, v) => sum + Math.max(0, -coefficients[v]!), 0)
  const rising = [...bounds].sort((a, b) => a.bound - b.bound)
  return {
    literals: Int32Array.from(variables, (v) => (coefficients[v]! > 0 ? taken(v) : left(v))),
    sizes: Float64Array.from(variables, sizeOf),
    bounds: Float64Array.from(rising, ({ bound }) => bound + below),
    guards: Int32Array.from(rising, ({ guard }) => guard ?? -1),
    used: 0,
  }
}
