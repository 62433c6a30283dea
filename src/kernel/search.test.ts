import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { transaction } from './db.ts'
import { closestWords, learnWords, matches, rank, wordCounts, worthOf } from './search.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const learn = (words: Record<string, number>): Promise<void> =>
  transaction(database.db, (tx) =>
    learnWords(
      tx,
      Object.entries(words).map(([word, count]) => ({
        word,
        folded: word.startsWith('~') ? null : word.replaceAll('ä', 'a').replaceAll('ö', 'o'),
        count,
      })),
    ),
  )

describe('the list of words', () => {
  it('adds up what is learnt, takes back what is gone, never below nothing', async () => {
    await learn({ vety: 2, '~vedy': 3, häme: 1 })
    await learn({ vety: 1, häme: -5 })
    expect(Object.fromEntries(await wordCounts(database.db, ['vety', '~vedy', 'häme', 'puuttuu']))).toEqual({
      vety: 3,
      '~vedy': 3,
    })
  })
  it('knows the words that one misspelt is near to, never stems', async () => {
    await learn({ rahoitus: 5, '~rahoitus': 5, hämeen: 2 })
    expect((await closestWords(database.db, 'rahotus')).map((found) => found.word)).toEqual(['rahoitus'])
    expect((await closestWords(database.db, 'hameen')).map((found) => found.word)).toContain('hämeen')
  })
  it('takes any words, in any order, from two writers at once', async () => {
    const words = Array.from({ length: 300 }, (_, n) => `sana${n}`)
    const one = Object.fromEntries(words.map((word) => [word, 1]))
    const other = Object.fromEntries([...words].reverse().map((word) => [word, 1]))
    await Promise.all([learn(one), learn(other)])
    const counts = await wordCounts(database.db, words)
    expect([...counts.values()].every((count) => count === 2)).toBe(true)
    expect(counts.size).toBe(300)
  })
})

describe('matching and ranking', () => {
  const rows = (values: string) => sql`(values ${sql.raw(values)}) as t(id, v)`
  const found = async (values: string, query: string, terms: { query: string; worth: number }[]) => {
    const column = sql`t.v::tsvector`
    const { rows: list } = await sql<{ id: string }>`select id from ${rows(values)}
      where ${matches(column, query)} order by ${rank(column, terms)} desc, id`.execute(database.db)
    return list.map((row) => row.id)
  }
  const values = `('title', '''vety'':1A ''~vedy'':1A'), ('part', '''~vedy'':1B'), ('body', '''~vedy'':1'), ('none', '''x'':1')`

  it('puts a word of the title before a part of a compound, and that before the body', async () => {
    expect(await found(values, `'~vedy'`, [{ query: `'~vedy'`, worth: 1 }])).toEqual([
      'title',
      'part',
      'body',
    ])
  })
  it('finds nothing for an empty query', async () => {
    expect(await found(values, '', [])).toEqual([])
  })
  it('lets rare words weigh more', async () => {
    const two = `('rare', '''harva'':1A'), ('common', '''yleinen'':1A')`
    const terms = [
      { query: `'yleinen'`, worth: worthOf(900, 1000) },
      { query: `'harva'`, worth: worthOf(2, 1000) },
    ]
    expect(await found(two, `'yleinen' | 'harva'`, terms)).toEqual(['rare', 'common'])
  })
  it('is worth more the rarer it is', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(100_000), (a, b, total) => {
        const [rare, common] = [Math.min(a, b), Math.max(a, b)]
        expect(worthOf(rare, total)).toBeGreaterThanOrEqual(worthOf(common, total))
        expect(worthOf(common, total)).toBeGreaterThan(0)
      }),
    )
  })
})
