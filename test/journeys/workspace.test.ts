import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../src/kernel/db.ts'
import { loadShippedEcosystems } from '../../src/modules/ecosystems/index.ts'
import { settingsText } from '../../src/modules/ecosystems/settings-text.ts'
import { membersText } from '../../src/modules/people/members-text.ts'
import { officeNames } from '../../src/modules/people/office-text.ts'
import { permissionsText } from '../../src/modules/people/permissions-text.ts'
import { previewText } from '../../src/modules/people/preview-text.ts'
import { text as homeText } from '../../src/modules/workspace/text.ts'
import { launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { somebody, type TestPerson } from '../people.ts'
import { type Product, startProduct } from '../product.ts'
import { keyboard, mouse } from './hands.ts'
import { expectGood } from './region.ts'

let database: TestDatabase
let product: Product
let browser: Browser
const ids = new Map<string, string>()

beforeAll(async () => {
  database = await freshDatabase()
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, new Date('2026-11-21T06:00:00Z')))
  for (const { id, key } of await database.db.selectFrom('ecosystem').select(['id', 'key']).execute())
    ids.set(key, id)
  product = await startProduct({ databaseUrl: database.connectionString })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
  await database.drop()
})

async function openAs(
  person: TestPerson,
  path: string,
  options: Parameters<typeof openPage>[1] = {},
): Promise<Page> {
  const page = await openPage(browser, { viewport: { width: 390, height: 800 }, ...options })
  page.setDefaultTimeout(15_000)
  await page.context().addCookies([{ name: 'talkoot_session', value: person.session, url: product.url }])
  await page.goto(product.url + path)
  return page
}

