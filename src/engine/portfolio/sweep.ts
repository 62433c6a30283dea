import { type Archive, reaches } from './archive.ts'
import { type Arrangement, extend } from './arrangement.ts'
import type { Bounds } from './bounds.ts'
import { Corners } from './corners.ts'
import { type Steps, telling } from './steps.ts'

/** How many kept choices before it, in order of promise, a choice is compared with. */
export const compared = 64
/** Each choice is brought to an end once in so many items: oftener costs more than it closes. */
const pauses = 4
const bitsOfWord = 32
const bitOf = Float64Array.from({ length: bitsOfWord }, (_, bit) => 2 ** bit)
/** Where no hole is known: above every value. */
const none = Infinity
/** Choices begun that are looked at, or compared, between two yields: some milliseconds. */
export const turn = 128

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
  // What is left of each row, the value at each objective, the places taken, 32 to a number, and the last hole found.
  const takenAt = rows + objectives
  const holeAt = takenAt + Math.ceil(items / bitsOfWord)
  const stride = holeAt + objectives
  const limit = new Float64Array(bounds.directions)
  const least = new Float64Array(objectives)
  let open: Float64Array = new Float64Array(stride)
  open.set(arrangement.limits)
  open.fill(none, holeAt)
  let narrowed = false
  const best = new Float64Array(bounds.directions)
  bounds.upper(0, open, 0, best)
  const ending = new Float64Array(stride)
  const take = (place: number, taken: number) => {
    ending[takenAt + (place >> 5)]! += taken * bitOf[place & 31]!
  }
  for (let d = 0; d < bounds.directions; d++) {
    ending.set(open)
    if (complete(arrangement, bounds, 0, ending, d, take)) archive.add(ending, rows)
  }
  archive.settle()
  for (let place = 0; place < items; place++) {
    const next = new Float64Array(2 * open.length)
    const promise: number[] = []
    let end = 0
    for (let at = 0; at < open.length; at += stride) {
      if (at % (turn * stride) === 0 && at > 0)
        yield { place: place - 1, open: open.length / stride, narrowed }
      for (const taken of [1, 0]) {
        if (!extend(arrangement, place, open, at, taken, next, end)) continue
        bounds.upper(place + 1, next, end, limit)
        for (let j = 0; j < objectives; j++)
          least[j] = next[end + rows + j]! + arrangement.leastGain[(place + 1) * objectives + j]!
        for (let w = takenAt; w < stride; w++) next[end + w] = open[at + w]!
        next[end + takenAt + (place >> 5)]! += taken * bitOf[place & 31]!
        // Most choices that go on do so through the hole that they have come from.
        if (!corners.isHole(next, end + holeAt, least, limit)) {
          if (corners.closed(least, 0, limit)) continue
          for (let j = 0; j < objectives; j++) next[end + holeAt + j] = least[j]!
        }
        promise.push(promiseOf(limit, best))
        end += stride
      }
    }
    const order = Int32Array.from(promise, (_, i) => i).sort((a, b) => promise[b]! - promise[a]! || a - b)
    const state: SweepState = { place: place - 1, open: open.length / stride, narrowed }
    const kept: Kept = yield* telling(keepBest(next, order, stride, takenAt, width), state)
    narrowed ||= kept.narrowed
    open = kept.choices
    // Points that close holes for the choices to come: from each choice now and then, each time in another direction.
    for (let at = 0, d = place; at < open.length; at += stride, d++) {
      if (at % (turn * stride) === 0 && at > 0)
        yield { place: place - 1, open: open.length / stride, narrowed }
      if ((at / stride + place) % pauses !== 0) continue
      ending.set(open.subarray(at, at + stride))
      if (complete(arrangement, bounds, place + 1, ending, d % bounds.directions, take))
        archive.add(ending, rows)
    }
    yield { place, open: open.length / stride, narrowed }
  }
  for (let at = 0; at < open.length; at += stride) archive.add(open, at + rows)
  archive.settle()
}

/** How near a choice can come to the best there is, in the direction where it comes nearest. */
export function promiseOf(limit: Float64Array, best: Float64Array): number {
  let most = -Infinity
  for (let d = 0; d < limit.length; d++)
    most = Math.max(most, (limit[d]! - best[d]!) / (Math.abs(best[d]!) || 1))
  return most
}

/**
 * Goes on from a choice to the end, for one direction, as its bound would have it: the choice is changed in place, and
 * `decided` hears of each item. False where no end is allowed.
 */
export function complete(
  arrangement: Arrangement,
  bounds: Pick<Bounds, 'takes'>,
  from: number,
  choice: Float64Array,
  direction: number,
  decided?: (place: number, take: number) => void,
): boolean {
  for (let place = from; place < arrangement.items; place++) {
    let take = bounds.takes(place, choice, 0, direction) ? 1 : 0
    if (!extend(arrangement, place, choice, 0, take, choice, 0)) {
      take = 1 - take
      if (!extend(arrangement, place, choice, 0, take, choice, 0)) return false
    }
    decided?.(place, take)
  }
  return true
}

type Kept = { readonly choices: Float64Array; readonly narrowed: boolean }

/** The first `width` choices in the order that none of those kept shortly before makes needless by its first numbers. */
function* keepBest(
  choices: Float64Array,
  order: Int32Array,
  stride: number,
  numbers: number,
  width: number,
): Steps<Kept> {
  const kept = new Float64Array(Math.min(order.length, width) * stride)
  let end = 0
  for (const [place, choice] of order.entries()) {
    if (place % (16 * turn) === 16 * turn - 1) yield
    let needless = false
    for (let q = end - stride; q >= 0 && q >= end - compared * stride && !needless; q -= stride)
      needless = reaches(kept, q, choices, choice * stride, numbers)
    if (needless) continue
    if (end === width * stride) return { choices: kept.slice(0, end), narrowed: true }
    kept.set(choices.subarray(choice * stride, (choice + 1) * stride), end)
    end += stride
  }
  return { choices: kept.slice(0, end), narrowed: false }
}
