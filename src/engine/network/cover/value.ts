import { type Evidence, meets } from './evidence.ts'
import type { Ties } from './nearness.ts'
import { experiencePoints, fillPoints } from './reasons.ts'
import { placeOf } from './tally.ts'
import type { Weights } from './weights.ts'

/** What a consortium is worth, in whole numbers and in this order. */
export type Value = {
  /** Obligatory demands that are lacking, each unit with its demand's weight. */
  readonly short: number
  readonly partners: number
  /** Points for evidence, for earlier joint work of pairs, and for what each partner is. */
  readonly quality: number
}

/** Of two who have worked together: points that a consortium has for both. */
export type Pair = { readonly a: number; readonly b: number; readonly points: number }

/** Points of everything that a consortium may have, made once; sums of them are what is optimised. */
export type Points = {
  /** Of a demand that counts partners, by candidate: `demand * candidates + candidate`. */
  readonly evidence: Uint16Array
  /** Of a demand that counts regions or countries, for each of them. */
  readonly place: readonly number[]
  readonly own: Int32Array
  readonly pairs: readonly Pair[]
  /** Of each candidate, by the other of the pair. */
  readonly pairsOf: readonly ReadonlyMap<number, number>[]
}

/** Pairs that are looked at: those that have worked together most. */
const mostPairs = 300

export function pointsOf(evidence: Evidence, ties: Ties, weights: Weights): Points {
  const { call, candidates, strength } = evidence
  const n = candidates.length
  const evidencePoints = new Uint16Array(strength.length)
  for (const [d, demand] of call.demands.entries())
    for (let at = d * n; at < (d + 1) * n; at++)
      if (evidence.bits[at]! & meets) evidencePoints[at] = fillPoints(demand, strength[at]!, weights, 'fills')
  const pairs = pairsOf(ties, weights)
  const byCandidate = candidates.map(() => new Map<number, number>())
  for (const { a, b, points } of pairs) {
    byCandidate[a]!.set(b, points)
    byCandidate[b]!.set(a, points)
  }
  return {
    evidence: evidencePoints,
    place: call.demands.map((demand) => fillPoints(demand, 100, weights, 'fills')),
    own: Int32Array.from(candidates, (candidate) => ownPoints(candidate, weights)),
    pairs,
    pairsOf: byCandidate,
  }
}

/** What speaks for a candidate whoever else is in. */
function ownPoints(
  { likeness = 0, home = 0, projects = 0, readiness = {} }: Evidence['candidates'][number],
  weights: Weights,
): number {
  const answer = readiness.answer === 'yes' ? weights.yes : readiness.answer === 'maybe' ? weights.maybe : 0
  const capacity =
    readiness.capacity === 'free' ? weights.free : readiness.capacity === 'none' ? weights.busy : 0
  const experience = projects === 0 ? weights.newcomer : experiencePoints(projects, weights)
  const competing = readiness.competing === undefined ? 0 : weights.competing
  return Math.round(
    weights.likeness * likeness + weights.home * home + answer + capacity + experience + competing,
  )
}

function pairsOf({ begins, others, weights: joint }: Ties, weights: Weights): Pair[] {
  const sums = new Map<number, number>()
  const n = begins.length - 1
  for (let a = 0; a < n; a++)
    for (let at = begins[a]!; at < begins[a + 1]!; at++)
      if (others[at]! > a) sums.set(a * n + others[at]!, (sums.get(a * n + others[at]!) ?? 0) + joint[at]!)
  return [...sums]
    .map(([key, weight]) => ({
      a: Math.floor(key / n),
      b: key % n,
      points: Math.round((weights.jointWork / 4) * (1 - Math.exp(-weight))),
    }))
    .filter(({ points }) => points > 0)
    .sort((x, y) => y.points - x.points || x.a - y.a || x.b - y.b)
    .slice(0, mostPairs)
}

/** The value of those who are in, from nothing: what every way of looking for a consortium goes by. */
export function worthOf(evidence: Evidence, points: Points, members: readonly number[]): Value {
  let [short, quality] = [0, 0]
  for (const [d, { need, must, weight }] of evidence.call.demands.entries()) {
    const met = bestOf(evidence, points, d, members)
    if (must) short += weight * (need - Math.min(need, met.length))
    for (const one of met.slice(0, need)) quality += one
  }
  for (const [i, c] of members.entries()) {
    quality += points.own[c]!
    const pairs = points.pairsOf[c]!
    if (pairs.size > 0) for (let j = i + 1; j < members.length; j++) quality += pairs.get(members[j]!) ?? 0
  }
  return { short, partners: members.length, quality }
}

/** The points of each unit that a demand counts, the most first. */
function bestOf(evidence: Evidence, points: Points, d: number, members: readonly number[]): number[] {
  const n = evidence.candidates.length
  const met = members.filter((c) => evidence.bits[d * n + c]! & meets)
  if (evidence.call.demands[d]!.counted === 'partners')
    return met.map((c) => points.evidence[d * n + c]!).sort((a, b) => b - a)
  const places = new Set(met.map((c) => placeOf(evidence, d, c)))
  places.delete(-1)
  return [...places].map(() => points.place[d]!)
}

/**
 * What is looked for: `fewest` meets what is obligatory, then takes as few partners as can be, then the best;
 * `weighted` meets what is obligatory, then weighs quality against what each further partner costs.
 */
export type Aim = 'fewest' | 'weighted'

/** What n partners cost in points, whole: convex, so that each one more costs more than the one before. */
export const coordinationOf = (n: number, { coordination }: Weights): number =>
  Math.round(coordination * n * n)

/** Less than nothing when `a` is better. */
export function compareValues(a: Value, b: Value, aim: Aim, weights: Weights): number {
  if (a.short !== b.short) return a.short - b.short
  if (aim === 'fewest') return a.partners - b.partners || b.quality - a.quality
  return (
    b.quality - coordinationOf(b.partners, weights) - (a.quality - coordinationOf(a.partners, weights)) ||
    a.partners - b.partners
  )
}
