import type { Objective } from './objectives.ts'
import type { Steps } from './steps.ts'

/** A portfolio's items as marks, and its lowest and highest value at each objective, in the objectives' units. */
export type Valued = { readonly items: Uint8Array; readonly low: Float64Array; readonly high: Float64Array }

export function valued(objectives: readonly Objective[], items: Uint8Array): Valued {
  const sum = (values: Float64Array) => values.reduce((all, value, i) => (items[i] ? all + value : all), 0)
  return {
    items,
    low: Float64Array.from(objectives, ({ low }) => sum(low)),
    high: Float64Array.from(objectives, ({ high }) => sum(high)),
  }
}

/** The items that have an interval: what portfolios share of these is worth the same to both, whatever it is worth. */
export const uncertainItems = (objectives: readonly Objective[]): number[] =>
  [...(objectives[0]?.low.keys() ?? [])].filter((i) => objectives.some(({ low, high }) => low[i] !== high[i]))

/** Comparisons of two portfolios between two yields: some milliseconds. */
const turn = 10_000

/** How many comparisons of two portfolios may still be made. */
export type Effort = { left: number }

/**
 * The places of the portfolios that no other of them dominates: better than it for some weights and scores that are
 * allowed, and worse for none (Liesiö, Mild, Salo 2007, section 2; at the extreme points, lowest scores of what only
 * the one has against the highest of what only the other has). Undefined when the effort is used up.
 */
export function* undominated(
  objectives: readonly Objective[],
  portfolios: readonly Uint8Array[],
  effort: Effort,
): Steps<readonly number[] | undefined> {
  if (effort.left < 0) return undefined
  const uncertain = uncertainItems(objectives)
  const all = portfolios.map((items, place) => ({ place, ...valued(objectives, items) }))
  // Who dominates is nowhere behind and somewhere ahead in the middle of its values: it comes first in this order, and
  // since dominance is transitive, whoever is dominated is dominated by one of those that are kept.
  all.sort((p, q) => {
    for (let k = 0; k < objectives.length; k++) {
      const ahead = q.low[k]! + q.high[k]! - (p.low[k]! + p.high[k]!)
      if (ahead !== 0) return ahead
    }
    return p.place - q.place
  })
  const kept: (typeof all)[number][] = []
  let compared = 0
  for (const q of all) {
    effort.left -= kept.length
    if (effort.left < 0) return undefined
    compared += kept.length
    if (compared > turn) {
      yield
      compared = 0
    }
    if (!kept.some((p) => dominates(objectives, uncertain, p, q))) kept.push(q)
  }
  return kept.map(({ place }) => place).sort((a, b) => a - b)
}

function dominates(
  objectives: readonly Objective[],
  uncertain: readonly number[],
  p: Valued,
  q: Valued,
): boolean {
  let better = false
  for (let k = 0; k < objectives.length; k++) {
    const worst = p.low[k]! - q.high[k]!
    const best = p.high[k]! - q.low[k]!
    if (best < 0) return false
    const both = sharedWidth(objectives[k]!, uncertain, p, q)
    if (worst + both < 0) return false
    if (best - both > 0) better = true
  }
  return better
}

/** The sum of the intervals' widths over the items that both have. */
export function sharedWidth(
  { low, high }: Objective,
  uncertain: readonly number[],
  p: Pick<Valued, 'items'>,
  q: Pick<Valued, 'items'>,
): number {
  let width = 0
  for (const i of uncertain) if (p.items[i] && q.items[i]) width += high[i]! - low[i]!
  return width
}
