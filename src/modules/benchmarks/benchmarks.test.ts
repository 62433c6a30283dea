import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BenchmarkRoom, benchmarkRoom, someOfEurostat } from '../../../test/benchmark-room.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { actorOf } from '../people/index.ts'
import {
  exploreBenchmark,
  getBenchmark,
  listBenchmarks,
  makeBenchmark,
  removeBenchmark,
  repeatBenchmark,
  type ShownBenchmark,
} from './actions.ts'
import { askedInWords, wordsOf } from './asking.ts'
import { benchmarkRecord } from './files.ts'
import { researchGoal } from './goal.ts'
import { addNote, removeNote } from './note-actions.ts'
import { benchmarkOverTime, type OverTime } from './over-time.ts'
import { pages } from './pages.tsx'
import { readRecord, repeated } from './record.ts'
import type { Asked } from './rules.ts'

let room: BenchmarkRoom
let stage: Stage
let gdp: string
let asked: Asked

const as = <T>(person: TestPerson, action: Parameters<typeof perform>[0], raw: unknown): Promise<T> =>
  actingAs(room.database, stage, person)<T>(action, raw)
const stageOf = async (person: TestPerson): Promise<Stage> => ({
  ...stage,
  actor: await actorOf(room.database.db, person.session, stage.now),
})

beforeAll(async () => {
  room = await benchmarkRoom()
  ;({ stage, gdp, asked } = room)
})
afterAll(() => room.close())

const made = async (some: Partial<Asked> = {}) =>
  (await as<{ id: string; digest: string }>(room.coordinator, makeBenchmark, { ...asked, ...some })).id
const shown = (id: string, run?: number): Promise<ShownBenchmark> => perform(getBenchmark, stage, { id, run })

