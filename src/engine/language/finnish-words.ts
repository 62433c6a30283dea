import { type Part, split } from './compound.ts'
import { keysOf } from './finnish.ts'
import { isVowel, weaken } from './gradation.ts'
import { finnishVocabulary, type Vocabulary } from './vocabulary.ts'

/** What a word of a text stands for: keys of the whole word, and of the words it is compounded of. */
export type Analysis = {
  whole: string[]
  /** Keys of the parts of a compound, in order: pohja, vesi, alue. */
  parts: string[]
  /** Keys of its shorter compounds: pohjavesi, vesialue. */
  runs: string[]
  known: boolean
}

/** Keys kept of a word that the vocabulary does not know, likeliest first. */
const mostGuesses = 3

export function analyseFinnish(word: string, vocabulary: Vocabulary = finnishVocabulary()): Analysis {
  if (word.includes('-')) return hyphenated(word, vocabulary)
  return lexical(word, vocabulary) ?? withoutSuffixes(word, vocabulary) ?? guessed(word)
}

/** Endings that make new words every day; a reading that has one is likelier than one that has not. */
const productive = /(?:is|tt[oö]m[aä]|[uy]s|inni|isti|isto|istö|tori|ija|ijä|taja|täjä|[aäeuy]v[aä])$/

function guessed(word: string): Analysis {
  const keys = keysOf(word)
  const likely = keys.filter((key) => productive.test(key))
  const whole = likely.length > 0 && word.length > 6 ? likely : keys
  return { whole: whole.slice(0, mostGuesses), parts: [], runs: [], known: false }
}

function lexical(word: string, vocabulary: Vocabulary): Analysis | undefined {
  const simple = distinct(keysOf(word).filter((key) => vocabulary.tierOf.has(key)))
  if (simple.length > 0) return { whole: simple.slice(0, 3), parts: [], runs: [], known: true }
  const parts = split(word, vocabulary)
  if (!parts) return undefined
  return { whole: [joined(parts)], parts: parts.map((part) => part.key), runs: runsOf(parts), known: true }
}

/** Of "mado" (mato) and "mato" (matto) as readings of one form only the gradated one is meant. */
function distinct(keys: readonly string[]): string[] {
  if (keys.length < 2) return [...keys]
  const gradated = new Set(keys)
  return keys.filter((key) => {
    const weak = isVowel(key.at(-1)) ? weaken(key.slice(0, -1), key.at(-1)!)[0] + key.at(-1)! : key
    return weak === key || !gradated.has(weak)
  })
}

/** The compound's own key: its first parts as written, the last by its key. */
const joined = (parts: readonly Part[]): string =>
  parts.slice(0, -1).reduce((text, part) => text + part.text, '') + parts.at(-1)!.key

function runsOf(parts: readonly Part[]): string[] {
  const keys: string[] = []
  for (let length = 2; length < parts.length; length++) {
    for (let at = 0; at + length <= parts.length; at++) keys.push(joined(parts.slice(at, at + length)))
  }
  return keys
}

function hyphenated(word: string, vocabulary: Vocabulary): Analysis {
  const all = word.split('-')
  const pieces = all.filter((piece) => piece.length > 1)
  const analyses = pieces.map((piece) => analyseFinnish(piece, vocabulary))
  const last = analyses.at(-1)
  if (!last) return { whole: [word], parts: [], runs: [], known: false }
  if (all.length === 1) return last
  const front = all.slice(0, all.lastIndexOf(pieces.at(-1)!)).join('')
  return {
    // tutkimus-hanke and tutkimushanke are one word.
    whole: last.whole.map((key) => front + key),
    parts: analyses.flatMap((a) => (a.parts.length > 0 ? a.parts : a.whole)),
    runs: analyses.flatMap((a) => (a.parts.length > 0 ? [...a.whole, ...a.runs] : [])),
    known: true,
  }
}

/** Possessives (hankkeensa, talossaan, työmme) and clitics (hankkeessakin), when what is left is a known word. */
function withoutSuffixes(word: string, vocabulary: Vocabulary): Analysis | undefined {
  for (const base of unsuffixed(word)) {
    const found = lexical(base, vocabulary)
    if (found) return found
  }
  return undefined
}

function* unsuffixed(word: string): Generator<string> {
  const clitic = /^(.{3,})(?:kin|kaan|kään|han|hän|ko|kö|pa|pä)$/.exec(word)
  for (const base of clitic ? [word, clitic[1]!] : [word]) {
    if (base !== word) yield base
    const possessive = /^(.{3,})(?:ns[aä]|mme|nne|ni|si)$/.exec(base)
    // What stands before the possessive has lost its -n or -t: hankkee(n)nsa.
    if (possessive && isVowel(possessive[1]!.at(-1))) {
      yield `${possessive[1]}n`
      yield possessive[1]!.replace(/kse$/, 'ksi')
    }
    const lengthened = /^(.{2,}(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|n[aä]|t[aä]|lle|kse))([aäe])n$/.exec(base)
    if (lengthened && lengthened[1]!.endsWith(lengthened[2]!)) yield lengthened[1]!.replace(/kse$/, 'ksi')
  }
}
