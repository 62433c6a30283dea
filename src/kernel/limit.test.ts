import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { transaction } from './db.ts'
import { type Bucket, forgiveTurns, takeTurns, turn } from './limit.ts'

const limits = fc.record({
  burst: fc.integer({ min: 1, max: 20 }),
  everyMs: fc.integer({ min: 10, max: 600_000 }),
})
const start = Date.parse('2026-11-21T06:00:00Z')

describe('a bucket', () => {
  it('never lets more through in any time than the burst and what drained in it', () => {
    fc.assert(
      fc.property(
        limits,
        fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 80 }),
        (limit, gaps) => {
          let bucket: Bucket | undefined
          let now = start
          const passed: number[] = []
          for (const gap of gaps) {
            now += gap
            const said = turn(bucket, limit, new Date(now))
            bucket = said.bucket
            if (said.ok) passed.push(now)
          }
          for (const [i, from] of passed.entries())
            for (const [j, to] of passed.entries())
              if (j >= i)
                expect(j - i + 1).toBeLessThanOrEqual(limit.burst + (to - from) / limit.everyMs + 1e-6)
        },
      ),
    )
  })

  it('lets in who comes when it said, and refuses who comes well before', () => {
    fc.assert(
      fc.property(limits, fc.integer({ min: 0, max: 40 }), (limit, extra) => {
        let bucket: Bucket | undefined
        const now = new Date(start)
        for (let i = 0; i < limit.burst + extra; i++) bucket = turn(bucket, limit, now).bucket
        const refused = turn(bucket, limit, now)
        if (refused.ok) throw new Error('the bucket is not full')
        expect(turn(refused.bucket, limit, refused.again).ok).toBe(true)
        const early = new Date(Math.max(start, refused.again.getTime() - 2))
        expect(turn(refused.bucket, limit, early).ok).toBe(false)
      }),
    )
  })

  it('a clock that goes back gives nobody a turn more', () => {
    const limit = { burst: 1, everyMs: 1000 }
    const { bucket } = turn(undefined, limit, new Date(start))
    expect(turn(bucket, limit, new Date(start - 5000)).ok).toBe(false)
  })
})

describe('in the database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  it('holds over many who try at once, and is forgotten after a success', async () => {
    const now = new Date(start)
    const limit = { burst: 5, everyMs: 60_000 }
    const take = (key: string) => transaction(database.db, (tx) => takeTurns(tx, [{ key, limit }], now))
    const tries = await Promise.all(Array.from({ length: 20 }, () => take('a')))
    expect(tries.filter((again) => again === undefined)).toHaveLength(5)
    expect(tries.find((again) => again !== undefined)).toEqual(new Date(start + 60_000))
    expect(await take('b')).toBeUndefined()
    await transaction(database.db, (tx) => forgiveTurns(tx, 'a'))
    expect(await take('a')).toBeUndefined()
  })
})
