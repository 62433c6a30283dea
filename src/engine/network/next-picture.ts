import type { Partition } from './components.ts'
import { placeAlone, placeParts, tiedParts } from './first-picture.ts'
import { settle } from './forces.ts'
import { edgeBetween, type Graph } from './graph.ts'
import { pushApart } from './overlaps.ts'
import { Ground } from './packing.ts'
import { gap, type Layout, type LayoutOptions, type LayoutProgress, margin, type Place } from './picture.ts'
import { bodiesOf } from './pulls.ts'
import { hashOf } from './random.ts'

const rounds = 60
/** How firmly somebody is held whose neighbours are those they were, and somebody who has all new ones. */
const [firm, loose] = [0.5, 0.02]

/** The picture again: who was in it is held there, newcomers start in the middle of their neighbours. */
export function* nextPicture(
  graph: Graph,
  picture: Layout,
  components: Partition,
  options: { communities: Int32Array; seed: number; earlier: NonNullable<LayoutOptions['earlier']> },
): Generator<LayoutProgress, void> {
  const { places, graph: before } = options.earlier
  const was = graph.ids.map((id) => places.get(id))
  const isSettled = (v: number): boolean => was[v] !== undefined && !was[v].alone
  const parts = tiedParts(components)
  const known = parts.filter((members) => members.some(isSettled))
  const members = Int32Array.from(known.flatMap((part) => [...part]))
  start(graph, picture, members, was, isSettled)

  const bodies = bodiesOf(graph, members, options.communities)
  bodies.x.set(Float64Array.from(members, (v) => picture.x[v]!))
  bodies.y.set(Float64Array.from(members, (v) => picture.y[v]!))
  const hold = Float64Array.from(members, (v) =>
    isSettled(v) ? firm + (loose - firm) * changed(graph, v, before, places) : 0,
  )
  const held = { x: bodies.x.slice(), y: bodies.y.slice(), hold }
  const radius = Float64Array.from(members, (v) => picture.radius[v]!)
  const longestStep = 2 * radius.reduce((most, r) => Math.max(most, r), 0)
  for (const done of settle(bodies, { rounds, gravity: 0, held, longestStep })) yield { done, of: rounds }
  const freedom = hold.map((firmness) => 1 - 0.9 * (firmness / firm))
  pushApart(bodies.x, bodies.y, radius, { freedom, gap, rounds: 300 })
  members.forEach((v, at) => {
    picture.x[v] = bodies.x[at]!
    picture.y[v] = bodies.y[at]!
  })

  const seated = graph.ids.flatMap((_, v) => (picture.alone[v] && was[v]?.alone ? [v] : []))
  for (const v of seated) {
    picture.x[v] = was[v]!.x
    picture.y[v] = was[v]!.y
  }
  const ground = new Ground(margin)
  ground.take(bodies.x, bodies.y, radius, margin / 2)
  const rows = [...places.values()].filter((place) => place.alone)
  ground.take(
    rows.map(({ x }) => x),
    rows.map(({ y }) => y),
    rows.map(() => margin),
    margin / 2,
  )
  const unknown = parts.filter((part) => !part.some(isSettled))
  yield* placeParts(graph, picture, unknown, ground, options)
  placeAlone(picture, seated)
}

/** Everybody to where they were; newcomers, nearest to those first, to the weighted mean of the neighbours placed. */
function start(
  graph: Graph,
  picture: Layout,
  members: Int32Array,
  was: readonly (Place | undefined)[],
  isSettled: (v: number) => boolean,
): void {
  const isPlaced = new Uint8Array(graph.size)
  for (const v of members) {
    if (!isSettled(v)) continue
    isPlaced[v] = 1
    picture.x[v] = was[v]!.x
    picture.y[v] = was[v]!.y
  }
  let waiting = members.filter((v) => !isPlaced[v])
  while (waiting.length > 0) {
    const placed = waiting.filter((v) => placeAmongNeighbours(graph, picture, v, isPlaced))
    for (const v of placed) isPlaced[v] = 1
    waiting = waiting.filter((v) => !isPlaced[v])
  }
}

function placeAmongNeighbours(graph: Graph, picture: Layout, v: number, isPlaced: Uint8Array): boolean {
  let [x, y, weight] = [0, 0, 0]
  for (let k = graph.starts[v]!; k < graph.starts[v + 1]!; k++) {
    const w = graph.neighbours[k]!
    if (!isPlaced[w]) continue
    x += graph.weights[k]! * picture.x[w]!
    y += graph.weights[k]! * picture.y[w]!
    weight += graph.weights[k]!
  }
  if (weight === 0) return false
  const angle = (2 * Math.PI * hashOf(graph.ids[v]!)) / 0x1_0000_0000
  picture.x[v] = x / weight + 2 * picture.radius[v]! * Math.cos(angle)
  picture.y[v] = y / weight + 2 * picture.radius[v]! * Math.sin(angle)
  return true
}

/** The part of an actor's neighbours, now and before together, who are not the same, from 0 to 1. */
function changed(
  graph: Graph,
  v: number,
  before: Graph | undefined,
  places: ReadonlyMap<string, Place>,
): number {
  const now = graph.starts[v + 1]! - graph.starts[v]!
  const then = before?.placeOf.get(graph.ids[v]!)
  let same = 0
  for (let k = graph.starts[v]!; k < graph.starts[v + 1]!; k++) {
    const id = graph.ids[graph.neighbours[k]!]!
    if (before === undefined || then === undefined) same += places.has(id) ? 1 : 0
    else {
      const other = before.placeOf.get(id)
      same += other !== undefined && edgeBetween(before, then, other) >= 0 ? 1 : 0
    }
  }
  const earlier =
    before === undefined || then === undefined ? same : before.starts[then + 1]! - before.starts[then]!
  const either = now + earlier - same
  return either === 0 ? 0 : 1 - same / either
}
