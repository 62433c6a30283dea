import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Form, Question, Section } from '../../src/engine/form/index.ts'
import { draftsText } from '../../src/modules/drafts/index.ts'
import { templates } from '../../src/modules/forms/index.ts'
import { kindChangeText } from '../../src/modules/forms/kind-change-text.ts'
import { answersOfQuestion, answersOfSection } from '../../src/modules/forms/question-answers.ts'
import { text } from '../../src/modules/forms/text.ts'
import { openPage } from '../browser.ts'
import { somebody, type TestPerson } from '../people.ts'
import { expectGood, openRegion, type Region } from './region.ts'

vi.setConfig({ testTimeout: 240_000 })

// The application form of 2014–2020 is made by hand, question by question, and comes out as the file that ships.
const model = templates['programme-2014-2020']
const shipped = join(import.meta.dirname, '..', '..', 'data', 'forms', 'programme-2014-2020.json')

let region: Region
let maker: TestPerson
let home = ''

const openAs = async (script: boolean, width: number, path: string): Promise<Page> => {
  const page = await openPage(region.browser, {
    viewport: { width, height: 800 },
    ...(script ? {} : { javaScriptEnabled: false, script: false }),
  })
  page.setDefaultTimeout(15_000)
  await page
    .context()
    .addCookies([{ name: 'talkoot_session', value: maker.session, url: region.product.url }])
  await page.goto(region.product.url + path)
  return page
}

beforeAll(async () => {
  region = await openRegion({ bare: true, ecosystems: true })
  const { id } = await region.database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  maker = await somebody(region.database, 'Laura Lomake', [['preparer', id]])
})
afterAll(() => region.stop())

/** A page with the hands that make a form, in one language. */
function handsOn(page: Page, language: 'fi' | 'sv') {
  const t = text[language]
  const press = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
    const loaded = page.waitForEvent('load')
    await page.locator('main').getByRole(role, { name }).first().click()
    await loaded
  }
  const main = async () => {
    const loaded = page.waitForEvent('load')
    await page.locator('main .draft .btn.main').click()
    await loaded
    expect(await page.locator('main .errors').allTextContents()).toEqual([])
  }
  const fill = async (name: string, value: string | readonly string[]) => {
    const controls = page.locator(`main [name="${name}"]`)
    const kind = await controls.first().evaluate((e) => (e as HTMLInputElement).type)
    if (kind === 'radio' || kind === 'checkbox') {
      const given = typeof value === 'string' ? [value] : value
      for (const control of await controls.all()) {
        const own = await control.inputValue()
        if (given.includes(own) !== (await control.isChecked()))
          await control.setChecked(given.includes(own)).catch(() => undefined)
      }
    } else if (kind === 'select-one') await controls.first().selectOption(String(value))
    else await controls.first().fill(String(value))
  }
  /** Answers what the editor asks; a table's rows are added by their button, and have ids of their own. */
  const answer = async (answers: Readonly<Record<string, string | readonly string[]>>) => {
    const tables = Object.keys(answers).filter((name) => name.endsWith('.rows'))
    const rows = new Map<string, string>()
    for (const name of tables) {
      const table = name.slice(0, -'.rows'.length)
      const wanted = String(answers[name]).split('\n')
      const there = async () => (await page.locator(`[name="${name}"]`).inputValue()).split('\n')
      while ((await there()).length < wanted.length) {
        const loaded = page.waitForEvent('load')
        await page.locator(`button[name=rows][value="add:${table}"]`).click()
        await loaded
      }
      for (const [i, id] of (await there()).entries()) if (wanted[i]) rows.set(`${table}.${wanted[i]}`, id)
    }
    for (const [name, value] of Object.entries(answers)) {
      if (name.endsWith('.rows')) continue
      const [table, row, column] = name.split('.')
      const field = column ? `${table}.${rows.get(`${table}.${row}`)}.${column}` : name
      if ((await page.locator(`main [name="${field}"]`).count()) === 0) continue
      if (value !== '' || column === undefined) await fill(field, value)
    }
  }
  return {
    press,
    main,
    fill,
    answer,
    async section(section: Section) {
      await press(t.addSection, 'link')
      await answer({ ...answersOfSection(section), key: section.key })
      await main()
    },
    async question(section: Section, question: Question) {
      await page.locator(`#o-${section.key} a[href$="/sections/${section.key}/new"]`).click()
      await page.locator(`main a[href$="/new/${question.kind}"]`).click()
      await answer({ ...answersOfQuestion(question), key: question.key })
      await main()
    },
    exported: async () => (await page.context().request.get(`${region.product.url}${home}/form.json`)).text(),
  }
}

