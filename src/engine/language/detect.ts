import { type SearchLanguage, searchLanguages } from './language.ts'
import { lexemesOfWord } from './lexemes.ts'
import { isStopword } from './stopwords.ts'
import { type Token, tokens } from './tokens.ts'

type Scores = Record<SearchLanguage, number>
type Hint = [pattern: RegExp, language: SearchLanguage, weight: number]

/** Letter patterns that one of the three languages has and the others have not, or seldom. */
const hints: Hint[] = [
  [/å/, 'sv', 2],
  [/(?:ä|ö)/, 'en', -3],
  [/(?:aa|ii|uu|ää|öö|yy|ee)/, 'fi', 0.4],
  [/(?:aa|ii|uu|ää|öö|yy|uo|yö)/, 'fi', 0.6],
  [/(?:nen|sen|ssa|ssä|sta|stä|lla|llä|ksi|jen|ien|inen|uus|yys|minen)$/, 'fi', 1],
  [/[bcfgqwxz]/, 'fi', -0.8],
  [/[^aeiouyåäönlrst]$/, 'fi', -1],
  [/^(?:st|sp|sk|kr|pr|tr|pl|fr|gr|br|bl|fl|gl|cl|dr|sch|str)/, 'fi', -0.8],
  [/(?:ning|ande|het|skap|tion|ering|erna|arna|ligt|lig|else)s?$/, 'sv', 1],
  [/(?:ck|sj|skj|tj|kt$)/, 'sv', 0.4],
  [/(?:utveckl|företag|projekt|inom|miljö|verksam|samarbet|kompeten|svensk|nyland)/, 'sv', 2],
  [/(?:th|wh|ee|ea|oo|ou|sh|ght|ough)/, 'en', 0.6],
  [/(?:tion|ing|ment|ity|ness|able|ed|ies|ive|al|ss|ology|ics)$/, 'en', 0.8],
  [/[wq]|y$|x/, 'en', 0.5],
]

/**
 * Languages that a short text may be written in, the likeliest first; at least one, all three when nothing tells.
 * Titles mix them, so everything near the best is kept: a wrong extra stem costs less than a missing one.
 */
export const languagesOf = (text: string): readonly SearchLanguage[] => readText(text).languages

/** A text taken apart. */
export type ReadText = { words: readonly Token[]; languages: readonly SearchLanguage[] }

/** The words of a text and its languages. The last texts are remembered: one is asked for its themes and its words. */
export function readText(text: string): ReadText {
  const found = lately.get(text)
  if (found) return found
  const words = tokens(text)
  const read = { words, languages: guessed(words) }
  if (text.length > longestLately) return read
  if (lately.size >= mostLately) lately.clear()
  lately.set(text, read)
  return read
}

const lately = new Map<string, ReadText>()
const mostLately = 50
const longestLately = 2_000

function guessed(read: readonly Token[]): SearchLanguage[] {
  const scores: Scores = { fi: 0, sv: 0, en: 0 }
  let words = 0
  for (const { word } of read.slice(0, 40)) {
    if (/\p{N}/u.test(word)) continue
    words++
    const told = scoresOf(word)
    for (const language of searchLanguages) scores[language] += told[language]
  }
  const order = [...searchLanguages].sort((a, b) => scores[b] - scores[a])
  const margin = Math.max(1.5, words * 0.5)
  return order.filter((language) => scores[language] >= scores[order[0]!] - margin)
}

/** What a word says of its text's language. Remembered: the same words come in every title. */
function scoresOf(word: string): Scores {
  const found = remembered.get(word)
  if (found) return found
  const scores: Scores = { fi: 0, sv: 0, en: 0 }
  for (const language of searchLanguages) if (isStopword(word, language)) scores[language] += 2
  if (word.length > 2) {
    for (const [pattern, language, weight] of hints) if (pattern.test(word)) scores[language] += weight
  }
  if (word.length > 3 && lexemesOfWord(word, 'fi').known) scores.fi += 1.5
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(word, scores)
  return scores
}

const remembered = new Map<string, Scores>()
const mostRemembered = 100_000
