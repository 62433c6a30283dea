import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { applyList } from '../../../test/sample-projects.ts'
import { tidyTables } from './summary-queries.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

it('writes the same list once when it is applied twice at the same moment', async () => {
  const list = Array.from({ length: 200 }, (_, i) => ({
    code: `A${i}`,
    title: `Hanke ${i}`,
    lead: { name: `Yritys ${i % 20} Oy` },
  }))
  await Promise.all(['eka.csv', 'toka.csv'].map((file) => applyList(database.db, file, '2026-01-01', list)))
  const count = async (table: 'project' | 'organisation') =>
    (await database.db.selectFrom(table).select(database.db.fn.countAll<number>().as('n')).execute())[0]!.n
  expect([await count('project'), await count('organisation')]).toEqual([200, 20])
  const states = await database.db.selectFrom('import_row').select('state').distinct().execute()
  expect(states.map((row) => row.state).sort()).toEqual(['applied', 'same'])
})

it('leaves no index entries waiting once the tables are tidied', async () => {
  await tidyTables(database.db)
  const { rows } = await database.pool.query<{ sorted: boolean; counted: boolean }>(
    `select relallvisible > 0 as sorted, reltuples = (select count(*) from project_search) as counted
     from pg_class where relname = 'project_search'`,
  )
  expect(rows).toEqual([{ sorted: true, counted: true }])
})
