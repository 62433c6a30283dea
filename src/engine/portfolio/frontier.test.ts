import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unfold } from './diagram.ts'
import { frontierOf, spreadFrontierOf } from './frontier.ts'
import type { Programme, Row } from './programme.ts'
import { itemsTaken } from './spreads.ts'
import { finish } from './steps.ts'

/** Small programmes of every kind: several rows, some that can't be kept, negative numbers, many equal values. */
const programmes = (widest: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
    .chain(([items, objectives, rows]) => {
      const numbers = (length: number, min: number, max: number) =>
        fc.array(fc.integer({ min, max }), { minLength: length, maxLength: length })
      const row = fc
        .oneof(
          { weight: 3, arbitrary: fc.tuple(numbers(items, 0, 9), fc.integer({ min: 0, max: 30 })) },
          { weight: 1, arbitrary: fc.tuple(numbers(items, -5, 5), fc.integer({ min: -3, max: 6 })) },
        )
        .map(
          ([coefficients, bound]): Row => ({
            coefficients: Float64Array.from(coefficients),
            bound,
            says: [],
          }),
        )
      return fc
        .tuple(
          numbers(items * objectives, -2, 6),
          numbers(items * objectives, 0, widest),
          fc.array(row, { minLength: rows, maxLength: rows }),
        )
        .map(([low, spread, of]): Programme => {
          const high = Float64Array.from(low, (value, i) => value + spread[i]!)
          return { items, objectives, low: Float64Array.from(low), high, rows: of }
        })
    })

/** Every portfolio that keeps the rows, by its items. */
function feasible({ items, rows }: Programme): number[][] {
  const all = Array.from({ length: 2 ** items }, (_, bits) =>
    Array.from({ length: items }, (_, i) => i).filter((i) => (bits >> i) & 1),
  )
  return all.filter((taken) =>
    rows.every((row) => taken.reduce((sum, i) => sum + row.coefficients[i]!, 0) <= row.bound),
  )
}

/** Straight from the definition: at least as good for all scores at every objective, and better for some. */
function dominates(
  { objectives, low, high }: Programme,
  p: readonly number[],
  q: readonly number[],
): boolean {
  const sum = (of: Float64Array, taken: readonly number[], without: readonly number[], j: number) =>
    taken.filter((i) => !without.includes(i)).reduce((all, i) => all + of[i * objectives + j]!, 0)
  const each = Array.from({ length: objectives }, (_, j) => j)
  return (
    each.every((j) => sum(low, p, q, j) >= sum(high, q, p, j)) &&
    each.some((j) => sum(high, p, q, j) > sum(low, q, p, j))
  )
}

const undominated = (programme: Programme): string[] => {
  const all = feasible(programme)
  return all
    .filter((q) => !all.some((p) => dominates(programme, p, q)))
    .map(String)
    .sort()
}

const last = <T>(steps: Generator<T>): T => [...steps].at(-1)!

describe('the non-dominated portfolios', () => {
  it('with scores as numbers are those of the definition, equal ones included, and counted as they are listed', () => {
    fc.assert(
      fc.property(programmes(0), (programme) => {
        const { arrangement, bounds, values, exact, portfolio } = last(frontierOf(programme))
        const { count, containing, listed } = finish(unfold(arrangement, bounds, values, 1_000))
        const expected = undominated(programme)
        expect(listed.map(String).sort()).toEqual(expected)
        expect([exact, Number(count)]).toEqual([true, expected.length])
        for (let v = 0; v < values.length / programme.objectives; v++)
          expect(expected).toContain(String(portfolio(v)))
        for (let i = 0; i < programme.items; i++)
          expect(Number(containing[i])).toBe(listed.filter((taken) => taken.includes(i)).length)
      }),
      { numRuns: 150 },
    )
  })

  it('with scores as intervals are those of the definition', () => {
    fc.assert(
      fc.property(programmes(4), (programme) => {
        const { arrangement, portfolios } = last(spreadFrontierOf(programme))
        const items = portfolios.map(({ taken }) => itemsTaken(taken, arrangement))
        expect(items.map(String).sort()).toEqual(undominated(programme))
      }),
      { numRuns: 150 },
    )
  })

  it('are fewer in a list that is cut, never in their number', () => {
    const equal = Float64Array.from({ length: 20 }, () => 1)
    const programme = {
      items: 20,
      objectives: 1,
      low: equal,
      high: equal,
      rows: [{ coefficients: equal, bound: 10, says: [] }],
    }
    const { arrangement, bounds, values } = last(frontierOf(programme))
    const { count, containing, listed } = finish(unfold(arrangement, bounds, values, 5))
    expect([count, listed.length]).toEqual([184_756n, 5])
    expect(new Set(containing)).toEqual(new Set([92_378n]))
  })
})
