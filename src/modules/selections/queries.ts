import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { nudge } from '../../kernel/nudges.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { RoomForce, RoomNote, RoomVote, SelectionHead } from './room.ts'
import { keepers, type SelectionRole } from './rules.ts'
import type { WeightStatementSaid } from './settings.ts'

/** A selection meeting with the instants of its states, as ISO texts. */
export type Head = SelectionHead & {
  createdAt: string
  calledAt: string | null
  openedAt: string | null
  closedAt: string | null
}

/** An instant as JSON writes it. */
export const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const columns = sql`
  s.id, s.number, s.name, s.purpose, s.held_on as day, s.held_at as clock, s.place, s.state, s.exercise,
  s.exercise_note as "exerciseNote", s.revision, s.settings, s.chosen, s.reasons, s.record_hash as "recordHash",
  ${instant('s.created_at')} as "createdAt", ${instant('s.called_at')} as "calledAt",
  ${instant('s.opened_at')} as "openedAt", ${instant('s.closed_at')} as "closedAt",
  jsonb_build_object('id', e.id, 'key', e.key, 'name', e.name) as ecosystem,
  case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.title) end as call`
const tables = sql`
  selection s join ecosystem e on e.id = s.ecosystem_id left join call c on c.id = s.call_id`

export async function headById(db: Read, id: string): Promise<Head | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Head>`select ${columns} from ${tables} where s.id = ${id}`.execute(db as Tx)
  return rows[0]
}

/** The head in hand: whoever changes the meeting waits here for its turn. */
export async function lockHead(tx: Tx, id: string): Promise<Head | undefined> {
  if (!isId(id)) return undefined
  await sql`select id from selection where id = ${id} for update`.execute(tx)
  return headById(tx, id)
}

export async function ecosystemOf(db: Read, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('selection').where('id', '=', id).select('ecosystem_id').executeTakeFirst()
  return row?.ecosystem_id
}

const parents = {
  candidate: sql`select selection_id as id from selection_candidate where id = `,
  statement: sql`select selection_id as id from selection_statement where id = `,
  vote: sql`select selection_id as id from selection_vote where id = `,
  force: sql`select c.selection_id as id from selection_force f join selection_candidate c on c.id = f.candidate_id
    where f.id = `,
}
export type PartKind = keyof typeof parents

/** The meeting that a candidate, a statement, a vote or a force belongs to. */
export async function selectionOfPart(db: Read, kind: PartKind, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<{ id: string }>`${parents[kind]} ${id}`.execute(db as Tx)
  return rows[0]?.id
}

export type ListedSelection = Pick<
  Head,
  'id' | 'number' | 'name' | 'ecosystem' | 'day' | 'clock' | 'place' | 'state' | 'exercise'
> & { candidates: number; chosenCount: number | null; createdAt: string }

/** The meetings that somebody prepares, and those that they are called to; the newest first. */
export async function selectionsFor(db: Read, actor: Actor): Promise<ListedSelection[]> {
  const offices =
    actor.kind === 'person'
      ? actor.offices.filter((o) => (keepers as readonly string[]).includes(o.office))
      : []
  const everywhere = actor.kind === 'system' || offices.some((o) => o.ecosystem === null)
  const kept = offices.flatMap((o) => o.ecosystem ?? [])
  const self = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<ListedSelection>`
    select s.id, s.number, s.name, s.held_on as day, s.held_at as clock, s.place, s.state, s.exercise,
      jsonb_build_object('id', e.id, 'key', e.key, 'name', e.name) as ecosystem,
      (select count(*)::int from selection_candidate c where c.selection_id = s.id) as candidates,
      cardinality(s.chosen) as "chosenCount", ${instant('s.created_at')} as "createdAt"
    from selection s join ecosystem e on e.id = s.ecosystem_id
      left join selection_member m on m.selection_id = s.id and m.person_id = ${self}::uuid
    where ${everywhere} or s.ecosystem_id = any(${kept}::uuid[]) or (m.person_id is not null and s.state <> 'preparing')
    order by s.held_on desc, s.number desc limit 200`.execute(db as Tx)
  return rows
}

