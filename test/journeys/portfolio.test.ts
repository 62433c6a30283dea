import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { formText } from '../../src/modules/portfolio/form-text.ts'
import { ideaText } from '../../src/modules/portfolio/idea-text.ts'
import { promiseText } from '../../src/modules/portfolio/promise-text.ts'
import { text } from '../../src/modules/portfolio/text.ts'
import { thingsText } from '../../src/modules/portfolio/things-text.ts'
import { timelineText } from '../../src/modules/portfolio/timeline-text.ts'
import { openPage } from '../browser.ts'
import { somebody, type TestPerson } from '../people.ts'
import { press, say } from './hands.ts'
import { expectGood, openRegion, type Region } from './region.ts'

// A portfolio from nothing: a coordinator at a desk in Finnish, the city on a phone in Swedish without script, a visitor
// in English.

vi.setConfig({ testTimeout: 120_000 })

let region: Region
let people: Record<'coordinator' | 'city', TestPerson>
let path = ''
const t = text.fi
const f = formText.fi

const project = (code: string, name: string, lead: string, starts: string, ends: string, granted: number) =>
  `${code},EAKR,${name},2,Uudenmaan liitto,Toiminnassa,${starts},${ends},${lead},${granted},0,${granted},0`
const list = [
  'Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä',
  project('A79001', 'Satama ilman päästöjä', 'Helsingin kaupunki', '1.1.2015', '30.6.2016', 400_000),
  project('A79002', 'Satama datana', 'Espoon kaupunki', '1.1.2016', '31.12.2017', 250_000),
  project('A79003', 'Satama kouluna', 'Vantaan kaupunki', '1.3.2016', '28.2.2018', 150_000),
].join('\n')

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true, lists: { 'satama.csv': list } })
  const { database } = region
  const { id } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  people = {
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', id]]),
    city: await somebody(database, 'Kirsi Kaupunki', [['city-decider', id]]),
  }
})
afterAll(() => region.stop())

async function openAs(person: TestPerson | undefined, to: string, width: number, script = true) {
  const { url } = region.product
  const page = await openPage(region.browser, {
    viewport: { width, height: 900 },
    ...(script ? {} : { javaScriptEnabled: false, script: false }),
  })
  page.setDefaultTimeout(15_000)
  if (person) await page.context().addCookies([{ name: 'talkoot_session', value: person.session, url }])
  await page.goto(url + to)
  return page
}
const go = (page: Page, to: string) => page.goto(region.product.url + to)
const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

describe('the coordinator', () => {
  let page: Page
  beforeAll(async () => {
    page = await openAs(people.coordinator, '/ecosystems/hev', 1280)
  })
  afterAll(() => page.context().close())

  it('founds a portfolio from the page of the ecosystem, and is told what a name lacks', async () => {
    await page.getByRole('link', { name: t.add }).click()
    await expectGood(page)
    await press(page, f.new)
    await page.locator('.errors a').first().waitFor()
    await page.locator('[name="name.fi"]').fill('Satamien salkku')
    await page.locator('[name=share][value=public]').check()
    await press(page, f.new)
    expect(await page.locator('h1').textContent()).toBe('Satamien salkku')
    path = new URL(page.url()).pathname
    expect(await main(page)).toContain(t.empty)
    await expectGood(page)
  })

  it('takes in what a copied address of the list of projects finds', async () => {
    await page.getByRole('link', { name: t.emptyNext }).click()
    await page.locator('[name=filters]').fill(`${region.product.url}/projects?q=satama`)
    await press(page, f.save)
    expect(await page.locator('.tbl tbody tr').count()).toBe(3)
    expect(await main(page)).toContain(thingsText.fi.unplaced)
    await expectGood(page)
  })

  it('places many at once, sees them in the matrix, and takes the placing back', async () => {
    await page.getByRole('link', { name: t.place }).click()
    await page.getByLabel('Satama ilman päästöjä (A79001)').check()
    await page.getByLabel('Satama datana (A79002)').check()
    await page.locator('[name=values][value="priority/1"]').check()
    await page.locator('[name=values][value="emphasis/1"]').check()
    await page.locator('[name=values][value="facet/mission"]').check()
    await page.locator('[name=reason]').fill('Molemmat kokeilevat satamassa.')
    await expectGood(page)
    await press(page, f.save)
    await go(page, path)
    const matrix = page.locator('.matrix')
    expect(await matrix.locator('td.gap').count()).toBe(11)
    expect(await matrix.locator('td.q5').textContent()).toContain('2 hanketta')
    await matrix.locator('td.q5 a').click()
    expect(await page.locator('.tbl tbody tr').count()).toBe(2)
    await go(page, `${path}/things`)
    await press(page, t.undo)
    expect(await main(page)).not.toContain('Molemmat kokeilevat')
    expect(await page.locator('.portfolio-values').count()).toBe(0)
  })

  it('sets a target and says what feeds what; the bad timing is flagged', async () => {
    await go(page, `${path}/target`)
    await page.locator('[name=value]').selectOption('priority/1')
    await page.locator('[name=amount]').fill('40,5 %')
    await press(page, f.save)
    expect(await main(page)).toMatch(/40,5.%/)
    await go(page, `${path}/link`)
    await page.locator('[name=from]').selectOption({ label: 'Satama datana (A79002)' })
    await page.locator('[name=to]').selectOption({ label: 'Satama ilman päästöjä (A79001)' })
    await page.locator('[name=reason]').fill('Data olisi tarvittu heti.')
    await press(page, f.save)
    expect(await main(page)).toContain(timelineText.fi.timing)
    await expectGood(page)
  })

  it('adds the goals of two owners and writes down a commitment', async () => {
    for (const [owner, name] of [
      ['Helsinki', 'Hiilineutraali satama'],
      ['Vantaa', 'Osaajia logistiikkaan'],
    ] as const) {
      await go(page, `${path}/goals/new`)
      await page.locator('[name=owner]').fill(owner)
      await page.locator('[name=name]').fill(name)
      await press(page, f.save)
    }
    expect(await main(page)).toContain(promiseText.fi.goals.unserved(2))
    await go(page, `${path}/commitments/new`)
    await page.locator('[name=project]').selectOption({ label: 'Satama ilman päästöjä (A79001)' })
    await page.locator('[name=organisation]').fill('Helsingin kaupunki')
    await page.locator('[name=what]').fill('Maasähkö jää käyttöön.')
    await press(page, f.save)
    await expectGood(page)
  })
})

