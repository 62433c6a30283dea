import type { Experience } from './experience.ts'
import { findConcepts, type Mention } from './mentions.ts'
import type { Concept, Ontology } from './ontology.ts'

/** A subject that a text may have, for a person to accept. */
export type Suggestion = {
  concept: Concept
  /** Comparable within one text; to three decimals. */
  score: number
  /** The words of the text that name it, each once; none where only texts alike have it. */
  words: string[]
  /** The ids of the texts alike whose people accepted it, the nearest first. */
  alike: string[]
}

/**
 * What a mention says of a text's subject. Chosen one by one on the older of the labelled texts, those for experience
 * on an eighth of them held out (bench/subjects.ts measures on the newer ones): eight numbers, no table of words.
 */
export const weights = {
  /** A label inside a longer one, and a part of a compound, in mentions by the whole label. */
  within: 0.6,
  part: 0.5,
  /** The first word of a text tells 3 / 2 of what its last word does: subjects are named early. */
  position: 3,
  /** Doublings of the number of other labels a concept stands in, until it counts half: general ones say little. */
  generality: 8,
  /** Power of the label's length in letters: long labels are special. */
  length: 0.25,
  /** What is added for a concept that is spoken of from the first word to the last. */
  spread: 0.2,
  /** Power of how much oftener than others a named concept was accepted. */
  chosen: 0.5,
  /** What all of the likeness to a text with the subject adds, in scores. */
  alike: 5,
} as const

/** Neighbours with accepted subjects that are asked. */
const neighboursAsked = 30

/** The subjects of a text, the likeliest first; by its words alone, or with what people accepted before. */
export function suggestSubjects(
  text: string,
  ontology: Ontology,
  most = 10,
  experience?: Experience,
): Suggestion[] {
  const found = new Map<Concept, Suggestion>()
  for (const [concept, mentions] of byConcept(findConcepts(text, ontology))) {
    const score =
      scoreOf(concept, mentions, text.length, ontology) * (experience?.chosen(concept) ?? 1) ** weights.chosen
    found.set(concept, { concept, score, words: [...new Set(mentions.map(({ words }) => words))], alike: [] })
  }
  for (const { id, likeness, subjects } of experience?.alike(text, neighboursAsked) ?? [])
    for (const concept of subjects) {
      const known = found.get(concept) ?? { concept, score: 0, words: [], alike: [] }
      known.score += weights.alike * likeness
      known.alike.push(id)
      found.set(concept, known)
    }
  return [...found.values()]
    .map((suggestion) => ({ ...suggestion, score: Math.round(1000 * suggestion.score) / 1000 }))
    .sort((a, b) => b.score - a.score || a.concept - b.concept)
    .slice(0, most)
}

function byConcept(mentions: readonly Mention[]): Map<Concept, Mention[]> {
  const found = new Map<Concept, Mention[]>()
  for (const mention of mentions) {
    const list = found.get(mention.concept)
    if (list) list.push(mention)
    else found.set(mention.concept, [mention])
  }
  return found
}

function scoreOf(concept: Concept, mentions: readonly Mention[], length: number, ontology: Ontology): number {
  const count = mentions.reduce(
    (sum, { kind, certainty }) => sum + certainty * (kind === 'label' ? 1 : weights[kind]),
    0,
  )
  const first = mentions[0]!.start / length
  const last = mentions.at(-1)!.start / length
  const general = Math.log2(1 + ontology.uses(concept))
  return (
    (Math.log1p(count) *
      (1 - first / weights.position) *
      ontology.label(concept, 'fi').length ** weights.length *
      (1 + weights.spread * (last - first))) /
    (1 + general / weights.generality)
  )
}
