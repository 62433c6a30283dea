import { crc32, createDeflateRaw, deflateRawSync, gzipSync } from 'node:zlib'
import type { ProblemCode } from '../src/modules/sources/problem.ts'
import { type Origin, originOfBytes } from '../src/modules/sources/reading/origin.ts'
import type { Question } from '../src/modules/sources/recognising/plan.ts'
import type { UnreadableReason } from '../src/modules/sources/unreadable.ts'

/** A file that must not get in: refused whole, open questions, or every row put aside. */
export type BrokenFile = { what: string; origin: () => Origin } & (
  | { refused: UnreadableReason; asks?: never; rejects?: never }
  | { asks: Question['about']; refused?: never; rejects?: never }
  | { rejects: ProblemCode; refused?: never; asks?: never }
)

const header = 'Koodi,Hankkeen nimi,Toteuttajan nimi,Aloituspvm,Päättymispvm,Myönnetty rahoitus'
const row = 'A1,Hanke,Kunta,1.2.2015,31.12.2016,1000'
const list = `${header}\n${row}\nA2,Toinen hanke,Kaupunki,1.3.2015,31.12.2017,2000\n`

const bytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
const file = (what: string, name: string, content: string | Uint8Array) => ({
  what,
  origin: () => originOfBytes(name, bytes(content)),
})

/** A zip archive of the given parts; `stated` lies about the unpacked size. */
export function zipOf(
  parts: readonly { name: string; content: Uint8Array; stated?: number; flags?: number }[],
): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, content, stated, flags = 0 } of parts) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(stated ?? content.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, title]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

const workbookParts = (sheet: string) => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const part = (name: string, text: string) => ({ name, content: bytes(text) })
  return [
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  ]
}

