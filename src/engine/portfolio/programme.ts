/** One rule that every portfolio keeps: the sum of the coefficients of what it takes is at most the bound. */
export type Row = {
  /** One whole number an item; may be negative. */
  readonly coefficients: Float64Array
  readonly bound: number
  /** The statements of the problem that the row says, by their paths (`budgets.0`, `rules.3`, `synergies.1`). */
  readonly says: readonly string[]
}

/**
 * A selection in the form that is solved: take or leave each item, keep every row, and let no other choice be better
 * at every objective. Items are the projects in the problem's order, then one for each synergy (taken exactly when
 * its condition holds: rows see to that). Objectives are the extreme points of the weight set, each scaled to whole
 * numbers by itself (a scale changes no dominance). All numbers are integers, and every sum of them that can occur
 * stays below 2^53 in size, so that doubles hold them exactly.
 */
export type Programme = {
  readonly items: number
  readonly objectives: number
  /** Value of item i at objective k with its lowest scores, at [i * objectives + k]. */
  readonly low: Float64Array
  /** The same with its highest scores; the same array where every score is a number. */
  readonly high: Float64Array
  readonly rows: readonly Row[]
}
