import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'

export type Attachment = {
  id: string
  subject_kind: string
  subject_id: string
  name: string
  type: string
  bytes: number
  file_hash: string
  thumbnail_file_hash: string | null
  scan: 'unchecked' | 'waiting' | 'clean' | 'infected'
  scan_says: string | null
  share: ShareLevel
  ecosystem_id: string | null
  organisation_id: string | null
  person_id: string | null
  created_at: Date
  removed_at: Date | null
  by: string | null
}

const has = { organisation: true, person: true }

export async function attachmentsTo(
  db: Read,
  actor: Actor | 'all',
  subject: { kind: string; id: string },
): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`
    select a.*, p.name as by from attachment a left join person p on p.id = a.person_id
    where a.subject_kind = ${subject.kind} and a.subject_id = ${subject.id} and a.removed_at is null
      and ${actor === 'all' ? sql`true` : visible(actor, 'a', has)} order by a.created_at, a.id`.execute(
    db as Tx,
  )
  return rows
}

export async function attachmentById(db: Read, id: string): Promise<Attachment | undefined> {
  const { rows } = await sql<Attachment>`
    select a.*, p.name as by from attachment a left join person p on p.id = a.person_id
    where a.id = ${id} and a.removed_at is null`.execute(db as Tx)
  return rows[0]
}

export async function countAt(db: Read, subject: { kind: string; id: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from attachment
    where subject_kind = ${subject.kind} and subject_id = ${subject.id} and removed_at is null`.execute(
    db as Tx,
  )
  return rows[0]!.count
}

/** Bytes that a person has added since, those taken away again too. */
export async function addedSince(db: Read, person: string, since: Date): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(bytes), 0)::float8 as bytes from attachment
    where person_id = ${person} and created_at > ${since}`.execute(db as Tx)
  return rows[0]!.bytes
}

export async function attachmentSizes(
  db: Read,
  since: Date,
): Promise<{ files: number; bytes: number; today: number }> {
  const { rows } = await sql<{ files: number; bytes: number; today: number }>`
    select count(*) filter (where removed_at is null) as files,
      coalesce(sum(bytes) filter (where removed_at is null), 0)::float8 as bytes,
      coalesce(sum(bytes) filter (where created_at > ${since}), 0)::float8 as today
    from attachment`.execute(db as Tx)
  return rows[0]!
}

export const insertAttachment = (
  tx: Tx,
  a: Omit<Attachment, 'by' | 'removed_at' | 'thumbnail_file_hash' | 'scan_says'>,
) => tx.insertInto('attachment').values(a).execute()

export const removeAttachment = (tx: Tx, id: string, person: string | null, at: Date) =>
  tx.updateTable('attachment').set({ removed_at: at, removed_by: person }).where('id', '=', id).execute()

export const setScan = (tx: Tx, id: string, scan: 'clean' | 'infected', says: string | null) =>
  tx.updateTable('attachment').set({ scan, scan_says: says }).where('id', '=', id).execute()

export const setThumbnail = (tx: Tx, id: string, hash: string) =>
  tx.updateTable('attachment').set({ thumbnail_file_hash: hash }).where('id', '=', id).execute()

export async function attachmentSetting(db: Read): Promise<unknown> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'attachments')
    .executeTakeFirst()
  return row?.value
}

export const saveAttachmentSetting = (tx: Tx, value: object) =>
  tx
    .insertInto('setting')
    .values({ name: 'attachments', value: JSON.stringify(value) })
    .onConflict((c) => c.column('name').doUpdateSet({ value: JSON.stringify(value) }))
    .execute()

/**
 * Which of some stored files are still named by a row: in any text column of any table whose name ends with "hash",
 * so that a module that begins to store files need not say so here. A file removed less than a month ago, by whoever,
 * is still named; one in which a virus was found is not.
 */
export async function filesInUse(
  db: Read,
  hashes: readonly string[],
  removedAfter: Date,
): Promise<Set<string>> {
  const columns = await sql<{ table_name: string; column_name: string }>`
    select c.table_name, c.column_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text'
      and c.column_name like '%hash'`.execute(db as Tx)
  const used = new Set<string>()
  for (const { table_name, column_name } of columns.rows) {
    const still =
      table_name === 'attachment'
        ? sql`and scan <> 'infected' and (removed_at is null or removed_at > ${removedAfter})`
        : sql``
    const { rows } = await sql<{ hash: string }>`
      select distinct ${sql.ref(column_name)} as hash from ${sql.table(table_name)}
      where ${sql.ref(column_name)} = any(${[...hashes]}::text[]) ${still}`.execute(db as Tx)
    for (const { hash } of rows) used.add(hash)
  }
  return used
}
