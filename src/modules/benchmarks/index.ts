/**
 * Benchmarks: the regions that are most alike in structure, by variables of the official statistics that are kept here,
 * with weights, missing values and stability in sight; how they have done over time; what people make of it. A run is
 * stored whole and repeats to the last digit; newer statistics are announced and never used by themselves. Also here: the
 * goal of the Act on R&D funding, 4 % of GDP by 2030, and what it means in a region.
 */
export { goal, researchGoal } from './goal.ts'
export { type Asked, askedOf } from './rules.ts'
export { text as benchmarksText } from './text.ts'
