import { regionOfNuts } from '../../engine/statistics/index.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { regions } from '../codes/index.ts'
import { type Figure, type Figures, type Head, headOf, valuesOf } from '../statistics/index.ts'
import { keptUpTo } from './kept.ts'
import type { AskedVariable, ComparedLevel } from './rules.ts'

/** A benchmark that everybody may see rests on what everybody may see. */
export const anybody: Actor = { kind: 'visitor' }

export type Cell = Pick<Figure, 'value' | 'flag'>

/** One series over the territories of one level, and the level of the source's codes where they were turned. */
export type Column = { cells: ReadonlyMap<string, Cell>; from: 'nuts3' | null }

/** A series of a dataset in one period: every dimension but the territory by its code. */
export type Series = Pick<AskedVariable, 'dataset' | 'codes'>

/** Some 10 MB where each is of every NUTS 3 region. */
const keptColumns = keptUpTo<Column>(64)

/**
 * Reads series by the newest versions of their datasets. A version never changes, so what was read of it is kept; what
 * is not is read at once for all periods of a series, and of the territories of the level alone.
 */
export function columnReader(db: Read, level: ComparedLevel) {
  const heads = new Map<string, Head>()
  const head = async (dataset: string): Promise<Head> => {
    const found = heads.get(dataset) ?? (await headOf(db, anybody, { dataset }))
    heads.set(dataset, found)
    return found
  }
  const keyOf = ({ version }: Head, codes: Series['codes']) =>
    JSON.stringify([version.id, level, Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1))])
  const read = async (wanted: readonly Series[]): Promise<Column[]> => {
    const groups = new Map<string, Series[]>()
    const found = new Map<string, Column>()
    for (const series of wanted) {
      const of = await head(series.dataset)
      const key = keyOf(of, series.codes)
      const known = keptColumns.get(key)
      if (known) found.set(key, known)
      else {
        const apart = keyOf(of, { ...series.codes, [timeIdOf(of) ?? '']: '' })
        groups.set(apart, [...(groups.get(apart) ?? []), series])
      }
    }
    for (const [first, ...more] of groups.values()) {
      const of = await head(first!.dataset)
      for (const [codes, column] of await readTogether(db, of, [first!, ...more], level))
        found.set(keyOf(of, codes), keptColumns.set(keyOf(of, codes), column))
    }
    return Promise.all(
      wanted.map(async ({ dataset, codes }) => found.get(keyOf(await head(dataset), codes))!),
    )
  }
  return { head, read }
}

export const timeIdOf = ({ dimensions }: Pick<Head, 'dimensions'>): string | undefined =>
  dimensions.find((d) => d.role === 'time')?.id

/** Series that differ in their period alone, by one question. */
async function readTogether(db: Read, head: Head, series: readonly Series[], level: ComparedLevel) {
  const time = timeIdOf(head)
  const geo = head.dimensions.find((d) => d.role === 'geo')?.id
  const codes: Record<string, string[]> = {}
  for (const one of series)
    for (const [id, code] of Object.entries(one.codes)) codes[id] = [...new Set([...(codes[id] ?? []), code])]
  const places = placesAt(head, level)
  if (geo && places.length > 0) codes[geo] = places
  const { figures } = await valuesOf(db, anybody, {
    dataset: head.dataset.id,
    version: head.version.id,
    codes,
  })
  return series.map((one): [Series['codes'], Column] => {
    const period = time && one.codes[time]
    return [one.codes, columnOf({ figures: figures.filter((f) => !period || f.time === period) }, level)]
  })
}

/** The codes of a dataset that a level is read from. */
function placesAt({ territories }: Pick<Head, 'territories'>, level: ComparedLevel): string[] {
  const own = territories.filter((t) => t.level === level)
  if (own.length > 0 || level !== 'region') return own.map((t) => t.code)
  return territories
    .filter((t) => t.level === 'nuts3' && !('cannot' in regionOfNuts(t.code, regions)))
    .map((t) => t.code)
}

/**
 * The figures of one level. Where a dataset of Europe is asked for Finland's regions, its NUTS 3 codes are turned into
 * regions: they are the same areas under other codes. An older code of an area that has moved since gives way.
 */
export function columnOf({ figures }: Pick<Figures, 'figures'>, level: ComparedLevel): Column {
  const cells = new Map<string, Cell>()
  const own = figures.filter((f) => f.geo !== null && f.level === level)
  if (own.length > 0 || level !== 'region') {
    for (const { geo, value, flag } of own) cells.set(geo!, { value, flag })
    return { cells, from: null }
  }
  const exact = new Set<string>()
  for (const { geo, level: of, value, flag } of figures) {
    if (geo === null || of !== 'nuts3') continue
    const found = regionOfNuts(geo, regions)
    if ('cannot' in found || exact.has(found.code)) continue
    if (found.sameArea && value !== null) exact.add(found.code)
    if (value !== null || !cells.has(found.code)) cells.set(found.code, { value, flag })
  }
  return { cells, from: cells.size > 0 ? 'nuts3' : null }
}
