import type { Arrangement } from './arrangement.ts'
import type { Programme } from './programme.ts'

const bitsOfWord = 32

/** A choice whose scores are intervals: what it takes decides how it compares, not only what it is worth. */
export type Choice = {
  /** What is left of each row, then the value at each objective with the highest scores. */
  readonly state: Float64Array
  /** The value at each objective with the lowest scores. */
  readonly low: Float64Array
  /** Places taken, 32 to a word. */
  readonly taken: Int32Array
}

/**
 * How choices with interval scores compare (Liesiö, Mild, Salo, EJOR 181 (2007), theorem 1): what both take cancels
 * out, so p is at least as good as q when the lowest scores of what p alone takes reach the highest scores of what q
 * alone takes, at every objective. In sums: low(p) + spread(p and q) >= high(q), with spread = high - low.
 */
export class Spreads {
  readonly objectives: number
  readonly #rows: number
  readonly #words: number
  /** By place: high less low at each objective. */
  readonly #spread: Float64Array
  /** Places that have a spread, 32 to a word. */
  readonly #spreadPlaces: Int32Array
  readonly #lows: Float64Array
  readonly #shared: Float64Array

  constructor({ items, objectives, low, high }: Programme, { order, rows }: Arrangement) {
    this.objectives = objectives
    this.#rows = rows
    this.#words = Math.ceil(items / bitsOfWord)
    this.#spread = new Float64Array(items * objectives)
    this.#spreadPlaces = new Int32Array(this.#words)
    this.#lows = new Float64Array(items * objectives)
    this.#shared = new Float64Array(objectives)
    order.forEach((item, place) => {
      for (let j = 0; j < objectives; j++) {
        const least = low[item * objectives + j]!
        const spread = high[item * objectives + j]! - least
        this.#lows[place * objectives + j] = least
        this.#spread[place * objectives + j] = spread
        if (spread !== 0) this.#spreadPlaces[place >> 5]! |= 1 << (place & 31)
      }
    })
  }

  /** The choice that has taken nothing. */
  begin(limits: Float64Array): Choice {
    const state = Float64Array.from([...limits, ...new Float64Array(this.objectives)])
    return { state, low: new Float64Array(this.objectives), taken: new Int32Array(this.#words) }
  }

  /** The choice with the state given, after taking the item of a place, or not. */
  next(from: Choice, state: Float64Array, place: number, take: number): Choice {
    if (take === 0) return { state, low: from.low, taken: from.taken }
    const low = from.low.slice()
    for (let j = 0; j < low.length; j++) low[j]! += this.#lows[place * this.objectives + j]!
    const taken = from.taken.slice()
    taken[place >> 5]! |= 1 << (place & 31)
    return { state, low, taken }
  }

  /**
   * What another choice's highest value must pass not to be matched by p: low(p) and the spreads of what p and the
   * other both take, into `out[at...]`. The other may be one begun: what it takes later only raises the mark.
   */
  mark(p: Choice, other: Choice, out: Float64Array, at: number): void {
    const k = this.objectives
    for (let j = 0; j < k; j++) out[at + j] = p.low[j]!
    for (let w = 0; w < this.#words; w++) {
      let both = p.taken[w]! & other.taken[w]! & this.#spreadPlaces[w]!
      while (both !== 0) {
        const place = w * bitsOfWord + 31 - Math.clz32(both & -both)
        for (let j = 0; j < k; j++) out[at + j]! += this.#spread[place * k + j]!
        both &= both - 1
      }
    }
  }

  /** Whether p is at least as good as q for all weights and scores, and better for some. */
  dominates(p: Choice, q: Choice): boolean {
    const k = this.objectives
    const shared = this.#shared
    this.mark(p, q, shared, 0)
    let better = false
    for (let j = 0; j < k; j++) {
      const spreadOfBoth = shared[j]! - p.low[j]!
      if (shared[j]! < q.state[this.#rows + j]!) return false
      // Better for some scores: the highest of what p alone takes above the lowest of what q alone takes.
      better ||= p.state[this.#rows + j]! - spreadOfBoth > q.low[j]!
    }
    return better
  }
}

/** The items whose places are taken, rising. */
export const itemsTaken = (taken: Int32Array, { order }: Arrangement): number[] =>
  [...order].filter((_, place) => (taken[place >> 5]! >> (place & 31)) & 1).sort((a, b) => a - b)
