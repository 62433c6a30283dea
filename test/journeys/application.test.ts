import fc from 'fast-check'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { commitmentText } from '../../src/modules/applications/commitment-gaps.ts'
import { moneyText } from '../../src/modules/applications/money-text.ts'
import { pageText } from '../../src/modules/applications/page-text.ts'
import { text } from '../../src/modules/applications/text.ts'
import { gateText } from '../../src/modules/conflicts/gate-text.ts'
import { text as conflictText } from '../../src/modules/conflicts/text.ts'
import { text as uiText } from '../../src/ui/text.ts'
import { zipParts } from '../zip-parts.ts'
import { makeCall } from './applied-call.ts'
import { expectGood, openRegion, type Region } from './region.ts'
import { settle, type Talker } from './talkers.ts'

const phone = { width: 390, height: 800 }
const t = text.fi
const p = pageText.fi
let region: Region
let aino: Talker
let bengt: Talker
let coordinator: Talker
let code: string

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
  aino = await settle(region, { name: 'Aino Virtanen', office: 'member', ecosystem: 'hev' })
  bengt = await settle(region, { name: 'Bengt Öst', office: 'member', ecosystem: 'hev', language: 'sv' })
  coordinator = await settle(region, { name: 'Kati Koski', office: 'coordinator', ecosystem: 'hev' })
  code = await makeCall(region)
})
afterAll(() => region.stop())

const open = (who: Talker, path: string, more: { script?: boolean; viewport?: typeof phone } = {}) =>
  region.open(path, { storageState: who.session, ...more })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first()
const go = (page: Page, path: string) => page.goto(region.product.url + path)
const ready = (page: Page) => page.locator('draft-form[data-ready]').waitFor()

/** Every word and amount that is in the drafts of an application now. */
async function kept(application: string): Promise<Map<string, unknown>> {
  const { rows } = await sql<{ name: string; value: unknown }>`
    select f.name, f.value from draft_field f join draft d on d.id = f.draft_id
    where d.state = 'open' and d.subject like ${`${application}.%`}`.execute(region.database.db)
  return new Map(rows.map((r) => [r.name, r.value]))
}
const keptAs = (application: string, name: string, value: string) =>
  vi.waitFor(async () => expect((await kept(application)).get(name)).toBe(value), { timeout: 10_000 })

/** What stands where a sum is shown, and the sentences beside the table. */
const sumsOn = (page: Page) =>
  page.evaluate(() => ({
    sums: Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-sum]')].map((e) => [
        e.dataset.sum,
        `${e.textContent}${e.classList.contains('bad') ? ' !' : ''}`,
      ]),
    ),
    said: document.querySelector('.balance')?.textContent,
  }))

/** Fills in what a section's page asks, by hand, with something that fits each field. */
const fitting: readonly (readonly [RegExp, string])[] = [
  [/business-id$/, '0201256-6'],
  [/postal-code$/, '00100'],
  [/website$/, 'https://example.fi'],
  [/iban$/, 'FI2112345600000785'],
  [/email$/, 'aino.virtanen@example.fi'],
  [/phone$/, '+358 40 123 4567'],
  [/starts$/, '1.3.2027'],
  [/(ends|signed)$/, '28.2.2029'],
  [/(baseline|target|amount)$/, '10'],
  [/./, 'Kuvaus tähän kohtaan.'],
]
/** Of a page without script: nobody listens to each field, so all are filled in at once. */
const fillIn = (page: Page): Promise<void> =>
  page.evaluate(
    (ways) => {
      const all = [
        ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
          ':is(form.draft, draft-form) :is(input, textarea, select)',
        ),
      ]
      for (const one of all) {
        if (!one.offsetParent || !one.name || one.classList.contains('amount-cell')) continue
        if (one instanceof HTMLSelectElement) one.selectedIndex ||= 1
        else if (one.type === 'radio' || one.type === 'checkbox')
          one.checked ||= !all.some((e) => e.name === one.name && (e as HTMLInputElement).checked)
        else if (one.value === '' && one.type !== 'file' && one.type !== 'hidden')
          one.value = ways.find(([name]) => new RegExp(name).test(one.name))![1]!
      }
    },
    fitting.map(([name, value]): [string, string] => [name.source, value]),
  )

