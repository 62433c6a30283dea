import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from './db.ts'

/**
 * Search in PostgreSQL over `tsvector` columns that the application fills: which rows match, how well, and the list
 * of words behind both. What the words are is not this file's matter: it takes vectors and queries ready made.
 */

/** A column that holds a search vector, as `sql.ref('project.search')` gives it. */
export type SearchColumn = RawBuilder<unknown>

/** One term of a query and what it is worth: rare words tell more than common ones. */
export type RankedTerm = { query: string; worth: number }

/** The condition of a row that matches the tsquery. Never true for an empty query. */
export const matches = (column: SearchColumn, tsquery: string): RawBuilder<boolean> =>
  sql<boolean>`${column} @@ ${tsquery}::tsquery`

// Weights of D, C, B, A: body, subtitle, compound part of a title, title.
const weights = sql.lit('{0.1,0.25,0.5,1}')

/**
 * How well a row matches, for `order by ... desc`: the sum over the terms of worth x ts_rank, which saturates with
 * repetition and is divided by 1 + log of the row's length (PostgreSQL's normalisation 1).
 */
export function rank(column: SearchColumn, terms: readonly RankedTerm[]): RawBuilder<number> {
  if (terms.length === 0) return sql<number>`0::float4`
  const parts = terms.map(
    (term) =>
      sql`${term.worth}::float4 * ts_rank(${weights}::float4[], ${column}, ${term.query}::tsquery, 1)`,
  )
  return sql<number>`(${sql.join(parts, sql` + `)})`
}

/**
 * Rows that a search ranks at most. A word that more rows have tells little, and ranking them all costs more than
 * the list is worth: `select ... from (select ... where matches limit mostRanked) order by rank`.
 */
export const mostRanked = 1_000

/** What a term is worth among `total` records of which `count` have it: ln(1 + total / count), after BM25's idf. */
export const worthOf = (count: number, total: number): number =>
  Math.log(1 + Math.max(total, 1) / Math.max(count, 1))

/** A word as it is learnt: its accentless form, or null for stems. */
export type LearntWord = { word: string; folded: string | null; count: number }

/** Adds to the counts of words; a negative count takes back what an earlier version of a record had. */
export async function learnWords(tx: Tx, words: readonly LearntWord[]): Promise<void> {
  // In one order everywhere, so that two writers never wait for each other in a circle.
  const sorted = words
    .filter((w) => w.count !== 0)
    .sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0))
  for (let at = 0; at < sorted.length; at += 5000) {
    const batch = sorted.slice(at, at + 5000)
    await sql`
      insert into search_word (word, folded, count)
      select * from unnest(
        ${batch.map((w) => w.word)}::text[], ${batch.map((w) => w.folded)}::text[], ${batch.map((w) => w.count)}::int[])
      on conflict (word) do update set count = greatest(search_word.count + excluded.count, 0)`.execute(tx)
  }
}

/** How many records have each of the words; words that no record has are absent. */
export async function wordCounts(db: Read, words: readonly string[]): Promise<Map<string, number>> {
  if (words.length === 0) return new Map()
  const { rows } = await sql<{ word: string; count: number }>`
    select word, count from search_word where word = any(${[...new Set(words)]}::text[]) and count > 0`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.word, row.count]))
}

/** Words whose accentless form is like the given one, the likest first, with how many records have them. */
export async function closestWords(
  db: Read,
  folded: string,
  limit = 30,
): Promise<{ word: string; count: number }[]> {
  const { rows } = await sql<{ word: string; count: number }>`
    select word, count from search_word
    where folded % ${folded} and count > 0
    order by similarity(folded, ${folded}) desc, count desc, word limit ${limit}`.execute(db)
  return rows
}
