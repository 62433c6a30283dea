import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compared, isReclassified, isSame } from './comparing.ts'
import { cellsOf, type Dataset, type Dimension, placesOf, type Reading } from './dataset.ts'
import { decimalText } from './decimal.ts'
import { eurostatTsv } from './eurostat-tsv.ts'
import { isUncertain, meaningsOf } from './flags.ts'
import { readJsonStat } from './json-stat.ts'
import { sdmxCsv } from './sdmx-csv.ts'
import { jsonStatText } from './writing-json-stat.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'data', 'statistics')
const answers = readdirSync(folder).filter((name) => /^\d\w+\.json$/.test(name))
const header = { title: {}, language: 'en' as const, notes: [] }

const good = (reading: Reading): Dataset => {
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults))
  return reading.dataset
}
const faultsOf = (reading: Reading) => ('faults' in reading ? reading.faults : [])
const tsv = (text: string): Reading => {
  const reader = eurostatTsv(header)
  for (const line of text.split('\n')) reader.line(line)
  return reader.end()
}
const sdmx = (...rows: string[]): Reading => {
  const reader = sdmxCsv(header)
  for (const row of rows) reader.row(row.split(','))
  return reader.end()
}
const cells = (dataset: Dataset) => [...cellsOf(dataset.dimensions, dataset.series)]

describe('the answers of Statistics Finland', () => {
  it('are nine', () => expect(answers.length).toBe(9))

  /** Another reader, by strides over the raw file: it shares nothing with ours. */
  it.each(answers)('%s: every value and flag is the source’s', (name) => {
    const raw = JSON.parse(readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, ''))
    const codes: string[][] = raw.id.map((id: string) => {
      const { index } = raw.dimension[id].category
      return Array.isArray(index) ? index : Object.keys(index).sort((a, b) => index[a] - index[b])
    })
    const all = codes.reduce<string[][]>(
      (made, next) => made.flatMap((before) => next.map((code) => [...before, code])),
      [[]],
    )
    const expected = new Map(
      all.map((key, i) => [
        key.join('|'),
        { value: raw.value[i] === null ? null : `${raw.value[i]}`, flag: raw.status?.[i] ?? '' },
      ]),
    )
    const dataset = good(readJsonStat(raw))
    const found = cells(dataset)
    expect(found.length).toBe(raw.value.length)
    for (const { codes: key, value, flag } of found)
      expect({ value, flag }).toEqual(expected.get(key.join('|')))
    expect(dataset.dimensions.map(({ role }) => role)).toContain('time')
    expect(dataset.dimensions.map(({ role }) => role)).toContain('geo')
  })

  it('keep secret cells secret: R&D of Kymenlaakso by public and higher education', () => {
    const dataset = good(readJsonStat(JSON.parse(readFileSync(join(folder, '13tn.json'), 'utf8'))))
    const secret = cells(dataset).filter(({ flag }) => flag === '...')
    expect(secret.length).toBe(12)
    expect(secret.every(({ value }) => value === null)).toBe(true)
    expect(cells(dataset).find(({ codes }) => codes.join() === '2024,MK05,SSS,tk_menot')?.value).toBe('74')
    expect(dataset.table).toBe('statfin_tkke_pxt_13tn')
  })
})

describe('the table of Eurostat', () => {
  const text = gunzipSync(readFileSync(join(folder, 'estat_nama_10r_3gdp.tsv.gz'))).toString('utf8')
  const dataset = good(tsv(text))

  it('has every series, value, flag and missing mark of the file', () => {
    const [head = '', ...lines] = text.trimEnd().split('\n')
    const periods = head
      .split('\t')
      .slice(1)
      .map((p) => p.trim())
    expect(lines.length).toBe(12_453)
    expect(dataset.series.length).toBe(12_453)
    const expected = new Map<string, string>()
    for (const line of lines) {
      const [key = '', ...row] = line.split('\t')
      row.forEach((cell, i) => {
        expected.set(`${key},${periods[i]}`, cell.trim())
      })
    }
    let same = 0
    for (const { codes, value, flag } of cellsOf(dataset.dimensions, dataset.series)) {
      if (expected.get(codes.join(',')) === `${value ?? ':'}${flag && ` ${flag}`}`) same++
    }
    expect(same).toBe(12_453 * 23)
    expect(expected.size).toBe(same)
  })

  it('knows which dimension is time and which is place, though some codes are of no region', () => {
    expect(dataset.dimensions.map(({ id, role }) => [id, role])).toEqual([
      ['freq', undefined],
      ['unit', undefined],
      ['geo', 'geo'],
      ['TIME_PERIOD', 'time'],
    ])
  })

  it('reads what is secret, missing and of many flags', () => {
    const small = good(
      tsv('unit,geo\\TIME_PERIOD\t2020 \t2021 \t2022 \nEUR,FI\t: c\t12.50 bp\t:\nEUR,SE\t0 \t-1.5 \t: \n'),
    )
    expect(cells(small).map(({ value, flag }) => [value, flag])).toEqual([
      [null, 'c'],
      ['12.50', 'bp'],
      [null, ''],
      ['0', ''],
      ['-1.5', ''],
      [null, ''],
    ])
  })

  it('says where a file is cut or wrong', () => {
    expect(faultsOf(tsv('unit,geo\\TIME_PERIOD\t2020 \nEUR,FI\t1 \t2 '))).toEqual([
      { what: 'cut-line', where: '2' },
    ])
    expect(faultsOf(tsv('unit,geo\\TIME_PERIOD\t2020 \nEUR,FI\tabc1 '))).toEqual([
      { what: 'not-a-number', where: '2' },
    ])
    expect(faultsOf(tsv('unit,geo\\TIME_PERIOD\t2020 \nEUR,FI\t1 \nEUR,FI\t2 '))).toEqual([
      { what: 'twice', where: '3' },
    ])
    expect(faultsOf(tsv('<html>\n<body>'))[0]?.what).toBe('not-statistics')
    expect(faultsOf(tsv('unit,geo\\TIME_PERIOD\t2020 \n'))[0]?.what).toBe('no-rows')
  })
})

