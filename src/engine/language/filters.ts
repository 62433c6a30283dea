/** What may be narrowed by in a search box. Keywords of three languages mean the same filter. */
export type Filters = {
  fund?: string[]
  status?: string[]
  lead?: string[]
  partner?: string[]
  priority?: string[]
  authority?: string[]
  region?: string[]
  year?: string[]
  period?: string[]
  theme?: string[]
  programme?: string[]
  ecosystem?: string[]
  code?: string[]
  /** Least and greatest money granted, in whole units of the currency. */
  min?: number
  max?: number
}

export type FilterName = Exclude<keyof Filters, 'min' | 'max'>

export type ParsedSearch = {
  /** What is left to search for, with its spaces as they were typed but for those around filters. */
  text: string
  filters: Filters
  /** Things that look like filters and are not: shown to the user, and left in the text. */
  unknown: string[]
}

const keywords: Record<FilterName, string> = {
  fund: 'fund rahasto fond',
  status: 'status tila läge tilanne',
  lead: 'lead toteuttaja päätoteuttaja genomförare huvudgenomförare beneficiary',
  partner: 'partner kumppani osatoteuttaja delgenomförare',
  priority: 'priority toimintalinja tl painopiste prioritet åtgärdslinje',
  authority: 'authority viranomainen rahoittaja myndighet',
  region: 'region alue maakunta landskap',
  year: 'year vuosi år',
  period: 'period kausi ohjelmakausi programperiod',
  theme: 'theme teema aihe tema',
  programme: 'programme program ohjelma',
  ecosystem: 'ecosystem ekosysteemi ekosystem',
  code: 'code koodi hankekoodi kod',
}

const filterOf = new Map<string, FilterName>()
for (const [name, words] of Object.entries(keywords)) {
  for (const word of words.split(' ')) filterOf.set(word, name as FilterName)
}

// keyword:value or keyword:"several words"; >100000, <= 2,5 M€, 10000..50000 as bounds of money.
const pattern =
  /(?<=^|\s)(?:(?<key>\p{L}+):(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]+))|(?<sign>[<>]=?)\s?(?<amount>\d(?:[\d.,\u00a0]*\d)?)(?<unit>k|t€|M€|m€|M|m|€)?|(?<from>\d+)\.\.(?<to>\d+))(?=\s|$)/gu

/** Reads filters out of what was typed in a search box. Never throws; what it doesn't understand stays text. */
export function parseSearch(typed: string): ParsedSearch {
  const filters: Filters = {}
  const unknown: string[] = []
  let text = ''
  let at = 0
  for (const match of typed.matchAll(pattern)) {
    const groups = match.groups ?? {}
    const taken = groups.key ? addValue(filters, unknown, groups, match[0]) : addAmount(filters, groups)
    if (!taken) continue
    text += typed.slice(at, match.index)
    at = match.index + match[0].length
    // One of the spaces on either side goes with the filter.
    if (/\s$/.test(text) || text === '') at += /^\s/.test(typed.slice(at)) ? 1 : 0
  }
  text += typed.slice(at)
  return { text: at === 0 ? typed : text.trimEnd(), filters, unknown }
}

type Groups = Record<string, string | undefined>

function addValue(filters: Filters, unknown: string[], groups: Groups, whole: string): boolean {
  const name = filterOf.get(groups.key!.toLowerCase())
  const value = (groups.quoted ?? groups.bare ?? '').trim()
  if (!name || value === '') {
    // "EU:n" and addresses are ordinary text; only what stands like a keyword is pointed out.
    if (!name && groups.key!.length > 2 && !value.startsWith('//')) unknown.push(whole)
    return false
  }
  const values = groups.quoted === undefined ? value.split(',').filter(Boolean) : [value]
  if (values.length === 0) return false
  filters[name] = [...new Set([...(filters[name] ?? []), ...values])]
  return true
}

function addAmount(filters: Filters, groups: Groups): boolean {
  if (groups.from !== undefined) {
    const [from, to] = [Number(groups.from), Number(groups.to)]
    // 2007..2013 is a span of years, not of money.
    if (isYear(groups.from) && isYear(groups.to!)) return addYears(filters, from, to)
    filters.min = Math.min(from, to)
    filters.max = Math.max(from, to)
    return true
  }
  const amount = amountOf(groups.amount!, groups.unit)
  if (amount === undefined) return false
  if (groups.sign!.startsWith('>')) filters.min = amount
  else filters.max = amount
  return true
}

const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits)

function addYears(filters: Filters, from: number, to: number): boolean {
  const first = Math.min(from, to)
  const years = Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => String(first + i))
  filters.year = [...new Set([...(filters.year ?? []), ...years])]
  return true
}

/** "100 000", "1.500.000", "2,5" + "M€". A comma or point followed by one or two digits is a decimal sign. */
function amountOf(digits: string, unit: string | undefined): number | undefined {
  const decimal = /[.,]\d{1,2}$/.exec(digits)
  const whole = digits.slice(0, decimal ? decimal.index : undefined).replace(/[.,\u00a0]/g, '')
  const value = Number(whole + (decimal ? `.${decimal[0].slice(1)}` : ''))
  const factor = unit === undefined || unit === '€' ? 1 : /^[kt]/.test(unit) ? 1000 : 1_000_000
  return Number.isFinite(value) ? value * factor : undefined
}
