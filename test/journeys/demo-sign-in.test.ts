import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../src/kernel/db.ts'
import { loadShippedEcosystems } from '../../src/modules/ecosystems/index.ts'
import { offices } from '../../src/modules/people/index.ts'
import { officeNames } from '../../src/modules/people/office-text.ts'
import { text } from '../../src/modules/people/text.ts'
import { launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { type Product, startProduct } from '../product.ts'
import { expectGood } from './region.ts'

let database: TestDatabase
let product: Product
let browser: Browser
beforeAll(async () => {
  database = await freshDatabase()
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, new Date('2026-11-21T06:00:00Z')))
  product = await startProduct({ databaseUrl: database.connectionString, demo: true })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
  await database.drop()
})

describe.each([
  { language: 'fi', prefix: '', script: true },
  { language: 'en', prefix: '/en', script: false },
] as const)('the demo in $language, script $script', ({ language, prefix, script }) => {
  it('lets one try every office, by people who are plainly invented', async () => {
    const page = await openPage(browser, { script, viewport: { width: 390, height: 800 } })
    for (const office of offices) {
      await page.goto(`${product.url}${prefix}/sign-in?to=/account`)
      if (office === 'administrator') await expectGood(page)
      await page.getByRole('button', { name: officeNames[language][office], exact: true }).click()
      await page.waitForURL(`**${prefix}/account`)
      expect(await page.locator('.account').textContent()).toContain('(keksitty)')
      expect(await page.locator('main').textContent()).toContain(`${officeNames[language][office]},`)
    }
    await page.goto(`${product.url}${prefix}/sign-in`)
    await page.getByRole('button', { name: text[language].demo }).click()
    await page.waitForURL(`**${prefix}/workspace`)
    await page.context().close()
    const people = await database.db.selectFrom('person').select('name').execute()
    expect(people).toHaveLength(offices.length + 1)
  })
})

it('is no way in where there is no demo', async () => {
  const bare = await startProduct({ databaseUrl: database.connectionString })
  const response = await fetch(`${bare.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: bare.url },
    body: new URLSearchParams({ office: 'administrator' }),
  })
  expect(response.status).toBe(409)
  expect(response.headers.get('set-cookie')).toBeNull()
  // Somebody has been in: the log of this start has no link.
  expect(bare.output()).not.toContain('token=')
  await bare.stop()
})
