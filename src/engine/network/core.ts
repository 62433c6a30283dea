import { degrees } from './degree.ts'
import type { Graph } from './graph.ts'

/**
 * The core number of each actor: the greatest k such that it is in a part of the network where everybody has at least
 * k neighbours in that part (Seidman 1983). Batagelj, Zaversnik: An O(m) algorithm for cores decomposition of
 * networks (2003): whoever has the fewest neighbours left is taken away first.
 */
export function coreNumbers(graph: Graph): Int32Array {
  const { size, starts, neighbours } = graph
  const core = degrees(graph)
  const most = core.reduce((a, b) => Math.max(a, b), 0)
  const first = new Int32Array(most + 2)
  for (const degree of core) first[degree + 1]!++
  for (let degree = 0; degree <= most; degree++) first[degree + 1]! += first[degree]!
  const order = new Int32Array(size)
  const place = new Int32Array(size)
  const next = first.slice()
  core.forEach((degree, v) => {
    place[v] = next[degree]!++
    order[place[v]!] = v
  })
  for (let at = 0; at < size; at++) {
    const v = order[at]!
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      const w = neighbours[k]!
      if (core[w]! <= core[v]!) continue
      const front = first[core[w]!]!
      const other = order[front]!
      order[front] = w
      order[place[w]!] = other
      place[other] = place[w]!
      place[w] = front
      first[core[w]!]!++
      core[w]!--
    }
  }
  return core
}
