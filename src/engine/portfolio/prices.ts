import { readDecimal } from './decimal.ts'
import type { Problem, Rule, Score } from './problem.ts'
import { compare, decimalOf, plus, type Rational, rational, sumOf, times } from './rational.ts'
import { solve } from './solve.ts'
import { type WeightSet, weightsOf } from './weights.ts'

/** What stands aside for a moment, or is given more, to see what that would be worth. */
export type Relief = { readonly rule: number } | { readonly budget: number; readonly more: Rational }

/** The best value as things are, and with the relief; undefined where no portfolio is feasible or sums grow too large. */
export type Price = {
  readonly kept: Rational | undefined
  readonly relieved: Rational | undefined
  /** The share of the relieved value that is lost as things are; never negative. */
  readonly lost: Rational | undefined
}

/** Decimals of the weights that values are compared with. */
const decimals = 6

/**
 * What rules and budgets cost: the best overall value of any feasible portfolio with each as it is, and without it. The
 * value is the central one: weights are the mean of the extreme points (to six decimals), each score is the middle of
 * its interval. One objective, so that each is solved exactly and at once. Empty when no weights meet the statements.
 */
export function pricesOf(problem: Problem, reliefs: readonly Relief[]): readonly Price[] {
  const found = weightsOf(problem.criteria.length, problem.weights)
  if (!('weights' in found)) return []
  const central = centralProblem(problem, found.weights)
  const kept = bestOf(central)
  return reliefs.map((relief) => {
    const relieved = bestOf(relievedBy(central, relief))
    return { kept, relieved, lost: lostOf(kept, relieved) }
  })
}

function lostOf(kept: Rational | undefined, relieved: Rational | undefined): Rational | undefined {
  if (!kept || !relieved || relieved.n <= 0n) return undefined
  const gain = plus(relieved, { n: -kept.n, d: kept.d })
  return compare(gain, rational(0n)) < 0 ? rational(0n) : times(gain, rational(relieved.d, relieved.n))
}

/** The same choice with one criterion: the central value. */
function centralProblem(problem: Problem, { middle }: WeightSet): Problem {
  const weights = middle.map((share) => {
    const read = readDecimal(decimalOf(share, decimals))
    return typeof read === 'object' ? read : share
  })
  const score = (scores: readonly Score[]): Score => {
    const doubled = sumOf(scores.map(({ low, high }, c) => times(weights[c]!, plus(low, high))))
    const value = rational(doubled.n, 2n * doubled.d)
    return { low: value, high: value }
  }
  return {
    ...problem,
    criteria: ['value'],
    weights: [],
    projects: problem.projects.map((project) => ({ ...project, scores: [score(project.scores)] })),
    synergies: problem.synergies.map((synergy) => ({
      ...synergy,
      scores: [sumOf(synergy.scores.map((value, c) => times(weights[c]!, value)))],
    })),
  }
}

function relievedBy(problem: Problem, relief: Relief): Problem {
  if ('rule' in relief) {
    const rules = problem.rules.filter((_: Rule, i) => i !== relief.rule)
    return { ...problem, rules }
  }
  const budgets = problem.budgets.map((budget, b) =>
    b === relief.budget ? { ...budget, limit: plus(budget.limit, relief.more) } : budget,
  )
  return { ...problem, budgets }
}

function bestOf(problem: Problem): Rational | undefined {
  const answer = solve(problem, { list: 1 })
  return 'solution' in answer ? answer.solution.measures?.portfolios[0]?.central : undefined
}
