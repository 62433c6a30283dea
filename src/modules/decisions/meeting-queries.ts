import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'
import type { AttendeeRole, MeetingEvent, MeetingPart, MeetingState } from './meeting-rules.ts'

export type Attendee = {
  person: string
  name: string
  role: AttendeeRole
  came: string | null
  left: string | null
}
export type Item = {
  id: string
  position: number
  decision: string | null
  application: string | null
  number: string | null
  name: string | null
  title: Names | null
  notes: string
  taken: string | null
  /** Left for another meeting: when, and which where it is known. */
  moved: string | null
  movedTo: { id: string; number: number; day: string } | null
}
export type MeetingRecusal = {
  item: string
  person: string
  name: string
  ground: number | null
  words: string
  deputy: string | null
  deputyName: string | null
}
export type Meeting = {
  id: string
  ecosystem: string
  ecosystemName: Names
  part: MeetingPart
  number: number
  title: Names
  day: string
  clock: string | null
  place: string | null
  state: MeetingState
  /** How many deciders it needs, as fixed when it was called; null: more than half of its members. */
  quorum: number | null
  quorumGround: string | null
  chair: string | null
  chairName: string | null
  secretary: string | null
  secretaryName: string | null
  opened: Date | null
  closed: Date | null
  approved: Date | null
  approvedBy: string | null
  attendees: Attendee[]
  items: Item[]
  recusals: MeetingRecusal[]
}

const columns = sql`
  m.id, m.ecosystem_id as ecosystem, e.name as "ecosystemName", m.part, m.number, m.title, m.held_on::text as day,
  m.held_at as clock, m.place, m.state, coalesce(m.quorum, o.quorum) as quorum,
  coalesce(m.quorum_ground, o.ground) as "quorumGround", m.chair_id as chair, chair.name as "chairName", m.secretary_id as secretary,
  secretary.name as "secretaryName", m.opened_at as opened, m.closed_at as closed, m.approved_at as approved,
  approver.name as "approvedBy",
  coalesce((select jsonb_agg(jsonb_build_object('person', a.person_id, 'name', p.name, 'role', a.role,
      'came', a.came_at, 'left', a.left_at) order by a.role = 'member' desc, p.name)
    from meeting_attendee a join person p on p.id = a.person_id where a.meeting_id = m.id), '[]') as attendees,
  coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'position', i.position, 'decision', i.decision_id,
      'application', x.id, 'number', c.code || '/' || x.number, 'name', x.title, 'title', i.title, 'notes', i.notes,
      'taken', i.taken_at, 'moved', i.moved_at, 'movedTo', case when n.id is not null then
        jsonb_build_object('id', n.id, 'number', n.number, 'day', n.held_on) end) order by i.position)
    from meeting_item i left join meeting n on n.id = i.moved_to left join decision d on d.id = i.decision_id left join application x on x.id = d.application_id
      left join call c on c.id = x.call_id where i.meeting_id = m.id), '[]') as items,
  coalesce((select jsonb_agg(jsonb_build_object('item', r.item_id, 'person', r.person_id, 'name', p.name,
      'ground', r.ground, 'words', r.words, 'deputy', r.deputy_id, 'deputyName', d.name) order by p.name)
    from meeting_recusal r join person p on p.id = r.person_id left join person d on d.id = r.deputy_id
    where r.meeting_id = m.id), '[]') as recusals`
const tables = sql`
  meeting m join ecosystem e on e.id = m.ecosystem_id
  left join meeting_organ o on o.ecosystem_id = m.ecosystem_id and o.part = m.part and m.state = 'planned'
  left join person chair on chair.id = m.chair_id
  left join person secretary on secretary.id = m.secretary_id left join person approver on approver.id = m.approved_by`

export async function meetingById(db: Read, id: string): Promise<Meeting | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Meeting>`select ${columns} from ${tables} where m.id = ${id}`.execute(db as Tx)
  return rows[0]
}

export async function lockMeeting(tx: Tx, id: string): Promise<Meeting | undefined> {
  if (!isId(id)) return undefined
  await sql`select id from meeting where id = ${id} for update`.execute(tx)
  return meetingById(tx, id)
}

export async function meetingPlace(db: Read, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('meeting').where('id', '=', id).select('ecosystem_id').executeTakeFirst()
  return row?.ecosystem_id
}

/** The meetings of the ecosystems where somebody holds an office, and those that they are called to; newest first. */
export async function meetingsFor(db: Read, actor: Actor): Promise<Meeting[]> {
  const offices = actor.kind === 'person' ? actor.offices : []
  const everywhere = actor.kind === 'system' || offices.some((o) => o.ecosystem === null)
  const places = offices.flatMap((o) => o.ecosystem ?? [])
  const self = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<Meeting>`
    select ${columns} from ${tables}
    where ${everywhere} or m.ecosystem_id = any(${places}::uuid[])
      or exists (select from meeting_attendee a where a.meeting_id = m.id and a.person_id = ${self}::uuid)
    order by m.held_on desc, m.number desc limit 200`.execute(db as Tx)
  return rows
}

export type NewMeeting = {
  id: string
  ecosystem: string
  part: MeetingPart
  title: Names
  day: string
  clock: string | null
  place: string | null
  chair: string
  secretary: string | null
  language: string
  person: string
  at: Date
}

