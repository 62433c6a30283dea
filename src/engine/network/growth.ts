import { componentsOf } from './components.ts'
import { type Day, readDay, writeDay } from './day.ts'
import { type Graph, graphOf } from './graph.ts'
import { always, goesOn, type TieColumns } from './ties.ts'

/** The network as it was in a half-year: ties that held on one of its days, and the actors that they join. */
export type HalfYear = {
  /** The first day of the half-year, and the last. */
  readonly first: Day
  readonly last: Day
  readonly actors: number
  /** Pairs that are tied. */
  readonly pairs: number
  readonly components: number
  /** The part of all pairs of these actors that are tied. */
  readonly density: number
  /** Pairs that an actor is in, on average. */
  readonly tiesPerActor: number
  /** The part of these actors that are in the largest component. */
  readonly largestShare: number
  /** The part of the pairs whose actors are of two regions; of pairs whose regions are known. */
  readonly acrossShare: number
}

/** The ties that hold on some day from `first` to `last`, with their actors alone. */
export function heldBetween(graph: Graph, first: Day, last: Day): Graph {
  const { ties } = graph
  const held = Array.from({ length: ties.count }, (_, at) => at).filter(
    (at) => ties.since[at]! <= last && ties.until[at]! >= first,
  )
  const isIn = new Int32Array(graph.size).fill(-1)
  for (const at of held) isIn[ties.a[at]!] = isIn[ties.b[at]!] = 0
  const members = Array.from(isIn.keys()).filter((v) => isIn[v] === 0)
  members.forEach((v, place) => {
    isIn[v] = place
  })
  const columns: TieColumns = {
    ...ties,
    count: held.length,
    a: Int32Array.from(held, (at) => isIn[ties.a[at]!]!),
    b: Int32Array.from(held, (at) => isIn[ties.b[at]!]!),
    weight: Float64Array.from(held, (at) => ties.weight[at]!),
    since: Int32Array.from(held, (at) => ties.since[at]!),
    until: Int32Array.from(held, (at) => ties.until[at]!),
    kind: Int32Array.from(held, (at) => ties.kind[at]!),
    evidence: Int32Array.from(held, (at) => ties.evidence[at]!),
  }
  return graphOf(
    members.map((v) => ({ id: graph.ids[v]!, attributes: graph.attributes[v]! })),
    columns,
  )
}

/** The series by half-year, from the first day of a tie to `now`. Ties without a first day are in all of it. */
export function growth(graph: Graph, now: Day, region = 'region'): HalfYear[] {
  const firsts = graph.ties.since.filter((since) => since !== always && since !== goesOn && since <= now)
  if (firsts.length === 0) return []
  const series: HalfYear[] = []
  for (let first = halfYearOf(firsts.reduce((a, b) => Math.min(a, b))); first <= now; ) {
    const next = halfYearOf(first + 200)
    series.push(halfYear(heldBetween(graph, first, Math.min(next - 1, now)), first, next - 1, region))
    first = next
  }
  return series
}

function halfYear(graph: Graph, first: Day, last: Day, region: string): HalfYear {
  const { size, edges, lower, upper, attributes } = graph
  const components = componentsOf(graph)
  let [known, across] = [0, 0]
  for (let e = 0; e < edges; e++) {
    const [here, there] = [attributes[lower[e]!]![region], attributes[upper[e]!]![region]]
    if (here === undefined || there === undefined) continue
    known++
    if (here !== there) across++
  }
  return {
    first,
    last,
    actors: size,
    pairs: edges,
    components: components.count,
    density: size < 2 ? 0 : (2 * edges) / (size * (size - 1)),
    tiesPerActor: size === 0 ? 0 : (2 * edges) / size,
    largestShare: size === 0 ? 0 : components.sizes[0]! / size,
    acrossShare: known === 0 ? 0 : across / known,
  }
}

/** The first day of the half-year that a day is in. */
function halfYearOf(day: Day): Day {
  const text = writeDay(day)
  return readDay(`${text.slice(0, 4)}-${Number(text.slice(5, 7)) <= 6 ? '01' : '07'}-01`)!
}
