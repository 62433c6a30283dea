import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text } from '../../src/modules/people/text.ts'
import { type Gate, openGate } from './gate.ts'
import { linkIn } from './mail-server.ts'
import { expectGood } from './region.ts'

let gate: Gate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate.stop())

/** Posts a form as a browser would, without one: status, page and seconds. */
async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const from = performance.now()
  const response = await fetch(gate.product.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: gate.product.url, ...headers },
    body: new URLSearchParams(fields),
  })
  return {
    status: response.status,
    headers: response.headers,
    html: await response.text(),
    ms: performance.now() - from,
  }
}

const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280 },
  { language: 'sv', prefix: '/sv', script: false, width: 390 },
] as const)('by mail link in $language, script $script, $width px', ({ language, prefix, script, width }) => {
  const t = text[language]
  const email = `linkki-${language}@example.fi`

  it('asks, gets a mail, presses the button, is in; the link works once', async () => {
    await gate.person(email, { name: 'Liisa Linkki', offices: ['coordinator'] })
    const page = await gate.open(`${prefix}/sign-in?to=/ecosystems/hev`, {
      script,
      viewport: { width, height: 800 },
    })
    await expectGood(page)
    await page.getByLabel(t.email).fill(email.toUpperCase())
    await page.getByRole('button', { name: t.sendLink }).click()
    await page.getByRole('heading', { name: t.sentTitle }).waitFor()
    await expectGood(page)

    const mail = await gate.mail.next(email)
    const link = linkIn(mail)
    expect(link.startsWith(`${gate.product.url}${prefix}/sign-in?token=`)).toBe(true)
    expect(mail.html).toContain('<a href=')
    // Scanners of mail look at every link, some twice, some by HEAD: that uses nothing up.
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) {
      expect((await fetch(link, { method })).status).toBe(200)
    }
    await page.goto(link)
    await expectGood(page)
    await page.locator('main').getByRole('button', { name: t.signIn }).click()
    await page.waitForURL(`**${prefix}/ecosystems/hev`)
    expect(await page.locator('.account').textContent()).toContain('Liisa Linkki')
    const [cookie] = await page.context().cookies()
    expect(cookie).toMatchObject({ name: 'talkoot_session', httpOnly: true, sameSite: 'Lax' })

    await page.goto(link)
    await page.locator('main').getByRole('button', { name: t.signIn }).click()
    expect(await page.locator('main').textContent()).toContain(t.linkUsed)
    await expectGood(page)
    await page.context().close()

    // What is kept of the mail cannot sign anybody in, and the log has nothing of it.
    const [, token] = /token=([\w-]+)/.exec(link)!
    const kept = await gate.database.db
      .selectFrom('mail')
      .selectAll()
      .where('recipient', '=', email)
      .execute()
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(kept[0]).toMatchObject({ state: 'sent', attempts: 1 })
    expect(kept[0]!.answer).toMatch(/^250/)
    expect(gate.product.output()).not.toContain(token)
    const audit = await gate.database.db.selectFrom('audit_entry').selectAll().execute()
    expect(JSON.stringify(audit)).not.toContain(token)
  })

  it('an address that is none is said so at its field, with what was typed', async () => {
    const page = await gate.open(`${prefix}/sign-in`, { script, viewport: { width, height: 800 } })
    await page.getByLabel(t.email).evaluate((field) => field.setAttribute('type', 'text'))
    await page.getByLabel(t.email).fill('ei osoite')
    await page.getByRole('button', { name: t.sendLink }).click()
    await page.locator('.field .msg').waitFor()
    expect(await page.getByLabel(t.email).inputValue()).toBe('ei osoite')
    expect(await page.locator('main').textContent()).toContain(t.emailWrong)
    await expectGood(page)
    await page.context().close()
  })
})

describe('who tries', () => {
  it('learns of no address whether it is known: the same page, the same time, no mail', async () => {
    await gate.person('tunnettu@example.fi')
    const times: Record<string, number[]> = { known: [], unknown: [] }
    const pages = new Set<string>()
    for (let i = 0; i < 3; i++) {
      for (const [kind, email] of [
        ['known', 'tunnettu@example.fi'],
        ['unknown', 'outo-kulkija@example.fi'],
      ] as const) {
        const { status, html, ms } = await post('/sign-in/link', { email })
        expect(status).toBe(200)
        pages.add(mainOf(html).replaceAll(email, 'X'))
        times[kind]!.push(ms)
      }
    }
    expect(pages.size).toBe(1)
    await gate.mail.next('tunnettu@example.fi')
    expect(gate.mail.received.some((m) => m.to === 'outo-kulkija@example.fi')).toBe(false)
    // The very same statements run for both: the difference is noise, far below what a look-up and a mail would be.
    const least = (list: number[]) => Math.min(...list)
    expect(Math.abs(least(times.known!) - least(times.unknown!))).toBeLessThan(50)
  })

  it('is told when to come again after too many tries, known or not', async () => {
    for (const email of ['tunnettu@example.fi', 'outo-kulkija@example.fi']) {
      const { status, headers, html } = await post('/en/sign-in/link', { email })
      expect(status).toBe(429)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(60)
      expect(html).toContain(text.en.tooOften)
      expect(mainOf(html)).toMatch(/You can try again \d/)
    }
    const page = await gate.open('/sign-in')
    await page.getByLabel(text.fi.email).fill('tunnettu@example.fi')
    await page.getByRole('button', { name: text.fi.sendLink }).click()
    await page.getByRole('heading', { name: text.fi.tooOften }).waitFor()
    await expectGood(page)
    await page.context().close()
  })

  it('is never led to another site, nor let in from one', async () => {
    for (const to of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '/.//evil.example',
    ]) {
      const html = await (await fetch(`${gate.product.url}/sign-in?to=${encodeURIComponent(to)}`)).text()
      expect(mainOf(html)).not.toContain('evil')
    }
    const { status } = await post('/sign-in', { token: 'x'.repeat(43) }, { origin: 'https://evil.example' })
    expect(status).toBe(403)
    const forged = await post('/sign-in', { token: 'x'.repeat(43) })
    expect(forged.status).toBe(409)
    expect(forged.headers.get('set-cookie')).toBeNull()
  })
})

