import { type Bodies, settle } from './forces.ts'
import type { Graph } from './graph.ts'
import { pushApart } from './overlaps.ts'
import { gap } from './picture.ts'
import { bodiesOf, groupedBodies } from './pulls.ts'
import { hashOf } from './random.ts'

/** The part of a picture's area that discs cover. */
const cover = 0.3
const gravity = 0.015
const golden = Math.PI * (3 - Math.sqrt(5))

export const roundsFor = (size: number): number => (size < 100 ? 200 : 400)

/** A part of the network by itself, its middle at 0, wider than high: where each of its members is. */
export function* arrange(
  graph: Graph,
  members: Int32Array,
  { communities, radius, seed }: { communities: Int32Array; radius: Float64Array; seed: number },
): Generator<number, { x: Float64Array; y: Float64Array; radius: Float64Array }> {
  const bodies = bodiesOf(graph, members, communities)
  const discs = Float64Array.from(members, (v) => radius[v]!)
  const chance = (at: number): number => hashOf(`${seed} ${graph.ids[members[at]!]!}`) / 0x1_0000_0000
  startByGroups(bodies, groupsOf(members, communities), chance)
  yield* settle(bodies, { rounds: roundsFor(members.length), gravity })
  turn(bodies)
  scale(bodies, discs)
  pushApart(bodies.x, bodies.y, discs, {
    freedom: new Float64Array(members.length).fill(1),
    gap,
    rounds: 300,
  })
  return { x: bodies.x, y: bodies.y, radius: discs }
}

function groupsOf(members: Int32Array, communities: Int32Array): { of: Int32Array; count: number } {
  const numbers = new Map<number, number>()
  const of = members.map((v) => {
    const community = communities[v]!
    const number = numbers.get(community) ?? numbers.size
    numbers.set(community, number)
    return number
  })
  return { of, count: numbers.size }
}

/** Communities find their places first, as single bodies; members start in a disc round the middle of theirs. */
function startByGroups(
  bodies: Bodies,
  groups: { of: Int32Array; count: number },
  chance: (at: number) => number,
): void {
  const middles = groupedBodies(bodies, groups.of, groups.count)
  middles.x.forEach((_, group) => {
    const far = 100 * Math.sqrt(group + 0.5)
    middles.x[group] = far * Math.cos(group * golden)
    middles.y[group] = far * Math.sin(group * golden)
  })
  for (const _ of settle(middles, { rounds: 200, gravity }));
  const members = new Int32Array(groups.count)
  for (const group of groups.of) members[group]!++
  const spread = Math.max(1, Math.sqrt(middles.x.reduce((sum, x, g) => sum + x * x + middles.y[g]! ** 2, 0)))
  for (let at = 0; at < bodies.x.length; at++) {
    const group = groups.of[at]!
    const angle = 2 * Math.PI * chance(at)
    const far = (spread * Math.sqrt((members[group]! / bodies.x.length) * ((chance(at) * 7919) % 1))) / 2
    bodies.x[at] = middles.x[group]! + far * Math.cos(angle)
    bodies.y[at] = middles.y[group]! + far * Math.sin(angle)
  }
}

/** Round the middle, so that the longest extent lies across (the first principal axis). */
function turn({ x, y }: Bodies): void {
  const [mx, my] = [mean(x), mean(y)]
  let [xx, xy, yy] = [0, 0, 0]
  for (let v = 0; v < x.length; v++) {
    x[v]! -= mx
    y[v]! -= my
    xx += x[v]! ** 2
    xy += x[v]! * y[v]!
    yy += y[v]! ** 2
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let v = 0; v < x.length; v++) {
    const across = x[v]! * cos - y[v]! * sin
    y[v] = x[v]! * sin + y[v]! * cos
    x[v] = across
  }
}

/** Makes the picture so large that the discs cover their part of it. */
function scale({ x, y }: Bodies, radius: Float64Array): void {
  const area = 4 * Math.PI * Math.sqrt(variance(x) * variance(y))
  const wanted = radius.reduce((sum, r) => sum + Math.PI * (r + gap) ** 2, 0) / cover
  const wide = Math.max(variance(x), variance(y))
  // Bodies in a line have no area: they get room along it.
  const factor = Math.sqrt(wanted / Math.max(area, wide)) || 1
  for (let v = 0; v < x.length; v++) {
    x[v]! *= factor
    y[v]! *= factor
  }
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value * value, 0) / values.length
