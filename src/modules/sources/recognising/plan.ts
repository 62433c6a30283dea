import { recogniseScheme } from '../../../engine/matching/identifiers.ts'
import type { KnownParties } from '../../../engine/matching/index.ts'
import { periodOf } from '../../codes/index.ts'
import { isBlank, type Row, textOf, trimmed } from '../cells.ts'
import { amountFields, type Field, kindOfField } from '../fields.ts'
import type { MappedColumn, Mapping, PartnerForm } from '../mapping.ts'
import { mappingOf, type Profile, profileFor } from '../profile.ts'
import type { Table } from '../reading/table.ts'
import { type Expectation, expectationsOf } from '../repair.ts'
import { type DecimalSign, decimalSignOf, parseAmount } from '../values/amounts.ts'
import { type DayOrder, dayOrderOf, isDateFault, parseDate } from '../values/dates.ts'
import { knownPartners } from '../values/partners.ts'
import { spanOf } from '../values/spans.ts'
import { type Assignment, assign, type Why } from './assign.ts'
import { languagesOf, unitOf } from './header-words.ts'
import { type Shape, type Watch, watchColumn } from './shapes.ts'

export type PlannedColumn = {
  index: number
  header: string
  field: Field | null
  confidence: number
  why: Why
  /** Other fields it might be, likeliest first. */
  others: readonly Field[]
  samples: readonly string[]
  filled: number
  cells: number
}

/** What only a person can say. While one is open, nothing is imported. */
export type Question =
  | { about: 'title' }
  | { about: 'currency'; columns: readonly string[] }
  | { about: 'day-order'; columns: readonly string[]; mixed: boolean }
  | { about: 'decimal-sign'; columns: readonly string[] }
  | { about: 'scale'; column: string; stated: number }
  | { about: 'repeated-header'; column: string }

/** How a list will be read: shown before anything is stored. */
export type Plan = {
  profile?: Profile
  columns: readonly PlannedColumn[]
  mapping: Mapping
  questions: readonly Question[]
  /** How the currency is known, when it is. */
  currencyFrom?: 'profile' | 'person' | 'column' | 'header' | 'cells' | 'language'
  expectations: readonly Expectation[]
  /** Who occurs among the leads and partners of the rows looked at, for the reading of lists of partners. */
  known: KnownParties
  sampled: number
}

/** What a person states over what was recognised. */
export type PlanChoices = {
  profile?: string
  columns?: Readonly<Record<string, Field | null>>
  currency?: string
  dayOrder?: DayOrder
  decimal?: DecimalSign
  scales?: Readonly<Record<string, number>>
  language?: string
  country?: string
  registry?: string
}

const fullSample = 2_000
const thinStep = 40
const most = 5_000

/** Looks at the table (its first 2 000 rows, then every 40th to 5 000) and says what each column means, and why. */
export async function planOf(
  table: Table,
  profiles: readonly Profile[],
  choices: PlanChoices = {},
): Promise<Plan> {
  const headers = table.header.names
  const profile = choices.profile
    ? profiles.find((p) => p.name === choices.profile)
    : profileFor(headers, profiles)
  const watches = headers.map(() => watchColumn())
  const sample: Row[] = []
  let sampled = 0
  let at = 0
  for await (const row of table.rows()) {
    at++
    if (at > fullSample && at % thinStep !== 0) continue
    sample.push(row)
    if (isRegular(row, headers.length)) {
      sampled++
      watches.forEach((watch, i) => {
        watch.take(row.cells[i])
      })
    }
    if (sample.length >= most) break
  }
  const shapes = watches.map((watch) => watch.shape())
  const base = profile ? mappingOf(profile, headers) : undefined
  const assignments = base ? base.columns.map((c) => fromProfile(c)) : assign(headers, shapes)
  orderDates(assignments, headers, sample)
  const columns = headers.map((header, index) => {
    const stated = choices.columns?.[header]
    const assignment: Assignment =
      stated === undefined
        ? assignments[index]!
        : { field: stated, confidence: 1, why: { by: 'person' }, others: [] }
    const shape = shapes[index]!
    return { index, header, ...assignment, samples: shape.samples, filled: shape.filled, cells: shape.cells }
  })
  const textsOf = (field: Field) =>
    columns.filter((c) => c.field === field).flatMap((c) => [...watches[c.index]!.values().keys()])
  const { mapping, questions, currencyFrom } = decide(table, columns, watches, shapes, base, choices)
  return {
    ...(profile && { profile }),
    columns,
    mapping,
    questions,
    ...(currencyFrom && { currencyFrom }),
    expectations: expectationsOf(columns, sample),
    known: knownPartners(textsOf('partners'), textsOf('lead'), mapping.partners),
    sampled,
  }
}

const fromProfile = (column: MappedColumn): Assignment => ({
  field: column.field,
  confidence: column.field ? 1 : 0,
  why: { by: 'profile' },
  others: [],
})

