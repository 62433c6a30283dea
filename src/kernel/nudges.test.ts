import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { transaction } from './db.ts'
import { createLog } from './log.ts'
import { createNudges, type Nudges, nudge } from './nudges.ts'

let database: TestDatabase
let processes: Nudges[]

beforeAll(async () => {
  database = await freshDatabase()
  processes = [1, 2].map(() => createNudges(database.connectionString, createLog('silent')))
})
afterAll(async () => {
  for (const nudges of processes) await nudges.close()
  await database.drop()
})

const hearing = () =>
  sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where application_name = 'talkoot nudges' and query like 'listen%' and datname = current_database()`
    .execute(database.db)
    .then((r) => r.rows[0]!.n)

describe('the nudges', () => {
  test('is heard in every process when the transaction is committed, and not when it is not', async () => {
    const heard: string[] = []
    const stops = processes.map((nudges, i) => nudges.listen('room', (by) => heard.push(`${i}:${by}`)))
    // Each connection wakes its own listeners when it is there: what came before may have been missed.
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(['0:', '1:']))
    heard.length = 0
    const broken = transaction(database.db, async (tx) => {
      await nudge(tx, 'room', 'lost')
      throw new Error('taken back')
    })
    await expect(broken).rejects.toThrow('taken back')
    await transaction(database.db, (tx) => nudge(tx, 'another room', 'x'))
    await transaction(database.db, (tx) => nudge(tx, 'room', 'a "quoted" name'))
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(['0:a "quoted" name', '1:a "quoted" name']))
    for (const stop of stops) stop()
    await transaction(database.db, (tx) => nudge(tx, 'room', 'nobody hears'))
    expect(heard).toHaveLength(2)
  })

  test('comes back when its connection dies, and then wakes those who may have missed something', async () => {
    const heard: string[] = []
    const stop = processes[0]!.listen('room', (by) => heard.push(by))
    await vi.waitFor(async () => expect(await hearing()).toBe(2))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'talkoot nudges' and datname = current_database()`.execute(database.db)
    await vi.waitFor(() => expect(heard).toContain(''), { timeout: 10_000 })
    await transaction(database.db, (tx) => nudge(tx, 'room', 'again'))
    await vi.waitFor(() => expect(heard).toContain('again'))
    stop()
  })

  test('wakes everybody when it is put away', async () => {
    const heard: string[] = []
    const nudges = createNudges(database.connectionString, createLog('silent'))
    nudges.listen('room', () => heard.push('woken'))
    await nudges.close()
    expect(heard).toEqual(['woken'])
    expect(nudges.closed).toBe(true)
  })
})
