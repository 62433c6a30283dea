import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { Subject } from '../../kernel/subject.ts'

export type CommentRow = {
  id: string
  subject_kind: string
  subject_id: string
  parent_id: string | null
  ecosystem_id: string | null
  person_id: string
  share: ShareLevel
  body: string
  mentions: string[]
  created_at: Date
  edited_at: Date | null
  resolved_at: Date | null
  hidden_at: Date | null
  hidden_reason: string | null
}

export type SaidComment = CommentRow & {
  author: string
  resolver: string | null
  mentioned: { id: string; name: string }[]
  versions: { until: string; body: string }[]
}

export async function commentById(db: Read, id: string): Promise<CommentRow | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst()
  return row as CommentRow | undefined
}

/** What was said of a subject, as far as the actor may see it, the oldest first. */
export async function commentsOn(db: Read, subject: Subject, actor: Actor): Promise<SaidComment[]> {
  const { rows } = await sql<SaidComment>`
    select c.*, person.name as author, resolver.name as resolver,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name)) from person p
        where p.id = any(c.mentions)), '[]') as mentioned,
      coalesce((select jsonb_agg(jsonb_build_object('until', v.until, 'body', v.body) order by v.until desc)
        from comment_version v where v.comment_id = c.id), '[]') as versions
    from comment c join person on person.id = c.person_id left join person resolver on resolver.id = c.resolved_by
    where c.subject_kind = ${subject.kind} and c.subject_id = ${subject.id}
      and ${visible(actor, 'c', { person: true })}
    order by c.created_at, c.id limit 1000`.execute(db as Tx)
  return rows
}

export const insertComment = (
  tx: Tx,
  comment: Pick<
    CommentRow,
    | 'id'
    | 'subject_kind'
    | 'subject_id'
    | 'parent_id'
    | 'ecosystem_id'
    | 'person_id'
    | 'share'
    | 'body'
    | 'mentions'
    | 'created_at'
  > & { lexemes: string },
) => tx.insertInto('comment').values(comment).execute()

/** Puts another text in place of what a comment said, which is kept beside it. */
export async function rewriteComment(
  tx: Tx,
  old: CommentRow,
  now: Date,
  next: { body: string; mentions: string[]; lexemes: string },
): Promise<void> {
  await tx
    .insertInto('comment_version')
    .values({ comment_id: old.id, until: now, body: old.body })
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .updateTable('comment')
    .set({ ...next, edited_at: now })
    .where('id', '=', old.id)
    .execute()
}

export const setResolved = (tx: Tx, id: string, by: string | null, at: Date | null) =>
  tx.updateTable('comment').set({ resolved_at: at, resolved_by: by }).where('id', '=', id).execute()

export const setHidden = (tx: Tx, id: string, by: string | null, at: Date | null, reason: string | null) =>
  tx
    .updateTable('comment')
    .set({ hidden_at: at, hidden_by: by, hidden_reason: reason })
    .where('id', '=', id)
    .execute()

/** Whoever said something in a thread: its first comment and the answers to it. */
export async function speakersOf(db: Read, thread: string): Promise<string[]> {
  const rows = await db
    .selectFrom('comment')
    .where((eb) => eb.or([eb('id', '=', thread), eb('parent_id', '=', thread)]))
    .where('hidden_at', 'is', null)
    .select('person_id')
    .distinct()
    .execute()
  return rows.map((row) => row.person_id)
}
