import {
  type Fault,
  type PublicResult,
  readProblem,
  resultOf,
  type Statement,
  solve,
} from '../../engine/portfolio/index.ts'
import { type SolveInThreadOptions, solveInThread } from '../solver/index.ts'
import { type Problemed, problemOf, type Supposing } from './problem.ts'

/** What the engine says of a meeting: a result, what is wrong with the problem, or what is in contradiction. */
export type Solved =
  | { result: PublicResult }
  | { faults: readonly Fault[] }
  | { contradiction: { of: 'weights' | 'portfolio'; statements: readonly Statement[] } }

/** What is known of a meeting by now; nothing yet while the thread is at something else. */
export type KnownByNow = { known: Solved | undefined; isWhole: boolean }

/** Portfolios that a meeting's answer lists at most; all are counted. */
const mostListed = 200

/** Seconds after which a window is answered with what is known; the answer says that it is not all. */
const patience = 20

/** Milliseconds that a page waits for the whole answer, and then for a first one; its window asks for the rest. */
const forWhole = 150
const forFirst = 450

/** Solves the meeting as it stands, or as it would be, in a thread of its own. */
export const solveRoom = async (room: Problemed, supposing: Supposing = {}): Promise<Solved> =>
  answerTo(problemOf(room, supposing), mostListed).whole

/** What is known of the meeting as it stands, or as it would be, after a moment: no page waits for the rest. */
export async function solvedSoon(room: Problemed, supposing: Supposing = {}): Promise<KnownByNow> {
  const answer = answerTo(problemOf(room, supposing), mostListed)
  if (!answer.isWhole) await Promise.race([answer.whole.catch(() => undefined), rest(forWhole)])
  if (!answer.known) await Promise.race([answer.first, rest(forFirst)])
  return { known: answer.known, isWhole: answer.isWhole }
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Portfolios of which a record holds the digest; where there are more, it holds their number and the indexes. */
export const mostRecorded = 100_000

/** Solves the problem of a record to its end, in a thread; the signal lets it go. */
export const solveForRecord = (
  problem: object,
  options: Pick<SolveInThreadOptions, 'signal' | 'onProgress'> = {},
): Promise<Solved> => solveInThread(problem, { ...options, list: mostRecorded })

/** The best value of a problem with one criterion; undefined when nothing is feasible or it takes too long. */
export async function bestValue(problem: object): Promise<number | undefined> {
  const answer = await answerTo(problem, 1).whole
  if (!('result' in answer) || answer.result.status !== 'exact') return undefined
  const [best] = answer.result.portfolios
  return best && 'central' in best ? best.central : undefined
}

type Answer = {
  whole: Promise<Solved>
  isWhole: boolean
  first: Promise<void>
  known: Solved | undefined
}

/** Answers that many windows ask for at once, by what was asked; the one not asked for longest goes first. */
const answers = new Map<string, Answer>()
const mostAnswers = 200

function answerTo(problem: object, list: number): Answer {
  const key = JSON.stringify(problem)
  const answer = answers.get(key) ?? begin(problem, list, () => answers.delete(key))
  answers.delete(key)
  answers.set(key, answer)
  const [oldest] = answers.keys()
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest)
  return answer
}

function begin(problem: object, list: number, forget: () => void): Answer {
  let hasFirst: () => void
  const first = new Promise<void>((resolve) => {
    hasFirst = resolve
  })
  const whole = solveInThread(problem, {
    seconds: patience,
    list,
    onProgress: (told) => {
      if (told.kind === 'answer') answer.known = told.answer
      else if (told.kind === 'progress' && told.result) answer.known = { result: told.result }
      if (answer.known) hasFirst()
    },
  })
  const answer: Answer = { whole, isWhole: false, first, known: undefined }
  whole.then((known) => Object.assign(answer, { known, isWhole: true }), forget)
  return answer
}

/** Solves a problem that is written as JSON, such as the one in a record. */
export function solveProblem(json: unknown, list: number): Solved {
  const read = readProblem(json)
  if ('faults' in read) return read
  const answer = solve(read.problem, { list })
  return 'solution' in answer ? { result: resultOf(read.problem, answer.solution, 0) } : answer
}
