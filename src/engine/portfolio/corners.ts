import type { Staircase } from './staircase.ts'

/** Points, of which one may cover a corner: an archive, or what of it a choice can be compared with. */
export type Cover = {
  readonly objectives: number
  /** Of points at two objectives that do not differ from choice to choice. */
  readonly stairs?: Staircase | undefined
  covers(from: Float64Array, at: number): boolean
  /** `objectives` numbers each. */
  readonly points: Float64Array
  /** A mark by which `covering` finds its way, for a value at an objective; negative where no point reaches it. */
  maskAt(objective: number, value: number): number
  /** A point at least as good as the one at `from[at...]` everywhere: where it begins in `points`, or -1. */
  covering(from: Float64Array, at: number, begins: Int32Array, beginsAt: number): number
}

/** Boxes that are looked at before a choice is kept unproved: it costs little to keep one too many. */
const patience = 120
/** With two objectives the holes lie on a line, and all of them are soon looked at. */
const patienceOnALine = 1000

/**
 * Asks whether a choice begun could still become better than every point of a cover. What it can become lies in a
 * box, from a least value (its lower corner) to the bounds of its objectives, under the bounds in all directions. If
 * a point covers the lower corner, whatever is better must pass that point at one objective: the box
 * falls into at most one box an objective, without overlap, and those whose lower corner is above a bound are
 * empty. A corner that nothing covers is a hole through which the choice may lead to something new.
 */
export class Corners {
  readonly #cover: Cover
  readonly #directions: number
  readonly #objectives: number
  readonly #steps: Float64Array
  readonly #patience: number
  /** By objective: the direction whose bound ended the last part that passed a point there; it often ends the next. */
  readonly #failing: Int32Array
  /** The boxes still to be looked at, one after another; the last is looked at first. */
  readonly #lower: Float64Array
  readonly #upper: Float64Array
  /** What is left under each direction's bound at the lower corner. */
  readonly #left: Float64Array
  /** Where the archive's masks begin for the lower corner. */
  readonly #begins: Int32Array

  /** steps: the weight of objective j in direction d at [j * directions + d]; the objectives are the first directions. */
  constructor(cover: Cover, steps: Float64Array) {
    const k = cover.objectives
    this.#patience = k === 2 ? patienceOnALine : patience
    const boxes = this.#patience * k + 2
    this.#cover = cover
    this.#objectives = k
    this.#directions = steps.length / k
    this.#steps = steps
    this.#failing = new Int32Array(k)
    this.#lower = new Float64Array(boxes * k)
    this.#upper = new Float64Array(boxes * k)
    this.#left = new Float64Array(boxes * this.#directions)
    this.#begins = new Int32Array(boxes * k)
  }

  /** Whether a hole found before is still one: at least `least`, under the bounds, and covered by no point. */
  isHole(hole: Float64Array, at: number, least: Float64Array, bounds: Float64Array): boolean {
    const k = this.#objectives
    const directions = this.#directions
    const steps = this.#steps
    for (let j = 0; j < k; j++) if (hole[at + j]! < least[j]!) return false
    for (let d = 0; d < directions; d++) {
      let left = bounds[d]!
      for (let j = 0; j < k; j++) left -= steps[j * directions + d]! * hole[at + j]!
      if (!(left >= 0)) return false
    }
    return !this.#cover.covers(hole, at)
  }

  /** Whether nothing new can come above `least[at...]` under the bounds. Where it may, `least` becomes the hole, or infinite. */
  closed(least: Float64Array, at: number, bounds: Float64Array): boolean {
    const k = this.#objectives
    const directions = this.#directions
    const steps = this.#steps
    const lower = this.#lower
    for (let d = 0; d < directions; d++) {
      let left = bounds[d]!
      for (let j = 0; j < k; j++) left -= steps[j * directions + d]! * least[at + j]!
      if (left < 0) return true
      this.#left[directions + d] = left
    }
    for (let j = 0; j < k; j++) {
      lower[k + j] = least[at + j]!
      this.#upper[k + j] = bounds[j]! / steps[j * directions + j]!
      this.#begins[k + j] = this.#cover.maskAt(j, lower[k + j]!)
    }
    const { stairs } = this.#cover
    if (stairs) return stairs.closed(least, at, bounds, steps)
    let boxes = 1
    for (let looked = 0; boxes > 0; looked++) {
      if (looked === this.#patience) {
        least.fill(Infinity, at, at + k)
        return false
      }
      const point = this.#cover.covering(lower, boxes * k, this.#begins, boxes * k)
      if (point < 0) {
        for (let j = 0; j < k; j++) least[at + j] = lower[boxes * k + j]!
        return false
      }
      boxes = this.#split(boxes, point)
    }
    return true
  }

  /**
   * Replaces the last box by its parts beyond a point: part j passes the point at objective j, and stays at or below it
   * at the objectives before. Returns how many boxes there are then.
   */
  #split(box: number, point: number): number {
    const k = this.#objectives
    const directions = this.#directions
    const steps = this.#steps
    const lower = this.#lower
    const upper = this.#upper
    const left = this.#left
    const begins = this.#begins
    const { points } = this.#cover
    // The box that falls apart goes to place 0: its parts take its place.
    for (let j = 0; j < k; j++) {
      lower[j] = lower[box * k + j]!
      upper[j] = upper[box * k + j]!
      begins[j] = begins[box * k + j]!
    }
    for (let d = 0; d < directions; d++) left[d] = left[box * directions + d]!
    let end = box - 1
    for (let j = 0; j < k; j++) {
      const beyond = points[point + j]! + 1
      if (beyond <= upper[j]!) {
        const part = end + 1
        const rise = beyond - lower[j]!
        const usual = this.#failing[j]!
        let open = left[usual]! >= rise * steps[j * directions + usual]!
        for (let d = 0; open && d < directions; d++) {
          const rest = left[d]! - rise * steps[j * directions + d]!
          left[part * directions + d] = rest
          if (rest < 0) {
            open = false
            this.#failing[j] = d
          }
        }
        if (open) {
          for (let o = 0; o < k; o++) {
            lower[part * k + o] = o === j ? beyond : lower[o]!
            upper[part * k + o] = upper[o]!
            begins[part * k + o] = begins[o]!
          }
          begins[part * k + j] = this.#cover.maskAt(j, beyond)
          end = part
        }
        upper[j] = points[point + j]!
      }
    }
    return end
  }
}
