import { type RawBuilder, sql } from 'kysely'
import { shortenAudit } from '../../kernel/audit-chain.ts'
import { execute, type Read, type Tx } from '../../kernel/db.ts'
import type { RetentionKind, RetentionRule } from './rules.ts'

export async function retentionRules(db: Read): Promise<RetentionRule[]> {
  const rows = await db.selectFrom('retention_rule').selectAll().orderBy('kind').execute()
  return rows.map((r) => ({
    kind: r.kind as RetentionKind,
    days: r.days,
    graceDays: r.grace_days,
    changedAt: r.changed_at,
  }))
}

export const setRule = (tx: Tx, kind: string, days: number | null, graceDays: number, now: Date) =>
  tx
    .updateTable('retention_rule')
    .set({ days, grace_days: graceDays, changed_at: now })
    .where('kind', '=', kind)
    .execute()

/** Which rows of which table a kind is, and which of them are older than a moment. */
const where: Record<
  Exclude<RetentionKind, 'audit' | 'raw-file'>,
  [string, (before: Date) => RawBuilder<unknown>]
> = {
  session: ['session', (before) => sql`expires_at < ${before}`],
  'sign-in-link': ['sign_in_link', (before) => sql`expires_at < ${before}`],
  mail: ['mail', (before) => sql`created_at < ${before} and state <> 'waiting'`],
  draft: ['draft', (before) => sql`saved_at < ${before}`],
  job: ['job_progress', (before) => sql`updated_at < ${before} and state in ('done', 'failed')`],
  'backup-note': ['backup', (before) => sql`finished_at < ${before}`],
}

const isThere = async (db: Read, table: string): Promise<boolean> =>
  (await execute(db, 'select to_regclass($1) is not null as there', [`public.${table}`])).rows[0]!.there ===
  true

/** Files of lists that were all brought in before a moment, and that nothing else uses. */
export async function oldRawFiles(db: Read, before: Date): Promise<string[]> {
  const attached = await isThere(db, 'attachment')
  const { rows } = await sql<{ hash: string }>`
    select i.file_hash as hash from import i where i.file_hash ~ '^[0-9a-f]{64}$'
      ${attached ? sql`and not exists (select 1 from attachment a where to_jsonb(a)::text like '%' || i.file_hash || '%')` : sql``}
    group by i.file_hash having max(i.created_at) < ${before}`.execute(db as Tx)
  return rows.map((r) => r.hash)
}

export async function countOlder(db: Read, kind: RetentionKind, before: Date): Promise<number> {
  if (kind === 'raw-file') return (await oldRawFiles(db, before)).length
  const [table, older] =
    kind === 'audit' ? (['audit_entry', (b: Date) => sql`at < ${b}`] as const) : where[kind]
  if (!(await isThere(db, table))) return 0
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(table)} where ${older(before)}`.execute(db as Tx)
  return rows[0]!.n
}

/** Removes what is older; files are the caller's, who knows where they lie. */
export async function removeOlder(
  tx: Tx,
  kind: Exclude<RetentionKind, 'raw-file'>,
  before: Date,
): Promise<{ removed: number; audit?: { through: number; hash: string } }> {
  if (kind === 'audit') {
    const done = await shortenAudit(tx, before)
    return done
      ? { removed: done.removed, audit: { through: done.through, hash: done.hash } }
      : { removed: 0 }
  }
  const [table, older] = where[kind]
  if (!(await isThere(tx, table))) return { removed: 0 }
  const gone = await sql`delete from ${sql.table(table)} where ${older(before)}`.execute(tx)
  return { removed: Number(gone.numAffectedRows ?? 0) }
}

export const insertRun = (tx: Tx, id: string, at: Date, removed: object) =>
  tx
    .insertInto('retention_run')
    .values({ id, at, removed: JSON.stringify(removed) })
    .execute()

export const lastRun = (db: Read) =>
  db.selectFrom('retention_run').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst()
