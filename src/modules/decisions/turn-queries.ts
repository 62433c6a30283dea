import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { matches } from '../../kernel/search.ts'
import type { Names } from '../../kernel/text.ts'
import type { MeetingPart, MeetingState } from './meeting-rules.ts'
import type { DecisionState } from './rules.ts'

export type WaitingMatter = {
  application: string
  state: DecisionState
  ecosystem: string
  call: string
  callTitle: Names
}

/** Matters that wait for somebody: proposed, selected or decided ones, and settled ones that nobody has proposed. */
export async function waitingMatters(db: Read): Promise<WaitingMatter[]> {
  const { rows } = await sql<WaitingMatter>`
    select a.id as application, coalesce(d.state, 'preparing') as state, a.ecosystem_id as ecosystem, c.code as call,
      c.title as "callTitle"
    from application a join call c on c.id = a.call_id left join decision d on d.application_id = a.id
    where c.state <> 'archived' and a.state = 'submitted' and (d.state in ('with-city', 'with-council', 'decided')
      or (coalesce(d.state, 'preparing') = 'preparing' and exists (
        select from assessment s where s.application_id = a.id and s.state in ('settled', 'failed'))))
    order by c.code, a.number limit 5000`.execute(db as Tx)
  return rows
}

export type ComingMeeting = {
  id: string
  part: MeetingPart
  number: number
  day: string
  state: MeetingState
  chair: string | null
}

/** Meetings that somebody is called to, sits in, or has yet to approve the minutes of. */
export async function meetingsAhead(db: Read, person: string): Promise<ComingMeeting[]> {
  const { rows } = await sql<ComingMeeting>`
    select m.id, m.part, m.number, m.held_on::text as day, m.state, m.chair_id as chair from meeting m
    where m.state in ('called', 'open', 'held')
      and exists (select from meeting_attendee a where a.meeting_id = m.id and a.person_id = ${person})
    order by m.held_on, m.number limit 20`.execute(db as Tx)
  return rows
}

/** The database's own time, where none is given: of a subject that is looked up. */
export async function clockOf(db: Read): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select transaction_timestamp() as now`.execute(db as Tx)
  return rows[0]!.now
}

/** Decided applications by their words, the newest first: whether somebody sees one is asked after. */
export async function applicationsNamed(db: Read, tsquery: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from decision d join application a on a.id = d.application_id
    where ${matches(sql.ref('a.lexemes'), tsquery)} order by d.updated_at desc limit 200`.execute(db as Tx)
  return rows.map((r) => r.id)
}
