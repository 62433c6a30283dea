import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepsInterior, solve, weightsOf } from '../../src/engine/portfolio/index.ts'
import { type Amount, type PublicProblem, randomProblem, randomWeight } from './random-problem.ts'
import { read, readStatements } from './read.ts'

// What must hold between the answers to two problems, whatever they are: of problems too large to be tried out by hand.

/** The non-dominated portfolios as joined ids, sorted; or that there are none, and why. */
function answered(problem: PublicProblem): readonly string[] | 'no weights' | 'no portfolio' {
  const readAs = read(problem)
  const answer = solve(readAs)
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
  if ('contradiction' in answer) return answer.contradiction.of === 'weights' ? 'no weights' : 'no portfolio'
  expect(answer.solution.status).toBe('exact')
  return named(answer.solution.portfolios.map((taken) => taken.map((i) => readAs.projects[i]!.id)))
}

const named = (portfolios: readonly (readonly string[])[]) =>
  portfolios.map((ids) => [...ids].sort().join(' ')).sort()

const problems = randomProblem(11, 3)
const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (one: T) => void, numRuns = 60) => {
  const tried = fc.property(arbitrary, (one) => {
    property(one)
  })
  fc.assert(tried, { numRuns, seed: 2007 })
}

/** A problem with something else at hand that names its projects, criteria and so on. */
const withOther = <T>(other: (problem: PublicProblem) => fc.Arbitrary<T>) =>
  problems.chain((problem) => other(problem).map((chosen) => ({ problem, chosen })))

const shuffled = <T>(all: readonly T[] = []) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })

/** A decimal times a whole number, as text: quarters alone occur. */
const times = (amount: Amount, factor: number): string => String(Number(amount) * factor)
const timesEach = (amounts: Record<string, Amount> = {}, factorOf: (id: string) => number) =>
  Object.fromEntries(Object.entries(amounts).map(([id, amount]) => [id, times(amount, factorOf(id))]))

describe('more information', () => {
  const more = withOther(({ criteria }) => randomWeight(criteria.map(({ id }) => id)))

  it('never enlarges the set, where it keeps an interior point of the weights', () => {
    let kept = 0
    holds(
      more,
      ({ problem, chosen }) => {
        const { criteria, weights = [] } = problem
        const before = readStatements(criteria, weights)
        const wide = weightsOf(criteria.length, before)
        const narrow = weightsOf(criteria.length, readStatements(criteria, [...weights, chosen]))
        if (!('weights' in wide) || !('weights' in narrow)) return
        if (!keepsInterior(criteria.length, { weights: wide.weights, statements: before }, narrow.weights))
          return
        const all = answered(problem)
        const remaining = answered({ ...problem, weights: [...weights, chosen] })
        if (typeof all === 'string') return expect(remaining).toBe(all)
        expect([...remaining].filter((portfolio) => !all.includes(portfolio))).toEqual([])
        kept++
      },
      150,
    )
    expect(kept).toBeGreaterThan(40)
  })

  it('about a score never enlarges the set, where it stays inside the interval', () => {
    const settled = problems.map((problem) => ({
      problem,
      narrower: {
        ...problem,
        projects: problem.projects.map((project) => ({
          ...project,
          scores: Object.fromEntries(
            Object.entries(project.scores).map(([id, score]) => [
              id,
              Array.isArray(score) ? middleHalf(score) : score,
            ]),
          ),
        })),
      },
    }))
    holds(settled, ({ problem, narrower }) => {
      const [all, remaining] = [answered(problem), answered(narrower)]
      if (typeof all === 'string') return expect(remaining).toBe(all)
      expect([...remaining].filter((portfolio) => !all.includes(portfolio))).toEqual([])
    })
  })

  const middleHalf = ([low, high]: readonly [Amount, Amount]): [Amount, Amount] => {
    const quarter = (Number(high) - Number(low)) / 4
    return [Number(low) + quarter, Number(high) - quarter]
  }
})

