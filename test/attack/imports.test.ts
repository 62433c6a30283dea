import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFiles } from '../../src/kernel/file.ts'
import { contentDisposition } from '../../src/kernel/spreadsheet.ts'
import { originOfBytes } from '../../src/modules/sources/reading/origin.ts'
import { openTable } from '../../src/modules/sources/reading/table.ts'
import { Unreadable } from '../../src/modules/sources/unreadable.ts'
import { zipOf } from '../broken-files.ts'

let asked: string[] = []
let receiver: Server
let at: string
beforeAll(async () => {
  receiver = createServer((request, response) => {
    asked.push(request.url!)
    response.end('<x/>')
  })
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  at = `http://127.0.0.1:${(receiver.address() as { port: number }).port}`
})
afterAll(() => receiver.close())

/** What a list says when it is read to its end, or the reason why it is not. */
async function reading(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const table = await openTable(originOfBytes(name, bytes))
    const rows: unknown[] = []
    for await (const row of table.rows()) rows.push(row.cells)
    return JSON.stringify([table.header.names, rows])
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return `refused: ${error.reason}`
  }
}

const archive = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipOf(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content as string) })))

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet, with what an attacker puts before its XML, in a cell, and beside it. */
function workbook(parts: {
  doctype?: string
  cell?: string
  strings?: string
  more?: Record<string, string | Uint8Array>
}): Uint8Array {
  const { doctype = '', cell = 'A1', strings, more = {} } = parts
  const head = `<?xml version="1.0"?>${doctype}`
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
  return archive({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/externalLink" Target="${at}/link" TargetMode="External"/><Relationship Id="r3" Type="${office}/image" Target="${at}/image.png" TargetMode="External"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData><row r="1">${text('A1', 'Hankekoodi')}${text('B1', 'Nimi')}</row><row r="2">${text('A2', cell)}${text('B2', 'Yksi')}</row><row r="3">${text('A3', 'A2')}${text('B3', 'Kaksi')}</row></sheetData></worksheet>`,
    ...(strings && { 'xl/sharedStrings.xml': strings }),
    ...more,
  })
}

describe('a workbook', () => {
  it('as it should be is read', async () => {
    expect(await reading('a.xlsx', workbook({}))).toBe(
      '[["Hankekoodi","Nimi"],[["A1","Yksi"],["A2","Kaksi"]]]',
    )
  })

  it.each([
    ['a file of the server', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['an address', '<!DOCTYPE a [<!ENTITY x SYSTEM "ADDRESS/entity">]>'],
    ['a definition elsewhere', '<!DOCTYPE a SYSTEM "ADDRESS/definition.dtd">'],
    ['a parameter', '<!DOCTYPE a [<!ENTITY % p SYSTEM "ADDRESS/parameter"> %p;]>'],
    [
      'a billion laughs',
      `<!DOCTYPE a [<!ENTITY x0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY x${i + 1} "&x${i};&x${i};">`).join('')}<!ENTITY x "&x30;">]>`,
    ],
  ])('that names %s as an entity gets none of it', async (_, doctype) => {
    asked = []
    const said = await reading('a.xlsx', workbook({ doctype: doctype.replace('ADDRESS', at), cell: '&x;' }))
    expect(said).not.toMatch(/root:|haha/)
    expect(said.length).toBeLessThan(10_000)
    expect(asked).toEqual([])
  })

  it('with links to elsewhere is read without asking there', async () => {
    asked = []
    const link = `<?xml version="1.0"?><externalLink xmlns="${main}"><externalBook><sheetNames/></externalBook></externalLink>`
    const said = await reading('a.xlsx', workbook({ more: { 'xl/externalLinks/externalLink1.xml': link } }))
    expect(said).toContain('Kaksi')
    expect(asked).toEqual([])
  })

  it('that unpacks to gigabytes is refused before it does', async () => {
    const before = process.memoryUsage().rss
    const bomb = workbook({ more: { 'xl/media/a': Buffer.alloc(300 * 1024 * 1024) } })
    expect(await reading('a.xlsx', bomb)).toBe('refused: bomb')
    expect(process.memoryUsage().rss - before).toBeLessThan(900 * 1024 * 1024)
  })

  it('whose parts lie outside it writes nothing there', async () => {
    const said = await reading(
      '../../../../tmp/evil.xlsx',
      workbook({ more: { '../../../tmp/evil.txt': 'x', '/etc/evil': 'x' } }),
    )
    expect(said).toMatch(/Kaksi|refused/)
  })
})

it('lists that speak of addresses are only read', async () => {
  asked = []
  const csv = `Hankekoodi;Nimi\nA1;=WEBSERVICE("${at}/formula")\nA2;=HYPERLINK("${at}/link")\nA3;@import url(${at}/css)\n`
  expect(await reading('a.csv', Buffer.from(csv))).toContain('WEBSERVICE')
  const json = JSON.stringify([
    {
      $ref: `${at}/ref`,
      $schema: `${at}/schema`,
      '@context': `${at}/context`,
      code: 'A1',
      __proto__: { a: 1 },
    },
    JSON.parse(`{"__proto__":{"polluted":true},"code":"A2","constructor":"x"}`),
  ])
  expect(await reading('a.json', Buffer.from(json))).toContain('A2')
  expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
  expect(asked).toEqual([])
})

it('what has no name by hash is no stored file', () => {
  const files = createFiles('/nowhere')
  for (const name of ['../../etc/passwd', '', 'a'.repeat(63), `${'a'.repeat(64)}/x`, 'A'.repeat(64), '..'])
    expect(() => files.pathOf(name)).toThrow()
  expect(files.pathOf('a'.repeat(64))).toBe(`/nowhere/aa/${'a'.repeat(64)}`)
})

it('a name in a download’s head ends nothing and starts nothing', () => {
  for (const name of [
    'a"; filename="b.exe',
    'a\r\nset-cookie: x=1',
    '../../a.csv',
    'päätös.csv',
    '\ud83d\ude00.csv',
  ]) {
    const said = contentDisposition(name)
    expect(said).not.toMatch(/[\r\n]/)
    expect(said.match(/"/g)).toHaveLength(2)
    expect(() => new Headers({ 'content-disposition': said })).not.toThrow()
  }
})

it('bytes after bytes: a zip cut, doubled or lying of its sizes is refused or read, never a fault', async () => {
  const whole = Buffer.from(workbook({}))
  for (let cut = 0; cut < whole.length; cut += 41) await reading('a.xlsx', whole.subarray(0, cut))
  for (let i = 0; i < whole.length; i += 17) {
    const flipped = Buffer.from(whole)
    flipped[i] = flipped[i]! ^ 0xff
    await reading('a.xlsx', flipped)
  }
  expect(await reading('a.xlsx', whole)).toContain('Kaksi')
})
