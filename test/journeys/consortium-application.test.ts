import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerText } from '../../src/modules/consortia/answer-text.ts'
import { applyText } from '../../src/modules/consortia/apply-text.ts'
import { formText } from '../../src/modules/consortia/form-text.ts'
import { inviteText } from '../../src/modules/consortia/invite-text.ts'
import { letterText } from '../../src/modules/consortia/letter-text.ts'
import { taskText } from '../../src/modules/consortia/task-text.ts'
import { text } from '../../src/modules/consortia/text.ts'
import { anOrganisation } from '../organisations.ts'
import { makeCall } from './applied-call.ts'
import { type Gate, openGate } from './gate.ts'
import { linkIn } from './mail-server.ts'
import { expectGood } from './region.ts'

let gate: Gate
const members = [
  ['Tampereen robottikeskus', '0000001-9', 'MK06'],
  ['Seinäjoen konepaja', '0000002-7', 'MK14'],
  ['Jyväskylän mittalaite', '0000003-5', 'MK13'],
  ['Oulun tekoälykeskus', '0000004-3', 'MK17'],
  ['Hämeen ammattiopisto', '0000005-1', 'MK05'],
] as const
const [lead, , , , declining] = members.map(([name]) => name)

/** What stands in the fields of a page. */
const typedIn = "[...document.querySelectorAll('main input')].map((one) => one.value)"

beforeAll(async () => {
  gate = await openGate()
  for (const [name, businessId, region] of members) {
    const id = await anOrganisation(gate.database, name, { businessId })
    await gate.database.db.updateTable('organisation').set({ region }).where('id', '=', id).execute()
  }
})
afterAll(() => gate.stop())

/** The page with its letter of the newest mail to an address, as its reader opens it. */
const opened = async (to: string, subject: RegExp, settings: Parameters<Gate['open']>[1]) => {
  const mailed = linkIn(await gate.mail.next(to, subject))
  // Scanners of mail look at links: that uses nothing up.
  for (const method of ['GET', 'HEAD']) expect((await fetch(mailed, { method })).status).toBe(200)
  return gate.open(mailed.slice(gate.product.url.length), settings)
}

