import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from './database.ts'

let one: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  one = await freshDatabase()
  other = await freshDatabase()
})
afterAll(() => Promise.all([one.drop(), other.drop()]))

test('every test file has a migrated database of its own', async () => {
  await sql`create table mark (n int)`.execute(one.db)
  const marked = sql<{ there: boolean }>`select to_regclass('mark') is not null as there`
  expect((await marked.execute(one.db)).rows).toEqual([{ there: true }])
  expect((await marked.execute(other.db)).rows).toEqual([{ there: false }])
  const { rows } = await sql<{ n: number }>`select count(*) as n from migration`.execute(other.db)
  expect(rows[0]!.n).toBeGreaterThan(0)
})
