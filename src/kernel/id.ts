import { randomBytes, randomFillSync } from 'node:crypto'

/** Every record's id: a UUIDv7 (RFC 9562) made by the application, so rows sort by birth on any PostgreSQL. */
export type Id = string

const pool = Buffer.allocUnsafe(16 * 256)
let at = pool.length
let counter = 0x4000000

/**
 * A new id for the given instant (milliseconds since 1970). Random bits come from the system. Ids that one process
 * asks for one after another for the same instant sort in that order, so that what one act makes is listed as it
 * was made: after the instant come 26 bits that count on, from a random start in their lower half each time they
 * run out (RFC 9562, 6.2, method 1).
 */
export function newId(now: number = Date.now()): Id {
  if (at >= pool.length) {
    randomFillSync(pool)
    at = 0
  }
  const bytes = pool.subarray(at, at + 16)
  at += 16
  counter = counter >= 0x3ffffff ? bytes.readUInt32BE(6) >>> 7 : counter + 1
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (counter & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** An unguessable secret for links and sessions: 256 bits, safe in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: string): boolean => uuid.test(text)

/** When an id was made: milliseconds since 1970. */
export const bornAt = (id: Id): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