describe('a form is made by hand', () => {
  it('begun with script on a wide window', async () => {
    const page = await openAs(true, 1280, '/forms')
    const hands = handsOn(page, 'fi')
    await expectGood(page)
    await hands.press(text.fi.add, 'link')
    await expectGood(page)
    for (const l of ['fi', 'sv', 'en'] as const) await hands.fill(`name-${l}`, model.name[l]!)
    await hands.main()
    home = new URL(page.url()).pathname
    for (const section of model.sections.slice(0, 2)) {
      await hands.section(section)
      for (const question of section.questions) await hands.question(section, question)
    }
    await expectGood(page)
    await page.context().close()
  })

  it('finished on a phone without script, in Swedish', async () => {
    const page = await openAs(false, 390, `/sv${home}`)
    const hands = handsOn(page, 'sv')
    for (const section of model.sections.slice(2)) {
      await hands.section(section)
      for (const question of section.questions) await hands.question(section, question)
    }
    await expectGood(page)
    expect(await hands.exported()).toBe(await readFile(shipped, 'utf8'))
    await page.context().close()
  })

  it('a question is moved, removed and brought back, and changed without its key', async () => {
    const page = await openAs(true, 390, home)
    const hands = handsOn(page, 'fi')
    const before = await hands.exported()
    const deed = async (value: string) => {
      await page.locator(`details:has(button[value="${value}"]) summary`).click()
      const loaded = page.waitForEvent('load')
      await page.locator(`button[value="${value}"]`).click()
      await loaded
    }
    await deed('down:question:name')
    expect(JSON.parse(await hands.exported()).sections[2].questions[1].key).toBe('name')
    await deed('up:question:name')
    expect(await hands.exported()).toBe(before)
    await deed('remove:question:starts')
    expect(await page.locator('#o-starts').count()).toBe(0)
    await expectGood(page)
    await hands.press(text.fi.undo)
    expect(await hands.exported()).toBe(before)
    // The one that a condition looks at cannot go.
    await deed('remove:question:applicants')
    expect(await page.locator('.errors').textContent()).toContain('applicants')
    await page.goto(`${region.product.url}${home}/questions/website`)
    await expectGood(page)
    await hands.fill('most', '0')
    const loaded = page.waitForEvent('load')
    await page.locator('main .draft .btn.main').click()
    await loaded
    await page.locator('.errors a[href="#f-most"]').waitFor()
    await hands.fill('most', '300')
    await hands.main()
    expect(await hands.exported()).toBe(before)
    await page.context().close()
  })
})

describe.each([
  { language: 'fi', script: true, width: 1280 },
  { language: 'sv', script: false, width: 390 },
] as const)('in $language at $width px, script $script', ({ language, script, width }) => {
  it('a question changes its kind, and nothing typed is lost; beside it stands what an applicant will see', async () => {
    const prefix = language === 'fi' ? '' : '/sv'
    const page = await openAs(script, width, `${prefix}${home}/questions/website`)
    const hands = handsOn(page, language)
    const k = kindChangeText[language]
    const before = await hands.exported()
    const preview = page.getByRole('complementary', { name: k.preview })
    const [label, help] = [`label-${language}`, `help-${language}`]
    const typed = { [label]: `Palvelun sivut, ${language}`, [help]: 'Yksi osoite riittää.' }
    for (const [name, value] of Object.entries(typed)) await hands.fill(name, value)
    // The preview is drawn anew when the draft has been kept; without script, when it is saved.
    if (!script) await hands.press(draftsText[language].save)
    await preview.getByText(typed[label]!).first().waitFor()
    expect(await preview.textContent()).toContain(typed[help])
    await expectGood(page)
    // It was not saved into the form: the editor of the other kind goes on from what was typed.
    await hands.press(k.link, 'link')
    await expectGood(page)
    await page.locator('main a[href$="/as/choice"]').click()
    expect(await page.locator('main').textContent()).toContain(k.consequences.lost)
    for (const [name, value] of Object.entries(typed))
      expect(await page.locator(`[name="${name}"]`).inputValue()).toBe(value)
    await hands.answer({
      'choices.rows': '1\n2',
      'choices.1.fi': 'Verkkosivut',
      'choices.2.fi': 'Muu palvelu',
    })
    expect(new URL(page.url()).pathname).toMatch(/\/as\/choice$/)
    await expectGood(page)
    await hands.main()
    const { sections } = JSON.parse(await hands.exported()) as Form
    const question = sections.flatMap((s) => s.questions).find((q) => q.key === 'website')
    expect(question).toMatchObject({
      kind: 'choice',
      label: { [language]: typed[label] },
      help: { [language]: typed[help] },
      choices: [{ label: { fi: 'Verkkosivut' } }, { label: { fi: 'Muu palvelu' } }],
    })
    await hands.press(text[language].undo)
    expect(await hands.exported()).toBe(before)
    // What stood in the first draft is not left to come up again.
    await page.goto(`${region.product.url}${prefix}${home}/questions/website`)
    expect(await page.locator(`[name="${label}"]`).inputValue()).not.toBe(typed[label])
    await page.goto(`${region.product.url}${prefix}${home}/sections/${model.sections[0]!.key}`)
    const whole = page.getByRole('complementary', { name: k.previewSection })
    for (const { label } of model.sections[0]!.questions)
      expect(await whole.textContent()).toContain(label[language])
    await expectGood(page)
    await page.context().close()
  })
})

