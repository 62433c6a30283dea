import { reaches } from './archive.ts'
import { type Arrangement, extend } from './arrangement.ts'
import type { Bounds } from './bounds.ts'
import { Corners, type Cover } from './corners.ts'
import type { Choice, Spreads } from './spreads.ts'
import { compared, complete, promiseOf, type SweepState } from './sweep.ts'

/** Portfolios that are looked at between two yields: some milliseconds. */
const turnOfSpreads = 10_000

/** The best portfolios found so far; none dominates another. */
export type Found = { portfolios: readonly Choice[] }

/**
 * The sweep of `sweep.ts` for interval scores: a choice begun is let go where another dominates it with at least as
 * much left, or where portfolios found before would dominate all that it can become. What remains at the end is in
 * `found`, which after a sweep that let none go holds the non-dominated portfolios, every one.
 */
export function* sweepSpreads(
  arrangement: Arrangement,
  bounds: Bounds,
  spreads: Spreads,
  found: Found,
  width: number,
): Generator<SweepState> {
  const { items, objectives, rows } = arrangement
  const marks = new Marks(spreads)
  const corners = new Corners(marks, bounds.stepWeights())
  const limit = new Float64Array(bounds.directions)
  const least = new Float64Array(objectives)
  const next = new Float64Array(rows + objectives)
  const begin = spreads.begin(arrangement.limits)
  const best = new Float64Array(bounds.directions)
  bounds.upper(0, begin.state, 0, best)
  let open: readonly Choice[] = [begin]
  let narrowed = false
  let looked = 0
  /** Whether enough was looked at for a yield. */
  const isLong = (): boolean => {
    looked += found.portfolios.length + compared
    if (looked < turnOfSpreads) return false
    looked = 0
    return true
  }
  for (let place = 0; place < items; place++) {
    const promising: { choice: Choice; promise: number }[] = []
    const underWay = { place: place - 1, open: open.length, narrowed }
    for (const from of open) {
      if (isLong()) yield underWay
      for (const take of [1, 0]) {
        if (!extend(arrangement, place, from.state, 0, take, next, 0)) continue
        const choice = spreads.next(from, next.slice(), place, take)
        bounds.upper(place + 1, next, 0, limit)
        for (let j = 0; j < objectives; j++)
          least[j] = next[rows + j]! + arrangement.leastGain[(place + 1) * objectives + j]!
        marks.set(found.portfolios, choice, least)
        if (!marks.anyWithin(limit, arrangement.directions) && corners.closed(least, 0, limit)) continue
        promising.push({ choice, promise: promiseOf(limit, best) })
      }
    }
    promising.sort((a, b) => b.promise - a.promise)
    const kept: Choice[] = []
    for (const { choice } of promising) {
      if (isLong()) yield underWay
      if (isNeedless(choice, kept, spreads, rows)) continue
      if (kept.length === width) {
        narrowed = true
        break
      }
      kept.push(choice)
    }
    open = kept
    // Portfolios that close holes for the choices to come: one from each choice, each time in another direction.
    if (place + 1 < items)
      for (const [i, choice] of open.entries()) {
        if (isLong()) yield underWay
        let end = choice
        const state = choice.state.slice()
        const decided = (at: number, take: number) => {
          end = spreads.next(end, state, at, take)
        }
        if (complete(arrangement, bounds, place + 1, state, (place + i) % bounds.directions, decided))
          add(found, end, spreads)
      }
    yield { place, open: open.length, narrowed }
  }
  for (const choice of open) {
    if (isLong()) yield { place: items - 1, open: open.length, narrowed }
    add(found, choice, spreads)
  }
}

function isNeedless(choice: Choice, kept: readonly Choice[], spreads: Spreads, rows: number): boolean {
  for (let i = kept.length - 1; i >= 0 && i >= kept.length - compared; i--) {
    const other = kept[i]!
    if (reaches(other.state, 0, choice.state, 0, rows) && spreads.dominates(other, choice)) return true
  }
  return false
}

/** Adds a portfolio unless it is known or dominated, and drops those that it dominates. */
function add(found: Found, portfolio: Choice, spreads: Spreads): void {
  const same = (other: Choice) => other.taken.every((word, w) => word === portfolio.taken[w])
  if (found.portfolios.some((other) => same(other) || spreads.dominates(other, portfolio))) return
  found.portfolios = [...found.portfolios.filter((other) => !spreads.dominates(portfolio, other)), portfolio]
}

/** What a choice must pass to be matched by none of the portfolios found: points that differ from choice to choice. */
class Marks implements Cover {
  readonly objectives: number
  points = new Float64Array(0)
  #count = 0
  readonly #spreads: Spreads

  constructor(spreads: Spreads) {
    this.objectives = spreads.objectives
    this.#spreads = spreads
  }

  /** The marks for a choice begun, those alone that reach its least value. */
  set(portfolios: readonly Choice[], choice: Choice, least: Float64Array): void {
    const k = this.objectives
    if (this.points.length < portfolios.length * k) this.points = new Float64Array(2 * portfolios.length * k)
    this.#count = 0
    for (const portfolio of portfolios) {
      this.#spreads.mark(portfolio, choice, this.points, this.#count * k)
      if (reaches(this.points, this.#count * k, least, 0, k)) this.#count++
    }
  }

  /** Whether a mark itself may be met: a choice that meets it is the portfolio's equal, and stays. */
  anyWithin(limit: Float64Array, directions: readonly Float64Array[]): boolean {
    const k = this.objectives
    for (let i = 0; i < this.#count; i++) {
      const within = directions.every((direction, d) => {
        let worth = 0
        for (let j = 0; j < k; j++) worth += direction[j]! * this.points[i * k + j]!
        return worth <= limit[d]!
      })
      if (within) return true
    }
    return false
  }

  maskAt(): number {
    return 0
  }

  covers(from: Float64Array, at: number): boolean {
    return this.covering(from, at) >= 0
  }

  covering(from: Float64Array, at: number): number {
    const k = this.objectives
    for (let i = 0; i < this.#count; i++) if (reaches(this.points, i * k, from, at, k)) return i * k
    return -1
  }
}
