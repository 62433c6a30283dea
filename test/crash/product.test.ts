import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopPostgres } from '../../src/kernel/postgres.ts'
import { readPidFile } from '../../src/kernel/postgres-process.ts'
import { openFolder } from '../other-process.ts'
import { type Product, startProduct } from '../product.ts'

let root: string
let dataFolder: string
let product: Product
const databasePid = async () => (await readPidFile(join(dataFolder, 'data')))?.pid

beforeAll(async () => {
  root = await openFolder('talkoot-crash-')
  dataFolder = join(root, 'data')
  product = await startProduct({ dataFolder })
})
afterAll(async () => {
  await product.stop()
  await stopPostgres(dataFolder)
  await rm(root, { recursive: true, force: true })
})

test('the server starts its database again by itself, as often as it dies', {
  timeout: 120_000,
}, async () => {
  for (let round = 0; round < 2; round++) {
    const before = await databasePid()
    process.kill(before!, 'SIGKILL')
    await pause(100)
    await product.ready()
    expect(await databasePid()).not.toBe(before)
  }
})

test('a server that was killed finds its database running; asked to stop twice, it stops both in good order', {
  timeout: 120_000,
}, async () => {
  const before = await databasePid()
  product.process.kill('SIGKILL')
  product = await startProduct({ dataFolder })
  expect(await databasePid()).toBe(before)

  product.process.kill('SIGTERM')
  product.process.kill('SIGINT')
  expect(await product.ended).toBe(0)
  expect(await stat(join(dataFolder, 'data', 'postmaster.pid')).catch(() => 'none')).toBe('none')
})
