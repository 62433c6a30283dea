import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { text as calendar } from '../../src/modules/calendar/text.ts'
import { text as discussion } from '../../src/modules/discussion/text.ts'
import { text as drafts } from '../../src/modules/drafts/text.ts'
import { settingsText } from '../../src/modules/ecosystems/settings-text.ts'
import { organisationEditText } from '../../src/modules/picture/organisation-edit-text.ts'
import { text as talk } from '../../src/modules/talk/text.ts'
import { expectGood, openRegion, type Region } from './region.ts'
import { settle, type Talker } from './talkers.ts'

const list = 'Hankkeen koodi;Hankkeen nimi;Toteuttaja;Myönnetty tuki €\nT1;Vetykoe;Testi Oy;1000\n'
let region: Region
let aino: Talker
let bengt: Talker

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true, lists: { 'oma.csv': list } })
  aino = await settle(region, { name: 'Aino Virtanen', office: 'coordinator', ecosystem: 'hev' })
  bengt = await settle(region, { name: 'Bengt Öst', office: 'coordinator', ecosystem: 'hev', language: 'sv' })
})
afterAll(() => region.stop())

const still = (who: Talker, path: string) =>
  region.open(path, { storageState: who.session, script: false, viewport: { width: 390, height: 800 } })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const field = (page: Page, name: string) => page.locator(`form.draft [name="${name}"]`).first()
const told = (page: Page) => page.locator('.draft-since')

/** Makes one through its form and answers where it is. */
async function made(path: string, fields: Record<string, string>, send: string): Promise<string> {
  const page = await still(aino, path)
  for (const [name, value] of Object.entries(fields)) await field(page, name).fill(value)
  await press(page, send)
  await page.waitForLoadState()
  const to = new URL(page.url()).pathname
  await page.context().close()
  return to
}
const idIn = async (table: 'ecosystem_goal' | 'organisation') => {
  const { rows } = await sql<{
    id: string
  }>`select id from ${sql.table(table)} order by id desc limit 1`.execute(region.database.db)
  return rows[0]!.id
}

type Form = {
  path: () => Promise<string>
  save: string
  one: string
  other: string
  /** Whether only its writer changes it: in two windows. */
  own?: true
}
const s = settingsText.fi
const forms: Record<string, Form> = {
  settings: {
    path: async () => '/ecosystems/hev/settings',
    save: s.save,
    one: 'contact.name',
    other: 'contact.phone',
  },
  organisation: {
    path: async () => `/organisations/${await idIn('organisation')}/edit`,
    save: organisationEditText.fi.send,
    one: 'name_sv',
    other: 'place',
  },
  topic: {
    path: async () =>
      `${await made('/ecosystems/hev/discussion/new', { title: 'Aihe', text: 'Teksti' }, discussion.fi.send)}/edit`,
    save: discussion.fi.save,
    one: 'title',
    other: 'text',
    own: true,
  },
  event: {
    path: async () =>
      `${await made('/ecosystems/hev/calendar/new', { title: 'Kokous', startDay: '5.3.2027' }, calendar.fi.save)}/edit`,
    save: calendar.fi.save,
    one: 'title',
    other: 'place',
  },
  'a value of the frame': {
    path: async () => {
      const page = await still(aino, '/ecosystems/hev/settings/frame')
      const href = await page
        .locator('main a[href*="/values/"]:not([href$="/new"])')
        .first()
        .getAttribute('href')
      await page.context().close()
      return href!
    },
    save: s.save,
    one: 'name.en',
    other: 'name.sv',
  },
}

