import { type Arrangement, worthsIn } from './arrangement.ts'
import { pricesFor } from './multipliers.ts'
import type { Steps } from './steps.ts'

/** Numbers that all tables of one programme may hold together: 128 MB. The finer the tables, the closer the bounds. */
const room = 32_000_000
const tableRows = 2
/** What rounding to single precision can take from a bound, as a share of all there is: bounds are raised by it. */
const rounding = 2e-7

/**
 * One row's knapsack tables: the most that the items from a place on are worth beyond the other rows' prices, by what
 * is left of the row.
 */
type Tables = { readonly row: number; readonly perUnit: number; readonly from: readonly Float32Array[] }

/**
 * How much a choice begun can still be worth in each direction: never too low. Several bounds, the lowest counts: by
 * the prices of all rows (Lagrange), and by tables of one row beside the prices of the others, which know that items
 * are taken whole (Bellman); a row with many units is cut into coarser ones, in favour of the choice.
 */
export class Bounds {
  readonly directions: number
  readonly #objectives: number
  readonly #rows: number
  readonly #weights: Float64Array
  readonly #prices: Float64Array
  /** By place and direction: what items from there are worth beyond their prices. */
  readonly #beyond: Float64Array
  readonly #tables: readonly Tables[]
  readonly #margin: Float64Array

