import type { Readable } from 'node:stream'
import type { SheetColumn, SheetRow } from '../../kernel/sheet.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { openTable, textOf, Unreadable } from '../sources/index.ts'
import { type ContentFault, fieldsOf, partTyped } from './content.ts'
import type { AskedHere } from './read-actions.ts'
import { text } from './text.ts'

const order = ['code', 'name', 'unit', 'amount', 'per', 'nothing', 'narrative', 'enterprises'] as const

/** The columns of the template, in the reader's language. */
export const sheetColumns = (language: Language): SheetColumn[] =>
  order.map((name) => ({ header: text[language].sheetColumns[name], kind: 'text' }))

/** The template filled with what stands in the form: a row for each indicator that is asked. */
export const sheetRows = (
  asked: readonly AskedHere[],
  get: (field: string) => string,
  language: Language,
): SheetRow[] =>
  asked.map((one) => {
    const field = fieldsOf(one.id)
    return [
      one.code,
      pick(one.name, language)?.text,
      pick(one.unit, language)?.text,
      get(field.amount),
      get(field.per),
      get(field.nothing) ? 'x' : '',
      get(field.narrative),
      get(field.enterprises),
    ]
  })

export type SheetFault = { row: number; code: string } & Pick<ContentFault, 'typed'> & {
    key: ContentFault['key'] | 'unknownRow'
  }

/** What was read of a filled-in template: fields for the form, and what is wrong row by row. */
export type SheetRead = { fields: Record<string, string>; rows: number; faults: SheetFault[] }

/** Reads a filled-in template, in whichever language it was made. Undefined where it is no such table. */
export async function readSheet(
  file: { name: string; open: () => Readable },
  asked: readonly AskedHere[],
): Promise<SheetRead | undefined> {
  try {
    const table = await openTable(file)
    const places = placesOf(table.header.names)
    if (!places) return undefined
    const read: SheetRead = { fields: {}, rows: 0, faults: [] }
    for await (const { row, cells } of table.rows()) {
      const cell = (name: (typeof order)[number]) => textOf(cells[places[name] ?? -1] ?? '').trim()
      takeRow(read, row, cell, asked)
      if (read.rows > 500) break
    }
    return read
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** Where each column stands, by its header in any of the languages. */
function placesOf(headers: readonly string[]): Partial<Record<(typeof order)[number], number>> | undefined {
  const places = Object.fromEntries(
    order.flatMap((name) => {
      const at = headers.findIndex((header) =>
        (['fi', 'sv', 'en'] as const).some(
          (l) => text[l].sheetColumns[name].toLowerCase() === header.trim().toLowerCase(),
        ),
      )
      return at < 0 ? [] : [[name, at]]
    }),
  ) as Partial<Record<(typeof order)[number], number>>
  return places.code === undefined || places.amount === undefined ? undefined : places
}

function takeRow(
  read: SheetRead,
  row: number,
  cell: (name: (typeof order)[number]) => string,
  asked: readonly AskedHere[],
): void {
  const code = cell('code')
  if (code === '') return
  read.rows += 1
  const one = asked.find((indicator) => indicator.code.toLowerCase() === code.toLowerCase())
  if (!one) {
    read.faults.push({ row, code, key: 'unknownRow' })
    return
  }
  const field = fieldsOf(one.id)
  const typed: Record<string, string> = {
    [field.amount]: cell('amount'),
    [field.per]: cell('per'),
    [field.nothing]: cell('nothing') === '' ? '' : '1',
    [field.narrative]: cell('narrative'),
    [field.enterprises]: cell('enterprises'),
  }
  const { faults } = partTyped((name) => typed[name] ?? '', [one])
  for (const { key, typed: line } of faults)
    read.faults.push({ row, code, key, ...(line !== undefined && { typed: line }) })
  Object.assign(read.fields, typed)
}
