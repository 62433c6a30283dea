import {
  authorities,
  authorityOf,
  fundOf,
  periodOf,
  periods,
  regionOfText,
  regions,
  statusOf,
} from '../codes/index.ts'
import type { FacetFilters, FacetName } from './facets.ts'

/** What somebody typed into the search box of projects, taken apart. */
export type TypedFilters = {
  /** The words that are searched for, without the filters. */
  text: string
  filters: FacetFilters
  /** Words that must stand in the name of who leads. */
  leadName?: string
  minCents?: bigint
  maxCents?: bigint
  /** The filters as they were typed, so that each can be taken away. */
  understood: string[]
  /** Filters whose value names nothing known: said to the reader, and not narrowed by. */
  unread: string[]
}

const keys: Record<FacetName | 'lead', readonly string[]> = {
  fund: ['rahasto', 'fond', 'fund'],
  status: ['tila', 'läge', 'status'],
  lead: ['toteuttaja', 'päätoteuttaja', 'genomförare', 'lead'],
  period: ['kausi', 'ohjelmakausi', 'period'],
  priority: ['tl', 'toimintalinja', 'insatsområde', 'priority'],
  authority: ['viranomainen', 'rahoittaja', 'myndighet', 'authority'],
  region: ['maakunta', 'alue', 'landskap', 'region'],
  year: ['vuosi', 'aloitusvuosi', 'år', 'year'],
  amount: [],
  theme: ['teema', 'tema', 'theme'],
}
const facetOfKey = new Map(
  (Object.entries(keys) as [FacetName | 'lead', readonly string[]][]).flatMap(([facet, words]) =>
    words.map((word) => [word, facet] as const),
  ),
)

const filterShape = /(?<!\S)(?:(\p{L}+):("[^"]*"|[^\s"]+)|([<>]=?)(\d[\d.,]*)(k|t|m)?€?)(?!\S)/giu

/** Reads `rahasto:EAKR tila:käynnissä toteuttaja:"Oulun yliopisto" >100000`; the rest is what is searched for. */
export function typedFilters(q: string): TypedFilters {
  const read: TypedFilters = { text: '', filters: {}, understood: [], unread: [] }
  const filters: Partial<Record<FacetName, string[]>> = {}
  const rest = q.normalize('NFC').replace(filterShape, (raw, key, value, sign, number, unit) => {
    if (sign) {
      const cents = centsTyped(number, unit)
      if (cents === undefined) return raw
      // Money has whole cents, so "more than" is "at least a cent more".
      if (sign.startsWith('>')) read.minCents = sign === '>' ? cents + 1n : cents
      else read.maxCents = sign === '<' ? cents - 1n : cents
      read.understood.push(raw)
      return ' '
    }
    const facet = facetOfKey.get(key.toLocaleLowerCase('fi'))
    if (!facet) return raw
    const wanted = value.replaceAll('"', '').trim()
    if (wanted === '') return ' '
    if (facet === 'lead') {
      read.leadName = read.leadName ? `${read.leadName} ${wanted}` : wanted
      read.understood.push(raw)
      return ' '
    }
    const values = valuesOf(facet, wanted)
    if (values.length === 0) read.unread.push(raw)
    else {
      filters[facet] = [...new Set([...(filters[facet] ?? []), ...values])]
      read.understood.push(raw)
    }
    return ' '
  })
  return { ...read, filters, text: rest.replaceAll(/\s+/g, ' ').trim() }
}

/** "1,5" and "m" are 1 500 000 euros. Undefined when it is not a number that money can be. */
function centsTyped(number: string, unit: string | undefined): bigint | undefined {
  const scale = unit?.toLowerCase() === 'm' ? 100_000_000 : unit ? 100_000 : 100
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(number) && !unit
  const plain = grouped ? number.replaceAll(/[.,]/g, '') : number.replace(',', '.')
  const value = Number(plain) * scale
  return Number.isFinite(value) && value <= 1e15 ? BigInt(Math.round(value)) : undefined
}

function valuesOf(facet: FacetName, wanted: string): string[] {
  const one = (code: string | undefined) => (code === undefined ? [] : [code])
  switch (facet) {
    case 'fund':
      return one(fundOf(wanted))
    case 'status':
      return one(statusOf(wanted))
    case 'period':
      return one(periodOf({ text: wanted }) ?? periods.find((p) => p.code.startsWith(wanted))?.code)
    case 'priority':
      return one(/^(?:tl\s*)?(\d{1,2})$/i.exec(wanted)?.[1])
    case 'authority':
      return orNamed(one(authorityOf(wanted)), authorities, wanted)
    case 'region':
      return orNamed(one(regionOfText(wanted)?.code), regions, wanted)
    case 'year':
      return years(wanted)
    case 'theme':
      return one(/^[\p{Ll}-]+$/u.exec(wanted.toLowerCase())?.[0])
    default:
      return []
  }
}

type Named = { code: string; name: { fi?: string | null; sv?: string | null; en?: string | null } }

/** The exact one, else all whose name has the word in some language: "ely" is every ELY centre. */
function orNamed(exact: string[], list: readonly Named[], wanted: string): string[] {
  if (exact.length > 0) return exact
  const word = wanted.toLocaleLowerCase('fi')
  return list
    .filter((item) =>
      [item.name.fi, item.name.sv, item.name.en].some((n) => n?.toLocaleLowerCase('fi').includes(word)),
    )
    .map((item) => item.code)
}

/** "2012" or "2010-2012"; nothing for a span longer than a century or the wrong way round. */
function years(wanted: string): string[] {
  const span = /^(\d{4})(?:(?:-|–|\.\.)(\d{4}))?$/.exec(wanted)
  if (!span) return []
  const from = Number(span[1])
  const to = Number(span[2] ?? span[1])
  return to < from || to - from > 100 ? [] : yearsBetween(from, to)
}

export const yearsBetween = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
