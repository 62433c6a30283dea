import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { loadSampleProjects } from '../../../test/sample-projects.ts'
import { moneyOrder } from './money-order-queries.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await loadSampleProjects(database.db)
})
afterAll(() => database.drop())

it.each([
  ['granted', sql`project p`, 'p', sql`p.id`, 'project_granted_order'],
  ['realised', sql`project p`, 'p', sql`p.id`, 'project_realised_order'],
  ['granted', sql`project_search s`, 's', sql`s.project_id`, 'project_search_granted_order'],
] as const)('a page by %s walks its index and sorts nothing', async (amount, from, own, id, index) => {
  const plan = await database.db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select ${id} from ${from} order by ${moneyOrder(own, amount)}, ${id} limit 20`.execute(tx)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain(`using ${index}`)
  expect(plan).not.toContain('Sort')
})
