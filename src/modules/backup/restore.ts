import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { restoreJobs } from '../../kernel/job-restore.ts'
import {
  applyMigration,
  dropTables,
  emptyTables,
  fillTable,
  isInUse,
  loosen,
  othersConnected,
  type Planned,
  readTable,
  run,
  type TableShape,
  tablesOf,
} from './catalogue-queries.ts'
import { type Checksum, createChecksum, rowsOf, sameChecksum } from './checksum.ts'
import { contentOf, type Part, readContainer, sayDamage } from './container.ts'
import {
  fileOf,
  type Manifest,
  manifestSchema,
  parseAs,
  places,
  plannedSchema,
  type Summary,
  summarySchema,
  tableOf,
} from './manifest.ts'
import { BackupProblem } from './problem.ts'
import { type BackupSource, connectExactly, takeBackup } from './take.ts'

export type RestoreOptions = {
  file: string
  key?: string | undefined
  /** Whether what is there now may be replaced; a backup of it is taken first. */
  replace: boolean
  now: Date
  migrations: string
  told?: (step: string) => void
}

export type Restored = {
  madeAt: string
  madeBy: string
  tables: number
  rows: number
  files: number
  jobs: number
  /** Migrations that the backup did not have yet. */
  migrated: string[]
  safety: string | undefined
}

/**
 * Reads the whole backup and proves it before anything is touched; then, in one transaction, lays the tables at the
 * backup's own level, fills them, reads each back and compares, and brings them up to date. Until that transaction
 * ends, the database is as it was.
 */
export async function restoreBackup(target: BackupSource, options: RestoreOptions): Promise<Restored> {
  const { file, key, told = () => undefined } = options
  told('reading the backup')
  const proved = await proveBackup(file, key).catch((error: unknown) => {
    throw sayDamage(error)
  })
  const migrations = await migrationsFor(proved.manifest, options.migrations)
  const client = await connectExactly(target.connectionString, 'talkoot-restore')
  try {
    if ((await othersConnected(client)) > 0)
      throw new BackupProblem('Talkoot is running on this database. Stop it, then restore.')
    const inUse = await isInUse(client)
    if (inUse && !options.replace)
      throw new BackupProblem(
        'The database is not empty. Restore into an empty one, or give --replace: a backup of what is there is then taken first.',
      )
    const safety = inUse ? await takeSafety(target, options) : undefined
    const loaded = await load(client, proved, migrations, options, target.dataFolder)
    told('planning jobs')
    await restoreJobs(target.connectionString, loaded.planned.queues, loaded.planned.jobs)
    await run(client, 'analyze')
    return {
      madeAt: proved.manifest.madeAt,
      madeBy: proved.manifest.version,
      tables: proved.manifest.tables.length,
      rows: Object.values(proved.summary.tables).reduce((n, t) => n + t.rows, 0),
      files: proved.summary.files,
      jobs: loaded.planned.jobs.length,
      migrated: migrations.later,
      safety,
    }
  } finally {
    await client.end()
  }
}

type Proved = { manifest: Manifest; summary: Summary }

/** Reads a backup to its end and compares everything in it with its summary. */
export async function proveBackup(file: string, key: string | undefined): Promise<Proved> {
  let manifest: Manifest | undefined
  let summary: Summary | undefined
  const sums = new Map<string, ReturnType<typeof createChecksum>>()
  const wrong: string[] = []
  let files = 0
  for await (const part of readContainer(file, key)) {
    const table = tableOf(part.place)
    const hash = fileOf(part.place)
    if (table) {
      const sum = sums.get(table) ?? createChecksum()
      sums.set(table, sum)
      for (const row of rowsOf(await contentOf(part))) sum.add(row)
    } else if (hash) {
      files += 1
      const digest = createHash('sha256')
      for await (const chunk of part.content) digest.update(chunk as Buffer)
      if (digest.digest('hex') !== hash) wrong.push(hash)
    } else {
      const content = await contentOf(part)
      if (part.place === places.manifest) manifest = parseAs(manifestSchema, content, part.place)
      if (part.place === places.summary) summary = parseAs(summarySchema, content, part.place)
    }
  }
  if (!manifest || !summary)
    throw new BackupProblem('The backup is cut off: its end is missing. Use another one.')
  const known = new Set(summary.damaged)
  if (files !== summary.files || wrong.some((hash) => !known.has(hash)))
    throw new BackupProblem('The files in the backup are not those that were put there. Use another one.')
  for (const { name } of manifest.tables) {
    const is = sums.get(name)?.value() ?? createChecksum().value()
    const was = summary.tables[name]
    if (!was || !sameChecksum(is, was))
      throw new BackupProblem(`The table ${name} in the backup is not as it was written. Use another one.`)
  }
  return { manifest, summary }
}

type Level = { own: string[]; later: string[]; texts: Map<string, string> }

