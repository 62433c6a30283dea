import { type Cents, decimalFromCents } from '../../budget/index.ts'
import type { Call } from './demand.ts'

/** What a call demands as JSON holds it: `readCall` reads exactly the same out of it. */
export function writeCall({ demands, limits, exclusions }: Call): object {
  const { perPartner, altogether, ...counts } = limits
  return {
    demands: demands.map(({ asks, source, ...demand }) => ({
      ...demand,
      ...asksOf(asks),
      ...(source && { source }),
    })),
    limits: {
      ...counts,
      ...(perPartner !== undefined && { perPartner: decimalFromCents(perPartner) }),
      ...(altogether !== undefined && { altogether: decimalFromCents(altogether) }),
    },
    exclusions: exclusions.map(({ reason, ...exclusion }) => ({ ...exclusion, ...(reason && { reason }) })),
  }
}

/** A theme's list that says nothing is left out: a list that is there has to hold something. */
const asksOf = (asks: Call['demands'][number]['asks']): object =>
  Object.fromEntries(Object.entries(asks).filter(([, value]) => !Array.isArray(value) || value.length > 0))

/** An amount as people read it, digits in threes; cents only where there are some. */
export function grouped(cents: Cents, between: string, point: string): string {
  const [euros = '', rest] = decimalFromCents(cents).split('.')
  const whole = euros.replace(/\B(?=(\d{3})+$)/g, between)
  return rest === '00' ? whole : `${whole}${point}${rest}`
}
