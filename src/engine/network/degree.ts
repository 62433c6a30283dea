import type { Graph } from './graph.ts'

/** How many others each actor is tied to. */
export function degrees({ size, starts }: Graph): Int32Array {
  return Int32Array.from({ length: size }, (_, v) => starts[v + 1]! - starts[v]!)
}

/** The sum of the weights of each actor's edges. */
export function strengths({ size, starts, weights }: Graph): Float64Array {
  return Float64Array.from({ length: size }, (_, v) => {
    let sum = 0
    for (let at = starts[v]!; at < starts[v + 1]!; at++) sum += weights[at]!
    return sum
  })
}

/** The part of all pairs that are tied, from 0 to 1. */
export function density({ size, edges }: Graph): number {
  return size < 2 ? 0 : (2 * edges) / (size * (size - 1))
}
