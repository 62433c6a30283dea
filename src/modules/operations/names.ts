import type { Language } from '../../kernel/text.ts'
import { formatDecimal } from '../../kernel/text.ts'
import { objectiveName } from '../codes/index.ts'
import { facetLabel } from '../projects/index.ts'
import type { OperationItem } from './actions.ts'

type Facts = OperationItem['facts']

export const fundOf = ({ fund }: Facts, language: Language): string | null =>
  fund === null ? null : facetLabel('fund', fund, language)

export const objectiveOf = ({ objective }: Facts, language: Language): string | null =>
  objective === null ? null : objectiveName(objective, language)

/** "47,5 %"; whole percents have no decimals. */
export const rateOf = ({ rate }: Facts, language: Language): string | null =>
  rate === null ? null : `${formatDecimal(Number(rate), language, Number(rate) % 1 === 0 ? 0 : 2)}\u00a0%`

/** The place by the narrowest name that a list gives: municipalities, region, place in words, NUTS code, point. */
export function locationOf({ location }: Facts, language: Language): string | null {
  if (location === null) return null
  const region = location.region === null ? null : facetLabel('region', location.region, language)
  const named = location.municipalities.join(', ') || region || location.text
  return named ?? location.nuts ?? location.point
}
