import {
  appendFile,
  chmod,
  lchown,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, program } from './postgres-binaries.ts'
import { folderError, PostgresError } from './postgres-error.ts'
import { type Home, makePrivate } from './postgres-home.ts'
import { isAlive, run } from './postgres-process.ts'

export const superuser = 'talkoot'
export const dataOf = (home: Home): string => join(home.folder, 'data')
export const passwordFileOf = (home: Home): string => join(home.folder, 'password')
const onWindows = process.platform === 'win32'

/** The major version that made the data, or undefined when there is no data yet. */
export async function majorOf(home: Home): Promise<number | undefined> {
  const text = await readFile(join(dataOf(home), 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

/** Ours come first in meaning, not in force: an administrator's later line or ALTER SYSTEM wins. */
const settings = `
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

/** Kinds of letters come from the system's locale, the order of words from ICU: Finnish in both, where known. */
const locales = onWindows ? ['C'] : ['C.UTF-8', 'en_US.UTF-8', 'C']

/**
 * Makes the data folder, in a draft that gets its name only when it is whole: one that was interrupted is
 * never taken for a database.
 */
export async function createCluster(
  home: Home,
  binaries: Binaries,
  options: { durable: boolean; password?: string },
) {
  await removeDrafts(home)
  const draft = join(home.folder, `data.new-${process.pid}`)
  const passwordFile = join(home.folder, 'password')
  if (options.password) await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 })
  const args = (locale: string) => [
    ...['-D', draft, '-U', superuser, '-E', 'UTF8', '--data-checksums', `--locale=${locale}`],
    ...['--locale-provider=icu', '--icu-locale=fi-FI'],
    ...(options.password
      ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
      : ['--auth-local=trust', '--auth-host=reject']),
    ...(options.durable ? [] : ['--no-sync']),
  ]
  let failure = ''
  for (const locale of locales) {
    await rm(draft, { recursive: true, force: true })
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
    await appendFile(join(draft, 'postgresql.conf'), settings)
    await rename(draft, dataOf(home))
    if (!onWindows) await flush(home.folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error instanceof PostgresError ? error : folderError(home.folder, error as NodeJS.ErrnoException)
  }
}

/** Makes a new name in a folder outlive a power cut. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** What interrupted starts left. An `initdb` that outlived its starter may still write there: then next time. */
async function removeDrafts(home: Home): Promise<void> {
  for (const name of await readdir(home.folder)) {
    const pid = Number(/^data\.new-(\d+)$/.exec(name)?.[1])
    if (!pid || (pid !== process.pid && isAlive(pid))) continue
    await rm(join(home.folder, name), { recursive: true, force: true, maxRetries: 20 }).catch(() => undefined)
  }
}

/** A server's own words for the commonest troubles of a machine, in ours. */
export async function explain(says: string, home: Home): Promise<PostgresError> {
  for (const [sign, code] of [
    ['No space left on device', 'ENOSPC'],
    ['Disk quota exceeded', 'EDQUOT'],
    ['Read-only file system', 'EROFS'],
    ['Permission denied', 'EACCES'],
  ])
    if (says.includes(sign!)) return folderError(home.folder, Object.assign(new Error(says), { code }))
  if (says.includes('could not look up effective user ID'))
    return new PostgresError(
      'account',
      `PostgreSQL makes a database only for a user who has a name, and uid ${process.getuid?.()} has none on this machine. ` +
        'Give it one (a line in /etc/passwd), run the container as a user of its image (docker run --user node), or set DATABASE_URL.',
    )
  return new PostgresError(
    'failed',
    `The embedded database in ${home.folder} did not start: ${says.slice(-1500)}\nIts log is in ${join(home.folder, 'log')}.`,
  )
}

/** The server insists that its account owns the data: in a restored or copied folder that may be root. */
export async function takeOwnership(home: Home): Promise<void> {
  if (!home.account) return
  const { uid, gid } = home.account
  for (const folder of [dataOf(home), join(home.folder, 'log')]) {
    const top = await stat(folder).catch(() => undefined)
    if (!top || top.uid === uid) continue
    for (const name of await readdir(folder, { recursive: true })) await lchown(join(folder, name), uid, gid)
    await lchown(folder, uid, gid)
    await chmod(folder, 0o700)
  }
}
