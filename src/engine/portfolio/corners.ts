import { type Archive, reaches } from './archive.ts'

const bitsOfWord = 32
/** Boxes that are looked at before a choice is kept unproved: it costs little to keep one too many. */
const patience = 60

/**
 * Asks whether a choice begun could still become better than everything in the archive. What it can become lies in a
 * box, from a least value (its lower corner) to the bounds of its objectives, under the bounds in all directions. If
 * a point of the archive covers the lower corner, whatever is better must pass that point at one objective: the box
 * falls into at most one box an objective, without overlap, and those whose lower corner is above a bound are
 * empty. A corner that nothing covers is a hole through which the choice may lead to something new.
 */
export class Corners {
  readonly #archive: Archive
  readonly #directions: number
  readonly #objectives: number
  readonly #steps: Float64Array
  /** The boxes still to be looked at, one after another; the last is looked at first. */
  readonly #lower: Float64Array
  readonly #upper: Float64Array
  /** What is left under each direction's bound at the lower corner. */
  readonly #left: Float64Array
  /** The points that may cover the lower corner. */
  #masks = new Uint32Array(0)
  readonly #point: Float64Array

  /** steps: the weight of objective j in direction d at [j * directions + d]; the objectives are the first directions. */
  constructor(archive: Archive, steps: Float64Array) {
    const k = archive.objectives
    const boxes = patience * k + 2
    this.#archive = archive
    this.#objectives = k
    this.#directions = steps.length / k
    this.#steps = steps
    this.#lower = new Float64Array(boxes * k)
    this.#upper = new Float64Array(boxes * k)
    this.#left = new Float64Array(boxes * this.#directions)
    this.#point = new Float64Array(k)
  }

  /** Whether nothing new can come above `least[at...]` under the bounds. Where it may, `least` becomes the hole. */
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
    }
    this.#maskFirst()
    let boxes = 1
    for (let looked = 0; boxes > 0; looked++) {
      if (looked === patience) return false
      if (!this.#covered(boxes)) {
        for (let j = 0; j < k; j++) least[at + j] = lower[boxes * k + j]!
        return false
      }
      boxes = this.#split(boxes)
    }
    return true
  }

  /** The points that may cover the first box's lower corner: those at or above it at each objective. */
  #maskFirst(): void {
    const archive = this.#archive
    const { words } = archive
    const k = this.#objectives
    if (this.#masks.length < (patience * k + 2) * words)
      this.#masks = new Uint32Array((patience * k + 2) * words)
    const masks = this.#masks
    for (let j = 0; j < k && words > 0; j++) {
      const begin = archive.maskAt(j, this.#lower[k + j]!)
      const of = archive.masks[j]!
      if (begin < 0) masks.fill(0, words, 2 * words)
      else if (j === 0) for (let w = 0; w < words; w++) masks[words + w] = of[begin + w]!
      else for (let w = 0; w < words; w++) masks[words + w]! &= of[begin + w]!
    }
  }

  /** Whether a point covers the box's lower corner; it is put into #point. */
  #covered(box: number): boolean {
    const { points, words, recent, fresh } = this.#archive
    const k = this.#objectives
    const lower = this.#lower
    const masks = this.#masks
    for (let w = 0; w < words; w++) {
      let some = masks[box * words + w]!
      while (some !== 0) {
        const point = (w * bitsOfWord + 31 - Math.clz32(some & -some)) * k
        if (reaches(points, point, lower, box * k, k)) {
          for (let j = 0; j < k; j++) this.#point[j] = points[point + j]!
          return true
        }
        some &= some - 1
      }
    }
    for (let i = 0; i < fresh; i++)
      if (reaches(recent, i * k, lower, box * k, k)) {
        for (let j = 0; j < k; j++) this.#point[j] = recent[i * k + j]!
        return true
      }
    return false
  }

  /**
   * Replaces the last box by its parts beyond #point: part j passes the point at objective j, and stays at or below it
   * at the objectives before. Returns how many boxes there are then.
   */
  #split(box: number): number {
    const k = this.#objectives
    const directions = this.#directions
    const steps = this.#steps
    const lower = this.#lower
    const upper = this.#upper
    const left = this.#left
    // The box that falls apart goes to place 0: its parts take its place.
    for (let j = 0; j < k; j++) {
      lower[j] = lower[box * k + j]!
      upper[j] = upper[box * k + j]!
    }
    for (let d = 0; d < directions; d++) left[d] = left[box * directions + d]!
    const { words } = this.#archive
    const masks = this.#masks
    for (let w = 0; w < words; w++) masks[w] = masks[box * words + w]!
    let end = box - 1
    for (let j = 0; j < k; j++) {
      const beyond = this.#point[j]! + 1
      if (beyond <= upper[j]!) {
        const part = end + 1
        const rise = beyond - lower[j]!
        let open = true
        for (let d = 0; d < directions; d++) {
          const rest = left[d]! - rise * steps[j * directions + d]!
          if (rest < 0) {
            open = false
            break
          }
          left[part * directions + d] = rest
        }
        if (open) {
          for (let o = 0; o < k; o++) {
            lower[part * k + o] = o === j ? beyond : lower[o]!
            upper[part * k + o] = upper[o]!
          }
          this.#mask(part, j, beyond)
          end = part
        }
        upper[j] = this.#point[j]!
      }
    }
    return end
  }

  /** The points of box 0 that may also reach a value at an objective. */
  #mask(part: number, objective: number, value: number): void {
    const archive = this.#archive
    const { words } = archive
    if (words === 0) return
    const masks = this.#masks
    const begin = archive.maskAt(objective, value)
    const of = archive.masks[objective]!
    const at = part * words
    if (begin < 0) masks.fill(0, at, at + words)
    else for (let w = 0; w < words; w++) masks[at + w] = masks[w]! & of[begin + w]!
  }
}
