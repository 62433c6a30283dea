import { decimalOf, type Rational, rational } from './rational.ts'

/** Digits that a number may have before the point, and as many after it. */
export const mostDigits = 15

const text = /^(-?)(\d+)(?:\.(\d+))?$/
/** How JavaScript writes a number in its shortest form: "12.5", "1e-7", "1.5e+21". */
const shortest = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/**
 * A JSON number or a decimal text ("12.50") as the exact decimal that is written there. A JSON number is taken by its
 * shortest decimal form, so that 0.1 is a tenth; one of more than 15 significant digits may not be what was written,
 * since it went through a double, and has too many.
 */
export function readDecimal(raw: unknown): Rational | 'not-a-number' | 'too-many-digits' {
  if (typeof raw === 'string') {
    const parts = text.exec(raw)
    return parts ? exact(parts[1]!, parts[2]!, parts[3] ?? '') : 'not-a-number'
  }
  const parts = typeof raw === 'number' ? shortest.exec(String(raw)) : null
  if (!parts) return 'not-a-number'
  const [, sign = '', whole = '', decimals = '', power = '0'] = parts
  const significant = (whole + decimals).replace(/^0+/, '').replace(/0+$/, '')
  if (significant.length > mostDigits) return 'too-many-digits'
  const shift = Number(power)
  if (Math.abs(shift) > 2 * mostDigits) return 'too-many-digits'
  if (shift >= 0) {
    const shifted = decimals.padEnd(shift, '0')
    return exact(sign, whole + shifted.slice(0, shift), shifted.slice(shift))
  }
  const shifted = whole.padStart(1 - shift, '0')
  return exact(sign, shifted.slice(0, shift), shifted.slice(shift) + decimals)
}

function exact(sign: string, whole: string, decimals: string): Rational | 'too-many-digits' {
  if (whole.length > mostDigits || decimals.length > mostDigits) return 'too-many-digits'
  const n = BigInt(whole + decimals)
  return rational(sign ? -n : n, 10n ** BigInt(decimals.length))
}

/** An exact decimal as JSON holds it: a number where that says exactly the same, else decimal text. */
export function writeDecimal(a: Rational): number | string {
  const written = decimalOf(a, 2 * mostDigits)
  const number = Number(written)
  const back = readDecimal(number)
  return typeof back === 'object' && back.n === a.n && back.d === a.d ? number : written
}
