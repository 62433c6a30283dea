import type { Language } from '../../kernel/text.ts'
import { type Day, formatDay } from '../../kernel/time.ts'
import { text } from './text.ts'

const seasons = ['winter', 'spring', 'summer', 'autumn'] as const

/**
 * The day that a list speaks of, no more exact than it is known: "at the end of 2015", "in summer 2016",
 * or the day itself.
 */
export function momentOf(
  list: { asOf: Day | null; approximate: boolean },
  language: Language,
): string | undefined {
  if (list.asOf === null) return undefined
  const t = text[language]
  if (!list.approximate) return t.onDay(formatDay(list.asOf, language))
  const [year = '', month = ''] = list.asOf.split('-')
  if (list.asOf.endsWith('-12-31')) return t.aboutYear(year)
  return t.aboutSeason[seasons[Math.floor((Number(month) % 12) / 3)] ?? 'summer'](year)
}
