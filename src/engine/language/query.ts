import { type SearchLanguage, searchLanguages } from './language.ts'
import { lexemesOfWord } from './lexemes.ts'
import { isStopword } from './stopwords.ts'
import { type Token, tokens } from './tokens.ts'
import { quoted } from './vector.ts'

/** One thing that a query asks for: a word, or a phrase in quotation marks. */
export type Term = {
  text: string
  /** What a record must have, as a tsquery: any form of the word, or words that begin so while it is being typed. */
  match: string
  /** The same without the beginnings: what a record is ranked by. */
  rank: string
  /** What is tried when too little is found: any part of a compound will do. */
  loose: string
  /** Lexemes whose frequency tells how much the term is worth. */
  lexemes: string[]
}

export type Query = {
  /** Every term. Empty when the text has no words. */
  tsquery: string
  /** Any term: the second try, when nothing has them all. */
  any: string
  terms: Term[]
}

export type QueryOptions = {
  /** The last word may be unfinished: words that begin with it match too. */
  typing?: boolean
  /** Other spellings to take along for a word, from `nearest`. */
  spellings?: ReadonlyMap<string, readonly string[]>
}

/** Longer queries are cut: nobody types them, and each term costs. */
const mostTerms = 24

/** A search box's text as PostgreSQL tsqueries. `all` analyses it in the three languages at once. */
export function tsquery(
  text: string,
  language: SearchLanguage | 'all' = 'all',
  options: QueryOptions = {},
): Query {
  const terms = pieces(text, language, options).slice(0, mostTerms)
  return {
    tsquery: terms.map((term) => bracketed(term.match)).join(' & '),
    any: terms.map((term) => term.loose).join(' | '),
    terms,
  }
}

const bracketed = (query: string): string => (query.includes(' ') ? `(${query})` : query)

function pieces(text: string, language: SearchLanguage | 'all', options: QueryOptions): Term[] {
  const terms: Term[] = []
  const stops: Term[] = []
  const asked = language === 'all' ? searchLanguages : [language]
  const unfinished = options.typing ? /[\p{L}\p{N}]$/u.test(text) : false
  let rest = text
  for (const phrase of text.matchAll(/["“”»]([^"“”»]+)["“”»]/gu)) {
    rest = rest.replace(phrase[0], ' '.repeat(phrase[0].length))
    const term = phraseTerm(phrase[1]!, language)
    if (term) terms.push(term)
  }
  const words = tokens(rest)
  words.forEach((token, at) => {
    const typing = unfinished && at === words.length - 1
    const term = wordTerm(token, language, typing, options.spellings?.get(token.word) ?? [])
    if (!typing && asked.some((l) => isStopword(token.word, l))) stops.push(term)
    else terms.push(term)
  })
  return terms.length > 0 ? terms : stops
}

function wordTerm(
  token: Token,
  language: SearchLanguage | 'all',
  typing: boolean,
  spellings: readonly string[],
): Term {
  const alternatives = new Set<string>()
  const parts = new Set<string>()
  const lexemes: string[] = []
  for (const word of [token.word, ...spellings]) {
    const found = lexemesOfWord(word, language)
    alternatives.add(quoted(word))
    for (const stem of found.stems) {
      alternatives.add(quoted(stem))
      lexemes.push(stem)
    }
    // puurakentaminen also finds "puusta rakentaminen".
    if (found.parts.length < 2) continue
    alternatives.add(`(${found.parts.map(quoted).join(' & ')})`)
    for (const part of found.parts) parts.add(quoted(part))
  }
  const rank = [...alternatives].join(' | ')
  const loose = [rank, ...parts].join(' | ')
  if (!typing || token.word.length < 2) return { text: token.word, match: rank, rank, loose, lexemes }
  const beginnings = [token.word, `~${token.word}`]
  const begins = beginnings.map((word) => `${quoted(word)}:*`)
  // What a beginning finds anyway is not asked for twice.
  const others = [...alternatives].filter((a) => !beginnings.some((word) => a === quoted(word)))
  return {
    text: token.word,
    match: [...others, ...begins].join(' | '),
    rank,
    loose: [...others, ...parts, ...begins].join(' | '),
    lexemes,
  }
}

/** Words of a phrase one after another, each in any form. */
function phraseTerm(text: string, language: SearchLanguage | 'all'): Term | undefined {
  const words = tokens(text)
  if (words.length === 0) return undefined
  const lexemes: string[] = []
  const parts: string[] = []
  let previous = -1
  let distance = 1
  const asked = language === 'all' ? searchLanguages : [language]
  words.forEach(({ word }, at) => {
    // A word that is indexed in no language leaves its place empty.
    if (words.length > 1 && asked.some((l) => isStopword(word, l))) return
    const { stems } = lexemesOfWord(word, language)
    distance = at - previous
    if (parts.length > 0) parts.push(`<${distance}>`)
    previous = at
    parts.push(`(${[word, ...stems].map(quoted).join(' | ')})`)
    lexemes.push(...stems)
  })
  if (parts.length === 0) return undefined
  const query = parts.join(' ')
  return { text, match: query, rank: query, loose: `(${query})`, lexemes }
}
