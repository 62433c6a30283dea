import { type Fraction, fraction, isLess, minus, over, parse, plus, times, zero } from '../budget/fraction.ts'
import type { Amount, PublicProblem, PublicRule, PublicWeight } from './random-problem.ts'

/**
 * The definition of the paper (Liesiö, Mild, Salo, EJOR 181 (2007), section 2) on every subset of at most 12 projects,
 * straight from the public form of a problem: no line of the engine is used.
 */
export type Brute =
  | { weights: 'none' }
  /** Feasible sets that none dominates, as joined ids in the problem's order, sorted. */
  | { weights: 'some'; portfolios: readonly string[]; feasible: number; points: readonly string[] }

export function bruteForce(problem: PublicProblem): Brute {
  const vertices = verticesOf(problem)
  if (vertices.length === 0) return { weights: 'none' }
  const sets = Array.from({ length: 2 ** problem.projects.length }, (_, set) => set)
  const feasible = sets.filter((set) => isFeasible(problem, set))
  const values = vertices.map((vertex) => valuesAt(problem, vertex))
  const isDominated = (q: number) =>
    feasible.some((p) => {
      if (p === q) return false
      let better = false
      for (const { low, high, joint } of values) {
        const [mine, theirs] = [p & ~q, q & ~p]
        const both = joint[p]! - joint[q]!
        if (low[mine]! - high[theirs]! + both < 0n) return false
        // Better for one of the scores that may be, not for all of them.
        if (high[mine]! - low[theirs]! + both > 0n) better = true
      }
      return better
    })
  const portfolios = feasible.filter((set) => !isDominated(set)).map((set) => written(problem, set))
  const points = vertices.map((v) => v.map(({ n, d }) => `${n}/${d}`).join(' ')).sort()
  return { weights: 'some', portfolios: portfolios.sort(), feasible: feasible.length, points }
}

const exact = (amount: Amount | undefined): Fraction => (amount === undefined ? zero : parse(String(amount)))
const takes = (problem: PublicProblem, set: number, id: string) =>
  ((set >> problem.projects.findIndex((p) => p.id === id)) & 1) === 1
const written = (problem: PublicProblem, set: number) =>
  problem.projects.flatMap(({ id }, i) => ((set >> i) & 1 ? [id] : [])).join(' ')
const total = (all: readonly Fraction[]) => all.reduce(plus, zero)

function isFeasible(problem: PublicProblem, set: number): boolean {
  const taken = problem.projects.filter((_, i) => (set >> i) & 1)
  const met = metSynergies(problem, set)
  const cost = (of: readonly { costs?: Record<string, Amount> }[], budget: string) =>
    total(of.map(({ costs }) => exact(costs?.[budget])))
  const count = (ids: readonly string[]) => ids.filter((id) => takes(problem, set, id)).length
  const keeps = (rule: PublicRule): boolean => {
    switch (rule.kind) {
      case 'in':
        return takes(problem, set, rule.project)
      case 'out':
        return !takes(problem, set, rule.project)
      case 'excludes':
        return count(rule.projects) <= 1
      case 'allOrNone':
        return [0, rule.projects.length].includes(count(rule.projects))
      case 'requires':
        return !takes(problem, set, rule.project) || count([rule.needs].flat()) === [rule.needs].flat().length
      default: {
        const group = taken.filter(({ id }) => rule.projects.includes(id))
        const [has, bound] =
          'money' in rule
            ? [cost(group, rule.budget), exact(rule.money)]
            : [fraction(BigInt(group.length)), fraction(BigInt(rule.count))]
        return rule.kind === 'atLeast' ? !isLess(has, bound) : !isLess(bound, has)
      }
    }
  }
  const within = problem.budgets.every(
    ({ id, limit }) => !isLess(exact(limit), plus(cost(taken, id), cost(met, id))),
  )
  return within && (problem.rules ?? []).every(keeps)
}

const metSynergies = (problem: PublicProblem, set: number) =>
  (problem.synergies ?? []).filter(
    ({ projects, atLeast }) =>
      projects.filter((id) => takes(problem, set, id)).length >= (atLeast ?? projects.length),
  )

