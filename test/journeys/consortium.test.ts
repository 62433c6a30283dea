import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bestText } from '../../src/modules/consortia/best-text.ts'
import { formText } from '../../src/modules/consortia/form-text.ts'
import { text } from '../../src/modules/consortia/text.ts'
import { applyList } from '../sample-projects.ts'
import { type Gate, openGate } from './gate.ts'
import { expectGood } from './region.ts'

const project = (code: string, title: string, lead: string, ...partners: string[]) => ({
  code,
  title,
  fund: 'ERDF',
  start: '2022-01-01',
  end: '2024-12-31',
  lead: { name: lead },
  partners: partners.map((name) => ({ name })),
  granted: '100000.00',
  currency: 'EUR',
})

let gate: Gate
let person: string
beforeAll(async () => {
  gate = await openGate()
  await applyList(gate.database.db, 'hankkeet.csv', '2025-01-01', [
    project('A1', 'Robotiikan testiympäristö', 'Pohjan yliopisto', 'Etelän ammattikorkeakoulu'),
    project('A2', 'Tekoäly tuotannossa', 'Etelän ammattikorkeakoulu'),
    project('A3', 'Metsien hoito', 'Metsäyhdistys ry'),
  ])
  person = await gate.person('koordinaattori@example.fi', { name: 'Kaarlo', offices: ['coordinator'] })
})
afterAll(() => gate.stop())

const [t, f, b] = [text.fi, formText.fi, bestText.fi]
const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 800 }

/** Types a demand of a kind, and comes to the matrix. */
async function demand(page: Page, home: string, kind: string, fields: Record<string, string>): Promise<void> {
  await page.goto(`${home}/demands/new/${kind}`)
  await expectGood(page)
  for (const [label, value] of Object.entries(fields))
    await page.getByRole('textbox', { name: label }).fill(value)
  await page.getByRole('button', { name: f.save, exact: true }).click()
  await page.waitForURL(home)
}

/** Words as they stand, without the places where they may be broken. */
const said = async (page: Page, where: string): Promise<string> =>
  ((await page.locator(where).textContent()) ?? '').replaceAll('\u00AD', '')

describe.each([
  { name: 'with script, on a desk', script: true, viewport: wide },
  { name: 'without script, on a phone', script: false, viewport: phone },
])('who gathers a consortium $name', ({ script, viewport }) => {
  it('types what the call demands, sees what is missing, and takes the best next partner in', async () => {
    const page = await gate.open('/sign-in', { viewport })
    await gate.signIn(page, person)
    const storageState = await page.context().storageState()
    await page.context().close()
    const at = await gate.open('/ecosystems/hev/consortia/new', { script, viewport, storageState })
    await expectGood(at)
    await at.getByLabel(f.titleOf).fill(`Robottikonsortio ${viewport.width}`)
    await at.getByRole('textbox', { name: f.lead }).fill('Pohjan yliopisto')
    await at.getByRole('button', { name: f.new, exact: true }).click()
    await at.waitForURL('**/consortia/*-*')
    const home = at.url()
    await expectGood(at)
    await demand(at, home, 'facility', { [f.name]: 'Robotiikan testiympäristö', [f.words]: 'robotiikka' })
    await demand(at, home, 'competence', { [f.name]: 'Tekoäly', [f.words]: 'tekoäly' })
    await expectGood(at)
    expect(await said(at, '#matrix')).toContain('Etelän ammattikorkeakoulu')
    expect(await said(at, '#next')).toContain('Täyttää aukon: Tekoäly')
    await at.getByRole('link', { name: t.compare }).click()
    await expectGood(at)
    await at.goto(`${home}/best`)
    await expect
      .poll(
        async () => {
          await at.reload()
          // Without script a page that waits asks again by itself, which is no page to leave somebody on.
          const waits = (await at.locator('meta[http-equiv="refresh"]').count()) > 0
          return waits ? '' : said(at, 'main')
        },
        { timeout: 30_000, interval: 500 },
      )
      .toContain(b.proved)
    await expectGood(at)
    await at.goto(home)
    await at.locator('#next').getByRole('button', { name: t.take }).click()
    await at.waitForURL(home)
    expect(await said(at, '.cons-summary')).toContain('2 / 2')
    expect(await said(at, '#partners')).toContain('Etelän ammattikorkeakoulu')
    await at.locator('#matrix thead a[href*="/organisations/"]').last().click()
    await at.getByRole('heading', { name: t.decide }).waitFor()
    await expectGood(at)
    await at.context().close()
  })
})
