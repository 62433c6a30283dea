import {
  type Distance,
  digits,
  distancesFrom,
  inOrder,
  type Makings,
  makingsOf,
  rounded,
} from './distance.ts'
import { faultOfQuestion, type Question, type QuestionFault } from './question.ts'
import { type Spread, standardise } from './standardise.ts'

/** Moves when the same question may get another answer. */
export const benchmarkEngine = '1'

export type Peer = Distance &
  Makings & {
    /** In what share of the variations of the weights it is a peer, 0 to 1. */
    stays: number
  }

export type BenchmarkResult = {
  engine: string
  digits: number
  variables: readonly Spread[]
  /** The nearest, in order. */
  peers: readonly Peer[]
  /** Those who are peers in some variation of the weights, but not with the weights asked for. */
  sometimes: readonly Peer[]
  /** Units that have too little in common with the target. */
  aside: readonly { code: string; share: number }[]
  /** How many variations of the weights were tried. */
  variations: number
}

/**
 * The units that are most like the target in structure, and how sure that is. Pure and repeatable: the same question
 * gives the same result to the last digit.
 */
export function benchmark(question: Question): { result: BenchmarkResult } | { fault: QuestionFault } {
  const fault = faultOfQuestion(question)
  if (fault) return { fault }
  const standardised = standardise(question)
  const { spreads } = standardised
  const weights = spreads.map((s) => s.weight)
  if (spreads.every((s) => s.idle || s.weight === 0)) return { fault: 'no-variables' }
  const all = distancesFrom(standardised, weights, question)
  const ordered = inOrder(all, question.leastShare)
  const peers = ordered.slice(0, question.nearest)
  const tried = variationsOf(spreads)
  const times = new Map<string, number>()
  for (const varied of tried) {
    const found = inOrder(distancesFrom(standardised, varied, question), question.leastShare)
    for (const { code } of found.slice(0, question.nearest)) times.set(code, (times.get(code) ?? 0) + 1)
  }
  const peerOf = (d: Distance): Peer => {
    const { parts, missing } = makingsOf(standardised, weights, question, d.code)
    return {
      code: d.code,
      distance: rounded(d.distance),
      share: rounded(d.share),
      parts: parts.map((p) => ({ ...p, difference: rounded(p.difference), share: rounded(p.share) })),
      missing,
      stays: tried.length === 0 ? 1 : rounded((times.get(d.code) ?? 0) / tried.length),
    }
  }
  const chosen = new Set(peers.map((p) => p.code))
  const inSome = ordered.filter((d) => !chosen.has(d.code) && times.has(d.code))
  const near = new Set(ordered.map((d) => d.code))
  return {
    result: {
      engine: benchmarkEngine,
      digits,
      variables: spreads.map((s) => ({ ...s, mean: rounded(s.mean), deviation: rounded(s.deviation) })),
      peers: peers.map(peerOf),
      sometimes: inSome
        .map(peerOf)
        .sort((a, b) => b.stays - a.stays || a.distance - b.distance || (a.code < b.code ? -1 : 1)),
      aside: all.filter((d) => !near.has(d.code)).map((d) => ({ code: d.code, share: rounded(d.share) })),
      variations: tried.length,
    },
  }
}

/** The distance of every unit from the target, for a file of all of them; empty where the question has no answer. */
export function distancesOf(question: Question): ReadonlyMap<string, { distance: number; share: number }> {
  if (faultOfQuestion(question)) return new Map()
  const standardised = standardise(question)
  const weights = standardised.spreads.map((s) => s.weight)
  return new Map(
    distancesFrom(standardised, weights, question)
      .filter((d) => d.share > 0)
      .map((d) => [d.code, { distance: rounded(d.distance), share: rounded(d.share) }]),
  )
}

/**
 * Other weights that somebody might as well have chosen: of each variable in turn none, half and double its weight, and all
 * the same. Always the same ones, so that a run can be repeated.
 */
function variationsOf(spreads: readonly Spread[]): number[][] {
  const weights = spreads.map((s) => s.weight)
  const used = spreads.flatMap((s, i) => (s.idle || s.weight === 0 ? [] : [i]))
  if (used.length < 2) return []
  const one = used.flatMap((i) => [0, 0.5, 2].map((by) => weights.map((w, j) => (i === j ? w * by : w))))
  return [...one, weights.map((_, j) => (used.includes(j) ? 1 : 0))]
}
