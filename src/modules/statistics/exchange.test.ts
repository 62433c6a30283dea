import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { getStatistics, type ShownDataset } from './actions.ts'
import { addStatistics, outlineStatistics } from './address-actions.ts'
import { eurostatRequest, tableAddress } from './addresses.ts'
import { fetchStatistics } from './jobs.ts'
import { refreshDataset } from './keeper-actions.ts'
import { pxQuery, queryIn } from './pxweb.ts'
import { valuesOf } from './values.ts'

const sample = (name: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', '..', 'data', 'statistics', name), 'utf8').replace(
      /^\ufeff/,
      '',
    ),
  )
type Query = { query: { code: string; selection: { filter: string; values: string[] } }[] }
const queryOf = (name: string): Query => {
  const found = sample(name)
  return found.queryObj ?? found
}

/** A PxWeb table recorded from an answer: its metadata, and the answer; `fails` says how it misbehaves. */
let fails: (request: IncomingMessage, response: ServerResponse) => boolean = () => false
let asked: { method: string; path: string; body: string }[] = []
let answer = sample('13tn.json')
let extra: Record<string, string[]> = {}

const metadata = (language: string) => ({
  title: answer.label,
  variables: answer.id.map((id: string) => {
    const { label, category } = answer.dimension[id]
    const values = [...Object.keys(category.index), ...(extra[id] ?? [])]
    const text = (code: string) =>
      language === 'fi' ? (category.label[code] ?? code) : `${code} ${language}`
    return {
      code: id,
      text: language === 'fi' ? label : `${id} ${language}`,
      values,
      valueTexts: values.map(text),
    }
  }),
})

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const path = request.url ?? ''
    asked.push({ method: request.method ?? '', path, body })
    if (fails(request, response)) return
    const language = /\/v1\/(\w\w)\//.exec(path)?.[1] ?? 'fi'
    response.end(JSON.stringify(request.method === 'POST' ? answer : metadata(language)))
  })
})

let database: TestDatabase
let stage: Stage
let planned: { name: string; input: Record<string, unknown>; at: Date | undefined }[] = []
let base = ''
const now = new Date('2026-11-23T09:00:00Z')

beforeAll(async () => {
  database = await freshDatabase()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'command',
    now,
    language: 'fi',
    subjects: new Map(),
    files: createFiles(await mkdtemp(join(tmpdir(), 'talkoot-statistics-'))),
    baseUrl: 'https://x.example',
    outward: { allowPrivate: true },
    jobs: {
      enqueue: async (
        _tx: unknown,
        name: string,
        input: Record<string, unknown>,
        options?: { startAfter?: Date },
      ) => {
        planned.push({ name, input, at: options?.startAfter })
        return 'x'
      },
      emit: async () => undefined,
    },
  } as unknown as Stage
})
afterAll(async () => {
  await database.drop()
  server.close()
})
beforeEach(async () => {
  await execute(database.db, 'truncate statistic_dataset cascade')
  fails = () => false
  asked = []
  planned = []
  extra = {}
  answer = sample('13tn.json')
})

const at = () => `${base}/PxWeb/api/v1/fi/StatFin/tkke/statfin_tkke_pxt_13tn.px`
const sliceOf = ({ query }: Query) => ({
  query: query.map(({ code, selection }) => ({ code, ...selection })),
  follows: 'Vuosi',
})
const whole = () => ({
  query: answer.id.map((id: string) => ({
    code: id,
    filter: 'item',
    values: Object.keys(answer.dimension[id].category.index),
  })),
  follows: 'Vuosi',
})
const added = async () =>
  (await perform(addStatistics, stage, { address: at(), slice: whole(), title: { fi: 'T&k' } })).id
/** Does the planned fetch, as the worker would. */
async function fetched(): Promise<void> {
  const next = planned.pop()!
  await fetchStatistics.run(stage, fetchStatistics.input.parse(next.input), async () => undefined)
}
const shown = (id: string): Promise<ShownDataset> => perform(getStatistics, stage, { id })
/** The answer without its newest year. */
function withoutNewest(): void {
  const { category } = answer.dimension.Vuosi
  delete category.index['2024']
  delete category.label['2024']
  answer.size[0] = 1
  answer.value = answer.value.slice(0, 84)
  answer.status = {}
}

