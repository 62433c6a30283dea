import type { Day } from './day.ts'
import { type Graph, tiesOf } from './graph.ts'
import { always, goesOn, type Tie } from './ties.ts'

/** What happened to the ties of a pair between two days. */
export type PairChange = {
  /** Numbers of the actors, the lower first. */
  readonly a: number
  readonly b: number
  /**
   * `first`: they had never been tied before. `again`: they had, but were not on the first day. `grown` and `less`:
   * tied on both days, by more or less weight. `ended`: tied on the first day alone.
   */
  readonly what: 'first' | 'again' | 'grown' | 'less' | 'ended'
  /** The sum of the weights of the ties that hold on each day. */
  readonly before: number
  readonly after: number
  /** What brought it: the ties that began after the first day; of one that ended, those that ended. */
  readonly by: readonly Tie[]
}

export type Change = {
  readonly pairs: readonly PairChange[]
  /** Actors with a tie on the later day who had none before it, and those with a tie on the first day alone. */
  readonly came: readonly number[]
  readonly left: readonly number[]
  readonly figures: {
    /** Pairs that are tied on each day. */
    readonly before: number
    readonly after: number
    readonly firstTime: number
    /** First-time pairs whose actors are of two regions. */
    readonly firstTimeAcross: number
    readonly ended: number
    /** First-time pairs by what brought them: the kind of tie, most first. */
    readonly byKind: readonly (readonly [kind: string, pairs: number])[]
  }
}

/** What changed between two days, the ties that hold on each compared. A tie holds from its first to its last day. */
export function changeBetween(graph: Graph, from: Day, to: Day, region = 'region'): Change {
  const { ties, tieOrder, tieStarts, lower, upper } = graph
  const holds = (at: number, day: Day): boolean =>
    (ties.since[at]! === always || ties.since[at]! <= day) &&
    (ties.until[at]! === goesOn || ties.until[at]! >= day)
  const pairs: PairChange[] = []
  /** 1: had been tied by the first day. 2: tied on the first day. 4: tied on the later. */
  const states = new Uint8Array(graph.size)
  let [tiedBefore, tiedAfter] = [0, 0]
  for (let e = 0; e < graph.edges; e++) {
    let [before, after, was] = [0, 0, false]
    for (let place = tieStarts[e]!; place < tieStarts[e + 1]!; place++) {
      const at = tieOrder[place]!
      if (ties.since[at]! <= from) was = true
      if (holds(at, from)) before += ties.weight[at]!
      if (holds(at, to)) after += ties.weight[at]!
    }
    const state = (was ? 1 : 0) | (before > 0 ? 2 : 0) | (after > 0 ? 4 : 0)
    for (const v of [lower[e]!, upper[e]!]) states[v]! |= state
    if (before > 0) tiedBefore++
    if (after > 0) tiedAfter++
    const what = whatHappened(before, after, was)
    if (what)
      pairs.push({ a: lower[e]!, b: upper[e]!, what, before, after, by: broughtBy(graph, e, what, from, to) })
  }
  const actors = Array.from(states.keys())
  return {
    pairs,
    came: actors.filter((v) => states[v]! & 4 && !(states[v]! & 1)),
    left: actors.filter((v) => states[v]! & 2 && !(states[v]! & 4)),
    figures: { before: tiedBefore, after: tiedAfter, ...figuresOf(graph, pairs, region) },
  }
}

function whatHappened(before: number, after: number, was: boolean): PairChange['what'] | undefined {
  if (before === 0 && after === 0) return undefined
  if (before === 0) return was ? 'again' : 'first'
  if (after === 0) return 'ended'
  // Sums of the same weights are the same: the ties of a pair are always added in one order.
  if (after === before) return undefined
  return after > before ? 'grown' : 'less'
}

function broughtBy(graph: Graph, edge: number, what: PairChange['what'], from: Day, to: Day): Tie[] {
  const hasEnded = (tie: Tie): boolean => (tie.until ?? goesOn) >= from && (tie.until ?? goesOn) < to
  const hasBegun = (tie: Tie): boolean =>
    (tie.since ?? always) > from && (tie.since ?? always) <= to && (tie.until ?? goesOn) >= to
  return tiesOf(graph, edge).filter(what === 'ended' || what === 'less' ? hasEnded : hasBegun)
}

function figuresOf(graph: Graph, pairs: readonly PairChange[], region: string) {
  const first = pairs.filter(({ what }) => what === 'first')
  const kinds = new Map<string, number>()
  for (const { by } of first)
    for (const kind of new Set(by.map((tie) => tie.kind))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const isAcross = ({ a, b }: PairChange): boolean => {
    const [here, there] = [graph.attributes[a]![region], graph.attributes[b]![region]]
    return here !== undefined && there !== undefined && here !== there
  }
  return {
    firstTime: first.length,
    firstTimeAcross: first.filter(isAcross).length,
    ended: pairs.filter(({ what }) => what === 'ended').length,
    byKind: [...kinds].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)),
  }
}
