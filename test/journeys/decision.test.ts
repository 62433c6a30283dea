import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { agendaText } from '../../src/modules/decisions/agenda-text.ts'
import { figuresText } from '../../src/modules/decisions/figures-text.ts'
import { groupText } from '../../src/modules/decisions/group-text.ts'
import { letterText } from '../../src/modules/decisions/letter-text.ts'
import { meetingMachine } from '../../src/modules/decisions/meeting-rules.ts'
import { meetingText } from '../../src/modules/decisions/meeting-text.ts'
import { projectText } from '../../src/modules/decisions/project-text.ts'
import { decisionMachine } from '../../src/modules/decisions/rules.ts'
import { text } from '../../src/modules/decisions/text.ts'
import { turnText } from '../../src/modules/decisions/turn-text.ts'
import { openPage } from '../browser.ts'
import { assessedApplication, callInAssessment, declares, promised } from '../decided-call.ts'
import { somebody, type TestPerson } from '../people.ts'
import { press, say } from './hands.ts'
import { expectGood, openRegion, type Region } from './region.ts'

// From assessed applications to published decisions, letters and the register: a preparer in Finnish at a desk, the
// city on a phone in Swedish without script, the council at a desk, a visitor in English.

vi.setConfig({ testTimeout: 120_000 })

type Who = 'preparer' | 'city' | 'city2' | 'council' | 'council2' | 'coordinator'
let region: Region
let people: Record<Who | 'applicant' | 'assessor', TestPerson>
let ids: string[]
let meeting: string
const t = text.fi
const m = meetingText.fi
const a = agendaText.fi
const ms = meetingText.sv
const does = decisionMachine.events
const shots = process.env.SCREENSHOTS
const code = 'koe-2027'
const titles = ['Puurakenteiden kuivuminen', 'Satama ilman päästöjä', 'Robotti hoivakodissa'] as const
/** As they stand on an agenda. */
const names = titles.map((title, i) => `${title} (${code}/${i + 1})`)

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
  const { database } = region
  const { id: ecosystem } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  const made = await callInAssessment(database, undefined, code, ecosystem)
  const one = (name: string, office: Parameters<typeof somebody>[2]) => somebody(database, name, office)
  people = {
    preparer: await one('Veera Valmistelija', [['preparer', ecosystem]]),
    city: await one('Kirsi Kaupunki', [['city-decider', ecosystem]]),
    city2: await one('Kalle Kaupunki', [['city-decider', ecosystem]]),
    council: await one('Liisa Liitto', [['council-officer', ecosystem]]),
    council2: await one('Lauri Liitto', [['council-officer', ecosystem]]),
    coordinator: await one('Kaisa Koordinaattori', [['coordinator', ecosystem]]),
    applicant: await one('Hanna Hakija', [['project-manager', ecosystem]]),
    assessor: await one('Arto Arvioija', [['assessor', ecosystem]]),
  }
  const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
  ids = []
  for (const [i, title] of titles.entries()) {
    const options = { title, answers: promised, ...(i === 2 && { check: 'fail' as const }) }
    ids.push((await assessedApplication(database, made, i + 1, by, options)).id)
  }
  for (const id of ids)
    for (const who of ['preparer', 'city', 'council', 'council2', 'coordinator'] as const)
      await declares(database, people[who], id)
})
afterAll(() => region.stop())

async function openAs(person: TestPerson | undefined, path: string, script: boolean, width: number) {
  const { url } = region.product
  const page = await openPage(region.browser, {
    viewport: { width, height: 900 },
    ...(script ? {} : { javaScriptEnabled: false, script: false }),
  })
  page.setDefaultTimeout(15_000)
  if (person) await page.context().addCookies([{ name: 'talkoot_session', value: person.session, url }])
  await page.goto(url + path)
  return page
}
const go = (page: Page, path: string) => page.goto(region.product.url + path)
const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

async function good(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  await expectGood(page)
}

