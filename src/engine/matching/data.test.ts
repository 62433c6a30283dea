import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { cluster, compare, createMatcher, isValidBusinessId, personalTrader } from './index.ts'

const data = path.resolve('../shared/data')
const absent = !existsSync(data)
if (absent) process.stderr.write(`SKIPPED: matching on real lists, because ${data} is not there.\n`)

type Row = Record<string, string>
const read = (file: string): Row[] => {
  const bytes = readFileSync(path.join(data, file))
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true }) as Row[]
}
const named = (names: readonly string[]) => names.map((name, i) => ({ id: String(i), name }))

describe.skipIf(absent)('real lists', () => {
  test('every group of spellings is joined within all Finnish names, and little else', () => {
    const names = read('fi-organisation-names/distinct-names.csv').map((row) => row.name!)
    const found = cluster(named(names)).cluster
    const at = new Map(names.map((name, i) => [name, found[i]!]))
    const groups = groupsOf()
    expect(groups.size).toBe(1115)
    for (const rows of groups.values())
      expect(new Set(rows.map((row) => at.get(row.name!))).size, rows[0]!.name).toBe(1)
    const joined = names.length - new Set(found).size
    expect(joined).toBeGreaterThan(1279)
    expect(joined).toBeLessThan(1700)

    function groupsOf(): Map<string, Row[]> {
      const map = new Map<string, Row[]>()
      for (const row of read('fi-organisation-names/spelling-variants.csv'))
        map.set(row.group!, [...(map.get(row.group!) ?? []), row])
      return map
    }
  })
  test('former names that the lists state lead to both names', () => {
    for (const row of read('fi-organisation-names/explicit-former-names.csv')) {
      for (const other of [row.current_name!, row.former_name!]) {
        expect(
          compare({ id: 'a', name: row.name_as_listed! }, { id: 'b', name: other }).outcome,
          `${row.name_as_listed} / ${other}`,
        ).toBe('same')
      }
    }
  })
  test('business ids: one id is one cluster, two are two, and names alone join no two ids', () => {
    const rows = read('fi-eura2014-project-pages/business-id-names.csv')
    expect(rows.every((row) => isValidBusinessId(row.business_id!))).toBe(true)
    const withIds = rows.map((row, i) => ({
      id: String(i),
      name: row.name!,
      identifiers: [{ scheme: 'fi-business-id', value: row.business_id! }],
    }))
    const byId = cluster(withIds).cluster
    const byName = cluster(named(rows.map((row) => row.name!))).cluster
    rows.forEach((a, i) => {
      rows.forEach((b, j) => {
        expect(byId[i] === byId[j]).toBe(a.business_id === b.business_id)
        if (byName[i] === byName[j]) expect(a.business_id).toBe(b.business_id)
      })
    })
  })
  test('Danish beneficiaries: no cluster with two CVR numbers, each number whole', () => {
    const rows = read('dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz')
    const found = cluster(
      rows.map((row, i) => ({
        id: String(i),
        name: row.navn!,
        place: row.bynavn!,
        identifiers: [{ scheme: 'dk-cvr', value: row.cvr! }],
      })),
    ).cluster
    const numbers = new Map<number, Set<string>>()
    rows.forEach((row, i) => {
      numbers.set(found[i]!, (numbers.get(found[i]!) ?? new Set()).add(row.cvr!))
    })
    expect([...numbers.values()].every((set) => set.size === 1)).toBe(true)
    expect(numbers.size).toBe(new Set(rows.map((row) => row.cvr)).size)
  })
  test('affiliations find their ROR records on the half that the weights were not fitted on', () => {
    const registry = read('er-affiliation-ror/ror-candidates.csv').map((row) => ({
      id: row.ror_id!,
      name: row.display_name!,
      aliases: row.other_names!.split(' | ').filter(Boolean),
      place: row.city!,
      country: row.country!,
    }))
    const matcher = createMatcher(registry, { regime: 'auto' })
    const rows = read('er-affiliation-ror/crossref-train.csv').filter((_, i) => i % 2 === 1)
    const truths = rows.map((row) => (row.ror_record_included === '1' ? row.ror_id : undefined))
    const wanted = truths.filter((truth) => truth !== undefined).length
    const answers = rows.map((row, i) => {
      const { outcome, candidate } = matcher.match({ id: '', name: row.affiliation! })
      return { outcome, right: candidate !== undefined && candidate === truths[i] }
    })
    const guesses = answers.filter(({ outcome }) => outcome !== 'different')
    const sure = answers.filter(({ outcome }) => outcome === 'same')
    const right = (list: typeof answers): number => list.filter((answer) => answer.right).length
    expect((2 * right(guesses)) / (guesses.length + wanted)).toBeGreaterThan(0.87)
    expect(right(sure) / sure.length).toBeGreaterThan(0.98)
    expect(right(sure) / wanted).toBeGreaterThan(0.24)
  })
  test('the Finnish lists’ sole traders are told apart', () => {
    const names = read('fi-organisation-names/distinct-names.csv').map((row) => row.name!)
    const personal = names.filter((name) => personalTrader(name))
    expect(personal.length).toBeGreaterThan(1900)
    expect(personal.filter((name) => /\b(?:oy|oyj)\b/i.test(name))).toEqual([])
  })
})
