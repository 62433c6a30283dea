import { centsOf, formatAmount, formatMillions } from '../../kernel/money.ts'
import { formatCount, formatDecimal, inEach, type Language, type Names, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { regionByCode } from '../codes/index.ts'
import { formatExactDecimal } from '../indicators/index.ts'
import type { Asked, Picture } from './content.ts'
import { text } from './text.ts'

export const situationPath = (key: string, rest = ''): string => `/situation/${key}${rest}`
export const figurePath = (key: string, figure: string): string =>
  situationPath(key, `/figures/${encodeURIComponent(figure)}`)

/** What the picture is of, or the name that an office has given it. */
export function nameOf({ title, scope, region, ecosystemName }: Picture): Names {
  if (title) return title
  if (scope === 'nation') return inEach((l) => text[l].nation)
  return (scope === 'region' ? regionByCode(region ?? '')?.name : ecosystemName) ?? {}
}

/** Whole cents of a million euros: from there on money is told in millions. */
const million = 100_000_000n

/**
 * A value as it is read, and its unit: `exact`, or as `short` as a picture wants it; in a `column` money is in millions
 * throughout, so that the eye compares lengths.
 */
export function written(
  value: string,
  { unit, unitName, decimals }: Pick<Asked, 'unit' | 'unitName' | 'decimals'>,
  language: Language,
  how: 'short' | 'exact' | 'column' = 'short',
): { text: string; unit: string } {
  switch (unit) {
    case 'euro': {
      const cents = centsOf(value)
      const size = cents < 0n ? -cents : cents
      if (how === 'column' || (how === 'short' && size >= million))
        return { text: formatMillions(cents, language, how === 'column' ? 2 : 1), unit: 'M€' }
      return { text: formatAmount(how === 'exact' ? cents : cents - (cents % 100n), language), unit: '€' }
    }
    case 'count':
      return { text: formatCount(BigInt(value), language), unit: '' }
    case 'share':
      return { text: formatDecimal(Number(value) * 100, language, how === 'exact' ? 1 : 0), unit: '%' }
    case 'percent':
      return { text: formatExactDecimal(value, language), unit: '%' }
    case 'other':
      return {
        text: formatExactDecimal(padded(value, decimals), language),
        unit: lowered((unitName && pick(unitName, language)?.text) ?? ''),
      }
  }
}

/** A unit stands within a sentence: "Euroa asukasta kohden" is written small, "GWh" is not. */
const lowered = (unit: string): string =>
  /^\p{Lu}\p{Ll}/u.test(unit) ? unit[0]!.toLocaleLowerCase('fi') + unit.slice(1) : unit

/** With the decimals that its source publishes. */
function padded(value: string, decimals: number): string {
  const [whole = '0', part = ''] = value.split('.')
  return decimals === 0 && part === '' ? whole : `${whole}.${part.padEnd(decimals, '0')}`
}

/** "2,98 %", "3 493,2 M€": in one string, the unit kept on the number's line. */
export function inText(...asked: Parameters<typeof written>): string {
  const { text: number, unit } = written(...asked)
  return unit ? `${number}\u00a0${unit}` : number
}

/** A day is written as one; a year, a half-year or a month stays as the source calls it. */
export const periodIn = (period: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}/.test(period) ? formatDay(period.slice(0, 10), language) : period
