import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Subject } from '../../kernel/subject.ts'

/** Follows or leaves a subject, as the person asked. */
export const setFollowing = (tx: Tx, person: string, subject: Subject, following: boolean, now: Date) =>
  tx
    .insertInto('follow')
    .values({ person_id: person, subject_kind: subject.kind, subject_id: subject.id, following, at: now })
    .onConflict((c) =>
      c.columns(['person_id', 'subject_kind', 'subject_id']).doUpdateSet({ following, at: now }),
    )
    .execute()

/** Those who take part follow, except who has left. */
export async function followAll(tx: Tx, people: readonly string[], subject: Subject, now: Date) {
  if (people.length === 0) return
  await tx
    .insertInto('follow')
    .values(
      people.map((person_id) => ({
        person_id,
        subject_kind: subject.kind,
        subject_id: subject.id,
        following: true,
        at: now,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function isFollowing(db: Read, person: string, subject: Subject): Promise<boolean> {
  const row = await db
    .selectFrom('follow')
    .where('person_id', '=', person)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .select('following')
    .executeTakeFirst()
  return row?.following ?? false
}

export async function followersOf(db: Read, subject: Subject): Promise<string[]> {
  const rows = await db
    .selectFrom('follow')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('following', '=', true)
    .select('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

export async function followedBy(db: Read, person: string): Promise<(Subject & { at: Date })[]> {
  return db
    .selectFrom('follow')
    .where('person_id', '=', person)
    .where('following', '=', true)
    .select(['subject_kind as kind', 'subject_id as id', 'at'])
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
}

/** Remembers that the person has now looked at the subject; answers when that was the last time before. */
export async function look(tx: Tx, person: string, subject: Subject, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ before: Date | null }>`
    with before as (
      select at from seen
      where person_id = ${person} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
    ), written as (
      insert into seen (person_id, subject_kind, subject_id, at)
      values (${person}, ${subject.kind}, ${subject.id}, ${now})
      on conflict (person_id, subject_kind, subject_id) do update set at = excluded.at
    )
    select (select at from before) as before`.execute(tx)
  return rows[0]?.before ?? null
}
