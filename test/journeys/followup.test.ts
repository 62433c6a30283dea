import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayIn, formatDay } from '../../src/kernel/time.ts'
import { formText } from '../../src/modules/followup/form-text.ts'
import { listText } from '../../src/modules/followup/list-text.ts'
import { packetText } from '../../src/modules/followup/packet-text.ts'
import { reconcileText } from '../../src/modules/followup/reconcile-text.ts'
import { packetMachine } from '../../src/modules/followup/rules.ts'
import { text } from '../../src/modules/followup/text.ts'
import { daysAfter } from '../../src/modules/reports/periods.ts'
import { belongsTo } from '../organisations.ts'
import { applyList } from '../sample-projects.ts'
import { type Gate, openGate } from './gate.ts'
import { expectGood } from './region.ts'

const phone = { width: 390, height: 800 }
const desk = { width: 1280, height: 800 }
const home = '/ecosystems/hev'
const title = 'Robotiikan testiympäristö'
const on = (days: number) => formatDay(daysAfter(dayIn(new Date()), days), 'fi')

let gate: Gate
const people: Record<string, string> = {}
beforeAll(async () => {
  gate = await openGate()
  const lead = { name: 'Pohjan yliopisto' }
  const project = (code: string, more: object) => ({
    code,
    title,
    fund: 'ERDF',
    start: '2026-01-01',
    lead,
    granted: '100000.00',
    currency: 'EUR',
    ...more,
  })
  await applyList(gate.database.db, 'hankkeet.csv', '2026-01-01', [project('R1', { end: '2027-12-31' })])
  await applyList(gate.database.db, 'virallinen.csv', '2026-02-01', [
    project('A90001', { end: '2028-02-29' }),
  ])
  const add = async (
    name: string,
    office: 'coordinator' | 'council-officer' | 'project-manager',
    more = {},
  ) => gate.person(`${office}-${name.length}@example.fi`, { name, offices: [office], ...more })
  people.coordinator = await add('Kaisa Koordinaattori', 'coordinator')
  people.officer = await add('Leo Liittolainen', 'council-officer')
  people.swede = await add('Lena Landskap', 'council-officer', { language: 'sv' })
  people.manager = await add('Pia Projektipäällikkö', 'project-manager')
  const { id } = await gate.database.db
    .selectFrom('organisation')
    .where('name', '=', lead.name)
    .select('id')
    .executeTakeFirstOrThrow()
  await belongsTo(gate.database, { id: people.manager }, id)
})
afterAll(() => gate.stop())

async function asPerson(who: string, viewport: typeof phone): Promise<Page> {
  const page = await gate.open('/sign-in', { viewport })
  await gate.signIn(page, people[who]!)
  return page
}
const go = (page: Page, path: string) => page.goto(gate.product.url + path)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const stands = (page: Page, state: string) => page.locator('.page-head .tag', { hasText: state }).waitFor()

let followup: string

it('the coordinator takes a project that was funded elsewhere into follow-up by its code', async () => {
  const t = text.fi
  const page = await asPerson('coordinator', desk)
  await go(page, `${home}/followup`)
  await expectGood(page)
  await page.getByLabel(t.code).fill('R1')
  await press(page, listText.fi.begin)
  await page.waitForURL('**/followup/*-*')
  followup = new URL(page.url()).pathname
  await expectGood(page)
  await page.context().close()
})

