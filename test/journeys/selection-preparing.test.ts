import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { prepareText } from '../../src/modules/selections/prepare-text.ts'
import { takeInText } from '../../src/modules/selections/take-in-text.ts'
import { openPage } from '../browser.ts'
import { somebody, type TestPerson } from '../people.ts'
import { applyList, projectOf } from '../sample-projects.ts'
import { preparedSelection } from '../selection.ts'
import { expectGood, openRegion, type Region } from './region.ts'

// Candidates come in from the list of projects and from a spreadsheet, with script at a desk and without on a phone.

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const [t, i] = [prepareText.fi, takeInText.fi]
let region: Region
let coordinator: TestPerson
let ecosystem = ''

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
  const { database } = region
  const { id } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  ecosystem = id
  coordinator = await somebody(database, 'Kaisa Koordinaattori', [['coordinator', ecosystem]])
  const projects = ['yksi', 'kaksi'].flatMap((word) => [1, 2].map((n) => projectOf(word, n)))
  await applyList(database.db, 'hankkeet.csv', '2014-01-01', projects)
})
afterAll(() => region?.stop())

async function open(path: string, width: number, script: boolean): Promise<Page> {
  const { url } = region.product
  const page = await openPage(region.browser, { viewport: { width, height: 900 }, script })
  page.setDefaultTimeout(20_000)
  await page.context().addCookies([{ name: 'talkoot_session', value: coordinator.session, url }])
  await page.goto(url + path)
  return page
}
const sees = (page: Page, words: string) => page.locator('main').getByText(words).first().waitFor()
const sheet = [
  'Tunnus;Nimi;Rahoitus;Vaikuttavuus;Valmius',
  'K1;=HYPERLINK("http://paha.example");120 000;4;3–5',
  'K2;;paljon;9;4',
  'K3;持続可能な都市;80000,50;3;4',
].join('\n')

describe.each([
  ['with script at a desk', 1280, true],
  ['without script on a phone', 390, false],
] as const)('%s', (_how, width, script) => {
  it('from the list of projects, with its filters, to the candidates of a meeting', async () => {
    const { selection } = await preparedSelection(region.database, ecosystem, [])
    const page = await open('/projects?q=yksi', width, script)
    await page.getByRole('link', { name: i.takeIn }).click()
    await sees(page, i.lead(2, String(2)))
    await expectGood(page)
    await page.locator(`a[href*="${selection}"]`).click()
    await sees(page, i.would(2))
    await expectGood(page)
    await page.getByRole('button', { name: t.takeAll(2) }).click()
    await page.getByRole('link', { name: 'Hanke yksi' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Hanke yksi' }).count()).toBe(2)
    await page.goto(`${region.product.url}/selections/take-in?q=${encodeURIComponent('/projects?q=hanke')}`)
    await page.locator(`a[href*="${selection}"]`).click()
    await sees(page, i.would(2))
    await sees(page, i.known(2))
    expect(await page.locator('input[name=project]').count()).toBe(2)
  })

  it('from a spreadsheet: its wrong row is told cell by cell, the others come in', async () => {
    const { selection } = await preparedSelection(region.database, ecosystem, [])
    const page = await open(`/selections/${selection}/candidates`, width, script)
    const drop = async (name: string, content: string | Buffer) => {
      const buffer = Buffer.from(content)
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: t.preview }).click()
    }
    await drop('kuva.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    await page.locator('.error-summary, [role=alert]').first().waitFor()
    await drop('ehdokkaat.csv', sheet)
    await sees(page, t.sheetRead(2, 1))
    for (const what of ['no-title', 'bad-cost', 'bad-score'] as const) await sees(page, t.sheetFaults[what])
    await expectGood(page)
    await page.getByRole('button', { name: t.takeSheet(2) }).click()
    await sees(page, t.sheetTaken(2, 1))
    await page.getByRole('link', { name: '持続可能な都市' }).waitFor()
    expect(await page.locator('a[href*="paha.example"]').count()).toBe(0)
    await expectGood(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t.corrections }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  })
})
