import { readText } from './detect.ts'
import type { SearchLanguage } from './language.ts'
import { lexemesOfWord } from './lexemes.ts'
import { isStopword } from './stopwords.ts'

/** A PostgreSQL search weight: A counts most (title), D least (body). */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** A text of a record. `auto` analyses it in every language that it may be written in. */
export type WeightedText = { text: string; weight: Weight; language: SearchLanguage | 'auto' }

// PostgreSQL's limits (manual, 12.11): positions to 16 383, 256 of them a lexeme, a vector under 1 MB.
const lastPosition = 16_383
const mostPositions = 255
const mostBytes = 900_000

const lighter: Record<Weight, Weight> = { A: 'B', B: 'C', C: 'D', D: 'D' }

/**
 * The texts of one record as the input form of a PostgreSQL `tsvector`: 'rahoitus':1A '~rahoitus':1A. Every word is
 * there as written and by its stems; parts of compounds stand at the same place one weight lower. Texts follow each
 * other with a gap, so that no phrase reaches from one to the next.
 */
export function tsvector(texts: readonly WeightedText[]): string {
  const places = new Map<string, string[]>()
  let bytes = 0
  const add = (lexeme: string, position: number, weight: Weight): void => {
    let list = places.get(lexeme)
    if (!list) {
      // With room for its first place: a lexeme without one is not valid.
      const size = Buffer.byteLength(lexeme) + 10
      if (bytes + size > mostBytes) return
      bytes += size
      list = []
      places.set(lexeme, list)
    }
    if (list.length >= mostPositions || (list.length > 0 && bytes + 2 > mostBytes)) return
    if (list.length > 0) bytes += 2
    list.push(`${position}${weight === 'D' ? '' : weight}`)
  }
  let position = 0
  for (const { text, weight, language } of texts) {
    const read = readText(text)
    const languages = language === 'auto' ? read.languages : [language]
    for (const { word } of read.words) {
      position = Math.min(position + 1, lastPosition)
      if (languages.every((l) => isStopword(word, l))) continue
      add(word, position, weight)
      for (const lexeme of indexed(word, languages))
        add(lexeme.text, position, lexeme.part ? lighter[weight] : weight)
    }
    position = Math.min(position + 10, lastPosition)
  }
  return [...places].map(([lexeme, list]) => `${quoted(lexeme)}:${list.join(',')}`).join(' ')
}

type Indexed = { text: string; part: boolean }

function indexed(word: string, languages: readonly SearchLanguage[]): Indexed[] {
  const found = new Map<string, boolean>()
  for (const language of languages) {
    const { stems, parts, runs } = lexemesOfWord(word, language)
    for (const stem of stems) found.set(stem, false)
    for (const part of [...parts, ...runs]) if (!found.has(part)) found.set(part, true)
  }
  return [...found].map(([text, part]) => ({ text, part }))
}

/** Distinct lexemes of the texts: what the word list of the kernel learns and counts, once a record. */
export function vectorWords(texts: readonly WeightedText[]): string[] {
  const words = new Set<string>()
  for (const { text, language } of texts) {
    const read = readText(text)
    const languages = language === 'auto' ? read.languages : [language]
    for (const { word } of read.words) {
      if (languages.every((l) => isStopword(word, l))) continue
      words.add(word)
      for (const lexeme of indexed(word, languages)) words.add(lexeme.text)
    }
  }
  return [...words]
}

/** A lexeme quoted for a tsvector or tsquery literal. */
export const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
