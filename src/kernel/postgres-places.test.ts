import { execFileSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, otherProcesses } from '../../test/other-process.ts'
import { startPostgres, stopPostgres } from './postgres.ts'
import { findBinaries } from './postgres-binaries.ts'
import type { PostgresError } from './postgres-error.ts'

const asRoot = process.getuid?.() === 0
const nobody = 65_534
const onlyAsRoot = describe.skipIf(!asRoot)
if (!asRoot) console.warn('Not root: the tests of a server started as root or by another user are skipped.')

let root: string
let others: Awaited<ReturnType<typeof otherProcesses>>
const folders = new Set<string>()
const elsewhere = new Set<string>()

const newFolder = (...names: string[]) => {
  const folder = join(root, ...names)
  folders.add(folder)
  return folder
}
const start = async (folder: string, events: string[] = []) => {
  const server = await startPostgres({ folder, durable: false, log: (event) => void events.push(event) })
  if (server.folder !== folder) elsewhere.add(server.folder)
  return server
}
const refusal = (folder: string) =>
  start(folder).then(
    () => expect.unreachable('it started'),
    (error: PostgresError) => error,
  )

beforeAll(async () => {
  root = await openFolder('talkoot-places-')
  others = await otherProcesses()
})

afterAll(async () => {
  for (const folder of folders) await stopPostgres(folder).catch(() => undefined)
  for (const folder of [root, others.folder, ...elsewhere]) await rm(folder, { recursive: true, force: true })
})

describe('folders that will not do', () => {
  test('data of another PostgreSQL is told how to move, and left as it is', async () => {
    const folder = newFolder('old')
    await mkdir(join(folder, 'data'), { recursive: true })
    await writeFile(join(folder, 'data', 'PG_VERSION'), '9\n')
    const error = await refusal(folder)
    expect(error.reason).toBe('other-major')
    expect(error.message).toMatch(/PostgreSQL 9, .*18.*Nothing was changed.*backup/s)
    expect(await readdir(join(folder, 'data'))).toEqual(['PG_VERSION'])
  })

  test('a path that is a file, or leads through one', async () => {
    const file = join(root, 'file')
    await writeFile(file, '')
    for (const folder of [file, join(file, 'below')]) {
      const error = await refusal(folder)
      expect(error).toMatchObject({ reason: 'folder' })
      expect(error.message).toContain(`${folder} is not a folder`)
      expect(error.message).toContain('TALKOOT_DATA')
    }
  })

  test('a path too long for a socket gets its socket elsewhere', async () => {
    const server = await start(newFolder('long'.repeat(30)))
    const socketFolder = new URL(server.connectionString).searchParams.get('host')!
    expect(Buffer.byteLength(socketFolder)).toBeLessThan(90)
    expect((await stat(socketFolder)).mode & 0o777).toBe(0o700)
    expect(await server.stop()).toBe(true)
    await rm(socketFolder, { recursive: true })
  })
})

onlyAsRoot('started as root', () => {
  test('a folder that the server may not enter makes way for another, which everybody finds again', async () => {
    await mkdir(join(root, 'home'), { mode: 0o700 })
    const folder = newFolder('home', 'data')
    const events: string[] = []
    const server = await start(folder, events)
    expect(events[0]).toBe('postgres.moved')
    expect((await readFile(join(folder, 'moved-to'), 'utf8')).trim()).toBe(server.folder)
    const again = await start(folder)
    expect([again.joined, again.folder]).toEqual([true, server.folder])

    const copy = newFolder('home', 'copy')
    await cp(folder, copy, { recursive: true })
    const other = await start(copy)
    expect(other.folder).not.toBe(server.folder)
  })

  test('an existing database in such a folder is never replaced by an empty one', async () => {
    await mkdir(join(root, 'closed'))
    const folder = newFolder('closed', 'data')
    expect(await (await start(folder)).stop()).toBe(true)
    await chmod(join(root, 'closed'), 0o700)
    const error = await refusal(folder)
    expect(error.message).toMatch(/not let into.*Nothing was changed/s)
    expect(await readdir(folder)).not.toContain('moved-to')
  })

  test('data that an ordinary user has made is run as that user, and data of root is given away', async () => {
    const folder = newFolder('owned')
    await mkdir(folder)
    await chown(folder, nobody, nobody)
    expect(await others.run('visit', folder, nobody)).toMatchObject({ joined: false })
    const server = await start(folder)
    expect((await stat(join(folder, 'data', 'postmaster.pid'))).uid).toBe(nobody)
    expect(await others.run('start', folder, nobody)).toMatchObject({ joined: true })
    expect(await server.stop()).toBe(true)

    execFileSync('chown', ['-R', '0:0', folder])
    expect(await (await start(folder)).stop()).toBe(true)
    expect((await stat(join(folder, 'data'))).uid).toBeGreaterThan(0)
  })

  test('a disk that is full says so', async () => {
    const folder = newFolder('small')
    await mkdir(folder)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=0755', 'tmpfs', folder], { stdio: 'ignore' })
    } catch {
      console.warn('No disk may be mounted here: the test of a full disk is skipped.')
      return
    }
    try {
      const error = await refusal(folder)
      expect(error.message).toContain('is on a disk that is full')
      expect((await readdir(folder)).filter((name) => name.startsWith('data'))).toEqual([])
    } finally {
      execFileSync('umount', [folder])
    }
  })
})