it('a consortium of five regions goes from a call to an application with three committed partners', async () => {
  const [t, f, a, i, l] = [text.fi, formText.fi, answerText.fi, inviteText.fi, letterText.fi]
  const code = await makeCall(gate)
  const person = await gate.person('koordinaattori@example.fi', { name: 'Kaarlo', offices: ['coordinator'] })
  const office = await gate.open('/sign-in', { viewport: { width: 1280, height: 900 } })
  await gate.signIn(office, person)

  // From the call to a consortium with a demand of five regions.
  await office.goto(`${gate.product.url}/calls/${code}`)
  await office.getByRole('link', { name: t.gather }).click()
  const typed = office.locator('main')
  await typed.getByLabel(f.titleOf).fill('SIX-kone: viiden maakunnan robotit')
  await typed.getByLabel(f.aim).fill('Pienten sarjojen robotiikka viidessä maakunnassa.')
  await typed.locator('[name=lead]').fill(lead!)
  await expectGood(office)
  await typed.getByRole('button', { name: f.new }).click()
  await office.waitForURL(/\/consortia\/[0-9a-f-]+$/)
  const home = office.url()
  await office.goto(`${home}/demands/new/region`)
  await typed.getByLabel(f.name, { exact: true }).fill('Viisi maakuntaa')
  for (const region of ['Pirkanmaa', 'Etelä-Pohjanmaa', 'Keski-Suomi', 'Pohjois-Pohjanmaa', 'Kanta-Häme'])
    await typed.getByLabel(region, { exact: true }).check()
  await typed.getByLabel(f.countedNames.regions).check()
  await typed.getByLabel(f.need).fill('5')
  await typed.getByLabel(f.source).fill('haun ehdot')
  await typed.getByRole('button', { name: f.save, exact: true }).click()
  await office.waitForURL(home)

  // Four partners are proposed and invited by mail, one of them in English.
  for (const [n, [name]] of members.slice(1).entries()) {
    await office.goto(`${home}/partners/new`)
    await typed.getByLabel(f.organisation, { exact: true }).fill(name)
    await typed.getByRole('button', { name: f.save, exact: true }).click()
    await office.waitForURL(home)
    await office
      .locator('#partners li')
      .filter({ hasText: name })
      .getByRole('link', { name: i.invite })
      .click()
    if (n === 2) {
      await office.getByRole('link', { name: 'English' }).first().waitFor()
      await office.goto(`${office.url()}?in=en`)
    }
    await typed.getByLabel(i.email).fill(`partner${n}@example.com`)
    if (n === 0) await expectGood(office)
    await typed.getByRole('button', { name: i.send }).click()
    await office.getByText(i.withdraw).first().waitFor()
  }
  await expectGood(office)

  // One answers on a phone, without an account and without script.
  const phone = await opened('partner0@example.com', /Kutsu konsortioon/, {
    script: false,
    viewport: { width: 390, height: 844 },
  })
  await expectGood(phone)
  await phone.getByLabel(a.answers.committed).check()
  await phone.getByLabel(a.what).fill('Rakennamme kennon ja koekäytämme sen.')
  await phone.getByLabel(a.share).fill('120 000,50')
  await phone.getByLabel(a.ownShare).fill('80 000')
  await phone.getByRole('button', { name: a.send }).click()
  await phone.locator('main').getByText(a.faults.noName).first().waitFor()
  expect(await phone.getByLabel(a.share).inputValue()).toBe('120 000,50')
  await expectGood(phone)
  await phone.getByLabel(a.name).fill('Sirkka Konepaja')
  await phone.getByRole('button', { name: a.send }).click()
  await phone.getByText(a.sent).waitFor()
  await expectGood(phone)
  await phone.getByRole('link', { name: a.signNext }).click()
  await expectGood(phone)
  await phone.getByLabel(l.signer).fill('Sirkka Konepaja')
  await phone.getByLabel(l.position).fill('toimitusjohtaja')
  await phone.getByLabel(l.right).check()
  await phone.getByRole('button', { name: l.sign, exact: true }).click()
  await phone.getByText(l.signedTitle).waitFor()
  await expectGood(phone)

  // Another commits, a third does in English, the fourth declines.
  const second = await opened('partner1@example.com', /Kutsu konsortioon/, {
    viewport: { width: 1280, height: 900 },
  })
  await second.getByLabel(a.answers.committed).check()
  await second.getByLabel(a.name).fill('Matti Mittari')
  await second.getByRole('button', { name: a.send }).click()
  await second.getByText(a.sent).waitFor()
  await expectGood(second)

  const en = answerText.en
  const third = await opened('partner2@example.com', /Invitation to a consortium/, {
    viewport: { width: 390, height: 844 },
  })
  await third.getByLabel(en.answers.committed).check()
  await third.getByLabel(en.share).fill('50000.25')
  await third.getByLabel(en.ownShare).fill('20000')
  await third.getByLabel(en.name).fill('Olli Oulu')
  await expectGood(third)
  await third.getByRole('button', { name: en.send }).click()
  await third.getByText(en.sent).waitFor()
  await third.getByRole('link', { name: en.signNext }).click()
  await third.getByLabel(letterText.en.signer).fill('Olli Oulu')
  await third.getByLabel(letterText.en.position).fill('director')
  await third.getByLabel(letterText.en.right).check()
  await third.getByRole('button', { name: letterText.en.sign, exact: true }).click()
  await third.getByText(letterText.en.signedTitle).waitFor()
  await expectGood(third)

  const fourth = await opened('partner3@example.com', /Kutsu konsortioon/, { script: false })
  await fourth.getByLabel(a.answers.declined).check()
  await fourth.getByLabel(a.name).fill('Hanna Häme')
  await fourth.getByRole('button', { name: a.send }).click()
  await fourth.getByText(a.sent).waitFor()

  // A meeting gives a task, which its partner marks done by the link.
  await office.goto(`${home}/meetings/new`)
  await typed.getByLabel(taskText.fi.present).fill('Kaarlo, Sirkka')
  await typed.getByLabel(taskText.fi.minutes).fill('Sovittiin työnjaosta.')
  await typed.locator('[name="task.1.what"]').fill('Kirjoittaa työpaketin 2')
  await typed.getByLabel(taskText.fi.who('1')).selectOption({ label: members[1][0] })
  await typed.getByLabel(taskText.fi.until('1')).fill('31.12.2099')
  await expectGood(office)
  await typed.getByRole('button', { name: taskText.fi.save, exact: true }).click()
  await office.waitForURL(/meetings$/)
  await expectGood(office)
  await phone.goto(phone.url().replace('consortium-letter', 'consortium-partner'))
  await expectGood(phone)
  await phone.getByRole('button', { name: taskText.fi.done }).click()
  await phone.getByRole('button', { name: taskText.fi.undo }).waitFor()

  // The consortium says who has signed, and becomes an application in one act.
  await office.goto(home)
  await office.getByText(l.count('2', '3')).waitFor()
  await expectGood(office)
  await office.locator('main').getByRole('link', { name: applyText.fi.title, exact: true }).first().click()
  await expectGood(office)
  const carried = office.locator('table').first()
  expect(await carried.textContent()).not.toContain(declining)
  expect(await carried.textContent()).toMatch(/Yhteensä170\s000,75100\s000/)
  await office.getByRole('button', { name: applyText.fi.press }).click()
  await office.getByRole('heading', { name: applyText.fi.made }).waitFor()
  await expectGood(office)
  const left = await office.locator('#left').textContent()
  expect(left).toContain(`${members[2][0]}${applyText.fi.what.grant}`)
  await office.goto(`${gate.product.url}/en${new URL(office.url()).pathname}`)
  await office.getByRole('heading', { name: applyText.en.made }).waitFor()
  await expectGood(office)
  await office.getByRole('link', { name: applyText.en.open }).click()
  await office.waitForURL(/\/applications\/[0-9a-f-]+$/)
  await expectGood(office)
  const application = office.url()
  expect(await office.locator('#consortium').textContent()).toContain('SIX-kone')
  await office.goto(`${application}/sections/partners`)
  const values = await office.evaluate(typedIn)
  for (const [name, businessId] of members.slice(0, 4))
    expect(values).toEqual(expect.arrayContaining([name, businessId]))
  expect(values).not.toContain(declining)
  await office.goto(`${application}/sections/financing`)
  const money = await office.evaluate(typedIn)
  expect(money).toEqual(expect.arrayContaining(['120000.50', '80000.00', '50000.25', '20000.00']))
  await gate.mail.next('partner0@example.com', /hakemu/i)
}, 180_000)
