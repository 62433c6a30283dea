import { type Language, pick } from '../../kernel/text.ts'
import {
  authorityByCode,
  type Code,
  funds,
  periods,
  priorities,
  programmes,
  regionByCode,
  statuses,
} from '../codes/index.ts'
import { type FacetName, unknownValue } from '../projects/index.ts'
import { text } from './text.ts'

const nameOf = (code: Code | undefined, language: Language, short = false): string | undefined =>
  code && pick((short && code.short) || code.name, language)?.text

const inList = (list: readonly Code[], code: string, language: Language): string | undefined =>
  nameOf(
    list.find((c) => c.code === code),
    language,
    true,
  )

export const regionName = (code: string, language: Language): string =>
  nameOf(regionByCode(code), language) ?? code

export const authorityName = (code: string, language: Language): string =>
  nameOf(authorityByCode(code), language) ?? code

/**
 * The name of a priority by its number, where all programmes of the period and fund give that number the same name;
 * else undefined, because the number alone does not tell which programme's it is.
 */
export function priorityName(
  period: string,
  fund: string,
  number: string,
  language: Language,
): string | undefined {
  const ofPeriod = new Set(programmes.filter((p) => p.period === period).map((p) => p.code))
  const named = priorities.filter(
    (p) => ofPeriod.has(p.programme) && p.fund === fund && p.number === number && p.verified,
  )
  const names = new Set(named.map((p) => p.name.fi))
  return names.size === 1 ? nameOf(named[0], language) : undefined
}

/** A facet's value as a reader says it; a value that no code list knows stands as it is. */
export function valueName(facet: FacetName, value: string, language: Language): string {
  const t = text[language]
  if (value === unknownValue) return t.unknown[facet]
  if (facet === 'region') return regionName(value, language)
  if (facet === 'authority') return authorityName(value, language)
  if (facet === 'fund') return inList(funds, value, language) ?? value
  if (facet === 'period') return inList(periods, value, language) ?? value
  if (facet === 'status') return inList(statuses, value, language) ?? value
  if (facet === 'priority') return t.priority(value)
  if (facet === 'amount') return t.amounts[Number(value)] ?? value
  return value
}
