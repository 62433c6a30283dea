import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

/** What somebody does until a day. */
export type Task = {
  id: string
  consortium: string
  meeting: string | null
  partner: string | null
  /** Name of the partner that does it; null where those who gather do. */
  who: string | null
  what: string
  due: Day | null
  at: Date
  doneAt: Date | null
  doneBy: string | null
}

/** Minutes of a meeting. One that was corrected names what took its place. */
export type Meeting = {
  id: string
  consortium: string
  heldOn: Day
  present: string
  minutes: string
  by: string | null
  at: Date
}

const tasks = (where: RawBuilder<unknown>) => sql<Task>`
  select t.id, t.consortium_id as consortium, t.meeting_id as meeting, t.partner_id as partner, y.name as who, t.what,
    t.due, t.at, t.done_at as "doneAt", t.done_by as "doneBy"
  from consortium_task t left join consortium_partner y on y.id = t.partner_id
  where t.dropped_at is null and ${where} order by t.done_at is not null, t.due nulls last, t.at, t.id`

export const tasksOf = async (db: Read, consortium: string): Promise<Task[]> =>
  (await tasks(sql`t.consortium_id = ${consortium}`).execute(db as Tx)).rows

export const taskById = async (db: Read, id: string): Promise<Task | undefined> =>
  isId(id) ? (await tasks(sql`t.id = ${id}`).execute(db as Tx)).rows[0] : undefined

export const insertTask = (
  tx: Tx,
  t: Pick<Task, 'id' | 'consortium' | 'meeting' | 'partner' | 'what' | 'due' | 'at'> & {
    person: string | null
  },
): Promise<unknown> =>
  sql`insert into consortium_task (id, consortium_id, meeting_id, partner_id, what, due, person_id, at)
    values (${t.id}, ${t.consortium}, ${t.meeting}, ${t.partner}, ${t.what}, ${t.due}, ${t.person}, ${t.at})`.execute(
    tx,
  )

export const setTaskDone = (tx: Tx, id: string, done: { at: Date; by: string } | null): Promise<unknown> =>
  sql`update consortium_task set done_at = ${done?.at ?? null}, done_by = ${done?.by ?? null} where id = ${id}`.execute(
    tx,
  )

export const dropTask = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  sql`update consortium_task set dropped_at = ${at} where id = ${id}`.execute(tx)

const meetings = (where: RawBuilder<unknown>) => sql<Meeting>`
  select m.id, m.consortium_id as consortium, m.held_on as "heldOn", m.present, m.minutes, p.name as by, m.at
  from consortium_meeting m left join person p on p.id = m.person_id
  where m.replaced_by is null and ${where} order by m.held_on desc, m.at desc, m.id`

export const meetingsOf = async (db: Read, consortium: string): Promise<Meeting[]> =>
  (await meetings(sql`m.consortium_id = ${consortium}`).execute(db as Tx)).rows

export const insertMeeting = (
  tx: Tx,
  m: Pick<Meeting, 'id' | 'consortium' | 'heldOn' | 'present' | 'minutes' | 'at'> & { person: string | null },
): Promise<unknown> =>
  sql`insert into consortium_meeting (id, consortium_id, held_on, present, minutes, person_id, at)
    values (${m.id}, ${m.consortium}, ${m.heldOn}, ${m.present}, ${m.minutes}, ${m.person}, ${m.at})`.execute(
    tx,
  )

/** Minutes that were corrected: the older give way, and their tasks belong to the newer. */
export async function replaceMeeting(tx: Tx, older: string, newer: string): Promise<void> {
  await sql`update consortium_meeting set replaced_by = ${newer} where id = ${older}`.execute(tx)
  await sql`update consortium_task set meeting_id = ${newer} where meeting_id = ${older}`.execute(tx)
}

export type OwnTask = Task & { title: string }

/** Open tasks of consortia: those of organisations, and those that who gathers has. */
export async function openTasks(
  db: Read,
  {
    organisations,
    ecosystems,
    person,
  }: { organisations: readonly string[]; ecosystems: readonly string[]; person: string },
): Promise<OwnTask[]> {
  const { rows } = await sql<OwnTask>`
    select t.id, t.consortium_id as consortium, t.meeting_id as meeting, t.partner_id as partner, y.name as who, t.what,
      t.due, t.at, t.done_at as "doneAt", t.done_by as "doneBy", c.title
    from consortium_task t join consortium c on c.id = t.consortium_id
      left join consortium_partner y on y.id = t.partner_id left join organisation o on o.id = y.organisation_id
      left join organisation l on l.id = c.lead_id
    where t.dropped_at is null and t.done_at is null and c.state <> 'ended' and (
      o.canonical_id = any(${[...organisations]}::uuid[])
      or (t.partner_id is null and (c.person_id = ${person} or l.canonical_id = any(${[...organisations]}::uuid[])
        or c.ecosystem_id = any(${[...ecosystems]}::uuid[]))))
    order by t.due nulls last, t.at, t.id limit 50`.execute(db as Tx)
  return rows
}

export type TaskDay = OwnTask & { ecosystem: { id: string; key: string; name: Names } }

/** Tasks of consortia with a day between two. */
export async function tasksBetween(
  db: Read,
  { from, to, ecosystem }: { from: Day; to: Day; ecosystem?: string | undefined },
): Promise<TaskDay[]> {
  const { rows } = await sql<TaskDay>`
    select t.id, t.consortium_id as consortium, t.meeting_id as meeting, t.partner_id as partner, y.name as who, t.what,
      t.due, t.at, t.done_at as "doneAt", t.done_by as "doneBy", c.title,
      jsonb_build_object('id', e.id, 'key', e.key, 'name', coalesce(e.short_name, e.name)) as ecosystem
    from consortium_task t join consortium c on c.id = t.consortium_id join ecosystem e on e.id = c.ecosystem_id
      left join consortium_partner y on y.id = t.partner_id
    where t.dropped_at is null and t.due between ${from}::date and ${to}::date and c.state <> 'ended'
      and (${ecosystem ?? null}::uuid is null or e.id = ${ecosystem ?? null}::uuid)
    order by t.due, t.id limit 500`.execute(db as Tx)
  return rows
}