/** As many cells as the header, but for stray blank ones at the end. */
export const isRegular = ({ cells }: Row, width: number): boolean => {
  let end = cells.length
  while (end > width && (isBlank(cells[end - 1]) || /^[\s;]*$/.test(textOf(cells[end - 1])))) end--
  return end === width || (end < width && cells.length >= width)
}

/** Two date columns that no header tells apart: the one that is never later is the start. */
function orderDates(assignments: Assignment[], headers: readonly string[], sample: readonly Row[]): void {
  const has = (field: Field) => assignments.some((a) => a.field === field)
  if (has('startDate') || has('endDate') || has('startAndEnd')) return
  const dated = headers.flatMap((_, i) => {
    if (assignments[i]!.field) return []
    const days = sample.map((row) => parseDate(textOf(row.cells[i])))
    const good = days.filter((d) => !isDateFault(d)).length
    return good > sample.length * 0.6 ? [{ i, days }] : []
  })
  if (dated.length !== 2) return
  const [a, b] = dated as [(typeof dated)[number], (typeof dated)[number]]
  const pairs = a.days.flatMap((day, i) =>
    isDateFault(day) || isDateFault(b.days[i]!) ? [] : [[day, b.days[i]!] as const],
  )
  const share = pairs.filter(([x, y]) => x <= y).length / Math.max(1, pairs.length)
  if (share < 0.95 && share > 0.05) return
  const [start, end] = share >= 0.95 ? [a, b] : [b, a]
  const why: Why = { by: 'content', share: Math.max(share, 1 - share) }
  assignments[start.i] = { field: 'startDate', confidence: 0.55, why, others: ['endDate'] }
  assignments[end.i] = { field: 'endDate', confidence: 0.55, why, others: ['startDate'] }
}

function decide(
  table: Table,
  columns: readonly PlannedColumn[],
  watches: readonly Watch[],
  shapes: readonly Shape[],
  base: Mapping | undefined,
  choices: PlanChoices,
) {
  const questions: Question[] = []
  const of = (test: (field: Field) => boolean) => columns.filter((c) => c.field !== null && test(c.field))
  const texts = (chosen: readonly PlannedColumn[]) =>
    chosen.flatMap((c) => [...watches[c.index]!.values().keys()])
  const amounts = of(
    (f) =>
      (amountFields as readonly Field[]).includes(f) &&
      shapes[columns.findIndex((c) => c.field === f)]!.filled > 0,
  )
  const dates = of((f) => kindOfField(f) === 'date' || f === 'startAndEnd')
  const names = (chosen: readonly PlannedColumn[]) => chosen.map((c) => c.header)

  if (of((f) => f === 'title').length === 0) questions.push({ about: 'title' })
  for (const name of table.header.repeated) {
    if (columns.some((c) => isCopyOf(c.header, name) && c.field && c.why.by !== 'person')) {
      questions.push({ about: 'repeated-header', column: name })
    }
  }

  let dayOrder = choices.dayOrder ?? base?.dayOrder
  if (!dayOrder) {
    const found = dayOrderOf(texts(dates).flatMap(datesOf))
    if (found === 'ambiguous' || found === 'mixed') {
      questions.push({ about: 'day-order', columns: names(dates), mixed: found === 'mixed' })
    } else dayOrder = found
  }

  let decimal = choices.decimal ?? base?.decimal
  if (!decimal && table.layout.format !== 'json') {
    const found = decimalSignOf(texts(amounts))
    if (found === 'ambiguous') questions.push({ about: 'decimal-sign', columns: names(amounts) })
    else if (found !== 'mixed') decimal = found
  }

  const units = columns.map((c) => unitOf(c.header))
  const mapped: MappedColumn[] = columns.map((c, i) => {
    const own = base?.columns[i]
    const isAmount = c.field !== null && kindOfField(c.field) === 'amount'
    const stated = choices.scales?.[c.header] ?? own?.scale
    const scale = isAmount ? (stated ?? units[i]!.scale) : undefined
    if (isAmount && stated === undefined && scale && beyondBelief(texts([c]), decimal, scale)) {
      questions.push({ about: 'scale', column: c.header, stated: scale })
    }
    const currency = isAmount ? (own?.currency ?? units[i]!.currency) : undefined
    return { header: c.header, field: c.field, ...(currency && { currency }), ...(scale && { scale }) }
  })

  const language = choices.language ?? base?.language ?? languageOf(columns, table)
  const country = choices.country ?? base?.country
  const { currency, from } = currencyFor(columns, amounts, mapped, texts(amounts), base, choices, language)
  const needing = amounts.filter((c) => !mapped[c.index]!.currency)
  if (!from && needing.length > 0) questions.push({ about: 'currency', columns: names(needing) })

  const idTexts = of((f) => f === 'leadId').flatMap((c) => texts([c]))
  const idScheme = country ? undefined : recogniseScheme(idTexts)
  const partners = base?.partners ?? partnerFormOf(of((f) => f === 'partners').flatMap((c) => texts([c])))
  const mapping: Mapping = {
    ...base,
    columns: mapped,
    registry:
      choices.registry ??
      base?.registry ??
      registryOf(
        table.name,
        of((f) => f === 'code').flatMap((c) => texts([c])),
      ),
    ...(decimal && { decimal }),
    ...(dayOrder && { dayOrder }),
    ...(currency && { currency }),
    ...(language && { language }),
    ...(country && { country }),
    ...(idScheme && { idScheme }),
    ...(partners && { partners }),
  }
  return { mapping, questions, currencyFrom: from }
}

