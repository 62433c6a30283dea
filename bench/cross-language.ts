import { isStopword, lexemesOfWord, tokens } from '../src/engine/language/index.ts'
import {
  type Concept,
  findConcepts,
  type LabelForm,
  type Ontology,
  type TextIndex,
} from '../src/engine/likeness/index.ts'

/** A concept, and the places of the titles in which its Finnish word stands. */
type Asked = { concept: Concept; titles: number[] }
export type Recall = { language: 'sv' | 'en'; expected: number; found: number; missed: string[] }

/** Concepts asked; each must stand in so many Finnish titles. */
const concepts = 100
const leastTitles = 3

/**
 * Concepts whose Finnish label stands in at least three titles by its words alone (any reading of the title's words,
 * parts of compounds too; no ontology), a hundred of them picked evenly.
 */
export function conceptsInTitles(titles: readonly string[], ontology: Ontology): Asked[] {
  const having = new Map<string, number[]>()
  const sequences = titles.map((title) => tokens(title).map(({ word }) => lexemesOf(word)))
  sequences.forEach((words, at) => {
    for (const lexeme of new Set(words.flat())) {
      const list = having.get(lexeme)
      if (list) list.push(at)
      else having.set(lexeme, [at])
    }
  })
  const all: Asked[] = []
  for (const { concept, words } of labelsBeginning([...having.keys()], ontology)) {
    const label = ontology.label(concept, 'fi')
    // A name in capitals (Project, Access) is a common word in titles; a word that is never indexed finds nothing.
    if (/^\p{Lu}/u.test(label) || isStopword(label, 'fi')) continue
    if (!ontology.label(concept, 'sv') || !ontology.label(concept, 'en')) continue
    const found = [...new Set(words[0]!.flatMap((stem) => having.get(stem) ?? []))]
      .filter((at) => stands(words, sequences[at]!))
      .sort((a, b) => a - b)
    if (found.length >= leastTitles) all.push({ concept, titles: found })
  }
  const step = all.length / concepts
  return Array.from({ length: Math.min(concepts, all.length) }, (_, i) => all[Math.floor(i * step)]!)
}

/** Finnish labels whose first word is one of the lexemes, by their concepts' numbers. */
function labelsBeginning(lexemes: readonly string[], ontology: Ontology): LabelForm[] {
  const forms = new Map<Concept, LabelForm>()
  for (const lexeme of lexemes)
    for (const form of ontology.beginningWith(lexeme, 'fi')) forms.set(form.concept, form)
  return [...forms.values()].sort((a, b) => a.concept - b.concept)
}

const lexemesOf = (word: string): string[] => {
  const { stems, parts, runs } = lexemesOfWord(word, 'fi')
  return [...stems, ...parts, ...runs]
}

const stands = (words: readonly (readonly string[])[], sequence: readonly string[][]): boolean =>
  sequence.some((_, at) =>
    words.every((readings, i) => readings.some((stem) => sequence[at + i]?.includes(stem))),
  )

/** How many of those titles the Swedish and the English label find, by the concept itself. */
export function recallAcross(
  asked: readonly Asked[],
  titles: readonly string[],
  ontology: Ontology,
  index: TextIndex,
  idOf: (at: number) => string,
): Recall[] {
  const named = new Map<number, ReadonlySet<Concept>>()
  const conceptsOf = (text: string): ReadonlySet<Concept> =>
    new Set(findConcepts(text, ontology).map(({ concept }) => concept))
  /** Whether the concept is what the title was found by: evidence of 20,000 neighbours would take minutes. */
  const names = (at: number, concept: Concept): boolean => {
    const known = named.get(at) ?? conceptsOf(titles[at]!)
    named.set(at, known)
    return known.has(concept)
  }
  return (['sv', 'en'] as const).map((language) => {
    const recall: Recall = { language, expected: 0, found: 0, missed: [] }
    for (const { concept, titles: expected } of asked) {
      const label = ontology.label(concept, language)
      const read = conceptsOf(label).has(concept)
      const near = new Set(index.nearest({ title: label }, titles.length).map(({ id }) => id))
      recall.expected += expected.length
      for (const at of expected) {
        if (read && near.has(idOf(at)) && names(at, concept)) recall.found++
        else recall.missed.push(`${label} (${ontology.label(concept, 'fi')}): ${titles[at]}`)
      }
    }
    return recall
  })
}
