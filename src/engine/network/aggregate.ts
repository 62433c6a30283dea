import { strengths } from './degree.ts'
import type { Graph } from './graph.ts'

/** A network whose nodes stand for one actor each, or for groups of them: what communities are searched in. */
export type Aggregate = {
  readonly size: number
  readonly starts: Int32Array
  readonly neighbours: Int32Array
  readonly weights: Float64Array
  /** Of each node, what lies within it counted at both ends. */
  readonly strength: Float64Array
}

export function aggregateOf(graph: Graph): Aggregate {
  const { size, starts, neighbours, weights } = graph
  return { size, starts, neighbours, weights, strength: strengths(graph) }
}

/** Each group becomes a node; the edges between two groups become one. What lies within is in the strength alone. */
export function grouped(from: Aggregate, groups: Int32Array, count: number): Aggregate {
  const members = membersOf(groups, count)
  const starts = new Int32Array(count + 1)
  const neighbours: number[] = []
  const weights: number[] = []
  const strength = new Float64Array(count)
  const sum = new Float64Array(count)
  for (let group = 0; group < count; group++) {
    const first = neighbours.length
    for (let at = members.starts[group]!; at < members.starts[group + 1]!; at++) {
      const v = members.order[at]!
      strength[group]! += from.strength[v]!
      for (let k = from.starts[v]!; k < from.starts[v + 1]!; k++) {
        const other = groups[from.neighbours[k]!]!
        if (other === group) continue
        if (sum[other] === 0) neighbours.push(other)
        sum[other]! += from.weights[k]!
      }
    }
    for (let at = first; at < neighbours.length; at++) {
      weights.push(sum[neighbours[at]!]!)
      sum[neighbours[at]!] = 0
    }
    starts[group + 1] = neighbours.length
  }
  return {
    size: count,
    starts,
    neighbours: Int32Array.from(neighbours),
    weights: Float64Array.from(weights),
    strength,
  }
}

/** The members of each group side by side: order[starts[g]] to order[starts[g + 1] - 1]. */
export function membersOf(groups: Int32Array, count: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(count + 1)
  for (const group of groups) starts[group + 1]!++
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!
  const next = starts.slice(0, count)
  const order = new Int32Array(groups.length)
  groups.forEach((group, v) => {
    order[next[group]!++] = v
  })
  return { starts, order }
}
