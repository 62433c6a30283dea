import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { loadSampleProjects, privateNames, sampleNow } from '../../../test/sample-projects.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import type { Language } from '../../kernel/text.ts'
import { get, list } from './actions.ts'
import { context, provenance } from './context-actions.ts'
import { provenanceFields } from './field-provenance.ts'
import { pages } from './pages.tsx'

let database: TestDatabase
const stage = (language: Language = 'fi') =>
  ({ database: database.db, actor: { kind: 'visitor' }, now: sampleNow, language }) as Stage

beforeAll(async () => {
  database = await freshDatabase()
  await loadSampleProjects(database.db)
})
afterAll(() => database.drop())

const found = (raw: object) => perform(list, stage(), raw)
const codes = async (raw: object) => (await found(raw)).items.map((p) => p.code).sort()
const page = async (address: string, language: Language = 'fi') =>
  whatIsSent(await visit(pages, stage(language), address))

describe('the list of projects', () => {
  it('finds inflected words, codes and business ids, and narrows by typed filters', async () => {
    expect(await codes({ q: 'digitaalinen palvelu' })).toEqual(['A10001'])
    expect(await codes({ q: 'a10004' })).toEqual(['A10004'])
    expect(await codes({ q: '0245895-5' })).toEqual(['A10001', 'A10004'])
    expect(await codes({ q: 'rahasto:EAKR tila:päättynyt >100000' })).toEqual(['A10001', 'A10004'])
    expect(await codes({ q: 'toteuttaja:"Oulun yliopisto"' })).toEqual(['A10001'])
    expect(await codes({ q: 'kumppani:yliopisto' })).toEqual(['A10004'])
  })

  it('counts facets and sums inside one currency only', async () => {
    const all = await found({})
    expect(all.total).toBe(5)
    expect(all.facets.fund).toEqual({ ERDF: 4, ESF: 1 })
    expect(all.sums).toContainEqual({
      currency: 'EUR',
      projects: 4,
      granted: '799000.00',
      realised: '584000.50',
    })
    expect(all.sums).toContainEqual({
      currency: 'SEK',
      projects: 1,
      granted: '1000000.00',
      realised: '0.00',
    })
  })

  it('keeps a facet of its own choice open and narrows the others', async () => {
    const narrowed = await found({ fund: 'ESF' })
    expect(narrowed.total).toBe(1)
    expect(narrowed.facets.fund).toEqual({ ERDF: 4, ESF: 1 })
    expect(narrowed.facets.status).toEqual({ ended: 1 })
  })

  it('orders by any column, both ways, and takes a span of years', async () => {
    const order = async (sort: string) => (await found({ sort, q: 'rahasto:EAKR' })).items.map((p) => p.code)
    expect(await order('-granted')).toEqual(['A10004', 'A10001', 'A10002', 'K-1'])
    expect(await order('granted')).toEqual(['A10002', 'A10001', 'A10004', 'K-1'])
    expect((await order('start'))[0]).toBe('A10001')
    expect(await codes({ from: '2011', to: '2011' })).toEqual(['A10002', 'S10003'])
  })

  it('takes near words along when one is misspelt, and says so', async () => {
    const near = await found({ q: 'digitalisten' })
    expect(near.instead.length).toBeGreaterThan(0)
    expect(near.items.map((p) => p.code)).toContain('A10001')
    expect(await page('/projects?q=digitalisten')).toContain(near.instead[0])
  })

  it.each(['fi', 'sv', 'en'] as const)(
    'shows itself in %s, and only its changing part when asked',
    async (language) => {
      const whole = await page('/projects?q=palvelu&fund=ERDF', language)
      expect(whole).toContain('<mark>palvelujen</mark>')
      const part = await page('/projects?q=palvelu&fund=ERDF&fragment=list', language)
      expect(part.startsWith('<div id="list">')).toBe(true)
      expect(part).not.toContain('fragment=')
      expect(whole.endsWith(part)).toBe(true)
    },
  )

  it('says what to do when nothing is found', async () => {
    const nothing = await page('/projects?q=digitaalinen&fund=ESF')
    expect(nothing).toContain('Yhtään hanketta ei löytynyt')
    expect(nothing).toContain('href="/projects?q=digitaalinen"')
  })

  it('chooses columns in the address', async () => {
    expect(await page('/projects?columns=fund,authority')).toContain('Lapin liitto')
    expect(await page('/projects')).not.toContain('>Lapin liitto</td>')
  })
})

