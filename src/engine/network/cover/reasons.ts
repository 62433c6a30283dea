import type { Demand } from './demand.ts'
import type { Evidence } from './evidence.ts'
import { farthest, type Nearness } from './nearness.ts'
import { brings, proves, type Tally } from './tally.ts'
import type { Weights } from './weights.ts'

/** Why somebody is asked rather than another. */
export const reasonKinds = [
  'fills',
  'proves',
  'region',
  'country',
  'likeness',
  'joint-work',
  'home',
  'experience',
  'new-with-them',
  'newcomer',
  'coordination',
  'distance',
  'answered',
  'capacity',
  'fresh',
  'competing',
  'overlap',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** Hands one reason on: its points (a whole number), what it counts (partners, steps, demands), and its demand. */
export type Take = (kind: ReasonKind, points: number, count: number, demand?: number) => void

/** Doublings of earlier projects that still count. */
const mostDoublings = 6
/** A profile that was confirmed within so many days is fresh. */
const freshDays = 365
const mostOverlaps = 5

/** What filling a demand is worth, or showing it: half for the evidence, half for how strong it is (0 to 100). */
export const fillPoints = (
  { must, weight }: Demand,
  strength: number,
  weights: Weights,
  how: 'fills' | 'proves',
): number =>
  Math.round(
    ((how === 'proves' ? weights.proves : must ? weights.must : weights.wished) * weight * (100 + strength)) /
      2_000,
  )

/** Each doubling of projects tells as much as the one before. */
export const experiencePoints = (projects: number, { experience }: Weights): number =>
  experience * Math.min(mostDoublings, Math.log2(1 + projects))

/**
 * Tells every reason for and against one candidate beside those who are in. Each is rounded to whole points before
 * anything is added up, so that the score is exactly the sum of what is told.
 */
export function reasonsFor(
  evidence: Evidence,
  tally: Tally,
  near: Nearness,
  weights: Weights,
  c: number,
  take: Take,
): void {
  const give: Take = (kind, points, count, demand) => {
    const whole = Math.round(points)
    if (whole !== 0) take(kind, whole, count, demand)
  }
  demandReasons(evidence, tally, weights, c, give)
  placeReasons(evidence, tally, weights, c, give)
  const { projects = 0, likeness = 0, home = 0 } = evidence.candidates[c]!
  give('likeness', weights.likeness * likeness, Math.round(100 * likeness))
  give('joint-work', weights.jointWork * (1 - Math.exp(-near.joint[c]!)), near.partners[c]!)
  give('home', weights.home * home, Math.round(100 * home))
  give('experience', experiencePoints(projects, weights), projects)
  if (projects === 0) give('newcomer', weights.newcomer, 0)
  const together = tally.members.length
  if (together > 0) {
    if (near.partners[c] === 0) give('new-with-them', weights.newWithThem, together)
    const steps = near.steps[c]!
    if (steps > 2) give('distance', -weights.distance * (steps - 2), steps === farthest ? 0 : steps)
  }
  give('coordination', -weights.coordination * ((together + 1) ** 2 - together ** 2), together + 1)
  readinessReasons(evidence, weights, c, give)
}

function demandReasons(evidence: Evidence, tally: Tally, weights: Weights, c: number, give: Take): void {
  const { demands } = evidence.call
  const n = evidence.candidates.length
  let overlaps = 0
  for (let d = 0; d < demands.length; d++) {
    if (!evidence.bits[d * n + c]) continue
    const { need } = demands[d]!
    const strength = evidence.strength[d * n + c]!
    const points = (how: 'fills' | 'proves') => fillPoints(demands[d]!, strength, weights, how)
    if (tally.met[d]! < need) {
      if (brings(evidence, tally, d, c)) give('fills', points('fills'), 1, d)
    } else if (tally.shown[d]! < need && proves(evidence, tally, d, c)) {
      give('proves', points('proves'), 1, d)
    } else if (demands[d]!.asks.kind !== 'anybody') overlaps++
  }
  give('overlap', weights.overlap * Math.min(mostOverlaps, overlaps), overlaps)
}

function placeReasons(evidence: Evidence, { members }: Tally, weights: Weights, c: number, give: Take): void {
  const isFirst = (of: Int32Array) => of[c] !== -1 && !members.some((member) => of[member] === of[c])
  if (isFirst(evidence.regions)) give('region', weights.region, 1)
  if (isFirst(evidence.countries)) give('country', weights.country, 1)
}

function readinessReasons({ candidates, today }: Evidence, weights: Weights, c: number, give: Take): void {
  const { readiness = {} } = candidates[c]!
  if (readiness.answer === 'yes') give('answered', weights.yes, 2)
  if (readiness.answer === 'maybe') give('answered', weights.maybe, 1)
  if (readiness.capacity === 'free') give('capacity', weights.free, 1)
  if (readiness.capacity === 'none') give('capacity', weights.busy, 0)
  if (readiness.confirmed !== undefined && today - readiness.confirmed <= freshDays)
    give('fresh', weights.fresh, today - readiness.confirmed)
  if (readiness.competing !== undefined) give('competing', weights.competing, 1)
}
