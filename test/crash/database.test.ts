import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startPostgres, stopPostgres } from '../../src/kernel/postgres.ts'
import { openFolder } from '../other-process.ts'
import { chance } from './chance.ts'
import { keepLedger } from './ledger.ts'
import { deaths, killDatabase } from './victims.ts'

let root: string
let server: EmbeddedPostgres
beforeAll(async () => {
  root = await openFolder('talkoot-crash-')
  server = await startPostgres({ folder: join(root, 'data'), log: () => undefined })
})
afterAll(async () => {
  await stopPostgres(join(root, 'data'))
  await rm(root, { recursive: true, force: true })
})

// bench/crash.ts does the same twenty times, with the server and the importer too.
test('whatever dies of the database, it comes back by itself with everything it acknowledged', {
  timeout: 120_000,
}, async () => {
  const random = chance(7)
  const ledger = await keepLedger(server)
  try {
    for (const death of deaths) {
      const before = ledger.acknowledged.size
      await pause(200 + random() * 600)
      await killDatabase(server, death, random)
      await pause(300)
      await server.ensure()
      expect((await ledger.audit()).lost).toEqual([])
      while (ledger.acknowledged.size < before + 10) await pause(20)
    }
  } finally {
    await ledger.stop()
  }
  expect(await ledger.audit()).toMatchObject({ lost: [], doubled: 0 })
  expect(ledger.interruptions()).toBeGreaterThan(0)
})
