import { lexemesOfWord, type SearchLanguage, tokens } from '../language/index.ts'
import { dictionaryKeys } from '../language/vocabulary.ts'

/** Readings kept of one word of a label. */
const mostReadings = 2

/**
 * What a label is found by: for each of its words the stems of its readings, as one line of the ontology's file:
 * "sosiaalinen media" -> "~sosiaalis ~media". A word with two readings has both: "~a|~b". The qualifier in brackets
 * is not part of it. Kept in the file, because analysing 28,000 Finnish labels takes a second at every start.
 */
export function keysOfLabel(label: string, language: SearchLanguage): string {
  return tokens(withoutQualifier(label))
    .map(({ word }) => readings(word, language).join('|'))
    .join(' ')
}

/** Labels stand in the form of dictionaries: of a word's readings only those of that form are meant. */
function readings(word: string, language: SearchLanguage): string[] {
  const stems = [...lexemesOfWord(word, language).stems]
  if (language !== 'fi' || stems.length < 2) return stems
  const base = new Set(dictionaryKeys(word).map((key) => `~${key}`))
  const meant = stems.filter((stem) => base.has(stem))
  return (meant.length > 0 ? meant : stems).slice(0, mostReadings)
}

/** "kuusi (puut)" -> "kuusi". */
export const withoutQualifier = (label: string): string => label.replace(/\s*\([^)]*\)\s*$/, '')

/** "kuusi (puut)" -> "puut"; nothing where a label has none. */
export const qualifierOf = (label: string): string => /\(([^)]*)\)\s*$/.exec(label)?.[1] ?? ''
