import type { Day } from '../../../kernel/time.ts'
import { trimmed } from '../cells.ts'
import { type DateFault, type DayOrder, isDateFault, looksLikeDate, parseDate } from './dates.ts'

/** The two dates of one cell as they are written; an end that is still open is absent. */
export type WrittenSpan = { start?: string; end?: string }

/** What may stand between two dates. */
const between = /\s*(?:[–—−/~,;]|-{1,2}|\.{2,3}|…|\n|\b(?:to|until|till?|bis|asti|saakka|do|och|ja)\b)\s*/gu

const yearless = /^(\d{1,2})\.(?:\s?(\d{1,2})\.?)?$/
const dotted = /^\d{1,2}\.\s?(\d{1,2})\.\s?(\d{4})$/

/**
 * Parts "1.3.2024 - 28.2.2026", "2015-01-01/2016-12-31", "1.3.–30.6.2024" where a date stands on both sides, and
 * "1.3.2024 -" after its only date. Undefined when there is no such place: a cell of one date is no span.
 */
export function spanOf(cell: string): WrittenSpan | undefined {
  const text = trimmed(cell)
  if (text.length > 60 || !/\d/.test(text)) return undefined
  for (const sign of text.matchAll(between)) {
    const [left, end] = [text.slice(0, sign.index), text.slice(sign.index + sign[0].length)]
    const start = withYearOf(end, left)
    if (end === '' && looksLikeDate(left)) return { start: left }
    if (left === '' && looksLikeDate(end)) return { end }
    if (looksLikeDate(start) && looksLikeDate(end)) return { start, end }
  }
  return undefined
}

/** "1." and "1.3." before "30.6.2024" leave the month and year to it. */
function withYearOf(end: string, start: string): string {
  const short = yearless.exec(start)
  const whole = short && dotted.exec(end)
  return whole ? `${short[1]}.${short[2] ?? whole[1]}.${whole[2]}` : start
}

export type Span = { start?: Day | DateFault; end?: Day | DateFault }

/** Reads both dates of a cell. A cell that is no span, but one date, is a fault: which of the two it is, is not said. */
export function parseSpan(cell: string, order?: DayOrder): Span | DateFault {
  const written = spanOf(cell)
  if (!written) {
    const alone = parseDate(cell, order)
    return isDateFault(alone) && alone !== 'ambiguous-date' ? alone : 'not-a-date'
  }
  return {
    ...(written.start !== undefined && { start: parseDate(written.start, order) }),
    ...(written.end !== undefined && { end: parseDate(written.end, order) }),
  }
}
