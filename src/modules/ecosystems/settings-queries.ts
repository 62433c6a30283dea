import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { SharedRecord, ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Look } from './look.ts'

/** An ecosystem as a record with a share level; it belongs to itself. */
export async function shareOf(db: Read, key: string): Promise<SharedRecord | undefined> {
  const row = await db
    .selectFrom('ecosystem')
    .select(['id', 'share'])
    .where('key', '=', key)
    .executeTakeFirst()
  return row && { share: row.share as ShareLevel, ecosystem: row.id }
}

export const idOfKey = async (db: Read, key: string): Promise<string | undefined> =>
  (await db.selectFrom('ecosystem').select('id').where('key', '=', key).executeTakeFirst())?.id

export async function readLook(db: Read, key: string): Promise<Look> {
  const row = await db
    .selectFrom('ecosystem as e')
    .leftJoin('ecosystem_logo as l', 'l.ecosystem_id', 'e.id')
    .select(['e.colour', 'e.contact', 'l.hash', 'l.width', 'l.height'])
    .where('e.key', '=', key)
    .executeTakeFirst()
  return {
    colour: row?.colour ?? null,
    contact: (row?.contact as Look['contact']) ?? null,
    logo: row?.hash ? { hash: row.hash, width: row.width!, height: row.height! } : null,
  }
}

export type Settings = {
  id: string
  key: string
  name: Names
  summary: Names
  colour: string | null
  contact: Look['contact']
  share: ShareLevel
  editedAt: Date | null
}

const settingsColumns = [
  'id',
  'key',
  'name',
  'summary',
  'colour',
  'contact',
  'share',
  'edited_at as editedAt',
] as const

export const readSettings = (db: Read, key: string): Promise<Settings | undefined> =>
  db.selectFrom('ecosystem').select(settingsColumns).where('key', '=', key).executeTakeFirst() as Promise<
    Settings | undefined
  >

/** The same, held until the transaction ends. */
export const lockSettings = (tx: Tx, key: string): Promise<Settings | undefined> =>
  tx
    .selectFrom('ecosystem')
    .select(settingsColumns)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst() as Promise<Settings | undefined>

export const writeSettings = (tx: Tx, id: string, s: Omit<Settings, 'id' | 'key' | 'editedAt'>, now: Date) =>
  tx
    .updateTable('ecosystem')
    .set({
      name: JSON.stringify(s.name),
      summary: JSON.stringify(s.summary),
      colour: s.colour,
      contact: s.contact && JSON.stringify(s.contact),
      share: s.share,
      edited_at: now,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()

export const writeLexemes = (tx: Tx, id: string, lexemes: string) =>
  tx.updateTable('ecosystem').set({ lexemes }).where('id', '=', id).execute()

/** Says that the frame, the goals or the other facts are now people's own, and where what they wrote comes from. */
export async function stampEdited(
  tx: Tx,
  ecosystem: { id: string; key: string; name: Names },
  part: 'frame_edited_at' | 'goals_edited_at' | 'facts_edited_at',
  source: { title: string; day: Day },
  now: Date,
): Promise<string> {
  await tx
    .updateTable('ecosystem')
    .set({ [part]: now, updated_at: now })
    .where('id', '=', ecosystem.id)
    .execute()
  const key = workspaceSource(ecosystem.key)
  await tx
    .insertInto('ecosystem_source')
    .values({
      key,
      title: source.title,
      publisher: ecosystem.name.fi ?? ecosystem.key,
      address: 'Talkoot',
      published_on: source.day,
    })
    .onConflict((c) => c.column('key').doUpdateSet({ published_on: source.day }))
    .execute()
  return key
}

/** The source of what was written in the product itself. */
export const workspaceSource = (key: string): string => `talkoot-${key}`

export const readLogo = (db: Read, key: string) =>
  db
    .selectFrom('ecosystem_logo as l')
    .innerJoin('ecosystem as e', 'e.id', 'l.ecosystem_id')
    .select(['l.bytes', 'l.hash', 'l.width', 'l.height'])
    .where('e.key', '=', key)
    .executeTakeFirst()

export const writeLogo = (
  tx: Tx,
  logo: {
    ecosystem_id: string
    bytes: Buffer
    width: number
    height: number
    hash: string
    updated_at: Date
  },
) =>
  tx
    .insertInto('ecosystem_logo')
    .values(logo)
    .onConflict((c) =>
      c.column('ecosystem_id').doUpdateSet({
        bytes: logo.bytes,
        width: logo.width,
        height: logo.height,
        hash: logo.hash,
        updated_at: logo.updated_at,
      }),
    )
    .execute()

export const deleteLogo = (tx: Tx, ecosystemId: string) =>
  tx.deleteFrom('ecosystem_logo').where('ecosystem_id', '=', ecosystemId).execute()

/** The ecosystems (all, or those with the ids) whose settings people have changed since, the newest first. */
export async function editedSince(
  db: Read,
  ids: readonly string[] | undefined,
  since: Date,
): Promise<{ key: string; name: Names; at: Date }[]> {
  const edited = sql<Date>`greatest(edited_at, frame_edited_at, goals_edited_at, facts_edited_at)`
  const rows = await db
    .selectFrom('ecosystem')
    .select(['key', 'name', edited.as('at')])
    .where(edited, '>', since)
    .$if(ids !== undefined, (q) => q.where(sql<boolean>`id = any(${[...(ids ?? [])]}::uuid[])`))
    .orderBy('at', 'desc')
    .limit(5)
    .execute()
  return rows as { key: string; name: Names; at: Date }[]
}
