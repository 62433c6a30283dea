/** Each row's price for one direction: what a unit of it is worth where the selection is dear (Lagrange multipliers). */
export type Prices = Float64Array

const rounds = 6
const steps = 200
const shortening = 0.97

/**
 * Prices that bound the worth of a selection well. Any prices give a bound that holds; these give a close one. First
 * row by row, each time the best price given the others (the bound is convex and piecewise linear in one price, so
 * its least value lies where an item's worth changes sign). Where several rows bind, that stops at a kink, and the
 * subgradient goes on in ever shorter steps (Held, Wolfe, Crowder 1974).
 *
 * worths: one an item. coefficients: item by item, `rows` each. limits: one a row.
 */
export function pricesFor(worths: Float64Array, coefficients: Float64Array, limits: Float64Array): Prices {
  const prices = rowByRow(worths, coefficients, limits)
  return limits.length < 2 ? prices : goDown(prices, worths, coefficients, limits)
}

function rowByRow(worths: Float64Array, coefficients: Float64Array, limits: Float64Array): Prices {
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

function goDown(
  from: Prices,
  worths: Float64Array,
  coefficients: Float64Array,
  limits: Float64Array,
): Prices {
  const rows = limits.length
  const sizes = limits.map((_, r) => {
    let size = 0
    for (let i = 0; i < worths.length; i++) size += coefficients[i * rows + r]! ** 2
    return Math.sqrt(size) || 1
  })
  const worth = worths.reduce((sum, w) => sum + Math.abs(w), 0) / (worths.length || 1)
  const prices = from.slice()
  let best = from
  let least = Infinity
  const slope = new Float64Array(rows)
  for (let step = 0, length = worth; step < steps; step++, length *= shortening) {
    slope.set(limits)
    let bound = prices.reduce((sum, price, r) => sum + price * limits[r]!, 0)
    for (let i = 0; i < worths.length; i++) {
      let net = worths[i]!
      for (let r = 0; r < rows; r++) net -= prices[r]! * coefficients[i * rows + r]!
      if (net <= 0) continue
      bound += net
      for (let r = 0; r < rows; r++) slope[r]! -= coefficients[i * rows + r]!
    }
    if (bound < least) {
      least = bound
      best = prices.slice()
    }
    let steep = 0
    for (let r = 0; r < rows; r++) steep += (slope[r]! / sizes[r]!) ** 2
    if (steep === 0) break
    const by = length / Math.sqrt(steep)
    for (let r = 0; r < rows; r++)
      prices[r] = Math.max(0, prices[r]! - (by * slope[r]!) / sizes[r]! / sizes[r]!)
  }
  return best
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
