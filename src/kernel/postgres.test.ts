import { spawn } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, otherProcesses } from '../../test/other-process.ts'
import { type EmbeddedPostgres, startPostgres, stopPostgres } from './postgres.ts'
import { asAccount, isAlive, orphansOf, readPidFile } from './postgres-process.ts'

let root: string
let others: Awaited<ReturnType<typeof otherProcesses>>
const folders: string[] = []
const events: string[] = []

const newFolder = (name: string) => {
  const folder = join(root, name)
  folders.push(folder)
  return folder
}
const start = (folder: string) =>
  startPostgres({ folder, durable: false, log: (event) => void events.push(event) })
const socketOf = (server: EmbeddedPostgres) => new URL(server.connectionString).searchParams.get('host')!
const pidOf = async (folder: string) => (await readPidFile(join(folder, 'data')))!.pid

async function ask(server: { connectionString?: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(server)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function connect(server: { connectionString?: string }): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.connectionString! })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await pause(5)
}

beforeAll(async () => {
  root = await openFolder('talkoot test å-')
  others = await otherProcesses()
})

afterAll(async () => {
  for (const folder of folders) {
    await stopPostgres(folder).catch(() => undefined)
    for (const pid of await orphansOf(join(folder, 'data'))) process.kill(pid, 'SIGKILL')
  }
  await rm(root, { recursive: true, force: true })
  await rm(others.folder, { recursive: true, force: true })
})

describe('a new server', () => {
  let server: EmbeddedPostgres
  beforeAll(async () => {
    server = await start(newFolder('new'))
  })

  test('sorts as Finns do and knows letters from punctuation', async () => {
    const [row] = await ask(
      server,
      `select string_agg(x, ' ' order by x) as sorted,
         to_tsvector('simple', '”Älykäs” ruoka–ketju')::text as words
       from unnest(array['öljy','zebra','ahti','åbo','äiti','Vaasa','Wirta','Virta']) x`,
    )
    expect(row).toEqual({
      sorted: 'ahti Vaasa Virta Wirta zebra åbo äiti öljy',
      words: "'ketju':3 'ruoka':2 'älykäs':1",
    })
  })

  test('is out of the reach of networks and of other users', async () => {
    const rows = await ask(server, 'select name, setting from pg_settings')
    const settings = Object.fromEntries(rows.map((row) => [row.name, row.setting]))
    expect(settings).toMatchObject({
      listen_addresses: '',
      data_checksums: 'on',
      jit: 'off',
      server_encoding: 'UTF8',
    })
    const socket = await stat(String(settings.unix_socket_directories))
    expect(socket.mode & 0o777).toBe(0o700)
    expect((await stat(join(server.folder, 'data'))).mode & 0o777).toBe(0o700)
  })

  test('is joined by whoever comes later, here or in another process', async () => {
    const again = await start(server.folder)
    const elsewhere = await others.run('start', server.folder)
    expect([server.joined, again.joined, elsewhere.joined]).toEqual([false, true, true])
    expect([again.connectionString, elsewhere.connectionString]).toEqual(
      Array(2).fill(server.connectionString),
    )
  })

  test('stays while somebody else uses it, and stops with the one who started it', async () => {
    const joiner = await start(server.folder)
    const client = await connect(joiner)
    expect(await server.stop()).toBe(false)
    await client.end()
    expect(await joiner.stop()).toBe(false)
    expect(await server.stop()).toBe(true)
    expect(await stopPostgres(server.folder)).toBe(false)
  })

  test('stops with the last one out when that one asks for it', async () => {
    await others.run('start', server.folder)
    const joiner = await start(server.folder)
    expect(joiner.joined).toBe(true)
    expect(await joiner.stop({ evenIfJoined: true })).toBe(true)
  })
})

