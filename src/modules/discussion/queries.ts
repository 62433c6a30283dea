import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { matches } from '../../kernel/search.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import type { Language, Names } from '../../kernel/text.ts'

export type Topic = {
  id: string
  ecosystem_id: string
  person_id: string
  language: Language
  title: string
  body: string
  share: ShareLevel
  frame_values: string[]
  pinned: boolean
  closed_at: Date | null
  created_at: Date
  edited_at: Date | null
}

export type ListedTopic = Topic & {
  author: string
  ecosystem_key: string
  ecosystem_name: Names
  answers: number
  /** Comments of others since the reader last looked; null when the topic was never looked at. */
  fresh: number | null
  /** When something was last said in it, and by whom. */
  moved_at: Date
  mover: string
}

export const topicPath = (topic: { id: string }, ecosystemKey: string): string =>
  `/ecosystems/${ecosystemKey}/discussion/${topic.id}`

export type TopicFilters = {
  ecosystem?: string | undefined
  /** A value of the frame, as 'dimension/code'. */
  value?: string | undefined
  tsquery?: string | undefined
  state?: 'open' | 'closed' | undefined
}

const comments = (actor: Actor) => sql`
  select c.*, person.name as author from comment c join person on person.id = c.person_id
  where c.subject_kind = 'topic' and c.subject_id = t.id::text and c.hidden_at is null
    and ${visible(actor, 'c', { person: true })}`

function narrowed(actor: Actor, f: TopicFilters) {
  const conditions = [visible(actor, 't', { person: true })]
  if (f.ecosystem) conditions.push(sql<boolean>`t.ecosystem_id = ${f.ecosystem}`)
  if (f.value) conditions.push(sql<boolean>`${f.value} = any(t.frame_values)`)
  if (f.state) conditions.push(sql<boolean>`(t.closed_at is null) = ${f.state === 'open'}`)
  if (f.tsquery !== undefined)
    conditions.push(sql<boolean>`(${matches(sql.ref('t.lexemes'), f.tsquery)}
      or exists (select 1 from (${comments(actor)}) c where ${matches(sql.ref('c.lexemes'), f.tsquery)}))`)
  return sql.join(conditions, sql` and `)
}

/** Topics that the actor may see: the pinned ones first, then those in which something was last said. */
export async function listTopics(
  db: Read,
  actor: Actor,
  filters: TopicFilters,
  page: { limit: number; offset: number },
): Promise<{ items: ListedTopic[]; total: number }> {
  const self = actor.kind === 'person' ? actor.id : null
  const { rows } = await sql<ListedTopic & { total: number }>`
    select t.*, person.name as author, e.key as ecosystem_key, e.name as ecosystem_name,
      said.answers, coalesce(said.last_at, t.created_at) as moved_at, coalesce(said.last_by, person.name) as mover,
      case when seen.at is null and t.person_id is distinct from ${self}::uuid then null else said.fresh end as fresh,
      count(*) over () as total
    from topic t join person on person.id = t.person_id join ecosystem e on e.id = t.ecosystem_id
    left join seen on seen.person_id = ${self}::uuid and seen.subject_kind = 'topic' and seen.subject_id = t.id::text
    cross join lateral (
      select count(*) as answers, max(c.created_at) as last_at,
        (array_agg(c.author order by c.created_at desc))[1] as last_by,
        count(*) filter (where c.person_id is distinct from ${self}::uuid
          and c.created_at > coalesce(seen.at, t.created_at)) as fresh
      from (${comments(actor)}) c
    ) said
    where ${narrowed(actor, filters)}
    order by t.pinned and t.closed_at is null desc, moved_at desc, t.id
    limit ${page.limit} offset ${page.offset}`.execute(db as Tx)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

/** Whether any topic or comment that the actor may see matches. */
export async function anyTopic(db: Read, actor: Actor, filters: TopicFilters): Promise<boolean> {
  const { rows } = await sql`select 1 from topic t where ${narrowed(actor, filters)} limit 1`.execute(
    db as Tx,
  )
  return rows.length > 0
}

export async function topicById(
  db: Read,
  id: string,
): Promise<(Topic & { author: string; ecosystem_key: string }) | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('topic')
    .innerJoin('person', 'person.id', 'topic.person_id')
    .innerJoin('ecosystem', 'ecosystem.id', 'topic.ecosystem_id')
    .where('topic.id', '=', id)
    .selectAll('topic')
    .select(['person.name as author', 'ecosystem.key as ecosystem_key'])
    .executeTakeFirst()
  return row as (Topic & { author: string; ecosystem_key: string }) | undefined
}

export const insertTopic = (
  tx: Tx,
  topic: Omit<Topic, 'closed_at' | 'edited_at'> & { lexemes: string },
): Promise<unknown> => tx.insertInto('topic').values(topic).execute()

export const updateTopic = (
  tx: Tx,
  id: string,
  change: Partial<Omit<Topic, 'id'>> & { lexemes?: string },
): Promise<unknown> => tx.updateTable('topic').set(change).where('id', '=', id).execute()

export const topicSubject: SubjectKind = {
  kind: 'topic',
  find: async (db, id) => {
    const topic = await topicById(db, id)
    return (
      topic && {
        title: { [topic.language]: topic.title },
        path: topicPath(topic, topic.ecosystem_key),
        record: { share: topic.share, ecosystem: topic.ecosystem_id, person: topic.person_id },
        closed: topic.closed_at !== null,
      }
    )
  },
}
