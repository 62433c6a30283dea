import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { type House, openHouse } from '../../src/house.ts'
import { createLog } from '../../src/kernel/log.ts'
import { calendarModule } from '../../src/modules/calendar/module.ts'
import { text as calendar } from '../../src/modules/calendar/text.ts'
import { text as discussion } from '../../src/modules/discussion/text.ts'
import { savedModule } from '../../src/modules/saved/module.ts'
import { text as saved } from '../../src/modules/saved/text.ts'
import { talkModule } from '../../src/modules/talk/module.ts'
import { notificationText } from '../../src/modules/talk/notification-text.ts'
import { notificationKinds } from '../../src/modules/talk/rules.ts'
import { text } from '../../src/modules/talk/text.ts'
import { expectGood, openRegion, type Region } from './region.ts'
import { settle, type Talker } from './talkers.ts'

let region: Region
let house: House
let aino: Talker
let bengt: Talker
let ville: Talker
let outsider: Talker

/** A real mail server: what the product hands over is what a mail program would show. */
const received: string[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, _session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      received.push(Buffer.concat(chunks).toString('utf8'))
      done()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  region = await openRegion({
    env: { TALKOOT_MAIL: `smtp://127.0.0.1:${port}`, TALKOOT_MAIL_FROM: 'Talkoot <talkoot@talkoot.example>' },
    lists: {
      'oma.csv': 'Hankkeen koodi;Hankkeen nimi;Toteuttaja;Myönnetty tuki €\nT1;Vetykoe;Testi Oy;1000\n',
    },
  })
  const env = { DATABASE_URL: region.database.connectionString, TALKOOT_BASE_URL: region.product.url }
  house = await openHouse(readConfig(env), createLog('silent'), 'job', 3)
  const told = { email: 'aino@talkoot.example' }
  aino = await settle(region, { name: 'Aino Virtanen', office: 'coordinator', ecosystem: 'hev', ...told })
  bengt = await settle(region, {
    name: 'Bengt Öst',
    office: 'member',
    ecosystem: 'hev',
    language: 'sv',
    email: 'bengt@talkoot.example',
  })
  ville = await settle(region, { name: 'Ville Katsoja', office: 'viewer', ecosystem: 'hev' })
  outsider = await settle(region, { name: 'Outi Ulkona', office: 'member', ecosystem: 'vitali' })
})
afterAll(async () => {
  await house.close()
  await region.stop()
  await new Promise<void>((closed) => server.close(closed))
})

const as = (who: Talker, path: string, options: Parameters<Region['open']>[1] = {}) =>
  region.open(path, { storageState: who.session, viewport: { width: 390, height: 800 }, ...options })

/** Runs a job now, as the clock would. */
const runJob = async (name: string) => {
  const jobs = [...(talkModule.jobs ?? []), ...(savedModule.jobs ?? []), ...(calendarModule.jobs ?? [])]
  const stage = house.stage({ kind: 'system', name })
  await jobs.find((j) => j.name === name)!.run(stage, {}, async () => undefined)
}
const bell = (page: Page) => page.locator('.bell').textContent()

