import { isStopword, searchLanguages, tokens, tsquery } from '../../engine/language/index.ts'
import { findConcepts, type Mention, type Ontology } from '../../engine/likeness/index.ts'
import type { Read } from '../../kernel/db.ts'
import { type RankedTerm, wordCounts, worthOf } from '../../kernel/search.ts'
import { subjectOntology } from './ontology.ts'

/** Words that name a concept of YSO in Swedish or English, and what else it is called. */
export type Meaning = { typed: string; start: number; end: number; also: string[] }

/** What a search by meanings asks: the words as typed, or other names of what they mean. */
export type Widened = { tsquery: string; terms: RankedTerm[]; also: string[] }

/** "kuusi (luku)" is looked for by its name alone. */
const nameOf = (label: string): string => label.replace(/\s*\([^)]*\)$/, '')

/**
 * The concepts that are surely named in Swedish or English. Most of what there is to find is in Finnish: a word that
 * is Finnish too says itself what it means. Words in quotation marks are looked for as they stand.
 */
export function meaningsIn(text: string, ontology: Ontology): Meaning[] {
  if (/["“”»]/.test(text)) return []
  const named = findConcepts(text, ontology).filter((m) => m.kind === 'label' && m.certainty === 1)
  const isFinnish = (m: Mention) =>
    named.some((other) => other.language === 'fi' && other.start === m.start && other.end === m.end)
  const found: Meaning[] = []
  for (const mention of named) {
    if (isFinnish(mention)) continue
    const { concept, words, start, end } = mention
    const also = searchLanguages
      .map((language) => nameOf(ontology.label(concept, language)))
      .filter(
        (name, at, all) => name && name.toLowerCase() !== words.toLowerCase() && all.indexOf(name) === at,
      )
    const known = found.find((m) => m.start === start && m.end === end)
    if (known) known.also.push(...also.filter((name) => !known.also.includes(name)))
    else if (!found.some((m) => start < m.end && m.start < end))
      found.push({ typed: words, start, end, also })
  }
  return found
}

/** What the words beside the meanings ask: "i" of "cirkulär ekonomi i kommuner" asks nothing. */
function besides(text: string, typing = false): string {
  const tells = ({ word }: { word: string }) =>
    !searchLanguages.some((language) => isStopword(word, language))
  return tokens(text).some(tells) ? tsquery(text, 'all', { typing }).tsquery : ''
}

/** The search with other names of what its words mean, of those that some record has. */
export async function widened(db: Read, text: string, total: number): Promise<Widened | undefined> {
  const meanings = meaningsIn(text, await subjectOntology())
  if (meanings.length === 0) return undefined
  const names = meanings.flatMap((m) => m.also).map((name) => ({ name, query: tsquery(name) }))
  const counts = await wordCounts(
    db,
    names.flatMap(({ query }) => query.terms.flatMap((term) => term.lexemes)),
  )
  const known = names.filter(({ query }) =>
    query.terms.every((term) => term.lexemes.some((lexeme) => counts.has(lexeme))),
  )
  const used = meanings.flatMap((m) => {
    const others = known.filter(({ name }) => m.also.includes(name))
    return others.length > 0 ? [{ ...m, others }] : []
  })
  if (used.length === 0) return undefined
  const parts: string[] = []
  let at = 0
  for (const { start, end, others } of used) {
    parts.push(besides(text.slice(at, start)))
    const typed = tsquery(text.slice(start, end), 'all', { typing: end === text.length }).tsquery
    parts.push([typed, ...others.map(({ query }) => query.tsquery)].map((q) => `(${q})`).join(' | '))
    at = end
  }
  parts.push(besides(text.slice(at), true))
  const others = [...new Map(used.flatMap((m) => m.others).map((other) => [other.name, other])).values()]
  const terms = others.flatMap(({ query }) =>
    query.terms.map((term) => ({
      query: term.rank,
      worth: worthOf(Math.max(0, ...term.lexemes.map((lexeme) => counts.get(lexeme) ?? 0)), total),
    })),
  )
  return {
    tsquery: parts.flatMap((part) => (part ? [`(${part})`] : [])).join(' & '),
    terms,
    also: others.map(({ name }) => name),
  }
}
