import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Id } from '../../kernel/id.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Problem } from './problem.ts'
import type { ReadingChoices, Layout as TableLayout } from './reading/table.ts'
import type { Plan, PlanChoices, PlannedColumn } from './recognising/plan.ts'
import type { RejectedRow } from './rejects.ts'
import type { ImportState } from './rules.ts'
import type { ReadRow } from './statements.ts'
import type { Place, UnreadableReason } from './unreadable.ts'

/** Column `layout`: how the file is read, as recognised and as stated by people. */
export type ImportLayout = {
  reading: ReadingChoices
  choices: PlanChoices
  /** A new one whenever the reading starts afresh: work begun under an older one stops. */
  attempt: Id
  /** Whether to go on to the rows as soon as no question is open. */
  goOn: boolean
  /** Whether to apply it then, without asking. */
  apply?: boolean
  table?: TableLayout
  headers?: readonly string[]
  /** A hash of the headers: lists of one shape. */
  signature?: string
  plan?: Pick<Plan, 'mapping' | 'questions' | 'currencyFrom' | 'sampled'> & {
    columns: readonly PlannedColumn[]
  }
  asOfFrom?: 'person' | 'profile' | 'drop'
}

/** Column `list`: which list it is. */
export type ListInfo = {
  title: Names
  publisher?: string
  url?: string
  registry: string
  country?: string
  asOfAbout?: boolean
}

export type ImportCounts = {
  rows?: number
  rejected?: number
  repeated?: number
  /** How many times each problem occurs. */
  problems?: Readonly<Record<string, number>>
  created?: number
  updated?: number
  unchanged?: number
  /** Rows of a list that is not public about projects that are. */
  waiting?: number
  organisationsCreated?: number
  organisationsMatched?: number
  seconds?: number
  [more: string]: unknown
}

export type Failure = { reason: UnreadableReason; place: Place } | { reason: 'fault' }

export type ImportHead = {
  id: Id
  fileName: string
  fileHash: string
  fileBytes: number
  profile: string | null
  layout: ImportLayout
  list: ListInfo
  asOf: string | null
  state: ImportState
  counts: ImportCounts
  failure: Failure | null
  stagedRows: number
  jobId: string | null
  actorName: string | null
  createdAt: Date
  appliedAt: Date | null
  withdrawnAt: Date | null
  /** For which it was brought in; null for the whole installation. */
  ecosystem: Id | null
  /** How widely it and its projects are shared; always public where it belongs to the whole installation. */
  share: ShareLevel
  /** What that is being changed to. */
  shareWanted: ShareLevel | null
}

const head = [
  'id',
  'file_name as fileName',
  'file_hash as fileHash',
  'file_bytes as fileBytes',
  'profile',
  'layout',
  'list',
  'as_of as asOf',
  'state',
  'counts',
  'failure',
  'staged_rows as stagedRows',
  'job_id as jobId',
  'actor_name as actorName',
  'created_at as createdAt',
  'applied_at as appliedAt',
  'withdrawn_at as withdrawnAt',
  'ecosystem_id as ecosystem',
  'share',
  'share_wanted as shareWanted',
] as const

/** What the lists were from which values come, with their files. */
export async function importsById(db: Read, ids: readonly Id[]): Promise<ImportHead[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('import')
    .where('id', 'in', [...ids])
    .select(head)
    .execute()
  return rows as ImportHead[]
}

export const importById = async (db: Read, id: Id): Promise<ImportHead | undefined> =>
  (await importsById(db, [id]))[0]

/** The import, locked until the transaction ends, so that its state changes once. */
export async function lockImport(tx: Tx, id: Id): Promise<ImportHead | undefined> {
  return (await tx.selectFrom('import').where('id', '=', id).select(head).forUpdate().executeTakeFirst()) as
    | ImportHead
    | undefined
}

/** The lists of some ecosystems, or all. */
const among = (db: Read, places: readonly Id[] | 'all') =>
  db
    .selectFrom('import')
    .$if(places !== 'all', (q) => q.where(sql<boolean>`ecosystem_id = any(${[...places]}::uuid[])`))

export async function listImports(db: Read, places: readonly Id[] | 'all', limit: number, offset: number) {
  const newest = among(db, places).select(head).orderBy('created_at', 'desc').orderBy('id', 'desc')
  const items = await newest.limit(limit).offset(offset).execute()
  const { total } = await among(db, places)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items: items as ImportHead[], total }
}

/** The newest imports in some states. */
export async function latestImports(
  db: Read,
  places: readonly Id[] | 'all',
  states: readonly ImportState[],
  limit: number,
) {
  const items = await among(db, places)
    .select(head)
    .where('state', 'in', [...states])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return items as ImportHead[]
}

