import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build/assets.mjs'
import { readProblem, resultOf, solve, type Told } from '../../src/engine/portfolio/index.ts'
import type { createSolver } from '../../src/islands/portfolio-solver.ts'
import { readAssets, serveAssets } from '../../src/web/assets.ts'
import { safeHeaders } from '../../src/web/headers.ts'
import { launchBrowser } from '../browser.ts'
import { hardProblem, problemOf } from './meeting-problem.ts'

declare global {
  interface Window {
    createSolver: typeof createSolver
    told: Told[]
    solver: ReturnType<typeof createSolver>
  }
}

// The worker in a real browser, under the product's own headers and with its own files.
let folder: string
let server: Server
let browser: Browser
let page: Page
let worker: string
const complaints: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'talkoot-worker-'))
  await buildAssets({ outdir: folder })
  const client = path.join(folder, 'solver-page.js')
  const from = path.join(import.meta.dirname, 'solver-page.ts')
  await build({ entryPoints: [from], bundle: true, format: 'esm', outfile: client })
  worker = readAssets(folder).href('portfolio-worker.js')
  const app = new Hono()
  app.use(safeHeaders('http://localhost'))
  await serveAssets(app, folder)
  app.get('/', (c) =>
    c.html('<!doctype html><title>x</title><script type="module" src="/assets/solver-page.js"></script>'),
  )
  app.get('/favicon.ico', (c) => c.body(null, 204))
  server = serve({ fetch: app.fetch, port: 0 }) as Server
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'createSolver' in window)
  await page.evaluate((address) => {
    window.told = []
    window.solver = window.createSolver(address)
  }, worker)
  return () => page.close()
})

const small = problemOf({ projects: 20, criteria: 3, budgets: 1 })
const ask = (problem: unknown) =>
  page.evaluate((one) => window.solver.ask({ problem: one }, (told) => window.told.push(told)), problem)
const toldUntil = async (isIt: string): Promise<Told[]> => {
  await page.waitForFunction((what) => window.told.some((one) => one[what as 'last']), isIt)
  return page.evaluate(() => window.told)
}

describe('the solver in a worker of the browser', () => {
  it('answers as this process does, and first without the value of information', async () => {
    const read = readProblem(small)
    if ('faults' in read) throw new Error('a right problem')
    const here = solve(read.problem)
    if (!('solution' in here)) throw new Error('a problem with portfolios')
    const number = await ask(small)
    const told = await toldUntil('last')
    const last = told.at(-1)!
    if (last.kind !== 'answer' || !('result' in last.answer)) throw new Error(JSON.stringify(last))
    const { seconds } = last.answer.result
    expect(last.answer.result).toEqual({ ...resultOf(read.problem, here.solution, 0), seconds })
    const { information: _, ...first } = resultOf(read.problem, here.solution, 0)
    expect(told.at(-2)).toMatchObject({
      kind: 'answer',
      last: false,
      answer: { result: { ...first, seconds: expect.any(Number) } },
    })
    expect(told.every((one) => one.number === number)).toBe(true)
    expect(complaints).toEqual([])
  })

  it('lets go of a question when the next is asked: the latest wins', async () => {
    await ask(hardProblem)
    await page.waitForFunction(() => window.told.some((one) => one.kind === 'progress' && one.result))
    await page.evaluate(() => {
      window.told = []
    })
    const asked = [await ask(hardProblem), await ask(hardProblem), await ask(small)]
    const told = await toldUntil('last')
    const last = told.at(-1)!
    expect(last).toMatchObject({ kind: 'answer', number: asked[2] })
    // Nothing is heard of a question after the next one has begun; one that never began is not heard of at all.
    const numbers = told.map((one) => one.number)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(told.filter((one) => one.last).length).toBe(1)
  })

  it('that does not start fails its question', async () => {
    await page.evaluate(() => {
      window.solver = window.createSolver('/assets/none.js')
    })
    await ask(small)
    expect((await toldUntil('last')).at(-1)).toMatchObject({ kind: 'failed', number: 1 })
    await page.evaluate((address) => {
      window.told = []
      window.solver = window.createSolver(address)
    }, worker)
    await ask(small)
    expect((await toldUntil('last')).at(-1)).toMatchObject({ kind: 'answer' })
  })

  it('is not fetched before it is needed, and is light', async () => {
    const fetched = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect((await fetched()).some((name) => name.endsWith(worker))).toBe(false)
    const script = await readFile(path.join(folder, path.basename(worker)))
    expect(script.length).toBeLessThan(64 * 1024)
  })
})
