import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countFacets,
  countTieKinds,
  type DrawnActor,
  type DrawnTie,
  type NetworkQuestion,
  readDrawing,
  sift,
  writeDrawing,
} from '../../src/engine/network/index.ts'
import { addLines, createDensity, showDensity } from '../../src/engine/network/raster.ts'

const kinds = ['company', 'university', 'city']
const regions = ['MK05', 'MK06', 'unknown']
const tieKinds = ['project', 'agreement']

const networks = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    actors: fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        regions: fc.uniqueArray(fc.constantFrom(...regions), { maxLength: 2 }),
        x: fc.integer({ min: -500, max: 500 }),
        y: fc.integer({ min: -500, max: 500 }),
        strength: fc.integer({ min: 0, max: 900 }).map((n) => n / 100),
      }),
      { minLength: size, maxLength: size },
    ),
    ties: fc.array(
      fc.record({
        a: fc.integer({ min: 0, max: size - 1 }),
        b: fc.integer({ min: 0, max: size - 1 }),
        kind: fc.constantFrom(...tieKinds),
        weight: fc.integer({ min: 1, max: 300 }).map((n) => n / 100),
        since: fc.option(fc.integer({ min: 2000, max: 2010 })),
        until: fc.option(fc.integer({ min: 2010, max: 2020 })),
      }),
      { maxLength: 25 },
    ),
  }),
)
type Made = { actors: DrawnActor[]; ties: DrawnTie[] }
const made = networks.map(
  ({ actors, ties }): Made => ({
    actors: actors.map(({ kind, regions, ...rest }, i) => ({
      id: `id ${i}`,
      name: `Nimi ${i}`,
      ...rest,
      facets: { kind: [kind], region: regions },
    })),
    ties: ties
      .map(({ a, b, ...rest }) => ({ a: Math.min(a, b), b: Math.max(a, b), ...rest }))
      .sort((t, u) => t.a - u.a || t.b - u.b),
  }),
)

const questions: fc.Arbitrary<NetworkQuestion> = fc.record(
  {
    facets: fc.record({
      kind: fc.subarray(kinds),
      region: fc.subarray(regions),
    }),
    tieKinds: fc.subarray(tieKinds),
    from: fc.integer({ min: 1998, max: 2022 }),
    to: fc.integer({ min: 1998, max: 2022 }),
  },
  { requiredKeys: [] },
)

/** The same said plainly: who and what remains. */
function plainly({ actors, ties }: Made, question: NetworkQuestion) {
  const asked = Object.entries(question.facets ?? {}).filter(([, wanted]) => wanted.length > 0)
  const passes = actors.map((actor) =>
    asked.every(([name, wanted]) => (actor.facets[name] ?? []).some((value) => wanted.includes(value))),
  )
  const holds = ties.map(
    ({ a, b, kind, since, until }) =>
      passes[a]! &&
      passes[b]! &&
      (!question.tieKinds?.length || question.tieKinds.includes(kind)) &&
      (since ?? 0) <= (question.to ?? 9999) &&
      (until ?? 9999) >= (question.from ?? 0),
  )
  const asksTies = !!question.tieKinds?.length || question.from !== undefined || question.to !== undefined
  const left = passes.map(
    (one, i) => one && (!asksTies || ties.some(({ a, b }, t) => holds[t] && (a === i || b === i))),
  )
  return { actors: left.map(Number), ties: holds.map(Number) }
}

