import {
  cellsOf,
  type Dimension,
  type Level,
  placeOf,
  placesOf,
  seriesDimensions,
} from '../../engine/statistics/index.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { canSee } from '../../kernel/share.ts'
import { named } from './naming.ts'
import { type DatasetRow, datasetById } from './queries.ts'
import { refuse } from './refusal-text.ts'
import { geoOf, levelOfIn, timeOf } from './rules.ts'
import { everySeries, latestVersion, seriesAt, type Version, versionById } from './version-queries.ts'

/** What figures are asked for. Dimensions that are not named are taken whole. */
export type Ask = {
  dataset: string
  /** A version of it; the latest without it. */
  version?: string | undefined
  /** Categories by dimension, by their codes. */
  codes?: Readonly<Record<string, readonly string[]>> | undefined
  /** Only territories of this level. A code of another level in `codes` is refused. */
  level?: Level | undefined
}

/** One figure. `value` is decimal text with the source's digits, null where the source has none. */
export type Figure = {
  codes: Readonly<Record<string, string>>
  /** The territory's code and its level; null where the dataset speaks of no place. */
  geo: string | null
  level: Level | null
  /** The period's code; empty where the dataset has no time. */
  time: string
  value: string | null
  /** The source's own mark: "..." or "c" is secret, "p" provisional. */
  flag: string
}

/** Figures with what they stand on. */
export type Figures = {
  dataset: Pick<DatasetRow, 'id' | 'title' | 'publisher' | 'licence' | 'table'>
  version: Pick<Version, 'id' | 'number' | 'updated' | 'fetchedAt'>
  /** The dimensions as narrowed, with names in the languages that are known. */
  dimensions: Dimension[]
  /** The levels of the territories among the figures: more than one must be said to the reader. */
  levels: Level[]
  figures: Figure[]
}

/** So many figures are answered at once; who wants more narrows what is asked, or takes the file. */
export const mostFigures = 200_000

/** A dataset that the reader may see, or a refusal. */
export async function seenDataset(db: Read, actor: Actor, id: string): Promise<DatasetRow> {
  const found = await datasetById(db, id)
  if (!found || !canSee(actor, found)) throw refuse('missing')
  return found
}

async function seenVersion(db: Read, dataset: DatasetRow, id: string | undefined): Promise<Version> {
  const found = id ? await versionById(db, id) : await latestVersion(db, dataset.id)
  if (found?.dataset !== dataset.id) throw refuse(id ? 'missingVersion' : 'notFetched')
  return found
}

/** What a dataset has, without its figures; its territories each with their level. */
export type Head = Pick<Figures, 'dataset' | 'version' | 'dimensions'> & {
  territories: { code: string; level: Level }[]
}

export async function headOf(db: Read, actor: Actor, ask: Pick<Ask, 'dataset' | 'version'>): Promise<Head> {
  const dataset = await seenDataset(db, actor, ask.dataset)
  const version = await seenVersion(db, dataset, ask.version)
  const { dimensions } = version.header
  const levelOf = levelOfIn(dimensions)
  return {
    dataset: picked(dataset),
    version: stampOf(version),
    dimensions: named(dimensions),
    territories: geoOf(dimensions)?.categories.map(({ code }) => ({ code, level: levelOf(code) })) ?? [],
  }
}

const stampOf = ({ id, number, updated, fetchedAt }: Version): Figures['version'] => ({
  id,
  number,
  updated,
  fetchedAt,
})

/** The figures asked for, in the order of the dimensions, time as the source has it. */
export async function valuesOf(db: Read, actor: Actor, ask: Ask): Promise<Figures> {
  const dataset = await seenDataset(db, actor, ask.dataset)
  const version = await seenVersion(db, dataset, ask.version)
  const { dimensions } = version.header
  const chosen = chosenOf(dimensions, ask)
  const sizes = chosen.map(({ categories }) => categories.length)
  if (sizes.reduce((n, size) => n * size, 1) > mostFigures) throw refuse('tooMany')
  const figures = await figuresOf(db, version, dimensions, chosen)
  const levels = [...new Set(figures.flatMap(({ level }) => level ?? []))]
  return {
    dataset: picked(dataset),
    version: stampOf(version),
    dimensions: named(chosen),
    levels,
    figures,
  }
}

