import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { type House, openHouse } from '../src/house.ts'
import { type Action, perform } from '../src/kernel/action.ts'
import type { Stage } from '../src/kernel/context.ts'
import { createLog } from '../src/kernel/log.ts'
import { productFolder } from '../src/kernel/product.ts'
import { modules } from '../src/modules.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { openFolder } from './other-process.ts'

/** Lists through the whole product: recognised, read, applied, dropped again, updated by a newer one, taken back. */
let folder: string
let database: TestDatabase
let house: House
let stage: Stage

beforeAll(async () => {
  folder = await openFolder('talkoot-lists-')
  database = await freshDatabase()
  const config = readConfig({ DATABASE_URL: database.connectionString, TALKOOT_DATA: folder })
  house = await openHouse(config, createLog('silent'), 'command')
  await house.queue.work(
    modules.flatMap((m) => m.jobs ?? []),
    house.stage,
  )
  stage = house.stage({ kind: 'system', name: 'test' })
})
afterAll(async () => {
  await house.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const act = async <T>(name: string, input: object): Promise<T> => {
  const action = modules.flatMap((m) => m.actions ?? []).find((a) => a.name === name)
  if (!action) throw new Error(`no action ${name}`)
  return (await perform(action as Action, stage, input)) as T
}

type Import = { id: string; state: string; counts: Record<string, number>; failure: unknown }

async function settled(id: string, state: string): Promise<Import> {
  for (let i = 0; i < 1_200; i++) {
    const found = await act<Import>('import.get', { id })
    if (found.state === state || found.state === 'failed') return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the import never became ${state}`)
}

async function bringIn(stream: Readable, name: string): Promise<Import> {
  const kept = await stage.files.put(stream, 1e9)
  const { id } = await act<{ id: string }>('import.receive', { name, ...kept, goOn: true, apply: true })
  return settled(id, 'applied')
}
const demo = (name: string) => bringIn(createReadStream(path.join(productFolder, 'data', 'demo', name)), name)

type Provenance = { value: string; origin: { row: number }; replaced: { value: string }[] }
type Project = { name: string; endDate: string; partners: { name: string }[]; amounts: { granted: string } }
const project = (code: string) => act<Project>('projects.get', { code })
const endOf = (code: string) => act<Provenance>('projects.provenance', { code, field: 'end' })
const sums = async () =>
  await act<{ sums: { currency: string; granted: string }[]; total: number }>('projects.list', { limit: 1 })

describe('the lists of Finland', () => {
  let older: Import
  let pages: Import

  test('2014-2020 comes in to the cent', { timeout: 240_000 }, async () => {
    older = await demo('fi-2014-2020.csv.gz')
    expect(older).toMatchObject({ state: 'applied', counts: { rows: 2_881, created: 2_881, rejected: 0 } })
    expect((await sums()).sums).toEqual([
      expect.objectContaining({ currency: 'EUR', granted: '507063529.00' }),
    ])
  })

  test('the same file again changes nothing and says so', { timeout: 240_000 }, async () => {
    const again = await demo('fi-2014-2020.csv.gz')
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2_881 })
  })

  test('the project pages update what the list has, and what they replaced stays in sight', {
    timeout: 240_000,
  }, async () => {
    pages = await demo('fi-project-pages.json')
    expect(pages.counts).toMatchObject({ rows: 9, rejected: 0 })
    expect(pages.counts.updated).toBeGreaterThanOrEqual(8)
    const told = await endOf('A70202')
    expect(told.replaced.map((r) => r.value)).toHaveLength(1)
    expect(told.value > told.replaced[0]!.value).toBe(true)
    const one = await project('A70202')
    expect(one.partners.length).toBeGreaterThan(5)
  })

  test('taken back, the list alone speaks again', { timeout: 240_000 }, async () => {
    const before = (await endOf('A70202')).replaced[0]!.value
    await act('import.withdraw', { id: pages.id })
    expect(await settled(pages.id, 'withdrawn')).toMatchObject({ state: 'withdrawn' })
    const told = await endOf('A70202')
    expect(told).toMatchObject({ value: before, replaced: [] })
    const one = await project('A70202')
    expect(one.partners).toEqual([])
    expect((await sums()).total).toBe(2_881)
  })
})
