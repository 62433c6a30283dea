const fading = 0.95
/** A weight past which all are scaled down. */
const heavy = 1e100

/** Variables by how much they have mattered of late: the heaviest first, ties by number. */
export class VariableHeap {
  readonly #weights: Float64Array
  readonly #heap: Int32Array
  /** Place of a variable in the heap, or -1. */
  readonly #place: Int32Array
  #size = 0
  #step = 1

  constructor(variables: number) {
    this.#weights = new Float64Array(variables)
    this.#heap = new Int32Array(variables)
    this.#place = new Int32Array(variables).fill(-1)
    for (let v = 0; v < variables; v++) this.add(v)
  }

  get isEmpty(): boolean {
    return this.#size === 0
  }

  add(variable: number): void {
    if (this.#place[variable]! >= 0) return
    this.#heap[this.#size] = variable
    this.#place[variable] = this.#size
    this.#rise(this.#size++)
  }

  /** It has mattered: by so much of what the latest matters. */
  raise(variable: number, share: number): void {
    this.#weights[variable]! += this.#step * share
    if (this.#place[variable]! >= 0) this.#rise(this.#place[variable]!)
    if (this.#weights[variable]! < heavy) return
    for (let v = 0; v < this.#weights.length; v++) this.#weights[v]! /= heavy
    this.#step /= heavy
  }

  /** What mattered before matters less than what will. */
  fade(): void {
    this.#step /= fading
  }

  takeHeaviest(): number {
    const top = this.#heap[0]!
    const last = this.#heap[--this.#size]!
    this.#place[top] = -1
    if (this.#size > 0) {
      this.#heap[0] = last
      this.#place[last] = 0
      this.#sink(0)
    }
    return top
  }

  #isHeavier(a: number, b: number): boolean {
    return this.#weights[a]! > this.#weights[b]! || (this.#weights[a] === this.#weights[b] && a < b)
  }

  #rise(from: number): void {
    const variable = this.#heap[from]!
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.#heap[parent]!
      if (!this.#isHeavier(variable, above)) break
      this.#heap[at] = above
      this.#place[above] = at
      at = parent
    }
    this.#heap[at] = variable
    this.#place[variable] = at
  }

  #sink(from: number): void {
    const variable = this.#heap[from]!
    let at = from
    for (let child = 2 * at + 1; child < this.#size; child = 2 * at + 1) {
      if (child + 1 < this.#size && this.#isHeavier(this.#heap[child + 1]!, this.#heap[child]!)) child++
      const below = this.#heap[child]!
      if (!this.#isHeavier(below, variable)) break
      this.#heap[at] = below
      this.#place[below] = at
      at = child
    }
    this.#heap[at] = variable
    this.#place[variable] = at
  }
}
