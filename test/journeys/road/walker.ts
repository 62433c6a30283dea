import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { text } from '../../../src/modules/people/text.ts'
import type { Gate } from '../gate.ts'
import { linkIn } from '../mail-server.ts'
import { expectGood } from '../region.ts'

/** What the whole road came to, told at its end. */
export type Tally = { steps: number; pages: Set<string>; faults: string[] }

export type Settings = { email: string; language?: 'fi' | 'sv'; phone?: boolean; script?: boolean }

/**
 * Somebody on the road, who reads the page and uses what it shows: links, buttons and fields by their names. Of the
 * address bar they know the front page and what a mail says. Each kind of page is looked at once by each: axe, and
 * nothing wider than the window.
 */
export type Walker = {
  page: Page
  /** Follows the first link of that name: of the page itself, else of the frame around it. */
  follow: (name: string | RegExp) => Promise<void>
  press: (name: string | RegExp) => Promise<void>
  /** Writes into fields by their labels; `Group > Label` where several groups have the same. */
  write: (fields: Readonly<Record<string, string>>) => Promise<void>
  /** Ticks boxes and chooses among alternatives by their labels. */
  tick: (...labels: (string | RegExp)[]) => Promise<void>
  sees: (...words: (string | RegExp)[]) => Promise<void>
  seesNot: (...words: string[]) => Promise<void>
  /** Whether the page offers a link of that name. */
  has: (name: string) => Promise<boolean>
  /** Follows the first link of the page itself that leads there. */
  followTo: (path: string) => Promise<void>
  /** The front page, as who was never here. */
  front: () => Promise<void>
  /** Their own page. */
  home: () => Promise<void>
  /** Opens the link of a mail to them; answers what the mail said. */
  openMailed: (subject: RegExp) => Promise<string>
  /** By a link that is mailed. */
  signIn: () => Promise<void>
  leave: () => Promise<void>
}

const shots = process.env.SCREENSHOTS
const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Optional fields say so after their name. */
const labelled = (label: string) => new RegExp(`^\\s*${escaped(label)}(\\s+\\([^)]*\\))?\\s*$`)
const kindOf = (url: string) => new URL(url).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

export async function walks(gate: Gate, tally: Tally, settings: Settings): Promise<Walker> {
  const { language = 'fi', phone = false, script = true, email } = settings
  const prefix = language === 'fi' ? '' : `/${language}`
  const t = text[language]
  const who = email.split('@')[0]!
  const page = await gate.open(`${prefix}/sign-in`, {
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    script,
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) tally.faults.push(`${who}: ${answer.status()} ${answer.url()}`)
  })
  page.on('pageerror', (error) => {
    tally.faults.push(`${who}: ${error.message} on ${page.url()}`)
  })
  const main = page.locator('main')
  const met = new Set<string>()

  const look = async () => {
    const kind = kindOf(page.url())
    tally.pages.add(kind)
    if (met.has(kind)) return
    met.add(kind)
    if (shots) {
      const name = `${who}-${String(met.size).padStart(2, '0')}${kind.replaceAll('/', '-')}`
      await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
    }
    await expectGood(page)
  }
  /** Does what brings another page, and looks at that. */
  const brings = async (deed: () => Promise<unknown>) => {
    tally.steps += 1
    const loaded = page.waitForEvent('load')
    loaded.catch(() => undefined)
    await deed()
    await loaded
    await look()
  }
  const go = (url: string) => brings(() => page.goto(url))
  const field = (label: string | RegExp): Locator => {
    if (typeof label !== 'string') return main.getByLabel(label).first()
    const [group, rest] = label.split(' > ')
    return rest
      ? main
          .getByRole('group', { name: labelled(group!) })
          .getByLabel(labelled(rest))
          .first()
      : main.getByLabel(labelled(label)).first()
  }
  const named = (role: 'link' | 'button', name: string | RegExp) =>
    typeof name === 'string' ? page.getByRole(role, { name, exact: true }) : page.getByRole(role, { name })
  const said = async () => plain((await main.textContent()) ?? '')

  const walker: Walker = {
    page,
    follow: (name) =>
      brings(async () => {
        const inMain = named('link', name).and(page.locator('main a'))
        await ((await inMain.count()) > 0 ? inMain : named('link', name)).first().click()
      }),
    press: (name) => brings(() => named('button', name).and(page.locator('main button')).first().click()),
    async write(fields) {
      for (const [label, text] of Object.entries(fields)) {
        const target = field(label)
        if ((await target.evaluate((e) => e.tagName)) === 'SELECT') await target.selectOption({ label: text })
        else await target.fill(text)
      }
    },
    async tick(...labels) {
      for (const label of labels) await field(label).check()
    },
    async sees(...words) {
      const told = await said()
      for (const word of words)
        if (typeof word === 'string') expect(told, page.url()).toContain(word)
        else expect(told, page.url()).toMatch(word)
    },
    async seesNot(...words) {
      const told = await said()
      for (const word of words) expect(told, page.url()).not.toContain(word)
    },
    has: async (name) => (await named('link', name).count()) > 0,
    followTo: (path) => brings(() => main.locator(`a[href*="${path}"]`).first().click()),
    front: () => go(`${gate.product.url}${prefix}/`),
    home: () => go(`${gate.product.url}${prefix}/workspace`),
    async openMailed(subject) {
      const mail = await gate.mail.next(email, subject)
      const link = /https?:\/\/\S+/.exec(mail.text)?.[0]
      if (!link) throw new Error(`no link in ${mail.subject}`)
      await go(link)
      return plain(mail.text)
    },
    async signIn() {
      await look()
      await walker.write({ [t.email]: email })
      await walker.press(t.sendLink)
      await go(linkIn(await gate.mail.next(email, /^(Kirjautumislinkki|Inloggningslänk)/)))
      await walker.press(t.signIn)
      await page.waitForURL('**/workspace')
    },
    leave: () => page.context().close(),
  }

  return walker
}
