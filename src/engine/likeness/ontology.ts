import { type SearchLanguage, searchLanguages } from '../language/index.ts'

/** A concept's number in an ontology: its place in the list, from 0. */
export type Concept = number

/** One label of a concept, as it is looked for: each word by the stems of its readings. */
export type LabelForm = { concept: Concept; words: readonly (readonly string[])[] }

/** Labels in lower case, a line for each concept, with a space before every word; and where each line begins. */
export type LabelLines = { text: string; begins: Int32Array }

/** Concepts with one label in each of the three languages, found by the stem of a label's first word. */
export type Ontology = {
  readonly size: number
  /** What the concept is called by the ontology: the part after "p" of the address of a YSO concept. */
  id(concept: Concept): string
  /** The concept of an id, if the ontology has it. */
  conceptOf(id: string): Concept | undefined
  /** The label; empty where the ontology has none in the language. */
  label(concept: Concept, language: SearchLanguage): string
  /** All labels of a language, to be looked through for what is typed. */
  labelLines(language: SearchLanguage): LabelLines
  /** Labels whose first word has the stem. */
  beginningWith(stem: string, language: SearchLanguage): readonly LabelForm[]
  /** In how many other concepts' Finnish labels it stands (yritykset: in 69): how general it is. */
  uses(concept: Concept): number
}

/** Columns of the file: id, labels in Finnish, Swedish and English, keys of the labels in the same order, uses. */
const columns = 8

/**
 * Reads the ontology from the lines of its file (data/subjects/SOURCE.md). Each language's labels are put in order
 * when they are first asked for.
 */
export function readOntology(lines: string): Ontology {
  const rows = lines.split('\n').flatMap((line) => {
    const cells = line.split('\t')
    return cells.length === columns ? [cells] : []
  })
  const numbers = new Map(rows.map((cells, concept) => [cells[0]!, concept]))
  const made = new Map<SearchLanguage, Map<string, Concept[]>>()
  const read = new Map<string, readonly LabelForm[]>()
  const lined = new Map<SearchLanguage, LabelLines>()

  const keysOf = (concept: Concept, language: SearchLanguage): string =>
    rows[concept]![4 + searchLanguages.indexOf(language)]!

  /** Concepts by the stem of their label's first word. */
  function firstWords(language: SearchLanguage): Map<string, Concept[]> {
    const known = made.get(language)
    if (known) return known
    const concepts = new Map<string, Concept[]>()
    for (let concept = 0; concept < rows.length; concept++) {
      const keys = keysOf(concept, language)
      if (!keys) continue
      const space = keys.indexOf(' ')
      for (const stem of (space < 0 ? keys : keys.slice(0, space)).split('|')) {
        const list = concepts.get(stem)
        if (list) list.push(concept)
        else concepts.set(stem, [concept])
      }
    }
    made.set(language, concepts)
    return concepts
  }

  function beginningWith(stem: string, language: SearchLanguage): readonly LabelForm[] {
    const concepts = firstWords(language).get(stem)
    if (!concepts) return none
    const name = `${language}${stem}`
    const known = read.get(name)
    if (known) return known
    const found = concepts.map((concept) => ({
      concept,
      words: keysOf(concept, language)
        .split(' ')
        .map((word) => word.split('|')),
    }))
    read.set(name, found)
    return found
  }

  const label = (concept: Concept, language: SearchLanguage): string =>
    rows[concept]![1 + searchLanguages.indexOf(language)]!

  function labelLines(language: SearchLanguage): LabelLines {
    const known = lined.get(language)
    if (known) return known
    const lines = rows.map((_, concept) => ` ${label(concept, language).toLowerCase()}\n`)
    const begins = new Int32Array(rows.length + 1)
    lines.forEach((line, concept) => {
      begins[concept + 1] = begins[concept]! + line.length
    })
    const made = { text: lines.join(''), begins }
    lined.set(language, made)
    return made
  }

  return {
    size: rows.length,
    id: (concept) => rows[concept]![0]!,
    conceptOf: (id) => numbers.get(id),
    label,
    labelLines,
    beginningWith,
    uses: (concept) => Number(rows[concept]![7]),
  }
}

const none: readonly LabelForm[] = []
