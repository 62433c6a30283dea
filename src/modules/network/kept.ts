import { countFacets, type DrawnNetwork } from '../../engine/network/index.ts'
import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import { columnsOf, type Picture, type PictureTie } from './picture.ts'
import { latestPicture, readPicture } from './picture-queries.ts'

/** The latest picture as this process holds it. */
export type KeptPicture = {
  id: string
  at: Date
  picture: Picture
  columns: DrawnNetwork
  /** Of each facet how many actors have each value. */
  sizes: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Places of actors by id, and the ties of each. */
  placeOf: ReadonlyMap<string, number>
  tiesOf: (place: number) => readonly PictureTie[]
}

let held: { database: string; id: string; kept: Promise<KeptPicture | undefined> } | undefined

/** Undefined until the first picture has been computed. */
export async function keptPicture(db: Read): Promise<KeptPicture | undefined> {
  const head = await latestPicture(db)
  if (!head) return undefined
  const database = (await revision(db)).replace(/\/\d+$/, '')
  if (held?.database !== database || held.id !== head.id) {
    const kept = readPicture(db, head.id).then((picture) => picture && keptOf(head.id, head.at, picture))
    kept.catch(() => {
      held = undefined
    })
    held = { database, id: head.id, kept }
  }
  return held.kept
}

function keptOf(id: string, at: Date, picture: Picture): KeptPicture {
  const of: PictureTie[][] = picture.actors.map(() => [])
  for (const tie of picture.ties) {
    of[tie.a]!.push(tie)
    of[tie.b]!.push(tie)
  }
  const columns = columnsOf(picture)
  return {
    id,
    at,
    picture,
    columns,
    sizes: Object.fromEntries(
      Object.entries(countFacets(columns, {})).map(([name, counts]) => [name, Object.fromEntries(counts)]),
    ),
    placeOf: new Map(picture.actors.map((actor, place) => [actor.id, place])),
    tiesOf: (place) => of[place] ?? [],
  }
}
