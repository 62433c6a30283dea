import type { Graph } from './graph.ts'

/**
 * How evenly each actor's ties go over the groups (regions or communities): 1 - sum over groups of the square of the
 * part of its strength that goes there. 0: all in one group; near 1: evenly over many. Guimera, Amaral: Functional
 * cartography of complex metabolic networks, Nature 433 (2005) 895-900, with strengths for degrees. Without ties: 0.
 * @param groups the group of each actor
 */
export function participation(graph: Graph, groups: Int32Array): Float64Array {
  const { size, starts, neighbours, weights } = graph
  const toGroup = new Float64Array(groups.reduce((most, group) => Math.max(most, group), -1) + 1)
  return Float64Array.from({ length: size }, (_, v) => {
    const [from, to] = [starts[v]!, starts[v + 1]!]
    let strength = 0
    for (let at = from; at < to; at++) {
      strength += weights[at]!
      toGroup[groups[neighbours[at]!]!]! += weights[at]!
    }
    let concentration = 0
    for (let at = from; at < to; at++) {
      const group = groups[neighbours[at]!]!
      concentration += (toGroup[group]! / strength) ** 2
      toGroup[group] = 0
    }
    return from === to ? 0 : 1 - concentration
  })
}
