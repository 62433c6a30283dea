import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'
import type { NotCarried } from '../applications/index.ts'

/** When the project would run, and the application that was made. */
export type Plan = { startsOn: Day | null; endsOn: Day | null; application: string | null; title: string }

export async function planOf(db: Read, consortium: string): Promise<Plan | undefined> {
  const { rows } = await sql<Plan>`
    select starts_on as "startsOn", ends_on as "endsOn", application_id as application, title
    from consortium where id = ${consortium}`.execute(db as Tx)
  return rows[0]
}

export const setApplied = (tx: Tx, consortium: string, application: string): Promise<unknown> =>
  sql`update consortium set state = 'applied', application_id = ${application} where id = ${consortium}`.execute(
    tx,
  )

/** What found no place in the application, as it was told when it was made. */
export async function leftOf(db: Read, consortium: string): Promise<{ left: NotCarried[]; invited: number }> {
  const { rows } = await sql<{ details: { left?: NotCarried[]; invited?: number } }>`
    select details from consortium_event where consortium_id = ${consortium} and what = 'apply'
    order by at desc limit 1`.execute(db as Tx)
  return { left: rows[0]?.details.left ?? [], invited: rows[0]?.details.invited ?? 0 }
}

/** The consortium from which an application was made. */
export async function consortiumOfApplication(db: Read, application: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from consortium where application_id = ${application} limit 1`.execute(db as Tx)
  return rows[0]?.id
}

/** When the project of a consortium would run, and the idea of a portfolio that it began from. */
export const setPlan = (
  tx: Tx,
  consortium: string,
  p: { starts: Day | null; ends: Day | null; idea: string | null },
): Promise<unknown> =>
  sql`update consortium set starts_on = ${p.starts}, ends_on = ${p.ends}, idea_id = ${p.idea}
    where id = ${consortium}`.execute(tx)
