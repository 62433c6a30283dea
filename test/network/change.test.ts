import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  between,
  brokerage,
  changeBetween,
  cutsOf,
  graphOf,
  growth,
  heldBetween,
  indexProfiles,
  networkWords,
  readDay,
  sharedNeighbours,
  type Tie,
  whoToMeet,
} from '../../src/engine/network/index.ts'
import { matrixOf, smallGraphs, smallNetworks } from './small.ts'

const runs = { seed: 9, numRuns: 200 }
const holds = ({ since = -Infinity, until = Infinity }: Tie, day: number): boolean =>
  since <= day && until >= day

test('the change between two days is what a look at every tie of every pair shows', () => {
  fc.assert(
    fc.property(smallNetworks(6), fc.nat(20), fc.nat(20), ({ actors, ties }, one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      const graph = graphOf(actors, ties)
      const change = changeBetween(graph, from, to)
      const expected = graph.ids.flatMap((a, v) =>
        graph.ids.slice(v + 1).flatMap((b) => {
          const own = ties.filter((tie) => [tie.a, tie.b].includes(a) && [tie.a, tie.b].includes(b))
          const sum = (day: number): number =>
            own.filter((tie) => holds(tie, day)).reduce((s, t) => s + t.weight, 0)
          const [before, after] = [sum(from), sum(to)]
          if (before === after) return []
          const had = own.some(({ since = -Infinity }) => since <= from)
          if (before === 0) return [`${a} ${b} ${had ? 'again' : 'first'}`]
          return [`${a} ${b} ${after === 0 ? 'ended' : after > before ? 'grown' : 'less'}`]
        }),
      )
      expect(change.pairs.map(({ a, b, what }) => `${graph.ids[a]} ${graph.ids[b]} ${what}`)).toEqual(
        expected,
      )
      for (const { what, by } of change.pairs) if (what === 'first') expect(by.length).toBeGreaterThan(0)
      const hadBefore = new Set(
        ties.filter(({ since = -Infinity }) => since <= from).flatMap(({ a, b }) => [a, b]),
      )
      const hasAfter = new Set(ties.filter((tie) => holds(tie, to)).flatMap(({ a, b }) => [a, b]))
      expect(change.came.map((v) => graph.ids[v])).toEqual(
        graph.ids.filter((id) => hasAfter.has(id) && !hadBefore.has(id)),
      )
    }),
    runs,
  )
})

test('a first tie tells what brought it and whether it crosses regions', () => {
  const actors = ['Lappi', 'Lappi', 'Kainuu'].map((region, v) => ({ id: `n${v}`, attributes: { region } }))
  const ties: Tie[] = [
    { a: 'n0', b: 'n2', kind: 'event', weight: 1, since: 15, evidence: 'fair' },
    { a: 'n0', b: 'n1', kind: 'lead', weight: 1, since: 12, evidence: 'p1' },
    { a: 'n1', b: 'n2', kind: 'lead', weight: 1, since: 1, until: 11, evidence: 'p0' },
  ]
  const change = changeBetween(graphOf(actors, ties), 10, 20)
  expect(change.pairs.map(({ what, by }) => [what, ...by.map(({ evidence }) => evidence)])).toEqual([
    ['first', 'p1'],
    ['first', 'fair'],
    ['ended', 'p0'],
  ])
  expect(change.figures).toEqual({
    before: 1,
    after: 2,
    firstTime: 2,
    firstTimeAcross: 1,
    ended: 1,
    byKind: [
      ['event', 1],
      ['lead', 1],
    ],
  })
  expect(change.came).toEqual([0])
})

test('growth is told by half-year, of the ties that held on a day of it', () => {
  const day = (text: string): number => readDay(text)!
  const ties: Tie[] = [
    { a: 'n0', b: 'n1', kind: 'k', weight: 1, since: day('2020-02-01'), until: day('2020-07-15') },
    { a: 'n2', b: 'n3', kind: 'k', weight: 1, since: day('2020-08-01') },
  ]
  const actors = ['Lappi', 'Lappi', 'Lappi', 'Kainuu'].map((region, v) => ({
    id: `n${v}`,
    attributes: { region },
  }))
  const series = growth(graphOf(actors, ties), day('2021-01-31'))
  expect(series.map(({ first }) => first)).toEqual(['2020-01-01', '2020-07-01', '2021-01-01'].map(day))
  expect(
    series.map(({ actors, pairs, components, acrossShare }) => [actors, pairs, components, acrossShare]),
  ).toEqual([
    [2, 1, 1, 0],
    [4, 2, 2, 0.5],
    [2, 1, 1, 1],
  ])
  fc.assert(
    fc.property(smallNetworks(), fc.nat(20), ({ actors: drawn, ties: given }, at) => {
      const held = heldBetween(graphOf(drawn, given), at, at)
      expect(held.ties.count).toBe(given.filter((tie) => holds(tie, at)).length)
    }),
    runs,
  )
})

