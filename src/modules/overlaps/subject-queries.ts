import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ThingRef } from './rules.ts'

export type ChoiceRow = {
  id: string
  concept: string
  accepted: boolean
  by_whom: string
  at: Date
}

/** What people have said of a thing's subjects, as it stands. */
export async function choicesOf(db: Read, { kind, id }: ThingRef): Promise<ChoiceRow[]> {
  return db
    .selectFrom('subject_choice')
    .where('thing_kind', '=', kind)
    .where('thing_id', '=', id)
    .where('ended_at', 'is', null)
    .select(['id', 'concept', 'accepted', 'by_whom', 'at'])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export const endChoice = (tx: Tx, { kind, id }: ThingRef, concept: string, now: Date) =>
  tx
    .updateTable('subject_choice')
    .set({ ended_at: now })
    .where('thing_kind', '=', kind)
    .where('thing_id', '=', id)
    .where('concept', '=', concept)
    .where('ended_at', 'is', null)
    .execute()

export const insertChoice = (
  tx: Tx,
  { kind, id }: ThingRef,
  choice: ChoiceRow & { person_id: string | null },
) =>
  tx
    .insertInto('subject_choice')
    .values({ ...choice, thing_kind: kind, thing_id: id })
    .execute()

/** Which state the accepted subjects of public projects are in: what was learnt of another is stale. */
export async function learntState(db: Read): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select count(*) || ' ' || coalesce(max(greatest(at, ended_at))::text, '') as state from subject_choice`.execute(
    db as Tx,
  )
  return rows[0]!.state
}

export type LearntRow = { id: string; text: string; concepts: string[] }

/** Texts of public projects with the subjects that people accepted: what suggestions learn from, and all may see. */
export async function learntTexts(db: Read): Promise<LearntRow[]> {
  const { rows } = await sql<LearntRow>`
    select p.id, concat_ws(E'\n', p.title, left(p.summary, 1000)) as text, array_agg(s.concept order by s.concept) as concepts
    from subject_choice s join project p on p.id = s.thing_id
    where s.thing_kind = 'project' and s.accepted and s.ended_at is null and p.share = 'public'
    group by p.id order by p.id`.execute(db as Tx)
  return rows
}
