import { sql } from 'kysely'
import { isValidBusinessId } from '../../engine/matching/index.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { nameKeyOf } from './rules.ts'
import { organisationSeen } from './sight-queries.ts'

/**
 * The organisations that a person means who types a business id or a name in full, as far as the person sees them; by
 * name there may be several. Personal traders are never found.
 */
export async function organisationsNamed(
  db: Read,
  actor: Actor,
  typed: string,
): Promise<{ id: string; name: string }[]> {
  const text = typed.trim()
  if (!text) return []
  const which = isValidBusinessId(text)
    ? sql`select organisation_id from organisation_identifier where scheme = 'fi-business-id' and value = ${text}`
    : sql`select organisation_id from organisation_name where name_key = ${nameKeyOf(text)}`
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct c.id, c.name from organisation o join organisation c on c.id = o.canonical_id
    where o.id in (${which}) and not c.personal and ${organisationSeen(actor, 'c.id')}
    order by c.name, c.id limit 20`.execute(db as Tx)
  return rows
}