it('the project manager writes a milestone and a risk on a phone; what is wrong costs nothing', async () => {
  const [t, f] = [text.fi, formText.fi]
  const page = await asPerson('manager', phone)
  await go(page, followup)
  await page.getByRole('link', { name: t.add.milestone }).click()
  await expectGood(page)
  await page.getByLabel(f.milestoneName, { exact: true }).fill('Testiympäristö auki')
  await page.getByLabel(t.fields.due).fill('31.2.2027')
  await press(page, f.save)
  await page.getByRole('link', { name: /Päivää ei voi lukea/ }).waitFor()
  await expectGood(page)
  expect(await page.getByLabel(f.milestoneName, { exact: true }).inputValue()).toBe('Testiympäristö auki')
  await page.getByLabel(t.fields.due).fill(on(-3))
  await press(page, f.save)
  await stands(page, t.milestoneStates.late)
  await expectGood(page)

  await go(page, `${followup}/new/risk`)
  await page.getByLabel(f.riskName).fill('Laitteet viivästyvät')
  await page.getByRole('radio', { name: /^4 todennäköinen/ }).check()
  await page.getByRole('radio', { name: /^5 estää tavoitteen/ }).check()
  await page.getByLabel(t.fields.response).fill('Tilataan ajoissa.')
  await expectGood(page)
  await press(page, f.save)
  await stands(page, t.levels.high)

  await go(page, followup)
  await expectGood(page)
  expect(await page.locator('.fol-late').textContent()).toContain('Testiympäristö auki')
  await go(page, '/workspace')
  expect(await page.getByRole('link', { name: `${title}: 1 myöhässä` }).count()).toBe(1)
  await page.context().close()
})

let packet: string

it('sends a follow-up report that is composed of it; the officer returns it, it is mended and approved', async () => {
  const p = packetText.fi
  const manager = await asPerson('manager', phone)
  await go(manager, `${followup}/packets/new`)
  await expectGood(manager)
  await manager.getByLabel(text.fi.fields.from).fill(on(-90))
  await manager.getByLabel(text.fi.fields.to).fill(on(-1))
  await press(manager, p.begin)
  await manager.waitForURL(/packets\/[0-9a-f-]{36}$/)
  packet = new URL(manager.url()).pathname
  expect(await manager.locator('.fol-packet').textContent()).toContain('Laitteet viivästyvät')
  await manager.getByLabel(p.words.summary).fill('Ympäristö avataan myöhässä.')
  await expectGood(manager)
  await press(manager, packetMachine.events.send.says.fi)
  await stands(manager, packetMachine.states.sent.fi)
  await expectGood(manager)

  const officer = await asPerson('officer', desk)
  await officer.getByRole('link', { name: `${title}: 1 odottaa ratkaisua` }).click()
  await officer.waitForURL(`**${packet}`)
  await expectGood(officer)
  await officer.getByLabel(p.handleReason).fill('Kerro, milloin ympäristö avataan')
  await press(officer, packetMachine.events.return.says.fi)
  await stands(officer, packetMachine.states.returned.fi)

  await go(manager, packet)
  expect(await manager.getByText('Kerro, milloin ympäristö avataan').count()).toBeGreaterThan(0)
  await manager.getByLabel(p.words.summary).fill('Ympäristö avataan kesäkuussa.')
  await press(manager, packetMachine.events.send.says.fi)
  await stands(manager, packetMachine.states.sent.fi)

  const swede = await asPerson('swede', phone)
  await go(swede, `/sv${packet}`)
  await expectGood(swede)
  await press(swede, packetMachine.events.approve.says.sv)
  await stands(swede, packetMachine.states.approved.sv)
  await expectGood(swede)
  await go(swede, `/sv${packet}?version=1`)
  await swede.getByText(packetText.sv.past).waitFor()
  expect(await swede.locator('.fol-packet').textContent()).toContain('avataan myöhässä')
  for (const page of [manager, officer, swede]) await page.context().close()
})

it('a field is taken from the official list, and the project’s page says it at once', async () => {
  const t = reconcileText.fi
  const page = await asPerson('manager', phone)
  await go(page, `${followup}/reconciliation`)
  await expectGood(page)
  await page.getByRole('button', { name: new RegExp(`^${t.thisOne}`) }).click()
  await page.locator('#end .tag', { hasText: t.open }).waitFor()
  await expectGood(page)
  await page
    .locator('#end')
    .getByRole('button', { name: new RegExp(`^${t.takeList}`) })
    .click()
  await page.locator('#end .tag', { hasText: t.same }).waitFor()
  expect(await page.locator('#end .fol-sides').textContent()).toMatch(/29\.2\.2028.*29\.2\.2028/s)
  await go(page, '/projects/R1')
  await expectGood(page)
  expect(await page.locator('.page-head').textContent()).toContain('29.2.2028')
  expect(await page.locator('#followup').textContent()).toContain(text.fi.levels.high)
  await go(page, `/sv${followup}`)
  await expectGood(page)
  await page.context().close()
})
