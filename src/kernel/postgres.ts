/**
 * The embedded database: a real PostgreSQL on this machine, for whoever has not set DATABASE_URL. Many processes
 * share one server: the first starts it, the others join it, and it outlives each of them, because it is a process
 * of its own. It listens on a socket in a folder that only its user may enter, never on the network (Windows:
 * on the loopback address, with a password).
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries, program } from './postgres-binaries.ts'
import {
  createCluster,
  dataOf,
  explain,
  majorOf,
  passwordFileOf,
  superuser,
  takeOwnership,
} from './postgres-cluster.ts'
import { type Home, makePrivate, makeSocketFolder, settle } from './postgres-home.ts'
import {
  asAccount,
  bareEnvironment,
  isAlive,
  isServerOf,
  orphansOf,
  type PidFile,
  PostgresError,
  programOf,
  readPidFile,
  run,
  until,
  withLock,
} from './postgres-process.ts'

export { PostgresError } from './postgres-process.ts'

type Log = (event: string, detail?: object) => void

export type EmbeddedPostgres = {
  /** For `pg`: host is the socket's folder, database and user are talkoot. Stays the same over restarts. */
  connectionString: string
  /** Where data, logs and socket really lie. */
  folder: string
  /** False when this process started the server. */
  joined: boolean
  /** For a long-lived process whose connections fail: starts the server again if it is gone. */
  ensure(): Promise<void>
  /**
   * For a process that ends, after it has closed its connections: stops the server if this process started it
   * and nobody else is connected. With `evenIfJoined` the last one out stops it, whoever started it.
   * True when the server was stopped.
   */
  stop(options?: { evenIfJoined?: boolean }): Promise<boolean>
}

const onWindows = process.platform === 'win32'
const database = 'talkoot'
const lockOf = (home: Home) => join(home.folder, 'start.lock')

/** Starts or joins the embedded server whose data lies under `folder`. `durable: false` is for tests only. */
export async function startPostgres(options: {
  folder: string
  log: Log
  durable?: boolean
}): Promise<EmbeddedPostgres> {
  const { folder, log, durable = true } = options
  const home = await settle(folder, log)
  const began = performance.now()
  let joined = true
  const joinOrStart = async () => {
    const running = await joinRunning(home)
    if (running) return running
    return withLock(lockOf(home), async () => {
      const meanwhile = await joinRunning(home)
      if (meanwhile) return meanwhile
      joined = false
      return start(home, log, durable)
    })
  }
  const connectionString = await joinOrStart()
  const event = joined ? 'postgres.joined' : 'postgres.started'
  log(event, { folder: home.folder, milliseconds: Math.round(performance.now() - began) })
  return {
    connectionString,
    folder: home.folder,
    joined,
    ensure: async () => {
      await joinOrStart()
    },
    stop: ({ evenIfJoined = false } = {}) =>
      joined && !evenIfJoined ? Promise.resolve(false) : stopIfAlone(home, connectionString),
  }
}

/** Stops the server of a folder, whoever uses it. False when none was running. */
export async function stopPostgres(folder: string): Promise<boolean> {
  const home = await settle(folder, () => undefined)
  return withLock(lockOf(home), () => stopServer(home))
}

