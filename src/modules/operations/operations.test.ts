import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataAtHand, dataFile } from '../../../test/data-at-hand.ts'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { applyList, loadSampleProjects, privateNames, sampleNow } from '../../../test/sample-projects.ts'
import { type FormCells, faultsOf, formFields } from '../../engine/kohesio/index.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import type { VerbIo } from '../../kernel/verb.ts'
import { countedCompleteness, listOperations } from './actions.ts'
import { checkKohesioFile, kohesioHeader, kohesioLine } from './kohesio-file.ts'
import { exportKohesio } from './kohesio-verb.ts'
import { pages } from './pages.tsx'
import { countedFields, operationFields } from './rules.ts'

let database: TestDatabase
let stage: Stage
let folder: string

/** A project of which a list says everything that the form and the article ask. */
const whole = {
  code: 'A70001',
  title: 'Kiertotalouden koeympäristö, "kolmas" vaihe',
  titles: { en: 'Test bed of the circular economy' },
  summary: 'Kokeillaan\nyritysten kanssa.',
  fund: 'ERDF',
  period: '2014-2020',
  priority: '2',
  objective: 'Uuden tiedon käyttö',
  start: '2016-01-01',
  end: '2018-12-31',
  lead: {
    name: 'Kokeilun kaupunki',
    ids: [{ scheme: 'fi-business-id', value: '0245895-5' }],
    place: 'Hämeenlinna',
    postcode: '13100',
  },
  totalCost: '300000.00',
  eu: '150000.00',
  currency: 'EUR',
  nuts: 'FI1C2',
  point: '24.4641, 60.9959',
  interventionField: '062 Teknologian siirto',
}

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'operations-'))
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    now: sampleNow,
    language: 'fi',
  } as unknown as Stage
  await loadSampleProjects(database.db)
  await applyList(database.db, 'kokonaiset.csv', '2020-06-30', [
    whole,
    { ...whole, code: 'A70002', title: 'Takaperin', start: '2019-01-01' },
    { ...whole, code: 'A70003', title: 'Kruunuissa', currency: 'SEK' },
    { ...whole, code: 'A70004', title: 'Siirtymä', fund: 'JTF' },
    { ...whole, code: 'R30001', title: 'Uusi kausi', period: '2021-2027' },
    { ...whole, code: 'S20005', title: 'Verhoilimon kasvu', lead: { name: 'Tmi Matti Virtanen' } },
  ])
  const closed = { share: 'agreement', ecosystem: null } as const
  await applyList(
    database.db,
    'suljettu.csv',
    '2020-06-30',
    [{ ...whole, code: 'A79999', title: 'Salainen' }],
    closed,
  )
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function exported(options: Record<string, string>) {
  const said: string[] = []
  const io: VerbIo = {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    json: true,
    now: sampleNow,
  }
  const out = path.join(folder, 'kohesio.csv')
  const rejects = path.join(folder, 'hylatyt.csv')
  const context = {
    stage: { ...stage, actor: { kind: 'system', name: 'koe' } },
    baseUrl: 'https://x.example',
  }
  const code = await exportKohesio.run(context as never, io, [], { out, rejects, ...options })
  const rows = async (file: string) =>
    parse(await readFile(file), { bom: true, columns: true }) as Record<string, string>[]
  return {
    code,
    result: JSON.parse(said.join('')),
    valid: await rows(out),
    rejected: await rows(rejects),
    out,
  }
}

