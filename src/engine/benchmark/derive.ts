/**
 * A variable made of two series of the same units: one over another (share of GDP, euros for an inhabitant), or the
 * change of one since another period. `times` scales a ratio: 100 for percent, 1000000 where the upper is in millions.
 */
export type Derived = { is: 'ratio'; times: number } | { is: 'change' }

/** Digits after the point of what is derived. */
export const derivedDigits = 12

type Fraction = { over: bigint; under: bigint }

/** Decimal text as a fraction of whole numbers: "-1.25" is -125/100. */
function fractionOf(decimal: string): Fraction {
  const [whole = '0', part = ''] = decimal.split('.')
  return { over: BigInt(whole + part), under: 10n ** BigInt(part.length) }
}

/**
 * Exact, from decimal text to decimal text; half away from nought is rounded up. Null where one of the two is missing,
 * where there is nothing to divide by, and where a change would be from nought or from below it.
 */
export function derivedOf(derived: Derived, value: string | null, other: string | null): string | null {
  if (value === null || other === null) return null
  const [a, b] = [fractionOf(value), fractionOf(other)]
  if (b.over === 0n || (derived.is === 'change' && b.over < 0n)) return null
  const times = BigInt(derived.is === 'ratio' ? derived.times : 100)
  // a / b, or (a - b) / b, each over the common denominators.
  const top = derived.is === 'ratio' ? a.over * b.under : a.over * b.under - b.over * a.under
  return decimalOf(top * times, b.over * a.under)
}

function decimalOf(over: bigint, under: bigint): string {
  const negative = over < 0n !== under < 0n && over !== 0n
  const [top, bottom] = [over < 0n ? -over : over, under < 0n ? -under : under]
  const scaled = (top * 10n ** BigInt(derivedDigits) * 2n + bottom) / (bottom * 2n)
  const text = `${scaled}`.padStart(derivedDigits + 1, '0')
  const part = text.slice(-derivedDigits).replace(/0+$/, '')
  return `${negative && scaled > 0n ? '-' : ''}${text.slice(0, -derivedDigits)}${part && `.${part}`}`
}
