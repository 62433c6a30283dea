import { sql } from 'kysely'
import type { Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { SelectionRole, SelectionState } from './rules.ts'
import type { SelectionSettings, WeightStatementSaid } from './settings.ts'

export type NewSelection = {
  id: string
  ecosystem: string
  call: string | null
  name: Names
  purpose: string
  day: Day
  clock: string | null
  place: string | null
  exercise: boolean
  exerciseNote: Names | null
  settings: SelectionSettings
  person: string | null
  at: Date
}

/** Under the next number of its ecosystem. */
export async function insertSelection(tx: Tx, s: NewSelection): Promise<number> {
  await sql`select id from ecosystem where id = ${s.ecosystem} for no key update`.execute(tx)
  const { rows } = await sql<{ number: number }>`
    insert into selection (id, ecosystem_id, number, call_id, name, purpose, held_on, held_at, place, state, exercise,
      exercise_note, settings, revision, reasons, created_by, created_at)
    values (${s.id}, ${s.ecosystem},
      (select coalesce(max(number), 0) + 1 from selection where ecosystem_id = ${s.ecosystem}), ${s.call},
      ${JSON.stringify(s.name)}::jsonb, ${s.purpose}, ${s.day}, ${s.clock}, ${s.place}, 'preparing', ${s.exercise},
      ${s.exerciseNote && JSON.stringify(s.exerciseNote)}::jsonb, ${JSON.stringify(s.settings)}::jsonb, 1, '',
      ${s.person}, ${s.at})
    returning number`.execute(tx)
  return rows[0]!.number
}

export type SelectionChange = Partial<{
  name: string
  purpose: string
  held_on: Day
  held_at: string | null
  place: string | null
  settings: string
  state: SelectionState
  chosen: string[]
  reasons: string
  record: string
  record_hash: string
  called_at: Date
  opened_at: Date
  closed_at: Date | null
}>

export const writeSelection = (tx: Tx, id: string, to: SelectionChange) =>
  tx.updateTable('selection').set(to).where('id', '=', id).execute()

export type NewCandidate = {
  id: string
  code: string
  title: Names
  project: string | null
  application: string | null
  costs: Readonly<Record<string, string>>
  lead: string | null
  city: string | null
  fund: string | null
  region: string | null
  actorKind: string | null
  organisations: readonly string[]
  values: readonly string[]
  starts: Day | null
  ends: Day | null
  note: string
  source: string
}

export async function insertCandidates(
  tx: Tx,
  selection: string,
  candidates: readonly NewCandidate[],
): Promise<void> {
  if (candidates.length === 0) return
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0) as last from selection_candidate where selection_id = ${selection}`.execute(
    tx,
  )
  const after = rows[0]!.last
  await tx
    .insertInto('selection_candidate')
    .values(
      candidates.map((c, i) => ({
        id: c.id,
        selection_id: selection,
        position: after + i + 1,
        code: c.code,
        title: JSON.stringify(c.title),
        project_id: c.project,
        application_id: c.application,
        costs: JSON.stringify(c.costs),
        lead: c.lead,
        city: c.city,
        fund: c.fund,
        region: c.region,
        actor_kind: c.actorKind,
        organisations: [...c.organisations],
        frame_values: [...c.values],
        starts: c.starts,
        ends: c.ends,
        note: c.note,
        source: c.source,
      })),
    )
    .execute()
}

export const updateCandidate = (
  tx: Tx,
  id: string,
  to: Partial<{
    code: string
    title: string
    costs: string
    lead: string | null
    city: string | null
    frame_values: string[]
    starts: Day | null
    ends: Day | null
    note: string
  }>,
) => tx.updateTable('selection_candidate').set(to).where('id', '=', id).execute()

export const removeCandidate = (tx: Tx, id: string) =>
  tx.deleteFrom('selection_candidate').where('id', '=', id).execute()

export type NewScore = {
  candidate: string
  criterion: string
  low: string
  high: string
  origin: 'consensus' | 'assessors' | 'entered' | 'exercise'
  person: string | null
  at: Date
}

export async function putScores(tx: Tx, scores: readonly NewScore[]): Promise<void> {
  if (scores.length === 0) return
  await tx
    .insertInto('selection_score')
    .values(
      scores.map((s) => ({
        candidate_id: s.candidate,
        criterion: s.criterion,
        low: s.low,
        high: s.high,
        origin: s.origin,
        person_id: s.person,
        at: s.at,
      })),
    )
    .onConflict((on) =>
      on.columns(['candidate_id', 'criterion']).doUpdateSet((eb) => ({
        low: eb.ref('excluded.low'),
        high: eb.ref('excluded.high'),
        origin: eb.ref('excluded.origin'),
        person_id: eb.ref('excluded.person_id'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute()
}

export const putMember = (tx: Tx, selection: string, person: string, role: SelectionRole) =>
  tx
    .insertInto('selection_member')
    .values({ selection_id: selection, person_id: person, role })
    .onConflict((on) => on.columns(['selection_id', 'person_id']).doUpdateSet({ role }))
    .execute()

export const removeMember = (tx: Tx, selection: string, person: string) =>
  tx
    .deleteFrom('selection_member')
    .where('selection_id', '=', selection)
    .where('person_id', '=', person)
    .execute()

export const writeAttendance = (
  tx: Tx,
  selection: string,
  person: string,
  to: { came_at?: Date; left_at: Date | null },
) =>
  tx
    .updateTable('selection_member')
    .set(to)
    .where('selection_id', '=', selection)
    .where('person_id', '=', person)
    .execute()

export type NewRecusal = {
  id: string
  candidate: string
  person: string
  found: 'computed' | 'declared'
  ground: number | null
  words: string
  at: Date
}

/** Who has stepped aside stays aside; what was found first stands. */
export async function putRecusals(tx: Tx, recusals: readonly NewRecusal[]): Promise<void> {
  if (recusals.length === 0) return
  await tx
    .insertInto('selection_recusal')
    .values(
      recusals.map(({ candidate, person, ...r }) => ({ ...r, candidate_id: candidate, person_id: person })),
    )
    .onConflict((on) => on.columns(['candidate_id', 'person_id']).doNothing())
    .execute()
}

export const insertStatement = (
  tx: Tx,
  s: {
    id: string
    selection: string
    person: string | null
    said: WeightStatementSaid
    reason: string
    by: string
    at: Date
  },
) =>
  tx
    .insertInto('selection_statement')
    .values({
      id: s.id,
      selection_id: s.selection,
      person_id: s.person,
      content: JSON.stringify(s.said),
      reason: s.reason,
      said_by: s.by,
      at: s.at,
    })
    .execute()

export const withdrawStatement = (tx: Tx, id: string, person: string, at: Date) =>
  tx
    .updateTable('selection_statement')
    .set({ withdrawn_by: person, withdrawn_at: at })
    .where('id', '=', id)
    .execute()

/** At most one force stands on a candidate: the new one takes the place of the old. */
export async function putForce(
  tx: Tx,
  f: { id: string; candidate: string; way: 'in' | 'out'; reason: string; person: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('selection_force')
    .set({ withdrawn_by: f.person, withdrawn_at: f.at })
    .where('candidate_id', '=', f.candidate)
    .where('withdrawn_at', 'is', null)
    .execute()
  const { id, way, reason, at } = f
  await tx
    .insertInto('selection_force')
    .values({ id, candidate_id: f.candidate, way, reason, person_id: f.person, at })
    .execute()
}

export const withdrawForce = (tx: Tx, id: string, person: string, at: Date) =>
  tx
    .updateTable('selection_force')
    .set({ withdrawn_by: person, withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()

export const insertNote = (
  tx: Tx,
  n: { id: string; candidate: string; person: string; body: string; at: Date },
) =>
  tx
    .insertInto('selection_note')
    .values({ id: n.id, candidate_id: n.candidate, person_id: n.person, body: n.body, at: n.at })
    .execute()

export const insertVote = (
  tx: Tx,
  v: {
    id: string
    selection: string
    question: string
    options: readonly object[]
    person: string
    at: Date
  },
) =>
  tx
    .insertInto('selection_vote')
    .values({
      id: v.id,
      selection_id: v.selection,
      question: v.question,
      options: JSON.stringify(v.options),
      person_id: v.person,
      opened_at: v.at,
    })
    .execute()

export const closeVote = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('selection_vote').set({ closed_at: at }).where('id', '=', id).execute()

export const putBallot = (tx: Tx, vote: string, person: string, option: string, at: Date) =>
  tx
    .insertInto('selection_ballot')
    .values({ vote_id: vote, person_id: person, option, at })
    .onConflict((on) => on.columns(['vote_id', 'person_id']).doUpdateSet({ option, at }))
    .execute()

export const insertSignature = (
  tx: Tx,
  g: { selection: string; person: string; role: string; hash: string; at: Date },
) =>
  tx
    .insertInto('selection_signature')
    .values({ selection_id: g.selection, person_id: g.person, role: g.role, hash: g.hash, at: g.at })
    .execute()
