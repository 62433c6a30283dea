import { strengths } from './degree.ts'
import type { Graph } from './graph.ts'

/**
 * Burt's constraint: how much of an actor's effort goes, straight or round, into the same few others. Low: its
 * partners do not know each other, and it stands between them. Burt: Structural holes (1992), eq. 2.4: the sum over
 * neighbours j of (p_ij + sum over q of p_iq p_qj)^2, where p_ij is the part of the strength of i that goes to j.
 * Not a number for an actor without ties.
 */
export function constraint(graph: Graph): Float64Array {
  const { size, starts, neighbours, weights } = graph
  const strength = strengths(graph)
  const effort = new Float64Array(size)
  return Float64Array.from({ length: size }, (_, i) => {
    const [from, to] = [starts[i]!, starts[i + 1]!]
    if (from === to) return Number.NaN
    for (let at = from; at < to; at++) effort[neighbours[at]!]! += weights[at]! / strength[i]!
    for (let at = from; at < to; at++) {
      const q = neighbours[at]!
      const part = weights[at]! / strength[i]!
      for (let k = starts[q]!; k < starts[q + 1]!; k++)
        effort[neighbours[k]!]! += (part * weights[k]!) / strength[q]!
    }
    let sum = 0
    for (let at = from; at < to; at++) sum += effort[neighbours[at]!]! ** 2
    for (let at = from; at < to; at++) {
      const q = neighbours[at]!
      effort[q] = 0
      for (let k = starts[q]!; k < starts[q + 1]!; k++) effort[neighbours[k]!] = 0
    }
    return sum
  })
}
