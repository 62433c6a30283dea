import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

export type Here = { client: string; person: string; name: string; field: string | null; at: Date }

/** Who has the form open now, and at which field. */
export async function peopleAt(db: Read, draft: string, after: Date): Promise<Here[]> {
  const { rows } = await sql<Here>`
    select h.client, h.person_id as person, p.name, h.field, h.seen_at as at
    from draft_presence h join person p on p.id = h.person_id
    where h.draft_id = ${draft} and h.seen_at > ${after} order by p.name, h.client`.execute(db as Tx)
  return rows
}

export const beHere = (
  tx: Tx,
  at: { draft: string; client: string; person: string; field: string | null; now: Date },
) =>
  sql`insert into draft_presence (draft_id, client, person_id, field, seen_at)
    values (${at.draft}, ${at.client}, ${at.person}, ${at.field}, ${at.now})
    on conflict (draft_id, client) do update set field = excluded.field, seen_at = excluded.seen_at,
      person_id = excluded.person_id`.execute(tx)

export const leave = (tx: Tx, draft: string, client: string) =>
  sql`delete from draft_presence where draft_id = ${draft} and client = ${client}`.execute(tx)

export const forgetPresence = (tx: Tx, before: Date) =>
  sql`delete from draft_presence where seen_at < ${before}`.execute(tx)
