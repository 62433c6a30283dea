import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  communitiesOf,
  graphOf,
  modularity,
  type Tie,
  tiesFromProjects,
  traitsOf,
} from '../../src/engine/network/index.ts'
import { madeNetwork } from './made.ts'
import { matrixOf, piecesOf, smallGraphs } from './small.ts'

const runs = { seed: 6, numRuns: 200 }

/** Newman's sum over all pairs: (weight - what chance gives) where both are of one group. */
function byDefinition(matrix: number[][], groups: ArrayLike<number>, resolution: number): number {
  const strength = matrix.map((row) => row.reduce((sum, weight) => sum + weight, 0))
  const twice = strength.reduce((sum, s) => sum + s, 0)
  if (twice === 0) return 0
  return (
    matrix.reduce(
      (sum, row, v) =>
        sum +
        row.reduce(
          (more, weight, w) =>
            more +
            (groups[v] === groups[w] ? weight - (resolution * strength[v]! * strength[w]!) / twice : 0),
          0,
        ),
      0,
    ) / twice
  )
}

/** Every way to put so many into groups. */
function partitions(size: number): number[][] {
  if (size === 0) return [[]]
  return partitions(size - 1).flatMap((rest) =>
    Array.from({ length: Math.max(-1, ...rest) + 2 }, (_, group) => [...rest, group]),
  )
}

test('modularity is that of the definition', () => {
  fc.assert(
    fc.property(smallGraphs(), fc.constantFrom(0.5, 1, 2), (graph, resolution) => {
      const groups = Int32Array.from(graph.ids, (_, v) => (v * v) % 3)
      expect(modularity(graph, groups, resolution)).toBeCloseTo(
        byDefinition(matrixOf(graph), groups, resolution),
        12,
      )
    }),
    runs,
  )
})

test('every community holds together, and moving one actor anywhere betters nothing', () => {
  fc.assert(
    fc.property(smallGraphs(12), fc.nat(99), (graph, seed) => {
      const found = communitiesOf(graph, { seed })
      const matrix = matrixOf(graph)
      for (let community = 0; community < found.count; community++) {
        const members = [...graph.ids.keys()].filter((v) => found.of[v] === community)
        expect(piecesOf(matrix, members)).toHaveLength(1)
        expect(found.sizes[community]).toBe(members.length)
      }
      for (let v = 0; v < graph.size; v++)
        for (let to = 0; to <= found.count; to++) {
          const moved = found.of.slice()
          moved[v] = to
          expect(modularity(graph, moved)).toBeLessThanOrEqual(found.modularity + 1e-9)
        }
      expect(communitiesOf(graph, { seed })).toEqual(found)
    }),
    runs,
  )
})

test('of small networks nine in ten have the best partition that there is, and none is far from it', () => {
  const all = new Map([1, 2, 3, 4, 5, 6, 7].map((size) => [size, partitions(size)]))
  const lacks = fc.sample(smallGraphs(7), { seed: 8, numRuns: 120 }).map((graph) => {
    const matrix = matrixOf(graph)
    const best = Math.max(...all.get(graph.size)!.map((groups) => byDefinition(matrix, groups, 1)))
    return best - communitiesOf(graph).modularity
  })
  expect(lacks.filter((lack) => lack < 1e-9).length).toBeGreaterThanOrEqual(108)
  expect(Math.max(...lacks)).toBeLessThan(0.06)
})

test('numbers stay with those who were most of a community, and new communities get new ones', () => {
  const clique = (names: string[]): Tie[] =>
    names.flatMap((a, at) => names.slice(at + 1).map((b) => ({ a, b, kind: 'k', weight: 1 })))
  const [one, two, three] = ['abcde', 'fghij', 'klmno'].map((names) => [...names])
  const before = graphOf(
    [...one!, ...two!].map((id) => ({ id })),
    [...clique(one!), ...clique(two!)],
  )
  const found = communitiesOf(before)
  const earlier = new Map(before.ids.map((id, v) => [id, 7 + found.numbers[found.of[v]!]!]))
  const after = graphOf(
    [...three!, ...two!.slice(1), ...one!].map((id) => ({ id })),
    [...clique(three!), ...clique(two!.slice(1)), ...clique(one!)],
  )
  const again = communitiesOf(after, { earlier })
  const numberOf = (id: string): number => again.numbers[again.of[after.placeOf.get(id)!]!]!
  expect(numberOf('a')).toBe(earlier.get('a'))
  expect(numberOf('g')).toBe(earlier.get('g'))
  expect(numberOf('k')).toBe(9)
})

test('communities asked again of the same network are the same', () => {
  const { actors, projects } = madeNetwork(600, 1800)
  const graph = graphOf(actors, tiesFromProjects(new Map(actors.map(({ id }, v) => [id, v])), projects).ties)
  const first = communitiesOf(graph)
  const earlier = new Map(graph.ids.map((id, v) => [id, first.numbers[first.of[v]!]!]))
  const again = communitiesOf(graph, { earlier, seed: 77 })
  const same = graph.ids.filter((_, v) => again.numbers[again.of[v]!] === first.numbers[first.of[v]!])
  expect(same.length / graph.size).toBeGreaterThan(0.9)
  expect(again.modularity).toBeGreaterThanOrEqual(first.modularity - 1e-9)
})

test('a community is named by what its members share more than others do', () => {
  const of = (id: string, region: string, themes: string[]) => ({ id, attributes: { region, themes } })
  const graph = graphOf(
    [
      of('a', 'Lappi', ['matkailu', 'energia']),
      of('b', 'Lappi', ['matkailu']),
      of('c', 'Lappi', ['energia']),
      of('d', 'Kainuu', ['energia']),
      of('e', 'Pirkanmaa', ['energia']),
    ],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['d', 'e'],
    ].map(([a, b]) => ({ a: a!, b: b!, kind: 'k', weight: 1 })),
  )
  const traits = traitsOf(graph, { count: 2, of: Int32Array.of(0, 0, 0, 1, 1), sizes: Int32Array.of(3, 2) }, [
    'region',
    'themes',
  ])
  expect(traits[0]).toEqual({
    size: 3,
    traits: [{ attribute: 'region', value: 'Lappi', share: 1, usual: 0.6 }],
    first: 1,
  })
  expect(traits[1]!.traits.map(({ value }) => value)).toEqual(['energia'])
})
