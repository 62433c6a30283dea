import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountText } from '../../src/modules/people/account-text.ts'
import { text } from '../../src/modules/people/text.ts'
import { attachAuthenticator } from './authenticator.ts'
import { type Gate, openGate } from './gate.ts'
import { linkIn } from './mail-server.ts'
import { expectGood } from './region.ts'

let gate: Gate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate.stop())

const phone = { width: 390, height: 800 }

describe.each([
  { language: 'fi', prefix: '', script: true },
  { language: 'sv', prefix: '/sv', script: false },
] as const)('one-time codes in $language, script $script', ({ language, prefix, script }) => {
  const t = accountText[language]
  const s = text[language]
  const email = `koodi-${language}@example.fi`
  let secret = ''
  let person = ''
  let first = ''
  let recovery: string[] = []
  /** The code that the app shows so many periods from now. */
  const code = (periods: number) =>
    new TOTP({ secret }).generate({ timestamp: Date.now() + periods * 30_000 })
  const enter = async (page: Page, typed: string) => {
    await page.getByLabel(s.code, { exact: true }).fill(typed)
    await page.getByRole('button', { name: s.goOn }).click()
  }
  it('are switched on by scanning and giving one; the recovery codes are shown once', async () => {
    person = await gate.person(email, { name: 'Kodin Kone' })
    const page = await gate.open(`${prefix}/sign-in`, { script, viewport: phone })
    await gate.signIn(page, person)
    await page.goto(`${gate.product.url}${prefix}/account`)
    await expectGood(page)
    await page.getByRole('button', { name: t.codeStart }).click()
    await page.getByRole('img', { name: t.qr }).waitFor()
    await expectGood(page)
    secret = (await page.locator('main code').textContent())!.replaceAll(' ', '')
    await page.getByLabel(t.codeField).fill('000000')
    await page.getByRole('button', { name: t.codeConfirm }).click()
    expect(await page.locator('main').textContent()).toContain(t.codeWrong)
    first = code(-1)
    await page.getByLabel(t.codeField).fill(first)
    await page.getByRole('button', { name: t.codeConfirm }).click()
    await page.getByRole('heading', { name: t.recovery }).waitFor()
    recovery = await page.locator('.codes code').allTextContents()
    expect(new Set(recovery).size).toBe(10)
    await expectGood(page)
    await page.getByRole('link', { name: t.recoveryDone }).click()
    expect(await page.locator('main').textContent()).toContain(t.codeOn)
    expect(await page.locator('main').textContent()).not.toContain(recovery[0])
    await page.context().close()
    expect((await gate.mail.next(email)).html).toContain('<p>')
    const stored = await gate.database.db.selectFrom('one_time_code').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(secret)
    const hashes = await gate.database.db.selectFrom('recovery_code').selectAll().execute()
    expect(JSON.stringify(hashes)).not.toContain(recovery[0])
  })

  it('are asked after the link; a wrong, a used and a second-hand one let nobody in', async () => {
    const page = await gate.open(`${prefix}/sign-in`, { script, viewport: phone })
    const toCode = async () => {
      await page.goto(`${gate.product.url}${prefix}/sign-in`)
      await gate.openLink(page, person, prefix)
      await page.getByRole('heading', { name: s.codeTitle }).waitFor()
    }
    await toCode()
    await expectGood(page)
    // Nobody is in between the two.
    expect((await page.context().cookies()).filter((c) => c.name.includes('session'))).toEqual([])
    await enter(page, '123456')
    expect(await page.locator('main').textContent()).toContain(s.codeWrong)
    await expectGood(page)
    await enter(page, first) // used already, to switch codes on
    expect(await page.locator('main').textContent()).toContain(s.codeWrong)
    const now = code(0)
    await enter(page, now)
    await page.waitForURL(`**${prefix}/workspace`)
    await page.context().clearCookies()
    await toCode()
    await enter(page, now)
    expect(await page.locator('main').textContent()).toContain(s.codeWrong)
    await enter(page, recovery[0]!.toUpperCase().replaceAll('-', ' '))
    await page.waitForURL(`**${prefix}/workspace`)
    await page.context().clearCookies()
    await toCode()
    await enter(page, recovery[0]!)
    expect(await page.locator('main').textContent()).toContain(s.codeWrong)
    for (let i = 0; i < 6; i++) {
      if (!(await page.getByLabel(s.code, { exact: true }).count())) break
      await enter(page, `00000${i}`)
    }
    await page.getByRole('heading', { name: s.tooOften }).waitFor()
    await expectGood(page)
    await page.context().close()
  })
})

