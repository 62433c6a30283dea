import type { Graph } from './graph.ts'

/**
 * The part of the pairs among each actor's neighbours that are tied themselves, from 0 to 1 (Watts, Strogatz, Nature
 * 393 (1998) 440-442). Fewer than two neighbours: 0.
 */
export function clustering({ size, starts, neighbours }: Graph): Float64Array {
  const isNear = new Uint8Array(size)
  return Float64Array.from({ length: size }, (_, v) => {
    const row = neighbours.subarray(starts[v]!, starts[v + 1]!)
    if (row.length < 2) return 0
    for (const w of row) isNear[w] = 1
    let ends = 0
    for (const w of row) for (let at = starts[w]!; at < starts[w + 1]!; at++) ends += isNear[neighbours[at]!]!
    for (const w of row) isNear[w] = 0
    return ends / (row.length * (row.length - 1))
  })
}
