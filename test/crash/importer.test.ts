import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { openFolder } from '../other-process.ts'
import { auditList, startImport, writeList } from './importer.ts'

const rows = 300
let folder: string
let file: string
let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  folder = await openFolder('talkoot-import-')
  file = join(folder, 'list.csv')
  database = await freshDatabase()
  client = new pg.Client({ connectionString: database.connectionString })
  client.on('error', () => undefined)
  await client.connect()
  await writeList(file, 'K-', rows)
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const begin = () => startImport(folder, file, database.connectionString)

test('an import that was killed at any moment is whole once it is asked for again', {
  timeout: 120_000,
}, async () => {
  for (const moment of [700, 1400, 2100]) {
    const { child, code } = begin()
    await pause(moment)
    child.kill('SIGKILL')
    await code
    const { rows: left } = await auditList(client, 'K-', rows)
    expect([0, rows]).toContain(left)
  }
  const last = begin()
  expect(await last.code, last.said()).toBe(0)
  expect(await auditList(client, 'K-', rows)).toEqual({ rows, complete: true, summariesAgree: true })
})

test('an import whose connections are all cut says so and leaves nothing half done', {
  timeout: 120_000,
}, async () => {
  const other = join(folder, 'other.csv')
  await writeList(other, 'L-', rows)
  const { code } = startImport(folder, other, database.connectionString)
  await pause(1500)
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await code
  expect([0, rows]).toContain((await auditList(client, 'L-', rows)).rows)
  const again = startImport(folder, other, database.connectionString)
  expect(await again.code, again.said()).toBe(0)
  expect(await auditList(client, 'L-', rows)).toEqual({ rows, complete: true, summariesAgree: true })
})
