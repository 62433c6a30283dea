import { sql } from 'kysely'
import type { Pool } from 'pg'
import { fold, nearest, tsquery, tsvector, vectorWords } from '../src/engine/language/index.ts'
import { type Database, transaction } from '../src/kernel/db.ts'
import {
  closestWords,
  learnWords,
  matches,
  mostRanked,
  rank,
  wordCounts,
  worthOf,
} from '../src/kernel/search.ts'
import { projectTitles } from './search-data.ts'

/** What people type: common and rare words, several words, unfinished ones, misspelt ones, codes. */
const searches = [
  'investointi', 'kehittäminen', 'hanke', 'rahoitus', 'matkailu', 'vihreä vety', 'puurakentaminen', 'koulutus',
  'investointi ja kehittäminen', 'kone- ja laiteinvestoinnit', 'maahanmuuttajien työllistyminen', 'Oulun yliopisto',
  '"kevyen liikenteen"', 'energia', 'bioenergian tuotanto', 'robotti', 'utveckling', 'innovation', 'CNC-sorvi',
  'oppimisympäristö', 'kiertotalous', 'rahoitusha', 'mat', 'ter', 'toiminnanohj', 'hame', 'rahotus', 'koulutsu',
  'kansainvälistymishnake', 'A31490', 'lapin matkailun kehittäminen', 'tuulivoima', 'pk-yritysten kasvu',
] // biome-ignore format: a list

export async function measureSpeed(
  pool: Pool,
  db: Database,
  data: string,
  say: (line: string) => void,
): Promise<void> {
  const titles = projectTitles(data)
  for (const copies of [1, 10]) {
    const total = await load(pool, db, titles, copies)
    const times: number[] = []
    for (let round = 0; round < 6; round++) {
      for (const text of searches) {
        const began = performance.now()
        await search(db, text, total)
        if (round > 0) times.push(performance.now() - began)
      }
    }
    // The best of a search's rounds is its time on a machine that does nothing else.
    const best = searches.map((_, n) => Math.min(...times.filter((_, k) => k % searches.length === n)))
    times.sort((a, b) => a - b)
    best.sort((a, b) => a - b)
    const at = (share: number): string => `${times[Math.floor(times.length * share)]!.toFixed(1)} ms`
    say(
      `${total} titles, ${times.length} searches (match, rank, first 50, total; spellings when too little is found):`,
    )
    say(`  p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(0.999)}`)
    say(`  best of its rounds each: p95 ${best[Math.floor(best.length * 0.95)]!.toFixed(1)} ms`)
  }
}

/** The titles, `copies` times with a word of its own in each copy, so that the word list grows as it would. */
async function load(pool: Pool, db: Database, titles: readonly string[], copies: number): Promise<number> {
  await pool.query(`drop table if exists bench_title; truncate search_word;
    create unlogged table bench_title (id int, search tsvector)`)
  const counts = new Map<string, number>()
  let id = 0
  for (let copy = 0; copy < copies; copy++) {
    for (let at = 0; at < titles.length; at += 5000) {
      const texts = titles.slice(at, at + 5000).map((title, n) => [
        {
          text: copy === 0 ? title : `${title} versio${copy}x${(at + n) % 997}`,
          weight: 'A' as const,
          language: 'auto' as const,
        },
        { text: `A${30000 + id + n}`, weight: 'A' as const, language: 'auto' as const },
      ])
      for (const words of texts.map(vectorWords))
        for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
      await pool.query('insert into bench_title select * from unnest($1::int[], $2::text[]::tsvector[])', [
        texts.map((_, n) => id + n),
        texts.map(tsvector),
      ])
      id += texts.length
    }
  }
  const learnt = [...counts].map(([word, count]) => ({
    word,
    count,
    folded: word.startsWith('~') ? null : fold(word),
  }))
  await transaction(db, (tx) => learnWords(tx, learnt))
  await pool.query('create index on bench_title using gin (search)')
  await pool.query('vacuum analyze bench_title')
  await pool.query('vacuum analyze search_word')
  return id
}

/** Fewer than this, and other spellings are looked for. */
const tooFew = 3

async function search(db: Database, text: string, total: number): Promise<number> {
  let query = tsquery(text, 'all', { typing: true })
  const column = sql.ref('search')
  const find = async (condition: string): Promise<number> => {
    const counts = await wordCounts(
      db,
      query.terms.flatMap((term) => term.lexemes),
    )
    const terms = query.terms.map((term) => ({
      query: term.rank,
      worth: worthOf(Math.max(0, ...term.lexemes.map((lexeme) => counts.get(lexeme) ?? 0)), total),
    }))
    await sql`
      select id from (select id, search from bench_title where ${matches(column, condition)} limit ${mostRanked}) as found
      order by ${rank(column, terms)} desc, id limit 50`.execute(db)
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from bench_title where ${matches(column, condition)}`.execute(db)
    return rows[0]?.n ?? 0
  }
  let found = await find(query.tsquery)
  if (found >= tooFew) return found
  const spellings = new Map<string, string[]>()
  for (const term of query.terms) {
    const near = nearest(term.text, await closestWords(db, fold(term.text)), 3)
    if (near.length > 0) spellings.set(term.text, near)
  }
  if (spellings.size > 0) {
    query = tsquery(text, 'all', { spellings })
    found = await find(query.tsquery)
  }
  return found > 0 || query.terms.length < 2 ? found : find(query.any)
}
