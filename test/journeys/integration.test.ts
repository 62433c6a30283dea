import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { hashOf } from '../attack/target.ts'
import { expectGood, openRegion, type Region } from './region.ts'

let region: Region
beforeAll(async () => {
  region = await openRegion({ bare: true })
})
afterAll(() => region.stop())

/** Lets the page's reader in as a coordinator with a session of their own. */
async function letIn(page: Page): Promise<void> {
  const { db } = region.database
  const [id, secret, now] = [newId(), randomBytes(32).toString('base64url'), new Date()]
  await db
    .insertInto('person')
    .values({ id, name: 'Kaisa Koordinaattori', language: 'fi', created_at: now })
    .execute()
  const held = {
    id: newId(),
    person_id: id,
    office: 'coordinator',
    ecosystem_id: null,
    starts_on: '2020-01-01',
    granted_at: now,
  }
  await db.insertInto('office_holding').values(held).execute()
  const expires_at = new Date(now.getTime() + 3_600_000)
  await db
    .insertInto('session')
    .values({ token_hash: hashOf(secret), person_id: id, created_at: now, expires_at })
    .execute()
  await page.context().addCookies([{ name: 'talkoot_session', value: secret, url: region.product.url }])
}

it('a coordinator makes a token, uses it, and revokes it; on a phone, in Finnish, without script', async () => {
  const page = await region.open('/sign-in', { script: false, viewport: { width: 390, height: 800 } })
  await letIn(page)
  await page.goto(`${region.product.url}/account/tokens`)
  await expectGood(page)
  await page.locator('button:has-text("Tee tunniste")').click()
  expect(await page.locator('[role=alert]').textContent()).toMatch(/name|nimi/i)
  await expectGood(page)
  await page.getByLabel('Mihin tunnistetta käytetään').fill('Kuukausiraportti')
  await page
    .getByRole('group', { name: 'Aineistotuonti', exact: true })
    .getByRole('checkbox', { name: /^Lisätä/ })
    .check()
  await page.locator('button:has-text("Tee tunniste")').click()
  const token = await page.locator('#made').inputValue()
  expect(token).toMatch(/^tlk_/)
  await expectGood(page)
  const asked = () =>
    fetch(`${region.product.url}/api/imports`, { headers: { authorization: `Bearer ${token}` } })
  expect((await asked()).status).toBe(200)
  await page.goto(`${region.product.url}/account/tokens`)
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: 'Peru tunniste Kuukausiraportti' }).click()
  await page.getByText('peruttu').waitFor()
  expect((await asked()).status).toBe(401)
  await page.context().close()
})

it('a webhook is set, tried and read of, in Swedish and in the dark', async () => {
  const page = await region.open('/sign-in', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' })
  await letIn(page)
  const nowhere = await page.goto(`${region.product.url}/sv/webhooks/finns-inte`)
  expect(nowhere!.status()).toBe(404)
  await expectGood(page)
  await page.goto(`${region.product.url}/sv/webhooks`)
  await expectGood(page)
  await page.getByLabel('Adress', { exact: true }).fill('http://127.0.0.1:9/')
  await page.getByRole('checkbox', { name: 'import.confirm' }).check()
  await page.locator('button:has-text("Lägg till webhook")').click()
  await page.getByText('Adressen måste börja med https://').first().waitFor()
  await expectGood(page)
  await page.getByLabel('Adress', { exact: true }).fill('https://mottagare.invalid/talkoot')
  await page.locator('button:has-text("Lägg till webhook")').click()
  expect(await page.locator('#secret').inputValue()).toMatch(/^whsec_/)
  await expectGood(page)
  await page.locator('button:has-text("Skicka provmeddelande")').click()
  await page.getByText('webhook.test').first().waitFor()
  for (let i = 0; i < 40 && !(await page.getByText('Adressens server hittas inte.').count()); i++) {
    await page.waitForTimeout(250)
    await page.reload()
  }
  expect(await page.getByText('Adressens server hittas inte.').count()).toBeGreaterThan(0)
  await expectGood(page)
  await page.context().close()
})
