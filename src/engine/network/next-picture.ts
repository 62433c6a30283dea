import type { Partition } from './components.ts'
import { placeAlone, placeParts, tiedParts } from './first-picture.ts'
import { edgeBetween, type Graph } from './graph.ts'
import { pushApart } from './overlaps.ts'
import { Ground } from './packing.ts'
import { gap, type Layout, type LayoutOptions, type LayoutProgress, margin, type Place } from './picture.ts'
import { hashOf } from './random.ts'

/** Rounds in which those who are drawn come near enough to where they are drawn. */
const rounds = 20

/**
 * The picture again: who was in it is held there by a spring, and drawn to the weighted middle of their neighbours by
 * another that is stronger the more of them are new; newcomers stand in the middle of theirs.
 */
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

  const pull = Float64Array.from(members, (v) => (isSettled(v) ? 0.9 * changed(graph, v, before, places) : 1))
  for (let done = 0; done < rounds; done++) {
    draw(graph, picture, members, pull, was)
    yield { done, of: rounds }
  }
  const x = Float64Array.from(members, (v) => picture.x[v]!)
  const y = Float64Array.from(members, (v) => picture.y[v]!)
  const radius = Float64Array.from(members, (v) => picture.radius[v]!)
  pushApart(x, y, radius, { freedom: pull.map((part) => 0.2 + 0.8 * part), gap, rounds: 500 })
  members.forEach((v, at) => {
    picture.x[v] = x[at]!
    picture.y[v] = y[at]!
  })

  const seated = graph.ids.flatMap((_, v) => (picture.alone[v] && was[v]?.alone ? [v] : []))
  for (const v of seated) {
    picture.x[v] = was[v]!.x
    picture.y[v] = was[v]!.y
  }
  const ground = new Ground(margin)
  ground.take(x, y, radius, margin / 2)
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

/** Each between where they were and the weighted middle of their neighbours, by the part that they are drawn. */
function draw(
  { starts, neighbours, weights }: Graph,
  { x, y }: Layout,
  members: Int32Array,
  pull: Float64Array,
  was: readonly (Place | undefined)[],
): void {
  members.forEach((v, at) => {
    const part = pull[at]!
    if (part === 0) return
    let [sumX, sumY, weight] = [0, 0, 0]
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      sumX += weights[k]! * x[neighbours[k]!]!
      sumY += weights[k]! * y[neighbours[k]!]!
      weight += weights[k]!
    }
    const home = part < 1 ? was[v]! : { x: 0, y: 0 }
    x[v] = (1 - part) * home.x + (part * sumX) / weight
    y[v] = (1 - part) * home.y + (part * sumY) / weight
  })
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
