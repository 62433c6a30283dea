/**
 * Which projects together: Robust Portfolio Modeling (Liesiö, Mild, Salo, EJOR 181 (2007) 1488-1505; 190 (2008)
 * 679-695). A problem says projects with costs and scores, budgets, rules, synergies, and what is known of the weights
 * of criteria; scores may be intervals. The answer is every feasible portfolio that no other dominates: better than it
 * for some weights and scores that are allowed, and worse for none. Exact: numbers are decimals as they are written,
 * fractions of whole numbers, and whole numbers below 2^53; no rounded number decides anything. Pure: plain data in and
 * out, the same on a server, in its worker threads and in a browser. What is wrong comes as a code, a place and the
 * values that a sentence needs; what contradicts itself, as a minimal set of statements.
 *
 *   readProblem -> solve: weightsOf -> formulate -> frontier, diagram -> measuresOf, valueOfInformation -> resultOf
 *                                                  stopped: proofs (exchanges, integer programs by a port)
 *                                                  no portfolio: contradictionIn
 *
 * In a thread or a worker: createListener hears what is asked and tells what is found (`Asked`, `Told`).
 */

export { contradictionIn, type IsFeasible } from './contradiction.ts'
export {
  type Asked,
  createListener,
  type PublicAnswer,
  type SolveQuestion,
  type Surroundings,
  type Told,
} from './conversation.ts'
export { type Fault, type FaultCode, faultCodes } from './fault.ts'
export { type Formulation, formulate } from './formulate.ts'
export { type Question, type QuestionValue, valueOfInformation } from './information.ts'
export type { IntegerAnswer, IntegerProgram, IntegerPrograms } from './integer-programs.ts'
export { type Timing, within } from './limit.ts'
export { type CoreIndex, coreIndexes, type Measures, measuresOf, type PortfolioMeasures } from './measures.ts'
export { minimalContradiction } from './minimal.ts'
export { centralProblem, type Relief, relievedBy } from './prices.ts'
export {
  type Budget,
  limits,
  nameOf,
  type Portfolio,
  type Problem,
  type Project,
  type Rule,
  type Score,
  type Statement,
  type Synergy,
  type WeightStatement,
} from './problem.ts'
export type { Programme, Row } from './programme.ts'
export { decimalOf, type Rational } from './rational.ts'
export { type ReadProblem, readProblem } from './reading.ts'
export {
  type Answer,
  type CoreClass,
  type CoreProject,
  type PublicResult,
  resultOf,
  type Solution,
} from './result.ts'
export { type Progress, type SolveOptions, solve, solving } from './solve.ts'
export { type Triage, triageOf, weightRanges } from './triage.ts'
export { engineVersion } from './version.ts'
export { keepsInterior, orderOf, type WeightSet, type Weights, weightsOf } from './weights.ts'
export { writeProblem } from './writing.ts'
