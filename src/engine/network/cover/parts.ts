import { type Cents, centsFromDecimal } from '../../budget/index.ts'
import { bounds } from './demand.ts'
import type { Tell } from './fault.ts'

export type Raw = Readonly<Record<string, unknown>>

export const within = (path: string, key: string | number): string => (path ? `${path}.${key}` : `${key}`)

/** What a fault quotes of the data: never more than a line. */
const quoted = (raw: unknown): string => String(raw).slice(0, 80)

/** An object with these keys and no others; the last are those that may be left out. */
export function readObject(
  raw: unknown,
  path: string,
  required: readonly string[],
  optional: readonly string[],
  tell: Tell,
): Raw | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    tell('not-an-object', path)
    return undefined
  }
  const known = [...required, ...optional]
  for (const key of Object.keys(raw))
    if (!known.includes(key))
      tell('unknown-key', within(path, quoted(key)), { key: quoted(key), known: known.join(', ') })
  for (const key of required) if (!Object.hasOwn(raw, key)) tell('missing', within(path, key), { key })
  return raw as Raw
}

/** The value of a key, and nothing of what every object inherits. */
export const valueAt = (raw: Raw, key: string): unknown => (Object.hasOwn(raw, key) ? raw[key] : undefined)

export function readList(raw: unknown, path: string, most: number, tell: Tell): readonly unknown[] {
  if (raw === undefined) return []
  if (!Array.isArray(raw)) tell('not-a-list', path)
  else if (raw.length > most) tell('too-many', path, { count: raw.length, most })
  else return raw
  return []
}

export function readText(raw: unknown, path: string, tell: Tell): string {
  if (raw === undefined) return ''
  if (typeof raw !== 'string') tell('not-a-text', path)
  else if (raw.trim() === '') tell('empty', path)
  else if (raw.length > bounds.text) tell('too-many', path, { count: raw.length, most: bounds.text })
  else return raw
  return ''
}

/** Codes or words, at least one, each once. */
export function readTexts(raw: unknown, path: string, tell: Tell): string[] {
  const list = readList(raw, path, bounds.codes, tell)
  if (raw !== undefined && Array.isArray(raw) && raw.length === 0) tell('empty', path)
  return [...new Set(list.map((item, i) => readText(item, within(path, i), tell)))].filter(Boolean)
}

export function readCount(
  raw: unknown,
  path: string,
  [least, most, without]: readonly [number, number, number],
  tell: Tell,
): number {
  if (raw === undefined) return without
  if (typeof raw !== 'number' || !Number.isInteger(raw)) tell('not-a-count', path, { value: quoted(raw) })
  else if (raw < least || raw > most) tell('out-of-range', path, { value: raw, least, most })
  else return raw
  return without
}

/** Decimal text with at most two decimals; never a number, which could not hold every cent. */
export function readCents(raw: unknown, path: string, tell: Tell): Cents | undefined {
  if (raw === undefined) return undefined
  const cents = typeof raw === 'string' ? centsFromDecimal(raw) : undefined
  if (cents === undefined || cents < 0n) tell('not-an-amount', path, { value: quoted(raw) })
  return cents
}

export function readYesNo(raw: unknown, path: string, without: boolean, tell: Tell): boolean {
  if (raw === undefined || typeof raw === 'boolean') return raw ?? without
  tell('not-yes-or-no', path)
  return without
}

export function readOneOf<T extends string>(
  raw: unknown,
  path: string,
  known: readonly T[],
  tell: Tell,
): T | undefined {
  const found = known.find((one) => one === raw)
  if (raw !== undefined && found === undefined)
    tell('unknown-kind', path, { value: quoted(raw), known: known.join(', ') })
  return found
}