describe('requests', () => {
  it.each(['13tn', '11re', '115h', '12tw', '12r5', '12bs', '11c4', '11vs'])(
    'equal the one that was sent for %s: order, filters, values',
    (name) => {
      const recorded = queryOf(`${name}.query.json`)
      expect(pxQuery(sliceOf(recorded))).toEqual(recorded)
    },
  )

  it('are read of what people copy from PxWeb, aggregations too; anything else is none', () => {
    const recorded = queryOf('11re.query.json')
    const read = queryIn(JSON.stringify(recorded))
    expect(read?.some(({ filter }) => filter.startsWith('agg:'))).toBe(true)
    expect(pxQuery({ query: read! })).toEqual({ query: recorded.query, response: { format: 'json-stat2' } })
    expect(queryIn(JSON.stringify({ queryObj: recorded, tableIdForQuery: 'x' }))).toEqual(read)
    for (const bad of ['', '{', '[]', '{"query":[]}', '{"query":[{"code":"a"}]}', 'null'])
      expect(queryIn(bad)).toBeUndefined()
  })

  it('ask PxWeb for what the table is, then for the slice, then for names in the other languages', async () => {
    const id = await added()
    await fetched()
    expect(asked.map(({ method, path }) => `${method} ${/v1\/(\w\w)/.exec(path)![1]}`)).toEqual([
      'GET fi',
      'POST fi',
      'GET sv',
      'GET en',
    ])
    expect(JSON.parse(asked[1]!.body)).toEqual(pxQuery(whole()))
    const { dataset, version, attempts } = await shown(id)
    expect(dataset).toMatchObject({ trouble: null, table: 'statfin_tkke_pxt_13tn', stale: false })
    expect(version?.dimensions[1]?.categories[1]?.name).toEqual({
      fi: 'MK01 Uusimaa',
      sv: 'MK01 sv',
      en: 'MK01 en',
    })
    expect(version?.provenance.query).toEqual(pxQuery(whole()))
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['new'])
  })

  it('know the addresses that people copy', () => {
    const px = 'https://pxdata.stat.fi/PxWeb/api/v1/fi/StatFin/tkke/statfin_tkke_pxt_13tn.px'
    expect(tableAddress(px)).toEqual({ origin: 'pxweb', address: px, table: 'statfin_tkke_pxt_13tn' })
    expect(
      tableAddress('https://pxdata.stat.fi/PxWeb/pxweb/fi/StatFin/StatFin__tkke/statfin_tkke_pxt_13tn.px/'),
    ).toEqual({ origin: 'pxweb', address: px, table: 'statfin_tkke_pxt_13tn' })
    expect(
      tableAddress('https://ec.europa.eu/eurostat/databrowser/view/nama_10r_3gdp/default/table'),
    ).toMatchObject({
      origin: 'eurostat',
      table: 'nama_10r_3gdp',
    })
    for (const bad of ['', 'x', 'ftp://a/api/v1/fi/x.px', 'https://example.org/', 'javascript:alert(1)'])
      expect(tableAddress(bad)).toBeUndefined()
  })

  it('narrow Eurostat’s table by its own words', () => {
    const { address } = tableAddress('https://ec.europa.eu/eurostat/databrowser/view/nama_10r_3gdp')!
    const query = [
      { code: 'unit', filter: 'item', values: ['MIO_EUR'] },
      { code: 'geo', filter: 'item', values: ['FI197', 'FI193'] },
      { code: 'time', filter: 'item', values: ['2016', '2015'] },
    ]
    expect(new URL(eurostatRequest(address, { query, follows: 'time' })).search).toBe(
      '?format=JSON&lang=EN&unit=MIO_EUR&geo=FI197&geo=FI193&sinceTimePeriod=2015',
    )
    expect(eurostatRequest(address, null)).toBe(address)
  })

  it('go to no address inside the operator’s network', async () => {
    const closed = { ...stage, outward: { allowPrivate: false } }
    for (const address of ['https://127.0.0.1/api/v1/fi/A/b.px', 'https://10.0.0.1/api/v1/fi/A/b.px', at()])
      await expect(perform(outlineStatistics, closed, { address })).rejects.toMatchObject({
        reason: 'statistics.closed-address',
      })
    expect(asked).toEqual([])
  })

  it('hold no transaction open while a source is asked', async () => {
    const open: unknown[] = []
    fails = (_, response) => {
      const count = `select count(*)::int as n from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`
      void execute(database.db, count).then(({ rows }) => {
        open.push(rows[0]?.n)
        response.end(JSON.stringify(metadata('fi')))
      })
      return true
    }
    await perform(outlineStatistics, stage, { address: at() })
    expect(open).toEqual([0])
  })

  it('follow a redirect only where it may lead', async () => {
    fails = (request, response) => {
      if (request.url?.includes('/moved/')) return false
      response.writeHead(302, { location: '/moved/api/v1/fi/A/b.px' }).end()
      return true
    }
    expect((await perform(outlineStatistics, stage, { address: at() })).dimensions.length).toBe(4)
    fails = (_, response) => {
      response.writeHead(302, { location: 'ftp://elsewhere/' }).end()
      return true
    }
    await expect(perform(outlineStatistics, stage, { address: at() })).rejects.toMatchObject({
      reason: 'statistics.closed-address',
    })
  })
})

