import type { Cuts } from './cuts.ts'
import type { Graph } from './graph.ts'
import { participation } from './participation.ts'

/** Two groups (regions, communities) that an actor's ties join. */
export type Join = {
  /** The actor's own group, and the other. */
  readonly from: number
  readonly to: number
  /** Its tied pairs into the other group, and all tied pairs between the two groups. */
  readonly through: number
  readonly ofAll: number
}

export type Broker = {
  readonly actor: number
  readonly betweenness: number
  readonly participation: number
  /** How many groups its ties reach, its own among them. */
  readonly groups: number
  /** How many would be cut off from the rest if it left. */
  readonly cutOff: number
  /** Most pairs first. */
  readonly joins: readonly Join[]
}

export type Brokerage = {
  /** Who stands between groups most, by betweenness times participation. */
  readonly brokers: readonly Broker[]
  /** Pairs of groups that one tied pair alone joins: its edge. */
  readonly single: readonly { readonly a: number; readonly b: number; readonly edge: number }[]
  /** Actors without ties. */
  readonly alone: readonly number[]
}

/**
 * Who connects groups, which groups hang together by one pair, and who is alone.
 * @param groups the group of each actor: its region or community; -1 where it is not known
 * @param most so many brokers at most
 */
export function brokerage(
  graph: Graph,
  groups: Int32Array,
  { betweenness, cuts, most = 20 }: { betweenness: Float64Array; cuts: Cuts; most?: number },
): Brokerage {
  const { size, edges, lower, upper, starts } = graph
  const unknown = groups.reduce((a, b) => Math.max(a, b), -1) + 1
  const known = groups.map((group) => (group < 0 ? unknown : group))
  const spread = participation(graph, known)
  const between = new Map<string, { count: number; edge: number }>()
  for (let e = 0; e < edges; e++) {
    const [a, b] = [groups[lower[e]!]!, groups[upper[e]!]!]
    if (a < 0 || b < 0 || a === b) continue
    const pair = between.get(keyOf(a, b)) ?? { count: 0, edge: e }
    pair.count++
    between.set(keyOf(a, b), pair)
  }
  const actors = Array.from({ length: size }, (_, v) => v)
  const score = (v: number): number => betweenness[v]! * spread[v]!
  const brokers = actors
    .filter((v) => score(v) > 0)
    .sort((v, w) => score(w) - score(v) || v - w)
    .slice(0, most)
    .map((actor): Broker => {
      const reached = groupsOf(graph, groups, actor)
      const from = groups[actor]!
      const joins = [...reached]
        .filter(([to]) => from >= 0 && to >= 0 && to !== from)
        .map(([to, through]) => ({ from, to, through, ofAll: between.get(keyOf(from, to))!.count }))
        .sort((x, y) => y.through - x.through || x.to - y.to)
      return {
        actor,
        betweenness: betweenness[actor]!,
        participation: spread[actor]!,
        groups: [...reached.keys()].filter((group) => group >= 0).length,
        cutOff: cuts.cutOff[actor]!,
        joins,
      }
    })
  const single = [...between]
    .filter(([, { count }]) => count === 1)
    .map(([key, { edge }]) => {
      const [a, b] = key.split(' ').map(Number)
      return { a: a!, b: b!, edge }
    })
    .sort((x, y) => x.a - y.a || x.b - y.b)
  return { brokers, single, alone: actors.filter((v) => starts[v] === starts[v + 1]) }
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** How many neighbours an actor has in each group. */
function groupsOf({ starts, neighbours }: Graph, groups: Int32Array, v: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (let k = starts[v]!; k < starts[v + 1]!; k++) {
    const group = groups[neighbours[k]!]!
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return counts
}
