import type { Tx } from '../../kernel/db.ts'
import type { Id } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import {
  type Failure,
  type ImportChange,
  type ImportCounts,
  type ImportHead,
  lockImport,
  updateImport,
} from './queries.ts'
import { canBecome, type ImportState } from './rules.ts'
import { text } from './text.ts'

/** Moves an import to another state when the table allows it. Throws a conflict when somebody was quicker. */
export async function moveImport(
  tx: Tx,
  id: Id,
  to: ImportState,
  change: Omit<ImportChange, 'state'> = {},
  counts?: ImportCounts,
): Promise<ImportHead> {
  const found = await lockImport(tx, id)
  if (!found) throw missingImport()
  if (!canBecome(found.state, to)) {
    throw new Refusal('conflict', 'imports.wrong-state', [
      { text: { fi: text.fi.wrongState, sv: text.sv.wrongState, en: text.en.wrongState } },
    ])
  }
  await updateImport(tx, id, { ...change, state: to }, counts)
  return found
}

export const missingImport = (): Refusal =>
  new Refusal('missing', 'imports.missing', [
    { text: { fi: text.fi.missing, sv: text.sv.missing, en: text.en.missing } },
  ])

/** Applying has ended: the projects say what came of it. */
export const markApplied = (tx: Tx, id: Id, counts: ImportCounts, now: Date): Promise<ImportHead> =>
  moveImport(tx, id, 'applied', { appliedAt: now, failure: null }, counts)

export const markWithdrawn = (tx: Tx, id: Id, counts: ImportCounts, now: Date): Promise<ImportHead> =>
  moveImport(tx, id, 'withdrawn', { withdrawnAt: now }, counts)

/** What applying would change, for the page that asks before it. */
export const markPreviewed = (tx: Tx, id: Id, preview: object): Promise<void> =>
  updateImport(tx, id, {}, { preview })

export const markFailed = (tx: Tx, id: Id, failure: Failure): Promise<ImportHead> =>
  moveImport(tx, id, 'failed', { failure })
