import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { conflictWords } from '../../src/engine/conflict/index.ts'
import { listText } from '../../src/modules/assessments/list-text.ts'
import { text as assessing } from '../../src/modules/assessments/text.ts'
import { adviceText } from '../../src/modules/conflicts/advice-text.ts'
import { ownText } from '../../src/modules/conflicts/own-text.ts'
import { text } from '../../src/modules/conflicts/text.ts'
import { accountText } from '../../src/modules/people/account-text.ts'
import { organisationEditText } from '../../src/modules/picture/organisation-edit-text.ts'
import { callInAssessment, declares } from '../assessed.ts'
import { openPage } from '../browser.ts'
import { organisations } from '../matters.ts'
import { somebody, type TestPerson } from '../people.ts'
import { expectGood, openRegion, type Region } from './region.ts'

// What binds somebody, from their own account to the door that stays shut: an officer without script, an assessor who
// sits on a board, another in Swedish on a phone, a deputy in English, a decider who has helped an applicant.

vi.setConfig({ testTimeout: 120_000 })

const shots = process.env.SCREENSHOTS
const secret = 'Salaisuutemme'
const t = text.fi
let region: Region
let applications: string[]
let org: Record<'city' | 'company' | 'firm', string>
let people: Record<'officer' | 'member' | 'swedish' | 'deputy' | 'decider', TestPerson>
const pages = {} as Record<keyof typeof people, Page>
const now = () => new Date(Date.now() - 1000)

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
  const { database } = region
  const { db } = database
  const { id: ecosystem } = await db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  const made = await callInAssessment(database, { code: 'koe-1', applications: 3, ecosystem })
  applications = made.applications
  org = await organisations(database, {
    city: { name: 'Koekaupunki' },
    company: { name: 'Koekaupungin Kehitys Oy', businessId: '2252888-5' },
    firm: { name: 'Koeyritys Oy' },
  })
  for (const [n, organisation] of [org.company, org.firm, org.firm].entries())
    await db
      .updateTable('application_partner')
      .set({ organisation_id: organisation, name: n === 0 ? 'Koekaupungin Kehitys Oy' : 'Koeyritys Oy' })
      .where('application_id', '=', applications[n]!)
      .execute()
  people = {
    officer: await somebody(database, 'Vilma Valmistelija', [['preparer', ecosystem]]),
    member: await somebody(database, 'Anna Arvioija', [['assessor', ecosystem]]),
    swedish: await somebody(database, 'Bo Bedömare', [['assessor', ecosystem]]),
    deputy: await somebody(database, 'Cecilia Second', [['assessor', ecosystem]]),
    decider: await somebody(database, 'Päivi Päättäjä', [['city-decider', ecosystem]]),
  }
  const checker = await somebody(database, 'Tuula Tarkastaja', [['council-officer', ecosystem]])
  await db
    .insertInto('person_organisation')
    .values({ person_id: people.decider.id, organisation_id: org.city, starts_on: '2020-01-01' })
    .execute()
  for (const application_id of applications) {
    await db
      .insertInto('assessment')
      .values({
        application_id,
        call_id: made.call.id,
        ecosystem_id: ecosystem,
        state: 'scoring',
        version: 1,
        updated_at: now(),
      })
      .execute()
    await db
      .insertInto('eligibility_check')
      .values({
        id: crypto.randomUUID(),
        application_id,
        criterion: 'objective',
        version: 1,
        result: 'pass',
        ground: 'x',
        person_id: checker.id,
        by_whom: checker.name,
        at: now(),
      })
      .execute()
  }
  for (const person of [people.member, people.swedish])
    await db
      .insertInto('assessment_sheet')
      .values({
        id: crypto.randomUUID(),
        application_id: applications[0]!,
        person_id: person.id,
        state: 'assigned',
        assigned_at: now(),
      })
      .execute()
  await declares(database, people.officer, applications[2]!, 'none', now())
  pages.officer = await openAs(people.officer, false, 1280)
  pages.member = await openAs(people.member, true, 1280)
  pages.swedish = await openAs(people.swedish, false, 390)
  pages.deputy = await openAs(people.deputy, true, 1280)
  pages.decider = await openAs(people.decider, true, 390)
})
afterAll(() => region.stop())

async function openAs(person: TestPerson, script: boolean, width: number): Promise<Page> {
  const page = await openPage(region.browser, {
    viewport: { width, height: 900 },
    ...(script ? {} : { javaScriptEnabled: false, script: false }),
  })
  page.setDefaultTimeout(15_000)
  await page
    .context()
    .addCookies([{ name: 'talkoot_session', value: person.session, url: region.product.url }])
  return page
}

const go = (page: Page, path: string) => page.goto(region.product.url + path)
const told = (page: Page) => page.locator('main').textContent()
const first = () => `/applications/${applications[0]!}`

async function press(page: Page, name: string): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.locator('main').getByRole('button', { name }).first().click()
  await loaded
}

async function good(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  await expectGood(page)
}

