import { centsOf } from '../../kernel/money.ts'

/** Lower bounds of the amount classes of a filter, euros; class 0 is everything below the first. */
export const amountBounds = [50_000, 200_000, 500_000] as const

/** 0 to 3 by a granted amount ("200000.00" is 2); undefined when it is unknown. */
export function amountClassOf(granted: string | undefined): number | undefined {
  if (granted === undefined) return undefined
  const cents = centsOf(granted)
  return amountBounds.filter((bound) => cents >= BigInt(bound) * 100n).length
}

/** `granted` is what a decision made here tells: that the money is given, not that the work has begun. */
export const projectStatuses = ['planned', 'granted', 'running', 'ended', 'interrupted'] as const
export type ProjectStatus = (typeof projectStatuses)[number]
