import { type Arrangement, arrange } from './arrangement.ts'
import { Bounds } from './bounds.ts'
import { contradictionIn } from './contradiction.ts'
import { unfold } from './diagram.ts'
import { formulate } from './formulate.ts'
import { frontierOf, type Prepared, spreadFrontierOf } from './frontier.ts'
import { asking } from './information.ts'
import { measuring } from './measures.ts'
import type { Portfolio, Problem } from './problem.ts'
import type { Programme } from './programme.ts'
import { promptly } from './prompt.ts'
import type { Existence, Proofs } from './proofs.ts'
import { best, type Means, proving } from './proving.ts'
import { type Rational, rational } from './rational.ts'
import type { Answer, CoreClass, CoreProject, Solution } from './result.ts'
import { itemsTaken } from './spreads.ts'
import { finish, type Steps, telling, tellingUntil } from './steps.ts'
import { type WeightSet, weightsOf } from './weights.ts'

/** Portfolios that an answer lists unless told otherwise; beyond, they are counted. */
const listed = 100_000

export type SolveOptions = {
  /** How many portfolios to list at most; all are counted. */
  readonly list?: number
  /** Asked after each step: whether to stop there, with what is known. */
  readonly enough?: () => boolean
  /** What to prove of the projects when the search is stopped; without it, nothing. */
  readonly proofs?: Means
  /** Asked after each step that measures what was found: whether to answer without. */
  readonly late?: () => boolean
}

/**
 * Where the search is: how many values or portfolios are known, and items decided of all in the sweep under way; among
 * the proofs, projects settled of all.
 */
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
 * found, and of each project what could be proved. Bad input and contradictions are answers, not errors.
 */
export function solve(problem: Problem, options: SolveOptions = {}): Answer {
  return finish(solving(problem, options))
}

/** The same step by step, so that it can be shown under way, or left. */
export function* solving(
  problem: Problem,
  { list = listed, enough = () => false, proofs, late = () => false }: SolveOptions = {},
): Steps<Answer, Progress> {
  const found = weightsOf(problem.criteria.length, problem.weights)
  if ('faults' in found) return found
  if ('contradiction' in found) return { contradiction: { of: 'weights', statements: found.contradiction } }
  const formulated = formulate(problem, found.weights)
  if ('faults' in formulated) return formulated
  const { programme } = formulated.formulation
  const search = programme.low === programme.high ? byValues : bySpreads
  const known = yield* search(programme, problem.projects.length, list, enough, proofs)
  if (known.count === 0n && known.exact) {
    const statements = contradictionIn(problem, programme, isFeasible)
    if (statements) return { contradiction: { of: 'portfolio', statements } }
  }
  return yield* answerOf(problem, found.weights, known, programme.items, late)
}

/** What a search found: portfolios listed, counted, and how many of them contain each project. */
type Known = {
  readonly exact: boolean
  readonly portfolios: readonly Portfolio[]
  readonly count: bigint
  readonly containing: readonly bigint[]
  readonly proofs?: Proofs
}

type Search = (
  programme: Programme,
  projects: number,
  list: number,
  enough: () => boolean,
  proofs: Means | undefined,
) => Steps<Known, Progress>

const byValues: Search = function* (programme, projects, list, enough, proofs) {
  const { items, objectives } = programme
  const prepared = yield* preparing(programme, projects, list, enough)
  if (!prepared.bounds)
    return yield* stopped(programme, prepared.arrangement, projects, list, prepared.first, proofs)
  for (const { arrangement, bounds, values, exact, decided, portfolio } of frontierOf(programme, prepared)) {
    const known = values.length / objectives
    // One portfolio for each value: no others are looked for before the end.
    const found = () => Array.from({ length: known }, (_, value) => portfolio(value))
    const progress = progressOf(known, decided, items, () => listOf(found(), projects, list))
    yield progress
    if (exact) {
      const unfolded = yield* telling(unfold(arrangement, bounds, values, list), progress)
      const { count, containing, listed: all } = unfolded
      const portfolios = all.map((portfolio) => portfolio.filter((item) => item < projects))
      return { exact, count, containing: containing.slice(0, projects), portfolios }
    }
    if (enough()) return yield* stopped(programme, arrangement, projects, list, found(), proofs)
  }
  throw new Error('a search ends exact')
}

const bySpreads: Search = function* (programme, projects, list, enough, proofs) {
  const { items } = programme
  const prepared = yield* preparing(programme, projects, list, enough)
  if (!prepared.bounds)
    return yield* stopped(programme, prepared.arrangement, projects, list, prepared.first, proofs)
  for (const { arrangement, portfolios, exact, decided } of spreadFrontierOf(programme, prepared)) {
    const found = () => portfolios.map(({ taken }) => itemsTaken(taken, arrangement))
    const all = () => listOf(found(), projects, list)
    yield progressOf(portfolios.length, decided, items, all)
    if (exact) return { ...all(), exact }
    if (enough()) return yield* stopped(programme, arrangement, projects, list, found(), proofs)
  }
  throw new Error('a search ends exact')
}

