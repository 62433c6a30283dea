import type { Bodies } from './forces.ts'
import type { Graph } from './graph.ts'

/** A tie ten times stronger than usual pulls about three times harder. */
const weightPower = 0.5
/** A tie between two communities pulls so many times less: communities are regions of the picture. */
const betweenCommunities = 0.25

/** Some actors of a network as bodies, at 0 each: those among whom no tie leads out. */
export function bodiesOf(graph: Graph, members: Int32Array, communities: Int32Array): Bodies {
  const place = new Map(Array.from(members, (v, at) => [v, at]))
  const edges: number[] = []
  for (const v of members)
    for (let k = graph.starts[v]!; k < graph.starts[v + 1]!; k++)
      if (graph.neighbours[k]! > v) edges.push(graph.edgeAt[k]!)
  const mean = edges.reduce((sum, e) => sum + graph.edgeWeights[e]!, 0) / Math.max(1, edges.length)
  return {
    x: new Float64Array(members.length),
    y: new Float64Array(members.length),
    mass: Float64Array.from(members, (v) => graph.starts[v + 1]! - graph.starts[v]! + 1),
    pulls: {
      from: Int32Array.from(edges, (e) => place.get(graph.lower[e]!)!),
      to: Int32Array.from(edges, (e) => place.get(graph.upper[e]!)!),
      weight: Float64Array.from(edges, (e) => {
        const isWithin = communities[graph.lower[e]!] === communities[graph.upper[e]!]
        return (graph.edgeWeights[e]! / mean) ** weightPower * (isWithin ? 1 : betweenCommunities)
      }),
    },
  }
}

/** Groups of bodies as bodies: what draws two groups together is the sum of what draws their members. */
export function groupedBodies({ mass, pulls }: Bodies, groups: Int32Array, count: number): Bodies {
  const sums = new Map<number, number>()
  pulls.from.forEach((from, p) => {
    const [a, b] = [groups[from]!, groups[pulls.to[p]!]!]
    if (a === b) return
    const key = Math.min(a, b) * count + Math.max(a, b)
    sums.set(key, (sums.get(key) ?? 0) + pulls.weight[p]!)
  })
  const keys = [...sums.keys()]
  const groupMass = new Float64Array(count)
  groups.forEach((group, body) => {
    groupMass[group]! += mass[body]!
  })
  return {
    x: new Float64Array(count),
    y: new Float64Array(count),
    mass: groupMass,
    pulls: {
      from: Int32Array.from(keys, (key) => Math.floor(key / count)),
      to: Int32Array.from(keys, (key) => key % count),
      weight: Float64Array.from(keys, (key) => sums.get(key)!),
    },
  }
}
