import type { SheetColumn, SheetRow, SheetValue } from './sheet.ts'
import { createZip } from './zip.ts'

/** Excel's own limit (ECMA-376 application limits): what goes beyond stands on further sheets. */
const rowsPerSheet = 1_048_576
const cellLength = 32_767

// XML 1.0 cannot carry control characters, two non-characters and halves of surrogate pairs.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// "_x0041_" is how a workbook writes a sign by its number (ECMA-376, ST_Xstring): a text that has it is escaped so too.
const xml = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/\r\n?/g, '\n')
    .replace(forbidden, '')
    .replace(/[&<>"]/g, (c) => marks[c]!)

const textCell = (address: string, text: string, style = ''): string =>
  `<c r="${address}" t="inlineStr"${style}><is><t xml:space="preserve">${xml(text.slice(0, cellLength))}</t></is></c>`

/** 0 -> "A", 26 -> "AA". */
const letter = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : letter(Math.floor(i / 26) - 1) + letter(i % 26)

/** Days since 30.12.1899, as sheets count them; days before March 1900 stay text. */
const serialOf = (day: string): number | undefined => {
  const time = Date.parse(`${day}T00:00:00Z`)
  const serial = time / 86_400_000 + 25_569
  return Number.isInteger(serial) && serial >= 61 ? serial : undefined
}

/** Cells are typed, so that no text is ever a formula: numbers up to 15 digits, days, else inline text. */
function cellXml(address: string, value: SheetValue, { kind }: SheetColumn): string {
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  if (kind === 'number' && /^-?\d{1,15}(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15) {
    return `<c r="${address}" s="${text.includes('.') ? 3 : 2}"><v>${text}</v></c>`
  }
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const serial = serialOf(text)
    if (serial !== undefined) return `<c r="${address}" s="4"><v>${serial}</v></c>`
  }
  return textCell(address, text)
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`

const sheetPart = (i: number) => `xl/worksheets/sheet${i + 1}.xml`

/** Sheet names may not hold these and are cut at 31 characters. */
const sheetName = (name: string, i: number): string =>
  `${name.replace(/[[\]:*?/\\']/g, ' ').slice(0, i === 0 ? 31 : 27)}${i === 0 ? '' : ` (${i + 1})`}`

function staticParts(name: string, count: number): [string, string][] {
  const each = (line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('')
  return [
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${each((i) => `<sheet name="${xml(sheetName(name, i))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageRelationships}">${each((i) => `<Relationship Id="rId${i + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)}<Relationship Id="rIdStyles" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentTypes}.styles+xml"/>${each((i) => `<Override PartName="/${sheetPart(i)}" ContentType="${contentTypes}.worksheet+xml"/>`)}</Types>`,
    ],
  ]
}

/** Rows as the bytes of an .xlsx workbook, streamed: one row of headers that stays in view, typed cells, filters. */
export async function* workbookBytes(
  columns: readonly SheetColumn[],
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  name = 'Talkoot',
): AsyncGenerator<Buffer> {
  const zip = createZip()
  const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  const letters = columns.map((_, i) => letter(i))
  const widths = columns.map((c) => `${c.kind === 'text' ? 30 : 14}`)
  const sheetHead = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${widths.map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`).join('')}</cols><sheetData><row r="1">${columns.map((c, i) => textCell(`${letters[i]}1`, c.header, ' s="1"')).join('')}</row>`
  let ended = false
  async function* sheet(): AsyncGenerator<string> {
    yield sheetHead
    for (let count = 1; count < rowsPerSheet; count++) {
      const next = await source.next()
      if (next.done) {
        ended = true
        break
      }
      const row = next.value as SheetRow
      const n = count + 1
      yield `<row r="${n}">${columns.map((column, i) => cellXml(letters[i]! + n, row[i], column)).join('')}</row>`
    }
    yield '</sheetData></worksheet>'
  }
  let sheets = 0
  while (!ended) yield* zip.stream(sheetPart(sheets++), sheet())
  for (const [part, text] of staticParts(name, sheets)) yield* zip.whole(part, text)
  yield zip.end()
}