describe('several processes at the same moment', () => {
  test('one makes and starts the server, the others join it', async () => {
    const folder = newFolder('together')
    const answers = await Promise.all(Array.from({ length: 5 }, () => others.run('start', folder)))
    expect(answers.map((answer) => answer.message).filter(Boolean)).toEqual([])
    expect(answers.filter((answer) => answer.joined === false)).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer.connectionString)).size).toBe(1)
  })

  test('short visits that start and stop it never fail each other', async () => {
    const folder = newFolder('visits')
    const answers = await Promise.all(Array.from({ length: 6 }, () => others.run('visit', folder)))
    expect(answers.map((answer) => answer.message).filter(Boolean)).toEqual([])
  })

  test('a lock left behind by a process that is gone, or whose number went to another, holds nobody up', async () => {
    const folder = newFolder('lock')
    await mkdir(folder)
    for (const holder of [
      { pid: 4_000_000, birth: 'gone' },
      { pid: process.pid, birth: 'another' },
    ]) {
      await writeFile(join(folder, 'start.lock'), JSON.stringify(holder))
      const server = await start(folder)
      expect(await server.stop()).toBe(true)
    }
  })
})

describe('after a crash', () => {
  test('what was acknowledged is there, and ensure() brings the server back at the same address', async () => {
    const server = await start(newFolder('killed'))
    await ask(server, 'create table kept (n int); insert into kept values (1)')
    await kill(await pidOf(server.folder))
    await server.ensure()
    expect(await ask(server, 'select n from kept')).toEqual([{ n: 1 }])
  })

  test('a query that still computes for the dead server is ended before the folder is opened again', async () => {
    const server = await start(newFolder('orphan'))
    const busy = (await connect(server)).query('do $$ begin loop end loop; end $$').catch(() => undefined)
    await pause(300)
    await kill(await pidOf(server.folder))
    const left = await orphansOf(join(server.folder, 'data'))
    const again = await start(server.folder)
    await busy
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter(isAlive)).toEqual([])
    expect(await ask(again, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a pid file whose number belongs to another process after a reboot is no server', async () => {
    const server = await start(newFolder('reboot'))
    const data = join(server.folder, 'data')
    const { uid, gid } = await stat(data)
    await kill(await pidOf(server.folder))
    const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? asAccount({ uid, gid, name: '' }) : {})
    for (const lock of [join(data, 'postmaster.pid'), join(socketOf(server), '.s.PGSQL.5432.lock')])
      await writeFile(lock, (await readFile(lock, 'utf8')).replace(/^\d+/, String(stranger.pid)))
    const again = await start(server.folder)
    expect(again.joined).toBe(false)
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
  })

  test('a copied folder gets a server of its own while that of the original runs on', async () => {
    const original = await start(newFolder('original'))
    await ask(original, 'create table marks (n int); checkpoint')
    const folder = newFolder('copy')
    await cp(original.folder, folder, { recursive: true, filter: (path) => !path.includes('/socket') })
    const copy = await start(folder)
    expect(copy.joined).toBe(false)
    await ask(copy, 'insert into marks values (1)')
    expect(await ask(original, 'select * from marks')).toEqual([])
    expect(await pidOf(folder)).not.toBe(await pidOf(original.folder))
    expect((await start(original.folder)).joined).toBe(true)
  })

  test('a first start that was killed at any moment is done again', async () => {
    const folder = newFolder('interrupted')
    for (const moment of [150, 300, 500, 800]) {
      const child = others.begin('start', folder)
      await pause(moment)
      child.kill('SIGKILL')
    }
    const server = await start(folder)
    expect(await ask(server, 'select current_database() as name')).toEqual([{ name: 'talkoot' }])
    expect((await readdir(folder)).filter((name) => name.startsWith('data.'))).toEqual([])
  })

  test('a server whose socket was deleted is started anew', async () => {
    const server = await start(newFolder('socket'))
    const before = await pidOf(server.folder)
    await unlink(join(socketOf(server), '.s.PGSQL.5432'))
    await server.ensure()
    expect(await pidOf(server.folder)).not.toBe(before)
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})
