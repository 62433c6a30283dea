import {
  type Fault,
  type PublicResult,
  readProblem,
  resultOf,
  type Statement,
  solve,
} from '../../engine/portfolio/index.ts'
import { solveInThread } from '../solver/index.ts'
import { type Problemed, problemOf, type Supposing } from './problem.ts'

/** What the engine says of a meeting: a result, what is wrong with the problem, or what is in contradiction. */
export type Solved =
  | { result: PublicResult }
  | { faults: readonly Fault[] }
  | { contradiction: { of: 'weights' | 'portfolio'; statements: readonly Statement[] } }

/** Portfolios that a meeting's answer lists at most; all are counted. */
const mostListed = 200

/** Seconds after which a window is answered with what is known; the answer says that it is not all. */
const patience = 20

/** Solves the meeting as it stands, or as it would be, in a thread of its own. */
export const solveRoom = async (room: Problemed, supposing: Supposing = {}): Promise<Solved> =>
  answerTo(problemOf(room, supposing), mostListed)

/** The best value of a problem with one criterion; undefined when nothing is feasible or it takes too long. */
export async function bestValue(problem: object): Promise<number | undefined> {
  const answer = await answerTo(problem, 1)
  if (!('result' in answer) || answer.result.status !== 'exact') return undefined
  const [best] = answer.result.portfolios
  return best && 'central' in best ? best.central : undefined
}

/** Answers that many windows ask for at once, by what was asked; the one not asked for longest goes first. */
const answers = new Map<string, Promise<Solved>>()
const mostAnswers = 200

function answerTo(problem: object, list: number): Promise<Solved> {
  const key = JSON.stringify(problem)
  const known = answers.get(key)
  answers.delete(key)
  const answer = known ?? solveInThread(problem, { seconds: patience, list })
  answers.set(key, answer)
  if (!known) answer.catch(() => answers.delete(key))
  const [oldest] = answers.keys()
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest)
  return answer
}

/** Solves a problem that is written as JSON, such as the one in a record. */
export function solveProblem(json: unknown, list: number): Solved {
  const read = readProblem(json)
  if ('faults' in read) return read
  const answer = solve(read.problem, { list })
  return 'solution' in answer ? { result: resultOf(read.problem, answer.solution, 0) } : answer
}
