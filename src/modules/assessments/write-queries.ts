import { sql } from 'kysely'
import type { Sheet } from '../../engine/assessment/index.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { Day } from '../../kernel/time.ts'
import type { AssessmentState, SheetState } from './rules.ts'

type By = { person: string | null; name: string }

/** Begins the assessment of every sent application of the calls in assessment that has none: late ones when taken. */
export async function takeIn(tx: Tx, now: Date): Promise<{ application: string; ecosystem: string }[]> {
  const { rows } = await sql<{ application: string; ecosystem: string }>`
    insert into assessment (application_id, call_id, ecosystem_id, state, version, updated_at)
    select p.id, p.call_id, p.ecosystem_id, 'waiting', p.version, ${now}
    from application p join call c on c.id = p.call_id
    where c.state = 'in-assessment' and p.step = 'full' and p.state in ('submitted', 'reopened')
      and p.version is not null and (not p.late or p.late_accepted)
      and not exists (select from assessment a where a.application_id = p.id)
    order by p.number
    on conflict do nothing
    returning application_id as application, ecosystem_id as ecosystem`.execute(tx)
  return rows
}

/** What is judged becomes the newest version that was sent, until the assessment is settled. */
export async function followVersions(
  tx: Tx,
  now: Date,
): Promise<{ application: string; before: number; after: number }[]> {
  const { rows } = await sql<{ application: string; before: number; after: number }>`
    with old as (
      select a.application_id, a.version from assessment a join application p on p.id = a.application_id
      where p.version > a.version and a.state <> 'settled' for update of a
    )
    update assessment a set version = p.version, updated_at = ${now}
    from old join application p on p.id = old.application_id
    where a.application_id = old.application_id
    returning a.application_id as application, old.version as before, a.version as after`.execute(tx)
  return rows
}

export const setState = (tx: Tx, application: string, state: AssessmentState, now: Date) =>
  tx
    .updateTable('assessment')
    .set({ state, updated_at: now })
    .where('application_id', '=', application)
    .execute()

export const insertEvent = (
  tx: Tx,
  e: {
    application: string
    event: string
    from: string
    to: string
    reason: string | null
    by: By
    at: Date
  },
) =>
  tx
    .insertInto('assessment_event')
    .values({
      id: newId(e.at.getTime()),
      application_id: e.application,
      event: e.event,
      from_state: e.from,
      to_state: e.to,
      reason: e.reason,
      person_id: e.by.person,
      by_whom: e.by.name,
      at: e.at,
    })
    .execute()

/** A new finding takes the place of the old one, which stays. */
export async function insertFinding(
  tx: Tx,
  f: {
    application: string
    criterion: string
    version: number
    result: 'pass' | 'fail'
    ground: string
    person: string
    name: string
    at: Date
  },
): Promise<void> {
  await tx
    .updateTable('eligibility_check')
    .set({ replaced_at: f.at })
    .where('application_id', '=', f.application)
    .where('criterion', '=', f.criterion)
    .where('replaced_at', 'is', null)
    .execute()
  await tx
    .insertInto('eligibility_check')
    .values({
      id: newId(f.at.getTime()),
      application_id: f.application,
      criterion: f.criterion,
      version: f.version,
      result: f.result,
      ground: f.ground,
      person_id: f.person,
      by_whom: f.name,
      at: f.at,
    })
    .execute()
}

export type NewSheet = {
  application: string
  person: string
  by: string | null
  at: Date
  dueOn: Day | null
  deputyFor: string | null
}

export async function insertSheet(tx: Tx, s: NewSheet): Promise<string> {
  const id = newId(s.at.getTime())
  await tx
    .insertInto('assessment_sheet')
    .values({
      id,
      application_id: s.application,
      person_id: s.person,
      state: 'assigned',
      assigned_by: s.by,
      assigned_at: s.at,
      due_on: s.dueOn,
      deputy_for: s.deputyFor,
    })
    .execute()
  return id
}

export const setSheetState = (tx: Tx, id: string, state: SheetState) =>
  tx.updateTable('assessment_sheet').set({ state }).where('id', '=', id).execute()

export const setDue = (tx: Tx, ids: readonly string[], dueOn: Day | null) =>
  tx.updateTable('assessment_sheet').set({ due_on: dueOn }).where('id', 'in', ids).execute()

/** What was given stays as it was given; the sheet holds the newest. */
export async function insertGiving(
  tx: Tx,
  g: { sheet: string; version: number; scores: Sheet; salt: string; hash: string; at: Date },
): Promise<void> {
  const scores = JSON.stringify(g.scores)
  await tx
    .insertInto('assessment_giving')
    .values({
      id: newId(g.at.getTime()),
      sheet_id: g.sheet,
      version: g.version,
      scores,
      salt: g.salt,
      hash: g.hash,
      at: g.at,
    })
    .execute()
  await tx
    .updateTable('assessment_sheet')
    .set({ state: 'given', scores, version: g.version, given_at: g.at })
    .where('id', '=', g.sheet)
    .execute()
}

export const writeConsensus = (
  tx: Tx,
  application: string,
  settled: { scores: Sheet; summary: string; person: string | null; at: Date },
) =>
  tx
    .updateTable('assessment')
    .set({
      consensus: JSON.stringify(settled.scores),
      summary: settled.summary,
      settled_at: settled.at,
      settled_by: settled.person,
      updated_at: settled.at,
    })
    .where('application_id', '=', application)
    .execute()

/** Settled no more: what was agreed stays as the beginning of the next. */
export const unsettle = (tx: Tx, application: string) =>
  tx
    .updateTable('assessment')
    .set({ settled_at: null, settled_by: null })
    .where('application_id', '=', application)
    .execute()

/** Who steps in for somebody who stepped aside from an application. */
export async function deputyOf(tx: Tx, person: string, application: string): Promise<string | null> {
  const row = await tx
    .selectFrom('recusal')
    .where('person_id', '=', person)
    .where('application_id', '=', application)
    .where('lifted_at', 'is', null)
    .select('deputy_id')
    .executeTakeFirst()
  return row?.deputy_id ?? null
}
