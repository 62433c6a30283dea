import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { formText } from '../../src/modules/funding/form-text.ts'
import { sheetText } from '../../src/modules/funding/sheet-text.ts'
import { text } from '../../src/modules/funding/text.ts'
import { openPage } from '../browser.ts'
import { commonGrantsErrors } from '../common-grants.ts'
import { dataAtHand } from '../data-at-hand.ts'
import { readCalendar, textOf } from '../ical.ts'
import { callIn } from '../matters.ts'
import { somebody } from '../people.ts'
import { expectGood, openRegion, type Region } from './region.ts'

vi.setConfig({ testTimeout: 180_000 })

let region: Region
let page: Page
let call: string

const t = text.fi
const f = formText.fi
const at = (path: string) => region.product.url + path
const go = (path: string) => page.goto(at(path))
const said = async () => (await page.locator('main').textContent())!.replaceAll('\u00a0', ' ')
const press = async (name: string | RegExp) => {
  const loaded = page.waitForEvent('load')
  await page.locator('main').getByRole('button', { name, exact: true }).first().click()
  await loaded
}

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
  const { db } = region.database
  const { id: hev } = await db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  const keeper = await somebody(region.database, 'Kaisa Koordinaattori', [['coordinator', null]])
  call = await callIn(region.database, hev, {
    code: 'hev-haku',
    settings: {
      title: { fi: 'Oma haku', sv: 'Egen utlysning' },
      lead: { fi: 'Kehittämiseen.' },
      moneyTotal: '900000.00',
      mostGrant: '300000.00',
      applicants: ['municipality', 'company'],
      rates: [{ costModel: null, most: '60' }],
    },
  })
  await db
    .updateTable('call')
    .set({
      state: 'open',
      title: JSON.stringify({ fi: 'Oma haku', sv: 'Egen utlysning' }),
      opens_at: new Date('2026-01-01T07:00:00Z'),
      closes_at: new Date('2099-06-30T13:15:00Z'),
      opened_at: new Date('2026-01-01T07:00:00Z'),
    })
    .where('id', '=', call)
    .execute()
  page = await openPage(region.browser, { viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(15_000)
  await page.context().addCookies([{ name: 'talkoot_session', value: keeper.session, url: at('') }])
})
afterAll(() => region.stop())

it('an entry is added by hand: what is wrong is said, and it stands in the list beside the own call', async () => {
  await go('/funding')
  await expectGood(page)
  await page.getByRole('link', { name: t.add }).click()
  await page.locator('[name=titleFi]').fill('Vetytalouden kehittämishaku')
  await page.locator('[name=titleSv]').fill('Utlysning för väteekonomi')
  await page.locator('[name=funder]').fill('Esimerkkirahasto')
  await page.locator('[name=level][value=eu]').check()
  await page.locator('[name=applicants][value=municipality]').check()
  await page.locator('[name=aidRate]').fill('70')
  await page.locator('[name=most]').fill('paljon')
  await page.locator('[name=closes]').fill('31.12.2098')
  await press(f.save)
  await page.locator('.errors a[href="#f-most"]').waitFor()
  await expectGood(page)
  await page.locator('[name=most]').fill('250 000')
  await press(f.save)
  const entry = await said()
  for (const fact of ['Vetytalouden kehittämishaku', 'Esimerkkirahasto', '250 000', '70 %', '31.12.2098'])
    expect(entry).toContain(fact)
  await expectGood(page)
  await go('/funding?level=eu&q=vetytalous')
  expect(await page.locator('main table').textContent()).toContain('Vetytalouden kehittämishaku')
  expect(await page.locator('#own').textContent()).toContain('Oma haku')
  await expectGood(page)
  await go('/funding?level=regional')
  expect(await said()).toContain(t.nothing)
})

const opportunity = {
  id: '573525f2-8e15-4405-83fb-e6523511d893',
  title: 'Clean water pilots',
  status: { value: 'open' },
  description: 'Pilots of clean water.',
  funding: { maxAwardAmount: { amount: '120000', currency: 'EUR' } },
  keyDates: { closeDate: { name: 'Application deadline', eventType: 'singleDate', date: '2098-05-01' } },
  createdAt: '2026-01-01T00:00:00Z',
  lastModifiedAt: '2026-01-02T00:00:00Z',
}

