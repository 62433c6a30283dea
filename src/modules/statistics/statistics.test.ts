import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { createFiles } from '../../kernel/file.ts'
import type { VerbContext } from '../../kernel/module.ts'
import { datasets, listStatistics, statisticValues } from './actions.ts'
import { decimalIn, figureText } from './figure.ts'
import { addStatisticsFile, previewStatisticsFile } from './file-actions.ts'
import { changeDataset, removeDataset } from './keeper-actions.ts'
import { pages } from './pages.ts'
import { shortTitle } from './rules.ts'
import { shippedStatistics } from './shipped.ts'
import { latest, valuesOf } from './values.ts'
import { statisticsVerbs } from './verbs.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'data', 'statistics')
let database: TestDatabase
let stage: Stage
let visitor: Stage
const ids: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'command',
    now: new Date('2026-11-23T09:00:00Z'),
    language: 'fi',
    subjects: new Map(),
    files: createFiles(await mkdtemp(join(tmpdir(), 'talkoot-statistics-'))),
    baseUrl: 'https://x.example',
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
  visitor = { ...stage, actor: { kind: 'visitor' } }
  await shippedStatistics(stage)
  const { items } = await datasets(database.db, stage.actor, stage.now)
  for (const { id, table, title } of items) ids[table ?? title.fi!] = id
})
afterAll(() => database.drop())

const system = { kind: 'system', name: 'test' } as const
const rd = 'statfin_tkke_pxt_13tn'

const fileOf = async (name: string, content: string | Buffer) => ({
  name,
  hash: (await stage.files.put(Readable.from([Buffer.from(content)]), 1e9)).hash,
})

/** What a verb prints. */
async function printed(name: string, args: string[], options: Record<string, string | boolean> = {}) {
  const lines: string[] = []
  const verb = statisticsVerbs.find((v) => v.name === name)!
  const io = {
    out: (text: string) => void lines.push(text),
    err: () => undefined,
    json: options.json === true,
    now: stage.now,
  }
  const code = await verb.run({ stage } as unknown as VerbContext, io, args, { language: 'fi', ...options })
  return { code, lines: lines.join('\n').split('\n') }
}

describe('the shipped datasets', () => {
  it('are ten, with title, source, level, licence and date; they are brought in once', async () => {
    await shippedStatistics(stage)
    const { items, total } = await perform(listStatistics, visitor, { limit: 100 })
    expect(total).toBe(10)
    for (const { title, publisher, licence, version } of items) {
      expect(Object.values(title).length).toBe(3)
      expect(publisher).not.toBe('')
      expect(licence).toBe('CC BY 4.0')
      expect(version!.levels.length).toBeGreaterThan(0)
    }
    expect(items.find(({ table }) => table === 'statfin_kbar_pxt_11vs')?.title.fi).toContain(
      'Kuluttajien luottamus',
    )
  })

  /** Both readers here look at the raw file alone and share nothing with the product's. */
  it('hold every figure, flag and missing mark of Eurostat’s table as the command line prints them', async () => {
    const text = gunzipSync(readFileSync(join(folder, 'estat_nama_10r_3gdp.tsv.gz'))).toString('utf8')
    const [head = '', ...rows] = text.trimEnd().split('\n')
    const periods = head.split('\t').slice(1)
    const expected = new Map<string, string>()
    for (const row of rows) {
      const [key = '', ...figures] = row.split('\t')
      figures.forEach((figure, i) => {
        const [value = '', flag = ''] = figure.trim().split(' ')
        expected.set(`${key},${periods[i]!.trim()}`, `${value === ':' ? null : Number(value)} ${flag}`)
      })
    }
    const { lines } = await printed('statistics values', [ids.nama_10r_3gdp!], { json: true })
    expect([rows.length, lines.length, expected.size]).toEqual([12_453, 286_419, 286_419])
    const different = lines.filter((line) => {
      const { freq, unit, geo, TIME_PERIOD, value, flag } = JSON.parse(line)
      return expected.get([freq, unit, geo, TIME_PERIOD].join()) !== `${value} ${flag ?? ''}`
    })
    expect(different).toEqual([])
  })

  it.each(['13tn', '11re', '115h', '12tw', '12r5', '12bs', '11c4', '11vs', '11ge'])(
    'hold every figure, flag and missing mark of Statistics Finland’s answer %s',
    async (name) => {
      const raw = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8').replace(/^\ufeff/, ''))
      const codes: string[][] = raw.id.map((id: string) => {
        const { index } = raw.dimension[id].category
        return Array.isArray(index) ? index : Object.keys(index).sort((x, y) => index[x] - index[y])
      })
      const keys = codes.reduce<string[]>(
        (made, next) => made.flatMap((before) => next.map((code) => `${before}|${code}`)),
        [''],
      )
      const expected = new Map(
        keys.map((key, i) => [key, `${raw.value[i]} ${raw.status?.[i] ?? null}`] as const),
      )
      const { lines } = await printed('statistics import', [join(folder, `${name}.json`)])
      const { lines: told } = await printed('statistics values', [lines[0]!], { json: true })
      const found = new Map(
        told.map((line) => {
          const { value, flag, ...at } = JSON.parse(line) as Record<string, unknown>
          return [raw.id.map((id: string) => `|${at[id]}`).join(''), `${value} ${flag}`] as const
        }),
      )
      expect(found.size).toBe(told.length)
      expect(found).toEqual(expected)
    },
  )
})

