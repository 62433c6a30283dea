import finnish from '../../../data/language/finnish.json' with { type: 'json' }
import { keysOf, nominative, singularStem, utAdjectives } from './finnish.ts'

/**
 * The Finnish words that are not compounds, as dictionaries give them (nominative, singular or plural), in four
 * tiers by how often they are a part of compounds: 0 never, 3 in twenty or more. Read once, at the first word.
 */
export type Vocabulary = {
  /** Tier of each key of a word in the list. */
  tierOf: ReadonlyMap<string, number>
  /** First letters of the words behind the shortest keys: "is" is isä's and isot's, never the end of "suomalaiset". */
  beginnings: ReadonlyMap<string, ReadonlySet<string>>
}

let read: Vocabulary | undefined

export const finnishVocabulary = (): Vocabulary => {
  read ??= vocabularyOf(finnish.tiers.map((words) => words.split(' ')))
  return read
}

/** Keys of three letters and fewer fit the ends of many words by chance. */
export const longestShortKey = 3

export function vocabularyOf(tiers: readonly (readonly string[])[]): Vocabulary {
  const tierOf = new Map<string, number>()
  const beginnings = new Map<string, Set<string>>()
  tiers.forEach((words, tier) => {
    for (const word of words) {
      for (const key of dictionaryKeys(word)) {
        tierOf.set(key, Math.max(tier, tierOf.get(key) ?? 0))
        if (key.length > longestShortKey) continue
        const letters = beginnings.get(key) ?? new Set()
        beginnings.set(key, letters.add(word.slice(0, 3)))
      }
    }
  })
  return { tierOf, beginnings }
}

/** Keys of a word given as dictionaries give it: a final t is the plural's ("hakemukset"), else the singular. */
export function dictionaryKeys(word: string): string[] {
  if (isPlural(word)) return [...singularStem(word.slice(0, -1), 'weak')].slice(0, 2)
  const keys = keysOf(word)
  // One alone is an exception of its own (lapsi); else the word stands in the nominative, gradated if it can be.
  return keys.length === 1 ? keys : nominative(word).slice(0, 1)
}

export const isPlural = (word: string): boolean =>
  word.endsWith('t') && word.length > 3 && word !== 'kevät' && !utAdjectives.test(word)