it('files come in after a look at every row: CSV with a fault, JSON of CommonGrants, and the list’s own export', async () => {
  const c = sheetText.fi
  const csv = [
    [c.externalId, c.titleFi, c.funder, c.stage, c.closes].join(';'),
    'a1;Kiertotalouden haku;Säätiö;Avoinna;30.11.2098',
    'a2;Virheellinen haku;Säätiö;Avoinna;31.2.2098',
  ].join('\n')
  const look = async (name: string, mimeType: string, content: string, source = 'Säätiön luettelo') => {
    await go('/funding/import')
    await page.locator('[name=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
    await page.locator('[name=source]').fill(source)
    await press(f.look)
  }
  await look('luettelo.csv', 'text/csv', csv)
  const rows = page.locator('main table tbody tr')
  expect(await rows.first().textContent()).toContain(f.verdicts.wrong)
  expect(await rows.first().textContent()).toContain(c.closes)
  expect(await rows.nth(1).textContent()).toContain(f.verdicts.new)
  await expectGood(page)
  await press(f.apply(1))
  expect(await said()).toContain(f.done(1))
  await expectGood(page)
  await look('calls.json', 'application/json', JSON.stringify({ items: [opportunity] }), 'Grants')
  await press(f.apply(1))
  const exported = await page.request.get(at('/funding/export.json'))
  await look('oma.json', 'application/json', await exported.text(), '')
  expect(await said()).toContain(f.nothing)
  await go('/funding')
  const listed = await page.locator('main table').textContent()
  for (const name of ['Kiertotalouden haku', 'Clean water pilots', 'Vetytalouden kehittämishaku'])
    expect(listed).toContain(name)
})

it('what has grown old is told on one’s own page, and is fresh again once it has been looked at', async () => {
  await region.database.db
    .updateTable('funding')
    .set({ checked_on: '2026-01-01' })
    .where('external_id', '=', 'a1')
    .execute()
  await go('/workspace')
  await page
    .locator('main')
    .getByRole('link', { name: t.turn(1) })
    .first()
    .click()
  await page.getByRole('link', { name: 'Kiertotalouden haku' }).click()
  expect(await said()).toContain(t.stale)
  await expectGood(page)
  await press(t.check)
  await go('/funding?stale=1')
  expect(await page.locator('#list').textContent()).not.toContain('Kiertotalouden haku')
})

it('a visitor on a phone without script sees the same in Swedish', async () => {
  const visitor = await region.open('/sv/funding', {
    viewport: { width: 390, height: 800 },
    javaScriptEnabled: false,
    script: false,
  })
  expect(await visitor.locator('#own').textContent()).toContain('Egen utlysning')
  expect(await visitor.locator('main table').textContent()).toContain('Utlysning för väteekonomi')
  await expectGood(visitor)
  await visitor.getByRole('link', { name: 'Utlysning för väteekonomi' }).click()
  await expectGood(visitor)
  await visitor.context().close()
})

it('feeds are read by a reader of RSS and one of iCalendar', async () => {
  for (const [feed, names] of [
    ['/funding/feed.xml', ['Vetytalouden kehittämishaku', 'Kiertotalouden haku', 'Clean water pilots']],
    ['/calls/feed', ['Oma haku']],
  ] as const) {
    const xml = await (await page.request.get(at(feed))).text()
    const read = (await page.evaluate(
      `(() => {
        const d = new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml')
        const of = (item, name) => item.querySelector(name)?.textContent ?? ''
        return { broken: d.querySelector('parsererror') !== null, root: d.documentElement.nodeName,
          version: d.documentElement.getAttribute('version'),
          items: [...d.querySelectorAll('channel > item')].map((i) => ['title', 'link', 'guid', 'pubDate'].map((n) => of(i, n))) }
      })()`,
    )) as { broken: boolean; root: string; version: string; items: string[][] }
    expect(read).toMatchObject({ broken: false, root: 'rss', version: '2.0' })
    expect(read.items.map(([title]) => title).toSorted()).toEqual([...names].toSorted())
    for (const [, link, guid, date] of read.items) {
      expect(URL.canParse(link!)).toBe(true)
      expect(guid).not.toBe('')
      expect(Number.isNaN(Date.parse(date!))).toBe(false)
    }
  }
  for (const [path, names] of [
    ['/funding/deadlines.ics', ['Vetytalouden', 'Kiertotalouden', 'Clean water']],
    ['/calls/calendar.ics', ['Oma haku', 'Oma haku']],
  ] as const) {
    const [calendar] = readCalendar(await (await page.request.get(at(path))).text()).parts
    const events = calendar!.parts.filter((p) => p.name === 'VEVENT')
    expect(events.map((e) => names.some((name) => textOf(e, 'SUMMARY')!.includes(name)))).toEqual(
      names.map(() => true),
    )
  }
})

it('the own call is an opportunity of CommonGrants 0.4: listed, read, searched, filtered, sorted, page by page', async () => {
  const base = '/api/common-grants/opportunities'
  const get = async (path: string) => (await page.request.get(at(base + path))).json()
  const search = async (body: object) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch(at(`${base}/search`), { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const valid = (value: unknown, schema: string) =>
    dataAtHand ? expect(commonGrantsErrors(value, schema)).toEqual([]) : undefined
  const pages = [await get('?pageSize=2'), await get('?pageSize=2&page=2')]
  for (const one of pages) valid(one, 'Paginated')
  const items = pages.flatMap((p) => p.items)
  expect(items.length).toBe(4)
  const own = items.find((o) => o.id === call)
  valid(own, 'OpportunityBase')
  expect(own).toMatchObject({
    title: 'Oma haku',
    status: { value: 'open' },
    funding: { totalAmountAvailable: { amount: '900000.00', currency: 'EUR' } },
    keyDates: { closeDate: { date: '2099-06-30', time: '16:15:00' } },
  })
  const read = await get(`/${call}`)
  valid(read, 'Success')
  valid(read.data, 'OpportunityDetails')
  expect(read.data).toEqual(own)
  const days = { min: '2099-01-01', max: '2099-12-31' }
  const euros = (amount: string) => ({ amount, currency: 'EUR' })
  for (const filters of [
    { closeDateRange: { operator: 'between', value: days } },
    {
      totalFundingAvailableRange: { operator: 'between', value: { min: euros('1'), max: euros('1000000') } },
    },
    {
      status: { operator: 'in', value: ['open'] },
      maxAwardAmountRange: { operator: 'between', value: { min: euros('260000'), max: euros('400000') } },
    },
  ]) {
    const found = await search({ filters })
    valid(found, 'Filtered')
    expect(found.items.map((o: { id: string }) => o.id)).toEqual([call])
  }
  const sorted = await search({ sorting: { sortBy: 'keyDates.closeDate', sortOrder: 'desc' } })
  expect(sorted.items.map((o: { title: string }) => o.title)).toEqual([
    'Oma haku',
    'Vetytalouden kehittämishaku',
    'Kiertotalouden haku',
    'Clean water pilots',
  ])
  const closed = await search({ filters: { status: { operator: 'in', value: ['closed'] } } })
  expect(closed.items).toEqual([])
})
