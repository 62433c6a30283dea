import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'

/**
 * Whether who asks may know of an organisation: one that only closed projects name is known to who sees any of those.
 * `column` holds the id of a canonical row.
 */
export const organisationSeen = (actor: Actor, column: string): RawBuilder<boolean> => sql<boolean>`
  ${sql.ref(column)} not in (select c.canonical_id from organisation_closed c where c.whole
    group by c.canonical_id having not bool_or(${visible(actor, 'c')}))`

/** Whether who asks may know of one row of the registry, a spelling; `column` holds its id. */
export const spellingSeen = (actor: Actor, column: string): RawBuilder<boolean> => sql<boolean>`
  ${sql.ref(column)} not in (select c.organisation_id from organisation_closed c
    group by c.organisation_id having not bool_or(${visible(actor, 'c')}))`

/**
 * The source of a name or an identifier of a row of the registry as who asks may read it: the name of a closed list is
 * left empty. `row` is the alias of the row, `source` the column.
 */
export const sourceSeen = (actor: Actor, row: string, source: string): RawBuilder<string> => sql<string>`
  case when coalesce(${sql.ref(`${row}.import_id`)} in (select i.id from import i where not ${visible(actor, 'i')}), false)
    then '' else ${sql.ref(source)} end`

/** The share levels and ecosystems of the projects that name an organisation, if only closed ones do; else none. */
export const closedTo = async (
  db: Read,
  canonical: string,
): Promise<{ share: string; ecosystem: string | null }[]> =>
  db
    .selectFrom('organisation_closed')
    .where('canonical_id', '=', canonical)
    .where('whole', '=', true)
    .select(['share', 'ecosystem_id as ecosystem'])
    .distinct()
    .orderBy('ecosystem_id')
    .execute()
