import { stemEnglish } from './english.ts'
import { analyseFinnish } from './finnish-words.ts'
import { type SearchLanguage, searchLanguages } from './language.ts'
import { stemSwedish, swedishParts } from './swedish.ts'

/**
 * What one word is found by. `word` is how it is written; `stems` stand for every inflected form of it; `parts` for
 * the words that it is compounded of, `runs` for the shorter compounds inside it. Stems, parts and runs begin with
 * "~", so that the stem of one word is never the written form of another.
 */
export type Lexemes = {
  word: string
  stems: readonly string[]
  parts: readonly string[]
  runs: readonly string[]
  /** Whether the language's vocabulary knows the word; only Finnish has one here. */
  known: boolean
}

/** Marks a stem. A word never begins with it. */
export const stemMark = '~'

type Choice = SearchLanguage | 'all'
const caches: Record<Choice, Map<string, Lexemes>> = {
  fi: new Map(),
  sv: new Map(),
  en: new Map(),
  all: new Map(),
}
/** Words remembered for each language, some 300 bytes each; beyond this the memory is emptied, which costs a few milliseconds. */
const mostRemembered = 30_000

/** Lexemes of a lower-case word in one language, or in all three at once. Remembered, so the second time is cheap. */
export function lexemesOfWord(word: string, language: Choice): Lexemes {
  const cache = caches[language]
  const found = cache.get(word)
  if (found) return found
  const made = language === 'all' ? merged(word) : analysed(word, language)
  // Codes and numbers seldom come twice: remembering them would only crowd out words.
  if (/\d/.test(word)) return made
  if (cache.size >= mostRemembered) cache.clear()
  cache.set(word, made)
  return made
}

function merged(word: string): Lexemes {
  const each = searchLanguages.map((language) => lexemesOfWord(word, language))
  const stems = [...new Set(each.flatMap((l) => l.stems))]
  const without = (lexemes: readonly string[]): string[] =>
    [...new Set(lexemes)].filter((lexeme) => !stems.includes(lexeme))
  return {
    word,
    stems,
    parts: without(each.find((l) => l.parts.length > 0)?.parts ?? []),
    runs: without(each.flatMap((l) => [...l.runs, ...l.parts])),
    known: each.some((l) => l.known),
  }
}

const mark = (stem: string): string => stemMark + stem
const hasDigit = /\p{N}/u

function analysed(word: string, language: SearchLanguage): Lexemes {
  // EU:n, Nokia's: the ending is not the word's.
  const plain = word.replace(/[:'](?:\p{L}{1,6})$/u, '')
  // Codes, years and business ids are kept whole: A31490, 2014-2020, 0108023-3.
  if (hasDigit.test(plain))
    return { word, stems: [mark(plain)], parts: codePieces(plain, language), runs: [], known: false }
  if (language === 'fi') {
    const { whole, parts, runs, known } = analyseFinnish(plain)
    return { word, stems: whole.map(mark), parts: parts.map(mark), runs: runs.map(mark), known }
  }
  const stem = language === 'sv' ? stemSwedish : stemEnglish
  const pieces = plain.split('-').filter((piece) => piece.length > 1)
  const parts = pieces.length > 1 ? pieces.map(stem) : language === 'sv' ? swedishParts(plain) : []
  const stems = [mark(stem(plain.replaceAll('-', '')))]
  return { word, stems, parts: parts.map(mark), runs: [], known: false }
}

/** Words joined to a code by a hyphen are words too: "3d-tulostus"; the digits alone are not. */
function codePieces(word: string, language: SearchLanguage): string[] {
  return word
    .split('-')
    .filter((piece) => piece.length > 1 && piece !== word && /\p{L}/u.test(piece))
    .flatMap((piece) => lexemesOfWord(piece, language).stems)
}
