import { sql } from 'kysely'
import type { Pool } from 'pg'
import { tsquery, tsvector, vectorWords } from '../src/engine/language/index.ts'
import type { Database } from '../src/kernel/db.ts'
import { matches, rank, worthOf } from '../src/kernel/search.ts'
import { type Collection, describedLinks, type Judged, labelledAnswers } from './search-data.ts'

/** At most this many queries of a collection are asked, evenly picked, so that a run takes minutes. */
const mostQueries = 600

/** nDCG at 10 with documents either relevant or not (Järvelin & Kekäläinen 2002). */
export function ndcg(found: readonly number[], relevant: ReadonlySet<number>): number {
  const gain = (hits: readonly boolean[]): number =>
    hits.reduce((sum, hit, at) => sum + (hit ? 1 / Math.log2(at + 2) : 0), 0)
  const best = gain(Array.from({ length: Math.min(10, relevant.size) }, () => true))
  return best === 0 ? 0 : gain(found.slice(0, 10).map((id) => relevant.has(id))) / best
}

type Asker = (query: string) => Promise<number[]>

export async function measureRelevance(
  pool: Pool,
  db: Database,
  data: string,
  say: (line: string) => void,
): Promise<void> {
  for (const collection of [labelledAnswers(data), describedLinks(data)]) {
    const counts = await load(pool, collection)
    const step = Math.max(1, Math.floor(collection.queries.length / mostQueries))
    const queries = collection.queries.filter((_, at) => at % step === 0)
    say(`${collection.name}: ${collection.documents.length} texts, ${queries.length} queries, nDCG@10`)
    const total = collection.documents.length
    say(`  PostgreSQL simple   ${await mean(queries, plain(pool, 'simple'))}`)
    say(`  PostgreSQL finnish  ${await mean(queries, plain(pool, 'finnish'))}`)
    say(`  Talkoot             ${await mean(queries, ours(db, counts, total))}`)
  }
}

async function mean(queries: readonly Judged[], ask: Asker): Promise<string> {
  let sum = 0
  for (const { query, relevant } of queries) sum += ndcg(await ask(query), relevant)
  return (sum / queries.length).toFixed(3)
}

/** Puts the texts in a table with the three vectors; gives how many texts have each of our lexemes. */
async function load(pool: Pool, { documents }: Collection): Promise<Map<string, number>> {
  await pool.query(`drop table if exists bench_text;
    create unlogged table bench_text (id int, ours tsvector, simple tsvector, finnish tsvector)`)
  const counts = new Map<string, number>()
  for (let at = 0; at < documents.length; at += 500) {
    const batch = documents.slice(at, at + 500)
    const texts = batch.map(({ text }) => [{ text, weight: 'A' as const, language: 'fi' as const }])
    for (const words of texts.map(vectorWords))
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    await pool.query(
      `insert into bench_text select id, ours::tsvector, to_tsvector('simple', text), to_tsvector('finnish', text)
       from unnest($1::int[], $2::text[], $3::text[]) as t(id, ours, text)`,
      [batch.map((d) => d.id), texts.map(tsvector), batch.map((d) => d.text.replaceAll('\0', ''))],
    )
  }
  for (const column of ['ours', 'simple', 'finnish']) {
    await pool.query(`create index on bench_text using gin (${column})`)
  }
  await pool.query('analyze bench_text')
  return counts
}

/** Every asker tries all words first, then any of them for the places that are left. */
async function allThenAny(all: () => Promise<number[]>, any: () => Promise<number[]>): Promise<number[]> {
  const first = await all()
  if (first.length >= 10) return first
  return [...new Set([...first, ...(await any())])].slice(0, 10)
}

function plain(pool: Pool, dictionary: 'simple' | 'finnish'): Asker {
  const ask = async (query: string): Promise<number[]> => {
    const { rows } = await pool.query<{ id: number }>(
      `select id from bench_text where ${dictionary} @@ $1::tsquery order by ts_rank(${dictionary}, $1::tsquery) desc, id limit 10`,
      [query],
    )
    return rows.map((row) => row.id)
  }
  return async (text) => {
    const { rows } = await pool.query<{ q: string }>(
      `select plainto_tsquery('${dictionary}', $1)::text as q`,
      [text],
    )
    const query = rows[0]?.q ?? ''
    return query === ''
      ? []
      : allThenAny(
          () => ask(query),
          () => ask(query.replaceAll(' & ', ' | ')),
        )
  }
}

function ours(db: Database, counts: ReadonlyMap<string, number>, total: number): Asker {
  return async (text) => {
    const { terms, tsquery: all, any } = tsquery(text, 'fi')
    if (terms.length === 0) return []
    const ranked = terms.map((term) => ({
      query: term.rank,
      worth: worthOf(Math.max(0, ...term.lexemes.map((lexeme) => counts.get(lexeme) ?? 0)), total),
    }))
    const column = sql.ref('ours')
    const ask = async (query: string): Promise<number[]> => {
      const { rows } = await sql<{ id: number }>`select id from bench_text where ${matches(column, query)}
        order by ${rank(column, ranked)} desc, id limit 10`.execute(db)
      return rows.map((row) => row.id)
    }
    return allThenAny(
      () => ask(all),
      () => ask(any),
    )
  }
}
