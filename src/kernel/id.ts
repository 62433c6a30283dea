import { randomBytes, randomFillSync } from 'node:crypto'

/** Every record's id: a UUIDv7 (RFC 9562) made by the application, so rows sort by birth on any PostgreSQL. */
export type Id = string

const pool = Buffer.allocUnsafe(16 * 256)
let at = pool.length

/** A new id for the given instant (milliseconds since 1970). Random bits come from the system. */
export function newId(now: number = Date.now()): Id {
  if (at >= pool.length) {
    randomFillSync(pool)
    at = 0
  }
  const bytes = pool.subarray(at, at + 16)
  at += 16
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** An unguessable secret for links and sessions: 256 bits, safe in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: string): boolean => uuid.test(text)

/** When an id was made: milliseconds since 1970. */
export const bornAt = (id: Id): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
