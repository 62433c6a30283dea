import { execFile } from 'node:child_process'
import { readFileSync, readlinkSync, statSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { folderError, PostgresError } from './postgres-error.ts'

/** The system account that runs the server; undefined means the one that runs us. */
export type Account = { uid: number; gid: number; name: string }

const onWindows = process.platform === 'win32'

/** A bare environment, so that nobody's PGDATA, PGOPTIONS or locale changes what the server does. */
export const bareEnvironment = onWindows
  ? {}
  : { env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' } }

export const asAccount = (account: Account | undefined) =>
  account ? { uid: account.uid, gid: account.gid } : {}

/** Runs a program to its end. `code` is null when it could not be run at all. */
export function run(
  file: string,
  args: string[],
  options: { account?: Account | undefined; cwd?: string } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const settings = {
      ...bareEnvironment,
      ...asAccount(options.account),
      cwd: options.cwd ?? '/',
      timeout: 300_000,
    }
    execFile(file, args, { ...settings, windowsHide: true, maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : null) : 0
      done({ code, stdout, stderr: stderr || (error && code === null ? error.message : '') })
    })
  })
}

/** Whether a process has this number, if only a dead one that nobody has buried yet. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Field 3 and on of a process's state: the name before them may hold blanks and brackets. */
const stateOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** A dead process keeps its number until its parent takes note, which in a container may be never. */
export function isAlive(pid: number): boolean {
  if (process.platform !== 'linux') return isTaken(pid)
  try {
    return stateOf(pid)[0] !== 'Z'
  } catch {
    return false
  }
}

/** Sends a signal; a process that has just ended by itself is no fault. */
export function signal(pid: number, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Tells a process from a later one that got its number: this boot and the tick it was born at (Linux only). */
export function birthOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${stateOf(pid)[19]}`
  } catch {
    return ''
  }
}

/** What a server writes of itself into `postmaster.pid`. */
export type PidFile = { pid: number; folder: string; port: number; socketFolder: string; state: string }

export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, folder, , port, socketFolder, , , state] = text.split('\n')
  if (!pid || !Number.isInteger(Number(pid)) || !folder) return undefined
  return {
    pid: Math.abs(Number(pid)),
    folder,
    port: Number(port ?? 0),
    socketFolder: socketFolder ?? '',
    state: (state ?? '').trim(),
  }
}

const sameFolder = (a: string, b: string): boolean => {
  try {
    const [left, right] = [statSync(a), statSync(b)]
    return left.ino === right.ino && left.dev === right.dev
  } catch {
    return false
  }
}

/** A server's working directory is its data folder: true for it and for each of its children, for nobody else. */
function worksIn(pid: number, data: string): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres') && sameFolder(`/proc/${pid}/cwd`, data)
    )
  } catch {
    return false
  }
}

/**
 * True when the process of the pid file really is the server of this very folder: not a later process with
 * the same number (after a reboot), and not the server of the folder that this one was copied from.
 */
export async function isServerOf(data: string, file: PidFile): Promise<boolean> {
  if (!isAlive(file.pid)) return false
  if (process.platform === 'linux') return worksIn(file.pid, data)
  if (!sameFolder(file.folder, data)) return false
  if (onWindows) return true
  const { stdout } = await run('/bin/ps', ['-o', 'command=', '-p', String(file.pid)])
  return stdout.includes('postgres')
}

/** Processes of a server whose head was killed: they must be gone before another server may open the folder. */
export async function orphansOf(data: string): Promise<number[]> {
  if (process.platform !== 'linux') return []
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 1)
  return pids.filter((pid) => worksIn(pid, data))
}

/** The program of a process, for messages; empty when unknown. */
export function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
  } catch {
    return ''
  }
}

/** Waits until `done` is true, at most `seconds`. */
export async function until(done: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000
  for (let wait = 5; ; wait = Math.min(wait * 1.5, 100)) {
    if (await done()) return true
    if (performance.now() > end) return false
    await pause(wait)
  }
}

type LockHolder = { pid: number; birth: string }

const holderIsAlive = async (file: string, text: string): Promise<boolean> => {
  const holder = parseHolder(text)
  if (holder) return isAlive(holder.pid) && birthOf(holder.pid) === holder.birth
  // Empty: its owner is between creating and writing it, or died there. A few seconds tell.
  const age = await stat(file).then(
    (s) => performance.timeOrigin + performance.now() - s.mtimeMs,
    () => 0,
  )
  return age < 5000
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    return JSON.parse(text) as LockHolder
  } catch {
    return undefined
  }
}

/**
 * Only one process at a time starts or stops the server of a folder. This saves work and confusion; that two
 * servers never open one folder is guarded by PostgreSQL itself, and that two `initdb` never share one by rename.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) } satisfies LockHolder)
  const taken = await until(() => takeLock(file, mine), 300)
  if (!taken) {
    const holder = parseHolder(await readFile(file, 'utf8').catch(() => ''))
    throw new PostgresError(
      'busy',
      `Process ${holder?.pid ?? '?'} has been starting or stopping the database for five minutes (${file}). End that process and try again.`,
    )
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function takeLock(file: string, mine: string): Promise<boolean> {
  try {
    await writeFile(file, mine, { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    const refused = error as NodeJS.ErrnoException
    if (refused.code !== 'EEXIST') throw folderError(dirname(file), refused)
  }
  const seen = await readFile(file, 'utf8').catch(() => undefined)
  if (seen === undefined || (await holderIsAlive(file, seen))) return false
  // Stale. Move it away and look again at what was moved, for another process may have been quicker.
  const aside = `${file}.${process.pid}`
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return false
  if ((await readFile(aside, 'utf8').catch(() => '')) === seen) await rm(aside, { force: true })
  else await rename(aside, file).catch(() => undefined)
  return false
}
