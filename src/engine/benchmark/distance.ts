import type { Question } from './question.ts'
import type { Standardised } from './standardise.ts'

/** How far two units are from each other, and over what. */
export type Distance = {
  code: string
  /** Weighted Euclidean distance: the root of the weighted mean of squared differences. 0 is alike. */
  distance: number
  /** The share of the weights whose variables both have, 0 to 1. */
  share: number
  /** The differences of the variables that both have, in standard deviations, and the share of the distance each makes. */
  parts: { variable: string; difference: number; share: number }[]
  /** Variables of which one of the two has no value. */
  missing: string[]
}

/**
 * The distance of every other unit from the target, over the variables that both have; their weights are scaled so
 * that they make 1 again. Source of the method: Navarro et al., Regional benchmarking in the smart specialisation
 * process (JRC89819, 2014), with a plain rule for missing values.
 */
export function distancesFrom(
  { spreads, units }: Standardised,
  weights: readonly number[],
  q: Pick<Question, 'target' | 'ownCountry'>,
): Distance[] {
  const target = units.find((u) => u.code === q.target)
  if (!target) return []
  const used = spreads
    .map((s, i) => ({ code: s.code, i, weight: s.idle ? 0 : weights[i]! }))
    .filter((v) => v.weight > 0)
  const whole = used.reduce((n, v) => n + v.weight, 0)
  return units
    .filter((u) => u !== target)
    .filter((u) => q.ownCountry || u.country === undefined || u.country !== target.country)
    .map((unit) => {
      const missing: string[] = []
      const common: { variable: string; difference: number; square: number }[] = []
      let [weight, squares] = [0, 0]
      for (const v of used) {
        const [a, b] = [target.z[v.i] ?? null, unit.z[v.i] ?? null]
        if (a === null || b === null) {
          missing.push(v.code)
          continue
        }
        const square = v.weight * (b - a) ** 2
        common.push({ variable: v.code, difference: b - a, square })
        weight += v.weight
        squares += square
      }
      return {
        code: unit.code,
        distance: weight === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(squares / weight),
        share: whole === 0 ? 0 : weight / whole,
        parts: common.map(({ variable, difference, square }) => ({
          variable,
          difference,
          share: squares === 0 ? 0 : square / squares,
        })),
        missing,
      }
    })
}

/** Digits after the point to which every figure of a result is rounded: ties and stored runs are judged by these. */
export const digits = 6

export const rounded = (value: number): number => {
  const scaled = Math.round(value * 10 ** digits) / 10 ** digits
  return scaled === 0 ? 0 : scaled
}

/** Nearest first; of two that are as near, by code. */
export function inOrder(distances: readonly Distance[], leastShare: number): Distance[] {
  return distances
    .filter((d) => d.share > 0 && rounded(d.share) >= rounded(leastShare))
    .sort((a, b) => rounded(a.distance) - rounded(b.distance) || (a.code < b.code ? -1 : 1))
}