describe('a source that fails', () => {
  const ways: [string, typeof fails, object][] = [
    [
      '429 with Retry-After',
      (_, r) => !!r.writeHead(429, { 'retry-after': '3600' }).end(),
      { outcome: 'busy', status: 429, next_at: new Date('2026-11-23T10:00:00Z') },
    ],
    [
      '500',
      (_, r) => !!r.writeHead(500).end('oops'),
      { outcome: 'server', status: 500, next_at: new Date('2026-11-23T09:05:00Z') },
    ],
    ['404', (_, r) => !!r.writeHead(404).end(), { outcome: 'gone', status: 404, next_at: null }],
    ['400', (_, r) => !!r.writeHead(400).end(), { outcome: 'refused', status: 400, next_at: null }],
    ['a page in the place of figures', (_, r) => !!r.end('{"hello":1}'), { outcome: 'unreadable' }],
    ['an answer cut in the middle of a word', (_, r) => !!r.end('{"title":"T&k","varia'), { outcome: 'cut' }],
    [
      'a connection that breaks',
      (request, r) => {
        r.writeHead(200, { 'content-length': '1000' })
        r.write('{"title":')
        setImmediate(() => request.socket.destroy())
        return true
      },
      { outcome: 'cut', next_at: new Date('2026-11-23T09:05:00Z') },
    ],
  ]
  it.each(ways)('%s: it is told, and tried again where it may pass', async (_, fail, expected) => {
    const id = await added()
    fails = fail
    await fetched()
    const { dataset, attempts, version } = await shown(id)
    expect(attempts).toEqual([expect.objectContaining({ attempt: 1, ...expected })])
    expect(dataset.trouble).toBe(attempts[0]!.outcome)
    expect(version).toBeNull()
    const { next_at } = attempts[0]!
    expect(planned.map(({ at: when }) => when ?? null)).toEqual(next_at ? [next_at] : [])
    if (!next_at) return
    fails = () => false
    await fetched()
    const after = await shown(id)
    expect(after.dataset.trouble).toBeNull()
    expect(after.attempts[0]).toMatchObject({ outcome: 'new', attempt: 2 })
  })

  it('is asked six times in all', async () => {
    await added()
    fails = (_, r) => !!r.writeHead(503).end()
    for (let n = 0; n < 6; n++) await fetched()
    expect(planned).toEqual([])
  })

  it('keeps the figures that were there', async () => {
    const id = await added()
    await fetched()
    fails = (_, r) => !!r.writeHead(500).end()
    await perform(refreshDataset, stage, { id })
    await fetched()
    const { figures } = await valuesOf(database.db, stage.actor, { dataset: id })
    expect(figures.length).toBe(168)
  })
})

describe('a source that has changed', () => {
  it('the newest year is missing: the former version stays, is told, and is accepted only when said', async () => {
    const id = await added()
    await fetched()
    withoutNewest()
    await perform(refreshDataset, stage, { id })
    await fetched()
    const late = await shown(id)
    expect(late.dataset).toMatchObject({ trouble: 'newest-missing' })
    expect(late.dataset.version).toMatchObject({ number: 1, last: '2024' })
    expect(planned.length).toBe(1)
    await perform(refreshDataset, stage, { id, accept: true })
    await fetched()
    expect((await shown(id)).dataset.version).toMatchObject({ number: 2, last: '2023' })
  })

  it('the newest year is named but not answered yet: what there is is kept, and it is tried again', async () => {
    extra = { Vuosi: ['2025'] }
    const id = await added()
    await fetched()
    const { dataset, attempts } = await shown(id)
    expect(dataset.version).toMatchObject({ last: '2024' })
    expect(attempts[0]).toMatchObject({ outcome: 'newest-missing' })
    expect(JSON.parse(asked[1]!.body).query[0].selection.values).toEqual(['2023', '2024', '2025'])
  })

  it('a code has gone: the rest is fetched, and the change of classification is shown', async () => {
    const id = await added()
    await fetched()
    const { category } = answer.dimension.Sektori
    delete category.index.korkeak
    delete category.label.korkeak
    answer.size[2] = 3
    const kept = (_: unknown, i: number) => Math.floor(i / 3) % 4 !== 3
    answer.value = answer.value.filter(kept)
    answer.status = {}
    await perform(refreshDataset, stage, { id })
    await fetched()
    const { dataset, versions } = await shown(id)
    expect(dataset.trouble).toBe('reclassified')
    expect(versions[0]?.changes?.categories).toEqual([
      { dimension: 'Sektori', added: [], removed: ['korkeak'], renamed: [] },
    ])
  })

  it('every chosen code has gone: nothing is asked for, the former version stays', async () => {
    const id = await added()
    await fetched()
    asked = []
    answer.dimension.Sektori.category = { index: { uusi: 0 }, label: { uusi: 'Uusi' } }
    await perform(refreshDataset, stage, { id })
    await fetched()
    expect(asked.map(({ method }) => method)).toEqual(['GET'])
    expect((await shown(id)).dataset).toMatchObject({ trouble: 'reclassified', version: { number: 1 } })
  })

  it('a figure was corrected: a new version tells which; the same again is none', async () => {
    const id = await added()
    await fetched()
    await perform(refreshDataset, stage, { id })
    await fetched()
    expect((await shown(id)).versions.length).toBe(1)
    answer.value[0] = 8440.1
    await perform(refreshDataset, stage, { id })
    await fetched()
    const { versions } = await shown(id)
    expect(versions[0]?.changes?.figures).toMatchObject({
      changed: 1,
      examples: [{ before: '8439.3', after: '8440.1' }],
    })
  })
})
