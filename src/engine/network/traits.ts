import type { Partition } from './components.ts'
import { strengths } from './degree.ts'
import type { Graph } from './graph.ts'

/** What the members of a community share more than others do. */
export type Trait = {
  readonly attribute: string
  readonly value: string
  /** Members who have it, as a part of those of whom the attribute is known. */
  readonly share: number
  /** The same part of all actors, to compare. */
  readonly usual: number
}

export type CommunityTraits = {
  readonly size: number
  /** One an attribute at most, in the order asked. */
  readonly traits: readonly Trait[]
  /** The member with the greatest strength: it tells apart communities that share the same. */
  readonly first: number
}

/** A trait names a community when more than half of its members have it, this many times oftener than all do. */
const [half, oftener] = [0.5, 1.2]

/**
 * What names each community in plain words: the most common value of each attribute asked (region, kind, themes), if
 * more than half of the members have it and it is more common among them than among all.
 */
export function traitsOf(
  graph: Graph,
  { of, count, sizes }: Partition,
  attributes: readonly string[],
): CommunityTraits[] {
  const strength = strengths(graph)
  const members: number[][] = Array.from({ length: count }, () => [])
  of.forEach((community, v) => {
    members[community]!.push(v)
  })
  const everybody = new Map(attributes.map((name) => [name, counted(graph, Array.from(of.keys()), name)]))
  return members.map((here, community) => ({
    size: sizes[community]!,
    traits: attributes.flatMap((attribute) => {
      const [ours, all] = [counted(graph, here, attribute), everybody.get(attribute)!]
      const best = [...ours.values].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0]
      if (!best) return []
      const [value, times] = best
      const trait = { attribute, value, share: times / ours.known, usual: all.values.get(value)! / all.known }
      return trait.share > half && trait.share >= Math.min(1, oftener * trait.usual) ? [trait] : []
    }),
    first: here.reduce((best, v) => (strength[v]! > strength[best]! ? v : best)),
  }))
}

function counted(graph: Graph, actors: readonly number[], attribute: string) {
  const values = new Map<string, number>()
  let known = 0
  for (const v of actors) {
    const value = graph.attributes[v]![attribute]
    if (value === undefined) continue
    known++
    for (const word of Array.isArray(value) ? new Set<string>(value) : [String(value)])
      values.set(word, (values.get(word) ?? 0) + 1)
  }
  return { values, known }
}
