/**
 * Criteria and scores: a template of criteria as data, one person's sheet and what it still lacks, how far the sheets
 * of several lie apart, and what follows: failed, below a threshold, passed. Points are exact hundredths; nothing here
 * knows who scored, so nothing here can be swayed by it.
 */
export {
  changeTemplate,
  emptyTemplate,
  missingLanguages,
  type TemplateChange,
  type TemplateDifference,
  templateDifferences,
} from './change.ts'
export {
  type Checks,
  type Outcome,
  outcomeOf,
  type Points,
  pointsOf,
  pointsText,
  reaches,
  type Shortfall,
} from './outcome.ts'
export { type Progress, progressOf, type ThresholdState } from './progress.ts'
export { readTemplate, type TemplateFault, type TemplateFaultCode } from './reading.ts'
export { faultsOf, needsReason, type Scored, type Sheet, type SheetFault } from './sheet.ts'
export { type Spread, spreadsOf } from './spread.ts'
export {
  type CriterionGroup,
  criterionGroups,
  type GeneralCriterion,
  type Scale,
  type ScoredCriterion,
  type Template,
  type Thresholds,
  usualScales,
} from './template.ts'
