import { describe, expect, test } from 'vitest'
import {
  readAidRates,
  readCostModel,
  readCostModels,
  readDeMinimisRules,
  readFinancingSources,
} from './index.ts'

const name = { fi: 'Malli', sv: 'Modell', en: 'Model' }
const salaries = { code: 'salaries', name, kind: 'typed' }
const other = { code: 'other', name, kind: 'percent', percent: '40', of: ['salaries'] }
const model = {
  code: 'FR40',
  name,
  projects: ['development'],
  lines: [salaries, other],
  limits: [],
  rounding: 'half-up',
  source: 'test',
  verified: true,
}
const faultsOf = (read: ReturnType<typeof readCostModel> | ReturnType<typeof readCostModels>) =>
  read.ok ? [] : read.faults.map((f) => `${f.code} ${f.place.join('/')}`)
const told = (changes: object) => faultsOf(readCostModel({ ...model, ...changes }))

describe('a cost model', () => {
  test('that is right is read as it stands', () => {
    expect(readCostModel(model)).toEqual({ ok: true, value: model })
    const rich = {
      ...model,
      lines: [
        { ...salaries, help: name },
        { code: 'fees', name, kind: 'typed', deducted: true },
        { code: 'lump', name, kind: 'lump', amount: '50000.00' },
        other,
      ],
      limits: [
        { code: 'whole', each: 'project', what: 'total', most: '200000' },
        { code: 'least', each: 'project', what: 'total', least: '20000.00' },
        { code: 'part', name, each: 'partner', what: ['lump', 'other'], percent: '12.5', of: 'total' },
      ],
      validFrom: '2021-01-01',
      verified: 'partial',
      note: name,
    }
    expect(readCostModel(rich)).toEqual({ ok: true, value: rich })
  })

  test.each<[string, object, string[]]>([
    ['keys that nobody knows', { colour: 'red' }, ['unknown-key colour']],
    [
      'a misspelt key of a line',
      { lines: [{ ...salaries, deductd: true }] },
      ['unknown-key lines/0/deductd'],
    ],
    [
      'a kind of line that there is not',
      { lines: [{ ...salaries, kind: 'hours' }] },
      ['not-one-of lines/0/kind'],
    ],
    [
      'a percentage with a comma',
      { lines: [salaries, { ...other, percent: '1,5' }] },
      ['not-a-percentage lines/1/percent'],
    ],
    [
      'a percentage as a number',
      { lines: [salaries, { ...other, percent: 40 }] },
      ['not-a-percentage lines/1/percent'],
    ],
    ['a percentage of nothing', { lines: [salaries, { ...other, of: [] }] }, ['empty lines/1/of']],
    [
      'a percentage of no line',
      { lines: [salaries, { ...other, of: ['wages'] }] },
      ['unknown-line lines/1/of/0'],
    ],
    [
      'a percentage of a line twice',
      { lines: [salaries, { ...other, of: ['salaries', 'salaries'] }] },
      ['duplicate lines/1/of/1'],
    ],
    [
      'a percentage of revenue',
      { lines: [{ ...salaries, deducted: true }, other] },
      ['deducted-line lines/1/of/0'],
    ],
    ['a line computed of itself', { lines: [{ ...other, of: ['other'] }] }, ['circular lines']],
    [
      'three decimals',
      { lines: [{ code: 'l', name, kind: 'lump', amount: '1.005' }] },
      ['not-an-amount lines/0/amount'],
    ],
    [
      'a lump below nothing',
      { lines: [{ code: 'l', name, kind: 'lump', amount: '-1' }] },
      ['not-an-amount lines/0/amount'],
    ],
    ['a code twice', { lines: [salaries, other, salaries] }, ['duplicate lines/2/code']],
    ['a language that is missing', { name: { fi: 'x', sv: ' ' } }, ['not-a-text name/sv', 'missing name/en']],
    ['no lines', { lines: [] }, ['empty lines']],
    ['rounding by mood', { rounding: 'up' }, ['not-one-of rounding']],
    ['a day that there is not', { validFrom: '2021-02-29' }, ['not-a-day validFrom']],
    ['partly read without saying what', { verified: 'partial' }, ['no-note note']],
    [
      'a limit of an unknown line',
      { limits: [{ code: 'a', each: 'partner', what: ['x'], most: '1' }] },
      ['unknown-line limits/0/what/0'],
    ],
    [
      'a limit with both',
      { limits: [{ code: 'a', each: 'partner', what: 'total', most: '1', percent: '1', of: 'total' }] },
      ['unknown-key limits/0/most'],
    ],
    [
      'a limit with neither',
      { limits: [{ code: 'a', each: 'partner', what: 'total' }] },
      ['missing limits/0/most'],
    ],
    ['a code with a blank', { code: 'FR 40' }, ['not-a-code code']],
    ['two things at once', { code: 1, lines: 'x' }, ['not-a-code code', 'not-a-list lines']],
  ])('is refused for %s', (_, changes, faults) => {
    expect(told(changes)).toEqual(faults)
  })

  test('names the circle in which lines wait for each other', () => {
    const line = (code: string, ...of: string[]) => ({ code, name, kind: 'percent', percent: '1', of })
    const read = readCostModel({
      ...model,
      lines: [salaries, line('a', 'b'), line('b', 'salaries', 'c'), line('c', 'a')],
    })
    expect(read).toEqual({
      ok: false,
      faults: [{ code: 'circular', place: ['lines'], values: { lines: 'a → b → c → a' } }],
    })
  })

  test.each([undefined, null, 5, 'x', [], [[]], { __proto__: null }])(
    'is not %j, which is told and never thrown',
    (value) => {
      expect(readCostModel(value).ok).toBe(false)
      expect(readCostModels([value]).ok).toBe(false)
    },
  )

  test('has a code of its own among others', () => {
    expect(faultsOf(readCostModels([model, { ...model, code: 'B' }, model]))).toEqual(['duplicate 2/code'])
    expect(readCostModels([])).toEqual({ ok: true, value: [] })
  })
})

test('financing sources, aid rates and ceilings are read as strictly', () => {
  const source = { code: 'own', name, kind: 'own', source: 'test', verified: true }
  expect(readFinancingSources([source])).toEqual({ ok: true, value: [source] })
  expect(readFinancingSources([source, { ...source, kind: 'loan' }]).ok).toBe(false)
  expect(readFinancingSources([source, source]).ok).toBe(false)
  expect(
    readAidRates([{ percent: '100' }, { percent: '60.5', costModel: 'FR40', partnerKind: 'sme' }]).ok,
  ).toBe(true)
  expect(readAidRates([{ percent: '100.1' }])).toEqual({
    ok: false,
    faults: [{ code: 'not-a-percentage', place: [0, 'percent'], values: { text: '100.1' } }],
  })
  expect(readAidRates([]).ok).toBe(false)
  const ceiling = { code: 'x', name, ceiling: '300000.00', years: 3, source: 'test', verified: true }
  expect(readDeMinimisRules([ceiling])).toEqual({ ok: true, value: [ceiling] })
  expect(
    readDeMinimisRules([
      { ...ceiling, years: 2.5 },
      { ...ceiling, code: 'y', years: 0 },
    ]),
  ).toMatchObject({
    ok: false,
    faults: [{ code: 'not-a-count' }, { code: 'not-a-count' }],
  })
})
