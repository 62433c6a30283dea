/** A name in up to three languages; a source that is not read in all of them gives fewer. */
export type Label = { fi?: string; sv?: string; en?: string }
export type LabelLanguage = keyof Label

/** What a dimension stands for: when, where, or which measure (JSON-stat 2.0, `role`). */
export type Role = 'time' | 'geo' | 'metric'

export type Category = {
  code: string
  name: Label
  /** The unit as the source writes it, such as "Miljoonaa euroa". */
  unit?: string
  /** How many decimals the source publishes. */
  decimals?: number
  notes?: readonly string[]
}

export type Dimension = {
  /** The source's own code of it, such as "Alue" or "TIME_PERIOD". */
  id: string
  name: Label
  role?: Role
  categories: readonly Category[]
  notes?: readonly string[]
}

/** Everything of a dataset but its figures. */
export type Header = {
  /** The source's own label of the whole. */
  title: Label
  /** What the source says besides, such as PxWeb's description with its periods. */
  description?: Label
  /** The table's code at its source, in small letters: "statfin_tkke_pxt_13tn", "nama_10r_3gdp". */
  table?: string
  /** Who publishes it, in the source's words. */
  source?: string
  /** When the source last updated it, as it says: an instant or a day. */
  updated?: string
  /** The language in which names were read. */
  language: LabelLanguage
  notes: readonly string[]
  dimensions: readonly Dimension[]
}

/**
 * The figures of one combination of all dimensions but time. `place` is that combination's number in row-major order
 * (the last dimension runs fastest), so it needs no codes of its own. `values` and `flags` follow the categories of
 * time; an empty value is missing, never zero; an empty flag says nothing. Values are decimal text as the source has it.
 */
export type Series = { place: number; values: readonly string[]; flags: readonly string[] }

export type Dataset = Header & { series: readonly Series[] }

/** One figure with the codes of its dimensions, in their order. */
export type Cell = { codes: readonly string[]; value: string | null; flag: string }

/** What is wrong with a file: which kind of fault, and where (a field, a line). */
export type Fault = { what: FaultKind; where: string }
export type FaultKind =
  | 'not-statistics'
  | 'no-dimensions'
  | 'no-categories'
  | 'sizes-differ'
  | 'values-differ'
  | 'not-a-number'
  | 'too-large'
  | 'cut-line'
  | 'twice'
  | 'no-rows'

export type Reading = { dataset: Dataset } | { faults: readonly Fault[] }

/** More cells than this are not read: a file is then an attack or a mistake. */
export const mostCells = 20_000_000

/** Where the dimension of time stands; -1 where there is none, and every series has one cell. */
export const timeAt = (dimensions: readonly Dimension[]): number =>
  dimensions.findIndex(({ role }) => role === 'time')

/** The dimensions that number the series: all but time. */
export const seriesDimensions = (dimensions: readonly Dimension[]): Dimension[] => {
  const time = timeAt(dimensions)
  return dimensions.filter((_, i) => i !== time)
}

/** The periods of a dataset in its own order; one nameless period where it has no time. */
export const periodsOf = (dimensions: readonly Dimension[]): string[] =>
  dimensions[timeAt(dimensions)]?.categories.map(({ code }) => code) ?? ['']

/** How many places there are for series. */
export const placesOf = (dimensions: readonly Dimension[]): number =>
  seriesDimensions(dimensions).reduce((n, { categories }) => n * categories.length, 1)

/** The number of a combination, from the positions of its categories. */
export const placeOf = (sizes: readonly number[], positions: readonly number[]): number =>
  sizes.reduce((place, size, i) => place * size + positions[i]!, 0)

/** The positions of the categories of a place: the way back of `placeOf`. */
export function positionsOf(sizes: readonly number[], place: number): number[] {
  const positions = new Array<number>(sizes.length)
  let rest = place
  for (let i = sizes.length - 1; i >= 0; i--) {
    positions[i] = rest % sizes[i]!
    rest = Math.floor(rest / sizes[i]!)
  }
  return positions
}

/** Every cell of some series, series by series and period by period, with its codes in the order of the dimensions. */
export function* cellsOf(dimensions: readonly Dimension[], series: Iterable<Series>): Generator<Cell> {
  const time = timeAt(dimensions)
  const others = seriesDimensions(dimensions)
  const sizes = others.map(({ categories }) => categories.length)
  const periods = periodsOf(dimensions)
  for (const { place, values, flags } of series) {
    const fixed = positionsOf(sizes, place).map((at, i) => others[i]!.categories[at]!.code)
    for (const [i, period] of periods.entries()) {
      const codes = time < 0 ? fixed : [...fixed.slice(0, time), period, ...fixed.slice(time)]
      yield { codes, value: values[i] || null, flag: flags[i] ?? '' }
    }
  }
}
