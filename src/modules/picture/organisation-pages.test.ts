import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { loadSampleProjects, privateNames, sampleNow } from '../../../test/sample-projects.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import type { Language } from '../../kernel/text.ts'
import { getAction, listAction } from './organisation-actions.ts'
import { organisationPages } from './organisation-pages.tsx'

let database: TestDatabase
const stage = (language: Language = 'fi') =>
  ({ database: database.db, actor: { kind: 'visitor' }, now: sampleNow, language }) as Stage

beforeAll(async () => {
  database = await freshDatabase()
  await loadSampleProjects(database.db)
})
afterAll(() => database.drop())

const found = (raw: object) => perform(listAction, stage(), raw)
const page = async (address: string, language: Language = 'fi') =>
  whatIsSent(await visit(organisationPages, stage(language), address))
const oulu = async () => (await found({ q: 'Oulun yliopisto' })).items[0]!

describe('the list of organisations', () => {
  it('finds by any form of a name and by a business id', async () => {
    expect((await oulu()).names.fi).toBe('Oulun yliopisto')
    expect((await found({ q: 'yliopistot' })).items.map((o) => o.names.fi)).toContain('Oulun yliopisto')
    expect((await found({ q: 'FI02458955' })).items.map((o) => o.names.fi)).toEqual(['Oulun yliopisto'])
  })

  it('counts what each leads and joins, and its money inside one currency', async () => {
    expect(await oulu()).toMatchObject({
      led: 1,
      joined: 1,
      money: [{ currency: 'EUR', granted: '150000.00', realised: '75000.50' }],
      identifiers: [{ scheme: 'fi-business-id', value: '0245895-5' }],
    })
  })

  it('counts personal traders apart and narrows by kind', async () => {
    const all = await found({})
    expect(all.personal).toBe(2)
    expect(all.total).toBe(4)
    const universities = await found({ kind: 'university' })
    expect(universities.total).toBe(2)
    expect(universities.facets.kind).toEqual(all.facets.kind)
  })

  it('pages through and exports all of it', async () => {
    const first = await found({ limit: 1, sort: 'name' })
    const second = await found({ limit: 1, offset: 1, sort: 'name' })
    expect(first.total).toBe(4)
    expect(first.items[0]!.id).not.toBe(second.items[0]!.id)
    const csv = await page('/organisations/export.csv')
    expect(csv.trim().split('\r\n')).toHaveLength(5)
    expect(csv).toContain("'@Kalevan Konepaja Oy")
    const answer = await visit(organisationPages, stage(), '/organisations/export.xlsx')
    if (answer.as !== 'file') throw new Error('no file')
    expect(await readSheet(answer.content as never)).toHaveLength(5)
  })
})

describe('an organisation', () => {
  it.each(['fi', 'sv', 'en'] as const)(
    'has a page in %s with its names, partners and years',
    async (language) => {
      const { id } = await oulu()
      const shown = await page(`/organisations/${id}`, language)
      expect(shown).toContain('0245895-5')
      expect(shown).toContain('Lapin ammattikorkeakoulu Oy')
      expect(shown).toContain('Digitaalisten palvelujen kehittäminen')
      expect(shown).toContain('"@type":"Organization"')
    },
  )

  it('is reached by its business id at its one address', async () => {
    const { id } = await oulu()
    expect(await page('/organisations/0245895-5')).toBe(`/organisations/${id}`)
    await expect(page('/organisations/1234567-1')).rejects.toThrow('1234567-1')
  })

  it('tells what each of its figures is a sum of', async () => {
    const { id } = await oulu()
    for (const figure of ['led', 'joined', 'granted', 'realised']) {
      expect(await page(`/organisations/${id}/provenance/${figure}?fragment=1`)).toContain('id="fragment"')
    }
    expect(await page(`/organisations/${id}/provenance/realised`)).toContain('75\u00a0000,50')
  })

  it('shows its years without gaps and its projects by region', async () => {
    const { id } = await oulu()
    const of = await perform(getAction, stage(), { id })
    expect(of.years.map((y) => [y.year, y.led, y.joined])).toEqual([
      [2010, 1, 0],
      [2011, 0, 0],
      [2012, 0, 1],
    ])
    expect(of.regions.reduce((n, r) => n + r.projects, 0)).toBe(2)
  })
})

it('gives personal traders no page, no row and no name', async () => {
  const { rows } = await database.pool.query<{ id: string }>('select id from organisation where personal')
  expect(rows.length).toBeGreaterThan(0)
  for (const { id } of rows) await expect(page(`/organisations/${id}`)).rejects.toThrow(id)
  const { items } = await found({ limit: 1000 })
  const sent = [
    JSON.stringify(items),
    await page('/organisations'),
    await page('/organisations/export.csv'),
    await page('/organisations/export.json'),
  ]
  for (const { id } of items) {
    sent.push(JSON.stringify(await perform(getAction, stage(), { id })), await page(`/organisations/${id}`))
  }
  for (const name of privateNames) {
    expect(sent.filter((text) => text.includes(name))).toEqual([])
    expect((await found({ q: name })).total).toBe(0)
  }
})
