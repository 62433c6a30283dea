/**
 * The embedded database: a real PostgreSQL on this machine, for whoever has not set DATABASE_URL. Many processes
 * share one server: the first starts it, the others join it, and it outlives each of them, because it is a process
 * of its own. It listens on a socket in a folder that only its user may enter, never on the network (Windows:
 * on the loopback address, with a password).
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries } from './postgres-binaries.ts'
import {
  createCluster,
  dataOf,
  explain,
  majorOf,
  passwordFileOf,
  superuser,
  takeOwnership,
} from './postgres-cluster.ts'
import { checkReach, type Home, settle } from './postgres-home.ts'
import { isServerOf, type PidFile, readPidFile, until, withLock } from './postgres-process.ts'
import { runServer, stopServer } from './postgres-server.ts'

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
  const began = performance.now()
  const home = await settle(folder, log)
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
  const others = `select count(*)::int as n from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`
  const alone = () =>
    ask(connectionString, others).then(
      ([row]) => row?.n === 0,
      (error) => !isAnswer(error),
    )
  // Connections that we have just closed are on the list for a moment longer.
  return withLock(lockOf(home), async () => (await until(alone, 2)) && stopServer(home))
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

/**
 * The address of the running server, once it answers; undefined when none runs in this folder, or one that can't
 * be reached: it runs, says it is ready and yet nobody answers for a while.
 */
async function joinRunning(home: Home): Promise<string | undefined> {
  let address: string | undefined
  let trouble: unknown
  let silentSince: number | undefined
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
      if (isAnswer(error)) {
        silentSince = undefined
        if (busy.includes(error.code)) return false
        throw error
      }
      silentSince ??= performance.now()
      return !ours || (file.state === 'ready' && performance.now() - silentSince > patience)
    }
  }, 300)
  if (!settled) throw trouble
  return address
}

/** Milliseconds without an answer after which a server that says it is ready counts as out of reach. */
const patience = 2000
/** SQLSTATEs of a server that is ending, has crashed and mends itself, or is starting. */
const busy = ['57P01', '57P02', '57P03']
/** SQLSTATE of a server that has no connection left: it runs. */
const tooManyConnections = '53300'

/** A word of the server itself, as opposed to a connection that failed or broke. */
const isAnswer = (error: unknown): error is { code: string } =>
  error instanceof pg.DatabaseError && typeof error.code === 'string'

async function makeDatabase(home: Home, file: PidFile): Promise<void> {
  try {
    await ask(await addressOf(home, file), 'select 1')
  } catch (error) {
    if (!isAnswer(error)) throw error
    if (error.code === tooManyConnections) return
    if (error.code !== '3D000') throw error
    await ask(await addressOf(home, file, 'postgres'), `create database ${database}`).catch((refused) => {
      if (refused.code !== '42P04' && refused.code !== '23505') throw refused
    })
  }
}

/** Under the lock, when none runs that can be reached. */
async function start(home: Home, log: Log, durable: boolean): Promise<string> {
  await checkReach(home)
  await stopServer(home) // It may run and be out of reach: somebody deleted its socket.
  const major = await majorOf(home)
  const binaries = await findBinaries({ place: home.folder, account: home.account, major, log })
  if (!major) {
    log('postgres.creating', { folder: home.folder, version: binaries.version })
    const password = onWindows ? { password: randomBytes(24).toString('base64url') } : {}
    await createCluster(home, binaries, { durable, ...password })
  }
  await takeOwnership(home)
  await runServer(home, binaries, durable, log)
  const address = await joinRunning(home)
  if (!address) throw await explain('it ended right after it had started', home)
  return address
}
