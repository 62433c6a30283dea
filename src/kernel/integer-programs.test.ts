import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadIntegerPrograms } from './integer-programs.ts'

const solve = await loadIntegerPrograms()

const numbers = (length: number, min: number, max: number) =>
  fc
    .array(fc.integer({ min, max }), { minLength: length, maxLength: length })
    .map((n) => Float64Array.from(n))

const programs = (widest: number) =>
  fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 4 })).chain(([variables, rows]) =>
    fc.record({
      variables: fc.constant(variables),
      gains: numbers(variables, -widest, widest),
      rows: fc.array(
        fc.record({
          coefficients: numbers(variables, -widest, widest),
          bound: fc.integer({ min: -2 * widest, max: 2 * widest }),
        }),
        { minLength: rows, maxLength: rows },
      ),
    }),
  )

describe('an integer program', () => {
  it('has the greatest sum of all choices that keep its rows, or none, as trying all of them shows', () => {
    for (const widest of [3, 1_000, 2 ** 31])
      fc.assert(
        fc.property(programs(widest), (program) => {
          const sumOf = (of: Float64Array, choice: number) =>
            of.reduce((sum, n, v) => sum + ((choice >> v) & 1) * n, 0)
          const kept = Array.from({ length: 2 ** program.variables }, (_, choice) => choice).filter(
            (choice) => program.rows.every(({ coefficients, bound }) => sumOf(coefficients, choice) <= bound),
          )
          const answer = solve(program)
          // Numbers beyond what is safe to settle stay open; they are never answered wrong.
          if (answer === 'open') expect(widest).toBeGreaterThan(1_000)
          else if (answer === 'none') expect(kept).toEqual([])
          else {
            const sum = program.gains.reduce((all, gain, v) => all + gain * answer.best[v]!, 0)
            expect(sum).toBe(Math.max(...kept.map((choice) => sumOf(program.gains, choice))))
          }
        }),
        { numRuns: 60, seed: 2007 },
      )
  })

  it('is left open where somebody has had enough of it', async () => {
    const leave = await loadIntegerPrograms(() => true)
    const weights = Float64Array.from({ length: 60 }, (_, v) => 1_000 + ((v * 7_919) % 997))
    const rows = [1, 2, 3].map((step) => ({
      coefficients: weights.map((w, v) => w + ((v * step * 31) % 211)),
      bound: 31_500,
    }))
    expect(leave({ variables: 60, gains: weights, rows })).toBe('open')
  })
})
