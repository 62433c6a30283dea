import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { transaction } from './db.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await database.pool.query('create table thing (id int primary key, name text)')
  await database.pool.query(`insert into thing select n, 'thing ' || n from generate_series(1, 100) as n`)
})
afterAll(() => database.drop())

const find = (id: number) =>
  transaction(
    database.db,
    async (tx) => (await sql<{ id: number }>`select * from thing where id = ${id}`.execute(tx)).rows,
  )
const prepared = (like: string) =>
  transaction(database.db, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pg_prepared_statements where statement like ${sql.lit(like)}`.execute(tx)
    return rows[0]!.n
  })

it('prepares a statement that comes again and again, and answers the same', async () => {
  for (let id = 1; id <= 20; id++) expect(await find(id)).toEqual([{ id, name: `thing ${id}` }])
  expect(await prepared('select * from thing where%')).toBe(1)
})

it('goes on when the table changes under it', async () => {
  await database.pool.query('alter table thing add column note text')
  expect(await find(7)).toEqual([{ id: 7, name: 'thing 7', note: null }])
})

it('plans what depends on what is asked each time', async () => {
  for (let offset = 0; offset < 20; offset++)
    await transaction(database.db, (tx) => sql`select id from thing order by id offset ${offset}`.execute(tx))
  expect(await prepared('%offset%')).toBe(0)
})
