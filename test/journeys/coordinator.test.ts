import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text as signInWords } from '../../src/modules/people/text.ts'
import { columnsText } from '../../src/modules/sources/columns-text.ts'
import { pageText } from '../../src/modules/sources/page-text.ts'
import { keyboard, mouse } from './hands.ts'
import { messyList } from './messy-list.ts'
import { expectGood, openRegion, type Region } from './region.ts'

let region: Region
beforeAll(async () => {
  region = await openRegion({ bare: true })
})
afterAll(() => region.stop())

const printedLink = () => /http:\S+\/sign-in\?token=\S+/.exec(region.product.output())![0]

/** One row's start day is no day at all: it is put aside, to be mended. */
const broken = messyList.replace(
  'Toiminnassa,1.3.2015,28.2.2017,Mikkelin',
  'Toiminnassa,31.2.2015,28.2.2017,Mikkelin',
)
const newer = messyList
  .replace('4.2.2015,31.12.2017,LASHLOVERS', '4.2.2015,30.6.2018,LASHLOVERS')
  .replace('71930,22830,71930,22830', '71930,60000,71930,60000')

it('the printed link shows a button, signs in once and never again', async () => {
  const link = printedLink()
  const page = await region.open(link.slice(region.product.url.length))
  expect(await page.locator('.account').count()).toBe(0)
  await expectGood(page)
  await page.getByRole('button', { name: signInWords.fi.signIn, exact: true }).first().click()
  await page.waitForURL('**/workspace')
  expect(await page.locator('.account').count()).toBe(1)
  await page.context().storageState({ path: `${region.product.dataFolder}/session.json` })
  await page.context().close()

  const other = await region.open(`/en${link.slice(region.product.url.length)}`)
  await other.locator('main button[type=submit]').click()
  expect(await other.locator('main').textContent()).toContain(signInWords.en.linkUsed)
  expect(await other.locator('.account').count()).toBe(0)
  await expectGood(other)
  await other.context().close()
})

