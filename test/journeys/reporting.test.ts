import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayIn, formatDay } from '../../src/kernel/time.ts'
import { formText } from '../../src/modules/indicators/form-text.ts'
import { text as indicatorText } from '../../src/modules/indicators/text.ts'
import { daysAfter, periodAround } from '../../src/modules/reports/periods.ts'
import { reportMachine } from '../../src/modules/reports/rules.ts'
import { text } from '../../src/modules/reports/text.ts'
import { belongsTo } from '../organisations.ts'
import { applyList } from '../sample-projects.ts'
import { type Gate, openGate } from './gate.ts'
import { expectGood } from './region.ts'

const phone = { width: 390, height: 800 }
const desk = { width: 1280, height: 800 }
const home = '/ecosystems/hev'
/** The quarter that ended last, whenever the test is run. */
const quarter = periodAround(daysAfter(periodAround(dayIn(new Date()), 'quarter').from, -1), 'quarter')
const starts = formatDay(quarter.from, 'fi')

const project = (code: string, title: string, lead: string) => ({
  code,
  title,
  fund: 'ERDF',
  start: '2022-01-01',
  lead: { name: lead },
  granted: '100000.00',
  currency: 'EUR',
})

let gate: Gate
const people: Record<string, string> = {}
beforeAll(async () => {
  gate = await openGate()
  await applyList(gate.database.db, 'hankkeet.csv', '2025-01-01', [
    project('R1', 'Robotiikan testiympäristö', 'Pohjan yliopisto'),
    project('R2', 'Tekoäly tuotannossa', 'Etelän ammattikorkeakoulu'),
  ])
  const { db } = gate.database
  const add = async (
    name: string,
    office: 'coordinator' | 'council-officer' | 'project-manager',
    more = {},
  ) => gate.person(`${office}-${name.length}@example.fi`, { name, offices: [office], ...more })
  people.coordinator = await add('Kaisa Koordinaattori', 'coordinator')
  people.officer = await add('Leo Liittolainen', 'council-officer')
  people.manager = await add('Pia Projektipäällikkö', 'project-manager')
  people.second = await add('Bengt Byggare', 'project-manager', { language: 'sv' })
  for (const [person, name] of [
    [people.manager, 'Pohjan yliopisto'],
    [people.second, 'Etelän ammattikorkeakoulu'],
  ] as const) {
    const { id } = await db
      .selectFrom('organisation')
      .where('name', '=', name)
      .select('id')
      .executeTakeFirstOrThrow()
    await belongsTo(gate.database, { id: person }, id)
  }
})
afterAll(() => gate.stop())

async function asPerson(who: string, viewport: typeof phone): Promise<Page> {
  const page = await gate.open('/sign-in', { viewport })
  await gate.signIn(page, people[who]!)
  return page
}
const go = (page: Page, path: string) => page.goto(gate.product.url + path)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

it('the coordinator chooses what is measured, sets a target and settles when projects report', async () => {
  const t = formText.fi
  const page = await asPerson('coordinator', desk)
  await go(page, `${home}/indicators/add`)
  await expectGood(page)
  await page.getByRole('checkbox', { name: /^RCO01 / }).check()
  await press(page, t.take)
  await page.getByRole('link', { name: /^RCO01/ }).click()
  await page.getByRole('link', { name: indicatorText.fi.setTarget }).click()
  await page.getByLabel(t.target, { exact: true }).fill('4')
  await page.getByLabel(t.due).fill(`31.12.${Number(quarter.to.slice(0, 4)) + 2}`)
  await expectGood(page)
  await press(page, t.saveTarget)
  await page.waitForURL(/indicators\/[0-9a-f-]{36}$/)
  await expectGood(page)

  const r = text.fi
  await go(page, `${home}/reports/scheme`)
  await page.getByLabel(r.periodLength).selectOption('quarter')
  await page.getByLabel(r.dueDays).fill('150')
  await page.getByLabel(r.starts).fill(starts)
  await expectGood(page)
  await press(page, r.saveScheme)
  await page.waitForURL(`**${home}/reports`)
  for (const code of ['R1', 'R2']) {
    await go(page, `${home}/reports/add`)
    await page.getByLabel(r.projectCode).fill(code)
    await page.getByLabel(r.addStarts).fill(starts)
    await press(page, r.addProject)
    await page.waitForURL(`**${home}/reports`)
  }
  await expectGood(page)
  expect(await page.getByRole('link', { name: 'Robotiikan testiympäristö' }).count()).toBe(1)
  await page.context().close()
})

/** The state in the head of the report's page. */
const stands = (page: Page, state: string) => page.locator('.page-head .tag', { hasText: state }).waitFor()

let report: string

