import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { recordText } from '../../src/modules/selections/record-text.ts'
import { effectText } from '../../src/modules/selections/room-effect-text.ts'
import { saidText } from '../../src/modules/selections/room-said-text.ts'
import { roomText } from '../../src/modules/selections/room-text.ts'
import { voteText } from '../../src/modules/selections/room-vote-text.ts'
import { verifyFile } from '../../src/modules/selections/verdict.ts'
import { openPage } from '../browser.ts'
import { somebody, type TestPerson } from '../people.ts'
import { type MadeMeeting, openMeeting } from '../selection-meeting.ts'
import { expectGood, openRegion, type Region } from './region.ts'

// A selection meeting with four windows at once: the coordinator at a desk, a member on a phone, a member in Swedish
// who steps aside from one candidate, and a member without script.

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const [t, s, v, e] = [roomText.fi, saidText.fi, voteText.fi, effectText.fi]
const [ts, ss] = [roomText.sv, saidText.sv]
let region: Region
let meeting: MadeMeeting
let people: Record<'coordinator' | 'phone' | 'aside' | 'still', TestPerson>
let pages: Record<keyof typeof people, Page>
let room: string
const secret = 'Hakija on jäänyt velkaa edellisestä hankkeesta.'

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
  const { database } = region
  const { id: ecosystem } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  people = {
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', ecosystem]]),
    phone: await somebody(database, 'Pekka Puhelin', [['city-decider', ecosystem]]),
    aside: await somebody(database, 'Eeva Esteellinen', [['city-decider', ecosystem]]),
    still: await somebody(database, 'Iida Ilman', [['member', ecosystem]]),
  }
  meeting = await openMeeting(
    database,
    ecosystem,
    [
      { person: people.phone, role: 'chair', came: true },
      { person: people.aside, role: 'member', came: true },
      { person: people.still, role: 'member', came: true },
    ],
    { candidates: 12, criteria: 3 },
  )
  room = `/selections/${meeting.id}/room`
  pages = {
    coordinator: await open(people.coordinator, room, 1280),
    phone: await open(people.phone, room, 390),
    aside: await open(people.aside, `/sv${room}`, 1280),
    still: await open(people.still, room, 1280, false),
  }
})
afterAll(() => region?.stop())

async function open(person: TestPerson, path: string, width: number, script = true): Promise<Page> {
  const { url } = region.product
  const page = await openPage(region.browser, { viewport: { width, height: 900 }, script })
  page.setDefaultTimeout(20_000)
  await page.context().addCookies([{ name: 'talkoot_session', value: person.session, url }])
  await page.goto(url + path)
  return page
}

const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const sees = (page: Page, words: string) => page.locator('main').getByText(words).first().waitFor()
const revision = async (page: Page) =>
  Number(await page.locator('selection-room').getAttribute('data-revision'))
/** The columns once all is computed: codes under yes, discuss and no. A page without script is asked for again. */
async function columns(page: Page) {
  const whole = page.locator('selection-room:not([data-waiting])')
  if (page === pages.still) while ((await whole.count()) === 0) await page.reload()
  else await whole.waitFor({ state: 'attached' })
  return page.evaluate(() =>
    Object.fromEntries(
      ['yes', 'discuss', 'no'].map((kind) => [
        kind,
        [...document.querySelectorAll(`[data-list="${kind}"] > li`)].map((li) => li.getAttribute('data-key')),
      ]),
    ),
  )
}
const more = (page: Page, code: string) => page.locator(`[data-key="more-${code}"] > summary`).click()
const card = (page: Page, code: string) => page.locator(`[data-key="more-${code}"]`)

it('shows the same columns to everybody, in Finnish and Swedish, on a phone and without script', async () => {
  const { coordinator, phone, aside, still } = pages
  const drawn = await columns(coordinator)
  expect(Object.values(drawn).flat().sort()).toEqual(meeting.candidates.map(({ code }) => code))
  for (const page of [phone, aside, still]) expect(await columns(page)).toEqual(drawn)
  await sees(aside, ts.title)
  for (const page of Object.values(pages)) await expectGood(page)
})

it('tells every open window what is said, and asks no new page for it', async () => {
  const { coordinator, phone, aside } = pages
  await coordinator.evaluate(() => Object.assign(window, { same: true }))
  await coordinator.locator('[data-key="say"] > summary').click()
  const form = coordinator.locator('[data-key="say-atLeast"]')
  await form.locator('[name=reason]').fill('Rahalla pitää saada aikaan.')
  await form.getByRole('button', { name: t.sayInMeeting }).click()
  const words = s.atLeast('Vaikuttavuus', 'Toteutettavuus')
  await sees(coordinator, words)
  await sees(phone, words)
  await sees(aside, ss.atLeast('Effekt', 'Genomförbarhet'))
  expect(await coordinator.evaluate(() => 'same' in window)).toBe(true)
  await coordinator.waitForFunction(
    (n) => Number(document.querySelector('selection-room')?.getAttribute('data-revision')) >= n,
    2,
  )
  expect(await columns(phone)).toEqual(await columns(coordinator))
})

