import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  around,
  communitiesOf,
  type Graph,
  graphOf,
  type Layout,
  layout,
  placesOf,
  tiesFromProjects,
  tiesOf,
} from '../../src/engine/network/index.ts'
import { randomFrom } from '../../src/engine/network/random.ts'
import { scaleFree } from './graphs.ts'
import { madeNetwork } from './made.ts'
import { smallGraphs } from './small.ts'

const { actors, projects } = madeNetwork(900, 3000)
const graph = graphOf(actors, tiesFromProjects(new Map(actors.map(({ id }, v) => [id, v])), projects).ties)
const communities = communitiesOf(graph)
const picture = layout(graph, { communities: communities.of })
const extent = (values: Float64Array): number => Math.max(...values) - Math.min(...values)
const diagonal = Math.hypot(extent(picture.x), extent(picture.y))

/** How deep the two discs that overlap most lie in each other. */
function deepest({ x, y, radius }: Layout): number {
  let most = 0
  for (let v = 0; v < x.length; v++)
    for (let w = v + 1; w < x.length; w++)
      most = Math.max(most, radius[v]! + radius[w]! - Math.hypot(x[v]! - x[w]!, y[v]! - y[w]!))
  return most
}

describe('a picture', () => {
  test('is the same again, for the same network and seed', () => {
    expect(layout(graph, { communities: communities.of })).toEqual(picture)
    expect(layout(graph, { communities: communities.of, seed: 2 }).x).not.toEqual(picture.x)
  })

  test('has no disc on another, those without ties in rows under the others, and is wider than high', () => {
    expect(deepest(picture)).toBeLessThan(0.01)
    const of = (alone: number): number[] => [...picture.y].filter((_, v) => picture.alone[v] === alone)
    expect(of(1).length).toBeGreaterThan(20)
    expect(Math.min(...of(1))).toBeGreaterThan(Math.max(...of(0)))
    expect(extent(picture.x)).toBeGreaterThan(extent(picture.y))
  })

  test('shows communities as its regions: most of those nearest to an actor are of its own', () => {
    const tied = graph.ids.map((_, v) => v).filter((v) => !picture.alone[v])
    const far = (v: number, w: number): number =>
      Math.hypot(picture.x[v]! - picture.x[w]!, picture.y[v]! - picture.y[w]!)
    const shares = tied.map((v) => {
      const near = tied
        .filter((w) => w !== v)
        .sort((a, b) => far(v, a) - far(v, b))
        .slice(0, 5)
      return near.filter((w) => communities.of[w] === communities.of[v]).length / 5
    })
    expect(shares.reduce((sum, share) => sum + share, 0) / tied.length).toBeGreaterThan(0.75)
  })

  test('of any small network has a place for everybody, none on another', () => {
    fc.assert(
      fc.property(smallGraphs(10), (small) => {
        const drawn = layout(small, { communities: communitiesOf(small).of })
        expect([...drawn.x, ...drawn.y].every(Number.isFinite)).toBe(true)
        expect(deepest(drawn)).toBeLessThan(0.01)
      }),
      { seed: 4, numRuns: 80 },
    )
  })
})

describe('the next picture', () => {
  const earlier = { places: placesOf(graph, picture), graph }

  test('of the same network moves nobody far', () => {
    const again = layout(graph, { communities: communities.of, earlier })
    const moves = graph.ids.map((_, v) =>
      Math.hypot(again.x[v]! - picture.x[v]!, again.y[v]! - picture.y[v]!),
    )
    expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeLessThan(0.01 * diagonal)
  })

  test('moves those who stay by less than 2 % of the diagonal on average, when 1 % has changed', () => {
    const after = changed(graph)
    const again = layout(after, { communities: communitiesOf(after).of, earlier })
    const moves = after.ids.flatMap((id, v) => {
      const was = graph.placeOf.get(id)
      return was === undefined
        ? []
        : [Math.hypot(again.x[v]! - picture.x[was]!, again.y[v]! - picture.y[was]!)]
    })
    expect(moves.length).toBeGreaterThan(880)
    expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBeLessThan(0.02 * diagonal)
    expect(deepest(again)).toBeLessThan(0.01)
  })

  test('puts a newcomer beside those it is tied to', () => {
    const home = graph.ids.map((_, v) => v).find((v) => graph.starts[v + 1]! - graph.starts[v]! > 5)!
    const ties = Array.from({ length: graph.edges }, (_, e) => tiesOf(graph, e)).flat()
    const after = graphOf(
      [...actors, { id: 'new' }],
      [...ties, { a: 'new', b: graph.ids[home]!, kind: 'k', weight: 1 }],
    )
    const again = layout(after, { communities: communitiesOf(after).of, earlier })
    const at = after.size - 1
    expect(Math.hypot(again.x[at]! - again.x[home]!, again.y[at]! - again.y[home]!)).toBeLessThan(
      0.15 * diagonal,
    )
  })
})

/** One in a hundred actors and pairs goes, as many pairs come. */
function changed(before: Graph): Graph {
  const random = randomFrom(8)
  const stays = before.ids.map(() => random() >= 0.01)
  const staying = before.ids.flatMap((id, v) => (stays[v] ? [{ id }] : []))
  const ties = Array.from({ length: before.edges }, (_, e) => e)
    .filter((e) => stays[before.lower[e]!] && stays[before.upper[e]!] && random() >= 0.01)
    .flatMap((e) => tiesOf(before, e))
  const one = (): string => ties[Math.floor(random() * ties.length)]!.a
  const fresh = Array.from({ length: before.edges / 100 }, () => ({
    a: one(),
    b: one(),
    kind: 'new',
    weight: 0.5,
  }))
  return graphOf(staying, [...ties, ...fresh.filter(({ a, b }) => a !== b)])
}

describe('around one actor', () => {
  const hubs = scaleFree(300, 3, 9)
  const hub = hubs.ids.map((_, v) => v).reduce((a, b) => (degreeOf(b) > degreeOf(a) ? b : a))
  function degreeOf(v: number): number {
    return hubs.starts[v + 1]! - hubs.starts[v]!
  }

  test('the strongest have room, the rest are counted, and names on a side stand apart', () => {
    const { actors, more, edges } = around(hubs, hub, { most: 12 })
    expect(actors).toHaveLength(13)
    expect(more).toEqual([degreeOf(hub) - 12, 0])
    expect(edges.length).toBeGreaterThanOrEqual(12)
    for (const side of ['left', 'right']) {
      const heights = actors.filter((one) => one.side === side).map(({ y }) => y)
      expect(heights).toHaveLength(6)
      for (let at = 1; at < 6; at++) expect(heights[at]! - heights[at - 1]!).toBeGreaterThan(0.3)
    }
  })

  test('at two steps, each of the second is tied to one of the first and stands outside it', () => {
    const { actors } = around(hubs, hub, { steps: 2, most: 16 })
    const first = actors.filter(({ steps }) => steps === 1)
    expect(actors.filter(({ steps }) => steps === 2)).toHaveLength(8)
    expect(first).toHaveLength(8)
    expect(new Set(actors.map(({ actor }) => actor)).size).toBe(17)
    expect(around(hubs, hub, { steps: 2, most: 16 }).actors).toEqual(actors)
  })
})
