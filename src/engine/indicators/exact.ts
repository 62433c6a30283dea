/** An exact number: a fraction in lowest terms with a positive denominator. Rounded only where it is written. */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint }

const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b))
const absolute = (n: bigint): bigint => (n < 0n ? -n : n)

export function fraction(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) throw new RangeError('A fraction has no zero denominator')
  const divisor = commonDivisor(absolute(numerator), absolute(denominator)) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export const whole = (n: number | bigint): Exact => ({ numerator: BigInt(n), denominator: 1n })
export const zero: Exact = whole(0)

export const add = (a: Exact, b: Exact): Exact =>
  a.denominator === b.denominator
    ? fraction(a.numerator + b.numerator, a.denominator)
    : fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
export const subtract = (a: Exact, b: Exact): Exact => add(a, fraction(-b.numerator, b.denominator))
export const multiply = (a: Exact, b: Exact): Exact =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator)

/** Undefined where the divisor is zero. */
export const divide = (a: Exact, b: Exact): Exact | undefined =>
  b.numerator === 0n ? undefined : fraction(a.numerator * b.denominator, a.denominator * b.numerator)

/** Below zero where `a` is the smaller, above where it is the greater. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const sumOf = (numbers: readonly Exact[]): Exact => numbers.reduce(add, zero)

const decimalPattern = /^(-?)(\d{1,18})(?:\.(\d{1,12}))?$/

/** "12.50" as an exact number; undefined where it is no decimal number of at most 18 and 12 digits. */
export function exactFromDecimal(text: string): Exact | undefined {
  const found = decimalPattern.exec(text)
  if (!found) return undefined
  const [, sign, integer = '', decimals = ''] = found
  const units = BigInt(integer + decimals)
  return fraction(sign ? -units : units, 10n ** BigInt(decimals.length))
}

/** The number with so many decimals, "12.50"; a half is rounded away from zero. */
export function decimalFromExact({ numerator, denominator }: Exact, decimals: number): string {
  const scaled = absolute(numerator) * 10n ** BigInt(decimals)
  const rounded = (2n * scaled + denominator) / (2n * denominator)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const sign = numerator < 0n && rounded > 0n ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