describe('figures', () => {
  it('come by territory and period, with flag, level and version', async () => {
    const made = await valuesOf(database.db, system, {
      dataset: ids[rd]!,
      codes: { Sektori: ['julk_yvt'], Tiedot: ['tk_menot'], Alue: ['MK08', 'MK05'], Vuosi: ['2024'] },
    })
    expect(made.figures.map(({ geo, time, value, flag, level }) => [geo, time, value, flag, level])).toEqual([
      ['MK05', '2024', '25.7', '', 'region'],
      ['MK08', '2024', null, '...', 'region'],
    ])
    expect(made.levels).toEqual(['region'])
    expect(made.version.number).toBe(1)
    expect(made.dimensions[1]!.categories.map(({ name }) => name.sv)).toEqual([
      'Egentliga Tavastland',
      'Kymmenedalen',
    ])
  })

  it('of one level refuse another, and are narrowed to it', async () => {
    const ask = { dataset: ids[rd]!, codes: { Sektori: ['SSS'], Tiedot: ['tk_menot'] } }
    const regions = await valuesOf(database.db, system, { ...ask, level: 'region' })
    expect(new Set(regions.figures.map(({ geo }) => geo)).size).toBe(6)
    await expect(
      valuesOf(database.db, system, { ...ask, codes: { Alue: ['MK05', 'SSS'] }, level: 'region' }),
    ).rejects.toMatchObject({ reason: 'statistics.other-level' })
    const both = await valuesOf(database.db, system, ask)
    expect(both.levels.sort()).toEqual(['country', 'region'])
  })

  it('are the newest of each combination where asked so', async () => {
    const made = await latest(database.db, system, {
      dataset: ids.nama_10r_3gdp!,
      codes: { unit: ['MIO_EUR'], geo: ['FI', 'FI197', 'FI1C2'] },
    })
    expect(Object.fromEntries(made.figures.map(({ geo, time }) => [geo, time]))).toMatchObject({
      FI: '2022',
      FI197: '2021',
    })
  })

  it('that are not there are refused by name', async () => {
    const refused = (codes: Record<string, string[]>) =>
      valuesOf(database.db, system, { dataset: ids[rd]!, codes }).catch(
        (error: Error & { reason: string }) => error.reason,
      )
    expect(await refused({ Alue: ['MK99'] })).toBe('statistics.no-category')
    expect(await refused({ nothing: ['x'] })).toBe('statistics.no-dimension')
    expect(await refused({ constructor: ['x'] })).toBe('statistics.no-dimension')
  })

  it('are asked of the interface by "dimension:code"', async () => {
    const made = await perform(statisticValues, visitor, {
      id: ids[rd]!,
      where: ['Alue:MK05', 'Sektori:SSS', 'Tiedot:tk_menot'],
    })
    expect(made.figures.map(({ value }) => value)).toEqual(['74.3', '74'])
  })

  it('are written with the source’s digits', () => {
    expect(decimalIn('8439.3', 'fi')).toBe('8\u00a0439,3')
    expect(decimalIn('-13', 'fi', 1)).toBe('−13,0')
    expect(decimalIn('12345678901234567890.12', 'en')).toBe('12,345,678,901,234,567,890.12')
    expect(figureText({ value: null, flag: '...' }, 'fi')).toEqual({
      text: '...',
      flag: '',
      said: 'salassa pidettävä',
    })
    expect(figureText({ value: null, flag: '' }, 'sv').said).toBe('uppgift saknas')
  })
})