describe('the preparer', () => {
  let page: Page
  beforeAll(async () => {
    page = await openAs(people.preparer, '/workspace', true, 1280)
  })
  afterAll(() => page.context().close())

  it('puts two applications into one group project, and takes one out again', async () => {
    await go(page, `/decisions/${ids[2]}`)
    await page.locator('main aside').getByRole('link', { name: groupText.fi.title }).click()
    await page.locator('[name=with]').selectOption(ids[1]!)
    await good(page, 'group-alone')
    await press(page, groupText.fi.make)
    const told = await main(page)
    for (const title of [titles[1], titles[2]]) expect(told).toContain(title)
    await good(page, 'group')
    await page.setViewportSize({ width: 390, height: 800 })
    await go(page, `/sv/decisions/${ids[2]}/group`)
    await good(page, 'group-phone-sv')
    await page.setViewportSize({ width: 1280, height: 900 })
    await go(page, `/decisions/${ids[2]}/group`)
    await press(page, groupText.fi.leave)
    expect(await main(page)).toContain(groupText.fi.alone)
  })

  it('puts two before the city as assessed, after seeing what will change', async () => {
    await go(page, `/calls/${code}/decisions`)
    await good(page, 'list')
    for (const id of ids.slice(0, 2)) await page.locator(`[name=id][value="${id}"]`).check()
    await press(page, t.bulk.propose)
    await page.locator('[name=grounds]').fill('Hanke on arvioitu vahvaksi.')
    await page.locator('[name=starts]').fill('1.3.2027')
    await page.locator('[name=ends]').fill('28.2.2029')
    await good(page, 'many')
    await press(page, t.show)
    await good(page, 'many-check')
    await press(page, t.doIt(2))
    expect(await main(page)).toContain(t.done)
    await good(page, 'many-done')
  })

  it('proposes one by hand, and is told what is lacking', async () => {
    await go(page, `/decisions/${ids[2]}/proposal`)
    await page.locator('[name=outcome][value=no]').check()
    await good(page, 'proposal')
    await press(page, does.propose.says.fi)
    await page.locator('.errors a[href="#f-grounds"]').waitFor()
    await good(page, 'proposal-errors')
    await page.locator('[name=grounds]').fill('Hakija ei ole hakukelpoinen.')
    await press(page, does.propose.says.fi)
    await good(page, 'decision-with-city')
  })

  it('makes a meeting of them, arranges its agenda and sends it', async () => {
    await go(page, '/meetings')
    await good(page, 'meetings-empty')
    await go(page, '/meetings/new')
    await press(page, m.choose)
    await page.locator('[name=day]').fill('23.11.2026')
    await page.locator('[name=clock]').fill('9')
    await page.locator('[name=place]').fill('Kaupungintalo')
    await page.locator('[name=chair]').selectOption({ label: 'Kirsi Kaupunki' })
    await page.locator('[name=secretary]').selectOption({ label: 'Veera Valmistelija' })
    await page.locator(`[name=deputies][value="${people.city2.id}"]`).check()
    await good(page, 'meeting-new')
    await press(page, m.make)
    meeting = new URL(page.url()).pathname
    await page.locator('main').getByRole('link', { name: a.addMatter }).click()
    await page.locator('[name=title]').fill('Tiedoksi: seuranta')
    await good(page, 'matter')
    await press(page, a.addMatter)
    await press(page, a.up, 'Tiedoksi: seuranta')
    await page.locator('summary', { hasText: a.invite }).click()
    await page.locator('[name=person]').last().selectOption({ label: 'Arto Arvioija' })
    await press(page, a.invite)
    expect(await main(page)).toContain(m.roles.expert)
    await good(page, 'meeting-planned')
    await press(page, meetingMachine.events.call.says.fi)
    await go(page, `${meeting}/agenda`)
    await good(page, 'agenda')
    await go(page, meeting)
    await press(page, meetingMachine.events.open.says.fi)
    for (const who of ['Kirsi Kaupunki', 'Kalle Kaupunki', 'Veera Valmistelija'])
      await press(page, m.comes, who)
    for (const heading of Object.values(m.standing).slice(0, 3)) await press(page, m.take, heading)
    for (const name of names) await press(page, m.take, name)
    await good(page, 'meeting-open')
  })
})

describe('the city, on phones in Swedish without script', () => {
  let chair: Page
  let deputy: Page
  beforeAll(async () => {
    chair = await openAs(people.city, '/sv/workspace', false, 390)
    deputy = await openAs(people.city2, `/sv${meeting}`, false, 390)
  })
  afterAll(async () => {
    await chair.context().close()
    await deputy.context().close()
  })

  it('finds what waits for it', async () => {
    expect(await main(chair)).toContain(turnText.sv.waits.select('Testutlysning', 3))
    await go(chair, `/sv/calls/${code}/decisions?state=with-city`)
    await good(chair, 'list-phone-sv')
    await go(chair, '/sv/meetings')
    await good(chair, 'meetings-phone-sv')
  })

  it('steps aside from one item with the ground of the law, and is free in the others', async () => {
    for (const [i, name] of names.entries()) {
      await go(deputy, `/sv${meeting}`)
      await deputy
        .locator('main')
        .getByRole('link', { name: say(ms.declare, name) })
        .click()
      await deputy.locator(`[name=says][value=${i === 0 ? 'conflict' : 'none'}]`).check()
      await deputy.locator('[name=point]').selectOption('5')
      if (i === 0) await good(deputy, 'declaration-phone-sv')
      await press(deputy, ms.declare)
    }
    expect(await main(deputy)).toContain(ms.keptOut)
    await good(deputy, 'meeting-aside-phone-sv')
  })

  it('signs the selections in the meeting', async () => {
    for (const [i, name] of names.entries()) {
      await go(chair, `/sv${meeting}`)
      if (i === 0) await good(chair, 'meeting-phone-sv')
      await chair
        .locator('main')
        .getByRole('link', { name: say(ms.decide, name) })
        .click()
      await chair.locator('[name=meeting]').selectOption({ index: 1 })
      if (i === 0) await good(chair, 'selection-phone-sv')
      await press(chair, does.select.says.sv)
    }
    await good(chair, 'decision-phone-sv')
    await go(chair, `/sv/decisions/${ids[0]}/signature/selection`)
    await good(chair, 'signature-phone-sv')
  })
})

