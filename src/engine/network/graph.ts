import { type Actor, type Attribute, columnsOf, type Tie, type TieColumns, tieAt } from './ties.ts'

/**
 * Who is tied to whom, in compressed sparse rows. Actors are numbers from 0 in the order given; ids are for outside.
 * All ties between a pair are one edge for the measures, its weight their sum; the ties themselves stay apart.
 */
export type Graph = {
  readonly size: number
  readonly ids: readonly string[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly attributes: readonly Readonly<Record<string, Attribute>>[]
  /** Edges: the lower end, the upper end, and the sum of the weights of its ties. */
  readonly edges: number
  readonly lower: Int32Array
  readonly upper: Int32Array
  readonly edgeWeights: Float64Array
  /** Row v is starts[v] to starts[v + 1]: neighbours by number, the weights of the edges to them, their numbers. */
  readonly starts: Int32Array
  readonly neighbours: Int32Array
  readonly weights: Float64Array
  readonly edgeAt: Int32Array
  readonly ties: TieColumns
  /** The ties of edge e: tieOrder[tieStarts[e]] to tieOrder[tieStarts[e + 1] - 1]. */
  readonly tieStarts: Int32Array
  readonly tieOrder: Int32Array
}

/** @throws RangeError for an id that comes twice, and for ties that `columnsOf` refuses */
export function graphOf(actors: readonly Actor[], ties: readonly Tie[] | TieColumns): Graph {
  const size = actors.length
  const ids = actors.map((actor) => actor.id)
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  if (placeOf.size < size) throw new RangeError('two actors have the same id')
  const columns = 'count' in ties ? ties : columnsOf(placeOf, ties)
  const tieOrder = orderedByPair(columns, size)
  const { edges, lower, upper, edgeWeights, tieStarts } = joined(columns, tieOrder)
  return {
    size,
    ids,
    placeOf,
    attributes: actors.map((actor) => actor.attributes ?? {}),
    edges,
    lower,
    upper,
    edgeWeights,
    ...rowsOf(size, lower, upper, edgeWeights),
    ties: columns,
    tieStarts,
    tieOrder,
  }
}

/** The ties of an edge, in the order in which they were given. */
export function tiesOf(graph: Graph, edge: number): Tie[] {
  const places = graph.tieOrder.subarray(graph.tieStarts[edge]!, graph.tieStarts[edge + 1]!)
  return Array.from(places, (at) => tieAt(graph.ids, graph.ties, at))
}

/** The number of the edge between two actors, or -1. */
export function edgeBetween(graph: Graph, a: number, b: number): number {
  let [low, high] = [graph.starts[a]!, graph.starts[a + 1]! - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const other = graph.neighbours[middle]!
    if (other === b) return graph.edgeAt[middle]!
    if (other < b) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Sorted by lower end, then upper end, then the order given: two stable counting sorts. */
function orderedByPair({ a, b, count }: TieColumns, size: number): Int32Array {
  const given = Int32Array.from({ length: count }, (_, at) => at)
  const byUpper = counted(given, size, (at) => Math.max(a[at]!, b[at]!))
  return counted(byUpper, size, (at) => Math.min(a[at]!, b[at]!))
}

function counted(items: Int32Array, keys: number, keyOf: (item: number) => number): Int32Array {
  const next = new Int32Array(keys + 1)
  for (const item of items) next[keyOf(item) + 1]!++
  for (let key = 0; key < keys; key++) next[key + 1]! += next[key]!
  const sorted = new Int32Array(items.length)
  for (const item of items) sorted[next[keyOf(item)]!++] = item
  return sorted
}

function joined({ a, b, weight, count }: TieColumns, order: Int32Array) {
  const [lower, upper, edgeWeights] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)]
  const tieStarts = new Int32Array(count + 1)
  let edges = 0
  order.forEach((at, place) => {
    const [low, high] = a[at]! < b[at]! ? [a[at]!, b[at]!] : [b[at]!, a[at]!]
    const isSame = edges > 0 && lower[edges - 1] === low && upper[edges - 1] === high
    if (!isSame) {
      lower[edges] = low
      upper[edges] = high
      tieStarts[edges++] = place
    }
    edgeWeights[edges - 1]! += weight[at]!
  })
  tieStarts[edges] = count
  return {
    edges,
    lower: lower.slice(0, edges),
    upper: upper.slice(0, edges),
    edgeWeights: edgeWeights.slice(0, edges),
    tieStarts: tieStarts.slice(0, edges + 1),
  }
}

/** Edges come sorted by lower end and then upper end, so that every row is sorted as it is filled. */
function rowsOf(size: number, lower: Int32Array, upper: Int32Array, edgeWeights: Float64Array) {
  const edges = lower.length
  const starts = new Int32Array(size + 1)
  for (let e = 0; e < edges; e++) {
    starts[lower[e]! + 1]!++
    starts[upper[e]! + 1]!++
  }
  for (let v = 0; v < size; v++) starts[v + 1]! += starts[v]!
  const next = starts.slice(0, size)
  const [neighbours, edgeAt] = [new Int32Array(2 * edges), new Int32Array(2 * edges)]
  const weights = new Float64Array(2 * edges)
  const put = (from: number, to: number, edge: number): void => {
    const at = next[from]!++
    neighbours[at] = to
    edgeAt[at] = edge
    weights[at] = edgeWeights[edge]!
  }
  for (let e = 0; e < edges; e++) put(upper[e]!, lower[e]!, e)
  for (let e = 0; e < edges; e++) put(lower[e]!, upper[e]!, e)
  return { starts, neighbours, weights, edgeAt }
}
