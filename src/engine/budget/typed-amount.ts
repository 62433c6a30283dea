import type { Cents } from './cents.ts'
import type { Percent } from './percent.ts'

/** Why a typed text is no amount. */
export type AmountFault =
  | 'empty'
  | 'not-a-number'
  /** "1.234" or "1,234": a thousand and some, or one and some. `asThousands` is what it would be in the first case. */
  | 'ambiguous'
  | 'too-many-decimals'
  /** "12 34": spaces or signs between digits that do not part thousands. */
  | 'odd-groups'
  /** "12,": the decimals are still to come. */
  | 'unfinished'
  | 'negative'
  | 'other-currency'
  | 'too-large'

export type TypedAmount = { ok: true; cents: Cents } | { ok: false; fault: AmountFault; asThousands?: Cents }

/** A hundred thousand million euros: no budget of a project comes near it, and a slip of the finger does. */
const largest = 10n ** 13n

const spaces = /[\s\u00a0\u2007\u2009\u202f]+/gu
const minus = /^[-−–‒﹣-]\s?/u
const euro = /^(?:€|eur|euroa?|euros)\s?|\s?(?:€|eur|euroa?|euros|e)\.?$/iu
const otherCurrency = /^(?:[$£¥]|(?:kr|sek|nok|dkk|usd|gbp)\b)|(?:[$£¥]|\b(?:kr|sek|nok|dkk|usd|gbp))\.?$/iu
/** "1 234,-", as sums without cents are written by hand. */
const noCents = /[.,]\s?[-–—]{1,2}$/u

/**
 * Reads an amount of euros that somebody typed in a form, strictly: exact cents, or why not; nothing is guessed and
 * nothing rounded. Thousands are parted by spaces of any kind, points, commas or apostrophes, decimals by a comma or a
 * point: "1 234,50", "1234.50", "1.234,50", "1,234.50", "1 234 €", "−5".
 *
 * One sign with three digits behind it ("1.234") is refused: in Finnish a point is a common slip for the decimal comma
 * and in Swedish and English lists it parts thousands, and a thousandfold mistake in a budget is worse than a question.
 * Where a group before it cannot be of thousands ("1234.567", "0.125") the digits are decimals, and too many.
 */
export function readAmount(typed: string, options: { negative?: boolean } = {}): TypedAmount {
  const no = (fault: AmountFault): TypedAmount => ({ ok: false, fault })
  if (typed.length > 60) return no('not-a-number')
  let text = typed.replace(spaces, ' ').trim()
  if (text === '') return no('empty')
  const signed = minus.test(text)
  text = text.replace(minus, '')
  if (otherCurrency.test(text) && !euro.test(text)) return no('other-currency')
  text = text.replace(euro, '').trim()
  const negative = signed || minus.test(text)
  text = (signed ? text : text.replace(minus, '')).replace(noCents, '')
  const read = readDigits(text)
  if (!read.ok) return read
  if (read.cents > largest) return no('too-large')
  if (!negative || read.cents === 0n) return read
  return options.negative ? { ok: true, cents: -read.cents } : no('negative')
}

const whole = /^(?:\d+|\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*)$/u

function readDigits(text: string): TypedAmount {
  const no = (fault: AmountFault): TypedAmount => ({ ok: false, fault })
  if (!/\d/.test(text) || !/^[\d .,'’]+$/u.test(text)) return no('not-a-number')
  if (/[.,]$/.test(text)) return no('unfinished')
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  const sign = text[at]
  const alone = at >= 0 && text.indexOf(sign!) === at
  // Signs that are there more than once part thousands; the last of two kinds parts the decimals.
  if (at < 0 || !alone) return isWhole(text) ? cents(text, '') : no('odd-groups')
  const before = text.slice(0, at)
  const decimals = text.slice(at + 1)
  if (!/^\d+$/.test(decimals)) return no('odd-groups')
  if (before !== '' && !isWhole(before)) return no('odd-groups')
  if (decimals.length <= 2) return cents(before, decimals)
  if (decimals.length === 3 && /^[1-9]\d{0,2}$/.test(before)) {
    const thousands = cents(before + decimals, '')
    return { ok: false, fault: 'ambiguous', ...(thousands.ok && { asThousands: thousands.cents }) }
  }
  return no('too-many-decimals')
}

const isWhole = (text: string): boolean => whole.test(text)

const cents = (before: string, decimals: string): TypedAmount => {
  const digits = before.replace(/\D/g, '')
  return { ok: true, cents: BigInt(digits || '0') * 100n + BigInt(decimals.padEnd(2, '0')) }
}

/** "60 %", "37,5" or "1.5" -> "60", "37.5", "1.5": a percentage of at most 100 as somebody types it; else undefined. */
export function readPercent(typed: string): Percent | undefined {
  const m = /^(\d{1,3})(?:[.,](\d{1,6}))?\s?%?$/u.exec(typed.replace(spaces, ' ').trim())
  if (!m) return undefined
  const decimals = (m[2] ?? '').replace(/0+$/, '')
  const units = String(Number(m[1]))
  if (Number(units) > 100 || (units === '100' && decimals !== '')) return undefined
  return decimals ? `${units}.${decimals}` : units
}
