import { createHash } from 'node:crypto'
import type { SharedRecord } from '../../kernel/share.ts'

/** The facets by which projects are narrowed down and counted; each is a column of the cube. */
export const facetNames = [
  'period',
  'fund',
  'priority',
  'authority',
  'region',
  'status',
  'year',
  'amount',
  'theme',
] as const
export type FacetName = (typeof facetNames)[number]
export type FacetFilters = Partial<Record<FacetName, readonly string[]>>

/** One combination of facets that occurs, with what it counts. Amounts are cents; themes may be several. */
export type CubeRow = Pick<SharedRecord, 'share' | 'ecosystem'> & {
  key: string
  values: Record<Exclude<FacetName, 'theme'>, string | null>
  /** Whether the region or a municipality in it is named by a list, or the region derived from the authority. */
  regionFrom?: string | null
  themes: readonly string[]
  currency: string | null
  projects: number
  granted: bigint
  realised: bigint
  plannedPublic: bigint
  realisedPublic: bigint
}

/** What makes a project's key: its facets, and who may see it. Amounts are summed, so they are not among them. */
export type Faceted = {
  period: string | null
  fund: string | null
  priority: string | null
  authority: string | null
  region: string | null
  region_from: string | null
  status: string | null
  start_year: number | null
  amount_class: number | null
  themes: readonly string[]
  currency: string | null
  share: string
  ecosystem_id: string | null
}

/** A 63-bit hash of the facets, as a decimal string: two combinations share one with odds of 1 to 10^10. */
export function facetKeyOf(p: Faceted): string {
  const text = JSON.stringify([
    p.period,
    p.fund,
    p.priority,
    p.authority,
    p.region,
    p.region_from,
    p.status,
    p.start_year,
    p.amount_class,
    p.themes,
    p.currency,
    ...(p.share === 'public' ? [] : [p.share, p.ecosystem_id]),
  ])
  const head = createHash('sha256').update(text).digest().readBigUInt64BE(0)
  return String(head >> 1n)
}

/** What a value that is not known is called in an address: `region=unknown`. */
export const unknownValue = 'unknown'

/** The values of a facet that a combination has; several only for themes. */
export const valuesOf = (row: CubeRow, facet: FacetName): readonly string[] => {
  if (facet === 'theme') return row.themes.length > 0 ? row.themes : [unknownValue]
  return [row.values[facet] ?? unknownValue]
}

const passes = (row: CubeRow, facet: FacetName, wanted: readonly string[] | undefined): boolean =>
  !wanted || wanted.length === 0 || valuesOf(row, facet).some((v) => wanted.includes(v))

/** Counts and exact sums of projects in one currency. */
export type Sums = {
  currency: string
  projects: number
  granted: bigint
  realised: bigint
  plannedPublic: bigint
  realisedPublic: bigint
}

export type FacetCounts = {
  total: number
  /** How many of them are not public. */
  closed: number
  sums: Sums[]
  facets: Record<FacetName, Map<string, number>>
}

/** How many projects, and how much money, a search found under one key; without it the cube's own figures hold. */
export type Found = ReadonlyMap<string, { projects: number; granted: bigint; realised: bigint }>

/** The cube with its values as small numbers: what is counted at every search is only added up, never compared. */
type Numbered = {
  /** For each facet, the values by their numbers. */
  values: string[][]
  /** For each facet and row the numbers of its values; only a theme may have several. */
  rows: (readonly number[])[][]
}
const numbered = new WeakMap<readonly CubeRow[], Numbered>()

function numberedOf(cube: readonly CubeRow[]): Numbered {
  const known = numbered.get(cube)
  if (known) return known
  const made: Numbered = { values: [], rows: [] }
  for (const [f, facet] of facetNames.entries()) {
    const numbers = new Map<string, number>()
    const numberOf = (value: string) => {
      const n = numbers.get(value) ?? numbers.size
      numbers.set(value, n)
      return n
    }
    made.rows[f] = cube.map((row) => valuesOf(row, facet).map(numberOf))
    made.values[f] = [...numbers.keys()]
  }
  numbered.set(cube, made)
  return made
}

