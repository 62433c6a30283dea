import { themes } from '../../engine/language/index.ts'
import { formatAmount } from '../../kernel/money.ts'
import { type Language, type Names, pick } from '../../kernel/text.ts'
import {
  authorityByCode,
  type Code,
  fundName,
  periods,
  priorityOf,
  regionByCode,
  statuses,
} from '../codes/index.ts'
import { type FacetName, unknownValue } from './facets.ts'
import { amountBounds } from './rules.ts'
import { text } from './text.ts'

const nameOf = (names: Names | undefined, language: Language): string | undefined =>
  names && pick(names, language)?.text
const find = (list: readonly Code[], code: string) => list.find((item) => item.code === code)

/** What a value of a facet is called: "EAKR", "Uusimaa", "50 000–200 000 €". A code without a name says itself. */
export function facetLabel(facet: FacetName, value: string, language: Language): string {
  const t = text[language]
  if (value === unknownValue) return t.unknownOf[facet]
  switch (facet) {
    case 'fund':
      return fundName(value, language)
    case 'period':
      return nameOf(find(periods, value)?.name, language) ?? value
    case 'priority':
      return t.priorityNumber(value)
    case 'authority':
      return authorityLabel(value, language)
    case 'region':
      return nameOf(regionByCode(value)?.name, language) ?? value
    case 'status':
      return statusLabel(value, language)
    case 'amount':
      return amountLabel(Number(value), language)
    case 'theme':
      return themes.find((theme) => theme.code === value)?.names[language] ?? value
    case 'year':
      return value
  }
}

/** The short name where there is one: "Hämeen ELY-keskus". */
function authorityLabel(code: string, language: Language): string {
  const authority = authorityByCode(code)
  return nameOf(authority?.short ?? authority?.name, language) ?? code
}

export function statusLabel(status: string, language: Language): string {
  const own: Readonly<Record<string, string>> = text[language].ownStatuses
  return own[status] ?? nameOf(find(statuses, status)?.name, language) ?? status
}

/** The class of granted money in words; the bounds stand in rules.ts. */
function amountLabel(of: number, language: Language): string {
  const t = text[language]
  const bound = (i: number) => formatAmount(BigInt(amountBounds[i]!) * 100n, language)
  if (of === 0) return t.under(bound(0))
  if (of >= amountBounds.length) return t.atLeast(bound(amountBounds.length - 1))
  return t.between(bound(of - 1), bound(of))
}

/** The full name of a priority where its programme is known: "Yritystoiminnan edistäminen". */
export const priorityName = (
  programme: string | null,
  priority: string | null,
  language: Language,
): string | undefined =>
  programme && priority ? nameOf(priorityOf(programme, priority)?.name, language) : undefined