onlyAsRoot('started as an ordinary user', () => {
  test('a package that belongs to others and was installed without its script is copied', async () => {
    const native = join(others.packaged!, 'native')
    for (const name of await readdir(join(native, 'lib')))
      if (
        (await stat(join(native, 'lib', name))).isFile() &&
        /\.so(\.\d+)?$/.test(name) &&
        name.startsWith('libicu')
      )
        await rm(join(native, 'lib', name))
    const folder = newFolder('ordinary')
    await mkdir(folder)
    await chown(folder, nobody, nobody)
    const answer = await others.run('visit', folder, nobody)
    expect(answer).toMatchObject({ joined: false, folder })
    expect(answer.events).toContain('postgres.binaries-copied')
  })

  test('a database of another user, or a folder that is not to be written, says whose it is', async () => {
    const folder = newFolder('of-root')
    expect(await (await start(folder)).stop()).toBe(true)
    const refused = await others.run('start', folder, nobody)
    expect(refused.message).toMatch(/can't be written by this user \(uid 65534\)/)
    await chown(folder, nobody, nobody)
    const owned = await others.run('start', folder, nobody)
    expect(owned.message).toMatch(/belongs to another user \(uid \d+;/)
  })

  test('a uid without a name is told what is missing, and can run a database that exists', async () => {
    const folder = newFolder('nameless')
    await mkdir(folder)
    await chown(folder, 54_321, 54_321)
    const answer = await others.run('start', folder, 54_321)
    expect(answer.reason).toBe('account')
    expect(answer.message).toMatch(/uid 54321 has none.*DATABASE_URL/s)
  })
})

describe('programs', () => {
  const look = (options: { packaged?: string | undefined; system?: string[]; major?: number }) =>
    findBinaries({ place: root, account: undefined, log() {}, ...options })

  test('none at all: says for which platform and what to do', async () => {
    const error = await look({ packaged: undefined, system: [] }).catch((e: PostgresError) => e)
    expect(error).toMatchObject({ reason: 'no-binaries' })
    expect((error as PostgresError).message).toMatch(
      new RegExp(`${process.platform}.*${process.arch}.*DATABASE_URL.*install PostgreSQL`, 's'),
    )
  })

  test('programs that do not run on this system count as none', async () => {
    const packaged = join(root, 'foreign')
    await mkdir(join(packaged, 'native', 'bin'), { recursive: true })
    await writeFile(join(packaged, 'package.json'), '{"version":"0.0.1"}')
    await writeFile(join(packaged, 'native', 'bin', 'postgres'), 'not of this machine', { mode: 0o755 })
    await expect(look({ packaged, system: [] })).rejects.toThrow(/does not run here/)
  })

  test('a PostgreSQL of the system serves when npm has none for this platform', async () => {
    const system = await look({ packaged: undefined }).catch(() => undefined)
    if (!system) return console.warn('This machine has no PostgreSQL of its own: its use is not tested.')
    expect(system.major).toBeGreaterThanOrEqual(15)
    expect((await look({ major: system.major })).major).toBe(system.major)
  })
})
