import { type Row, withoutC1 } from '../cells.ts'
import { type Limits, limits as standardLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { type Survey, survey, unpacked } from './container.ts'
import { type Delimiter, delimitedRows, delimiterOf, headRows } from './delimited.ts'
import { byteOrderMark, type Encoding, encodingOf, isKnownEncoding, utf16Of } from './encoding.ts'
import { type Header, headerOf } from './header.ts'
import { jsonColumns, jsonRows } from './json.ts'
import { type JsonLayout, layoutOf } from './json-elements.ts'
import type { Origin } from './origin.ts'
import { type Sheet, sheetsOf } from './workbook.ts'

/** How the bytes became rows: shown to the person, kept with the import. */
export type Layout = {
  format: 'csv' | 'xlsx' | 'json'
  gzip: boolean
  encoding?: Encoding
  /** The language whose letters decided a one-byte encoding. */
  encodingLanguage?: string
  delimiter?: Delimiter
  json?: JsonLayout
  sheet?: string
  otherSheets?: readonly string[]
}

/** A list opened: its columns known, its rows ready to be streamed, as often as wanted. */
export type Table = {
  name: string
  /** SHA-256 of the file as dropped. */
  hash: string
  contentHash: string
  bytes: number
  layout: Layout
  header: Header
  /** The data rows below the header, blank rows left out. */
  rows: () => AsyncIterable<Row>
}

/** What a person may state when the file itself is not trusted to say it. */
export type ReadingChoices = { encoding?: Encoding; delimiter?: Delimiter; sheet?: string }

/** Opens a dropped file. Throws `Unreadable`, and nothing else, for whatever bytes it is given. */
export async function openTable(
  origin: Origin,
  choices: ReadingChoices = {},
  limits: Limits = standardLimits,
): Promise<Table> {
  const seen = await survey(origin, limits)
  const base = { name: origin.name, hash: seen.hash, contentHash: seen.contentHash, bytes: seen.bytes }
  if (seen.kind === 'zip') return { ...base, ...(await workbookTable(origin, seen, choices, limits)) }
  const encoding = chosenEncoding(seen, choices)
  const text = () => decoded(unpacked(origin, seen.gzip, limits), encoding.encoding)
  const head = await headText(text())
  if (head.trim() === '') throw new Unreadable('empty')
  const layout = { gzip: seen.gzip, ...encoding }
  if (/^\s*[[{]/.test(head)) return { ...base, ...(await jsonTable(text, head, layout, limits)) }
  return { ...base, ...delimitedTable(text, head, layout, choices, limits) }
}

type Opened = Pick<Table, 'layout' | 'header' | 'rows'>

async function workbookTable(
  origin: Origin,
  seen: Survey,
  choices: ReadingChoices,
  limits: Limits,
): Promise<Opened> {
  const parts: Uint8Array[] = []
  let packed = 0
  for await (const chunk of unpacked(origin, seen.gzip, limits)) {
    packed += chunk.length
    if (packed > limits.workbookBytes) throw new Unreadable('too-large', { byte: packed })
    parts.push(chunk)
  }
  const sheets = await sheetsOf(Buffer.concat(parts), limits)
  const sheet = choices.sheet ? sheets.find((s) => s.name === choices.sheet) : longest(sheets)
  if (!sheet) throw new Unreadable('empty')
  const header = headerOf(sheet.rows.slice(0, 400), limits)
  const others = sheets.filter((s) => s !== sheet).map((s) => s.name)
  return {
    layout: {
      format: 'xlsx',
      gzip: seen.gzip,
      sheet: sheet.name,
      ...(others.length > 0 && { otherSheets: others }),
    },
    header,
    rows: () => dataRows(sheet.rows, header),
  }
}

const longest = (sheets: readonly Sheet[]) => [...sheets].sort((a, b) => b.rows.length - a.rows.length)[0]

async function jsonTable(
  text: () => AsyncIterable<string>,
  head: string,
  layout: Omit<Layout, 'format'>,
  limits: Limits,
): Promise<Opened> {
  const json = layoutOf(head)
  const names = await jsonColumns(text(), json, limits)
  if (names.length === 0) throw new Unreadable('no-table', { row: 1 })
  return {
    layout: { format: 'json', ...layout, json },
    header: { row: 0, names, repeated: [], strayEnd: false },
    rows: () => jsonRows(text(), json, names, limits),
  }
}

function delimitedTable(
  text: () => AsyncIterable<string>,
  head: string,
  layout: Omit<Layout, 'format'>,
  choices: ReadingChoices,
  limits: Limits,
): Opened {
  const delimiter = choices.delimiter ?? delimiterOf(head)
  if (!delimiter) throw new Unreadable(/^\s*["']/.test(head) ? 'unclosed-quote' : 'one-column', { row: 1 })
  const rows = headRows(head, delimiter).map((cells, i) => ({ row: i + 1, cells }))
  const header = headerOf(rows, limits)
  return {
    layout: { format: 'csv', ...layout, delimiter },
    header,
    rows: () => dataRows(delimitedRows(text(), delimiter, limits), header),
  }
}

async function* dataRows(rows: AsyncIterable<Row> | Iterable<Row>, header: Header): AsyncGenerator<Row> {
  for await (const row of rows) {
    if (row.row > header.row && !isBlankRow(row)) yield row
  }
}

const isBlankRow = ({ cells }: Row): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && /^[\s;]*$/.test(cell)))

function chosenEncoding(
  seen: Survey,
  choices: ReadingChoices,
): { encoding: Encoding; encodingLanguage?: string } {
  if (choices.encoding) {
    if (!isKnownEncoding(choices.encoding))
      throw new Unreadable('unknown-encoding', { detail: choices.encoding })
    return { encoding: choices.encoding }
  }
  const marked = byteOrderMark(seen.head) ?? utf16Of(seen.head)
  if (marked && marked !== 'utf-8') return { encoding: marked }
  const controls = [...seen.histogram.subarray(0, 0x20)].reduce((sum, n, byte) => {
    const ordinary = byte === 9 || byte === 10 || byte === 13 || byte === 12 || byte === 26
    return ordinary ? sum : sum + n
  }, 0)
  if (seen.histogram[0]! > 0 || controls > Math.max(4, seen.bytes / 1000))
    throw new Unreadable('binary', { byte: firstControl(seen.head) })
  if (seen.utf8) return { encoding: 'utf-8' }
  if (marked || seen.brokenAt !== undefined) throw new Unreadable('broken-utf8', { byte: seen.brokenAt ?? 0 })
  const { encoding, language } = encodingOf(seen.histogram)
  return { encoding, ...(language && { encodingLanguage: language }) }
}

const firstControl = (head: Uint8Array): number =>
  Math.max(
    0,
    head.findIndex((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte)),
  )

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  const mend = decoder.encoding === 'windows-1252' ? withoutC1 : (text: string) => text
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true })
    if (text) yield mend(text)
  }
  const rest = decoder.decode()
  if (rest) yield mend(rest)
}

/** Half a mebibyte of text: enough to tell the delimiter and to find the header. */
async function headText(text: AsyncIterable<string>): Promise<string> {
  let head = ''
  for await (const part of text) {
    head += part
    if (head.length >= 524_288) break
  }
  return head
}
