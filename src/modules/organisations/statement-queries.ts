import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { organisationSeen } from './sight-queries.ts'
import type { StatedField } from './statement-rules.ts'

export type EditedOrganisation = { id: string } & Record<StatedField, string | null>

/** The canonical organisation behind any of its rows; personal traders have no page and are not edited. */
export async function organisationForEdit(
  db: Read,
  actor: Actor,
  id: string,
  lock = false,
): Promise<EditedOrganisation | undefined> {
  const { rows } = await sql<EditedOrganisation>`
    select o.id, o.name, o.name_sv, o.name_en, o.place, o.website
    from organisation any_row join organisation o on o.id = any_row.canonical_id
    where any_row.id = ${id}::uuid and not o.personal
      and ${organisationSeen(actor, 'o.id')} ${lock ? sql`for update of o` : sql``}`.execute(db as Tx)
  return rows[0]
}

export async function setOrganisation(
  tx: Tx,
  id: string,
  fields: Partial<Record<StatedField | 'region' | 'lexemes', string | null>>,
): Promise<void> {
  const sets = Object.entries(fields).map(([column, value]) =>
    column === 'lexemes' ? sql`lexemes = ${value}::tsvector` : sql`${sql.ref(column)} = ${value}`,
  )
  if (sets.length > 0) await sql`update organisation set ${sql.join(sets)} where id = ${id}`.execute(tx)
}

export const insertStatement = (
  tx: Tx,
  s: {
    id: string
    organisation: string
    field: StatedField
    value: string | null
    previous: string | null
    person: string | null
    by: string
    at: Date
  },
) =>
  sql`insert into organisation_statement (id, organisation_id, field, value, previous, person_id, by_whom, at)
    values (${s.id}, ${s.organisation}, ${s.field}, ${s.value}, ${s.previous}, ${s.person}, ${s.by}, ${s.at})`.execute(
    tx,
  )

/** The spelling is kept beside the others, with who gave it. */
export const addSpelling = (
  tx: Tx,
  s: { id: string; organisation: string; name: string; key: string; language: string; source: string },
) =>
  sql`insert into organisation_name (id, organisation_id, name, name_key, language, kind, source)
    select ${s.id}, ${s.organisation}, ${s.name}, ${s.key}, ${s.language}, 'name', ${s.source}
    where not exists (select from organisation_name where organisation_id = ${s.organisation} and name = ${s.name})`.execute(
    tx,
  )

export async function spellingsOf(db: Read, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from organisation_name where organisation_id = ${organisation} order by id`.execute(db as Tx)
  return rows.map((r) => r.name)
}

export type Stated = {
  id: string
  organisation: string
  field: StatedField
  value: string | null
  previous: string | null
  by: string
  at: Date
  undoneAt: Date | null
  undoneBy: string | null
}

/** What has been typed of an organisation, the newest first. */
export async function statementsOf(db: Read, organisation: string): Promise<Stated[]> {
  const { rows } = await sql<Stated>`
    select s.id, s.organisation_id as organisation, s.field, s.value, s.previous, s.by_whom as by, s.at,
      s.undone_at as "undoneAt", s.undone_by as "undoneBy"
    from organisation_statement s join organisation o on o.id = s.organisation_id
    where o.canonical_id = ${organisation} order by s.at desc, s.id desc limit 200`.execute(db as Tx)
  return rows
}

export async function statementForUpdate(tx: Tx, id: string): Promise<Stated | undefined> {
  const { rows } = await sql<Stated>`
    select id, organisation_id as organisation, field, value, previous, by_whom as by, at,
      undone_at as "undoneAt", undone_by as "undoneBy"
    from organisation_statement where id = ${id} for update`.execute(tx)
  return rows[0]
}

export const markUndone = (tx: Tx, id: string, by: string, at: Date) =>
  sql`update organisation_statement set undone_at = ${at}, undone_by = ${by} where id = ${id}`.execute(tx)
