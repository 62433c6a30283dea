import {
  type Fault,
  type PublicResult,
  readProblem,
  resultOf,
  type Statement,
  solve,
} from '../../engine/portfolio/index.ts'
import { type Problemed, problemOf, type Supposing } from './problem.ts'

/** What the engine says of a meeting: a result, what is wrong with the problem, or what is in contradiction. */
export type Solved =
  | { result: PublicResult }
  | { faults: readonly Fault[] }
  | { contradiction: { of: 'weights' | 'portfolio'; statements: readonly Statement[] } }

/** Portfolios that a meeting's answer lists at most; all are counted. */
const mostListed = 200

/** Solves the meeting as it stands, or as it would be. */
export const solveRoom = async (room: Problemed, supposing: Supposing = {}): Promise<Solved> =>
  solveProblem(problemOf(room, supposing), mostListed)

/** Solves a problem that is written as JSON, such as the one in a record. */
export function solveProblem(json: unknown, list: number): Solved {
  const read = readProblem(json)
  if ('faults' in read) return read
  const answer = solve(read.problem, { list })
  return 'solution' in answer ? { result: resultOf(read.problem, answer.solution, 0) } : answer
}
