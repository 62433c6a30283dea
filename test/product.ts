import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { stopPostgres } from '../src/kernel/postgres.ts'
import { productFolder } from '../src/kernel/product.ts'
import { openFolder } from './other-process.ts'

export const launcher = join(productFolder, 'build', 'talkoot.mjs')

export type Product = {
  url: string
  dataFolder: string
  /** The server's own process, for tests that kill it. */
  process: ChildProcess
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>
  /** What it has written so far, for tests and for the message when it does not start. */
  output: () => string
  /** Resolves when it says that it is ready; throws when it has ended. */
  ready: () => Promise<void>
  /** Ends it as an operator would, with SIGTERM, and answers its exit code. */
  stop: () => Promise<number | null>
}

/**
 * Starts the real product as an operator would: its own process, a free port, a data folder of its own. Without
 * `databaseUrl` with its embedded database. Resolves when it says that it is ready.
 */
export async function startProduct(
  options: {
    databaseUrl?: string
    demo?: boolean
    dataFolder?: string
    /** The name by which browsers know it: passkeys need one, an IP address will not do. */
    name?: 'localhost'
    env?: Record<string, string>
    /** Another bundle than the product's own, with something more in it. */
    entry?: string
    port?: number
  } = {},
): Promise<Product> {
  const dataFolder = options.dataFolder ?? join(await openFolder('talkoot-product-'), 'data')
  await mkdir(dataFolder, { recursive: true })
  const port = options.port ?? (await freePort())
  const url = `http://${options.name ?? '127.0.0.1'}:${port}`
  const child = spawn(process.execPath, options.entry ? [options.entry] : [launcher, 'serve'], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      TALKOOT_DATA: dataFolder,
      TALKOOT_DEMO: options.demo ? '1' : '0',
      TALKOOT_BASE_URL: url,
      TALKOOT_LOG: 'warn',
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const ended = new Promise<number | null>((done) => {
    child.once('exit', done)
  })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    const code = await ended
    if (!options.databaseUrl) await stopPostgres(dataFolder)
    if (!options.dataFolder) await rm(join(dataFolder, '..'), { recursive: true, force: true })
    return code
  }
  // The demo takes its time on a busy machine.
  const ready = () => untilReady(url, child, () => output, options.demo ? 300 : 60)
  try {
    await ready()
  } catch (error) {
    await stop()
    throw error
  }
  return { url, dataFolder, process: child, ended, output: () => output, ready, stop }
}

async function untilReady(
  url: string,
  child: ChildProcess,
  output: () => string,
  seconds: number,
): Promise<void> {
  for (let i = 0; i < seconds * 20; i++) {
    const end = child.exitCode ?? child.signalCode
    if (end !== null) throw new Error(`The product ended with ${end}:\n${output()}`)
    const ready = await fetch(`${url}/ready`).then(
      (response) => response.status === 200,
      () => false,
    )
    if (ready) return
    await pause(50)
  }
  throw new Error(`The product was not ready after ${seconds} seconds:\n${output()}`)
}

export const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
