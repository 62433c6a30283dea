import type { KnownParties } from '../../engine/matching/index.ts'
import { type Cell, cleaned, isBlank, oneLine, type Row, textOf, trimmed } from './cells.ts'
import { type AmountField, amountFields, type Field } from './fields.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import { isError, type Problem, type ProblemCode } from './problem.ts'
import { dateFaults, isNameLike, isPlausibleDay } from './rules.ts'
import type { StatementParty, StatementValues } from './statement.ts'
import { isCurrency, parseAmount, parsePercent } from './values/amounts.ts'
import { type DateFault, isDateFault, parseDate } from './values/dates.ts'
import { identifierOf, namesWithIdentifiers } from './values/identifiers.ts'
import { organisationName, titleOf } from './values/names.ts'
import { partnersOf } from './values/partners.ts'
import { parseSpan } from './values/spans.ts'
import { fundTerm, periodTerm, placesOf, priorityTerm, statusTerm } from './values/terms.ts'

/** One row as the product understands it. A blank cell is absent, never zero. */
export type Normalised = { values: StatementValues; problems: readonly Problem[]; rejected: boolean }

type Write = { -readonly [K in keyof StatementValues]: StatementValues[K] }

/** Makes the function that turns rows of one list into statements. Pure: the same row gives the same statement. */
export function createNormaliser(mapping: Mapping, known: KnownParties) {
  const at = new Map<Field, number>()
  mapping.columns.forEach((column, i) => {
    if (column.field) at.set(column.field, i)
  })
  const columnOf = (field: Field): MappedColumn | undefined => {
    const i = at.get(field)
    return i === undefined ? undefined : mapping.columns[i]
  }

  return (row: Row): Normalised => {
    const problems: Problem[] = []
    const values: Write = {}
    const cell = (field: Field): Cell | undefined => {
      const i = at.get(field)
      const value = i === undefined ? undefined : row.cells[i]
      return isBlank(value) ? undefined : value
    }
    const report = (code: ProblemCode, field: Field, other?: string) => {
      const column = columnOf(field)?.header
      const text = cell(field)
      problems.push({
        code,
        row: row.row,
        ...(column && { column }),
        ...(text !== undefined && { text: textOf(text).slice(0, 500) }),
        ...(other !== undefined && { other }),
      })
    }
    const read = <T>(field: Field, parse: (text: string) => T | undefined): T | undefined => {
      const value = cell(field)
      return value === undefined ? undefined : parse(textOf(value))
    }
    for (const [field, i] of at) if (isFormula(row.cells[i])) report('formula', field)
    const context = { mapping, known, values, cell, read, report, columnOf }
    names(context)
    terms(context)
    dates(context)
    amounts(context)
    parties(context)
    places(context)
    return { values, problems, rejected: problems.some(isError) }
  }
}

