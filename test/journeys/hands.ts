import type { Locator, Page } from 'playwright-core'

/** How a reader's hands work: by mouse, or by keyboard alone. */
export type Hands = {
  press: (target: Locator) => Promise<void>
  write: (target: Locator, text: string) => Promise<void>
  choose: (target: Locator, option: string) => Promise<void>
  /** Drops a file on the page's frame, or chooses it by its button. */
  giveFile: (page: Page, name: string, content: string) => Promise<void>
}

export const mouse: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: async (target, option) => {
    await target.selectOption({ label: option })
  },
  giveFile: async (page, name, content) => {
    const data = await page.evaluateHandle(
      `(() => { const d = new DataTransfer(); d.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)})); return d })()`,
    )
    await page.locator('drop-zone').dispatchEvent('drop', { dataTransfer: data })
  },
}

/** Tab until the target has the focus, as who has no mouse does. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  for (let i = 0; i < 150; i++) {
    if (await target.evaluate((e) => e === e.ownerDocument.activeElement)) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`The Tab key never reaches ${target}`)
}
export const keyboard: Hands = {
  press: async (target) => {
    await tabTo(target)
    await target.page().keyboard.press('Enter')
  },
  write: async (target, text) => {
    await tabTo(target)
    await target.page().keyboard.press('Control+a')
    await target.page().keyboard.type(text)
  },
  choose: async (target, option) => {
    await tabTo(target)
    await target.page().keyboard.type(option.slice(0, 12))
  },
  giveFile: async (page, name, content) => {
    await tabTo(page.locator('input[type=file]'))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  },
}

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
/** What a button or link says, and of which row where many say it. */
export const say = (label: string, about = '') =>
  new RegExp(`^${plain(label)}${about && `\\s*: ${plain(about)}`}$`)

/** Presses the first such button of the page's main part, and waits for what comes of it. */
export async function press(page: Page, label: string, about = ''): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page
    .locator('main')
    .getByRole('button', { name: say(label, about) })
    .first()
    .click()
  await loaded
}
