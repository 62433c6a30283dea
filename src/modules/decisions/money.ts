import { centsOf, formatAmount } from '../../kernel/money.ts'
import { formatDecimal, type Language } from '../../kernel/text.ts'

/** "42 000 €"; a dash where there is no amount. */
export const euros = (amount: string | null | undefined, language: Language): string =>
  amount === null || amount === undefined ? '–' : `${formatAmount(centsOf(amount), language)}\u00a0€`

/** What part of the cost the grant is, percent with one decimal, for reading only. */
export function rateText(grant: string | null, cost: string | null, language: Language): string {
  if (grant === null || cost === null || centsOf(cost) === 0n) return '–'
  return `${formatDecimal(Number((centsOf(grant) * 100_000n) / centsOf(cost)) / 1000, language, 1)}\u00a0%`
}

export const sumOf = (amounts: readonly (string | null)[]): bigint =>
  amounts.reduce((sum, amount) => sum + (amount === null ? 0n : centsOf(amount)), 0n)