describe.each([
  { language: 'fi', prefix: '', script: true, hands: mouse, by: 'mouse', key: 'hev' },
  { language: 'sv', prefix: '/sv', script: false, hands: keyboard, by: 'keyboard alone', key: 'hgie' },
] as const)('in $language on a phone by $by, script $script', ({ language, prefix, script, hands, key }) => {
  const members = membersText[language]
  const settings = settingsText[language]
  const offices = officeNames[language]
  const preview = previewText[language]
  let coordinator: TestPerson
  let newcomer: TestPerson
  let page: Page
  beforeAll(async () => {
    coordinator = await somebody(database, `Kaisa ${language}`, [['coordinator', ids.get(key)!]])
    newcomer = await somebody(database, `Uuno ${language}`)
    page = await openAs(coordinator, `${prefix}/workspace`, { javaScriptEnabled: script, script })
  })
  afterAll(() => page.context().close())

  /** Every button and link here leads to a page: the next look waits for it. */
  const press = async (target: Locator) => {
    const loaded = page.waitForEvent('load')
    await hands.press(target)
    await loaded
  }
  const goTo = (path: string) => page.goto(product.url + prefix + path)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const field = (name: string) => page.locator(`[name="${name}"]`)
  const said = async () => (await page.locator('main').textContent())!.replaceAll('\u00a0', ' ')
  const address = () => new URL(page.url()).pathname

  it('a person’s own page says whose turn it is, what is new and where one works', async () => {
    expect(await page.locator('h1').textContent()).toBe(homeText[language].nothingWaits)
    expect(await said()).toContain(homeText[language].noTurns)
    expect(await page.locator('.nav [aria-current]').textContent()).toBe(homeText[language].title)
    await expectGood(page)
    await press(
      page.locator('.aside').getByRole('link', { name: new RegExp(`^${homeText[language].members}`) }),
    )
    expect(address()).toBe(`${prefix}/ecosystems/${key}/members`)
  })

  it('whoever holds no office reads what to do next', async () => {
    const other = await openAs(newcomer, `${prefix}/workspace`, { script })
    expect(await other.locator('main').textContent()).toContain(homeText[language].start)
    await expectGood(other)
    expect((await other.goto(`${product.url}${prefix}/ecosystems/${key}/members`))!.status()).toBe(403)
    await expectGood(other)
    await other.context().close()
  })

  it('an office is given; what is wrong is told on top with the way to its field', async () => {
    await hands.write(field('email'), 'kukaan@example.fi')
    await hands.write(field('ends'), '31.2.2027')
    await press(button(members.giveButton))
    await page.locator('.errors').waitFor()
    expect(await page.locator('.errors a').getAttribute('href')).toBe('#f-ends')
    await hands.write(field('ends'), '31.3.2127')
    await press(button(members.giveButton))
    await page.locator('.errors a[href="#f-email"]').waitFor()
    expect(await field('ends').inputValue()).toBe('31.3.2127')
    await expectGood(page)
    await hands.write(field('email'), newcomer.email)
    await press(button(members.giveButton))
    await page.locator('.alert.ok').waitFor()
    expect(await said()).toContain('31.3.2127')
    await expectGood(page)
  })

  it('a deputy is named for a period, and the office ended at once', async () => {
    await press(link(members.manageOf(offices.member, newcomer.name)))
    await expectGood(page)
    await hands.write(field('email'), coordinator.email)
    await press(button(members.deputyButton))
    await page.locator('.errors a[href="#f-ends"]').waitFor()
    await hands.write(field('ends'), '31.12.2126')
    await press(button(members.deputyButton))
    await page.waitForURL(`**${prefix}/ecosystems/${key}/members`)
    expect(await said()).toContain(members.deputyOf(newcomer.name))
    await press(link(members.manageOf(offices.member, newcomer.name)))
    await press(button(members.endNow))
    await page.waitForURL(`**${prefix}/ecosystems/${key}/members`)
    expect(await link(members.manageOf(offices.member, newcomer.name)).count()).toBe(0)
    expect(await link(members.manageOf(offices.member, coordinator.name)).count()).toBe(0)
  })

  it('another office’s view is tried out under a bar on every page, and nothing can be changed', async () => {
    await press(link(members.toPreview))
    await expectGood(page)
    await hands.choose(field('office'), await optionOf('viewer'))
    await press(button(preview.start))
    await page.locator('.previewing').waitFor()
    expect(await page.locator('.previewing').textContent()).toContain(offices.viewer)
    await expectGood(page)
    for (const path of ['/', `/ecosystems/${key}`, '/projects', '/permissions']) {
      await goTo(path)
      expect([path, await page.locator('.previewing').count()]).toEqual([path, 1])
    }
    expect((await goTo(`/ecosystems/${key}/settings`))!.status()).toBe(403)
    await goTo(`/ecosystems/${key}/members`)
    expect(await page.locator('#give').count()).toBe(0)
    await press(button(preview.end))
    await page.locator('#give').waitFor()
    expect(await page.locator('.previewing').count()).toBe(0)
  })
  const optionOf = async (value: string) =>
    (await page.locator(`[name=office] option[value=${value}]`).textContent())!

  it('the matrix tells who may do what', async () => {
    await goTo('/permissions')
    expect(await page.locator('h1').textContent()).toBe(permissionsText[language].title)
    const row = page.getByRole('row', { name: /ecosystems\.change-settings/ })
    expect(await row.locator('td').allTextContents()).toContain(permissionsText[language].cells.ecosystem)
    await expectGood(page)
  })

  it('the settings refuse a pale colour with the reason, keep what was typed, and change the page', async () => {
    await goTo(`/ecosystems/${key}`)
    await press(link(settings.settings))
    await expectGood(page)
    await hands.write(field('name.fi'), `Uusi nimi ${language}`)
    await hands.write(field('contact.email'), 'toimisto@example.fi')
    await hands.write(field('colour'), '#9be')
    await press(button(settings.save))
    await page.locator('.errors a[href="#f-colour"]').waitFor()
    expect(await field('name.fi').inputValue()).toBe(`Uusi nimi ${language}`)
    await expectGood(page)
    await hands.write(field('colour'), '#7a0035')
    await press(button(settings.save))
    await page.locator('.alert.ok').waitFor()
    await press(link(settings.toPage))
    await page.getByText('toimisto@example.fi').waitFor()
    const colour = await page
      .locator('h1')
      .evaluate('getComputedStyle(document.documentElement).getPropertyValue("--brand")')
    expect(String(colour)).toContain('7a0035')
    await expectGood(page)
  })

  it('a logo stands at the top of the page; what is no picture is refused', async () => {
    await goTo(`/ecosystems/${key}/settings`)
    const give = (name: string, buffer: Buffer) =>
      field('logo').setInputFiles({ name, mimeType: 'image/png', buffer })
    await give('logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
    await press(button(settings.logoSave))
    await page.locator('.errors a[href="#f-logo"]').waitFor()
    const picture = sharp({ create: { width: 300, height: 100, channels: 3, background: '#7a0035' } })
    await give('logo.png', await picture.png().toBuffer())
    await press(button(settings.logoSave))
    await page.locator('.alert.ok').waitFor()
    await expectGood(page)
    await goTo(`/ecosystems/${key}`)
    const size = await page
      .locator('.region img')
      .evaluate((i: HTMLImageElement) => [i.naturalWidth, i.clientHeight])
    expect(size).toEqual([300, 28])
    await expectGood(page)
  })

  it('the frame gets a value, another order and an end', async () => {
    await goTo(`/ecosystems/${key}/settings`)
    await press(page.locator('.tabs').getByRole('link', { name: settings.frame }))
    await expectGood(page)
    await hands.write(field('name.fi'), `Omat ${language}`)
    await hands.choose(field('kind'), settings.kinds.own)
    await press(button(settings.addDimension))
    for (const [code, name] of [
      ['1', 'Ensimmäinen'],
      ['2', 'Toinen'],
    ] as const) {
      await press(link(settings.addValueTo(`Omat ${language}`)))
      await hands.write(field('code'), code)
      if (code === '1') {
        await press(button(settings.save))
        await page.locator('.errors a').waitFor()
        await expectGood(page)
      }
      await hands.write(field('name.fi'), name)
      await press(button(settings.save))
      await page.waitForURL('**/settings/frame')
    }
    await press(button(settings.upOf('Toinen')))
    await page.waitForURL('**/settings/frame')
    const order = await page
      .getByRole('table', { name: `Omat ${language}` })
      .locator('tbody th')
      .allTextContents()
    expect(order).toEqual(['Toinen', 'Ensimmäinen'])
    await press(page.getByRole('link', { name: 'Toinen', exact: true }))
    await hands.write(field('validTo'), '1.1.2020')
    await expectGood(page)
    await press(button(settings.save))
    await page.waitForURL('**/settings/frame')
    expect(await said()).toContain(settings.states.ended)
    await goTo(`/ecosystems/${key}`)
    expect(await said()).toContain('Ensimmäinen')
    expect(await said()).not.toContain('Toinen')
  })

  it('a goal is written with its number', async () => {
    await goTo(`/ecosystems/${key}/settings/goals`)
    await hands.write(field('name.fi'), `Tavoite ${language}`)
    await hands.write(field('target'), 'paljon')
    await press(button(settings.addGoal))
    await page.locator('.errors a[href="#f-target"]').waitFor()
    await expectGood(page)
    await hands.write(field('target'), '1 234,5')
    await hands.write(field('by'), '2029')
    await press(button(settings.addGoal))
    await page.getByRole('link', { name: `Tavoite ${language}` }).waitFor()
    await expectGood(page)
    await goTo(`/ecosystems/${key}`)
    expect(await said()).toMatch(/1\s234,5/)
  })
})

it.each([
  { width: 1280, colorScheme: 'dark', prefix: '/en' },
  { width: 390, colorScheme: 'dark', prefix: '' },
  { width: 1280, colorScheme: 'light', prefix: '/sv' },
] as const)(
  'every page of it is good at $width px, $colorScheme, and light',
  async ({ width, colorScheme, prefix }) => {
    const admin = await somebody(database, `Aino ${prefix}${width}`, [
      ['administrator', null],
      ['coordinator', null],
    ])
    const page = await openAs(admin, '/health', { viewport: { width, height: 800 }, colorScheme })
    const heavy: string[] = []
    for (const path of [
      '/workspace',
      '/members',
      '/permissions',
      '/preview',
      '/ecosystems/hev',
      '/ecosystems/hev/members',
      '/ecosystems/hev/settings',
      '/ecosystems/hev/settings/frame',
      '/ecosystems/hev/settings/frame/priority',
      '/ecosystems/hev/settings/frame/priority/values/new',
      '/ecosystems/hev/settings/goals',
    ]) {
      const wire = await page.context().newCDPSession(page)
      await wire.send('Network.enable')
      let bytes = 0
      wire.on('Network.loadingFinished', (event) => {
        bytes += event.encodedDataLength
      })
      const response = await page.goto(product.url + prefix + path, { waitUntil: 'load' })
      expect([path, response!.status()]).toEqual([path, 200])
      if (bytes > 300 * 1024) heavy.push(`${path}: ${Math.round(bytes / 1024)} KB`)
      await wire.detach()
      await expectGood(page)
    }
    expect(heavy).toEqual([])
    await page.context().close()
  },
)
