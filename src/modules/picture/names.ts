import { type Language, pick } from '../../kernel/text.ts'
import { authorityByCode, type Code, priorities, programmes, regionByCode } from '../codes/index.ts'

const nameOf = (code: Code | undefined, language: Language): string | undefined =>
  code && pick(code.name, language)?.text

export const regionName = (code: string, language: Language): string =>
  nameOf(regionByCode(code), language) ?? code

/** The full name: "Hämeen elinkeino-, liikenne- ja ympäristökeskus". */
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
