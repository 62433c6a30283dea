/** A number as people write it, read exactly: "1 234,50", "1234.50", "−3". Never a floating-point number. */
export type ReadNumber = { value: string } | { wrong: 'not-a-number' | 'too-many-decimals' }

const written = /^(-?)(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?$/
const longest = 15 // digits before the decimal sign

/** The decimal string of what was typed ("1234.50"), with at most so many decimals; thousands apart by spaces only. */
export function readNumber(text: string, decimals: number): ReadNumber {
  const plain = text
    .trim()
    .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/^[\u2212\u2013]/, '-')
  const m = written.exec(plain)
  const whole = m?.[2]?.replaceAll(' ', '').replace(/^0+(?=\d)/, '')
  if (!m || !whole || whole.length > longest) return { wrong: 'not-a-number' }
  const part = m[3] ?? ''
  if (part.replace(/0+$/, '').length > decimals) return { wrong: 'too-many-decimals' }
  const kept = part.slice(0, decimals).padEnd(decimals, '0')
  const value = decimals > 0 ? `${whole}.${kept}` : whole
  return { value: m[1] && /[1-9]/.test(value) ? `-${value}` : value }
}

/** Euros and cents; a euro sign may stand before or after. */
export const readMoney = (text: string): ReadNumber => readNumber(text.replace(/^\s*€\s*|\s*€\s*$/g, ''), 2)

const decimalForm = /^-?\d{1,15}(?:\.\d{1,6})?$/
export const isDecimal = (text: string): boolean => decimalForm.test(text)

/** Below zero when the first decimal string is the smaller, above when it is the larger. */
export function compareDecimals(a: string, b: string): number {
  const [x, y] = [scaled(a), scaled(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

function scaled(text: string): bigint {
  const [whole = '', part = ''] = text.replace('-', '').split('.')
  const size = BigInt(whole + part.padEnd(6, '0'))
  return text.startsWith('-') ? -size : size
}
