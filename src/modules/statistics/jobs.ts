import { z } from 'zod'
import type { Stage } from '../../kernel/context.ts'
import { type Tx, transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { type Failed, nextAttempt, type Trouble } from './asking.ts'
import { type Fetched, fetchDataset } from './fetching.ts'
import { keepVersion } from './keeping.ts'
import { type DatasetRow, datasetById, nightlyDatasets, updateDataset } from './queries.ts'
import { spanOf } from './rules.ts'
import { insertAttempt } from './version-queries.ts'

/** One attempt to fetch one dataset. What came of it is written down; a trouble that passes plans the next attempt. */
export const fetchStatistics = job({
  name: 'statistics.fetch',
  summary: {
    fi: 'Tilaston haku lähteestä',
    sv: 'Hämta statistik från källan',
    en: 'Fetch a dataset of statistics from its source',
  },
  input: z.object({
    dataset: z.uuid(),
    attempt: z.number().int().min(1).default(1),
    accept: z.boolean().default(false).describe('Also an answer without the newest period that is known.'),
  }),
  run: async (stage, { dataset: id, attempt, accept }) => {
    const dataset = await datasetById(stage.database, id)
    if (!dataset?.address) return
    const asking = { files: stage.files, outward: stage.outward ?? { allowPrivate: false }, now: stage.now }
    const began = performance.now()
    const came = await fetchDataset(asking, { ...dataset, address: dataset.address })
    const milliseconds = Math.round(performance.now() - began)
    await transaction(stage.database, (tx) =>
      settle(stage, tx, dataset, came, { attempt, accept, milliseconds }),
    )
  },
})

type Trial = { attempt: number; accept: boolean; milliseconds: number }

async function settle(
  stage: Stage,
  tx: Tx,
  dataset: DatasetRow,
  came: Fetched | Failed,
  trial: Trial,
): Promise<void> {
  const { now } = stage
  const failed = 'trouble' in came ? came : behind(dataset, came, trial.accept)
  const next_at = failed ? nextAttempt(trial.attempt, failed, now) : null
  const kept =
    'trouble' in came || isOlder(dataset, came, trial.accept)
      ? undefined
      : await taken(stage, tx, dataset, came)
  const trouble: Trouble | null =
    failed?.trouble ?? ('gone' in came && came.gone.length > 0 ? 'reclassified' : null)
  await updateDataset(tx, dataset.id, { trouble })
  await insertAttempt(tx, dataset.id, {
    at: now,
    outcome: failed?.trouble ?? kept ?? 'same',
    status: failed?.status ?? null,
    milliseconds: trial.milliseconds,
    attempt: trial.attempt,
    next_at,
  })
  if (next_at) {
    const again = { dataset: dataset.id, attempt: trial.attempt + 1, accept: trial.accept }
    await stage.jobs.enqueue(tx, 'statistics.fetch', again, { startAfter: next_at })
  }
}

async function taken(stage: Stage, tx: Tx, dataset: DatasetRow, came: Fetched): Promise<string> {
  const kept = await keepVersion(tx, stage.now, dataset.id, came.dataset, came.provenance)
  if (came.slice) await updateDataset(tx, dataset.id, { slice: came.slice })
  return kept.outcome
}

/** An answer that lacks the newest period that is known here: the former version stays until it is back. */
const isOlder = ({ version }: DatasetRow, { dataset }: Fetched, accept: boolean): boolean =>
  !accept && version?.last != null && (spanOf(dataset.dimensions).last ?? '') < version.last

const behind = (row: DatasetRow, came: Fetched, accept: boolean): Failed | undefined =>
  came.newestMissing || isOlder(row, came, accept) ? { trouble: 'newest-missing' } : undefined

/** Statistical offices publish at eight; twenty past, the datasets that are followed are fetched. */
export const refreshStatistics = job({
  name: 'statistics.refresh-all',
  summary: {
    fi: 'Seurattavien tilastojen päivitys',
    sv: 'Uppdatera den statistik som följs',
    en: 'Refresh the datasets that are followed',
  },
  input: z.object({}),
  schedule: '20 8 * * *',
  run: async (stage) => {
    await transaction(stage.database, async (tx) => {
      for (const { id } of await nightlyDatasets(tx))
        await stage.jobs.enqueue(tx, 'statistics.fetch', { dataset: id })
    })
  },
})
