/** The most buckets there are: beyond that they get wider. */
const mostBuckets = 4096

/**
 * Actors by how far they are, the nearest first, for distances that never come out smaller than the last one taken
 * and are at most one length ahead of it. Buckets of equal width in a ring; only the bucket in hand is sorted, by a
 * small heap. Exact whatever the width. An actor that has come nearer is put in anew; who takes it out leaves what
 * is out of date.
 */
export class DistanceQueue {
  readonly #width: number
  readonly #heads: Int32Array
  readonly #actors: Int32Array
  readonly #distances: Float64Array
  readonly #next: Int32Array
  readonly #heap: Int32Array
  #entries = 0
  #inHeap = 0
  #waiting = 0
  #bucket = 0

  /** @param lengths of all ties; as many entries are put in between two clearings at the most, and one more */
  constructor(lengths: Float64Array) {
    let [longest, sum] = [0, 0]
    for (const length of lengths) {
      longest = Math.max(longest, length)
      sum += length
    }
    const buckets = Math.min(mostBuckets, Math.max(2, Math.ceil((longest * lengths.length * 16) / sum) || 2))
    this.#width = (longest * 1.000001) / (buckets - 1) || 1
    this.#heads = new Int32Array(buckets).fill(-1)
    this.#actors = new Int32Array(lengths.length + 1)
    this.#distances = new Float64Array(lengths.length + 1)
    this.#next = new Int32Array(lengths.length + 1)
    this.#heap = new Int32Array(lengths.length + 1)
  }

  /** Forgets where it was: the next distance put in may be 0. It is empty. */
  clear(): void {
    this.#entries = 0
    this.#bucket = 0
  }

  put(actor: number, distance: number): void {
    const entry = this.#entries++
    this.#actors[entry] = actor
    this.#distances[entry] = distance
    const bucket = Math.floor(distance / this.#width)
    if (bucket <= this.#bucket) this.#rise(entry)
    else {
      const slot = bucket % this.#heads.length
      this.#next[entry] = this.#heads[slot]!
      this.#heads[slot] = entry
      this.#waiting++
    }
  }

  /** The nearest entry, or -1 when there is none. */
  take(): number {
    while (this.#inHeap === 0) {
      if (this.#waiting === 0) return -1
      const slot = ++this.#bucket % this.#heads.length
      for (let entry = this.#heads[slot]!; entry >= 0; entry = this.#next[entry]!) {
        this.#rise(entry)
        this.#waiting--
      }
      this.#heads[slot] = -1
    }
    const top = this.#heap[0]!
    const last = this.#heap[--this.#inHeap]!
    if (this.#inHeap > 0) this.#sink(last)
    return top
  }

  actorOf(entry: number): number {
    return this.#actors[entry]!
  }

  distanceOf(entry: number): number {
    return this.#distances[entry]!
  }

  #rise(entry: number): void {
    const distance = this.#distances[entry]!
    let at = this.#inHeap++
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.#heap[parent]!
      if (this.#distances[above]! <= distance) break
      this.#heap[at] = above
      at = parent
    }
    this.#heap[at] = entry
  }

  #sink(entry: number): void {
    const distance = this.#distances[entry]!
    let at = 0
    for (let child = 1; child < this.#inHeap; child = 2 * at + 1) {
      const right = child + 1
      if (right < this.#inHeap && this.#distances[this.#heap[right]!]! < this.#distances[this.#heap[child]!]!)
        child = right
      const below = this.#heap[child]!
      if (this.#distances[below]! >= distance) break
      this.#heap[at] = below
      at = child
    }
    this.#heap[at] = entry
  }
}
