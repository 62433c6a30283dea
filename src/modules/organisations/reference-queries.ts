import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

/** Whether the registry has identifiers of a scheme from a source: what the source tells is there already. */
export async function anyFromReference(db: Read, source: string, scheme: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation_identifier')
    .where('source', '=', source)
    .where('scheme', '=', scheme)
    .select('value')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type ReferenceName = {
  id: string
  organisation_id: string
  name: string
  name_key: string
  language: string | null
  kind: string
  source: string
}

export async function insertReferenceNames(tx: Tx, rows: readonly ReferenceName[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into organisation_name (id, organisation_id, name, name_key, language, kind, source)
    select id, organisation_id, name, name_key, language, kind, source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, organisation_id uuid, name text, name_key text, language text, kind text, source text)`.execute(
    tx,
  )
}
