import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { text as calendar } from '../../src/modules/calendar/text.ts'
import { text as discussion } from '../../src/modules/discussion/text.ts'
import { text as drafts } from '../../src/modules/drafts/text.ts'
import { settingsText } from '../../src/modules/ecosystems/settings-text.ts'
import { newInvitation } from '../../src/modules/members/index.ts'
import { invitationText } from '../../src/modules/people/invitation-text.ts'
import { officeNames } from '../../src/modules/people/office-text.ts'
import { columnsText } from '../../src/modules/sources/columns-text.ts'
import { fieldLabel } from '../../src/modules/sources/field-text.ts'
import { pageText } from '../../src/modules/sources/page-text.ts'
import { text as talk } from '../../src/modules/talk/text.ts'
import { expectGood, openRegion, type Region } from './region.ts'
import { settle, type Talker } from './talkers.ts'

const list = 'Hankkeen koodi;Hankkeen nimi;Toteuttaja;Myönnetty tuki €\nT1;Vetykoe;Testi Oy;1000\n'
const phone = { width: 390, height: 800 }
let region: Region
let aino: Talker
let bengt: Talker

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true, lists: { 'oma.csv': list } })
  aino = await settle(region, { name: 'Aino Virtanen', office: 'coordinator', ecosystem: 'hev' })
  bengt = await settle(region, { name: 'Bengt Öst', office: 'coordinator', ecosystem: 'hev', language: 'sv' })
})
afterAll(() => region.stop())

const as = (who: Talker, path: string, options: Parameters<Region['open']>[1] = {}) =>
  region.open(path, { storageState: who.session, viewport: phone, ...options })
const go = (page: Page, path: string) => page.goto(region.product.url + path)
const saved = (page: Page) =>
  page
    .locator('.draft-said')
    .filter({ hasText: /^(Tallennettu|Sparat) \d/ })
    .first()
    .waitFor()
/** Closes a window but not its browser, which still sends what was typed last; then the browser too. */
async function closeWindow(page: Page, field: string, text: string): Promise<void> {
  await page.close()
  await vi.waitFor(
    async () => {
      const { rows } = await sql<{
        value: unknown
      }>`select value from draft_field where name = ${field}`.execute(region.database.db)
      expect(rows.map((r) => r.value)).toContain(text)
    },
    { timeout: 10_000 },
  )
  await page.context().close()
}
const open = async () => {
  const { rows } = await sql<{
    kind: string
  }>`select kind from draft where state = 'open' order by kind`.execute(region.database.db)
  return rows.map((r) => r.kind)
}
/** The questions that a page's draft forms ask of the server. */
const asked = (page: Page) => {
  const paths: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/drafts')) paths.push(pathname)
  })
  return paths
}

