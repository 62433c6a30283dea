import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../src/kernel/db.ts'
import { loadShippedEcosystems } from '../../src/modules/ecosystems/index.ts'
import { officeNames } from '../../src/modules/people/office-text.ts'
import { launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { type Product, startProduct } from '../product.ts'
import { applyList } from '../sample-projects.ts'
import { expectGood } from './region.ts'

const project = (code: string, title: string) => ({
  code,
  title,
  fund: 'ERDF',
  start: '2015-01-01',
  end: '2016-12-31',
  lead: { name: 'Oulun yliopisto' },
  granted: '100000.00',
  currency: 'EUR',
})

let database: TestDatabase
let product: Product
let browser: Browser
beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  await transaction(db, (tx) => loadShippedEcosystems(tx, new Date('2026-11-21T06:00:00Z')))
  const { id } = await db
    .selectFrom('ecosystem')
    .where('key', '=', 'hev')
    .select('id')
    .executeTakeFirstOrThrow()
  await applyList(db, 'public.csv', '2020-01-01', [
    project('A1', 'Kiertotalouden uudet palvelut'),
    project('A2', 'Cirkulär ekonomi i kommuner'),
    project('A3', 'Matkailun kehittäminen'),
  ])
  await applyList(db, 'own.csv', '2020-01-01', [project('C1', 'Kiertotalouden kokeilut kaupungissa')], {
    share: 'agreement',
    ecosystem: id,
  })
  product = await startProduct({ databaseUrl: database.connectionString, demo: true })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
  await database.drop()
})

const phone = { width: 390, height: 800 }

async function signedIn(page: Page, prefix: '' | '/sv', language: 'fi' | 'sv'): Promise<void> {
  await page.goto(`${product.url}${prefix}/sign-in?to=/account`)
  await page.getByRole('button', { name: officeNames[language].coordinator, exact: true }).click()
  await page.waitForURL(`**${prefix}/account`)
}

/** The demo brings its own lists in meanwhile: until the texts are read the page says so and asks again. */
const ready = async (page: Page, address: string, there: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        await page.goto(product.url + address)
        return page.locator(there).count()
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBeGreaterThan(0)
}

describe('who has an idea', () => {
  it('finds by meaning what has been done, without script, on a phone', async () => {
    const page = await openPage(browser, { script: false, viewport: phone })
    await ready(page, '/similar?title=kiertotalous', '.near-list')
    await page.goto(`${product.url}/sv/similar`)
    await page.getByLabel('Beskrivning').fill('Vi prövar cirkulär ekonomi i staden.')
    await page.getByRole('button', { name: 'Sök liknande' }).click()
    await page.locator('.near-list a', { hasText: 'Kiertotalouden uudet palvelut' }).waitFor()
    expect(await page.locator('.near-list').textContent()).toContain('cirkulär ekonomi')
    // What is not public is not there, and the description stands in no address.
    expect(await page.locator('.near-list').textContent()).not.toContain(
      'Kiertotalouden kokeilut kaupungissa',
    )
    expect(page.url()).toBe(`${product.url}/sv/similar`)
    await expectGood(page)
    await page.context().close()
  })

  it('searches in Swedish, finds Finnish titles, and can have the typed words alone', async () => {
    const page = await openPage(browser)
    await page.goto(`${product.url}/sv/projects?q=${encodeURIComponent('cirkulär ekonomi')}`)
    await page.getByText('Sökningen gällde också: kiertotalous').waitFor()
    await page.getByRole('link', { name: 'Kiertotalouden uudet palvelut' }).waitFor()
    await page.getByRole('link', { name: 'Sök bara med de ord du skrev' }).click()
    await page.getByText('Sökningen gällde bara de ord du skrev.').waitFor()
    expect(await page.getByRole('link', { name: 'Kiertotalouden uudet palvelut' }).count()).toBe(0)
    await page.context().close()
  })
})

describe.each([
  {
    language: 'fi',
    prefix: '',
    script: true,
    words: ['Täydentää', 'Tallenna arvio', 'Peru arvio', 'peruttu'],
  },
  {
    language: 'sv',
    prefix: '/sv',
    script: false,
    words: ['Kompletterar', 'Spara bedömningen', 'Återta bedömningen', 'återtagen'],
  },
] as const)('a coordinator in $language, script $script', ({ language, prefix, script, words }) => {
  it('judges a pair and takes it back', async () => {
    const [judgement, save, withdraw, withdrawn] = words
    const page = await openPage(browser, { script, viewport: script ? { width: 1280, height: 900 } : phone })
    await signedIn(page, prefix, language)
    await ready(page, `${prefix}/ecosystems/hev/overlaps?state=all&q=kiertotalouden`, '.near-pair')
    await expectGood(page)
    const pair = page.locator('.near-pair', { hasText: 'Kiertotalouden uudet palvelut' }).first()
    if (script) {
      await page.keyboard.press('j')
      expect(await page.evaluate(() => document.activeElement?.classList.contains('near-pair'))).toBe(true)
    }
    await pair.locator('a.btn').click()
    await page.getByRole('button', { name: save }).waitFor()
    await expectGood(page)
    await page.getByRole('button', { name: save }).click()
    await page.locator('.errors, [role=alert]').first().waitFor()
    await page.getByRole('radio', { name: judgement }).check()
    await page.locator('textarea[name=reason]').fill('Eri osat samasta asiasta.')
    await page.getByRole('button', { name: save }).click()
    await page.waitForURL(`**${prefix}/ecosystems/hev/overlaps`)
    await page.goto(`${product.url}${prefix}/ecosystems/hev/overlaps?state=judged`)
    const judged = page.locator('.near-pair', { hasText: 'Eri osat samasta asiasta.' })
    expect(await judged.locator('.near-judgements').textContent()).toContain(judgement)
    await judged.locator('a.btn').click()
    await page.getByRole('button', { name: withdraw }).click()
    await page.locator('.near-judgements', { hasText: withdrawn }).waitFor()
    await page.context().close()
  })
})

it('a coordinator accepts a subject by a form, and all see it in their language', async () => {
  const page = await openPage(browser, { script: false })
  await signedIn(page, '', 'fi')
  await page.goto(`${product.url}/projects/A1`)
  await page.getByRole('link', { name: 'Ehdota ja hyväksy asiasanoja' }).click()
  await page.getByRole('button', { name: /^Hyväksy ?: kiertotalous$/ }).click()
  await page.locator('#accepted', { hasText: 'kiertotalous' }).waitFor()
  await page.locator('main input[type=search]').fill('cirkulär')
  await page.getByRole('button', { name: 'Hae', exact: true }).click()
  await expectGood(page)
  await page.context().close()
  const visitor = await openPage(browser, { viewport: phone })
  await visitor.goto(`${product.url}/sv/projects/A1`)
  const subject = visitor.locator('.near-subjects a')
  expect(await subject.textContent()).toContain('cirkulär ekonomi')
  expect(await subject.getAttribute('href')).toBe('http://www.yso.fi/onto/yso/p28601')
  await expectGood(visitor)
  await visitor.context().close()
})
