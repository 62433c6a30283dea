import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { limits } from './rules.ts'

export type Here = { client: string; person: string; name: string; field: string | null; at: Date }

/** Who has the form open now, and at which field. */
export async function peopleAt(db: Read, draft: string, after: Date): Promise<Here[]> {
  const { rows } = await sql<Here>`
    select h.client, h.person_id as person, p.name, h.field, h.seen_at as at
    from draft_presence h join person p on p.id = h.person_id
    where h.draft_id = ${draft} and h.seen_at > ${after} order by p.name, h.client`.execute(db as Tx)
  return rows
}

/** Who has any of several shared forms of a kind open now, by what each is about. */
export async function peopleOn(
  db: Read,
  { kind }: { kind: string },
  subjects: readonly string[],
  now: Date,
): Promise<{ subject: string; person: string; name: string }[]> {
  if (subjects.length === 0) return []
  const after = new Date(now.getTime() - limits.presenceMs)
  const { rows } = await sql<{ subject: string; person: string; name: string }>`
    select distinct d.subject, h.person_id as person, p.name
    from draft d join draft_presence h on h.draft_id = d.id and h.seen_at > ${after}
    join person p on p.id = h.person_id
    where d.kind = ${kind} and d.person_id is null and d.state = 'open'
      and d.subject = any(${[...subjects]}::text[])
    order by d.subject, p.name`.execute(db as Tx)
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
