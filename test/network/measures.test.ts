import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  between,
  betweenSteps,
  clustering,
  componentsOf,
  constraint,
  coreNumbers,
  cutsOf,
  degrees,
  density,
  type Graph,
  graphOf,
  type Length,
  pageRank,
  participation,
  strengths,
  tiesOf,
} from '../../src/engine/network/index.ts'
import { scaleFree } from './graphs.ts'
import { matrixOf, piecesOf, smallGraphs, smallNetworks } from './small.ts'

const runs = { seed: 5, numRuns: 200 }

test('a graph keeps every tie apart and joins those of a pair in one edge', () => {
  fc.assert(
    fc.property(smallNetworks(), ({ actors, ties }) => {
      const graph = graphOf(actors, ties)
      const told = Array.from({ length: graph.edges }, (_, e) => tiesOf(graph, e)).flat()
      expect(told).toHaveLength(ties.length)
      for (const tie of ties) expect(told).toContainEqual(tie)
      const matrix = matrixOf(graph)
      for (let e = 0; e < graph.edges; e++)
        expect(graph.edgeWeights[e]).toBe(matrix[graph.lower[e]!]![graph.upper[e]!])
      expect(graph.edges).toBe(matrix.flat().filter((weight) => weight > 0).length / 2)
    }),
    runs,
  )
})

test('what is no network is refused with the actor that it is about', () => {
  const actors = [{ id: 'a' }, { id: 'b' }]
  const tie = { a: 'a', b: 'b', kind: 'k', weight: 1 }
  expect(() => graphOf([...actors, { id: 'a' }], [])).toThrow('same id')
  expect(() => graphOf(actors, [{ ...tie, b: 'c' }])).toThrow('not there: c')
  expect(() => graphOf(actors, [{ ...tie, b: 'a' }])).toThrow('to itself: a')
  expect(() => graphOf(actors, [{ ...tie, weight: 0 }])).toThrow('not above zero: a, b')
})

/** Every shortest way between two actors, by trying all ways. */
function shortestWays(matrix: number[][], from: number, to: number, length: Length): number[][] {
  let best: number[][] = []
  let least = Number.POSITIVE_INFINITY
  const walk = (way: number[], gone: number): void => {
    const v = way.at(-1)!
    if (v === to) {
      if (gone < least) best = []
      if (gone <= least) {
        least = gone
        best.push(way)
      }
      return
    }
    matrix[v]!.forEach((weight, w) => {
      if (weight > 0 && !way.includes(w)) walk([...way, w], gone + (length === 'step' ? 1 : 1 / weight))
    })
  }
  walk([from], 0)
  return best
}

function lengthOf(matrix: number[][], way: readonly number[], length: Length): number {
  return way.slice(1).reduce((sum, w, at) => sum + (length === 'step' ? 1 : 1 / matrix[way[at]!]![w]!), 0)
}

describe.each(['step', 'weight'] as const)('by %s', (length) => {
  test('betweenness and closeness are those of all ways counted', () => {
    fc.assert(
      fc.property(smallGraphs(6), (graph) => {
        const matrix = matrixOf(graph)
        const found = between(graph, { length })
        const n = graph.size
        for (let v = 0; v < n; v++) {
          let through = 0
          let [sum, reached] = [0, 0]
          for (let s = 0; s < n; s++) {
            const fromV = s === v ? [] : shortestWays(matrix, v, s, length)
            if (fromV.length > 0) {
              sum += lengthOf(matrix, fromV[0]!, length)
              reached++
            }
            for (let t = s + 1; t < n; t++) {
              if (s === v || t === v) continue
              const ways = shortestWays(matrix, s, t, length)
              if (ways.length > 0) through += ways.filter((way) => way.includes(v)).length / ways.length
            }
          }
          const pairs = ((n - 1) * (n - 2)) / 2
          expect(found.betweenness[v]).toBeCloseTo(pairs > 0 ? through / pairs : 0, 10)
          expect(found.closeness[v]).toBeCloseTo(reached === 0 ? 0 : reached ** 2 / (sum * (n - 1)), 10)
        }
      }),
      { ...runs, numRuns: 100 },
    )
  })
})

test('betweenness tells how far it is, and estimates from pivots where the network is too large', () => {
  const graph = scaleFree(400, 3, 2)
  const steps = betweenSteps(graph, { mostSources: 200 })
  expect(steps.next().value).toEqual({ done: 50, of: 200 })
  const [sampled, exact] = [between(graph, { mostSources: 200 }), between(graph)]
  expect([sampled.isExact, sampled.sources, exact.isExact]).toEqual([false, 200, true])
  const top = (values: Float64Array): number[] =>
    [...values.keys()].sort((v, w) => values[w]! - values[v]!).slice(0, 5)
  expect(top(sampled.betweenness)).toContain(top(exact.betweenness)[0])
})

