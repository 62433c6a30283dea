import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres, stopPostgres } from '../src/kernel/postgres.ts'
import { chance } from '../test/crash/chance.ts'
import { keepLedger, type Ledger } from '../test/crash/ledger.ts'
import { deaths, killDatabase } from '../test/crash/victims.ts'
import { openFolder } from '../test/other-process.ts'
import { type Product, startProduct } from '../test/product.ts'

/**
 * Kills the database or the server with SIGKILL at random moments while writers write, and counts what is
 * missing of all that had been acknowledged. `npm run bench -- crash [rounds] [seed]`
 */
const rounds = Number(process.argv[2] ?? 20)
const seed = Number(process.argv[3] ?? 1)
const random = chance(seed)
const say = (line: string) => process.stdout.write(`${line}\n`)

const root = await openFolder('talkoot-crash-')
const folder = join(root, 'data')
let failures = 0
let product: Product | undefined
let ledger: Ledger | undefined

const victims = ['server', ...deaths] as const
try {
  product = await startProduct({ dataFolder: folder })
  const server = await startPostgres({
    folder,
    log: (event) => event !== 'postgres.joined' && say(`  ${event}`),
  })
  ledger = await keepLedger(server)
  for (let round = 1; round <= rounds; round++) {
    const victim = victims[Math.floor(random() * victims.length)]!
    await pause(200 + random() * 1500)
    const before = ledger.acknowledged.size
    const began = performance.now()
    if (victim === 'server') {
      product.process.kill('SIGKILL')
      product = await startProduct({ dataFolder: folder })
    } else {
      await killDatabase(server, victim, random)
      while (ledger.acknowledged.size === before) await pause(10)
      await product.ready()
    }
    const seconds = (performance.now() - began) / 1000
    const { lost, doubled, rows } = await ledger.audit()
    if (lost.length + doubled > 0) failures += 1
    say(
      `round ${round}: killed ${victim === 'server' ? 'the server' : `the database (${victim})`}, all answers after ${seconds.toFixed(1)} s; ${rows} rows, ${lost.length} lost, ${doubled} doubled`,
    )
  }
  await ledger.stop()
  const { lost, rows } = await ledger.audit()
  say(
    `${rounds} rounds (seed ${seed}): ${ledger.acknowledged.size} rows acknowledged, ${rows} there, ${lost.length} lost`,
  )
  failures += lost.length
} finally {
  await ledger?.stop()
  await product?.stop()
  await stopPostgres(folder)
  await rm(root, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1