it('SDMX-CSV gives the same dataset as the table form', () => {
  const other = good(
    sdmx(
      'DATAFLOW,LAST UPDATE,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS',
      'ESTAT:NAMA_10R_3GDP(1.0),07/07/24 23:00:00,EUR,FI,2020,12.50,p,',
      'ESTAT:NAMA_10R_3GDP(1.0),07/07/24 23:00:00,EUR,FI,2021,,,C',
      'ESTAT:NAMA_10R_3GDP(1.0),07/07/24 23:00:00,EUR,SE: Sweden,2020,0,A,F',
    ),
  )
  expect(other.table).toBe('nama_10r_3gdp')
  expect(other.updated).toBe('2024-07-07T23:00:00')
  expect(other.dimensions[1]!.categories).toEqual([
    { code: 'FI', name: {} },
    { code: 'SE', name: { en: 'Sweden' } },
  ])
  expect(cells(other).map(({ codes, value, flag }) => [codes.join(), value, flag])).toEqual([
    ['EUR,FI,2020', '12.50', 'p'],
    ['EUR,FI,2021', null, 'c'],
    ['EUR,SE,2020', '0', ''],
    ['EUR,SE,2021', null, ''],
  ])
})

describe('JSON-stat', () => {
  const dataset = (more: object = {}) => ({
    version: '2.0',
    class: 'dataset',
    label: 'x',
    id: ['geo', 'time'],
    size: [2, 2],
    role: { time: ['time'], geo: ['geo'] },
    dimension: {
      geo: { category: { index: ['FI', 'SE'] } },
      time: { category: { index: { 2021: 1, 2020: 0 }, label: { 2020: '2020' } } },
    },
    value: [1, null, 3.5, 4],
    ...more,
  })
  const rows = (data: unknown) => cells(good(readJsonStat(data))).map(({ value, flag }) => [value, flag])

  it('takes values and flags as arrays, objects or one text', () => {
    const expected = [
      ['1', ''],
      [null, 'c'],
      ['3.5', ''],
      ['4', 'p'],
    ]
    expect(rows(dataset({ status: ['', 'c', null, 'p'] }))).toEqual(expected)
    expect(rows(dataset({ value: { 0: 1, 2: 3.5, 3: 4 }, status: { 1: 'c', 3: 'p' } }))).toEqual(expected)
    expect(rows(dataset({ status: 'e' })).map(([, flag]) => flag)).toEqual(['e', 'e', 'e', 'e'])
    expect(rows(dataset({ value: [1, '..', '3.50', 4] }))).toEqual([
      ['1', ''],
      [null, '..'],
      ['3.50', ''],
      ['4', ''],
    ])
  })

  it('takes the bundle of version 1 and an embedded collection', () => {
    const { id, size, role, dimension, ...rest } = dataset()
    const old = { dataset: { ...rest, dimension: { ...dimension, id, size, role } } }
    const collection = { version: '2.0', class: 'collection', link: { item: [dataset()] } }
    expect(rows(old)).toEqual(rows(dataset()))
    expect(rows(collection)).toEqual(rows(dataset()))
  })

  it('tells what is wrong instead of guessing', () => {
    const fault = (data: unknown) => faultsOf(readJsonStat(data))[0]?.what
    expect(fault({ hello: 1 })).toBe('not-statistics')
    expect(fault(dataset({ value: [1, 2, 3] }))).toBe('values-differ')
    expect(fault(dataset({ value: { 9: 1 } }))).toBe('values-differ')
    expect(fault(dataset({ size: [2, 3] }))).toBe('sizes-differ')
    expect(fault(dataset({ value: [1, true, 3, 4] }))).toBe('not-a-number')
    expect(fault(dataset({ id: [] }))).toBe('no-dimensions')
    expect(fault(dataset({ id: ['geo', 'constructor'] }))).toBe('no-dimensions')
  })
})

