import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { job, type Progress } from '../../kernel/job.ts'
import { dayIn } from '../../kernel/time.ts'
import { savedProfiles } from './profile-queries.ts'
import { builtInProfiles } from './profiles.ts'
import {
  clearRows,
  countRows,
  type ImportHead,
  type ImportLayout,
  importById,
  insertRows,
  type ListInfo,
  lastRow,
  lockImport,
  registryOfShape,
  settleRepeats,
  updateImport,
} from './queries.ts'
import { batchesAhead } from './reading/batches.ts'
import { originOfFile } from './reading/origin.ts'
import { openTable, type Table } from './reading/table.ts'
import { headerKey } from './recognising/header-words.ts'
import { type Plan, planOf } from './recognising/plan.ts'
import { isRejectHeader } from './rejects.ts'
import { type ReadRow, readRows } from './statements.ts'
import { Unreadable } from './unreadable.ts'

/** Rows that are stored and remembered together: what a killed reading loses at most. */
const batchSize = 2_000

/**
 * Reads a dropped file: first what its columns mean, then, unless a person must answer something, its rows into
 * staging. Safe to repeat: it goes on after the last stored batch, and stops when the reading was begun afresh.
 */
export const readImport = job({
  name: 'sources.read-import',
  summary: {
    fi: 'Tuodun luettelon lukeminen',
    sv: 'Läs en inlämnad lista',
    en: 'Read a list that was handed in',
  },
  input: z.object({ importId: z.uuid(), attempt: z.uuid() }),
  retries: 5,
  run: async (stage, { importId, attempt }, progress) => {
    const found = await importById(stage.database, importId)
    if (found?.layout.attempt !== attempt || !['received', 'staging'].includes(found.state)) return
    try {
      await progress(0, undefined, 'recognise')
      const table = await openTable(
        await originOfFile(stage.files.pathOf(found.fileHash), found.fileName),
        found.layout.reading,
      )
      const plan = await recognise(stage, found, table)
      if (!plan) return
      await stageRows(stage, importId, attempt, table, plan, progress)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const { reason, place } = error
      await ifCurrent(stage, importId, attempt, async (tx) => {
        await clearRows(tx, importId)
        await updateImport(tx, importId, { state: 'failed', failure: { reason, place }, stagedRows: 0 })
      })
    }
  },
})

type Tx = Parameters<Parameters<typeof transaction>[1]>[0]

/** Runs in a transaction that holds the import, only while this reading is still the wanted one. */
async function ifCurrent(
  stage: Stage,
  id: string,
  attempt: string,
  work: (tx: Tx, found: ImportHead) => Promise<void>,
) {
  return transaction(stage.database, async (tx) => {
    const found = await lockImport(tx, id)
    if (found?.layout.attempt !== attempt) return false
    await work(tx, found)
    return true
  })
}

/** Says what the columns mean and stores it. Answers the plan when the rows may be read now. */
async function recognise(stage: Stage, found: ImportHead, table: Table): Promise<Plan | undefined> {
  const profiles = [...(await savedProfiles(stage.database)), ...builtInProfiles]
  const signature = signatureOf(table.header.names)
  const registry = await registryOfShape(stage.database, signature, found.id)
  const { choices } = found.layout
  const plan = await planOf(table, profiles, { ...(registry && { registry }), ...choices })
  const known = plan.profile?.known?.[table.contentHash]
  const stated = found.layout.asOfFrom === 'person' ? (found.asOf ?? undefined) : undefined
  const { columns, mapping, questions, currencyFrom, sampled } = plan
  const layout: ImportLayout = {
    ...found.layout,
    // The profile is remembered, so that going on later reads the file in the same way.
    choices: { ...choices, registry: mapping.registry, ...(plan.profile && { profile: plan.profile.name }) },
    table: table.layout,
    headers: table.header.names,
    signature,
    plan: { columns, mapping, questions, sampled, ...(currencyFrom && { currencyFrom }) },
    asOfFrom: stated ? 'person' : known ? 'profile' : 'drop',
  }
  const list: ListInfo = {
    title: plan.profile?.title ?? found.list.title,
    registry: mapping.registry,
    ...(plan.profile?.publisher && { publisher: plan.profile.publisher }),
    ...(plan.profile?.url && { url: plan.profile.url }),
    ...(mapping.country && { country: mapping.country }),
    ...(!stated && known?.about && { asOfAbout: true }),
  }
  const goOn = found.layout.goOn && questions.length === 0
  const current = await ifCurrent(stage, found.id, found.layout.attempt, (tx) =>
    updateImport(tx, found.id, {
      layout,
      list,
      profile: plan.profile?.name ?? null,
      asOf: stated ?? known?.asOf ?? dayIn(found.createdAt),
      state: goOn ? 'staging' : 'received',
      failure: null,
    }),
  )
  return current && goOn ? plan : undefined
}

/** Lists of one shape have the same headers, in whatever order; what a rejects file adds is left out. */
const signatureOf = (headers: readonly string[]): string =>
  createHash('sha256')
    .update(
      [...headers]
        .filter((h) => !isRejectHeader(h))
        .map(headerKey)
        .sort()
        .join('\n'),
    )
    .digest('base64url')

async function stageRows(
  stage: Stage,
  importId: string,
  attempt: string,
  table: Table,
  plan: Plan,
  progress: Progress,
): Promise<void> {
  const after = await lastRow(stage.database, importId)
  let done = after === 0 ? 0 : ((await importById(stage.database, importId))?.stagedRows ?? 0)
  const store = async (rows: readonly ReadRow[]) => {
    done += rows.length
    const current = await ifCurrent(stage, importId, attempt, async (tx) => {
      await insertRows(tx, importId, rows)
      await updateImport(tx, importId, { stagedRows: done })
    })
    if (current) await progress(done, undefined, 'read')
    return current
  }
  for await (const rows of batchesAhead(readRows(table, plan, after), batchSize)) {
    if (!(await store(rows))) return
  }
  if (done === 0) throw new Unreadable('no-rows')
  await progress(done, done, 'settle')
  await ifCurrent(stage, importId, attempt, async (tx, found) => {
    await settleRepeats(tx, importId)
    const { apply } = found.layout
    await updateImport(tx, importId, { state: apply ? 'applying' : 'staged' }, await countRows(tx, importId))
    await stage.jobs.emit(tx, apply ? 'import.confirmed' : 'import.staged', { importId })
  })
}
