import { type Arrangement, worthsIn } from './arrangement.ts'
import { complete } from './sweep.ts'

/** The share of items, the last to be decided, that are taken as soon as they are worth anything and fit. */
const marginal = 0.3

/**
 * Portfolios at once, before any table is made, by their items: in each direction what is worth its price, clear items
 * first, and then what still fits. Feasible; the same may come twice, and one may dominate another.
 */
export function promptly(arrangement: Arrangement): Uint8Array[] {
  const { items, objectives, rows, values, coefficients, directions, prices, limits, order } = arrangement
  return directions.flatMap((direction, d) => {
    const worths = worthsIn(direction, values, items, objectives)
    const takes = (place: number) => {
      if (place >= items * (1 - marginal)) return worths[place]! > 0
      let net = worths[place]!
      for (let r = 0; r < rows; r++) net -= prices[d]![r]! * coefficients[place * rows + r]!
      return net > 0
    }
    const portfolio = new Uint8Array(items)
    const choice = new Float64Array(rows + objectives)
    choice.set(limits)
    const ended = complete(arrangement, { takes }, 0, choice, d, (place, take) => {
      portfolio[order[place]!] = take
    })
    return ended ? [portfolio] : []
  })
}
