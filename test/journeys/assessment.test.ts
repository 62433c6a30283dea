import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completionText } from '../../src/modules/assessments/completion-text.ts'
import { lifeText } from '../../src/modules/assessments/life-text.ts'
import { listText } from '../../src/modules/assessments/list-text.ts'
import { assessmentMachine } from '../../src/modules/assessments/rules.ts'
import { text } from '../../src/modules/assessments/text.ts'
import { todoText } from '../../src/modules/assessments/todo-text.ts'
import { callInAssessment, declares } from '../assessed.ts'
import { openPage } from '../browser.ts'
import type { TestDatabase } from '../database.ts'
import { somebody, type TestPerson } from '../people.ts'
import { expectGood, openRegion, type Region } from './region.ts'

// From the office's table to a settled assessment: an officer without script, an assessor in Finnish at a desk, another
// in Swedish on a phone.

let region: Region
let application: string
let people: Record<'officer' | 'finnish' | 'swedish' | 'third', TestPerson>
const t = text.fi
const s = text.sv
const now = () => new Date(Date.now() - 1000)
const shots = process.env.SCREENSHOTS
const hiddenWord = 'PIILOTETTU'
const hiddenFile = crypto.randomUUID()

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
  const { database } = region
  const { id: ecosystem } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  const made = await callInAssessment(database, { code: 'koe-1', applications: 3, ecosystem })
  application = made.applications[0]!
  await askedBy(database, made.applications)
  people = {
    officer: await somebody(database, 'Vilma Valmistelija', [['preparer', ecosystem]]),
    finnish: await somebody(database, 'Anna Arvioija', [['assessor', ecosystem]]),
    swedish: await somebody(database, 'Bo Bedömare', [['assessor', ecosystem]]),
    third: await somebody(database, 'Cecilia Kolmas', [['assessor', ecosystem]]),
  }
  for (const id of made.applications) await declares(database, people.officer, id, 'none', now())
  await database.db
    .insertInto('assessment')
    .values(
      made.applications.map((application_id) => ({
        application_id,
        call_id: made.call.id,
        ecosystem_id: ecosystem,
        state: 'waiting' as const,
        version: 1,
        updated_at: now(),
      })),
    )
    .execute()
})
afterAll(() => region.stop())

/** A form with a question and a file that are kept from assessors, and what was answered to it. */
async function askedBy({ db }: TestDatabase, applications: readonly string[]): Promise<void> {
  const id = crypto.randomUUID()
  const question = (key: string, label: string, more: object = {}) => ({
    key,
    label: { fi: label },
    required: false,
    kind: 'long-text',
    most: 1000,
    ...more,
  })
  const definition = {
    format: 'talkoot-form/1',
    name: { fi: 'Koelomake' },
    sections: [
      {
        key: 'why',
        title: { fi: 'Miksi' },
        questions: [
          question('need', 'Tarve'),
          question('team', 'Tekijöiden nimet', { hidden: true }),
          {
            key: 'cv',
            label: { fi: 'Ansioluettelo' },
            required: false,
            kind: 'file',
            hidden: true,
            mostFiles: 3,
          },
        ],
      },
    ],
  }
  await db.insertInto('form').values({ id, created_at: now() }).execute()
  await db
    .insertInto('form_version')
    .values({
      form_id: id,
      version: 1,
      definition: JSON.stringify(definition),
      hash: 'h',
      state: 'settled',
      at: now(),
    })
    .execute()
  await db.updateTable('application').set({ form_id: id }).where('id', 'in', applications).execute()
  const answers = JSON.stringify({ need: 'Kaupunki tarvitsee tätä.', team: hiddenWord })
  await db
    .updateTable('application_version')
    .set({ form_id: id, answers })
    .where('application_id', 'in', applications)
    .execute()
  await db
    .insertInto('application_file')
    .values({
      application_id: application,
      version: 1,
      position: 0,
      attachment_id: hiddenFile,
      question: 'cv',
      name: `${hiddenWord}.pdf`,
      type: 'application/pdf',
      bytes: 5,
      file_hash: 'a'.repeat(64),
    })
    .execute()
}