/** By set of projects: the sums of lowest and of highest scores, and what synergies add, in whole units of any size. */
function valuesAt(problem: PublicProblem, vertex: readonly Fraction[]) {
  const scale = 100n * vertex.reduce((all, { d }) => all * d, 1n)
  const weighted = (scoreOf: (criterion: string) => Fraction): bigint => {
    const value = total(problem.criteria.map(({ id }, c) => times(vertex[c]!, scoreOf(id))))
    return (value.n * scale) / value.d
  }
  const end = (which: 0 | 1) =>
    problem.projects.map(({ scores }) =>
      weighted((criterion) => {
        const score = scores[criterion]!
        return exact(Array.isArray(score) ? score[which] : score)
      }),
    )
  const synergies = new Map(
    (problem.synergies ?? []).map((s) => [s, weighted((criterion) => exact(s.scores?.[criterion]))]),
  )
  const sets = 2 ** problem.projects.length
  const sums = (of: readonly bigint[]) =>
    Array.from({ length: sets }, (_, set) => of.reduce((sum, v, i) => ((set >> i) & 1 ? sum + v : sum), 0n))
  const joint = Array.from({ length: sets }, (_, set) =>
    metSynergies(problem, set).reduce((sum, s) => sum + synergies.get(s)!, 0n),
  )
  return { low: sums(end(0)), high: sums(end(1)), joint }
}

/**
 * Every vertex of the weights that the statements allow: each choice of as many equalities as there are criteria less
 * one is solved together with "the sum is one", and kept when it meets everything.
 */
export function verticesOf({ criteria, weights = [] }: Pick<PublicProblem, 'criteria' | 'weights'>) {
  const size = criteria.length
  const at = (id: string) => criteria.findIndex((criterion) => criterion.id === id)
  const unit = (i: number) => criteria.map((_, j) => fraction(i === j ? 1n : 0n))
  const all = criteria.map(() => fraction(1n))
  const less = (a: readonly Fraction[], times_: Fraction, b: readonly Fraction[]) =>
    a.map((x, i) => minus(x, times(times_, b[i]!)))
  const negative = (a: readonly Fraction[]) => a.map((x) => minus(zero, x))
  const said = (w: PublicWeight): (readonly Fraction[])[] => {
    if (w.kind === 'none') return []
    if (w.kind === 'rank')
      return w.order.slice(1).map((b, i) => less(unit(at(w.order[i]!)), fraction(1n), unit(at(b))))
    if (w.kind === 'atLeast') return [less(unit(at(w.a)), fraction(1n), unit(at(w.b)))]
    const [one, other] = w.kind === 'bounds' ? [unit(at(w.criterion)), all] : [unit(at(w.a)), unit(at(w.b))]
    return [
      ...(w.min === undefined ? [] : [less(one, exact(w.min), other)]),
      ...(w.max === undefined ? [] : [negative(less(one, exact(w.max), other))]),
    ]
  }
  const conditions = [...criteria.map((_, i) => unit(i)), ...weights.flatMap(said)]
  const found = new Map<string, Fraction[]>()
  for (const chosen of subsets(conditions.length, size - 1)) {
    const equalities = chosen.map((i) => [...conditions[i]!, zero])
    const point = solve([...equalities, [...all, fraction(1n)]], size)
    if (!point) continue
    const meets = conditions.every((a) => !isLess(total(a.map((x, i) => times(x, point[i]!))), zero))
    if (meets) found.set(point.map(({ n, d }) => `${n}/${d}`).join(), point)
  }
  return [...found.values()]
}

function* subsets(count: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let i = from; i <= count - size; i++)
      for (const rest of subsets(count, size - 1, i + 1)) yield [i, ...rest]
}

/** The one solution of as many equations as unknowns, by elimination; undefined when there is none or many. */
function solve(equations: readonly (readonly Fraction[])[], size: number): Fraction[] | undefined {
  const rows = equations.map((row) => [...row])
  for (let column = 0; column < size; column++) {
    const found = rows.findIndex((row, i) => i >= column && row[column]!.n !== 0n)
    if (found < 0) return undefined
    ;[rows[column], rows[found]] = [rows[found]!, rows[column]!]
    const lead = rows[column]!.map((x) => over(x, rows[column]![column]!))
    rows[column] = lead
    for (const [i, row] of rows.entries())
      if (i !== column && row[column]!.n !== 0n)
        rows[i] = row.map((x, j) => minus(x, times(row[column]!, lead[j]!)))
  }
  return rows.map((row) => row[size]!)
}
