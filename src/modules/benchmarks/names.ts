import { formatDecimal, type Language, type Names, pick } from '../../kernel/text.ts'
import type { Gathered, UsedVariable } from './rules.ts'
import { variableCode } from './rules.ts'

export const nameIn = (names: Names, language: Language): string => pick(names, language)?.text ?? ''

/** The name of a unit of what was gathered; one that is not there says its code. */
export const unitName = ({ units }: Pick<Gathered, 'units'>, code: string, language: Language): string => {
  const unit = units.find((u) => u.code === code)
  return unit ? nameIn(unit.name, language) || code : code
}

/** The variable that a code of the engine stands for. */
export const variableNamed = (
  { variables }: Pick<Gathered, 'variables'>,
  code: string,
): UsedVariable | undefined => variables.find((_, i) => variableCode(i) === code)

export const variableName = (
  gathered: Pick<Gathered, 'variables'>,
  code: string,
  language: Language,
): string => {
  const variable = variableNamed(gathered, code)
  return variable ? nameIn(variable.label, language) : code
}

/** "+0,42": a difference with its sign; 0 has none. */
export function signed(value: number, language: Language, decimals = 2): string {
  const text = formatDecimal(Math.abs(value), language, decimals)
  if (Number(value.toFixed(decimals)) === 0) return formatDecimal(0, language, decimals)
  return `${value > 0 ? '+' : '−'}${text}`
}

export const percentOf = (share: number, language: Language): string =>
  `${formatDecimal(share * 100, language, 0)}\u00a0%`