/**
 * Counts every facet at once. A facet's own choice does not narrow its own counts: a row belongs to a facet when
 * it passes all others, that is, when it fails nowhere or there alone.
 */
export function countFacets(cube: readonly CubeRow[], filters: FacetFilters, found?: Found): FacetCounts {
  const { values, rows } = numberedOf(cube)
  const wanted = facetNames.map((facet, f) => {
    const asked = filters[facet]
    return asked && asked.length > 0 ? values[f]!.map((value) => asked.includes(value)) : undefined
  })
  const narrowing = wanted.flatMap((w, f) => (w ? [f] : []))
  const counts = values.map((v) => new Array<number>(v.length).fill(0))
  const sums = new Map<string, Sums>()
  let total = 0
  let closed = 0
  for (const [i, row] of cube.entries()) {
    const hit = found ? found.get(row.key) : row
    if (!hit) continue
    let failed = -1
    let failures = 0
    for (const f of narrowing) {
      if (rows[f]![i]!.some((n) => wanted[f]![n])) continue
      failed = f
      failures++
    }
    if (failures > 1) continue
    for (let f = 0; f < counts.length; f++) {
      if (failures === 1 && failed !== f) continue
      for (const n of rows[f]![i]!) counts[f]![n]! += hit.projects
    }
    if (failures > 0) continue
    total += hit.projects
    if (row.share !== 'public') closed += hit.projects
    if (row.currency) addTo(sums, row.currency, row.currency, found ? { ...row, ...hit } : row)
  }
  return {
    total,
    closed,
    sums: [...sums.values()].sort((a, b) => b.projects - a.projects),
    facets: Object.fromEntries(
      facetNames.map((facet, f) => [facet, countsByValue(values[f]!, counts[f]!)]),
    ) as FacetCounts['facets'],
  }
}

const countsByValue = (values: readonly string[], counts: readonly number[]): Map<string, number> =>
  new Map(values.flatMap((value, n) => (counts[n]! > 0 ? [[value, counts[n]!] as const] : [])))

/** The combinations that pass all the filters. */
export const narrowed = (cube: readonly CubeRow[], filters: FacetFilters): CubeRow[] =>
  cube.filter((row) => facetNames.every((f) => passes(row, f, filters[f])))

/** Whether any facet is chosen. */
export const isFiltered = (filters: FacetFilters): boolean => facetNames.some((f) => filters[f]?.length)

/** Above this a list is read along one of its sorts rather than by keys. */
const mostKeys = 1_000

/** The keys of the combinations that pass, of those found by words or where there are few; else nothing. */
export function keysOf(cube: readonly CubeRow[], filters: FacetFilters, found?: Found): string[] | undefined {
  if (!isFiltered(filters)) return undefined
  const keys = narrowed(cube, filters).map((row) => row.key)
  if (found) return keys.filter((key) => found.has(key))
  return keys.length <= mostKeys ? keys : undefined
}

/** Sums by one facet in one currency, for charts and tables: most granted first. */
export function sumBy(
  cube: readonly CubeRow[],
  facet: FacetName,
  filters: FacetFilters,
  currency: string,
): Map<string, Sums> {
  const sums = new Map<string, Sums>()
  for (const row of narrowed(cube, filters)) {
    if (row.currency !== currency && row.currency !== null) continue
    for (const v of valuesOf(row, facet)) addTo(sums, v, currency, row)
  }
  return sums
}

type Counted = Pick<CubeRow, 'projects' | 'granted' | 'realised' | 'plannedPublic' | 'realisedPublic'>

function addTo(sums: Map<string, Sums>, key: string, currency: string, row: Counted): void {
  let s = sums.get(key)
  if (!s) {
    s = { currency, projects: 0, granted: 0n, realised: 0n, plannedPublic: 0n, realisedPublic: 0n }
    sums.set(key, s)
  }
  s.projects += row.projects
  s.granted += row.granted
  s.realised += row.realised
  s.plannedPublic += row.plannedPublic
  s.realisedPublic += row.realisedPublic
}
