/** An exact fraction in lowest terms; the denominator is positive. */
export type Rational = { readonly n: bigint; readonly d: bigint }

export const sizeOf = (a: bigint): bigint => (a < 0n ? -a : a)

/** Greatest common divisor (Euclid); never negative, and 0 only of two zeros. */
export function divisorOf(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return sizeOf(a)
}

/** Least common multiple of positive numbers; 1 of none. */
export function multipleOf(all: Iterable<bigint>): bigint {
  let multiple = 1n
  for (const one of all) multiple = (multiple / divisorOf(multiple, one)) * one
  return multiple
}

/** @throws RangeError when the denominator is 0 */
export function rational(n: bigint, d = 1n): Rational {
  const divisor = divisorOf(n, d)
  return d < 0n ? { n: -n / divisor, d: -d / divisor } : { n: n / divisor, d: d / divisor }
}

export const zero: Rational = { n: 0n, d: 1n }
export const one: Rational = { n: 1n, d: 1n }

export const plus = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d)
export const sumOf = (all: Iterable<Rational>): Rational => {
  let sum = zero
  for (const each of all) sum = plus(sum, each)
  return sum
}

/** Below 0 when a is the smaller, 0 when they are the same, above 0 when a is the greater. */
export function compare(a: Rational, b: Rational): number {
  const [left, right] = [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

/** As whole units of 1/scale. The scale is a multiple of the denominator. */
export const unitsOf = (a: Rational, scale: bigint): bigint => a.n * (scale / a.d)

/** The greatest whole number that is not above n/d, for a positive d; bigint division alone cuts towards zero. */
export const floorOf = (n: bigint, d: bigint): bigint => (n >= 0n || n % d === 0n ? n / d : n / d - 1n)

/** Decimal text, half away from zero at the last of so many decimals, without zeros at the end: 2/3 -> "0.667". */
export function decimalOf(a: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const units = (2n * sizeOf(a.n) * scale + a.d) / (2n * a.d)
  const digits = String(units).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  const text = `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0*$/, '')
  return a.n < 0n && units !== 0n ? `-${text}` : text
}
