import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

export type UserRow = {
  id: string
  name: string
  email: string | null
  language: string
  created_at: Date
  closed_at: Date | null
  erased_at: Date | null
  offices: { office: string; ecosystem: string | null; ends: string | null }[]
  sessions: number
  last_at: Date | null
  total_rows: number
}

export async function readUsers(
  db: Read,
  { q, id, state }: { q?: string | undefined; id?: string | undefined; state?: string | undefined },
  now: Date,
  limit: number,
  offset: number,
): Promise<UserRow[]> {
  const part = q && `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = [
    sql`true`,
    ...(part ? [sql`(p.name ilike ${part} or p.email ilike ${part})`] : []),
    ...(id ? [sql`p.id = ${id}::uuid`] : []),
    ...(state === 'open' ? [sql`p.closed_at is null`] : []),
    ...(state === 'closed' ? [sql`p.closed_at is not null`] : []),
  ]
  const { rows } = await sql<UserRow>`
    select p.id, p.name, p.email, p.language, p.created_at, p.closed_at, p.erased_at, count(*) over () as total_rows,
      coalesce((select jsonb_agg(jsonb_build_object('office', h.office, 'ecosystem', e.key, 'ends', h.ends_on)
          order by h.office)
        from office_holding h left join ecosystem e on e.id = h.ecosystem_id
        where h.person_id = p.id and h.ended_at is null), '[]') as offices,
      (select count(*) from session s where s.person_id = p.id and s.expires_at > ${now}) as sessions,
      (select max(created_at) from session s where s.person_id = p.id) as last_at
    from person p where ${sql.join(where, sql` and `)}
    order by p.name, p.id limit ${limit} offset ${offset}`.execute(db as Tx)
  return rows
}

export type SessionRow = { created_at: Date; expires_at: Date }

export const sessionsOf = (db: Read, person: string, now: Date): Promise<SessionRow[]> =>
  db
    .selectFrom('session')
    .select(['created_at', 'expires_at'])
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()

export async function endSessionsOf(tx: Tx, person: string): Promise<number> {
  const gone = await tx.deleteFrom('session').where('person_id', '=', person).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export const setClosed = (tx: Tx, person: string, at: Date | null) =>
  tx.updateTable('person').set({ closed_at: at }).where('id', '=', person).execute()

/** Administrators whose account is open, other than one: an installation is never left without. */
export async function otherAdministrators(tx: Tx, person: string, today: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct h.person_id) as n from office_holding h join person p on p.id = h.person_id
    where h.office = 'administrator' and h.ended_at is null and p.closed_at is null and h.person_id <> ${person}::uuid
      and h.starts_on <= ${today}::date and (h.ends_on is null or h.ends_on >= ${today}::date)`.execute(tx)
  return rows[0]!.n
}

export async function knownEmails(db: Read, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set()
  const rows = await db
    .selectFrom('person')
    .select('email')
    .where('email', 'in', [...emails])
    .execute()
  return new Set(rows.map((r) => r.email!))
}

export async function ecosystemIds(db: Read): Promise<Map<string, string>> {
  const rows = await db.selectFrom('ecosystem').select(['id', 'key']).execute()
  return new Map(rows.map((r) => [r.key, r.id]))
}

export const insertUser = (
  tx: Tx,
  user: { id: string; name: string; email: string; language: string; created_at: Date },
) => tx.insertInto('person').values(user).execute()

export const insertOffice = (
  tx: Tx,
  office: {
    id: string
    person_id: string
    office: string
    ecosystem_id: string | null
    starts_on: string
    ends_on: string | null
    granted_by: string | null
    granted_at: Date
  },
) => tx.insertInto('office_holding').values(office).execute()
