import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build/assets.mjs'
import { Document, parts } from '../ui/gallery.tsx'
import { Facets, Popover, Progress, SearchBox, toHtml } from '../ui/index.ts'

// The islands in a real browser, on pages made of the real parts, under the strictest policy the product knows.
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

let folder: string
let manifest: Record<string, string>
let server: Server
let origin: string
let browser: Browser
let asked: string[] = []
let done = 0
const complaints: string[] = []

const asset = (name: string) => `/assets/${manifest[name]}`

/** A list that answers what it was asked, so that a test can see it in the page. */
const list = (query: URLSearchParams) => {
  const chosen = query.getAll('status')
  const options = ['open', 'closed'].map((value) => ({
    value,
    label: value,
    count: 3,
    checked: chosen.includes(value),
  }))
  return (
    <>
      <SearchBox action="/list" label="q" value={query.get('q') ?? ''} live="results" language="en" />
      <div id="results" class="with-facets">
        <Facets
          action="/list"
          live="results"
          facets={[{ kind: 'options', name: 'status', legend: 'Status', options }]}
          language="en"
        />
        <p data-count>
          {query.get('q')} {chosen.join()}
        </p>
      </div>
    </>
  )
}

const pages: Record<string, (query: URLSearchParams) => string> = {
  '/gallery': () =>
    toHtml(
      <Document language="en" s="Oulu" asset={asset}>
        {Object.values(parts('en', 'Oulu'))}
      </Document>,
    ),
  '/list': (query) =>
    toHtml(
      <Document language="en" s="Oulu" asset={asset}>
        {list(query)}
      </Document>,
    ),
  '/origin/1': () =>
    toHtml(
      <Popover title="Where from" language="en">
        <a href="/row">row</a>
      </Popover>,
    ),
  '/waiting': () => {
    const arrived = asked.filter((path) => path === '/waiting').length > 1
    return toHtml(
      <Document language="en" s="Oulu" asset={asset}>
        <p data-count>{arrived ? 'ready' : 'starting'}</p>
      </Document>,
    )
  },
  '/work': () => {
    done += 10
    return toHtml(
      <Document language="en" s="Oulu" asset={asset}>
        <Progress
          id="load"
          label="Reading"
          done={done}
          total={30}
          finished={done >= 30}
          then="/list"
          language="en"
        />
      </Document>,
    )
  },
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'islands-'))
  manifest = await buildAssets({ outdir: join(folder, 'assets') })
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    response.setHeader('content-security-policy', policy)
    if (url.pathname.startsWith('/assets/')) {
      response.setHeader('content-type', types[extname(url.pathname)] ?? 'text/plain')
      return response.end(
        await readFile(join(folder, url.pathname)).catch(() => response.writeHead(404) && ''),
      )
    }
    asked.push(`${url.pathname}${url.search}`)
    if (url.pathname === '/api/search') {
      response.setHeader('content-type', 'application/json')
      return response.end(
        JSON.stringify({
          items: [{ kind: 'Project', title: `<b>${url.searchParams.get('q')}</b>`, url: '/list?q=found' }],
        }),
      )
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end((pages[url.pathname] ?? pages['/list'])!(url.searchParams))
  }).listen(0)
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  // One process for all is for small serverless machines: closing a page would take the browser along.
  const flags = chromium.args.filter(
    (flag) => !['--single-process', '--no-zygote', '--disable-web-security'].includes(flag),
  )
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...flags,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  if (folder) await rm(folder, { recursive: true })
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  for (const earlier of browser.contexts()) await earlier.close()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  asked = []
  await page.goto(origin + path)
  return page
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('value') ?? document.activeElement?.className)

