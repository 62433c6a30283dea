import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from '../browser.ts'
import { openRegion, type Region } from './region.ts'

let region: Region

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
})
afterAll(() => region.stop())

const open: Region['open'] = (path, options) => region.open(path, options)

describe('a visitor', () => {
  it('sees five systems on one scale of years and sixteen agreements, and opens one', async () => {
    const page = await open('/ecosystems')
    expect(await page.locator('h1').textContent()).toBe('5 ekosysteemiä ja 16 ekosysteemisopimusta.')
    expect(await page.locator('.lanes-row').count()).toBe(5)
    expect(await page.locator('.geo tbody tr').count()).toBe(16)
    await page.getByRole('link', { name: 'Oulun ekosysteemisopimus' }).click()
    expect(await page.locator('h1').textContent()).toBe('Oulun ekosysteemisopimus')
    expect(await page.getByRole('link', { name: 'Innovoivat kaupungit' }).count()).toBe(1)
    await page.context().close()
  })

  it('reads priorities crossed with emphases, where each gap is said in words', async () => {
    const page = await open('/ecosystems/hev')
    const matrix = page.locator('.matrix')
    expect(await matrix.locator('thead th').count()).toBe(3)
    expect(await matrix.locator('tbody th').count()).toBe(4)
    expect(await matrix.locator('td.gap').allTextContents()).toEqual(Array(12).fill('ei hankkeita'))
    await page.context().close()
  })

  it('follows a number after a fact to its source by keyboard', async () => {
    const page = await open('/ecosystems/hev')
    await page.getByRole('link', { name: 'lähde 2' }).first().focus()
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#source-2')
    expect(await page.locator('#source-2').textContent()).toContain('Vantaan kaupunki')
    await page.context().close()
  })

  it('asks a figure where it comes from, in place and without script', async () => {
    const page = await open('/ecosystems/hev')
    await page.getByRole('link', { name: /Mistä luku tulee: Hankeportfolion/ }).click()
    const pop = page.getByRole('dialog')
    await pop.waitFor()
    expect(await pop.textContent()).toContain('lähde sanoo: yli')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    expect(await pop.count()).toBe(0)
    await page.context().close()

    const still = await open('/ecosystems/hev', { script: false })
    await still.getByRole('link', { name: /Mistä luku tulee: Koordinaatiohankkeen/ }).click()
    expect(await still.locator('h1').textContent()).toMatch(/^1.333.333.€$/)
    await still.context().close()
  })

  it('keeps the page when the language changes, and is told when a name is our translation', async () => {
    const page = await open('/ecosystems/hev')
    await page.locator('.language').getByText('SV').click()
    expect(new URL(page.url()).pathname).toBe('/sv/ecosystems/hev')
    expect(await page.locator('h1').textContent()).toBe('Huvudstadsregionens ekosystemavtal')
    expect(await page.locator('.state').textContent()).toContain('inte ett officiellt namn')
    await page.context().close()
  })

  it('sees from both ends how two systems hang together', async () => {
    const page = await open('/en/ecosystems/sixnet')
    await page.locator('.aside').getByRole('link', { name: 'Tampere ecosystem agreement' }).click()
    const back = page.locator('.aside').getByRole('link', { name: /^SIXNET/ })
    expect(await back.getAttribute('href')).toBe('/en/ecosystems/sixnet')
    await page.context().close()
  })

  it('is told kindly that an ecosystem is not there', async () => {
    const response = await fetch(`${region.product.url}/en/ecosystems/atlantis`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('There is no ecosystem atlantis')
  })

  it('gets the same facts from the interface', async () => {
    const all = (await (await fetch(`${region.product.url}/api/ecosystems`)).json()) as { total: number }
    expect(all.total).toBe(20)
    const hev = (await (await fetch(`${region.product.url}/api/ecosystems/hev`)).json()) as {
      ecosystem: { money: { amount: string }[] }
    }
    expect(hev.ecosystem.money.map((m) => m.amount)).toContain('1333333.00')
  })
})

describe.each([
  '/ecosystems',
  '/sv/ecosystems/ic16',
  '/en/ecosystems/hev',
  '/ecosystems/kajaani',
  '/ecosystems/vitali',
  '/en/ecosystems/sixnet/figures/1',
  '/accessibility',
  '/sv/privacy',
  '/en/open-data',
  '/about',
  '/feedback',
])('%s', (path) => {
  it.each([
    { script: true, width: 1280 },
    { script: false, width: 390 },
  ])('has no fault of accessibility and fits a screen of $width', async ({ script, width }) => {
    const page = await open(path, { script, viewport: { width, height: 800 } })
    await expectAccessible(page)
    const { scroll, client } = (await page.evaluate(
      '({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth })',
    )) as { scroll: number; client: number }
    expect(scroll).toBeLessThanOrEqual(client)
    await page.context().close()
  })
})
