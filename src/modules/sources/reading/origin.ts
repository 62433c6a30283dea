import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'

/** A dropped file that can be read from its start as often as needed. `size` in bytes when known. */
export type Origin = {
  name: string
  size?: number
  open: () => AsyncIterable<Uint8Array>
}

export async function originOfFile(file: string, name = path.basename(file)): Promise<Origin> {
  const { size } = await stat(file)
  return { name, size, open: () => createReadStream(file, { highWaterMark: 256 * 1024 }) }
}

/** Bytes at hand, for small files and tests. */
export const originOfBytes = (name: string, bytes: Uint8Array): Origin => ({
  name,
  size: bytes.length,
  async *open() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
  },
})
