import type { Fault } from './fault.ts'
import { objectivesAt, tooLarge } from './objectives.ts'
import type { Problem, Rule, Statement, Synergy } from './problem.ts'
import type { Programme, Row } from './programme.ts'
import { divisorOf, floorOf, multipleOf, type Rational, rational, sizeOf, unitsOf } from './rational.ts'
import type { WeightSet } from './weights.ts'

/** A problem in the form that is solved, and the way back. */
export type Formulation = {
  readonly programme: Programme
  /** For each objective the extreme points of the weight set that it stands for: those where values are multiples. */
  readonly points: readonly (readonly number[])[]
}

/** A row as it is stated: by item, at most the bound. */
type Stated = {
  readonly says: Statement
  readonly terms: readonly (readonly [item: number, coefficient: Rational])[]
  readonly bound: Rational
}

/** Sums of a row, its bound included, stay below this in size. */
const mostSum = 2n ** 53n

/** The programme of a problem, or why it cannot be computed exactly. */
export function formulate(
  problem: Problem,
  weights: WeightSet,
): { readonly formulation: Formulation } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const items = problem.projects.length + problem.synergies.length
  const rows = statedRows(problem).flatMap((stated) => {
    const row = rowOf(stated, items)
    if (row && 'code' in row) faults.push(row)
    return row && 'says' in row ? [row] : []
  })
  const valued = objectivesAt(problem, weights.points)
  if ('faults' in valued) return { faults: [...faults, ...valued.faults] }
  if (faults.length > 0) return { faults }

  const merged = new Map<string, number[]>()
  for (const [point, { low, high }] of valued.objectives.entries()) {
    // In lowest terms, multiples of each other are the same.
    const key = `${low.join()};${high.join()}`
    merged.set(key, [...(merged.get(key) ?? []), point])
  }
  const points = [...merged.values()]
  const layOut = (of: 'low' | 'high') => {
    const laid = new Float64Array(items * points.length)
    for (const [k, [first]] of points.entries())
      for (let i = 0; i < items; i++) laid[i * points.length + k] = valued.objectives[first!]![of][i]!
    return laid
  }
  const low = layOut('low')
  const isPoint = valued.objectives.every((o) => o.low.every((value, i) => value === o.high[i]))
  const high = isPoint ? low : layOut('high')
  return { formulation: { programme: { items, objectives: points.length, low, high, rows }, points } }
}

/** In whole numbers, lowest terms; undefined for a row that everything keeps. */
function rowOf({ says, terms, bound }: Stated, items: number): Row | Fault | undefined {
  const sums = new Map<number, Rational>()
  for (const [item, coefficient] of terms) if (coefficient.n !== 0n) sums.set(item, coefficient)
  const scale = multipleOf([...sums.values()].map(({ d }) => d))
  const whole = [...sums].map(([item, coefficient]) => [item, unitsOf(coefficient, scale)] as const)
  let divisor = 0n
  for (const [, coefficient] of whole) divisor = divisorOf(divisor, coefficient)
  if (divisor === 0n) divisor = 1n
  const coefficients = new Float64Array(items)
  let [least, most] = [0n, 0n]
  for (const [item, coefficient] of whole) {
    const units = coefficient / divisor
    coefficients[item] = Number(units)
    if (units < 0n) least += units
    else most += units
  }
  // The sum is whole, and between least and most: a bound beyond those says no more than the next one beyond them.
  let limit = floorOf(bound.n * scale, bound.d * divisor)
  if (limit >= most) return undefined
  if (limit < least) limit = least - 1n
  const size = most - least + sizeOf(limit)
  if (size >= mostSum) return tooLarge(says.path, size, mostSum)
  return { coefficients, bound: Number(limit), says: [says.path] }
}

function statedRows({ projects, budgets, rules, synergies }: Problem): Stated[] {
  const rows: Stated[] = []
  for (const [b, budget] of budgets.entries())
    rows.push({
      says: budget,
      terms: [...projects, ...synergies].map(({ costs }, item) => [item, costs[b]!] as const),
      bound: budget.limit,
    })
  const costIn = (budget: number) => (project: number) => projects[project]!.costs[budget]!
  for (const rule of rules) rows.push(...rowsOfRule(rule, costIn))
  for (const [s, synergy] of synergies.entries()) rows.push(...rowsOfSynergy(synergy, projects.length + s))
  return rows
}

const whole = (n: number): Rational => rational(BigInt(n))
const minus = ({ n, d }: Rational): Rational => ({ n: -n, d })

/** A row of a rule: so many times each project, at most the bound. */
const row = (
  says: Statement,
  bound: Rational,
  ...terms: readonly (readonly [project: number, coefficient: Rational])[]
): Stated => ({ says, terms, bound })

function rowsOfRule(rule: Rule, costIn: (budget: number) => (project: number) => Rational): Stated[] {
  switch (rule.kind) {
    case 'in':
      return [row(rule, whole(-1), [rule.project, whole(-1)])]
    case 'out':
      return [row(rule, whole(0), [rule.project, whole(1)])]
    case 'excludes':
      return [row(rule, whole(1), ...rule.projects.map((p) => [p, whole(1)] as const))]
    case 'requires':
      return rule.needs.map((need) => row(rule, whole(0), [rule.project, whole(1)], [need, whole(-1)]))
    case 'allOrNone':
      // A ring: each only with the next, so that one of them brings all.
      return rule.projects.length < 2
        ? []
        : rule.projects.map((p, i) => {
            const next = rule.projects[(i + 1) % rule.projects.length]!
            return row(rule, whole(0), [p, whole(1)], [next, whole(-1)])
          })
    case 'atLeast':
    case 'atMost': {
      const isMoney = 'money' in rule
      const [bound, amountOf] = isMoney
        ? [rule.money, costIn(rule.budget)]
        : [whole(rule.count), () => whole(1)]
      const sign = rule.kind === 'atMost' ? (amount: Rational) => amount : minus
      return [row(rule, sign(bound), ...rule.projects.map((p) => [p, sign(amountOf(p))] as const))]
    }
  }
}

/** The item z of a synergy is taken exactly when at least n of its projects are. */
function rowsOfSynergy(synergy: Synergy, z: number): Stated[] {
  const { projects, atLeast: n } = synergy
  const taken = projects.map((p) => [p, whole(1)] as const)
  return [
    // n z <= sum x
    row(synergy, whole(0), [z, whole(n)], ...projects.map((p) => [p, whole(-1)] as const)),
    // sum x - (n - 1) <= (|S| - n + 1) z
    row(synergy, whole(n - 1), ...taken, [z, whole(-(projects.length - n + 1))]),
  ]
}
