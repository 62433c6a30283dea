import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { tsquery, tsvector, type WeightedText } from '../../engine/language/index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const accepted = async (vector: string): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>('select length($1::tsvector) as n', [vector])
  return rows[0]!.n
}
const found = async (vector: string, query: string): Promise<boolean> => {
  const { rows } = await database.pool.query<{ yes: boolean }>('select $1::tsvector @@ $2::tsquery as yes', [
    vector,
    query,
  ])
  return rows[0]!.yes
}

const nasty = fc.constantFrom(
  "'",
  '\\',
  '\0',
  ':',
  '*',
  '&',
  '|',
  '!',
  '(',
  '<->',
  '😀',
  'İ',
  'ﬁ',
  '~',
  'e\u0301',
  "a'b",
  'x\\',
  '\ud800',
)
const text = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), nasty, fc.constantFrom('hanke', 'vety', ' ', '-')), {
    maxLength: 20,
  })
  .map((pieces) => pieces.join(''))
const texts: fc.Arbitrary<WeightedText[]> = fc.array(
  fc.record({
    text,
    weight: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const),
    language: fc.constantFrom('fi' as const, 'sv' as const, 'en' as const, 'auto' as const),
  }),
  { maxLength: 3 },
)

describe('what PostgreSQL is given', () => {
  it('is a vector, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (parts) => {
        expect(await accepted(tsvector(parts))).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })
  it('is a query, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (typed, typing) => {
        const { tsquery: all, any, terms } = tsquery(typed, 'all', { typing })
        for (const query of [all, any, ...terms.map((term) => term.rank)]) await found('', query)
      }),
      { numRuns: 300 },
    )
  })
  it('finds a text by any of its words', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const vector = tsvector([{ text: written, weight: 'A', language: 'auto' }])
        const { terms } = tsquery(written)
        for (const term of terms.slice(0, 5)) {
          if (vector !== '' && vector.includes(`'${term.text.replaceAll("'", "''")}':`)) {
            expect(await found(vector, term.match)).toBe(true)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
  it('stays within its limits: a word of a megabyte, a million words, one word a thousand times', async () => {
    const one = (written: string): string => tsvector([{ text: written, weight: 'D', language: 'fi' }])
    expect(await accepted(one('a'.repeat(1_000_000)))).toBeGreaterThan(0)
    expect(await accepted(one('hanke '.repeat(20_000)))).toBe(2)
    const many = Array.from({ length: 200_000 }, (_, n) => `x${n.toString(36)}`).join(' ')
    expect(await accepted(one(many))).toBeGreaterThan(10_000)
  })
  it('finds forms, compounds and phrases', async () => {
    const vector = tsvector([
      { text: 'Vihreän vedyn tuotantolaitosten rahoitushakemukset', weight: 'A', language: 'auto' },
    ])
    for (const asked of ['vety', 'hakemus', 'tuotantolaitos', '"vihreä vety"', 'vihreä rahoitus', 'laitos']) {
      expect(await found(vector, tsquery(asked).tsquery), asked).toBe(true)
    }
    for (const asked of ['vetää', '"vety vihreä"', 'hake', 'tuoli']) {
      expect(await found(vector, tsquery(asked).tsquery), asked).toBe(false)
    }
    expect(await found(vector, tsquery('rahoitusha', 'all', { typing: true }).tsquery)).toBe(true)
  })
})