describe('a benchmark of Finland’s regions', () => {
  it('sets figures of Europe’s table and of ours side by side, by region', async () => {
    const { gathered, ...rest } = await perform(exploreBenchmark, stage, asked)
    expect('result' in rest).toBe(true)
    expect(gathered.units).toHaveLength(19)
    expect(gathered.variables.map((v) => v.from)).toEqual(['nuts3', 'nuts3', null])
    const own = gathered.units.find((u) => u.code === 'MK05')!
    // nama_10r_3gdp of FI1C2 in 2021; 13tn of Kanta-Häme in 2024.
    expect(own.values).toEqual(['38300', '6532.45', '74'])
    expect(gathered.units.filter((u) => u.values[2] !== null)).toHaveLength(6)
  })

  it('says of each peer what it lacks, and never takes a missing figure for zero', async () => {
    const { result, gathered } = await shown(await made())
    expect(result.peers).toHaveLength(5)
    const lacking = result.peers.find((p) => p.missing.length > 0)!
    expect(lacking.share).toBe(0.75)
    expect(gathered.units.find((u) => u.code === lacking.code)!.values[2]).toBeNull()
  })

  it('is kept by those who may, refused to others', async () => {
    await expect(as(room.stranger, makeBenchmark, asked)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(perform(makeBenchmark, stage, asked)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('refuses what has no answer', async () => {
    const again = (some: Partial<Asked>) => as(room.coordinator, makeBenchmark, { ...asked, ...some })
    await expect(again({ target: 'MK99' })).rejects.toMatchObject({ reason: 'benchmarks.no-target' })
    await expect(again({ target: 'SE110' })).rejects.toMatchObject({ reason: 'benchmarks.no-target' })
    const missing = { ...asked.variables[0]!, codes: { freq: 'A', unit: 'EUR_HAB', TIME_PERIOD: '1999' } }
    await expect(again({ variables: [missing] })).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('at NUTS 3', () => {
  it('compares across borders, the own country in or out', async () => {
    const level = { level: 'nuts3', target: 'FI1C2', variables: asked.variables.slice(0, 2) } as const
    const out = await shown(await made({ ...level, ownCountry: false }))
    expect(out.result.peers.every((p) => p.code.startsWith('SE') || p.code.startsWith('MK'))).toBe(true)
    const within = await shown(await made(level))
    expect(within.result.peers.some((p) => p.code.startsWith('FI'))).toBe(true)
    expect(within.gathered.units.every((u) => u.code.length === 5)).toBe(true)
  })
})

describe('a stored run', () => {
  it('repeats byte for byte from what stands in it alone', async () => {
    const id = await made()
    const { record, digest } = await perform(benchmarkRecord, stage, { id })
    expect(createHash('sha256').update(record).digest('hex')).toBe(digest)
    expect(repeated(record).same).toBe(true)
    expect((await shown(id)).same).toBe(true)
    // The same question on the same data is the same run, whoever asks and when.
    expect((await perform(benchmarkRecord, stage, { id: await made() })).record).toBe(record)
  })

  it('does not pass for itself when a digit of it is another', async () => {
    const { record } = await perform(benchmarkRecord, stage, { id: await made() })
    expect(repeated(record.replace('"38300"', '"38301"')).same).toBe(false)
    const { distance } = readRecord(record).result.peers[0] as unknown as { distance: string }
    expect(
      repeated(record.replace(distance, `${distance.slice(0, -1)}${(Number(distance.at(-1)) + 1) % 10}`))
        .same,
    ).toBe(false)
  })

  it('announces a newer version of its data and goes on using its own', async () => {
    const id = await made()
    const before = await shown(id)
    expect(before.since.every((s) => s.newer === null && !s.gone)).toBe(true)
    const newer = await someOfEurostat((line) => line.replace(/^(A,EUR_HAB,FI1C2\t.*)38300 /, '$151300 '))
    expect(await room.bringIn('nama_10r_3gdp.tsv', newer)).toBe(gdp)
    const after = await shown(id)
    expect(after.since.map((s) => s.newer?.number ?? null)).toEqual([2, 2, null])
    expect(after.gathered).toEqual(before.gathered)
    expect(after.run.digest).toBe(before.run.digest)
    expect(await whatIsSent(await visit(pages, stage, `/benchmarks/${id}`))).toContain('uudempia versioita')

    await as(room.coordinator, repeatBenchmark, { id })
    const again = await shown(id)
    expect(again.runs.map((r) => r.number)).toEqual([2, 1])
    expect(again.gathered.units.find((u) => u.code === 'MK05')!.values[0]).toBe('51300')
    expect(again.since.every((s) => s.newer === null)).toBe(true)
    expect((await shown(id, 1)).run.digest).toBe(before.run.digest)
  })

  it('is out of sight once it is removed', async () => {
    const id = await made()
    await as(room.coordinator, removeBenchmark, { id })
    await expect(shown(id)).rejects.toMatchObject({ kind: 'missing' })
    expect((await perform(listBenchmarks, stage, { limit: 1000 })).items.map((b) => b.id)).not.toContain(id)
  })
})

it('shows a variable over time for the region and its peers, in the version of the run', async () => {
  const id = await made()
  const { result } = await shown(id)
  const over: OverTime = await perform(benchmarkOverTime, stage, { id, variable: 2 })
  expect([over.periods[0], over.periods.at(-1)]).toEqual(['2000', '2022'])
  expect(over.series.map((s) => s.code)).toEqual(['MK05', ...result.peers.map((p) => p.code)])
  expect(over.series[0]!.values[0]).toEqual({ value: '3414.91', flag: '' })
  // The newest year is not there for regions yet: a gap, not zero.
  expect(over.series[0]!.values.at(-1)!.value).toBeNull()
})

it('names a variable by its dataset where its categories give a unit alone', async () => {
  const { gathered } = await perform(exploreBenchmark, stage, asked)
  expect(gathered.variables.map((v) => v.label.en)).toEqual([
    expect.stringMatching(/: euro per inhabitant$/),
    expect.stringMatching(/: million euro$/),
    'R&D expenditure (EUR million)',
  ])
})

describe('what people make of it', () => {
  it('is noted with what it led to, and taken away by whoever wrote it', async () => {
    const id = await made()
    const note = (some: object) =>
      as<{ id: string }>(room.coordinator, addNote, {
        id,
        kind: 'lesson',
        words: 'Korkeakoulu ratkaisee.',
        ...some,
      })
    await expect(note({ words: '  ' })).rejects.toMatchObject({ reason: 'benchmarks.emptyNote' })
    for (const address of ['//paha.example/x', 'javascript:alert(1)', 'ideas'])
      await expect(note({ address })).rejects.toMatchObject({ reason: 'benchmarks.strangeAddress' })
    const kept = await note({ address: 'https://talkoot.example/ideas/1' })
    const [told] = (await shown(id)).notes
    expect(told).toMatchObject({ words: 'Korkeakoulu ratkaisee.', address: '/ideas/1', by: null })
    await as(room.coordinator, removeNote, { id: kept.id })
    expect((await shown(id)).notes).toEqual([])
  })

  it('is sent by the form of the page, and what was wrong is said there', async () => {
    const id = await made()
    const hand = await stageOf(room.coordinator)
    const wrong = await post(pages, hand, `/benchmarks/${id}/notes`, {
      kind: 'cause',
      words: '',
      address: '',
    })
    expect(await whatIsSent(wrong)).toContain('Huomio on tyhjä')
    await post(pages, hand, `/benchmarks/${id}/notes`, { kind: 'cause', words: 'Pendelöinti.', address: '' })
    expect((await shown(id)).notes.map((n) => n.words)).toEqual(['Pendelöinti.'])
  })
})

describe('pages', () => {
  it('keep the choices in the address, whatever else stands there', () => {
    expect(askedInWords(wordsOf(asked))).toEqual(asked)
    const odd = new URLSearchParams('level=moon&v=[]&v={&nearest=-1&share=x&target=')
    expect(askedInWords(odd)).toEqual({
      level: 'region',
      target: null,
      variables: [],
      nearest: 5,
      ownCountry: true,
      leastShare: 50,
    })
  })

  it('show a result before it is kept, and keep it by a press', async () => {
    const address = `/benchmarks/new?${wordsOf(asked)}`
    const visitor = await whatIsSent(await visit(pages, stage, address))
    expect(visitor).toContain('Kanta-Häme')
    expect(visitor).not.toContain('Tallenna vertailu')
    const hand = await stageOf(room.coordinator)
    expect(await whatIsSent(await visit(pages, hand, address))).toContain('Tallenna vertailu')
    const words = wordsOf(asked)
    const form = Object.fromEntries([...new Set(words.keys())].map((name) => [name, words.getAll(name)]))
    const answer = await post(pages, hand, '/benchmarks/new', form)
    expect(await whatIsSent(answer)).toMatch(/^\/benchmarks\/[0-9a-f-]{36}$/)
  })

  it('add a series of a dataset by its categories', async () => {
    const words = wordsOf({ ...asked, variables: [] })
    const dims = { 'd.freq': 'A', 'd.unit': 'EUR_HAB', 'd.TIME_PERIOD': '2021' }
    const answer = await visit(
      pages,
      stage,
      `/benchmarks/new?${words}&${new URLSearchParams({ take: gdp, ...dims })}`,
    )
    const to = new URL(await whatIsSent(answer), 'http://localhost')
    expect(askedInWords(to.searchParams).variables).toEqual([{ ...asked.variables[0], weight: '1' }])
    const choosing = await whatIsSent(await visit(pages, stage, `/benchmarks/new?${words}&add=${gdp}`))
    expect(choosing).toContain('d.unit')
    expect(choosing).not.toContain('d.geo')
  })

  it('tell of every benchmark in three languages, and write its file', async () => {
    const id = await made()
    for (const language of ['fi', 'sv', 'en'] as const) {
      const html = await whatIsSent(await visit(pages, { ...stage, language }, `/benchmarks/${id}`))
      for (const words of ['Kanta-Häme', 'Egentliga Tavastland']) {
        if ((language === 'sv') === (words !== 'Kanta-Häme')) expect(html).toContain(words)
      }
      expect(html).toContain('<svg')
    }
    const csv = await whatIsSent(
      await visit(pages, { ...stage, language: 'en' }, `/benchmarks/${id}/export.csv`),
    )
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(19)
    expect(rows.filter((r) => r.Role === 'peer')).toHaveLength(5)
    const { record } = await perform(benchmarkRecord, stage, { id })
    expect(await whatIsSent(await visit(pages, stage, `/benchmarks/${id}/record.json`))).toBe(record)
  })
})

describe('the goal of 4 % by 2030', () => {
  it('tells the pace from figures of their own years, and divides no two years by each other', async () => {
    const { items } = await perform(researchGoal, stage, {})
    const whole = items.find((g) => g.code === 'SSS')!
    expect(whole.research).toEqual([
      { year: 2024, value: 8892.6 },
      { year: 2023, value: 8439.3 },
    ])
    expect(whole.product).toEqual({ year: 2022, value: 268411 })
    expect(whole.share).toBeNull()
    // No year in common: R&D of 2024 over what the line of GDP gives for 2024.
    expect(whole.estimate).toMatchObject({ year: 2024 })
    expect(whole.estimate!.percent).toBeCloseTo((8892.6 / (229_685.5 + whole.expected!.slope * 6.5)) * 100, 6)
    expect(whole.estimate!.low < whole.estimate!.percent).toBe(true)
    // The line through 2013-2022 by hand: mean 229,685.5 in 2017.5.
    const { value, low, high, slope } = whole.expected!
    expect(value).toBeCloseTo(229_685.5 + slope * 12.5, 0)
    expect(low < value && value < high).toBe(true)
    expect(whole.pace!.perYear).toBeCloseTo((value * 0.04 - 8892.6) / 6, 6)
    expect(items.map((g) => g.code)).toEqual(['SSS', 'MK01', 'MK05', 'MK06', 'MK07', 'MK08', 'MK09'])
    expect(items.find((g) => g.code === 'MK05')!.product).toEqual({ year: 2021, value: 6532.45 })
  })

  it('has a page that says by which method', async () => {
    const html = await whatIsSent(await visit(pages, stage, '/benchmarks/goal'))
    expect(html).toContain('1092/2022')
    expect(html).toContain('pienimmän neliösumman')
    for (const name of ['forecast', 'pace']) {
      const taken = async (format: string) =>
        whatIsSent(await visit(pages, stage, `/benchmarks/goal/${name}.${format}`))
      expect(await taken('svg')).toContain('<svg')
      expect(await taken('csv')).toContain(';')
      expect(await taken('png')).toContain('PNG')
    }
  })
})
