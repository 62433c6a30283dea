import { type SearchLanguage, searchLanguages } from './language.ts'
import { lexemesOfWord } from './lexemes.ts'
import { isStopword } from './stopwords.ts'
import { tokens } from './tokens.ts'

/** A stretch of a text, and whether it is what was asked for. The stretches together are the text. */
export type Segment = { text: string; match: boolean }

/** Marks the words of a text that a query finds, in whatever form they stand. */
export function highlight(text: string, query: string, language: SearchLanguage | 'all' = 'all'): Segment[] {
  const asked = tokens(query)
  const worth = asked.filter(({ word }) => !searchLanguages.some((l) => isStopword(word, l)))
  const wanted = new Set<string>()
  for (const { word } of worth) {
    const { stems, parts } = lexemesOfWord(word, language)
    for (const lexeme of [word, ...stems, ...(parts.length > 1 ? parts : [])]) wanted.add(lexeme)
  }
  const last = worth.at(-1)?.word ?? ''
  const segments: Segment[] = []
  let at = 0
  const push = (until: number, match: boolean): void => {
    if (until > at) segments.push({ text: text.slice(at, until), match })
    at = until
  }
  for (const { word, start, end } of tokens(text)) {
    const { stems, parts, runs } = lexemesOfWord(word, language)
    const found = [word, ...stems, ...parts, ...runs].some((lexeme) => wanted.has(lexeme))
    if (!found && !(last.length > 1 && word.startsWith(last))) continue
    push(start, false)
    push(end, true)
  }
  push(text.length, false)
  return segments
}