export type NewImport = Pick<
  ImportHead,
  'id' | 'fileName' | 'fileHash' | 'fileBytes' | 'layout' | 'actorName' | 'createdAt' | 'ecosystem' | 'share'
>

export async function insertImport(tx: Tx, i: NewImport): Promise<void> {
  await tx
    .insertInto('import')
    .values({
      id: i.id,
      file_name: i.fileName,
      file_hash: i.fileHash,
      file_bytes: i.fileBytes,
      layout: JSON.stringify(i.layout),
      list: JSON.stringify({ title: { fi: i.fileName, sv: i.fileName, en: i.fileName }, registry: '' }),
      state: 'received',
      counts: '{}',
      staged_rows: 0,
      actor_name: i.actorName,
      created_at: i.createdAt,
      ecosystem_id: i.ecosystem,
      share: i.share,
    })
    .execute()
}

export type ImportChange = Partial<
  Pick<
    ImportHead,
    | 'profile'
    | 'layout'
    | 'list'
    | 'asOf'
    | 'state'
    | 'failure'
    | 'stagedRows'
    | 'jobId'
    | 'appliedAt'
    | 'withdrawnAt'
    | 'share'
    | 'shareWanted'
  >
>

/** Writes what is given; `counts` are merged into those that stand. */
export async function updateImport(
  tx: Tx,
  id: Id,
  change: ImportChange,
  counts?: ImportCounts,
): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const set = {
    ...(change.profile !== undefined && { profile: change.profile }),
    ...(change.layout !== undefined && { layout: JSON.stringify(change.layout) }),
    ...(change.list !== undefined && { list: JSON.stringify(change.list) }),
    ...(change.asOf !== undefined && { as_of: change.asOf }),
    ...(change.state !== undefined && { state: change.state }),
    ...(change.failure !== undefined && { failure: json(change.failure) }),
    ...(change.stagedRows !== undefined && { staged_rows: change.stagedRows }),
    ...(change.jobId !== undefined && { job_id: change.jobId }),
    ...(change.appliedAt !== undefined && { applied_at: change.appliedAt }),
    ...(change.withdrawnAt !== undefined && { withdrawn_at: change.withdrawnAt }),
    ...(change.share !== undefined && { share: change.share }),
    ...(change.shareWanted !== undefined && { share_wanted: change.shareWanted }),
    ...(counts !== undefined && { counts: sql<string>`counts || ${JSON.stringify(counts)}::jsonb` }),
  }
  await tx.updateTable('import').set(set).where('id', '=', id).execute()
}

/** The registry of the last list of the same shape that was applied: a newer one of it speaks of the same projects. */
export async function registryOfShape(db: Read, signature: string, except: Id): Promise<string | undefined> {
  const { rows } = await sql<{ registry: string }>`
    select list ->> 'registry' as registry from import
    where layout ->> 'signature' = ${signature} and id <> ${except} and state in ('applied', 'applying')
    order by created_at desc limit 1`.execute(db as Tx)
  return rows[0]?.registry
}

// Rows

export async function clearRows(tx: Tx, importId: Id): Promise<void> {
  await tx.deleteFrom('import_row').where('import_id', '=', importId).execute()
}

/** The last row that stands: where a reading that was cut off goes on. */
export async function lastRow(db: Read, importId: Id): Promise<number> {
  const found = await db
    .selectFrom('import_row')
    .where('import_id', '=', importId)
    .select((eb) => eb.fn.max('row_no').as('last'))
    .executeTakeFirst()
  return Number(found?.last ?? 0)
}

export async function insertRows(tx: Tx, importId: Id, rows: readonly ReadRow[]): Promise<void> {
  const records = rows.map((r) => ({
    row_no: r.row,
    registry: r.registry,
    project_key: r.key,
    values: r.values,
    cells: r.cells,
    problems: r.problems.length > 0 ? r.problems : null,
    state: r.rejected ? 'rejected' : 'staged',
  }))
  await sql`
    insert into import_row (import_id, row_no, registry, project_key, "values", cells, problems, state)
    select ${importId}, r.row_no, r.registry, r.project_key, r."values", r.cells, r.problems, r.state
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (
      row_no bigint, registry text, project_key text, "values" jsonb, cells text[], problems jsonb, state text)
    on conflict (import_id, row_no) do nothing`.execute(tx)
}

/**
 * Rows of one list that name the same project. Word for word the same: read once. A code that comes back with other
 * words is put aside; a project without a code that comes back is another one, numbered.
 */
