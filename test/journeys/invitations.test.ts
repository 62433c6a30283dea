import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountText } from '../../src/modules/people/account-text.ts'
import { invitationText } from '../../src/modules/people/invitation-text.ts'
import { officeNames } from '../../src/modules/people/office-text.ts'
import { text } from '../../src/modules/people/text.ts'
import { type Gate, openGate } from './gate.ts'
import { linkIn } from './mail-server.ts'
import { expectGood } from './region.ts'

let gate: Gate
beforeAll(async () => {
  gate = await openGate()
  const { db } = gate.database
  const at = new Date()
  const row = { kind: 'company', personal: false, created_at: at, lexemes: '' }
  const id = '01900000-0000-7000-8000-000000000001'
  await db
    .insertInto('organisation')
    .values({ id, canonical_id: id, name: 'Esimerkki Oy', ...row })
    .execute()
})
afterAll(() => gate.stop())

const offices = (email: string) =>
  gate.database.db
    .selectFrom('office_holding as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .leftJoin('ecosystem as e', 'e.id', 'h.ecosystem_id')
    .select(['h.office', 'e.key', 'p.name'])
    .where('p.email', '=', email)
    .orderBy('h.id')
    .execute()

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280 },
  { language: 'sv', prefix: '/sv', script: false, width: 390 },
] as const)(
  'a coordinator in $language, script $script, $width px',
  ({ language, prefix, script, width }) => {
    const t = invitationText[language]
    const coordinator = `kutsuja-${language}@example.fi`
    const newcomer = `uusi-${language}@example.fi`
    let page: Page
    beforeAll(async () => {
      const person = await gate.person(coordinator, { name: 'Kutsuja Kunnas', offices: ['coordinator'] })
      page = await gate.open(`${prefix}/sign-in`, { script, viewport: { width, height: 800 } })
      await gate.signIn(page, person)
    })
    afterAll(() => page.context().close())

    const fill = async (office: string) => {
      await page.goto(`${gate.product.url}${prefix}/members/invitations/new`)
      await page.getByLabel(t.office, { exact: true }).selectOption({ label: office })
      const places = await page.getByLabel(t.place, { exact: true }).locator('option').allTextContents()
      expect(places.filter((p) => p !== t.choose)).toHaveLength(1)
      await page.getByLabel(t.place, { exact: true }).selectOption({ index: 1 })
    }

    it('invites by mail; the invited one comes, holds the office and belongs to the organisation', async () => {
      await page.goto(`${gate.product.url}${prefix}/members/invitations`)
      await expectGood(page)
      await page.getByRole('link', { name: t.new }).click()
      await expectGood(page)
      // What is missing is said at once, and what was typed stays.
      await page.getByLabel(t.name).fill('Uusi Ihminen')
      await page.getByRole('button', { name: t.send }).click()
      await page.locator('main').getByText(t.officeMissing).first().waitFor()
      expect(await page.getByLabel(t.name).inputValue()).toBe('Uusi Ihminen')
      await expectGood(page)

      await fill(officeNames[language].preparer)
      const office = page.getByLabel(t.office, { exact: true })
      expect(await office.locator('option').allTextContents()).not.toContain(
        officeNames[language].administrator,
      )
      await page.getByLabel(t.email, { exact: true }).fill(newcomer)
      await page.getByLabel(t.name).fill('Uusi Ihminen')
      await page.getByLabel(t.organisation).fill('Olematon Oy')
      await page.getByRole('button', { name: t.send }).click()
      await page.locator('main').getByText(t.organisationUnknown).first().waitFor()
      await page.getByLabel(t.organisation).fill('esimerkki oy')
      await page.getByRole('button', { name: t.send }).click()
      await page.getByText(t.sent).waitFor()
      expect(await page.locator('main').textContent()).toContain(newcomer)
      await expectGood(page)

      const link = linkIn(await gate.mail.next(newcomer))
      for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200)
      const theirs = await gate.open(link.slice(gate.product.url.length), {
        script,
        viewport: { width, height: 800 },
      })
      await expectGood(theirs)
      expect(await theirs.locator('main').textContent()).toContain('Kutsuja Kunnas')
      expect(await theirs.getByLabel(t.yourName).inputValue()).toBe('Uusi Ihminen')
      await theirs.getByRole('button', { name: t.accept }).click()
      await theirs.waitForURL(`**${prefix}/account`)
      expect(await theirs.locator('main').textContent()).toContain(officeNames[language].preparer)
      expect(await offices(newcomer)).toEqual([{ office: 'preparer', key: 'hev', name: 'Uusi Ihminen' }])
      const belongs = await gate.database.db
        .selectFrom('person_organisation')
        .innerJoin('person', 'person.id', 'person_id')
        .select('organisation_id')
        .where('email', '=', newcomer)
        .execute()
      expect(belongs).toHaveLength(1)
      // The link has done its work: it signs nobody in.
      await theirs.context().clearCookies()
      await theirs.goto(link)
      expect(await theirs.locator('main').textContent()).toContain(t.gone)
      await theirs.context().close()
    })

    it('hands a link and QR code over; who comes with it shows whose address they give', async () => {
      await fill(officeNames[language].member)
      await page.getByLabel(t.byLink).check()
      await page.getByLabel(t.places).fill('2')
      await page.getByRole('button', { name: t.send }).click()
      await page.getByRole('img', { name: t.qr }).waitFor()
      await expectGood(page)
      const address = (await page.locator('main code').textContent())!
      for (const email of [`linkilla-${language}@example.fi`, newcomer]) {
        const theirs = await gate.open(address.slice(gate.product.url.length), {
          script,
          viewport: { width, height: 800 },
        })
        await theirs.getByLabel(t.yourName).fill('Toinen Tulija')
        await theirs.getByLabel(t.yourEmail).fill(email)
        await theirs.getByRole('button', { name: t.accept }).click()
        await theirs.getByText(text[language].sentInvited(email)).waitFor()
        await expectGood(theirs)
        expect(await theirs.locator('.account').count()).toBe(0)
        await theirs.goto(linkIn(await gate.mail.next(email)))
        await expectGood(theirs)
        await theirs.getByRole('button', { name: t.confirmTitle }).click()
        await theirs.waitForURL(`**${prefix}/account`)
        await theirs.context().close()
      }
      // One person may hold several offices; a name that is known is not overwritten.
      expect(await offices(newcomer)).toEqual([
        { office: 'preparer', key: 'hev', name: 'Uusi Ihminen' },
        { office: 'member', key: 'hev', name: 'Uusi Ihminen' },
      ])
      const full = await gate.open(address.slice(gate.product.url.length), { script })
      expect(await full.locator('main').textContent()).toContain(t.gone)
      await full.context().close()
    })

    it('accepts for oneself when signed in; sends again; takes back', async () => {
      const invited = `perutaan-${language}@example.fi`
      await fill(officeNames[language].assessor)
      await page.getByLabel(t.email, { exact: true }).fill(invited)
      await page.getByRole('button', { name: t.send }).click()
      await page.getByText(t.sent).waitFor()
      const first = linkIn(await gate.mail.next(invited))
      await page.getByRole('button', { name: t.resendTo(invited) }).click()
      await page.getByText(t.resent).waitFor()
      const second = linkIn(await gate.mail.next(invited))
      const theirs = await gate.open(first.slice(gate.product.url.length), { script })
      expect(await theirs.locator('main').textContent()).toContain(t.gone)
      // Who is signed in takes the office on, with the account there is.
      const other = await gate.person(`oma-tili-${language}@example.fi`, { name: 'Oma Tili' })
      await gate.signIn(theirs, other)
      await theirs.goto(second)
      await theirs.getByRole('button', { name: t.acceptAs('Oma Tili') }).click()
      await theirs.waitForURL(`**${prefix}/account`)
      expect(await offices(`oma-tili-${language}@example.fi`)).toEqual([
        { office: 'assessor', key: 'hev', name: 'Oma Tili' },
      ])
      await theirs.context().close()

      await fill(officeNames[language].viewer)
      await page.getByLabel(t.email, { exact: true }).fill(invited)
      await page.getByRole('button', { name: t.send }).click()
      const third = linkIn(await gate.mail.next(invited))
      await page.getByRole('button', { name: t.revokeOf(invited) }).click()
      await page.getByText(t.revoked).waitFor()
      await page.goto(`${gate.product.url}${prefix}/members/invitations?state=all`)
      expect(await page.locator('main').textContent()).toContain(t.states.revoked)
      await expectGood(page)
      const late = await gate.open(third.slice(gate.product.url.length), { script })
      expect(await late.locator('main').textContent()).toContain(t.gone)
      await late.context().close()
    })
  },
)

