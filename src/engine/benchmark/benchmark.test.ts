import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactDistances } from '../../../test/benchmark/exact-distances.ts'
import { type BenchmarkResult, benchmark, type Question } from './index.ts'

const question = (some: Partial<Question>): Question => ({
  variables: [
    { code: 'gdp', weight: 1 },
    { code: 'jobs', weight: 1 },
  ],
  units: [
    { code: 'A', country: 'FI', values: [10, 100] },
    { code: 'B', country: 'FI', values: [11, 110] },
    { code: 'C', country: 'SE', values: [20, 100] },
    { code: 'D', country: 'SE', values: [10, null] },
    { code: 'E', country: 'SE', values: [40, 400] },
  ],
  target: 'A',
  nearest: 2,
  ownCountry: true,
  leastShare: 0.5,
  ...some,
})
const resultOf = (q: Question): BenchmarkResult => {
  const answer = benchmark(q)
  if ('fault' in answer) throw new Error(answer.fault)
  return answer.result
}

/** Whole numbers, so that an exact calculation needs no rounding on the way in. */
const questions = fc
  .record({
    units: fc.integer({ min: 2, max: 12 }),
    weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
    seed: fc.array(fc.option(fc.integer({ min: -1000, max: 1_000_000 }), { freq: 5 }), {
      minLength: 60,
      maxLength: 60,
    }),
    nearest: fc.integer({ min: 1, max: 6 }),
    leastShare: fc.constantFrom(0, 0.25, 0.5, 1),
    ownCountry: fc.boolean(),
  })
  .map(
    ({ units, weights, seed, ...rest }): Question => ({
      ...rest,
      variables: weights.map((weight, i) => ({ code: `v${i}`, weight })),
      units: Array.from({ length: units }, (_, i) => ({
        code: `u${String(i).padStart(2, '0')}`,
        country: i % 3 === 0 ? 'FI' : 'SE',
        values: weights.map((_, j) => seed[i * 5 + j] ?? null),
      })),
      target: 'u00',
    }),
  )

describe('distances', () => {
  it('are those of an exact calculation with fractions', () => {
    fc.assert(
      fc.property(questions, (q) => {
        const answer = benchmark({ ...q, nearest: 1000, leastShare: 0 })
        if ('fault' in answer) return
        const exact = exactDistances(q)
        for (const peer of answer.result.peers) {
          const wanted = exact.get(peer.code)!
          expect(Math.abs(peer.distance - wanted.distance)).toBeLessThan(1e-6)
          expect(Math.abs(peer.share - wanted.share)).toBeLessThan(1e-6)
        }
        const known = [...exact].filter(([, d]) => d.share > 0).map(([code]) => code)
        expect(answer.result.peers.map((p) => p.code).sort()).toEqual(known.sort())
      }),
      { numRuns: 400 },
    )
  })

  it('are made of the parts that are told', () => {
    fc.assert(
      fc.property(questions, (q) => {
        const answer = benchmark(q)
        if ('fault' in answer) return
        for (const { parts, distance } of answer.result.peers) {
          const whole = parts.reduce((sum, p) => sum + p.share, 0)
          if (distance > 0) expect(Math.abs(whole - 1)).toBeLessThan(1e-5)
        }
      }),
    )
  })
})

