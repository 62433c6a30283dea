import { z } from 'zod'
import { type Trend, trendOf, type YearValue } from '../../engine/benchmark/index.ts'
import { query } from '../../kernel/action.ts'
import type { Read } from '../../kernel/db.ts'
import { everyone } from '../../kernel/rule.ts'
import { datasets, valuesOf } from '../statistics/index.ts'
import { anybody, columnOf } from './columns.ts'

/** The Act on the funding of R&D (1092/2022): R&D expenditure is to be 4 % of GDP by 2030. */
export const goal = { share: 0.04, year: 2030 } as const

/** Years of GDP that its trend is laid through: a decade, since older growth was another. */
const trendYears = 10

export type GoalOf = {
  code: string
  /** R&D expenditure in million euros, its newest year and the one before. */
  research: { year: number; value: number }[]
  product: { year: number; value: number } | null
  /** R&D in percent of GDP in the newest year that both have. */
  share: { year: number; percent: number } | null
  /** Where there is none: R&D of its newest year in percent of what the trend makes of GDP in that year. */
  estimate: { year: number; percent: number; low: number; high: number } | null
  /** GDP of the goal's year if it goes on as before, and what 4 % of it is; low and high hold four years of five. */
  expected: { value: number; low: number; high: number; slope: number } | null
  /** How much R&D must grow in a year, evenly, to be there; with the ends of the interval. */
  pace: { perYear: number; low: number; high: number; from: number } | null
}

type Series = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Million euros by territory and year: of the country as SSS, of its regions by their codes. */
async function seriesOf(db: Read, dataset: string, codes: Record<string, string[]>): Promise<Series> {
  const { figures } = await valuesOf(db, anybody, { dataset, codes })
  const found = new Map<string, Map<number, number>>()
  for (const time of new Set(figures.map((f) => f.time))) {
    const year = Number(time)
    const own = figures.filter((f) => f.time === time)
    const whole = own.find((f) => f.geo === 'SSS' || f.geo === 'FI')
    const cells = [...columnOf({ figures: own }, 'region').cells]
    for (const [code, cell] of [...cells, ...(whole ? [['SSS', whole] as const] : [])]) {
      if (cell.value === null) continue
      if (!found.has(code)) found.set(code, new Map())
      found.get(code)!.set(year, Number(cell.value))
    }
  }
  return found
}

const newest = (values: ReadonlyMap<number, number> | undefined, n: number) =>
  [...(values ?? [])]
    .map(([year, value]) => ({ year, value }))
    .sort((a, b) => b.year - a.year)
    .slice(0, n)

function goalOf(code: string, research: Series, product: Series): GoalOf {
  const spent = newest(research.get(code), 2)
  const products = newest(product.get(code), trendYears)
  // Any year will do that both have, the newest first.
  const both = newest(research.get(code), Number.POSITIVE_INFINITY).find(({ year }) =>
    product.get(code)?.has(year),
  )
  const trend: Trend | undefined = products.length === trendYears ? trendOf(products) : undefined
  const expected = trend ? { ...trend.at(goal.year), slope: trend.slope } : null
  const last = spent[0]
  const years = last ? goal.year - last.year : 0
  const perYear = (value: number) => (value * goal.share - last!.value) / years
  return {
    code,
    research: spent,
    product: products[0] ?? null,
    share: both
      ? { year: both.year, percent: (both.value / product.get(code)!.get(both.year)!) * 100 }
      : null,
    estimate: !both && trend && last ? estimateOf(last, trend) : null,
    expected,
    pace:
      expected && last && years > 0
        ? {
            perYear: perYear(expected.value),
            low: perYear(expected.low),
            high: perYear(expected.high),
            from: last.year,
          }
        : null,
  }
}

/** What is drawn of one place: its R&D, and 4 % of its GDP as it was and as it would go on, with the interval. */
export type GoalDrawn = {
  code: string
  research: YearValue[]
  wanted: (YearValue & { low?: number; high?: number })[]
}

export type Goal = { items: GoalOf[]; drawn: GoalDrawn | null; sources: { id: string; number: number }[] }

function drawnOf(code: string, research: Series, product: Series): GoalDrawn | null {
  const products = newest(product.get(code), trendYears).reverse()
  const last = products.at(-1)
  const trend = products.length === trendYears ? trendOf(products) : undefined
  if (!last || !trend) return null
  const ahead = Array.from({ length: Math.max(0, goal.year - last.year) }, (_, i) => last.year + 1 + i)
  const part = (n: number) => n * goal.share
  return {
    code,
    research: newest(research.get(code), trendYears).reverse(),
    wanted: [
      ...products.map(({ year, value }) => ({ year, value: part(value) })),
      ...ahead.map((year) => {
        const { value, low, high } = trend.at(year)
        return { year, value: part(value), low: part(low), high: part(high) }
      }),
    ],
  }
}

/** A larger product is a smaller share: the ends of the interval change places. */
function estimateOf({ year, value }: YearValue, trend: Trend): GoalOf['estimate'] {
  const product = trend.at(year)
  const percent = (of: number) => (value / of) * 100
  if (product.low <= 0) return null
  return { year, percent: percent(product.value), low: percent(product.high), high: percent(product.low) }
}

export const researchGoal = query({
  name: 'benchmarks.goal',
  summary: {
    fi: 'T&K-menojen tavoite 4 % BKT:stä 2030: kehitys ja tarvittava vauhti',
    sv: 'Målet 4 % av BNP för FoU 2030: utveckling och nödvändig takt',
    en: 'The goal of R&D at 4 % of GDP by 2030: trend and needed pace',
  },
  route: { method: 'GET', path: '/research-goal' },
  input: z.object({
    place: z
      .string()
      .max(20)
      .optional()
      .describe('The territory that is drawn; the whole country without it.'),
  }),
  output: z.custom<Goal>(),
  allow: everyone,
  run: async ({ db, now }, { place = 'SSS' }) => {
    const { items } = await datasets(db, anybody, now)
    const spending = items.find((d) => d.table === 'statfin_tkke_pxt_13tn' && d.version)
    const product = items.find((d) => d.table === 'nama_10r_3gdp' && d.version)
    if (!spending || !product) return { items: [], drawn: null, sources: [] }
    const research = await seriesOf(db, spending.id, { Sektori: ['SSS'], Tiedot: ['tk_menot'] })
    const products = await seriesOf(db, product.id, { unit: ['MIO_EUR'] })
    const codes = ['SSS', ...[...research.keys()].filter((code) => code !== 'SSS').sort()]
    return {
      items: codes.filter((code) => research.has(code)).map((code) => goalOf(code, research, products)),
      drawn: drawnOf(research.has(place) ? place : 'SSS', research, products),
      sources: [spending, product].map((d) => ({ id: d.id, number: d.version!.number })),
    }
  },
})
