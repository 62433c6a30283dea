/**
 * What somebody who typed a few words is looking for. The language engine reads the words, the list of all indexed
 * words tells how much each is worth and, when too little is found, which words may have been meant. Every module
 * that has a list to search uses `searchFor`, so that a search means the same everywhere. Where `meanings` are asked for,
 * "cirkulär ekonomi" finds "kiertotalous" too. The ontology behind that is read once for all modules.
 */
import {
  fold,
  lexemesOfWord,
  nearest,
  type Query,
  tokens,
  tsquery,
  vectorWords,
  type WeightedText,
} from '../../engine/language/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { closestWords, learnWords, type RankedTerm, wordCounts, worthOf } from '../../kernel/search.ts'
import { widened } from './meanings.ts'

export { subjectOntology } from './ontology.ts'

export type Search = {
  /** Condition in PostgreSQL's tsquery language; empty when there is nothing to search by. */
  tsquery: string
  terms: RankedTerm[]
  /** Whether every word had to be there; false when any of them was enough. */
  everyWord: boolean
  /** Words that were taken along because nothing was found with those typed: "hanek" -> ["hanke"]. */
  instead: string[]
  /** Other names, in other languages, of what the words mean, which were looked for too. */
  also: string[]
}

/** Tries, in order of strictness: every word; every word in near spellings; any of the words. The first that `finds` wins. */
export async function searchFor(
  db: Read,
  text: string,
  finds: (tsquery: string) => Promise<boolean>,
  total: number,
  { meanings = false }: { meanings?: boolean } = {},
): Promise<Search | undefined> {
  const typed = tsquery(text, 'all', { typing: true })
  if (typed.terms.length === 0) return undefined
  const wide = meanings ? await widened(db, text, total) : undefined
  if (wide && (await finds(wide.tsquery))) {
    const narrow = await ranked(db, typed, typed.tsquery, [], total)
    const { tsquery, also } = wide
    return { ...narrow, tsquery, also, terms: [...narrow.terms, ...wide.terms], everyWord: true }
  }
  if (await finds(typed.tsquery)) return ranked(db, typed, typed.tsquery, [], total)
  const spellings = await nearSpellings(db, text)
  const instead = [...new Set([...spellings.values()].flat())]
  if (instead.length > 0) {
    const mended = tsquery(text, 'all', { typing: true, spellings })
    if (await finds(mended.tsquery)) return ranked(db, mended, mended.tsquery, instead, total)
    if (mended.terms.length > 1) return ranked(db, mended, mended.any, instead, total)
  }
  return ranked(db, typed, typed.terms.length > 1 ? typed.any : typed.tsquery, [], total)
}

async function ranked(
  db: Read,
  query: Query,
  used: string,
  instead: string[],
  total: number,
): Promise<Search> {
  const counts = await wordCounts(
    db,
    query.terms.flatMap((t) => t.lexemes),
  )
  const terms = query.terms.map((t) => ({
    query: t.rank,
    worth: worthOf(Math.max(0, ...t.lexemes.map((l) => counts.get(l) ?? 0)), total),
  }))
  return { tsquery: used, terms, instead, also: [], everyWord: used !== query.any || terms.length < 2 }
}

/** Near spellings of the words that no record has in any form; a word that some have was meant as it stands. */
async function nearSpellings(db: Read, text: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const typed = tokens(text)
    .slice(0, 8)
    .map(({ word }) => ({ word, lexemes: [word, ...lexemesOfWord(word, 'all').stems] }))
  const counts = await wordCounts(
    db,
    typed.flatMap((t) => t.lexemes),
  )
  for (const { word, lexemes } of typed) {
    if (word.length < 3 || lexemes.some((lexeme) => counts.has(lexeme))) continue
    const near = nearest(word, await closestWords(db, fold(word)), 3)
    if (near.length > 0) found.set(word, near)
  }
  return found
}

/** Counts the words of new records, so that a search knows what is rare and what may have been meant. */
export type WordCounter = {
  add: (texts: readonly WeightedText[]) => void
  remove: (texts: readonly WeightedText[]) => void
  write: (tx: Tx) => Promise<void>
}

export function countWords(): WordCounter {
  const counts = new Map<string, number>()
  return {
    add(texts) {
      for (const word of vectorWords(texts)) counts.set(word, (counts.get(word) ?? 0) + 1)
    },
    remove(texts) {
      for (const word of vectorWords(texts)) counts.set(word, (counts.get(word) ?? 0) - 1)
    },
    async write(tx) {
      // Nobody types a stem, so it needs no accentless form.
      const words = [...counts].map(([word, count]) => ({
        word,
        folded: word.startsWith('~') ? null : fold(word),
        count,
      }))
      await learnWords(tx, words)
      counts.clear()
    },
  }
}
