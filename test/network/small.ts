import fc from 'fast-check'
import { type Actor, type Graph, graphOf, type Tie } from '../../src/engine/network/index.ts'

/** Weights whose sums are exact in binary, so that equal lengths are equal. */
const weight = fc.constantFrom(0.25, 0.5, 1, 2, 4)
const regions = ['Keski-Suomi', 'Lappi', 'Pirkanmaa']
const days = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined })

/** Networks of one to `most` actors: tied at random, with parallel ties, actors alone, regions and days. */
export const smallNetworks = (most = 8): fc.Arbitrary<{ actors: Actor[]; ties: Tie[] }> =>
  fc.integer({ min: 1, max: most }).chain((size) =>
    fc
      .array(
        fc.record({
          a: fc.nat(size - 1),
          b: fc.nat(size - 1),
          weight,
          since: days,
          until: days,
          kind: fc.constantFrom('lead', 'partners', 'agreement'),
        }),
        { maxLength: 2 * size },
      )
      .map((drawn) => ({
        actors: Array.from({ length: size }, (_, v) => ({
          id: `n${v}`,
          attributes: { region: regions[v % 3]!, kind: v % 2 === 0 ? 'company' : 'university' },
        })),
        ties: drawn
          .filter(({ a, b }) => a !== b)
          .map(({ a, b, since, until, ...rest }, at) => ({
            a: `n${a}`,
            b: `n${b}`,
            ...rest,
            evidence: `e${at}`,
            ...(since !== undefined && { since }),
            ...(until !== undefined && { until: Math.max(until, since ?? until) }),
          })),
      })),
  )

export const smallGraphs = (most = 8): fc.Arbitrary<Graph> =>
  smallNetworks(most).map(({ actors, ties }) => graphOf(actors, ties))

/** The weight of the edge between each two actors; 0 where there is none. */
export function matrixOf(graph: Graph): number[][] {
  const matrix = graph.ids.map(() => graph.ids.map(() => 0))
  for (let at = 0; at < graph.ties.count; at++) {
    const [a, b] = [graph.ties.a[at]!, graph.ties.b[at]!]
    matrix[a]![b]! += graph.ties.weight[at]!
    matrix[b]![a]! += graph.ties.weight[at]!
  }
  return matrix
}

/** How many pieces the actors that are left make, walked over the matrix. */
export function piecesOf(matrix: number[][], left: readonly number[]): number[][] {
  const waiting = new Set(left)
  const pieces: number[][] = []
  for (const root of left) {
    if (!waiting.delete(root)) continue
    const piece = [root]
    for (const v of piece)
      for (const w of [...waiting]) if (matrix[v]![w]! > 0 && waiting.delete(w)) piece.push(w)
    pieces.push(piece)
  }
  return pieces
}
