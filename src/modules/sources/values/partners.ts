import { type Cell, isBlank, type Json, oneLine, textOf } from '../cells.ts'
import type { PartnerForm } from '../mapping.ts'
import { type Identifier, namesWithIdentifiers } from './identifiers.ts'
import { organisationName } from './names.ts'

/** `id` stands in a field of its own and is yet to be read; `identifier` was found behind the name. */
export type WrittenPartner = { name: string; id?: string; identifier?: Identifier }

const nameKeys = ['name', 'nimi', 'namn', 'navn', 'organisation', 'organization', 'partner', 'title']
const idKeys = [
  'business_id',
  'businessid',
  'y-tunnus',
  'ytunnus',
  'cvr',
  'orgnr',
  'organisationsnummer',
  'id',
  'identifier',
  'vat',
]

/** Partners from a list of objects or names, or from text in which they are parted by `form`. */
export function partnersOf(cell: Cell | undefined, form: PartnerForm = 'semicolon'): WrittenPartner[] {
  if (cell === undefined || isBlank(cell)) return []
  const written = Array.isArray(cell)
    ? (cell as readonly Json[]).flatMap(fromJson)
    : fromText(textOf(cell), form)
  const seen = new Set<string>()
  return written.filter(({ name, id, identifier }) => {
    const key = `${name.toLowerCase()}\n${id ?? identifier?.value ?? ''}`
    if (!/\p{L}/u.test(name) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function fromJson(item: Json): WrittenPartner[] {
  if (typeof item === 'string') return namesWithIdentifiers(organisationName(item))
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return []
  const byKey = new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]))
  const first = (keys: readonly string[]) =>
    keys.map((key) => byKey.get(key)).find((value) => typeof value === 'string' && value.trim() !== '')
  const name = first(nameKeys)
  const id = first(idKeys)
  return typeof name === 'string'
    ? [{ name: organisationName(name), ...(typeof id === 'string' && { id }) }]
    : []
}

function fromText(text: string, form: PartnerForm): WrittenPartner[] {
  if (/^\s*\[/.test(text)) {
    try {
      return (JSON.parse(text) as Json[]).flatMap(fromJson)
    } catch {
      // Not JSON after all: read as text.
    }
  }
  const parts = parted(text, form)
    .map((part) => organisationName(part))
    .filter((name) => name !== '')
  return withOwnIds(parts).flatMap(namesWithIdentifiers)
}

/** Where commas part names, they part ids from them too: "Esimerkki Oy", "2617489-3" is one organisation. */
function withOwnIds(parts: readonly string[]): string[] {
  const whole: string[] = []
  for (const part of parts) {
    const before = whole.at(-1)
    const [named, more] = before && !/\p{L}{3}/u.test(part) ? namesWithIdentifiers(`${before}, ${part}`) : []
    if (named?.identifier && named.name === before && !more) whole[whole.length - 1] = `${before}, ${part}`
    else whole.push(part)
  }
  return whole
}

function parted(text: string, form: PartnerForm): string[] {
  if (form === 'line') return text.split(/[\r\n;]+/)
  if (form === 'bar') return text.split('|')
  if (form === 'comma') return commaParts(text)
  if (form === 'full-stop') return sentences(text)
  return text.split(/;|\n/)
}

/** Commas inside brackets, and before a legal form ("Foo, Ltd"), do not part names. */
const commaParts = (text: string): string[] =>
  text.split(/,(?![^()]*\))(?!\s*(?:ltd|inc|llc|s\.?a|s\.?r\.?l|gmbh|a\.?s)\b)|\n/i)

/**
 * A full stop parts names when a new name follows and what it ends is no abbreviation: initials ("P.L. Jessen"),
 * forms ("V.M.B.A."), and the usual short words keep theirs.
 */
function sentences(text: string): string[] {
  const parts: string[] = []
  let start = 0
  for (const m of text.matchAll(/\.(?=\s+[\p{Lu}\d"“'(]|\s+\p{Ll}|\s*$)/gu)) {
    const before = text.slice(start, m.index)
    const atEnd = text.slice(m.index + 1).trim() === ''
    if (!atEnd && endsInAbbreviation(before)) continue
    parts.push(before)
    start = m.index + 1
  }
  parts.push(text.slice(start))
  return parts.map((part) => oneLine(part)).filter((part) => part !== '' && part !== '.')
}

const shortWord =
  /(?:^|[\s(&])(?:\p{L}|Dr|St|Sct|Sdr|Ndr|Nr|Prof|Hr|Fr|Chr|Joh|Th|Aug|Fa|Fhv|Co|Bro?s|Mfl|Vedr|Jr|Sr)$/u
const endsInAbbreviation = (text: string): boolean =>
  shortWord.test(text) || /(?:^|[\s(])(?:\p{L}\.)+\p{L}$/u.test(text)