describe('a mail server that does not take a mail', () => {
  const state = async (to: string) =>
    gate.database.db.selectFrom('mail').selectAll().where('recipient', '=', to).executeTakeFirst()

  it('is tried again when it may pass, and given up with its answer when it will not', async () => {
    await gate.person('kiire@example.fi')
    gate.mail.refuseWith({ code: 451, text: 'come later' })
    await post('/sign-in/link', { email: 'kiire@example.fi' })
    await expect.poll(async () => (await state('kiire@example.fi'))?.attempts, { timeout: 10_000 }).toBe(1)
    expect(await state('kiire@example.fi')).toMatchObject({
      state: 'waiting',
      error: expect.stringContaining('451'),
    })
    gate.mail.refuseWith(undefined)
    await gate.mail.next('kiire@example.fi')
    await expect.poll(async () => (await state('kiire@example.fi'))?.state).toBe('sent')

    await gate.person('kielletty@example.fi')
    gate.mail.refuseWith({ code: 550, text: 'no such box' })
    await post('/sign-in/link', { email: 'kielletty@example.fi' })
    await expect
      .poll(async () => (await state('kielletty@example.fi'))?.state, { timeout: 10_000 })
      .toBe('failed')
    expect((await state('kielletty@example.fi'))!.error).toContain('no such box')
    gate.mail.refuseWith(undefined)
  })
})

describe.each([
  { language: 'fi', prefix: '', script: true },
  { language: 'en', prefix: '/en', script: false },
] as const)('at an identity provider, in $language, script $script', ({ language, prefix, script }) => {
  const t = text[language]
  const go = async (name: string, email: string) => {
    const page = await gate.open(`${prefix}/sign-in?to=/projects`, { script })
    await page.getByRole('link', { name: t.withProvider(name) }).click()
    await page.locator('input[name=login]').fill(email)
    await page.locator('input[name=password]').fill('any')
    await page.locator('button[type=submit]').click()
    await page.locator('button[type=submit]').click() // consent
    await page.waitForURL(`${gate.product.url}/**`)
    return page
  }

  it('somebody known by a verified address is in, and stays known when the address here changes', async () => {
    const email = `tuttu-${language}@example.fi`
    const id = await gate.person(email, { name: 'Tuttu Tyyppi' })
    const page = await go('Kaupunki', email)
    await page.waitForURL(`**${prefix}/projects`)
    expect(await page.locator('.account').textContent()).toContain('Tuttu Tyyppi')
    await page.context().close()
    await gate.database.db
      .updateTable('person')
      .set({ email: `uusi-${email}` })
      .where('id', '=', id)
      .execute()
    const again = await go('Kaupunki', email)
    expect(await again.locator('.account').textContent()).toContain('Tuttu Tyyppi')
    await again.context().close()
  })

  it('somebody unknown, or with an address that is not verified, is refused with the next step', async () => {
    await gate.person(`unverified-${language}@example.fi`)
    for (const email of [`vieras-${language}@example.fi`, `unverified-${language}@example.fi`]) {
      const page = await go('Kaupunki', email)
      expect(await page.locator('main').textContent()).toContain(t.providerUnknown('Kaupunki'))
      expect(await page.locator('.account').count()).toBe(0)
      await expectGood(page)
      await page.context().close()
    }
  })

  it('a provider that may enrol makes somebody without offices', async () => {
    const page = await go('Avoin', `tulokas-${language}@example.fi`)
    expect(await page.locator('.account').textContent()).toContain(`Nimi tulokas-${language}`)
    await page.context().close()
  })

  it('an answer that nobody here asked for is refused', async () => {
    const page = await gate.open('/sign-in/provider/1/callback?code=x&state=y', { script })
    expect(await page.locator('main').textContent()).toContain(text.fi.providerFailed('Kaupunki'))
    await page.context().close()
  })
})
