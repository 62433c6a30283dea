import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ApplicationState } from './rules.ts'

export const insertCompletion = (
  tx: Tx,
  request: {
    id: string
    application_id: string
    version: number
    sections: readonly string[]
    message: string
    language: string
    due_at: Date
    person_id: string | null
    by_whom: string
    at: Date
  },
) =>
  tx
    .insertInto('completion_request')
    .values({ ...request, sections: [...request.sections] })
    .execute()

export const endCompletion = (tx: Tx, id: string, at: Date, answered: number | null) =>
  tx
    .updateTable('completion_request')
    .set({ ended_at: at, answered_version: answered })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

/** Every request, the first first. */
export const completionsOf = (db: Read, application: string) =>
  db
    .selectFrom('completion_request')
    .where('application_id', '=', application)
    .select([
      'id',
      'version',
      'answered_version',
      'sections',
      'message',
      'due_at',
      'by_whom',
      'at',
      'ended_at',
    ])
    .orderBy('at')
    .execute()

/** Applications that were sent, each with its form and the names of those who would be told. */
export async function completionRows(db: Read, applications: readonly string[]) {
  const { rows } = await sql<{
    application: string
    state: ApplicationState
    form: string
    version: number
    people: string[]
  }>`
    select a.id as application, a.state, a.form_id as form, a.form_version as version,
      array(select p.name from application_right r join person p on p.id = r.person_id
        where r.application_id = a.id and r.ended_at is null order by p.name) as people
    from application a where a.id = any(${[...applications]}::uuid[]) and a.version is not null
    order by a.number`.execute(db as Tx)
  return rows
}
