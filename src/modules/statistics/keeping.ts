import { compared, type Dataset, periodsOf } from '../../engine/statistics/index.ts'
import type { Tx } from '../../kernel/db.ts'
import {
  datasetOfDigest,
  datasetsOfTable,
  insertDataset,
  insertSeries,
  insertVersion,
  lockDataset,
  type NewDataset,
  updateDataset,
} from './queries.ts'
import { digestOf, isSameTable, levelsIn, type Provenance, spanOf } from './rules.ts'
import { everySeries, latestVersion, updateHeader } from './version-queries.ts'

/** What came of taking a dataset in: its first version, another one, or nothing new. */
export type Kept = { id: string; outcome: 'new' | 'changed' | 'same' }

/**
 * Takes what a file holds in: as the dataset that has it already, as a new version of the one that is cut the same way
 * of the same table, or as a dataset of its own. The same file twice changes nothing.
 */
export async function keepFile(
  tx: Tx,
  now: Date,
  dataset: Dataset,
  about: NewDataset,
  provenance: Provenance,
): Promise<Kept> {
  const known = await datasetOfDigest(tx, digestOf(dataset), about)
  if (known) return { id: known.id, outcome: 'same' }
  const { table } = dataset
  const same = table ? await datasetsOfTable(tx, table, about) : []
  const former = same.find(({ header }) => isSameTable(header, dataset))
  const id = former?.id ?? (await insertDataset(tx, now, about))
  return keepVersion(tx, now, id, dataset, provenance)
}

/** Adds a version to a dataset unless its content is the latest one's. */
export async function keepVersion(
  tx: Tx,
  now: Date,
  id: string,
  dataset: Dataset,
  provenance: Provenance,
): Promise<Kept> {
  await lockDataset(tx, id)
  const digest = digestOf(dataset)
  const latest = await latestVersion(tx, id)
  if (latest?.digest === digest) {
    const { series: _, ...renamed } = dataset
    await updateHeader(tx, latest.id, renamed)
    await updateDataset(tx, id, { checked_at: now, trouble: null })
    return { id, outcome: 'same' }
  }
  const { series, ...header } = dataset
  const periods = periodsOf(dataset.dimensions).length
  const { first, last } = spanOf(dataset.dimensions)
  const version = await insertVersion(tx, {
    dataset: id,
    digest,
    updated: dataset.updated ?? null,
    fetchedAt: now,
    header,
    provenance,
    changes: latest ? compared({ ...latest.header, series: await all(tx, latest.id) }, dataset) : null,
    levels: levelsIn(dataset.dimensions),
    first,
    last,
    series: series.length,
    cells: series.length * periods,
    emptyCells: series.reduce((n, { values }) => n + values.filter((v) => v === '').length, 0),
  })
  await insertSeries(tx, version, series)
  await updateDataset(tx, id, { version_id: version, checked_at: now, trouble: null })
  return { id, outcome: latest ? 'changed' : 'new' }
}

async function all(tx: Tx, version: string) {
  const series = []
  for await (const one of everySeries(tx, version)) series.push(one)
  return series
}
