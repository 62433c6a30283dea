import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openFolder } from './other-process.ts'

export type ServerPostgres = { version: number; connectionString: string; stop: () => Promise<void> }

/** The programs of PostgreSQL servers that this machine has from its own packages, by major version. */
export function installedServers(): Map<number, string> {
  const root = '/usr/lib/postgresql'
  const found = new Map<number, string>()
  for (const version of existsSync(root) ? readdirSync(root) : [])
    if (existsSync(join(root, version, 'bin', 'postgres')))
      found.set(Number(version), join(root, version, 'bin'))
  return found
}

/**
 * A PostgreSQL of the machine's own packages, with a new cluster that one socket folder leads to. Its owner is an
 * ordinary database user who owns one database, as an operator's would be: no superuser.
 */
export async function startServer(version: number): Promise<ServerPostgres> {
  const bin = installedServers().get(version)!
  const folder = await openFolder('talkoot-server-')
  const data = join(folder, 'data')
  const account = process.getuid?.() === 0 ? accountOf('postgres') : undefined
  await mkdir(data)
  if (account) for (const place of [folder, data]) await chown(place, account.uid, account.gid)
  const settings = { ...account, stdio: 'ignore' as const }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    settings,
  )
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_wal_size=4GB'],
    settings,
  )
  const admin = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
  await answers(admin, child)
  await ask(admin, 'create role operator login')
  await ask(admin, 'create database talkoot owner operator')
  return {
    version,
    connectionString: `postgres://operator@localhost/talkoot?host=${encodeURIComponent(folder)}`,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const accountOf = (name: string) => ({
  uid: Number(execFileSync('id', ['-u', name], { encoding: 'utf8' })),
  gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })),
})

async function ask(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function answers(connectionString: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const up = await ask(connectionString, 'select 1').then(
      () => true,
      () => false,
    )
    if (up) return
    await pause(100)
  }
  throw new Error('the server does not answer')
}
