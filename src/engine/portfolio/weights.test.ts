import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verticesOf } from '../../../test/portfolio/brute.ts'
import { type PublicWeight, randomWeight } from '../../../test/portfolio/random-problem.ts'
import { readStatements } from '../../../test/portfolio/read.ts'
import { limits } from './problem.ts'
import type { Rational } from './rational.ts'
import { keepsInterior, orderOf, type WeightSet, weightsOf } from './weights.ts'

const criteriaOf = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `c${i}` }))
const text = (point: readonly Rational[]) => point.map(({ n, d }) => `${n}/${d}`).join(' ')
const found = (count: number, weights: readonly PublicWeight[]) =>
  weightsOf(count, readStatements(criteriaOf(count), weights))
function setOf(count: number, weights: readonly PublicWeight[]): WeightSet {
  const answer = found(count, weights)
  if (!('weights' in answer)) throw new Error('there are no such weights')
  return answer.weights
}
const several = (count: number, most: number) =>
  fc.array(randomWeight(criteriaOf(count).map(({ id }) => id)), { maxLength: most })

describe('the extreme points', () => {
  test('are the vertices that solving every choice of equalities finds', () => {
    const sized = fc.integer({ min: 2, max: 4 }).chain((n) => fc.tuple(fc.constant(n), several(n, 5)))
    let [empty, flat] = [0, 0]
    fc.assert(
      fc.property(sized, ([count, weights]) => {
        const vertices = verticesOf({ criteria: criteriaOf(count), weights })
        const answer = found(count, weights)
        if (!('weights' in answer)) {
          empty++
          expect(vertices).toEqual([])
          return
        }
        if (!answer.weights.full) flat++
        expect(answer.weights.points.map(text).sort()).toEqual(vertices.map(text).sort())
      }),
      { seed: 3, numRuns: 150 },
    )
    expect(Math.min(empty, flat)).toBeGreaterThan(5)
  })

  test('without a word are the unit vectors; their mean is in the middle', () => {
    const { points, middle, full } = setOf(3, [{ kind: 'none' }])
    expect(points.map(text)).toEqual(['1/1 0/1 0/1', '0/1 1/1 0/1', '0/1 0/1 1/1'])
    expect(text(middle)).toBe('1/3 1/3 1/3')
    expect(full).toBe(true)
  })

  test('of a rank order of 12 are the means of the first k', () => {
    const order = criteriaOf(12).map(({ id }) => id)
    const { points, full } = setOf(12, [{ kind: 'rank', order }])
    const means = order.map((_, k) => order.map((_, c) => (c <= k ? `1/${k + 1}` : '0/1')).join(' '))
    expect(points.map(text).sort()).toEqual(means.sort())
    expect(full).toBe(true)
  })

  test('of 20 statements over 8 criteria meet all of them, and some with equality', () => {
    const order = criteriaOf(8).map(({ id }) => id)
    const pairs = order.flatMap((a, i) => order.slice(i + 1).map((b): [string, string] => [a, b]))
    const weights: PublicWeight[] = [
      ...pairs.slice(0, 12).map(([a, b], i): PublicWeight => {
        return { kind: 'ratio', a, b, min: `0.${25 + i}`, max: `${2 + (i % 3)}.${i + 1}` }
      }),
      ...order.map((criterion, i): PublicWeight => {
        return { kind: 'bounds', criterion, min: `0.0${1 + (i % 4)}`, max: `0.${30 + 2 * i}` }
      }),
    ]
    expect(weights).toHaveLength(20)
    const { points, full } = setOf(8, weights)
    expect(full).toBe(true)
    expect(points.length).toBeGreaterThan(50)
    expect(new Set(points.map(text)).size).toBe(points.length)
    const asNumbers = points.map((p) => p.map(({ n, d }) => Number(n) / Number(d)))
    for (const w of asNumbers) {
      expect(w.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
      for (const [c, share] of w.entries()) expect(share).toBeGreaterThan(0.0099 + 0.01 * (c % 4))
    }
  })

  test('are not counted beyond all measure', () => {
    const halves = criteriaOf(20).map(
      ({ id }): PublicWeight => ({ kind: 'bounds', criterion: id, max: '0.1' }),
    )
    const answer = found(20, halves)
    expect('faults' in answer && answer.faults).toEqual([
      { code: 'too-many-extreme-points', path: 'weights', values: { most: limits.points } },
    ])
  })
})

describe('weights that contradict each other', () => {
  test('are told by a set of which none can be spared', () => {
    const criteria = criteriaOf(3)
    let empty = 0
    fc.assert(
      fc.property(several(3, 7), (weights) => {
        const answer = found(3, weights)
        if (!('contradiction' in answer)) return
        empty++
        const told = answer.contradiction.map(({ path }) => weights[Number(path.split('.')[1])]!)
        expect(verticesOf({ criteria, weights: told })).toEqual([])
        for (const one of told)
          expect(verticesOf({ criteria, weights: told.filter((w) => w !== one) })).not.toEqual([])
      }),
      { seed: 4, numRuns: 250 },
    )
    expect(empty).toBeGreaterThan(20)
  })

  test('keep their names', () => {
    const answer = found(2, [
      { kind: 'bounds', criterion: 'c0', min: '0.6' },
      { kind: 'none' },
      { kind: 'ratio', a: 'c1', b: 'c0', min: 1 },
    ])
    expect('contradiction' in answer && answer.contradiction.map((s) => s.path)).toEqual([
      'weights.0',
      'weights.2',
    ])
  })
})

test('a set pinned by a ratio or by equal weights has no interior', () => {
  expect(setOf(3, [{ kind: 'ratio', a: 'c0', b: 'c1', min: '2', max: 2 }]).full).toBe(false)
  const equal: PublicWeight[] = [
    { kind: 'atLeast', a: 'c0', b: 'c1' },
    { kind: 'atLeast', a: 'c1', b: 'c0' },
  ]
  const pinned = setOf(3, equal)
  expect(pinned.full).toBe(false)
  expect(orderOf(pinned, 0, 1)).toBe('same')
  expect(orderOf(pinned, 0, 2)).toBeUndefined()
  expect(orderOf(setOf(3, [equal[1]!]), 0, 1)).toBe('b')
})

test('more information keeps an interior point unless it goes to the rim', () => {
  const keeps = (first: PublicWeight[], more: PublicWeight[]) => {
    const statements = readStatements(criteriaOf(3), first)
    const wider = { statements, weights: setOf(3, first) }
    return keepsInterior(3, wider, setOf(3, [...first, ...more]))
  }
  expect(keeps([], [{ kind: 'rank', order: ['c2', 'c0', 'c1'] }])).toBe(true)
  expect(keeps([], [{ kind: 'ratio', a: 'c0', b: 'c1', min: 2, max: 2 }])).toBe(true)
  expect(keeps([], [{ kind: 'bounds', criterion: 'c0', max: 0 }])).toBe(false)
  const rank: PublicWeight = { kind: 'rank', order: ['c0', 'c1'] }
  expect(keeps([rank], [{ kind: 'atLeast', a: 'c1', b: 'c0' }])).toBe(false)
  expect(keeps([rank], [{ kind: 'bounds', criterion: 'c0', min: '0.2', max: '0.5' }])).toBe(true)
})
