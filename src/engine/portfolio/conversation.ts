import type { Fault } from './fault.ts'
import type { IntegerPrograms } from './integer-programs.ts'
import { within } from './limit.ts'
import type { Statement } from './problem.ts'
import { readProblem } from './reading.ts'
import { type PublicResult, resultOf, type Solution } from './result.ts'
import { type Progress, solving } from './solve.ts'

/**
 * A problem in its public form; after so many seconds what is known is answered, with what is proved of it by then; how
 * many portfolios to list at most.
 */
export type SolveQuestion = {
  readonly kind: 'solve'
  readonly problem: unknown
  readonly seconds?: number
  readonly list?: number
}

/** What a solver that works elsewhere (a thread of the server, a worker of the browser) is asked, by number. */
export type Asked =
  | (SolveQuestion & { readonly number: number })
  | { readonly kind: 'cancel'; readonly number: number }

export type PublicAnswer =
  | { readonly result: PublicResult }
  | { readonly faults: readonly Fault[] }
  | {
      readonly contradiction: {
        readonly of: 'weights' | 'portfolio'
        readonly statements: readonly Statement[]
      }
    }

/** What it tells of a question, again and again; what is `last` ends the question. */
export type Told = { readonly number: number } & (
  | {
      readonly kind: 'progress'
      readonly last: false
      readonly known: number
      readonly decided: number
      readonly items: number
      /** What is known by now, where that is more than was told before. */
      readonly result?: PublicResult
    }
  /** First without the value of information, which takes longer than it is waited for; last with it. */
  | { readonly kind: 'answer'; readonly last: boolean; readonly answer: PublicAnswer }
  | { readonly kind: 'cancelled'; readonly last: true }
  /** The solver itself is broken. */
  | { readonly kind: 'failed'; readonly last: true; readonly message: string }
)

/** What is different in a thread and in a browser. */
export type Surroundings = {
  readonly tell: (told: Told) => void
  /** Milliseconds from some moment. */
  readonly now: () => number
  /** Lets messages come in. */
  readonly turn: () => Promise<void>
  /** Whether no more memory may be taken: then what is known is answered. */
  readonly isFull?: () => boolean
  /** Integer programs, if there are any, which are left where `enough` says so. Asked for each question with a limit. */
  readonly integerPrograms?: (enough: () => boolean) => Promise<IntegerPrograms>
}

/** Milliseconds of work between two looks at what has come in, and between two tellings of progress. */
const slice = 8
const pause = 100

/** A solver that hears messages: one question after another, in the order in which they came; any may be cancelled. */
export function createListener(surroundings: Surroundings): (asked: Asked) => void {
  const waiting: (SolveQuestion & { readonly number: number })[] = []
  let current: { readonly number: number; cancelled: boolean } | undefined

  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const mine = { number: next.number, cancelled: false }
      current = mine
      try {
        await answer(next, () => mine.cancelled, surroundings)
      } catch (error) {
        surroundings.tell({ kind: 'failed', last: true, number: next.number, message: String(error) })
      }
      current = undefined
    }
  }

  return (asked) => {
    const { number } = asked
    if (asked.kind === 'solve') {
      waiting.push(asked)
      if (!current) void work()
    } else if (current?.number === number) current.cancelled = true
    else {
      const at = waiting.findIndex((question) => question.number === number)
      if (at < 0) return
      waiting.splice(at, 1)
      surroundings.tell({ kind: 'cancelled', last: true, number })
    }
  }
}

async function answer(
  { number, problem: json, seconds = Infinity, list }: SolveQuestion & { readonly number: number },
  isCancelled: () => boolean,
  { tell, now, turn, isFull = () => false, integerPrograms }: Surroundings,
): Promise<void> {
  const began = now()
  const passed = () => (now() - began) / 1000
  const read = readProblem(json)
  if ('faults' in read) return tell({ kind: 'answer', last: true, number, answer: read })
  const { problem } = read
  let full = false
  let ready: IntegerPrograms | undefined
  if (Number.isFinite(seconds))
    void integerPrograms?.(() => full || passed() > seconds).then((loaded) => {
      ready = loaded
    })
  const steps = solving(problem, {
    ...(list !== undefined && { list }),
    ...within({ seconds, passed, isFull: () => full, integerPrograms: () => ready }),
  })
  const resultNow = (solution: Solution) => resultOf(problem, solution, passed())
  const teller = createTeller(number, resultNow, tell)
  for (let turned = now(); ; ) {
    const step = steps.next()
    if (step.done) {
      const said = step.value
      const last = 'solution' in said ? { result: resultNow(said.solution) } : said
      return tell({ kind: 'answer', last: true, number, answer: last })
    }
    teller(step.value, now())
    if (now() - turned < slice) continue
    await turn()
    if (isCancelled()) return tell({ kind: 'cancelled', last: true, number })
    full = isFull()
    turned = now()
  }
}

/** Tells the first portfolios at once, more of them and how far the search is now and then, and the answer as it stands. */
function createTeller(
  number: number,
  resultNow: (solution: Solution) => PublicResult,
  tell: (told: Told) => void,
): (progress: Progress, at: number) => void {
  let toldAt = -Infinity
  let toldKnown = 0
  let answered = false
  return (progress, at) => {
    const { known, decided, items } = progress
    if (progress.answered) {
      if (!answered)
        tell({ kind: 'answer', last: false, number, answer: { result: resultNow(progress.solution()) } })
      answered = true
    } else if ((known > 0 && toldKnown === 0) || at - toldAt >= pause) {
      const result = known === toldKnown ? undefined : resultNow(progress.solution())
      tell({ kind: 'progress', last: false, number, known, decided, items, ...(result && { result }) })
      toldKnown = known
      toldAt = at
    }
  }
}
