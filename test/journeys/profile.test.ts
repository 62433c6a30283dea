import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { type House, openHouse } from '../../src/house.ts'
import { createLog } from '../../src/kernel/log.ts'
import { editText } from '../../src/modules/profiles/edit-text.ts'
import { keeperText } from '../../src/modules/profiles/keeper-text.ts'
import { profilesModule } from '../../src/modules/profiles/module.ts'
import { partsText } from '../../src/modules/profiles/parts-text.ts'
import { text } from '../../src/modules/profiles/text.ts'
import { openFolder } from '../other-process.ts'
import { type Gate, openGate } from './gate.ts'
import { linkIn } from './mail-server.ts'
import { expectGood } from './region.ts'

// An actor's profile from the coordinator's first words to the yearly question: in Finnish on a phone, in English on a
// desk; axe looks at every page on the way.

let gate: Gate
let house: House
const phone = { viewport: { width: 390, height: 800 } }

beforeAll(async () => {
  gate = await openGate()
  const env = {
    DATABASE_URL: gate.database.connectionString,
    TALKOOT_DATA: await openFolder('talkoot-profile-'),
  }
  house = await openHouse(readConfig(env), createLog('silent'), 'command', 2)
})
afterAll(async () => {
  await house.close()
  await gate.stop()
})

const company = async (name: string): Promise<string> => {
  const id = crypto.randomUUID()
  const row = { kind: 'company', personal: false, place: 'Seinäjoki', region: 'MK14', lexemes: '' }
  await gate.database.db
    .insertInto('organisation')
    .values({ id, canonical_id: id, name, ...row, created_at: new Date() })
    .execute()
  return id
}

/** As if everything that was stated and checked had been so 400 days earlier, and the night's work had been done. */
async function yearPasses(id: string): Promise<void> {
  const { db } = gate.database
  await sql`update profile_check set at = at - interval '400 days' where organisation_id = ${id}`.execute(db)
  await sql`update profile_fact set at = at - interval '400 days' where organisation_id = ${id}`.execute(db)
  const nightly = profilesModule.jobs!.find((j) => j.name === 'profiles.nightly')!
  await nightly.run(house.stage({ kind: 'system', name: nightly.name }), {}, async () => undefined)
}

const said = async (page: Page) => (await page.locator('main').textContent()) ?? ''

