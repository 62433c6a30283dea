import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

/** A deed in the course of a consortium. */
export type Deed = {
  id: string
  what: string
  details: { name?: string; reason?: string }
  by: string
  at: Date
}

/** The course of a consortium, deed by deed, the newest first; of one partner where it is named. */
export async function deedsOf(db: Read, consortium: string, partner?: string): Promise<Deed[]> {
  const { rows } = await sql<Deed>`
    select id, what, details, by_whom as by, at from consortium_event
    where consortium_id = ${consortium} and (${partner ?? null}::text is null or details->>'partner' = ${partner ?? null})
    order by at desc, id desc limit 200`.execute(db as Tx)
  return rows
}

export type Waiting = {
  consortium: string
  partner: string
  title: string
  name: string
  by: string | null
  at: Date
}

/** Questions that wait for the word of organisations. */
export async function waitingFor(db: Read, organisations: readonly string[], now: Date): Promise<Waiting[]> {
  if (organisations.length === 0) return []
  const { rows } = await sql<Waiting>`
    select distinct on (y.id) c.id as consortium, y.id as partner, c.title, y.name, i.answer_by as by, i.sent_at as at
    from consortium_invitation i join consortium_partner y on y.id = i.partner_id
      join consortium c on c.id = y.consortium_id join organisation o on o.id = y.organisation_id
    where o.canonical_id = any(${[...organisations]}::uuid[]) and y.ended_at is null and y.state = 'invited'
      and i.answer is null and i.withdrawn_at is null and i.expires_at > ${now} and c.state = 'gathering'
    order by y.id, i.sent_at desc`.execute(db as Tx)
  return rows
}

/** All rows of the registry of the organisations that are in a consortium, and of its lead. */
export async function insideOrganisations(db: Read, consortium: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct same.id from organisation same join organisation o on o.canonical_id = same.canonical_id
    where o.id in (
      select y.organisation_id from consortium_partner y
      where y.consortium_id = ${consortium} and y.ended_at is null and y.state not in ('declined', 'left')
      union select c.lead_id from consortium c where c.id = ${consortium})`.execute(db as Tx)
  return rows.map(({ id }) => id)
}
