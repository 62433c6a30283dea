import {
  type Dataset,
  type Dimension,
  type Label,
  type LabelLanguage,
  mostCells,
  periodsOf,
  placesOf,
  timeAt,
} from './dataset.ts'

const said = (label: Label, language: LabelLanguage): string | undefined =>
  label[language] ?? label.fi ?? label.sv ?? label.en

/**
 * A dataset as JSON-stat 2.0, names in one language. Values are numbers with the digits of the source, so the result is
 * text and not an object. Undefined where the whole would have more cells than are read.
 */
export function jsonStatText(dataset: Dataset, language: LabelLanguage): string | undefined {
  const { dimensions, series } = dataset
  const periods = periodsOf(dimensions).length
  const cells = placesOf(dimensions) * periods
  if (cells > mostCells) return undefined
  const time = timeAt(dimensions)
  const inner = dimensions.slice(time + 1).reduce((n, { categories }) => n * categories.length, 1)
  const values = new Array<string>(cells).fill('null')
  const status: string[] = []
  for (const one of series) {
    const first = time < 0 ? one.place : Math.floor(one.place / inner) * inner * periods + (one.place % inner)
    for (let p = 0; p < periods; p++) {
      const at = first + p * (time < 0 ? 1 : inner)
      if (one.values[p]) values[at] = one.values[p]!
      if (one.flags[p]) status[at] = one.flags[p]!
    }
  }
  const head = {
    version: '2.0',
    class: 'dataset',
    label: said(dataset.title, language),
    source: dataset.source,
    updated: dataset.updated,
    ...(dataset.notes.length > 0 && { note: dataset.notes }),
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ categories }) => categories.length),
    role: rolesOf(dimensions),
    dimension: Object.fromEntries(dimensions.map((d) => [d.id, dimensionText(d, language)])),
    extension: {
      lang: language,
      ...(dataset.table && { id: dataset.table }),
      ...(dataset.description && { description: said(dataset.description, language) }),
    },
    ...(status.length > 0 && { status: { ...status } }),
  }
  return `${JSON.stringify(head).slice(0, -1)},"value":[${values.join(',')}]}`
}

const rolesOf = (dimensions: readonly Dimension[]): Record<string, string[]> =>
  Object.fromEntries(
    (['time', 'geo', 'metric'] as const).flatMap((role) => {
      const ids = dimensions.filter((d) => d.role === role).map(({ id }) => id)
      return ids.length > 0 ? [[role, ids]] : []
    }),
  )

function dimensionText({ name, notes, categories }: Dimension, language: LabelLanguage) {
  const by = <T>(of: (c: Dimension['categories'][number]) => T | undefined) =>
    categories.flatMap((c): [string, T][] => {
      const one = of(c)
      return one === undefined ? [] : [[c.code, one]]
    })
  const labels = by((c) => said(c.name, language))
  const units = by(({ unit, decimals }) =>
    unit === undefined && decimals === undefined ? undefined : { label: unit, decimals },
  )
  const about = by((c) => c.notes)
  return {
    label: said(name, language),
    ...(notes && { note: notes }),
    category: {
      index: categories.map(({ code }) => code),
      ...(labels.length > 0 && { label: Object.fromEntries(labels) }),
      ...(units.length > 0 && { unit: Object.fromEntries(units) }),
      ...(about.length > 0 && { note: Object.fromEntries(about) }),
    },
  }
}
