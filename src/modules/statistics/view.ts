import { type Dimension, type Level, levelling, levels, levelsOf } from '../../engine/statistics/index.ts'
import { geoOf, timeOf } from './rules.ts'

/**
 * What part of a dataset a page shows, as its address says: one dimension down the rows, time across the columns, one
 * category of each other dimension. Territories are of one level at a time.
 */
export type View = {
  rows: Dimension
  columns: Dimension | undefined
  /** The dimensions of which one category is chosen, with its code. */
  fixed: { dimension: Dimension; code: string }[]
  level: Level | undefined
  levels: Level[]
  /** The country whose territories are shown, where a dataset has those of many. */
  country: string | undefined
  countries: string[]
  /** The codes of the rows that the chart draws; none chosen, it draws the first. */
  drawn: string[]
}

/** More rows than this are narrowed by country at first. */
const manyRows = 60
export const mostRows = 400

/** Reads the view of an address; what it does not say or says wrong is chosen. */
export function viewOf(dimensions: readonly Dimension[], params: URLSearchParams): View {
  const time = timeOf(dimensions)
  const others = dimensions.filter((d) => d !== time)
  const geo = geoOf(dimensions)
  const wanted = others.find(({ id }) => id === params.get('rows'))
  const rows =
    wanted ??
    (geo && geo.categories.length > 1 ? geo : undefined) ??
    others.find(({ categories }) => categories.length > 1) ??
    others[0] ??
    dimensions[0]!
  const fixed = others
    .filter((d) => d !== rows)
    .map((dimension) => {
      const asked = params.get(`d.${dimension.id}`)
      const known = dimension.categories.find(({ code }) => code === asked)
      return { dimension, code: known?.code ?? usual(dimension) }
    })
  const places =
    rows === geo
      ? placesOf(rows, params)
      : { level: undefined, levels: [], country: undefined, countries: [] }
  const drawn = params.getAll('draw').slice(0, mostRows)
  return { rows: narrowed(rows, places), columns: rows === time ? undefined : time, fixed, drawn, ...places }
}

/**
 * The whole is the usual first choice: a total has such a code, or the first category is taken. Beside an S, T is the
 * section of industries that are households (NACE Rev. 2), not a total.
 */
export const usual = ({ categories }: Pick<Dimension, 'categories'>): string => {
  const total = categories.some(({ code }) => code === 'S') ? /^(?:SSS|TOTAL)$/ : /^(?:SSS|TOTAL|T|MIO_EUR)$/
  return (categories.find(({ code }) => total.test(code)) ?? categories[0])!.code
}

type Places = Pick<View, 'level' | 'levels' | 'country' | 'countries'>

function placesOf({ categories }: Dimension, params: URLSearchParams): Places {
  const codes = categories.map(({ code }) => code)
  const levelOf = levelling(codes)
  const counted = levelsOf(codes)
  const found = levels.filter((level) => counted.some((c) => c.level === level))
  const asked = found.find((level) => level === params.get('level'))
  const level = asked ?? (found.length > 1 ? counted[0]!.level : undefined)
  const within = codes.filter((code) => !level || levelOf(code) === level)
  const many = within.length > manyRows && within.every((code) => /^[A-Z]{2}[0-9A-Z]*$/.test(code))
  const countries = many ? [...new Set(within.map((code) => code.slice(0, 2)))].sort() : []
  const country =
    countries.find((c) => c === params.get('country')) ?? (countries.includes('FI') ? 'FI' : countries[0])
  return { level, levels: found, country, countries }
}

function narrowed(rows: Dimension, { level, country }: Places): Dimension {
  const levelOf = levelling(rows.categories.map(({ code }) => code))
  return {
    ...rows,
    categories: rows.categories
      .filter(({ code }) => (!level || levelOf(code) === level) && (!country || code.startsWith(country)))
      .slice(0, mostRows),
  }
}

/** The view as the codes that figures are asked by. */
export const codesOfView = ({ rows, fixed }: View): Record<string, string[]> => ({
  [rows.id]: rows.categories.map(({ code }) => code),
  ...Object.fromEntries(fixed.map(({ dimension, code }) => [dimension.id, [code]])),
})
