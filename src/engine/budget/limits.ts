import { type Cents, centsFromDecimal, decimalFromCents } from './cents.ts'
import type { CostModel, Limit } from './cost-model.ts'
import { type Fault, fault, type Place } from './fault.ts'
import { measure, type Sums } from './partner-budget.ts'
import { mostWithin } from './percent.ts'

/** The amount that a limit sets in this budget. A share is cut down to whole cents: a cent more is over it. */
export const limitIn = (limit: Limit, sums: Sums): Cents => {
  if ('percent' in limit) return mostWithin(limit.percent, measure(limit.of, sums))
  return centsFromDecimal('most' in limit ? limit.most : limit.least) ?? 0n
}

/** The limits of this level that are broken: the amount, the most or least allowed, and how far it is from that. */
export function brokenLimits(model: CostModel, each: Limit['each'], sums: Sums, place: Place): Fault[] {
  return model.limits
    .filter((limit) => limit.each === each)
    .flatMap((limit) => {
      const at = [...place, 'limits', limit.code]
      const amount = measure(limit.what, sums)
      const bound = limitIn(limit, sums)
      const [said, allowed] = [decimalFromCents(amount), decimalFromCents(bound)]
      if ('least' in limit) {
        const values = { amount: said, least: allowed, under: decimalFromCents(bound - amount) }
        return amount < bound ? fault('under-limit', at, values) : []
      }
      const values = { amount: said, most: allowed, over: decimalFromCents(amount - bound) }
      if (amount <= bound) return []
      return fault('over-limit', at, 'percent' in limit ? { ...values, percent: limit.percent } : values)
    })
}