/** Meetings that wait for somebody who sits in them: called, open, or closed and not signed by who was there. */
export async function waitingOf(
  db: Read,
  person: string,
): Promise<(Pick<Head, 'id' | 'name' | 'day' | 'state'> & { role: SelectionRole })[]> {
  const { rows } = await sql<Pick<Head, 'id' | 'name' | 'day' | 'state'> & { role: SelectionRole }>`
    select s.id, s.name, s.held_on as day, s.state, m.role
    from selection s join selection_member m on m.selection_id = s.id and m.person_id = ${person}
    where s.state in ('called', 'open') or (s.state = 'closed' and m.role <> 'expert' and m.came_at is not null
      and not exists (select from selection_signature g where g.selection_id = s.id and g.person_id = ${person}))
    order by s.held_on limit 20`.execute(db as Tx)
  return rows
}

export type CandidateRow = {
  id: string
  code: string
  title: Names
  project: string | null
  application: string | null
  path: string | null
  costs: Record<string, string>
  scores: Record<string, { low: string; high: string; origin: string }>
  lead: string | null
  city: string | null
  fund: string | null
  region: string | null
  actorKind: string | null
  organisations: string[]
  values: string[]
  starts: Day | null
  ends: Day | null
  note: string
  source: string
}

/** A numeric as people write it: 4.000 is "4". */
const plain = (column: string) => sql`trim_scale(${sql.ref(column)})::text`

export async function candidatesOf(db: Read, selection: string): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select c.id, c.code, c.title, c.project_id as project, c.application_id as application, c.costs,
      case when p.share = 'public' then case when p.registry = 'eura' then '/projects/' || p.code
        else '/projects/' || p.registry || '/' || p.code end
        when c.application_id is not null then '/applications/' || c.application_id end as path,
      coalesce((select jsonb_object_agg(s.criterion, jsonb_build_object('low', ${plain('s.low')},
        'high', ${plain('s.high')}, 'origin', s.origin)) from selection_score s where s.candidate_id = c.id), '{}')
        as scores,
      c.lead, c.city, c.fund, c.region, c.actor_kind as "actorKind", c.organisations, c.frame_values as values,
      c.starts, c.ends, c.note, c.source
    from selection_candidate c left join project p on p.id = c.project_id
    where c.selection_id = ${selection} order by c.position, c.code`.execute(db as Tx)
  return rows
}

/** Ids of the candidates with these codes. */
export const idsOf = async (db: Read, selection: string, codes: readonly string[]): Promise<string[]> =>
  (await candidatesOf(db, selection)).filter((c) => codes.includes(c.code)).map((c) => c.id)

export type MemberRow = {
  person: string
  name: string
  role: SelectionRole
  came: string | null
  left: string | null
}

export async function membersOf(db: Read, selection: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.person_id as person, p.name, m.role, ${instant('m.came_at')} as came, ${instant('m.left_at')} as left
    from selection_member m join person p on p.id = m.person_id where m.selection_id = ${selection}
    order by array_position(array['chair', 'member', 'deputy', 'secretary', 'expert'], m.role), p.name`.execute(
    db as Tx,
  )
  return rows
}

export type RecusalRow = {
  candidate: string
  person: string
  name: string
  found: 'computed' | 'declared'
  ground: number | null
  words: string
  at: string
}

export async function recusalsIn(db: Read, selection: string): Promise<RecusalRow[]> {
  const { rows } = await sql<RecusalRow>`
    select r.candidate_id as candidate, r.person_id as person, p.name, r.found, r.ground, r.words, ${instant('r.at')} as at
    from selection_recusal r join selection_candidate c on c.id = r.candidate_id join person p on p.id = r.person_id
    where c.selection_id = ${selection} order by c.position, c.code, p.name`.execute(db as Tx)
  return rows
}

