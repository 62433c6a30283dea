/**
 * Indicators: what an ecosystem measures (common ones of the ERDF and its own, by versions), its targets, and figures
 * that come from approved reports alone, with the list behind each number. An enterprise counts once over all projects,
 * by business id (`engine/indicators`). Figures are made in the transaction that approves what they are made of and
 * read from a summary table. `figuresOf` gives them with light, source and date to any picture; `recordValues` is how
 * an approved report becomes figures; `promisedIn` and `meantBy` tell what a project promised in its application.
 */
export type { Indicator } from './definition.ts'
export { indicatorsOf } from './definition-queries.ts'
export { figureOf, figuresOf, type IndicatorFigure } from './figures-of.ts'
export { defineIndicator, setTarget, useIndicators } from './keep-actions.ts'
export { formatExactDecimal } from './numbers.ts'
export { pathOf as indicatorPath } from './paths.ts'
export { type ProjectFigure, projectFigures } from './project-figures.ts'
export { listIndicators } from './read-actions.ts'
export { type Approval, type NamedEnterprise, recordValues, type SaidValue } from './recording.ts'
export { ruleWords } from './rule-words.ts'
export { decimalTyped, meantBy } from './rules.ts'
export { type Promised, promisedIn } from './target-queries.ts'
export { registryOf, type ValueRow, valuesOf } from './value-queries.ts'
