import { hash } from 'node:crypto'

/** How a table's content is known again: row order does not matter, since no database promises one. */
export type Checksum = { rows: number; bytes: number; sum: string }

/** Adds rows up: the sum, modulo 2^128, of the first halves of their SHA-256. */
export function createChecksum(): { add: (row: Uint8Array) => void; value: () => Checksum } {
  const sum = new Uint32Array(4)
  let rows = 0
  let bytes = 0
  return {
    add(row) {
      rows += 1
      bytes += row.length
      const digest = hash('sha256', row, 'buffer')
      let carry = 0
      for (let i = 0; i < 4; i++) {
        const part = sum[i]! + digest.readUInt32LE(i * 4) + carry
        carry = part > 0xffffffff ? 1 : 0
        sum[i] = part
      }
    },
    value: () => ({ rows, bytes, sum: Buffer.from(sum.buffer).toString('hex') }),
  }
}

/** The rows of a piece of COPY text: each ends in a line feed, and those within values are escaped. */
export function* rowsOf(piece: Buffer): Generator<Buffer> {
  let from = 0
  for (;;) {
    const end = piece.indexOf(10, from)
    if (end < 0) break
    yield piece.subarray(from, end + 1)
    from = end + 1
  }
  if (from < piece.length) throw new Error('a piece of a table ends in the middle of a row')
}

export const sameChecksum = (a: Checksum, b: Checksum): boolean =>
  a.rows === b.rows && a.bytes === b.bytes && a.sum === b.sum
