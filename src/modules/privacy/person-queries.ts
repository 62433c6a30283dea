import { sql } from 'kysely'
import { vectorWords } from '../../engine/language/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { forgotten, patternOf, written } from './personal-columns.ts'
import { isSecretColumn } from './rules.ts'

export type Tie = { table: string; column: string; columns: string[] }

/** Every column of every table that names a person, as the database itself ties them: no module is left out. */
export async function tiesToPerson(db: Read): Promise<Tie[]> {
  const { rows } = await sql<Tie>`
    select t.relname as table, a.attname::text as column,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = t.oid and attnum > 0 and not attisdropped) as columns
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and array_length(c.conkey, 1) = 1
    order by 1, 2`.execute(db as Tx)
  return rows
}

/** All rows about a person, by table and by how they are tied, without what opens anything. */
export async function rowsAboutPerson(
  db: Read,
  person: string,
  limit: number,
): Promise<{ table: string; as: string; rows: Record<string, unknown>[] }[]> {
  const found: { table: string; as: string; rows: Record<string, unknown>[] }[] = []
  for (const { table, column, columns } of await tiesToPerson(db)) {
    const told = columns.filter((name) => !isSecretColumn(name))
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(told.map((name) => sql.ref(name)))} from ${sql.table(table)}
      where ${sql.ref(column)} = ${person}::uuid limit ${limit}`.execute(db as Tx)
    if (rows.length > 0) found.push({ table, as: column, rows })
  }
  return found
}

/** A portion of the rows of one tie, with each row's place in its table: it is stable within one reading. */
export async function rowsOfTie(
  db: Read,
  { table, column, columns }: Tie,
  person: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ place: string; row: Record<string, unknown> }[]> {
  const told = columns.filter((name) => !isSecretColumn(name))
  const { rows } = await sql<Record<string, unknown> & { place: string }>`
    select ctid::text as place, ${sql.join(told.map((name) => sql.ref(name)))} from ${sql.table(table)}
    where ${sql.ref(column)} = ${person}::uuid and ctid > ${after ?? '(0,0)'}::tid order by ctid limit ${limit}`.execute(
    db as Tx,
  )
  return rows.map(({ place, ...row }) => ({ place, row }))
}

export const personRow = (db: Read, id: string) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'language', 'created_at', 'closed_at', 'erased_at'])
    .where('id', '=', id)
    .executeTakeFirst()

type Forgettable = { id: string; name: string; email: string | null }

/** Whether somebody else who is known bears the name too: then a text that has it may mean them. */
async function isOnlyOne(db: Read, { id, name }: Forgettable): Promise<boolean> {
  const { rows } = await sql`
    select 1 from person where lower(name) = lower(${name}) and id <> ${id}::uuid and erased_at is null limit 1`.execute(
    db as Tx,
  )
  return rows.length === 0
}

/**
 * Forgets a person: what is theirs alone goes, what they did stays under an opaque id, their name and address are
 * taken out of what they and others have written, and the values that the audit has sealed of them go. A name that
 * another person bears too stays in texts, where it may be the other's. Answers how many rows went or changed.
 */
export async function forgetPerson(
  tx: Tx,
  person: Forgettable,
  name: string,
  now: Date,
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  const note = (table: string, n: bigint | undefined) => {
    if (n) gone[table] = (gone[table] ?? 0) + Number(n)
  }
  for (const [table, column] of Object.entries(forgotten)) {
    const done =
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${person.id}::uuid`.execute(tx)
    note(table, done.numAffectedRows)
  }
  if (person.email) await forgetAddress(tx, person.email, now, note)
  const patterns = [
    ...((await isOnlyOne(tx, person)) ? [patternOf(person.name)] : []),
    ...(person.email ? [patternOf(person.email)] : []),
  ]
  const lexemes = [
    ...vectorWords([{ text: `${person.name} ${person.email ?? ''}`, weight: 'A', language: 'auto' }]),
  ]
  for (const pattern of patterns) {
    for (const [table, column] of written)
      note(table, await takeOut(tx, { table, column, pattern, by: name, lexemes }))
    const sealed = await sql`delete from audit_sealed where value ~* ${pattern}`.execute(tx)
    note('audit_sealed', sealed.numAffectedRows)
  }
  // "@Anna" means this one where the comment says so.
  const first = person.name.trim().split(/\s+/)[0]!
  const mentioned =
    await sql`update comment set body = regexp_replace(body, ${`@${patternOf(first).slice('(?<![[:alnum:]])'.length)}`}, ${`@${name}`}, 'gi')
    where mentions @> array[${person.id}::uuid]`.execute(tx)
  note('comment', mentioned.numAffectedRows)
  const sealed = await sql`delete from audit_sealed where person_id = ${person.id}::uuid`.execute(tx)
  note('audit_sealed', sealed.numAffectedRows)
  await sql`update office_holding set ended_at = coalesce(ended_at, ${now}) where person_id = ${person.id}::uuid`.execute(
    tx,
  )
  await tx
    .updateTable('person')
    .set({ name, email: null, closed_at: now, erased_at: now })
    .where('id', '=', person.id)
    .execute()
  return gone
}