/** Which of this product's migrations the backup had, and which come after them. */
async function migrationsFor(manifest: Manifest, folder: string): Promise<Level> {
  const files = (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()
  const unknown = manifest.migrations.filter((name) => !files.includes(name))
  if (unknown.length > 0)
    throw new BackupProblem(
      `The backup was made by a newer Talkoot (${manifest.version}; it has ${unknown.join(', ')}). Restore it with that version.`,
    )
  const texts = new Map<string, string>()
  for (const name of files) texts.set(name, await readFile(path.join(folder, name), 'utf8'))
  return { own: manifest.migrations, later: files.filter((f) => !manifest.migrations.includes(f)), texts }
}

async function takeSafety(target: BackupSource, { key, now, told }: RestoreOptions): Promise<string> {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-')
  const place = (n: number) =>
    path.join(target.dataFolder, 'backups', `before-restore-${stamp}${n > 1 ? `-${n}` : ''}.talkoot`)
  // Never over another: it may be the very one that is being restored.
  let n = 1
  while (await stat(place(n)).catch(() => undefined)) n += 1
  const file = place(n)
  told?.('backing up what is there now')
  await takeBackup(target, { file, key, now })
  return file
}

async function load(
  client: pg.Client,
  { manifest, summary }: Proved,
  level: Level,
  { file, key, told }: RestoreOptions,
  dataFolder: string,
): Promise<{ planned: Planned }> {
  let planned: Planned = { queues: [], jobs: [] }
  await client.query('begin')
  try {
    told?.('filling the tables')
    await dropTables(client)
    for (const name of level.own) await applyMigration(client, name, level.texts.get(name)!)
    mustFit(manifest.tables, await tablesOf(client))
    await emptyTables(client, manifest.tables)
    const tighten = await loosen(client)
    const parts = peekable(readContainer(file, key))
    for (let part = await parts.next(); part; part = await parts.next()) {
      const name = tableOf(part.place)
      const hash = fileOf(part.place)
      if (name) {
        await fillTable(client, manifest.tables.find((t) => t.name === name)!, piecesOf(part, name, parts))
      } else if (hash) await keepFile(dataFolder, hash, part)
      else if (part.place === places.jobs) planned = parseAs(plannedSchema, await contentOf(part), part.place)
      else if (part.place === places.secret) await keepSecret(dataFolder, await contentOf(part))
      else part.content.resume()
    }
    told?.('building indexes')
    for (const statement of tighten) await run(client, statement)
    told?.('comparing what came out')
    for (const table of manifest.tables) {
      if (!sameChecksum(await checksumOf(client, table), summary.tables[table.name]!))
        throw new BackupProblem(
          `The table ${table.name} did not come out as it is in the backup. Nothing was changed.`,
        )
    }
    for (const name of level.later) await applyMigration(client, name, level.texts.get(name)!)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
  return { planned }
}

export async function checksumOf(client: pg.Client, table: TableShape): Promise<Checksum> {
  const checksum = createChecksum()
  for await (const rows of readTable(client, table)) for (const row of rows) checksum.add(row)
  return checksum.value()
}

/** The same migrations must make the same tables: else a released one was edited, and values would go astray. */
function mustFit(wanted: readonly TableShape[], made: readonly TableShape[]): void {
  for (const table of wanted) {
    const there = made.find((m) => m.name === table.name)
    const missing = table.columns.filter((column) => !there?.columns.includes(column))
    if (missing.length > 0)
      throw new BackupProblem(
        `The backup has columns that this version does not make (${table.name}: ${missing.join(', ')}). Restore it with the version that made it.`,
      )
  }
}

type Parts = { next: () => Promise<Part | undefined>; peek: () => Promise<Part | undefined> }

function peekable(source: AsyncGenerator<Part>): Parts {
  let held: { part: Part | undefined } | undefined
  const read = async () => {
    const { value, done } = await source.next()
    return done ? undefined : value
  }
  return {
    async next() {
      const part = held ? held.part : await read()
      held = undefined
      return part
    },
    async peek() {
      held ??= { part: await read() }
      return held.part
    },
  }
}

async function* piecesOf(first: Part, name: string, parts: Parts): AsyncGenerator<Buffer> {
  yield await contentOf(first)
  for (let next = await parts.peek(); next && tableOf(next.place) === name; next = await parts.peek())
    yield await contentOf((await parts.next())!)
}

async function keepFile(dataFolder: string, hash: string, part: Part): Promise<void> {
  const folder = path.join(dataFolder, 'files', hash.slice(0, 2))
  const place = path.join(folder, hash)
  const there = await stat(place).catch(() => undefined)
  await mkdir(folder, { recursive: true })
  const temporary = path.join(dataFolder, 'files', `incoming-${randomUUID()}`)
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(part.content, meter, createWriteStream(temporary, { mode: 0o600 }))
  if (there?.size === bytes) await rm(temporary)
  else await rename(temporary, place)
}

/** The installation's key goes where it was; one that is there already and differs is kept beside it. */
async function keepSecret(dataFolder: string, secret: Buffer): Promise<void> {
  const place = path.join(dataFolder, places.secret)
  const there = await readFile(place).catch(() => undefined)
  if (there?.equals(secret)) return
  await mkdir(dataFolder, { recursive: true })
  if (there) await rename(place, `${place}.before-restore`)
  await writeFile(place, secret, { mode: 0o600 })
}