describe('peers', () => {
  it('are the nearest in order, the target never among them', () => {
    fc.assert(
      fc.property(questions, (q) => {
        const answer = benchmark(q)
        if ('fault' in answer) return
        const { peers, aside } = answer.result
        expect(peers.length).toBeLessThanOrEqual(q.nearest)
        expect(peers.map((p) => p.code)).not.toContain(q.target)
        expect([...peers].sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))).toEqual(
          peers,
        )
        for (const p of peers) expect(p.share).toBeGreaterThanOrEqual(q.leastShare - 1e-6)
        for (const u of aside) expect(u.share === 0 || u.share < q.leastShare).toBe(true)
        if (!q.ownCountry)
          for (const p of peers) expect(q.units.find((u) => u.code === p.code)!.country).toBe('SE')
      }),
    )
  })

  it('are the same however the question is put together', () => {
    fc.assert(
      fc.property(questions, fc.infiniteStream(fc.nat()), (q, random) => {
        const mix = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, key: random.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const columns = mix(q.variables.map((_, i) => i))
        const mixed: Question = {
          ...q,
          variables: columns.map((i) => q.variables[i]!),
          units: mix(q.units).map((u) => ({ ...u, values: columns.map((i) => u.values[i]!) })),
        }
        expect(JSON.stringify(benchmark(mixed))).toBe(JSON.stringify(benchmark(q)))
      }),
    )
  })

  it('do not depend on the unit of a variable: euros or millions', () => {
    fc.assert(
      fc.property(questions, (q) => {
        const a = benchmark(q)
        const b = benchmark({
          ...q,
          units: q.units.map((u) => ({ ...u, values: u.values.map((v) => v && v * 1024) })),
        })
        const told = (x: typeof a) => ('fault' in x ? x : x.result.peers.map((p) => [p.code, p.distance]))
        expect(told(b)).toEqual(told(a))
      }),
    )
  })

  it('are taken from other countries alone where the own is left out', () => {
    expect(resultOf(question({ ownCountry: false, nearest: 9 })).peers.map((p) => p.code)).toEqual([
      'D',
      'C',
      'E',
    ])
  })

  it('tell what is missing of them, and are set aside where too little is common', () => {
    const told = resultOf(question({ nearest: 9 }))
    expect(told.peers.find((p) => p.code === 'D')).toMatchObject({
      share: 0.5,
      missing: ['jobs'],
      distance: 0,
    })
    const strict = resultOf(question({ nearest: 9, leastShare: 0.75 }))
    expect(strict.peers.map((p) => p.code)).not.toContain('D')
    expect(strict.aside).toEqual([{ code: 'D', share: 0.5 }])
  })

  it('follow the weights: a variable of no weight changes nothing', () => {
    const variables = [
      { code: 'gdp', weight: 3 },
      { code: 'jobs', weight: 0 },
    ]
    const units = question({}).units.map((u) => ({ ...u, values: [u.values[0]!, 7] }))
    expect(resultOf(question({ variables, units })).peers.map((p) => p.code)).toEqual(['D', 'B'])
  })
})

describe('a variable', () => {
  it('that is the same everywhere tells nobody apart and counts for nothing', () => {
    const units = question({}).units.map((u) => ({ ...u, values: [u.values[0]!, 5] }))
    const { variables, peers } = resultOf(question({ units }))
    expect(variables.find((v) => v.code === 'jobs')).toMatchObject({ idle: 'same', deviation: 0 })
    expect(peers.every((p) => p.share === 1 && p.parts.length === 1)).toBe(true)
  })

  it('that one unit alone has is idle too', () => {
    const units = question({}).units.map((u) => ({ ...u, values: [u.values[0]!, u.code === 'A' ? 5 : null] }))
    expect(resultOf(question({ units })).variables.find((v) => v.code === 'jobs')).toMatchObject({
      idle: 'few',
    })
  })
})

describe('stability', () => {
  it('is whole for a twin of the target', () => {
    const units = [...question({}).units, { code: 'Z', country: 'FI', values: [10, 100] }]
    const { peers, variations } = resultOf(question({ units, leastShare: 1 }))
    expect(peers[0]).toMatchObject({ code: 'Z', distance: 0, stays: 1 })
    expect(variations).toBe(7)
  })

  it('is told of those who come in when a weight changes', () => {
    const units = [
      { code: 'T', values: [0, 0] },
      { code: 'X', values: [0, 10] },
      { code: 'Y', values: [8, 0] },
      { code: 'Z', values: [30, 30] },
    ]
    const { peers, sometimes } = resultOf(question({ units, target: 'T', nearest: 1 }))
    expect(peers.map((p) => p.code)).toEqual(['Y'])
    expect(peers[0]!.stays).toBeLessThan(1)
    expect(sometimes.map((p) => p.code)).toEqual(['X'])
    expect(sometimes[0]!.stays).toBeGreaterThan(0)
  })
})

it.each([
  ['no-target', { target: 'Q' }],
  ['no-variables', { variables: question({}).variables.map((v) => ({ ...v, weight: 0 })) }],
  ['bad-weight', { variables: question({}).variables.map((v) => ({ ...v, weight: -1 })) }],
  ['bad-number', { nearest: 0 }],
  ['bad-number', { leastShare: 1.1 }],
  ['target-without-values', { units: [{ code: 'A', values: [null, null] }] }],
  ['bad-length', { units: [{ code: 'A', values: [1] }] }],
  ['bad-value', { units: [{ code: 'A', values: [1, Number.NaN] }] }],
] as const)('a question is refused: %s', (fault, some) => {
  expect(benchmark(question(some as Partial<Question>))).toEqual({ fault })
})
