import { isStopword, languagesOf, lexemesOfWord, tokens } from '../language/index.ts'
import { findConcepts } from './mentions.ts'
import type { Concept, Ontology } from './ontology.ts'

/** What texts are compared by: a word in whatever form, or a concept in whatever language. */
export type Term = {
  concept?: Concept
  /** The words that gave it, as they stand in the text, each once. */
  words: string[]
  /** How much the text is about it, in hundredths of one mention of a whole word; 1 to 255. */
  amount: number
}

/** A text by its parts: the title says most of what it is about. */
export type ComparedText = { title: string; summary?: string }

/** Hundredths that one mention counts. A part of a compound tells less than the compound, and there are more. */
export const amounts = {
  word: 100,
  /** A word that names a concept surely: the concept stands for it, so that another language is as near. */
  wordNamed: 40,
  part: 40,
  concept: 100,
  conceptWithin: 50,
  /** What a mention in a summary counts, in hundredths of one in the title. */
  summary: 50,
  /** Amounts come near this and never reach it: the tenth mention adds next to nothing (as in BM25). */
  most: 250,
} as const

/** Terms of a text by their keys: "~kiertotalous" is a word's stem, "#27001" a concept. */
export function termsOf({ title, summary = '' }: ComparedText, ontology: Ontology): Map<string, Term> {
  const found = new Map<string, Term>()
  addTerms(found, title, 100, ontology)
  if (summary) addTerms(found, summary, amounts.summary, ontology)
  for (const term of found.values()) term.amount = saturated(term.amount)
  return found
}

/**
 * The same of a text that is asked about, read once: its neighbours are looked for in several indexes, and each is
 * compared with it again for the evidence. Kept as long as the caller keeps the text, which is not to change.
 */
export function askedTerms(text: ComparedText, ontology: Ontology): ReadonlyMap<string, Term> {
  const known = asked.get(text)
  if (known?.ontology === ontology) return known.terms
  const terms = termsOf(text, ontology)
  asked.set(text, { ontology, terms })
  return terms
}

const asked = new WeakMap<ComparedText, { ontology: Ontology; terms: ReadonlyMap<string, Term> }>()

/** One mention is kept as it is; more add ever less. Whole numbers, so that no order of adding changes a sum. */
const saturated = (amount: number): number =>
  amount <= 100
    ? Math.max(1, Math.round(amount))
    : Math.min(amounts.most, Math.round((amounts.most * amount) / (amount + amounts.most - 100)))

function addTerms(found: Map<string, Term>, text: string, share: number, ontology: Ontology): void {
  const add = (key: string, words: string, amount: number, concept?: Concept): void => {
    const known = found.get(key)
    const more = (amount * share) / 100
    if (!known) {
      found.set(key, { words: [words], amount: more, ...(concept === undefined ? {} : { concept }) })
      return
    }
    known.amount += more
    if (!known.words.includes(words)) known.words.push(words)
  }
  const languages = languagesOf(text)
  const mentions = findConcepts(text, ontology)
  const named = new Set<number>()
  for (const { concept, kind, certainty, words, start } of mentions) {
    if (kind === 'label' && certainty === 1) named.add(start)
    const amount = certainty * (kind === 'label' ? amounts.concept : amounts.conceptWithin)
    add(`#${ontology.id(concept)}`, words, amount, concept)
  }
  for (const { word, start, end } of tokens(text)) {
    if (languages.some((language) => isStopword(word, language))) continue
    const written = text.slice(start, end)
    const read = languages.map((language) => lexemesOfWord(word, language))
    const stems = new Set(read.flatMap((lexemes) => lexemes.stems))
    // A word of unknown language has a stem for each; together they count as one word.
    const whole = named.has(start) ? amounts.wordNamed : amounts.word
    for (const stem of stems) add(stem, written, whole / stems.size)
    const parts = new Set(read.flatMap((lexemes) => [...lexemes.parts, ...lexemes.runs]))
    for (const part of parts) if (!stems.has(part)) add(part, written, amounts.part)
  }
}
