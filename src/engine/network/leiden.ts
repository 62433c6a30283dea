import { type Aggregate, aggregateOf, grouped, membersOf } from './aggregate.ts'
import type { Graph } from './graph.ts'
import { type Random, randomFrom, shuffle } from './random.ts'

/** A merge is drawn by exp(gain / (randomness x mean weight of an edge)): 0.01 as in the paper. */
const randomness = 0.01

/**
 * Traag, Waltman, van Eck: From Louvain to Leiden: guaranteeing well-connected communities, Scientific Reports 9
 * (2019) 5233, for weighted modularity. One round: nodes move where they gain; each community is refined into parts
 * that hold together; the parts become nodes; again, until nothing moves. Rounds go on from the last until one does
 * not better it. Every community is connected.
 * @param start the group of each actor to start from; it is not changed
 * @returns the group of each actor, numbered from 0 in no order
 */
export function leiden(graph: Graph, start: Int32Array, resolution: number, seed: number): Int32Array {
  const random = randomFrom(seed)
  const whole = aggregateOf(graph)
  let groups = connectedParts(whole, start)
  let quality = qualityOf(whole, groups, resolution)
  for (;;) {
    const next = round(whole, groups, resolution, random)
    const reached = qualityOf(whole, next, resolution)
    if (reached <= quality + 1e-10 * Math.abs(quality)) return groups
    groups = next
    quality = reached
  }
}

function round(whole: Aggregate, start: Int32Array, resolution: number, random: Random): Int32Array {
  const result = start.slice()
  let level = whole
  let nodeOf = Int32Array.from({ length: whole.size }, (_, v) => v)
  let groups = start.slice()
  for (;;) {
    moveNodes(level, groups, resolution, random)
    const count = renumber(groups)
    nodeOf.forEach((node, v) => {
      result[v] = groups[node]!
    })
    if (count === level.size) return result
    const parts = refine(level, groups, count, resolution, random)
    const partCount = renumber(parts)
    if (partCount === level.size) return connectedParts(whole, result)
    const above = new Int32Array(partCount)
    parts.forEach((part, node) => {
      above[part] = groups[node]!
    })
    level = grouped(level, parts, partCount)
    nodeOf = nodeOf.map((node) => parts[node]!)
    groups = above
  }
}

/** Each node goes where the quality gains most; neighbours of one that moved are looked at again. Gains above 0 only. */
function moveNodes(level: Aggregate, groups: Int32Array, resolution: number, random: Random): void {
  const { size, starts, neighbours, weights, strength } = level
  const perStrength = resolution / total(strength)
  const inGroup = new Float64Array(size)
  const sizes = new Int32Array(size)
  renumber(groups)
  groups.forEach((group, v) => {
    inGroup[group]! += strength[v]!
    sizes[group]!++
  })
  const empty = Array.from(sizes.keys()).filter((group) => sizes[group] === 0)
  const queue = Int32Array.from({ length: size }, (_, v) => v)
  shuffle(queue, random)
  const isQueued = new Uint8Array(size).fill(1)
  const tied = new Float64Array(size)
  const near: number[] = []
  let [head, waiting] = [0, size]
  while (waiting > 0) {
    const v = queue[head]!
    head = head + 1 === size ? 0 : head + 1
    waiting--
    isQueued[v] = 0
    const own = groups[v]!
    near.length = 0
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      const group = groups[neighbours[k]!]!
      if (tied[group] === 0) near.push(group)
      tied[group]! += weights[k]!
    }
    inGroup[own]! -= strength[v]!
    const cost = strength[v]! * perStrength
    let best = own
    let most = tied[own]! - cost * inGroup[own]!
    const threshold = 1e-12 * strength[v]!
    for (const group of near) {
      const gain = tied[group]! - cost * inGroup[group]!
      if (gain <= most + threshold) continue
      best = group
      most = gain
    }
    if (most < -threshold && sizes[own]! > 1) best = empty.pop()!
    for (const group of near) tied[group] = 0
    inGroup[best]! += strength[v]!
    if (best === own) continue
    groups[v] = best
    sizes[best]!++
    if (--sizes[own]! === 0) empty.push(own)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      const w = neighbours[k]!
      if (isQueued[w] || groups[w] === best) continue
      isQueued[w] = 1
      queue[(head + waiting++) % size] = w
    }
  }
}