describe('the file for Kohesio', () => {
  it('holds the 33 columns of the form in their order, and valid rows only', async () => {
    const { code, result, valid, rejected, out } = await exported({ language: 'en' })
    const [header] = parse(await readFile(out)) as string[][]
    expect(header).toEqual(formFields.map((f) => f.name))
    expect(valid.map((row) => row.CountryID)).toEqual(['A70001', 'S20005'])
    expect(valid.every((row) => faultsOf(row as FormCells).length === 0)).toBe(true)
    expect(await checkKohesioFile(createReadStream(out))).toEqual({ rows: 2, faults: [] })
    expect(result).toMatchObject({ projects: 11, written: 2, rejected: 9 })
    expect(rejected).toHaveLength(9)
    expect(code).toBe(1)
  })

  it('writes what the lists say, and what follows from it by rule', async () => {
    const { valid } = await exported({})
    expect(valid[0]).toMatchObject({
      Operation_Unique_Identifier: 'A70001',
      Operation_Name_Programme_Language: whole.title,
      Operation_Name_English: whole.titles.en,
      Country: 'Finland',
      Location_Indicator_Postcode: '13100',
      Operation_Start_Date: '01/01/2016',
      Operation_End_Date: '31/12/2018',
      CoFinancing_Rate: '50.00',
      Total_Eligible_Expenditure_amount: '300000.00',
      Location_Indicator_NUTS_code: 'FI1C2',
      Location_Indicator_latitude_longitude: '24.4641, 60.9959',
      Beneficiary_Name: 'Kokeilun kaupunki',
      Beneficiary_Unique_Identifier: '0245895-5',
      Category_Of_Intervention: '62',
      Fund_Code: 'ERDF',
      Fund_Name: 'European Regional Development Fund',
      Programme_Code: '2014FI16M2OP001',
      Program_Priority_Axis_Code: '2',
      Operation_Summary_Programme_Language: whole.summary,
      Date_Of_Last_Update: '30/06/2020',
    })
  })

  it('names no natural person', async () => {
    const { valid, out } = await exported({})
    expect(valid[1]!.Beneficiary_Name).toBe('Luonnollinen henkilö')
    const files = await Promise.all([out, path.join(folder, 'hylatyt.csv')].map((f) => readFile(f, 'utf8')))
    for (const name of privateNames) expect(files.join('')).not.toContain(name)
  })

  it('lists the rest with every reason, and nothing that is closed', async () => {
    const { rejected, result } = await exported({ language: 'fi' })
    const of = (code: string) => rejected.find((row) => row.Hankekoodi === code)!
    expect(of('A70002').Kentät).toBe('Operation_Start_Date')
    expect(of('A70002')['Miksi rivi ei kelpaa']).toContain('alkaa päättymisensä jälkeen')
    expect(of('A70003').Kentät).toBe('Total_Eligible_Expenditure_Exchange_Rate')
    expect(of('A70004')['Mikä auttaa']).toContain('ERDF, ESF')
    expect(of('R30001')['Miksi rivi ei kelpaa']).toContain('2021–2027')
    const old = of('A10001')
    for (const field of [
      'CoFinancing_Rate',
      'Total_Eligible_Expenditure_amount',
      'Category_Of_Intervention',
      'Operation_Summary_Programme_Language',
      'Programming_Period',
      'Location_Indicator_NUTS_code',
    ])
      expect(old.Kentät).toContain(field)
    expect(rejected.map((row) => row.Hankekoodi)).not.toContain('A79999')
    expect(result.reasons['Category_Of_Intervention missing']).toBe(5)
  })
})

it.skipIf(!dataAtHand)(
  'takes the official example for valid, though it writes one header otherwise',
  async () => {
    const file = createReadStream(dataFile('standard-kohesio-csv/IE_valid_example.csv'))
    expect(await checkKohesioFile(file)).toEqual({ rows: 5, faults: [] })
  },
)

it.skipIf(!dataAtHand)('has the fields of the official list, in its order', async () => {
  const listed = parse(await readFile(dataFile('standard-kohesio-csv/fields.csv')), { columns: true }) as {
    name: string
    type: string
  }[]
  const kinds = { string: 'text', date: 'day', number: 'number', geopoint: 'point' } as Record<string, string>
  expect(formFields.map((f) => [f.name, f.kind])).toEqual(listed.map((f) => [f.name, kinds[f.type]]))
})

