import { type Language, numberFormat } from './text.ts'

/**
 * Exact money: whole cents as bigint and an ISO 4217 currency. Never a floating-point number.
 * On the wire and in PostgreSQL it is a decimal string with two digits ("1234.50").
 */
export type Money = { cents: bigint; currency: string }

const decimal = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/

/** "1234.5" -> 123450n. Throws RangeError on anything that is not a decimal number of at most two digits. */
export function centsOf(text: string): bigint {
  const m = decimal.exec(text)
  if (!m) throw new RangeError(`not an amount of money: ${text}`)
  const cents = BigInt(m[2]!) * 100n + BigInt((m[3] ?? '').padEnd(2, '0'))
  return m[1] ? -cents : cents
}

/** 123450n -> "1234.50": the form in which amounts travel and are stored. */
export function decimalOf(cents: bigint): string {
  const abs = cents < 0n ? -cents : cents
  const text = `${abs / 100n}.${String(abs % 100n).padStart(2, '0')}`
  return cents < 0n ? `-${text}` : text
}

/** Written the way a Finn, a Swede in Finland or a Briton writes it: "1 234,50", "1 234" when there are no cents. */
export function formatAmount(cents: bigint, language: Language): string {
  const whole = cents % 100n === 0n
  const digits = whole ? 0 : 2
  // Intl takes a decimal string exactly; a number would round above 2^53.
  return numberFormat(language, digits).format(decimalOf(cents) as unknown as number)
}

/** Millions with one decimal for headlines and charts: 298595160400n -> "2 986,0". */
export function formatMillions(cents: bigint, language: Language, decimals = 1): string {
  const scale = 10n ** BigInt(decimals)
  const unit = 100_000_000n
  const half = cents < 0n ? -(unit / 2n) : unit / 2n
  const rounded = (cents * scale + half) / unit
  const sign = rounded < 0n ? '-' : ''
  const abs = rounded < 0n ? -rounded : rounded
  const text = decimals === 0 ? `${abs}` : `${abs / scale}.${String(abs % scale).padStart(decimals, '0')}`
  return numberFormat(language, decimals).format(`${sign}${text}` as unknown as number)
}

/** "€" for euros; the code itself for the rest. */
export const currencySign = (currency: string): string => (currency === 'EUR' ? '€' : currency)
