import { createHash } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { closedTies, type Tie, weightOf } from '../ties/index.ts'
import { actorRows } from './gather-queries.ts'
import { type KeptPicture, keptOf, keptPicture } from './kept.ts'
import type { Picture, PictureActor, PictureTie } from './picture.ts'

/** So many pictures with closed ties are kept; those who see the same share one. */
const mostKept = 8
const made = new Map<string, Promise<KeptPicture>>()

/**
 * The latest picture with the stated ties that the reader may see beside the public ones. Places, communities and who
 * connects whom stay as they were computed from what is public.
 */
export async function pictureFor({
  db,
  actor,
}: {
  db: Read
  actor: Actor
}): Promise<KeptPicture | undefined> {
  const kept = await keptPicture(db)
  if (!kept) return undefined
  const ties = actor.kind === 'person' ? await closedTies(db, actor) : []
  if (ties.length === 0) return kept
  const key = createHash('sha256')
    .update(JSON.stringify([kept.id, ties.map(({ id, answer, ends_on }) => [id, answer, ends_on])]))
    .digest('hex')
  const known = made.get(key)
  if (known) return known
  const making = withClosed(db, kept, ties)
  made.set(key, making)
  making.catch(() => made.delete(key))
  for (const oldest of made.keys()) {
    if (made.size <= mostKept) break
    made.delete(oldest)
  }
  return making
}

async function withClosed(db: Read, kept: KeptPicture, ties: readonly Tie[]): Promise<KeptPicture> {
  const ids = [...new Set(ties.flatMap((tie) => [tie.from.id, tie.to.id]))]
  const rows = await actorRows(
    db,
    ids.filter((id) => !kept.placeOf.has(id)),
  )
  const actors: PictureActor[] = [
    ...kept.picture.actors.map((actor) => ({ ...actor })),
    ...rows.map((row) => ({ ...row, ...nowhere, roles: [] })),
  ]
  const placeOf = new Map(actors.map(({ id }, place) => [id, place]))
  const added = ties.flatMap((tie): PictureTie[] => {
    const [from, to] = [placeOf.get(tie.from.id), placeOf.get(tie.to.id)]
    if (from === undefined || to === undefined) return []
    return [
      {
        a: Math.min(from, to),
        b: Math.max(from, to),
        kind: tie.own?.id ?? tie.kind,
        weight: weightOf(tie.strength, tie.answer),
        since: tie.starts_on,
        until: tie.ends_on,
        evidence: `tie:${tie.id}`,
      },
    ]
  })
  seat(actors, kept.picture.actors.length, added)
  const all = [...kept.picture.ties, ...added].sort((t, u) => t.a - u.a || t.b - u.b)
  count(actors, all, added)
  const picture: Picture = { ...kept.picture, actors, ties: all }
  return keptOf(kept.id, kept.at, picture, added.length)
}

const nowhere = {
  x: Number.NaN,
  y: Number.NaN,
  community: null,
  others: 0,
  strength: 0,
  between: 0,
  spread: 0,
  cutsOff: 0,
}

/** How far from its partner a newly seen actor is put, as a share of the picture's width. */
const beside = 0.02

/** Newly seen actors stand beside a partner that has a place; who has none stand in a row under the picture. */
function seat(actors: PictureActor[], first: number, ties: readonly PictureTie[]): void {
  let [left, right, foot] = [Infinity, -Infinity, -Infinity]
  for (const { x, y } of actors.slice(0, first)) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    foot = Math.max(foot, y)
  }
  const step = first === 0 ? 1 : (right - left) * beside || 1
  const [start, under] = first === 0 ? [0, 0] : [left, foot + 3 * step]
  const isSeated = (place: number) => !Number.isNaN(actors[place]!.x)
  const sit = (place: number, x: number, y: number) => Object.assign(actors[place]!, { x, y })
  let inRow = 0
  for (let waiting = actors.length - first; waiting > 0; ) {
    const before = waiting
    for (const { a, b } of ties)
      for (const [place, partner] of [
        [a, b],
        [b, a],
      ] as const) {
        if (isSeated(place) || !isSeated(partner)) continue
        const angle = place * 2.4 // radians: the golden angle, so that several do not lie on each other
        const { x, y } = actors[partner]!
        sit(place, x + step * Math.cos(angle), y + step * Math.sin(angle))
        waiting--
      }
    if (waiting < before) continue
    sit(
      actors.findIndex((_, place) => !isSeated(place)),
      start + 4 * step * inRow++,
      under,
    )
    waiting--
  }
}

/** With how many others the ends of the added ties are tied now, and how strongly. */
function count(actors: PictureActor[], all: readonly PictureTie[], added: readonly PictureTie[]): void {
  const ends = new Set(added.flatMap(({ a, b }) => [a, b]))
  const others = new Map([...ends].map((place) => [place, new Set<number>()]))
  for (const { a, b } of all) {
    others.get(a)?.add(b)
    others.get(b)?.add(a)
  }
  for (const [place, known] of others) actors[place]!.others = known.size
  for (const { a, b, weight } of added) {
    actors[a]!.strength += weight
    actors[b]!.strength += weight
  }
}