it('writes any cells so that they read back as they were', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
    fc.constantFrom('"', ',', '\r\n', '=1+1', "'", ' a ', ''),
  )
  fc.assert(
    fc.property(fc.array(cell, { minLength: 33, maxLength: 33 }), (texts) => {
      const cells = Object.fromEntries(formFields.map((f, i) => [f.name, texts[i]]))
      const [, line] = parse(kohesioHeader() + kohesioLine(cells), { record_delimiter: '\r\n' }) as string[][]
      expect(line).toEqual(texts)
    }),
  )
})

it('says on which line of a file something is wrong', async () => {
  const text = `${kohesioHeader()}${kohesioLine({ Country: 'Finland', Location_Indicator_Postcode: '13100' })}`
  const { rows, faults } = await checkKohesioFile(Readable.from([Buffer.from(`\ufeff${text}`)]))
  expect(rows).toBe(1)
  expect(new Set(faults.map((f) => f.line))).toEqual(new Set([2]))
  expect(faults).toHaveLength(10)
})

describe('the list of Article 49', () => {
  it('has fourteen facts, of which two are never shown', () => {
    expect(operationFields.map((f) => f.point).join('')).toBe('abcdefghijklmn')
    expect(countedFields).toHaveLength(12)
  })

  it('says what is known of each operation and how much of it that is', async () => {
    const { items, total } = await perform(listOperations, stage, {})
    expect(total).toBe(11)
    const of = (code: string) => items.find((i) => i.code === code)!
    expect(of('A70001')).toMatchObject({ filled: 12, of: 12 })
    expect(of('A70001').facts).toMatchObject({ rate: '50.00', beneficiaryLocation: '13100 Hämeenlinna' })
    expect(of('S20005')).toMatchObject({ filled: 10, of: 10, personal: true })
    expect(of('S20005').facts.beneficiary).toBeNull()
    // The authority of one region says nothing of where the work is done.
    expect(of('A10001').facts).toMatchObject({ location: null, rate: null, totalCost: null })
  })

  it('counts of each fact as many as its rows have', async () => {
    const { items } = await perform(listOperations, stage, { limit: 1000 })
    const { items: counted } = await perform(countedCompleteness, stage, {})
    for (const field of countedFields) {
      const known = counted.reduce((n, c) => n + (c.known[field] ?? 0), 0)
      expect([field, known]).toEqual([field, items.filter((i) => i.facts[field] !== null).length])
    }
    expect(counted.reduce((n, c) => n + c.operations, 0)).toBe(items.length)
  })

  it('is searched, narrowed and sorted', async () => {
    const codes = async (input: object) =>
      (await perform(listOperations, stage, input)).items.map((i) => i.code)
    expect(await codes({ q: 'kiertotalouden' })).toEqual(['A70001'])
    expect(await codes({ q: 'salainen' })).toEqual([])
    expect(await codes({ period: '2021-2027' })).toEqual(['R30001'])
    expect((await codes({ fund: ['ESF'], sort: 'name' })).sort()).toEqual(['S10003'])
    const byName = (await perform(listOperations, stage, { sort: '-name', limit: 3 })).items.map(
      (i) => i.facts.name,
    )
    expect(byName).toEqual([...byName].sort().reverse())
    expect(await codes({ offset: 10 })).toHaveLength(1)
  })

  it('has a page that says it is a mirror, in three languages, and names no person', async () => {
    for (const [language, words] of [
      ['fi', 'peilikuva'],
      ['sv', 'spegelbild'],
      ['en', 'mirror'],
    ] as const) {
      const html = await whatIsSent(await visit(pages, { ...stage, language }, '/operations'))
      expect(html).toContain(words)
      for (const name of privateNames) expect(html).not.toContain(name)
    }
  })

  it('is a file with all fourteen facts', async () => {
    const csv = await whatIsSent(await visit(pages, { ...stage, language: 'en' }, '/operations/export.csv'))
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(11)
    for (const { point } of operationFields)
      expect(Object.keys(rows[0]!).some((header) => header.endsWith(`(${point})`))).toBe(true)
    const json = JSON.parse(
      await whatIsSent(await visit(pages, stage, '/operations/export.json')),
    ) as object[]
    expect(json).toHaveLength(11)
  })
})
