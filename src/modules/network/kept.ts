import { countFacets, type DrawnNetwork, type Graph, graphOf, readDay } from '../../engine/network/index.ts'
import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import type { Language } from '../../kernel/text.ts'
import { columnsOf, drawingOf, type Picture, type PictureTie } from './picture.ts'
import { latestPicture, readPicture } from './picture-queries.ts'

/** The latest picture as this process holds it. */
export type KeptPicture = {
  id: string
  at: Date
  picture: Picture
  /** How many of its ties are not public. */
  closed: number
  columns: DrawnNetwork
  /** Of each facet how many actors have each value. */
  sizes: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Places of actors by id, and the ties of each. */
  placeOf: ReadonlyMap<string, number>
  tiesOf: (place: number) => readonly PictureTie[]
  /** The picture as the engine's measures take it. */
  graph: Graph
  /** The drawing of it as JSON, made once for each language. */
  drawing: (language: Language) => string
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

/** What is asked of a picture, made ready. */
export function keptOf(id: string, at: Date, picture: Picture, closed = 0): KeptPicture {
  const of: PictureTie[][] = picture.actors.map(() => [])
  for (const tie of picture.ties) {
    of[tie.a]!.push(tie)
    of[tie.b]!.push(tie)
  }
  const columns = columnsOf(picture)
  const drawings = new Map<Language, string>()
  return {
    id,
    at,
    picture,
    closed,
    columns,
    sizes: Object.fromEntries(
      Object.entries(countFacets(columns, {})).map(([name, counts]) => [name, Object.fromEntries(counts)]),
    ),
    placeOf: new Map(picture.actors.map((actor, place) => [actor.id, place])),
    tiesOf: (place) => of[place] ?? [],
    graph: graphOfPicture(picture),
    drawing: (language) => {
      const made = drawings.get(language) ?? JSON.stringify(drawingOf(picture, language))
      drawings.set(language, made)
      return made
    },
  }
}

function graphOfPicture({ actors, ties }: Picture): Graph {
  return graphOf(
    actors.map(({ id, name, kind, region, themes }) => ({
      id,
      attributes: { name, kind, ...(region && { region }), themes },
    })),
    ties.map(({ a, b, kind, weight, since, until, evidence }) => ({
      a: actors[a]!.id,
      b: actors[b]!.id,
      kind,
      weight,
      evidence,
      ...(since && { since: readDay(since)! }),
      ...(until && { until: readDay(until)! }),
    })),
  )
}
