import { sql } from 'kysely'
import type { Person } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'
import type { Held } from './rules.ts'

export type SavedView = {
  id: string
  person_id: string
  name: string
  path: string
  question: string
  share: ShareLevel
  ecosystem_id: string | null
  created_at: Date
}

export type Alert = {
  view_id: string
  person_id: string
  every: 'day' | 'week'
  paused: boolean
  read_at: Date
}

export type ShownView = SavedView & {
  author: string
  ecosystem_name: Names | null
  every: 'day' | 'week' | null
  paused: boolean | null
  read_at: Date | null
}

export const addressOf = (view: { path: string; question: string }): string =>
  view.question ? `${view.path}?${view.question}` : view.path

/** The person's own views and those that others have shared with the person's ecosystems. */
export async function viewsFor(db: Read, person: Person): Promise<ShownView[]> {
  const { rows } = await sql<ShownView>`
    select v.*, p.name as author, e.name as ecosystem_name, a.every, a.paused, a.read_at
    from saved_view v join person p on p.id = v.person_id left join ecosystem e on e.id = v.ecosystem_id
    left join saved_alert a on a.view_id = v.id and a.person_id = ${person.id}
    where v.person_id = ${person.id} or (v.share <> 'own' and ${visible(person, 'v')})
    order by v.person_id = ${person.id} desc, v.name, v.id limit 500`.execute(db as Tx)
  return rows
}

export async function viewById(db: Read, id: string): Promise<SavedView | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('saved_view').where('id', '=', id).selectAll().executeTakeFirst()
  return row as SavedView | undefined
}

export const insertView = (tx: Tx, view: SavedView): Promise<unknown> =>
  tx.insertInto('saved_view').values(view).execute()

/** Takes the view away, with the alerts on it. */
export const deleteView = (tx: Tx, id: string): Promise<unknown> =>
  tx.deleteFrom('saved_view').where('id', '=', id).execute()

export const setAlert = (
  tx: Tx,
  alert: { view_id: string; person_id: string; every: 'day' | 'week'; held: Held; read_at: Date },
): Promise<unknown> => {
  const { view_id, person_id, every } = alert
  const row = {
    view_id,
    person_id,
    every,
    paused: false,
    held: JSON.stringify(alert.held),
    read_at: alert.read_at,
  }
  return tx
    .insertInto('saved_alert')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['view_id', 'person_id'])
        .doUpdateSet({ every, paused: false, held: row.held, read_at: row.read_at }),
    )
    .execute()
}

export const pauseAlert = (tx: Tx, view: string, person: string, paused: boolean): Promise<unknown> =>
  tx
    .updateTable('saved_alert')
    .set({ paused })
    .where('view_id', '=', view)
    .where('person_id', '=', person)
    .execute()

export const endAlert = (tx: Tx, view: string, person: string): Promise<unknown> =>
  tx.deleteFrom('saved_alert').where('view_id', '=', view).where('person_id', '=', person).execute()

/** The alerts that are to be read: daily ones each day, weekly ones when a week has gone. */
export async function dueAlerts(db: Read, now: Date): Promise<Pick<Alert, 'view_id' | 'person_id'>[]> {
  const hours = (n: number) => new Date(now.getTime() - n * 3_600_000)
  return db
    .selectFrom('saved_alert')
    .where('paused', '=', false)
    .where((eb) =>
      eb.or([
        eb.and([eb('every', '=', 'day'), eb('read_at', '<', hours(12))]),
        eb.and([eb('every', '=', 'week'), eb('read_at', '<', hours(24 * 6.5))]),
      ]),
    )
    .select(['view_id', 'person_id'])
    .orderBy('read_at')
    .execute()
}

/** What an alert last held, locked until the reading is written. */
export async function heldBy(
  tx: Tx,
  view: string,
  person: string,
): Promise<{ held: Held; read_at: Date } | undefined> {
  const { rows } = await sql<{ held: Held; read_at: Date }>`
    select held, read_at from saved_alert where view_id = ${view} and person_id = ${person} and not paused
    for update skip locked`.execute(tx)
  return rows[0]
}

export const keepHeld = (tx: Tx, view: string, person: string, held: Held, now: Date): Promise<unknown> =>
  tx
    .updateTable('saved_alert')
    .set({ held: JSON.stringify(held), read_at: now })
    .where('view_id', '=', view)
    .where('person_id', '=', person)
    .execute()

export const viewSubject: SubjectKind = {
  kind: 'saved-view',
  find: async (db, id) => {
    const view = await viewById(db, id)
    return (
      view && {
        title: { fi: view.name },
        path: addressOf(view),
        record: { share: view.share, ecosystem: view.ecosystem_id, person: view.person_id },
        closed: true,
      }
    )
  },
}
