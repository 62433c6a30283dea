import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

/** How far the computing of a record is; `failed` where it was given up. */
export type Closing = { state: string; done: number; total: number | null }

export async function closingOf(db: Read, selection: string): Promise<Closing | undefined> {
  const { rows } = await sql<Closing>`
    select j.state, j.done, j.total from selection s join job_progress j on j.job_id = s.closing_job
    where s.id = ${selection}`.execute(db as Tx)
  return rows[0]
}

/** Remembers the job that computes the record, so that its progress can be shown. */
export const keepClosing = (tx: Tx, selection: string, job: string) =>
  tx.updateTable('selection').set({ closing_job: job }).where('id', '=', selection).execute()

export const forgetClosing = (tx: Tx, selection: string) =>
  tx.updateTable('selection').set({ closing_job: null }).where('id', '=', selection).execute()
