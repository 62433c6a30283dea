import { cellsOf, type Dataset, type Dimension, periodsOf } from './dataset.ts'

/** What differs between two versions of a dataset: its classification, its newest period, its figures. */
export type Comparison = {
  dimensions: { added: string[]; removed: string[] }
  /** Categories of the dimensions that both have, but for periods. */
  categories: {
    dimension: string
    added: string[]
    removed: string[]
    /** The same code under another name: its meaning may have changed. */
    renamed: string[]
  }[]
  periods: { added: string[]; removed: string[] }
  /** The newest period that the former version had and this one has not. */
  newestMissing: string | null
  figures: { changed: number; flagged: number; added: number; removed: number; examples: FigureChange[] }
}

/** One figure that a source has changed; values are null where missing. */
export type FigureChange = {
  codes: Record<string, string>
  before: string | null
  after: string | null
}

const mostExamples = 20

/** Compares a version with the one before it. Figures are matched by the codes of all dimensions. */
export function compared(before: Dataset, after: Dataset): Comparison {
  const shared = after.dimensions.filter((d) => before.dimensions.some(({ id }) => id === d.id))
  const [was, is] = [before, after].map(({ dimensions }) => [...periodsOf(dimensions)].sort())
  const newest = was!.at(-1)
  return {
    dimensions: difference(idsOf(before.dimensions), idsOf(after.dimensions)),
    categories: shared
      .filter(({ role }) => role !== 'time')
      .map((now) => categoryChange(before.dimensions.find(({ id }) => id === now.id)!, now))
      .filter(({ added, removed, renamed }) => added.length + removed.length + renamed.length > 0),
    periods: difference(was!, is!),
    newestMissing: newest !== undefined && !is!.includes(newest) ? newest : null,
    figures: figureChanges(before, after),
  }
}

/** Whether anything at all differs. */
export const isSame = ({ dimensions, categories, periods, figures }: Comparison): boolean =>
  dimensions.added.length + dimensions.removed.length + categories.length === 0 &&
  periods.added.length + periods.removed.length === 0 &&
  figures.changed + figures.flagged + figures.added + figures.removed === 0

/** Whether the classification differs: other dimensions, or other categories than periods. */
export const isReclassified = ({ dimensions, categories }: Comparison): boolean =>
  dimensions.added.length + dimensions.removed.length + categories.length > 0

const idsOf = (dimensions: readonly Dimension[]) => dimensions.map(({ id }) => id)

function difference(before: readonly string[], after: readonly string[]) {
  const [was, is] = [new Set(before), new Set(after)]
  return {
    added: after.filter((one) => !was.has(one)),
    removed: before.filter((one) => !is.has(one)),
  }
}

function categoryChange(before: Dimension, after: Dimension) {
  const codes = (d: Dimension) => d.categories.map(({ code }) => code)
  const names = new Map(before.categories.map((c) => [c.code, c.name]))
  const renamed = after.categories.filter(({ code, name }) => {
    const former = names.get(code)
    if (!former) return false
    return (['fi', 'sv', 'en'] as const).some((l) => former[l] && name[l] && former[l] !== name[l])
  })
  return {
    dimension: after.id,
    ...difference(codes(before), codes(after)),
    renamed: renamed.map(({ code }) => code),
  }
}

function figureChanges(before: Dataset, after: Dataset): Comparison['figures'] {
  const order = after.dimensions.map(({ id }) => before.dimensions.findIndex((d) => d.id === id))
  const figures = { changed: 0, flagged: 0, added: 0, removed: 0, examples: [] as FigureChange[] }
  // With other dimensions no figure is the same one any more.
  if (order.includes(-1) || before.dimensions.length !== order.length) return figures
  const former = new Map<string, { value: string | null; flag: string }>()
  for (const { codes, value, flag } of cellsOf(before.dimensions, before.series))
    former.set(order.map((i) => codes[i]).join('\t'), { value, flag })
  for (const { codes, value, flag } of cellsOf(after.dimensions, after.series)) {
    const key = codes.join('\t')
    const was = former.get(key)
    former.delete(key)
    if (!was) figures.added++
    else if (was.value !== value) {
      figures.changed++
      if (figures.examples.length < mostExamples)
        figures.examples.push({
          codes: Object.fromEntries(after.dimensions.map(({ id }, i) => [id, codes[i]!])),
          before: was.value,
          after: value,
        })
    } else if (was.flag !== flag) figures.flagged++
  }
  figures.removed = former.size
  return figures
}
