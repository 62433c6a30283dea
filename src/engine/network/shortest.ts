import { DistanceQueue } from './distance-queue.ts'
import type { Graph } from './graph.ts'

/** How far a tie is: one step each, or 1 / weight, so that strong ties are short. */
export type Length = 'step' | 'weight'

/** All shortest ways from one actor. The last step to w is from each neighbour v with distances[v] + length = distances[w]. */
export type Ways = {
  /** Those who are reached, nearest first; the actor itself first of all. `reached` of them. */
  readonly order: Int32Array
  reached: number
  /** Infinity for those who are not reached. */
  readonly distances: Float64Array
  /** How many shortest ways there are. */
  readonly counts: Float64Array
}

/** The lengths at the places of `graph.neighbours`. */
export function lengthsOf({ weights }: Graph, length: Length): Float64Array {
  return length === 'step' ? new Float64Array(weights.length).fill(1) : weights.map((weight) => 1 / weight)
}

/** Finds the shortest ways from one actor after another; each time the same arrays, written over. */
export function waysThrough(graph: Graph, length: Length): (source: number) => Ways {
  const ways: Ways = {
    order: new Int32Array(graph.size),
    reached: 0,
    distances: new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY),
    counts: new Float64Array(graph.size),
  }
  const walk = length === 'step' ? breadthFirst(graph, ways) : nearestFirst(graph, ways)
  return (source) => {
    for (let at = 0; at < ways.reached; at++) ways.distances[ways.order[at]!] = Number.POSITIVE_INFINITY
    ways.distances[source] = 0
    ways.counts[source] = 1
    ways.reached = walk(source)
    return ways
  }
}

function breadthFirst({ starts, neighbours }: Graph, ways: Ways): (source: number) => number {
  const { order, distances, counts } = ways
  return (source) => {
    order[0] = source
    let reached = 1
    for (let at = 0; at < reached; at++) {
      const v = order[at]!
      const next = distances[v]! + 1
      const count = counts[v]!
      const past = starts[v + 1]!
      for (let k = starts[v]!; k < past; k++) {
        const w = neighbours[k]!
        const distance = distances[w]!
        if (distance === next) counts[w]! += count
        else if (distance > next) {
          distances[w] = next
          counts[w] = count
          order[reached++] = w
        }
      }
    }
    return reached
  }
}

/** Dijkstra: A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959) 269-271. */
function nearestFirst(graph: Graph, ways: Ways): (source: number) => number {
  const { starts, neighbours } = graph
  const { order, distances, counts } = ways
  const lengths = lengthsOf(graph, 'weight')
  const queue = new DistanceQueue(lengths)
  return (source) => {
    queue.clear()
    queue.put(source, 0)
    let reached = 0
    for (let entry = queue.take(); entry >= 0; entry = queue.take()) {
      const v = queue.actorOf(entry)
      const here = distances[v]!
      if (queue.distanceOf(entry) > here) continue
      order[reached++] = v
      const count = counts[v]!
      const past = starts[v + 1]!
      for (let k = starts[v]!; k < past; k++) {
        const w = neighbours[k]!
        const there = here + lengths[k]!
        const distance = distances[w]!
        if (there === distance) counts[w]! += count
        else if (there < distance) {
          distances[w] = there
          counts[w] = count
          queue.put(w, there)
        }
      }
    }
    return reached
  }
}
