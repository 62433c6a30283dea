import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text } from '../../src/modules/organisations/text.ts'
import { expectGood, openRegion, type Region } from './region.ts'

const head = 'Hankkeen koodi;Hankkeen nimi;Toteuttaja;Alkaa;Päättyy;Myönnetty tuki €'
const row = (code: string, lead: string, euros: number) =>
  `${code};Hanke ${code};${lead};1.2.2015;31.12.2016;${euros}`

let region: Region
let session: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>
beforeAll(async () => {
  const rows = [
    row('K1', 'Savon koulutuskuntayhtymä', 900_000),
    row('K2', 'Savon kolutuskuntayhtymä', 5_000),
    row('K3', 'Raahen seutukunnan kehittämiskeskus', 70_000),
    row('K4', 'Raahen kaupunki / Raahen seutukunnan kehittämiskeskus', 60_000),
    row('K5', 'Tampereen kaupunki toisen asteen koulutuspalvelut', 300_000),
    row('K6', 'Tampereen kaupunki / Toisen asteen koulutus', 200_000),
    row('K7', 'Opal Blue Oy', 1_000),
    row('K8', 'Opal Blue Solutions Oy', 1_000),
  ]
  region = await openRegion({ bare: true, lists: { 'nimet.csv': [head, ...rows, ''].join('\n') } })
  const page = await region.open('/')
  await region.signIn(page)
  session = await page.context().storageState()
  await page.context().close()
})
afterAll(() => region.stop())

/** Tab until the target has the focus, as who has no mouse does. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  for (let i = 0; i < 200; i++) {
    if (await target.evaluate((e) => e === e.ownerDocument.activeElement)) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`The Tab key never reaches ${target}`)
}

const names = (page: Page) => page.locator('article.pair section:first-child h2').allTextContents()
const countIn = async (page: Page, state: number) =>
  Number((await page.locator('.tabs a .num').nth(state).textContent())!.trim())
const isFocused = (target: Locator) => target.evaluate((e) => e === e.ownerDocument.activeElement)

describe('a coordinator at the keyboard alone, with script', () => {
  const t = text.fi
  let page: Page
  const pairOf = (name: string) => page.locator('article.pair').filter({ hasText: name })
  beforeAll(async () => {
    page = await region.open('/organisations/duplicates', { storageState: session })
  })
  afterAll(() => page.context().close())

  const press = async (key: string) => {
    await page.keyboard.press(key)
  }
  /** The page that says so has come, and its keys work. */
  const told = async (said: string) => {
    await page.getByRole('status').filter({ hasText: said }).waitFor()
    await page.locator('html.islands').waitFor()
  }

  /** To a pair by letters alone, wherever it stands. */
  const walkTo = async (name: string) => {
    for (const key of ['k', 'k', 'k', 'k', 'j', 'j', 'j', 'j']) {
      if (await isFocused(pairOf(name))) return
      await press(key)
    }
    expect(await isFocused(pairOf(name))).toBe(true)
  }

  it('meets the pair with the most money at stake first', async () => {
    expect(await names(page)).toEqual([
      'Tampereen kaupunki toisen asteen koulutuspalvelut',
      'Raahen seutukunnan kehittämiskeskus',
      'Savon koulutuskuntayhtymä',
      'Opal Blue Oy',
    ])
    await expectGood(page)
  })

  it('moves by letters and by arrows, and opens the evidence', async () => {
    await press('j')
    expect(await isFocused(pairOf('Tampereen'))).toBe(true)
    await press('ArrowDown')
    await press('j')
    await press('ArrowUp')
    await press('k')
    await press('k')
    expect(await isFocused(pairOf('Tampereen'))).toBe(true)
    await press('o')
    expect(await pairOf('Tampereen').locator('.evidence').isVisible()).toBe(true)
  })

  it('merges with m, goes on at the next pair, and takes it back with u', async () => {
    await press('m')
    await told(t.didSame(1))
    expect(await pairOf('Tampereen').count()).toBe(0)
    expect(await isFocused(pairOf('Raahen'))).toBe(true)
    await expectGood(page)
    await press('u')
    await told(t.didUndo(1))
    expect(await isFocused(pairOf('Tampereen'))).toBe(true)
    expect(await names(page)).toHaveLength(4)
  })

  it('keeps apart with e', async () => {
    await press('j')
    await walkTo('Raahen')
    await press('e')
    await told(t.didDifferent(1))
    expect(await pairOf('Raahen').count()).toBe(0)
    await press('u')
    await told(t.didUndo(1))
  })

  it('ticks two, is told what will happen, confirms once and undoes it as one', async () => {
    await walkTo('Tampereen')
    await press('x')
    await walkTo('Savon')
    await press('x')
    await tabTo(page.getByRole('button', { name: t.mergeTicked, exact: true }))
    await press('Enter')
    await page.getByRole('heading', { name: t.confirmSame(2) }).waitFor()
    const said = (await page.locator('main').textContent())!
    for (const name of ['Tampereen kaupunki / Toisen asteen koulutus', 'Savon kolutuskuntayhtymä'])
      expect(said).toContain(name)
    expect(said.replaceAll('\u00a0', ' ')).toContain('905 000 €')
    await expectGood(page)
    await tabTo(page.getByRole('button', { name: t.doSame(2), exact: true }))
    await press('Enter')
    await told(t.didSame(2))
    expect([await countIn(page, 0), await countIn(page, 1)]).toEqual([2, 2])
    await press('u')
    await told(t.didUndo(2))
    expect([await countIn(page, 0), await countIn(page, 1)]).toEqual([4, 0])
  })

  it('sees the keys with ?, and can switch those of one letter off', async () => {
    await press('?')
    const dialog = page.locator('dialog.keys')
    expect(await dialog.textContent()).toContain(t.keys.merge)
    await expectGood(page)
    await tabTo(dialog.locator('input'))
    await press('Space')
    await press('Escape')
    await press('j')
    expect(await isFocused(page.locator('article.pair').first())).toBe(false)
    await press('?')
    expect(await dialog.isVisible()).toBe(false)
    await tabTo(page.locator('key-help > button'))
    await press('Enter')
    await tabTo(dialog.locator('input'))
    await press('Space')
    await press('Escape')
    await press('j')
    expect(await isFocused(page.locator('article.pair').first())).toBe(true)
  })
})

