import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../src/config.ts'
import { openHouse } from '../src/house.ts'
import { perform } from '../src/kernel/action.ts'
import { verifyAudit } from '../src/kernel/audit-chain.ts'
import { connect, execute } from '../src/kernel/db.ts'
import { createLog } from '../src/kernel/log.ts'
import { stopPostgres } from '../src/kernel/postgres.ts'
import { createSignInLink, signIn, signOut } from '../src/modules/people/index.ts'
import { openFolder } from '../test/other-process.ts'

/**
 * Clients act at once on the embedded database, each on a connection of its own; then the whole chain is verified,
 * one byte of one row is changed, and it is verified again. `npm run bench -- audit [actions] [clients]`
 */
const actions = Number(process.argv[2] ?? 10_000)
const clients = Number(process.argv[3] ?? 5)
const say = (line: string) => process.stdout.write(`${line}\n`)
const seconds = (since: number) => (performance.now() - since) / 1000

const root = await openFolder('talkoot-audit-')
const dataFolder = join(root, 'data')
const house = await openHouse(
  readConfig({ TALKOOT_DATA: dataFolder, TALKOOT_DEMO: '0' }),
  createLog('silent'),
  'command',
)
let failures = 0
try {
  const stage = house.stage({ kind: 'system', name: 'bench' })
  await perform(createSignInLink, stage, {})
  const { rows } = await execute(stage.database, 'select current_setting($1) as host', [
    'unix_socket_directories',
  ])
  let left = actions - 1
  const latencies: number[] = []
  const client = async () => {
    const own = connect(
      `postgres://talkoot@localhost/talkoot?host=${encodeURIComponent(String(rows[0]!.host))}`,
      () => undefined,
      1,
    )
    const act = async <T>(work: () => Promise<T>): Promise<T> => {
      const began = performance.now()
      const done = await work()
      latencies.push(performance.now() - began)
      return done
    }
    const mine = { ...stage, database: own.db }
    while (left > 0) {
      left--
      const { token } = await act(() => perform(createSignInLink, mine, {}))
      if (left-- <= 0) break
      const { session } = await act(() => perform(signIn, mine, { token }))
      if (left-- <= 0) break
      await act(() => perform(signOut, mine, { token: session }))
    }
    await own.close()
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const took = seconds(began)
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)]!.toFixed(1)
  const { rows: counted } = await execute(stage.database, 'select count(*)::int as n from audit_entry')
  say(
    `${counted[0]!.n} actions by ${clients} clients in ${took.toFixed(1)} s: ${Math.round(latencies.length / took)} a second, each p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  )
  const verifying = performance.now()
  const whole = await verifyAudit(stage.database)
  say(
    `verified ${whole.entries} rows in ${seconds(verifying).toFixed(2)} s: ${whole.broken.length === 0 ? 'unbroken' : JSON.stringify(whole.broken)}`,
  )
  if (whole.broken.length > 0 || whole.entries < actions) failures++
  const victim = Math.floor(whole.entries * 0.37)
  await execute(
    stage.database,
    'update audit_entry set action = overlay(action placing chr(ascii(substr(action, 3)) + 1) from 3 for 1) where seq = $1',
    [victim],
  )
  const found = await verifyAudit(stage.database)
  say(
    `one byte of row ${victim} changed: ${found.broken.map((b) => `row ${b.seq} ${b.why}`).join(', ') || 'NOT FOUND'}`,
  )
  if (!found.broken.some((b) => b.seq === victim)) failures++
} finally {
  await house.close()
  await stopPostgres(dataFolder)
  await rm(root, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1
