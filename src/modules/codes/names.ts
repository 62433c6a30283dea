import { type Language, type Names, pick } from '../../kernel/text.ts'
import { funds, industries, objectives, programmes } from './lists.ts'
import { byCode } from './rules.ts'

const fundTable = byCode(funds)
const programmeTable = byCode(programmes)
const industryTable = byCode(industries)
const objectiveTable = byCode(objectives)

const nameOf = (names: Names | undefined, language: Language): string | undefined =>
  names && pick(names, language)?.text

/** "EAKR"; a text that is no code of ours says itself, here and below. */
export function fundName(code: string, language: Language): string {
  const fund = fundTable.get(code)
  return nameOf(fund?.short ?? fund?.name, language) ?? code
}

export const programmeName = (code: string, language: Language): string =>
  nameOf(programmeTable.get(code)?.name, language) ?? code

/** "1.1 Tutkimus- ja innovointivalmiuksien parantaminen". */
export function objectiveName(code: string, language: Language): string {
  const objective = objectiveTable.get(code)
  return objective ? `${objective.number} ${nameOf(objective.name, language)}` : code
}

/** "28 Muiden koneiden ja laitteiden valmistus". */
export function industryName(code: string, language: Language): string {
  const name = nameOf(industryTable.get(code)?.name, language)
  return name ? `${code} ${name}` : code
}
