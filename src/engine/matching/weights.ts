import type { Word } from './words.ts'

/** How often a word's key occurs among the names at hand. */
export type Frequencies = { total: number; count: (key: string) => number }

/** Size of the imagined list of names that stands behind a short list, so that rarity means something there. */
const background = 20_000

/** Bits that sharing the word is worth: log2 of one over its share of all names. */
export function bitsOf(word: Word, frequencies: Frequencies): number {
  const bits = Math.log2((background + frequencies.total) / (word.background + frequencies.count(word.key)))
  return Math.min(14, Math.max(1, bits))
}

/** Two records drawn at random are seldom one organisation; a record has a few doubles at best. */
export const priorBits = (frequencies: Frequencies): number => 1 - Math.log2(background + frequencies.total)

export const noFrequencies: Frequencies = { total: 0, count: () => 0 }
