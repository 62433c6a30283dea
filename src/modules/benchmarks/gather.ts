import { regionOfNuts } from '../../engine/statistics/index.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { regionByCode, regions } from '../codes/index.ts'
import { type Figure, type Figures, valuesOf } from '../statistics/index.ts'
import type { Asked, AskedVariable, ComparedLevel, Gathered, UsedUnit, UsedVariable } from './rules.ts'

/** A benchmark that everybody may see rests on what everybody may see. */
export const anybody: Actor = { kind: 'visitor' }

/** Reads every variable of a question in its newest version, or in the versions named. Refuses what is not public or not there. */
export async function gather(db: Read, asked: Asked): Promise<Gathered> {
  const read: Figures[] = []
  for (const { dataset, codes } of asked.variables) {
    const narrowed = Object.fromEntries(Object.entries(codes).map(([id, code]) => [id, [code]]))
    read.push(await valuesOf(db, anybody, { dataset, codes: narrowed }))
  }
  const columns = read.map((figures) => columnOf(figures, asked.level))
  const codes = [...new Set(columns.flatMap((c) => [...c.cells.keys()]))].sort()
  const units = codes.map(
    (code): UsedUnit => ({
      code,
      country: asked.level === 'region' ? 'FI' : code.slice(0, 2),
      name: nameOf(code, read),
      values: columns.map((c) => c.cells.get(code)?.value ?? null),
      flags: columns.map((c) => c.cells.get(code)?.flag ?? ''),
    }),
  )
  const variables = read.map(
    (figures, i): UsedVariable => ({
      dataset: figures.dataset.id,
      version: figures.version.id,
      number: figures.version.number,
      updated: figures.version.updated,
      table: figures.dataset.table,
      title: figures.dataset.title,
      ...describe(figures, asked.variables[i]!),
      from: columns[i]!.from,
    }),
  )
  return { asked, variables, units }
}

type Cell = Pick<Figure, 'value' | 'flag'>

/**
 * The figures of one level. Where a dataset of Europe is asked for Finland's regions, its NUTS 3 codes are turned into
 * regions: they are the same areas under other codes. An older code of an area that has moved since gives way.
 */
export function columnOf(
  { figures }: Pick<Figures, 'figures'>,
  level: ComparedLevel,
): { cells: ReadonlyMap<string, Cell>; from: 'nuts3' | null } {
  const cells = new Map<string, Cell>()
  const own = figures.filter((f) => f.geo !== null && f.level === level)
  if (own.length > 0 || level !== 'region') {
    for (const f of own) cells.set(f.geo!, f)
    return { cells, from: null }
  }
  const exact = new Set<string>()
  for (const f of figures) {
    if (f.geo === null || f.level !== 'nuts3') continue
    const found = regionOfNuts(f.geo, regions)
    if ('cannot' in found || exact.has(found.code)) continue
    if (found.sameArea && f.value !== null) exact.add(found.code)
    if (f.value !== null || !cells.has(found.code)) cells.set(found.code, f)
  }
  return { cells, from: cells.size > 0 ? 'nuts3' : null }
}

function nameOf(code: string, read: readonly Figures[]): Names {
  const region = regionByCode(code)
  if (region) return region.name
  for (const { dimensions } of read) {
    const found = dimensions.find((d) => d.role === 'geo')?.categories.find((c) => c.code === code)?.name
    if (found && (found.fi ?? found.sv ?? found.en)) return found
  }
  return { fi: code }
}

// Codes that stand for all there is of a dimension, or for a year: they say nothing of what a series is.
const plain = new Set(['SSS', 'TOTAL', 'T', 'A'])

/** What a series is called, from the names of its categories; of a dataset of one series, the dataset's title. */
function describe(
  { dimensions, dataset }: Figures,
  { codes }: AskedVariable,
): Pick<UsedVariable, 'label' | 'unit' | 'period'> {
  const time = dimensions.find((d) => d.role === 'time')
  const chosen = dimensions
    .filter((d) => d.role !== 'geo' && d !== time)
    .flatMap((d) => {
      const category = d.categories.find((c) => c.code === codes[d.id])
      return category ? [category] : []
    })
  const named = chosen.filter((c) => !plain.has(c.code))
  const label = Object.fromEntries(
    languages.map((l) => [
      l,
      named.map((c) => c.name[l] ?? c.name.fi ?? c.name.en ?? c.name.sv ?? c.code).join(' · ') ||
        (dataset.title[l] ?? dataset.title.fi ?? dataset.title.en ?? ''),
    ]),
  )
  return {
    label,
    unit: chosen.find((c) => c.unit)?.unit ?? null,
    period: (time && codes[time.id]) ?? '',
  }
}
