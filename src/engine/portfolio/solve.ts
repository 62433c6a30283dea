import { contradictionIn } from './contradiction.ts'
import { unfold } from './diagram.ts'
import { type Formulation, formulate } from './formulate.ts'
import { frontierOf, spreadFrontierOf } from './frontier.ts'
import { valueOfInformation } from './information.ts'
import { measuresOf } from './measures.ts'
import type { Portfolio, Problem } from './problem.ts'
import type { Programme } from './programme.ts'
import { type Rational, rational } from './rational.ts'
import type { Answer, CoreProject, Solution } from './result.ts'
import { placesTaken } from './spreads.ts'
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
export type Progress = { readonly known: number; readonly decided: number; readonly items: number }

/**
 * Every feasible portfolio that no other dominates. Exact unless stopped; then `bounded`, with the best that were
 * found, and nothing proved. Bad input and contradictions are answers, not errors.
 */
export function solve(problem: Problem, options: SolveOptions = {}): Answer {
  const steps = solving(problem, options)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same step by step, so that it can be shown under way, or left. */
export function* solving(
  problem: Problem,
  { list = listed, enough = () => false }: SolveOptions = {},
): Generator<Progress, Answer> {
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
  return answerOf(problem, found.weights, known)
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
) => Generator<Progress, Known>

const byValues: Search = function* ({ programme }, projects, list, enough) {
  const { items, objectives } = programme
  let exact = false
  let unfolded: ReturnType<typeof unfold> | undefined
  for (const { arrangement, bounds, values, decided, ...frontier } of frontierOf(programme)) {
    yield { known: values.length / objectives, decided, items }
    exact = frontier.exact
    if (!exact && !enough()) continue
    unfolded = unfold(arrangement, bounds, values, list)
    break
  }
  const { count, containing, listed: all } = unfolded!
  return {
    exact,
    count,
    containing: containing.slice(0, projects),
    portfolios: all.map((portfolio) => portfolio.filter((item) => item < projects)),
  }
}

const bySpreads: Search = function* ({ programme }, projects, list, enough) {
  const { items } = programme
  let exact = false
  let portfolios: Portfolio[] = []
  for (const frontier of spreadFrontierOf(programme)) {
    yield { known: frontier.portfolios.length, decided: frontier.decided, items }
    exact = frontier.exact
    if (!exact && !enough()) continue
    portfolios = frontier.portfolios.map(({ taken }) =>
      placesTaken(taken, items)
        .map((place) => frontier.arrangement.order[place]!)
        .filter((item) => item < projects)
        .sort((a, b) => a - b),
    )
    break
  }
  const containing = new Array<bigint>(projects).fill(0n)
  for (const portfolio of portfolios) for (const project of portfolio) containing[project]!++
  return { exact, count: BigInt(portfolios.length), containing, portfolios: portfolios.slice(0, list) }
}

function answerOf(problem: Problem, weights: WeightSet, known: Known): Answer {
  const { exact, count, portfolios, containing } = known
  const core = containing.map((some) => coreOf(some, count, exact))
  const solution: Solution = { status: exact ? 'exact' : 'bounded', portfolios, count, core }
  const measured = measuresOf(problem, weights, portfolios)
  if ('faults' in measured) return measured
  const { questions } = valueOfInformation(problem, weights, portfolios)
  return { solution: { ...solution, measures: measured.measures, questions } }
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
