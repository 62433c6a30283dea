import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/db.ts'
import { accountText } from '../../src/modules/people/account-text.ts'
import { watched } from '../../src/modules/people/rules.ts'
import { securityText } from '../../src/modules/people/security-text.ts'
import { text } from '../../src/modules/people/text.ts'
import { type Gate, openGate } from './gate.ts'
import { linkIn } from './mail-server.ts'
import { expectGood } from './region.ts'

let gate: Gate
beforeAll(async () => {
  gate = await openGate({ guarded: true })
})
afterAll(() => gate.stop())

const mainOf = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const shown = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
/** As if the person had signed in so many minutes ago. */
const age = (person: string, minutes: number) =>
  execute(gate.database.db, 'update session set created_at = $2 where person_id = $1', [
    person,
    new Date(Date.now() - minutes * 60_000),
  ])

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280 },
  { language: 'sv', prefix: '/sv', script: false, width: 390 },
] as const)('in $language, script $script, $width px', ({ language, prefix, script, width }) => {
  const t = accountText[language]
  const s = text[language]
  const open = (path: string) => gate.open(prefix + path, { script, viewport: { width, height: 800 } })

  it('a change of sign-in asks for a fresh one in place, and keeps what was typed', async () => {
    const email = `vanha-${language}@example.fi`
    const person = await gate.person(email, { name: 'Ville Vanha', offices: ['preparer'] })
    const page = await open('/sign-in')
    await gate.openLink(page, person, prefix)
    await page.waitForURL('**/workspace')
    await age(person, 11)
    await page.goto(`${gate.product.url}${prefix}/account`)
    await page.getByLabel(t.newEmail).fill(`uusi-${language}@example.fi`)
    await page.getByRole('button', { name: t.changeEmail }).click()
    await shown(page, s.againTitle)
    await expectGood(page)
    await page.getByLabel(s.email).fill(email)
    await page.getByRole('button', { name: s.sendLink }).click()
    await shown(page, s.sentTitle)
    // The link opens elsewhere in the same browser; the page that waits goes on.
    const other = await page.context().newPage()
    await other.goto(linkIn(await gate.mail.next(email)))
    await other.locator('main button[type=submit]').click()
    await other.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
    await page.getByRole('button', { name: s.repeat }).click()
    await page.getByText(t.emailSent(`uusi-${language}@example.fi`)).waitFor()
    expect(linkIn(await gate.mail.next(`uusi-${language}@example.fi`))).toContain('/account/email?token=')

    // A page that hands much out asks too, and is come back to.
    await age(person, 11)
    await page.goto(`${gate.product.url}${prefix}/account/data`)
    await shown(page, s.againTitle)
    await page.getByLabel(s.email).fill(email)
    await page.getByRole('button', { name: s.sendLink }).click()
    await shown(page, s.sentTitle)
    await page.goto(linkIn(await gate.mail.next(email)))
    await page.locator('main button[type=submit]').click()
    await page.waitForURL('**/account/data')
    expect(await mainOf(page)).toContain(email)
    const copy = () => page.request.get(`${gate.product.url}/account/data/copy`)
    expect((await copy()).status()).toBe(200)
    await age(person, 11)
    expect((await copy()).status()).toBe(403)
    await page.context().close()
  })

  it('an administrator without a second factor is led to set one up, and is in at once', async () => {
    const words = securityText[language]
    const email = `yllapito-${language}@example.fi`
    const person = await gate.person(email, { offices: ['administrator'], everywhere: true })
    const page = await open('/sign-in')
    await gate.openLink(page, person, prefix)
    await page.waitForURL('**/account')
    expect(await mainOf(page)).toContain(words.asleepNone)
    await expectGood(page)
    const answer = await page.goto(`${gate.product.url}${prefix}/administration`)
    expect(answer!.status()).toBe(403)
    await expectGood(page)
    await page.getByRole('link', { name: words.toAccount }).click()
    await page.getByRole('button', { name: t.codeStart }).click()
    await page.getByRole('img', { name: t.qr }).waitFor()
    const secret = (await page.locator('main code').textContent())!.replaceAll(' ', '')
    const code = new TOTP({ secret }).generate()
    await page.getByLabel(t.codeField).fill(code)
    await page.getByRole('button', { name: t.codeConfirm }).click()
    await shown(page, t.recovery)
    await page.goto(`${gate.product.url}${prefix}/administration/security`)
    await shown(page, words.title)
    expect(await page.getByLabel(words.need).isChecked()).toBe(true)
    await expectGood(page)

    // The code that was used is refused at the door, and its holder is told.
    await page.context().clearCookies()
    await gate.openLink(page, person, prefix)
    await page.getByLabel(s.code, { exact: true }).fill(code)
    await page.getByRole('button', { name: s.goOn }).click()
    await page.getByText(s.codeWrong).first().waitFor()
    const mails = [await gate.mail.next(email), await gate.mail.next(email)].map((m) => m.text)
    // Mails go out in their person's language.
    expect(mails.join('\n')).toContain('jo käytetty')
    await page.context().close()
  })
})

it('many refusals of one source are told to the administrators, once', async () => {
  const email = 'vahti@example.fi'
  const person = await gate.person(email, { name: 'Vahti', offices: ['administrator'], everywhere: true })
  const refused = () =>
    fetch(`${gate.product.url}/sign-in`, {
      method: 'POST',
      headers: { origin: gate.product.url },
      body: new URLSearchParams({ token: 'x'.repeat(43) }),
    })
  for (let i = 0; i < watched['sign-in'].burst + 5; i++) expect((await refused()).status).toBe(409)
  const { db } = gate.database
  const told = async (subject: string) =>
    (await db.selectFrom('mail').selectAll().where('person_id', '=', person).execute()).filter((m) =>
      m.body.includes(subject),
    )
  expect(await told('kirjautumisyritystä')).toHaveLength(1)

  const nosy = await gate.person('nuuskija@example.fi', { name: 'Nuuskija Nieminen', offices: ['viewer'] })
  const page = await gate.open('/sign-in')
  await gate.signIn(page, nosy)
  for (let i = 0; i < watched.forbidden.burst + 5; i++) {
    expect((await page.request.get(`${gate.product.url}/api/imports`)).status()).toBe(403)
  }
  const mails = await told('Nuuskija Nieminen')
  expect(mails).toHaveLength(1)
  expect(mails[0]!.body).toContain(`/administration/users/${nosy}`)
  await page.context().close()
})
