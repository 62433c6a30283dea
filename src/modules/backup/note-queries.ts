import { sql } from 'kysely'
import { recordAudit } from '../../kernel/audit.ts'
import type { Context } from '../../kernel/context.ts'
import { connect, execute, type Read, type Tx, transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Restored } from './restore.ts'
import type { Taken } from './take.ts'

/** Notes a backup that was taken, so that its age is known, and tells it in the audit. */
export const noteBackup = (
  connectionString: string,
  taken: Taken,
  began: Date,
  now: Date,
): Promise<boolean> =>
  note(connectionString, async (tx) => {
    const id = newId(now.getTime())
    const { file, bytes, encrypted, rows, files } = taken
    await tx
      .insertInto('backup')
      .values({ id, file, bytes, encrypted, rows, files, began_at: began, finished_at: now })
      .execute()
    const after = { path: file, bytes, encrypted, rows, files }
    await tell(tx, 'backup.record', { path: file }, { kind: 'backup', id, before: null, after }, now)
  })

export const noteRestore = (
  connectionString: string,
  file: string,
  done: Restored,
  now: Date,
): Promise<boolean> =>
  note(connectionString, async (tx) => {
    const after = { path: file, madeAt: done.madeAt, rows: done.rows, files: done.files }
    await tell(
      tx,
      'backup.restore',
      { path: file },
      { kind: 'backup', id: newId(), before: null, after },
      now,
    )
  })

type Change = Parameters<typeof recordAudit>[3][number]

const tell = (tx: Tx, action: string, input: object, change: Change, now: Date) =>
  recordAudit(
    { db: tx, actor: { kind: 'system', name: 'talkoot' }, way: 'command', now } as unknown as Context<Tx>,
    action,
    input,
    [change],
  )

/** A database of an older version, not brought up to date yet, has no place for notes: then none is left. */
async function note(connectionString: string, write: (tx: Tx) => Promise<void>): Promise<boolean> {
  const connection = connect(connectionString, () => undefined, 1)
  try {
    const { rows } = await execute(
      connection.db,
      `select to_regclass('public.audit_sealed') is not null as there`,
    )
    if (!rows[0]!.there) return false
    await transaction(connection.db, write)
    return true
  } finally {
    await connection.close()
  }
}

export type BackupNote = {
  file: string
  bytes: number
  encrypted: boolean
  rows: number
  files: number
  began_at: Date
  finished_at: Date
}

export const backupNotes = (db: Read, limit: number): Promise<BackupNote[]> =>
  db.selectFrom('backup').selectAll().orderBy('finished_at', 'desc').limit(limit).execute()

/** How large each table is with its indexes, the largest first, in bytes. */
export async function tableSizes(db: Read): Promise<{ name: string; bytes: number; rows: number }[]> {
  const { rows } = await sql<{ name: string; bytes: number; rows: number }>`
    select c.relname as name, pg_total_relation_size(c.oid) as bytes, greatest(c.reltuples, 0)::bigint as rows
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by 2 desc`.execute(db as Tx)
  return rows
}