async function openAs(person: TestPerson, path: string, script: boolean, width: number): Promise<Page> {
  const { url } = region.product
  const page = await openPage(region.browser, {
    viewport: { width, height: 900 },
    ...(script ? {} : { javaScriptEnabled: false, script: false }),
  })
  page.setDefaultTimeout(15_000)
  await page.context().addCookies([{ name: 'talkoot_session', value: person.session, url }])
  await page.goto(url + path)
  return page
}

async function press(page: Page, name: string): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.locator('main').getByRole('button', { name, exact: true }).first().click()
  await loaded
}

async function good(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  await expectGood(page)
}

const at = () => `/applications/${application}/assessment`

describe('the office, without script', () => {
  let page: Page
  beforeAll(async () => {
    page = await openAs(people.officer, '/calls/koe-1/assessment', false, 1280)
  })
  afterAll(() => page.context().close())

  it('sees first what a deed would change, then does it row by row', async () => {
    await good(page, 'office-table')
    for (const box of await page.locator('[name=application]').all()) await box.check()
    await page.locator('[name=deed]').selectOption('begin-check')
    await press(page, listText.fi.check)
    await good(page, 'bulk-check')
    expect(await page.locator('main').textContent()).toContain(assessmentMachine.states.checking.fi)
    await press(page, listText.fi.doIt(3))
    expect(await page.locator('main').textContent()).toContain(listText.fi.did(3))
  })

  it('assigns as proposed, and is told who will hear of it', async () => {
    await page.goto(`${region.product.url}/calls/koe-1/assessment`)
    for (const box of await page.locator('[name=application]').all()) await box.check()
    await page.locator('[name=deed]').selectOption('assign')
    await press(page, listText.fi.check)
    expect(await page.locator('main').textContent()).toContain('Bo Bedömare')
    await press(page, listText.fi.doIt(3))
  })

  it('checks the general criteria with their grounds and passes the application on', async () => {
    await page.goto(region.product.url + at())
    expect(await page.locator('main').textContent()).toContain(t.becomesTitle)
    await page.locator('[name="result.objective"][value=pass]').check()
    await press(page, t.saveChecks)
    await page.locator('.errors a[href="#f-ground-objective"]').waitFor()
    await page.locator('[name="ground.objective"]').fill('Hanke toteuttaa erityistavoitetta 1.1.')
    await press(page, t.saveChecks)
    await good(page, 'office-assessment')
    await press(page, assessmentMachine.events.pass.says.fi)
    expect(await page.locator('main').textContent()).toContain(assessmentMachine.states.scoring.fi)
  })
})

describe('a request for completion', () => {
  it('is written once, checked, and sent to each that can be asked', async () => {
    const page = await openAs(people.officer, '/calls/koe-1/assessment?need=checks', false, 390)
    const boxes = page.locator('form[action$="/bulk"] [name=application]')
    expect(await boxes.count()).toBe(2)
    for (const box of await boxes.all()) await box.check()
    await page.locator('[name=deed]').selectOption('ask-completion')
    await press(page, listText.fi.check)
    await press(page, completionText.fi.check)
    await page.locator('.errors a[href="#f-message"]').waitFor()
    await good(page, 'completion-errors')
    await page.locator('[name=sections][value=why]').check()
    await page.locator('[name=message]').fill('Tarkentakaa tarvetta.')
    await page.locator('[name=due]').fill('31.12.2099')
    await press(page, completionText.fi.check)
    await good(page, 'completion-check')
    await press(page, listText.fi.doIt(2))
    expect(await page.locator('main').textContent()).toContain(listText.fi.did(2))
    const { rows } = await sql<{ state: string; message: string }>`
      select a.state, q.message from application a join completion_request q on q.application_id = a.id`.execute(
      region.database.db,
    )
    expect(rows).toEqual(Array(2).fill({ state: 'reopened', message: 'Tarkentakaa tarvetta.' }))
    await page.context().close()
  })
})

