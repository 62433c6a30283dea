import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { perform } from '../../kernel/action.ts'
import { verifyAudit } from '../../kernel/audit-chain.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute, transaction } from '../../kernel/db.ts'
import { createJobQueue, type JobQueue } from '../../kernel/job.ts'
import { createLog } from '../../kernel/log.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { loadDemo } from './jobs.ts'
import { resetDemo } from './reset.tsx'

const now = new Date('2026-11-21T06:00:00Z')
const id = '0190a8e0-0000-7000-8000-000000000001'
let database: TestDatabase
let queue: JobQueue
beforeAll(async () => {
  database = await freshDatabase()
  queue = createJobQueue(database.connectionString, {}, createLog('silent'))
  await queue.declare([loadDemo])
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  await execute(
    database.db,
    `insert into person (id, name, language, created_at) values ($1, 'Aino', 'fi', now())`,
    [id],
  )
})
afterAll(async () => {
  await queue.stop()
  await database.drop()
})

const stage = (demo: boolean) =>
  ({
    database: database.db,
    actor: {
      kind: 'person',
      id,
      name: 'Aino',
      offices: [{ office: 'administrator', ecosystem: null }],
      organisations: [],
      linked: [],
    },
    way: 'page',
    now,
    language: 'fi',
    jobs: queue.jobs,
    log: createLog('silent'),
    installation: { demo },
  }) as unknown as Stage

it('is done in a demo alone, on the typed word alone, and leaves people and an unbroken audit', async () => {
  await expect(perform(resetDemo, stage(false), { word: 'palauta' })).rejects.toThrow(Refusal)
  await expect(perform(resetDemo, stage(true), { word: 'poista' })).rejects.toThrow(Refusal)
  const count = async (table: string) =>
    (await execute(database.db, `select count(*)::int as n from ${table}`)).rows[0]!.n
  expect(await count('ecosystem')).toBeGreaterThan(10)
  await perform(resetDemo, stage(true), { word: ' Återställ ' })
  expect([await count('ecosystem'), await count('person'), await count('pgboss.job')]).toEqual([0, 1, 1])
  expect(await verifyAudit(database.db)).toMatchObject({ entries: 1, broken: [] })
})