/** Makes a programme ready; on the way, portfolios at once. Without bounds where those were enough. */
function* preparing(
  programme: Programme,
  projects: number,
  list: number,
  enough: () => boolean,
): Steps<Prepared | { arrangement: Arrangement; bounds: undefined; first: number[][] }, Progress> {
  const { items } = programme
  const nothing = progressOf(0, 0, items, () => listOf([], projects, list))
  const arrangement = yield* telling(arrange(programme), nothing)
  const first = best(programme, promptly(arrangement))
  const progress = progressOf(first.length, 0, items, () => listOf(first, projects, list))
  yield progress
  const isEnough = () => first.length > 0 && enough()
  const bounds = yield* tellingUntil(isEnough, Bounds.of(arrangement), progress)
  return bounds ? { arrangement, bounds } : { arrangement, bounds, first }
}

/** What a search that is left has found, and what can be proved then. */
function* stopped(
  programme: Programme,
  arrangement: Arrangement,
  projects: number,
  list: number,
  found: readonly (readonly number[])[],
  proofs: Means | undefined,
): Steps<Known, Progress> {
  if (!proofs || found.length === 0) return listOf(found, projects, list)
  const steps = proving(programme, arrangement, projects, found, proofs)
  let step = steps.next()
  for (; !step.done; step = steps.next())
    yield progressOf(found.length, step.value, projects, () => listOf(found, projects, list))
  return { ...listOf(step.value.portfolios, projects, list), proofs: step.value.proofs }
}

const progressOf = (known: number, decided: number, items: number, found: () => Known): Progress => ({
  known,
  decided,
  items,
  answered: false,
  solution: () => solutionOf({ ...found(), exact: false }),
})

/** Portfolios by their items, as those by their projects: as many as are listed, and counted. */
function listOf(found: readonly (readonly number[])[], projects: number, list: number): Known {
  const all = found.map((portfolio) => portfolio.filter((item) => item < projects))
  return { exact: false, ...counted(all, projects), portfolios: all.slice(0, list) }
}

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
  late: () => boolean,
): Steps<Answer, Progress> {
  const progress = progressOf(known.portfolios.length, items, items, () => known)
  const measured = yield* tellingUntil(late, measuring(problem, weights, known.portfolios), progress)
  if (!measured) return { solution: solutionOf(known) }
  if ('faults' in measured) return measured
  const solution: Solution = { ...solutionOf(known), measures: measured.measures }
  const answered: Progress = { ...progress, answered: true, solution: () => solution }
  yield answered
  const asked = yield* tellingUntil(late, asking(problem, weights, known.portfolios), answered)
  return { solution: { ...solution, ...(asked && { questions: asked.questions }) } }
}

function solutionOf({ exact, count, portfolios, containing, proofs }: Known): Solution {
  const core = containing.map((some, i) => coreOf(estimated(some, count), exact, proofs, i))
  return { status: exact ? 'exact' : 'bounded', portfolios, count, core }
}

function coreOf(estimate: CoreProject, exact: boolean, proofs: Proofs | undefined, i: number): CoreProject {
  if (exact) return { index: estimate.index, class: estimate.class, proved: true }
  const proved = proofs && provedClass(proofs.takes[i]!, proofs.leaves[i]!)
  if (proved === undefined) return estimate
  // A sure yes or no has its index with it; the share of those between stays an estimate.
  if (proved !== 'discuss')
    return { index: rational(proved === 'yes' ? 1n : 0n), class: proved, proved: true }
  return { ...estimate, class: proved, proved: true }
}

function provedClass(takes: Existence, leaves: Existence): CoreClass | undefined {
  if (takes === 'none') return 'no'
  if (leaves === 'none') return 'yes'
  return takes === 'some' && leaves === 'some' ? 'discuss' : undefined
}

/**
 * The share among the portfolios known, as if they were drawn from all; with its standard error by Laplace's rule of
 * succession, so that it is not nothing where all those drawn agree.
 */
function estimated(some: bigint, count: bigint): CoreProject {
  const index: Rational = count === 0n ? rational(0n) : rational(some, count)
  const kind = some === 0n ? 'no' : some === count ? 'yes' : 'discuss'
  const share = (Number(some) + 1) / (Number(count) + 2)
  return { index, class: kind, proved: false, error: Math.sqrt((share * (1 - share)) / (Number(count) + 3)) }
}

/** Whether any portfolio keeps all rows: the search itself, with nothing to be good at, left when it has found one. */
function isFeasible(programme: Programme): boolean {
  const nothing = new Float64Array(programme.items)
  const steps = frontierOf({ ...programme, objectives: 1, low: nothing, high: nothing })
  for (const { values } of steps) if (values.length > 0) return true
  return false
}
