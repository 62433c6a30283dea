import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, startPostgres, stopPostgres } from '../src/kernel/postgres.ts'
import { chance } from '../test/crash/chance.ts'
import { auditList, startImport, writeList } from '../test/crash/importer.ts'
import { inConnection, keepLedger, type Ledger } from '../test/crash/ledger.ts'
import { deaths, killDatabase } from '../test/crash/victims.ts'
import { openFolder } from '../test/other-process.ts'
import { type Product, startProduct } from '../test/product.ts'

/**
 * Kills the database, the server or an import with SIGKILL at random moments while writers write, and counts what is
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

const nameOf = (victim: (typeof victims)[number]) =>
  victim === 'server' || victim === 'importer' ? `the ${victim}` : `the database (${victim})`
const victims = ['server', 'importer', 'importer', ...deaths] as const
const listRows = 1500

/** Kills an import in the middle, asks for it again, and looks at what is there. */
async function killImporter(server: EmbeddedPostgres, round: number): Promise<string> {
  const prefix = `R${round}-${seed}-`
  const file = join(root, `${prefix}list.csv`)
  await writeList(file, prefix, listRows)
  const first = startImport(folder, file)
  await pause(500 + random() * 5000)
  const killed = first.child.kill('SIGKILL')
  await first.code
  return inConnection(server, async (client) => {
    const left = await auditList(client, prefix, listRows)
    const again = startImport(folder, file)
    const code = await again.code
    const after = await auditList(client, prefix, listRows)
    if (code !== 0 || !after.complete || !after.summariesAgree) failures += 1
    return `${killed ? '' : 'too late: '}${left.rows} of ${listRows} rows were in; again: exit ${code}, ${after.rows} rows, ${after.complete ? 'right' : 'WRONG'}, summaries ${after.summariesAgree ? 'agree' : 'DISAGREE'}${code ? ` (${again.said().slice(0, 300)})` : ''}`
  })
}
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
    let told = ''
    if (victim === 'importer') told = await killImporter(server, round)
    else if (victim === 'server') {
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
      `round ${round}: killed ${nameOf(victim)}${told && ` (${told})`}, all answers after ${seconds.toFixed(1)} s; ${rows} rows, ${lost.length} lost, ${doubled} doubled`,
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
