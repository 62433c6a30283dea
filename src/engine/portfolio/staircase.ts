/**
 * Points at two objectives of which none covers another: in rising order of the first they fall in the second, like
 * stairs. Only at the corners between two neighbours can something new begin, and which corners are near is found by
 * halving.
 */
export class Staircase {
  #firsts = new Float64Array(64)
  #seconds = new Float64Array(64)
  #count = 0

  /** Adds a point that nothing here covers, and drops those that it covers. */
  add(first: number, second: number): void {
    if (this.#count === this.#firsts.length) this.#grow()
    const firsts = this.#firsts
    const seconds = this.#seconds
    const end = this.from(first)
    // Points at the same first value are lower, or it would be covered; those before it are covered while they are no higher.
    const after = firsts[end] === first && end < this.#count ? end + 1 : end
    let begin = end
    while (begin > 0 && seconds[begin - 1]! <= second) begin--
    firsts.copyWithin(begin + 1, after, this.#count)
    seconds.copyWithin(begin + 1, after, this.#count)
    firsts[begin] = first
    seconds[begin] = second
    this.#count += 1 - (after - begin)
  }

  /** The place of the first point that reaches a value at the first objective. */
  from(first: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#firsts[middle]! < first) low = middle + 1
      else high = middle
    }
    return low
  }

  covers(first: number, second: number): boolean {
    const place = this.from(first)
    return place < this.#count && this.#seconds[place]! >= second
  }

  /**
   * Whether each corner at or above `least[at...]` breaks one of the bounds: steps[d] times the first objective and
   * steps[directions + d] times the second are at most bounds[d]. Where one does not, `least` becomes that corner.
   */
  closed(least: Float64Array, at: number, bounds: Float64Array, steps: Float64Array): boolean {
    const directions = bounds.length
    const [first, second] = [least[at]!, least[at + 1]!]
    const highest = bounds[1]! / steps[directions + 1]!
    let place = this.from(first)
    let breaking = 0
    // Corners that are too high come first: they are passed over by halving.
    place = Math.max(place, this.#below(highest))
    for (; ; place++) {
      const x = place === 0 ? first : Math.max(first, this.#firsts[place - 1]! + 1)
      const above = place < this.#count ? this.#seconds[place]! + 1 : second
      const y = Math.max(second, above)
      if (x * steps[0]! > bounds[0]!) return true
      let d = breaking
      let looked = 0
      while (looked < directions && x * steps[d]! + y * steps[directions + d]! <= bounds[d]!) {
        d = d + 1 === directions ? 0 : d + 1
        looked++
      }
      if (looked === directions) {
        least[at] = x
        least[at + 1] = y
        return false
      }
      breaking = d
      if (above <= second) return true
    }
  }

  /** The place of the first point so low that what passes it at the second objective is at most `highest`. */
  #below(highest: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#seconds[middle]! + 1 > highest) low = middle + 1
      else high = middle
    }
    return low
  }

  #grow(): void {
    const twice = (from: Float64Array) => {
      const to = new Float64Array(2 * from.length)
      to.set(from)
      return to
    }
    this.#firsts = twice(this.#firsts)
    this.#seconds = twice(this.#seconds)
  }
}