describe.each([
  { script: true, width: 1280 },
  { script: false, width: 390 },
])('a discussion, script $script, $width px', ({ script, width }) => {
  const title = `Vetyhaun painotukset ${script}`
  const options = { script, viewport: { width, height: 800 } }
  let address = ''

  it('is opened, and answered with a mention; the other sees it in the bell', async () => {
    const t = discussion.fi
    const page = await as(aino, '/ecosystems/hev/discussion', options)
    await page.getByRole('link', { name: t.add }).click()
    await page.getByRole('button', { name: t.send }).click()
    await page.locator('.errors').waitFor()
    await expectGood(page)
    await page.getByLabel(t.titleField).fill(title)
    await page
      .getByLabel(t.textField)
      .fill('Kaksi asiaa:\n- vety\n- <script>alert(1)</script>\n\nhttps://example.org/a')
    await page.getByRole('button', { name: t.send }).click()
    await page.waitForURL(/discussion\/[0-9a-f-]{36}$/)
    address = new URL(page.url()).pathname
    expect(await page.locator('.topic .said li').allTextContents()).toEqual([
      'vety',
      '<script>alert(1)</script>',
    ])
    await page
      .getByLabel(text.fi.comment, { exact: true })
      .fill('@Bengt Öst, mitä sanot? @Outi Ulkona ei näe tätä.')
    await page.getByRole('button', { name: text.fi.send }).click()
    await page.waitForURL(/#comment-/)
    expect(await page.locator('.comment .mention').allTextContents()).toEqual(['@Bengt Öst'])
    await expectGood(page)
    await page.context().close()

    const other = await as(bengt, '/sv/notifications', options)
    expect(await bell(other)).toContain(notificationText.sv.bell(1))
    expect(await other.locator('.notices li.fresh').first().textContent()).toContain(
      notificationText.sv.what.mention('Aino Virtanen'),
    )
    await expectGood(other)
    await other.locator('.notices .open').first().click()
    await other.waitForURL(/#comment-/)
    expect(await other.locator(`h1`).textContent()).toBe(title)
    await other.locator('details.answer > summary').click()
    await other.getByLabel(text.sv.answerTo('Aino Virtanen')).fill('Vätgas först.')
    await other.locator('details.answer').getByRole('button', { name: text.sv.answer }).click()
    await other.locator('.replies .comment').waitFor()
    expect(await other.locator('.replies .comment').count()).toBe(1)
    await expectGood(other)
    await other.context().close()
  })

  it('may be read but not written by a viewer, and is not there for an outsider or a visitor', async () => {
    const watching = await as(ville, address, options)
    expect(await watching.locator('.comment').count()).toBe(2)
    expect(await watching.locator('draft-form').count()).toBe(0)
    await watching.context().close()
    for (const storageState of [outsider.session, undefined]) {
      const page = await region.open(address, { ...options, ...(storageState && { storageState }) })
      expect(await page.locator('h1').textContent()).not.toBe(title)
      await page.context().close()
    }
    const list = await (await fetch(`${region.product.url}/api/topics`)).text()
    expect(list).not.toContain(title)
  })

  it('is edited with its history, resolved, hidden with a reason; each in the audit', async () => {
    const page = await as(bengt, address, options)
    const mine = page.locator('.replies .comment')
    await mine.getByText(text.fi.edit, { exact: true }).click()
    await mine.locator('textarea').fill('Vätgas först, sedan batterier.')
    await mine.getByRole('button', { name: text.fi.save, exact: true }).click()
    await mine.getByText(text.fi.edited).waitFor()
    expect(await mine.locator('.comment-head').textContent()).toContain(text.fi.edited)
    expect(await mine.locator('.version').textContent()).toContain('Vätgas först.')
    await page.context().close()

    const lead = await as(aino, address, options)
    expect(await bell(lead)).toContain(notificationText.fi.bell(0))
    const answer = lead.locator('.replies .comment')
    await answer.getByText(text.fi.hide, { exact: true }).first().click()
    await answer.getByLabel(text.fi.reason).fill('Väärä ketju')
    await answer.getByRole('button', { name: text.fi.hide }).click()
    await lead.waitForURL(/#comment-/)
    expect(await answer.textContent()).toContain('Väärä ketju')
    expect(await lead.content()).not.toContain('sedan batterier')
    await lead.getByRole('button', { name: text.fi.resolve }).click()
    await lead.waitForLoadState()
    expect(await lead.locator('details.settled').count()).toBe(1)
    await expectGood(lead)
    await lead.context().close()
    const { rows } = await sql<{ action: string }>`
      select distinct action from audit_entry where action like 'comment.%' or action like 'topic.%'`.execute(
      region.database.db,
    )
    expect(rows.map((r) => r.action).sort()).toEqual([
      'comment.add',
      'comment.edit',
      'comment.hide',
      'comment.resolve',
      'topic.add',
    ])
  })

  it('is found by a word in another form, and by what was said in it', async () => {
    const page = await as(aino, '/ecosystems/hev/discussion?q=painotuksia', options)
    expect(await page.locator('.topics').textContent()).toContain(title)
    await expectGood(page)
    await page.context().close()
  })
})

describe('the digest', () => {
  it('tells only what is new, in the reader’s language, once, and is switched off by one press', async () => {
    const page = await as(aino, '/projects/T1')
    await page.getByLabel(text.fi.comment, { exact: true }).fill('@Bengt Öst katso tämä hanke')
    await page.getByRole('button', { name: text.fi.send }).click()
    await page.waitForURL(/#comment-/)
    await page.context().close()
    await runJob('notification.send-digests')
    await runJob('notification.send-digests')
    const { rows } = await sql<{ subject: string; body: string; off_link: string; recipient: string }>`
      select subject, body, off_link, recipient from mail where kind = 'digest' and recipient = 'bengt@talkoot.example'`.execute(
      region.database.db,
    )
    expect(rows).toHaveLength(1)
    const { body, off_link } = rows[0]!
    expect(body).toContain(notificationText.sv.what.mention('Aino Virtanen'))
    expect(body).toMatch(/http\S+\/sv\/projects\/\S*T1#comment-/)
    expect(body).toContain(off_link)

    // It went out through the mail server, and says in its head where it is switched off.
    await vi.waitFor(
      () => expect(received.some((m) => m.includes('bengt@talkoot.example'))).toBe(true),
      20_000,
    )
    const mail = received.find((m) => m.includes('bengt@talkoot.example'))!.replaceAll(/\r?\n[ \t]+/g, ' ')
    expect(mail.replaceAll(/: {2,}/g, ': ')).toContain(`List-Unsubscribe: <${off_link}>`)

    // A mail scanner that opens the link switches nothing off; the button does, without signing in.
    const off = await region.open(new URL(off_link).pathname, { script: false })
    await expectGood(off)
    const choices = () =>
      sql<{ n: number }>`select count(*) as n from notification_choice where person_id = ${bengt.id}`
        .execute(region.database.db)
        .then((r) => r.rows[0]!.n)
    expect(await choices()).toBe(0)
    await off.getByRole('button', { name: notificationText.sv.offAll }).click()
    expect(await off.textContent('main')).toContain(notificationText.sv.offDone)
    expect(await choices()).toBe(notificationKinds.length)
    await expectGood(off)
    await off.context().close()
  })

  it('has a page where each kind is switched, and what is followed is left', async () => {
    const page = await as(bengt, '/sv/notifications/settings')
    expect(await page.locator('input[name=mail]:checked').count()).toBe(0)
    await page.locator('input[name=mail][value=mention]').check()
    await page.getByRole('button', { name: notificationText.sv.save }).click()
    await page.waitForURL(/saved=1/)
    expect(await page.locator('input[name=mail]:checked').count()).toBe(1)
    await expectGood(page)
    const followed = await page.locator('.with-deed').count()
    await page.locator('.with-deed button').first().click()
    await page.waitForLoadState()
    expect(await page.locator('.with-deed').count()).toBe(followed - 1)
    await page.context().close()
  })
})

describe.each([
  { language: 'fi', prefix: '', script: true, width: 1280 },
  { language: 'sv', prefix: '/sv', script: false, width: 390 },
] as const)('the calendar in $language, script $script, $width px', ({ language, prefix, script, width }) => {
  const t = calendar[language]
  const options = { script, viewport: { width, height: 900 } }
  const name = `Kuukausikokous ${language}`

  it('takes an event, says what is wrong with it, and shows it in every view', async () => {
    const page = await as(aino, `${prefix}/ecosystems/hev/calendar/new`, options)
    await page.getByLabel(t.fields.title).fill(name)
    await page.getByLabel(t.fields.startDay).fill('31.2.2026')
    await page.getByRole('button', { name: t.save, exact: true }).click()
    await page.locator('.errors').waitFor()
    expect(await page.locator('.errors li').count()).toBe(1)
    expect(await page.getByLabel(t.fields.title).inputValue()).toBe(name)
    await expectGood(page)
    await page.getByLabel(t.fields.startDay).fill('8.1.2026')
    await page.locator('[name=startClock]').fill('9')
    await page.locator('[name=endClock]').fill('10.30')
    await page.getByLabel(t.fields.repeats).selectOption('monthly-weekday')
    await page.getByText(t.shares.public).click()
    await page.getByRole('button', { name: t.save, exact: true }).click()
    await page.waitForURL(/calendar\/[0-9a-f-]{36}$/)
    expect(await page.locator('.facts').textContent()).toContain(t.finnishTime)
    await expectGood(page)
    for (const view of ['?year=2026', '?view=month&month=2026-04', '?view=agenda']) {
      await page.goto(`${region.product.url}${prefix}/ecosystems/hev/calendar${view}`)
      expect(await page.textContent('main')).toContain(name)
      await expectGood(page)
    }
    await page.goto(`${region.product.url}${prefix}/ecosystems/hev/calendar?year=2026`)
    expect(await page.locator('.agenda a', { hasText: name }).count()).toBe(12)
    await page.context().close()
  })

  it('gives a secret feed of what one may see, until it is ended; the public feed has the public ones', async () => {
    const page = await as(aino, `${prefix}/calendar/feed`, options)
    await page.getByRole('button', { name: t.feedNew }).click()
    const address = (await page.locator('.feed-address').getAttribute('href'))!
    await expectGood(page)
    const read = async () => {
      const answer = await fetch(address)
      return `${answer.status} ${await answer.text()}`
    }
    expect(await read()).toMatch(/^200 BEGIN:VCALENDAR/)
    expect(await read()).toContain('RRULE:FREQ=MONTHLY;BYDAY=2TH')
    const open = await (await fetch(`${region.product.url}/ecosystems/hev/calendar/public.ics`)).text()
    expect(open).toContain(`SUMMARY:${name}`)
    await page.getByRole('button', { name: t.feedEnd }).click()
    expect(await read()).toMatch(/^404/)
    await page.context().close()
  })
})

describe('a saved view', () => {
  it('is saved from the list, and tells what is new in it', async () => {
    const t = saved.fi
    const page = await as(aino, '/projects?q=vetykoe')
    await page.getByRole('link', { name: t.save }).click()
    await page.getByLabel(t.name).fill('Vetykokeet')
    await page.getByLabel(t.everyDay).check()
    await expectGood(page)
    await page.getByRole('button', { name: t.save }).click()
    await page.waitForURL('**/saved')
    expect(await page.locator('.notices').textContent()).toContain(t.watching.day)
    await expectGood(page)
    const { db } = region.database
    const later = () => sql`update saved_alert set read_at = read_at - interval '1 day'`.execute(db)
    const told = async () => {
      await later()
      await runJob('saved-view.read-alerts')
      const { rows } = await sql<{ excerpt: string }>`
        select excerpt from notification where kind = 'alert' order by at`.execute(db)
      return rows.map((r) => r.excerpt)
    }
    expect(await told()).toEqual([])
    await sql`update project set granted = 2000 where code = 'T1'`.execute(db)
    expect(await told()).toEqual([t.changed(1, 'Vetykoe')])
    expect(await told()).toHaveLength(1)
    await page.goto(`${region.product.url}/notifications`)
    await page.locator('.notices .open').first().click()
    await page.waitForURL(/\/projects\?q=vetykoe/)
    // A filter that a newer version no longer knows: the watcher is told, and not only left without news.
    await sql`update saved_view set question = 'year=aina'`.execute(db)
    expect((await told()).at(-1)).toContain(t.stopped)
    await page.goto(`${region.product.url}/saved`)
    expect(await page.locator('.notices').textContent()).toContain(t.paused)
    await page.context().close()
  })
})

describe('the keyboard', () => {
  it('reaches acts by Ctrl K, completes names after @, and ? tells the keys', async () => {
    const page = await as(aino, '/ecosystems/hev/discussion', { viewport: { width: 1280, height: 800 } })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('lisää tapahtuma')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/ecosystems/hev/calendar/new')
    await page.goto(`${region.product.url}/ecosystems/hev`)
    const area = page.locator('#f-text-new')
    await area.pressSequentially('Hei @Ben')
    await page.locator('mention-field [role=option]').first().waitFor()
    await expectGood(page)
    await page.keyboard.press('Enter')
    expect(await area.inputValue()).toBe('Hei @Bengt Öst ')
    await area.blur()
    await page.keyboard.press('?')
    expect(await page.locator('dialog.keys').textContent()).toContain('@')
    await page.context().close()
  })
})
