import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFiles } from '../../kernel/file.ts'
import { fetchDataset } from './fetching.ts'
import { paceOf } from './pacing.ts'

const codes = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
const variables = [
  { code: 'Alue', values: codes('KU', 120) },
  { code: 'Vuosi', values: codes('20', 100) },
]
const config = { maxCells: 1_500, maxCalls: 3, timeWindow: 0.4 }
let asked: { at: number; told: boolean }[] = []
let told = false

/** A service that takes three requests in 0.4 seconds and says so, with a table that needs nine answers. */
const server = createServer((request, response) => {
  asked.push({ at: performance.now(), told })
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    if (request.url?.endsWith('?config')) {
      told = true
      return response.end(JSON.stringify(config))
    }
    if (request.method === 'GET')
      return response.end(
        JSON.stringify({
          title: 'Taulu',
          variables: variables.map((v) => ({ ...v, text: v.code, valueTexts: v.values })),
        }),
      )
    const { query } = JSON.parse(body) as { query: { code: string; selection: { values: string[] } }[] }
    const size = query.map(({ selection }) => selection.values.length)
    const dimension = query.map(({ code, selection: { values } }) => [
      code,
      {
        label: code,
        category: {
          index: Object.fromEntries(values.map((v, i) => [v, i])),
          label: Object.fromEntries(values.map((v) => [v, v])),
        },
      },
    ])
    return response.end(
      JSON.stringify({
        class: 'dataset',
        version: '2.0',
        label: 'Taulu',
        id: query.map(({ code }) => code),
        size,
        role: { geo: ['Alue'], time: ['Vuosi'] },
        dimension: Object.fromEntries(dimension),
        value: Array.from({ length: size.reduce((n, s) => n * s, 1) }, (_, i) => i),
      }),
    )
  })
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

it('asks no more often than the service says that it takes', async () => {
  asked = []
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const found = await fetchDataset(
    {
      files: createFiles(await mkdtemp(join(tmpdir(), 'talkoot-pacing-'))),
      outward: { allowPrivate: true },
      now: new Date('2026-11-23T09:00:00Z'),
    },
    {
      origin: 'pxweb',
      address: `${base}/PxWeb/api/v1/fi/db/t.px`,
      slice: { query: variables.map(({ code, values }) => ({ code, filter: 'item', values })) },
      table: 't',
    },
  )
  expect('trouble' in found ? found : found.dataset.dimensions.map((d) => d.categories.length)).toEqual([
    120, 100,
  ])
  const paced = asked.filter((a) => a.told).map(({ at }) => at)
  expect(paced.length).toBeGreaterThan(8)
  // A request is seen a little after it was made: two hundredths of a second are given.
  for (let i = 3; i < paced.length; i++) expect(paced[i]! - paced[i - 3]!).toBeGreaterThan(380)
})

it('reads a pace only where the service tells it whole', () => {
  expect(paceOf({ maxCalls: 30, timeWindow: 10 })).toEqual({ calls: 30, seconds: 10 })
  for (const none of [
    null,
    {},
    { maxCalls: 30 },
    { maxCalls: 0, timeWindow: 10 },
    { maxCalls: 'x', timeWindow: 1 },
  ])
    expect(paceOf(none)).toBeUndefined()
})