describe('what binds somebody', () => {
  it('is told by themselves, from their own account', async () => {
    const page = pages.member
    await go(page, '/account')
    await page.getByRole('link', { name: accountText.fi.interestsOpen }).click()
    await page.getByRole('heading', { level: 1, name: t.interests }).waitFor()
    await good(page, 'interests-empty')
    await page.locator('[name=organisation]').fill('Ei sellaista')
    await page.locator('[name=role]').selectOption('board')
    await press(page, t.save)
    await page.locator('.errors a[href="#f-organisation"]').waitFor()
    await page.locator('[name=organisation]').fill('2252888-5')
    await page.locator('[name=starts]').fill('1.1.2026')
    await press(page, t.save)
    expect(await told(page)).toContain('Koekaupungin Kehitys Oy')
    await good(page, 'interests')
  })

  it('is known of organisations: what belongs to what, from the page of the organisation', async () => {
    const page = pages.officer
    await go(page, `/organisations/${org.company}`)
    await page.getByRole('link', { name: organisationEditText.fi.family }).click()
    await page.locator('[name=other]').fill('Koekaupunki')
    await page.locator('[name=kind]').selectOption('municipal')
    await press(page, t.save)
    await page.locator('.errors a[href="#f-source"]').waitFor()
    await good(page, 'family-errors')
    await page.locator('[name=source]').fill('Kaupparekisteri 3.3.2026')
    await press(page, t.save)
    expect(await told(page)).toContain('Kaupparekisteri 3.3.2026')
    await go(page, `/sv/organisations/${org.company}/family`)
    await good(page, 'family-sv')
  })

  it('is noted by whoever advised an applicant; a day that is yet to come is refused', async () => {
    const page = pages.decider
    await go(page, `/applications/${applications[1]!}/conflict`)
    await page.locator('#advice summary').click()
    await page.locator('#advice [name=kind][value=sparred]').check()
    await page.locator('#advice [name=on]').fill('1.1.2099')
    await press(page, adviceText.fi.send)
    expect(await told(page)).toContain(adviceText.fi.refused.future)
    await good(page, 'advice-error')
    await page.locator('#advice [name=on]').fill('5.3.2026')
    await page.locator('#advice [name=words]').fill('Budjetin laatiminen')
    await press(page, adviceText.fi.send)
    const said = await told(page)
    expect(said).toContain(conflictWords.fi.kinds.prepared)
    expect(said).toContain('28 §')
    await good(page, 'advice')
  })
})

describe('before opening', () => {
  it('several applications are declared on at once, where nothing is asked', async () => {
    const page = pages.officer
    await go(page, '/workspace')
    await page.locator('main a[href="/calls/koe-1/conflicts/own"]').first().click()
    await good(page, 'own-declarations')
    await press(page, ownText.fi.send)
    expect(await told(page)).toContain(ownText.fi.noneChosen)
    for (const box of await page.locator('[name=application]').all()) await box.check()
    await press(page, ownText.fi.send)
    expect(await told(page)).toContain(ownText.fi.did(2))
    await go(page, '/workspace')
    expect(await page.locator('main a[href="/calls/koe-1/conflicts/own"]').count()).toBe(0)
  })

  it('a seat on the board of an applicant shuts the door, with its record and the point of law', async () => {
    const page = pages.member
    await go(page, `${first()}/assessment`)
    expect(await told(page)).toContain(assessing.fi.barredTitle)
    await page.getByRole('link', { name: assessing.fi.conflictPage }).first().click()
    const said = await told(page)
    expect(said).toContain(conflictWords.fi.kinds.board)
    expect(said).toContain('28 § 1 mom. 5 kohta')
    expect(said).toContain(t.sources.interest)
    await good(page, 'declaration-barred')
    await page.locator('[name=says][value=conflict]').check()
    await page.locator('#form [name=point]').selectOption('5')
    await press(page, t.send)
    await page.locator('.errors a[href="#f-words"]').waitFor()
    await page.locator('#form [name=words]').fill('Olen hakijan hallituksessa.')
    await press(page, t.send)
    expect(await told(page)).toContain('Olen hakijan hallituksessa.')
  })

  it('the table of the call shows each tie and its evidence; the deputy steps in', async () => {
    const page = pages.officer
    await go(page, '/calls/koe-1/assessment')
    await page.getByRole('link', { name: listText.fi.conflicts }).click()
    const said = await told(page)
    for (const name of ['Anna Arvioija', 'Päivi Päättäjä', 'Kaupparekisteri', 'Budjetin laatiminen'])
      expect(said).toContain(name)
    await good(page, 'table')
    // Whoever is conflicted themselves is not offered.
    expect(await page.locator('select[name=deputy] option', { hasText: 'Päivi' }).count()).toBe(0)
    await page.locator('select[name=deputy]').first().selectOption({ label: 'Cecilia Second' })
    await press(page, t.nameDeputy)
    await go(page, `${first()}/assessment`)
    expect(await page.locator('#assessors').textContent()).toContain('Cecilia Second')
  })

  it('a wrong note of advice is struck by another, with the reason', async () => {
    const page = pages.officer
    await go(page, '/en/calls/koe-1/conflicts')
    await good(page, 'table-en')
    await page.locator('#advice summary').click()
    await press(page, adviceText.en.strike)
    await page.locator('.errors a[href="#f-reason"]').waitFor()
    await page.locator('#advice [name=reason]').fill('Neuvoi toista hakijaa.')
    await press(page, adviceText.en.strike)
    expect(await told(page)).toContain(adviceText.en.struck('Vilma Valmistelija', 'Neuvoi toista hakijaa.'))
  })
})

