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
import { itemsTaken } from './spreads.ts'
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
  const ofProjects = (portfolio: readonly number[]) => portfolio.filter((item) => item < projects)
  for (const { arrangement, bounds, values, exact, decided, portfolio } of frontierOf(programme)) {
    const known = values.length / objectives
    yield { known, decided, items }
    if (exact) {
      const { count, containing, listed: all } = unfold(arrangement, bounds, values, list)
      return { exact, count, containing: containing.slice(0, projects), portfolios: all.map(ofProjects) }
    }
    if (enough()) {
      // Stopped: one portfolio for each value, and no others are looked for.
      const all = Array.from({ length: known }, (_, value) => ofProjects(portfolio(value)))
      return { exact, ...counted(all, projects), portfolios: all.slice(0, list) }
    }
  }
  throw new Error('a search ends exact')
}

const bySpreads: Search = function* ({ programme }, projects, list, enough) {
  const { items } = programme
  for (const { arrangement, portfolios, exact, decided } of spreadFrontierOf(programme)) {
    yield { known: portfolios.length, decided, items }
    if (!exact && !enough()) continue
    const all = portfolios.map(({ taken }) =>
      itemsTaken(taken, arrangement).filter((item) => item < projects),
    )
    return { exact, ...counted(all, projects), portfolios: all.slice(0, list) }
  }
  throw new Error('a search ends exact')
}

function counted(portfolios: readonly Portfolio[], projects: number) {
  const containing = new Array<bigint>(projects).fill(0n)
  for (const portfolio of portfolios) for (const project of portfolio) containing[project]!++
  return { count: BigInt(portfolios.length), containing }
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