  private constructor(arrangement: Arrangement, worths: readonly Float64Array[], tables: readonly Tables[]) {
    const { items, objectives, rows, coefficients, directions, prices } = arrangement
    this.directions = directions.length
    this.#objectives = objectives
    this.#rows = rows
    this.#weights = Float64Array.from(directions.flatMap((d) => [...d]))
    this.#prices = Float64Array.from(prices.flatMap((p) => [...p]))
    this.#beyond = new Float64Array((items + 1) * this.directions)
    for (let at = items - 1; at >= 0; at--)
      for (let d = 0; d < this.directions; d++) {
        let net = worths[d]![at]!
        for (let r = 0; r < rows; r++) net -= prices[d]![r]! * coefficients[at * rows + r]!
        this.#beyond[at * this.directions + d] =
          this.#beyond[(at + 1) * this.directions + d]! + Math.max(0, net)
      }
    this.#tables = tables
    this.#margin = Float64Array.from(worths, (worth, d) => {
      let all = worth.reduce((sum, w) => sum + Math.abs(w), 1e-6)
      for (let i = 0; i < coefficients.length; i++) all += Math.abs(coefficients[i]! * prices[d]![i % rows]!)
      return rounding * all
    })
  }

  /** In steps of some milliseconds. */
  static *of(arrangement: Arrangement): Steps<Bounds> {
    const { items, objectives, values, directions } = arrangement
    const worths = directions.map((direction) => worthsIn(direction, values, items, objectives))
    const rows = yield* rowsForTables(arrangement, worths)
    const tables: Tables[] = []
    for (const row of rows) tables.push(yield* tablesOf(arrangement, worths, row, room / rows.length))
    return new Bounds(arrangement, worths, tables)
  }

  /**
   * The bound of a choice in each direction, into `out`: of all that it is, with what may still come from `place` on.
   * The choice lies in `choices` from `at`: what is left of each row, then its value at each objective.
   */
  upper(place: number, choices: Float64Array, at: number, out: Float64Array): void {
    const { directions } = this
    const rows = this.#rows
    const objectives = this.#objectives
    const weights = this.#weights
    const prices = this.#prices
    const beyond = this.#beyond
    const first = this.#tables[0]
    const second = this.#tables[1]
    const firstFrom = first?.from[place]
    const secondFrom = second?.from[place]
    const firstAt = first ? Math.floor(choices[at + first.row]! * first.perUnit) * directions : 0
    const secondAt = second ? Math.floor(choices[at + second.row]! * second.perUnit) * directions : 0
    for (let d = 0; d < directions; d++) {
      let priced = 0
      for (let r = 0; r < rows; r++) priced += prices[d * rows + r]! * choices[at + r]!
      let rest = priced + beyond[place * directions + d]!
      if (firstFrom) {
        const own = prices[d * rows + first.row]! * choices[at + first.row]!
        rest = Math.min(rest, priced - own + firstFrom[firstAt + d]!)
      }
      if (secondFrom) {
        const own = prices[d * rows + second.row]! * choices[at + second.row]!
        rest = Math.min(rest, priced - own + secondFrom[secondAt + d]!)
      }
      for (let j = 0; j < objectives; j++) rest += weights[d * objectives + j]! * choices[at + rows + j]!
      out[d] = rest + this.#margin[d]!
    }
  }

  /** The weight of objective j in direction d, at [j * directions + d]: what a step at one objective costs each. */
  stepWeights(): Float64Array {
    const steps = new Float64Array(this.directions * this.#objectives)
    for (let d = 0; d < this.directions; d++)
      for (let j = 0; j < this.#objectives; j++)
        steps[j * this.directions + d] = this.#weights[d * this.#objectives + j]!
    return steps
  }

  /** Whether the item at a place is worth taking in a direction: as the first table sees it, or else its price. */
  takes(place: number, choices: Float64Array, at: number, direction: number): boolean {
    const table = this.#tables[0]
    const { directions } = this
    if (!table)
      return (
        this.#beyond[place * directions + direction]! > this.#beyond[(place + 1) * directions + direction]!
      )
    const cell = Math.floor(choices[at + table.row]! * table.perUnit) * directions + direction
    return table.from[place]![cell]! > table.from[place + 1]![cell]!
  }
}

/** The rows that only use up, those that bind most first: the tables of the others would say little. */
function* rowsForTables(arrangement: Arrangement, worths: readonly Float64Array[]): Steps<number[]> {
  const { items, rows, coefficients, limits } = arrangement
  const binding: { row: number; share: number }[] = []
  for (let row = 0; row < rows; row++) {
    const uses = Float64Array.from({ length: items }, (_, i) => coefficients[i * rows + row]!)
    if (limits[row]! < 0 || uses.some((use) => use < 0)) continue
    let share = 0
    for (const worth of worths) {
      const [price] = pricesFor(worth, uses, Float64Array.of(limits[row]!))
      const all = worth.reduce((sum, w) => sum + Math.max(0, w), 0)
      const bound = worth.reduce(
        (sum, w, i) => sum + Math.max(0, w - price! * uses[i]!),
        price! * limits[row]!,
      )
      share += all > 0 ? bound / all : 1
    }
    yield
    if (share < 0.99 * worths.length) binding.push({ row, share })
  }
  binding.sort((a, b) => a.share - b.share || a.row - b.row)
  return binding.slice(0, tableRows).map((b) => b.row)
}

function* tablesOf(
  { items, rows, coefficients, limits, prices }: Arrangement,
  worths: readonly Float64Array[],
  row: number,
  numbers: number,
): Steps<Tables> {
  const directions = worths.length
  const limit = limits[row]!
  const cells = Math.max(2, Math.floor(numbers / ((items + 1) * directions)))
  let unit = 1
  while (limit / unit >= cells) unit *= 2
  const perUnit = 1 / unit
  const width = (Math.floor(limit * perUnit) + 1) * directions
  const from: Float32Array[] = new Array(items + 1)
  let next = new Float64Array(width)
  let table = new Float64Array(width)
  from[items] = new Float32Array(width)
  const worth = new Float64Array(directions)
  for (let place = items - 1; place >= 0; place--) {
    table.set(next)
    const shift = Math.floor(coefficients[place * rows + row]! * perUnit) * directions
    for (let d = 0; d < directions; d++) {
      worth[d] = worths[d]![place]!
      for (let r = 0; r < rows; r++)
        if (r !== row) worth[d]! -= prices[d]![r]! * coefficients[place * rows + r]!
    }
    for (let cell = shift; cell < width; cell += directions)
      for (let d = 0; d < directions; d++) {
        const taken = next[cell - shift + d]! + worth[d]!
        if (taken > table[cell + d]!) table[cell + d] = taken
      }
    from[place] = new Float32Array(table)
    ;[table, next] = [next, table]
    yield
  }
  return { row, perUnit, from }
}
