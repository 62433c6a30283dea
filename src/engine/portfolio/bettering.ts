import type { IntegerPrograms } from './integer-programs.ts'
import type { Programme } from './programme.ts'

/**
 * A portfolio that dominates another, the best by the sum over objectives of what it can be ahead; the portfolio itself
 * where none does; undefined where that is not settled. What both take cancels out: lowest scores of what only the
 * one takes reach the highest of what only the other takes.
 */
export function bettered(
  programme: Programme,
  portfolio: Uint8Array,
  solved: IntegerPrograms,
): Uint8Array | undefined {
  const { items, objectives, low, high, rows } = programme
  const gains = new Float64Array(items)
  let own = 0
  const ahead = Array.from({ length: objectives }, (_, j) => {
    const coefficients = new Float64Array(items)
    let bound = 0
    for (let i = 0; i < items; i++) {
      const at = i * objectives + j
      coefficients[i] = -(portfolio[i] ? high : low)[at]!
      gains[i]! += (portfolio[i] ? low : high)[at]!
      if (portfolio[i]) bound -= high[at]!
    }
    return { coefficients, bound }
  })
  for (let i = 0; i < items; i++) if (portfolio[i]) own += gains[i]!
  const answer = solved({ variables: items, gains, rows: [...rows, ...ahead] })
  if (typeof answer === 'string') return undefined
  const ofBest = gains.reduce((sum, gain, i) => sum + gain * answer.best[i]!, 0)
  return ofBest > own ? answer.best : portfolio
}

/**
 * Whether p dominates q, both by their items: what only p takes, at its lowest, reaches what only q takes, at its
 * highest, at every objective, and for some scores it is more.
 */
export function dominates(
  { items, objectives, low, high }: Programme,
  p: Uint8Array,
  q: Uint8Array,
): boolean {
  let better = false
  for (let j = 0; j < objectives; j++) {
    let worst = 0
    let best = 0
    for (let i = 0; i < items; i++) {
      if (p[i] === q[i]) continue
      const at = i * objectives + j
      worst += p[i] ? low[at]! : -high[at]!
      best += p[i] ? high[at]! : -low[at]!
    }
    if (worst < 0) return false
    better ||= best > 0
  }
  return better
}
