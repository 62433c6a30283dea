import { type Arrangement, extend } from './arrangement.ts'
import type { Bounds } from './bounds.ts'
import type { Steps } from './steps.ts'

/** A node of the diagram: what is left and reached, and where it leads with the item of its place and without. */
type Node = {
  readonly state: Float64Array
  /** Values that may still be reached from here, by their number. */
  readonly reachable: readonly number[]
  taken: Node | undefined
  left: Node | undefined
  /** Portfolios that begin as this node's ways here, and ways to go on from here to one of the values. */
  before: bigint
  after: bigint
}

const newNode = (state: Float64Array, reachable: readonly number[]): Node => ({
  state,
  reachable,
  taken: undefined,
  left: undefined,
  before: 0n,
  after: 0n,
})

/** All portfolios that have one of the given values: counted exactly, however many; listed up to a limit. */
export type Unfolding = {
  readonly count: bigint
  /** By item of the programme: how many of them contain it. */
  readonly containing: readonly bigint[]
  /** Items of the programme, rising; in a fixed order of the portfolios. */
  readonly listed: readonly (readonly number[])[]
}

/**
 * The portfolios behind the values: the same value is often had in several ways. Choices begun alike are one node of
 * a decision diagram, so equal portfolios are counted without being listed. `values`: `objectives` numbers each.
 */
export function* unfold(
  arrangement: Arrangement,
  bounds: Bounds,
  values: Float64Array,
  listLimit: number,
): Steps<Unfolding> {
  const layers = yield* layersOf(arrangement, bounds, values)
  const { items, order } = arrangement
  for (const node of layers[items]!.values()) node.after = node.reachable.length > 0 ? 1n : 0n
  for (let place = items - 1; place >= 0; place--)
    for (const node of layers[place]!.values())
      node.after = (node.taken?.after ?? 0n) + (node.left?.after ?? 0n)
  const containing = new Array<bigint>(items).fill(0n)
  const [root] = layers[0]!.values()
  if (!root) return { count: 0n, containing, listed: [] }
  root.before = 1n
  for (let place = 0; place < items; place++)
    for (const node of layers[place]!.values()) {
      if (node.taken) node.taken.before += node.before
      if (node.left) node.left.before += node.before
      containing[order[place]!]! += node.before * (node.taken?.after ?? 0n)
    }
  return { count: root.after, containing, listed: list(root, order, listLimit) }
}

/** Nodes that are followed between two yields, times the values that each may reach. */
const turn = 20_000

function* layersOf(
  arrangement: Arrangement,
  bounds: Bounds,
  values: Float64Array,
): Steps<Map<string, Node>[]> {
  const { items, objectives, rows, limits } = arrangement
  const width = rows + objectives
  const targets = Array.from({ length: values.length / objectives }, (_, t) => t)
  const root = newNode(Float64Array.from([...limits, ...new Float64Array(objectives)]), targets)
  const layers: Map<string, Node>[] = [new Map([['', root]])]
  const reach = new Reach(arrangement, bounds, values)
  const next = new Float64Array(width)
  let looked = 0
  for (let place = 0; place < items; place++) {
    const layer = new Map<string, Node>()
    const follow = (node: Node, take: number): Node | undefined => {
      if (!extend(arrangement, place, node.state, 0, take, next, 0)) return undefined
      const key = next.join(' ')
      const known = layer.get(key)
      if (known) return known
      const reachable = reach.from(place + 1, next, node.reachable)
      if (reachable.length === 0) return undefined
      const made = newNode(next.slice(), reachable)
      layer.set(key, made)
      return made
    }
    for (const node of layers[place]!.values()) {
      node.taken = follow(node, 1)
      node.left = follow(node, 0)
      looked += 2 * node.reachable.length + 50
      if (looked > turn) {
        yield
        looked = 0
      }
    }
    layers.push(layer)
  }
  return layers
}

/** Which values a choice begun may still reach exactly. */
class Reach {
  readonly #arrangement: Arrangement
  readonly #bounds: Bounds
  readonly #values: Float64Array
  /** By value and direction: its worth. */
  readonly #worths: Float64Array
  readonly #limit: Float64Array

  constructor(arrangement: Arrangement, bounds: Bounds, values: Float64Array) {
    const { objectives, directions } = arrangement
    this.#arrangement = arrangement
    this.#bounds = bounds
    this.#values = values
    this.#worths = new Float64Array((values.length / objectives) * directions.length)
    for (let t = 0; t < values.length / objectives; t++)
      directions.forEach((direction, d) => {
        let worth = 0
        for (let j = 0; j < objectives; j++) worth += direction[j]! * values[t * objectives + j]!
        this.#worths[t * directions.length + d] = worth
      })
    this.#limit = new Float64Array(directions.length)
  }

  from(place: number, state: Float64Array, among: readonly number[]): number[] {
    this.#bounds.upper(place, state, 0, this.#limit)
    return among.filter((t) => this.#mayReach(place, state, t))
  }

  #mayReach(place: number, state: Float64Array, target: number): boolean {
    const { objectives, rows, leastGain, items } = this.#arrangement
    for (let j = 0; j < objectives; j++) {
      const missing = this.#values[target * objectives + j]! - state[rows + j]!
      if (missing < leastGain[place * objectives + j]!) return false
      if (place === items && missing !== 0) return false
    }
    const directions = this.#limit.length
    for (let d = 0; d < directions; d++)
      if (this.#worths[target * directions + d]! > this.#limit[d]!) return false
    return true
  }
}

function list(root: Node, order: Int32Array, limit: number): number[][] {
  const listed: number[][] = []
  const walk = (node: Node, place: number, taken: readonly number[]): void => {
    if (listed.length >= limit || node.after === 0n) return
    if (place === order.length) {
      listed.push([...taken].sort((a, b) => a - b))
      return
    }
    if (node.taken) walk(node.taken, place + 1, [...taken, order[place]!])
    if (node.left) walk(node.left, place + 1, taken)
  }
  walk(root, 0, [])
  return listed
}