type Note = (table: string, n: bigint | undefined) => void

/** What is kept under the mail address alone. */
async function forgetAddress(tx: Tx, email: string, now: Date, note: Note): Promise<void> {
  for (const [table, column] of [
    ['mail', 'recipient'],
    ['contact', 'email'],
    ['sign_in_link', 'email'],
  ] as const) {
    const done =
      await sql`delete from ${sql.table(table)} where lower(${sql.ref(column)}) = ${email}`.execute(tx)
    note(table, done.numAffectedRows)
  }
  const invited = await sql`
    update invitation set email = null, name = null, revoked_at = coalesce(revoked_at, ${now})
    where lower(email) = ${email}`.execute(tx)
  note('invitation', invited.numAffectedRows)
  const asked = await sql`
    update profile_invitation set email = '', revoked_at = coalesce(revoked_at, ${now})
    where lower(email) = ${email}`.execute(tx)
  note('profile_invitation', asked.numAffectedRows)
  const named =
    await sql`update ecosystem set contact = null where lower(contact ->> 'email') = ${email}`.execute(tx)
  note('ecosystem', named.numAffectedRows)
  // Work that is done or given up holds what it was asked with for some weeks more.
  for (const table of ['pgboss.job', 'pgboss.archive']) {
    const { rows } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(
      tx,
    )
    if (!rows[0]!.there) continue
    await sql`update ${sql.table(table)} set data = '{}', output = null
      where lower(data ->> 'email') = ${email}`.execute(tx)
  }
}

/** Replaces what matches in a column of text or of JSON; answers how many rows had it. */
async function takeOut(
  tx: Tx,
  {
    table,
    column,
    pattern,
    by,
    lexemes,
  }: { table: string; column: string; pattern: string; by: string; lexemes: readonly string[] },
): Promise<bigint | undefined> {
  const ref = sql.ref(column)
  // What stands in JSON stands there escaped; neither names nor what replaces them have signs that would be.
  const found = searched.has(table) ? sql`, lexemes = ts_delete(lexemes, ${lexemes}::text[])` : sql``
  const done = await sql`
    update ${sql.table(table)}
    set ${ref} = regexp_replace(${ref}::text, ${pattern}, ${by}, 'gi')${castOf(table, column)}${found}
    where ${ref}::text ~* ${pattern}`.execute(tx)
  return done.numAffectedRows
}

const ofJson = new Set([
  'consortium_event.details',
  'draft_change.value',
  'draft_field.value',
  'draft_operation.answer',
  'ecosystem.summary',
  'ecosystem.description',
  'ecosystem.contact',
  'portfolio.name',
  'portfolio.purpose',
  'portfolio_goal.name',
  'portfolio_idea_act.before',
  'portfolio_source.filters',
  'profile_fact.content',
  'situation_picture.title',
  'situation_picture.tiles',
  'situation_snapshot.content',
  'funding.title',
  'funding.summary',
  'funding.applicant_text',
  'funding.original',
  'funding.document',
  'funding.imported',
  'network_import_row.cells',
  'network_survey.intro',
  'network_survey.title',
  'notification.title',
  'followup_item.content',
  'followup_packet_version.content',
  'impact_item.content',
  'indicator_version.definition',
  'report_part.content',
  'report_version.content',
  'reporting_scheme.guidance',
  'operating_item.content',
  'saved_alert.held',
])
/** Tables whose words are searched: what is taken out is no longer found either. */
const searched = new Set(['comment', 'topic', 'event', 'funding'])

const castOf = (table: string, column: string) => (ofJson.has(`${table}.${column}`) ? sql`::jsonb` : sql``)

export async function isLastAdministrator(db: Read, person: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean; others: number }>`
    select coalesce(bool_or(h.person_id = ${person}::uuid), false) as mine,
      count(distinct h.person_id) filter (where h.person_id <> ${person}::uuid) as others
    from office_holding h join person p on p.id = h.person_id
    where h.office = 'administrator' and h.ended_at is null and p.closed_at is null`.execute(db as Tx)
  return rows[0]!.mine && rows[0]!.others === 0
}

export type ErasureRow = { id: string; person_id: string; name: string; asked_at: Date; due_at: Date }

export async function openErasures(db: Read, person?: string): Promise<ErasureRow[]> {
  let query = db
    .selectFrom('erasure')
    .innerJoin('person', 'person.id', 'erasure.person_id')
    .select(['erasure.id', 'erasure.person_id', 'person.name', 'erasure.asked_at', 'erasure.due_at'])
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
    .orderBy('due_at')
  if (person) query = query.where('erasure.person_id', '=', person)
  return query.execute()
}

export const insertErasure = (
  tx: Tx,
  row: { id: string; person_id: string; asked_by: string | null; asked_at: Date; due_at: Date },
) => tx.insertInto('erasure').values(row).execute()

export const endErasure = (tx: Tx, id: string, how: 'cancelled_at' | 'done_at', at: Date) =>
  tx
    .updateTable('erasure')
    .set({ [how]: at })
    .where('id', '=', id)
    .execute()
