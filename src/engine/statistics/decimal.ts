const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/

/**
 * A number as decimal text with a point, digits as they were written: "12.50" stays "12.50", "1e3" becomes "1000".
 * Undefined for what is no number. A JSON number is given as a number: its shortest text is taken.
 */
export function decimalText(written: string | number): string | undefined {
  const text = typeof written === 'number' ? String(written) : written.trim()
  if (!decimal.test(text)) return undefined
  const [digits = '', exponent] = text.replace(/^\+/, '').toLowerCase().split('e')
  const plain = exponent === undefined ? digits : shifted(digits, Number(exponent))
  return plain
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')
}

/** The decimal point moved: "1.5" by 2 is "150". */
function shifted(digits: string, by: number): string {
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = digits.replace('-', '').split('.')
  const all = whole + part
  const point = whole.length + by
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`
  return `${sign}${all.slice(0, point).padEnd(point, '0')}.${all.slice(point)}`.replace(/\.$/, '')
}
