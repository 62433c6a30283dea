/**
 * Who is missing from a consortium, and whom to ask next. A call says what it demands (`readCall`); what each candidate
 * shows or states is read off its facts (`readEvidence`); the cover matrix says which demand is met by whom, with the
 * facts (`matrixOf`). `nextPartners` ranks everybody who could be asked beside those who are in, each with reasons
 * whose points add up to its score. `quickConsortium` puts together a small consortium at once; `bestConsortia` proves
 * the best ones by integer programs that are handed in (`CoverPrograms`; weighted set multicover: Vazirani,
 * Approximation Algorithms, 2001, chapter 13), or says which demands and limits contradict each other. `openingsReader`
 * looks the other way: which calls look for what one actor has. Everything is told in sentences of three languages
 * (`coverWords`). Pure: plain data in and out; points, counts and cents are whole, so that sums are exact.
 *
 *   readCall -> readEvidence -> matrixOf, nextPartners, quickConsortium -> bestConsortia
 */
import type { CoverWords } from './words.ts'
import { english } from './words-en.ts'
import { finnish } from './words-fi.ts'
import { swedish } from './words-sv.ts'

export {
  type Candidate,
  type DayNumber,
  type Fact,
  type FactKind,
  factKinds,
  type Readiness,
  type Tie,
} from './candidate.ts'
export {
  bestConsortia,
  bestConsortium,
  type Consortium,
  type ConsortiumAnswer,
} from './consortium.ts'
export type { CoverAnswer, CoverProgram, CoverPrograms, CoverRow } from './cover-programs.ts'
export {
  type Asks,
  askedSizes,
  type Call,
  type Counted,
  counted,
  type Demand,
  type Enough,
  type Exclusion,
  enough,
  type Limits,
  type PartRole,
  partRoles,
  type Size,
  sizes,
} from './demand.ts'
export { type Difference, differenceBetween } from './difference.ts'
export {
  type Cell,
  cellOf,
  type Evidence,
  evidenceReader,
  onlyTelling,
  readEvidence,
  type Shown,
} from './evidence.ts'
export { type Fault, type FaultCode, faultCodes } from './fault.ts'
export { type Filled, type Fit, type Opening, openingsReader } from './fit.ts'
export { type Column, type Matrix, matrixOf, type Row, type RowState, rowStates } from './matrix.ts'
export { type Ties, tiesBetween } from './nearness.ts'
export { type NextPartners, type NextQuestion, nextPartners, type Reason, type Suggestion } from './next.ts'
export { type Choices, type Obstacle, obstaclesBeside } from './obstacles.ts'
export { type ConsortiumQuestion, quickConsortium } from './quick.ts'
export { type ReadCall, readCall } from './reading.ts'
export { type ReasonKind, reasonKinds } from './reasons.ts'
export {
  sayAlternative,
  sayColumn,
  sayContradiction,
  sayFault,
  sayFit,
  sayNobody,
  sayObstacle,
  sayReason,
  sayRow,
  saySummary,
} from './saying.ts'
export { type Figures, sizeOf } from './size.ts'
export type { Statement } from './statements.ts'
export { wordKeys } from './themes.ts'
export type { Aim, Value } from './value.ts'
export { defaultWeights, type Weights } from './weights.ts'
export { answersTo, consortiumQuestion, type WholeAnswer, type WholeQuestion } from './whole-question.ts'
export type { CoverWords } from './words.ts'
export { writeCall } from './writing.ts'

/** What everything is called and how it is said, by language. */
export const coverWords: Record<'fi' | 'sv' | 'en', CoverWords> = {
  fi: finnish,
  sv: swedish,
  en: english,
}
