import { directionsOf } from './directions.ts'
import { type Prices, pricesFor } from './multipliers.ts'
import type { Programme } from './programme.ts'
import type { Steps } from './steps.ts'

/**
 * A programme made ready to be walked item by item: the items in the order of deciding (those that are clear in every
 * direction first, so that few choices stay open until the end), rows and values side by side, and what the items
 * that are still to come can add at least and at most.
 */
export type Arrangement = {
  readonly items: number
  readonly objectives: number
  readonly rows: number
  /** Place in the order -> item of the programme. */
  readonly order: Int32Array
  /** Values with the highest scores, place by place, `objectives` each. */
  readonly values: Float64Array
  /** Place by place, `rows` each. */
  readonly coefficients: Float64Array
  readonly limits: Float64Array
  /** From a place on, `rows` each: the least, and the most, that the items from there can use. One more at the end: 0. */
  readonly leastUse: Float64Array
  readonly mostUse: Float64Array
  /** From a place on, `objectives` each: the least that the items from there can add (negative values alone). */
  readonly leastGain: Float64Array
  readonly directions: readonly Float64Array[]
  /** The rows' prices in each direction. */
  readonly prices: readonly Prices[]
}

export function* arrange(programme: Programme): Steps<Arrangement> {
  const { items, objectives, high } = programme
  const rows = programme.rows.length
  const coefficients = new Float64Array(items * rows)
  programme.rows.forEach((row, r) => {
    for (let i = 0; i < items; i++) coefficients[i * rows + r] = row.coefficients[i]!
  })
  const limits = Float64Array.from(programme.rows, (row) => row.bound)
  const directions = directionsOf(rangesOf(programme))
  const worths = directions.map((direction) => worthsIn(direction, high, items, objectives))
  const prices: Prices[] = []
  for (const worth of worths) {
    prices.push(pricesFor(worth, coefficients, limits))
    yield
  }
  const order = clearestFirst(worths, prices, coefficients, rows)
  const sorted = (from: Float64Array, width: number): Float64Array => {
    const to = new Float64Array(items * width)
    order.forEach((item, place) => {
      to.set(from.subarray(item * width, (item + 1) * width), place * width)
    })
    return to
  }
  const uses = sorted(coefficients, rows)
  const values = sorted(high, objectives)
  return {
    items,
    objectives,
    rows,
    order,
    values,
    coefficients: uses,
    limits,
    leastUse: sumsFrom(uses, rows, (use) => Math.min(0, use)),
    mostUse: sumsFrom(uses, rows, (use) => Math.max(0, use)),
    leastGain: sumsFrom(values, objectives, (value) => Math.min(0, value)),
    directions,
    prices,
  }
}

/**
 * A choice begun (what is left of each row, then its value at each objective) at `from[at...]`, with the item of a
 * place or without it, to `to[end...]`. False, and nothing written, where a row can't be kept any more.
 */
export function extend(
  { rows, objectives, coefficients, values, leastUse, mostUse }: Arrangement,
  place: number,
  from: Float64Array,
  at: number,
  take: number,
  to: Float64Array,
  end: number,
): boolean {
  for (let r = 0; r < rows; r++)
    if (from[at + r]! - take * coefficients[place * rows + r]! < leastUse[(place + 1) * rows + r]!)
      return false
  // What can never be used up makes no difference: choices that differ in it alone are alike.
  for (let r = 0; r < rows; r++)
    to[end + r] = Math.min(
      from[at + r]! - take * coefficients[place * rows + r]!,
      mostUse[(place + 1) * rows + r]!,
    )
  for (let j = 0; j < objectives; j++)
    to[end + rows + j] = from[at + rows + j]! + take * values[place * objectives + j]!
  return true
}

/** The size of each objective: all that could be taken, or at least 1. */
function rangesOf({ items, objectives, high }: Programme): number[] {
  const ranges = new Array<number>(objectives).fill(0)
  for (let i = 0; i < items; i++)
    for (let j = 0; j < objectives; j++) ranges[j]! += Math.abs(high[i * objectives + j]!)
  return ranges.map((range) => range || 1)
}

export function worthsIn(
  direction: Float64Array,
  values: Float64Array,
  items: number,
  objectives: number,
): Float64Array {
  const worths = new Float64Array(items)
  for (let i = 0; i < items; i++)
    for (let j = 0; j < objectives; j++) worths[i]! += direction[j]! * values[i * objectives + j]!
  return worths
}

function clearestFirst(
  worths: readonly Float64Array[],
  prices: readonly Prices[],
  coefficients: Float64Array,
  rows: number,
): Int32Array {
  const items = worths[0]!.length
  const clear = new Float64Array(items)
  worths.forEach((worth, d) => {
    const left = worth.map((w, i) => {
      let net = w
      for (let r = 0; r < rows; r++) net -= prices[d]![r]! * coefficients[i * rows + r]!
      return net
    })
    const size = left.reduce((sum, net) => sum + Math.abs(net), 0) || 1
    left.forEach((net, i) => {
      clear[i]! += net / size
    })
  })
  const order = Int32Array.from({ length: items }, (_, i) => i)
  return order.sort((a, b) => Math.abs(clear[b]!) - Math.abs(clear[a]!) || a - b)
}

function sumsFrom(of: Float64Array, width: number, part: (x: number) => number): Float64Array {
  const places = of.length / width || 0
  const sums = new Float64Array((places + 1) * width)
  for (let at = of.length - 1; at >= 0; at--) sums[at] = sums[at + width]! + part(of[at]!)
  return sums
}
