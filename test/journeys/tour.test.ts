import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'
import { verifyAudit } from '../../src/kernel/audit-chain.ts'
import { execute, transaction } from '../../src/kernel/db.ts'
import { createLog } from '../../src/kernel/log.ts'
import { centsOf } from '../../src/kernel/money.ts'
import { moneyOf } from '../../src/modules/demo/exercise/answers.ts'
import { readContent } from '../../src/modules/demo/exercise/content.ts'
import { loadExercise } from '../../src/modules/demo/exercise/load.ts'
import { tourSteps } from '../../src/modules/demo/tour.ts'
import { tourText } from '../../src/modules/demo/tour-text.ts'
import { loadShippedEcosystems } from '../../src/modules/ecosystems/index.ts'
import { nameOfDemoPerson } from '../../src/modules/people/index.ts'
import { launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { openFolder } from '../other-process.ts'
import { type Product, startProduct } from '../product.ts'
import { expectGood } from './region.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let database: TestDatabase
let product: Product
let browser: Browser
let folder: string
const stops: string[] = []

beforeAll(async () => {
  database = await freshDatabase()
  const now = new Date()
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  folder = await openFolder('talkoot-tour-')
  const config = readConfig({
    DATABASE_URL: database.connectionString,
    TALKOOT_DATA: `${folder}/data`,
    TALKOOT_DEMO: '1',
  })
  const house = await openHouse(config, createLog('silent'), 'job', 2)
  const load = (stopAt?: number) =>
    loadExercise(house.stage({ kind: 'system', name: 'demo.exercise' }, 'fi', now), async (done) => {
      if (done === stopAt) throw new Error(`stopped at ${done}`)
    }).catch((error: Error) => void stops.push(error.message))
  // Stopped twice in the middle, the second time before what was done could be written down; then to the end.
  await load(20)
  await load(90)
  await execute(
    database.db,
    `update setting set value = jsonb_set(value, '{step}', '89') where name = 'exercise'`,
  )
  await load()
  await load()
  await house.close()
  product = await startProduct({
    databaseUrl: database.connectionString,
    dataFolder: `${folder}/data`,
    demo: true,
  })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const rows = async (query: string, values: readonly unknown[] = []) =>
  (await execute(database.db, query, values as never)).rows as Record<string, unknown>[]
const one = async (query: string) => Object.values((await rows(query))[0]!)[0]

describe('the exercise', () => {
  const decided = `application a join call c on c.id = a.call_id and c.code = 'harjoitus-1'`

  it('goes on where it was stopped, and is marked as one', async () => {
    expect(stops).toEqual(['stopped at 20', 'stopped at 90'])
    expect(await rows('select code, state, exercise from call order by code')).toEqual([
      { code: 'harjoitus-1', state: 'decided', exercise: true },
      { code: 'harjoitus-2', state: 'in-assessment', exercise: true },
      { code: 'harjoitus-3', state: 'open', exercise: true },
    ])
    const unmarked = `where name not like '%(keksitty)'`
    expect(await one(`select count(*)::int from person ${unmarked}`)).toBe(0)
    expect(await one(`select count(*)::int from organisation ${unmarked}`)).toBe(0)
    expect(await one(`select count(*)::int from project where title not like '%(keksitty)'`)).toBe(0)
    expect(await one(`select count(*)::int from project where share = 'public'`)).toBe(0)
  })

  it('has 29 applications that form 14 projects, with the money of its file to the cent', async () => {
    const { wanted } = await readContent('2026-11-22')
    const asked = wanted.decided.map(moneyOf)
    const grant = asked.reduce((sum, m) => sum + m.grant, 0n)
    const cost = asked.reduce((sum, m) => sum + m.cost, 0n)
    expect(await one(`select count(*)::int from ${decided} where a.version = 1`)).toBe(29)
    const projects = await rows(
      `select p.id, p.granted, p.total_cost, count(*)::int as applications
       from ${decided} join decision d on d.application_id = a.id join project p on p.id = d.project_id group by p.id`,
    )
    expect(projects).toHaveLength(14)
    expect(projects.filter((p) => (p.applications as number) > 1)).toHaveLength(6)
    const sum = (of: string) => projects.reduce((all, p) => all + centsOf(String(p[of])), 0n)
    expect([sum('granted'), sum('total_cost')]).toEqual([grant, cost])
    const [partners] = await rows(
      'select sum(grant_asked) as grant, sum(cost) as cost from application_partner p ' +
        `join ${decided} on a.id = p.application_id`,
    )
    expect([centsOf(String(partners!.grant)), centsOf(String(partners!.cost))]).toEqual([grant, cost])
  })

  it('has walked the whole road: conflicts, deputies, a meeting, both halves signed, all in an unbroken audit', async () => {
    const halves = await rows(
      `select d.state, array_agg(h.part order by h.part) as parts, bool_and(h.meeting_id is not null) filter (where h.part = 'selection') as met
       from ${decided} join decision d on d.application_id = a.id join decision_part h on h.decision_id = d.id
         and h.void_at is null group by d.id`,
    )
    expect(halves).toHaveLength(29)
    for (const half of halves)
      expect(half).toEqual({ state: 'published', parts: ['legal', 'selection'], met: true })
    expect(await one('select count(*)::int from assessment_sheet where deputy_for is not null')).toBe(1)
    expect(await one('select count(*)::int from meeting_recusal')).toBe(3)
    expect(
      await one(`select count(*)::int from ${decided} join assessment s on s.application_id = a.id
      where s.state = 'settled' and (select count(*) from assessment_sheet h where h.application_id = a.id and h.state = 'given') = 2`),
    ).toBe(29)
    expect(await verifyAudit(database.db)).toMatchObject({ broken: [] })
    const steps = await rows('select action, count(*)::int as n from audit_entry group by action')
    const done = Object.fromEntries(steps.map((s) => [s.action, s.n as number]))
    for (const [action, least] of Object.entries({
      'application.begin': 42,
      'application.submit': 39,
      'assessment.pass': 35,
      'assessment.fail': 1,
      'sheet.give': 68,
      'conflict.name-deputy': 1,
      'decision.join-group': 15,
      'decision.propose': 32,
      'meeting.take-item': 29,
      'decision.select': 31,
      'decision.decide': 30,
      'letter.send': 30,
      'decision.do-many': 1,
      'application.join': 2,
    }))
      expect([action, done[action]]).toEqual([action, least])
  })

  it('has told everybody in a letter what was decided; one is refused, with grounds and how one appeals', async () => {
    const letters = await rows(
      `select l.kind, l.body, cardinality(l.people)::int as people, c.code from decision_letter l
       join decision d on d.id = l.decision_id join call c on c.id = d.call_id order by l.sent_at`,
    )
    expect(letters).toHaveLength(30)
    const refused = letters.filter((l) => l.kind === 'refused')
    expect(refused).toMatchObject([{ code: 'harjoitus-2', people: 1 }])
    for (const { body } of letters) {
      expect(body).toMatch(/Perustelut\n\S[\s\S]*Muutoksenhaku\n\S/)
      // No heading stands over nothing, and no field is left open.
      expect(body).not.toMatch(/\n(Ehdot|Perustelut|Muutoksenhaku)\n(\n|$)|\{\w+\}/)
    }
  })
})

describe('the tour', () => {
  /** What each step promises to show. */
  const shows: Partial<Record<(typeof tourSteps)[number]['key'], RegExp>> = {
    call: /harjoitus|Harjoitus/,
    write: /Lämpösaaren kartta/,
    send: /Vakuutukset/,
    check: /Työpaja kulkee koululle/,
    score: /Unen mittaus kotona/,
    conflict: /Kokeilijat ry/,
    agree: /Merkityistä perusteista[\s\S]*Arvi Arvioija/,
    propose: /Simulaattori kuljettajille/,
    select: /Ensimmäinen vienti/,
    decide: /Katulamppu kertoo/,
    register: /Korttelien energiakaksoset/,
    refusal: /hylätty[\s\S]*Perustelut[\s\S]*painopisteisiin[\s\S]*Muutoksenhaku[\s\S]*harjoitus/,
    project: /670.866/,
    audit: /Tapahtumaloki/,
    // The lists are not loaded here: no actor is known, and so no consortium.
    gather: /Konsortiot/,
    openings: /Kuka etsii osaamistanne/,
  }

  async function press(page: Page, step: (typeof tourSteps)[number]): Promise<number> {
    await page.goto(`${product.url}/tour`)
    const way = page.locator(`#${step.key} :is(form button, a.btn)`)
    if ('person' in step) expect(await way.textContent()).toContain(nameOfDemoPerson(step.person))
    const [answer] = await Promise.all([
      page.waitForResponse((r) => r.request().isNavigationRequest() && r.status() < 300),
      way.click(),
    ])
    await page.waitForLoadState()
    return answer.status()
  }

  it('leads on a phone and without script to what each step is about', async () => {
    const page = await openPage(browser, { script: false, viewport: { width: 390, height: 800 } })
    await page.goto(product.url)
    await page.getByRole('link', { name: tourText.fi.noticeLink }).click()
    await expectGood(page)
    await page.goto(`${product.url}/sign-in`)
    await expectGood(page)
    for (const step of tourSteps) {
      expect([step.key, await press(page, step)]).toEqual([step.key, 200])
      expect(await page.locator('main').textContent(), step.key).toMatch(shows[step.key]!)
      if (step.key === 'conflict') {
        const kept = await page.goto(page.url().replace(/conflict$/, 'assessment/summary'))
        expect(kept?.status()).toBe(403)
      }
    }
    await page.context().close()
  })

  it('says what has been done, in Swedish too', async () => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    await page.goto(`${product.url}/sv/tour`)
    await expectGood(page)
    expect(await page.locator('main').textContent()).toContain(tourText.sv.did(0, 8))
    await page.goto(`${product.url}/tour`)
    await page.locator('#send form button').click()
    await page.waitForURL('**/submit')
    const own = page.url().replace(/\/submit$/, '')
    await page.goto(`${own}/sections/declarations`)
    for (const tick of await page.locator('main input[type=checkbox]').all()) await tick.check()
    await page.locator('main form button.main').first().click()
    await page.waitForURL((url) => !url.pathname.endsWith('/declarations'))
    await page.goto(`${own}/submit`)
    await page.locator('main form button.main').first().click()
    await page.waitForURL('**/receipt')
    await page.goto(`${product.url}/sv/tour`)
    expect(await page.locator('#send').textContent()).toContain(tourText.sv.done)
    await page.context().close()
  })

  it('is not there outside the demo', async () => {
    const bare = await startProduct({ databaseUrl: database.connectionString })
    expect((await fetch(`${bare.url}/tour`)).status).toBe(404)
    expect(await (await fetch(bare.url)).text()).not.toContain('/tour"')
    await bare.stop()
  })
})
