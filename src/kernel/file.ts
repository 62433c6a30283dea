import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where dropped files live: under a folder, named by their content (SHA-256), so that the same file is kept once. */
export type Files = {
  /** Streams in, never holding the file in memory. Throws `TooLarge` past `limit` bytes; nothing is then kept. */
  put: (stream: Readable, limit: number) => Promise<{ hash: string; bytes: number }>
  open: (hash: string) => Readable
  pathOf: (hash: string) => string
  has: (hash: string) => Promise<boolean>
  /** Every stored file with the moment when it last came in. */
  list: () => AsyncIterable<{ hash: string; at: Date; bytes: number }>
  /** Removes a file unless it has come in again since `before`; answers whether it went. */
  remove: (hash: string, before: Date) => Promise<boolean>
}

export class TooLarge extends Error {
  readonly limit: number
  constructor(limit: number) {
    super(`larger than ${limit} bytes`)
    this.limit = limit
  }
}

export function createFiles(folder: string): Files {
  const pathOf = (hash: string) => {
    // The name becomes a path: nothing but a hash may.
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the name of a stored file')
    return path.join(folder, hash.slice(0, 2), hash)
  }
  return {
    pathOf,
    open: (hash) => createReadStream(pathOf(hash)),
    has: (hash) =>
      stat(pathOf(hash)).then(
        () => true,
        () => false,
      ),
    async *list() {
      for (const part of await readdir(folder).catch(() => [])) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue
        for (const hash of await readdir(path.join(folder, part))) {
          if (!/^[0-9a-f]{64}$/.test(hash)) continue
          const found = await stat(pathOf(hash)).catch(() => undefined)
          if (found) yield { hash, at: found.mtime, bytes: found.size }
        }
      }
    },
    async remove(hash, before) {
      // Taken aside first: what comes in at this very moment is then a file of its own, and stays.
      const aside = path.join(folder, `leaving-${randomUUID()}`)
      try {
        await rename(pathOf(hash), aside)
      } catch {
        return false
      }
      const young = (await stat(aside)).mtime >= before
      if (young) await rename(aside, pathOf(hash))
      else await rm(aside, { force: true })
      return !young
    },
    async put(stream, limit) {
      await mkdir(folder, { recursive: true })
      const temporary = path.join(folder, `incoming-${randomUUID()}`)
      const digest = createHash('sha256')
      let bytes = 0
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          if (bytes > limit) return done(new TooLarge(limit))
          digest.update(chunk)
          done(null, chunk)
        },
      })
      try {
        await pipeline(stream, meter, createWriteStream(temporary, { mode: 0o600 }))
        const hash = digest.digest('hex')
        await mkdir(path.dirname(pathOf(hash)), { recursive: true })
        await rename(temporary, pathOf(hash))
        return { hash, bytes }
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
  }
}
