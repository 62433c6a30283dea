import { createHash } from 'node:crypto'
import {
  type Dataset,
  type Dimension,
  type Header,
  type Label,
  type Level,
  levelling,
  levelsOf,
} from '../../engine/statistics/index.ts'
import type { Names } from '../../kernel/text.ts'

/** From where a dataset comes: a file that somebody brought, a PxWeb service, or Eurostat. */
export const origins = ['file', 'pxweb', 'eurostat'] as const
export type Origin = (typeof origins)[number]

/**
 * What is asked of a table: per dimension its categories, by PxWeb's filter ("item" or "agg:NAME"). `follows` is the
 * dimension of time whose new periods are taken in by themselves.
 */
export type Slice = {
  query: { code: string; filter: string; values: readonly string[] }[]
  follows?: string
}

/** Where a version came from. */
export type Provenance = {
  address?: string
  query?: object
  file?: { name: string; sha256: string }
}

/**
 * SHA-256 of a dataset's content: everything but when its source says to have updated it, and the names in languages
 * other than that in which it was read, which are fetched apart and may fail to come.
 */
export function digestOf({ series, updated: _, ...header }: Dataset): string {
  const own = (name: Label) => name[header.language] ?? ''
  const dimensions = header.dimensions.map((d) => ({
    ...d,
    name: own(d.name),
    categories: d.categories.map((c) => ({ ...c, name: own(c.name) })),
  }))
  const hash = createHash('sha256').update(JSON.stringify({ ...header, dimensions }))
  for (const { place, values, flags } of series)
    hash.update(`\n${place}\t${values.join(' ')}\t${flags.join(' ')}`)
  return hash.digest('hex')
}

/** Whether two headers speak of the same table cut the same way: every dimension but time has the same codes. */
export function isSameTable(a: Header, b: Header): boolean {
  const cut = ({ table, dimensions }: Header) =>
    JSON.stringify([
      table,
      dimensions.map((d) => [d.id, d.role === 'time' ? '' : d.categories.map((c) => c.code)]),
    ])
  return a.table !== undefined && cut(a) === cut(b)
}

/** The source's label without the table's number before it and the list of dimensions after it. */
export const shortTitle = (label: string): string =>
  label
    .replace(/^\w{3,6} -- /, '')
    .replace(/ (?:muuttujina|efter|by) [\p{Lu}][^,]*(?:, .*)?(?: ja | och | and ).*$/u, '')
    .trim()

export const shortTitles = (title: Names): Names =>
  Object.fromEntries(Object.entries(title).map(([l, text]) => [l, text ? shortTitle(text) : text]))

export const geoOf = (dimensions: readonly Dimension[]): Dimension | undefined =>
  dimensions.find(({ role }) => role === 'geo')

export const timeOf = (dimensions: readonly Dimension[]): Dimension | undefined =>
  dimensions.find(({ role }) => role === 'time')

/** The levels of territory of a dataset, the commonest first; none where it speaks of no place. */
export const levelsIn = (dimensions: readonly Dimension[]): string[] =>
  levelsOf(geoOf(dimensions)?.categories.map(({ code }) => code) ?? []).map(({ level }) => level)

/** The first and the last period, by their codes. */
export function spanOf(dimensions: readonly Dimension[]): { first: string | null; last: string | null } {
  const periods = [...(timeOf(dimensions)?.categories ?? [])].map(({ code }) => code).sort()
  return { first: periods[0] ?? null, last: periods.at(-1) ?? null }
}

/** How the levels of a dataset's territories are read. */
export const levelOfIn = (dimensions: readonly Dimension[]): ((code: string) => Level) =>
  levelling(geoOf(dimensions)?.categories.map(({ code }) => code) ?? [])

/** A source publishes a year at least once in that time: what was last seen whole before it is stale. */
const freshDays = { nightly: 3, seldom: 400 }

export const isStale = (
  { nightly, checkedAt }: { nightly: boolean; checkedAt: Date | null },
  now: Date,
): boolean =>
  checkedAt === null ||
  now.getTime() - checkedAt.getTime() > freshDays[nightly ? 'nightly' : 'seldom'] * 24 * 60 * 60 * 1000