/** Candidates of the meeting from which somebody steps aside. */
export async function asideOf(db: Read, selection: string, person: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select r.candidate_id as id from selection_recusal r join selection_candidate c on c.id = r.candidate_id
    where c.selection_id = ${selection} and r.person_id = ${person}`.execute(db as Tx)
  return new Set(rows.map((r) => r.id))
}

export type StatementRow = {
  id: string
  /** Null: the meeting's own. */
  person: string | null
  said: WeightStatementSaid
  reason: string
  by: string
  at: string
}

/** What holds now; what was withdrawn stands in the course of the meeting. */
export async function statementsOf(db: Read, selection: string): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select s.id, s.person_id as person, s.content as said, s.reason, p.name as by, ${instant('s.at')} as at
    from selection_statement s join person p on p.id = s.said_by
    where s.selection_id = ${selection} and s.withdrawn_at is null order by s.at, s.id`.execute(db as Tx)
  return rows
}

export async function forcesOf(db: Read, selection: string): Promise<(RoomForce & { reason: string })[]> {
  const { rows } = await sql<RoomForce & { reason: string }>`
    select f.id, f.candidate_id as candidate, f.way, f.reason, p.name as by, ${instant('f.at')} as at
    from selection_force f join selection_candidate c on c.id = f.candidate_id join person p on p.id = f.person_id
    where c.selection_id = ${selection} and f.withdrawn_at is null order by f.at, f.id`.execute(db as Tx)
  return rows
}

export async function notesOf(db: Read, selection: string): Promise<RoomNote[]> {
  const { rows } = await sql<RoomNote>`
    select n.id, n.candidate_id as candidate, p.name, n.body, ${instant('n.at')} as at
    from selection_note n join selection_candidate c on c.id = n.candidate_id join person p on p.id = n.person_id
    where c.selection_id = ${selection} order by n.at, n.id`.execute(db as Tx)
  return rows
}

export type VoteRow = Omit<RoomVote, 'ballots' | 'mine' | 'barred'> & {
  ballots: { person: string; name: string; option: string }[]
}

export async function votesOf(db: Read, selection: string): Promise<VoteRow[]> {
  const { rows } = await sql<VoteRow>`
    select v.id, v.question, v.options, ${instant('v.opened_at')} as opened, ${instant('v.closed_at')} as closed,
      coalesce((select jsonb_agg(jsonb_build_object('person', b.person_id, 'name', p.name, 'option', b.option)
        order by p.name) from selection_ballot b join person p on p.id = b.person_id where b.vote_id = v.id), '[]')
        as ballots
    from selection_vote v where v.selection_id = ${selection} order by v.opened_at, v.id`.execute(db as Tx)
  return rows
}

export type SignatureRow = { person: string; name: string; role: string; hash: string; at: string }

export async function signaturesOf(db: Read, selection: string): Promise<SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`
    select g.person_id as person, p.name, g.role, g.hash, ${instant('g.at')} as at
    from selection_signature g join person p on p.id = g.person_id
    where g.selection_id = ${selection} order by g.at, p.name`.execute(db as Tx)
  return rows
}

export type EventRow = { event: string; content: Record<string, unknown>; person: string | null; at: string }

/** The course of the meeting in its order. */
export async function eventsOf(db: Read, selection: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select v.event, v.content, p.name as person, ${instant('v.at')} as at
    from selection_event v left join person p on p.id = v.person_id
    where v.selection_id = ${selection} order by v.id`.execute(db as Tx)
  return rows
}

/** The record of a meeting that is closed, as it was hashed. */
export async function recordOf(db: Read, selection: string): Promise<unknown> {
  if (!isId(selection)) return undefined
  const row = await db.selectFrom('selection').where('id', '=', selection).select('record').executeTakeFirst()
  return row?.record ?? undefined
}

/** What is nudged when a meeting has moved on. */
export const selectionNudge = (selection: string): string => `selection:${selection}`

/** Moves the meeting on: its revision, its course, and a nudge to every open window of it. */
export async function moveOn(
  tx: Tx,
  selection: string,
  did: { id: string; event: string; content: object; person: string | null; at: Date },
): Promise<void> {
  await sql`update selection set revision = revision + 1 where id = ${selection}`.execute(tx)
  await tx
    .insertInto('selection_event')
    .values({
      id: did.id,
      selection_id: selection,
      event: did.event,
      content: JSON.stringify(did.content),
      person_id: did.person,
      at: did.at,
    })
    .execute()
  await nudge(tx, selectionNudge(selection), did.event)
}
