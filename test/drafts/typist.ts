import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { launchInFolder } from '../browser.ts'
import type { Writer, WritingRoom } from './writing-room.ts'

/** A word that nobody else types, so that it can be looked for afterwards. */
type Typed = {
  field: string
  word: string
  /** Shown as saved at some time. */
  acknowledged: boolean
  /** Typed in the moment when the browser was killed, and not there when it was opened again. */
  gone?: boolean
}

/** A scripted person at a browser of their own, who types on whatever happens. */
export type Typist = {
  writer: Writer
  typed: Typed[]
  /** Words that stood in a browser when it was killed, not yet on the server, and how many of them came back. */
  lost: { unsaved: number; back: number }
  asked: () => number
  /** Words that were typed beside the form: the page had just gone. */
  missed: () => number
  killBrowser: () => Promise<void>
  offline: (ms: number) => Promise<void>
  /** Types no more, and waits until everything is saved. */
  finish: () => Promise<void>
}

export async function seat(
  room: WritingRoom,
  writer: Writer,
  form: string,
  fields: { own: string[]; shared: string[]; short: string },
  random: () => number,
): Promise<Typist> {
  const folder = join(room.folder, `browser-${writer.name}`)
  const typed: Typed[] = []
  const lost = { unsaved: 0, back: 0 }
  let context: BrowserContext | undefined
  let page: Page | undefined
  let number = 0
  let asked = 0
  let missed = 0
  let stopping = false
  let settled = false
  let died = false
  const any = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!

  async function open(): Promise<Page> {
    if (!context) {
      context = await launchInFolder(folder)
      page = undefined
    }
    if (page && !page.isClosed() && (await page.locator('draft-form[data-ready]').count()) > 0) return page
    page ??= context.pages()[0] ?? (await context.newPage())
    page.setDefaultTimeout(5_000)
    await room.signIn(context, writer)
    await page.goto(room.product.url + form, { timeout: 5_000 })
    await page.locator('draft-form[data-ready]').waitFor({ timeout: 20_000 })
    if (died) await lookForUnsaved(page)
    return page
  }

  /** What stood in the browser unsaved when it was killed: in the short field only the last text did. */
  async function lookForUnsaved(at: Page): Promise<void> {
    died = false
    const there = await values(at)
    for (const t of typed.filter((w) => !w.acknowledged && !w.gone && w.field !== fields.short)) {
      lost.unsaved += 1
      if (there.includes(t.word)) lost.back += 1
      else t.gone = true
    }
  }

  /** Everything that stands in the form, other's texts beside one's own included. */
  const values = (of: Page) =>
    of.evaluate<string>(`[...document.querySelectorAll('input:not([type=hidden]), textarea, .draft-clash')]
      .map((e) => e.value ?? e.textContent).join('\\n')`)

  async function type(): Promise<void> {
    const at = await open()
    for (const box of await at.locator('.draft-clash').all()) {
      asked += 1
      const both = box.locator('[data-choice=both]')
      const choice = (await both.count()) > 0 ? both : box.locator(`[data-choice=${any(['mine', 'theirs'])}]`)
      await choice.click({ timeout: 2_000 })
    }
    const field = any([...fields.own, ...fields.own, ...fields.own, ...fields.shared, fields.short])
    const control = at.locator(`[name="${field}"]`)
    const isShort = field === fields.short
    await control.focus()
    await at.keyboard.press(isShort ? 'Control+A' : 'Control+End')
    if (!isShort && fields.shared.includes(field)) await at.keyboard.press('Enter')
    const words = isShort ? 1 : 2 + Math.floor(random() * 4)
    for (let i = 0; i < words; i++) {
      number += 1
      const word = `${writer.name}${number}x`
      await at.keyboard.type(`${word} `, { delay: 4 })
      // What the keys wrote when the page had just gone from under them was never in the form.
      if ((await control.inputValue()).includes(word)) typed.push({ field, word, acknowledged: false })
      else missed += 1
    }
    await pause(random() * 900)
    await acknowledge(at)
  }

  /** What the page says is saved must be on the server: it is remembered as acknowledged. */
  async function acknowledge(at: Page): Promise<void> {
    const known = typed.length
    const said = await at.locator('.draft-said').textContent({ timeout: 2_000 })
    if (!/^Tallennettu/.test(said ?? '')) return
    for (const t of typed.slice(0, known)) if (!t.gone) t.acknowledged = true
  }

  const running = (async () => {
    while (!stopping) {
      try {
        await type()
      } catch {
        // The browser, the server or the network is gone: tried again until it is there.
        await pause(300)
      }
    }
    for (let i = 0; i < 120 && !settled; i++) {
      try {
        const at = await open()
        const box = at.locator('.draft-clash [data-choice]').last()
        if ((await box.count()) > 0) await box.click({ timeout: 2_000 })
        await acknowledge(at)
        settled =
          typed.every((t) => t.acknowledged || t.gone) && (await at.locator('.draft-clash').count()) === 0
      } catch {
        // As above.
      }
      await pause(500)
    }
    await context?.close().catch(() => undefined)
  })()

  return {
    writer,
    typed,
    lost,
    asked: () => asked,
    missed: () => missed,
    async killBrowser() {
      died = true
      for (const pid of await processesOf(folder)) process.kill(pid, 'SIGKILL')
      await context?.close().catch(() => undefined)
      context = undefined
    },
    async offline(ms) {
      await context?.setOffline(true).catch(() => undefined)
      await pause(ms)
      await context?.setOffline(false).catch(() => undefined)
    },
    async finish() {
      stopping = true
      await running
      if (!settled) throw new Error(`${writer.name}: not everything was saved in the end`)
    },
  }
}

/** The browser's own process, which holds the folder; its others go with it. */
async function processesOf(folder: string): Promise<number[]> {
  const found: number[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(`--user-data-dir=${folder}\0`) && !line.includes('--type=')) found.push(Number(pid))
  }
  return found
}
