import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lackText } from '../../src/modules/calls/lack-text.ts'
import { modelText } from '../../src/modules/calls/model-text.ts'
import { callMachine } from '../../src/modules/calls/rules.ts'
import { setupText } from '../../src/modules/calls/setup-text.ts'
import { text } from '../../src/modules/calls/text.ts'
import { text as criteriaText } from '../../src/modules/criteria/text.ts'
import { viewText } from '../../src/modules/criteria/view-text.ts'
import { kindName } from '../../src/modules/organisations/index.ts'
import { openPage } from '../browser.ts'
import { filled, settledCriteria, settledIdea } from '../call-room.ts'
import { somebody } from '../people.ts'
import { expectGood, openRegion, type Region } from './region.ts'

vi.setConfig({ testTimeout: 180_000 })

let region: Region

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
})
afterAll(() => region.stop())

/** The period is about the real clock, since the server runs by it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280 },
  { language: 'sv', prefix: '/sv', script: false, width: 390 },
] as const)('in $language at $width px, script $script', ({ language, prefix, script, width }) => {
  const t = text[language]
  const s = setupText[language]
  const code = `hev-haku-${language}`
  const at = `${prefix}/calls/${code}`
  let page: Page
  let form: string
  let template: string

  beforeAll(async () => {
    const hev = await region.database.db
      .selectFrom('ecosystem')
      .select('id')
      .where('key', '=', 'hev')
      .executeTakeFirstOrThrow()
    const coordinator = await somebody(region.database, `Kaisa ${language}`, [['coordinator', hev.id]])
    form = await settledIdea(region.database, hev.id)
    template = await settledCriteria(region.database, hev.id)
    page = await openPage(region.browser, {
      viewport: { width, height: 800 },
      ...(script ? {} : { javaScriptEnabled: false, script: false }),
    })
    page.setDefaultTimeout(15_000)
    const { url } = region.product
    await page.context().addCookies([{ name: 'talkoot_session', value: coordinator.session, url }])
  })
  afterAll(() => page.context().close())

  const go = (path: string) => page.goto(region.product.url + path)
  const said = async () => (await page.locator('main').textContent())!.replaceAll('\u00a0', ' ')
  const press = async (name: string) => {
    const loaded = page.waitForEvent('load')
    await page.locator('main').getByRole('button', { name, exact: true }).first().click()
    await loaded
  }
  const fill = async (fields: Record<string, string | readonly string[]>) => {
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value !== 'string') {
        for (const one of value) await page.locator(`[name="${name}"][value="${one}"]`).check()
        continue
      }
      const field = page.locator(`[name="${name}"]`).first()
      if ((await field.getAttribute('type')) === 'radio')
        await page.locator(`[name="${name}"][value="${value}"]`).check()
      else if ((await field.locator('option').count()) > 0) await field.selectOption(value)
      else await field.fill(value)
    }
  }

  it('criteria are made from shipped ones, weighed, previewed, settled and copied', async () => {
    const c = criteriaText[language]
    await go(`${prefix}/criteria`)
    await expectGood(page)
    await fill({ 'name.fi': 'Omat perusteet' })
    await press(c.addButton)
    const own = new URL(page.url()).pathname
    await expectGood(page)
    await go(`${own}/scored/need`)
    await expectGood(page)
    await fill({
      weight: '2,5',
      least: '1',
      'guide.sv': 'Vad behövs?',
      'words.5.fi': 'Paras',
      'words.5.sv': 'Bäst',
    })
    await press(c.save)
    await go(`${own}/settings`)
    await fill({ total: '60' })
    await press(c.save)
    await go(`${own}/sheet`)
    await expectGood(page)
    expect(await said()).toContain(language === 'fi' ? 'Paras' : 'Bäst')
    await go(own)
    expect(await said()).toContain('2,5')
    await press(c.settle)
    expect(await said()).toContain(c.states.settled)
    await press(c.copy)
    expect(new URL(page.url()).pathname).not.toBe(own)
    expect(await said()).toContain('2,5')
  })

  it('a call is made from nothing, part by part', async () => {
    await go(`${prefix}/calls/new`)
    await expectGood(page)
    await fill({ 'title.fi': 'Haku', code })
    await press(s.newButton)
    expect(new URL(page.url()).pathname).toBe(`${at}/setup`)
    await expectGood(page)
    const fields: Record<string, Record<string, string | readonly string[]>> = {
      ...filled(inDays(5), inDays(30)),
      form: { full: form },
      assessment: { template, assessorsEach: '2', jointProjectYears: '5' },
    }
    for (const [part, typed] of Object.entries(fields)) {
      await go(`${at}/setup/${part}`)
      await expectGood(page)
      // The Swedish text is forgotten.
      await fill(part === 'texts' ? { ...typed, 'body.sv': '' } : typed)
      await press(s.save)
      expect(new URL(page.url()).pathname, part).toBe(`${at}/setup`)
    }
  })

  it('a cost model of its own is made from a shipped one, tried with amounts, and allowed', async () => {
    const m = modelText[language]
    await go(`${at}/setup/costs`)
    await page.locator('#model-from').selectOption('FR40')
    await press(m.make)
    await expectGood(page)
    await fill({
      'name.fi': 'Oma malli',
      'name.sv': 'Egen modell',
      'lines.1.percent': '37,5',
      'lines.1.of': '9',
    })
    await press(m.save)
    await page.locator('.errors a[href="#f-lines-1-of"]').waitFor()
    expect(await page.locator('[name="lines.1.percent"]').inputValue()).toBe('37,5')
    await fill({ 'lines.1.of': '1' })
    await press(m.save)
    expect(new URL(page.url()).pathname).toBe(`${at}/setup/costs`)
    expect(await page.locator('[name=costModels][value=own-1]').isChecked()).toBe(true)
    await page.locator(`main a[href="${at}/setup/cost-models/own-1"]`).click()
    await page.locator('[name="example.salaries"]').fill('1 000,40')
    await press(m.exampleShow)
    // 37.5 % of 1 000.40 euros is 375.15.
    expect(await said()).toContain('375,15')
    expect(await said()).toContain('1 375,55')
    await expectGood(page)
  })

  it('what is wrong is said at its field, and nothing typed is lost', async () => {
    await go(`${at}/setup/period`)
    await fill({ closesDay: '31.2.2027' })
    await press(s.save)
    await page.locator('.errors a[href="#f-closesDay"]').waitFor()
    expect(await page.locator('[name=closesDay]').inputValue()).toBe('31.2.2027')
    await expectGood(page)
    await fill({ closesDay: filled(inDays(5), inDays(30)).period.closesDay })
    await press(s.save)
  })

  it('publishing and opening are refused while Swedish is missing', async () => {
    await go(`${at}/setup/check`)
    expect(await said()).toContain(`${lackText[language].body} ${lackText[language].languages.sv}`)
    await expectGood(page)
    await go(`${at}/setup`)
    for (const deed of [s.announce, callMachine.events.open.says[language]]) {
      await press(deed)
      expect(await page.locator('[role=alert]').textContent()).toContain(lackText[language].body)
    }
    await expectGood(page)
    const visitor = await region.open(at)
    expect(await visitor.locator('h1').textContent()).not.toContain('Vihreän')
    await visitor.context().close()
  })

  it('the whole text is looked at as an applicant, and the call opens', async () => {
    await go(`${at}/setup/texts`)
    await fill({ 'body.sv': 'Utlysningstext.' })
    await press(s.save)
    await go(`${at}/setup/preview`)
    expect(await said()).toContain(t.preview)
    await expectGood(page)
    await go(`${at}/setup`)
    await press(callMachine.events.open.says[language])
    const visitor = await region.open(at)
    const told = (await visitor.locator('main').textContent())!.replaceAll('\u00a0', ' ')
    for (const fact of [
      '100 000',
      '60 %',
      kindName('municipality', language),
      'haut@example.fi',
      t.apply,
      language === 'fi' ? 'Oma malli' : 'Egen modell',
      modelText[language].percentOne('37,5 %', language === 'fi' ? 'Palkkakustannukset' : 'Lönekostnader'),
      viewText[language].generalLead,
      viewText[language].greatest,
      t.serverTime('').trim(),
    ])
      expect(told).toContain(fact)
    await expectGood(visitor)
    for (const path of ['/calls/feed', '/calls/calendar.ics', `/calls/${code}/call.ics`]) {
      const answer = await visitor.request.get(`${region.product.url}${prefix}${path}`)
      expect(answer.status()).toBe(200)
      expect(await answer.text()).toContain(`/calls/${code}`)
    }
    await visitor.goto(`${region.product.url}${prefix}/calls`)
    expect(await visitor.locator('main table').textContent()).toContain(code)
    await expectGood(visitor)
    await visitor.context().close()
  })

  it('its rules are frozen: a correction needs a reason in both languages, and everybody reads it', async () => {
    await go(`${at}/setup/contact`)
    expect(await said()).toContain(s.correctionLead)
    await fill({ email: 'neuvonta@example.fi', 'reason.fi': 'Osoite vaihtui.' })
    await press(s.publishCorrection)
    await page.locator('.errors a[href="#f-reason-sv"]').waitFor()
    await expectGood(page)
    await fill({ 'reason.sv': 'Adressen ändrades.' })
    await press(s.publishCorrection)
    expect(new URL(page.url()).pathname).toBe(at)
    const corrections = await page.locator('#corrections').textContent()
    for (const fact of ['haut@example.fi', 'neuvonta@example.fi', language === 'fi' ? 'vaihtui' : 'ändrades'])
      expect(corrections).toContain(fact)
    await expectGood(page)
  })

  it('the period is prolonged with a reason, and everybody reads the new deadline', async () => {
    await go(`${at}/setup/move/extend`)
    await expectGood(page)
    const { closesDay, closesClock } = filled(inDays(5), inDays(60)).period
    await fill({ closesDay, closesClock, 'reason.fi': 'Lisäaikaa.', 'reason.sv': 'Mera tid.' })
    await press(callMachine.events.extend.says[language])
    await go(at)
    const told = await page.locator('#corrections').textContent()
    expect(told).toContain(language === 'fi' ? 'Lisäaikaa.' : 'Mera tid.')
    expect(told).toContain(closesDay)
    await expectGood(page)
  })

  it('the calendar has its days as the call’s own, and the list its columns and typed filters', async () => {
    await go(`${prefix}/ecosystems/hev/calendar?view=agenda`)
    const day = page.locator(`main a[href="${at}"]`)
    expect(await day.count()).toBeGreaterThan(0)
    await expectGood(page)
    await go(`${prefix}/calls?columns=closing&columns=whoKinds&q=tila:avoinna`)
    expect(await said()).toContain(kindName('municipality', language))
    expect(await page.locator('main table').textContent()).toContain(code)
    await expectGood(page)
    await go(`${prefix}/calls?q=rahasto:olematon`)
    expect(await said()).toContain(t.unread('olematon'))
  })

  it('is copied for the next one: its rules follow, its days, applicants and decisions do not', async () => {
    await go(`${at}/setup`)
    await press(s.copy)
    const copied = new URL(page.url()).pathname
    expect(copied).not.toBe(`${at}/setup`)
    await expectGood(page)
    const value = (name: string) => page.locator(`[name="${name}"]`).first().inputValue()
    await go(`${copied}/texts`)
    expect(await value('title.sv')).toBe('Utlysning för grön omställning')
    await go(`${copied}/assessment`)
    expect(await value('template')).toBe(template)
    await go(`${copied}/period`)
    // A usual period is offered; none is settled.
    expect(await value('closesDay')).not.toBe(filled(inDays(5), inDays(60)).period.closesDay)
    await go(`${copied}/check`)
    expect(await said()).toContain(lackText[language].opens)
    await go(copied.replace(/\/setup$/, ''))
    expect(await page.locator('#corrections').count()).toBe(0)
    await expectGood(page)
  })
})