/** Amounts as people type them, from a seed, so that a failure comes again. */
const amounts = fc.sample(
  fc.tuple(fc.bigInt({ min: 0n, max: 99_999_999n }), fc.nat(4)).map(([cents, way]) => {
    const [whole, rest] = [`${cents / 100n}`, String(cents % 100n).padStart(2, '0')]
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ')
    return [`${grouped},${rest}`, `${whole}.${rest}`, whole, `${grouped},${rest} €`, ''][way]!
  }),
  { numRuns: 60, seed: 4 },
)

let own: string
let id: string
/** The row of the second partner. */
let second: string

describe('an application', () => {
  it('is begun on a phone without script: partners, a budget, aid received', async () => {
    const page = await open(aino, `/calls/${code}/apply`, { script: false, viewport: phone })
    await expectGood(page)
    await press(page, t.apply.begin)
    await page.waitForLoadState()
    own = new URL(page.url()).pathname
    id = own.split('/').at(-1)!
    await expectGood(page)

    await go(page, `${own}/sections/partners`)
    await expectGood(page)
    await field(page, 'partners.1.organisation').fill('Testi Oy')
    await page.locator('button[name=rows][value^="add:partners"]').click()
    await page.waitForLoadState()
    const rows = (await page.locator('textarea[name="partners.rows"]').inputValue()).split('\n')
    expect(rows).toHaveLength(2)
    expect(await field(page, 'partners.1.organisation').inputValue()).toBe('Testi Oy')
    second = rows[1]!
    await field(page, `partners.${second}.organisation`).fill('Toinen Oy')
    await field(page, `partners.${second}.business-id`).fill('1234567-8')
    await press(page, t.section.next)

    await go(page, `${own}/sections/budget`)
    await field(page, 'budget.1.salaries').fill('100 000,50')
    await page.locator('button[name=draft-only]').click()
    await page.waitForLoadState()
    expect(await page.locator('[data-sum="1.total"]').textContent()).toMatch(/140.000,70/)
    await expectGood(page)

    await go(page, `${own}/sections/de-minimis`)
    await press(page, 'Lisää tuki')
    await page.waitForLoadState()
    expect(await page.locator('input[name^="de-minimis.aids."]').count()).toBe(3)
    await page.locator('button[name=money-rows][value^="remove:"]').click()
    await page.waitForLoadState()
    await expectGood(page)
    await page.context().close()

    for (const path of ['', '/people', '/preview', '/submit', '/print', '/withdraw']) {
      const one = await open(aino, `${own}${path}`)
      await expectGood(one)
      await one.context().close()
    }
    for (const nobody of [bengt, coordinator]) {
      const other = await open(nobody, own)
      expect(await other.locator('main').textContent()).not.toContain('Testi')
      expect((await other.request.get(`${region.product.url}/api/applications/${id}`)).status()).toBe(404)
      await other.context().close()
    }
    const office = await open(coordinator, `/calls/${code}/applications`)
    expect(await office.locator('main').textContent()).toContain(p.office.none)
    await expectGood(office)
    await office.context().close()
  })

  it('shows its money while it is typed just as the server counts it', async () => {
    let next = 0
    for (const section of ['budget', 'financing', 'budget', 'financing']) {
      const page = await open(aino, `${own}/sections/${section}`)
      await ready(page)
      const cells = await page.locator('input.amount-cell').all()
      for (const cell of cells) await cell.fill(amounts[next++ % amounts.length]!)
      await cells.at(-1)!.blur()
      const typed = await Promise.all(
        cells.map(async (cell) => [await cell.getAttribute('name'), await cell.inputValue()] as const),
      )
      const live = await sumsOn(page)
      await vi.waitFor(
        async () => {
          const now = await kept(id)
          for (const [name, value] of typed) expect(now.get(name!) ?? '').toBe(value)
        },
        { timeout: 10_000 },
      )
      // The server's own figures: no script touches them.
      const still = await open(aino, `${own}/sections/${section}`, { script: false })
      expect(await sumsOn(still)).toEqual(live)
      expect(live.said).not.toBe('')
      await still.context().close()
      if (next <= cells.length) {
        await cells[0]!.fill('1.234')
        await cells[0]!.blur()
        await page.getByText(moneyText.fi.amount.ambiguous).waitFor()
        await page.locator('money-sums [role=status]', { hasText: '1 määrää' }).waitFor({ state: 'attached' })
        await expectGood(page)
      }
      await page.context().close()
    }
  })

  it('is written with another organisation in Swedish, whose killed browser loses no word', async () => {
    const invite = await open(aino, `${own}/people`)
    await field(invite, 'email').fill('bengt.ost@example.fi')
    await press(invite, p.people.send)
    await invite.getByText('bengt.ost@example.fi').waitFor()
    const { body } = await region.database.db
      .selectFrom('mail')
      .select('body')
      .where('kind', '=', 'application-invitation')
      .executeTakeFirstOrThrow()
    await expectGood(invite)
    await invite.context().close()
    const page = await open(bengt, `/sv/applications/invitation?token=${/token=([\w-]+)/.exec(body)![1]}`)
    await expectGood(page)
    await press(page, pageText.sv.invitation.accept)
    await page.waitForURL(`**/sv${own}`)
    await expectGood(page)
    await go(page, `/sv${own}/sections/need`)
    await ready(page)
    await field(page, 'need').fill('Väte behövs i regionen.')
    await page.close()
    await keptAs(id, 'need', 'Väte behövs i regionen.')
    await page.context().close()
    const again = await open(bengt, `/sv${own}/sections/need`)
    expect(await field(again, 'need').inputValue()).toBe('Väte behövs i regionen.')
    await expectGood(again)
    // Who may edit does not send.
    await go(again, `/sv${own}/submit`)
    expect(await again.getByRole('button', { name: pageText.sv.submit.send }).count()).toBe(0)
    await again.context().close()
  })

  it('says what is missing, is sent with a receipt, and replaced with its differences told', async () => {
    const page = await open(aino, own, { script: false })
    const paths = await page
      .locator('a[href*="/sections/"]')
      .evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname))
    const amount = async (name: string, value: string) => field(page, name).fill(value)
    for (const path of new Set(paths)) {
      await go(page, path)
      if (path.endsWith('/partners')) {
        await press(page, t.section.next)
        // A business id that is none is told at its field.
        await page.locator('.err', { has: page.locator(`[name="partners.${second}.business-id"]`) }).waitFor()
        await amount(`partners.${second}.business-id`, '0211675-2')
        await field(page, 'partners.1.role').selectOption('lead')
        await field(page, `partners.${second}.role`).selectOption('partner')
      }
      for (const cell of await page.locator('input.amount-cell').all()) await cell.fill('')
      if (path.endsWith('/budget')) {
        await amount('budget.1.salaries', '100 000,00')
        await amount(`budget.${second}.salaries`, '1000')
      }
      if (path.endsWith('/financing'))
        for (const [name, value] of Object.entries({
          'financing.1.grant': '84000',
          'financing.1.own': '56 000',
          [`financing.${second}.grant`]: '840,00',
          [`financing.${second}.own`]: '560.00',
        }))
          await amount(name, value)
      await fillIn(page)
      await page.locator('main form button[type=submit]:not([name])').first().click()
      await page.waitForLoadState()
    }
    // What a financier has committed is none of the plan's: told there, and before sending, until the two agree.
    await go(page, `${own}/submit`)
    expect(await page.locator('main').textContent()).toMatch(/sitoumuksia on 10\s€/)
    await go(page, `${own}/sections/financing`)
    expect(await page.locator('main').textContent()).toContain(commitmentText.fi.title)
    await expectGood(page)
    await page.locator('[name^="commitments."][name$=".amount"]').fill('0')
    await press(page, t.section.next)
    await go(page, `${own}/submit`)
    expect(await page.locator('main').textContent()).toContain(p.submit.ready)
    await expectGood(page)
    await press(page, p.submit.send)
    await page.waitForURL('**/receipt')
    await expectGood(page)
    expect(await page.locator('main').textContent()).toContain(`${code}/1/1`)

    await go(page, `${own}/sections/financing`)
    await amount('financing.1.grant', '83 000,50')
    await amount('financing.1.own', '56 999,50')
    await page.locator('button[name=draft-only]').click()
    await go(page, `${own}/submit`)
    await press(page, p.submit.send)
    await page.waitForURL('**/receipt')
    for (const path of ['/versions/1', '/versions/2', '/print', '']) {
      await go(page, own + path)
      await expectGood(page)
    }
    await go(page, `${own}/versions/2`)
    const said = await page.locator('main').textContent()
    for (const part of [p.reading.differences(1), '83 000,50', '-999,50'])
      expect(said?.replaceAll(/\s/g, ' ').replaceAll('−', '-')).toContain(part)
    await page.context().close()
  })

  it('is read by its office, completed on request, and taken along as a packet', async () => {
    const page = await open(coordinator, `/en/calls/${code}/applications`)
    await expectGood(page)
    await page.setViewportSize(phone)
    await page.locator('main').getByText(uiText.en.columnsButton, { exact: true }).click()
    await page.getByLabel(pageText.en.office.business).check()
    await press(page, uiText.en.columnsApply)
    await page.waitForURL('**columns=business**')
    await expectGood(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('link', { name: 'Kuvaus tähän kohtaan.' }).first().click()
    await page.waitForURL(`**/en${own}`)
    await expectGood(page)
    // Until one has declared there is the cover: who applies, and the way to declare.
    expect(await page.locator('main').textContent()).toContain(gateText.en.titles['must-declare'])
    expect(await page.locator('main').textContent()).not.toContain(text.en.list.versions)
    for (const way of ['/versions/1', '/packet.zip', '/print'])
      expect((await page.request.get(`${region.product.url}${own}${way}`)).status()).toBe(403)
    const api = await page.request.get(`${region.product.url}/api${own}/versions/1`)
    expect([api.status(), await api.text()]).toEqual([
      403,
      expect.stringContaining(gateText.en.why['must-declare']),
    ])
    await page.getByRole('link', { name: gateText.en.toDeclare }).click()
    await page.locator('[name=says][value=none]').check()
    await press(page, conflictText.en.send)
    await page.getByRole('link', { name: gateText.en.open }).click()
    await page.waitForURL(`**/en${own}`)
    await expectGood(page)
    await page.getByRole('link', { name: pageText.en.office.ask }).click()
    await page.locator('[name=sections][value=need]').check()
    await field(page, 'message').fill('Kertokaa tarkemmin, kuka tarvitsee.')
    await field(page, 'due').fill('2099-01-31')
    await expectGood(page)
    await press(page, pageText.en.office.sendAsk)
    await page.waitForURL(`**/en${own}`)
    await expectGood(page)

    const writer = await open(bengt, `/sv${own}`, { viewport: phone })
    await writer.getByText('Kertokaa tarkemmin').first().waitFor()
    await expectGood(writer)
    await go(writer, `/sv${own}/sections/financing`)
    expect(await writer.locator('input.amount-cell').count()).toBe(0)
    await go(writer, `/sv${own}/sections/need`)
    await ready(writer)
    await field(writer, 'need').fill('Väte behövs i hela regionen.')
    await keptAs(id, 'need', 'Väte behövs i hela regionen.')
    await writer.context().close()
    const sender = await open(aino, `${own}/submit`)
    await press(sender, p.submit.send)
    await sender.waitForURL('**/receipt')
    await sender.context().close()

    await go(page, `/en${own}/versions/3`)
    expect(await page.locator('ins').allTextContents()).toEqual([expect.stringContaining('hela')])
    await expectGood(page)
    const zip = zipParts(await (await page.request.get(`${region.product.url}${own}/packet.zip`)).body())
    expect([...zip.keys()].sort()).toEqual(['application.json', 'index.html', 'log.csv'])
    expect(JSON.parse(zip.get('application.json')!.toString()).receipt.receipt).toBe(`${code}/1/3`)
    expect(zip.get('index.html')!.toString()).toContain('Väte behövs i hela regionen.')
    for (const format of ['csv', 'xlsx', 'json'])
      expect(
        (
          await page.request.get(`${region.product.url}/calls/${code}/applications/export.${format}`)
        ).status(),
      ).toBe(200)
    await page.context().close()
  })
})
