/** Money as whole cents of one currency. Exact at any size; never a floating-point number. */
export type Cents = bigint

const decimal = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/

/** "1234.50" -> 123450n: the form in which data holds amounts. Undefined for anything else, such as three decimals. */
export function centsFromDecimal(text: string): Cents | undefined {
  const m = decimal.exec(text)
  if (!m) return undefined
  const cents = BigInt(m[2]!) * 100n + BigInt((m[3] ?? '').padEnd(2, '0'))
  return m[1] ? -cents : cents
}

/** 123450n -> "1234.50". */
export function decimalFromCents(cents: Cents): string {
  const abs = cents < 0n ? -cents : cents
  return `${cents < 0n ? '-' : ''}${abs / 100n}.${String(abs % 100n).padStart(2, '0')}`
}

export const sumOf = (amounts: Iterable<Cents>): Cents => {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

/** The greatest whole number that is not above n / d, for a positive d; bigint division alone cuts towards zero. */
export const floorDivide = (n: bigint, d: bigint): bigint => (n >= 0n || n % d === 0n ? n / d : n / d - 1n)
