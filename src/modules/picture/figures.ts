import { type CubeRow, type FacetFilters, type FacetName, facetNames, valuesOf } from '../projects/index.ts'

/** What a map, a chart or a sentence can show of some projects. */
export const figureNames = ['granted', 'realised', 'projects', 'per-inhabitant', 'leads'] as const
export type FigureName = (typeof figureNames)[number]

/** What some projects count; amounts are cents of one currency. */
export type Tally = { projects: number; granted: bigint; realised: bigint }
export type Figures = {
  total: Tally
  by: Record<FacetName, Map<string, Tally>>
  /** By period, fund and priority number, because a number means another priority in another programme. */
  priorities: Map<string, Tally & { period: string; fund: string; priority: string }>
  /** Projects whose region is derived from the authority, not named by a list. */
  regionDerived: number
  /** Projects in other currencies: told beside, never added. */
  others: Map<string, Tally>
}

const nothing = (): Tally => ({ projects: 0, granted: 0n, realised: 0n })

function add(tally: Tally, row: Tally): void {
  tally.projects += row.projects
  tally.granted += row.granted
  tally.realised += row.realised
}

function addAt<K>(tallies: Map<K, Tally>, key: K, row: Tally): void {
  let tally = tallies.get(key)
  if (!tally) {
    tally = nothing()
    tallies.set(key, tally)
  }
  add(tally, row)
}

/**
 * Totals and sums by every facet in one pass. A project without any amount has no currency and counts as one of the
 * asked; a project of several themes counts under each of them, so themes may sum to more than the total.
 */
export function figuresOf(rows: readonly CubeRow[], currency: string): Figures {
  const by = Object.fromEntries(facetNames.map((f) => [f, new Map<string, Tally>()])) as Figures['by']
  const total = nothing()
  const others = new Map<string, Tally>()
  const priorities: Figures['priorities'] = new Map()
  let regionDerived = 0
  for (const row of rows) {
    if (row.currency !== null && row.currency !== currency) {
      addAt(others, row.currency, row)
      continue
    }
    add(total, row)
    if (row.regionFrom === 'authority') regionDerived += row.projects
    for (const facet of facetNames) for (const value of valuesOf(row, facet)) addAt(by[facet], value, row)
    const { period, fund, priority } = row.values
    if (period === null || fund === null || priority === null) continue
    const key = `${period}\n${fund}\n${priority}`
    const known = priorities.get(key)
    if (known) add(known, row)
    else {
      const { projects, granted, realised } = row
      priorities.set(key, { period, fund, priority, projects, granted, realised })
    }
  }
  return { total, by, priorities, regionDerived, others }
}

/** Share of a part, 0 to 1; zero of zero is zero. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Realised of granted, 0 to 1, for drawing; undefined where nothing was granted. */
export const realisedShare = (t: { granted: bigint; realised: bigint }): number | undefined =>
  t.granted > 0n ? Number(t.realised) / Number(t.granted) : undefined

/** The filters as an address says them, in one order so that equal views have one address. */
export function filterQuery(filters: FacetFilters): string {
  const query = new URLSearchParams()
  for (const facet of facetNames) for (const value of filters[facet] ?? []) query.append(facet, value)
  return query.toString()
}

const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`)

/** The list of exactly the projects that the filters let through. */
export const projectsPath = (filters: FacetFilters): string => withQuery('/projects', filterQuery(filters))

/** Where a summed figure tells where it comes from; `by` names the facet by which a chart parts it. */
export function originPath(figure: FigureName, filters: FacetFilters = {}, by?: FacetName): string {
  const query = [`figure=${figure}`, by && `by=${by}`, filterQuery(filters)]
  return `/provenance?${query.filter(Boolean).join('&')}`
}

export type Year<T> = { year: number } & T

/**
 * The years that a chart draws: from the first to the last that holds at least a hundredth of the greatest year, every
 * year between, too. What lies outside and what has no year is told beside the chart.
 */
export function chartYears(byYear: ReadonlyMap<string, Tally>): {
  years: Year<Tally>[]
  outside: Year<Tally>[]
  unknown: Tally
} {
  const known = [...byYear]
    .filter(([year]) => /^\d{4}$/.test(year))
    .map(([year, tally]) => ({ year: Number(year), ...tally }))
    .sort((a, b) => a.year - b.year)
  const most = known.map((y) => y.granted).sort((a, b) => (a < b ? 1 : -1))[0] ?? 0n
  const large = known.filter((y) => y.granted * 100n >= most)
  const unknown = byYear.get('unknown') ?? nothing()
  const from = large[0]?.year
  const to = large.at(-1)?.year
  if (from === undefined || to === undefined) return { years: [], outside: [], unknown }
  const byNumber = new Map(known.map((y) => [y.year, y]))
  const years = Array.from(
    { length: to - from + 1 },
    (_, i) => byNumber.get(from + i) ?? { year: from + i, ...nothing() },
  )
  return { years, outside: known.filter((y) => y.year < from || y.year > to), unknown }
}
