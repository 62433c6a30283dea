import { type Cents, floorDivide } from './cents.ts'

/** A percentage as exact decimal text with a point and at most six decimals: "40", "1.5", "33.333333". Never negative. */
export type Percent = string

/** What a percentage multiplies by, as a fraction: "1.5" is 15 / 1000. */
export type Ratio = { numerator: bigint; denominator: bigint }

const pattern = /^(\d{1,4})(?:\.(\d{1,6}))?$/

/** "1.5" -> 15 / 1000; undefined when the text is no percentage. */
export function ratioOf(percent: string): Ratio | undefined {
  const m = pattern.exec(percent)
  if (!m) return undefined
  const decimals = m[2] ?? ''
  return { numerator: BigInt(m[1]! + decimals), denominator: 100n * 10n ** BigInt(decimals.length) }
}

/** As `ratioOf`, for data that has been read and checked. @throws RangeError when it has not. */
export function knownRatio(percent: Percent): Ratio {
  const ratio = ratioOf(percent)
  if (!ratio) throw new RangeError(`not a percentage: ${percent}`)
  return ratio
}

/** How a computed amount comes to whole cents: half a cent away from zero, or everything below a cent left out. */
export type Rounding = 'half-up' | 'down'
export const roundings: readonly Rounding[] = ['half-up', 'down']

/** A percentage of an amount in whole cents; rounded once, here. */
export function percentOf(percent: Percent, amount: Cents, rounding: Rounding): Cents {
  const { numerator, denominator } = knownRatio(percent)
  const abs = (amount < 0n ? -amount : amount) * numerator
  const cents = rounding === 'half-up' ? (2n * abs + denominator) / (2n * denominator) : abs / denominator
  return amount < 0n ? -cents : cents
}

/** The largest amount that is at most this percentage of another. Nothing of what is not positive. */
export function mostWithin(percent: Percent, amount: Cents): Cents {
  const { numerator, denominator } = knownRatio(percent)
  return amount <= 0n ? 0n : floorDivide(amount * numerator, denominator)
}

/**
 * Whether `part` is below (-1), exactly (0) or above (1) this percentage of `whole`. Compared by multiplying crosswise,
 * so that nothing is rounded: 60.00 % of 100.01 euros is 60.006 euros, and 60.01 euros is above it.
 */
export function compareShare(part: Cents, whole: Cents, percent: Percent): -1 | 0 | 1 {
  const { numerator, denominator } = knownRatio(percent)
  const left = part * denominator
  const right = whole * numerator
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * `part` of `whole` as a percentage for people to read ("62.50"), half up. Only for showing: a rate of 60.004 % reads
 * "60.00" and is over 60. Undefined when the whole is not positive.
 */
export function shareText(part: Cents, whole: Cents, decimals = 2): string | undefined {
  if (whole <= 0n) return undefined
  const scale = 10n ** BigInt(decimals)
  const abs = part < 0n ? -part : part
  const rounded = (2n * abs * 100n * scale + whole) / (2n * whole)
  const digits = String(rounded).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return part < 0n && rounded !== 0n ? `-${text}` : text
}
