import { type Language, pick } from '../../kernel/text.ts'
import { regionByCode } from '../codes/index.ts'
import { text } from './text.ts'

/** A region by its name; the whole country and abroad by ours. */
export function regionName(code: string, language: Language): string {
  const wide: Readonly<Record<string, string>> = text[language].wide
  return wide[code] ?? pick(regionByCode(code)?.name ?? {}, language)?.text ?? code
}

/** What is offered or looked for, in a word. */
export function sortName(code: string, language: Language): string {
  const sorts: Readonly<Record<string, string>> = text[language].sorts
  return sorts[code] ?? code
}
