import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workbookBytes } from '../../../kernel/workbook.ts'
import type { Cell } from '../cells.ts'
import { builtInProfiles } from '../profiles.ts'
import { planOf } from '../recognising/plan.ts'
import { readRows } from '../statements.ts'
import { Unreadable } from '../unreadable.ts'
import { type Origin, originOfBytes } from './origin.ts'
import { openTable, type ReadingChoices, type Table } from './table.ts'

const origin = (content: string | Uint8Array, name = 'x.csv') =>
  originOfBytes(name, typeof content === 'string' ? new TextEncoder().encode(content) : content)

async function cellsOf(table: Table): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = []
  for await (const row of table.rows()) rows.push(row.cells)
  return rows
}
const open = (content: string | Uint8Array, choices?: ReadingChoices) => openTable(origin(content), choices)

describe('encodings', () => {
  const line = 'Nimi;Paikka\nÄänekosken hanke för Åbo – öljy;Häme\n'
  test.each([
    ['utf-8', new TextEncoder().encode(line)],
    ['utf-8', new TextEncoder().encode(`\ufeff${line}`)],
    ['utf-16le', Buffer.from(`\ufeff${line}`, 'utf16le')],
    ['utf-16le', Buffer.from(line, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${line}`, 'utf16le').swap16()],
    ['windows-1252', Buffer.from(line.replace('–', '\u0096'), 'latin1')],
  ])('%s is read as it was written', async (encoding, bytes) => {
    const table = await open(bytes)
    expect(table.layout.encoding).toBe(encoding)
    expect(table.header.names).toEqual(['Nimi', 'Paikka'])
    expect(await cellsOf(table)).toEqual([['Äänekosken hanke för Åbo – öljy', 'Häme']])
  })

  test('letters tell 1250 from 1252 and 1257', async () => {
    // "Zażółć gęślą jaźń" and "Skaņu ieraksts, ģērbšanās, ūdens" in their own encodings.
    const polish = Buffer.concat([
      Buffer.from('Nazwa;Kod\n'),
      Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6, 0x20, 0x67, 0xea, 0x9c, 0x6c, 0xb9, 0x3b, 0x31, 0x0a]),
    ])
    expect((await open(polish)).layout.encoding).toBe('windows-1250')
    expect((await cellsOf(await open(polish)))[0]).toEqual(['Zażółć gęślą', '1'])
    const danish = Buffer.from('Navn;Nr\nSkærgård og Fødevarer på Ærø;1\n', 'latin1')
    expect((await open(danish)).layout.encoding).toBe('windows-1252')
  })

  test('a stated encoding wins', async () => {
    const table = await open(Buffer.from([0x4e, 0x3b, 0x4b, 0x0a, 0xe4, 0x3b, 0x31, 0x0a]), {
      encoding: 'iso-8859-5',
    })
    expect((await cellsOf(table))[0]![0]).toBe('ф')
  })
})

describe('delimited text', () => {
  test.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'a;b;c\n1,5;2,5;3,5\n'],
    ['\t', 'a\tb\tc\n1, x\t2\t3\n'],
    ['|', 'a|b|c\n1|2, 3|4\n'],
    [';', 'sep=;\na;b\n1;2\n'],
    [',', 'a,b,c;\n1,2,3,,;\n4,5,6,,;\n'],
  ])('the delimiter %j is told', async (delimiter, content) => {
    expect((await open(content)).layout.delimiter).toBe(delimiter)
  })

  test('titles above the header are passed over, row numbers are those of the sheet', async () => {
    const table = await open('Rahoitetut hankkeet 2024\n\nKoodi;Nimi;Määrä\n\nA1;"kaksi\nriviä";5\nA2;b;6\n')
    expect(table.header).toMatchObject({ row: 3, names: ['Koodi', 'Nimi', 'Määrä'] })
    const rows: number[] = []
    for await (const row of table.rows()) rows.push(row.row)
    expect(rows).toEqual([5, 6])
  })

  test('blank headers are called by their letters', async () => {
    const table = await open('Nimi,,Määrä\na,b,1\nc,d,2\n')
    expect(table.header.names).toEqual(['Nimi', 'B', 'Määrä'])
  })
})

describe('json', () => {
  const items = [
    { id: 'A1', lead: { name: 'X', place: { city: 'Y' } }, tags: ['p', 'q'], n: 1.5 },
    { id: 'A2', extra: true },
  ]
  const names = ['id', 'lead.name', 'lead.place.city', 'tags', 'n', 'extra']
  test.each([
    ['array', JSON.stringify(items)],
    ['array', JSON.stringify(items, null, 2)],
    ['wrapped', JSON.stringify({ meta: { count: 2, list: [1, 2] }, data: { items } })],
    ['lines', items.map((item) => JSON.stringify(item)).join('\n')],
  ])('%s', async (layout, content) => {
    const table = await open(content)
    expect(table.layout).toMatchObject({ format: 'json', json: layout })
    expect(table.header.names).toEqual(names)
    expect(await cellsOf(table)).toEqual([
      ['A1', 'X', 'Y', ['p', 'q'], 1.5, null],
      ['A2', null, null, null, null, true],
    ])
  })

  test('whatever objects, in whatever pieces they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ a: fc.json(), b: fc.string() }), { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        async (list, size) => {
          const content = new TextEncoder().encode(JSON.stringify(list))
          const pieces: Origin = {
            name: 'x',
            async *open() {
              for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
            },
          }
          const table = await openTable(pieces)
          expect(await cellsOf(table)).toEqual(list.map((item) => [item.a, item.b]))
        },
      ),
      { numRuns: 50 },
    )
  })
})

test('xlsx: typed cells, the longest sheet, the header below a title', async () => {
  const parts: Buffer[] = []
  const columns = [
    { header: 'Hankkeen nimi', kind: 'text' as const },
    { header: 'Myönnetty', kind: 'number' as const },
    { header: 'Alkaa', kind: 'day' as const },
  ]
  for await (const part of workbookBytes(columns, [
    ['Häme', '12.50', '2016-05-01'],
    ['Lappi', null, null],
  ]))
    parts.push(part)
  const table = await open(Buffer.concat(parts))
  expect(table.layout).toMatchObject({ format: 'xlsx', sheet: 'Talkoot' })
  expect(await cellsOf(table)).toEqual([
    ['Häme', 12.5, '2016-05-01'],
    ['Lappi', null, null],
  ])
})

test('.gz is unpacked on the way, and both hashes are known', async () => {
  const content = 'a,b\n1,2\n'
  const [plain, packed] = [await open(content), await open(gzipSync(content))]
  expect(packed.layout.gzip).toBe(true)
  expect(packed.contentHash).toBe(plain.contentHash)
  expect(packed.hash).not.toBe(plain.hash)
  expect(await cellsOf(packed)).toEqual([['1', '2']])
})

/** Everything that a dropped file goes through before it is stored. */
async function readWhole(content: Uint8Array): Promise<void> {
  const table = await openTable(origin(content, 'fuzz'))
  const plan = await planOf(table, builtInProfiles)
  for await (const row of readRows(table, plan)) JSON.stringify(row)
}

const piece = fc.constantFrom(
  'Koodi',
  'nimi',
  ',',
  ';',
  '\n',
  '"',
  '""',
  '\r\n',
  '{',
  '}',
  '[',
  ']',
  ':',
  '"a"',
  '1.2.2015',
  '100',
  '\\',
  '\t',
  'PK\u0003\u0004',
  '\u0000',
  '\ufeff',
  'ä',
  '=1+1',
)

test('no bytes whatever do anything but be read or refused with a reason', { timeout: 120_000 }, async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(piece, { maxLength: 60 }).map((parts) => new TextEncoder().encode(parts.join(''))),
    fc.array(piece, { maxLength: 60 }).map((parts) => new Uint8Array(gzipSync(parts.join('')))),
    fc
      .tuple(fc.array(piece, { minLength: 3, maxLength: 40 }), fc.nat(200))
      .map(([parts, cut]) => new Uint8Array(gzipSync(parts.join(''))).subarray(0, cut)),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      try {
        await readWhole(content)
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
      }
    }),
    { numRuns: 1_500 },
  )
})

test('a workbook with any bytes changed is read or refused with a reason', { timeout: 120_000 }, async () => {
  const parts: Buffer[] = []
  const columns = [
    { header: 'Hankkeen nimi', kind: 'text' as const },
    { header: 'Myönnetty', kind: 'number' as const },
  ]
  for await (const part of workbookBytes(
    columns,
    Array.from({ length: 20 }, (_, i) => [`Hanke ${i}`, i]),
  ))
    parts.push(part)
  const whole = Buffer.concat(parts)
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of list) bytes[at] = value
      try {
        await readWhole(bytes)
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
      }
    }),
    { numRuns: 300 },
  )
})
