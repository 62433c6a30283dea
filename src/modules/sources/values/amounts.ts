import { trimmed } from '../cells.ts'

/** Which sign parts the decimals of a column. */
export type DecimalSign = ',' | '.'

/** An amount as a decimal string of at most two decimals, with what its cell said besides. */
export type Amount = {
  /** "-1234.50": two decimals, or none for whole units. */
  value: string
  /** ISO code when the cell itself names a currency. */
  currency?: string
  /** The cell had more than two decimals. */
  rounded?: boolean
}

export type AmountFault = 'not-a-number' | 'ambiguous-number' | 'number-too-large'

/** Currency signs that mean one currency only; "kr" and "$" do not. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  zł: 'PLN',
  zl: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  лв: 'BGN',
  '¥': 'JPY',
  euro: 'EUR',
  euroa: 'EUR',
  euros: 'EUR',
}
const isoCodes = new Set(
  'EUR SEK DKK NOK ISK GBP PLN CZK HUF RON BGN HRK CHF USD CAD EEK LVL LTL SKK SIT FIM RUB UAH JPY AUD TRY RSD'.split(
    ' ',
  ),
)

export const isCurrency = (text: string): boolean => isoCodes.has(text)

/** Currencies that people may choose, the usual ones first. */
export const currencies: readonly string[] = [...isoCodes]

/** "€" -> EUR, "sek" -> SEK, "kr" -> undefined. */
export function currencyOf(text: string): string | undefined {
  const upper = text.toUpperCase()
  if (isoCodes.has(upper)) return upper
  return signs[text.toLowerCase()]
}

/** Largest amount believed: a trillion. The whole Union's cohesion budget of seven years is below half of it. */
const largest = 10n ** 14n

