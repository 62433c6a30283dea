import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { forgotten, isSecretColumn } from './rules.ts'

type Tie = { table: string; column: string; columns: string[] }

/** Every column of every table that names a person, as the database itself ties them: no module is left out. */
async function tiesToPerson(db: Read): Promise<Tie[]> {
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

export const personRow = (db: Read, id: string) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'language', 'created_at', 'closed_at', 'erased_at'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Names that older records hold as text, beside no id. */
const written = [
  ['import', 'actor_name'],
  ['organisation_pair', 'decided_by'],
  ['organisation_merge', 'by_whom'],
  ['organisation_merge', 'undone_by'],
] as const

/**
 * Forgets a person: what is theirs alone goes, what they did stays under an opaque id, and the values that the audit
 * has sealed of them go. Answers how many rows went.
 */
export async function forgetPerson(
  tx: Tx,
  person: { id: string; name: string; email: string | null },
  name: string,
  now: Date,
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  const note = (table: string, n: bigint | undefined) => {
    if (n) gone[table] = (gone[table] ?? 0) + Number(n)
  }
  const ties = await tiesToPerson(tx)
  for (const table of forgotten)
    for (const { column } of ties.filter(
      (t) => t.table === table && /^(person_id|user_id|owner_id)$/.test(t.column),
    )) {
      const done =
        await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${person.id}::uuid`.execute(tx)
      note(table, done.numAffectedRows)
    }
  if (person.email) {
    const mails = await sql`delete from mail where lower(recipient) = ${person.email}`.execute(tx)
    note('mail', mails.numAffectedRows)
    await sql`update invitation set email = null, name = null, revoked_at = coalesce(revoked_at, ${now})
      where lower(email) = ${person.email}`.execute(tx)
  }
  for (const [table, column] of written) {
    const done = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${name}
      where ${sql.ref(column)} = ${person.name}`.execute(tx)
    note(table, done.numAffectedRows)
  }
  const values = [person.name, person.email].filter((v) => v !== null).map((v) => JSON.stringify(v))
  const sealed = await sql`
    delete from audit_sealed where person_id = ${person.id}::uuid or value = any(${values})`.execute(tx)
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