test('cuts are what taking each actor and each edge away shows', () => {
  fc.assert(
    fc.property(smallGraphs(), (graph) => {
      const matrix = matrixOf(graph)
      const everybody = [...graph.ids.keys()]
      const pieces = piecesOf(matrix, everybody)
      const cuts = cutsOf(graph)
      for (const v of everybody) {
        const home = pieces.find((piece) => piece.includes(v))!
        const rest = piecesOf(
          matrix,
          home.filter((w) => w !== v),
        )
        const largest = Math.max(0, ...rest.map((piece) => piece.length))
        expect(cuts.actors[v]).toBe(rest.length > 1 ? 1 : 0)
        expect(cuts.cutOff[v]).toBe(rest.length > 1 ? home.length - 1 - largest : 0)
      }
      const bridges = [...Array(graph.edges).keys()].filter((e) => {
        const without = matrix.map((row) => [...row])
        without[graph.lower[e]!]![graph.upper[e]!] = without[graph.upper[e]!]![graph.lower[e]!] = 0
        return piecesOf(without, everybody).length > pieces.length
      })
      expect(cuts.edges).toEqual(bridges)
    }),
    runs,
  )
})

test('the other measures are what their definitions say', () => {
  fc.assert(
    fc.property(smallGraphs(), (graph) => {
      const matrix = matrixOf(graph)
      const everybody = [...graph.ids.keys()]
      const near = everybody.map((v) => everybody.filter((w) => matrix[v]![w]! > 0))
      const strength = matrix.map((row) => row.reduce((sum, weight) => sum + weight, 0))
      expect([...degrees(graph)]).toEqual(near.map((row) => row.length))
      expect([...strengths(graph)]).toEqual(strength)
      expect(density(graph)).toBe(graph.size < 2 ? 0 : graph.edges / ((graph.size * (graph.size - 1)) / 2))
      const groups = Int32Array.from(everybody, (v) => v % 3)
      const spread = participation(graph, groups)
      const part = (v: number, w: number): number => matrix[v]![w]! / strength[v]!
      const held = constraint(graph)
      const triangles = clustering(graph)
      for (const v of everybody) {
        const toGroup = [0, 1, 2].map((g) =>
          near[v]!.filter((w) => w % 3 === g).reduce((sum, w) => sum + part(v, w), 0),
        )
        expect(spread[v]).toBeCloseTo(
          near[v]!.length === 0 ? 0 : 1 - toGroup.reduce((sum, share) => sum + share ** 2, 0),
          12,
        )
        const burt = near[v]!.reduce(
          (sum, j) =>
            sum + (part(v, j) + near[v]!.reduce((more, q) => more + part(v, q) * part(q, j), 0)) ** 2,
          0,
        )
        if (near[v]!.length === 0) expect(held[v]).toBeNaN()
        else expect(held[v]).toBeCloseTo(burt, 12)
        const pairs = near[v]!.flatMap((a) => near[v]!.filter((b) => b > a).map((b) => matrix[a]![b]! > 0))
        expect(triangles[v]).toBeCloseTo(
          pairs.length === 0 ? 0 : pairs.filter(Boolean).length / pairs.length,
          12,
        )
      }
      expect([...coreNumbers(graph)]).toEqual(coresByHand(graph, near))
      expect(pageRank(graph)!.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 9)
      const { of, sizes } = componentsOf(graph)
      const pieces = piecesOf(matrix, everybody)
      for (const piece of pieces) {
        expect(new Set(piece.map((v) => of[v])).size).toBe(1)
        expect(sizes[of[piece[0]!]!]).toBe(piece.length)
      }
      expect([...sizes]).toEqual(pieces.map((piece) => piece.length).sort((a, b) => b - a))
    }),
    runs,
  )
})

/** For each k, whoever has fewer than k neighbours left goes, until nobody does. */
function coresByHand(graph: Graph, near: readonly (readonly number[])[]): number[] {
  const cores = graph.ids.map(() => 0)
  for (let k = 1; k < graph.size; k++) {
    const left = new Set(graph.ids.keys())
    for (let went = true; went; ) {
      went = false
      for (const v of left) if (near[v]!.filter((w) => left.has(w)).length < k) went = left.delete(v)
    }
    for (const v of left) cores[v] = k
  }
  return cores
}
