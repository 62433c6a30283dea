import { searchLanguages, tokens } from '../language/index.ts'
import { findConcepts } from './mentions.ts'
import type { Concept, LabelLines, Ontology } from './ontology.ts'

/** So few letters begin too many labels to choose from. */
const leastTyped = 2

/** Where what is typed begins a word of a label: the first, or a later one. */
type Found = { concept: Concept; later: boolean; length: number }

/**
 * Concepts that somebody may mean who is typing, in any of the three languages: those that the words name, then those
 * of which a label begins so, then those of which a later word does ("ekonomi": "cirkulär ekonomi"); of each the
 * shortest label first.
 */
export function conceptsCalled(typed: string, ontology: Ontology, most: number): Concept[] {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  if (tokens(wanted).length === 0) return []
  const named = findConcepts(typed, ontology).flatMap((m) => (m.kind === 'label' ? [m.concept] : []))
  const begun =
    wanted.length < leastTyped
      ? []
      : searchLanguages.flatMap((language) => beginning(wanted, ontology.labelLines(language)))
  begun.sort((a, b) => Number(a.later) - Number(b.later) || a.length - b.length || a.concept - b.concept)
  return [...new Set([...named, ...begun.map((found) => found.concept)])].slice(0, most)
}

function beginning(wanted: string, { text, begins }: LabelLines): Found[] {
  const found: Found[] = []
  let concept = 0
  for (let at = text.indexOf(` ${wanted}`); at >= 0; at = text.indexOf(` ${wanted}`, at + 1)) {
    concept = lineAt(begins, at, concept)
    found.push({ concept, later: at > begins[concept]!, length: begins[concept + 1]! - begins[concept]! })
  }
  return found
}

/** The line in which a place is, from one before it on: by halving, since hits lie far apart. */
function lineAt(begins: Int32Array, at: number, from: number): number {
  let [low, high] = [from, begins.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (begins[middle]! <= at) low = middle
    else high = middle
  }
  return low
}