describe('the minutes', () => {
  it('are made of what happened, in Finnish and Swedish, and approved by who chaired', async () => {
    const keeper = await openAs(people.preparer, meeting, true, 1280)
    await keeper
      .locator('main')
      .getByRole('link', { name: say(m.notes, 'Tiedoksi: seuranta') })
      .click()
    await keeper.locator('[name=notes]').fill('Merkittiin tiedoksi.')
    await good(keeper, 'notes')
    await press(keeper, m.saveNotes)
    await press(keeper, meetingMachine.events.close.says.fi)
    await keeper.context().close()
    const chair = await openAs(people.city, `${meeting}/minutes`, true, 1280)
    const fi = await main(chair)
    expect(fi).toContain('Merkittiin tiedoksi.')
    expect(fi).toMatch(/Kalle Kaupunki on asiassa esteellinen.*hallintolaki/is)
    expect(fi).toContain(m.quorumMet)
    await good(chair, 'minutes-fi')
    await go(chair, `${meeting}/minutes?in=sv`)
    const sv = await main(chair)
    expect(sv).toMatch(/Kalle Kaupunki är jävig i ärendet.*förvaltningslagen/is)
    expect(sv).toContain(ms.quorumMet)
    await good(chair, 'minutes-sv')
    await go(chair, meeting)
    await press(chair, meetingMachine.events.approve.says.fi)
    await good(chair, 'meeting-approved')
    await chair.context().close()
  })
})