/** Under the next number of its year's meetings of its kind in the ecosystem. */
export async function insertMeeting(tx: Tx, m: NewMeeting): Promise<number> {
  await sql`select id from ecosystem where id = ${m.ecosystem} for no key update`.execute(tx)
  const { rows } = await sql<{ number: number }>`
    insert into meeting (id, ecosystem_id, part, number, title, held_on, held_at, place, state, chair_id, secretary_id,
      language, person_id, created_at)
    values (${m.id}, ${m.ecosystem}, ${m.part},
      (select coalesce(max(number), 0) + 1 from meeting where ecosystem_id = ${m.ecosystem} and part = ${m.part}),
      ${JSON.stringify(m.title)}::jsonb, ${m.day}, ${m.clock}, ${m.place}, 'planned', ${m.chair}, ${m.secretary},
      ${m.language}, ${m.person}, ${m.at})
    returning number`.execute(tx)
  return rows[0]!.number
}

export const insertItem = (
  tx: Tx,
  meeting: string,
  i: { id: string; position: number; decision: string | null; title: Names | null },
) =>
  tx
    .insertInto('meeting_item')
    .values({
      id: i.id,
      meeting_id: meeting,
      position: i.position,
      decision_id: i.decision,
      title: i.title && JSON.stringify(i.title),
      notes: '',
    })
    .execute()

export async function writeItem(tx: Tx, id: string, to: { notes?: string; taken_at?: Date }): Promise<void> {
  if (Object.keys(to).length === 0) return
  await tx.updateTable('meeting_item').set(to).where('id', '=', id).execute()
}

export const writeMeeting = (
  tx: Tx,
  id: string,
  to: Partial<{
    state: MeetingState
    called_at: Date
    opened_at: Date
    closed_at: Date
    approved_at: Date
    approved_by: string
    quorum: number | null
    quorum_ground: string
  }>,
) => tx.updateTable('meeting').set(to).where('id', '=', id).execute()

export const insertMeetingEvent = (
  tx: Tx,
  meeting: string,
  e: {
    id: string
    event: MeetingEvent
    from: MeetingState
    to: MeetingState
    person: string
    by: string
    at: Date
  },
) =>
  tx
    .insertInto('meeting_event')
    .values({
      id: e.id,
      meeting_id: meeting,
      event: e.event,
      from_state: e.from,
      to_state: e.to,
      person_id: e.person,
      by_whom: e.by,
      at: e.at,
    })
    .execute()

export const putAttendee = (
  tx: Tx,
  meeting: string,
  a: { person: string; role: AttendeeRole; came?: Date | null; left?: Date | null },
) =>
  tx
    .insertInto('meeting_attendee')
    .values({
      meeting_id: meeting,
      person_id: a.person,
      role: a.role,
      came_at: a.came ?? null,
      left_at: a.left ?? null,
    })
    .onConflict((c) =>
      c.columns(['meeting_id', 'person_id']).doUpdateSet((eb) => ({
        // The role that one was called in stays.
        role: eb.ref('meeting_attendee.role'),
        ...(a.came !== undefined && { came_at: a.came }),
        ...(a.left !== undefined && { left_at: a.left }),
      })),
    )
    .execute()

export const putRecusal = (
  tx: Tx,
  r: {
    id: string
    meeting: string
    item: string
    person: string
    ground: number | null
    words: string
    deputy: string | null
    at: Date
  },
) =>
  tx
    .insertInto('meeting_recusal')
    .values({
      id: r.id,
      meeting_id: r.meeting,
      item_id: r.item,
      person_id: r.person,
      ground: r.ground,
      words: r.words,
      deputy_id: r.deputy,
      at: r.at,
    })
    .onConflict((c) =>
      c
        .columns(['item_id', 'person_id'])
        .doUpdateSet({ ground: r.ground, words: r.words, deputy_id: r.deputy }),
    )
    .execute()

export type Signing = {
  meeting: string
  decision: string
  outcome: 'yes' | 'no'
  grounds: string
  conditions: string
  grant: string | null
  cost: string | null
  by: string
  hash: string
}

/** What was decided in a meeting, whether it still counts or not: the minutes tell what happened. */
export async function signedIn(db: Read, meeting: string): Promise<Signing[]> {
  const { rows } = await sql<Signing>`
    select meeting_id as meeting, decision_id as decision, outcome, grounds, conditions, grant_amount::text as "grant",
      cost::text as cost, by_whom as by, hash
    from decision_part where meeting_id = ${meeting} order by at`.execute(db as Tx)
  return rows
}

export type Waiting = { decision: string; application: string; number: string; title: string }

/** Decisions that wait for such a meeting and are on the agenda of none that is still to come. */
export async function waitingFor(db: Read, ecosystem: string, part: MeetingPart): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select d.id as decision, a.id as application, c.code || '/' || a.number as number, a.title
    from decision d join application a on a.id = d.application_id join call c on c.id = d.call_id
    where d.ecosystem_id = ${ecosystem} and d.state = ${part === 'selection' ? 'with-city' : 'with-council'}
      and not exists (select from meeting_item i join meeting m on m.id = i.meeting_id
        where i.decision_id = d.id and i.moved_at is null and m.part = ${part} and m.state in ('planned', 'called', 'open'))
    order by c.code, a.number`.execute(db as Tx)
  return rows
}

export type Coming = { id: string; number: number; day: string; part: MeetingPart }

/** Meetings of the organ that have not begun, the next first. */
export async function comingMeetings(db: Read, ecosystem: string, part: MeetingPart): Promise<Coming[]> {
  const { rows } = await sql<Coming>`
    select id, number, held_on::text as day, part from meeting
    where ecosystem_id = ${ecosystem} and part = ${part} and state in ('planned', 'called')
    order by held_on, number limit 20`.execute(db as Tx)
  return rows
}