describe('nothing changes', () => {
  it('when projects, criteria, budgets, statements, rules and synergies come in another order', () => {
    const mixed = withOther((problem) =>
      fc.record({
        criteria: shuffled(problem.criteria),
        budgets: shuffled(problem.budgets),
        projects: shuffled(problem.projects),
        weights: shuffled(problem.weights),
        rules: shuffled(problem.rules),
        synergies: shuffled(problem.synergies),
      }),
    )
    holds(mixed, ({ problem, chosen }) =>
      expect(answered({ ...problem, ...chosen })).toEqual(answered(problem)),
    )
  })

  it('when the scores of criteria are given in other units, and what is said of weights with them', () => {
    // Scores times k, weights divided by k: the same values. Without shares, which are of all weights together.
    const scaled = withOther(({ criteria }) =>
      fc
        .tuple(...criteria.map(() => fc.constantFrom(1, 2, 4, 5, 10)))
        .map((all) => new Map(criteria.map(({ id }, c) => [id, all[c]!]))),
    ).map(({ problem, chosen }) => ({ problem: { ...problem, weights: ratiosOf(problem) }, chosen }))
    holds(scaled, ({ problem, chosen }) => {
      const by = (id: string) => chosen.get(id)!
      const projects = problem.projects.map((project) => ({
        ...project,
        scores: Object.fromEntries(
          Object.entries(project.scores).map(([id, score]) => [
            id,
            Array.isArray(score)
              ? ([times(score[0], by(id)), times(score[1], by(id))] as [Amount, Amount])
              : times(score, by(id)),
          ]),
        ),
      }))
      const synergies = (problem.synergies ?? []).map((one) => ({
        ...one,
        scores: timesEach(one.scores, by),
      }))
      // w_a / k_a against w_b / k_b: a bound m on w_a / w_b is one of m k_b / k_a on what is said in other units.
      const weights = problem.weights.map((ratio) => ({
        ...ratio,
        min: (ratio.min * by(ratio.b)) / by(ratio.a),
      }))
      const scaledProblem = { ...problem, projects, synergies, weights }
      expect(answered(scaledProblem)).toEqual(answered(problem))
    })
  })

  it('when a project is added that costs more than there is', () => {
    const dear = problems.filter(
      ({ projects, synergies = [], budgets }) =>
        // Negative costs would pay for it.
        [...projects, ...synergies].every(({ costs = {} }) =>
          Object.values(costs).every((cost) => Number(cost) >= 0),
        ) && budgets.length > 0,
    )
    holds(dear, (problem) => {
      const { id, limit } = problem.budgets[0]!
      const scores = Object.fromEntries(problem.criteria.map((criterion) => [criterion.id, 1000]))
      const project = { id: 'dear', costs: { [id]: Number(limit) + 0.25 }, scores }
      expect(answered({ ...problem, projects: [project, ...problem.projects] })).toEqual(answered(problem))
    })
  })

  it('when every budget and rule is said twice', () => {
    holds(problems, (problem) => {
      const { budgets, rules = [], projects, synergies = [] } = problem
      const again = <T extends { costs?: Record<string, Amount> }>(of: readonly T[]) =>
        of.map((one) => {
          if (!one.costs) return one
          const twice = Object.entries(one.costs).map(([id, cost]) => [`${id} again`, cost])
          return { ...one, costs: { ...one.costs, ...Object.fromEntries(twice) } }
        })
      const twice = {
        ...problem,
        budgets: [...budgets, ...budgets.map(({ id, limit }) => ({ id: `${id} again`, limit }))],
        rules: [...rules, ...rules],
        projects: again(projects),
        synergies: again(synergies),
      }
      expect(answered(twice)).toEqual(answered(problem))
    })
  })

  it('when money is counted in another unit', () => {
    const counted = withOther(({ budgets }) =>
      fc
        .tuple(...budgets.map(() => fc.constantFrom(2, 7, 100, 1024)))
        .map((all) => new Map(budgets.map(({ id }, b) => [id, all[b]!]))),
    )
    holds(counted, ({ problem, chosen }) => {
      const by = (id: string) => chosen.get(id)!
      const inUnits = <T extends { costs?: Record<string, Amount> }>(of: readonly T[] = []) =>
        of.map((one) => (one.costs ? { ...one, costs: timesEach(one.costs, by) } : one))
      const rules = (problem.rules ?? []).map((rule) =>
        'money' in rule ? { ...rule, money: times(rule.money, by(rule.budget)) } : rule,
      )
      const budgets = problem.budgets.map(({ id, limit }) => ({ id, limit: times(limit, by(id)) }))
      const other = {
        ...problem,
        budgets,
        rules,
        projects: inUnits(problem.projects),
        synergies: inUnits(problem.synergies),
      }
      expect(answered(other)).toEqual(answered(problem))
    })
  })
})

describe('a project forced in, and forced out', () => {
  it('parts the portfolios: each that is non-dominated is so on its side', () => {
    const forced = withOther(({ projects }) => fc.constantFrom(...projects.map(({ id }) => id)))
    holds(forced, ({ problem, chosen }) => {
      const all = answered(problem)
      const sides = (['in', 'out'] as const).map((kind) =>
        answered({ ...problem, rules: [...(problem.rules ?? []), { kind, project: chosen }] }),
      )
      if (all === 'no weights') return expect(sides).toEqual([all, all])
      if (all === 'no portfolio') return expect(sides).toEqual([all, all])
      for (const portfolio of all) {
        const side = sides[portfolio.split(' ').includes(chosen) ? 0 : 1]!
        expect(side).toContain(portfolio)
      }
      // And something is feasible on one side at least when something is at all.
      expect(sides.some((side) => typeof side !== 'string')).toBe(all.length > 0)
    })
  })
})

/** A problem's statements about two criteria, as bounds from below on a ratio of their weights. */
function ratiosOf({ weights = [] }: PublicProblem) {
  return weights.flatMap((weight) => {
    if (weight.kind === 'atLeast') return [{ kind: 'ratio' as const, a: weight.a, b: weight.b, min: 1 }]
    if (weight.kind === 'rank')
      return weight.order.slice(1).map((b, i) => ({ kind: 'ratio' as const, a: weight.order[i]!, b, min: 1 }))
    return []
  })
}
