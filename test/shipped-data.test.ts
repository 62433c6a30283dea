import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { isPersonalName } from '../src/engine/matching/index.ts'
import { centsOf, decimalOf } from '../src/kernel/money.ts'
import { regions } from '../src/modules/codes/index.ts'

const folder = join(import.meta.dirname, '..', 'data')
const text = (name: string): string => {
  const bytes = readFileSync(join(folder, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
const json = <T>(name: string): T => JSON.parse(text(name)) as T

it('every folder of data says where it comes from and on what terms it may be used', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.length).toBeGreaterThan(5)
  for (const { name } of folders) expect(text(`${name}/SOURCE.md`)).toMatch(/licen[cs]e|CC BY|Facts only/i)
})

type DemoList = {
  key: string
  file: string
  format: string
  expect: {
    rows: number
    granted?: string
    realised?: string
    plannedPublic?: string
    realisedPublic?: string
  }
}
const lists = json<DemoList[]>('demo/lists.json')
const rowsOf = (list: DemoList) =>
  parse(text(`demo/${list.file}`), { columns: true, bom: true }) as Record<string, string>[]
const tables = lists.filter((list) => list.format === 'csv')

describe.each(tables)('the demo list $key', (list) => {
  const rows = rowsOf(list)
  /** Exact: every amount is a decimal number or blank. */
  const sum = (name: RegExp): string => {
    const column = Object.keys(rows[0]!).find((header) => name.test(header))!
    return decimalOf(
      rows
        .map((row) => row[column]!.trim())
        .filter((cell) => cell !== '')
        .reduce((total, cell) => total + centsOf(cell), 0n),
    )
  }

  it('has the rows that its manifest and SOURCE.md promise', () => {
    expect(rows.length).toBe(list.expect.rows)
    expect(new Set(rows.map((row) => row.Koodi)).size).toBe(rows.length)
  })
  it('sums exactly to its check figures', () => {
    expect(sum(/^Myönnetty EU/)).toBe(list.expect.granted)
    expect(sum(/^Toteutunut EU/)).toBe(list.expect.realised)
    expect(sum(/^Suunniteltu julkinen/)).toBe(list.expect.plannedPublic)
    expect(sum(/^Toteutunut julkinen/)).toBe(list.expect.realisedPublic)
  })
})

describe('the project pages of the demo', () => {
  const codes = new Set(tables.flatMap(rowsOf).map((row) => row.Koodi))
  const pages = (file: string) => json<{ project_code: string }[]>(`demo/${file}`)

  it('are of projects that the lists have, so that they change no count', () => {
    expect(pages('fi-project-pages.json').every((page) => codes.has(page.project_code))).toBe(true)
    expect(pages('fi-project-pages-more.json').some((page) => codes.has(page.project_code))).toBe(false)
  })
})

describe('population', () => {
  type Value = {
    region: string
    year: number
    population: number
    low?: number
    high?: number
    method: string
  }
  const { items: values } = json<{ items: Value[] }>('regions/population.json')

  it('is there for every region and every year from 2007 to 2021, once', () => {
    const computed = values.filter((value) => value.method === 'computed')
    expect(computed.length).toBe(regions.length * 15)
    expect(new Set(values.map((value) => `${value.region} ${value.year}`)).size).toBe(values.length)
    expect(new Set(computed.map((value) => value.region))).toEqual(new Set(regions.map((r) => r.code)))
  })
  it('lies within what is told of its error, at most 0.21 per cent', () => {
    for (const { population, low = population, high = population } of values) {
      expect(low).toBeLessThanOrEqual(population)
      expect(high).toBeGreaterThanOrEqual(population)
      expect((high - low) / 2 / population).toBeLessThan(0.00215)
    }
  })
})

describe('organisations of ROR', () => {
  type Record = { id: string; places: { country: string }[]; names: { name: string; main?: boolean }[] }
  const records = text('organisations/ror-nordic.jsonl.gz')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record)

  it('are as many as SOURCE.md says, each once and each with its main name', () => {
    expect(records.length).toBe(1_649)
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length)
    for (const record of records) expect(record.names.filter((name) => name.main).length).toBe(1)
    const finnish = records.filter((record) => record.places.some((place) => place.country === 'FI'))
    expect(finnish.length).toBe(535)
    expect(finnish.flatMap((record) => record.names).length).toBe(1_691)
  })
})

it('the Horizon 2020 organisations sum to what their SOURCE.md promises, and name no person', () => {
  const rows = json<{ pic: string; name: string; projects: number; euros: string }[]>(
    'organisations/h2020-fi.json',
  )
  expect(new Set(rows.map(({ pic }) => pic)).size).toBe(324)
  expect(rows.reduce((sum, { projects }) => sum + projects, 0)).toBe(856)
  expect(rows.reduce((sum, { euros }) => sum + BigInt(euros), 0n)).toBe(358_657_495n)
  expect(rows.filter(({ name }) => isPersonalName(name))).toEqual([])
})
