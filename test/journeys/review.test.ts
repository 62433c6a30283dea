import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text } from '../../src/modules/organisations/text.ts'
import { expectGood, openRegion, type Region } from './region.ts'

const head = 'Hankkeen koodi;Hankkeen nimi;Toteuttaja;Y-tunnus;Alkaa;Päättyy;Myönnetty tuki €'
const list = (...rows: string[]) => [head, ...rows, ''].join('\n')
const row = (code: string, lead: string, id = '') =>
  `${code};Hanke ${code};${lead};${id};1.2.2015;31.12.2016;1000`

let region: Region
let session: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>
beforeAll(async () => {
  // Names alike enough to ask about; for the last two a later list brings different business ids.
  region = await openRegion({
    bare: true,
    lists: {
      'nimet.csv': list(
        row('R1', 'Savon koulutuskuntayhtymä'),
        row('R2', 'Savon kolutuskuntayhtymä'),
        row('R3', 'Raahen seutukunnan kehittämiskeskus'),
        row('R4', 'Raahen kaupunki / Raahen seutukunnan kehittämiskeskus'),
        row('R5', 'Opal Blue Oy'),
        row('R6', 'Opal Blue Solutions Oy'),
      ),
      'tunnukset.csv': list(
        row('R7', 'Opal Blue Oy', '0187690-1'),
        row('R8', 'Opal Blue Solutions Oy', '0211675-2'),
      ),
    },
  })
  const page = await region.open('/')
  await region.signIn(page)
  session = await page.context().storageState()
  await page.context().close()
})
afterAll(() => region.stop())

const organisations = async (q: string) => {
  const answer = await fetch(`${region.product.url}/api/organisations?q=${encodeURIComponent(q)}`)
  return (await answer.json()) as { total: number; items: { page: string; led: number }[] }
}

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280 },
  { language: 'en', prefix: '/en', script: false, width: 390 },
] as const)(
  'a coordinator in $language, $width px wide, script $script',
  ({ language, prefix, script, width }) => {
    const t = text[language]
    let page: Page
    beforeAll(async () => {
      const options = { script, viewport: { width, height: 800 }, storageState: session }
      page = await region.open(`${prefix}/organisations/duplicates`, options)
    })
    afterAll(() => page.context().close())

    const pair = (name: string) => page.locator('article.pair').filter({ hasText: name })
    const decide = async (name: string, label: string) => {
      await pair(name).getByRole('button', { name: label, exact: true }).click()
      await page.waitForLoadState()
    }
    const look = async (state: string) => {
      await page.goto(`${region.product.url}${prefix}/organisations/duplicates?state=${state}`)
    }

    it('sees two names side by side with the reasons for and against', async () => {
      await look('open')
      expect(await page.locator('article.pair').count()).toBe(2)
      const one = pair('kolutuskuntayhtymä')
      expect(await one.locator('h2').allTextContents()).toEqual([
        'Savon koulutuskuntayhtymä',
        'Savon kolutuskuntayhtymä',
      ])
      await one.locator('summary').click()
      expect(await one.locator('.evidence li').count()).toBeGreaterThan(1)
      expect(await one.locator('.evidence').textContent()).toContain(t.kinds.spelling)
      await expectGood(page)
    })

    it('says that they are one, sees it on the organisation, and takes it back', async () => {
      await look('open')
      await decide('kolutuskuntayhtymä', t.merge)
      expect(await pair('kolutuskuntayhtymä').count()).toBe(0)
      await expect.poll(async () => (await organisations('savon koulutuskuntayhtymä')).items[0]?.led).toBe(2)
      const found = await organisations('savon koulutuskuntayhtymä')
      await page.goto(`${region.product.url}${prefix}${found.items[0]!.page}`)
      const main = await page.locator('main').textContent()
      expect(main).toContain('Savon kolutuskuntayhtymä')
      expect(main).toContain('Hanke R1')
      expect(main).toContain('Hanke R2')
      await expectGood(page)

      await look('same')
      await expectGood(page)
      await decide('kolutuskuntayhtymä', t.takeBack)
      await expect.poll(async () => (await organisations('savon koulutuskuntayhtymä')).items[0]?.led).toBe(1)
      await look('open')
      expect(await pair('kolutuskuntayhtymä').count()).toBe(1)
    })

    it('keeps two apart, and is not asked again before that is taken back', async () => {
      await look('open')
      await decide('Raahen', t.keepApart)
      expect(await pair('Raahen').count()).toBe(0)
      await look('different')
      expect(await pair('Raahen').count()).toBe(1)
      await decide('Raahen', t.takeBack)
      await look('open')
      expect(await pair('Raahen').count()).toBe(1)
    })
  },
)

it('two that got different business ids have closed by themselves, can be reopened, and never merged', async () => {
  const t = text.sv
  const queue = '/sv/organisations/duplicates'
  const page = await region.open(`${queue}?state=different`, { storageState: session })
  const pair = page.locator('article.pair').filter({ hasText: 'Opal Blue' })
  const said = (await pair.textContent())!
  for (const word of [t.byItself, '0187690-1', '0211675-2']) expect(said).toContain(word)
  await expectGood(page)
  await pair.getByRole('button', { name: t.takeBack, exact: true }).click()
  await page
    .getByRole('status')
    .filter({ hasText: t.didUndo(1) })
    .waitFor()

  // What a person has reopened stays open, whatever lists say after.
  await page.goto(region.product.url + queue)
  await pair.getByRole('button', { name: t.merge, exact: true }).click()
  const main = await page.locator('main').textContent()
  for (const word of ['0187690-1', '0211675-2']) expect(main).toContain(word)
  await expectGood(page)
  await page.goto(region.product.url + queue)
  expect(await pair.count()).toBe(1)
  expect((await organisations('opal blue')).total).toBe(2)
  await page.context().close()
})