/** Splits each group into parts: single nodes are merged with parts of their group, where both are well tied to it. */
function refine(
  level: Aggregate,
  groups: Int32Array,
  count: number,
  resolution: number,
  random: Random,
): Int32Array {
  const { size, starts, neighbours, weights, strength } = level
  const sum = total(strength)
  const perStrength = resolution / sum
  const softness = (randomness * sum) / Math.max(1, neighbours.length)
  const parts = Int32Array.from({ length: size }, (_, v) => v)
  const inPart = strength.slice()
  const inGroup = new Float64Array(count)
  const isSingle = new Uint8Array(size).fill(1)
  /** The weight from each part to the rest of its group. */
  const outward = new Float64Array(size)
  for (let v = 0; v < size; v++) {
    inGroup[groups[v]!]! += strength[v]!
    for (let k = starts[v]!; k < starts[v + 1]!; k++)
      if (groups[neighbours[k]!] === groups[v]) outward[v]! += weights[k]!
  }
  const isWellTied = (part: number, group: number): boolean =>
    outward[part]! >= perStrength * inPart[part]! * (inGroup[group]! - inPart[part]!) * (1 - 1e-12)
  const tied = new Float64Array(size)
  const members = membersOf(groups, count)
  for (let group = 0; group < count; group++) {
    const order = members.order.slice(members.starts[group]!, members.starts[group + 1]!)
    shuffle(order, random)
    for (const v of order) {
      if (!isSingle[v] || !isWellTied(v, group)) continue
      const near: number[] = []
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const w = neighbours[k]!
        if (groups[w] !== group) continue
        const part = parts[w]!
        if (tied[part] === 0) near.push(part)
        tied[part]! += weights[k]!
      }
      const gainOf = (part: number): number => tied[part]! - strength[v]! * perStrength * inPart[part]!
      const allowed = near.filter((part) => gainOf(part) >= 0 && isWellTied(part, group))
      const chosen = drawn(allowed, allowed.map(gainOf), softness, random)
      if (chosen !== undefined) {
        parts[v] = chosen
        isSingle[chosen] = 0
        outward[chosen]! += outward[v]! - 2 * tied[chosen]!
        inPart[chosen]! += strength[v]!
      }
      for (const part of near) tied[part] = 0
    }
  }
  return parts
}

/** One of them, by exp(gain / softness). */
function drawn(
  items: readonly number[],
  gains: readonly number[],
  softness: number,
  random: Random,
): number | undefined {
  const most = Math.max(...gains)
  const chances = gains.map((gain) => Math.exp((gain - most) / softness))
  let left = random() * chances.reduce((sum, chance) => sum + chance, 0)
  const at = chances.findIndex((chance) => {
    left -= chance
    return left < 0
  })
  return items[at] ?? items.at(-1)
}

/** Modularity times the sum of strengths. */
function qualityOf(
  { size, starts, neighbours, weights, strength }: Aggregate,
  groups: Int32Array,
  resolution: number,
) {
  const inGroup = new Float64Array(size)
  let within = 0
  for (let v = 0; v < size; v++) {
    inGroup[groups[v]!]! += strength[v]!
    for (let k = starts[v]!; k < starts[v + 1]!; k++)
      if (groups[neighbours[k]!] === groups[v]) within += weights[k]!
  }
  const chance = resolution / total(strength)
  return within - inGroup.reduce((sum, s) => sum + s * s * chance, 0)
}

/** A group that does not hold together is taken as the pieces that do. */
function connectedParts({ size, starts, neighbours }: Aggregate, groups: Int32Array): Int32Array {
  const pieces = new Int32Array(size).fill(-1)
  let count = 0
  for (let root = 0; root < size; root++) {
    if (pieces[root] !== -1) continue
    const stack = [root]
    pieces[root] = count
    for (let v = stack.pop(); v !== undefined; v = stack.pop())
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const w = neighbours[k]!
        if (pieces[w] !== -1 || groups[w] !== groups[v]) continue
        pieces[w] = count
        stack.push(w)
      }
    count++
  }
  return pieces
}

/** Numbers the groups from 0 in the order in which they come; says how many there are. */
function renumber(groups: Int32Array): number {
  const numbers = new Map<number, number>()
  groups.forEach((group, v) => {
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    groups[v] = number
  })
  return numbers.size
}

/** Never 0, so that it can be divided by. */
const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) || 1
