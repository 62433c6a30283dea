import type { Graph } from './graph.ts'

/** Two actors who have neighbours in common. */
export type SharedNeighbours = {
  readonly actor: number
  /** The sum over common neighbours of 1 / ln(their ties): one who knows everybody says little. */
  readonly adamicAdar: number
  /** Cosine of the two rows of weights, from 0 to 1. */
  readonly cosine: number
  /** The most telling first. */
  readonly common: readonly number[]
}

/**
 * Who has neighbours in common with an actor, by Adamic, Adar: Friends and neighbors on the web, Social Networks 25
 * (2003) 211-230, the highest first; those whom it is tied to among them.
 */
export function sharedNeighbours(graph: Graph, actor: number): SharedNeighbours[] {
  const { starts, neighbours, weights } = graph
  const found = new Map<number, { adamicAdar: number; product: number; common: number[] }>()
  for (let k = starts[actor]!; k < starts[actor + 1]!; k++) {
    const middle = neighbours[k]!
    const tells = tellingOf(graph, middle)
    for (let j = starts[middle]!; j < starts[middle + 1]!; j++) {
      const other = neighbours[j]!
      if (other === actor) continue
      const shared = found.get(other) ?? { adamicAdar: 0, product: 0, common: [] }
      shared.adamicAdar += tells
      shared.product += weights[k]! * weights[j]!
      shared.common.push(middle)
      found.set(other, shared)
    }
  }
  const length = lengthOf(graph, actor)
  return [...found]
    .map(([other, { adamicAdar, product, common }]) => ({
      actor: other,
      adamicAdar,
      cosine: Math.min(1, product / (length * lengthOf(graph, other))),
      common: common.sort((a, b) => tellingOf(graph, b) - tellingOf(graph, a) || a - b),
    }))
    .sort((x, y) => y.adamicAdar - x.adamicAdar || x.actor - y.actor)
}

/** Of somebody with at least two ties. */
const tellingOf = ({ starts }: Graph, v: number): number =>
  1 / Math.log(Math.max(2, starts[v + 1]! - starts[v]!))

function lengthOf({ starts, weights }: Graph, v: number): number {
  let sum = 0
  for (let k = starts[v]!; k < starts[v + 1]!; k++) sum += weights[k]! ** 2
  return Math.sqrt(sum)
}