const shape =
  /^(?<before>[\p{L}\p{Sc}]{1,5}\.?)?\s*(?<sign>[-−–+])?\s*(?<before2>[\p{L}\p{Sc}]{1,5})?\s*(?<open>\()?(?<digits>\d[\d.,'’\s\u00a0\u202f]*?)(?<dash>[.,][-–—])?(?<close>\))?(?<minus>-)?\s*(?<after>[\p{L}\p{Sc}]{1,5}\.?)?$/u

/** Digits with a point and one or two decimals, or none: read alike under any sign. */
const plainAmount = /^-?\d{1,15}(?:\.\d{1,2})?$/

type Parts = { negative: boolean; digits: string; currency?: string }

function partsOf(text: string): Parts | undefined {
  const written = trimmed(text)
  // Longer than any amount; and the pattern tries every blank of a long text with every other.
  if (written.length > 80) return undefined
  const groups = shape.exec(written)?.groups
  if (!groups || Boolean(groups.open) !== Boolean(groups.close)) return undefined
  const words = [groups.before, groups.before2, groups.after].filter((w): w is string => w !== undefined)
  const currencies = words.map((word) => currencyOf(word.replace(/\.$/, '')))
  const known = currencies.filter((c): c is string => c !== undefined)
  if (words.some((word, i) => !currencies[i] && !/^(kr|sek|:)\.?$/i.test(word))) return undefined
  if (new Set(known).size > 1) return undefined
  const negative = Boolean(groups.open || groups.minus || (groups.sign && groups.sign !== '+'))
  return {
    negative,
    digits: groups.digits!.replace(/[\s\u00a0\u202f'’]/g, ''),
    ...(known[0] && { currency: known[0] }),
  }
}

/** What one number says about its column's decimal sign; undefined when it says nothing. */
function signIn(digits: string): DecimalSign | 'ambiguous' | undefined {
  const comma = digits.lastIndexOf(',')
  const point = digits.lastIndexOf('.')
  if (comma < 0 && point < 0) return undefined
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
  const sign = comma >= 0 ? ',' : '.'
  const other = comma >= 0 ? '.' : ','
  const parts = digits.split(sign)
  if (parts.length > 2) return other
  if (parts[1]!.length !== 3) return sign
  return parts[0]!.length > 3 || /^0/.test(parts[0]!) ? sign : 'ambiguous'
}

/**
 * The decimal sign of a column from all its cells: one clear cell decides for the doubtful ones ("1.234").
 * 'ambiguous' when every cell with a sign is doubtful; 'mixed' when clear cells disagree.
 */
export function decimalSignOf(texts: Iterable<string>): DecimalSign | 'ambiguous' | 'mixed' | undefined {
  const seen = new Set<DecimalSign | 'ambiguous'>()
  for (const text of texts) {
    const parts = partsOf(text.replace(/%$/, ''))
    const sign = parts && signIn(parts.digits)
    if (sign) seen.add(sign)
  }
  if (seen.has(',') && seen.has('.')) return 'mixed'
  if (seen.has(',')) return ','
  if (seen.has('.')) return '.'
  return seen.has('ambiguous') ? 'ambiguous' : undefined
}

/** Parses one amount. `sign` is the column's; without it a doubtful cell is a fault, never a guess. `scale`: 1000 for thousands. */
export function parseAmount(cell: string | number, sign?: DecimalSign, scale = 1): Amount | AmountFault {
  if (typeof cell === 'number') return Number.isFinite(cell) ? scaled(plain(cell), {}, scale) : 'not-a-number'
  if (plainAmount.test(cell)) return scaled(cell, {}, scale)
  const parts = partsOf(cell)
  if (!parts) return 'not-a-number'
  const own = signIn(parts.digits)
  const decimal = own === 'ambiguous' ? sign : (own ?? sign ?? '.')
  if (!decimal) return 'ambiguous-number'
  const thousands = decimal === ',' ? '.' : ','
  const [whole = '', fraction = '', ...more] = parts.digits.split(decimal)
  if (more.length > 0 || fraction.includes(thousands) || !groupsOfThree(whole, thousands))
    return 'not-a-number'
  const text = `${parts.negative ? '-' : ''}${whole.replaceAll(thousands, '')}${fraction && `.${fraction}`}`
  return scaled(text, parts.currency ? { currency: parts.currency } : {}, scale)
}

const groupsOfThree = (whole: string, thousands: string): boolean => {
  const [first, ...rest] = whole.split(thousands)
  return (
    rest.every((group) => group.length === 3) &&
    (rest.length === 0 || (first!.length > 0 && first!.length <= 3))
  )
}

const plain = (n: number): string =>
  Math.abs(n) < 1e15 ? String(Number(n.toFixed(6))) : BigInt(Math.trunc(n)).toString()

/** Exact decimal arithmetic on the text: times `scale`, to whole cents, half away from zero. */
function scaled(text: string, rest: Omit<Amount, 'value'>, scale: number): Amount | AmountFault {
  const m = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!m) return 'not-a-number'
  if (m[3] === undefined && scale === 1 && m[2]!.length <= 14) {
    const whole = m[2]!.replace(/^0+(?=\d)/, '')
    return { value: m[1] && whole !== '0' ? `-${whole}` : whole, ...rest }
  }
  const fraction = (m[3] ?? '').slice(0, 12)
  const micro = BigInt(m[2]! + fraction) * BigInt(scale) * 100n
  const unit = 10n ** BigInt(fraction.length)
  const cents = (micro + unit / 2n) / unit
  if (cents > largest * 100n) return 'number-too-large'
  const rounded = micro % unit !== 0n
  const value =
    cents % 100n === 0n ? `${cents / 100n}` : `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
  return { value: m[1] && cents !== 0n ? `-${value}` : value, ...rest, ...(rounded && { rounded }) }
}

export const looksLikeAmount = (text: string): boolean =>
  plainAmount.test(text) || partsOf(text) !== undefined

/** "48%", "50,38 %", "0.5" in a rate column -> "48", "50.38", "0.5". */
export function parsePercent(cell: string | number, sign?: DecimalSign): string | undefined {
  if (typeof cell === 'number') return cell >= 0 && cell <= 100 ? plain(cell) : undefined
  const m = /^(\d{1,3})(?:[.,](\d{1,6}))?\s*%?$/.exec(trimmed(cell))
  if (!m || (m[2]?.length === 3 && sign === undefined && !cell.includes('%'))) return undefined
  const value = m[2] ? `${Number(m[1])}.${m[2]}` : `${Number(m[1])}`
  return Number(value) <= 100 ? value : undefined
}
