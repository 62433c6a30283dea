import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { readSheet as readWorkbook } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage, type Offices, officesOf } from '../../../test/decision-offices.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs } from '../../../test/people.ts'
import { preparedSelection } from '../../../test/selection.ts'
import type { Stage } from '../../kernel/context.ts'
import type { PageAnswer } from '../../kernel/page.ts'
import { sheetStream } from '../../kernel/spreadsheet.ts'
import { actorOf } from '../people/index.ts'
import { faultText } from './fault-text.ts'
import { pages } from './pages.tsx'
import { prepareText } from './prepare-text.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'

// The page by which candidates come in from a spreadsheet, as a browser without script uses it.

const t = prepareText.fi
let database: TestDatabase
let stage: Stage
let people: Offices
let ecosystem = ''

beforeAll(async () => {
  database = await freshDatabase()
  const made = await officesOf(database)
  people = made.people
  ecosystem = made.call.ecosystem
  const bare = decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-sheet-')))
  const actor = await actorOf(database.db, people.coordinator.session, bare.now)
  stage = { ...bare, actor }
})
afterAll(() => database.drop())

const meeting = async () =>
  (await preparedSelection(database, ecosystem, [[people.city.id, 'chair']])).selection
const candidates = async (selection: string) =>
  (await actingAs(database, stage, people.coordinator)<Room>(readSelection, { selection })).candidates.slice(
    6,
  )

/** Drops a file on the page. */
async function drops(selection: string, content: string | Uint8Array, name = 'ehdokkaat.csv') {
  const { hash, bytes } = await stage.files.put(Readable.from([Buffer.from(content)]), 20_000_000)
  const answer = await post(pages, stage, `/selections/${selection}/candidates/sheet`, {}, [
    { field: 'file', name, hash, bytes },
  ])
  return { hash, name, answer, html: await whatIsSent(answer) }
}
const takes = (selection: string, { hash, name }: { hash: string; name: string }) =>
  post(pages, stage, `/selections/${selection}/candidates/sheet`, { hash, name })
const workbook = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  buffer(
    sheetStream(
      'xlsx',
      columns.map((header) => ({ header, kind: 'text' as const })),
      rows,
    ),
  )
const rowsOf = async (answer: PageAnswer) =>
  answer.as === 'file' ? readWorkbook(await buffer(answer.content as Readable)) : []

const columns = ['Tunnus', 'Nimi', 'Rahoitus', 'Vaikuttavuus', 'Valmius', 'Alku']
const csv = (...rows: string[][]) => [columns, ...rows].map((cells) => cells.join(';')).join('\n')
const good = [
  ['K1', 'Kiertotalous kouluihin', '120 000', '4', '3–5', '1.3.2027'],
  ['K2', 'Älykäs pysäkki', '80000,50', '2,5', '4', ''],
]

