import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Content, Figure, Picture, Scope, Tile } from './content.ts'

/** No picture of an ecosystem is for more than the ecosystem is: one that has been closed closes its pictures. */
const share = sql`case when p.share = 'public' and e.share <> 'public' then 'agreement' else p.share end`

const columns = sql`p.id, p.key, p.scope, p.region, p.ecosystem_id as ecosystem, ${share} as share, p.standard, p.title, p.tiles,
  p.version, p.checked_at as "checkedAt", e.key as "ecosystemKey", e.name as "ecosystemName",
  e.share as "ecosystemShare"`
const tables = sql`situation_picture p left join ecosystem e on e.id = p.ecosystem_id`

export async function pictureByKey(db: Read, key: string): Promise<Picture | undefined> {
  const { rows } = await sql<Picture>`
    select ${columns} from ${tables} where p.key = ${key} and p.ended_at is null`.execute(db as Tx)
  return rows[0]
}

/** A picture of a list: with when it last changed. */
export type ListedPicture = Picture & { madeAt: Date | null }

/** The pictures that a reader may see: the nation, its ecosystems, its regions; standard ones before others. */
export async function picturesSeen(db: Read, actor: Actor): Promise<ListedPicture[]> {
  const { rows } = await sql<ListedPicture>`
    select ${columns}, (select max(s.made_at) from situation_snapshot s where s.picture_id = p.id) as "madeAt"
    from ${tables} where p.ended_at is null and ${visible(actor, 'p')}
      and (e.id is null or ${visible(actor, 'e', { ecosystem: 'id' })})
    order by array_position(array['nation', 'ecosystem', 'region'], p.scope), e.position, p.region, not p.standard,
      p.id`.execute(db as Tx)
  return rows
}

/** All that are to be made, ecosystems first: the picture of the nation takes what they share. */
export async function picturesToMake(db: Read): Promise<Picture[]> {
  const { rows } = await sql<Picture>`
    select ${columns} from ${tables} where p.ended_at is null
    order by array_position(array['ecosystem', 'region', 'nation'], p.scope), p.key`.execute(db as Tx)
  return rows
}

export type Snapshot = { madeAt: Date; content: Content; hash: string }

const snapshots = sql`select s.made_at as "madeAt", s.content, s.hash from situation_snapshot s`

/** The newest, or the last that was made before an instant. */
export async function snapshotOf(db: Read, picture: string, before?: Date): Promise<Snapshot | undefined> {
  const { rows } = await sql<Snapshot>`
    ${snapshots} where s.picture_id = ${picture} ${before ? sql`and s.made_at < ${before}` : sql``}
    order by s.made_at desc limit 1`.execute(db as Tx)
  return rows[0]
}

/** When the newest was made; its content need not be read again while it is held. */
export async function newestOf(db: Read, picture: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(made_at) as at from situation_snapshot where picture_id = ${picture}`.execute(db as Tx)
  return rows[0]?.at ?? undefined
}

/** When a picture has changed, the newest first. */
export async function changesOf(db: Read, picture: string, limit: number): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select made_at as at from situation_snapshot where picture_id = ${picture}
    order by made_at desc limit ${limit}`.execute(db as Tx)
  return rows.map(({ at }) => at)
}

/** What one figure has been, the newest first, a row for each time that the picture changed. */
export async function historyOf(
  db: Read,
  picture: string,
  figure: string,
  limit: number,
): Promise<{ at: Date; value: string | null }[]> {
  const { rows } = await sql<{ at: Date; figure: Figure | null }>`
    select made_at as at, content -> 'figures' -> ${figure} as figure from situation_snapshot
    where picture_id = ${picture} order by made_at desc limit ${limit}`.execute(db as Tx)
  return rows.map(({ at, figure: found }) => ({ at, value: found?.value ?? null }))
}

/** Makes sure that every place has its standard picture; one that has ended stays ended. */
export async function ensureStandard(
  tx: Tx,
  rows: readonly {
    id: string
    key: string
    scope: Scope
    region: string | null
    ecosystem: string | null
    share: string
  }[],
): Promise<void> {
  for (const { ecosystem, ...row } of rows)
    await tx
      .insertInto('situation_picture')
      .values({ ...row, ecosystem_id: ecosystem, standard: true })
      .onConflict((c) => c.column('key').doNothing())
      .execute()
}

export const keepSnapshot = (
  tx: Tx,
  picture: string,
  made: { at: Date; content: Content; hash: string; milliseconds: number },
) =>
  tx
    .insertInto('situation_snapshot')
    .values({
      picture_id: picture,
      made_at: made.at,
      content: JSON.stringify(made.content),
      hash: made.hash,
      milliseconds: made.milliseconds,
    })
    .onConflict((c) => c.columns(['picture_id', 'made_at']).doNothing())
    .execute()

export const markChecked = (tx: Tx, picture: string, at: Date) =>
  tx.updateTable('situation_picture').set({ checked_at: at }).where('id', '=', picture).execute()

export async function lockPicture(tx: Tx, id: string): Promise<Picture | undefined> {
  const { rows } = await sql<Picture>`
    select ${columns} from ${tables} where p.id = ${id} and p.ended_at is null for update of p`.execute(tx)
  return rows[0]
}

export const insertPicture = (
  tx: Tx,
  row: Pick<Picture, 'id' | 'key' | 'scope' | 'region' | 'ecosystem' | 'share' | 'title'> & {
    tiles: readonly Tile[] | null
  },
) =>
  tx
    .insertInto('situation_picture')
    .values({
      id: row.id,
      key: row.key,
      scope: row.scope,
      region: row.region,
      ecosystem_id: row.ecosystem,
      share: row.share,
      standard: false,
      title: row.title && JSON.stringify(row.title),
      tiles: row.tiles && JSON.stringify(row.tiles),
    })
    .execute()

export const composePicture = (
  tx: Tx,
  id: string,
  { title, tiles, share }: { title: Names | null; tiles: readonly Tile[] | null; share: string },
) =>
  tx
    .updateTable('situation_picture')
    .set((eb) => ({
      title: title && JSON.stringify(title),
      tiles: tiles && JSON.stringify(tiles),
      share,
      version: eb('version', '+', 1),
      checked_at: null,
    }))
    .where('id', '=', id)
    .execute()

export const endPicture = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('situation_picture').set({ ended_at: at }).where('id', '=', id).execute()