describe('a passkey', () => {
  it('is added, named, signs in without anything typed, and is removed', async () => {
    const t = accountText.en
    const person = await gate.person('avain@example.fi', { name: 'Aino Avain' })
    const page = await gate.open('/en/sign-in')
    await gate.signIn(page, person)
    const device = await attachAuthenticator(page)
    await page.goto(`${gate.product.url}/en/account`)
    await page.locator('form[data-passkey]').getByLabel(t.passkeyName).fill('Work phone')
    await page.getByRole('button', { name: t.addPasskey }).click()
    await page.getByText(t.passkeyAdded).waitFor()
    await page.getByText('Work phone', { exact: true }).first().waitFor()
    await expectGood(page)
    expect((await gate.mail.next('avain@example.fi')).text).toContain('Work phone')

    await page.context().clearCookies()
    await page.goto(`${gate.product.url}/en/sign-in?to=/regions`)
    await page.getByRole('button', { name: text.en.passkey }).click()
    await page.waitForURL('**/en/regions')
    expect(await page.locator('.account').textContent()).toContain('Aino Avain')
    const session = await gate.database.db
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', person)
      .where('way', '=', 'passkey')
      .executeTakeFirstOrThrow()
    expect(session.device).toContain('Chrome')

    await page.goto(`${gate.product.url}/en/account`)
    await page.getByRole('button', { name: t.removeNamed('Work phone') }).click()
    await page.getByText(t.noPasskeys).waitFor()
    await page.context().clearCookies()
    await page.goto(`${gate.product.url}/en/sign-in`)
    await page.getByRole('button', { name: text.en.passkey }).click()
    await page.getByText(text.en.passkeyRefused).waitFor()
    await expectGood(page)
    // A device that has no passkey: nothing happens, and it is said beside the button.
    await device.clear()
    await page.getByRole('button', { name: text.en.passkey }).click()
    await page.getByText(text.en.passkeyStopped).waitFor()
    await expectGood(page)
    await page.context().close()
  })

  it('an answer to a challenge that was not given here is refused', async () => {
    const response = await fetch(`${gate.product.url}/sign-in/passkey`, {
      method: 'POST',
      headers: { origin: gate.product.url },
      body: new URLSearchParams({ answer: JSON.stringify({ id: 'x', response: {} }) }),
    })
    expect(response.status).toBe(422)
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

describe.each([
  { language: 'fi', prefix: '', script: true },
  { language: 'sv', prefix: '/sv', script: false },
] as const)('the own account in $language, script $script', ({ language, prefix, script }) => {
  const t = accountText[language]
  const s = text[language]
  const email = `oma-${language}@example.fi`

  it('lists sessions and ends them', async () => {
    const person = await gate.person(email, { name: 'Oma Tili', offices: ['preparer'] })
    const here = await gate.open(`${prefix}/sign-in`, { script, viewport: phone })
    const there = await gate.open(`${prefix}/sign-in`, { script })
    await gate.signIn(here, person)
    await gate.signIn(there, person)
    await here.goto(`${gate.product.url}${prefix}/account`)
    expect(await here.getByText(t.thisSession).count()).toBe(1)
    await expectGood(here)
    await here.getByRole('button', { name: t.endNamed('') }).click()
    await here.getByText(t.ended).waitFor()
    await there.goto(`${gate.product.url}${prefix}/account`)
    expect(await there.locator('.account').count()).toBe(0)
    // Who signs in again gets another session; the one before works no longer.
    const [before] = await here.context().cookies()
    await gate.signIn(here, person)
    const [after] = await here.context().cookies()
    expect(after!.value).not.toBe(before!.value)
    const old = await fetch(`${gate.product.url}/account`, {
      headers: { cookie: `${before!.name}=${before!.value}` },
    })
    expect(old.status).toBe(403)
    await here.context().close()
    await there.context().close()
  })

  it('changes the address only when the new one has answered', async () => {
    const fresh = `vaihto-${language}@example.fi`
    const person = await gate.person(`vanha-${language}@example.fi`, { name: 'Vaihto' })
    const page = await gate.open(`${prefix}/sign-in`, { script })
    await gate.signIn(page, person)
    await page.goto(`${gate.product.url}${prefix}/account`)
    await page.getByLabel(t.newEmail).fill(fresh)
    await page.getByRole('button', { name: t.changeEmail }).click()
    await page.getByText(t.emailSent(fresh)).waitFor()
    const address = async () =>
      (
        await gate.database.db
          .selectFrom('person')
          .select('email')
          .where('id', '=', person)
          .executeTakeFirstOrThrow()
      ).email
    expect(await address()).toBe(`vanha-${language}@example.fi`)
    await page.goto(linkIn(await gate.mail.next(fresh)))
    await expectGood(page)
    expect(await address()).toBe(`vanha-${language}@example.fi`)
    await page.getByRole('button', { name: t.emailConfirm }).click()
    await page.getByText(t.emailChanged(fresh)).waitFor()
    expect(await address()).toBe(fresh)
    expect((await gate.mail.next(`vanha-${language}@example.fi`)).text).toContain(fresh)
    await page.context().close()
  })

  it('keeps what was typed when the session has ended, and sends it after signing in again', async () => {
    const person = await gate.person(`istunto-${language}@example.fi`, { name: 'Entinen Nimi' })
    const page = await gate.open(`${prefix}/sign-in`, { script, viewport: phone })
    await gate.signIn(page, person)
    await page.goto(`${gate.product.url}${prefix}/account`)
    const typed = `Uusi "Nimi" & <b>ä</b>`
    await page.getByLabel(t.name, { exact: true }).fill(typed)
    // Half a day passes.
    await gate.database.db
      .updateTable('session')
      .set({ seen_at: new Date(Date.now() - 13 * 3_600_000) })
      .where('person_id', '=', person)
      .execute()
    await page.getByRole('button', { name: t.save }).first().click()
    await page.getByRole('heading', { name: s.expiredTitle }).waitFor()
    await expectGood(page)
    await page.getByLabel(s.email).fill(`istunto-${language}@example.fi`)
    await page.getByRole('button', { name: s.sendLink }).click()
    await page.getByRole('heading', { name: s.sentTitle }).waitFor()
    // The link is opened in another tab of the same browser; this one waits.
    const tab = await page.context().newPage()
    await tab.goto(linkIn(await gate.mail.next(`istunto-${language}@example.fi`)))
    await tab.locator('main button[type=submit]').click()
    await tab.waitForURL((url) => !url.search.includes('token'))
    await page.getByRole('button', { name: s.repeat }).click()
    await page.getByText(t.saved).waitFor()
    expect(await page.getByLabel(t.name, { exact: true }).inputValue()).toBe(typed)
    await page.context().close()
  })
})

it('a form too large to carry is said so; files are told to be chosen again', async () => {
  const send = async (body: BodyInit) =>
    (
      await fetch(`${gate.product.url}/en/account`, {
        method: 'POST',
        headers: { origin: gate.product.url },
        body,
      })
    ).text()
  expect(await send(new URLSearchParams({ name: 'x'.repeat(600_000), language: 'en' }))).toContain(
    'too large to keep',
  )
  const form = new FormData()
  form.set('name', 'Nimi')
  form.set('file', new Blob(['abc']), 'a.txt')
  const html = await send(form)
  expect(html).toContain(text.en.repeatFiles)
  expect(html).toContain('name="name" value="Nimi"')
})
