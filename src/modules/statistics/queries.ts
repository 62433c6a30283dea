import { sql } from 'kysely'
import type { Comparison, Header, Series } from '../../engine/statistics/index.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId, newId } from '../../kernel/id.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Origin, Provenance, Slice } from './rules.ts'

/** A dataset with its latest version, without dimensions and figures. */
export type DatasetRow = {
  id: string
  title: Names
  description: Names
  publisher: string
  licence: string
  table: string | null
  origin: Origin
  address: string | null
  slice: Slice | null
  nightly: boolean
  ecosystem: string | null
  share: ShareLevel
  createdAt: Date
  checkedAt: Date | null
  trouble: string | null
  version: VersionRow | null
}

export type VersionRow = {
  id: string
  number: number
  updated: string | null
  fetchedAt: Date
  levels: string[]
  first: string | null
  last: string | null
  series: number
  cells: number
  emptyCells: number
}

const datasetColumns = [
  'statistic_dataset.id',
  'title',
  'description',
  'publisher',
  'licence',
  'table_code as table',
  'origin',
  'address',
  'slice',
  'nightly',
  'ecosystem_id as ecosystem',
  'share',
  'created_at as createdAt',
  'checked_at as checkedAt',
  'trouble',
] as const

const versionJson = sql<VersionRow | null>`case when v.id is null then null else jsonb_build_object(
  'id', v.id, 'number', v.number, 'updated', v.source_updated, 'fetchedAt', v.fetched_at, 'levels', v.levels,
  'first', v.first_period, 'last', v.last_period, 'series', v.series, 'cells', v.cells, 'emptyCells', v.empty_cells)
  end`

const withVersions = (db: Read) =>
  db
    .selectFrom('statistic_dataset')
    .leftJoin('statistic_version as v', 'v.id', 'statistic_dataset.version_id')
    .select(datasetColumns)
    .select(versionJson.as('version'))
    .where('ended_at', 'is', null)

const shaped = (row: object): DatasetRow => {
  const { version, ...rest } = row as DatasetRow
  return { ...rest, version: version && { ...version, fetchedAt: new Date(version.fetchedAt) } }
}

export type Narrowing = { q?: string | undefined; level?: string | undefined; origin?: Origin | undefined }

/** The datasets that the reader may see, by title. */
export async function listDatasets(
  db: Read,
  actor: Actor,
  { q, level, origin }: Narrowing,
  limit: number,
  offset: number,
): Promise<{ items: DatasetRow[]; total: number }> {
  let asked = withVersions(db).where(visible(actor, 'statistic_dataset'))
  for (const word of q?.split(/\s+/).filter(Boolean) ?? []) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    asked = asked.where(
      sql<boolean>`(title::text || ' ' || description::text || ' ' || publisher || ' ' || coalesce(table_code, '')) ilike ${like}`,
    )
  }
  if (level) asked = asked.where(sql<boolean>`${level} = any(v.levels)`)
  if (origin) asked = asked.where('origin', '=', origin)
  const rows = await asked
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy(sql`coalesce(title ->> 'fi', title ->> 'sv', title ->> 'en')`)
    .orderBy('statistic_dataset.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { items: rows.map(({ total: _, ...row }) => shaped(row)), total: rows[0]?.total ?? 0 }
}

export async function datasetById(db: Read, id: string): Promise<DatasetRow | undefined> {
  if (!isId(id)) return undefined
  const row = await withVersions(db).where('statistic_dataset.id', '=', id).executeTakeFirst()
  return row && shaped(row)
}

/** The datasets that are fetched every night. */
export const nightlyDatasets = (db: Read): Promise<{ id: string }[]> =>
  db
    .selectFrom('statistic_dataset')
    .select('id')
    .where('nightly', '=', true)
    .where('origin', '<>', 'file')
    .where('ended_at', 'is', null)
    .execute()

