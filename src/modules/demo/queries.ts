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

/** What a reset of the demo leaves: people and how they sign in, the audit, and the care of the installation. */
const kept = [
  'migration',
  'audit_entry',
  'audit_head',
  'audit_sealed',
  'backup',
  'retention_rule',
  'retention_run',
  'person',
  'session',
  'office_holding',
  'one_time_code',
  'recovery_code',
  'passkey',
  'person_identity',
]

/** Empties every other table. Throws when that would take people along: then a new table ties them the wrong way. */
export async function emptyDemo(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all(${kept}::text[])`.execute(
    tx,
  )
  const people = () =>
    tx
      .selectFrom('person')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  const before = await people()
  await sql`truncate ${sql.join(rows.map((r) => sql.table(r.name)))} cascade`.execute(tx)
  if ((await people()).n !== before.n) throw new Error('emptying the demo would take people along')
  // Offices in ecosystems that are made anew under other ids lead nowhere.
  await tx.deleteFrom('office_holding').where('ecosystem_id', 'is not', null).execute()
}

/** Whether the lists have brought in a project with this code. */
export const knowsProject = async (db: Read, code: string): Promise<boolean> =>
  (await db.selectFrom('project').where('code', '=', code).select('id').executeTakeFirst()) !== undefined

/** The newest mail to an address. */
export async function newestMailTo(db: Read, address: string): Promise<string | undefined> {
  const { rows } = await sql<{ body: string }>`
    select body from mail where recipient = ${address} order by created_at desc, id desc limit 1`.execute(
    db as Tx,
  )
  return rows[0]?.body
}

/** How far the making of the exercise is, and the ids of what it has made. */
export type ExerciseKept = { day: string; step: number; of: number; kept: Record<string, string> }

const exercise = 'exercise'

export async function exerciseKept(db: Read): Promise<ExerciseKept | undefined> {
  const row = await db.selectFrom('setting').where('name', '=', exercise).select('value').executeTakeFirst()
  return row?.value as ExerciseKept | undefined
}

export const keepExercise = (tx: Tx, kept: ExerciseKept) =>
  tx
    .insertInto('setting')
    .values({ name: exercise, value: JSON.stringify(kept) })
    .onConflict((on) => on.column('name').doUpdateSet({ value: JSON.stringify(kept) }))
    .execute()

/** What of the tour's road has been done, by the names of its steps. */
export type TourState = {
  /** Whether its applicant has typed anything in, and whether the application has been sent. */
  typed: boolean
  sent: boolean
  assessments: Partial<Record<string, string>>
  decisions: Partial<Record<string, string>>
}

export async function tourState(
  db: Read,
  places: Readonly<Record<string, string>>,
  applicant: string | null,
): Promise<TourState> {
  const named = Object.entries(places).filter(([, id]) => /^[0-9a-f-]{36}$/.test(id))
  const byId = new Map(named.map(([name, id]) => [id, name]))
  const ids = [...byId.keys()]
  const write = places.write || null
  const { rows } = await sql<{ kind: string; id: string; state: string }>`
    select 'assessment' as kind, application_id as id, state from assessment where application_id = any(${ids}::uuid[])
    union all
    select 'decision', application_id, state from decision where application_id = any(${ids}::uuid[])
    union all
    select 'typed', id, '' from application a where id = ${write}::uuid and exists (
      select from draft d join draft_change c on c.draft_id = d.id
      where d.subject like a.id::text || '.%' and c.person_id = ${applicant}::uuid)
    union all
    select 'sent', id, '' from application where id = ${write}::uuid and version is not null`.execute(
    db as Tx,
  )
  const of = (kind: string) =>
    Object.fromEntries(rows.filter((r) => r.kind === kind).map((r) => [byId.get(r.id)!, r.state]))
  const is = (kind: string) => rows.some((r) => r.kind === kind)
  return { typed: is('typed'), sent: is('sent'), assessments: of('assessment'), decisions: of('decision') }
}
