import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsText } from '../../src/modules/ecosystems/facts/text.ts'
import { settingsText } from '../../src/modules/ecosystems/settings-text.ts'
import { text as pageText } from '../../src/modules/ecosystems/text.ts'
import { text as homeText } from '../../src/modules/workspace/text.ts'
import { openPage } from '../browser.ts'
import { somebody, type TestPerson } from '../people.ts'
import { expectGood, openRegion, type Region } from './region.ts'

let region: Region

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
})
afterAll(() => region.stop())

async function openAs(person: TestPerson, path: string, script: boolean, width: number): Promise<Page> {
  const { url } = region.product
  const page = await openPage(region.browser, {
    viewport: { width, height: 800 },
    ...(script ? {} : { javaScriptEnabled: false, script: false }),
  })
  page.setDefaultTimeout(15_000)
  await page.context().addCookies([{ name: 'talkoot_session', value: person.session, url }])
  await page.goto(url + path)
  return page
}

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280, key: 'kylma-verkosto', other: 'sixnet' },
  { language: 'sv', prefix: '/sv', script: false, width: 390, key: 'kalla-natverket', other: 'hgie' },
] as const)(
  'in $language at $width px, script $script',
  ({ language, prefix, script, width, key, other }) => {
    const t = factsText[language]
    const s = settingsText[language]
    let page: Page
    let keeper: TestPerson
    beforeAll(async () => {
      const { id } = await region.database.db
        .selectFrom('ecosystem')
        .select('id')
        .where('key', '=', other)
        .executeTakeFirstOrThrow()
      keeper = await somebody(region.database, `Kaisa ${language}`, [['coordinator', id]])
      const founder = await somebody(region.database, `Yrjö ${language}`, [['administrator', null]])
      page = await openAs(founder, `${prefix}/ecosystems`, script, width)
    })
    afterAll(() => page.context().close())

    const press = async (name: string, role: 'button' | 'link' = 'button', on = page) => {
      const loaded = on.waitForEvent('load')
      await on.locator('main').getByRole(role, { name, exact: true }).first().click()
      await loaded
    }
    const field = (name: string) => page.locator(`[name="${name}"]`)
    const said = async () => (await page.locator('main').textContent())!.replaceAll('\u00a0', ' ')
    const name = key === 'kylma-verkosto' ? 'Kylmä verkosto' : 'Kalla nätverket'

    it('an ecosystem is made, and its address says what is wrong with it', async () => {
      await press(t.make, 'link')
      await expectGood(page)
      await field('name.fi').fill(name)
      await field('summary.fi').fill('Kylmän ilmaston osaajat.')
      await field('key').fill('hev')
      await page.locator('[name=share][value=public]').check()
      await press(t.makeButton)
      await page.locator('.errors a[href="#f-key"]').waitFor()
      expect(await field('summary.fi').inputValue()).toBe('Kylmän ilmaston osaajat.')
      await expectGood(page)
      await field('key').fill('')
      await press(t.makeButton)
      expect(new URL(page.url()).pathname).toBe(`${prefix}/ecosystems/${key}/settings/about`)
    })

    it('its period and area are told', async () => {
      await field('starts').fill('joskus')
      await press(s.save)
      await page.locator('.errors a[href="#f-starts"]').waitFor()
      await expectGood(page)
      await field('starts').fill('3/2026')
      await field('ends').fill('2029')
      await page.locator('[name=regions]').first().check()
      await press(s.save)
      expect(await field('starts').inputValue()).toBe('3/2026')
    })

    it('an actor, an amount and a tie are added', async () => {
      await press(t.actors, 'link')
      await expectGood(page)
      await field('name.fi').fill('Tampereen kaupunki')
      await field('businessId').fill('0211675-2')
      await field('role').selectOption('party')
      await press(t.addActor)
      await expectGood(page)
      await press(t.money, 'link')
      await field('what.fi').fill('Koordinaatio')
      await field('amount').fill('1 234,50')
      await press(t.addMoney)
      expect(await said()).toContain('1 234,50')
      await expectGood(page)
      await press('Koordinaatio', 'link')
      await field('amount').fill('2 000')
      await press(s.save)
      expect(await said()).toContain('2 000')
      await press(t.ties, 'link')
      await field('kind').selectOption('part-of')
      await field('to').selectOption(other)
      await press(t.addTie)
      // The administrator looks after both: nothing waits.
      expect(await said()).toContain(t.tieMutual)
      await expectGood(page)
    })

    it('the public page tells all of it, and where it was written', async () => {
      const visitor = await openPage(region.browser, { viewport: { width, height: 800 } })
      await visitor.goto(`${region.product.url}${prefix}/ecosystems/${key}`)
      const told = (await visitor.locator('main').textContent())!.replaceAll('\u00a0', ' ')
      for (const fact of [
        name,
        '3/2026–2029',
        'Tampereen kaupunki',
        t.party,
        '2 000',
        pageText[language].linkKinds['part-of'],
      ])
        expect(told).toContain(fact)
      expect(told).toContain(t.madeHere)
      await expectGood(visitor)
      await visitor.context().close()
    })

    it('a tie that the other has not confirmed waits for its coordinator', async () => {
      const { id } = await region.database.db
        .selectFrom('ecosystem')
        .select('id')
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
      const own = await somebody(region.database, `Oma ${language}`, [['coordinator', id]])
      const mine = await openAs(own, `${prefix}/ecosystems/${key}/settings/ties`, script, width)
      await mine.locator('[name=kind]').selectOption('related')
      await mine.locator('[name=to]').selectOption(other)
      await press(t.addTie, 'button', mine)
      expect(await mine.locator('main').textContent()).toContain(t.tieWaits)
      await mine.context().close()
      const theirs = await openAs(keeper, `${prefix}/workspace`, script, width)
      expect(await theirs.locator('h1').textContent()).not.toBe(homeText[language].nothingWaits)
      await press(t.askedTurn(name), 'link', theirs)
      await expectGood(theirs)
      await press(t.confirmOf(name), 'button', theirs)
      await theirs
        .getByRole('button', { name: t.unconfirmOf(name) })
        .first()
        .waitFor()
      await expectGood(theirs)
      await theirs.context().close()
    })
  },
)
