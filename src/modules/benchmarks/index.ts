/**
 * Benchmarks: the regions that are most alike in structure, by variables of the official statistics that are kept here,
 * with weights, missing values and stability in sight; how they have done over time; what people make of it. A run is
 * stored whole and repeats to the last digit; newer statistics are announced and never used by themselves.
 */
export { type Asked, askedOf } from './rules.ts'
export { text as benchmarksText } from './text.ts'