it('a project manager reports on a phone, row by row where something is wrong', async () => {
  const t = text.fi
  const page = await asPerson('manager', phone)
  await page
    .getByRole('link', { name: /Täytä raportti/ })
    .first()
    .click()
  await page.waitForURL('**/reports/*')
  report = new URL(page.url()).pathname
  await expectGood(page)
  await page.getByLabel(t.enterprises).fill('0737546-2; Alfa Oy; pieni\n2331972-8; Beeta Oy')
  await press(page, t.sendOne)
  const wrong = page.getByRole('link', { name: /Rivi 2 \(2331972-8; Beeta Oy\)/ })
  await wrong.waitFor()
  await expectGood(page)
  // Nothing typed was lost.
  expect(await page.getByLabel(t.enterprises).inputValue()).toContain('Alfa Oy; pieni')
  await page.getByLabel(t.enterprises).fill('0737546-2; Alfa Oy; pieni\n2331972-7; Beeta Oy')
  await page.getByLabel(t.narrative).fill('Kokeiluihin osallistuneet yritykset.')
  await press(page, t.sendOne)
  await stands(page, reportMachine.states.sent.fi)
  await expectGood(page)
  await page.context().close()
})

it('the officer returns it with a reason, the manager mends it, the officer approves, and the figure moves', async () => {
  const t = text.fi
  const officer = await asPerson('officer', desk)
  await officer.getByRole('link', { name: /Käsittele raportti/ }).click()
  await officer.getByLabel(t.reason).fill('Beetan sopimus puuttuu liitteistä')
  await expectGood(officer)
  await press(officer, reportMachine.events.return.says.fi)
  await stands(officer, reportMachine.states.returned.fi)

  const manager = await asPerson('manager', phone)
  await go(manager, report)
  expect(await manager.getByText('Beetan sopimus puuttuu liitteistä').count()).toBeGreaterThan(0)
  await expectGood(manager)
  await manager.getByLabel(t.enterprises).fill('0737546-2; Alfa Oy; pieni\n1572860-0; Gamma Oy; mikro')
  await press(manager, t.sendOne)
  await stands(manager, reportMachine.states.sent.fi)

  await go(officer, `${home}/indicators`)
  expect(await officer.getByText(indicatorText.fi.nothingYet).count()).toBe(1)
  await go(officer, report)
  await press(officer, reportMachine.events.approve.says.fi)
  await stands(officer, reportMachine.states.approved.fi)
  await go(officer, `${home}/indicators`)
  await expectGood(officer)
  expect(await officer.locator('td .num').first().textContent()).toMatch(/^2\s*yritystä/)
  await officer.context().close()
  await manager.context().close()
})

it('an enterprise that another project reports too counts once; in Swedish, with the list behind the number', async () => {
  const [t, i] = [text.sv, indicatorText.sv]
  const second = await asPerson('second', phone)
  await go(second, '/sv/workspace')
  await second
    .getByRole('link', { name: /Fyll i rapporten/ })
    .first()
    .click()
  await second.getByLabel(t.enterprises).fill('0737546-2; Alfa Oy\nDelta utan nummer')
  await expectGood(second)
  await press(second, t.sendOne)
  await stands(second, reportMachine.states.sent.sv)
  const own = new URL(second.url()).pathname

  const officer = await asPerson('officer', phone)
  await go(officer, own)
  await press(officer, reportMachine.events.approve.says.sv)
  await stands(officer, reportMachine.states.approved.sv)
  await go(officer, `/sv${home}/indicators`)
  await expectGood(officer)
  expect(await officer.locator('td .num').first().textContent()).toMatch(/^2\s*företag/)
  await officer.getByRole('link', { name: /^RCO01/ }).click()
  await officer.waitForURL(/indicators\/[0-9a-f-]{36}$/)
  await expectGood(officer)
  const alfa = officer.locator('#enterprises tr', { hasText: '0737546-2' })
  expect(await alfa.getByRole('link').allTextContents()).toEqual([
    'Robotiikan testiympäristö',
    'Tekoäly tuotannossa',
  ])
  expect(await officer.getByText(i.enterprisesLead).count()).toBe(1)

  // The situation picture follows without anybody's hand, and its figure tells where it comes from.
  const picture = async () => {
    await go(officer, '/sv/situation/ecosystem-hev')
    return (await officer.locator('tr', { hasText: 'RCO01' }).locator('td').first().textContent()) ?? ''
  }
  await expect.poll(picture, { timeout: 60_000, interval: 1_000 }).toMatch(/^2\s*företag/)
  await expectGood(officer)
  await go(officer, '/sv/situation/ecosystem-hev/figures/indicators.RCO01.reached')
  await expectGood(officer)
  expect(await officer.getByText(/^2\s*företag$/).count()).toBeGreaterThan(0)
  await officer.context().close()
  await second.context().close()
})
