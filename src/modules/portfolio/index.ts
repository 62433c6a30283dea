/**
 * The portfolio of an ecosystem: which projects, applications and ideas belong together, where each stands on the
 * frame by whose judgement, and the views that show gaps, bad timing and balance. The views are pure: they draw any
 * set of entries, so that others can show what they would choose. A portfolio never changes a project; what people
 * judge of it is dated and signed.
 */
export { type BalanceGroup, type BalanceKey, balanceKeys, balanceOf } from './balance.ts'
export { BalanceView, type BalanceViewProps } from './balance-view.tsx'
export { type Axis, basisPoints, codesOn, type Entry, frameValue, type Tally, tallyOf } from './entry.ts'
export { readIdea } from './idea-read.ts'
export { type MatrixGroup, matrixOf, type PortfolioMatrix, standingOf, type Target } from './matrix.ts'
export { MatrixView, type MatrixViewProps, ValueTable, type ValueTableProps } from './matrix-view.tsx'
export { axesOf, firstAxes } from './rules.ts'
export {
  type BadTiming,
  badTimings,
  type Feed,
  type HalfYear,
  halfYearOf,
  halfYearsBetween,
  halfYearsOf,
  type PortfolioTimeline,
  timelineOf,
} from './timeline.ts'
export {
  CoverageView,
  type CoverageViewProps,
  TimelineView,
  type TimelineViewProps,
} from './timeline-view.tsx'
