import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCoverPrograms } from './cover-programs.ts'

const solve = await loadCoverPrograms()

const rows = (variables: number, widest: number) =>
  fc
    .record({
      places: fc.uniqueArray(fc.nat(variables - 1), { minLength: 1 }),
      numbers: fc.option(
        fc.array(fc.integer({ min: -widest, max: widest }), { minLength: variables, maxLength: variables }),
      ),
      least: fc.option(fc.integer({ min: -widest, max: widest })),
      most: fc.option(fc.integer({ min: -widest, max: widest })),
    })
    .map(({ places, numbers, least, most }) => ({
      places,
      ...(numbers && { coefficients: numbers.slice(0, places.length) }),
      ...(least !== null && { least }),
      ...(most !== null && { most }),
    }))

const programs = (widest: number) =>
  fc.integer({ min: 1, max: 8 }).chain((variables) =>
    fc.record({
      variables: fc.constant(variables),
      costs: fc
        .array(fc.integer({ min: -widest, max: widest }), { minLength: variables, maxLength: variables })
        .map((n) => Float64Array.from(n)),
      rows: fc.array(rows(variables, widest), { maxLength: 4 }),
      start: fc
        .array(fc.nat(1), { minLength: variables, maxLength: variables })
        .map((n) => Float64Array.from(n)),
    }),
  )

describe('a covering program', () => {
  it('has the least sum of all choices that keep its rows, or none, wherever it begins', () => {
    for (const widest of [3, 1_000, 2 ** 31])
      fc.assert(
        fc.property(programs(widest), (program) => {
          const kept = Array.from({ length: 2 ** program.variables }, (_, choice) => choice).filter(
            (choice) =>
              program.rows.every(({ places, coefficients, least, most }) => {
                const sum = places.reduce(
                  (all, v, at) => all + ((choice >> v) & 1) * (coefficients?.[at] ?? 1),
                  0,
                )
                return sum >= (least ?? sum) && sum <= (most ?? sum)
              }),
          )
          const costs = kept.map((choice) =>
            program.costs.reduce((sum, cost, v) => sum + ((choice >> v) & 1) * cost, 0),
          )
          const answer = solve(program)
          if (answer === 'none') expect(kept).toEqual([])
          else if ('best' in answer)
            expect(program.costs.reduce((sum, cost, v) => sum + cost * answer.best[v]!, 0)).toBe(
              Math.min(...costs),
            )
          else {
            // Numbers beyond what is safe to settle stay open; they are never answered wrong.
            expect(widest).toBeGreaterThan(1_000)
            for (const cost of costs) expect(answer.least).toBeLessThanOrEqual(cost)
          }
        }),
        { numRuns: 80, seed: 2007 },
      )
  })

  it('says what it found and what it cannot be better than, where somebody has had enough', async () => {
    const leave = await loadCoverPrograms(() => true)
    const costs = Float64Array.from({ length: 90 }, (_, v) => 1_000 + ((v * 7_919) % 997))
    const program = {
      variables: 90,
      costs,
      rows: Array.from({ length: 60 }, (_, r) => ({
        places: [...new Set([1, 7, 13, 29, 31].map((step) => (r * step + step * step) % 90))],
        least: 2,
      })),
    }
    const [left, whole] = [leave(program), solve(program)]
    const best = typeof whole === 'object' && 'best' in whole ? whole.best : new Uint8Array()
    const least = costs.reduce((sum, cost, v) => sum + cost * best[v]!, 0)
    expect(least).toBeGreaterThan(0)
    expect(left).not.toBe('none')
    if (typeof left === 'object' && 'least' in left) expect(left.least).toBeLessThanOrEqual(least)
  })
})