describe('files', () => {
  it('of the same content change nothing and keep their id, gzipped or not, under any name', async () => {
    const raw = readFileSync(join(folder, '13tn.json'))
    const again = await perform(addStatisticsFile, stage, await fileOf('other.json', raw))
    expect(again).toEqual({ id: ids[rd], outcome: 'same' })
    const zipped = await perform(addStatisticsFile, stage, await fileOf('x.json.gz', gzipSync(raw)))
    expect(zipped).toEqual(again)
  })

  it('of the same table and cut are a new version; of another cut a dataset of its own', async () => {
    const heading = 'unit,geo\\TIME_PERIOD\t2020 \t2021 \n'
    const first = await perform(
      addStatisticsFile,
      stage,
      await fileOf('estat_abc.tsv', `${heading}EUR,FI\t1 \t2 \n`),
    )
    const second = await perform(
      addStatisticsFile,
      stage,
      await fileOf('estat_abc.tsv', `${heading}EUR,FI\t1 \t3 p\n`),
    )
    const other = await perform(
      addStatisticsFile,
      stage,
      await fileOf('estat_abc.tsv', `${heading}EUR,SE\t1 \t3 p\n`),
    )
    expect(second).toEqual({ id: first.id, outcome: 'changed' })
    expect(other.outcome).toBe('new')
    expect(other.id).not.toBe(first.id)
  })

  it('with semicolons are read, and others refused with what is wrong', async () => {
    const good = await fileOf(
      'd.csv',
      'DATAFLOW;geo;TIME_PERIOD;OBS_VALUE;OBS_FLAG\nE:T(1.0);FI;2020;1.50;p\n',
    )
    expect(await perform(previewStatisticsFile, stage, good)).toMatchObject({
      table: 't',
      cells: 1,
      levels: ['country'],
    })
    const raw = readFileSync(join(folder, '13tn.json'), 'utf8')
    const bad: [string, string | Buffer][] = [
      ['statistics.cut-line', raw.slice(0, 3000)],
      ['statistics.not-statistics', '<!doctype html><title>x</title>'],
      ['statistics.not-statistics', ''],
      ['statistics.cut-line', gzipSync(raw).subarray(0, 500)],
      ['statistics.values-differ', raw.replace(/"value"\s*:\s*\[/, '"value":[1,')],
    ]
    for (const [reason, content] of bad)
      await expect(perform(previewStatisticsFile, stage, await fileOf('x', content))).rejects.toMatchObject({
        reason,
      })
  })

  it('are brought in on the command line: the id alone, or with what came of it', async () => {
    const file = join(folder, 'estat_nama_10r_3gdp.tsv.gz')
    expect(await printed('statistics import', [file])).toEqual({ code: 0, lines: [ids.nama_10r_3gdp] })
    const { lines } = await printed('statistics import', [file], { json: true })
    expect(JSON.parse(lines[0]!)).toEqual({ id: ids.nama_10r_3gdp, outcome: 'same' })
  })
})

describe('who may', () => {
  it('keep datasets: coordinators and administrators; others read what is public', async () => {
    const coordinator = actingAs(
      database,
      stage,
      await somebody(database, 'Kaisa Koordinaattori', [['coordinator', null]]),
    )
    const viewer = actingAs(database, stage, await somebody(database, 'Veera Katselija', [['viewer', null]]))
    const file = await fileOf('estat_own.tsv', 'geo\\TIME_PERIOD\t2020 \nFI\t1 \n')
    await expect(viewer(addStatisticsFile, file)).rejects.toMatchObject({ kind: 'forbidden' })
    const { id } = await coordinator<{ id: string }>(addStatisticsFile, file)
    await expect(viewer(removeDataset, { id, reason: 'x' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(coordinator(removeDataset, { id, reason: ' ' })).rejects.toMatchObject({
      reason: 'statistics.no-reason',
    })
    await expect(coordinator(changeDataset, { id, fi: 'Oma', share: 'own' })).rejects.toMatchObject({
      reason: 'statistics.no-place',
    })
    await coordinator(changeDataset, { id, fi: 'Oma tilasto' })
    await coordinator(removeDataset, { id, reason: 'Kokeilu' })
    await expect(perform(statisticValues, visitor, { id })).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('pages', () => {
  it('show the figures with their marks, level and provenance, to anybody', async () => {
    const list = await whatIsSent(await visit(pages, visitor, '/statistics?q=kehitt%C3%A4mis'))
    expect(list).toContain(`/statistics/${ids[rd]}`)
    const page = await whatIsSent(await visit(pages, visitor, `/statistics/${ids[rd]}?d.Sektori=julk_yvt`))
    expect(page).toContain('title="salassa pidettävä"')
    expect(page).toContain('maakunta')
    expect(page).toContain('statfin_tkke_pxt_13tn')
    expect(page).not.toContain('/refresh')
    const jobs = await whatIsSent(await visit(pages, visitor, `/statistics/${ids.statfin_tyokay_pxt_115h}`))
    expect(jobs).toMatch(/Kuntajako<\/dt><dd[^>]*>nykyinen/)
  })

  it('show one country’s regions of a table of Europe', async () => {
    const page = await whatIsSent(
      await visit(pages, visitor, `/statistics/${ids.nama_10r_3gdp}?d.unit=MIO_EUR`),
    )
    expect(page).toContain('FI197')
    expect(page).not.toContain('SE110')
    expect(page).toContain('NUTS 2016 / 2021')
  })

  it('give what they show as files, each row with its source', async () => {
    const csv = await whatIsSent(await visit(pages, visitor, `/statistics/${ids[rd]}/export.csv`))
    expect(csv.split('\r\n')[1]).toContain('Tilastokeskus')
    const back = JSON.parse(
      await whatIsSent(await visit(pages, visitor, `/statistics/${ids[rd]}/export.jsonstat`)),
    )
    expect(back.value.length).toBe(168)
  })

  it('give the chart of the part that is shown as a picture, a drawing and its figures', async () => {
    const taken = async (format: string) =>
      visit(pages, visitor, `/statistics/${ids.nama_10r_3gdp}/chart.${format}?d.unit=EUR_HAB`)
    const svg = await whatIsSent(await taken('svg'))
    expect(svg).toContain('<svg')
    expect(svg).toContain('nama_10r_3gdp')
    const csv = await whatIsSent(await taken('csv'))
    expect(csv.split('\r\n').length).toBeGreaterThan(20)
    expect(await taken('png')).toMatchObject({ name: 'nama_10r_3gdp-v1.png', type: 'image/png' })
    expect(await whatIsSent(await taken('png'))).toContain('PNG')
  })
})

it('a label is told without the table’s number and the list of its dimensions', () => {
  expect(shortTitle('Kuluttajien luottamus muuttujina Alue, Kuukausi ja Tiedot')).toBe(
    'Kuluttajien luottamus',
  )
  expect(shortTitle('11ge -- Establishments by region')).toBe('Establishments by region')
})