const code = fc.stringMatching(/^[A-Z][A-Z0-9]{0,5}$/)
const someDataset: fc.Arbitrary<Dataset> = fc
  .record({
    others: fc.uniqueArray(
      fc.record({ id: code, codes: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }) }),
      {
        minLength: 1,
        maxLength: 3,
        selector: ({ id }) => id,
      },
    ),
    years: fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }).map(String), { minLength: 1, maxLength: 4 }),
    time: fc.nat(3),
    seed: fc.array(fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom('', 'p', '...', 'c')), {
      minLength: 1,
      maxLength: 20,
    }),
  })
  .map(({ others, years, time, seed }) => {
    const dimensions: Dimension[] = others.map(({ id, codes }) => ({
      id: `${id}_`,
      name: {},
      categories: codes.map((c) => ({ code: c, name: { en: `${c} name` } })),
    }))
    dimensions.splice(time % (dimensions.length + 1), 0, {
      id: 'time',
      name: { en: 'Year' },
      role: 'time',
      categories: years.map((c) => ({ code: c, name: {} })),
    })
    const series = Array.from({ length: placesOf(dimensions) }, (_, place) => {
      const of = years.map((_, i) => seed[(place * years.length + i) % seed.length]!)
      return {
        place,
        values: of.map(([n, flag]) => (flag === '...' || flag === 'c' ? '' : `${n / 10}`)),
        flags: of.map(([, flag]) => flag),
      }
    })
    return { title: { en: 'T' }, language: 'en', notes: [], dimensions, series }
  })

const figures = (dataset: Dataset) =>
  cells(dataset).map(({ codes, value, flag }) => `${codes.join()} ${value} ${flag}`)

describe('any dataset', () => {
  it('comes back from JSON-stat with every figure', () => {
    fc.assert(
      fc.property(someDataset, (dataset) => {
        const back = good(readJsonStat(JSON.parse(jsonStatText(dataset, 'en')!)))
        expect(figures(back).sort()).toEqual(figures(dataset).sort())
        expect(back.dimensions.map(({ id }) => id)).toEqual(dataset.dimensions.map(({ id }) => id))
      }),
      { seed: 7, numRuns: 200 },
    )
  })

  it('is the same as itself, and differs where one figure does', () => {
    fc.assert(
      fc.property(someDataset, fc.nat(), (dataset, at) => {
        expect(isSame(compared(dataset, dataset))).toBe(true)
        const series = dataset.series.map((s, i) =>
          i === at % dataset.series.length ? { ...s, values: ['123456.7', ...s.values.slice(1)] } : s,
        )
        expect(compared(dataset, { ...dataset, series }).figures.changed).toBe(1)
      }),
      { seed: 8, numRuns: 100 },
    )
  })
})

describe('two versions', () => {
  const of = (rows: string, years = '2020 \t2021 ') => good(tsv(`unit,geo\\TIME_PERIOD\t${years}\n${rows}`))
  const first = of('EUR,FI\t1 \t2 \nEUR,SE\t3 \t4 ')

  it('differ by categories, periods, figures and flags', () => {
    const next = of('EUR,FI\t1 p\t2.5 \t9 \nEUR,NO\t5 \t6 \t7 ', '2020 \t2021 \t2022 ')
    const made = compared(first, next)
    expect(isReclassified(made)).toBe(true)
    expect(made.categories).toEqual([{ dimension: 'geo', added: ['NO'], removed: ['SE'], renamed: [] }])
    expect(made.periods).toEqual({ added: ['2022'], removed: [] })
    expect(made.figures).toMatchObject({ changed: 1, flagged: 1, added: 4, removed: 2 })
    expect(made.figures.examples).toEqual([
      { codes: { unit: 'EUR', geo: 'FI', TIME_PERIOD: '2021' }, before: '2', after: '2.5' },
    ])
  })

  it('tell that the newest year is missing', () => {
    const next = of('EUR,FI\t1 \nEUR,SE\t3 ', '2020 ')
    expect(compared(first, next).newestMissing).toBe('2021')
    expect(isReclassified(compared(first, next))).toBe(false)
  })
})

describe('decimal text', () => {
  it('keeps the digits of the source', () => {
    const texts = {
      '12.50': '12.50',
      '007': '7',
      '-0.5': '-0.5',
      '.5': '0.5',
      '+3': '3',
      '1e3': '1000',
      '1.5e-3': '0.0015',
    }
    for (const [written, text] of Object.entries(texts)) expect(decimalText(written)).toBe(text)
    for (const bad of ['', '1,5', 'x', '1 000', '--1', '1e', 'Infinity'])
      expect(decimalText(bad)).toBeUndefined()
  })
  it('of any number is that number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        expect(Number(decimalText(n))).toBe(n === 0 ? 0 : n)
      }),
      { seed: 9 },
    )
  })
})

it('flags have meanings', () => {
  expect(meaningsOf('...')).toEqual(['confidential'])
  expect(meaningsOf('..')).toEqual(['missing'])
  expect(meaningsOf('bp')).toEqual(['break', 'provisional'])
  expect(meaningsOf('P')).toEqual(['provisional'])
  expect(meaningsOf('')).toEqual([])
  expect(meaningsOf('q')).toEqual(['unknown'])
  expect(isUncertain('bp')).toBe(true)
  expect(isUncertain('b')).toBe(false)
})