describe('who may not', () => {
  const post = async (page: Page, path: string, body: object) =>
    page.evaluate(
      ([path, body]) =>
        fetch(path as string, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }).then((r) => r.status),
      [path, body] as const,
    )

  it('invites: a coordinator elsewhere, to everywhere or an administrator; other offices at all', async () => {
    const [hev, sixnet] = [await gate.ecosystem('hev'), await gate.ecosystem('sixnet')]
    const asked = (office: string, ecosystem: string | null) => ({
      office,
      ecosystem,
      language: 'fi',
      email: 'x@example.fi',
    })
    const page = await gate.open('/sign-in')
    await gate.signIn(page, await gate.person('koord@example.fi', { offices: ['coordinator'] }))
    expect(await post(page, '/api/invitations', asked('viewer', hev))).toBe(200)
    expect(await post(page, '/api/invitations', asked('viewer', sixnet))).toBe(403)
    expect(await post(page, '/api/invitations', asked('viewer', null))).toBe(403)
    expect(await post(page, '/api/invitations', asked('administrator', hev))).toBe(403)
    await page.context().clearCookies()
    await gate.signIn(
      page,
      await gate.person('valm@example.fi', { offices: ['preparer', 'assessor', 'member'] }),
    )
    expect(await post(page, '/api/invitations', asked('viewer', hev))).toBe(403)
    await page.context().clearCookies()
    await gate.signIn(
      page,
      await gate.person('yll@example.fi', { offices: ['administrator'], everywhere: true }),
    )
    expect(await post(page, '/api/invitations', asked('administrator', null))).toBe(200)

    // The mails wait for the administrator alone, without the secrets in them.
    const mails = await page.evaluate(() => fetch('/api/mails?limit=5').then((r) => r.text()))
    expect(mails).toContain('"serverSet":true')
    await page.context().clearCookies()
    expect(await page.evaluate(() => fetch('/api/mails').then((r) => r.status))).toBe(403)
    await page.context().close()
  })

  it('reaches no account: a link in the hand of another leads to the mail of its owner', async () => {
    const victim = await gate.person('uhri@example.fi', { offices: ['administrator'], everywhere: true })
    const page = await gate.open('/sign-in')
    await gate.signIn(page, await gate.person('juoni@example.fi', { offices: ['coordinator'] }))
    const hev = await gate.ecosystem('hev')
    const id = await page.evaluate(
      (ecosystem) =>
        fetch('/api/invitations', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ office: 'viewer', ecosystem, language: 'fi', email: 'uhri@example.fi' }),
        }).then(async (r) => ((await r.json()) as { id: string }).id),
      hev,
    )
    const shown = await page.evaluate((id) => fetch(`/api/invitations/${id}`).then((r) => r.json()), id)
    expect(shown).toMatchObject({ email: 'uhri@example.fi', address: null })
    expect(victim).toBeTruthy()
    await page.context().close()
  })
})

it('says on the account what is held', async () => {
  const page = await gate.open('/sign-in')
  await gate.signIn(page, await gate.person('lukija@example.fi', { offices: ['viewer'], everywhere: true }))
  await page.goto(`${gate.product.url}/en/account`)
  expect(await page.locator('main').textContent()).toContain(`Viewer, ${accountText.en.everywhere}`)
  await page.context().close()
})
