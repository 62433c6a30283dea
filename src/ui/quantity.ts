import { currencySign, formatAmount, formatMillions, type Money } from '../kernel/money.ts'
import { formatCount, formatDecimal, type Language } from '../kernel/text.ts'

/**
 * A figure as a page means it; how it is written follows from what it is.
 * `share` is a ratio: 0.95 is written "95 %". `millions` shows an exact amount rounded to one decimal.
 */
export type Quantity =
  | { count: number | bigint; unit?: string | undefined }
  | { amount: Money }
  | { millions: Money; decimals?: number | undefined }
  | { share: number }
  | { decimal: number; decimals: number; unit?: string | undefined }

export type Written = { text: string; unit: string }

/** "26,7" and "M€", "22 821" and nothing: the number and its unit, apart, because the unit is set smaller. */
export function write(quantity: Quantity, language: Language): Written {
  if ('count' in quantity) return { text: formatCount(quantity.count, language), unit: quantity.unit ?? '' }
  if ('amount' in quantity) {
    const { cents, currency } = quantity.amount
    return { text: formatAmount(cents, language), unit: currencySign(currency) }
  }
  if ('millions' in quantity) {
    const { cents, currency } = quantity.millions
    return { text: formatMillions(cents, language, quantity.decimals), unit: `M${currencySign(currency)}` }
  }
  if ('share' in quantity) return { text: formatDecimal(quantity.share * 100, language, 0), unit: '%' }
  return { text: formatDecimal(quantity.decimal, language, quantity.decimals), unit: quantity.unit ?? '' }
}

/** The same in one string, the unit kept on the number's line: "26,7 M€". */
export function inWords(quantity: Quantity, language: Language): string {
  const { text, unit } = write(quantity, language)
  return unit ? `${text}\u00a0${unit}` : text
}

/** Where a figure stands on a scale. For drawing only: an exact amount stays a bigint everywhere else. */
export function magnitude(quantity: Quantity): number {
  if ('count' in quantity) return Number(quantity.count)
  if ('amount' in quantity) return Number(quantity.amount.cents) / 100
  if ('millions' in quantity) return Number(quantity.millions.cents) / 100_000_000
  return 'share' in quantity ? quantity.share : quantity.decimal
}