/** Declares on the page of conflicts: there is nothing to declare. */
async function declareNone(page: Page): Promise<void> {
  await page.locator('[name=says][value=none]').check()
  const loaded = page.waitForEvent('load')
  await page.locator('main form[action*="/conflict"] button.main').first().click()
  await loaded
}

describe('two assessors', () => {
  let desk: Page
  let phone: Page
  beforeAll(async () => {
    desk = await openAs(people.finnish, '/assessments', true, 1280)
    phone = await openAs(people.swedish, '/sv/assessments', false, 390)
  })
  afterAll(async () => {
    await desk.context().close()
    await phone.context().close()
  })

  it('find what waits for them, and declare before they see the sheet', async () => {
    for (const [page, words, prefix, todo] of [
      [desk, t, '', todoText.fi],
      [phone, s, '/sv', todoText.sv],
    ] as const) {
      expect(await page.locator('main').textContent()).toContain(todo.declare)
      await good(page, `mine-${prefix || 'fi'}`.replace('/', ''))
      await page.goto(region.product.url + prefix + at())
      expect(await page.locator('[name="score.need"]').count()).toBe(0)
      await page.locator('main').getByRole('link', { name: words.declareButton }).click()
      await declareNone(page)
      await page.goto(region.product.url + prefix + at())
      await page.locator('[name="score.need"]').first().waitFor()
      await good(page, `sheet-${prefix || 'fi'}`.replace('/', ''))
    }
  })

  it('give apart: an end of the scale needs its reason, and nothing is shown before both have given', async () => {
    await desk.locator('[name="score.need"][value="5"]').check()
    await desk.locator('[name="score.equal"][value="2"]').check()
    await press(desk, t.give)
    await desk.locator('.errors a[href="#f-reason-need"]').waitFor()
    await good(desk, 'sheet-errors')
    await desk.locator('[name="reason.need"]').fill('Kaupungit ovat itse pyytäneet tätä.')
    await press(desk, t.give)
    expect(await desk.locator('main').textContent()).toContain(t.givenTitle)
    await phone.reload()
    expect(await phone.locator('main').textContent()).not.toContain('itse pyytäneet')
    await phone.locator('[name="score.need"][value="2"]').check()
    await phone.locator('[name="score.equal"][value="2"]').check()
    await press(phone, s.give)
    const told = await phone.locator('main').textContent()
    expect(told).toContain('itse pyytäneet')
    expect(told).toContain(s.discuss)
    await good(phone, 'discussing-sv')
  })

  it('speak of it together; nobody of the office hears, nor reads it in the audit', async () => {
    await phone.locator('form[action$="/comments"] [name=text]').fill('Kuulumatonta puhetta')
    const loaded = phone.waitForEvent('load')
    await phone.locator('form[action$="/comments"] button.btn').first().click()
    await loaded
    await desk.goto(region.product.url + at())
    expect(await desk.locator('main').textContent()).toContain('Kuulumatonta puhetta')
    const { rows } = await sql<{ said: boolean }>`
      select (input::text || changes::text) like '%Kuulumatonta%' as said from audit_entry
      where action = 'comment.add'`.execute(region.database.db)
    expect(rows).toEqual([{ said: false }])
  })

  it('see what a completion has changed, and nothing that is kept from them at any door', async () => {
    const { db } = region.database
    const { id: _, ...first } = await db
      .selectFrom('application_version')
      .selectAll()
      .where('application_id', '=', application)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('application_version')
      .values({
        ...first,
        id: crypto.randomUUID(),
        version: 2,
        receipt: 'koe-1/1/2',
        budget: null,
        files: '[]',
        answers: JSON.stringify({ need: 'Kaupunki tarvitsee tätä kipeästi.', team: `${hiddenWord} uusi` }),
      })
      .execute()
    await db.updateTable('application').set({ version: 2 }).where('id', '=', application).execute()
    await db.updateTable('assessment').set({ version: 2 }).where('application_id', '=', application).execute()
    await desk.goto(region.product.url + at())
    await desk.getByRole('link', { name: t.changes(1, 2) }).click()
    const told = await desk.locator('main').textContent()
    expect(told).toContain('kipeästi')
    await good(desk, 'changes')
    for (const door of [
      at(),
      `${at()}/changes`,
      `${at()}/summary`,
      `${at()}/files/${hiddenFile}`,
      `/applications/${application}`,
      `/applications/${application}/versions/1`,
      `/applications/${application}/versions/1/files/${hiddenFile}/x.pdf`,
      `/applications/${application}/packet.zip`,
      '/calls/koe-1/assessment/export?format=json',
      `/search?q=${hiddenWord.slice(0, 6)}`,
      `/api/assessments/${application}`,
      `/api/assessments/${application}/application?before=1`,
      `/api/assessments/${application}/files/${hiddenFile}`,
      `/api/applications/${application}`,
      `/api/applications/${application}/versions/1`,
    ]) {
      const answer = await desk.request.get(region.product.url + door)
      expect([door, (await answer.text()).includes(hiddenWord)]).toEqual([door, false])
      expect([door, answer.status() < 500]).toEqual([door, true])
    }
  })

  it('agree and settle', async () => {
    await desk.goto(region.product.url + at())
    await good(desk, 'discussing-fi')
    const joint = desk.locator('#joint')
    await joint.locator('[name="score.need"][value="4"]').check()
    await joint.locator('[name="summary"]').fill('Tarve on osoitettu ja toimenpiteet vastaavat siihen.')
    await press(desk, t.settle)
    const told = await desk.locator('main').textContent()
    expect(told).toContain(t.outcomes.passed)
    await good(desk, 'settled')
    await desk.goto(`${region.product.url}${at()}/summary`)
    expect(await desk.locator('#seals').textContent()).toContain(lifeText.fi.holds)
    expect(await desk.locator('#seals').textContent()).not.toContain(lifeText.fi.broken)
    await good(desk, 'summary')
  })

  it('lose what was agreed when one of them turns out to be conflicted; a deputy steps in', async () => {
    await phone.goto(`${region.product.url}/sv/applications/${application}/conflict`)
    await phone.locator('[name=says][value=conflict]').check()
    await phone.locator('#form [name=words]').fill('Sökandens chef är min vän.')
    const loaded = phone.waitForEvent('load')
    await phone.locator('main form[action$="/conflict"] button.main').first().click()
    await loaded
    await phone.goto(`${region.product.url}/sv${at()}`)
    const told = await phone.locator('main').textContent()
    expect(told).toContain(s.barredTitle)
    expect(told).not.toContain('Kuulumatonta')
    const office = await openAs(people.officer, '/calls/koe-1/conflicts', false, 1280)
    await office.locator('select[name=deputy]').selectOption({ label: 'Cecilia Kolmas' })
    const named = office.waitForEvent('load')
    await office.locator('form[action$="/conflicts/deputy"] button').click()
    await named
    await office.goto(region.product.url + at())
    const seen = await office.locator('main').textContent()
    expect(seen).toContain('Cecilia Kolmas')
    expect(seen).toContain(assessmentMachine.states.scoring.fi)
    await office.locator('#life summary').click()
    await office.locator('#life svg.state-chart').waitFor()
    await good(office, 'office-deputy')
    await office.context().close()
    const deputy = await openAs(people.third, '/assessments', true, 390)
    expect(await deputy.locator('main').textContent()).toContain(todoText.fi.declare)
    await good(deputy, 'deputy-queue')
    await deputy.context().close()
  })
})
