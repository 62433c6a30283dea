import { decimalFromExact, type Exact, fraction } from '../../engine/indicators/index.ts'
import type { Language } from '../../kernel/text.ts'
import type { StoredExact } from './figure-queries.ts'
import { exactOf } from './figures.ts'

const space = '\u00a0'

/** An exact decimal string as people read it: "12345.5" is "12 345,5" in Finnish and "12,345.5" in English. */
export function formatExactDecimal(decimal: string, language: Language): string {
  const [, sign = '', integer = '', rest] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
  const grouped = integer.replaceAll(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : space)
  return `${sign ? '−' : ''}${grouped}${rest ? `${language === 'en' ? '.' : ','}${rest}` : ''}`
}

/** A stored figure, rounded only here. */
export const formatFigure = (figure: StoredExact, decimals: number, language: Language): string =>
  formatExactDecimal(decimalFromExact(exactOf(figure), decimals), language)

/** A part as per cent: "42 %". */
export const percentOf = (part: StoredExact): string =>
  `${decimalFromExact(hundredfold(exactOf(part)), 0).replace('-', '−')}${space}%`

const hundredfold = ({ numerator, denominator }: Exact): Exact => fraction(numerator * 100n, denominator)

/** A figure as a share of another for drawing alone, where a pixel is rounder than any fraction. */
export const shareOf = (figure: StoredExact, whole: number): number =>
  whole === 0 ? 0 : Number(decimalFromExact(exactOf(figure), 6)) / whole
