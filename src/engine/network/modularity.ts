import { strengths } from './degree.ts'
import type { Graph } from './graph.ts'

/**
 * How much more weight lies within the groups than would by chance, given the strengths; at most 1. Newman, Girvan:
 * Finding and evaluating community structure in networks, Phys. Rev. E 69 (2004) 026113; the resolution as in
 * Reichardt, Bornholdt (2006): above 1 smaller groups. A network without ties has 0.
 */
export function modularity(graph: Graph, groups: Int32Array, resolution = 1): number {
  const { edges, lower, upper, edgeWeights } = graph
  const total = edgeWeights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return 0
  const strength = strengths(graph)
  const ofGroup = new Float64Array(groups.reduce((most, group) => Math.max(most, group), -1) + 1)
  strength.forEach((s, v) => {
    ofGroup[groups[v]!]! += s
  })
  let within = 0
  for (let e = 0; e < edges; e++) if (groups[lower[e]!] === groups[upper[e]!]) within += edgeWeights[e]!
  const byChance = ofGroup.reduce((sum, s) => sum + (s / (2 * total)) ** 2, 0)
  return within / total - resolution * byChance
}
