import { sql } from 'kysely'
import { tsvector } from '../../engine/language/index.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { matches } from '../../kernel/search.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import type { Language, Names } from '../../kernel/text.ts'
import { type Day, dayIn } from '../../kernel/time.ts'
import type { EventKind, When } from './rules.ts'

export type Event = When & {
  id: string
  ecosystem_id: string | null
  person_id: string
  kind: EventKind
  language: Language
  title: string
  body: string
  place: string | null
  link: string | null
  share: ShareLevel
  created_at: Date
  edited_at: Date | null
  cancelled_at: Date | null
}

export type ShownEvent = Event & {
  ecosystem_key: string | null
  ecosystem_name: Names | null
  author: string
  /** Of a day that is another thing's: the thing's page. */
  path?: string
}

export const eventPath = (event: { id: string; path?: string }): string =>
  event.path ?? `/calendar/${event.id}`

/** Events that may be on between two days, as far as the actor sees them; who repeats is worked out by the rules. */
export async function eventsBetween(
  db: Read,
  actor: Actor,
  asked: { from: Day; to: Day; ecosystem?: string | undefined; publicOnly?: boolean },
): Promise<ShownEvent[]> {
  const { rows } = await sql<ShownEvent>`
    select v.*, e.key as ecosystem_key, e.name as ecosystem_name, person.name as author
    from event v join person on person.id = v.person_id left join ecosystem e on e.id = v.ecosystem_id
    where ${visible(actor, 'v', { person: true })} and v.starts_on <= ${asked.to}::date
      and (not ${asked.publicOnly ?? false} or v.share = 'public')
      and (${asked.ecosystem ?? null}::uuid is null or v.ecosystem_id = ${asked.ecosystem ?? null}::uuid
        or v.ecosystem_id is null)
      and case when v.repeats = 'never' then v.ends_on >= ${asked.from}::date
        else v.repeats_until is null or v.repeats_until + (v.ends_on - v.starts_on) >= ${asked.from}::date end
    order by v.starts_on, v.starts_at nulls first, v.id limit 5000`.execute(db as Tx)
  return rows
}

export async function eventById(db: Read, id: string): Promise<ShownEvent | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('event')
    .innerJoin('person', 'person.id', 'event.person_id')
    .leftJoin('ecosystem', 'ecosystem.id', 'event.ecosystem_id')
    .where('event.id', '=', id)
    .selectAll('event')
    .select(['ecosystem.key as ecosystem_key', 'ecosystem.name as ecosystem_name', 'person.name as author'])
    .executeTakeFirst()
  return row as ShownEvent | undefined
}

const lexemesOf = ({ title, body = '', place }: Partial<Event>) =>
  tsvector([
    { text: title ?? '', weight: 'A', language: 'auto' },
    { text: [place, body].filter(Boolean).join('\n'), weight: 'C', language: 'auto' },
  ])

/** Events that have the words and that the actor sees: those to come, the nearest first; then those that were. */
export async function eventsMatching(
  db: Read,
  actor: Actor,
  tsquery: string,
  now: Date,
  limit: number,
): Promise<{ items: ShownEvent[]; total: number }> {
  const today = dayIn(now)
  const { rows } = await sql<ShownEvent & { total: number }>`
    select v.*, e.key as ecosystem_key, e.name as ecosystem_name, person.name as author, count(*) over () as total
    from event v join person on person.id = v.person_id left join ecosystem e on e.id = v.ecosystem_id
    where ${matches(sql.ref('v.lexemes'), tsquery)} and ${visible(actor, 'v', { person: true })}
    order by v.cancelled_at is not null, v.ends_on < ${today}::date,
      abs(v.starts_on - ${today}::date), v.id limit ${limit}`.execute(db as Tx)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

export const insertEvent = (tx: Tx, event: Omit<Event, 'edited_at' | 'cancelled_at'>): Promise<unknown> =>
  tx
    .insertInto('event')
    .values({ ...event, lexemes: lexemesOf(event) })
    .execute()

/** What is written of an event is changed as a whole: title, text and place together. */
export const updateEvent = (tx: Tx, id: string, change: Partial<Omit<Event, 'id'>>): Promise<unknown> =>
  tx
    .updateTable('event')
    .set({ ...change, ...(change.title !== undefined && { lexemes: lexemesOf(change) }) })
    .where('id', '=', id)
    .execute()

export const insertFeed = (tx: Tx, feed: { secret_hash: string; person_id: string; created_at: Date }) =>
  tx.insertInto('calendar_feed').values(feed).execute()

/** Ends every feed of a person; the addresses stop working at once. */
export const revokeFeeds = (tx: Tx, person: string, now: Date) =>
  tx
    .updateTable('calendar_feed')
    .set({ revoked_at: now })
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .execute()

export const feedOwner = async (db: Read, secretHash: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('calendar_feed')
      .where('secret_hash', '=', secretHash)
      .where('revoked_at', 'is', null)
      .select('person_id')
      .executeTakeFirst()
  )?.person_id

export const feedOf = (db: Read, person: string) =>
  db
    .selectFrom('calendar_feed')
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .select('created_at')
    .executeTakeFirst()

export const eventSubject: SubjectKind = {
  kind: 'event',
  find: async (db, id) => {
    const event = await eventById(db, id)
    return (
      event && {
        title: { [event.language]: event.title },
        path: eventPath(event),
        record: { share: event.share, ecosystem: event.ecosystem_id, person: event.person_id },
      }
    )
  },
}
