import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { organisationSeen, spellingSeen } from '../organisations/index.ts'

/** The canonical organisation that carries an identifier, written with or without its country and dash. */
export async function organisationWithIdentifier(
  db: Read,
  actor: Actor,
  text: string,
): Promise<string | undefined> {
  const digits = text.toUpperCase().replace(/^FI/, '').replaceAll('-', '')
  const spellings = [`${digits.slice(0, 7)}-${digits.slice(7)}`, `FI${digits}`, digits]
  const { rows } = await sql<{ id: string }>`
    select o.canonical_id as id from organisation_identifier i join organisation o on o.id = i.organisation_id
    where i.value = any(${spellings}::text[]) and not o.personal
      and ${organisationSeen(actor, 'o.canonical_id')} and ${spellingSeen(actor, 'o.id')} limit 1`.execute(
    db as Tx,
  )
  return rows[0]?.id
}

/** The names of canonical organisations that the reader may know of, personal traders left out. */
export async function organisationNames(
  db: Read,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .where('id', 'in', [...ids])
    .where('personal', '=', false)
    .where(organisationSeen(actor, 'organisation.canonical_id'))
    .select(['id', 'name'])
    .execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}
