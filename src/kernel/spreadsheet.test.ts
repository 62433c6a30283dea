import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { SheetColumn, SheetRow } from './sheet.ts'
import { contentDisposition, csvBytes, jsonBytes, withoutFormula } from './spreadsheet.ts'
import { workbookBytes } from './workbook.ts'

const columns: SheetColumn[] = [
  { header: 'Hankkeen nimi', kind: 'text' },
  { header: 'Myönnetty €', kind: 'number' },
  { header: 'Alkaa', kind: 'day' },
]

async function gather(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

const attacks = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")', '-A1']

describe('csv', () => {
  test('neutralises every beginning of a formula, and leaves plain numbers', () => {
    for (const text of attacks) expect(withoutFormula(text)).toBe(`'${text}`)
    for (const text of ['-876', '+12,5', '-0.5', '12', 'a=1', '', 'ÄÄ'])
      expect(withoutFormula(text)).toBe(text)
  })

  test('no cell of any text can begin a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const row = texts.map((t) => t.replace(/[\ud800-\udfff]/g, ''))
          const bytes = await gather(
            csvBytes(
              row.map(() => ({ header: 'x', kind: 'text' })),
              [row],
              { bom: false },
            ),
          )
          const [, back] = parse(bytes, { relax_column_count: true }) as string[][]
          back?.forEach((cell, i) => {
            expect(cell).toBe(withoutFormula(row[i]!))
            if (/^[=+\-@\t\r]/.test(cell)) expect(cell).toMatch(/^[+-]?\d/)
          })
        },
      ),
    )
  })

  test('begins with a byte order mark and takes the semicolon when asked', async () => {
    const bytes = await gather(
      csvBytes(columns, [['Häme; Goes', '1234.50', '2016-05-01']], { delimiter: ';' }),
    )
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.toString().split('\r\n')[1]).toBe('"Häme; Goes";1234.50;2016-05-01')
  })
})

describe('xlsx', () => {
  test('a workbook reader reads back what was written, typed', async () => {
    const rows: SheetRow[] = [
      ['Häme & "Kumppanit" <oy>', '1234.5', '2016-05-01'],
      ['=1+1', -876n, null],
      [' reuna ', 3, '2012-02-29'],
    ]
    const sheet = await readSheet(await gather(workbookBytes(columns, rows)))
    expect(sheet[0]).toEqual(['Hankkeen nimi', 'Myönnetty €', 'Alkaa'])
    expect(sheet[1]).toEqual(['Häme & "Kumppanit" <oy>', 1234.5, new Date('2016-05-01T00:00:00Z')])
    expect(sheet[2]).toEqual(['=1+1', -876, null])
    expect(sheet[3]?.slice(1)).toEqual([3, new Date('2012-02-29T00:00:00Z')])
  })

  test('holds no formula whatever the text', async () => {
    const bytes = await gather(
      workbookBytes(
        [{ header: 'x', kind: 'text' }],
        attacks.map((text) => [text]),
      ),
    )
    const sheet = await readSheet(bytes, { trim: false })
    expect(sheet.slice(1).map((row) => row[0])).toEqual(attacks.map((t) => t.replace('\r', '\n')))
  })

  test('any text survives but for characters that XML cannot carry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (text) => {
        const sheet = await readSheet(
          await gather(workbookBytes([{ header: 'x', kind: 'text' }], [[`a${text}z`]])),
          {
            trim: false,
          },
        )
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot carry
        expect(sheet[1]?.[0]).toBe(`a${text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')}z`)
      }),
      { numRuns: 50 },
    )
  })
})

describe('json', () => {
  test('is one array, valid when empty too', async () => {
    expect(JSON.parse(String(await gather(jsonBytes(columns, []))))).toEqual([])
    const rows: SheetRow[] = [['a', '12.50', null]]
    expect(JSON.parse(String(await gather(jsonBytes(columns, rows))))).toEqual([
      { 'Hankkeen nimi': 'a', 'Myönnetty €': '12.50' },
    ])
  })
})

test('names a download in Unicode and in ASCII', () => {
  expect(contentDisposition('hankkeet Hämeessä (2).csv')).toBe(
    `attachment; filename="hankkeet Hameessa (2).csv"; filename*=UTF-8''hankkeet%20H%C3%A4meess%C3%A4%20%282%29.csv`,
  )
  expect(contentDisposition('a"b\r\nX: y')).not.toMatch(/[\r\n]/)
})