export async function settleRepeats(tx: Tx, importId: Id): Promise<void> {
  await sql`
    with keys as (
      select registry, project_key from import_row where import_id = ${importId} and state = 'staged'
      group by 1, 2 having count(*) > 1
    ), ordered as (
      select r.row_no, r.project_key,
        row_number() over alike as copy,
        first_value(r.row_no) over alike as copied,
        first_value(r.row_no) over named as first_row
      from import_row r join keys using (registry, project_key)
      where r.import_id = ${importId} and r.state = 'staged'
      window named as (partition by registry, project_key order by r.row_no),
        alike as (partition by registry, project_key, r."values" order by r.row_no)
    ), numbered as (
      select *, row_number() over (partition by project_key, copy = 1 order by row_no) as nth from ordered
    ), settled as (
      select row_no, nth,
        case when copy > 1 then 'repeated-row' when project_key not like '~%' then 'duplicate-code' end as code,
        case when copy > 1 then copied else first_row end as other
      from numbered where copy > 1 or nth > 1
    )
    update import_row r set
      state = case s.code when 'repeated-row' then 'same' when 'duplicate-code' then 'rejected' else 'staged' end,
      project_key = case when s.code is null then r.project_key || '#' || s.nth else r.project_key end,
      problems = case when s.code is null then r.problems else
        coalesce(r.problems, '[]'::jsonb) || jsonb_build_array(jsonb_build_object(
          'code', s.code, 'row', r.row_no, 'text', r.project_key, 'other', s.other::text)) end
    from settled s where r.import_id = ${importId} and r.row_no = s.row_no`.execute(tx)
}

export async function countRows(db: Read, importId: Id): Promise<ImportCounts> {
  const { rows: states } = await sql<{ state: string; n: number }>`
    select state, count(*) as n from import_row where import_id = ${importId} group by state`.execute(
    db as Tx,
  )
  const { rows: problems } = await sql<{ code: string; n: number }>`
    select p ->> 'code' as code, count(*) as n from import_row, jsonb_array_elements(problems) as p
    where import_id = ${importId} and problems is not null group by 1 order by 2 desc`.execute(db as Tx)
  const of = (state: string) => Number(states.find((s) => s.state === state)?.n ?? 0)
  return {
    rows: states.reduce((sum, s) => sum + Number(s.n), 0),
    rejected: of('rejected'),
    repeated: of('same'),
    problems: Object.fromEntries(problems.map((p) => [p.code, Number(p.n)])),
  }
}

export type StoredRow = { rowNo: number; state: string; cells: string[]; problems: unknown; values: unknown }

/** Rows in their order after one of them: rejected ones, those with any problem, or all. */
export async function storedRows(
  db: Read,
  importId: Id,
  which: 'rejected' | 'problems' | 'all',
  afterRow: number,
  limit: number,
): Promise<StoredRow[]> {
  return db
    .selectFrom('import_row')
    .where('import_id', '=', importId)
    .where('row_no', '>', afterRow)
    .$if(which === 'rejected', (q) => q.where('state', '=', 'rejected'))
    .$if(which === 'problems', (q) => q.where('problems', 'is not', null))
    .orderBy('row_no')
    .limit(limit)
    .select(['row_no as rowNo', 'state', 'cells', 'problems', 'values'])
    .execute()
}

/** The cells of one row under the list's own headers, as they were written. */
export async function rowCells(
  db: Read,
  importId: Id,
  rowNo: number,
): Promise<{ header: string; text: string }[]> {
  const found = await db
    .selectFrom('import_row as r')
    .innerJoin('import as i', 'i.id', 'r.import_id')
    .where('r.import_id', '=', importId)
    .where('r.row_no', '=', rowNo)
    .select(['r.cells', 'i.layout'])
    .executeTakeFirst()
  const headers = (found?.layout as ImportLayout | undefined)?.headers ?? []
  return (found?.cells ?? []).map((text, i) => ({ header: headers[i] ?? `${i + 1}`, text }))
}

/** The import of the same file that stands or is under way, if any. */
export async function importOfFile(db: Read, hash: string): Promise<Id | undefined> {
  const row = await db
    .selectFrom('import')
    .where('file_hash', '=', hash)
    .where('state', 'not in', ['withdrawing', 'withdrawn', 'failed'])
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** The rejected rows of an import one by one, read in portions. */
export async function* rejectedRows(db: Read, importId: Id): AsyncGenerator<RejectedRow> {
  for (let after = 0; ; ) {
    const portion = await storedRows(db, importId, 'rejected', after, 500)
    if (portion.length === 0) return
    for (const row of portion) yield { ...row, problems: row.problems as Problem[] }
    after = portion.at(-1)!.rowNo
  }
}

export async function deleteUnapplied(tx: Tx, id: Id): Promise<boolean> {
  const gone = await tx
    .deleteFrom('import')
    .where('id', '=', id)
    .where('state', 'in', ['received', 'staging', 'staged', 'failed'])
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