describe('those who are free', () => {
  it('declare, score apart and talk: one in Swedish on a phone without script, the deputy in English', async () => {
    for (const [page, prefix, score] of [
      [pages.swedish, '/sv', '5'],
      [pages.deputy, '/en', '2'],
    ] as const) {
      await go(page, `${prefix}${first()}/conflict`)
      await good(page, `declaration${prefix.replace('/', '-')}`)
      await page.locator('#form [name=says][value=none]').check()
      await press(page, prefix === '/sv' ? text.sv.send : text.en.send)
      await go(page, `${prefix}${first()}/assessment`)
      await page.locator(`[name="score.need"][value="${score}"]`).check()
      await page.locator('[name="reason.need"]').fill(`${secret} ${score}`)
      await page.locator('[name="score.equal"][value="2"]').check()
      await press(page, prefix === '/sv' ? assessing.sv.give : assessing.en.give)
    }
    const page = pages.swedish
    await go(page, `/sv${first()}/assessment`)
    await page.locator('form[action$="/comments"] [name=text]').fill(`${secret} keskustelu @Cecilia Second`)
    const loaded = page.waitForEvent('load')
    await page.locator('form[action$="/comments"] button.btn').first().click()
    await loaded
    expect(await told(page)).toContain(`${secret} keskustelu`)
    await good(page, 'discussion-sv')
    await go(pages.deputy, '/en/notifications')
    expect(await told(pages.deputy)).toContain('koe-1/1')
  })
})

describe('whoever is conflicted', () => {
  it('is kept out of what the others do see', async () => {
    const answer = await pages.deputy.request.get(`${region.product.url}/api/assessments/${applications[0]!}`)
    expect(await answer.text()).toContain(secret)
  })

  it.each(['member', 'decider'] as const)('sees nothing of it at any door: %s', async (who) => {
    const page = pages[who]
    const id = applications[0]!
    const doors = [
      `/applications/${id}`,
      `${first()}/assessment`,
      `${first()}/assessment/summary`,
      `${first()}/assessment/changes`,
      `/decisions/${id}`,
      '/assessments',
      '/calls/koe-1/assessment',
      '/calls/koe-1/assessment/export?format=csv',
      '/calls/koe-1/assessment/export?format=json',
      '/calls/koe-1/decisions',
      '/calls/koe-1/decisions/export.csv',
      '/notifications',
      '/search?q=Salaisuu',
      '/feed',
      `/api/assessments/${id}`,
      `/api/assessments/${id}/application`,
      '/api/assessments',
      '/api/calls/koe-1/assessments',
      `/api/decisions/${id}`,
      `/api/comments?kind=assessment&id=${id}`,
      `/api/attachments/of/assessment/${id}`,
      '/api/notifications',
      `/api/audit?record=${id}`,
    ]
    for (const door of doors) {
      const answer = await page.request.get(region.product.url + door)
      const content = await answer.text()
      expect([door, content.includes(secret)]).toEqual([door, false])
      // Other people's points neither: what was given stands nowhere.
      expect([door, /"score":\s*\d/.test(content)]).toEqual([door, false])
      expect([door, answer.status() < 500]).toEqual([door, true])
    }
  })

  it('can do nothing there either: score, settle, speak, ask, decide', async () => {
    const id = applications[0]!
    const scores = { need: { score: 3, reason: 'x' }, equal: { score: 1, reason: 'x' } }
    const deeds: [keyof typeof people, string, object][] = [
      ['member', `/api/assessments/${id}/sheet`, { scores }],
      ['member', `/api/assessments/${id}/settle`, { scores, summary: 'x' }],
      ['member', '/api/comments', { kind: 'assessment', id, text: 'x' }],
      ['decider', '/api/comments', { kind: 'assessment', id, text: 'x' }],
      ['decider', `/api/decisions/${id}/selection`, { outcome: 'yes', grounds: 'x', conditions: '' }],
    ]
    for (const [who, path, data] of deeds) {
      const answer = await pages[who].request.post(region.product.url + path, {
        data,
        headers: { origin: region.product.url },
      })
      expect([path, answer.status() >= 400 && answer.status() < 500]).toEqual([path, true])
    }
    await good(pages.member, 'barred-member')
    await go(pages.decider, `/decisions/${id}`)
    await good(pages.decider, 'barred-decision')
  })
})
