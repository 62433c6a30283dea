import { afterAll, beforeAll, expect, it } from 'vitest'
import { formText } from '../../src/modules/consortia/form-text.ts'
import { wantedText } from '../../src/modules/consortia/wanted-text.ts'
import { anOrganisation } from '../organisations.ts'
import { type Gate, openGate } from './gate.ts'
import { linkIn } from './mail-server.ts'
import { expectGood } from './region.ts'

let gate: Gate
const lead = 'Tampereen robottikeskus'
const phone = { script: false, viewport: { width: 390, height: 800 } }

beforeAll(async () => {
  gate = await openGate()
  await anOrganisation(gate.database, lead, { businessId: '0000001-9' })
})
afterAll(() => gate.stop())

it('a consortium looks for partners in public, and one joins on a phone without an account or script', async () => {
  const [f, w, en] = [formText.fi, wantedText.fi, wantedText.en]
  const person = await gate.person('koordinaattori@example.fi', { name: 'Kaarlo', offices: ['coordinator'] })
  const office = await gate.open('/sign-in', { viewport: { width: 1280, height: 900 } })
  await gate.signIn(office, person)
  const main = office.locator('main')

  // The coordinator founds a consortium with one demand and publishes its search.
  await office.goto(`${gate.product.url}/ecosystems/hev/consortia/new`)
  await main.getByLabel(f.titleOf).fill('Hitsaava robotti')
  await main.locator('[name=lead]').fill(lead)
  await main.getByRole('button', { name: f.new }).click()
  await office.waitForURL(/\/consortia\/[0-9a-f-]+$/)
  const home = office.url()
  await office.goto(`${home}/demands/new/own`)
  await main.getByLabel(f.name, { exact: true }).fill('Hitsaamo, jossa kokeillaan')
  await main.getByRole('button', { name: f.save, exact: true }).click()
  await office.waitForURL(home)
  await main.getByRole('link', { name: w.publish }).click()
  await main.getByLabel(w.on.yes).check()
  await main.getByLabel(w.tell.yes).check()
  await expectGood(office)
  await main.getByRole('button', { name: f.save, exact: true }).click()
  await office.waitForURL(home)

  // Somebody finds it in English on a phone, and says by a form and a mailed link that they would join.
  const visitor = await gate.open('/en/partners-wanted', phone)
  await expectGood(visitor)
  await visitor.getByRole('link', { name: 'Hitsaava robotti' }).click()
  await expectGood(visitor)
  expect(await visitor.locator('#sought').textContent()).toContain('Hitsaamo, jossa kokeillaan')
  expect(await visitor.locator('#partners').textContent()).toContain(lead)
  await visitor.getByRole('button', { name: en.send }).click()
  expect(await visitor.locator('main').textContent()).toContain(en.noName)
  await visitor.getByLabel(en.name, { exact: true }).fill('Weldwerk GmbH')
  await visitor.getByLabel(en.email).fill('anna@weldwerk.example')
  await visitor.getByLabel(en.words).fill('A welding shop with two robots.')
  await visitor.getByRole('button', { name: en.send }).click()
  expect(await visitor.locator('main').textContent()).toContain(en.sentTitle)
  const mailed = linkIn(await gate.mail.next('anna@weldwerk.example', /Hitsaava robotti/))
  await visitor.goto(mailed)
  await expectGood(visitor)
  await office.goto(`${home}/interests`)
  expect(await main.textContent()).toContain(w.noInterests)
  await visitor.getByRole('button', { name: en.confirm }).click()
  expect(await visitor.locator('main').textContent()).toContain(en.confirmed)

  // The coordinator has a turn, and takes them in.
  await office.goto(`${gate.product.url}/workspace`)
  await office.getByRole('link', { name: w.turn(1, 'Hitsaava robotti') }).click()
  await expectGood(office)
  expect(await main.textContent()).toContain('A welding shop with two robots.')
  await main.getByRole('link', { name: w.reply }).click()
  await main.getByLabel(w.answers.taken).check()
  await main.getByLabel(w.answerText).fill('Welcome!')
  await main.getByRole('button', { name: f.save, exact: true }).click()
  await office.waitForURL(`${home}/interests`)
  await gate.mail.next('anna@weldwerk.example', /Hitsaava robotti/)
  await visitor.goto(mailed)
  expect(await visitor.locator('main').textContent()).toContain('Welcome!')
  await office.goto(home)
  expect(await main.locator('#partners').textContent()).toContain('Weldwerk GmbH')
})
