import themeList from '../../../data/themes.json' with { type: 'json' }
import { readText } from './detect.ts'
import { nominative } from './finnish.ts'
import type { SearchLanguage } from './language.ts'
import { type Lexemes, lexemesOfWord, stemMark } from './lexemes.ts'

/** A theme of regional development, named in three languages. */
export type Theme = { code: string; names: { fi: string; sv: string; en: string } }

/** A theme that a title shows, and the words of the title that show it: the theme's provenance. */
export type FoundTheme = { code: string; words: string[] }

export const themes: readonly Theme[] = themeList.map(({ code, names }) => ({ code, names }))

/** Stem of a theme's word -> the themes it shows; stems that look like one but are not; words that must meet. */
type Index = {
  shows: Map<string, string[]>
  excepted: Map<string, string[]>
  together: { code: string; stems: string[][] }[]
}

const indexes = new Map<SearchLanguage, Index>()

function indexOf(language: SearchLanguage): Index {
  const found = indexes.get(language)
  if (found) return found
  const index: Index = { shows: new Map(), excepted: new Map(), together: [] }
  for (const { code, words, except } of themeList) {
    for (const entry of words[language].split(' ')) {
      const pieces = entry.split('_')
      if (pieces.length > 1)
        index.together.push({ code, stems: pieces.map((word) => stemsOf(word, language)) })
      else addTheme(index.shows, entry, code, language)
    }
    if (language === 'fi') for (const word of except.split(' ')) addTheme(index.excepted, word, code, 'fi')
  }
  indexes.set(language, index)
  return index
}

function addTheme(to: Map<string, string[]>, word: string, code: string, language: SearchLanguage): void {
  if (!word) return
  for (const stem of stemsOf(word, language)) to.set(stem, [...new Set([...(to.get(stem) ?? []), code])])
}

/** Stems of a word given in its base form: "keskusta" is the town's centre here, not the partitive of keskus. */
function stemsOf(word: string, language: SearchLanguage): string[] {
  const stems = [...lexemesOfWord(word, language).stems]
  if (language !== 'fi') return stems
  const base = new Set(nominative(word).map((key) => stemMark + key))
  const meant = stems.filter((stem) => base.has(stem))
  return meant.length > 0 ? meant : stems
}

/**
 * Themes that the words of a title show, those with the most words first. A compound shows the themes of its parts
 * too, unless it is excepted as a whole. None is an honest answer: many titles are only a name.
 */
export function themesOf(title: string): FoundTheme[] {
  const found = new Map<string, Set<string>>()
  const add = (code: string, word: string): void => {
    found.set(code, (found.get(code) ?? new Set()).add(word))
  }
  const { languages, words } = readText(title)
  for (const language of languages) {
    const index = indexOf(language)
    const read = words.map((token) => ({
      text: title.slice(token.start, token.end),
      lexemes: allOf(lexemesOfWord(token.word, language)),
    }))
    for (const { text, lexemes } of read) for (const code of codesOf(lexemes, index)) add(code, text)
    for (const { code, stems } of index.together) {
      const met = stems.map((wanted) =>
        read.find(({ lexemes }) => wanted.some((stem) => lexemes.includes(stem))),
      )
      if (met.every((word) => word !== undefined)) for (const word of met) add(code, word.text)
    }
  }
  return [...found]
    .map(([code, shown]) => ({ code, words: [...shown] }))
    .sort((a, b) => b.words.length - a.words.length || order(a.code) - order(b.code))
}

const order = (code: string): number => themes.findIndex((theme) => theme.code === code)

const allOf = ({ stems, parts, runs }: Lexemes): string[] => [...stems, ...parts, ...runs]

function codesOf(lexemes: readonly string[], index: Index): Set<string> {
  const not = new Set(lexemes.flatMap((stem) => index.excepted.get(stem) ?? []))
  return new Set(lexemes.flatMap((stem) => index.shows.get(stem) ?? []).filter((code) => !not.has(code)))
}
