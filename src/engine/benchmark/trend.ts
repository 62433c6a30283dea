/** One year of a series. */
export type YearValue = { year: number; value: number }

/**
 * A straight line through a series by least squares, and how far from it a single further year may fall: the prediction
 * interval of simple linear regression, in which four years of five would lie if the series went on as before.
 */
export type Trend = {
  method: 'least-squares'
  /** Change in a year. */
  slope: number
  years: number
  at: (year: number) => { value: number; low: number; high: number }
}

/** Share of the years that the interval is made for. */
export const coverage = 0.8

// Student's t for 80 % of both sides by degrees of freedom from 1 to 30; more years keep the last, which is on the safe side.
const t80 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341,
  1.337, 1.333, 1.33, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.31,
]

/** A trend needs a year beyond those that fix the line; with fewer there is none. */
export const leastYears = 3

export function trendOf(series: readonly YearValue[]): Trend | undefined {
  const points = [...series].sort((a, b) => a.year - b.year)
  const n = points.length
  if (n < leastYears || new Set(points.map((p) => p.year)).size < n) return undefined
  const meanYear = points.reduce((sum, p) => sum + p.year, 0) / n
  const mean = points.reduce((sum, p) => sum + p.value, 0) / n
  const spread = points.reduce((sum, p) => sum + (p.year - meanYear) ** 2, 0)
  const slope = points.reduce((sum, p) => sum + (p.year - meanYear) * (p.value - mean), 0) / spread
  const line = (year: number) => mean + slope * (year - meanYear)
  const squares = points.reduce((sum, p) => sum + (p.value - line(p.year)) ** 2, 0)
  const error = Math.sqrt(squares / (n - 2))
  const t = t80[Math.min(n - 2, t80.length) - 1]!
  return {
    method: 'least-squares',
    slope,
    years: n,
    at: (year) => {
      const value = line(year)
      const half = t * error * Math.sqrt(1 + 1 / n + (year - meanYear) ** 2 / spread)
      return { value, low: value - half, high: value + half }
    },
  }
}

/** How much the last value must change in a year, evenly, to be at the target in its year. */
export type Pace = { perYear: number; years: number; gap: number }

export function paceTo(last: YearValue, target: YearValue): Pace | undefined {
  const years = target.year - last.year
  if (years <= 0) return undefined
  const gap = target.value - last.value
  return { perYear: gap / years, years, gap }
}
