/**
 * Which regions or ecosystems are alike in structure, and where a series is going. `benchmark` standardises variables
 * (z-scores), weighs them, measures Euclidean distances over what two units both have, names the nearest and says how
 * many of them stay when the weights vary (after JRC and Orkestra, JRC89819). `derivedOf` makes a
 * variable of two, exactly. `trendOf` lays a line through a series with
 * its prediction interval, `paceTo` says what a target takes; `quartilesOf` gives the middle half of a set of values. All of it is repeatable to the last digit.
 */
export { type BenchmarkResult, benchmark, benchmarkEngine, distancesOf, type Peer } from './benchmark.ts'
export { type Derived, derivedDigits, derivedOf } from './derive.ts'
export { type Quartiles, quartilesOf } from './quartiles.ts'
export type { Question, QuestionFault, Unit, Variable } from './question.ts'
export type { Spread } from './standardise.ts'
export { coverage, leastYears, type Pace, paceTo, type Trend, trendOf, type YearValue } from './trend.ts'
