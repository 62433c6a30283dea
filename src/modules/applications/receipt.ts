import { createHash } from 'node:crypto'

/** Data as one text, whatever the order in which its keys were written: the same data is always the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`
}

/** SHA-256 of the canonical text, in hexadecimal. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex')
