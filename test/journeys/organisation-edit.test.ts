import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { expectGood, openRegion, type Region } from './region.ts'

const list = `Hankekoodi;Hankkeen nimi;Toteuttaja;Alkamispäivä;Päättymispäivä;Myönnetty EU- ja valtion rahoitus
E1;Kotimaisen puun kierto;Savon koulutuskuntayhtymä;1.2.2015;31.12.2016;100 000,00
`
let region: Region
let page: Page
let path: string

beforeAll(async () => {
  region = await openRegion({ bare: true, lists: { 'lista.csv': list } })
  page = await region.open('/', { viewport: { width: 1280, height: 900 } })
  await region.signIn(page)
  const found = (await (await fetch(`${region.product.url}/api/organisations?q=savon`)).json()) as {
    items: { page: string }[]
  }
  path = found.items[0]!.page
})
afterAll(() => region.stop())

const said = async (at = page) => (await at.locator('main').textContent()) ?? ''
const go = (to: string, at = page) => at.goto(region.product.url + to)

/** The same reader in a browser without script, at phone width. */
async function still(to: string): Promise<Page> {
  const other = await region.open('/health', { script: false, viewport: { width: 390, height: 800 } })
  await other.context().addCookies(await page.context().cookies())
  await go(to, other)
  return other
}

describe('a coordinator corrects an organisation', () => {
  it('types; the draft keeps it; the form takes it into use with who typed it and when', async () => {
    await go(path)
    await page.getByRole('link', { name: 'Muokkaa tietoja' }).click()
    await page.locator('draft-form[data-ready]').waitFor()
    await expectGood(page)
    await page.locator('[name=name_en]').fill('Savo Vocational College')
    await page.locator('[name=website]').fill('www.sakky.fi')
    await page
      .locator('.draft-said')
      .filter({ hasText: /^Tallennettu \d/ })
      .waitFor()
    expect(await (await fetch(region.product.url + path)).text()).not.toContain('sakky.fi')
    await page.getByRole('button', { name: 'Ota tiedot käyttöön' }).click()
    await page.waitForURL(`**${path}`)
    expect(await said()).toContain('www.sakky.fi')
    await expectGood(page)
    // Public pages tell the new value at once.
    const shown = await fetch(`${region.product.url}/en${path}`)
    expect(await shown.text()).toContain('Savo Vocational College')
  })

  it('is told what is wrong, with everything typed still there', async () => {
    const phone = await still(`/en${path}/edit`)
    await phone.locator('[name=website]').fill('javascript:alert(1)')
    await phone.locator('[name=name]').fill('')
    await phone.locator('main button.main').click()
    expect(await phone.locator('.errors li').count()).toBe(2)
    expect(await phone.locator('[name=website]').inputValue()).toBe('javascript:alert(1)')
    expect(await phone.locator('[name=name_en]').inputValue()).toBe('Savo Vocational College')
    await expectGood(phone)
    await phone.locator('[name=name]').fill('Savon koulutuskuntayhtymä')
    await phone.locator('[name=website]').fill('https://sakky.fi')
    await phone.locator('main button.main').click()
    expect(phone.url()).toMatch(new RegExp(`/en${path}$`))
    expect(await said(phone)).toContain('sakky.fi')
    await phone.context().close()
  })

  it('takes a value back, the latest first', async () => {
    await go(`${path}/edit`)
    const rows = page.locator('tr', { hasText: 'Verkkosivu' })
    expect(await rows.count()).toBe(2)
    expect(await rows.first().textContent()).toContain('https://www.sakky.fi')
    await rows.first().getByRole('button', { name: 'Peru' }).click()
    await page.waitForLoadState()
    expect(await page.locator('[name=website]').inputValue()).toBe('https://www.sakky.fi')
    await expectGood(page)
  })

  it('only a coordinator: a visitor is refused', async () => {
    expect((await fetch(`${region.product.url}${path}/edit`)).status).toBe(403)
    const api = `${region.product.url}/api/organisations/${path.split('/').at(-1)}/edit`
    const posted = await fetch(api, {
      method: 'POST',
      headers: { origin: region.product.url, 'content-type': 'application/json' },
      body: '{"name":"X"}',
    })
    expect(posted.status).toBe(403)
  })
})

describe('files beside an organisation', () => {
  const picture = () =>
    sharp({ create: { width: 600, height: 400, channels: 3, background: '#00357a' } })
      .png()
      .toBuffer()
  const attach = async (at: Page, name: string, buffer: Buffer, open = true) => {
    if (open) await at.locator('.attachment-add summary').click()
    await at.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await at.locator('.attachment-add button[type=submit]').click()
  }

  it('a picture is added, gets its thumbnail and is downloaded as a file', async () => {
    await go(path)
    await attach(page, 'Kuva metsästä 🌲.png', await picture())
    await page.waitForURL('**#attachments')
    const link = page.getByRole('link', { name: 'Kuva metsästä 🌲.png' })
    expect(await link.count()).toBe(1)
    await vi.waitFor(
      async () => {
        await go(path)
        expect(await page.locator('.attachments img').count()).toBe(1)
      },
      { timeout: 20_000, interval: 500 },
    )
    await expectGood(page)
    const href = (await link.getAttribute('href'))!
    const answer = await page.request.get(region.product.url + href)
    const headers = answer.headers()
    expect(headers['content-type']).toBe('image/png')
    expect(headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''Kuva/)
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect((await answer.body()).equals(await picture())).toBe(true)
    // It was for the members of the ecosystem, not for everybody.
    expect((await fetch(region.product.url + href)).status).toBe(404)
  })

  it('without script, on a phone, in Swedish; a page in disguise is refused', async () => {
    const phone = await still(`/sv${path}`)
    await attach(phone, 'anteckningar.txt', Buffer.from('Mötet den 5 mars'))
    expect(await phone.getByRole('link', { name: 'anteckningar.txt' }).count()).toBe(1)
    await expectGood(phone)
    await attach(phone, 'bild.png', Buffer.from('<script>alert(1)</script>'))
    expect(await said(phone)).toContain('bild.png kan inte läggas till')
    await go(`/sv${path}`, phone)
    await phone.getByRole('button', { name: 'Ta bort anteckningar.txt' }).click()
    expect(await phone.getByRole('link', { name: 'anteckningar.txt' }).count()).toBe(0)
    await phone.context().close()
  })

  it('nothing is stored for a visitor', async () => {
    const form = new FormData()
    form.set('file', new Blob(['x']), 'x.txt')
    const to = `${region.product.url}/attachments/to/organisation/${path.split('/').at(-1)}`
    const answer = await fetch(to, { method: 'POST', body: form, headers: { origin: region.product.url } })
    expect(answer.status).toBe(403)
  })
})
