import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage, paceTo, trendOf } from './index.ts'

const series = (...values: number[]) => values.map((value, i) => ({ year: 2018 + i, value }))

describe('a trend', () => {
  it('is the line itself where the points lie on one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 3, max: 40 }),
        (slope, start, n) => {
          const trend = trendOf(series(...Array.from({ length: n }, (_, i) => start + slope * i)))!
          const next = trend.at(2018 + n + 5)
          expect(trend.slope).toBeCloseTo(slope, 6)
          expect(next.value).toBeCloseTo(start + slope * (n + 5), 4)
          expect(next.high - next.low).toBeLessThan(1e-3)
        },
      ),
    )
  })

  it('equals a regression reckoned by hand', () => {
    // Five points: mean 2020 and 3, slope 7/10, squared residuals 1.1, t(3) = 1.638.
    const trend = trendOf(series(2, 2, 3, 3, 5))!
    expect(trend.slope).toBeCloseTo(0.7, 10)
    const { value, low, high } = trend.at(2025)
    expect(value).toBeCloseTo(3 + 0.7 * 5, 10)
    const half = 1.638 * Math.sqrt(1.1 / 3) * Math.sqrt(1 + 1 / 5 + 25 / 10)
    expect([value - low, high - value]).toEqual([expect.closeTo(half, 10), expect.closeTo(half, 10)])
  })

  it('is less sure the further away the year', () => {
    const trend = trendOf(series(2, 2, 3, 3, 5))!
    const widths = [2023, 2025, 2030].map((year) => trend.at(year).high - trend.at(year).low)
    expect([...widths].sort((a, b) => a - b)).toEqual(widths)
  })

  it('is none of fewer than three years, or where a year stands twice', () => {
    expect(trendOf(series(1, 2))).toBeUndefined()
    expect(trendOf([...series(1, 2, 3), { year: 2018, value: 4 }])).toBeUndefined()
  })

  it('holds four of five further years, as it says', () => {
    // Noise of a fixed sequence that is as good as normal: sums of twelve draws of a linear congruential generator.
    let state = 12345
    const draw = () => {
      state = (state * 1103515245 + 12345) % 2147483648
      return state / 2147483648
    }
    const noise = () => Array.from({ length: 12 }, draw).reduce((a, b) => a + b, 0) - 6
    let inside = 0
    const rounds = 4000
    for (let i = 0; i < rounds; i++) {
      const values = Array.from({ length: 9 }, (_, year) => 2 + 0.1 * year + noise())
      const { low, high } = trendOf(series(...values.slice(0, 8)))!.at(2018 + 8)
      if (low <= values[8]! && values[8]! <= high) inside++
    }
    expect(Math.abs(inside / rounds - coverage)).toBeLessThan(0.02)
  })
})

describe('the pace to a target', () => {
  it('is even over the years that are left', () => {
    expect(paceTo({ year: 2020, value: 2.9 }, { year: 2030, value: 4 })).toEqual({
      perYear: expect.closeTo(0.11, 10),
      years: 10,
      gap: expect.closeTo(1.1, 10),
    })
  })

  it('is none where the year is here or past', () => {
    expect(paceTo({ year: 2030, value: 3 }, { year: 2030, value: 4 })).toBeUndefined()
  })
})
