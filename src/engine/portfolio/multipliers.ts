/** Each row's price for one direction: what a unit of it is worth where the selection is dear (Lagrange multipliers). */
export type Prices = Float64Array

const rounds = 6

/**
 * Prices that bound the worth of a selection well: found row by row, each time the best price given the others (the
 * bound is convex and piecewise linear in one price, so its least value lies where an item's worth changes sign).
 * Any prices give a bound that holds; these give a close one.
 *
 * worths: one an item. coefficients: item by item, `rows` each. limits: one a row.
 */
export function pricesFor(worths: Float64Array, coefficients: Float64Array, limits: Float64Array): Prices {
  const rows = limits.length
  const prices = new Float64Array(rows)
  const left = worths.slice()
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (let r = 0; r < rows; r++) {
      const before = prices[r]!
      for (let i = 0; i < left.length; i++) left[i]! += before * coefficients[i * rows + r]!
      const price = bestPrice(left, coefficients, rows, r, limits[r]!)
      for (let i = 0; i < left.length; i++) left[i]! -= price * coefficients[i * rows + r]!
      prices[r] = price
      moved ||= Math.abs(price - before) > 1e-9 * (1 + price)
    }
    if (!moved) break
  }
  return prices
}

/** The least point of: price * limit + the sum of max(0, left - price * coefficient), over prices from 0 up. */
function bestPrice(
  left: Float64Array,
  coefficients: Float64Array,
  rows: number,
  row: number,
  limit: number,
): number {
  // The slope begins at the limit less what would be taken for nothing, and grows by a coefficient's size at each turn.
  let slope = limit
  const turns: { at: number; by: number }[] = []
  for (let i = 0; i < left.length; i++) {
    const a = coefficients[i * rows + row]!
    if (a === 0) continue
    if (left[i]! > 0 || (left[i] === 0 && a < 0)) slope -= a
    const at = left[i]! / a
    if (at > 0) turns.push({ at, by: Math.abs(a) })
  }
  if (slope >= 0) return 0
  turns.sort((x, y) => x.at - y.at)
  for (const turn of turns) {
    slope += turn.by
    if (slope >= 0) return turn.at
  }
  // No price is high enough: the row can't be kept at all, and any price says so.
  return (turns.at(-1)?.at ?? 0) + 1
}
