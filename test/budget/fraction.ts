/**
 * Exact fractions made from decimal text, for calculating budgets a second time in another way than the product does:
 * nothing here is in cents, and nothing is rounded until it is written.
 */
export type Fraction = { n: bigint; d: bigint }

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b))

export function fraction(n: bigint, d = 1n): Fraction {
  const g = divisor(n, d) || 1n
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g }
}

/** "-12.345" -> -2469/200 */
export function parse(text: string): Fraction {
  const negative = text.startsWith('-')
  const [whole = '', decimals = ''] = text.replace('-', '').split('.')
  const value = fraction(BigInt(whole + decimals), BigInt(`1${'0'.repeat(decimals.length)}`))
  return negative ? minus(zero, value) : value
}

export const zero: Fraction = { n: 0n, d: 1n }
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero)
export const isLess = (a: Fraction, b: Fraction): boolean => minus(a, b).n < 0n
export const isSame = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d

/** The greatest multiple of a hundredth that is not above it. */
export function hundredthsBelow(a: Fraction): Fraction {
  const scaled = a.n * 100n
  const cut = scaled / a.d
  return fraction(scaled < 0n && cut * a.d !== scaled ? cut - 1n : cut, 100n)
}

/** Half a hundredth upwards; for amounts that are not negative. */
export const nearestHundredth = (a: Fraction): Fraction => hundredthsBelow(plus(a, fraction(1n, 200n)))

/** Two decimals: "-12.35". @throws when it has more of them */
export function write(a: Fraction): string {
  const hundredths = a.n * (100n / a.d)
  if (100n % a.d !== 0n) throw new Error(`not whole hundredths: ${a.n}/${a.d}`)
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0')
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
