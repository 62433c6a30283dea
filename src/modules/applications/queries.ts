import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'
import type { CallState, Step } from '../calls/index.ts'
import type { Application, Level } from './application.ts'
import type { ApplicationState } from './rules.ts'

export type Row = {
  id: string
  call_id: string
  call_code: string
  call_state: CallState
  call_title: Names
  exercise: boolean
  two_steps: boolean | null
  opens_at: Date | null
  closes_at: Date | null
  full_closes_at: Date | null
  ecosystem_id: string
  ecosystem_key: string
  ecosystem_name: Names
  number: number
  step: Step
  idea_id: string | null
  copied_from: string | null
  form_id: string
  form_version: number
  state: ApplicationState
  title: string
  organisation_id: string | null
  language: string
  person_id: string
  created_at: Date
  version: number | null
  submitted_at: Date | null
  parties_at: Date | null
  late: boolean
  late_accepted: boolean | null
  late_reason: string | null
  rights: { person: string; level: Level }[]
  completion: { id: string; sections: string[]; message: string; dueAt: string } | null
}

/** Columns of an application with what decides who may do what in it, over `application a`, `call c`, `ecosystem e`. */
export const headColumns = sql`a.id, a.call_id, c.code as call_code, c.state as call_state, c.title as call_title,
  c.exercise, (c.settings ->> 'twoSteps')::boolean as two_steps, c.opens_at, c.closes_at, c.full_closes_at,
  a.ecosystem_id, e.key as ecosystem_key, e.name as ecosystem_name, a.number, a.step, a.idea_id, a.copied_from,
  a.form_id, a.form_version, a.state, a.title, a.organisation_id, a.language, a.person_id, a.created_at, a.version,
  a.submitted_at, a.parties_at, a.late, a.late_accepted, a.late_reason,
  coalesce((select jsonb_agg(jsonb_build_object('person', r.person_id, 'level', r.level) order by r.given_at)
    from application_right r where r.application_id = a.id and r.ended_at is null), '[]') as rights,
  (select jsonb_build_object('id', q.id, 'sections', q.sections, 'message', q.message, 'dueAt', q.due_at)
    from completion_request q where q.application_id = a.id and q.ended_at is null
    order by q.at desc limit 1) as completion`
export const headTables = sql`application a join call c on c.id = a.call_id join ecosystem e on e.id = a.ecosystem_id`

export const applicationOf = (row: Row): Application => ({
  id: row.id,
  call: {
    id: row.call_id,
    code: row.call_code,
    state: row.call_state,
    exercise: row.exercise,
    title: row.call_title,
    ecosystem: row.ecosystem_id,
    ecosystemKey: row.ecosystem_key,
    ecosystemName: row.ecosystem_name,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    fullClosesAt: row.full_closes_at,
    settings: { twoSteps: row.two_steps === true },
  },
  number: row.number,
  step: row.step,
  state: row.state,
  title: row.title,
  language: row.language,
  idea: row.idea_id,
  copiedFrom: row.copied_from,
  form: { id: row.form_id, version: row.form_version },
  organisation: row.organisation_id,
  person: row.person_id,
  createdAt: row.created_at,
  version: row.version,
  submittedAt: row.submitted_at,
  partiesAt: row.parties_at,
  late: row.late,
  lateAccepted: row.late_accepted,
  lateReason: row.late_reason,
  rights: row.rights,
  completion: row.completion && { ...row.completion, dueAt: new Date(row.completion.dueAt) },
})

export async function applicationById(db: Read, id: string): Promise<Application | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`
    select ${headColumns} from ${headTables} where a.id = ${id}`.execute(db as Tx)
  return rows[0] && applicationOf(rows[0])
}

/** The same, held until the transaction ends: what happens to one application happens in turn. */
export async function lockApplication(tx: Tx, id: string): Promise<Application | undefined> {
  if (!isId(id)) return undefined
  await sql`select id from application where id = ${id} for update`.execute(tx)
  return applicationById(tx, id)
}

/** Those in which the person has a right now, the newest first. */
export async function applicationsOf(db: Read, person: string, call?: string): Promise<Application[]> {
  const { rows } = await sql<Row>`
    select ${headColumns} from ${headTables}
    where exists (select from application_right r
        where r.application_id = a.id and r.person_id = ${person} and r.ended_at is null)
      and (${call ?? null}::uuid is null or a.call_id = ${call ?? null}::uuid)
    order by a.created_at desc limit 500`.execute(db as Tx)
  return rows.map(applicationOf)
}

export type NewApplication = {
  id: string
  call: { id: string; ecosystem: string }
  step: Step
  idea: string | null
  copiedFrom: string | null
  form: { id: string; version: number }
  title: string
  organisation: string | null
  language: string
  person: string
  at: Date
  /** What it begins with. */
  initial: object
}

/** Begins an application under the next number of its call; answers the number. */
export async function insertApplication(tx: Tx, a: NewApplication): Promise<number> {
  await sql`select id from call where id = ${a.call.id} for no key update`.execute(tx)
  const { rows } = await sql<{ number: number }>`
    insert into application (id, call_id, ecosystem_id, number, step, idea_id, copied_from, form_id, form_version, state,
      title, organisation_id, language, person_id, created_at, initial)
    values (${a.id}, ${a.call.id}, ${a.call.ecosystem},
      (select coalesce(max(number), 0) + 1 from application where call_id = ${a.call.id}),
      ${a.step}, ${a.idea}, ${a.copiedFrom}, ${a.form.id}, ${a.form.version}, 'draft', ${a.title}, ${a.organisation},
      ${a.language}, ${a.person}, ${a.at}, ${JSON.stringify(a.initial)}::jsonb)
    returning number`.execute(tx)
  return rows[0]!.number
}

export const updateApplication = (
  tx: Tx,
  id: string,
  to: Partial<{
    state: ApplicationState
    title: string
    organisation_id: string | null
    version: number
    submitted_at: Date
    parties_at: Date | null
    late: boolean
    late_accepted: boolean
    late_reason: string
    lexemes: string
  }>,
) => tx.updateTable('application').set(to).where('id', '=', id).execute()

/** What an application was begun with: prefilled, copied, or from its idea. */
export async function initialAnswers(db: Read, id: string): Promise<unknown> {
  const row = await db.selectFrom('application').where('id', '=', id).select('initial').executeTakeFirst()
  return row?.initial ?? {}
}

export type EventRow = {
  id: string
  event: string
  from_state: string | null
  to_state: string
  version: number | null
  reason: string | null
  person_id: string | null
  by_whom: string
  at: Date
}

export const insertEvent = (tx: Tx, application: string, event: EventRow) =>
  tx
    .insertInto('application_event')
    .values({ ...event, application_id: application })
    .execute()

export const eventsOf = (db: Read, application: string): Promise<EventRow[]> =>
  db
    .selectFrom('application_event')
    .where('application_id', '=', application)
    .select(['id', 'event', 'from_state', 'to_state', 'version', 'reason', 'person_id', 'by_whom', 'at'])
    .orderBy('at')
    .orderBy('id')
    .execute()
