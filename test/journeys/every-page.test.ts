import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from '../browser.ts'
import { expectGood, openRegion, type Region } from './region.ts'

let region: Region
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.stop())

const languages = ['fi', 'sv', 'en'] as const

/** "/sv/projects/A70011?x=1" is of the kind "/projects/*?". */
const kindOf = (url: URL): string =>
  url.pathname
    .replace(/^\/(sv|en)(?=\/|$)/, '')
    .replace(/^$/, '/')
    .replace(
      /^\/(projects|organisations|regions|authorities|ecosystems|sources)\/(?!provenance|search-words|export|duplicates|new)[^/]+/,
      '/$1/*',
    )
    .replace(/\/(provenance|figures)\/[^/]+$/, '/$1/*') + (url.search ? '?' : '')
const languageOf = (url: URL) => /^\/(sv|en)(?:\/|$)/.exec(url.pathname)?.[1] ?? 'fi'

type Seen = { url: URL; status: number; type: string; html: string }
const seen: Seen[] = []

/** One page of each kind, the languages taking turns. */
function kinds(): [kind: string, url: URL][] {
  const pages = new Map<string, URL[]>()
  for (const { url } of seen.filter((s) => s.html))
    pages.set(kindOf(url), [...(pages.get(kindOf(url)) ?? []), url])
  return [...pages].map(([kind, urls], i) => [
    kind,
    urls.find((url) => languageOf(url) === languages[i % 3]) ?? urls[0]!,
  ])
}

/** Breadth first from the home page: two pages of each kind in each language. */
beforeAll(async () => {
  const known = new Set<string>()
  const taken = new Map<string, number>()
  const queue = ['/', '/sv', '/en'].map((path) => new URL(path, region.product.url))
  for (let url = queue.shift(); url && seen.length < 260; url = queue.shift()) {
    const kind = `${languageOf(url)} ${kindOf(url)}`
    if ((taken.get(kind) ?? 0) >= 2) continue
    taken.set(kind, (taken.get(kind) ?? 0) + 1)
    const response = await fetch(url)
    const type = response.headers.get('content-type') ?? ''
    const html = type.includes('html') ? await response.text() : ''
    if (!html) await response.body?.cancel()
    seen.push({ url, status: response.status, type, html })
    for (const [, href] of html.matchAll(/<(?:a|link)\b[^>]*? href="([^"#]*)/g)) {
      const next = new URL(href!.replaceAll('&amp;', '&'), url)
      if (next.origin !== region.product.url || known.has(next.href)) continue
      known.add(next.href)
      queue.push(next)
    }
  }
})

it('every address that a page leads to answers', () => {
  expect(
    seen.filter((s) => s.status !== 200).map((s) => `${s.status} ${s.url.pathname}${s.url.search}`),
  ).toEqual([])
  expect(kinds().length).toBeGreaterThan(20)
  for (const language of languages)
    expect(seen.filter((s) => s.html && languageOf(s.url) === language).length).toBeGreaterThan(25)
})

it('every address of the sitemap answers', async () => {
  const addresses = async (path: string) =>
    [...(await (await fetch(region.product.url + path)).text()).matchAll(/<loc>([^<]*)/g)].map(
      ([, url]) => url!,
    )
  const parts = await addresses('/sitemap.xml')
  expect(parts).toHaveLength(3)
  const pages = await addresses('/sitemap/pages.xml')
  expect(pages.length).toBeGreaterThan(150)
  const wrong: string[] = []
  for (const url of pages.filter((_, i) => i % 3 === Math.floor(i / 3) % 3)) {
    const { status } = await fetch(url, { method: 'HEAD' })
    if (status !== 200) wrong.push(`${status} ${url}`)
  }
  expect(wrong).toEqual([])
})

it('every page has one heading of the first rank, a title of its own, its language, and no word of the machine', () => {
  const faults = seen
    .filter((s) => s.html)
    .flatMap(({ url, html }) => {
      const text = html.replaceAll(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ' ')
      const title = /<title>([^<]*)/.exec(html)?.[1] ?? ''
      const wrong = [
        html.match(/<h1\b/g)?.length !== 1 && 'not one h1',
        title.length < 5 && `title "${title}"`,
        !html.startsWith(`<!doctype html><html lang="${languageOf(url)}"`) && 'lang',
        /\bundefined\b|\[object |\bNaN\b|\bnull\b/.test(text) &&
          `machine word: ${/.{30}(?:undefined|\[object|NaN|null).{20}/.exec(text)?.[0]}`,
        html.split('hreflang=').length < 7 && 'alternates',
      ]
      return wrong.filter(Boolean).map((fault) => `${url.pathname}${url.search}: ${fault}`)
    })
  expect(faults).toEqual([])
})

type Load = { bytes: number; requests: number; shift: number; paint: number }

/** Loads a page as a first visit and measures what came over the wire and how it settled. */
async function measure(page: Page, url: string): Promise<Load> {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  let bytes = 0
  let requests = 0
  wire.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength
    requests += 1
  })
  await page.goto(url, { waitUntil: 'load' })
  const settled = (await page.evaluate(`new Promise((done) => {
    const told = { shift: 0, paint: 0 }
    new PerformanceObserver((l) => { for (const e of l.getEntries()) told.shift += e.value }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((l) => { for (const e of l.getEntries()) told.paint = e.startTime }).observe({ type: 'largest-contentful-paint', buffered: true })
    setTimeout(() => done(told), 250)
  })`)) as { shift: number; paint: number }
  return { bytes, requests, ...settled }
}