describe.each(Object.entries(forms))('the form of %s without script', (_, form) => {
  it('keeps what two have changed in turn, and asks where both have changed the same', async () => {
    const path = await form.path()
    const second = form.own ? aino : bengt
    const [a, b, c] = [await still(aino, path), await still(second, path), await still(second, path)]
    await field(a, form.one).fill('Ainon sana')
    await press(a, form.save)
    expect(await a.locator('.errors').count()).toBe(0)

    // The second has the page from before the first one's change, and changes something else.
    await field(b, form.other).fill('040 555')
    await press(b, form.save)
    expect(await b.locator('.errors, .draft-since').count()).toBe(0)
    await a.goto(region.product.url + path)
    expect(await field(a, form.one).inputValue()).toBe('Ainon sana')
    expect(await field(a, form.other).inputValue()).toBe('040 555')

    // The third too, and changes the same: both are shown, nothing is written over.
    await field(c, form.one).fill('Bengtin sana')
    await press(c, form.save)
    expect(await told(c).textContent()).toContain('Ainon sana')
    expect(await told(c).textContent()).toContain('Bengtin sana')
    expect(await field(c, form.one).inputValue()).toBe('Bengtin sana')
    expect(await field(c, form.other).inputValue()).toBe('040 555')
    await expectGood(c)
    await press(c, form.save)
    expect(await told(c).count()).toBe(0)
    await a.goto(region.product.url + path)
    expect(await field(a, form.one).inputValue()).toBe('Bengtin sana')
    for (const page of [a, b, c]) await page.context().close()
  })
})

it('what is saved can be taken in place of one’s own, in another language too', async () => {
  const path = await forms.event!.path()
  const b = await still(bengt, `/sv${path}`)
  await field(b, 'title').fill('Bengts ord')
  await press(b, drafts.sv.save)
  expect(await told(b).count()).toBe(0)
  // By another way than the form: through the interface, or in an import.
  await sql`update event set title = 'Ainon sana'`.execute(region.database.db)
  // Whoever goes on with the draft from before the change is told at once.
  await b.goto(`${region.product.url}/sv${path}`)
  expect(await told(b).textContent()).toContain(drafts.sv.since(1))
  expect(await told(b).textContent()).toContain('Ainon sana')
  await expectGood(b)
  await told(b).getByRole('button', { name: drafts.sv.takeSaved }).click()
  expect(await told(b).count()).toBe(0)
  expect(await field(b, 'title').inputValue()).toBe('Ainon sana')
  await b.context().close()
})

it('with script too: who sends a page from before another’s change is asked first', async () => {
  const path = await forms.event!.path()
  const b = await region.open(path, { storageState: bengt.session, viewport: { width: 1280, height: 900 } })
  await b.locator('draft-form[data-ready]').waitFor()
  await sql`update event set title = 'Ainon sana'`.execute(region.database.db)
  await field(b, 'title').fill('Bengtin sana')
  await press(b, calendar.fi.save)
  await told(b).waitFor()
  await expectGood(b)
  await told(b).getByRole('button', { name: drafts.fi.takeSaved }).click()
  await told(b).waitFor({ state: 'detached' })
  expect(await field(b, 'title').inputValue()).toBe('Ainon sana')
  await b.context().close()
})

it('one’s own comment, changed in two windows', async () => {
  const page = await still(aino, '/projects/T1')
  await page.locator('#f-text-new').fill('Ensimmäinen')
  await press(page, talk.fi.send)
  const [a, b] = [await still(aino, '/projects/T1'), await still(aino, '/projects/T1')]
  const area = (p: Page) => p.locator('.deeds textarea').first()
  const save = async (p: Page, text: string) => {
    await p.locator('.deeds summary', { hasText: talk.fi.edit }).first().click()
    await area(p).fill(text)
    await p
      .locator('.deeds form', { has: p.locator('textarea') })
      .locator('button[type=submit]')
      .first()
      .click()
  }
  await save(a, 'Toinen')
  await save(b, 'Kolmas')
  expect(await told(b).textContent()).toContain('Toinen')
  expect(await area(b).inputValue()).toBe('Kolmas')
  await expectGood(b)
  for (const p of [page, a, b]) await p.context().close()
})