it('a visitor who asks for the work of coordinators is told where to sign in', async () => {
  const page = await region.open('/sources/new')
  await page.goto(`${region.product.url}/organisations/duplicates`)
  expect(await page.locator('main').textContent()).not.toContain('undefined')
  await expectGood(page)
  await page.context().close()
})

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280, hands: mouse, by: 'mouse' },
  { language: 'sv', prefix: '/sv', script: false, width: 390, hands: keyboard, by: 'keyboard alone' },
] as const)(
  'a coordinator in $language by $by, script $script',
  ({ language, prefix, script, width, hands }) => {
    const t = { ...pageText[language], ...columnsText[language] }
    const name = `Kuukausilista ${language}`
    let page: Page
    beforeAll(async () => {
      page = await region.open(`${prefix}/sources`, {
        script,
        viewport: { width, height: 800 },
        storageState: `${region.product.dataFolder}/session.json`,
      })
    })
    afterAll(() => page.context().close())

    const button = (label: string) => page.getByRole('button', { name: label, exact: true })
    const link = (label: string) => page.getByRole('link', { name: label, exact: true })
    const said = async () => (await page.locator('main').textContent())!.replaceAll('\u00a0', ' ')
    const goTo = (path: string) => page.goto(region.product.url + prefix + path)
    /** A number of the report: its row is named by the label. */
    const counted = async (label: string) =>
      Number(
        (await page
          .getByRole('row', { name: new RegExp(`^${label}`) })
          .locator('td')
          .first()
          .textContent())!.replaceAll(/\D/g, ''),
      )

    async function drop(file: string, content: string): Promise<void> {
      await goTo('/sources/new')
      await hands.giveFile(page, file, content)
      await hands.press(button(t.read))
      await button(t.readRows).waitFor()
    }
    async function readRows(asOf: string): Promise<void> {
      await hands.write(page.locator('input[name=asOf]'), asOf)
      await hands.press(button(t.readRows))
      await button(t.approve).waitFor()
    }
    async function approve(): Promise<void> {
      await hands.press(button(t.approve))
      await page.getByText(t.report).waitFor()
    }

    it('sees what a messy list was taken for, changes a column, and has it remembered', async () => {
      await drop('lista.csv', broken)
      expect(await page.locator('select[name^=field-]').count()).toBeGreaterThanOrEqual(13)
      await expectGood(page)
      await hands.choose(page.getByLabel(t.meaningOf('Toteutunut julkinen rahoitus yhteensä')), t.notUsed)
      await hands.write(page.locator('input[name=saveAs]'), name)
      await readRows('30.6.2016')
      await expectGood(page)
      expect(await counted(t.created)).toBe(27)
    })

    it('approves it, follows its progress and reads the report', async () => {
      await approve()
      await expectGood(page)
      expect(await counted(t.created)).toBe(27)
      expect(await counted(t.rejected)).toBe(1)
      await goTo('/projects/A70253')
      expect(await page.locator('h1').textContent()).toContain('sovellutusmahdollisuudet, LaiTSo')
      expect(await said()).toContain('Jyväskylän yliopisto')
      expect((await page.goto(`${region.product.url}${prefix}/projects/A70301`))!.status()).toBe(404)
    })

    it('mends the rejected rows in their file and drops it again', async () => {
      await goTo('/sources')
      await hands.press(page.getByRole('table', { name: t.inPicture }).getByRole('link').first())
      await link(t.rejectsFile).waitFor()
      const download = page.waitForEvent('download')
      await hands.press(link(t.rejectsFile))
      const file = await readFile(await (await download).path(), 'utf8')
      expect(file).toContain('31.2.2015')
      await drop('hylatyt.csv', file.replace('31.2.2015', '1.3.2015'))
      expect(await said()).toContain(t.knownAs(name))
      await readRows('30.6.2016')
      await approve()
      expect(await counted(t.created)).toBe(1)
      await goTo('/projects/A70301')
      expect(await page.locator('h1').textContent()).toContain('Reaktek')
    })

    it('is told that the same file again brings nothing new', async () => {
      await drop('lista.csv', messyList)
      await readRows('30.6.2016')
      expect(await said()).toContain(t.nothingNew)
      await expectGood(page)
      await hands.press(button(t.discard))
      await page.waitForURL(`**${prefix}/sources`)
    })

    it('updates by a newer list, and the project shows both values and both sources', async () => {
      await drop('lista-2.csv', newer)
      await readRows('31.12.2016')
      expect(await counted(t.updated)).toBe(1)
      expect(await said()).toContain('60')
      await expectGood(page)
      await approve()
      await goTo('/projects/A70500')
      const changes = (await page.locator('aside:has(#changes)').textContent())!.replaceAll('\u00a0', ' ')
      for (const part of ['31.12.2017', '30.6.2018', '30.6.2016', '31.12.2016', '22 830', '60 000'])
        expect(changes).toContain(part)
      expect(changes.split(name).length).toBeGreaterThan(2)
      await expectGood(page)
    })

    it('takes the newer list back, then everything', async () => {
      const undo = async () => {
        await goTo('/sources')
        await hands.press(page.getByRole('table', { name: t.inPicture }).getByRole('link').first())
        await hands.press(link(t.undo))
        await page.getByText(t.undoAsk).waitFor()
        await expectGood(page)
        await hands.press(button(t.undoYes))
        await page.getByText(t.undone).waitFor()
      }
      await undo()
      await goTo('/projects/A70500')
      expect(await said()).toContain('31.12.2017')
      expect(await said()).not.toContain('30.6.2018')
      await undo()
      await undo()
      await expectGood(page)
      expect((await goTo('/projects/A70500'))!.status()).toBe(404)
      const left = (await (await fetch(`${region.product.url}/api/projects`)).json()) as { total: number }
      const organisations = (await (await fetch(`${region.product.url}/api/organisations`)).json()) as {
        total: number
      }
      expect([left.total, organisations.total]).toEqual([0, 0])
      await goTo('/sources')
      await hands.press(button(t.forgetOf(name)))
      await button(t.forgetOf(name)).waitFor({ state: 'detached' })
    })
  },
)
