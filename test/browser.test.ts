import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, launchBrowser, openPage } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const pageOf = (body: string) =>
  `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="fi"><title>Sivu</title><main><h1>Sivu</h1>${body}</main></html>`)}`

describe.each([{ script: true }, { script: false }])('a browser with script: $script', ({ script }) => {
  test('shows Finnish letters and finds a page without faults accessible', async () => {
    const page = await openPage(browser, { script })
    await page.goto(
      pageOf(
        '<p id="word">Hämeenlinna</p><noscript>ilman</noscript><script>word.textContent += "!"</script>',
      ),
    )
    expect(await page.locator('#word').textContent()).toBe(script ? 'Hämeenlinna!' : 'Hämeenlinna')
    await expectAccessible(page)
    await page.context().close()
  })

  test('names each fault of a page, why it is one and where', async () => {
    const page = await openPage(browser, { script })
    await page.goto(pageOf('<img src="data:," id="map">'))
    await expect(expectAccessible(page)).rejects.toThrow(/image-alt.*#map/s)
    await page.context().close()
  })
})
