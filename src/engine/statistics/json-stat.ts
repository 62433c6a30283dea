import {
  type Dataset,
  type Dimension,
  type Fault,
  type FaultKind,
  type Header,
  type LabelLanguage,
  mostCells,
  type Reading,
  type Series,
  seriesDimensions,
  timeAt,
} from './dataset.ts'
import { decimalText } from './decimal.ts'
import { dimensionsOf, type Found, isFound, labelled, notesOf, textOf } from './json-stat-dimensions.ts'

/**
 * The datasets of a JSON-stat file: 2.0 (dataset, collection with embedded datasets) and 1.x (a bundle of named
 * datasets, as older PxWeb answers). https://json-stat.org/full/
 */
export function jsonStatDatasets(data: unknown): Found[] {
  if (!isFound(data)) return []
  if (isFound(data.dimension)) return [data]
  const embedded = isFound(data.link) ? data.link.item : undefined
  const inside = Array.isArray(embedded) ? embedded : Object.values(data)
  return inside.filter((part): part is Found => isFound(part) && isFound(part.dimension))
}

/** Reads one dataset of a JSON-stat file. `language` is that of its names where it does not say itself. */
export function readJsonStat(data: unknown, language: LabelLanguage = 'en'): Reading {
  const [found, ...more] = jsonStatDatasets(data)
  if (!found) return fault('not-statistics', '')
  if (more.length > 0) return fault('not-statistics', 'dataset')
  const said = languageOf(found) ?? language
  const dimensions = dimensionsOf(found, said)
  if ('what' in dimensions) return { faults: [dimensions] }
  const cells = dimensions.reduce((n, { categories }) => n * categories.length, 1)
  if (cells > mostCells) return fault('too-large', 'size')
  const values = valuesIn(found.value, cells)
  if ('what' in values) return { faults: [values] }
  const flags = flagsIn(found.status, cells)
  if ('what' in flags) return { faults: [flags] }
  for (const [i, mark] of values.marks) flags.flags[i] ||= mark
  const series = seriesOf(dimensions, values.values, flags.flags)
  const dataset: Dataset = { ...headerOf(found, said, dimensions), series }
  return { dataset }
}

const fault = (what: FaultKind, where: string): { faults: Fault[] } => ({ faults: [{ what, where }] })

function headerOf(found: Found, language: LabelLanguage, dimensions: readonly Dimension[]): Header {
  const extension = isFound(found.extension) ? found.extension : {}
  const px = isFound(extension.px) ? extension.px : {}
  const description = textOf(px.description)
  const table = textOf(px.tableid) ?? textOf(extension.id)
  const source = textOf(found.source)
  const updated = textOf(found.updated)
  return {
    title: labelled(textOf(found.label) ?? '', language),
    ...(description && { description: labelled(description, language) }),
    ...(table && { table: table.toLowerCase() }),
    ...(source && { source }),
    ...(updated && { updated }),
    language,
    notes: notesOf(found.note),
    dimensions,
  }
}

function languageOf(found: Found): LabelLanguage | undefined {
  const extension = isFound(found.extension) ? found.extension : {}
  const px = isFound(extension.px) ? extension.px : {}
  const said = (textOf(px.language) ?? textOf(extension.lang))?.toLowerCase()
  return said === 'fi' || said === 'sv' || said === 'en' ? said : undefined
}

/** Values and flags of all cells in row-major order; `marks` are texts that stand where a number would. */
type Values = { values: string[]; marks: [number, string][] }

function valuesIn(value: unknown, cells: number): Values | Fault {
  const values = new Array<string>(cells).fill('')
  const marks: [number, string][] = []
  const entries = entriesOf(value, cells)
  if (!entries) return { what: 'values-differ', where: 'value' }
  for (const [i, one] of entries) {
    if (one === null) continue
    const text = typeof one === 'number' || typeof one === 'string' ? decimalText(one) : undefined
    if (text !== undefined) values[i] = text
    else if (typeof one === 'string' && one.length < 10) marks.push([i, one.trim()])
    else return { what: 'not-a-number', where: `value ${i + 1}` }
  }
  return { values, marks }
}

/** Flags: one for all cells, one for each, or of some cells by their number. */
function flagsIn(status: unknown, cells: number): { flags: string[] } | Fault {
  const flags = new Array<string>(cells).fill(typeof status === 'string' ? status : '')
  if (status === undefined || status === null || typeof status === 'string') return { flags }
  const entries = entriesOf(status, cells)
  if (!entries) return { what: 'values-differ', where: 'status' }
  for (const [i, one] of entries) if (typeof one === 'string') flags[i] = one
  return { flags }
}

/** An array as long as there are cells (a status may be of one element), or an object of cells by number. */
function entriesOf(value: unknown, cells: number): [number, unknown][] | undefined {
  if (Array.isArray(value)) {
    if (value.length === 1 && cells > 1 && typeof value[0] === 'string')
      return Array.from({ length: cells }, (_, i) => [i, value[0]])
    return value.length === cells ? value.map((one, i) => [i, one]) : undefined
  }
  if (!isFound(value)) return undefined
  const entries = Object.entries(value).map(([key, one]): [number, unknown] => [Number(key), one])
  return entries.every(([i]) => Number.isInteger(i) && i >= 0 && i < cells) ? entries : undefined
}

/** Cells in row-major order, gathered by the combination of all dimensions but time. */
function seriesOf(
  dimensions: readonly Dimension[],
  values: readonly string[],
  flags: readonly string[],
): Series[] {
  const time = timeAt(dimensions)
  const periods = time < 0 ? 1 : dimensions[time]!.categories.length
  // Between one period and the next lie as many cells as the dimensions after time have combinations.
  const step = dimensions.slice(time + 1).reduce((n, { categories }) => n * categories.length, 1)
  const inner = time < 0 ? 1 : step
  const places = seriesDimensions(dimensions).reduce((n, { categories }) => n * categories.length, 1)
  return Array.from({ length: places }, (_, place) => {
    const first = Math.floor(place / inner) * inner * periods + (place % inner)
    const cells = Array.from({ length: periods }, (_, i) => first + i * inner)
    return { place, values: cells.map((i) => values[i]!), flags: cells.map((i) => flags[i]!) }
  })
}
