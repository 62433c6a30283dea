import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text as projectWords } from '../../src/modules/projects/text.ts'
import { text as uiWords } from '../../src/ui/text.ts'
import { expectGood, openRegion, type Region } from './region.ts'

let region: Region
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.stop())

const digits = (text: string | null): number => Number((text ?? '').replaceAll(/\D/g, ''))
const count = async (page: Page) => digits(await page.locator('.results-head .num').first().textContent())

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280 },
  { language: 'sv', prefix: '/sv', script: false, width: 390 },
] as const)(
  'a visitor in $language, $width px wide, script $script',
  ({ language, prefix, script, width }) => {
    const t = projectWords[language]
    const viewport = { width, height: 800 }
    const open = (path: string) => region.open(prefix + path, { script, viewport })
    const at = (page: Page) => page.url().slice((region.product.url + prefix).length)

    /** A tick narrows by itself; without script the button under the filters does. On the phone they are folded. */
    async function tick(page: Page, name: string, value: string): Promise<void> {
      const box = page.locator(`.facets input[name=${name}][value="${value}"]`)
      if (!(await box.isVisible())) await page.locator('.facets-fold > summary').click()
      await box.check()
      if (!script) await page.locator('.facets .apply').click()
      await page.waitForURL((url) => url.searchParams.getAll(name).includes(value))
      await page.locator('#list:not([data-busy])').waitFor()
    }

    it('finds what was meant by a misspelt word, narrows and sorts it; the address alone brings the view back', async () => {
      const page = await open('/')
      await expectGood(page)
      await page.locator('main input[type=search]').fill('matkalu')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search?q=matkalu')
      expect(await page.locator('.hint').allTextContents()).toContainEqual(
        expect.stringContaining('matkailu'),
      )
      await expectGood(page)

      await page.locator('main a[href*="/projects?q=matkalu"]').click()
      await page.waitForURL('**/projects?q=matkalu')
      const found = await count(page)
      expect(await page.locator('.results mark').first().textContent()).toMatch(/^matka/i)
      await tick(page, 'fund', 'ERDF')
      const narrowed = await count(page)
      await tick(page, 'period', '2007-2013')
      const most = await count(page)
      expect([found > narrowed, narrowed > most, most > 0]).toEqual([true, true, true])
      expect(await page.locator('.chips .chip').count()).toBe(3)
      await expectGood(page)

      const twin = await open(`${at(page)}&sort=-granted`)
      expect(await count(twin)).toBe(most)
      expect(await twin.locator('.facets input:checked').count()).toBe(2)
      const sums = (await twin.locator('tbody .money').allTextContents()).map(digits)
      expect(sums).toEqual([...sums].sort((a, b) => b - a))
      expect(sums.length).toBe(Math.min(most, 20))
      await twin.locator('.chips .clear').click()
      await twin.waitForURL((url) => url.searchParams.size === 0)
      expect(await count(twin)).toBeGreaterThan(800)
      await twin.context().close()
      await page.context().close()
    })

    it('takes along exactly what is seen, as a file', async () => {
      const page = await open('/projects?q=matkailu&fund=ERDF&sort=-granted')
      const found = await count(page)
      const codes = (await page.locator('tbody .sub').allTextContents()).map((line) => line.split(' ')[0])
      await page.locator('details.menu > summary', { hasText: t.exportButton }).click()
      await expectGood(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /^CSV/ }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^(hankkeet|projekt)-\d{4}-\d\d-\d\d\.csv$/)
      const rows = parse(await readFile(await download.path(), 'utf8'), {
        columns: true,
        delimiter: ';',
        bom: true,
      }) as Record<string, string>[]
      expect(rows).toHaveLength(found)
      expect(rows.slice(0, codes.length).map((row) => row[t.file.code])).toEqual(codes)
      expect(rows[0]).toMatchObject({ [t.file.currency]: 'EUR' })
      expect(rows[0]![t.file.source]).toMatch(/\/projects\/\w+\/provenance\/granted$/)
      await page.context().close()
    })

    it('goes from a project to the source of its money, to its organisation and on to a region', async () => {
      const page = await open('/projects?q=A70011')
      await page.getByRole('link', { name: 'Kuutoskaupunkien avoin data' }).first().click()
      await page.waitForURL('**/projects/A70011')
      await expectGood(page)

      // The list says 30.6.2017, the newer page of the project 31.12.2017: both stand there with their sources.
      const i = page.locator('a.i[href$="/provenance/start"]').first()
      await i.click()
      const told = script ? page.getByRole('dialog') : page.locator('main')
      await told.waitFor()
      expect(await told.textContent()).toContain(uiWords[language].provenance.source)
      await expectGood(page)
      if (script) {
        await page.keyboard.press('Escape')
        expect(await page.getByRole('dialog').count()).toBe(0)
        expect(await i.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true)
      } else {
        await page.goBack()
      }

      await page.locator('main').getByRole('link', { name: 'Tampereen kaupunki' }).first().click()
      await page.waitForURL('**/organisations/*')
      expect(await page.locator('h1').textContent()).toBe('Tampereen kaupunki')
      expect(await page.locator('main').textContent()).toContain('0211675-2')
      await expectGood(page)

      await page.goto(`${region.product.url}${prefix}/regions`)
      await expectGood(page)
      await page
        .locator('tbody')
        .getByRole('link', { name: language === 'fi' ? 'Lappi' : 'Lappland' })
        .click()
      await page.waitForURL('**/regions/MK19')
      await expectGood(page)
      await page.context().close()
    })

    it('keeps the page, and what is asked of it, when the language changes', async () => {
      const page = await open('/projects?q=matkailu&fund=ERDF')
      const found = await count(page)
      await page.locator('.language a[lang=en]').click()
      await page.waitForURL(`${region.product.url}/en/projects?q=matkailu&fund=ERDF`)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(await count(page)).toBe(found)
      await expectGood(page)
      await page.context().close()
    })
  },
)

describe('by keyboard alone, where script runs', () => {
  it('the way back undoes a filter', async () => {
    const page = await region.open('/projects?q=matkailu')
    const found = await count(page)
    await page.locator('.facets input[name=fund][value=ERDF]').focus()
    await page.keyboard.press('Space')
    await page.waitForURL('**fund=ERDF')
    await expect.poll(() => count(page)).toBeLessThan(found)
    expect(await page.evaluate('document.activeElement.value')).toBe('ERDF')
    await page.goBack()
    await expect.poll(() => count(page)).toBe(found)
    await page.context().close()
  })

  it('Ctrl and K finds anything and goes there', async () => {
    const page = await region.open('/regions')
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog')
    await palette.waitFor()
    await expectGood(page)
    await page.keyboard.type('A70011')
    await palette.getByRole('option', { name: /Kuutoskaupunkien/ }).waitFor()
    await expectGood(page)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/projects/A70011')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.context().close()
  })

  it('the question mark tells the keys, the slash goes to the search field, and typing there is no command', async () => {
    const page = await region.open('/sv/projects')
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog')
    await keys.waitFor()
    expect(await keys.locator('kbd').allTextContents()).toEqual(['Ctrl K', '/', '?', 'Esc'])
    await expectGood(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('turism?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.locator('main input[type=search]').inputValue()).toBe('turism?')
    await page.waitForURL('**q=turism%3F')
    await page.context().close()
  })

  it('the first Tab offers the way past the menu, also where a list changes while one types', async () => {
    const page = await region.open('/en/organisations')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('content')
    await page.context().close()
  })
})
