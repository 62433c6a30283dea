import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

/** Whether nothing was ever brought into this database. */
export async function isUntouched(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select 1 where exists (select 1 from setting where name = 'demo') or exists (select 1 from import)
      or exists (select 1 from ecosystem)`.execute(tx)
  return rows.length === 0
}

export const rememberDemo = (tx: Tx, jobId: string) =>
  tx
    .insertInto('setting')
    .values({ name: 'demo', value: JSON.stringify({ jobId }) })
    .execute()

export type DemoJob = { state: string; done: number; total: number | null; step: string }

export async function demoJob(db: Read): Promise<DemoJob | undefined> {
  const { rows } = await sql<DemoJob>`
    select j.state, j.done, j.total, j.step from setting s
    join job_progress j on j.job_id = (s.value ->> 'jobId')::uuid
    where s.name = 'demo'`.execute(db as Tx)
  return rows[0]
}

/** How far the list is that is being applied at this moment. */
export async function rowsBeingApplied(db: Read): Promise<number> {
  const row = await db
    .selectFrom('job_progress')
    .where('name', '=', 'projects.apply-import')
    .where('state', '=', 'running')
    .orderBy('updated_at', 'desc')
    .select('done')
    .executeTakeFirst()
  return row?.done ?? 0
}
