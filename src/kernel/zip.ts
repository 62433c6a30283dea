import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

/** A zip archive written front to back (APPNOTE 6.3.10): sizes follow each part in a data descriptor. */
export function createZip() {
  const entries: { name: Buffer; crc: number; packed: number; unpacked: number; at: number }[] = []
  let at = 0
  const sent = (bytes: Buffer): Buffer => {
    at += bytes.length
    return bytes
  }
  const fields = (signature: number, shorts: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(4 + shorts.length * 2)
    bytes.writeUInt32LE(signature)
    shorts.forEach((n, i) => {
      bytes.writeUInt16LE(n, 4 + i * 2)
    })
    return bytes
  }
  const long = (n: number): [number, number] => [n & 0xffff, n >>> 16]
  // Bit 3: descriptor follows; bit 11: names are UTF-8. Method 8, 1.1.1980 as every part's date.
  const common = [20, 0x0808, 8, 0, 33]

  async function* stream(
    name: string,
    parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  ): AsyncGenerator<Buffer> {
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, unpacked: 0, at }
    entries.push(entry)
    yield sent(
      Buffer.concat([fields(0x04034b50, [...common, 0, 0, 0, 0, 0, 0, entry.name.length, 0]), entry.name]),
    )
    const deflate = createDeflateRaw({ level: 6 })
    const packed: Buffer[] = []
    deflate.on('data', (chunk: Buffer) => packed.push(chunk))
    const drain = function* (): Generator<Buffer> {
      for (const chunk of packed.splice(0)) {
        entry.packed += chunk.length
        yield sent(chunk)
      }
    }
    let text = ''
    const write = async (bytes: Uint8Array) => {
      entry.crc = crc32(bytes, entry.crc)
      entry.unpacked += bytes.length
      await new Promise<void>((resolve, reject) => {
        deflate.once('error', reject)
        deflate.write(bytes, () => resolve())
      })
    }
    const writeText = () => {
      const bytes = Buffer.from(text)
      text = ''
      return write(bytes)
    }
    for await (const part of parts) {
      if (typeof part === 'string') {
        text += part
        if (text.length < 65_536) continue
        await writeText()
      } else {
        await writeText()
        await write(part)
      }
      yield* drain()
    }
    await writeText()
    await new Promise<void>((resolve) => {
      deflate.once('end', resolve)
      deflate.end()
    })
    yield* drain()
    yield descriptor(entry)
  }
  const descriptor = (e: { crc: number; packed: number; unpacked: number }) =>
    sent(fields(0x08074b50, [...long(e.crc), ...long(e.packed), ...long(e.unpacked)]))

  return {
    stream,
    *whole(name: string, text: string): Generator<Buffer> {
      const bytes = Buffer.from(text)
      const packed = deflateRawSync(bytes)
      const entry = {
        name: Buffer.from(name),
        crc: crc32(bytes),
        packed: packed.length,
        unpacked: bytes.length,
        at,
      }
      entries.push(entry)
      yield sent(
        Buffer.concat([fields(0x04034b50, [...common, 0, 0, 0, 0, 0, 0, entry.name.length, 0]), entry.name]),
      )
      yield sent(packed)
      yield descriptor(entry)
    },
    end(): Buffer {
      const start = at
      const directory = entries.map((e) =>
        Buffer.concat([
          fields(0x02014b50, [
            20,
            ...common,
            ...long(e.crc),
            ...long(e.packed),
            ...long(e.unpacked),
            e.name.length,
            0,
            0,
            0,
            0,
            0,
            0,
            ...long(e.at),
          ]),
          e.name,
        ]),
      )
      const length = directory.reduce((sum, bytes) => sum + bytes.length, 0)
      return Buffer.concat([
        ...directory,
        fields(0x06054b50, [0, 0, entries.length, entries.length, ...long(length), ...long(start), 0]),
      ])
    },
  }
}
