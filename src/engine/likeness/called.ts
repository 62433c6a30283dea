import { searchLanguages, tokens } from '../language/index.ts'
import { findConcepts } from './mentions.ts'
import type { Concept, Ontology } from './ontology.ts'

/** So few letters begin too many labels to choose from. */
const leastTyped = 2

/**
 * Concepts that somebody may mean who is typing, in any of the three languages: those that the words name, then those
 * of which a label begins so, then those of which a later word does ("ekonomi": "cirkulär ekonomi"); of each the
 * shortest label first. All labels are looked through, some 10 ms for 30,000 concepts.
 */
export function conceptsCalled(typed: string, ontology: Ontology, most: number): Concept[] {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  if (tokens(wanted).length === 0) return []
  const named = findConcepts(typed, ontology).flatMap((m) => (m.kind === 'label' ? [m.concept] : []))
  if (wanted.length < leastTyped) return [...new Set(named)].slice(0, most)
  const found: { concept: Concept; later: boolean; length: number }[] = []
  for (let concept = 0; concept < ontology.size; concept++) {
    let best: { later: boolean; length: number } | undefined
    for (const language of searchLanguages) {
      const label = ontology.label(concept, language)
      if (label.length < wanted.length) continue
      const at = ` ${label.toLowerCase()}`.indexOf(` ${wanted}`)
      if (at < 0) continue
      const one = { later: at > 0, length: label.length }
      if (!best || inOrder(one, best) < 0) best = one
    }
    if (best) found.push({ concept, ...best })
  }
  found.sort((a, b) => inOrder(a, b) || a.concept - b.concept)
  return [...new Set([...named, ...found.map((f) => f.concept)])].slice(0, most)
}

const inOrder = (a: { later: boolean; length: number }, b: { later: boolean; length: number }): number =>
  Number(a.later) - Number(b.later) || a.length - b.length
