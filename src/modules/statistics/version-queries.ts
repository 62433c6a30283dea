import { sql } from 'kysely'
import type { Comparison, Header, Series } from '../../engine/statistics/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Provenance } from './rules.ts'

/** A version with its dimensions. */
export type Version = {
  id: string
  dataset: string
  number: number
  digest: string
  updated: string | null
  fetchedAt: Date
  header: Header
  provenance: Provenance
}

const versionColumns = [
  'id',
  'dataset_id as dataset',
  'number',
  'digest',
  'source_updated as updated',
  'fetched_at as fetchedAt',
  'header',
  'provenance',
] as const

export const versionById = (db: Read, id: string): Promise<Version | undefined> =>
  db
    .selectFrom('statistic_version')
    .select(versionColumns)
    .where('id', '=', id)
    .executeTakeFirst() as Promise<Version | undefined>

/** The latest version of a dataset that is there. */
export const latestVersion = (db: Read, dataset: string): Promise<Version | undefined> =>
  db
    .selectFrom('statistic_version')
    .select(versionColumns)
    .where('id', '=', (e) =>
      e.selectFrom('statistic_dataset').select('version_id').where('statistic_dataset.id', '=', dataset),
    )
    .executeTakeFirst() as unknown as Promise<Version | undefined>

/** The versions of a dataset with what each changed, newest first. */
export const versionsOf = (
  db: Read,
  dataset: string,
): Promise<
  { id: string; number: number; updated: string | null; fetchedAt: Date; changes: Comparison | null }[]
> =>
  db
    .selectFrom('statistic_version')
    .select(['id', 'number', 'source_updated as updated', 'fetched_at as fetchedAt', 'changes'])
    .where('dataset_id', '=', dataset)
    .orderBy('number', 'desc')
    .limit(50)
    .execute() as unknown as Promise<
    { id: string; number: number; updated: string | null; fetchedAt: Date; changes: Comparison | null }[]
  >

/** Names that have come since in other languages, and when the source says to have updated the same content. */
export const updateHeader = (tx: Tx, version: string, header: Header): Promise<unknown> =>
  tx
    .updateTable('statistic_version')
    .set({ header: JSON.stringify(header), source_updated: header.updated ?? null })
    .where('id', '=', version)
    .execute()

type SeriesRow = { place: number; cells: string[]; flags: string[] | null }
const seriesOfRow = ({ place, cells, flags }: SeriesRow): Series => ({
  place,
  values: cells,
  flags: flags ?? [],
})

/** The series at some places of a version, in their order; those that the source does not have are left out. */
export async function seriesAt(db: Read, version: string, places: readonly number[]): Promise<Series[]> {
  const rows = await db
    .selectFrom('statistic_series')
    .select(['place', 'cells', 'flags'])
    .where('version_id', '=', version)
    .where(sql<boolean>`place = any(${places}::bigint[])`)
    .orderBy('place')
    .execute()
  return rows.map(seriesOfRow)
}

const seriesAtOnce = 2000

/** Every series of a version in the order of their places, read in portions. */
export async function* everySeries(db: Read, version: string): AsyncGenerator<Series> {
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('statistic_series')
      .select(['place', 'cells', 'flags'])
      .where('version_id', '=', version)
      .where('place', '>', after)
      .orderBy('place')
      .limit(seriesAtOnce)
      .execute()
    for (const row of rows) yield seriesOfRow(row)
    if (rows.length < seriesAtOnce) return
    after = rows.at(-1)!.place
  }
}

/** What came of one attempt to fetch a dataset. */
export type Attempt = {
  at: Date
  outcome: string
  status: number | null
  milliseconds: number
  attempt: number
  next_at: Date | null
}

export const insertAttempt = async (tx: Tx, dataset: string, attempt: Attempt): Promise<void> => {
  const id = newId(attempt.at.getTime())
  await tx
    .insertInto('statistic_fetch')
    .values({ id, dataset_id: dataset, ...attempt })
    .execute()
}

export const attemptsOf = (db: Read, dataset: string, limit = 20): Promise<Attempt[]> =>
  db
    .selectFrom('statistic_fetch')
    .select(['at', 'outcome', 'status', 'milliseconds', 'attempt', 'next_at'])
    .where('dataset_id', '=', dataset)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
