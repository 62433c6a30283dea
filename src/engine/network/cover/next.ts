import { type Evidence, meets } from './evidence.ts'
import { nearnessTo, type Ties } from './nearness.ts'
import { type Choices, noChoices, obstaclesBeside } from './obstacles.ts'
import { type ReasonKind, reasonsFor } from './reasons.ts'
import { brings, type Tally, tallyOf } from './tally.ts'
import { defaultWeights, type Weights } from './weights.ts'

/** One reason with its points. `count` is what it counts: partners, steps, days, demands. */
export type Reason = {
  readonly kind: ReasonKind
  readonly points: number
  readonly count: number
  readonly demand?: number
}

export type Suggestion = {
  readonly candidate: number
  /** The sum of the points of all reasons, exactly. */
  readonly score: number
  /** What speaks most for it first; what speaks against it last. */
  readonly reasons: readonly Reason[]
}

export type NextPartners = {
  /** The best first; of equal ones the one whose id comes first. */
  readonly suggestions: readonly Suggestion[]
  /** As many partners are in as the call allows: nobody can be added. */
  readonly full: boolean
  /** Demands that are not met and that nobody who can be asked would bring nearer. */
  readonly nobody: readonly number[]
  /** How many could be asked. */
  readonly among: number
}

export type NextQuestion = {
  readonly evidence: Evidence
  readonly ties: Ties
  readonly members: readonly number[]
  readonly choices?: Choices
  readonly weights?: Weights
  /** How many suggestions are told. */
  readonly most: number
}

/**
 * Whom to ask next: everybody who can be asked, by what they would add to those who are in. One pass over all with
 * sums alone; reasons are put into words for the few that are told.
 */
export function nextPartners({
  evidence,
  ties,
  members,
  choices = noChoices,
  weights = defaultWeights,
  most,
}: NextQuestion): NextPartners {
  const tally = tallyOf(evidence, members)
  const near = nearnessTo(ties, members)
  const obstacle = obstaclesBeside(evidence, members, choices)
  const isIn = new Set(members)
  const askable: number[] = []
  const scores = new Float64Array(evidence.candidates.length)
  for (let c = 0; c < scores.length; c++) {
    if (isIn.has(c) || obstacle(c)) continue
    askable.push(c)
    reasonsFor(evidence, tally, near, weights, c, (_, points) => {
      scores[c]! += points
    })
  }
  const full = members.length >= evidence.call.limits.most
  const idOf = (c: number) => evidence.candidates[c]!.id
  const best = firstOf(
    askable,
    full ? 0 : most,
    (a, b) => scores[b]! - scores[a]! || (idOf(a) < idOf(b) ? -1 : 1),
  )
  return {
    suggestions: best.map((candidate) => {
      const reasons: Reason[] = []
      reasonsFor(evidence, tally, near, weights, candidate, (kind, points, count, demand) =>
        reasons.push({ kind, points, count, ...(demand === undefined ? {} : { demand }) }),
      )
      return {
        candidate,
        score: scores[candidate]!,
        reasons: reasons.sort((a, b) => b.points - a.points),
      }
    }),
    full,
    nobody: metByNobody(evidence, tally, askable),
    among: askable.length,
  }
}

function metByNobody(evidence: Evidence, tally: Tally, askable: readonly number[]): number[] {
  const n = evidence.candidates.length
  return [...evidence.call.demands.entries()].flatMap(([d, { need }]) =>
    tally.met[d]! < need &&
    !askable.some((c) => evidence.bits[d * n + c]! & meets && brings(evidence, tally, d, c))
      ? [d]
      : [],
  )
}

/** The first few of many in an order, without sorting all of them. */
function firstOf(many: readonly number[], most: number, order: (a: number, b: number) => number): number[] {
  const first: number[] = []
  for (const one of many) {
    if (first.length >= most && (most === 0 || order(one, first[most - 1]!) > 0)) continue
    let at = first.length
    while (at > 0 && order(one, first[at - 1]!) < 0) at--
    first.splice(at, 0, one)
    if (first.length > most) first.pop()
  }
  return first
}
