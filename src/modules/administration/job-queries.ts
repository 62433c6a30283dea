import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

export type JobRow = {
  id: string
  name: string
  /** As the progress row says, or "cancelled". */
  state: string
  done: number
  total: number | null
  step: string
  updated_at: Date
  planned_at: Date | null
  tries: number | null
  error: string | null
  /** Whether the queue still knows it: only then can it be tried again or cancelled. */
  queued: boolean
  total_rows: number
}

/** The queue is pg-boss's own schema; what it has finished with stands in its archive for two weeks. */
export async function readJobs(
  db: Read,
  { state, name, id }: { state?: string | undefined; name?: string | undefined; id?: string | undefined },
  limit: number,
  offset: number,
): Promise<JobRow[]> {
  const stateOf = sql`case when coalesce(j.state::text, a.state::text) = 'cancelled' then 'cancelled' else p.state end`
  const where = [
    sql`true`,
    ...(state ? [sql`${stateOf} = ${state}`] : []),
    ...(name ? [sql`p.name = ${name}`] : []),
    ...(id ? [sql`p.job_id = ${id}::uuid`] : []),
  ]
  const { rows } = await sql<JobRow>`
    select p.job_id as id, p.name, ${stateOf} as state, p.done, p.total, p.step, p.updated_at,
      coalesce(j.created_on, a.created_on) as planned_at, coalesce(j.retry_count, a.retry_count) as tries,
      coalesce(j.output, a.output) ->> 'message' as error, (j.id is not null or a.id is not null) as queued,
      count(*) over () as total_rows
    from job_progress p
    left join pgboss.job j on j.id = p.job_id and j.name = p.name
    left join pgboss.archive a on a.id = p.job_id
    where ${sql.join(where, sql` and `)}
    order by p.updated_at desc, p.job_id limit ${limit} offset ${offset}`.execute(db as Tx)
  return rows
}

export async function jobCounts(db: Read): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*) as n from job_progress group by state`.execute(db as Tx)
  return Object.fromEntries(rows.map((r) => [r.state, r.n]))
}

/** Puts work that has failed or was cancelled back in the queue, from the archive too; false when it is neither. */
export async function requeue(tx: Tx, id: string): Promise<boolean> {
  const again = await sql`
    update pgboss.job set state = 'retry', start_after = now(), completed_on = null, output = null,
      retry_limit = greatest(retry_limit, retry_count + 1)
    where id = ${id}::uuid and state in ('failed', 'cancelled')`.execute(tx)
  if ((again.numAffectedRows ?? 0n) > 0n) return true
  const kept = await sql`
    with old as (delete from pgboss.archive where id = ${id}::uuid and state in ('failed', 'cancelled') returning *)
    insert into pgboss.job (id, name, priority, data, state, retry_limit, retry_delay, retry_backoff, expire_in)
    select id, name, priority, data, 'created', retry_limit, retry_delay, retry_backoff, expire_in from old`.execute(
    tx,
  )
  return (kept.numAffectedRows ?? 0n) > 0n
}

/** Takes work out of the queue; what runs is told at its next sign of life. False when it has ended already. */
export async function cancelQueued(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update pgboss.job set state = 'cancelled', completed_on = now()
    where id = ${id}::uuid and state in ('created', 'retry', 'active')`.execute(tx)
  return numAffectedRows > 0n
}

export const markProgress = (tx: Tx, id: string, state: 'waiting' | 'failed', step: string, now: Date) =>
  tx.updateTable('job_progress').set({ state, step, updated_at: now }).where('job_id', '=', id).execute()
