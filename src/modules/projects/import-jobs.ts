import { z } from 'zod'
import { recordAudit } from '../../kernel/audit.ts'
import type { Stage } from '../../kernel/context.ts'
import { isConnectionLoss, type Tx, transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { pick } from '../../kernel/text.ts'
import { dropOrganisationsOf, settleContradictions } from '../organisations/index.ts'
import {
  type ImportHead,
  importById,
  lockImport,
  markApplied,
  markFailed,
  markPreviewed,
  markWithdrawn,
  updateImport,
} from '../sources/index.ts'
import { applyImport } from './import-apply.ts'
import { previewImport } from './import-preview.ts'
import { shareImport } from './import-share.ts'
import { withdrawImportRows } from './import-withdraw.ts'
import { refreshOrganisationSummaries, tidyTables } from './summary-queries.ts'

const input = z.object({ importId: z.uuid() })

async function headOf(stage: Stage, id: string): Promise<ImportHead> {
  const found = await importById(stage.database, id)
  if (!found) throw new Error(`no import ${id}`)
  return found
}

/** Tells what applying a staged list would do, without doing it. */
export const preview = job({
  name: 'projects.preview-import',
  summary: {
    fi: 'Luettelon tuonnin esikatselu',
    sv: 'Räkna ut vad importen av en lista skulle ändra',
    en: 'Work out what bringing a list in would change',
  },
  input,
  run: async (stage, { importId }, progress) => {
    const head = await headOf(stage, importId)
    if (head.state !== 'staged') return
    await transaction(stage.database, async (tx) => {
      await markPreviewed(tx, importId, await previewImport(tx, handOf(head), progress))
    })
  },
})

/** Applies a list in one transaction. A worker that dies has done nothing, and the job begins again. */
export const apply = job({
  name: 'projects.apply-import',
  summary: {
    fi: 'Luettelon hankkeiden tuonti',
    sv: 'Importera projekten i en lista',
    en: 'Bring the projects of a list in',
  },
  input,
  run: async (stage, { importId }, progress) => {
    const head = await headOf(stage, importId)
    if (head.state !== 'applying') return
    const began = performance.now()
    await orFail(stage, importId, () =>
      transaction(stage.database, async (tx) => {
        const counts = await applyImport(tx, handOf(head), stage.now, progress)
        const seconds = Math.round((performance.now() - began) / 100) / 10
        await markApplied(tx, importId, { ...counts, seconds }, stage.now)
        await stage.jobs.emit(tx, 'import.applied', { importId })
        await told(stage, tx, head, 'applied', { ...counts, seconds })
      }),
    )
  },
})

/** Takes a list back: its rows are withdrawn and every project they spoke of is folded again. */
export const withdraw = job({
  name: 'projects.withdraw-import',
  summary: {
    fi: 'Luettelon tuonnin peruminen',
    sv: 'Ta tillbaka en importerad lista',
    en: 'Take an imported list back out',
  },
  input,
  run: async (stage, { importId }, progress) => {
    const head = await headOf(stage, importId)
    if (head.state !== 'withdrawing') return
    await transaction(stage.database, async (tx) => {
      const counts = await withdrawImportRows(tx, handOf(head), stage.now, progress)
      const organisationsRemoved = await dropOrganisationsOf(tx, importId)
      await settleContradictions(tx, stage.now)
      await markWithdrawn(tx, importId, { ...counts, organisationsRemoved }, stage.now)
      await told(stage, tx, head, 'withdrawn', { ...counts, organisationsRemoved })
    })
  },
})

/** Gives a long list the share level that somebody has chosen. */
export const share = job({
  name: 'projects.share-import',
  summary: {
    fi: 'Luettelon näkyvyyden muuttaminen',
    sv: 'Ändra vem som ser en lista',
    en: 'Change who sees a list',
  },
  input,
  run: (stage, { importId }, progress) =>
    transaction(stage.database, async (tx) => {
      const head = await lockImport(tx, importId)
      if (!head?.shareWanted) return
      if (head.state === 'applied') {
        await shareImport(tx, handOf(head), head.shareWanted, stage.now, progress)
        await stage.jobs.emit(tx, 'import.applied', { importId })
      } else await updateImport(tx, importId, { share: head.shareWanted, shareWanted: null })
    }),
})

/** A list has come in: what it has stirred up is put in order. */
export const tidy = job({
  name: 'projects.tidy-tables',
  summary: {
    fi: 'Hanketaulujen siistiminen tuonnin jälkeen',
    sv: 'Städa projekttabellerna efter en import',
    en: 'Tidy the tables of projects after an import',
  },
  input: z.object({}),
  run: async (stage) => {
    await tidyTables(stage.database)
  },
})

/** Two organisations were joined or parted: what each has led is added up anew. */
export const resum = job({
  name: 'projects.resum-organisations',
  summary: {
    fi: 'Toimijoiden summien laskeminen uudelleen',
    sv: 'Räkna om aktörernas summor',
    en: 'Sum the organisations up again',
  },
  input: z.object({}),
  run: (stage) =>
    transaction(stage.database, async (tx) => {
      await refreshOrganisationSummaries(tx)
      await bumpRevision(tx)
    }),
})

/** A lost database is tried again by the queue; any other fault is told at the import, which has changed nothing. */
async function orFail(stage: Stage, importId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isConnectionLoss(error)) throw error
    stage.log.error({ err: error, importId }, 'import not applied')
    await transaction(stage.database, async (tx) => {
      const head = await markFailed(tx, importId, { reason: 'fault' })
      await told(stage, tx, head, 'failed', {})
    })
  }
}

/**
 * What came of a list, as a row of the audit: the row of who confirmed it tells only that it began. Written last, since
 * all commands meet at the end of the chain.
 */
async function told(
  stage: Stage,
  tx: Tx,
  head: ImportHead,
  state: 'applied' | 'withdrawn' | 'failed',
  counts: object,
): Promise<void> {
  const { database: _, followers: __, read: ___, ...rest } = stage
  const { rows = head.stagedRows, rejected = 0 } = head.counts
  await recordAudit({ ...rest, db: tx, changed: () => undefined }, `import.${state}`, { importId: head.id }, [
    {
      kind: 'import',
      id: head.id,
      before: { state: head.state },
      after: { state, rows, rejected, ...counts, ...(head.ecosystem && { ecosystem: head.ecosystem }) },
    },
  ])
}

export const handOf = (head: ImportHead) => ({
  share: head.share,
  ecosystem: head.ecosystem,
  id: head.id,
  asOf: head.asOf,
  importedAt: head.createdAt,
  source: pick(head.list.title, 'fi')?.text ?? head.fileName,
  rows: head.stagedRows,
  ...(head.list.country && { country: head.list.country }),
})