describe('the city, on a phone in Swedish without script', () => {
  let page: Page
  const sv = formText.sv
  beforeAll(async () => {
    page = await openAs(people.city, `/sv${path}`, 390, false)
  })
  afterAll(() => page.context().close())

  it('judges what serves a goal, and reads how even that is', async () => {
    await go(page, `/sv${path}/goals`)
    await page.getByRole('link', { name: say(promiseText.sv.goals.judge, 'Hiilineutraali satama') }).click()
    await page.getByLabel('Satama ilman päästöjä (A79001)').check()
    await page.locator('[name=strength][value="3"]').check()
    await page.locator('[name=reason]').fill('Projektets mål.')
    await expectGood(page)
    await press(page, sv.save)
    expect(await main(page)).toContain('Helsinki: målen främjas av 1 projekt av 3.')
    await expectGood(page)
  })

  it('checks the promise that is due', async () => {
    await go(page, `/sv${path}/commitments`)
    await page.getByRole('link', { name: promiseText.sv.commitments.due(24) }).click()
    await page.locator('[name=outcome][value=kept]').check()
    await page.locator('[name=evidence]').fill('Besök i hamnen.')
    await press(page, sv.save)
    expect(await main(page)).toContain(sv.outcomes.kept)
    await expectGood(page)
  })

  it('proposes an idea into a gap and sees what it would change', async () => {
    await go(page, `/sv${path}`)
    await page.locator('.matrix td.gap a').first().click()
    expect(await page.locator('[name=values]:checked').count()).toBe(2)
    await page.locator('[name=title]').fill('Hamnbuss utan förare')
    await page.locator('[name=body]').fill('Prövas på vintern.')
    await page.locator('[name=amount]').fill('120 000,50')
    await page.locator('[name=starts]').fill('1.1.2018')
    await page.locator('[name=ends]').fill('31.12.2018')
    await press(page, sv.save)
    expect(await page.locator('h1').textContent()).toBe('Hamnbuss utan förare')
    expect(await main(page)).toContain(ideaText.sv.fills)
    await expectGood(page)
  })
})

describe('a visitor in English', () => {
  it.each([
    '',
    '/timeline',
    '/facets',
    '/balance?by=lead',
    '/goals',
    '/commitments',
    '/ideas',
    '/things',
    '/provenance',
  ])('reads %s, at a desk and on a phone, with nothing to judge by', async (view) => {
    for (const width of [1280, 390]) {
      const page = await openAs(undefined, `/en${path}${view}`, width, width > 400)
      await expectGood(page)
      expect(await page.locator('main form[method=post]').count()).toBe(0)
      expect(await main(page)).not.toContain('Koordinaattori')
      await page.context().close()
    }
  })

  it('takes every view along as a file', async () => {
    for (const view of ['matrix', 'timeline', 'facets', 'balance', 'goals', 'commitments', 'ideas', 'things'])
      for (const format of ['csv', 'xlsx']) {
        const answer = await fetch(`${region.product.url}/en${path}/${view}/export.${format}`)
        expect([view, format, answer.status]).toEqual([view, format, 200])
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20)
      }
  })
})
