/**
 * Indicators: what is measured and how values of many projects become one figure, exact and without floating point.
 * An enterprise counts once over all projects by its business id, with the list behind the number; a later value of
 * the same place replaces an earlier one and both are kept; a traffic light is a rule that can be read: the part of
 * the way to the target that is done, against the part of the time that has gone. Pure: no I/O and no clock, days come
 * as "2026-12-31".
 *
 *   standing -> aggregate | countOnce -> breakDown      progressOf
 */
export { aggregate } from './aggregate.ts'
export {
  type Aggregation,
  aggregations,
  type Definition,
  type Disaggregation,
  disaggregations,
} from './definition.ts'
export { decimalFromExact, type Exact, exactFromDecimal, fraction, whole } from './exact.ts'
export { type Goal, type Light, type LightRule, type Progress, progressOf, usualLight } from './light.ts'
export {
  breakDown,
  type Counted,
  countOnce,
  countsByProject,
  type Support,
  type Traits,
  type UniqueCount,
} from './unique.ts'
export { type Period, standing, type Value } from './value.ts'
