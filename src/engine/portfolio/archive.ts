const steps = 256
const bitsOfWord = 32

/**
 * The best values found so far: points of which none is at least as good as another everywhere. Asked all the time
 * whether it covers a point (has one at least as good), so for each objective it keeps bit masks of the points at or
 * above each of up to 256 thresholds; those that are in all masks are few, and are looked at.
 */
export class Archive {
  readonly objectives: number
  /** The points, `objectives` numbers each, best sums first, without those in `recent`. */
  points = new Float64Array(0)
  count = 0
  words = 0
  /** By objective: a mask of `words` words for each threshold. */
  masks: Uint32Array[] = []
  #highest: number[] = []
  readonly #begins: Int32Array
  #thresholds: Float64Array[] = []
  /** Points added since the masks were made, and how many. */
  readonly recent: Float64Array
  fresh = 0

  constructor(objectives: number) {
    this.objectives = objectives
    this.recent = new Float64Array(bitsOfWord * objectives)
    this.#begins = new Int32Array(objectives)
  }

  /** Adds the point at `from[at...]` unless one covers it. Says whether it was new. */
  add(from: Float64Array, at: number): boolean {
    if (this.covers(from, at)) return false
    this.recent.set(from.subarray(at, at + this.objectives), this.fresh * this.objectives)
    if (++this.fresh === bitsOfWord) this.settle()
    return true
  }

  /** Makes the masks anew with the points added since, and drops what they dominate. */
  settle(): void {
    if (this.fresh === 0) return
    const k = this.objectives
    const all = new Float64Array(this.points.length + this.fresh * k)
    all.set(this.points)
    all.set(this.recent.subarray(0, this.fresh * k), this.points.length)
    this.fresh = 0
    this.points = undominated(all, k)
    this.count = this.points.length / k
    this.words = Math.ceil(this.count / bitsOfWord)
    this.#thresholds = []
    this.#highest = []
    this.masks = []
    for (let j = 0; j < k; j++) this.#maskObjective(j)
  }

  #maskObjective(objective: number): void {
    const { objectives: k, count, words, points } = this
    const sorted = Float64Array.from({ length: count }, (_, i) => points[i * k + objective]!).sort()
    const blocks = Math.min(steps, count)
    const thresholds = Float64Array.from({ length: blocks }, (_, b) => sorted[Math.floor((b * count) / blocks)]!)
    const masks = new Uint32Array(blocks * words)
    for (let i = 0; i < count; i++)
      for (let b = 0; b < blocks && thresholds[b]! <= points[i * k + objective]!; b++)
        masks[b * words + (i >> 5)]! |= 1 << (i & 31)
    this.#thresholds.push(thresholds)
    this.#highest.push(sorted[count - 1]!)
    this.masks.push(masks)
  }

  /** Where the mask begins of the points that may reach a value at an objective; -1 where none does. */
  maskAt(objective: number, value: number): number {
    const thresholds = this.#thresholds[objective]!
    if (value > this.#highest[objective]!) return -1
    let low = 0
    let high = thresholds.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (thresholds[middle]! <= value) low = middle
      else high = middle - 1
    }
    return low * this.words
  }

  /** Whether a point here is at least as good as the one at `from[at...]` at every objective. */
  covers(from: Float64Array, at: number): boolean {
    const k = this.objectives
    for (let i = 0; i < this.fresh; i++) if (reaches(this.recent, i * k, from, at, k)) return true
    if (this.count === 0) return false
    const { masks, words, points } = this
    const begins = this.#begins
    for (let j = 0; j < k; j++) {
      const begin = this.maskAt(j, from[at + j]!)
      if (begin < 0) return false
      begins[j] = begin
    }
    for (let w = 0; w < words; w++) {
      let some = masks[0]![begins[0]! + w]!
      for (let j = 1; j < k && some !== 0; j++) some &= masks[j]![begins[j]! + w]!
      while (some !== 0) {
        const point = w * bitsOfWord + 31 - Math.clz32(some & -some)
        if (reaches(points, point * k, from, at, k)) return true
        some &= some - 1
      }
    }
    return false
  }
}

/** Whether the point at a[i...] is at least the one at b[j...] everywhere. */
export function reaches(a: Float64Array, i: number, b: Float64Array, j: number, objectives: number): boolean {
  for (let o = 0; o < objectives; o++) if (a[i + o]! < b[j + o]!) return false
  return true
}

/** The points that no other one covers, each once, the greatest sums first. */
function undominated(points: Float64Array, objectives: number): Float64Array {
  const count = points.length / objectives
  const sums = new Float64Array(count)
  for (let i = 0; i < count; i++)
    for (let j = 0; j < objectives; j++) sums[i]! += points[i * objectives + j]!
  const order = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => sums[b]! - sums[a]! || a - b)
  const kept = new Float64Array(points.length)
  let end = 0
  for (const i of order) {
    let covered = false
    for (let q = 0; q < end && !covered; q += objectives)
      covered = reaches(kept, q, points, i * objectives, objectives)
    if (covered) continue
    kept.set(points.subarray(i * objectives, (i + 1) * objectives), end)
    end += objectives
  }
  return kept.slice(0, end)
}
