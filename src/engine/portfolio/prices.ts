import { readDecimal } from './decimal.ts'
import type { Problem, Rule, Score } from './problem.ts'
import { decimalOf, plus, type Rational, rational, sumOf, times } from './rational.ts'
import { weightsOf } from './weights.ts'

/** What stands aside for a moment, or is given more, to see what that would be worth. */
export type Relief = { readonly rule: number } | { readonly budget: number; readonly more: Rational }

/** Decimals of the weights that values are compared with. */
const decimals = 6

/**
 * The choice with one criterion, the central value: weights are the mean of the extreme points (to six decimals), each
 * score is the middle of its interval. Its best portfolio, as things are and with a relief, says what a rule or money is
 * worth; one objective, so that each is solved exactly and at once. Undefined when no weights meet the statements.
 */
export function centralProblem(problem: Problem): Problem | undefined {
  const found = weightsOf(problem.criteria.length, problem.weights)
  if (!('weights' in found)) return undefined
  const weights = found.weights.middle.map((share) => {
    const read = readDecimal(decimalOf(share, decimals))
    return typeof read === 'object' ? read : share
  })
  const central = (scores: readonly Score[]): Score => {
    const doubled = sumOf(scores.map(({ low, high }, c) => times(weights[c]!, plus(low, high))))
    const value = rational(doubled.n, 2n * doubled.d)
    return { low: value, high: value }
  }
  return {
    ...problem,
    criteria: ['value'],
    weights: [],
    projects: problem.projects.map((project) => ({ ...project, scores: [central(project.scores)] })),
    synergies: problem.synergies.map((synergy) => ({
      ...synergy,
      scores: [sumOf(synergy.scores.map((value, c) => times(weights[c]!, value)))],
    })),
  }
}

/** The problem without a rule, or with more in a budget. */
export function relievedBy(problem: Problem, relief: Relief): Problem {
  if ('rule' in relief) return { ...problem, rules: problem.rules.filter((_: Rule, i) => i !== relief.rule) }
  const budgets = problem.budgets.map((budget, b) =>
    b === relief.budget ? { ...budget, limit: plus(budget.limit, relief.more) } : budget,
  )
  return { ...problem, budgets }
}