describe('a coordinator without script on a phone, by Tab and Enter', () => {
  const t = text.sv
  let page: Page
  beforeAll(async () => {
    page = await region.open('/sv/organisations/duplicates', {
      script: false,
      viewport: { width: 390, height: 800 },
      storageState: session,
    })
  })
  afterAll(() => page.context().close())
  const enter = async (target: Locator) => {
    await tabTo(target)
    await page.keyboard.press('Enter')
  }
  const go = async (target: Locator) => {
    await tabTo(target)
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  it('narrows by evidence and sorts by name', async () => {
    await enter(page.locator('.facets-fold > summary'))
    await tabTo(page.locator('input[name="reason"][value="extra-word"]'))
    await page.keyboard.press('Space')
    await go(page.locator('.facets button'))
    expect(page.url()).toContain('reason=extra-word')
    expect(await names(page)).toEqual(['Raahen seutukunnan kehittämiskeskus', 'Opal Blue Oy'])
    await expectGood(page)
    await enter(page.locator('.results-head summary'))
    await go(page.getByRole('link', { name: t.sorts.name, exact: true }))
    expect(await names(page)).toEqual(['Opal Blue Oy', 'Raahen seutukunnan kehittämiskeskus'])
  })

  it('is told when nothing is ticked', async () => {
    await go(button(t.keepTicked))
    expect(await page.locator('main').textContent()).toContain(t.nothingTicked)
    await expectGood(page)
    await go(page.getByRole('link', { name: t.backToQueue }))
  })

  it('keeps all pairs of the page apart at once and undoes it as one', async () => {
    await tabTo(page.locator('input[name="all"]'))
    await page.keyboard.press('Space')
    await go(button(t.keepTicked))
    await expectGood(page)
    await go(button(t.doDifferent(2)))
    expect([await countIn(page, 0), await countIn(page, 2)]).toEqual([2, 2])
    await expectGood(page)
    await page.goto(`${region.product.url}/sv/organisations/duplicates?state=different`)
    await expectGood(page)
    await go(button(t.undoTogether(2)).first())
    await page.goto(`${region.product.url}/sv/organisations/duplicates`)
    expect(await countIn(page, 0)).toBe(4)
  })
})