describe('a comment', () => {
  it('half written when the window dies goes on at another device, in another language', async () => {
    const desk = await as(aino, '/ecosystems/hev', { viewport: { width: 1280, height: 900 } })
    const requests = asked(desk)
    await desk.reload()
    await desk.locator('html.islands').waitFor()
    await desk.waitForTimeout(500)
    expect(requests).toEqual([])
    const area = desk.locator('#f-text-new')
    await area.pressSequentially('Mitä jos ')
    await saved(desk)
    await expectGood(desk)
    await area.pressSequentially('kysyttäisiin kaupungilta')
    await closeWindow(desk, 'text', 'Mitä jos kysyttäisiin kaupungilta')

    const other = await as(aino, '/sv/workspace')
    await expectGood(other)
    await other.getByRole('link', { name: drafts.sv.unfinished(talk.sv.comment) }).click()
    await other.waitForURL('**/sv/ecosystems/hev#f-text-new')
    const there = other.locator('#f-text-new')
    expect(await there.inputValue()).toBe('Mitä jos kysyttäisiin kaupungilta')
    await expectGood(other)
    await there.press('End')
    await there.pressSequentially('?')
    await other.getByRole('button', { name: talk.sv.send, exact: true }).click()
    await other.waitForURL(/#comment-/)
    expect(await other.locator('.comment .said').textContent()).toBe('Mitä jos kysyttäisiin kaupungilta?')
    expect(await other.locator('#f-text-new').inputValue()).toBe('')
    expect(await open()).toEqual([])
    await other.context().close()
  })

  it('is answered and changed in the same way: what was begun stands open', async () => {
    const page = await as(aino, '/ecosystems/hev')
    await page.locator('.answer summary').click()
    await page.getByLabel(talk.fi.answerTo('Aino Virtanen')).fill('Kysyn minä.')
    await page.locator('.deeds details').getByText(talk.fi.edit, { exact: true }).click()
    await page.locator('.deeds textarea').fill('Mitä jos kysyttäisiin kunnalta?')
    await vi.waitFor(async () => expect(await open()).toEqual(['comment.answer', 'comment.edit']))
    await page.close()
    const again = await page.context().newPage()
    await go(again, '/drafts')
    expect(await again.locator('main table a').count()).toBe(2)
    await expectGood(again)
    await again.getByRole('link', { name: talk.fi.anAnswer }).click()
    await again.waitForURL(/#f-text-/)
    expect(await again.getByLabel(talk.fi.answerTo('Aino Virtanen')).inputValue()).toBe('Kysyn minä.')
    expect(await again.locator('.deeds textarea').inputValue()).toBe('Mitä jos kysyttäisiin kunnalta?')
    await expectGood(again)
    await again.locator('details.answer').getByRole('button', { name: talk.fi.answer, exact: true }).click()
    await again.locator('.replies .comment').waitFor()
    expect(await open()).toEqual(['comment.edit'])
    await again.locator('.thread > .comment').getByRole('button', { name: talk.fi.save, exact: true }).click()
    await again.getByText(talk.fi.edited).waitFor()
    expect(await open()).toEqual([])
    await again.context().close()
  })

  it('refused comes back with what was typed; without script it is saved by a button', async () => {
    const page = await as(bengt, '/sv/projects/T1', { script: false })
    const form = page.locator('draft-form')
    await form.getByRole('button', { name: talk.sv.send, exact: true }).click()
    expect(await page.locator('.errors li').count()).toBe(1)
    await expectGood(page)
    await page.locator('#f-text-new').fill('Halv mening')
    await page.getByRole('button', { name: drafts.sv.save }).click()
    await page.waitForURL(/\/sv\/projects\/.*#f-text-new/)
    expect(await page.locator('#f-text-new').inputValue()).toBe('Halv mening')
    expect(await page.locator('.draft-said').textContent()).toMatch(/^Utkastet sparades/)
    await expectGood(page)
    await page.getByRole('link', { name: drafts.sv.history }).click()
    expect(await page.locator('.draft-history h2').first().textContent()).toContain(talk.sv.comment)
    await expectGood(page)
    await page.goBack()
    await page.getByRole('button', { name: drafts.sv.discard }).click()
    expect(await open()).toEqual([])
    await page.context().close()
  })
})

describe('a topic without script', () => {
  it.each(['fi', 'sv'] as const)('is saved, refused, corrected and opened (%s)', async (language) => {
    const t = discussion[language]
    const prefix = language === 'fi' ? '' : '/sv'
    const page = await as(bengt, `${prefix}/ecosystems/hev/discussion/new`, { script: false })
    await page.getByLabel(t.textField).fill('Ensin teksti.\nOtsikko puuttuu.')
    await page.getByText(t.shares.network, { exact: true }).click()
    await page.getByRole('button', { name: drafts[language].save }).click()
    expect(await page.locator('.draft-said').textContent()).not.toBe('')
    await go(page, `${prefix}/workspace`)
    await page.getByRole('link', { name: drafts[language].unfinished(t.newTopic) }).click()
    expect(await page.getByLabel(t.textField).inputValue()).toBe('Ensin teksti.\nOtsikko puuttuu.')
    expect(await page.getByLabel(t.shares.network).isChecked()).toBe(true)
    await expectGood(page)
    await page.getByRole('button', { name: t.send, exact: true }).click()
    expect(await page.locator('.errors li').count()).toBe(1)
    expect(await page.getByLabel(t.textField).inputValue()).toBe('Ensin teksti.\nOtsikko puuttuu.')
    await expectGood(page)
    await page.getByLabel(t.titleField).fill('Otsikko')
    await page.getByRole('button', { name: t.send, exact: true }).click()
    await page.waitForURL(/discussion\/[0-9a-f-]{36}$/)
    expect(await open()).toEqual([])
    await page.context().close()
  })
})

describe('an event', () => {
  it('whose writer’s session ends in the middle is kept, saved after the next sign-in, and told in words', async () => {
    const t = calendar.fi
    const page = await as(aino, '/ecosystems/hev/calendar/new')
    await page.locator('draft-form[data-ready]').waitFor()
    await page.getByLabel(t.fields.title).fill('Vuosikokous')
    await page.getByText(t.kinds.deadline, { exact: true }).click()
    await saved(page)
    const hold = (id: string) =>
      sql`update session set expires_at = now() - interval '1 day' where person_id = ${id}`.execute(
        region.database.db,
      )
    await hold(aino.id)
    await page.getByLabel(t.fields.place).fill('Kaupungintalo')
    await page.getByRole('link', { name: drafts.fi.island.signIn }).waitFor()
    await expectGood(page)
    await page.getByRole('button', { name: t.save, exact: true }).click()
    await page.getByText(drafts.fi.island.notSent).waitFor()
    expect(await page.getByLabel(t.fields.place).inputValue()).toBe('Kaupungintalo')
    await sql`update session set expires_at = now() + interval '1 hour' where person_id = ${aino.id}`.execute(
      region.database.db,
    )
    await saved(page)
    await page.reload()
    expect(await page.getByLabel(t.fields.place).inputValue()).toBe('Kaupungintalo')
    await page.getByRole('link', { name: drafts.fi.history }).click()
    const history = page.locator('.draft-history')
    await history.waitFor()
    expect(await history.locator('h2').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining(t.fields.place)]),
    )
    expect(await history.textContent()).toContain(t.kinds.deadline)
    await expectGood(page)
    await page.goBack()
    await page.locator('draft-form[data-ready]').waitFor()
    await page.getByLabel(t.fields.startDay).fill('5.3.2027')
    await page.getByRole('button', { name: t.save, exact: true }).click()
    await page.waitForURL(/calendar\/[0-9a-f-]{36}$/)
    expect(await page.locator('.facts').textContent()).toContain('Kaupungintalo')
    expect(await open()).toEqual([])
    await page.context().close()
  })
})

describe('the settings', () => {
  it('are changed by two at once: each sees the other, and nothing of either is lost', async () => {
    const t = settingsText
    const a = await as(aino, '/ecosystems/hev/settings')
    const b = await as(bengt, '/sv/ecosystems/hev/settings')
    for (const page of [a, b]) await page.locator('draft-form[data-ready]').waitFor()
    await a.locator('[name="contact.name"]').fill('Aino Virtanen')
    await b.locator('[name="contact.phone"]').fill('040 123')
    await b.getByText('Aino Virtanen').first().waitFor()
    await vi.waitFor(
      async () => expect(await b.locator('[name="contact.name"]').inputValue()).toBe('Aino Virtanen'),
      { timeout: 15_000 },
    )
    await vi.waitFor(
      async () => expect(await a.locator('[name="contact.phone"]').inputValue()).toBe('040 123'),
      { timeout: 15_000 },
    )
    await expectGood(a)
    await expectGood(b)
    await b.getByRole('button', { name: t.sv.save, exact: true }).click()
    await b.waitForURL(/saved/)
    const { rows } = await sql<{ contact: object }>`select contact from ecosystem where key = 'hev'`.execute(
      region.database.db,
    )
    expect(rows[0]?.contact).toEqual({ name: 'Aino Virtanen', phone: '040 123' })
    await a.getByRole('link', { name: drafts.fi.island.reopen }).waitFor()
    expect(await open()).toEqual([])
    for (const page of [a, b]) await page.context().close()
  })
})

describe('an invitation', () => {
  it('half typed when the window dies goes on at another device; its history names the ecosystem', async () => {
    const t = invitationText
    const desk = await as(aino, '/members/invitations/new', { viewport: { width: 1280, height: 900 } })
    await desk.locator('draft-form[data-ready]').waitFor()
    await desk.getByLabel(t.fi.email, { exact: true }).pressSequentially('uusi@esim')
    await desk.getByLabel(t.fi.office, { exact: true }).selectOption('preparer')
    await desk.getByLabel(t.fi.place, { exact: true }).selectOption({ index: 1 })
    await saved(desk)
    await expectGood(desk)
    await desk.getByLabel(t.fi.email, { exact: true }).press('End')
    await desk.keyboard.type('erkki.fi')
    await closeWindow(desk, 'email', 'uusi@esimerkki.fi')

    const other = await as(aino, '/sv/workspace')
    await other.getByRole('link', { name: drafts.sv.unfinished(newInvitation.title.sv) }).click()
    await other.waitForURL('**/sv/members/invitations/new')
    expect(await other.getByLabel(t.sv.email, { exact: true }).inputValue()).toBe('uusi@esimerkki.fi')
    expect(await other.getByLabel(t.sv.office, { exact: true }).inputValue()).toBe('preparer')
    await expectGood(other)
    await other.getByRole('link', { name: drafts.sv.history }).click()
    const history = other.locator('.draft-history')
    await history.waitFor()
    expect(await history.textContent()).toContain(officeNames.sv.preparer)
    expect(await history.textContent()).toMatch(/Ekosystemavtalet|ekosystemavtal/i)
    expect(await history.textContent()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    await expectGood(other)
    await other.goBack()
    await other.locator('draft-form[data-ready]').waitFor()
    await other.getByRole('button', { name: t.sv.send, exact: true }).click()
    await other.getByText(t.sv.sent).waitFor()
    expect(await open()).toEqual([])
    await other.context().close()
  })

  it('is saved by a button where no script runs', async () => {
    const t = invitationText.fi
    const page = await as(bengt, '/members/invitations/new', { script: false })
    await page.getByLabel(t.name).fill('Puolikas Nimi')
    await page.getByLabel(t.byLink).check()
    await page.getByRole('button', { name: drafts.fi.save }).click()
    await go(page, '/members/invitations/new')
    expect(await page.getByLabel(t.name).inputValue()).toBe('Puolikas Nimi')
    expect(await page.getByLabel(t.byLink).isChecked()).toBe(true)
    await expectGood(page)
    await page.getByRole('button', { name: drafts.fi.discard }).click()
    expect(await open()).toEqual([])
    await page.context().close()
  })
})

describe('the details of a list', () => {
  const unclear = 'Hankkeen koodi;Hankkeen nimi;Toteuttaja;Summa\nT7;Toinen koe;Testi Oy;12,5\n'

  it('half typed when the window dies go on at another device, without script by a button', async () => {
    const t = { ...pageText.fi, ...columnsText.fi }
    const desk = await as(aino, '/sources/new', { viewport: { width: 1280, height: 900 } })
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'koe.csv', mimeType: 'text/csv', buffer: Buffer.from(unclear) })
    await desk.getByRole('button', { name: t.read, exact: true }).click()
    await desk.getByRole('button', { name: t.readRows, exact: true }).waitFor()
    const path = new URL(desk.url()).pathname
    await desk.locator('draft-form[data-ready]').waitFor()
    await desk.getByLabel(t.meaningOf('Summa')).selectOption('plannedPublic')
    await desk.locator('[name=saveAs]').pressSequentially('Kuukauden ')
    await saved(desk)
    await expectGood(desk)
    await desk.keyboard.type('lista')
    await closeWindow(desk, 'saveAs', 'Kuukauden lista')

    const other = await as(aino, `/sv${path}`)
    expect(await other.locator('[name=saveAs]').inputValue()).toBe('Kuukauden lista')
    expect(await other.getByLabel(columnsText.sv.meaningOf('Summa')).inputValue()).toBe('plannedPublic')
    await expectGood(other)
    await other.getByRole('link', { name: drafts.sv.history }).click()
    const history = await other.locator('.draft-history').textContent()
    expect(history).toContain(columnsText.sv.meaningOf('Summa'))
    expect(history).toContain(fieldLabel('plannedPublic', 'sv'))
    expect(history).not.toContain('plannedPublic')
    await expectGood(other)
    await other.context().close()

    const still = await as(bengt, `${path}?step=columns`, { script: false })
    expect(await still.locator('[name=saveAs]').inputValue()).toBe('Kuukauden lista')
    await still.locator('[name=asOf]').fill('eilen')
    await still.getByRole('button', { name: drafts.fi.save }).click()
    expect(await still.locator('[name=asOf]').inputValue()).toBe('eilen')
    await still.getByRole('button', { name: t.readRows, exact: true }).click()
    expect(await still.locator('main').textContent()).toContain(t.asOfWrong)
    expect(await still.locator('[name=saveAs]').inputValue()).toBe('Kuukauden lista')
    await expectGood(still)
    await still.locator('[name=asOf]').fill('30.6.2026')
    await still.getByRole('button', { name: t.readRows, exact: true }).click()
    await vi.waitFor(async () => expect(await open()).toEqual([]))
    await still.context().close()
  })
})
