import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'

export type GoingCall = { id: string; code: string; title: Names; ecosystem: string; applications: string[] }

/** Calls in assessment with their sent applications: all, or one. */
export async function goingCalls(db: Read, call?: string): Promise<GoingCall[]> {
  const { rows } = await sql<GoingCall>`
    select c.id, c.code, c.title, c.ecosystem_id as ecosystem, array_agg(a.id order by a.number) as applications
    from call c join application a on a.call_id = c.id and a.version is not null and a.state <> 'withdrawn'
    where ${call ? sql`c.id = ${call}` : sql`c.state = 'in-assessment'`}
    group by c.id order by c.code`.execute(db as Tx)
  return rows
}

/** Of which of these applications the person holds a sheet that counts. */
export async function sheetsOf(
  db: Read,
  person: string,
  applications: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select application_id as id from assessment_sheet where person_id = ${person}
      and application_id = any(${applications}::uuid[]) and state in ('assigned', 'open', 'given')`.execute(
    db as Tx,
  )
  return new Set(rows.map((row) => row.id))
}