/** The dates of a cell, one or two. */
const datesOf = (text: string): string[] => {
  const span = spanOf(text)
  return span ? [span.start, span.end].filter((date) => date !== undefined) : [text]
}

const isCopyOf = (header: string, name: string): boolean =>
  header === name || (header.startsWith(`${name} (`) && /^\d+\)$/.test(header.slice(name.length + 2)))

/**
 * Codes of the Finnish register EURA are known by their form, so any list of them speaks of the same projects.
 * Every other list without a profile has its codes to itself: two never share a project by accident.
 */
function registryOf(name: string, codes: readonly string[]): string {
  const known = codes.filter((code) => periodOf({ code: trimmed(code) }) !== undefined)
  return codes.length >= 3 && known.length >= codes.length * 0.95 ? 'eura' : registryOfName(name)
}

const registryOfName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(\.(csv|tsv|txt|json|jsonl|xlsx|gz))+$/i, '')
    .replace(/[^\p{L}\d]+/gu, '-')
    .slice(0, 40)

/** More than half of the amounts would be above ten thousand million: the header's "millions" cannot be meant. */
function beyondBelief(texts: readonly string[], decimal: DecimalSign | undefined, scale: number): boolean {
  const amounts = texts.map((text) => parseAmount(text, decimal, scale))
  const huge = amounts.filter(
    (a) => a === 'number-too-large' || (typeof a === 'object' && Number(a.value) > 1e10),
  )
  return huge.length > amounts.length / 2
}

/** Languages of countries that have one currency between them since their oldest lists; Swedish and English do not. */
const currencyByLanguage: Readonly<Record<string, string>> = {
  fi: 'EUR',
  et: 'EUR',
  lv: 'EUR',
  sl: 'EUR',
  da: 'DKK',
  pl: 'PLN',
}

function currencyFor(
  columns: readonly PlannedColumn[],
  amounts: readonly PlannedColumn[],
  mapped: readonly MappedColumn[],
  texts: readonly string[],
  base: Mapping | undefined,
  choices: PlanChoices,
  language: string | undefined,
): { currency?: string; from?: Plan['currencyFrom'] } {
  if (choices.currency) return { currency: choices.currency, from: 'person' }
  if (base?.currency) return { currency: base.currency, from: 'profile' }
  if (columns.some((c) => c.field === 'currency' && c.filled > 0)) return { from: 'column' }
  if (amounts.length === 0) return {}
  const stated = new Set(amounts.map((c) => mapped[c.index]!.currency).filter((c) => c !== undefined))
  if (stated.size === 1) return { currency: [...stated][0]!, from: 'header' }
  const inCells = texts
    .map((text) => parseAmount(text))
    .filter((a) => typeof a === 'object')
    .map((a) => a.currency)
  const named = new Set(inCells)
  if (inCells.length > 0 && !named.has(undefined)) {
    return named.size === 1 ? { currency: [...named][0]!, from: 'cells' } : { from: 'cells' }
  }
  const byLanguage =
    language && columns.some((c) => languagesOf(c.header).has(language)) && currencyByLanguage[language]
  return byLanguage ? { currency: byLanguage, from: 'language' } : {}
}

/** The language in which most headers are called as they are; none when English words are all there is to go by. */
function languageOf(columns: readonly PlannedColumn[], table: Table): string | undefined {
  if (table.layout.encodingLanguage) return table.layout.encodingLanguage
  const votes = new Map<string, number>()
  for (const { header, field } of columns) {
    if (!field) continue
    const languages = languagesOf(header)
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.size)
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}

/** The sign that parts partners, from the whole column: line breaks and semicolons before full stops before commas. */
function partnerFormOf(texts: readonly string[]): PartnerForm | undefined {
  const cells = texts.map(trimmed).filter((text) => text !== '' && !text.startsWith('['))
  if (cells.length === 0) return undefined
  const share = (pattern: RegExp) => cells.filter((text) => pattern.test(text)).length / cells.length
  if (share(/;/) > 0.15) return 'semicolon'
  if (share(/\S\n\s*\S/) > 0.15) return 'line'
  if (share(/\s?\|\s?/) > 0.15) return 'bar'
  if (share(/\.$/) > 0.6 || share(/\p{L}{3}\. \p{Lu}/u) > 0.3) return 'full-stop'
  return share(/,/) > 0.15 ? 'comma' : undefined
}
