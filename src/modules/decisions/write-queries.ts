import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Half } from './head.ts'
import type { DecisionEvent, DecisionState } from './rules.ts'
import type { Signed } from './signature.ts'
import type { Terms } from './terms.ts'

export const insertDecision = (
  tx: Tx,
  d: { id: string; application: string; call: string; ecosystem: string; at: Date },
) =>
  tx
    .insertInto('decision')
    .values({
      id: d.id,
      application_id: d.application,
      call_id: d.call,
      ecosystem_id: d.ecosystem,
      state: 'preparing',
      round: 1,
      updated_at: d.at,
    })
    .execute()

export const updateDecision = (
  tx: Tx,
  id: string,
  now: Date,
  to: Partial<{
    state: DecisionState
    proposal: Terms
    proposed_by: string
    proposed_at: Date
    round: number
    project_id: string | null
    published_at: Date | null
    personal: boolean
  }>,
) => {
  const { proposal, ...rest } = to
  return tx
    .updateTable('decision')
    .set({ ...rest, ...(proposal && { proposal: JSON.stringify(proposal) }), updated_at: now })
    .where('id', '=', id)
    .execute()
}

export type EventRow = {
  id: string
  event: DecisionEvent
  from: DecisionState
  to: DecisionState
  round: number
  reason: string | null
  hash: string | null
  person: string | null
  by: string
  at: Date
}

export const insertEvent = (tx: Tx, decision: string, e: EventRow) =>
  tx
    .insertInto('decision_event')
    .values({
      id: e.id,
      decision_id: decision,
      event: e.event,
      from_state: e.from,
      to_state: e.to,
      round: e.round,
      reason: e.reason,
      hash: e.hash,
      person_id: e.person,
      by_whom: e.by,
      at: e.at,
    })
    .execute()

export const insertPart = (
  tx: Tx,
  decision: string,
  p: { id: string; content: Signed; hash: string; meeting: string | null; at: Date },
) => {
  const { content } = p
  return tx
    .insertInto('decision_part')
    .values({
      id: p.id,
      decision_id: decision,
      round: content.round,
      part: content.part,
      outcome: content.outcome,
      grounds: content.grounds,
      conditions: content.conditions,
      grant_amount: content.grant,
      cost: content.cost,
      language: content.language,
      meeting_id: p.meeting,
      person_id: content.signed.person,
      by_whom: content.signed.name,
      office: content.signed.office,
      at: p.at,
      content: JSON.stringify(content),
      hash: p.hash,
    })
    .execute()
}

/** What was signed stays in the trail and counts no more. */
export const voidParts = (tx: Tx, decision: string, parts: readonly Half['part'][], now: Date) =>
  tx
    .updateTable('decision_part')
    .set({ void_at: now })
    .where('decision_id', '=', decision)
    .where('part', 'in', [...parts])
    .where('void_at', 'is', null)
    .execute()

/** Everything that happened to a decision, oldest first. */
export async function trailOf(db: Read, decision: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select id, event, from_state as "from", to_state as "to", round, reason, hash, person_id as person, by_whom as by, at
    from decision_event where decision_id = ${decision} order by at, id`.execute(db as Tx)
  return rows
}

/** Every half that was ever signed, valid or not. */
export async function signedParts(db: Read, decision: string): Promise<Half[]> {
  const { rows } = await sql<Half>`
    select id, part, round, outcome, grounds, conditions, grant_amount::text as "grant", cost::text as cost,
      person_id as person, by_whom as by, office, at, content, hash, meeting_id as meeting, void_at as "voidAt"
    from decision_part where decision_id = ${decision} order by at, id`.execute(db as Tx)
  return rows
}

/** Applications that are one group project; null: each alone. */
export const setGroup = (tx: Tx, applications: readonly string[], group: string | null) =>
  tx.updateTable('application').set({ group_id: group }).where('id', 'in', applications).execute()