describe('in the browser', () => {
  it('opens the provenance of a figure beside it; Escape gives the focus back', async () => {
    const page = await open('/gallery')
    const link = page.locator('a.i[href="/origin/1"]').first()
    await link.click()
    await page.locator('.pop.origin h2', { hasText: 'Where from' }).waitFor()
    expect(asked).toContain('/origin/1?fragment=fragment')
    expect(await link.getAttribute('aria-expanded')).toBe('true')
    expect(await focused(page)).toBe('pop origin')
    await page.keyboard.press('Escape')
    expect(await page.locator('body > .pop.origin').count()).toBe(0)
    expect(await focused(page)).toBe('i')
  })

  it('narrows a list while one types and ticks, keeps the place and the address', async () => {
    const page = await open('/list?status=closed&offset=20')
    await page.keyboard.press('/')
    await page.keyboard.type('digi')
    await page.locator('[data-count]', { hasText: 'digi closed' }).waitFor()
    expect(page.url()).toBe(`${origin}/list?status=closed&q=digi`)
    await page.check('input[value=open]')
    await page.locator('[data-count]', { hasText: 'digi open,closed' }).waitFor()
    expect(await focused(page)).toBe('open')
    expect(new URL(page.url()).searchParams.getAll('status').sort()).toEqual(['closed', 'open'])
    expect(await page.locator('[role=status].vh').textContent()).toContain('digi')
    expect(await page.locator('.language a[lang=sv]').getAttribute('href')).toContain('q=digi')
    await page.goBack()
    await page.locator('[data-count]', { hasText: /digi closed$/ }).waitFor()
  })

  it('finds and goes by Ctrl K, and shows what it found as text', async () => {
    const page = await open('/list')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zzz')
    await page.locator('[role=option]', { hasText: '<b>zzz</b>' }).waitFor()
    expect(asked.at(-1)).toBe('/api/search?q=zzz&lang=en')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/list?q=found')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })

  it('shows the keys by ?, not while one writes', async () => {
    const page = await open('/list')
    await page.keyboard.press('?')
    await page.locator('dialog.keys[open]').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('?')
    expect(await page.locator('dialog.keys[open]').count()).toBe(0)
  })

  it('follows long work to its end', async () => {
    done = 0
    const page = await open('/work')
    await page.waitForURL('**/list')
    expect(asked.filter((path) => path === '/work?fragment=load')).toHaveLength(2)
  })

  it('loads a waiting page again when the server answers', async () => {
    const page = await open('/waiting')
    await page.locator('[data-count]', { hasText: 'ready' }).waitFor()
    expect(asked.filter((path) => path === '/waiting').length).toBeGreaterThan(1)
  })

  it('takes a dropped file into the ordinary field', async () => {
    const page = await open('/gallery')
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['a;b'], 'list.csv'))
      return transfer
    })
    await page.dispatchEvent('drop-zone', 'drop', { dataTransfer: data })
    expect(
      await page.locator('input[type=file]').evaluate((input: HTMLInputElement) => input.files?.[0]?.name),
    ).toBe('list.csv')
  })

  it('remembers the theme before the page is drawn', async () => {
    const page = await open('/list')
    await page.selectOption('theme-switch select', 'dark')
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  })

  it('works without script: filters are open on the desk, folded on the phone, and the button applies them', async () => {
    const desk = await open('/list', { javaScriptEnabled: false })
    expect(await desk.locator('input[value=open]').isVisible()).toBe(true)
    await desk.check('input[value=open]')
    await desk.click('.facets button')
    expect(desk.url()).toBe(`${origin}/list?status=open`)
    const phone = await open('/list', { javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    expect(await phone.locator('input[value=open]').isVisible()).toBe(false)
    await phone.click('.facets-fold summary')
    expect(await phone.locator('input[value=open]').isVisible()).toBe(true)
  })

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390])
      it(`is accessible and fits: ${colorScheme}, ${width} px`, async () => {
        const page = await open('/gallery', {
          colorScheme,
          viewport: { width, height: 800 },
          bypassCSP: true,
        })
        await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' })
        const broken = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
          const { violations } = await axe.run()
          return violations.map(
            (v) => `${v.id}: ${v.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
          )
        })
        expect(broken).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
      })

  it('never met the policy, and nothing failed', () => {
    expect(complaints).toEqual([])
  })
})

describe('what the browser gets', () => {
  it('keeps to its budget', async () => {
    const { gzipSync } = await import('node:zlib')
    const size = async (name: string) =>
      gzipSync(await readFile(join(folder, 'assets', manifest[name]!)), { level: 9 }).length
    expect(await size('islands.js')).toBeLessThan(15_000)
    expect(await size('work.js')).toBeLessThan(13_500)
    expect(await size('money.js')).toBeLessThan(7_500)
    expect(await size('site.css')).toBeLessThan(14_650)
    expect(await size('portfolio.css')).toBeLessThan(1_200)
    expect(await size('selection.css')).toBeLessThan(3_800)
    expect(await size('selection.js')).toBeLessThan(5_500)
    expect(await size('network.css')).toBeLessThan(3_200)
    expect(await size('statistics.css')).toBeLessThan(1_700)
    expect(await size('network.js')).toBeLessThan(7_000)
    expect(await size('portfolio-worker.js')).toBeLessThan(24_000)
    expect(await size('theme.js')).toBeLessThan(500)
  })
})
