import { Staircase } from './staircase.ts'

const steps = 256
const bitsOfWord = 32

/**
 * The best values found so far: points of which none is at least as good as another everywhere. Asked all the time
 * whether it covers a point (has one at least as good), so for each objective it keeps bit masks of the points at or
 * above each of up to 256 thresholds; those that are in all masks are few, and are looked at. A point that a later
 * one dominates stays until the next `settle`.
 */
export class Archive {
  readonly objectives: number
  /** With two objectives the points that no other covers stand in an order of their own: it alone is asked. */
  readonly stairs: Staircase | undefined
  /** How many numbers are kept beside each point: what it is the value of. */
  readonly #notesEach: number
  /** The points, `objectives` numbers each; those of the last settling first, with the best sums first. */
  points: Float64Array = new Float64Array(0)
  /** Beside each point, its notes. */
  notes: Float64Array = new Float64Array(0)
  count = 0
  #words = 0
  /** By objective: a mask of #words words for each threshold, and the thresholds, rising. */
  #masks: Uint32Array[] = []
  #thresholds: Float64Array[] = []
  readonly #highest: Float64Array
  readonly #begins: Int32Array

  constructor(objectives: number, notesEach: number) {
    this.objectives = objectives
    this.stairs = objectives === 2 ? new Staircase() : undefined
    this.#notesEach = notesEach
    this.#highest = new Float64Array(objectives)
    this.#begins = new Int32Array(objectives)
  }

  /** Adds the point at `from[at...]`, with its notes after it, unless one covers it. Says whether it was new. */
  add(from: Float64Array, at: number): boolean {
    if (this.covers(from, at)) return false
    this.stairs?.add(from[at]!, from[at + 1]!)
    const k = this.objectives
    const each = this.#notesEach
    if ((this.count + 1) * k > this.points.length) this.#settle(2 * this.count + 4 * bitsOfWord)
    this.points.set(from.subarray(at, at + k), this.count * k)
    this.notes.set(from.subarray(at + k, at + k + each), this.count * each)
    this.#mark(this.count++)
    return true
  }

  /** Drops the points that another one dominates, and puts the best sums first. */
  settle(): void {
    this.#settle(this.count + bitsOfWord)
  }

  #settle(capacity: number): void {
    const k = this.objectives
    const kept = undominated(this.points.subarray(0, this.count * k), k)
    this.count = kept.length
    this.points = rowsOf(this.points, k, kept, capacity)
    this.notes = rowsOf(this.notes, this.#notesEach, kept, capacity)
    this.#words = Math.ceil(capacity / bitsOfWord)
    this.#thresholds = []
    this.#masks = []
    for (let j = 0; j < k; j++) {
      const sorted = Float64Array.from({ length: this.count }, (_, i) => this.points[i * k + j]!).sort()
      const blocks = Math.min(steps, this.count)
      const thresholds = Float64Array.from({ length: blocks }, (_, b) =>
        b === 0 ? -Infinity : sorted[Math.floor((b * this.count) / blocks)]!,
      )
      this.#thresholds.push(blocks === 0 ? Float64Array.of(-Infinity) : thresholds)
      this.#masks.push(new Uint32Array(Math.max(1, blocks) * this.#words))
      this.#highest[j] = -Infinity
    }
    for (let i = 0; i < this.count; i++) this.#mark(i)
  }

  #mark(point: number): void {
    if (this.stairs) return
    const k = this.objectives
    for (let j = 0; j < k; j++) {
      const value = this.points[point * k + j]!
      const thresholds = this.#thresholds[j]!
      const masks = this.#masks[j]!
      const word = point >> 5
      const bit = 1 << (point & 31)
      for (let b = 0; b < thresholds.length && thresholds[b]! <= value; b++)
        masks[b * this.#words + word]! |= bit
      if (value > this.#highest[j]!) this.#highest[j] = value
    }
  }

  /** Where the mask begins of the points that may reach a value at an objective; -1 where none does. */
  maskAt(objective: number, value: number): number {
    if (this.count === 0 || value > this.#highest[objective]!) return -1
    const thresholds = this.#thresholds[objective]!
    let low = 0
    let high = thresholds.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (thresholds[middle]! <= value) low = middle
      else high = middle - 1
    }
    return low * this.#words
  }

  /** A point at least as good as the one at `from[at...]` everywhere: where it begins in `points`, or -1. */
  covering(from: Float64Array, at: number, begins: Int32Array, beginsAt: number): number {
    const k = this.objectives
    for (let j = 0; j < k; j++) if (begins[beginsAt + j]! < 0) return -1
    const { points } = this
    const words = (this.count + bitsOfWord - 1) >> 5
    const first = this.#masks[0]!
    const firstAt = begins[beginsAt]!
    for (let w = 0; w < words; w++) {
      let some = first[firstAt + w]!
      for (let j = 1; j < k && some !== 0; j++) some &= this.#masks[j]![begins[beginsAt + j]! + w]!
      while (some !== 0) {
        const point = (w * bitsOfWord + 31 - Math.clz32(some & -some)) * k
        if (reaches(points, point, from, at, k)) return point
        some &= some - 1
      }
    }
    return -1
  }

  /** Whether a point here is at least as good as the one at `from[at...]` at every objective. */
  covers(from: Float64Array, at: number): boolean {
    if (this.stairs) return this.stairs.covers(from[at]!, from[at + 1]!)
    for (let j = 0; j < this.objectives; j++) this.#begins[j] = this.maskAt(j, from[at + j]!)
    return this.covering(from, at, this.#begins, 0) >= 0
  }
}

/** Whether the point at a[i...] is at least the one at b[j...] everywhere. */
export function reaches(a: Float64Array, i: number, b: Float64Array, j: number, objectives: number): boolean {
  for (let o = 0; o < objectives; o++) if (a[i + o]! < b[j + o]!) return false
  return true
}

/** Some rows of a table of numbers, in an order of their own, with room for more. */
function rowsOf(table: Float64Array, width: number, rows: readonly number[], capacity: number): Float64Array {
  const to = new Float64Array(capacity * width)
  rows.forEach((row, i) => {
    to.set(table.subarray(row * width, (row + 1) * width), i * width)
  })
  return to
}

/** The points that no other one covers, each once, the greatest sums first. */
function undominated(points: Float64Array, objectives: number): number[] {
  const count = points.length / objectives
  const sums = new Float64Array(count)
  for (let i = 0; i < count; i++) for (let j = 0; j < objectives; j++) sums[i]! += points[i * objectives + j]!
  const order = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => sums[b]! - sums[a]! || a - b)
  const kept: number[] = []
  for (const i of order) {
    const covered = kept.some((q) => reaches(points, q * objectives, points, i * objectives, objectives))
    if (!covered) kept.push(i)
  }
  return kept
}
