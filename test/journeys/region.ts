import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../src/config.ts'
import { type House, openHouse } from '../../src/house.ts'
import { perform } from '../../src/kernel/action.ts'
import { transaction } from '../../src/kernel/db.ts'
import { createLog } from '../../src/kernel/log.ts'
import { loadShippedEcosystems } from '../../src/modules/ecosystems/index.ts'
import { getImport, receiveImport } from '../../src/modules/sources/index.ts'
import { expectAccessible, launchBrowser, openPage } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { openFolder } from '../other-process.ts'
import { withoutSecondFactor } from '../people.ts'
import { type Product, startProduct } from '../product.ts'

const demo = join(import.meta.dirname, '..', '..', 'data', 'demo')

export type Region = {
  product: Product
  /** Signs the page's reader in by the link that the product printed, which works once. */
  signIn: (page: Page) => Promise<void>
  database: TestDatabase
  browser: Browser
  /** A new page of a reader of one's own, at the address. */
  open: (path: string, options?: Parameters<typeof openPage>[1]) => Promise<Page>
  stop: () => Promise<void>
}

/**
 * The product as a small region has it: the shipped ecosystems, each 40th project of one demo list, each 8th of the
 * other, the pages of projects, and the `lists` given. `bare` has the given ones alone; `ecosystems` puts the shipped
 * ones into a bare one too. Its administrators need no second factor, but `guarded`.
 */
export async function openRegion(
  options: {
    lists?: Record<string, string>
    bare?: boolean
    ecosystems?: boolean
    env?: Record<string, string>
    guarded?: boolean
  } = {},
): Promise<Region> {
  const folder = await openFolder('talkoot-region-')
  const dataFolder = join(folder, 'data')
  const database = await freshDatabase()
  const product = await startProduct({
    databaseUrl: database.connectionString,
    dataFolder,
    ...(options.env && { env: options.env }),
  })
  if (!options.guarded) await withoutSecondFactor(database)
  const lists = { ...(options.bare ? {} : await excerpts()), ...options.lists }
  const env = { DATABASE_URL: database.connectionString, TALKOOT_DATA: dataFolder }
  const house = await openHouse(readConfig(env), createLog('silent'), 'command', 2)
  if (options.ecosystems ?? !options.bare)
    await transaction(database.db, (tx) => loadShippedEcosystems(tx, new Date('2026-11-21T06:00:00Z')))
  for (const [name, content] of Object.entries(lists)) await bringIn(house, name, content)
  await house.close()
  const browser = await launchBrowser()
  return {
    product,
    database,
    browser,
    open: async (path, settings = {}) => {
      const page = await openPage(browser, settings)
      page.setDefaultTimeout(15_000)
      await page.goto(product.url + path)
      return page
    },
    signIn: async (page) => {
      await page.goto(/http:\S+\/sign-in\?token=\S+/.exec(product.output())![0])
      await page.locator('main button[type=submit]').click()
      await page.waitForURL('**/workspace')
    },
    stop: async () => {
      await browser.close()
      await product.stop()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Hands a list to the running product and waits until its projects are in the picture. */
async function bringIn(house: House, name: string, content: string): Promise<void> {
  const stage = house.stage({ kind: 'system', name: 'test' })
  const kept = await stage.files.put(Readable.from([content]), 1e9)
  const { id } = await perform(receiveImport, stage, { name, ...kept, goOn: true, apply: true })
  for (;;) {
    const { state } = await perform(getImport, stage, { id })
    if (state === 'applied') return
    if (state === 'failed') throw new Error(`${name} could not be brought in`)
    await pause(50)
  }
}

async function excerpts(): Promise<Record<string, string>> {
  const each = async (key: string, step: number) => {
    const lines = gunzipSync(await readFile(join(demo, `${key}.csv.gz`)))
      .toString()
      .split('\n')
    return lines.filter((_, i) => i % step === 0).join('\n')
  }
  return {
    'fi-2007-2013.csv': await each('fi-2007-2013', 40),
    'fi-2014-2020.csv': await each('fi-2014-2020', 8),
    'fi-project-pages.json': await readFile(join(demo, 'fi-project-pages.json'), 'utf8'),
  }
}

/** What holds wherever a journey stops: no fault of accessibility, nothing wider than the window. */
export async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page)
  const wider = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
  if (wider) throw new Error(`${page.url()} is wider than its window of ${page.viewportSize()?.width} px`)
}