/** What a spreadsheet would run: "=...", and the other beginnings with a call, a pipe or a sheet's address in them. */
const isFormula = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && /^\s*(=|[+\-@][^\n]*(\w\(|\||!))/.test(cell)

type RowContext = {
  mapping: Mapping
  /** Of the parties in the column of partners. */
  known: KnownParties
  values: Write
  cell: (field: Field) => Cell | undefined
  read: <T>(field: Field, parse: (text: string) => T | undefined) => T | undefined
  report: (code: ProblemCode, field: Field, other?: string) => void
  columnOf: (field: Field) => MappedColumn | undefined
}

const set = <K extends keyof Write>(values: Write, key: K, value: Write[K] | undefined): void => {
  if (value !== undefined && value !== '') values[key] = value
}

function names({ mapping, values, read, report }: RowContext): void {
  set(values, 'code', read('code', oneLine))
  const title = read('title', (text) => titleOf(text, mapping.commaStandIn))
  if (title && isNameLike(title)) values.title = title
  else report('missing-title', 'title')
  const other = read('titleOther', (text) => titleOf(text))
  if (other && other !== title) values.titles = { en: other }
  set(values, 'summary', read('summary', cleaned) ?? read('summaryOther', cleaned))
  set(values, 'language', mapping.language)
}

function terms({ mapping, values, read, report }: RowContext): void {
  const table = mapping.terms
  const known = (field: 'fund' | 'status' | 'period', text: string) => table?.[field]?.[oneLine(text)]
  set(values, 'fund', read('fund', (t) => known('fund', t) ?? fundTerm(t)) ?? mapping.defaults?.fund)
  set(values, 'programme', read('programme', oneLine) ?? mapping.defaults?.programme)
  set(
    values,
    'period',
    read('period', (t) => known('period', t) ?? periodTerm(t)) ?? mapping.defaults?.period,
  )
  set(values, 'priority', read('priority', priorityTerm))
  set(values, 'objective', read('specificObjective', oneLine))
  set(values, 'interventionField', read('interventionField', oneLine))
  const status = read('status', (t) => known('status', t) ?? statusTerm(t) ?? null)
  if (status === null) report('unknown-status', 'status')
  set(values, 'status', (status ?? undefined) || mapping.defaults?.status)
}

function dates({ mapping, values, read, report }: RowContext): void {
  const day = (field: Field) =>
    read(field, (text) => {
      const parsed = parseDate(text, mapping.dayOrder)
      if (!isDateFault(parsed)) return parsed
      report(parsed, field)
      return undefined
    })
  const span = bothDays({ mapping, read, report })
  const started = day('startDate')
  const start = started ?? span.start
  const ended = day('endDate') ?? span.end
  const end = ended ?? day('expectedEndDate')
  const startField: Field = started === undefined ? 'startAndEnd' : 'startDate'
  const endField: Field =
    ended === undefined ? 'expectedEndDate' : ended === span.end ? 'startAndEnd' : 'endDate'
  for (const fault of dateFaults({ ...(start && { start }), ...(end && { end }) })) {
    report(fault.code, fault.of === 'start' ? startField : endField, fault.of === 'end' ? start : undefined)
  }
  set(values, 'start', start)
  set(values, 'end', end)
  const updated = day('updated')
  if (updated && isPlausibleDay(updated)) values.updated = updated
}

/** Start and end from one cell; each fault is reported once. */
function bothDays({ mapping, read, report }: Pick<RowContext, 'mapping' | 'read' | 'report'>) {
  const found = read('startAndEnd', (text) => parseSpan(text, mapping.dayOrder))
  if (found === undefined) return {}
  const parts = typeof found === 'string' ? [found] : [found.start, found.end]
  const faults = new Set(parts.filter((part) => part !== undefined && isDateFault(part)))
  for (const fault of faults) report(fault as DateFault, 'startAndEnd')
  if (typeof found === 'string') return {}
  const day = (part: typeof found.start) => (part === undefined || isDateFault(part) ? undefined : part)
  return { start: day(found.start), end: day(found.end) }
}

const keyOfAmount = (field: AmountField): 'eu' | Exclude<AmountField, 'euAmount'> =>
  field === 'euAmount' ? 'eu' : field

function amounts({ mapping, values, cell, read, report, columnOf }: RowContext): void {
  const stated = read('currency', (text) => oneLine(text).toUpperCase())
  if (stated && !isCurrency(stated)) report('unknown-currency', 'currency')
  let currency = stated && isCurrency(stated) ? stated : undefined
  for (const field of amountFields) {
    const value = cell(field)
    if (value === undefined) continue
    const column = columnOf(field)
    if (typeof value !== 'string' && typeof value !== 'number') {
      report('not-a-number', field)
      continue
    }
    const amount = parseAmount(value, mapping.decimal, column?.scale)
    if (typeof amount === 'string') {
      report(amount, field)
      continue
    }
    const expected = stated ?? column?.currency ?? mapping.currency
    const own = amount.currency ?? expected
    if (own === undefined) {
      report('unknown-currency', field)
      continue
    }
    const clash = [expected, currency].find((other) => other !== undefined && other !== own)
    if (clash !== undefined) {
      report('other-currency', field, clash)
      continue
    }
    currency = own
    if (amount.rounded) report('rounded', field)
    if (amount.value.startsWith('-')) report('negative', field)
    values[keyOfAmount(field)] = amount.value
  }
  if (currency && amountFields.some((f) => values[keyOfAmount(f)] !== undefined)) values.currency = currency
  const rate = cell('rate')
  if (typeof rate === 'string' || typeof rate === 'number') {
    const percent = parsePercent(rate, mapping.decimal)
    if (percent === undefined) report('not-a-percent', 'rate')
    set(values, 'rate', percent)
  }
  set(
    values,
    'exchangeRate',
    read('exchangeRate', (t) =>
      /^\d+([.,]\d+)?$/.test(trimmed(t)) ? trimmed(t).replace(',', '.') : undefined,
    ),
  )
}

function parties({ mapping, known, values, cell, read, report }: RowContext): void {
  const authority = read('authority', organisationName)
  if (authority && isNameLike(authority)) values.authority = authority
  else if (authority) report('name-is-number', 'authority')
  // Several organisations, each with its id, in the cell of the lead: the first leads, the others join it.
  const [first, ...joint] = read('lead', (text) => namesWithIdentifiers(organisationName(text))) ?? []
  if (first) {
    const ids = first.identifier && { ids: [first.identifier] }
    if (isNameLike(first.name)) {
      values.lead = { name: first.name, ...ids, ...leadDetails({ mapping, read, report }) }
    } else report('name-is-number', 'lead')
  }
  const written = partnersOf(cell('partners'), mapping.partners, known)
  for (const code of ['unsure-partners', 'unnamed-partners'] as const) {
    const texts = written.doubts.filter((doubt) => doubt.code === code).map(({ text }) => text)
    if (texts.length > 0) report(code, 'partners', texts.join('; ').slice(0, 300))
  }
  const partners = written.partners.map((partner): StatementParty => {
    const { name, id } = partner
    const identifier =
      id === undefined ? partner.identifier : identifierOf(id, mapping.country, mapping.idScheme)
    if (id !== undefined && !identifier) report('bad-identifier', 'partners', id)
    return { name, ...(identifier && { ids: [identifier] }) }
  })
  const beside = joint.map(({ name, identifier }) => ({ name, ...(identifier && { ids: [identifier] }) }))
  if (beside.length + partners.length > 0) values.partners = [...beside, ...partners]
}

function leadDetails({
  mapping,
  read,
  report,
}: Pick<RowContext, 'mapping' | 'read' | 'report'>): Omit<StatementParty, 'name'> {
  const written = read('leadId', oneLine)
  const identifier =
    written === undefined ? undefined : identifierOf(written, mapping.country, mapping.idScheme)
  if (written !== undefined && !identifier) report('bad-identifier', 'leadId')
  const kind = read('leadKind', oneLine)
  const place = read('leadPlace', oneLine)
  const postcode = read('leadPostcode', oneLine)
  return {
    ...(identifier && { ids: [identifier] }),
    ...(kind && { kind }),
    ...(place && { place }),
    ...(postcode && { postcode }),
  }
}

function places({ values, read, report }: RowContext): void {
  set(values, 'region', read('region', oneLine))
  const municipalities = read('municipalities', placesOf)
  if (municipalities && municipalities.length > 0) values.municipalities = municipalities
  set(
    values,
    'nuts',
    read('nuts', (text) => oneLine(text).toUpperCase()),
  )
  set(values, 'point', read('latLong', oneLine))
  const url = read('sourceUrl', trimmed)
  if (url === undefined) return
  if (/^https?:\/\/[^\s<>"]+$/i.test(url)) values.url = url
  else report('bad-address', 'sourceUrl')
}
