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

/** Answers whether this is new to the others: somebody came, or went to another field. */
export async function beHere(
  tx: Tx,
  at: { draft: string; client: string; person: string; field: string | null; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    with old as (select field from draft_presence where draft_id = ${at.draft} and client = ${at.client}),
    now_here as (
      insert into draft_presence (draft_id, client, person_id, field, seen_at)
      values (${at.draft}, ${at.client}, ${at.person}, ${at.field}, ${at.now})
      on conflict (draft_id, client) do update set field = excluded.field, seen_at = excluded.seen_at,
        person_id = excluded.person_id)
    select coalesce((select field is distinct from ${at.field}::text from old), true) as moved`.execute(tx)
  return rows[0]?.moved ?? true
}

/** Answers whether the window was there. */
export async function leave(tx: Tx, draft: string, client: string): Promise<boolean> {
  const { rows } = await sql`
    delete from draft_presence where draft_id = ${draft} and client = ${client} returning client`.execute(tx)
  return rows.length > 0
}

export const forgetPresence = (tx: Tx, before: Date) =>
  sql`delete from draft_presence where seen_at < ${before}`.execute(tx)
