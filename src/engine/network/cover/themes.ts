import { isStopword, languagesOf, lexemesOfWord, searchLanguages, tokens } from '../../language/index.ts'
import type { Fact } from './candidate.ts'
import type { Demand } from './demand.ts'

/** What a text's words are found by, in the languages that it may be in: for `Fact.words`. */
export function wordKeys(text: string): string[] {
  const languages = languagesOf(text)
  const keys = new Set<string>()
  for (const { word } of tokens(text)) {
    if (languages.some((language) => isStopword(word, language))) continue
    for (const language of languages) {
      const { stems, parts, runs } = lexemesOfWord(word, language)
      for (const key of [...stems, ...parts, ...runs]) keys.add(key)
    }
  }
  return [...keys]
}

/** Words of an expression that are looked at: one bit each. */
const mostWords = 30

/** For each word of an expression the stems that are enough. A short expression may be of any language. */
const stemsOf = (expression: string): string[][] =>
  // Parts of a hyphened word stand in titles in their own right, whichever case the whole is in.
  tokens(expression.replaceAll('-', ' '))
    .filter(({ word }) => !searchLanguages.some((language) => isStopword(word, language)))
    .slice(0, mostWords)
    .map(({ word }) => [
      ...new Set(searchLanguages.flatMap((language) => lexemesOfWord(word, language).stems)),
    ])
    .filter((stems) => stems.length > 0)

type Expression = { demand: number; all: number; found: number; fact: number }

/**
 * Finds which themes a fact is about: it has one of the subjects, or all words of one of the expressions. Subjects and
 * stems lead to the demands, so that a fact costs what it says and not what the call demands.
 */
export function themeFinder(demands: readonly Demand[]) {
  const bySubject = new Map<number, number[]>()
  const byStem = new Map<string, { expression: Expression; bit: number }[]>()
  for (const [demand, { asks }] of demands.entries()) {
    if (asks.kind !== 'competence' && asks.kind !== 'facility') continue
    for (const subject of asks.subjects) bySubject.set(subject, [...(bySubject.get(subject) ?? []), demand])
    for (const words of asks.words) {
      const stems = stemsOf(words)
      const expression = { demand, all: 2 ** stems.length - 1, found: 0, fact: -1 }
      for (const [place, some] of stems.entries())
        for (const stem of some)
          byStem.set(stem, [...(byStem.get(stem) ?? []), { expression, bit: 2 ** place }])
    }
  }
  let fact = 0
  return ({ subjects = [], words = [] }: Fact, take: (demand: number) => void): void => {
    fact++
    for (const subject of subjects) for (const demand of bySubject.get(subject) ?? []) take(demand)
    if (byStem.size === 0) return
    for (const word of words)
      for (const { expression, bit } of byStem.get(word) ?? []) {
        if (expression.fact !== fact) {
          expression.fact = fact
          expression.found = 0
        }
        expression.found |= bit
        if (expression.found === expression.all) take(expression.demand)
      }
  }
}
