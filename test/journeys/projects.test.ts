import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { type Product, startProduct } from '../product.ts'
import { loadSampleProjects } from '../sample-projects.ts'

let database: TestDatabase
let product: Product
let browser: Browser

beforeAll(async () => {
  database = await freshDatabase()
  await loadSampleProjects(database.db)
  product = await startProduct({ databaseUrl: database.connectionString })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
  await database.drop()
})

const open = async (path: string, options: Parameters<typeof openPage>[1] = {}) => {
  const page = await openPage(browser, options)
  await page.goto(product.url + path)
  return page
}

describe('somebody who looks for projects', () => {
  it('types, ticks and shares the address of what is seen', async () => {
    const page = await open('/projects')
    await page.locator('input[type=search]').pressSequentially('palvelujen kehitt')
    await page.locator('.results-head p', { hasText: /^2 hanketta/ }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
    await page.locator('input[name=fund][value=ERDF]').click()
    await page.locator('.results-head p', { hasText: /^1 hanke,/ }).waitFor()
    expect(page.url()).toContain('fund=ERDF')
    await page.reload()
    expect(await page.locator('.results tbody tr').count()).toBe(1)
    await page.locator('.chips a', { hasText: 'EAKR' }).click()
    await page.locator('.results-head p', { hasText: /^2 hanketta/ }).waitFor()
    await page.context().close()
  })

  it('does the same without script', async () => {
    const page = await open('/projects', { script: false })
    await page.locator('input[type=search]').fill('palvelujen kehittäminen')
    await page.getByRole('button', { name: 'Hae' }).click()
    await page.waitForURL(/q=palvelujen/)
    expect(await page.locator('.results tbody tr').count()).toBe(2)
    await page.getByRole('link', { name: /Digitaalisten palvelujen/ }).click()
    expect(await page.locator('h1').textContent()).toBe('Digitaalisten palvelujen kehittäminen')
    await page.getByRole('link', { name: 'Mistä luku tulee: myönnetty rahoitus' }).click()
    expect(await page.locator('.provenance').textContent()).toContain('older.csv')
    await page.context().close()
  })

  it('asks a figure where it comes from, by keyboard, and is back where it was', async () => {
    const page = await open('/projects/A10001')
    const mark = page.getByRole('link', { name: 'Mistä luku tulee: toteutunut rahoitus' })
    await mark.focus()
    await page.keyboard.press('Enter')
    const pop = page.getByRole('dialog')
    await pop.waitFor()
    expect(await pop.textContent()).toContain('older.csv')
    await page.keyboard.press('Escape')
    expect(await mark.evaluate((e) => e === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('goes from a project to who leads it and back to all of its projects', async () => {
    const page = await open('/projects/A10001')
    await page.getByRole('link', { name: 'Oulun yliopisto' }).first().click()
    expect(await page.locator('h1').textContent()).toBe('Oulun yliopisto')
    await page.getByRole('link', { name: 'Kaikki 2 hanketta' }).click()
    expect(await page.locator('.results tbody tr').count()).toBe(2)
    await page.context().close()
  })

  it.each([
    '/projects',
    '/projects?q=palvelu&columns=region,theme,granted',
    '/projects/A10004',
    '/projects/A10001/provenance/end',
    '/projects/search-words',
    '/organisations',
    '/organisations/0245895-5',
  ])('finds no barrier on %s, on the desk and on the phone', async (path) => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const page = await open(path)
      await page.setViewportSize(viewport)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      await page.context().close()
    }
  })
})