it('solves in the window while one drags; nobody else sees it until it is said', async () => {
  const { coordinator, phone } = pages
  const before = await columns(phone)
  const shared = await columns(coordinator)
  const slider = phone.locator('[data-slide="limit-eu"]')
  await slider.evaluate((input: HTMLInputElement) => {
    input.value = '0'
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  // Without money nothing that costs is in; the rule of three may no longer be kept, and that is said in words.
  await phone.locator('[data-state]').getByText(t.live.contradiction).waitFor()
  await slider.evaluate((input: HTMLInputElement) => {
    input.value = input.max
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await sees(phone, t.supposed)
  const limit = '[data-budget="eu"] [data-limit]'
  expect(await phone.locator(limit).textContent()).not.toBe(await coordinator.locator(limit).textContent())
  expect(await columns(coordinator)).toEqual(shared)
  expect(await main(coordinator)).not.toContain(t.supposed)
  await expectGood(phone)
  await phone.getByRole('link', { name: t.back }).click()
  await phone.locator('.sel-supposed').waitFor({ state: 'detached' })
  expect(await columns(phone)).toEqual(before)
})

it('orders criteria by the arrow keys, and the focus stays where it was', async () => {
  const { phone } = pages
  const button = phone.locator('[data-criterion="novelty"] button').first()
  await button.focus()
  await phone.keyboard.press('ArrowUp')
  await sees(phone, s.rank('Vaikuttavuus, Uutuus, Toteutettavuus'))
  expect(
    await phone.evaluate(() =>
      document.activeElement?.closest('[data-criterion]')?.getAttribute('data-criterion'),
    ),
  ).toBe('novelty')
  await phone.getByRole('link', { name: t.back }).click()
  await phone.locator('.sel-supposed').waitFor({ state: 'detached' })
})

it('lets a member without script try a sum and say weights of their own', async () => {
  const { still } = pages
  await still.locator('[name="limit-eu"]').fill('900 000')
  await still.locator('[data-budget="eu"]').getByRole('button', { name: t.try }).click()
  await sees(still, t.supposed)
  await expectGood(still)
  await still.goto(region.product.url + room)
  await still.locator('[data-key="say"] > summary').click()
  const form = still.locator('[data-key="say-bounds"]')
  await form.locator('[name=criterion]').selectOption('novelty')
  await form.locator('[name=min]').fill('40')
  await form.getByRole('button', { name: t.sayOwn }).click()
  await still.goto(`${region.product.url}${room}/members`)
  expect(await main(still)).toContain(s.least('Uutuus', '40'))
  await expectGood(still)
})

it('keeps who steps aside from what is said of a candidate', async () => {
  const { coordinator, phone, aside } = pages
  const { code } = meeting.candidates[0]!
  await more(aside, code)
  await card(aside, code).locator(`[data-key="aside-${code}"] > summary`).click()
  await card(aside, code).locator('[name=words]').fill('Jag sitter i projektets styrgrupp.')
  await card(aside, code)
    .getByRole('button', { name: ts.stepAsideFrom(code) })
    .click()
  await card(aside, code).getByText(ts.hiddenAside).waitFor()
  await more(coordinator, code)
  await card(coordinator, code).locator('[name=body]').fill(secret)
  await card(coordinator, code).getByRole('button', { name: t.saveNote }).click()
  await card(coordinator, code).getByText(secret).waitFor()
  const now = await revision(coordinator)
  for (const page of [phone, aside])
    await page.waitForFunction(
      (n) => Number(document.querySelector('selection-room')?.getAttribute('data-revision')) >= n,
      now,
    )
  expect(await main(phone)).toContain(secret)
  expect(await aside.content()).not.toContain(secret)
  expect(await (await aside.request.get(`${region.product.url}${room}.json`)).text()).not.toContain(secret)
  expect(await main(phone)).toContain('Jag sitter i projektets styrgrupp.')
})

it('keeps what is typed through a reload, and through a refusal without script', async () => {
  const { coordinator, still } = pages
  const { code } = meeting.candidates[1]!
  await more(coordinator, code)
  const force = () => card(coordinator, code).locator(`[data-key="force-${code}"]`)
  await force().locator('[name=reason]').fill('Kesken jäänyt perustelu.')
  await force()
    .locator('.draft-said')
    .getByText(/\d\.\d\d/)
    .waitFor()
  await coordinator.reload()
  await more(coordinator, code)
  expect(await force().locator('[name=reason]').inputValue()).toBe('Kesken jäänyt perustelu.')
  await still.goto(region.product.url + room)
  await still.locator('[data-key="say"] > summary').click()
  const form = still.locator('[data-key="say-bounds"]')
  await form.locator('[name=min]').fill('80')
  await form.locator('[name=max]').fill('20')
  await form.locator('[name=reason]').fill('Liian ahdas väli.')
  await form.getByRole('button', { name: t.sayOwn }).click()
  await still.getByRole('alert').first().waitFor()
  expect(await form.locator('[name=min]').inputValue()).toBe('80')
  expect(await form.locator('[name=reason]').inputValue()).toBe('Liian ahdas väli.')
  await still.goto(region.product.url + room)
  expect(await form.locator('[name=reason]').inputValue()).toBe('Liian ahdas väli.')
  await expectGood(coordinator)
})

it('shows what a portfolio covers, one beside another, on a phone and without script', async () => {
  const { phone, still } = pages
  for (const page of [phone, still]) {
    await page.goto(region.product.url + room)
    await columns(page)
    const shown = page.locator('#sel-effect')
    await shown.locator('[name=with]').selectOption({ index: 2 })
    await shown.getByRole('button', { name: e.look }).click()
    await page.locator('#sel-effect .two').waitFor()
    expect(await shown.locator('.sel-effect > div').count()).toBe(2)
    expect(await shown.textContent()).toContain('Helsinki')
    await expectGood(page)
  }
})

it('forces with a reason only, and shows the reason to those who may see it', async () => {
  const { coordinator, phone, aside } = pages
  const { code } = meeting.candidates[0]!
  const force = card(coordinator, code).locator(`[data-key="force-${code}"]`)
  await more(coordinator, code)
  await force.getByRole('button', { name: t.forceIn(code) }).click()
  await coordinator.getByRole('alert').waitFor()
  await force.locator('[name=reason]').fill('Sopimus edellyttää tätä.')
  await force.getByRole('button', { name: t.forceIn(code) }).click()
  await sees(phone, t.forcedIn)
  await sees(aside, ts.forcedIn)
  expect((await columns(phone)).yes).toContain(code)
  expect(await main(phone)).toContain('Sopimus edellyttää tätä.')
  expect(await main(aside)).not.toContain('Sopimus edellyttää tätä.')
})

it('votes if it must, and shows the count when the vote is ended', async () => {
  const { coordinator, phone, still } = pages
  await coordinator.locator('[data-key="ask-vote"] > summary').click()
  const ask = coordinator.locator('[data-key="ask-vote"]')
  await ask.locator('[name=question]').fill('Painotetaanko uutuutta?')
  await ask.locator('[name=option-0]').fill('Kyllä')
  await ask.locator('[name=option-1]').fill('Ei')
  await ask.getByRole('button', { name: v.ask }).click()
  await sees(phone, 'Painotetaanko uutuutta?')
  await phone.getByRole('radio', { name: 'Kyllä' }).check()
  await phone.locator('.sel-vote').getByRole('button', { name: v.vote, exact: true }).click()
  await sees(phone, `${v.yours}: Kyllä`)
  await still.goto(region.product.url + room)
  await still.getByRole('radio', { name: 'Kyllä' }).check()
  await still.locator('.sel-vote').getByRole('button', { name: v.vote, exact: true }).click()
  await sees(coordinator, v.voted('2', '3'))
  await coordinator.locator('.sel-vote').getByRole('button', { name: v.end }).click()
  await coordinator.locator('.sel-vote .tag', { hasText: v.closed }).waitFor()
  await sees(phone, v.closed)
  await expectGood(coordinator)
  await expectGood(phone)
})

it('chooses, closes, is signed, and its record computes to the same', async () => {
  const { coordinator, phone, aside, still } = pages
  const choose = coordinator.locator('.sel-choose')
  await choose.locator('summary').click()
  await choose.locator('[name=reasons]').fill('Varmin kaikilla sallituilla painoilla.')
  await choose.getByRole('button', { name: s.choose }).click()
  await coordinator.locator('.sel-chosen').getByText('Varmin kaikilla sallituilla painoilla.').waitFor()
  await phone.locator('.sel-chosen').waitFor()
  await expectGood(coordinator)
  const ended = coordinator.waitForEvent('load')
  await coordinator.getByRole('button', { name: s.close }).click()
  await ended
  expect(`${new URL(coordinator.url()).pathname} ${await main(coordinator)}`).toMatch(/\/record /)
  for (const [page, words] of [
    [phone, recordText.fi],
    [aside, recordText.sv],
    [still, recordText.fi],
  ] as const) {
    const prefix = page === aside ? '/sv' : ''
    await page.goto(`${region.product.url}${prefix}/selections/${meeting.id}/record`)
    await page.getByRole('button', { name: words.sign }).click()
    await page.waitForLoadState()
  }
  const file = await coordinator.request.get(`${region.product.url}/selections/${meeting.id}/record.json`)
  const record = await file.text()
  expect(verifyFile(record)).toMatchObject({ differs: [] })
  expect(verifyFile(record.replace('Sopimus edellyttää', 'Sopimus edellytti'))?.differs).not.toEqual([])
  const { signatures } = (await (await coordinator.request.get(`${region.product.url}${room}.json`)).json())
    .room
  expect(signatures).toHaveLength(3)
  await coordinator.goto(region.product.url + room)
  await expectGood(coordinator)
  expect(await coordinator.getByRole('button', { name: t.sayInMeeting }).count()).toBe(0)
})
