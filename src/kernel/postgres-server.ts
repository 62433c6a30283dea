import { spawn } from 'node:child_process'
import { chown, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Binaries, findBinaries, program } from './postgres-binaries.ts'
import { dataOf, explain, majorOf } from './postgres-cluster.ts'
import { PostgresError } from './postgres-error.ts'
import { type Home, makePrivate, makeSocketFolder } from './postgres-home.ts'
import {
  asAccount,
  bareEnvironment,
  isAlive,
  isServerOf,
  isTaken,
  orphansOf,
  programOf,
  readPidFile,
  run,
  signal,
  until,
} from './postgres-process.ts'

type Log = (event: string, detail?: object) => void

const onWindows = process.platform === 'win32'

/** Runs the server of a data folder that has none running, as a process of its own. Resolves when it is ready. */
export async function runServer(home: Home, binaries: Binaries, durable: boolean, log: Log): Promise<void> {
  await disownPidFile(home, log)
  const socketFolder = onWindows ? '' : await makeSocketFolder(home)
  await makePrivate(join(home.folder, 'log'), home.account)
  const where = onWindows
    ? ['listen_addresses=127.0.0.1', `port=${await freePort(home)}`]
    : [
        'listen_addresses=',
        'port=5432',
        `unix_socket_directories=${socketFolder}`,
        'unix_socket_permissions=0700',
      ]
  const careless = durable ? [] : ['fsync=off', 'full_page_writes=off']
  const args = [...where, ...careless].flatMap((setting) => ['-c', setting])

  for (let attempt = 1; ; attempt++) {
    const failure = await launch(home, program(binaries, onWindows ? 'pg_ctl' : 'postgres'), args)
    if (!failure) return
    // The head of an earlier server was killed; its other processes have not noticed yet.
    if (attempt > 100 || !failure.includes('pre-existing shared memory block'))
      throw await explain(failure, home)
    const orphans = await orphansOf(dataOf(home))
    if (attempt === 8) log('postgres.ending-orphans', { folder: home.folder, pids: orphans })
    if (attempt >= 8) for (const pid of orphans) signal(pid, attempt < 40 ? 'SIGQUIT' : 'SIGKILL')
    await until(async () => (await orphansOf(dataOf(home))).length === 0, 0.1)
  }
}

/** Fast first; a server that is still there after 30 s is ended at once and mends itself at its next start. */
export async function stopServer(home: Home): Promise<boolean> {
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
  signal(file.pid, 'SIGINT')
  if (await until(gone, 30)) return true
  signal(file.pid, 'SIGQUIT')
  return until(gone, 10)
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
    const ready = async () => {
      const written = await readPidFile(dataOf(home))
      // The file of a server that was killed still says ready: only the child's own counts.
      const own = onWindows ? written && isAlive(written.pid) : written?.pid === child.pid
      return ended || (own === true && written?.state === 'ready')
    }
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
  if (!file || !isTaken(file.pid)) return
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
