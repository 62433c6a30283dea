import { formatDecimal, type Language, type Names, pick } from '../../kernel/text.ts'
import { type Cell, type FigureId, leastApplications } from './rules.ts'
import { text } from './text.ts'

export const nameIn = (names: Names, language: Language): string => pick(names, language)?.text ?? ''

/** Days as people read them: whole ones without decimals, halves with one. */
export const dayNumber = (days: number, language: Language): string =>
  formatDecimal(days, language, Number.isInteger(days) ? 0 : Number.isInteger(days * 2) ? 1 : 2)

/** A sum over another as a number; null where there is nothing to divide by. */
export const quotient = (cell: Extract<Cell, { top: string }>): number | null =>
  cell.bottom === '0' ? null : Number(cell.top) / Number(cell.bottom)

/** A figure in words: the median or the ratio itself. */
export function saidOf(cell: Cell, language: Language): string {
  const t = text[language]
  if (cell.is === 'none') return t.nothing
  if (cell.is === 'few') return t.few(leastApplications)
  if (cell.is === 'days') return t.dayCount(dayNumber(cell.median, language))
  const value = quotient(cell)
  if (value === null) return t.noBottom
  return cell.is === 'share'
    ? t.percent(formatDecimal(value * 100, language, 0))
    : t.times(formatDecimal(value, language, 2))
}

/** What stands behind it: the middle half of the days, or what was divided by what. */
export function behindOf(cell: Cell, language: Language): string {
  const t = text[language]
  if (cell.is === 'none' || cell.is === 'few') return ''
  if (cell.is === 'days') return `${dayNumber(cell.first, language)}–${dayNumber(cell.third, language)}`
  const whole = (value: string) =>
    cell.is === 'euros'
      ? t.euros(formatDecimal(Number(value) / 100, language, 0))
      : formatDecimal(Number(value), language, 0)
  return t.of(whole(cell.top), whole(cell.bottom))
}

/** A figure as a file holds it: decimal text with a point. */
export function numbersOf(cell: Cell): { value: string | null; first: string | null; third: string | null } {
  if (cell.is === 'none' || cell.is === 'few') return { value: null, first: null, third: null }
  if (cell.is === 'days') return { value: `${cell.median}`, first: `${cell.first}`, third: `${cell.third}` }
  const value = quotient(cell)
  const shown = value === null ? null : (cell.is === 'share' ? value * 100 : value).toFixed(4)
  return { value: shown, first: null, third: null }
}

export const pathOf = (figure: FigureId, ecosystem?: string): string =>
  ecosystem ? `/benchmarks/process/${figure}/${ecosystem}` : `/benchmarks/process/${figure}`
