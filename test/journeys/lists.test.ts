import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '../../src/kernel/action.ts'
import { createLog } from '../../src/kernel/log.ts'
import { createSignInLink } from '../../src/modules/people/index.ts'
import { expectAccessible, launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { withoutSecondFactor } from '../people.ts'
import { type Product, startProduct } from '../product.ts'

let database: TestDatabase
let product: Product
let browser: Browser

beforeAll(async () => {
  database = await freshDatabase()
  product = await startProduct({ databaseUrl: database.connectionString })
  await withoutSecondFactor(database)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
  await database.drop()
})

/** A coordinator's page, signed in by a one-time link as an operator prints it. */
async function coordinator(script: boolean): Promise<Page> {
  const { token } = await perform(
    createSignInLink,
    {
      database: database.db,
      actor: { kind: 'system', name: 'test' },
      way: 'command',
      now: new Date(),
      language: 'en',
      log: createLog('silent'),
    } as Parameters<typeof perform>[1],
    {},
  )
  const page = await openPage(browser, { script })
  await page.goto(`${product.url}/sign-in?token=${token}`)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL('**/workspace')
  return page
}

const file = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})

const swedish = (end: string) =>
  file('beviljade.csv', [
    'Projektnamn;Stödmottagare;Startdatum;Slutdatum;Beviljat belopp',
    `Grön tillväxt;Umeå universitet;2024-01-01;${end};1 500 000`,
    'Blå tillväxt;Åbo Akademi;2024-01-01;2023-12-31;500',
  ])

async function drop(page: Page, dropped: ReturnType<typeof file>): Promise<void> {
  await page.goto(`${product.url}/sources/new`)
  await page.locator('input[type=file]').setInputFiles(dropped)
  await page.getByRole('button', { name: 'Lue tiedosto' }).click()
}

/** Waits for a page that reloads itself, with or without script. */
const until = (page: Page, words: string) => page.getByText(words).first().waitFor({ timeout: 60_000 })

describe.each([
  ['with script', true],
  ['without script', false],
])('a coordinator %s', (_, script) => {
  it('drops a list, answers what it does not say, looks, approves and takes it back', {
    timeout: 240_000,
  }, async () => {
    const page = await coordinator(script)
    await drop(page, swedish(script ? '2025-12-31' : '2025-11-30'))
    await until(page, 'Missä valuutassa')
    await expectAccessible(page)
    await page.getByLabel('Valuutta').first().selectOption('SEK')
    await page.getByLabel('Luettelon tilannepäivä').fill('1.2.2024')
    await page.getByRole('button', { name: 'Lue rivit' }).click()

    await until(page, 'Luettelossa on 2 riviä.')
    expect(await page.locator('main').textContent()).toContain('Hanke päättyy ennen kuin se alkaa')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Katso rivit' }).click()
    expect(await page.locator('table').textContent()).toContain('2023-12-31')
    await expectAccessible(page)
    await page.goBack()

    await page.getByRole('button', { name: 'Vie tilannekuvaan' }).click()
    await until(page, 'Tuonti on valmis')
    await expectAccessible(page)
    const projects = (await (await fetch(`${product.url}/api/projects?q=tillväxt`)).json()) as {
      total: number
      items: { amounts: { granted: string; currency: string } }[]
    }
    expect(projects.total).toBe(1)
    expect(projects.items[0]!.amounts).toMatchObject({ granted: '1500000.00', currency: 'SEK' })

    await page.getByRole('link', { name: 'Peru koko tuonti' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Kyllä, peru tuonti' }).click()
    await until(page, 'Tuonti on peruttu')
    await expectAccessible(page)
    const after = (await (await fetch(`${product.url}/api/projects?q=tillväxt`)).json()) as { total: number }
    expect(after.total).toBe(0)
    await page.context().close()
  })

  it('is told what is wrong with a file that cannot be read', { timeout: 120_000 }, async () => {
    const page = await coordinator(script)
    await drop(page, file('raportti.csv', ['%PDF-1.7']))
    await until(page, 'PDF-tiedostosta ei voi lukea luetteloa')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Poista tuonti' }).click()
    await page.waitForURL('**/sources')
    expect(await page.locator('main').textContent()).not.toContain('raportti.csv')
    await page.context().close()
  })

  it('is asked for the file when none was chosen', async () => {
    const page = await coordinator(script)
    await page.goto(`${product.url}/sources/new`)
    await page.getByRole('button', { name: 'Lue tiedosto' }).click()
    await until(page, 'Valitse tiedosto.')
    await expectAccessible(page)
    await page.context().close()
  })
})

it('gives the rejected rows as a file that Excel opens, ready to be mended', {
  timeout: 120_000,
}, async () => {
  const page = await coordinator(true)
  await drop(
    page,
    file('hankkeet.csv', ['Koodi;Hankkeen nimi;Alkaa', 'X1;Yksi;31.2.2020', 'X2;"Kaksi, jatkuu";1.2.2020']),
  )
  await until(page, 'Sarakkeet')
  await page.getByRole('button', { name: 'Lue rivit' }).click()
  await until(page, 'Lataa hylätyt rivit')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Lataa hylätyt rivit' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('hankkeet-hylatyt-rivit.csv')
  const text = await readFile(await download.path(), 'utf8')
  expect(text.startsWith('\ufeffRivi alkuperäisessä;Korjattavaa;Koodi;Hankkeen nimi;Alkaa\r\n2;')).toBe(true)
  expect(text).toContain(';X1;Yksi;31.2.2020')
  await page.context().close()
})

it('shows everybody which lists there are, and nobody else the rows', async () => {
  const page = await openPage(browser)
  for (const path of ['/sources', '/sv/sources', '/en/sources']) {
    await page.goto(product.url + path)
    expect(await page.locator('h1').count()).toBe(1)
    await expectAccessible(page)
  }
  expect((await fetch(`${product.url}/api/imports`)).status).toBe(403)
  for (const method of ['GET', 'POST']) {
    const answer = await fetch(`${product.url}/sources${method === 'GET' ? '/new' : ''}`, {
      method,
      headers: { origin: product.url },
      ...(method === 'POST' && { body: new URLSearchParams({ file: 'x' }) }),
    })
    expect(answer.status).toBe(403)
  }
  await page.context().close()
})
