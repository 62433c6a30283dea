import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { clockIn } from '../../src/kernel/time.ts'
import { launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { expectGood } from '../journeys/region.ts'
import { openSession, openWritingRoom, type Writer, type WritingRoom } from './writing-room.ts'

let room: WritingRoom
let database: TestDatabase
let browser: Browser
let maija: Writer
let pekka: Writer
let number = 0
let form: string

beforeAll(async () => {
  database = await freshDatabase()
  room = await openWritingRoom(database.connectionString)
  browser = await launchBrowser()
  maija = await room.hire('Maija Meri')
  pekka = await room.hire('Pekka Puro')
})
afterAll(async () => {
  await browser.close()
  await room.close()
  await database.drop()
})
beforeEach(() => {
  number += 1
  form = `/test/applications/${number}`
})

async function sit(writer: Writer, options: Parameters<typeof openPage>[1] = {}, prefix = ''): Promise<Page> {
  const page = await openPage(browser, options)
  page.setDefaultTimeout(15_000)
  await room.signIn(page.context(), writer)
  await page.goto(room.product.url + prefix + form)
  if (options.script !== false) await page.locator('draft-form[data-ready]').waitFor()
  return page
}
const area = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const status = (page: Page) => page.locator('.draft-said')
const saved = (page: Page) =>
  status(page)
    .filter({ hasText: /^(Tallennettu|Sparat|Saved) \d/ })
    .waitFor()
const held = async (name: string) =>
  (
    await room.sql<{ value: unknown }>(
      `select f.value from draft_field f join draft d on d.id = f.draft_id
       where d.subject = $1 and f.name = $2 and d.state = 'open'`,
      [String(number), name],
    )
  )[0]?.value
const changes = async () =>
  room.sql<{ name: string; how: string; value: unknown }>(
    `select c.name, c.how, c.value from draft_change c join draft d on d.id = c.draft_id
     where d.subject = $1 order by c.at, c.id`,
    [String(number)],
  )

describe('what is typed', () => {
  it('is on the server within two seconds, and the line says when', async () => {
    const page = await sit(maija)
    await area(page, 'goals').pressSequentially('Tavoite on tämä.')
    const typed = Date.now()
    await vi.waitFor(async () => expect(await held('goals')).toBe('Tavoite on tämä.'), {
      timeout: 10_000,
      interval: 50,
    })
    expect(Date.now() - typed).toBeLessThan(2_000)
    await saved(page)
    await expectGood(page)
    await page.reload()
    expect(await area(page, 'goals').inputValue()).toBe('Tavoite on tämä.')
    await page.context().close()
  })

  it('goes on, on another device, in another language, on a phone', async () => {
    const desk = await sit(maija)
    await area(desk, 'risks').fill('Aikataulu venyy.')
    await area(desk, 'region').selectOption('MK19')
    await desk.locator('[name=themes][value=water]').check()
    await saved(desk)
    await desk.context().close()
    const abroad = {
      viewport: { width: 390, height: 800 },
      colorScheme: 'dark',
      timezoneId: 'Asia/Tokyo',
    } as const
    const phone = await sit(maija, abroad, '/en')
    expect(await area(phone, 'risks').inputValue()).toBe('Aikataulu venyy.')
    expect(await area(phone, 'region').inputValue()).toBe('MK19')
    expect(await phone.locator('[name=themes]:checked').count()).toBe(2)
    const lately = [0, 1].map((minutes) => `Saved ${clockIn(new Date(Date.now() - minutes * 60_000))}`)
    expect(lately).toContain(await status(phone).textContent())
    await expectGood(phone)
    await phone.goto(`${room.product.url}/en/drafts`)
    expect(await phone.locator(`main a[href$="${form}"]`).count()).toBe(1)
    await expectGood(phone)
    await phone.context().close()
  })

  it('is saved when one leaves in the middle of a word', async () => {
    const page = await sit(maija)
    await area(page, 'budget').fill('Kesken')
    await page.goto('about:blank')
    await vi.waitFor(async () => expect(await held('budget')).toBe('Kesken'), { timeout: 10_000 })
    await page.context().close()
  })

  it('waits in the browser without a network, says so, and follows when it is back', async () => {
    const page = await sit(maija)
    await area(page, 'results').fill('Ennen. ')
    await saved(page)
    await page.context().setOffline(true)
    await area(page, 'results').pressSequentially('Katkon aikana.')
    await status(page).filter({ hasText: 'Ei yhteyttä, tallessa tässä selaimessa' }).waitFor()
    await expectGood(page)
    await page.context().setOffline(false)
    await saved(page)
    expect(await held('results')).toBe('Ennen. Katkon aikana.')
    await page.context().close()
  })

  it('comes back when the window died before the network did', async () => {
    const page = await sit(maija)
    const context = page.context()
    await context.setOffline(true)
    const long = 'Ei ehtinyt palvelimelle. '.repeat(4_000)
    await area(page, 'partners').fill(long)
    // It crashes: one that is closed may still get its text through.
    await page.goto('chrome://crash').catch(() => undefined)
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(room.product.url + form)
    await again.getByText('Palautimme tekstiä').waitFor()
    expect(await area(again, 'partners').inputValue()).toBe(long)
    await saved(again)
    expect(await held('partners')).toBe(long)
    await expectGood(again)
    await context.close()
  })

  it('goes on through an ended session: sign in elsewhere, and it is saved', async () => {
    const page = await sit(maija)
    await area(page, 'goals').fill('Alku')
    await saved(page)
    await room.sql('delete from session where person_id = $1', [maija.id])
    await area(page, 'goals').fill('Alku ja jatko')
    const link = page.getByRole('link', { name: 'Kirjaudu uudessa välilehdessä' })
    await link.waitFor()
    expect(await link.getAttribute('target')).toBe('_blank')
    await area(page, 'goals').press('End')
    await area(page, 'goals').pressSequentially(' vieläkin')
    await expectGood(page)
    await openSession(room.sql, maija)
    await saved(page)
    expect(await held('goals')).toBe('Alku ja jatko vieläkin')
    await page.context().close()
  })

  it('is never saved in the name of another who has signed in meanwhile', async () => {
    const page = await sit(maija)
    await room.signIn(page.context(), pekka)
    await area(page, 'goals').fill('Maijan teksti')
    await status(page).filter({ hasText: 'toinen henkilö' }).waitFor()
    expect(await held('goals')).toBeUndefined()
    await room.signIn(page.context(), maija)
    await saved(page)
    expect(await held('goals')).toBe('Maijan teksti')
    await page.context().close()
  })

  it('stays in the browser while the disk of the database is full', async () => {
    const page = await sit(maija)
    await room.sql(`create function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`)
    await room.sql('create trigger full_disk before insert on draft_change execute function full_disk()')
    await area(page, 'goals').fill('Levy on täynnä')
    await status(page).filter({ hasText: 'Palvelimen levy on täynnä' }).waitFor()
    await room.sql('drop function full_disk cascade')
    await saved(page)
    expect(await held('goals')).toBe('Levy on täynnä')
    await page.context().close()
  })
})

describe('two people in one form', () => {
  const together = async () => [await sit(maija), await sit(pekka)] as const

  it('see who is here and where; what the other writes comes in by itself', async () => {
    const [m, p] = await together()
    await area(m, 'goals').pressSequentially('Maijan tavoite')
    await p.getByText('Täällä myös: Maija Meri: Osa goals').waitFor()
    await expectGood(p)
    await vi.waitFor(async () => expect(await area(p, 'goals').inputValue()).toBe('Maijan tavoite'), {
      timeout: 10_000,
    })
    await m.context().close()
    await vi.waitFor(async () => expect(await p.locator('.draft-people').textContent()).toBe(''), {
      timeout: 40_000,
    })
    await p.context().close()
  })

  it('write in one long text: different words merge by themselves', async () => {
    const [m, p] = await together()
    const text = await area(m, 'shared').inputValue()
    await area(m, 'shared').fill(text.replace('kokoaa', 'yhdistää'))
    await area(p, 'shared').fill(`${text}\nPekan uusi rivi.`)
    const both = `${text.replace('kokoaa', 'yhdistää')}\nPekan uusi rivi.`
    await vi.waitFor(async () => expect(await held('shared')).toBe(both), { timeout: 10_000 })
    await area(m, 'goals').focus()
    await area(p, 'goals').focus()
    await vi.waitFor(async () => expect(await area(m, 'shared').inputValue()).toBe(both), { timeout: 10_000 })
    await vi.waitFor(async () => expect(await area(p, 'shared').inputValue()).toBe(both), { timeout: 10_000 })
    await m.context().close()
    await p.context().close()
  })

  it.each(['mine', 'theirs'] as const)(
    'the same words: both are kept, shown and asked; choosing %s',
    async (choice) => {
      const [m, p] = await together()
      await m.context().setOffline(true)
      await area(m, 'title').fill('Maijan hanke')
      await area(p, 'title').fill('Pekan hanke')
      await saved(p)
      await m.context().setOffline(false)
      const box = m.locator('.draft-clash')
      await box.waitFor()
      expect(await box.textContent()).toContain('Pekan hanke')
      expect(await box.textContent()).toContain('Maijan hanke')
      expect(await area(m, 'title').inputValue()).toBe('Maijan hanke')
      expect(await held('title')).toBe('Pekan hanke')
      expect((await changes()).find((c) => c.how === 'aside')?.value).toBe('Maijan hanke')
      await expectGood(m)
      // Sending is held back until the person has chosen.
      await m.getByRole('button', { name: 'Lähetä' }).click()
      await m.getByText('Valitse ensin, kumpi teksti jää: Nimi.').waitFor()
      await box.locator(`[data-choice=${choice}]`).click()
      await saved(m)
      const stays = choice === 'mine' ? 'Maijan hanke' : 'Pekan hanke'
      expect(await held('title')).toBe(stays)
      expect(await area(m, 'title').inputValue()).toBe(stays)
      await m.reload()
      expect(await m.locator('.draft-clash').count()).toBe(0)
      await m.context().close()
      await p.context().close()
    },
  )

  it('the history tells every change, and brings an earlier one back', async () => {
    const [m, p] = await together()
    await area(m, 'goals').fill('Ensimmäinen ajatus tavoitteesta.')
    await saved(m)
    await vi.waitFor(async () => expect(await area(p, 'goals').inputValue()).toContain('Ensimmäinen'), {
      timeout: 10_000,
    })
    await area(p, 'goals').fill('Toinen ajatus tavoitteesta.')
    await saved(p)
    await p.reload()
    await p.getByRole('link', { name: 'Muutoshistoria' }).click()
    await p.waitForURL('**/history')
    const list = await p.locator('.draft-history').textContent()
    expect(list).toContain('Pekka Puro kirjoitti')
    expect(list).toContain('Maija Meri kirjoitti')
    await expectGood(p)
    await p
      .locator('.draft-history li')
      .filter({ hasText: 'Maija Meri' })
      .first()
      .getByRole('button')
      .first()
      .click()
    await p.waitForURL(`**${form}`)
    expect(await area(p, 'goals').inputValue()).toBe('Ensimmäinen ajatus tavoitteesta.')
    await m.context().close()
    await p.context().close()
  })

  it('a removed draft can be taken back', async () => {
    const page = await sit(maija)
    await area(page, 'goals').fill('Ei pidä kadota')
    await saved(page)
    await page.reload()
    await page.getByRole('button', { name: 'Poista luonnos' }).click()
    await page.waitForURL('**/drafts')
    expect(await held('goals')).toBeUndefined()
    await expectGood(page)
    await page.getByRole('button', { name: 'Palauta' }).first().click()
    expect(await held('goals')).toBe('Ei pidä kadota')
    await page.context().close()
  })
})

describe('without script', () => {
  const still = (writer: Writer, prefix = '') =>
    sit(writer, { script: false, viewport: { width: 390, height: 800 } }, prefix)
  const save = (page: Page) => page.locator('button.draft-save').click()

  it.each(['', '/sv'])('a button saves the draft and the page says when (%s)', async (prefix) => {
    const page = await still(maija, prefix)
    await area(page, 'goals').fill('Rivi yksi\nRivi kaksi')
    await page.locator('[name=themes][value=energy]').uncheck()
    await save(page)
    expect(await held('goals')).toBe('Rivi yksi\nRivi kaksi')
    expect(await held('themes')).toEqual([])
    expect(await status(page).textContent()).toMatch(
      prefix ? /^Utkastet sparades \d/ : /^Luonnos tallennettu \d/,
    )
    expect(await area(page, 'goals').inputValue()).toBe('Rivi yksi\nRivi kaksi')
    expect(await page.locator('[name=themes]:checked').count()).toBe(0)
    await expectGood(page)
    await page.context().close()
  })

  it('the same words changed by two: nobody is overwritten, and either text can be taken', async () => {
    const [m, p] = [await still(maija), await still(pekka)]
    await area(m, 'title').fill('Maijan nimi')
    await area(p, 'title').fill('Pekan nimi')
    await area(p, 'risks').fill('Pekan riski')
    await save(p)
    await save(m)
    expect(await held('title')).toBe('Pekan nimi')
    expect(await m.locator('.draft-clash').textContent()).toContain('Pekan nimi')
    expect(await area(m, 'title').inputValue()).toBe('Maijan nimi')
    expect(await area(m, 'risks').inputValue()).toBe('Pekan riski')
    await expectGood(m)
    await area(m, 'title').fill('Yhteinen nimi')
    await save(m)
    expect(await held('title')).toBe('Yhteinen nimi')
    expect(await m.locator('.draft-clash').count()).toBe(0)
    await save(p)
    expect(await held('title')).toBe('Yhteinen nimi')
    await m.context().close()
    await p.context().close()
  })
})
