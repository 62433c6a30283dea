import type { Question } from './question.ts'
import type { Standardised } from './standardise.ts'

/** How far a unit is from the target. */
export type Distance = {
  code: string
  /** Weighted Euclidean distance: the root of the weighted mean of squared differences. 0 is alike. */
  distance: number
  /** The share of the weights whose variables both have, 0 to 1. */
  share: number
}

/** What makes a distance. */
export type Makings = {
  /** The differences of the variables that both have, in standard deviations, and the share of the distance each makes. */
  parts: { variable: string; difference: number; share: number }[]
  /** Variables of which one of the two has no value. */
  missing: string[]
}

type Asked = Pick<Question, 'target' | 'ownCountry'>

const usedOf = ({ spreads }: Standardised, weights: readonly number[]) =>
  spreads.map((s, i) => ({ code: s.code, i, weight: s.idle ? 0 : weights[i]! })).filter((v) => v.weight > 0)

/**
 * The distance of every other unit from the target, over the variables that both have; their weights are scaled so
 * that they make 1 again. Source of the method: Navarro et al., Regional benchmarking in the smart specialisation
 * process (JRC89819, 2014), with a plain rule for missing values.
 */
export function distancesFrom(standardised: Standardised, weights: readonly number[], q: Asked): Distance[] {
  const { units } = standardised
  const target = units.find((u) => u.code === q.target)
  if (!target) return []
  const used = usedOf(standardised, weights)
  const whole = used.reduce((n, v) => n + v.weight, 0)
  return units
    .filter((u) => u !== target)
    .filter((u) => q.ownCountry || u.country === undefined || u.country !== target.country)
    .map((unit) => {
      let [weight, squares] = [0, 0]
      for (const v of used) {
        const [a, b] = [target.z[v.i] ?? null, unit.z[v.i] ?? null]
        if (a === null || b === null) continue
        weight += v.weight
        squares += v.weight * (b - a) ** 2
      }
      return {
        code: unit.code,
        distance: weight === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(squares / weight),
        share: whole === 0 ? 0 : weight / whole,
      }
    })
}

/** What makes the distance between the target and one unit. */
export function makingsOf(
  standardised: Standardised,
  weights: readonly number[],
  { target: of }: Asked,
  code: string,
): Makings {
  const [target, unit] = [of, code].map((c) => standardised.units.find((u) => u.code === c))
  const missing: string[] = []
  const common: { variable: string; difference: number; square: number }[] = []
  for (const v of usedOf(standardised, weights)) {
    const [a, b] = [target?.z[v.i] ?? null, unit?.z[v.i] ?? null]
    if (a === null || b === null) missing.push(v.code)
    else common.push({ variable: v.code, difference: b - a, square: v.weight * (b - a) ** 2 })
  }
  const squares = common.reduce((n, p) => n + p.square, 0)
  const parts = common.map(({ variable, difference, square }) => ({
    variable,
    difference,
    share: squares === 0 ? 0 : square / squares,
  }))
  return { parts, missing }
}

/** Digits after the point to which every figure of a result is rounded: ties and stored runs are judged by these. */
export const digits = 6

export const rounded = (value: number): number => {
  const scaled = Math.round(value * 10 ** digits) / 10 ** digits
  return scaled === 0 ? 0 : scaled
}

/** Nearest first; of two that are as near, by code. */
export function inOrder(distances: readonly Distance[], leastShare: number): Distance[] {
  const least = rounded(leastShare)
  return distances
    .filter((d) => d.share > 0 && rounded(d.share) >= least)
    .map((d) => ({ d, at: rounded(d.distance) }))
    .sort((a, b) => a.at - b.at || (a.d.code < b.d.code ? -1 : 1))
    .map(({ d }) => d)
}