describe('a network that is drawn', () => {
  it('is the same when it has been written and read', () => {
    fc.assert(
      fc.property(made, (network) => {
        const read = readDrawing(JSON.parse(JSON.stringify(writeDrawing(network.actors, network.ties))))
        expect(read.ids).toEqual(network.actors.map((actor) => actor.id))
        expect([...read.a]).toEqual(network.ties.map((tie) => tie.a))
        expect([...read.b]).toEqual(network.ties.map((tie) => tie.b))
        expect([...read.tieKind].map((kind) => read.tieKinds[kind])).toEqual(
          network.ties.map((tie) => tie.kind),
        )
        expect([...read.since]).toEqual(network.ties.map((tie) => tie.since ?? 0))
        network.actors.forEach((actor, i) => {
          expect(read.strengths[i]).toBeCloseTo(actor.strength, 5)
          const { values, starts, items } = read.facets.region!
          expect([...items.slice(starts[i], starts[i + 1])].map((item) => values[item])).toEqual(
            actor.facets.region,
          )
        })
        expect([...read.x, ...read.y].every((place) => place >= 0 && place <= 1)).toBe(true)
      }),
    )
  })

  it('is sifted as the plain rules say, and each value of a facet leaves as many as it is counted', () => {
    fc.assert(
      fc.property(made, questions, (network, question) => {
        const columns = readDrawing(writeDrawing(network.actors, network.ties))
        const left = sift(columns, question)
        const plain = plainly(network, question)
        expect([...left.ties]).toEqual(plain.ties)
        expect([...left.actors]).toEqual(plain.actors)
        expect(left.actorCount).toBe(plain.actors.filter(Boolean).length)
        const counts = countFacets(columns, question)
        for (const value of columns.facets.kind!.values) {
          const alone = plainly(network, { ...question, facets: { ...question.facets, kind: [value] } })
          const others = plainly(network, { ...question, facets: { ...question.facets, kind: [] } })
          const among = network.actors.filter(
            (actor, i) => actor.facets.kind![0] === value && others.actors[i],
          )
          expect(counts.kind!.get(value)).toBe(among.length)
          expect(alone.actors.filter(Boolean).length).toBeLessThanOrEqual(among.length)
        }
        for (const [kind, count] of countTieKinds(columns, question)) {
          const plainKind = plainly(network, { ...question, tieKinds: [] })
          expect(count).toBe(network.ties.filter((tie, t) => tie.kind === kind && plainKind.ties[t]).length)
        }
      }),
    )
  })

  it('around one actor is left who can be reached in so many steps', () => {
    const actors = Array.from(
      { length: 5 },
      (_, i): DrawnActor => ({
        id: `${i}`,
        name: `${i}`,
        x: i,
        y: 0,
        strength: 1,
        facets: { kind: ['city'] },
      }),
    )
    const tie = (a: number, b: number): DrawnTie => ({
      a,
      b,
      kind: 'project',
      weight: 1,
      since: null,
      until: null,
    })
    const columns = readDrawing(writeDrawing(actors, [tie(0, 1), tie(1, 2), tie(2, 3)]))
    const around = (actor: number, steps: number) => [...sift(columns, { around: { actor, steps } }).actors]
    expect(around(0, 1)).toEqual([1, 1, 0, 0, 0])
    expect(around(0, 2)).toEqual([1, 1, 1, 0, 0])
    expect(around(4, 2)).toEqual([0, 0, 0, 0, 1])
  })
})

const coordinate = fc.double({ min: 1, max: 18, noNaN: true })

describe('lines drawn into a density', () => {
  it('put one unit of ink into each step along their longer axis, and none outside', () => {
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate, coordinate), ([x0, y0, x1, y1]) => {
        const density = createDensity(20, 20)
        const ends = { x: Float32Array.of(x0, x1), y: Float32Array.of(y0, y1) }
        addLines(density, { ...ends, a: Uint32Array.of(0), b: Uint32Array.of(1) })
        const ink = density.sums.reduce((sum, one) => sum + one, 0)
        const [dx, dy] = [
          Math.abs(Math.round(x0) - Math.round(x1)),
          Math.abs(Math.round(y0) - Math.round(y1)),
        ]
        expect(ink).toBeGreaterThan(Math.max(dx, dy) - 1)
        expect(ink).toBeLessThan(Math.max(dx, dy) + 2.01)
      }),
    )
  })

  it('that lie outside leave the picture empty, and one that is not shown is not drawn', () => {
    const density = createDensity(8, 8)
    const places = { x: Float32Array.of(-30, -5, 2, 6), y: Float32Array.of(-30, -9, 2, 2) }
    const lines = { ...places, a: Uint32Array.of(0, 2), b: Uint32Array.of(1, 3) }
    addLines(density, { ...lines, shown: Uint8Array.of(1, 0) })
    expect(density.sums.some((sum) => sum > 0)).toBe(false)
    addLines(density, { ...lines, shown: Uint8Array.of(0, 1) })
    const pixels = new Uint8ClampedArray(8 * 8 * 4)
    showDensity(density, pixels, [1, 2, 3], 5)
    const at = (x: number, y: number) => [...pixels.slice((y * 8 + x) * 4, (y * 8 + x) * 4 + 4)]
    expect(at(4, 2)).toEqual([1, 2, 3, 253])
    expect(at(4, 5)[3]).toBe(0)
  })
})
