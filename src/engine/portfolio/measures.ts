import { sharedWidth, uncertainItems, type Valued, valued } from './dominance.ts'
import type { Fault } from './fault.ts'
import { itemsOf, type Objective, objectivesAt } from './objectives.ts'
import type { Portfolio, Problem, Score } from './problem.ts'
import { compare, plus, type Rational, rational, sumOf, times } from './rational.ts'
import { finish, type Steps } from './steps.ts'
import type { WeightSet } from './weights.ts'

/** Portfolios that are measured between two yields: some milliseconds. */
const turn = 50

/** In how many of the listed portfolios a project is: its core index, exactly. */
export type CoreIndex = { readonly in: number; readonly of: number }

export type PortfolioMeasures = {
  /** By criterion, synergies counted: the lowest and the highest sum of scores. */
  readonly values: readonly Score[]
  /** The smallest overall value over all weights and scores that are allowed. */
  readonly maximin: Rational
  /** By how much another of the listed portfolios can be better at most. */
  readonly regret: Rational
  /** The overall value at the mean of the extreme points, with each score in the middle of its interval. */
  readonly central: Rational
}

export type Measures = {
  /** By project. */
  readonly core: readonly CoreIndex[]
  /** By portfolio, in their order. */
  readonly portfolios: readonly PortfolioMeasures[]
}

/**
 * Measures of the listed portfolios (Liesiö, Mild, Salo, EJOR 181 (2007), section 3): core indexes, and what decision
 * rules go by. Exact. With intervals the regrets compare portfolios by pairs.
 */
export function* measuring(
  problem: Problem,
  weights: WeightSet,
  portfolios: readonly Portfolio[],
): Steps<{ readonly measures: Measures } | { readonly faults: readonly Fault[] }> {
  const at = objectivesAt(problem, weights.points)
  if ('faults' in at) return at
  const all = portfolios.map((portfolio) => valued(at.objectives, itemsOf(problem, portfolio)))
  yield
  const regrets = yield* regretsOf(at.objectives, all)
  const measured: PortfolioMeasures[] = []
  for (const [i, p] of all.entries()) {
    if (i % turn === turn - 1) yield
    const values = valuesOf(problem, p.items)
    const worth = at.objectives.map((objective, k) => inUnits(p.low[k]!, objective))
    const maximin = worth.reduce((a, b) => (compare(b, a) < 0 ? b : a))
    measured.push({ values, maximin, regret: regrets[i]!, central: centralOf(values, weights.middle) })
  }
  return { measures: { core: coreIndexes(problem.projects.length, portfolios), portfolios: measured } }
}

/** The same at once. */
export const measuresOf = (...of: Parameters<typeof measuring>) => finish(measuring(...of))

/** By project: in how many of the portfolios it is. */
export function coreIndexes(projects: number, portfolios: readonly Portfolio[]): CoreIndex[] {
  const counts = new Array<number>(projects).fill(0)
  for (const portfolio of portfolios) for (const project of portfolio) counts[project]!++
  return counts.map((count) => ({ in: count, of: portfolios.length }))
}

const inUnits = (units: number, { unit }: Objective): Rational => times(rational(BigInt(units)), unit)

function valuesOf({ criteria, projects, synergies }: Problem, items: Uint8Array): Score[] {
  const taken = projects.filter((_, i) => items[i])
  const met = synergies.filter((_, s) => items[projects.length + s])
  return criteria.map((_, c) => {
    const joint = sumOf(met.map(({ scores }) => scores[c]!))
    return {
      low: plus(sumOf(taken.map(({ scores }) => scores[c]!.low)), joint),
      high: plus(sumOf(taken.map(({ scores }) => scores[c]!.high)), joint),
    }
  })
}

function centralOf(values: readonly Score[], weights: readonly Rational[]): Rational {
  const doubled = sumOf(values.map(({ low, high }, c) => times(weights[c]!, plus(low, high))))
  return rational(doubled.n, 2n * doubled.d)
}

/**
 * By portfolio p the most of V(q) - V(p) over every listed q, weights and scores: highest scores of what only q has
 * less lowest scores of what only p has, at the extreme points. Never below 0, which it is to itself.
 */
function* regretsOf(objectives: readonly Objective[], all: readonly Valued[]): Steps<Rational[]> {
  const uncertain = uncertainItems(objectives)
  const most = all.map(() => rational(0n))
  for (const [k, objective] of objectives.entries()) {
    const ranked = [...all].sort((p, q) => q.high[k]! - p.high[k]!)
    for (const [i, p] of all.entries()) {
      if (i % turn === turn - 1) yield
      let regret = 0
      for (const q of ranked) {
        // What they share only takes from this difference: none further down the ranking can be more.
        const difference = q.high[k]! - p.low[k]!
        if (difference <= regret) break
        regret = Math.max(regret, difference - sharedWidth(objective, uncertain, p, q))
      }
      const worth = inUnits(regret, objective)
      if (compare(worth, most[i]!) > 0) most[i] = worth
    }
  }
  return most
}
