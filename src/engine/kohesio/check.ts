import { type FieldName, type FormCells, type FormField, formFields } from './form.ts'

/** What is wrong with a cell, or with a row: see the words of `faultsOf`. */
export type FaultKind =
  | 'missing'
  | 'not-a-day'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-in-list'
  | 'not-a-currency'
  | 'not-a-point'
  | 'starts-after-end'
  | 'no-place'
  | 'no-exchange-rate'
  | 'other-categories'

export type Fault = { field: FieldName; kind: FaultKind }

/**
 * Everything that keeps a row out: cells that must be filled and are not, cells that are not what their field takes,
 * a start after the end (the same day passes), no place at all (postcode, NUTS code or point), another currency than
 * the euro without its exchange rate, and a row of 2021-2027, whose categories are other ones under the same numbers.
 * Source: the form and the rules that the Commission's validator adds to it (ISAITB validator-plugin-kohesio).
 */
export function faultsOf(cells: FormCells): Fault[] {
  const faults: Fault[] = []
  const of = (field: FieldName): string => cells[field]?.trim() ?? ''
  for (const field of formFields) {
    const kind = faultOfCell(field, of(field.name))
    if (kind) faults.push({ field: field.name, kind })
  }
  const start = dayNumber(of('Operation_Start_Date'))
  const end = dayNumber(of('Operation_End_Date'))
  if (start !== undefined && end !== undefined && start > end)
    faults.push({ field: 'Operation_Start_Date', kind: 'starts-after-end' })
  if (places.every((field) => of(field) === ''))
    faults.push({ field: 'Location_Indicator_NUTS_code', kind: 'no-place' })
  const currency = of('Total_Eligible_Expenditure_Currency')
  if (currency !== '' && !/^[A-Z]{3}$/.test(currency))
    faults.push({ field: 'Total_Eligible_Expenditure_Currency', kind: 'not-a-currency' })
  else if (currency !== '' && currency !== 'EUR' && of('Total_Eligible_Expenditure_Exchange_Rate') === '')
    faults.push({ field: 'Total_Eligible_Expenditure_Exchange_Rate', kind: 'no-exchange-rate' })
  if (of('Programming_Period') === '2021-2027')
    faults.push({ field: 'Category_Of_Intervention', kind: 'other-categories' })
  return faults
}

const places = [
  'Location_Indicator_Postcode',
  'Location_Indicator_NUTS_code',
  'Location_Indicator_latitude_longitude',
] as const

function faultOfCell(field: FormField, text: string): FaultKind | undefined {
  if (text === '') return field.required ? 'missing' : undefined
  if (field.values && !field.values.includes(text)) return 'not-in-list'
  switch (field.kind) {
    case 'day':
      return dayNumber(text) === undefined ? 'not-a-day' : undefined
    case 'number': {
      if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return 'not-a-number'
      const value = Number(text)
      const inside = (field.least ?? value) <= value && value <= (field.most ?? value)
      return inside ? undefined : 'out-of-range'
    }
    case 'point':
      return isPoint(text) ? undefined : 'not-a-point'
    case 'text':
      return undefined
  }
}

/** A day as a number that grows with time, or undefined where no calendar has it. */
function dayNumber(text: string): number | undefined {
  const m = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (!m) return undefined
  const [day, month, year] = [Number(m[1]), Number(m[2]), Number(m[3])]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const length = lengths[month - 1]
  return length !== undefined && year > 0 && day >= 1 && day <= length
    ? year * 10_000 + month * 100 + day
    : undefined
}

function isPoint(text: string): boolean {
  const m = /^(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,2}(?:\.\d+)?)$/.exec(text)
  return m !== null && Math.abs(Number(m[1])) <= 180 && Math.abs(Number(m[2])) <= 90
}

export type HeaderFault = { column: string; kind: 'repeated' | 'unknown' | 'missing' }

/** What is wrong with the first line of a file: case is not looked at, columns may come in any order. */
export function faultsOfHeader(header: readonly string[]): HeaderFault[] {
  const known = new Set(formFields.map((f) => f.name.toLowerCase()))
  const seen = new Set<string>()
  const faults: HeaderFault[] = []
  for (const column of header) {
    const name = column.trim().toLowerCase()
    if (seen.has(name)) faults.push({ column, kind: 'repeated' })
    else if (!known.has(name)) faults.push({ column, kind: 'unknown' })
    seen.add(name)
  }
  for (const field of formFields as readonly FormField[]) {
    if (field.required && !seen.has(field.name.toLowerCase()))
      faults.push({ column: field.name, kind: 'missing' })
  }
  return faults
}

/** The cells of one line under the file's own header. */
export function cellsUnder(header: readonly string[], line: readonly string[]): FormCells {
  const names = new Map(formFields.map((f) => [f.name.toLowerCase(), f.name] as const))
  const cells: { [name in FieldName]?: string } = {}
  header.forEach((column, i) => {
    const name = names.get(column.trim().toLowerCase())
    if (name) cells[name] = line[i] ?? ''
  })
  return cells
}
