import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

/**
 * Everybody who has prepared anything of an application, from the rows that their deeds left: in it, its checks, its
 * assessment, requests for completion, and proposals of any round. An assessor who stepped aside prepared nothing.
 */
export async function preparersOf(
  db: Read,
  applications: readonly string[],
): Promise<Map<string, Set<string>>> {
  const ids = sql`${[...applications]}::uuid[]`
  const { rows } = await sql<{ application: string; person: string }>`
    select application_id as application, person_id as person from application_right where application_id = any(${ids})
    union select id, person_id from application where id = any(${ids})
    union select application_id, person_id from application_version where application_id = any(${ids})
    union select application_id, person_id from completion_request where application_id = any(${ids})
    union select application_id, person_id from eligibility_check where application_id = any(${ids})
    union select application_id, person_id from assessment_event
      where application_id = any(${ids}) and event <> 'unsettle'
    union select application_id, settled_by from assessment where application_id = any(${ids})
    union select application_id, person_id from assessment_sheet
      where application_id = any(${ids}) and (state in ('open', 'given') or given_at is not null)
    union select d.application_id, v.person_id from decision_event v join decision d on d.id = v.decision_id
      where d.application_id = any(${ids}) and v.event = 'propose'
    union select application_id, proposed_by from decision where application_id = any(${ids})`.execute(
    db as Tx,
  )
  const found = new Map<string, Set<string>>(applications.map((id) => [id, new Set<string>()]))
  for (const { application, person } of rows) if (person) found.get(application)?.add(person)
  return found
}