describe('the council', () => {
  let page: Page
  beforeAll(async () => {
    page = await openAs(people.council, `/decisions/${ids[1]}`, true, 1280)
  })
  afterAll(() => page.context().close())

  it('returns one with its reasons, and the city selects it again', async () => {
    await good(page, 'decision-with-council')
    await page.locator('main').getByRole('link', { name: does['council-return-to-city'].says.fi }).click()
    await press(page, does['council-return-to-city'].says.fi)
    await page.locator('.errors a').first().waitFor()
    await page.locator('[name=reason]').fill('Perustelut eivät kerro omarahoituksesta.')
    await good(page, 'return')
    await press(page, does['council-return-to-city'].says.fi)
    expect(await main(page)).toContain('omarahoituksesta')
    const city = await openAs(people.city, `/en/decisions/${ids[1]}/selection`, true, 390)
    await city.locator('[name=grounds]').fill('Hanke on arvioitu vahvaksi. Omarahoitus on sitova.')
    await good(city, 'selection-phone-en')
    await press(city, does.select.says.en)
    await city.context().close()
  })

  it('decides and publishes many, after seeing what that changes', async () => {
    for (const event of ['decide', 'publish'] as const) {
      await go(page, `/calls/${code}/decisions`)
      for (const id of ids) await page.locator(`[name=id][value="${id}"]`).check()
      await press(page, t.bulk[event])
      if (event === 'decide') await press(page, t.show)
      await good(page, `many-${event}`)
      await press(page, t.doIt(3))
      expect(await main(page)).toContain(`${t.done}: 3`)
    }
    await go(page, `/decisions/${ids[1]}`)
    await good(page, 'decision-published')
  })

  it('sends no letter before it has written how one appeals', async () => {
    await go(page, `/decisions/${ids[2]}/letter`)
    await good(page, 'letter-lacking')
    expect(await page.locator('main').getByRole('button', { name: letterText.fi.send }).count()).toBe(0)
    await page.locator('main').getByRole('link', { name: letterText.fi.templates }).first().click()
    await page.locator('[name="appeal.fi"]').fill('Päätökseen saa hakea oikaisua. Ohje on liitteenä.')
    await page.locator('[name="refused.body.fi"]').fill('Hei {nobody}')
    await press(page, letterText.fi.save)
    await page.locator('.errors a').first().waitFor()
    await page.locator('[name="refused.body.fi"]').fill('')
    await good(page, 'templates')
    await press(page, letterText.fi.save)
    expect(new URL(page.url()).pathname).toBe(`/decisions/${ids[2]}/letter`)
    await good(page, 'letter')
    await press(page, letterText.fi.send)
    expect(await main(page)).toContain(t.sentTo(1))
    // As it was sent, whatever becomes of the templates; and its way back to the letter.
    await go(page, `/decisions/${ids[2]}/letter`)
    expect(new URL(page.url()).pathname).toMatch(/\/letters\/[0-9a-f-]{36}$/)
    expect(await main(page)).toMatch(
      /Robotti hoivakodissa[\s\S]*Perustelut[\s\S]*hakukelpoinen[\s\S]*oikaisua/,
    )
    await good(page, 'letter-sent')
  })

  it('sees how the call went, and says how many must be present', async () => {
    await go(page, `/calls/${code}/figures`)
    await good(page, 'figures')
    await go(page, '/ecosystems/hev')
    await page.locator('#deciding').getByRole('link', { name: a.organsTitle }).click()
    await page.locator('[name="quorum.selection"]').waitFor()
    await page.locator('[name="quorum.selection"]').fill('nolla')
    await press(page, a.saveOrgans)
    await page.locator('.errors a').first().waitFor()
    await page.locator('[name="quorum.selection"]').fill('3')
    await page.locator('[name="ground.selection"]').fill('Ohjausryhmän työjärjestys 4 §')
    await good(page, 'organs')
    await press(page, a.saveOrgans)
    expect(await page.locator('[name="quorum.selection"]').inputValue()).toBe('3')
    await page.setViewportSize({ width: 390, height: 800 })
    await go(page, '/sv/ecosystems/hev/organs')
    await good(page, 'organs-phone-sv')
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})

describe('everybody', () => {
  it('reads on a phone in English what was granted and refused, and the project of a grant', async () => {
    const page = await openAs(undefined, '/en/register', false, 390)
    const words = await main(page)
    for (const name of ['Puurakenteiden kuivuminen', 'Robotti hoivakodissa', 'Testin yliopisto 3'])
      expect(words).toContain(name)
    expect(words).not.toContain('Hakija ei ole hakukelpoinen')
    await good(page, 'register-phone-en')
    await go(page, '/en/register?outcome=no')
    expect(await main(page)).not.toContain('Puurakenteiden kuivuminen')
    await page.locator('main').getByRole('link', { name: 'Robotti hoivakodissa' }).click()
    expect(await main(page)).not.toContain('Hakija ei ole hakukelpoinen')
    await good(page, 'refused-phone-en')
    await go(page, `/en/decisions/${ids[0]}`)
    await good(page, 'granted-phone-en')
    await page.locator('main aside').getByRole('link', { name: 'Puurakenteiden kuivuminen' }).click()
    const project = new URL(page.url()).pathname
    expect(await main(page)).toContain(projectText.en.budget)
    await good(page, 'project-phone-en')
    await go(page, `/en/calls/${code}/figures`)
    expect(await main(page)).not.toContain(figuresText.en.hours)
    await region.database.db
      .updateTable('call')
      .set({ settings: sql`jsonb_set(settings, '{publicFigures}', 'true')` })
      .where('code', '=', code)
      .execute()
    await go(page, `/en/calls/${code}/figures`)
    expect(await main(page)).toContain(figuresText.en.hours)
    await good(page, 'figures-phone-en')
    await page.context().close()
    const rss = await fetch(`${region.product.url}/register/feed.xml`)
    expect((await rss.text()).match(/<item>/g)).toHaveLength(3)
    const json = await fetch(`${region.product.url}/register/export.json?outcome=yes`)
    expect(await json.json()).toHaveLength(2)
    // Who handles it goes from the project to its whole past.
    const office = await openAs(people.preparer, project.replace('/en', ''), true, 1280)
    const past = office.locator('#funding')
    for (const label of ['decision', 'assessment', 'application', 'call'] as const)
      expect(await past.getByRole('link', { name: projectText.fi[label], exact: true }).count()).toBe(1)
    await good(office, 'project')
    await past.getByRole('link', { name: /Pöytäkirja/ }).click()
    expect(await main(office)).toContain('Pöytäkirja 1/2026')
    await go(office, '/register')
    await good(office, 'register')
    await office.context().close()
    const applicant = await openAs(people.applicant, `/decisions/${ids[2]}`, true, 1280)
    expect(await main(applicant)).toContain('Hakija ei ole hakukelpoinen')
    await good(applicant, 'own-refused')
    await applicant.context().close()
  })
})
