import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, chown, lstat, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { folderError, PostgresError } from './postgres-error.ts'
import { type Account, run } from './postgres-process.ts'

/** Where the server's data, logs and socket really lie, and who runs it. */
export type Home = { folder: string; account: Account | undefined }

type Log = (event: string, detail?: object) => void

const pointerName = 'moved-to'
const originName = 'moved-from'
const onWindows = process.platform === 'win32'
const isRoot = () => process.getuid?.() === 0
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
const read = (file: string) =>
  readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  )

/**
 * Settles where a server for the wanted folder lives. Usually right there; but PostgreSQL refuses to run as
 * root, and the unprivileged account that runs it then may not be let into the folder (under a 0700 home).
 * Then it lives in a place of its own, and the wanted folder keeps a note of where.
 */
export async function settle(wanted: string, log: Log): Promise<Home> {
  const asked = await makeFolder(resolve(wanted))
  const folder = (await noted(asked)) ?? asked
  const owner = await ownerOf(folder)
  if (!isRoot()) {
    if (owner && owner.uid !== process.getuid?.()) throw notOurs(folder, owner.uid)
    return { folder, account: undefined }
  }
  if (owner && owner.uid !== 0) return { folder, account: owner }

  const account = await unprivileged()
  if (owner || (await mayUse(account, folder))) return { folder, account }
  const place = await makePlace(folder, account)
  await writeFile(join(place, originName), `${folder}\n`)
  await writeFile(join(folder, pointerName), `${place}\n`)
  log('postgres.moved', {
    wanted: folder,
    place,
    because: `the user ${account.name} may not look into ${folder}`,
  })
  return { folder: place, account }
}

/** Data that the server's account can't reach must not make way for a new, empty database. */
export async function checkReach({ folder, account }: Home): Promise<void> {
  if (!account || (await mayUse(account, folder))) return
  throw new PostgresError(
    'folder',
    `The database in ${folder} can't be opened: started as root, the server runs as the user ${account.name}, who is not let into a folder above it. ` +
      'Move the folder to where that user may look (and set TALKOOT_DATA), or start Talkoot as the user who owns the folder. Nothing was changed.',
  )
}

async function ownerOf(folder: string): Promise<Account | undefined> {
  if (onWindows) return undefined
  const data = await stat(join(folder, 'data')).catch(() => undefined)
  return data && { uid: data.uid, gid: data.gid, name: `uid ${data.uid}` }
}

const notOurs = (folder: string, uid: number) =>
  new PostgresError(
    'folder',
    `The database in ${folder} belongs to another user (uid ${uid}; Talkoot may have been started as root or with sudo before). ` +
      'Start Talkoot as that user or as root, change the owner of the folder, or set TALKOOT_DATA to another folder.',
  )

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: isRoot() ? 0o755 : 0o700 })
    await access(folder, constants.W_OK | constants.X_OK)
    return await realpath(folder)
  } catch (error) {
    throw folderError(folder, error as NodeJS.ErrnoException)
  }
}

/** The place that a folder's note names, unless the note came along in a copy of a folder that is still in use. */
async function noted(folder: string): Promise<string | undefined> {
  const place = await read(join(folder, pointerName))
  if (!place) return undefined
  const origin = await read(join(place, originName))
  if (origin === folder) return place
  const originInUse = origin && (await read(join(origin, pointerName))) === place
  if (!origin || originInUse) return undefined
  await writeFile(join(place, originName), `${folder}\n`).catch(() => undefined)
  return place
}

/** Who runs the server when root starts it and there is no data yet that has an owner. */
async function unprivileged(): Promise<Account> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
    )
    if (!uid || !gid) continue
    const account = { uid, gid, name }
    if ((await run('/bin/sh', ['-c', ':'], { account })).code === 0) return account
    throw new PostgresError(
      'account',
      `PostgreSQL refuses to run as root, and here root may not run a program as the user ${name} (a container without the right to change users). Start Talkoot as an ordinary user, or set DATABASE_URL.`,
    )
  }
  throw new PostgresError(
    'account',
    'PostgreSQL refuses to run as root, and this machine has no user postgres or nobody to run it. Start Talkoot as an ordinary user, or set DATABASE_URL.',
  )
}

async function mayUse(account: Account, folder: string): Promise<boolean> {
  const { code } = await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { account })
  return code === 0
}

async function makePlace(folder: string, account: Account): Promise<string> {
  const parents = ['/var/lib/talkoot', join(tmpdir(), 'talkoot-data')]
  for (const parent of parents) {
    const place = await makeNew(join(parent, hashOf(folder)))
    if (place && (await mayUse(account, place))) return place
  }
  throw new PostgresError(
    'folder',
    `The user ${account.name}, who runs the database when root starts it, is let neither into ${folder} nor into ${parents.join(' or ')}. Set TALKOOT_DATA to a folder where that user may look.`,
  )
}

/** Makes a folder that nobody has made before: a database that an earlier folder of that name left is not taken over. */
async function makeNew(wanted: string): Promise<string | undefined> {
  for (let n = 1; n < 100; n++) {
    const folder = n === 1 ? wanted : `${wanted}-${n}`
    try {
      await mkdir(dirname(folder), { recursive: true, mode: 0o755 })
      await mkdir(folder, { mode: 0o755 })
      return folder
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return undefined
    }
  }
  return undefined
}

/**
 * Makes a folder of the server's own, closed to everybody else. Throws when something of that name is there that
 * is not ours: in a temporary folder a stranger may have put a link in its place.
 */
export async function makePrivate(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const info = await lstat(folder)
  const ours = onWindows || [process.getuid?.(), account?.uid].includes(info.uid)
  if (!info.isDirectory() || !ours)
    throw new PostgresError(
      'folder',
      `${folder} is not a folder of Talkoot's. Remove it, or set TALKOOT_DATA to another folder.`,
    )
  if (account) await chown(folder, account.uid, account.gid)
  await chmod(folder, 0o700)
}

/** The kernel's limit is 103 (macOS) or 107 bytes (Linux) for the whole path of a socket. */
const longestSocketPath = 100
const socketName = '.s.PGSQL.5432'

/**
 * A private folder for the socket: beside the data when the path is short enough and the disk knows sockets. What
 * a server that was killed left in it is removed, for its lock names a process, as the pid file does.
 */
export async function makeSocketFolder(home: Home): Promise<string> {
  const name = `talkoot-${hashOf(home.folder)}`
  const candidates = [join(home.folder, 'socket'), join(tmpdir(), name), join('/tmp', name)]
  for (const folder of candidates) {
    if (Buffer.byteLength(join(folder, socketName)) > longestSocketPath) continue
    try {
      await makePrivate(folder, home.account)
      for (const name of [socketName, `${socketName}.lock`]) await rm(join(folder, name), { force: true })
      if (await holdsSockets(folder)) return folder
    } catch {
      // Somebody else's folder of that name, or a disk without permissions: the next one.
    }
  }
  throw new PostgresError(
    'folder',
    `No private folder for the database's socket could be made in any of ${candidates.join(', ')}. Set TALKOOT_DATA to a folder with a shorter path on a local disk.`,
  )
}

const holdsSockets = (folder: string) =>
  new Promise<boolean>((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(join(folder, `.try-${process.pid}`), () => server.close(() => done(true)))
  })