describe('a project', () => {
  it('shows what a newer list replaced with both values and both sources', async () => {
    const { changes } = await perform(context, stage(), { code: 'A10001' })
    expect(changes.map((c) => c.field).sort()).toEqual(['end', 'status'])
    expect(changes.find((c) => c.field === 'end')).toMatchObject({
      value: '2013-06-30',
      source: { file: 'newer.csv', row: 2, asOf: '2016-01-01' },
      replaced: [{ value: '2012-12-31', source: { file: 'older.csv', row: 2, asOf: '2013-01-01' } }],
    })
    const shown = await page('/projects/A10001')
    expect(shown).toMatch(/31\.12\.2012 .*<b>30\.6\.2013<\/b>/)
    expect(shown).toContain('newer.csv')
  })

  it('says why a region is not known and never fills it in', async () => {
    const project = await perform(get, stage(), { code: 'A10002' })
    expect(project).toMatchObject({ region: null, regionUnknown: 'unknown' })
    expect(await page('/projects/A10002')).toContain('luettelo ei kerro paikkaa')
  })

  it('is refused by name when there is none', async () => {
    await expect(page('/projects/A99999')).rejects.toThrow('A99999')
  })

  it('has the same page under its registry', async () => {
    expect(await page('/projects/eura/A10001')).toContain('Digitaalisten palvelujen kehittäminen')
  })

  it('tells for every value where it comes from, on a page and in a fragment', async () => {
    const granted = await perform(provenance, stage(), { code: 'A10001', field: 'granted' })
    expect(granted).toMatchObject({
      value: '150000.00',
      raw: '150000.00',
      origin: { file: 'older.csv', row: 2, importedBy: 'Koordinaattori' },
    })
    for (const field of provenanceFields) {
      expect(await page(`/projects/A10001/provenance/${field}`)).toContain('<h1>')
      expect(await page(`/projects/A10001/provenance/${field}?fragment=1`)).toContain('id="fragment"')
    }
    expect(await page('/projects/provenance?q=digitaalinen')).toContain('150\u00a0000')
  })
})

describe('exports', () => {
  it('neutralise formulas and follow the words of the address', async () => {
    const csv = await page('/projects/export.csv?sort=-granted')
    expect(csv).toContain("'=HYPERLINK(")
    expect(csv).toContain("'@Kalevan Konepaja Oy")
    expect(csv).not.toMatch(/(^|[;,"\n])[=@]/)
    expect(csv.trim().split('\r\n')).toHaveLength(6)
    const narrowed = JSON.parse(
      await page('/projects/export.json?q=digitaalinen&columns=granted'),
    ) as object[]
    expect(narrowed).toHaveLength(1)
    expect(narrowed[0]).toMatchObject({ Koodi: 'A10001', Myönnetty: '150000.00' })
  })

  it('write a workbook that a spreadsheet opens', async () => {
    const answer = await visit(pages, stage(), '/projects/export.xlsx')
    if (answer.as !== 'file') throw new Error('no file')
    const rows = await readSheet(answer.content as never)
    expect(rows).toHaveLength(6)
    expect(rows.flat()).not.toContain('Tmi Matti Virtanen')
  })
})

it('names no private person anywhere', async () => {
  const addresses = [
    '/projects',
    '/projects?q=palvelujen&columns=partners,authority',
    '/projects/S10003',
    '/projects/A10004',
    '/projects/export.csv',
    '/projects/export.json',
    '/projects/provenance',
    ...provenanceFields.flatMap((f) => [
      `/projects/S10003/provenance/${f}`,
      `/projects/S10003/provenance/${f}?fragment=1`,
      `/projects/A10004/provenance/${f}`,
    ]),
  ]
  const sent: string[] = []
  for (const address of addresses) sent.push(`${address} ${await page(address)}`)
  sent.push(JSON.stringify(await found({})))
  for (const code of ['S10003', 'A10004']) {
    sent.push(JSON.stringify(await perform(get, stage(), { code })))
    sent.push(JSON.stringify(await perform(context, stage(), { code })))
  }
  for (const name of privateNames) {
    expect(sent.filter((text) => text.includes(name)).map((text) => text.split(' ')[0])).toEqual([])
    expect(await codes({ q: name })).toEqual([])
    expect(await codes({ q: `toteuttaja:${name}` })).toEqual([])
    expect(await codes({ q: `kumppani:${name}` })).toEqual([])
  }
  expect(await codes({})).toContain('S10003')
})
