import type { Graph } from './graph.ts'
import { randomFrom, shuffle } from './random.ts'
import { type Length, lengthsOf, waysThrough } from './shortest.ts'

export type BetweenOptions = {
  readonly length?: Length
  /** In a larger network only so many actors are looked from (pivots). 12 000 unless told. */
  readonly mostSources?: number
  /** Chooses the pivots. */
  readonly seed?: number
}

export type Between = {
  /** The part of all pairs of others whose shortest ways go through the actor, from 0 to 1. */
  readonly betweenness: Float64Array
  /** Nearness to all who can be reached, times the part of the network that they are. Exact for those looked from. */
  readonly closeness: Float64Array
  /** How many were looked from: all of them, or a sample whose values are estimates. */
  readonly sources: number
  readonly isExact: boolean
}

/** How far it is: sources done, of all. */
export type BetweenProgress = { readonly done: number; readonly of: number }

/**
 * Betweenness and closeness in one walk, a source a step: leave it when you like. Brandes: A faster algorithm for
 * betweenness centrality, Journal of Mathematical Sociology 25 (2001) 163-177; pivots as in Brandes, Pich, Centrality
 * estimation in large networks (2007). Closeness as Wasserman, Faust (1994, p. 200): (r - 1) / sum of distances,
 * times (r - 1) / (n - 1), for r reached. Values are normalised as networkx does.
 */
export function* betweenSteps(
  graph: Graph,
  { length = 'step', mostSources = 12_000, seed = 1 }: BetweenOptions = {},
): Generator<BetweenProgress, Between> {
  const { size, starts, neighbours } = graph
  const sources = sourcesOf(size, mostSources, seed)
  const betweenness = new Float64Array(size)
  const closeness = new Float64Array(size).fill(Number.NaN)
  const depends = new Float64Array(size)
  const waysFrom = waysThrough(graph, length)
  const lengths = lengthsOf(graph, length)
  for (let done = 0; done < sources.length; done++) {
    const source = sources[done]!
    const { order, reached, distances, counts } = waysFrom(source)
    let sum = 0
    for (let at = reached - 1; at > 0; at--) {
      const w = order[at]!
      const distance = distances[w]!
      const depend = depends[w]!
      const share = (1 + depend) / counts[w]!
      const past = starts[w + 1]!
      for (let k = starts[w]!; k < past; k++) {
        const v = neighbours[k]!
        if (distances[v]! + lengths[k]! === distance) depends[v]! += counts[v]! * share
      }
      sum += distance
      betweenness[w]! += depend
      depends[w] = 0
    }
    depends[source] = 0
    closeness[source] = reached < 2 ? 0 : (reached - 1) ** 2 / (sum * (size - 1))
    if (done % 50 === 49) yield { done: done + 1, of: sources.length }
  }
  const pairs = (size - 1) * (size - 2) * (sources.length / size)
  for (let v = 0; v < size; v++) betweenness[v] = pairs > 0 ? betweenness[v]! / pairs : 0
  return { betweenness, closeness, sources: sources.length, isExact: sources.length === size }
}

/** The same in one go. */
export function between(graph: Graph, options: BetweenOptions = {}): Between {
  const steps = betweenSteps(graph, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function sourcesOf(size: number, most: number, seed: number): Int32Array {
  const all = Int32Array.from({ length: size }, (_, v) => v)
  if (size <= most) return all
  shuffle(all, randomFrom(seed))
  return all.slice(0, most)
}