const text = (address: string, content: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${content}</t></is></c>`
const sheetOf = (rows: readonly (readonly string[])[]) =>
  rows
    .map(
      (cells, r) =>
        `<row r="${r + 1}">${cells.map((c, i) => text(`${String.fromCharCode(65 + i)}${r + 1}`, c)).join('')}</row>`,
    )
    .join('')

const zeros = (length: number) => new Uint8Array(length)
const compoundFile = (inside: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(inside, 'utf16le'),
  ])

/** A line of a gibibyte, made as it is read; the size is not told in advance. */
const endlessLine: Origin = {
  name: 'pitkä.csv',
  async *open() {
    yield bytes(`${header}\n`)
    const chunk = new Uint8Array(1024 * 1024).fill(97)
    for (let i = 0; i < 1024; i++) yield chunk
  },
}

/** A .gz that unpacks to eight gibibytes of zeros, packed in a second. */
function gzipBomb(): Origin {
  return {
    name: 'pommi.csv.gz',
    async *open() {
      yield new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
      const deflate = createDeflateRaw({ level: 9 })
      const block = new Uint8Array(4 * 1024 * 1024).fill(97)
      for (let i = 0; i < block.length; i += 4096) block[i] = 10
      for (let i = 0; i < 2048; i++) {
        if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve))
        for (let chunk = deflate.read(); chunk !== null; chunk = deflate.read()) yield chunk as Uint8Array
      }
    },
  }
}

const deepJson = `[${'{"a":'.repeat(200)}1${'}'.repeat(200)}]`
const utf16 = (content: string) => Buffer.from(content, 'utf16le')

export const brokenFiles: readonly BrokenFile[] = [
  { ...file('nothing at all', 'tyhjä.csv', ''), refused: 'empty' },
  { ...file('only blanks and line ends', 'tyhjä.csv', ' \n\r\n \n'), refused: 'empty' },
  { ...file('a header and no rows', 'otsikot.csv', `${header}\n`), refused: 'no-rows' },
  { ...file('no header', 'rivit.csv', `${row}\n${row}\n`), refused: 'no-header' },
  { ...file('one column', 'sarake.csv', 'Hankkeet\nYksi\nKaksi\n'), refused: 'one-column' },
  {
    ...file('a binary with zero bytes', 'luettelo.csv', Buffer.from(`${list}\0\0\x01\x02`)),
    refused: 'binary',
  },
  {
    ...file('a quote never closed', 'lainaus.csv', `${header}\nA1,"Hanke,Kunta,1.2.2015\nA2,b,c,d,e,f\n`),
    refused: 'unclosed-quote',
  },
  { what: 'a line of a gibibyte', origin: () => endlessLine, refused: 'record-too-long' },
  {
    ...file(
      'half UTF-8, half Latin-1',
      'sekaisin.csv',
      Buffer.concat([bytes(`${list}A3,Äkäslompolon öljy ä ö å,`), Buffer.from('Ähtäri\n', 'latin1')]),
    ),
    refused: 'broken-utf8',
  },
  {
    ...file('UTF-8 cut inside a letter', 'katki.csv', bytes(`${list}A3,Äänekoski ä`).subarray(0, -1)),
    refused: 'broken-utf8',
  },
  {
    ...file('a truncated .gz', 'katki.csv.gz', gzipSync(list.repeat(50)).subarray(0, 90)),
    refused: 'damaged-archive',
  },
  { ...file('a .gz of a .gz', 'kahdesti.csv.gz', gzipSync(gzipSync(list))), refused: 'nested-archive' },
  { what: 'a .gz bomb', origin: gzipBomb, refused: 'bomb' },
  {
    ...file(
      'a zip bomb that states its size',
      'pommi.xlsx',
      zipOf([...workbookParts(''), { name: 'xl/media/a', content: zeros(300 * 1024 * 1024) }]),
    ),
    refused: 'bomb',
  },
  {
    ...file(
      'a zip bomb that lies about its size',
      'pommi.xlsx',
      zipOf([...workbookParts(''), { name: 'xl/media/a', content: zeros(300 * 1024 * 1024), stated: 100 }]),
    ),
    refused: 'bomb',
  },
  {
    ...file(
      'a sheet with one cell at its last corner',
      'kulma.xlsx',
      zipOf(workbookParts(`<row r="1048576">${text('XFD1048576', 'x')}</row>`)),
    ),
    refused: 'too-large',
  },
  {
    ...file(
      'a truncated workbook',
      'katki.xlsx',
      zipOf(
        workbookParts(
          sheetOf([
            ['a', 'b'],
            ['c', 'd'],
          ]),
        ),
      ).subarray(0, 300),
    ),
    refused: 'damaged-archive',
  },
  {
    ...file(
      'a workbook of broken XML',
      'rikki.xlsx',
      zipOf(workbookParts('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')),
    ),
    refused: 'workbook',
  },
  {
    ...file(
      'a workbook with macros',
      'makrot.xlsm',
      zipOf([...workbookParts(''), { name: 'xl/vbaProject.bin', content: bytes('x') }]),
    ),
    refused: 'macros',
  },
  {
    ...file('an encrypted workbook', 'salattu.xlsx', compoundFile('EncryptedPackage')),
    refused: 'encrypted',
  },
  {
    ...file('an encrypted zip', 'salattu.zip', zipOf([{ name: 'a.csv', content: bytes(list), flags: 1 }])),
    refused: 'encrypted',
  },
  { ...file('an old .xls', 'vanha.xls', compoundFile('Workbook')), refused: 'old-excel' },
  {
    ...file(
      'an OpenDocument sheet',
      'taulukko.ods',
      zipOf([{ name: 'content.xml', content: bytes('<a/>') }]),
    ),
    refused: 'open-document',
  },
  {
    ...file('a zipped folder', 'kansio.zip', zipOf([{ name: 'luettelo.csv', content: bytes(list) }])),
    refused: 'archive',
  },
  {
    ...file(
      'a web page called .xls',
      'raportti.xls',
      '<html><body><table><tr><td>Koodi</td></tr></table></body></html>',
    ),
    refused: 'web-page',
  },
  { ...file('a PDF called .csv', 'luettelo.csv', '%PDF-1.7\n1 0 obj'), refused: 'pdf' },
  {
    ...file(
      'a picture called .xlsx',
      'kuva.xlsx',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ),
    refused: 'picture',
  },
  { ...file('XML', 'data.xml', '<?xml version="1.0"?><projects><project/></projects>'), refused: 'xml' },
  { ...file('JSON with a comma too many', 'a.json', '[{"koodi":"A1","nimi":"x"},]'), refused: 'json' },
  { ...file('JSON cut off', 'a.json', '[{"koodi":"A1","nimi":"x"},{"koodi":'), refused: 'json' },
  { ...file('JSON nested two hundred deep', 'a.json', deepJson), refused: 'too-deep' },
  { ...file('JSON of numbers', 'a.json', '[1,2,3]'), refused: 'no-table' },
  {
    ...file('JSON with two lists', 'a.json', '{"a":[{"nimi":"x"}],"b":[{"nimi":"y"}]}'),
    refused: 'several-tables',
  },
  {
    ...file(
      'more than a thousand columns',
      'leveä.csv',
      `${Array.from({ length: 1500 }, (_, i) => `sarake ${'abcdefghij'[i % 10]}${i}`).join(',')}\n${'x,'.repeat(1499)}x\n`,
    ),
    refused: 'too-many-columns',
  },
  {
    ...file('UTF-16 of a picture', 'outo.csv', utf16('\u0001\u0002\u0003'.repeat(20))),
    refused: 'one-column',
  },
  {
    ...file(
      'amounts in no known currency',
      'projects.csv',
      'Project code,Title,Grant amount\nX1,Alpha,1000\nX2,Beta,2000\n',
    ),
    asks: 'currency',
  },
  {
    ...file(
      'days and months that nothing tells apart',
      'projects.csv',
      'Title,Start date,Grant amount EUR\nAlpha,03/04/2016,1\nBeta,05/06/2016,2\n',
    ),
    asks: 'day-order',
  },
  {
    ...file('1.234 everywhere', 'projects.csv', 'Title;Grant amount EUR\nAlpha;1.234\nBeta;5.678\n'),
    asks: 'decimal-sign',
  },
  { ...file('no title among the columns', 'muu.csv', 'Pituus;Paino\n12;3\n14;4\n'), asks: 'title' },
  {
    ...file(
      'the same header twice',
      'kaksi.csv',
      'Koodi,Hankkeen nimi,Hankkeen nimi,Myönnetty\nA1,Yksi,Toinen,5\nA2,Kaksi,Kolmas,6\n',
    ),
    asks: 'repeated-header',
  },
  {
    ...file(
      'formulas',
      'kaavat.csv',
      `${header}\nA1,"=HYPERLINK(""http://x"";""y"")",Kunta,1.2.2015,31.12.2016,1\nA2,@SUM(A1:A9),Kunta,1.2.2015,31.12.2016,1\nA3,+cmd|'/c calc'!A0,Kunta,1.2.2015,31.12.2016,1\n`,
    ),
    rejects: 'formula',
  },
  {
    ...file(
      'other currencies than the header says',
      'valuutat.csv',
      `${header} (€)\nA1,a hanke,Kunta,1.2.2015,31.12.2016,1000 SEK\nA2,b hanke,Kunta,1.2.2015,31.12.2016,2000 USD\nA3,c hanke,Kunta,1.2.2015,31.12.2016,£300\n`,
    ),
    rejects: 'other-currency',
  },
  {
    ...file(
      'dates of other centuries',
      'päivät.csv',
      `${header}\nA1,a hanke,Kunta,1.2.1015,31.12.2016,1\nA2,b hanke,Kunta,1.2.2015,31.12.9016,1\n`,
    ),
    rejects: 'date-out-of-range',
  },
  {
    ...file(
      'days that do not exist',
      'päivät.csv',
      `${header}\nA1,a hanke,Kunta,31.2.2015,31.12.2016,1\nA2,b hanke,Kunta,29.2.2015,31.12.2016,1\n`,
    ),
    rejects: 'no-such-day',
  },
  {
    ...file('ends before starts', 'päivät.csv', `${header}\nA1,a hanke,Kunta,1.2.2015,31.12.2014,1\n`),
    rejects: 'end-before-start',
  },
  {
    ...file(
      'huge numbers',
      'luvut.csv',
      `${header}\nA1,a hanke,Kunta,1.2.2015,31.12.2016,99999999999999999999999\n`,
    ),
    rejects: 'number-too-large',
  },
  {
    ...file('ragged rows', 'repaleet.csv', `${header}\nA1,a hanke\nA2,b\nA3,c,d\n`),
    rejects: 'too-few-cells',
  },
  {
    ...file(
      'names of invisible marks only',
      'merkit.csv',
      `${header}\nA1,\u200b\u200f\u202e\ufeff,Kunta,1.2.2015,31.12.2016,1\n`,
    ),
    rejects: 'missing-title',
  },
]
