import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Giving } from './seal.ts'

/** Every giving of scores in an application, the first first. */
export async function givingsOf(db: Read, application: string): Promise<Giving[]> {
  const { rows } = await sql<Giving>`
    select g.sheet_id as sheet, s.person_id as person, p.name, g.version, g.scores, g.salt, g.hash, g.at,
      exists (select from audit_entry e where e.changes @> jsonb_build_array(jsonb_build_object(
        'kind', 'assessment-sheet', 'id', g.sheet_id, 'after', jsonb_build_object('hash', g.hash)))) as told
    from assessment_giving g join assessment_sheet s on s.id = g.sheet_id join person p on p.id = s.person_id
    where s.application_id = ${application} order by g.at, g.id`.execute(db as Tx)
  return rows
}