describe.each([
  { language: 'fi', prefix: '', script: true },
  { language: 'en', prefix: '/en', script: false },
] as const)('the profile of an actor in $language, script $script', ({ language, prefix, script }) => {
  const t = text[language]
  const e = editText[language]
  const p = partsText[language]
  const k = keeperText[language]
  const address = `uusi.pitaja-${language}@yritys.example`
  let id: string
  let path: string
  let desk: Page
  let hand: Page
  let invitation: string

  beforeAll(async () => {
    id = await company(`Lakeuden Konepaja ${language} Oy`)
    path = `${prefix}/organisations/${id}`
    const coordinator = await gate.person(`koordinoija-${language}@example.fi`, {
      name: 'Koordinoija Kunnas',
      offices: ['coordinator'],
    })
    desk = await gate.open(`${prefix}/sign-in`, { script, viewport: { width: 1280, height: 900 } })
    await gate.signIn(desk, coordinator)
    hand = await gate.open('/health', { script, ...phone })
  })
  afterAll(async () => {
    await desk.context().close()
    await hand.context().close()
  })
  const go = (page: Page, to: string) => page.goto(gate.product.url + to)
  const ready = (page: Page) =>
    script ? page.locator('draft-form[data-ready]').first().waitFor() : undefined

  it('a coordinator fills it in: strangers read at once that the actor has not confirmed it', async () => {
    await go(desk, path)
    await expectGood(desk)
    expect(await said(desk)).toContain(t.empty)
    await desk.getByRole('link', { name: t.fill }).click()
    await expectGood(desk)
    await go(desk, `${path}/profile/basics`)
    await ready(desk)
    await desk.locator(`[name=activity_${language}]`).fill('Koneistaa osia työkoneisiin.')
    await desk.locator('[name=regions][value=MK14]').check()
    await expectGood(desk)
    await desk.getByRole('button', { name: e.saveBasics }).click()
    await desk.waitForURL(`**/organisations/${id}/profile`)
    await go(desk, `${path}/profile/industries?q=28`)
    await expectGood(desk)
    await desk.locator('#found').getByRole('button').click()
    await desk.waitForURL('**/industries')
    const shown = await (await fetch(`${gate.product.url}${path}`)).text()
    expect(shown).toContain('Koneistaa osia työkoneisiin.')
    expect(shown).toContain(t.unchecked)
    expect(shown).not.toContain('Koordinoija Kunnas')
  })

  it('the coordinator invites; the actor comes in on a phone by the letter and takes the profile', async () => {
    await go(desk, `${path}/profile/keepers`)
    await ready(desk)
    await desk.getByLabel(k.email).fill('pitaja@yritys')
    await desk.getByRole('button', { name: k.send }).click()
    await desk.locator('.errors').waitFor()
    await desk.getByLabel(k.email).fill(address)
    await desk.getByLabel(k.language).selectOption(language)
    await desk.getByRole('button', { name: k.send }).click()
    await desk.getByText(address).first().waitFor()
    await expectGood(desk)
    invitation = linkIn(await gate.mail.next(address))
    await hand.goto(invitation)
    await expectGood(hand)
    await hand.getByRole('button', { name: k.enter }).click()
    await hand.locator('.errors').waitFor()
    await hand.getByLabel(k.yourName).fill('Paula Pitäjä')
    await hand.getByRole('button', { name: k.enter }).click()
    await hand.locator('main button[type=submit]').click()
    await hand.getByRole('button', { name: k.accept }).click()
    await hand.waitForURL(`**/organisations/${id}/profile`)
    expect(await said(hand)).toContain(e.keeper(`Lakeuden Konepaja ${language} Oy`))
    await expectGood(hand)
    const again = await gate.open('/health', { script, ...phone })
    await again.goto(invitation)
    expect(await again.locator('main').count()).toBe(1)
    expect(await again.getByRole('button', { name: k.accept }).count()).toBe(0)
    await again.context().close()
  })

  it('confirms what was filled in at one press', async () => {
    expect(await said(hand)).toContain(e.waiting(3))
    await hand.getByRole('button', { name: e.confirm }).click()
    await hand.getByText(e.waiting(3)).waitFor({ state: 'detached' })
    await expectGood(hand)
  })

  it('adds an offer and a need; a mistake costs nothing that was typed', async () => {
    await hand.getByRole('link', { name: e.add.offer }).first().click()
    await ready(hand)
    await hand.locator(`[name=title_${language}]`).fill('Viisiakselinen jyrsin koeajoihin')
    await hand.locator('[name=subjects]').fill('robotiikka, eiolesana')
    await hand.getByRole('button', { name: e.saveCard }).click()
    await hand.locator('.errors').waitFor()
    expect(await hand.locator('.errors li').count()).toBe(2)
    expect(await hand.locator(`[name=title_${language}]`).inputValue()).toBe(
      'Viisiakselinen jyrsin koeajoihin',
    )
    await expectGood(hand)
    await hand.locator('[name=sort]').selectOption('test-bed')
    await hand.locator('[name=subjects]').fill('robotiikka')
    await hand.getByRole('button', { name: e.saveCard }).click()
    await hand.waitForURL(/\/profile#/)
    await go(hand, `${path}/profile/new/need`)
    await ready(hand)
    await hand.locator('[name=sort]').selectOption('data')
    await hand.locator(`[name=title_${language}]`).fill('Mittausdataa terien kulumisesta')
    await hand.getByRole('button', { name: e.saveCard }).click()
    await hand.waitForURL(/\/profile#/)
    await hand.getByText('Mittausdataa terien kulumisesta').first().waitFor()
    await expectGood(hand)
  })

  it('chooses competences, and adds a picture that shows once it has been described', async () => {
    await go(hand, `${path}/profile/competences?q=koneis`)
    await expectGood(hand)
    await hand.locator('#found').getByRole('button').first().click()
    await hand.waitForURL('**/competences')
    await ready(hand)
    await hand.locator('[name=word]').fill('pienet sarjat nopeasti')
    await hand.getByRole('button', { name: p.addWord }).click()
    await hand.locator('.profile-kept').getByText('pienet sarjat nopeasti').first().waitFor()
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a6ebb' } })
      .jpeg()
      .toBuffer()
    await go(hand, `${path}/profile/pictures`)
    await hand.locator('input[type=file]').setInputFiles({
      name: 'halli.jpg',
      mimeType: 'image/jpeg',
      buffer: picture,
    })
    await hand.locator('main button.main').click()
    await hand.waitForURL('**/pictures/*-*')
    await ready(hand)
    await expectGood(hand)
    expect(await (await fetch(`${gate.product.url}${path}`)).text()).not.toContain('/large')
    await hand.locator(`[name=alt_${language}]`).fill('Sininen jyrsinkone hallissa')
    await hand.getByRole('button', { name: p.describe }).click()
    await hand.waitForURL('**/pictures')
    await expectGood(hand)
  })

  it('a stranger reads what the actor does, offers and needs, and finds it in the list', async () => {
    const visitor = await gate.open(path, { script, ...phone })
    await expectGood(visitor)
    const page = await said(visitor)
    for (const words of [
      'Koneistaa osia',
      t.kinds.offer,
      'Viisiakselinen jyrsin',
      t.kinds.need,
      'Mittausdataa',
    ])
      expect(page).toContain(words)
    expect(await visitor.locator('.profile img').getAttribute('alt')).toBe('Sininen jyrsinkone hallissa')
    const src = await visitor.locator('.profile img').getAttribute('src')
    const image = await fetch(gate.product.url + src!)
    expect(image.headers.get('content-type')).toBe('image/webp')
    await go(visitor, `${prefix}/offers?kind=offer&q=jyrsin`)
    await expectGood(visitor)
    expect(await visitor.locator('.profile-cards > li').count()).toBeGreaterThan(0)
    expect(await said(visitor)).not.toContain('Mittausdataa')
    const csv = await (await fetch(`${gate.product.url}${prefix}/offers/export.csv`)).text()
    expect(csv).toContain('Mittausdataa terien kulumisesta')
    const api = await fetch(`${gate.product.url}/api/organisations/${id}/profile`)
    expect(((await api.json()) as { facts: object[] }).facts.length).toBeGreaterThan(5)
    await visitor.context().close()
  })

  it('takes an offer out, and brings it back from the history', async () => {
    await go(hand, `${path}/profile`)
    await hand.locator('#offer').getByRole('button', { name: e.remove }).click()
    await hand.getByText(e.none.offer).waitFor()
    await go(hand, `${path}/profile/history`)
    await expectGood(hand)
    const offer = hand.locator('tr', { hasText: 'Viisiakselinen' })
    await offer.getByRole('button', { name: p.restore }).click()
    await offer.getByText(p.now).first().waitFor()
    await go(hand, `${path}/profile`)
    expect(await said(hand)).toContain('Viisiakselinen jyrsin')
  })

  it('a year later is asked by mail and on the own page, and settles it with one press', async () => {
    await yearPasses(id)
    const letter = await gate.mail.next(address)
    expect(letter.text).toContain(`/organisations/${id}/profile`)
    await go(hand, `${prefix}/workspace`)
    const turn = hand.getByRole('link', { name: k.turnReview(`Lakeuden Konepaja ${language} Oy`) })
    await turn.first().click()
    await hand.getByRole('button', { name: e.confirm }).click()
    await hand.locator('.profile-word:not(.asks)').waitFor()
    await go(hand, `${prefix}/workspace`)
    expect(await turn.count()).toBe(0)
    const fresh = await (await fetch(`${gate.product.url}${path}`)).text()
    expect(fresh).not.toContain(t.unchecked)
    expect(fresh).toContain(t.checked('').trim())
  })

  it('another of the actor asks for the profile; the keeper lets them in, and they leave again', async () => {
    const other = await gate.person(`toinen-${language}@example.fi`, { name: 'Timo Toinen' })
    const page = await gate.open(`${prefix}/sign-in`, { script, ...phone })
    await gate.signIn(page, other)
    expect((await go(page, `${path}/profile`))!.status()).toBe(403)
    await go(page, `${path}/profile/ask`)
    await ready(page)
    await expectGood(page)
    await page.locator('[name=words]').fill('Olen tuotantopäällikkö.')
    await page.getByRole('button', { name: k.sendAsk }).click()
    await page.getByText(k.asked).first().waitFor()
    await go(hand, `${path}/profile/keepers`)
    await expectGood(hand)
    await hand.getByRole('button', { name: k.grant }).click()
    await hand.locator('table').getByText('Timo Toinen').first().waitFor()
    await go(page, `${path}/profile/keepers`)
    await page.getByRole('button', { name: k.leave }).click()
    await page.waitForURL(`**/organisations/${id}`)
    expect((await go(page, `${path}/profile`))!.status()).toBe(403)
    await page.context().close()
  })
})
