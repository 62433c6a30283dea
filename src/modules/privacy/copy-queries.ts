import type { Read, Tx } from '../../kernel/db.ts'

export type CopyRow = {
  id: string
  jobId: string
  fileHash: string | null
  askedAt: Date
  readyAt: Date | null
  done: number | null
  total: number | null
  failed: boolean
}

/** A person's copies of their own data, the newest first, with how far the making of each is. */
export async function copiesOf(db: Read, person: string): Promise<CopyRow[]> {
  const rows = await db
    .selectFrom('data_copy as c')
    .leftJoin('job_progress as j', 'j.job_id', 'c.job_id')
    .where('c.person_id', '=', person)
    .orderBy('c.asked_at', 'desc')
    .select([
      'c.id',
      'c.job_id as jobId',
      'c.file_hash as fileHash',
      'c.asked_at as askedAt',
      'c.ready_at as readyAt',
      'j.done',
      'j.total',
      'j.state',
    ])
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, failed: state === 'failed' }))
}

export const insertCopy = (tx: Tx, row: { id: string; person_id: string; job_id: string; asked_at: Date }) =>
  tx.insertInto('data_copy').values(row).execute()

export const copyById = (db: Read, id: string) =>
  db.selectFrom('data_copy').selectAll().where('id', '=', id).executeTakeFirst()

export const finishCopy = (tx: Tx, id: string, fileHash: string, at: Date) =>
  tx.updateTable('data_copy').set({ file_hash: fileHash, ready_at: at }).where('id', '=', id).execute()

/** Their files are cleaned away when no row names them. */
export const deleteCopiesBefore = (tx: Tx, before: Date) =>
  tx.deleteFrom('data_copy').where('asked_at', '<', before).execute()
