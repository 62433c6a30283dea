import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultText } from '../../src/modules/operating/fault-text.ts'
import { formText } from '../../src/modules/operating/form-text.ts'
import { text } from '../../src/modules/operating/text.ts'
import { type Gate, openGate } from './gate.ts'
import { expectGood } from './region.ts'

let gate: Gate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate.stop())

it('a way of working is written, gone through and read, and a member shares a good practice on a phone', async () => {
  const [t, f] = [text.fi, formText.fi]
  const keeper = await gate.person('koordinaattori@example.fi', { name: 'Kaarlo', offices: ['coordinator'] })
  const office = await gate.open('/sign-in', { viewport: { width: 1280, height: 800 } })
  await gate.signIn(office, keeper)
  await office.goto(`${gate.product.url}/ecosystems/hev/operating`)
  await expectGood(office)
  await office.getByRole('link', { name: t.add.way }).click()
  await office.getByLabel(f.inFi).first().fill('Uuden idean käsittely')
  await office.getByRole('button', { name: f.save, exact: true }).click()
  await office.getByText(faultText.fi.noOwner).first().waitFor()
  await expectGood(office)
  expect(await office.getByLabel(f.inFi).first().inputValue()).toBe('Uuden idean käsittely')
  await office.getByLabel(f.inFi).nth(1).fill('Idea luetaan viikossa.')
  await office.getByLabel(f.owner).fill('Koordinaattori')
  await office.getByRole('button', { name: f.save, exact: true }).click()
  await office.getByRole('heading', { level: 1, name: 'Uuden idean käsittely' }).waitFor()
  await expectGood(office)
  await office.getByRole('button', { name: t.review }).click()
  await office.getByText(t.reviewed, { exact: true }).waitFor()

  const member = await gate.person('jasen@example.fi', { name: 'Maija', offices: ['member'] })
  const phone = await gate.open('/sign-in', { script: false, viewport: { width: 390, height: 800 } })
  await gate.signIn(phone, member)
  await phone.goto(`${gate.product.url}/ecosystems/hev/operating`)
  await expectGood(phone)
  expect(await phone.getByRole('link', { name: t.add.way }).count()).toBe(0)
  await phone.getByRole('link', { name: t.add.practice }).click()
  await expectGood(phone)
  await phone.getByLabel(f.inFi).first().fill('Yhteinen kokeilu')
  await phone.getByLabel(f.inFi).nth(1).fill('Kolme yritystä kokeili samaa robottia.')
  await phone.getByLabel(f.result).fill('Kaksi hankki oman.')
  await phone.getByRole('button', { name: f.save, exact: true }).click()
  await phone.getByRole('heading', { level: 1, name: 'Yhteinen kokeilu' }).waitFor()
  await expectGood(phone)

  const visitor = await gate.open('/ecosystems/hev/regions', { viewport: { width: 390, height: 800 } })
  await visitor.getByRole('link', { name: 'Yhteinen kokeilu' }).waitFor()
  await expectGood(visitor)
})
