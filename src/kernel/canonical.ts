import { createHash } from 'node:crypto'

/**
 * JSON in its one canonical form (RFC 8785 for what stands here: no fractions, amounts are texts): keys in the order of
 * their UTF-16 units, no spaces. The same content gives the same bytes whoever writes it, so anybody can count the hash
 * again. Throws RangeError on a number that is not a safe whole one, and on what JSON cannot say.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object') throw new RangeError(`not a value of JSON: ${typeof value}`)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

/** SHA-256 of the canonical form, in hexadecimal. */
export const hashOfContent = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex')
