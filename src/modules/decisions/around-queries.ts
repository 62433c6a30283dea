import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Asking } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'

/** Names by which people are shown, of those who are still here. */
export async function namesOfPeople(db: Read, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .where('id', 'in', [...ids])
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map((r) => r.name)
}

/** Those of the applications that the actor has a right to as one who applied. */
export async function ownAmong(
  { db, actor }: Pick<Asking, 'db' | 'actor'>,
  heads: readonly { application: string }[],
): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person' || heads.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select application_id as id from application_right
    where person_id = ${actor.id} and ended_at is null and application_id = any(${heads.map((h) => h.application)}::uuid[])`.execute(
    db as Tx,
  )
  return new Set(rows.map((r) => r.id))
}

export type LetterRow = {
  id: string
  round: number
  kind: 'granted' | 'refused' | 'left-out'
  language: string
  subject: string
  body: string
  people: readonly string[]
  at: Date
}

export async function lettersOf(db: Read, decision: string): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select id, round, kind, language, subject, body, people, sent_at as at
    from decision_letter where decision_id = ${decision} order by sent_at, id`.execute(db as Tx)
  return rows
}

export type MeetingOfDecision = {
  id: string
  part: 'selection' | 'legal'
  number: number
  title: Names
  day: string
  state: string
  position: number
}

/** The meetings on whose agenda the decision is or was. */
export async function meetingsOf(db: Read, decision: string): Promise<MeetingOfDecision[]> {
  const { rows } = await sql<MeetingOfDecision>`
    select m.id, m.part, m.number, m.title, m.held_on::text as day, m.state, i.position
    from meeting_item i join meeting m on m.id = i.meeting_id where i.decision_id = ${decision}
    order by m.held_on, m.number`.execute(db as Tx)
  return rows
}

export type ProjectOf = { id: string; registry: string; code: string; title: string }

/** The project that a decision gave money to, where it still is. */
export async function projectOf(db: Read, decision: string): Promise<ProjectOf | undefined> {
  const { rows } = await sql<ProjectOf>`
    select p.id, p.registry, p.code, p.title from decision d join project p on p.id = d.project_id
    where d.id = ${decision}`.execute(db as Tx)
  return rows[0]
}
