import { type Archive, reaches } from './archive.ts'
import type { Arrangement } from './arrangement.ts'
import type { Bounds } from './bounds.ts'
import { Corners } from './corners.ts'

/** How many kept choices before it, in order of promise, a choice is compared with. */
const compared = 64

/** Where a sweep stands after each item: how many choices are open, and whether some had to be let go. */
export type SweepState = { readonly place: number; readonly open: number; readonly narrowed: boolean }

/**
 * Decides item by item, for all choices at once: each choice begun goes on with the item and without it, unless a row
 * is broken, another choice begun is at least as good with at least as much left, or nothing that it can become
 * would be new to the archive. What remains at the end goes into the archive. At most `width` choices are kept,
 * the most promising; where that let none go, the archive then holds every value vector of a non-dominated
 * portfolio, and nothing else (`narrowed` stays false). Yields after each item, so that it can be left at any time.
 */
export function* sweep(
  arrangement: Arrangement,
  bounds: Bounds,
  archive: Archive,
  width: number,
): Generator<SweepState> {
  const { items, objectives, rows } = arrangement
  const corners = new Corners(archive, bounds.stepWeights())
  const stride = rows + objectives
  const limit = new Float64Array(bounds.directions)
  const least = new Float64Array(objectives)
  let open = Float64Array.from([...arrangement.limits, ...new Float64Array(objectives)])
  let narrowed = false
  const best = new Float64Array(bounds.directions)
  bounds.upper(0, open, 0, best)
  const ending = new Float64Array(stride)
  if (archive.count === 0)
    for (let d = 0; d < bounds.directions; d++)
      if (complete(arrangement, bounds, 0, open, 0, d, ending)) archive.add(ending, rows)
  archive.settle()
  for (let place = 0; place < items; place++) {
    const next = new Float64Array(2 * open.length)
    const promise: number[] = []
    let end = 0
    for (let at = 0; at < open.length; at += stride)
      for (const take of [1, 0]) {
        if (!extend(arrangement, place, open, at, take, next, end)) continue
        bounds.upper(place + 1, next, end, limit)
        for (let j = 0; j < objectives; j++)
          least[j] = next[end + rows + j]! + arrangement.leastGain[(place + 1) * objectives + j]!
        if (corners.closed(least, 0, limit)) continue
        promise.push(promiseOf(limit, best))
        end += stride
      }
    const order = Int32Array.from(promise, (_, i) => i).sort((a, b) => promise[b]! - promise[a]! || a - b)
    const kept = keepBest(next, order, stride, Math.min(width, order.length))
    narrowed ||= kept.narrowed
    open = kept.choices
    for (let at = 0, d = place; at < open.length; at += stride, d++)
      if (complete(arrangement, bounds, place + 1, open, at, d % bounds.directions, ending))
        archive.add(ending, rows)
    yield { place, open: open.length / stride, narrowed }
  }
  for (let at = 0; at < open.length; at += stride) archive.add(open, at + rows)
  archive.settle()
}

/** How near a choice can come to the best there is, in the direction where it comes nearest. */
function promiseOf(limit: Float64Array, best: Float64Array): number {
  let most = -Infinity
  for (let d = 0; d < limit.length; d++) most = Math.max(most, (limit[d]! - best[d]!) / (Math.abs(best[d]!) || 1))
  return most
}

/** Goes on from a choice to the end, for one direction, as its bound would have it. False where no end is allowed. */
function complete(
  arrangement: Arrangement,
  bounds: Bounds,
  place: number,
  choices: Float64Array,
  at: number,
  direction: number,
  ending: Float64Array,
): boolean {
  ending.set(choices.subarray(at, at + ending.length))
  for (let p = place; p < arrangement.items; p++) {
    const take = bounds.takes(p, ending, 0, direction) ? 1 : 0
    if (extend(arrangement, p, ending, 0, take, ending, 0)) continue
    if (!extend(arrangement, p, ending, 0, 1 - take, ending, 0)) return false
  }
  return true
}

/** The choice at `from[at...]` with or without the item, to `to[end...]`; false where a row can't be kept any more. */
function extend(
  { rows, objectives, coefficients, values, leastUse, mostUse }: Arrangement,
  place: number,
  from: Float64Array,
  at: number,
  take: number,
  to: Float64Array,
  end: number,
): boolean {
  for (let r = 0; r < rows; r++)
    if (from[at + r]! - take * coefficients[place * rows + r]! < leastUse[(place + 1) * rows + r]!) return false
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

/** The first `width` choices in the order that none of those kept shortly before makes needless. */
function keepBest(
  choices: Float64Array,
  order: Int32Array,
  stride: number,
  width: number,
): { choices: Float64Array; narrowed: boolean } {
  const kept = new Float64Array(order.length * stride)
  let end = 0
  for (const choice of order) {
    let needless = false
    for (let q = end - stride; q >= 0 && q >= end - compared * stride && !needless; q -= stride)
      needless = reaches(kept, q, choices, choice * stride, stride)
    if (needless) continue
    if (end === width * stride) return { choices: kept.slice(0, end), narrowed: true }
    kept.set(choices.subarray(choice * stride, (choice + 1) * stride), end)
    end += stride
  }
  return { choices: kept.slice(0, end), narrowed: false }
}
