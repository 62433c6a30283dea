import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChecksum, rowsOf } from './checksum.ts'
import { BackupProblem } from './problem.ts'
import { headBytes, isSealed, opened, sealed } from './sealing.ts'

async function* chunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function gather(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of source) all.push(chunk)
  return Buffer.concat(all)
}
const key = 'avain joka riittää'

describe('an encrypted backup', () => {
  it('opens to what was put in, whatever its length and however it arrives', async () => {
    const lengths = [0, 256 * 1024, 256 * 1024 + 1, 700_000]
    for (const length of lengths) {
      const plain = randomBytes(length)
      const secret = await gather(sealed(chunks(plain, 65_536), key))
      expect(isSealed(secret)).toBe(true)
      expect((await gather(opened(chunks(secret, 10_007), key))).equals(plain), `${length}`).toBe(true)
    }
  })

  it('never has the same bytes twice, nor a trace of what is in it', async () => {
    const plain = Buffer.from('sama sisältö '.repeat(50))
    const [a, b] = [
      await gather(sealed(chunks(plain, 999), key)),
      await gather(sealed(chunks(plain, 999), key)),
    ]
    expect(a.subarray(headBytes).equals(b.subarray(headBytes))).toBe(false)
    expect(a.includes('sama')).toBe(false)
  })

  it('says so when a byte is changed, the end is cut off, something is added, or the key is another', async () => {
    const plain = randomBytes(600_000)
    const secret = await gather(sealed(chunks(plain, 65_536), key))
    const opens = (bytes: Buffer, with_ = key) => gather(opened(chunks(bytes, 65_536), with_))
    await fc.assert(
      fc.asyncProperty(fc.nat(secret.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const touched = Buffer.from(secret)
        touched[at] = touched[at]! ^ by
        await expect(opens(touched)).rejects.toThrow(BackupProblem)
      }),
      { numRuns: 6 },
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(secret.length - 1), async (length) => {
        await expect(opens(secret.subarray(0, length))).rejects.toThrow(BackupProblem)
      }),
      { numRuns: 4 },
    )
    // Cut exactly between two pieces: the piece that is now the last does not say that it is.
    await expect(opens(secret.subarray(0, headBytes + 4 + 256 * 1024 + 16))).rejects.toThrow(/cut off/)
    await expect(opens(Buffer.concat([secret, Buffer.from('x')]))).rejects.toThrow(BackupProblem)
    await expect(opens(secret, 'toinen avain kokonaan')).rejects.toThrow(/key/)
  })
})

describe('a checksum of rows', () => {
  const row = fc.string().map((s) => Buffer.from(`${s.replaceAll('\n', '\\n')}\n`))
  const sumOf = (rows: readonly Buffer[]) => {
    const sum = createChecksum()
    for (const r of rows) sum.add(r)
    return sum.value()
  }

  it('does not mind their order, and minds everything else', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.nat(), (rows, at) => {
        expect(sumOf([...rows].reverse())).toEqual(sumOf(rows))
        const i = at % rows.length
        expect(sumOf(rows.filter((_, n) => n !== i))).not.toEqual(sumOf(rows))
        expect(sumOf([...rows, rows[i]!])).not.toEqual(sumOf(rows))
        expect(sumOf(rows.with(i, Buffer.concat([Buffer.from('x'), rows[i]!])))).not.toEqual(sumOf(rows))
      }),
    )
  })

  it('finds the rows again in the pieces they were written in', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect([...rowsOf(Buffer.concat(rows))].map(String)).toEqual(rows.map(String))
      }),
    )
    expect(() => [...rowsOf(Buffer.from('whole\nhalf'))]).toThrow()
  })
})
