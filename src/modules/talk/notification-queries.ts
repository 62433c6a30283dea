import { sql } from 'kysely'
import type { Person } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { type Choice, type NotificationKind, notificationKinds, usual } from './rules.ts'

export type Notification = {
  id: string
  person_id: string
  kind: NotificationKind
  subject_kind: string
  subject_id: string
  about: string
  share: ShareLevel
  ecosystem_id: string | null
  actor_name: string | null
  title: Names
  path: string
  excerpt: string
  at: Date
  read_at: Date | null
}

export type NewNotification = Omit<Notification, 'read_at' | 'title'> & {
  title: string
  organisation_id: string | null
  owner_id: string | null
}

/** Writes what somebody is told; nobody is told of one thing twice. */
export async function insertNotifications(tx: Tx, rows: readonly NewNotification[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('notification')
    .values([...rows])
    .onConflict((c) => c.columns(['person_id', 'about']).doNothing())
    .execute()
}

const byUsual = (channel: keyof Choice) => notificationKinds.filter((kind) => usual[kind][channel])

/** What the person may still see: rights may have ended since it was told. */
const stillSeen = (person: Person) =>
  sql<boolean>`(${visible(person, 'n', { organisation: true })} or n.owner_id = ${person.id})`

/** How many unread ones ring the bell: one reading for each page of somebody signed in. */
export async function ringing(db: Read, person: Person): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from notification n
    left join notification_choice c on c.person_id = n.person_id and c.kind = n.kind
    where n.person_id = ${person.id} and n.read_at is null
      and coalesce(c.bell, n.kind = any(${byUsual('bell')}::text[])) and ${stillSeen(person)}`.execute(
    db as Tx,
  )
  return rows[0]?.count ?? 0
}

export async function notificationsOf(
  db: Read,
  person: Person,
  asked: { unread: boolean; limit: number; offset: number },
): Promise<{ items: Notification[]; total: number }> {
  const { rows } = await sql<Notification & { total: number }>`
    select n.*, count(*) over () as total from notification n
    where n.person_id = ${person.id} and (not ${asked.unread} or n.read_at is null) and ${stillSeen(person)}
    order by n.at desc, n.id desc limit ${asked.limit} offset ${asked.offset}`.execute(db as Tx)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

/** Marks as read one, those about a subject, or all. */
export async function markRead(
  tx: Tx,
  person: string,
  which: { id: string } | { kind: string; subject: string } | 'all',
  now: Date,
): Promise<number> {
  let update = tx
    .updateTable('notification')
    .set({ read_at: now })
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
  if (which !== 'all')
    update =
      'id' in which
        ? update.where('id', '=', which.id)
        : update.where('subject_kind', '=', which.kind).where('subject_id', '=', which.subject)
  const done = await update.executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** The choices of some people, where they have made one. */
export async function choicesOf(
  db: Read,
  people: readonly string[],
): Promise<Map<string, Partial<Record<NotificationKind, Choice>>>> {
  const found = new Map<string, Partial<Record<NotificationKind, Choice>>>()
  if (people.length === 0) return found
  const rows = await db
    .selectFrom('notification_choice')
    .where('person_id', 'in', [...people])
    .selectAll()
    .execute()
  for (const { person_id, kind, bell, mail } of rows)
    found.set(person_id, { ...found.get(person_id), [kind]: { bell, mail } })
  return found
}

export async function choose(tx: Tx, person: string, kind: NotificationKind, choice: Choice): Promise<void> {
  await tx
    .insertInto('notification_choice')
    .values({ person_id: person, kind, ...choice })
    .onConflict((c) => c.columns(['person_id', 'kind']).doUpdateSet(choice))
    .execute()
}

/** Who waits for a digest: people with a mail address and something unread that no mail has told. */
export async function peopleToMail(db: Read): Promise<string[]> {
  const rows = await db
    .selectFrom('notification')
    .innerJoin('person', 'person.id', 'notification.person_id')
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .where('person.email', 'is not', null)
    .where('person.closed_at', 'is', null)
    .select('person_id')
    .distinct()
    .execute()
  return rows.map((row) => row.person_id)
}

/** What a person's next digest tells. Locks the rows, so that two workers never mail the same. */
export async function toMail(tx: Tx, person: Person): Promise<Notification[]> {
  const { rows } = await sql<Notification>`
    select n.* from notification n
    left join notification_choice c on c.person_id = n.person_id and c.kind = n.kind
    where n.person_id = ${person.id} and n.read_at is null and n.mailed_at is null
      and coalesce(c.mail, n.kind = any(${byUsual('mail')}::text[])) and ${stillSeen(person)}
    order by n.at, n.id limit 500 for update of n skip locked`.execute(tx)
  return rows
}

export const markMailed = (tx: Tx, ids: readonly string[], now: Date) =>
  tx
    .updateTable('notification')
    .set({ mailed_at: now })
    .where('id', 'in', [...ids])
    .execute()

export const insertOffLink = (tx: Tx, link: { token_hash: string; person_id: string; created_at: Date }) =>
  tx.insertInto('mail_off').values(link).execute()

/** Whose mails a link switches off; a link works as long as the mail may be read. */
export const offLink = (db: Read, tokenHash: string) =>
  db
    .selectFrom('mail_off')
    .where('token_hash', '=', tokenHash)
    .select(['person_id', 'created_at'])
    .executeTakeFirst()

export const useOffLink = (tx: Tx, tokenHash: string, now: Date) =>
  tx.updateTable('mail_off').set({ used_at: now }).where('token_hash', '=', tokenHash).execute()

export async function pathOf(db: Read, person: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('notification')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .select('path')
    .executeTakeFirst()
  return row?.path
}