describe('the form is filled in', () => {
  it('without script: a condition opens, rows are added, what is wrong is said at its field', async () => {
    const page = await openAs(false, 390, `${home}/preview/applicant`)
    const hands = handsOn(page, 'fi')
    await expectGood(page)
    expect(await page.locator('[data-question=partners]').isVisible()).toBe(false)
    await hands.answer({
      organisation: 'Tampereen kaupunki',
      'organisation-type': 'municipality',
      'business-id': '0211675-3',
      applicants: 'several',
    })
    await hands.press(text.fi.check)
    await page.locator('.errors a[href="#f-business-id"]').waitFor()
    expect(await page.locator('[data-question=partners]').isVisible()).toBe(true)
    await expectGood(page)
    await hands.answer({
      'business-id': '0211675-2',
      address: 'Aleksis Kiven katu 14',
      'postal-code': '33100',
      city: 'Tampere',
      iban: 'FI21 1234 5600 0007 85',
      'contact-name': 'Maija Malli',
      'contact-email': 'maija.malli@example.fi',
      'contact-phone': '+358 40 123 4567',
      'partners.rows': '1\n2',
      'partners.1.name': 'Business Tampere Oy',
      'partners.1.business-id': '2312908-3',
    })
    await page.context().close()
  })

  it('with script: counted while one types, and read back as a whole', async () => {
    const page = await openAs(true, 1280, `${home}/preview/summary`)
    const hands = handsOn(page, 'fi')
    await hands.fill('aims', 'Yritykset pääsevät kokeilemaan 🙂')
    expect((await page.locator('#f-aims-limit').textContent())!.replaceAll('\u00a0', ' ')).toBe(
      '1 968 merkkiä jäljellä',
    )
    await hands.fill('measures', 'Kokeilut')
    await hands.fill('results', 'Kolme kokeilua')
    await hands.press(text.fi.check)
    await page.getByText(text.fi.checked).waitFor()
    await expectGood(page)
    await page.goto(`${region.product.url}${home}/preview`)
    const said = await page.locator('main').textContent()
    expect(said).toContain('Kolme kokeilua')
    expect(said).toContain('Tampereen kaupunki')
    await expectGood(page)
    for (const path of ['print', 'versions']) {
      await page.goto(`${region.product.url}${home}/${path}`)
      await expectGood(page)
    }
    await page.context().close()
  })
})

describe('the form as a file', () => {
  it('is imported after a look at it, and comes out identical', async () => {
    const page = await openAs(false, 390, '/forms/import')
    const hands = handsOn(page, 'fi')
    const file = await hands.exported()
    const give = async (content: string) => {
      const buffer = Buffer.from(content)
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'form.json', mimeType: 'application/json', buffer })
      await hands.press(text.fi.look)
    }
    await give(file.replace('"kind": "long-text"', '"kind": "poem"'))
    expect(await page.locator('main').textContent()).toContain('sections.3.questions.0.kind')
    await expectGood(page)
    await give(file)
    await expectGood(page)
    await hands.press(text.fi.take)
    home = new URL(page.url()).pathname
    expect(await hands.exported()).toBe(file)
    await hands.press(text.fi.settle)
    expect(await page.locator('main').textContent()).toContain(text.fi.nothingWorking)
    await page.goto(`${region.product.url}${home}/questions/iban`)
    await hands.fill('label-fi', 'IBAN')
    await hands.main()
    await page.goto(`${region.product.url}${home}/versions`)
    expect(await page.locator('main del').first().textContent()).toContain('Tilinumero')
    expect(
      await (await page.context().request.get(`${region.product.url}${home}/form.json?version=1`)).text(),
    ).toBe(file)
    await page.context().close()
  })
})