it('each kind of page is light, quiet and fits a phone; no fault of accessibility with script or without', {
  timeout: 240_000,
}, async () => {
  const faults: string[] = []
  for (const [i, [kind, found]] of kinds().entries()) {
    const url = found.href
    const page = await region.open('/health', { viewport: { width: 390, height: 800 } })
    const complain = (what: string) => faults.push(`${kind} (${found.pathname}${found.search}): ${what}`)
    page.on('console', (m) => ['error', 'warning'].includes(m.type()) && complain(`console: ${m.text()}`))
    page.on('pageerror', (error) => complain(`error: ${error.message}`))
    const load = await measure(page, url)
    if (load.bytes > 150 * 1024) complain(`${Math.round(load.bytes / 1024)} KB`)
    if (load.requests > 12) complain(`${load.requests} requests`)
    if (load.shift > 0.02) complain(`layout shifts by ${load.shift}`)
    if (load.paint > 2500) complain(`largest paint after ${load.paint} ms`)
    await expectGood(page).catch((error: Error) => complain(error.message))
    await page.context().close()

    if (found.search) continue
    const still = await region.open(found.pathname + found.search, {
      script: false,
      viewport: { width: 1280, height: 800 },
      colorScheme: i % 2 ? 'dark' : 'light',
    })
    await expectGood(still).catch((error: Error) => complain(`without script: ${error.message}`))
    await still.context().close()
  }
  expect(faults).toEqual([])
})

describe('on paper and in the dark', () => {
  it('a project prints without menus, filters and buttons, and with its figures', async () => {
    const page = await region.open('/projects/A70011', { viewport: { width: 800, height: 1100 } })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const hidden of ['.nav', '.footer nav', '.language', 'main .actions', '.skip'])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false])
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(await page.getByText('0211675-2').isVisible()).toBe(true)
    const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(paper)
    await page.context().close()
  })

  it.each([
    '/',
    '/projects?q=matkailu',
    '/sv/projects/A70011',
    '/en/organisations',
    '/regions/MK19',
    '/en/ecosystems/hev',
  ])('%s keeps its contrast in the dark', async (path) => {
    const page = await region.open(path, { colorScheme: 'dark' })
    await expectAccessible(page)
    await page.context().close()
  })
})
