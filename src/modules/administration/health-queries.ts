import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

const one = async <T>(db: Read, query: ReturnType<typeof sql<T>>): Promise<T> =>
  (await query.execute(db as Tx)).rows[0]!

export const databaseFacts = (db: Read) =>
  one(
    db,
    sql<{ version: string; major: number; trigrams: boolean; now: Date; bytes: number }>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
        exists (select 1 from pg_extension where extname = 'pg_trgm') as trigrams, clock_timestamp() as now,
        pg_database_size(current_database()) as bytes`,
  )

export async function migrationNames(db: Read): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db as Tx)
  return rows.map((row) => row.name)
}

export const jobFacts = (db: Read, now: Date) =>
  one(
    db,
    sql<{ silent: number; waiting: number; failed: number }>`
      select count(*) filter (where state = 'running' and updated_at < ${now}::timestamptz - interval '5 minutes') as silent,
        count(*) filter (where state = 'waiting' and updated_at < ${now}::timestamptz - interval '10 minutes') as waiting,
        count(*) filter (where state = 'failed' and updated_at > ${now}::timestamptz - interval '7 days') as failed
      from job_progress`,
  )

export const mailFacts = (db: Read, now: Date) =>
  one(
    db,
    sql<{ failed: number; waiting: number; kept: number }>`
      select count(*) filter (where state = 'failed' and created_at > ${now}::timestamptz - interval '7 days') as failed,
        count(*) filter (where state = 'waiting' and created_at < ${now}::timestamptz - interval '15 minutes') as waiting,
        count(*) filter (where state = 'kept') as kept from mail`,
  )

/** Projects that there are, and projects that the summary tables count. */
export const summaryFacts = (db: Read) =>
  one(
    db,
    sql<{ projects: number; counted: number }>`
      select (select count(*) from project) as projects,
        (select coalesce(sum(projects), 0)::bigint from project_cube) as counted`,
  )

export const auditSize = (db: Read) =>
  one(db, sql<{ entries: number }>`select coalesce(seq - base_seq, 0) as entries from audit_head`)

/** What the last look found bad, and since when. */
export const healthNotes = (db: Read) => db.selectFrom('health_note').selectAll().execute()

export const insertHealthNote = (tx: Tx, name: string, since: Date) =>
  tx.insertInto('health_note').values({ name, since }).execute()

export const deleteHealthNote = (tx: Tx, name: string) =>
  tx.deleteFrom('health_note').where('name', '=', name).execute()

/** The stored files of attachments that can be opened, the newest first. */
export async function attachmentHashes(db: Read, most: number): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select file_hash as hash from attachment where removed_at is null and scan <> 'infected'
    order by id desc limit ${most}`.execute(db as Tx)
  return [...new Set(rows.map((r) => r.hash))]
}
