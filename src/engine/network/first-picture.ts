import { membersOf } from './aggregate.ts'
import { arrange, roundsFor } from './arranging.ts'
import type { Partition } from './components.ts'
import type { Graph } from './graph.ts'
import { Ground, rowsUnder } from './packing.ts'
import { gap, type Layout, type LayoutProgress, margin } from './picture.ts'

/** Each part of the network by itself; the largest in the middle, the others where there is room round it. */
export function* firstPicture(
  graph: Graph,
  picture: Layout,
  components: Partition,
  options: { communities: Int32Array; seed: number },
): Generator<LayoutProgress, void> {
  const ground = new Ground(margin)
  yield* placeParts(graph, picture, tiedParts(components), ground, options)
  placeAlone(picture, [])
}

/** The parts of two and more, largest first. */
export function tiedParts({ of, count, sizes }: Partition): Int32Array[] {
  const { starts, order } = membersOf(of, count)
  return Array.from(sizes)
    .map((_, part) => order.slice(starts[part]!, starts[part + 1]!))
    .filter((members) => members.length > 1)
}

/** Arranges the parts one by one, and puts each into the picture where there is room. */
export function* placeParts(
  graph: Graph,
  picture: Layout,
  parts: readonly Int32Array[],
  ground: Ground,
  { communities, seed }: { communities: Int32Array; seed: number },
): Generator<LayoutProgress, void> {
  const of = parts.reduce((sum, members) => sum + roundsFor(members.length) * members.length, 0)
  let done = 0
  for (const members of parts) {
    const steps = arrange(graph, members, { communities, radius: picture.radius, seed })
    let step = steps.next()
    for (; !step.done; step = steps.next()) {
      done += members.length
      yield { done, of }
    }
    const { x, y, radius } = step.value
    const reach = Math.max(...Array.from(x, (_, at) => Math.hypot(x[at]!, y[at]!) + radius[at]!))
    const middle = ground.place(reach)
    members.forEach((v, at) => {
      picture.x[v] = x[at]! += middle.x
      picture.y[v] = y[at]! += middle.y
    })
    ground.take(x, y, radius, margin / 2)
  }
}

/** Those without ties, in rows under the others, into the places that nobody has. */
export function placeAlone(picture: Layout, seated: readonly number[]): void {
  const isSeated = new Set(seated)
  const all = Array.from(picture.alone.keys())
  const tied = all.filter((v) => !picture.alone[v])
  const waiting = all.filter((v) => picture.alone[v] && !isSeated.has(v))
  const widest = all.reduce((most, v) => (picture.alone[v] ? Math.max(most, picture.radius[v]!) : most), 0)
  const at = (v: number): { x: number; y: number } => ({ x: picture.x[v]!, y: picture.y[v]! })
  const others = { x: tied.map((v) => picture.x[v]!), y: tied.map((v) => picture.y[v]!) }
  const places = rowsUnder(others, 2 * widest + 2 * gap, seated.map(at), waiting.length)
  waiting.forEach((v, place) => {
    picture.x[v] = places[place]!.x
    picture.y[v] = places[place]!.y
  })
}
