import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Day } from '../../kernel/time.ts'
import type { FileFormat } from './file-reading.ts'
import type { Problem } from './file-rules.ts'
import type { NewTie } from './tie-queries.ts'

export type FileState = 'read' | 'applied' | 'undone'

export type TieFile = {
  id: string
  ecosystem_id: string
  file_name: string
  file_hash: string
  format: FileFormat
  share: ShareLevel
  state: FileState
  by_whom: string
  at: Date
  applied_at: Date | null
  undone_at: Date | null
}

/** How an organisation of a file was found in the registry. */
export type FoundBy = 'name' | 'business-id' | 'likeness' | 'new' | 'none'

export type KeptRow = {
  id: string
  position: number
  cells: string[]
  from_name: string
  to_name: string
  from_id: string | null
  to_id: string | null
  from_found: FoundBy
  to_found: FoundBy
  kind: string | null
  starts_on: Day | null
  ends_on: Day | null
  strength: number
  note: string | null
  problem: Problem | null
  tie_id: string | null
}

const files = (db: Read) =>
  db
    .selectFrom('network_import')
    .select([
      'id',
      'ecosystem_id',
      'file_name',
      'file_hash',
      'format',
      'share',
      'state',
      'by_whom',
      'at',
      'applied_at',
      'undone_at',
    ])

export const fileById = async (db: Read, id: string): Promise<TieFile | undefined> =>
  (await files(db).where('id', '=', id).executeTakeFirst()) as TieFile | undefined

/** The same file in the same ecosystem, unless it was undone. */
export const fileByHash = async (db: Read, ecosystem: string, hash: string): Promise<TieFile | undefined> =>
  (await files(db)
    .where('file_hash', '=', hash)
    .where('ecosystem_id', '=', ecosystem)
    .where('state', '<>', 'undone')
    .executeTakeFirst()) as TieFile | undefined

/** The latest files of ecosystems, with how many rows each has. */
export async function filesOf(
  db: Read,
  ecosystems: readonly string[],
): Promise<(TieFile & { rows: number })[]> {
  if (ecosystems.length === 0) return []
  const rows = await files(db)
    .select(
      sql<number>`(select count(*) from network_import_row r where r.import_id = network_import.id)`.as(
        'rows',
      ),
    )
    .where('ecosystem_id', 'in', ecosystems)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows as (TieFile & { rows: number })[]
}

export const insertFile = (tx: Tx, file: TieFile & { person_id: string | null }): Promise<unknown> =>
  tx.insertInto('network_import').values(file).execute()

export const updateFile = (
  tx: Tx,
  id: string,
  change: { state: FileState; applied_at?: Date; undone_at?: Date },
): Promise<unknown> => tx.updateTable('network_import').set(change).where('id', '=', id).execute()

const batch = 500

export async function insertRows(tx: Tx, file: string, rows: readonly KeptRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += batch)
    await tx
      .insertInto('network_import_row')
      .values(
        rows
          .slice(i, i + batch)
          .map((row) => ({ ...row, import_id: file, cells: JSON.stringify(row.cells) })),
      )
      .execute()
}

export const rowsOfFile = async (db: Read, file: string): Promise<KeptRow[]> =>
  (await db
    .selectFrom('network_import_row')
    .selectAll()
    .where('import_id', '=', file)
    .orderBy('position')
    .execute()) as unknown as KeptRow[]

/** Writes which organisation a row's ends are, and the tie that it made, if any. */
export async function updateRows(
  tx: Tx,
  rows: readonly { id: string; from_id: string | null; to_id: string | null; tie_id: string | null }[],
): Promise<void> {
  await sql`update network_import_row r set from_id = n.from_id, to_id = n.to_id, tie_id = n.tie_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, from_id uuid, to_id uuid, tie_id uuid)
    where r.id = n.id`.execute(tx)
}

export async function insertTies(tx: Tx, ties: readonly NewTie[]): Promise<void> {
  for (let i = 0; i < ties.length; i += batch)
    await tx
      .insertInto('network_tie')
      .values(ties.slice(i, i + batch))
      .execute()
}

/** Every living tie of the product's own kinds between these organisations, as they are known now. */
export async function tiesAmong(
  db: Read,
  organisations: readonly string[],
): Promise<{ from: string; to: string; kind: string }[]> {
  const { rows } = await sql<{ from: string; to: string; kind: string }>`
    select f.canonical_id as "from", o.canonical_id as "to", t.kind from network_tie t
    join organisation f on f.id = t.from_id join organisation o on o.id = t.to_id
    where t.ended_at is null and t.kind_id is null
      and f.canonical_id = any(${organisations}::uuid[]) and o.canonical_id = any(${organisations}::uuid[])`.execute(
    db as Tx,
  )
  return rows
}

/**
 * Takes the ties of a file away. One that people have built on since (it was changed, or an answer points at it) is
 * ended instead and stays in the history. Answers how many went and how many ended.
 */
export async function removeTies(
  tx: Tx,
  file: string,
  by: string,
  at: Date,
): Promise<{ removed: number; ended: number }> {
  await tx.updateTable('network_import_row').set({ tie_id: null }).where('import_id', '=', file).execute()
  const removed = await sql`
    delete from network_tie t where t.source = 'file' and t.source_id = ${file}
      and not exists (select 1 from network_tie n where n.replaces_id = t.id)
      and not exists (select 1 from network_answer_row r where r.tie_id = t.id)`.execute(tx)
  const ended = await sql`
    update network_tie set ended_at = ${at}, ended_by = ${by}
    where source = 'file' and source_id = ${file} and ended_at is null`.execute(tx)
  return { removed: Number(removed.numAffectedRows ?? 0), ended: Number(ended.numAffectedRows ?? 0) }
}

/** What a file had put in the registry is not pointed at by its rows any more. */
export const releaseNew = (tx: Tx, file: string): Promise<unknown> =>
  sql`update network_import_row set from_id = case when from_found = 'new' then null else from_id end,
    to_id = case when to_found = 'new' then null else to_id end where import_id = ${file}`.execute(tx)

/** Runs what may be forbidden by rows elsewhere that point there; then nothing of it is done. */
export async function ifFree(tx: Tx, run: () => Promise<unknown>): Promise<void> {
  await sql`savepoint free`.execute(tx)
  try {
    await run()
    await sql`release savepoint free`.execute(tx)
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error
    await sql`rollback to savepoint free`.execute(tx)
  }
}
