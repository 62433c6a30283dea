import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Picture } from './picture.ts'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

/** `revision`: of the data that the picture still stands for. */
export type PictureHead = { id: string; at: Date; fingerprint: string; revision: string }

export const latestPicture = (db: Read): Promise<PictureHead | undefined> =>
  db
    .selectFrom('network_picture')
    .select(['id', 'at', 'fingerprint', 'revision'])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function readPicture(db: Read, id: string): Promise<Picture | undefined> {
  const row = await db.selectFrom('network_picture').where('id', '=', id).select('content').executeTakeFirst()
  return row && (JSON.parse((await unpack(row.content)).toString('utf8')) as Picture)
}

/** The data have changed, but nothing that the picture is made of. */
export const confirmPicture = (tx: Tx, id: string, revision: string): Promise<unknown> =>
  tx.updateTable('network_picture').set({ revision }).where('id', '=', id).execute()

/** Keeps a picture and lets go of all but the one before it. */
export async function keepPicture(
  tx: Tx,
  head: PictureHead & { milliseconds: number },
  picture: Picture,
): Promise<void> {
  const before = await latestPicture(tx)
  await tx
    .insertInto('network_picture')
    .values({
      ...head,
      actors: picture.actors.length,
      ties: picture.ties.length,
      content: await pack(JSON.stringify(picture)),
    })
    .execute()
  await tx
    .deleteFrom('network_picture')
    .where('id', '!=', head.id)
    .$if(before !== undefined, (q) => q.where('id', '!=', before!.id))
    .execute()
}