async function stopIfAlone(home: Home, connectionString: string): Promise<boolean> {
  return withLock(lockOf(home), async () => {
    const others = await ask(
      connectionString,
      `select count(*)::int as n from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    ).catch(() => [{ n: 0 }])
    return Number(others[0]?.n) === 0 ? stopServer(home) : false
  })
}

/** Fast first; a server that is still there after 30 s is ended at once and mends itself at its next start. */
async function stopServer(home: Home): Promise<boolean> {
  const file = await readPidFile(dataOf(home))
  if (!file || !(await isServerOf(dataOf(home), file))) return false
  const gone = () => !isAlive(file.pid)
  if (onWindows) {
    const binaries = await findBinaries({
      place: home.folder,
      account: undefined,
      major: await majorOf(home),
      log() {},
    })
    await run(program(binaries, 'pg_ctl'), ['stop', '-D', dataOf(home), '-m', 'fast', '-w', '-t', '30'])
    return gone()
  }
  process.kill(file.pid, 'SIGINT')
  if (await until(gone, 30)) return true
  process.kill(file.pid, 'SIGQUIT')
  return until(gone, 10)
}

async function ask(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function addressOf(home: Home, file: PidFile, name = database): Promise<string> {
  const password = onWindows ? `:${(await readFile(passwordFileOf(home), 'utf8')).trim()}` : ''
  const host = onWindows ? '127.0.0.1' : file.socketFolder
  const authority = `${superuser}${password}@localhost:${file.port}`
  return `postgres://${authority}/${name}?host=${encodeURIComponent(host)}&sslmode=disable`
}

/** The address of the running server, once it answers; undefined when none runs in this folder. */
async function joinRunning(home: Home): Promise<string | undefined> {
  let address: string | undefined
  let trouble: unknown
  const settled = await until(async () => {
    const file = await readPidFile(dataOf(home))
    if (!file) return true
    const ours = await isServerOf(dataOf(home), file)
    // A server in another container has a number that means nothing here, but its socket works.
    if (!ours && file.socketFolder !== join(home.folder, 'socket')) return true
    try {
      await makeDatabase(home, file)
      address = await addressOf(home, file)
      return true
    } catch (error) {
      trouble = error
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (code === cannotConnectNow || code === 'EAGAIN') return false
      if (nobodyThere.includes(code)) return !ours || file.state === 'ready'
      throw error
    }
  }, 300)
  if (!settled) throw trouble
  return address
}

/** SQLSTATE of a server that is starting up, recovering or shutting down. */
const cannotConnectNow = '57P03'
/** SQLSTATE of a server that has no connection left: it runs. */
const tooManyConnections = '53300'
const nobodyThere = ['ENOENT', 'ECONNREFUSED', 'ENOTDIR', 'ECONNRESET']

async function makeDatabase(home: Home, file: PidFile): Promise<void> {
  try {
    await ask(await addressOf(home, file), 'select 1')
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === tooManyConnections) return
    if (code !== '3D000') throw error
    await ask(await addressOf(home, file, 'postgres'), `create database ${database}`).catch((refused) => {
      if (refused.code !== '42P04' && refused.code !== '23505') throw refused
    })
  }
}

async function start(home: Home, log: Log, durable: boolean): Promise<string> {
  const major = await majorOf(home)
  await stopServer(home) // One that runs but can't be reached: its socket was deleted.
  const binaries = await findBinaries({ place: home.folder, account: home.account, major, log })
  if (!major) {
    log('postgres.creating', { folder: home.folder, version: binaries.version })
    const password = randomBytes(24).toString('base64url')
    await createCluster(home, binaries, { durable, ...(onWindows ? { password } : {}) })
  }
  await takeOwnership(home)
  await disownPidFile(home, log)
  await makePrivate(join(home.folder, 'log'), home.account)
  const where = onWindows
    ? ['listen_addresses=127.0.0.1', `port=${await freePort(home)}`]
    : [
        'listen_addresses=',
        'port=5432',
        `unix_socket_directories=${await makeSocketFolder(home)}`,
        'unix_socket_permissions=0700',
      ]
  const careless = durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']
  const args = [...where, ...careless].flatMap((setting) => ['-c', setting])

  for (let attempt = 1; ; attempt++) {
    const failure = await launch(home, program(binaries, onWindows ? 'pg_ctl' : 'postgres'), args)
    if (!failure) break
    // The head of an earlier server was killed; its other processes have not noticed yet.
    if (attempt > 100 || !failure.includes('pre-existing shared memory block'))
      throw await explain(failure, home)
    const orphans = await orphansOf(dataOf(home))
    if (attempt === 20) log('postgres.ending-orphans', { folder: home.folder, pids: orphans })
    if (attempt >= 20) for (const pid of orphans) process.kill(pid, attempt < 60 ? 'SIGQUIT' : 'SIGKILL')
    await until(async () => (await orphansOf(dataOf(home))).length === 0, 0.1)
  }
  const address = await joinRunning(home)
  if (!address) throw await explain(await lastWords(home), home)
  return address
}

/** Starts the server as a process of its own and waits until it has said that it is ready. Returns its complaint. */
async function launch(home: Home, file: string, args: string[]): Promise<string | undefined> {
  const log = await open(join(home.folder, 'log', 'start.log'), 'w', 0o600)
  try {
    if (home.account) await chown(join(home.folder, 'log', 'start.log'), home.account.uid, home.account.gid)
    const whole = onWindows
      ? ['start', '-D', dataOf(home), '-W', '-o', args.join(' '), '-l', join(home.folder, 'log', 'start.log')]
      : ['-D', dataOf(home), ...args]
    const child = spawn(file, whole, {
      ...bareEnvironment,
      ...asAccount(home.account),
      cwd: home.folder,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    let ended = false
    child.once('exit', (code) => {
      ended = !onWindows || code !== 0
    })
    child.once('error', () => {
      ended = true
    })
    child.unref()
    const ready = async () => ended || (await readPidFile(dataOf(home)))?.state === 'ready'
    if (await until(ready, 600)) return ended ? await lastWords(home) : undefined
    return 'it was not ready after ten minutes'
  } finally {
    await log.close()
  }
}

/** What the server wrote last: to its first output, or to the log that its collector keeps. */
async function lastWords(home: Home): Promise<string> {
  const folder = join(home.folder, 'log')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log'))
  const dated = await Promise.all(
    files.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  )
  const texts = await Promise.all(
    dated
      .sort((a, b) => b.at - a.at)
      .slice(0, 2)
      .map(({ name }) => readFile(join(folder, name), 'utf8')),
  )
  const lines = texts.flatMap((text) => text.trim().split('\n').slice(-8))
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|could not/.test(line))
  return (telling.length > 0 ? telling : lines).join('\n').trim() || 'it gave no reason'
}

/**
 * PostgreSQL will not start while the process named in its pid file lives, whoever that is: after a reboot a
 * stranger may have the number, and a copied folder names the server of the original. A number that no process
 * can have takes its place; the rest stays, by which PostgreSQL recognises a server that is still attached.
 */
async function disownPidFile(home: Home, log: Log): Promise<void> {
  const file = await readPidFile(dataOf(home))
  if (!file || !isAlive(file.pid)) return
  if (await isServerOf(dataOf(home), file))
    throw new PostgresError(
      'busy',
      `The database server of ${home.folder} (process ${file.pid}) neither answers nor ends. End that process and try again.`,
    )
  log('postgres.pid-file-disowned', {
    folder: home.folder,
    pid: file.pid,
    program: programOf(file.pid),
    names: file.folder,
  })
  const path = join(dataOf(home), 'postmaster.pid')
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n')
  await writeFile(path, ['2147483647', ...rest].join('\n'))
}

/** The port of last time when it is free, so that the address stays the same. */
async function freePort(home: Home): Promise<number> {
  const file = join(home.folder, 'port')
  const last = Number(await readFile(file, 'utf8').catch(() => 0))
  const port = (await listenOn(last)) ?? (await listenOn(0))
  if (!port) throw new PostgresError('failed', 'No free port was found on 127.0.0.1 for the database.')
  await writeFile(file, String(port))
  return port
}

const listenOn = (wanted: number) =>
  new Promise<number | undefined>((done) => {
    const server = createServer()
    server.once('error', () => done(undefined))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : undefined))
    })
  })