/** A dataset of the same place whose content, or one of its versions, is the very same. */
export const datasetOfDigest = (
  db: Read,
  digest: string,
  place: { ecosystem: string | null; share: string },
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('statistic_version as v')
    .innerJoin('statistic_dataset as d', 'd.id', 'v.dataset_id')
    .select('d.id')
    .where('v.digest', '=', digest)
    .where('d.ended_at', 'is', null)
    .where('d.share', '=', place.share)
    .where(sql<boolean>`d.ecosystem_id is not distinct from ${place.ecosystem}::uuid`)
    .orderBy('d.created_at')
    .executeTakeFirst()

/** Datasets of the same place and table, with their latest headers. */
export const datasetsOfTable = async (
  db: Read,
  table: string,
  place: { ecosystem: string | null; share: string },
): Promise<{ id: string; header: Header }[]> =>
  (await db
    .selectFrom('statistic_dataset as d')
    .innerJoin('statistic_version as v', 'v.id', 'd.version_id')
    .select(['d.id', 'v.header'])
    .where('d.table_code', '=', table)
    .where('d.ended_at', 'is', null)
    .where('d.share', '=', place.share)
    .where(sql<boolean>`d.ecosystem_id is not distinct from ${place.ecosystem}::uuid`)
    .orderBy('d.created_at')
    .execute()) as unknown as { id: string; header: Header }[]

export type NewDataset = {
  title: Names
  description: Names
  publisher: string
  licence: string
  table: string | null
  origin: Origin
  address: string | null
  slice: Slice | null
  nightly: boolean
  ecosystem: string | null
  share: ShareLevel
  person: string | null
}

export async function insertDataset(tx: Tx, now: Date, d: NewDataset): Promise<string> {
  const id = newId(now.getTime())
  await tx
    .insertInto('statistic_dataset')
    .values({
      id,
      title: JSON.stringify(d.title),
      description: JSON.stringify(d.description),
      publisher: d.publisher,
      licence: d.licence,
      table_code: d.table,
      origin: d.origin,
      address: d.address,
      slice: d.slice && JSON.stringify(d.slice),
      nightly: d.nightly,
      ecosystem_id: d.ecosystem,
      share: d.share,
      person_id: d.person,
      created_at: now,
    })
    .execute()
  return id
}

/** Locks a dataset while a version is made of it. */
export const lockDataset = (tx: Tx, id: string): Promise<{ id: string } | undefined> =>
  tx
    .selectFrom('statistic_dataset')
    .select('id')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export async function updateDataset(
  tx: Tx,
  id: string,
  {
    title,
    slice,
    ...rest
  }: Partial<{
    title: Names
    slice: Slice
    nightly: boolean
    share: ShareLevel
    ecosystem_id: string | null
    version_id: string
    checked_at: Date
    trouble: string | null
    ended_at: Date
    ended_by: string
    ended_why: string
  }>,
): Promise<void> {
  await tx
    .updateTable('statistic_dataset')
    .set({
      ...rest,
      ...(title && { title: JSON.stringify(title) }),
      ...(slice && { slice: JSON.stringify(slice) }),
    })
    .where('id', '=', id)
    .execute()
}

export type NewVersion = Omit<VersionRow, 'id' | 'number'> & {
  dataset: string
  digest: string
  header: Header
  provenance: Provenance
  changes: Comparison | null
}

export async function insertVersion(tx: Tx, v: NewVersion): Promise<string> {
  const id = newId(v.fetchedAt.getTime())
  const last = await tx
    .selectFrom('statistic_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('dataset_id', '=', v.dataset)
    .executeTakeFirst()
  await tx
    .insertInto('statistic_version')
    .values({
      id,
      dataset_id: v.dataset,
      number: (last?.number ?? 0) + 1,
      digest: v.digest,
      source_updated: v.updated,
      fetched_at: v.fetchedAt,
      header: JSON.stringify(v.header),
      provenance: JSON.stringify(v.provenance),
      changes: v.changes && JSON.stringify(v.changes),
      levels: v.levels,
      first_period: v.first,
      last_period: v.last,
      series: v.series,
      cells: v.cells,
      empty_cells: v.emptyCells,
    })
    .execute()
  return id
}

const rowsAtOnce = 1000

export async function insertSeries(tx: Tx, version: string, series: readonly Series[]): Promise<void> {
  for (let from = 0; from < series.length; from += rowsAtOnce) {
    await tx
      .insertInto('statistic_series')
      .values(
        series.slice(from, from + rowsAtOnce).map(({ place, values, flags }) => ({
          version_id: version,
          place,
          cells: [...values],
          flags: flags.some((flag) => flag !== '') ? [...flags] : null,
        })),
      )
      .execute()
  }
}
