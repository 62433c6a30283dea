import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import tar from 'tar-stream'
import { BackupProblem } from './problem.ts'
import { headBytes, isSealed, opened, sealed } from './sealing.ts'

export type Writer = {
  /** One part that is in memory. */
  add: (place: string, bytes: Buffer) => Promise<void>
  /** One part of known length that streams. */
  stream: (place: string, bytes: number, source: Readable) => Promise<void>
}

/**
 * Writes a container beside its place and puts it there when it is whole and on the disk, so that a file under the
 * asked name is always a whole backup.
 */
export async function writeContainer(
  file: string,
  key: string | undefined,
  fill: (writer: Writer) => Promise<void>,
): Promise<number> {
  const partial = `${file}.partial`
  const pack = tar.pack()
  const zip = createGzip({ level: 3 })
  const out = createWriteStream(partial, { mode: 0o600 })
  const written = key
    ? pipeline(pack, zip, (source) => sealed(source as AsyncIterable<Buffer>, key), out)
    : pipeline(pack, zip, out)
  // A pack whose stream has broken says so by its pipeline, not by its entries.
  const broken = written.then(() => new Promise<never>(() => undefined))
  const add = (place: string, bytes: Buffer): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve, reject) => {
        pack
          .entry({ name: place, size: bytes.length, mode: 0o600 }, (error) =>
            error ? reject(error) : resolve(),
          )
          .end(bytes)
      }),
      broken,
    ])
  const stream = (place: string, bytes: number, source: Readable): Promise<void> =>
    Promise.race([pipeline(source, pack.entry({ name: place, size: bytes, mode: 0o600 })), broken])
  try {
    await fill({ add, stream })
    pack.finalize()
    await written
    const handle = await open(partial, 'r+')
    await handle.sync()
    const { size } = await handle.stat()
    await handle.close()
    await rename(partial, file)
    await syncFolder(path.dirname(file))
    return size
  } catch (error) {
    pack.destroy(error as Error)
    await written.catch(() => undefined)
    await rm(partial, { force: true })
    throw error
  }
}

/** So that the new name is on the disk too. Not every system lets a folder be opened; then its own care must do. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

export type Part = { place: string; content: Readable }

/** Reads a container front to back; each part must be read, or left with `resume()`, before the next comes. */
export async function* readContainer(file: string, key: string | undefined): AsyncGenerator<Part> {
  const head = await readHead(file)
  const source = createReadStream(file, { highWaterMark: 1024 * 1024 })
  const secret = isSealed(head)
  if (secret && !key)
    throw new BackupProblem('The backup is encrypted. Give its key with --key-file or TALKOOT_BACKUP_KEY.')
  if (!secret && !(head[0] === 0x1f && head[1] === 0x8b))
    throw new BackupProblem(`${file} is no backup of Talkoot.`)
  const plain = secret ? Readable.from(opened(source, key!)) : source
  const unzip = createGunzip()
  const extract = tar.extract()
  const read = pipeline(plain, unzip, extract)
  // What breaks upstream is said by the loop below, which sees the extract end with the same error.
  read.catch(() => undefined)
  try {
    for await (const entry of extract)
      yield { place: entry.header.name, content: entry as unknown as Readable }
    await read
  } catch (error) {
    throw sayDamage(error)
  } finally {
    extract.destroy()
    source.destroy()
  }
}

/** What goes wrong while a container is read is its damage, unless the disk itself says no. */
export function sayDamage(error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (error instanceof BackupProblem || /^E[A-Z]+$/.test(code)) return error
  return new BackupProblem(`The backup is damaged or cut off (${message}). Use another one.`)
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BackupProblem(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file}: ${error.message}`,
    )
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

export async function contentOf(part: Part): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of part.content) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
