import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerText } from '../../src/modules/ties/answer-text.ts'
import { surveyText } from '../../src/modules/ties/survey-text.ts'
import { tieText } from '../../src/modules/ties/tie-text.ts'
import { anOrganisation } from '../organisations.ts'
import { type Gate, openGate } from './gate.ts'
import { linkIn } from './mail-server.ts'
import { expectGood } from './region.ts'

let gate: Gate
const ids: Record<string, string> = {}
beforeAll(async () => {
  gate = await openGate()
  for (const name of ['Alfa Oy', 'Beeta Oy']) ids[name] = await anOrganisation(gate.database, name)
})
afterAll(() => gate.stop())

it('a survey is made, answered on a phone without an account, accepted, and confirmed by the other side', async () => {
  const [t, a] = [surveyText.fi, answerText.fi]
  const person = await gate.person('koordinaattori@example.fi', { name: 'Kaarlo', offices: ['coordinator'] })
  const office = await gate.open('/sign-in', { viewport: { width: 1280, height: 800 } })
  await gate.signIn(office, person)
  await office.goto(`${gate.product.url}/ecosystems/hev/surveys`)
  await expectGood(office)
  await office.getByLabel('Suomeksi').first().fill('Kuka tekee työtä kenen kanssa?')
  await office.getByLabel('Suomeksi').nth(1).fill('Kokoamme kuvan verkostosta.')
  await office.getByLabel(t.closes).fill('31.12.2099')
  await office.locator('main').getByRole('button', { name: t.make }).click()
  await office.getByRole('img', { name: t.qr }).waitFor()
  await expectGood(office)
  const link = (await office.locator('.break a').getAttribute('href'))!

  const phone = await gate.open(new URL(link).pathname, {
    script: false,
    viewport: { width: 390, height: 800 },
  })
  await expectGood(phone)
  await phone.getByLabel(a.name).fill('Alfa Oy')
  const row = phone.locator('.tie-row').first()
  await row.getByLabel(a.rowName).fill('Beeta Oy')
  await phone.getByRole('button', { name: a.send, exact: true }).click()
  await phone.locator('main').getByText(a.faults.rowKind).first().waitFor()
  await expectGood(phone)
  expect(await row.getByLabel(a.rowName).inputValue()).toBe('Beeta Oy')
  await row.getByLabel(a.rowKind).selectOption({ label: tieText.fi.kinds.supplies })
  await phone.getByRole('button', { name: a.send, exact: true }).click()
  await phone.getByText(a.sentTitle).waitFor()
  await expectGood(phone)

  await office.reload()
  await office.getByRole('button', { name: t.acceptAll(1) }).click()
  await office.locator('summary').click()
  await office.getByLabel(t.askEmail).fill('beeta@example.com')
  await office.getByLabel(t.askLanguage).selectOption('en')
  await expectGood(office)
  await office.getByRole('button', { name: t.askOf('Beeta Oy') }).click()

  const mailed = linkIn(await gate.mail.next('beeta@example.com'))
  for (const method of ['GET', 'HEAD']) expect((await fetch(mailed, { method })).status).toBe(200)
  const theirs = await gate.open(mailed.slice(gate.product.url.length), {
    viewport: { width: 390, height: 800 },
  })
  await expectGood(theirs)
  expect(await theirs.locator('main').textContent()).toContain(tieText.en.back.supplies)
  await theirs.getByRole('button', { name: answerText.en.yes }).click()
  await theirs.getByRole('heading', { name: answerText.en.askDone.confirmed }).waitFor()
  await expectGood(theirs)

  for (const [name, other, kind] of [
    ['Alfa Oy', 'Beeta Oy', tieText.fi.kinds.supplies],
    ['Beeta Oy', 'Alfa Oy', tieText.fi.back.supplies],
  ] as const) {
    await office.goto(`${gate.product.url}/organisations/${ids[name]}/ties`)
    const line = office.locator('.tie-list li').filter({ hasText: other })
    expect(await line.textContent()).toContain(kind)
    expect(await line.textContent()).toContain(tieText.fi.states.confirmed)
    await expectGood(office)
  }
})
