import { type Day, dayOf } from '../../../kernel/time.ts'
import { trimmed } from '../cells.ts'
import months from './months.json' with { type: 'json' }

/** In which order a/b/yyyy is written. */
export type DayOrder = 'dmy' | 'mdy'

export type DateFault =
  | 'not-a-date'
  /** 31.2.2016: such a day does not exist. */
  | 'no-such-day'
  /** 3/4/2016 where nothing tells day from month. */
  | 'ambiguous-date'
  /** "Feb 15", "2/2016": only a month. */
  | 'month-only'
  | 'year-only'

/** Two-digit years: 00-79 are of this century, 80-99 of the last (EU regional funds began in 1975). */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length === 4 ? year : year < 80 ? 2000 + year : 1900 + year
}

const monthNumbers = new Map<string, number>()
/** Names that are cut to three letters in use; Finnish months are not, and "mar" must not mean marraskuu. */
const cut: (readonly [name: string, number: number])[] = []
for (const [language, names] of Object.entries(months)) {
  names.forEach((name, i) => {
    monthNumbers.set(name, i + 1)
    if (language !== 'fi') cut.push([name, i + 1])
    else for (const ending of ['ta', 'n']) monthNumbers.set(name + ending, i + 1)
  })
}

/** "Nov", "nov.", "marraskuuta" -> 11. An abbreviation counts when it begins the name of one month only. */
function monthOf(word: string): number | undefined {
  const key = word.toLowerCase().replace(/\.$/, '')
  const exact = monthNumbers.get(key)
  if (exact) return exact
  if (key.length < 3) return undefined
  const found = new Set<number>()
  for (const [name, number] of cut) if (name.startsWith(key)) found.add(number)
  if (found.size === 0 && key.length > 4) {
    for (const [name, number] of monthNumbers) if (name.startsWith(key)) found.add(number)
  }
  return found.size === 1 ? [...found][0] : undefined
}

const time = String.raw`(?:[T\s]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`
const iso = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`)
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const dotted = new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})${time}$`)
const plainDotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/
const slashed = new RegExp(`^(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`)
const dayNamed = /^(\d{1,2})\.?[\s-]+(\p{L}{3,}\.?)[\s,-]+(\d{4}|\d{2})$/u
const monthNamed = /^(\p{L}{3,}\.?)\s+(\d{1,2}),?\s+(\d{4})$/u
const monthAndYear =
  /^(\p{L}{3,}\.?)[\s-]+(\d{4}|\d{2})$|^(0?[1-9]|1[0-2])[/.](\d{4})$|^(\d{4})[-/](0?[1-9]|1[0-2])$/u
const yearAlone = /^(19|20)\d{2}$/

const dayOr = (year: number, month: number, day: number): Day | DateFault =>
  dayOf(year, month, day) ?? 'no-such-day'

/** Parses one date cell. `order` is the file's; without it a doubtful a/b/yyyy is a fault, never a guess. */
export function parseDate(cell: string, order?: DayOrder): Day | DateFault {
  const text = trimmed(cell)
  if (!/^[\p{L}\d]/u.test(text)) return 'not-a-date'
  let m = plainDotted.exec(text)
  if (m) return dayOr(Number(m[3]), Number(m[2]), Number(m[1]))
  m = iso.exec(text) ?? compact.exec(text)
  if (m) {
    const [year, month, day] = m.length === 5 ? [m[1], m[3], m[4]] : [m[1], m[2], m[3]]
    return dayOr(Number(year), Number(month), Number(day))
  }
  m = dotted.exec(text)
  if (m) return dayOr(fullYear(m[3]!), Number(m[2]), Number(m[1]))
  m = slashed.exec(text)
  if (m) {
    const [a, b, year] = [Number(m[1]), Number(m[3]), fullYear(m[4]!)]
    if (a === b || order === 'dmy') return dayOr(year, b, a)
    if (order === 'mdy') return dayOr(year, a, b)
    if (a > 12) return dayOr(year, b, a)
    if (b > 12) return dayOr(year, a, b)
    return 'ambiguous-date'
  }
  m = dayNamed.exec(text)
  if (m) {
    const month = monthOf(m[2]!)
    return month ? dayOr(fullYear(m[3]!), month, Number(m[1])) : 'not-a-date'
  }
  m = monthNamed.exec(text)
  if (m) {
    const month = monthOf(m[1]!)
    return month ? dayOr(Number(m[3]), month, Number(m[2])) : 'not-a-date'
  }
  m = monthAndYear.exec(text)
  if (m && (m[1] === undefined || monthOf(m[1]))) return 'month-only'
  return yearAlone.test(text) ? 'year-only' : 'not-a-date'
}

const faults: ReadonlySet<string> = new Set<DateFault>([
  'not-a-date',
  'no-such-day',
  'ambiguous-date',
  'month-only',
  'year-only',
])
export const isDateFault = (value: Day | DateFault): value is DateFault => faults.has(value)

/** True for anything written as a full date, even a wrong or doubtful one. */
export const looksLikeDate = (text: string): boolean => {
  const parsed = parseDate(text)
  return !isDateFault(parsed) || parsed === 'ambiguous-date' || parsed === 'no-such-day'
}

/**
 * The order of a/b/yyyy over all date cells of a file: a number above 12 decides. 'ambiguous' when none does,
 * 'mixed' when they disagree, undefined when no date is written so.
 */
export function dayOrderOf(texts: Iterable<string>): DayOrder | 'ambiguous' | 'mixed' | undefined {
  let dmy = false
  let mdy = false
  let doubtful = false
  for (const text of texts) {
    const m = slashed.exec(trimmed(text))
    if (!m) continue
    const [a, b] = [Number(m[1]), Number(m[3])]
    if (a > 12 && b <= 12) dmy = true
    else if (b > 12 && a <= 12) mdy = true
    else if (a !== b) doubtful = true
  }
  if (dmy && mdy) return 'mixed'
  if (dmy) return 'dmy'
  if (mdy) return 'mdy'
  return doubtful ? 'ambiguous' : undefined
}
