import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { SheetColumn, SheetRow, SheetValue } from './sheet.ts'
import { workbookBytes } from './workbook.ts'

export const sheetFormats = ['csv', 'xlsx', 'json'] as const
export type SheetFormat = (typeof sheetFormats)[number]

export type CsvChoices = {
  /** Semicolon where Excel expects decimal commas (Finland, Sweden). */
  delimiter?: ',' | ';'
  /** A byte order mark, by which Excel knows UTF-8. */
  bom?: boolean
}

const dangerous = /^[=+\-@\t\r]/
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, by which Excel and LibreOffice show
 * it as text (OWASP, CSV injection). Plain numbers such as "-876" stay numbers.
 */
export const withoutFormula = (text: string): string =>
  dangerous.test(text) && !plainNumber.test(text) ? `'${text}` : text

const csvCell = (value: SheetValue): string =>
  value === null || value === undefined ? '' : withoutFormula(String(value))

const batch = 500

/** Rows as CSV bytes, streamed: lines end in CRLF, cells are quoted where needed (RFC 4180). */
export async function* csvBytes(
  columns: readonly SheetColumn[],
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  { delimiter = ',', bom = true }: CsvChoices = {},
): AsyncGenerator<Buffer> {
  const write = (lines: string[][]) =>
    Buffer.from(stringify(lines, { delimiter, record_delimiter: 'windows', quoted_match: /^\s|\s$|'/ }))
  if (bom) yield Buffer.from('\ufeff')
  let lines: string[][] = [columns.map((c) => withoutFormula(c.header))]
  for await (const row of rows) {
    lines.push(row.map(csvCell))
    if (lines.length < batch) continue
    yield write(lines)
    lines = []
  }
  if (lines.length > 0) yield write(lines)
}

/** Rows as one JSON array of objects, streamed. Headers are the keys; number columns stay exact decimal strings. */
export async function* jsonBytes(
  columns: readonly SheetColumn[],
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
): AsyncGenerator<Buffer> {
  let before = '[\n'
  let text = ''
  for await (const row of rows) {
    const item: Record<string, SheetValue> = {}
    columns.forEach((column, i) => {
      const value = row[i]
      if (value !== null && value !== undefined)
        item[column.header] = typeof value === 'bigint' ? `${value}` : value
    })
    text += before + JSON.stringify(item)
    before = ',\n'
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(`${text}${before === '[\n' ? '[' : ''}\n]\n`)
}

export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** Any table as a stream of bytes in the asked format; memory holds a few hundred rows however long it is. */
export function sheetStream(
  format: SheetFormat,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  choices: CsvChoices & { sheet?: string } = {},
): Readable {
  if (format === 'csv') return Readable.from(csvBytes(columns, rows, choices))
  if (format === 'json') return Readable.from(jsonBytes(columns, rows))
  return Readable.from(workbookBytes(columns, rows, choices.sheet))
}

/** The header that names a download, in Unicode and in ASCII for those who cannot read it (RFC 6266, RFC 8187). */
export function contentDisposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
