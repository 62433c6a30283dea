import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/db.ts'
import { text } from '../../src/modules/administration/text.ts'
import { text as auditWords } from '../../src/modules/audit/text.ts'
import { text as privacyWords } from '../../src/modules/privacy/text.ts'
import { expectGood, openRegion, type Region } from './region.ts'

const list = `Hankkeen koodi;Hankkeen nimi;Toteuttaja;Alkaa;Päättyy;Myönnetty tuki €
A1;Kutomon kehittäminen;Kutomo Oy;1.2.2015;31.12.2016;1000
`
let region: Region
let state: string
let organisation: string

beforeAll(async () => {
  region = await openRegion({ bare: true, lists: { 'lista.csv': list } })
  const page = await region.open('/')
  await region.signIn(page)
  state = join(region.product.dataFolder, 'session.json')
  await page.context().storageState({ path: state })
  await page.context().close()
  const { rows } = await execute(region.database.db, `select id from organisation where name = 'Kutomo Oy'`)
  organisation = String(rows[0]!.id)
})
afterAll(() => region.stop())

/** With TALKOOT_SHOTS the stops of the journey are kept as pictures, for eyes. */
async function stop(page: Page, name: string): Promise<void> {
  await expectGood(page)
  const folder = process.env.TALKOOT_SHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

it('a visitor is told that the administration is for administrators', async () => {
  const page = await region.open('/administration')
  expect(await page.locator('main').textContent()).not.toContain('PostgreSQL')
  await expectGood(page)
  for (const path of [
    '/administration/users',
    '/administration/mails',
    '/administration/audit',
    '/account/data',
  ]) {
    const answer = await page.goto(region.product.url + path)
    expect(answer!.status(), path).toBe(403)
  }
  await page.context().close()
})

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280, dark: false },
  { language: 'sv', prefix: '/sv', script: false, width: 390, dark: true },
] as const)(
  'an administrator in $language, $width px, script $script',
  ({ language, prefix, script, width, dark }) => {
    const t = text[language]
    const a = auditWords[language]
    const p = privacyWords[language]
    let page: Page
    beforeAll(async () => {
      page = await region.open(`${prefix}/administration`, {
        script,
        viewport: { width, height: 900 },
        storageState: state,
        colorScheme: dark ? 'dark' : 'light',
      })
    })
    afterAll(() => page.context().close())
    const goTo = (path: string) => page.goto(region.product.url + prefix + path)
    const said = async () => (await page.locator('main').textContent())!.replaceAll('\u00a0', ' ')
    const press = (name: string) => page.getByRole('button', { name }).first().click()

    it('sees the health, the jobs and the room that things take', async () => {
      expect(await said()).toContain('PostgreSQL')
      await stop(page, `health-${language}`)
      await goTo('/administration/jobs')
      expect(await said()).toContain('sources.read-import')
      await stop(page, `jobs-${language}`)
      await page.locator('main table a').first().click()
      await stop(page, `job-${language}`)
      await goTo('/administration/storage')
      expect(await said()).toContain('audit_entry')
      await stop(page, `storage-${language}`)
      await goTo('/administration/mails')
      expect(await said()).toContain(t.noServer)
      await stop(page, `mails-${language}`)
    })

    it('brings users in from a file, and closes and opens an account', async () => {
      await goTo('/administration/users/import')
      const csv = `nimi;sähköposti;tehtävä\nMaija ${language};maija-${language}@example.org;jäsen\nVirhe;virhe;jäsen\n`
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'vaki.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
      await press(t.look)
      expect(await said()).toContain(t.verdicts['no-email'])
      await stop(page, `import-${language}`)
      await press(t.make(1))
      expect(await said()).toContain(t.made(1))
      await goTo(`/administration/users?q=maija-${language}`)
      await stop(page, `users-${language}`)
      await page.getByRole('link', { name: `Maija ${language}` }).click()
      await press(t.close)
      expect(await said()).toContain(t.accountClosed)
      await stop(page, `user-${language}`)
      await press(t.reopen)
      expect(await said()).toContain(t.accountOpen)
      await page.getByRole('link', { name: t.history }).click()
      expect(await said()).toContain(a.historyLead)
      await stop(page, `history-${language}`)
    })

    it('finds in the audit who did what, and takes it out', async () => {
      await goTo('/administration/audit')
      await stop(page, `audit-${language}`)
      await page.locator('#f-kind').selectOption('person')
      await press(a.search)
      expect(await said()).toContain(`Maija ${language}`)
      await stop(page, `audit-found-${language}`)
      const [file] = await Promise.all([page.waitForEvent('download'), press('CSV')])
      expect(file.suggestedFilename()).toMatch(/\.csv$/)
      await goTo('/administration/audit?action=audit.export')
      expect(await page.locator('.audit-entry').count()).toBeGreaterThan(0)
      await goTo('/administration/audit?from=31.2.2026')
      expect(await said()).toContain(a.badDay)
      await expectGood(page)
    })

    it('keeps contacts, which nobody finds by searching', async () => {
      await goTo(`/organisations/${organisation}/contacts`)
      await page.locator('#f-name').fill('')
      await press(p.save)
      await page.locator('main', { hasText: p.noName }).waitFor()
      await page.locator('#f-name').fill(`Zacharias Unikki ${language}`)
      await page.locator('#f-email').fill('zacharias@example.org')
      await page.locator('#f-published').check()
      await press(p.save)
      await page.locator('main', { hasText: `Zacharias Unikki ${language}` }).waitFor()
      await stop(page, `contacts-${language}`)
      const seen = async (path: string) => (await fetch(region.product.url + path)).text()
      const open = await fetch(`${region.product.url}${prefix}/organisations/${organisation}/contacts`)
      expect(await open.text()).toContain('zacharias@example.org')
      for (const path of [
        '/search?q=zacharias',
        '/api/search?q=zacharias',
        '/organisations/export.csv',
        '/organisations/export.json',
        '/projects/export.json',
        '/sitemap.xml',
        '/sitemap/pages.xml',
        '/sitemap/organisations-1.xml',
        '/feed.xml',
        `/api/organisations/${organisation}`,
      ])
        expect(
          (await seen(path)).replaceAll('q=zacharias', '').replace(/"words":"zacharias"/g, ''),
          path,
        ).not.toMatch(/Unikki|zacharias@/)
      expect(region.product.output()).not.toMatch(/Unikki|zacharias@/)
      await press(`${p.remove}`)
      expect(await said()).not.toContain('zacharias@example.org')
    })

    it('sets how long things are kept, sees what would go, and reads own data', async () => {
      await goTo('/administration/privacy')
      await stop(page, `privacy-${language}`)
      await page.locator('summary', { hasText: p.kinds.mail }).click()
      await page.locator('#f-mail-days').fill(language === 'fi' ? '400' : '500')
      await page
        .locator('form', { has: page.locator('#f-mail-days') })
        .getByRole('button', { name: p.save, exact: true })
        .click()
      await page.getByText(p.saved).waitFor()
      await goTo('/account/data')
      expect(await said()).toContain('office_holding')
      await stop(page, `own-${language}`)
      const [copy] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: p.takeCopy }).click(),
      ])
      expect(copy.suggestedFilename()).toBe('talkoot.json')
    })
  },
)
