import { strengths } from './degree.ts'
import type { Graph } from './graph.ts'

export type IterationOptions = {
  /** Stops when all actors together move by less than this times their number. 1e-12 unless told. */
  readonly tolerance?: number
  readonly mostRounds?: number
}

/** The values, or undefined where they did not settle in so many rounds. */
export type Settled = Float64Array | undefined

/**
 * PageRank: the part of the time that a walker spends at each actor who follows a tie by its weight with probability
 * `damping`, and jumps to anybody else. Sums to 1. Brin, Page (1998); an actor without ties sends the walker anywhere.
 */
export function pageRank(
  graph: Graph,
  {
    tolerance = 1e-12,
    mostRounds = 1000,
    damping = 0.85,
  }: IterationOptions & { readonly damping?: number } = {},
): Settled {
  const { size, starts, neighbours, weights } = graph
  const strength = strengths(graph)
  let rank = new Float64Array(size).fill(1 / size)
  for (let round = 0; round < mostRounds; round++) {
    const next = new Float64Array(size)
    let stranded = 0
    for (let v = 0; v < size; v++) {
      if (strength[v] === 0) stranded += rank[v]!
      const part = strength[v] === 0 ? 0 : (damping * rank[v]!) / strength[v]!
      for (let at = starts[v]!; at < starts[v + 1]!; at++) next[neighbours[at]!]! += part * weights[at]!
    }
    const share = (damping * stranded + (1 - damping)) / size
    for (let v = 0; v < size; v++) next[v]! += share
    const moved = distance(rank, next)
    rank = next
    if (moved < tolerance * size) return rank
  }
  return size === 0 ? rank : undefined
}

/**
 * Eigenvector centrality: an actor matters by how much its neighbours matter (Bonacich 1972). Power iteration with
 * A + I, from everybody alike; length 1. In a network of several parts all but the strongest fade towards 0.
 */
export function eigenvector(
  graph: Graph,
  { tolerance = 1e-12, mostRounds = 10_000 }: IterationOptions = {},
): Settled {
  const { size, starts, neighbours, weights } = graph
  let value = new Float64Array(size).fill(1 / size)
  for (let round = 0; round < mostRounds; round++) {
    const next = value.slice()
    for (let v = 0; v < size; v++)
      for (let at = starts[v]!; at < starts[v + 1]!; at++) next[neighbours[at]!]! += value[v]! * weights[at]!
    const length = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0)) || 1
    for (let v = 0; v < size; v++) next[v]! /= length
    const moved = distance(value, next)
    value = next
    if (moved < tolerance * size) return value
  }
  return size === 0 ? value : undefined
}

function distance(before: Float64Array, after: Float64Array): number {
  let sum = 0
  for (let v = 0; v < before.length; v++) sum += Math.abs(after[v]! - before[v]!)
  return sum
}
