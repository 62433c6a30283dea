import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Big-endian base 62, padded to so many letters. */
function base62(bytes: Uint8Array, length: number): string {
  let n = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  while (text.length < length) {
    text = letters[Number(n % 62n)] + text
    n /= 62n
  }
  return text
}

function checksum(body: string): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(body))
  return base62(bytes, 6)
}

/**
 * A new token: "tlk_", 256 random bits in 43 letters, and a checksum of six by which a scanner of leaked secrets
 * knows a token of ours without asking.
 */
export function newToken(random: Uint8Array = randomBytes(32)): string {
  const body = base62(random, 43)
  return `tlk_${body}${checksum(body)}`
}

/** Whether the text can be a token at all: asked before the database is. */
export function isToken(text: string): boolean {
  const parts = /^tlk_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/.exec(text)
  return parts !== null && checksum(parts[1]!) === parts[2]
}

/** What is stored of a token: it has 256 random bits, so a plain hash is enough. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The letters by which a person knows one token from another. */
export const endingOf = (token: string): string => token.slice(43, 47)