describe('who stands between', () => {
  // Two triangles of regions 0 and 1, joined by actor 2 alone; actor 7 is alone.
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
    [3, 4],
    [3, 5],
    [4, 5],
    [2, 3],
    [2, 4],
    [5, 6],
  ] as const
  const graph = graphOf(
    Array.from({ length: 8 }, (_, v) => ({ id: `n${v}` })),
    pairs.map(([a, b]) => ({ a: `n${a}`, b: `n${b}`, kind: 'k', weight: 1 })),
  )
  const groups = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 0)
  const found = brokerage(graph, groups, { betweenness: between(graph).betweenness, cuts: cutsOf(graph) })

  test('is found with what its ties join and who would be cut off', () => {
    expect(found.brokers[0]).toMatchObject({
      actor: 2,
      groups: 2,
      cutOff: 2,
      joins: [{ from: 0, to: 1, through: 2, ofAll: 2 }],
    })
    expect(found.single).toEqual([{ a: 1, b: 2, edge: 8 }])
    expect(found.alone).toEqual([7])
  })

  test('is said in plain sentences', () => {
    const { fi, sv, en } = networkWords
    const fact = { actor: 'Jamk', from: 'Keski-Suomi', to: 'Pirkanmaa', through: 7, ofAll: 12 }
    expect(fi.joins(fact)).toBe(
      'Jamk yhdistää Keski-Suomen ja Pirkanmaan: 7 yhteyttä kulkee sen kautta, kaikkiaan yhteyksiä on 12.',
    )
    expect(sv.joins(fact)).toBe('Jamk förenar Keski-Suomi och Pirkanmaa: 7 kopplingar av 12 går via aktören.')
    expect(en.joins({ ...fact, through: 1 })).toBe(
      'Jamk joins Keski-Suomi and Pirkanmaa: 1 of 12 ties goes through it.',
    )
    expect(fi.joins({ ...fact, from: 'Kiertotalous' })).toContain(
      'yhdistää kaksi ryhmää (Kiertotalous ja Pirkanmaa)',
    )
    expect(fi.cutOff({ actor: 'Jamk', count: 1 })).toBe(
      'Jos Jamk jää pois, yksi toimija jää erilleen muista.',
    )
    expect(sv.alone({ count: 23 })).toBe('23 aktörer saknar kopplingar.')
    expect(en.meet({ a: 'A', b: 'B', common: ['C', 'D'], more: 2 })).toBe(
      'A and B have not worked together. Partners in common: C, D and 2 more.',
    )
  })

  test('is said for every number without a gap, in every language', () => {
    for (const words of Object.values(networkWords))
      for (const n of [0, 1, 2, 5]) {
        const names = { actor: 'A', from: 'X', to: 'Y', a: 'B', b: 'C', first: 'D' }
        const said = [
          words.joins({ ...names, through: n, ofAll: 5 }),
          words.single(names),
          words.reaches({ ...names, groups: n }),
          words.cutOff({ ...names, count: n }),
          words.alone({ count: n }),
          words.community({ shared: [], first: 'D', size: n }),
          words.meet({ ...names, common: ['E'], more: n }),
          words.more({ count: n }),
        ]
        for (const sentence of said) expect(sentence).not.toMatch(/undefined|NaN| {2}/)
        expect(said.slice(0, 5).every((sentence) => sentence.endsWith('.'))).toBe(true)
      }
  })
})

test('likeness by neighbours is that of the definitions', () => {
  fc.assert(
    fc.property(smallGraphs(), (graph) => {
      const matrix = matrixOf(graph)
      const degree = matrix.map((row) => row.filter((weight) => weight > 0).length)
      const cosine = (a: number[], b: number[]): number =>
        a.reduce((sum, weight, w) => sum + weight * b[w]!, 0) / (Math.hypot(...a) * Math.hypot(...b))
      for (const { actor, ...found } of sharedNeighbours(graph, 0)) {
        const common = degree.flatMap((_, w) => (matrix[0]![w]! > 0 && matrix[actor]![w]! > 0 ? [w] : []))
        expect([...found.common].sort((a, b) => a - b)).toEqual(common)
        expect(found.adamicAdar).toBeCloseTo(
          common.reduce((sum, w) => sum + 1 / Math.log(degree[w]!), 0),
          12,
        )
        expect(found.cosine).toBeCloseTo(cosine(matrix[0]!, matrix[actor]!), 12)
      }
    }),
    runs,
  )
})

test('who should meet is not tied yet, with common partners and shared terms as the reasons', () => {
  const graph = graphOf(
    ['a', 'b', 'c', 'd'].map((id) => ({ id })),
    [
      { a: 'a', b: 'b', kind: 'k', weight: 1 },
      { a: 'b', b: 'c', kind: 'k', weight: 1 },
    ],
  )
  const profile = (...terms: number[]) => ({
    terms: Int32Array.from(terms),
    weights: new Float64Array(terms.length).fill(1),
  })
  const profiles = indexProfiles([profile(1, 2), profile(1, 2), profile(3), profile(2, 4)])
  expect(whoToMeet(graph, 0, profiles)).toEqual([
    { actor: 2, score: 0.5, byPartners: 1, byProfile: 0, partners: [1], terms: [] },
    {
      actor: 3,
      score: expect.closeTo(0.25, 12),
      byPartners: 0,
      byProfile: expect.closeTo(0.5, 12),
      partners: [],
      terms: [2],
    },
  ])
})
