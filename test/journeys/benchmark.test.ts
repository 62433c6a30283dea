import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deriveText } from '../../src/modules/benchmarks/derive-text.ts'
import { text } from '../../src/modules/benchmarks/text.ts'
import { figureText } from '../../src/modules/process/figure-text.ts'
import { text as processText } from '../../src/modules/process/text.ts'
import { type BenchmarkRoom, benchmarkRoom, someOfEurostat } from '../benchmark-room.ts'
import { type Gate, openGate } from './gate.ts'
import { expectGood } from './region.ts'

const phone = { width: 390, height: 800 }
const desk = { width: 1280, height: 800 }
const t = text.fi

let gate: Gate
let room: BenchmarkRoom
let coordinator: string
beforeAll(async () => {
  gate = await openGate()
  room = await benchmarkRoom(gate.database)
  coordinator = await gate.person('kaisa@example.fi', {
    name: 'Kaisa Koordinaattori',
    offices: ['coordinator'],
  })
})
afterAll(async () => {
  await gate.stop()
  await room.close()
})

async function signedIn(viewport: typeof phone): Promise<Page> {
  const page = await gate.open('/sign-in', { viewport })
  await gate.signIn(page, coordinator)
  return page
}
const go = (page: Page, path: string) => page.goto(gate.product.url + path)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Adds a series of GDP by the page's form. */
async function addProduct(page: Page, unit: string, year: string): Promise<void> {
  await page.locator('.bench-datasets a', { hasText: 'nama_10r_3gdp' }).click()
  const form = page.locator('form#add')
  await form.locator('select[name="d.unit"]').selectOption(unit)
  await form.locator('select[name="d.TIME_PERIOD"]').selectOption(year)
  await form.getByRole('button', { name: t.addThis }).click()
}

/** The names of the peers, the nearest first. */
const peers = (page: Page) => page.locator('#peers table').first().locator('tbody th').allInnerTexts()

let address: string

it('a visitor chooses a region, variables and weights, and reads how sure the peers are', async () => {
  const page = await gate.open('/benchmarks/new', { viewport: desk })
  await expectGood(page)
  await page.getByLabel(t.target).selectOption('MK05')
  await press(page, t.update)
  await addProduct(page, 'EUR_HAB', '2021')
  await addProduct(page, 'MIO_EUR', '2021')
  await expectGood(page)
  const before = await peers(page)
  expect(before).toHaveLength(5)
  await page.locator('#peers').getByText(t.staysLead(7)).waitFor()
  await page.getByRole('link', { name: /^Paino 5: .*asukasta kohden/ }).click()
  expect(await peers(page)).toHaveLength(5)
  // Growth since 2011 besides, derived of the second.
  await page.getByText(deriveText.fi.derive, { exact: true }).click()
  const form = page.locator('.bench-derive form')
  await form.locator('select[name="derive"]').selectOption('1')
  await form.locator('select[name="how"]').selectOption('change')
  await form.locator('select[name="since"]').selectOption('2011')
  await form.getByRole('button').click()
  await page.getByText('2011–2021').first().waitFor()
  await expectGood(page)
  expect(await page.getByRole('button', { name: t.save }).count()).toBe(0)
  address = new URL(page.url()).pathname + new URL(page.url()).search
  await page.context().close()
})

let kept: string

it('the coordinator keeps the run and notes a cause with what it led to', async () => {
  const page = await signedIn(desk)
  await go(page, address)
  await press(page, t.save)
  await page.waitForURL(/benchmarks\/[0-9a-f-]{36}$/)
  kept = new URL(page.url()).pathname
  await page.getByText(t.same).waitFor()
  await expectGood(page)
  const names = await peers(page)
  await page.getByLabel(t.noteWords, { exact: true }).fill('Vientiteollisuuden osuus selittää eron.')
  await page.getByLabel(new RegExp(t.noteAddress)).fill(`${gate.product.url}/ecosystems/hev`)
  await press(page, t.addNote)
  await page.locator('.bench-notes').getByText('Vientiteollisuuden osuus selittää eron.').waitFor()
  await expectGood(page)
  await page.locator('.bench-notes').getByRole('link', { name: t.ledTo }).click()
  await page.waitForURL('**/ecosystems/hev')

  // A newer version comes: it is announced, and the run stays what it was.
  const newer = await someOfEurostat((line) => line.replace(/^(A,EUR_HAB,FI1C2\t.*)38300 /, '$151300 '))
  expect(await room.bringIn('nama_10r_3gdp.tsv', newer)).toBe(room.gdp)
  await go(page, kept)
  await page.getByText(t.newerTitle).waitFor()
  expect(await peers(page)).toEqual(names)
  await expectGood(page)
  await press(page, t.repeat)
  await page
    .getByText(/^Ajo 2, /)
    .first()
    .waitFor()
  expect(await page.getByText(t.newerTitle).count()).toBe(0)
  await page.getByRole('link', { name: /^Ajo 1, / }).click()
  expect(await peers(page)).toEqual(names)
  await page.context().close()
})

it('anybody reads it on a phone in English, with its causes', async () => {
  const page = await gate.open(`/en${kept}`, { viewport: phone })
  await expectGood(page)
  await page.getByText('Vientiteollisuuden osuus selittää eron.').waitFor()
  await page.getByText(text.en.same).waitFor()
  expect(await page.getByRole('button', { name: text.en.repeatSame }).count()).toBe(0)
  await page
    .getByText(/: euro per inhabitant/)
    .first()
    .waitFor()
  for (const path of [
    '/en/benchmarks',
    '/en/benchmarks/goal',
    '/benchmarks/process',
    '/en/benchmarks/process/wait',
  ]) {
    await go(page, path)
    await expectGood(page)
  }
  await page.getByText(figureText.en.wait.counts).waitFor()
  await page.context().close()
})

it('the coordinator settles on a phone who sees the process figures', async () => {
  const page = await signedIn(phone)
  await go(page, '/benchmarks/process')
  await expectGood(page)
  await page.locator('#sharing select').first().selectOption('public')
  await press(page, processText.fi.save)
  await page.waitForURL('**/benchmarks/process#sharing')
  expect(await page.locator('#sharing select').first().inputValue()).toBe('public')
  await go(page, '/benchmarks/process/wait/hev')
  await expectGood(page)
  await page.context().close()
})
