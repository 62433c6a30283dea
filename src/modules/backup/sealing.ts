import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { BackupProblem } from './problem.ts'

/**
 * An encrypted backup: a head (magic, salt), then pieces of at most 256 KiB, each AES-256-GCM with its number in the
 * nonce and, in the authenticated data, whether it is the last. So a piece that is changed, moved or missing is
 * found, and so is a file that was cut off. The key comes from the passphrase by scrypt (N 2^16, r 8, p 1: 64 MiB).
 */
const magic = Buffer.from('TALKOOT\x01')
const saltBytes = 16
export const headBytes = magic.length + saltBytes
const pieceBytes = 256 * 1024
const tagBytes = 16

export const isSealed = (head: Uint8Array): boolean => magic.equals(head.subarray(0, magic.length))

const keyOf = (passphrase: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(
      passphrase.normalize('NFC'),
      salt,
      32,
      { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  )

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 8)
  return nonce
}

const lastBit = 0x80000000

/** Gathers bytes into pieces of the full length; the last may be shorter, or empty. */
async function* piecesOf(source: AsyncIterable<Buffer>): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    held.push(chunk)
    length += chunk.length
    while (length > pieceBytes) {
      const all = Buffer.concat(held)
      yield { piece: all.subarray(0, pieceBytes), last: false }
      held = [all.subarray(pieceBytes)]
      length -= pieceBytes
    }
  }
  yield { piece: Buffer.concat(held), last: true }
}

export async function* sealed(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes)
  const head = Buffer.concat([magic, salt])
  const key = await keyOf(passphrase, salt)
  yield head
  let number = 0
  for await (const { piece, last } of piecesOf(source)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++))
    const length = Buffer.alloc(4)
    length.writeUInt32BE((last ? lastBit : 0) + piece.length)
    cipher.setAAD(Buffer.concat([head, length]))
    yield Buffer.concat([length, cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

/** Opens what `sealed` made. Throws a BackupProblem at the first piece that is not as it was written. */
export async function* opened(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const reader = createReader(source)
  const head = await reader.take(headBytes)
  const key = await keyOf(passphrase, head.subarray(magic.length))
  for (let number = 0; ; number++) {
    const length = await reader.take(4)
    const said = length.readUInt32BE()
    const last = said >= lastBit
    const bytes = said % lastBit
    if (bytes > pieceBytes) throw number === 0 ? wrongKey() : damaged()
    const body = await reader.take(bytes)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number))
    decipher.setAAD(Buffer.concat([head, length]))
    decipher.setAuthTag(await reader.take(tagBytes))
    const plain = decipher.update(body)
    try {
      decipher.final()
    } catch {
      throw number === 0 ? wrongKey() : damaged()
    }
    yield plain
    if (last) break
  }
  if (await reader.more()) throw damaged()
}

const wrongKey = () =>
  new BackupProblem(
    'The key does not open this backup, or its beginning is damaged. Give the key it was made with.',
  )
const damaged = () =>
  new BackupProblem('The backup is damaged: a part of it is not as it was written. Use another one.')
const cut = () => new BackupProblem('The backup is cut off: its end is missing. Use another one.')

function createReader(source: AsyncIterable<Buffer>) {
  const from = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const fill = async (bytes: number): Promise<boolean> => {
    const parts = [held]
    let length = held.length
    while (length < bytes) {
      const next = await from.next()
      if (next.done) break
      parts.push(next.value)
      length += next.value.length
    }
    if (parts.length > 1) held = Buffer.concat(parts)
    return held.length >= bytes
  }
  return {
    async take(bytes: number): Promise<Buffer> {
      if (!(await fill(bytes))) throw cut()
      const taken = held.subarray(0, bytes)
      held = held.subarray(bytes)
      return taken
    },
    more: () => fill(1),
  }
}
