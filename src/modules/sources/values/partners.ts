import { type KnownParties, knownParties, parties } from '../../../engine/matching/index.ts'
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

/** What stands in a cell of partners beside those that are named, or is not read for certain: for people to see. */
export type PartnerDoubt = { code: 'unsure-partners' | 'unnamed-partners'; text: string }

export type ReadPartners = { partners: WrittenPartner[]; doubts: PartnerDoubt[] }

/** A name less sure than this would sooner make a wrong organisation than a right one. */
const leastConfidence = 0.6

const separatorsOf = {
  semicolon: 'semicolon',
  line: 'line',
  bar: 'semicolon',
  'full-stop': 'stop',
  comma: 'comma',
} as const

/** What a list's column of partners tells of its cells: what they are joined with, and who occurs elsewhere. */
export const knownPartners = (
  cells: readonly string[],
  names: readonly string[],
  form: PartnerForm | undefined,
): KnownParties =>
  knownParties(
    cells.filter((cell) => !isJson(cell)),
    names,
    form && separatorsOf[form],
  )

/** Partners from a list of objects or names, or from text as people write lists. */
export function partnersOf(
  cell: Cell | undefined,
  form: PartnerForm | undefined,
  known: KnownParties,
): ReadPartners {
  if (cell === undefined || isBlank(cell)) return { partners: [], doubts: [] }
  const { partners, doubts } = Array.isArray(cell)
    ? { partners: (cell as readonly Json[]).flatMap(fromJson), doubts: [] }
    : fromText(textOf(cell), form, known)
  const seen = new Set<string>()
  const once = partners.filter(({ name, id, identifier }) => {
    const key = `${name.toLowerCase()}\n${id ?? identifier?.value ?? ''}`
    if (!/\p{L}/u.test(name) || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return { partners: once, doubts }
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

const isJson = (text: string): boolean => /^\s*\[/.test(text)

function fromText(text: string, form: PartnerForm | undefined, known: KnownParties): ReadPartners {
  if (isJson(text)) {
    try {
      return { partners: (JSON.parse(text) as Json[]).flatMap(fromJson), doubts: [] }
    } catch {
      // Not JSON after all: read as text.
    }
  }
  const list = form === 'bar' ? text.replaceAll('|', ';') : text
  const partners: WrittenPartner[] = []
  const doubts: PartnerDoubt[] = []
  for (const party of parties(list, known)) {
    const named = oneLine(party.text)
    if (party.kind === 'group' || party.kind === 'none')
      doubts.push({ code: 'unnamed-partners', text: named })
    else if (party.confidence < leastConfidence) doubts.push({ code: 'unsure-partners', text: named })
    else partners.push(...namesWithIdentifiers(organisationName(named)))
  }
  return { partners, doubts }
}
