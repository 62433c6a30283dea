import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { instant } from './queries.ts'
import type { GivenUp } from './room.ts'

/** How far the computing of a record is; `failed` where it was given up. */
export type Closing = { state: string; done: number; total: number | null }

export async function closingOf(db: Read, selection: string): Promise<Closing | undefined> {
  const { rows } = await sql<Closing>`
    select j.state, j.done, j.total from selection s join job_progress j on j.job_id = s.closing_job
    where s.id = ${selection}`.execute(db as Tx)
  return rows[0]
}

/** Of meetings that are open because the computing of their record was given up. */
export async function givenUpIn(
  db: Read,
  selections: readonly string[],
): Promise<(GivenUp & { selection: string })[]> {
  const { rows } = await sql<GivenUp & { selection: string }>`
    select s.id as selection, p.name as by, ${instant('asked.at')} as closed, ${instant('last.at')} as at,
      last.content->>'why' as why
    from selection s
      cross join lateral (select e.id, e.event, e.content, e.at from selection_event e
        where e.selection_id = s.id and e.event in ('close', 'give-up', 'resume') order by e.id desc limit 1) last
      cross join lateral (select e.at, e.person_id from selection_event e
        where e.selection_id = s.id and e.event = 'close' and e.id < last.id order by e.id desc limit 1) asked
      left join person p on p.id = asked.person_id
    where s.id = any(${selections}::uuid[]) and s.state = 'open' and last.event = 'give-up'`.execute(db as Tx)
  return rows
}

/** Remembers the job that computes the record, so that its progress can be shown. */
export const keepClosing = (tx: Tx, selection: string, job: string) =>
  tx.updateTable('selection').set({ closing_job: job }).where('id', '=', selection).execute()

export const forgetClosing = (tx: Tx, selection: string) =>
  tx.updateTable('selection').set({ closing_job: null }).where('id', '=', selection).execute()
