import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import pg from 'pg'
import {
  appliedMigrations,
  beginSnapshot,
  openExactly,
  plannedJobs,
  readTable,
  serverVersion,
  type TableShape,
  tablesOf,
} from './catalogue-queries.ts'
import { type Checksum, createChecksum } from './checksum.ts'
import { type Writer, writeContainer } from './container.ts'
import { type Manifest, places, type Summary } from './manifest.ts'

export type Taken = {
  file: string
  bytes: number
  encrypted: boolean
  rows: number
  files: number
  fileBytes: number
  damaged: string[]
  tables: Record<string, Checksum>
}

export type BackupSource = { connectionString: string; dataFolder: string; version: string }
export type BackupOptions = {
  file: string
  key?: string | undefined
  now: Date
  /** Hears what is being written. */
  told?: (step: string) => void
}

export async function connectExactly(connectionString: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: name, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  await openExactly(client)
  return client
}

/** Writes one moment of the database, and the files that it speaks of, while others go on working. */
export async function takeBackup(source: BackupSource, options: BackupOptions): Promise<Taken> {
  const { file, key, now, told = () => undefined } = options
  await mkdir(path.dirname(path.resolve(file)), { recursive: true })
  const client = await connectExactly(source.connectionString, 'talkoot-backup')
  const summary: Summary = { tables: {}, files: 0, fileBytes: 0, damaged: [] }
  try {
    await beginSnapshot(client)
    const tables = await tablesOf(client)
    const manifest: Manifest = {
      format: 1,
      version: source.version,
      server: await serverVersion(client),
      madeAt: now.toISOString(),
      migrations: await appliedMigrations(client),
      tables,
    }
    const bytes = await writeContainer(file, key, async (writer) => {
      await writer.add(places.manifest, json(manifest))
      for (const table of tables) {
        told(table.name)
        summary.tables[table.name] = await writeTable(client, table, writer)
      }
      await writer.add(places.jobs, json(await plannedJobs(client)))
      await client.query('commit')
      told('files')
      await writeFiles(source.dataFolder, writer, summary)
      await writer.add(places.summary, json(summary))
    })
    const rows = Object.values(summary.tables).reduce((n, t) => n + t.rows, 0)
    return { file, bytes, encrypted: key !== undefined, rows, ...summary }
  } finally {
    await client.end()
  }
}

const json = (value: object) => Buffer.from(JSON.stringify(value))

const pieceBytes = 4 * 1024 * 1024

async function writeTable(client: pg.Client, table: TableShape, writer: Writer): Promise<Checksum> {
  const checksum = createChecksum()
  let piece: Buffer[] = []
  let bytes = 0
  let number = 0
  const write = async () => {
    number += 1
    await writer.add(places.piece(table.name, number), Buffer.concat(piece))
    piece = []
    bytes = 0
  }
  for await (const rows of readTable(client, table)) {
    for (const row of rows) {
      checksum.add(row)
      piece.push(row)
      bytes += row.length
    }
    if (bytes >= pieceBytes) await write()
  }
  if (piece.length > 0) await write()
  return checksum.value()
}

/** Every dropped file: they are named by their hash and never change, so those of the moment are all there. */
async function writeFiles(dataFolder: string, writer: Writer, summary: Summary): Promise<void> {
  const secret = await readFile(path.join(dataFolder, places.secret)).catch(() => undefined)
  if (secret) await writer.add(places.secret, secret)
  for await (const { hash, place } of filesIn(path.join(dataFolder, 'files'))) {
    const found = await stat(place).catch(() => undefined)
    if (!found) continue
    const digest = createHash('sha256')
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        digest.update(chunk)
        done(null, chunk)
      },
    })
    const source = createReadStream(place, { highWaterMark: 1024 * 1024 })
    source.on('error', (error) => meter.destroy(error))
    await writer.stream(places.file(hash), found.size, source.pipe(meter))
    if (digest.digest('hex') !== hash) summary.damaged.push(hash)
    summary.files += 1
    summary.fileBytes += found.size
  }
}

/** The files of a folder that are named by their hash, in the order of their names. */
async function* filesIn(folder: string): AsyncGenerator<{ hash: string; place: string }> {
  const inside = async (where: string) => (await readdir(where).catch(() => [] as string[])).sort()
  for (const two of await inside(folder)) {
    if (!/^[0-9a-f]{2}$/.test(two)) continue
    for (const hash of await inside(path.join(folder, two)))
      if (/^[0-9a-f]{64}$/.test(hash)) yield { hash, place: path.join(folder, two, hash) }
  }
}

/** How many dropped files there are, and what they take. */
export async function filesSize(dataFolder: string): Promise<{ count: number; bytes: number }> {
  const all = { count: 0, bytes: 0 }
  for await (const { place } of filesIn(path.join(dataFolder, 'files'))) {
    const found = await stat(place).catch(() => undefined)
    if (!found) continue
    all.count += 1
    all.bytes += found.size
  }
  return all
}
