import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import { organisationSeen } from '../organisations/index.ts'

export type ContactRow = {
  id: string
  person_id: string | null
  organisation_id: string | null
  ecosystem_id: string | null
  name: string
  title: string | null
  email: string | null
  phone: string | null
  ground: string
  published: boolean
  review_on: string
  reminded_on: string | null
  created_by: string | null
  created_at: Date
  updated_at: Date
}

export type Place = { organisation: string } | { ecosystem: string }

export async function contactsOf(db: Read, place: Place, onlyPublished: boolean): Promise<ContactRow[]> {
  let query = db.selectFrom('contact').selectAll().orderBy('name')
  query =
    'organisation' in place
      ? query.where('organisation_id', '=', place.organisation)
      : query.where('ecosystem_id', '=', place.ecosystem)
  if (onlyPublished) query = query.where('published', '=', true)
  return query.execute()
}

export const contactById = (db: Read, id: string) =>
  db.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst()

export const insertContact = (
  tx: Tx,
  row: Omit<ContactRow, 'reminded_on' | 'person_id'> & { person_id: string | null },
) => tx.insertInto('contact').values(row).execute()

export const updateContact = (tx: Tx, id: string, row: Partial<ContactRow>) =>
  tx.updateTable('contact').set(row).where('id', '=', id).execute()

export const deleteContact = (tx: Tx, id: string) => tx.deleteFrom('contact').where('id', '=', id).execute()

export async function placeName(db: Read, actor: Actor, place: Place): Promise<string | undefined> {
  if ('organisation' in place) {
    const row = await db
      .selectFrom('organisation')
      .select(['name', 'personal'])
      .where('id', '=', place.organisation)
      .where(organisationSeen(actor, 'organisation.canonical_id'))
      .executeTakeFirst()
    return row?.personal ? undefined : row?.name
  }
  const row = await db
    .selectFrom('ecosystem')
    .select('name')
    .where('id', '=', place.ecosystem)
    .executeTakeFirst()
  const name = row?.name as { fi?: string; en?: string } | undefined
  return name?.fi ?? name?.en
}

export async function shareOfPlace(db: Read, ecosystem: string): Promise<ShareLevel | undefined> {
  const row = await db.selectFrom('ecosystem').select('share').where('id', '=', ecosystem).executeTakeFirst()
  return row?.share as ShareLevel | undefined
}

export async function ecosystemByKey(db: Read, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('ecosystem').select('id').where('key', '=', key).executeTakeFirst()
  return row?.id
}

export type ToReview = {
  id: string
  organisation_id: string | null
  key: string | null
  review_on: string
  creator: string | null
  email: string | null
  language: string | null
}

/** Contacts to be gone through by a day, whose keeper has not been told in a month. */
export async function contactsToReview(db: Read, by: string, toldBefore: string): Promise<ToReview[]> {
  const { rows } = await sql<ToReview>`
    select c.id, c.organisation_id, e.key, c.review_on, c.created_by as creator, p.email, p.language
    from contact c left join ecosystem e on e.id = c.ecosystem_id
    left join person p on p.id = c.created_by and p.closed_at is null
    where c.review_on <= ${by}::date and (c.reminded_on is null or c.reminded_on < ${toldBefore}::date)
    order by c.review_on limit 1000`.execute(db as Tx)
  return rows
}

export async function overdueContacts(
  db: Read,
  day: string,
  limit: number,
): Promise<(ContactRow & { key: string | null })[]> {
  const { rows } = await sql<ContactRow & { key: string | null }>`
    select c.*, e.key from contact c left join ecosystem e on e.id = c.ecosystem_id
    where c.review_on <= ${day}::date order by c.review_on limit ${limit}`.execute(db as Tx)
  return rows
}