const picked = ({ id, title, publisher, licence, table }: DatasetRow) => ({
  id,
  title,
  publisher,
  licence,
  table,
})

/** The dimensions with the categories asked for alone; refuses a code that is not there or is of another level. */
export function chosenOf(
  dimensions: readonly Dimension[],
  { codes = {}, level }: Omit<Ask, 'dataset'>,
): Dimension[] {
  const strange = Object.keys(codes).filter((id) => !dimensions.some((d) => d.id === id))
  if (strange.length > 0) throw refuse('noDimension', strange[0])
  const geo = geoOf(dimensions)
  const levelOf = levelOfIn(dimensions)
  if (level && !geo) throw refuse('noPlaces')
  return dimensions.map((d) => {
    const wanted = Object.hasOwn(codes, d.id) ? codes[d.id] : undefined
    const missing = wanted?.filter((code) => !d.categories.some((c) => c.code === code)) ?? []
    if (missing.length > 0) throw refuse('noCategory', `${d.id}: ${missing[0]}`)
    const other = level && d === geo ? (wanted ?? []).filter((code) => levelOf(code) !== level) : []
    if (other.length > 0) throw refuse('otherLevel', other[0])
    const set = wanted && new Set(wanted)
    return {
      ...d,
      categories: d.categories.filter(
        ({ code }) => (!set || set.has(code)) && !(level && d === geo && levelOf(code) !== level),
      ),
    }
  })
}

/** More places than this are read as the whole in portions rather than one by one. */
const mostPlaces = 20_000

async function figuresOf(
  db: Read,
  version: Version,
  dimensions: readonly Dimension[],
  chosen: readonly Dimension[],
): Promise<Figure[]> {
  if (chosen.some(({ categories }) => categories.length === 0)) return []
  const others = seriesDimensions(dimensions)
  const sizes = others.map(({ categories }) => categories.length)
  const positions = seriesDimensions(chosen).map(({ categories }, i) => {
    const at = new Map(others[i]!.categories.map(({ code }, n) => [code, n]))
    return categories.map(({ code }) => at.get(code)!)
  })
  const places = positions
    .reduce<number[][]>((made, next) => made.flatMap((before) => next.map((n) => [...before, n])), [[]])
    .map((at) => placeOf(sizes, at))
  const found =
    places.length <= mostPlaces && places.length < placesOf(dimensions)
      ? await seriesAt(db, version.id, places)
      : await those(db, version.id, new Set(places))
  const geo = dimensions.findIndex(({ role }) => role === 'geo')
  const time = dimensions.findIndex(({ role }) => role === 'time')
  const periods = timeOf(chosen) && new Set(timeOf(chosen)!.categories.map(({ code }) => code))
  const levelOf = levelOfIn(dimensions)
  const figures: Figure[] = []
  for (const { codes, value, flag } of cellsOf(dimensions, found)) {
    if (periods && !periods.has(codes[time]!)) continue
    figures.push({
      codes: Object.fromEntries(dimensions.map(({ id }, i) => [id, codes[i]!])),
      geo: codes[geo] ?? null,
      level: geo < 0 ? null : levelOf(codes[geo]!),
      time: codes[time] ?? '',
      value,
      flag,
    })
  }
  return figures
}

async function those(db: Read, version: string, places: ReadonlySet<number>) {
  const found = []
  for await (const one of everySeries(db, version)) if (places.has(one.place)) found.push(one)
  return found
}

/**
 * The newest figure of each combination that has one, with its period: different territories may have theirs of
 * different years, and each says so.
 */
export async function latest(db: Read, actor: Actor, ask: Ask): Promise<Figures> {
  const all = await valuesOf(db, actor, ask)
  const newest = new Map<string, Figure>()
  const time = timeOf(all.dimensions)?.id
  for (const figure of all.figures) {
    if (figure.value === null) continue
    const key = JSON.stringify(
      Object.entries(figure.codes).flatMap(([id, code]) => (id === time ? [] : [code])),
    )
    const known = newest.get(key)
    if (!known || known.time < figure.time) newest.set(key, figure)
  }
  return { ...all, figures: [...newest.values()] }
}
