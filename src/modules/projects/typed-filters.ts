import { type FilterName, parseSearch, themes, tsquery } from '../../engine/language/index.ts'
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
  /** Tsqueries over the names of who leads and of who joins. */
  leadName?: string
  partnerName?: string
  code?: string
  minCents?: bigint
  maxCents?: bigint
  /** The filters as they were typed, so that each can be taken away. */
  understood: string[]
  /** Filters whose value names nothing known: said to the reader, and not narrowed by. */
  unread: string[]
}

/** Reads `rahasto:EAKR tila:käynnissä toteuttaja:"Oulun yliopisto" >100000`; the rest is what is searched for. */
export function typedFilters(q: string): TypedFilters {
  const parsed = parseSearch(q.normalize('NFC'))
  const read: TypedFilters = {
    text: parsed.text.replaceAll(/\s+/g, ' ').trim(),
    filters: {},
    understood: [],
    unread: [],
  }
  const filters: Partial<Record<FacetName, string[]>> = {}
  const { min, max, ...named } = parsed.filters
  if (min !== undefined) read.minCents = centsOfUnits(min)
  if (max !== undefined) read.maxCents = centsOfUnits(max)
  const unknown = new Set<string>()
  for (const [name, wanted] of Object.entries(named) as [FilterName, string[]][]) {
    if (name === 'lead') read.leadName = nameQuery(wanted)
    else if (name === 'partner') read.partnerName = nameQuery(wanted)
    else if (name === 'code') read.code = wanted.at(-1)!.toUpperCase()
    else {
      for (const value of wanted) {
        const found = isFacet(name) ? valuesOf(name, value) : []
        if (found.length === 0) unknown.add(value)
        else if (isFacet(name)) filters[name] = [...new Set([...(filters[name] ?? []), ...found])]
      }
    }
  }
  for (const piece of q.normalize('NFC').match(/[^\s"]*"[^"]*"|\S+/g) ?? []) {
    const alone = parseSearch(piece)
    if (alone.text.trim() !== '') continue
    const values = Object.values(alone.filters).flat()
    ;(values.some((v) => unknown.has(String(v))) ? read.unread : read.understood).push(piece)
  }
  return { ...read, filters }
}

/** Beyond this no public project goes, and a number is no longer exact. */
const mostUnits = 1e12
const centsOfUnits = (units: number): bigint => BigInt(Math.round(Math.min(units, mostUnits) * 100))

/** Words of an organisation's name, the last one perhaps unfinished. */
const nameQuery = (wanted: readonly string[]): string =>
  tsquery(wanted.join(' '), 'all', { typing: true }).tsquery

type Typed = Exclude<FacetName, 'amount'>
const facets: ReadonlySet<string> = new Set<Typed>([
  'period',
  'fund',
  'priority',
  'authority',
  'region',
  'status',
  'year',
  'theme',
])
const isFacet = (name: string): name is Typed => facets.has(name)

function valuesOf(facet: Typed, wanted: string): string[] {
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
    case 'theme':
      return orNamed(
        one(themes.find((t) => t.code === wanted)?.code),
        themes.map((t) => ({ code: t.code, name: t.names })),
        wanted,
      )
    case 'year':
      return years(wanted)
  }
}

type Named = { code: string; name: { fi?: string | null; sv?: string | null; en?: string | null } }

/** The exact one, else all whose name has the word in some language: "ely" is every ELY centre. */
function orNamed(
  exact: string[],
  list: readonly (Named & { short?: Named['name'] })[],
  wanted: string,
): string[] {
  if (exact.length > 0) return exact
  const word = wanted.toLocaleLowerCase('fi')
  const said = (name: Named['name'] | undefined) => [name?.fi, name?.sv, name?.en]
  return list
    .filter((item) =>
      [...said(item.name), ...said(item.short)].some((n) => n?.toLocaleLowerCase('fi').includes(word)),
    )
    .map((item) => item.code)
}

/** "2012" or "2010-2012"; nothing for a span longer than a century or the wrong way round. */
function years(wanted: string): string[] {
  const span = /^(\d{4})(?:[-–](\d{4}))?$/.exec(wanted)
  if (!span) return []
  const from = Number(span[1])
  const to = Number(span[2] ?? span[1])
  return to < from || to - from > 100 ? [] : yearsBetween(from, to)
}

export const yearsBetween = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
