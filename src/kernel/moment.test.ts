import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import type { Read, Tx } from './db.ts'
import { openMoment } from './moment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await database.pool.query('create table counted (n int)')
  await database.pool.query('insert into counted values (1)')
})
afterAll(() => database.drop())

const counted = async (read: Read) =>
  (await sql<{ n: number }>`select n from counted`.execute(read as Tx)).rows[0]!.n
const idle = () => database.pool.idleCount === database.pool.totalCount

it('shows one moment to all that read in it, and a new one to what is asked after its end', async () => {
  const moment = openMoment(database.db)
  expect(await moment.read(counted)).toBe(1)
  await database.pool.query('update counted set n = 2')
  expect(await Promise.all([moment.read(counted), moment.read(counted)])).toEqual([1, 1])
  await moment.end()
  expect(await moment.read(counted)).toBe(2)
  expect(idle()).toBe(true)
})

it('gives its connection back, whatever happens to it', async () => {
  const unused = openMoment(database.db)
  await unused.end()
  const moment = openMoment(database.db)
  await expect(
    moment.read((read) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(read as Tx)),
  ).rejects.toThrow()
  await moment.end()
  expect(idle()).toBe(true)
  expect(await moment.read(counted)).toBe(2)
})