describe('a sheet of candidates', () => {
  it('that is whole is checked first, and taken in as it was shown', async () => {
    const selection = await meeting()
    const dropped = await drops(selection, csv(...good))
    expect(dropped.html).toContain(t.sheetRead(2, 0))
    expect(dropped.html).toContain(t.takeSheet(2))
    expect(await candidates(selection)).toEqual([])
    expect(await takes(selection, dropped)).toEqual({ as: 'redirect', to: `/selections/${selection}` })
    expect(await candidates(selection)).toMatchObject([
      {
        code: 'K1',
        costs: { eur: '120000.00' },
        scores: { ready: { low: '3', high: '5' } },
        starts: '2027-03-01',
      },
      { code: 'K2', title: { fi: 'Älykäs pysäkki' }, costs: { eur: '80000.50' }, source: 'ehdokkaat.csv, 3' },
    ])
    // The same file once more brings nothing twice.
    const again = await drops(selection, csv(...good))
    expect(again.html).toContain(t.sheetRead(0, 2))
    expect(again.html).not.toContain(t.takeSheet(2))
  })

  it('with wrong rows tells each by row and cell, takes the others, and gives the wrong ones back to correct', async () => {
    const selection = await meeting()
    const wrong = [
      ['K3', 'Hinta hukassa', 'paljon', '4', '4', ''],
      ['K4', '', '1000', '9', '4', '32.13.2027'],
      ['H01', 'Jo ehdokkaana', '1000', '4', '4', ''],
    ]
    const dropped = await drops(selection, csv(good[0]!, ...wrong, good[1]!))
    expect(dropped.html).toContain(t.sheetRead(2, 3))
    const cells = [...dropped.html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map((m) =>
      m[1]!.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|'),
    )
    for (const row of [
      `|3|Rahoitus|paljon|${t.sheetFaults['bad-cost']}|`,
      `|4|Nimi|${t.sheetFaults['no-title']}|`,
      `|4|Vaikuttavuus|9|${t.sheetFaults['bad-score']}|`,
      `|4|Alku|32.13.2027|${t.sheetFaults['bad-day']}|`,
      `|5|Tunnus|H01|${t.sheetFaults['same-code']}|`,
    ])
      expect(cells).toContain(row)
    const taken = await whatIsSent(await takes(selection, dropped))
    expect(taken).toContain(t.sheetTaken(2, 3))
    expect((await candidates(selection)).map((c) => c.code)).toEqual(['K1', 'K2'])
    const rows = /name="rows" value="([^"]*)"/.exec(taken)![1]!
    const corrections = await post(
      pages,
      stage,
      `/selections/${selection}/candidates/sheet/corrections.xlsx`,
      { hash: dropped.hash, name: dropped.name, rows },
    )
    expect((await rowsOf(corrections)).map((r) => r[0])).toEqual(['Tunnus', 'K3', 'K4', 'H01'])
  })

  it('without a column that is needed says which, and takes nothing', async () => {
    const selection = await meeting()
    const { html } = await drops(selection, 'Tunnus;Vaikuttavuus\nK1;4\nK2;5\n')
    expect(html).toContain(t.sheetFaults['no-column'])
    expect(html).not.toContain('name="rows" value=""')
    expect(html).not.toContain(t.takeSheet(2))
  })

  it('as the template has it comes in from a workbook too', async () => {
    const selection = await meeting()
    const template = await visit(pages, stage, `/selections/${selection}/candidates/template.xlsx`)
    const [names] = await rowsOf(template)
    expect(names?.slice(0, 5)).toEqual(columns.slice(0, 5))
    const filled = await workbook(names as string[], [['K1', 'Hanke', '1000', '4', '5']])
    const dropped = await drops(selection, filled, 'ehdokkaat.xlsx')
    expect(dropped.html).toContain(t.sheetRead(1, 0))
  })

  it('in wide and foreign letters is read as it is written', async () => {
    const selection = await meeting()
    const title = '持続可能な都市 🏙️ — Ｗｉｄｅ'
    const rows = csv(['K１', title, '1\u00a0000\u202f,50'.replace('\u202f', ''), '4', '5', '']).replace(
      'Rahoitus',
      'RAHOITUS\u00a0(€)',
    )
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows, 'utf16le')])
    for (const content of [rows, utf16]) {
      const dropped = await drops(selection, content)
      expect(dropped.html).toContain(t.sheetRead(1, 0))
    }
    await takes(selection, await drops(selection, rows))
    expect(await candidates(selection)).toMatchObject([
      { code: 'K１', title: { fi: title }, costs: { eur: '1000.50' } },
    ])
    // Wide digits are no amount: that is told, not guessed.
    const { html } = await drops(selection, csv(['K2', 'Leveä', '１２３', '4', '5', '']))
    expect(html).toContain(t.sheetFaults['bad-cost'])
  })

  it('with formulas and markup in it runs nothing', async () => {
    const selection = await meeting()
    const formula = '=HYPERLINK("http://paha.example","Avaa")'
    const dropped = await drops(
      selection,
      await workbook(columns, [
        ['K1', formula, '1000', '4', '5', ''],
        ['K2', '<script>alert(1)</script>', '1000', '4', '5', ''],
        ['K3', 'Summa', '=1+1', '4', '5', ''],
      ]),
      'ehdokkaat.xlsx',
    )
    expect(dropped.html).toContain(t.sheetRead(2, 1))
    await takes(selection, dropped)
    expect((await candidates(selection)).map((c) => c.title.fi)).toEqual([
      formula,
      '<script>alert(1)</script>',
    ])
    const page = await whatIsSent(await visit(pages, stage, `/selections/${selection}/candidates`))
    expect(page).not.toContain('<script>')
    expect(page).not.toContain('href="http://paha.example"')
    const corrections = await post(
      pages,
      stage,
      `/selections/${selection}/candidates/sheet/corrections.xlsx`,
      { hash: dropped.hash, name: dropped.name, rows: '4' },
    )
    // A text cell, not a formula: the reader gets the text.
    expect((await rowsOf(corrections))[1]?.slice(0, 3)).toEqual(['K3', 'Summa', '=1+1'])
  })
})

describe('what is no sheet of candidates', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')

  it.each([
    ['a picture', png, 'kuva.png'],
    ['a picture called a workbook', png, 'ehdokkaat.xlsx'],
    ['an empty file', '', 'tyhja.csv'],
    ['a text', 'Tämä ei ole taulukko.', 'kirje.txt'],
  ])('%s is refused in words, and nothing is taken in', async (_what, content, name) => {
    const selection = await meeting()
    const { answer, html } = await drops(selection, content, name)
    expect(answer).toMatchObject({ as: 'page', status: 422 })
    expect(html).toContain(faultText.fi['no-sheet'])
    expect(await candidates(selection)).toEqual([])
  })

  it('no file at all, a file that is not there, and one with too many rows', async () => {
    const selection = await meeting()
    const told = async (values: Record<string, string>) =>
      whatIsSent(await post(pages, stage, `/selections/${selection}/candidates/sheet`, values))
    expect(await told({})).toContain(faultText.fi['no-file'])
    expect(await told({ hash: '0'.repeat(64), name: 'x.csv' })).toContain(faultText.fi['no-file'])
    expect(await told({ hash: '../../etc/passwd', name: 'x.csv' })).toContain(faultText.fi['no-file'])
    const many = Array.from({ length: 2001 }, (_, i) => [`K${i}`, 'Hanke', '1', '4', '5', ''])
    const { html } = await drops(selection, csv(...many))
    expect(html).toContain(faultText.fi['too-many-rows'])
  })
})
