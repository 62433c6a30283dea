import { type Effort, undominated } from './dominance.ts'
import { coreIndexes } from './measures.ts'
import { itemsOf, type Objective, objectivesAt } from './objectives.ts'
import type { Portfolio, Problem } from './problem.ts'
import { compare, type Rational, rational } from './rational.ts'
import { finish, type Steps } from './steps.ts'
import { orderOf, type WeightSet, weightsOf } from './weights.ts'

/** What could be settled: which of two criteria weighs more, or what a project's scores that are intervals are. */
export type Question =
  | { readonly kind: 'weights'; readonly a: number; readonly b: number }
  | { readonly kind: 'scores'; readonly project: number }

/** How many of the listed portfolios would remain non-dominated. */
export type QuestionValue = {
  readonly question: Question
  /** For weights: after "a at least b", and after "b at least a". For scores: after each is the middle of its interval. */
  readonly remain: readonly number[]
  /** The mean of what remains, each answer taken to be as likely. */
  readonly expected: Rational
  readonly worst: number
}

/** Comparisons of two portfolios: a second where scores are numbers, some seconds where they are intervals. */
const usualEffort = 20_000_000

/**
 * The value of information: the questions whose answers would leave fewest of the listed portfolios, best first. The
 * list is the non-dominated portfolios; since an answer keeps an interior point of what was allowed, what remains of
 * the list is the new answer whole. `complete` is false when the effort did not suffice for all questions: those that
 * were reached are told, weights before scores.
 */
export function* asking(
  problem: Problem,
  weights: WeightSet,
  portfolios: readonly Portfolio[],
  comparisons = usualEffort,
): Steps<{ readonly questions: readonly QuestionValue[]; readonly complete: boolean }> {
  const items = portfolios.map((portfolio) => itemsOf(problem, portfolio))
  const effort: Effort = { left: comparisons }
  const questions: QuestionValue[] = []
  let complete = true
  const take = (question: Question, remain: readonly (number | undefined)[]) => {
    const known = remain.filter((count) => count !== undefined)
    if (known.length < remain.length) complete = false
    else
      questions.push({
        question,
        remain: known,
        expected: rational(BigInt(known.reduce((a, b) => a + b, 0)), BigInt(known.length)),
        worst: Math.max(...known),
      })
  }
  for (const [a, b] of unordered(problem, weights))
    take({ kind: 'weights', a, b }, [
      yield* remainAfter(problem, a, b, items, effort),
      yield* remainAfter(problem, b, a, items, effort),
    ])
  const at = objectivesAt(problem, weights.points)
  if ('faults' in at) return { questions, complete: false }
  const core = coreIndexes(problem.projects.length, portfolios)
  // A project that all or none of the portfolios have tells none of them apart.
  for (const [project, { scores }] of problem.projects.entries()) {
    const isOpen = core[project]!.in > 0 && core[project]!.in < core[project]!.of
    if (!isOpen || scores.every(({ low, high }) => compare(low, high) === 0)) continue
    const remaining = yield* undominated(settled(at.objectives, project), items, effort)
    take({ kind: 'scores', project }, [remaining?.length])
  }
  questions.sort((p, q) => compare(p.expected, q.expected) || p.worst - q.worst)
  return { questions, complete }
}

/** The same at once. */
export const valueOfInformation = (...of: Parameters<typeof asking>) => finish(asking(...of))

/** The pairs of criteria of which either may weigh more. */
const unordered = ({ criteria }: Problem, weights: WeightSet): (readonly [number, number])[] =>
  criteria.flatMap((_, a) =>
    criteria.flatMap((_, b) => (a < b && orderOf(weights, a, b) === undefined ? [[a, b] as const] : [])),
  )

function* remainAfter(
  problem: Problem,
  a: number,
  b: number,
  items: readonly Uint8Array[],
  effort: Effort,
): Steps<number | undefined> {
  if (effort.left < 0) return undefined
  const statements = [...problem.weights, { kind: 'atLeast' as const, a, b, path: '' }]
  const narrowed = weightsOf(problem.criteria.length, statements)
  if (!('weights' in narrowed)) return undefined
  const at = objectivesAt(problem, narrowed.weights.points)
  if ('faults' in at) return undefined
  return (yield* undominated(at.objectives, items, effort))?.length
}

/** The objectives in half units, with the scores of one project in the middle of their intervals. */
const settled = (objectives: readonly Objective[], project: number): Objective[] =>
  objectives.map(({ low, high, unit }) => {
    const doubled = { low: low.map((x) => 2 * x), high: high.map((x) => 2 * x) }
    doubled.low[project] = doubled.high[project] = low[project]! + high[project]!
    return { ...doubled, unit: rational(unit.n, 2n * unit.d) }
  })
