import { contradictionIn } from './contradiction.ts'
import { unfold } from './diagram.ts'
import { type Formulation, formulate } from './formulate.ts'
import { frontierOf, prepare, spreadFrontierOf } from './frontier.ts'
import { asking } from './information.ts'
import { measuring } from './measures.ts'
import type { Portfolio, Problem } from './problem.ts'
import type { Programme } from './programme.ts'
import { type Rational, rational } from './rational.ts'
import type { Answer, CoreProject, Solution } from './result.ts'
import { itemsTaken } from './spreads.ts'
import { finish, type Steps, telling } from './steps.ts'
import { type WeightSet, weightsOf } from './weights.ts'

/** Portfolios that an answer lists unless told otherwise; beyond, they are counted. */
const listed = 100_000

export type SolveOptions = {
  /** How many portfolios to list at most; all are counted. */
  readonly list?: number
  /** Asked after each step: whether to stop there, with what is known. */
  readonly enough?: () => boolean
}

/** Where the search is: how many values or portfolios are known, and items decided of all in the sweep under way. */
export type Progress = {
  readonly known: number
  readonly decided: number
  readonly items: number
  /** Whether the answer stands, and only the value of information is still to come. */
  readonly answered: boolean
  /** What is known by now: bounded until the answer stands; without measures until then. Good until the next step. */
  readonly solution: () => Solution
}

/**
 * Every feasible portfolio that no other dominates. Exact unless stopped; then `bounded`, with the best that were
 * found, and nothing proved. Bad input and contradictions are answers, not errors.
 */
export function solve(problem: Problem, options: SolveOptions = {}): Answer {
  return finish(solving(problem, options))
}

/** The same step by step, so that it can be shown under way, or left. */
export function* solving(
  problem: Problem,
  { list = listed, enough = () => false }: SolveOptions = {},
): Steps<Answer, Progress> {
  const found = weightsOf(problem.criteria.length, problem.weights)
  if ('faults' in found) return found
  if ('contradiction' in found) return { contradiction: { of: 'weights', statements: found.contradiction } }
  const formulated = formulate(problem, found.weights)
  if ('faults' in formulated) return formulated
  const { programme } = formulated.formulation
  const search = programme.low === programme.high ? byValues : bySpreads
  const known = yield* search(formulated.formulation, problem.projects.length, list, enough)
  if (known.count === 0n && known.exact) {
    const statements = contradictionIn(problem, programme, isFeasible)
    if (statements) return { contradiction: { of: 'portfolio', statements } }
  }
  return yield* answerOf(problem, found.weights, known, programme.items)
}

/** What a search found: portfolios listed, counted, and how many of them contain each project. */
type Known = {
  readonly exact: boolean
  readonly portfolios: readonly Portfolio[]
  readonly count: bigint
  readonly containing: readonly bigint[]
}

type Search = (
  formulation: Formulation,
  projects: number,
  list: number,
  enough: () => boolean,
) => Steps<Known, Progress>

const byValues: Search = function* ({ programme }, projects, list, enough) {
  const { items, objectives } = programme
  const ofProjects = (portfolio: readonly number[]) => portfolio.filter((item) => item < projects)
  const prepared = yield* telling(prepare(programme), beginning(items, projects))
  for (const { arrangement, bounds, values, exact, decided, portfolio } of frontierOf(programme, prepared)) {
    const known = values.length / objectives
    // One portfolio for each value: no others are looked for before the end.
    const found = (): Known => {
      const all = Array.from({ length: known }, (_, value) => ofProjects(portfolio(value)))
      return { exact: false, ...counted(all, projects), portfolios: all.slice(0, list) }
    }
    const progress = progressOf(known, decided, items, found)
    yield progress
    if (exact) {
      const unfolded = yield* telling(unfold(arrangement, bounds, values, list), progress)
      const { count, containing, listed: all } = unfolded
      return { exact, count, containing: containing.slice(0, projects), portfolios: all.map(ofProjects) }
    }
    if (enough()) return found()
  }
  throw new Error('a search ends exact')
}

const bySpreads: Search = function* ({ programme }, projects, list, enough) {
  const { items } = programme
  const prepared = yield* telling(prepare(programme), beginning(items, projects))
  for (const { arrangement, portfolios, exact, decided } of spreadFrontierOf(programme, prepared)) {
    const found = (): Known => {
      const all = portfolios.map(({ taken }) =>
        itemsTaken(taken, arrangement).filter((item) => item < projects),
      )
      return { exact, ...counted(all, projects), portfolios: all.slice(0, list) }
    }
    yield progressOf(portfolios.length, decided, items, found)
    if (exact || enough()) return found()
  }
  throw new Error('a search ends exact')
}

const progressOf = (known: number, decided: number, items: number, found: () => Known): Progress => ({
  known,
  decided,
  items,
  answered: false,
  solution: () => solutionOf({ ...found(), exact: false }),
})

const beginning = (items: number, projects: number): Progress =>
  progressOf(0, 0, items, () => ({ exact: false, ...counted([], projects), portfolios: [] }))

function counted(portfolios: readonly Portfolio[], projects: number) {
  const containing = new Array<bigint>(projects).fill(0n)
  for (const portfolio of portfolios) for (const project of portfolio) containing[project]!++
  return { count: BigInt(portfolios.length), containing }
}

function* answerOf(
  problem: Problem,
  weights: WeightSet,
  known: Known,
  items: number,
): Steps<Answer, Progress> {
  const progress = progressOf(known.portfolios.length, items, items, () => known)
  const measured = yield* telling(measuring(problem, weights, known.portfolios), progress)
  if ('faults' in measured) return measured
  const solution: Solution = { ...solutionOf(known), measures: measured.measures }
  const answered: Progress = { ...progress, answered: true, solution: () => solution }
  yield answered
  const { questions } = yield* telling(asking(problem, weights, known.portfolios), answered)
  return { solution: { ...solution, questions } }
}

function solutionOf({ exact, count, portfolios, containing }: Known): Solution {
  const core = containing.map((some) => coreOf(some, count, exact))
  return { status: exact ? 'exact' : 'bounded', portfolios, count, core }
}

function coreOf(some: bigint, count: bigint, proved: boolean): CoreProject {
  const index: Rational = count === 0n ? rational(0n) : rational(some, count)
  const kind = some === 0n ? 'no' : some === count ? 'yes' : 'discuss'
  if (proved) return { index, class: kind, proved }
  const share = count === 0n ? 0 : Number((some * 1_000_000n) / count) / 1_000_000
  return { index, class: kind, proved, error: Math.sqrt((share * (1 - share)) / Number(count || 1n)) }
}

/** Whether any portfolio keeps all rows: the search itself, with nothing to be good at, left when it has found one. */
function isFeasible(programme: Programme): boolean {
  const nothing = new Float64Array(programme.items)
  const steps = frontierOf({ ...programme, objectives: 1, low: nothing, high: nothing })
  for (const { values } of steps) if (values.length > 0) return true
  return false
}
