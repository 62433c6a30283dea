import { meaningsOf } from '../../engine/statistics/index.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { levelText } from './level-text.ts'

/**
 * Decimal text as it is read: "8439.3" is "8 439,3" in Finnish, with at least the decimals that the source publishes.
 * No digit passes through a binary number.
 */
export function decimalIn(value: string, language: Language, decimals = 0): string {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  const digits = part.padEnd(decimals, '0')
  const point = language === 'en' ? '.' : ','
  return `${sign && '−'}${formatCount(BigInt(whole), language)}${digits && `${point}${digits}`}`
}

/**
 * A figure as it stands in a table: the value with its flag's letter, or the source's own mark where there is no value;
 * `said` is what the mark means, for those who point at it or hear it.
 */
export function figureText(
  { value, flag }: { value: string | null; flag: string },
  language: Language,
  decimals?: number,
): { text: string; flag: string; said: string } {
  const t = levelText[language]
  const said = meaningsOf(flag).map((meaning) => t.flags[meaning])
  if (value === null) return { text: flag || '..', flag: '', said: said.join(', ') || t.noValue }
  return { text: decimalIn(value, language, decimals), flag, said: said.join(', ') }
}

/** A period as it is read: 2025M07 is "7/2025"; years and quarters stay as they are. */
export const periodText = (code: string): string =>
  code.replace(/^(\d{4})(?:M|-)(\d{2})$/, (_, year: string, month: string) => `${Number(month)}/${year}`)
