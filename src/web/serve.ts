import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { getRequestListener } from '@hono/node-server'
import type { Config } from '../config.ts'
import { type House, openHouse } from '../house.ts'
import { perform } from '../kernel/action.ts'
import { createFiles } from '../kernel/file.ts'
import { offersDemoSignIn } from '../kernel/installation.ts'
import type { Log } from '../kernel/log.ts'
import { productFolder } from '../kernel/product.ts'
import { wantDemo } from '../modules/demo/index.ts'
import { createSignInLink, guardFromStart, isWaiting } from '../modules/people/index.ts'
import { modules } from '../modules.ts'
import { createApp } from './app.ts'
import { readAssets } from './assets.ts'
import { createKeptPages } from './kept-pages.ts'
import { createMetrics } from './observe.ts'
import type { Shell } from './shell.ts'
import { serverLimits, watchSlowClients } from './slow-clients.ts'
import { startingApp } from './starting.tsx'

/** Answers from the first moment: a page that shows what is being started, then the product. */
export async function serve(config: Config, log: Log): Promise<void> {
  const assetFolder = path.join(productFolder, 'dist', 'assets')
  const assets = readAssets(assetFolder)
  let fetch = (await startingApp(assets, assetFolder, config)).fetch
  const server = createServer(
    serverLimits,
    getRequestListener((request, env) => fetch(request, env)),
  )
  watchSlowClients(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    process.stderr.write(
      taken
        ? `Port ${config.port} is taken. Stop the other program, or choose another port: PORT=3001 npm start\n`
        : `The server cannot listen on ${config.host}:${config.port}: ${error.message}\n`,
    )
    process.exit(2)
  })

  const opened: (() => Promise<unknown>)[] = []
  stopOnSignal(opened, config.startedByNpm, log)
  let house: House
  try {
    house = await openHouse(config, log, 'page')
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(3)
  }
  if (!config.demo) await perform(guardFromStart, house.stage({ kind: 'system', name: 'start' }), {})
  if (config.demo) await perform(wantDemo, house.stage({ kind: 'system', name: 'start' }), {})
  opened.push(() => house.close({ lastOneOut: true }))
  const { version } = JSON.parse(await readFile(path.join(productFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const shell: Shell = {
    config,
    database: house.connection.db,
    files: createFiles(path.join(config.dataFolder, 'files')),
    log,
    modules,
    assets,
    keptPages: createKeptPages(),
    demoSignIn: offersDemoSignIn(config),
    nudges: house.nudges,
    stage: house.stage,
    now: () => new Date(),
  }
  fetch = (await createApp(shell, createMetrics(), assetFolder, version)).fetch
  opened.push(() => closeServer(server))
  // Those who wait for it hold connections of the server.
  opened.push(house.nudges.close)
  opened.push(startWorker(log).stop)
  // The product stands by now: a database that dies at this moment comes back, and must not take the server along.
  await sayWhere(config, house).catch((err) =>
    log.warn({ err }, 'the link for the first person was not made'),
  )
}

function closeServer(server: Server): Promise<unknown> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  return closed
}

/** Ends what was opened, last first, when the operator says stop; within 15 s whatever happens. */
function stopOnSignal(opened: readonly (() => Promise<unknown>)[], byNpm: boolean, log: Log): void {
  let stopping = false
  const stop = async (signal: string) => {
    // npm passes on a signal that the terminal has sent to us too.
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), 15_000).unref()
    for (const close of [...opened].reverse()) await close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (!byNpm) return
  // npm hands SIGTERM to the shell that it started us in; the shell dies of it and tells nobody.
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && stop('npm has ended'), 250).unref()
}

/** Keeps a worker thread running; one that dies is replaced after a second. */
function startWorker(log: Log): { stop: () => Promise<void> } {
  let stopping = false
  let current: Worker
  const start = () => {
    current = new Worker(fileURLToPath(import.meta.url))
    current.on('error', (error) => log.error({ err: error }, 'worker fault'))
    current.on('exit', (code) => {
      if (stopping) return
      log.warn({ code }, 'worker ended, starting another')
      setTimeout(() => !stopping && start(), 1000)
    })
  }
  start()
  return {
    async stop() {
      stopping = true
      const gone = new Promise((resolve) => current.once('exit', resolve))
      current.postMessage('stop')
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 8_000))])
      await current.terminate()
    },
  }
}

/**
 * Tells the operator where the product is and how the first person gets in. A link that signs in is printed to a
 * terminal, or while nobody has been in yet: it does not belong in the log of each start.
 */
async function sayWhere(config: Config, house: House): Promise<void> {
  const stage = house.stage({ kind: 'system', name: 'start' })
  process.stdout.write(`Talkoot is at ${config.baseUrl}\n`)
  const { waiting } = await perform(isWaiting, stage, {})
  if (!waiting && !process.stdout.isTTY) return
  const { token } = await perform(createSignInLink, stage, {})
  process.stdout.write(
    `Sign in as the coordinator (once, within an hour): ${config.baseUrl}/sign-in?token=${token}\n`,
  )
}
