import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect } from '../src/kernel/db.ts'
import { migrate } from '../src/kernel/migrate.ts'
import { type EmbeddedPostgres, startPostgres } from '../src/kernel/postgres.ts'
import { isAlive } from '../src/kernel/postgres-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test run's server is, and the database that every fresh one is a copy of. */
    postgres: { connectionString: string; template: string }
  }
}

const migrations = join(import.meta.dirname, '..', 'migrations')

/** One folder for each checkout and user: a run that was killed is cleaned up by the next one. */
const folder = join(
  tmpdir(),
  `talkoot-tests-${process.getuid?.() ?? 'user'}-${createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 10)}`,
)

/** One PostgreSQL for the whole run, without fsync, with a template that has been migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const admin = new pg.Client({ connectionString: server.connectionString })
  await admin.connect()
  await reap(admin)
  const template = await makeTemplate(admin, server.connectionString)
  await admin.end()
  project.provide('postgres', { connectionString: server.connectionString, template })
  return async () => {
    await server.stop({ evenIfJoined: true })
  }
}

/** Without fsync the folder may not survive a power cut: then it is made again. */
async function startServer(): Promise<EmbeddedPostgres> {
  const options = { folder, durable: false, log: () => undefined }
  try {
    return await startPostgres(options)
  } catch (error) {
    if (!(await stat(folder).catch(() => undefined))) throw error
    await rm(folder, { recursive: true, force: true })
    return startPostgres(options)
  }
}

/** Databases are named after the process that made them; those of processes that are gone go. */
async function reap(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^(test|draft)_[0-9]+_'",
  )
  for (const { name } of rows)
    if (!isAlive(Number(name.split('_')[1])))
      await admin.query(`drop database if exists ${name} with (force)`)
}

/** Named after what made it, so that a changed migration makes another; renamed only when it is whole. */
async function makeTemplate(admin: pg.Client, connectionString: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(migrations)).sort())
    hash.update(name).update(await readFile(join(migrations, name)))
  const template = `template_${hash.digest('hex').slice(0, 12)}`
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template])
  if (rowCount) return template

  const old = await admin.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^template_[0-9a-f]{12}$'",
  )
  for (const { name } of old.rows) await admin.query(`drop database if exists ${name} with (force)`)
  const draft = `draft_${process.pid}_${template.slice(9)}`
  await admin.query(`create database ${draft}`)
  const connection = connect(connectionString.replace('/talkoot?', `/${draft}?`), () => undefined, 1)
  await migrate(connection.db, migrations)
  await connection.close()
  await admin.query(`alter database ${draft} rename to ${template}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04') throw error
  })
  return template
}
