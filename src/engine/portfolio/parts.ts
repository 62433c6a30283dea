import { readDecimal } from './decimal.ts'
import type { Tell } from './fault.ts'
import { limits } from './problem.ts'
import { type Rational, zero } from './rational.ts'

export type Raw = Readonly<Record<string, unknown>>

const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

export const within = (path: string, key: string | number): string => (path ? `${path}.${key}` : `${key}`)

/** What a fault quotes of the data: never more than a line. */
const quoted = (raw: unknown): string => String(raw).slice(0, 80)

/** An object; what it lacks and what nobody knows is told. The words that people add for themselves are ignored. */
export function readObject(
  raw: unknown,
  path: string,
  keys: { required: readonly string[]; optional?: readonly string[] },
  tell: Tell,
): Raw | undefined {
  if (!isRecord(raw)) {
    tell('not-an-object', path)
    return undefined
  }
  const known = [...keys.required, ...(keys.optional ?? [])]
  for (const key of Object.keys(raw))
    if (!known.includes(key) && key !== 'name' && key !== 'reason')
      tell('unknown-key', within(path, quoted(key)), { key: quoted(key), known: known.join(', ') })
  for (const word of ['name', 'reason'])
    if (Object.hasOwn(raw, word) && typeof raw[word] !== 'string') tell('not-a-text', within(path, word))
  for (const key of keys.required) if (!Object.hasOwn(raw, key)) tell('missing', within(path, key), { key })
  return raw
}

/** The value of a key, and nothing of what every object inherits. */
export const valueAt = (raw: Raw, key: string): unknown => (Object.hasOwn(raw, key) ? raw[key] : undefined)

export function readList(
  raw: unknown,
  path: string,
  least: number,
  most: number,
  tell: Tell,
): readonly unknown[] {
  if (raw === undefined) return [] // told as missing where it must not be
  if (!Array.isArray(raw)) tell('not-a-list', path)
  else if (raw.length > most) tell('too-many', path, { count: raw.length, most })
  else if (raw.length < least) tell('empty', path)
  else return raw
  return []
}

/** An id: any text of 1 to 200 characters. */
export function readId(raw: unknown, path: string, tell: Tell): string | undefined {
  if (raw === undefined) return undefined
  if (typeof raw === 'string' && raw !== '' && [...raw.slice(0, 2 * limits.id + 1)].length <= limits.id)
    return raw
  tell('not-a-text', path)
  return undefined
}

/** The place of what an id names. */
export function readPlace(
  raw: unknown,
  path: string,
  places: ReadonlyMap<string, number>,
  tell: Tell,
): number | undefined {
  const id = readId(raw, path, tell)
  if (id === undefined) return undefined
  const place = places.get(id)
  if (place === undefined) tell('unknown-id', path, { id: quoted(id) })
  return place
}

/** The places of what a list of ids names, at least one and each once. */
export function readPlaces(
  raw: unknown,
  path: string,
  places: ReadonlyMap<string, number>,
  tell: Tell,
): number[] {
  const seen = new Set<number>()
  for (const [i, item] of readList(raw, path, 1, Math.max(places.size, limits.projects), tell).entries()) {
    const place = readPlace(item, within(path, i), places, tell)
    if (place === undefined) continue
    if (seen.has(place)) tell('repeated-id', within(path, i), { id: quoted(item) })
    seen.add(place)
  }
  return [...seen]
}

export function readNumber(raw: unknown, path: string, tell: Tell): Rational {
  if (raw === undefined) return zero
  const read = readDecimal(raw)
  if (typeof read === 'object') return read
  tell(read, path, { value: quoted(raw) })
  return zero
}

/** A whole number of projects. */
export function readCount(raw: unknown, path: string, least: number, most: number, tell: Tell): number {
  if (raw === undefined) return least
  if (typeof raw !== 'number' || !Number.isInteger(raw)) tell('not-a-count', path, { value: quoted(raw) })
  else if (raw < least || raw > most) tell('out-of-range', path, { value: raw, least, most })
  else return raw
  return least
}

/** Numbers by id, in the order of the ids; what is not there is nothing. */
export function readNumbers(
  raw: unknown,
  path: string,
  places: ReadonlyMap<string, number>,
  tell: Tell,
): Rational[] {
  const numbers = Array.from({ length: places.size }, () => zero)
  if (raw === undefined) return numbers
  if (!isRecord(raw)) {
    tell('not-an-object', path)
    return numbers
  }
  for (const [id, value] of Object.entries(raw)) {
    const at = within(path, quoted(id))
    const place = places.get(id)
    if (place === undefined) tell('unknown-id', at, { id: quoted(id) })
    else numbers[place] = readNumber(value, at, tell)
  }
  return numbers
}
