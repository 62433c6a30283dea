import type { Graph } from './graph.ts'

export type AroundOptions = {
  /** 1: those the actor is tied to. 2: those they are tied to as well. */
  readonly steps?: 1 | 2
  /** Actors in the picture besides the one in the middle. 24 unless told. */
  readonly most?: number
}

export type AroundActor = {
  readonly actor: number
  /** 0 in the middle, 1, 2. */
  readonly steps: number
  /** Middle at 0; across from -1 to 1, down from -1 to 1. */
  readonly x: number
  readonly y: number
  /** Where its name has room: outside the circle, on the side where it stands. */
  readonly side: 'left' | 'right' | 'under'
}

/** One actor and those round it. */
export type Around = {
  readonly actors: readonly AroundActor[]
  /** Numbers of the edges between the actors of the picture. */
  readonly edges: readonly number[]
  /** How many at the first and at the second step had no room: "and 34 more". */
  readonly more: readonly [number, number]
}

/** How far from the middle an actor of each step stands. */
const far = [0, 0.62, 1]

/**
 * A small picture of one actor: the strongest ties have room first, half of it at most for the second step. Everybody
 * stands on a circle, on two sides at even heights so that names do not lie on each other; who is of the second step
 * stands near the one it is tied to. The same network gives the same picture.
 */
export function around(graph: Graph, middle: number, { steps = 1, most = 24 }: AroundOptions = {}): Around {
  const first = strongest(graph, new Map([[middle, 1]]), new Set([middle]))
  const known = new Set([middle, ...first.map(({ actor }) => actor)])
  const roomForFirst = steps === 1 ? most : Math.max(Math.ceil(most / 2), 1)
  const near = first.slice(0, roomForFirst)
  const second =
    steps === 1 ? [] : strongest(graph, new Map(near.map(({ actor, weight }) => [actor, weight])), known)
  const further = second.slice(0, most - near.length)
  const actors: AroundActor[] = [{ actor: middle, steps: 0, x: 0, y: 0, side: 'under' }]
  for (const side of ['right', 'left'] as const) {
    const here = near.filter((_, at) => (at % 2 === 0) === (side === 'right')).map(({ actor }) => actor)
    const rows = here.flatMap((actor) => [
      { actor, steps: 1 },
      ...further.filter(({ via }) => via === actor).map((next) => ({ actor: next.actor, steps: 2 })),
    ])
    rows.forEach((row, at) => {
      actors.push({ ...row, ...pointAt(at, rows.length, far[row.steps]!, side), side })
    })
  }
  const shown = new Set(actors.map(({ actor }) => actor))
  return {
    actors,
    edges: edgesAmong(graph, shown),
    more: [first.length - near.length, second.length - further.length],
  }
}

type Neighbour = { actor: number; weight: number; via: number }

/** Who is tied to some, and is none of those left out, by the weight of the tie times that of the one it goes through. */
function strongest(
  graph: Graph,
  from: ReadonlyMap<number, number>,
  leftOut: ReadonlySet<number>,
): Neighbour[] {
  const best = new Map<number, Neighbour>()
  for (const [via, share] of from)
    for (let k = graph.starts[via]!; k < graph.starts[via + 1]!; k++) {
      const actor = graph.neighbours[k]!
      if (leftOut.has(actor)) continue
      const weight = graph.weights[k]! * share
      const known = best.get(actor)
      if (!known || weight > known.weight) best.set(actor, { actor, weight, via })
    }
  return [...best.values()].sort((a, b) => b.weight - a.weight || a.actor - b.actor)
}

/** Even steps down one side, bent to a circle; the ends stay clear of the middle's name. */
function pointAt(at: number, of: number, distance: number, side: 'left' | 'right'): { x: number; y: number } {
  const y = of === 1 ? 0 : -0.95 + (1.9 * at) / (of - 1)
  const x = distance * Math.max(0.35, Math.sqrt(1 - y * y * 0.8))
  return { x: side === 'right' ? x : -x, y }
}

function edgesAmong(graph: Graph, shown: ReadonlySet<number>): number[] {
  const edges: number[] = []
  for (const v of shown)
    for (let k = graph.starts[v]!; k < graph.starts[v + 1]!; k++)
      if (graph.neighbours[k]! > v && shown.has(graph.neighbours[k]!)) edges.push(graph.edgeAt[k]!)
  return edges.sort((a, b) => a - b)
}
