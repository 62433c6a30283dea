import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFiles, type Files } from '../../kernel/file.ts'
import type { Asking } from './asking.ts'
import { eurostatTable, fetchDataset } from './fetching.ts'

const table = 'nama_10r_3gdp'
const places = ['FI197', 'FI1C2', 'FI1C3']
const file = join(import.meta.dirname, '..', '..', '..', 'data', 'statistics', `estat_${table}.tsv.gz`)

/** Eurostat's own rows of the table, cell by cell: "22104.38 p" or ": c". */
const [head = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
const years = head
  .split('\t')
  .slice(1)
  .map((year) => year.trim())
const rowOf = (unit: string, geo: string) =>
  lines
    .find((line) => line.startsWith(`A,${unit},${geo}\t`))!
    .split('\t')
    .slice(1)
    .map((cell) => cell.trim().split(' ') as [string, string?])

/** The same as Eurostat's dissemination API answers it: JSON-stat 2.0, values and flags by their place, none missing. */
function answerTo(url: URL) {
  const units = url.searchParams.getAll('unit')
  const asked = {
    unit: units.length > 0 ? units : ['MIO_EUR', 'EUR_HAB'],
    geo: url.searchParams.getAll('geo'),
  }
  const geos = asked.geo.length > 0 ? asked.geo : places
  const since = url.searchParams.get('sinceTimePeriod') ?? ''
  const newest = url.searchParams.get('lastTimePeriod') ? years.slice(-1) : years
  const time = newest.filter((year) => year >= since)
  const [value, status]: [Record<string, number>, Record<string, string>] = [{}, {}]
  asked.unit.forEach((unit, u) => {
    geos.forEach((geo, g) => {
      const cells = rowOf(unit, geo)
      time.forEach((year, t) => {
        const [number = ':', flag] = cells[years.indexOf(year)]!
        const place = `${(u * geos.length + g) * time.length + t}`
        if (number !== ':') value[place] = Number(number)
        if (flag) status[place] = flag
      })
    })
  })
  const categories = (codes: readonly string[]) => ({
    index: Object.fromEntries(codes.map((code, i) => [code, i])),
    label: Object.fromEntries(codes.map((code) => [code, `${code} in words`])),
  })
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Gross domestic product (GDP) at current market prices by NUTS 3 region',
    source: 'ESTAT',
    updated: '2024-02-20T23:00:00+0100',
    value,
    status,
    id: ['freq', 'unit', 'geo', 'time'],
    size: [1, asked.unit.length, geos.length, time.length],
    dimension: {
      freq: { label: 'Time frequency', category: categories(['A']) },
      unit: { label: 'Unit of measure', category: categories(asked.unit) },
      geo: { label: 'Geopolitical entity (reporting)', category: categories(geos) },
      time: { label: 'Time', category: categories(time) },
    },
    extension: { lang: 'EN', id: table.toUpperCase(), agencyId: 'ESTAT', version: '1.0' },
  }
}

let fails: (request: IncomingMessage, response: ServerResponse) => boolean = () => false
let asked: string[] = []
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://x')
  asked.push(url.search)
  if (fails(request, response)) return
  response.end(JSON.stringify(answerTo(url)))
})

let files: Files
let asking: Asking
let address = ''
beforeAll(async () => {
  files = createFiles(await mkdtemp(join(tmpdir(), 'talkoot-eurostat-')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  address = `http://127.0.0.1:${port}/eurostat/api/dissemination/statistics/1.0/data/${table}?format=JSON&lang=EN`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  fails = () => false
  asking = { files, outward: { allowPrivate: true }, now: new Date('2026-11-23T09:00:00Z') }
})

const slice = {
  query: [
    { code: 'unit', filter: 'item', values: ['MIO_EUR'] },
    { code: 'geo', filter: 'item', values: ['FI197', 'FI1C2'] },
    { code: 'time', filter: 'item', values: ['2019', '2020'] },
  ],
  follows: 'time',
}
const wanted = () => ({ origin: 'eurostat' as const, address, slice, table })

describe('an exchange with Eurostat', () => {
  it('asks for the newest period to see what can be chosen', async () => {
    const outline = await eurostatTable(asking, address, table)
    if ('trouble' in outline) throw new Error(outline.trouble)
    expect(new URLSearchParams(asked[0]).get('lastTimePeriod')).toBe('1')
    expect(outline.dimensions.map(({ id, categories }) => [id, categories.length])).toEqual([
      ['freq', 1],
      ['unit', 2],
      ['geo', 3],
      ['time', 1],
    ])
  })

  it('asks for the slice in the words of its API, and takes in every value and flag of the source', async () => {
    const came = await fetchDataset(asking, wanted())
    if ('trouble' in came) throw new Error(came.trouble)
    expect(asked).toEqual(['?format=JSON&lang=EN&unit=MIO_EUR&geo=FI197&geo=FI1C2&sinceTimePeriod=2019'])
    const { series, dimensions } = came.dataset
    const since = years.indexOf('2019')
    expect(dimensions.at(-1)?.categories.map(({ code }) => code)).toEqual(years.slice(since))
    expect(series.map(({ values }) => values.map((v) => (v === '' ? ':' : `${Number(v)}`)))).toEqual(
      ['FI197', 'FI1C2'].map((geo) =>
        rowOf('MIO_EUR', geo)
          .slice(since)
          .map(([number]) => (number === ':' ? ':' : `${Number(number)}`)),
      ),
    )
    // A missing newest year is a missing figure, never zero.
    expect(series.every(({ values }) => !values.includes('0'))).toBe(true)
  })
})

describe('Eurostat that fails', () => {
  const ways: [string, typeof fails, object][] = [
    [
      '429',
      (_, r) => !!r.writeHead(429, { 'retry-after': '60' }).end(),
      { trouble: 'busy', status: 429, retryAfter: new Date('2026-11-23T09:01:00Z') },
    ],
    ['500', (_, r) => !!r.writeHead(500).end(), { trouble: 'server', status: 500 }],
    [
      '413, as it says of too wide a question',
      (_, r) => !!r.writeHead(413).end(),
      { trouble: 'too-large', status: 413 },
    ],
    ['a cut answer', (_, r) => !!r.end('{"version":"2.0","class":"dataset","va'), { trouble: 'cut' }],
    [
      'an error in the place of figures',
      (_, r) => !!r.end('{"error":[{"status":400}]}'),
      { trouble: 'unreadable' },
    ],
  ]
  it.each(ways)('%s is told as what it is', async (_, fail, trouble) => {
    fails = fail
    expect(await fetchDataset(asking, wanted())).toMatchObject(trouble)
  })

  it('an answer that never comes is let go', async () => {
    fails = () => true
    const impatient = { ...asking, limits: { most: 1_000_000, slowest: 150 } }
    expect(await fetchDataset(impatient, wanted())).toEqual({ trouble: 'timeout' })
  })

  it('an answer that is larger than is taken in is not', async () => {
    const small = { ...asking, limits: { most: 500, slowest: 60_000 } }
    expect(await fetchDataset(small, wanted())).toMatchObject({ trouble: 'too-large' })
  })

  it('a code that it has no more is told: what is left is another cut of the table', async () => {
    fails = (request, response) => {
      const url = new URL(request.url!, 'http://x')
      url.searchParams.delete('geo')
      url.searchParams.append('geo', 'FI197')
      response.end(JSON.stringify(answerTo(url)))
      return true
    }
    expect(await fetchDataset(asking, wanted())).toMatchObject({ gone: ['geo: FI1C2'] })
  })
})
