import { componentsOf } from './components.ts'
import { degrees } from './degree.ts'
import { firstPicture } from './first-picture.ts'
import type { Graph } from './graph.ts'
import { nextPicture } from './next-picture.ts'
import type { Layout, LayoutOptions, LayoutProgress } from './picture.ts'

/**
 * A picture of the network, a step at a time. Without an earlier one: each part of the network by forces from where
 * its communities lie, turned so that it is wider than high, the largest in the middle and the others round it where
 * there is room, those without ties in rows under it. With an earlier one: everybody is held where they were, by a
 * spring that is weaker the more their neighbours have changed; newcomers start in the middle of theirs. The same
 * network, seed and earlier picture give the same picture.
 */
export function* layoutSteps(
  graph: Graph,
  { communities, seed = 1, radius, earlier }: LayoutOptions,
): Generator<LayoutProgress, Layout> {
  const components = componentsOf(graph)
  const picture: Layout = {
    x: new Float64Array(graph.size),
    y: new Float64Array(graph.size),
    radius: radius ?? Float64Array.from(degrees(graph), (degree) => 3 + 1.5 * Math.sqrt(degree)),
    alone: Uint8Array.from(components.of, (part) => (components.sizes[part] === 1 ? 1 : 0)),
  }
  const known = graph.ids.some((id) => earlier?.places.has(id))
  if (earlier && known) yield* nextPicture(graph, picture, components, { communities, seed, earlier })
  else yield* firstPicture(graph, picture, components, { communities, seed })
  return picture
}

/** The same in one go. */
export function layout(graph: Graph, options: LayoutOptions): Layout {
  const steps = layoutSteps(graph, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The picture by ids, to be kept and given as the earlier one of the next. */
export function placesOf(graph: Graph, { x, y, alone }: Layout) {
  return new Map(graph.ids.map((id, v) => [id, { x: x[v]!, y: y[v]!, alone: alone[v] === 1 }]))
}
