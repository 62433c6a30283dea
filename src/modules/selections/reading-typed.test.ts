import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCandidates, templateColumns } from './candidate-sheet.ts'
import { shareOf } from './deed-pages.ts'
import { idFrom } from './lines.ts'
import { readScore, writeScore } from './scores.ts'
import { rowsBefore, settingsIn } from './settings-rows.tsx'

const scale = { low: '1', high: '5' }

describe('a cell of the score grid', () => {
  it.each([
    ['4', '4', '4'],
    [' 3,5 ', '3.5', '3.5'],
    ['3-5', '3', '5'],
    ['3 – 4,5', '3', '4.5'],
  ])('"%s" is %s to %s', (typed, low, high) => expect(readScore(typed, scale)).toEqual({ low, high }))

  it.each(['', 'x', '6', '0', '5-3', '1-6', '3-', '-'])('"%s" is no score', (typed) =>
    expect(readScore(typed, scale)).toBeUndefined(),
  )

  it('what is written is read as the same', () => {
    const tenth = fc.integer({ min: 10, max: 50 })
    fc.assert(
      fc.property(tenth, tenth, fc.boolean(), (a, b, comma) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((n) => String(n / 10)) as [string, string]
        expect(readScore(writeScore({ low, high }, comma), scale)).toEqual({ low, high })
      }),
      { seed: 7 },
    )
  })
})

describe('per cent as it is typed', () => {
  it.each([
    ['25', '0.25'],
    ['12,5', '0.125'],
    ['100 %', '1.00'],
    ['5', '0.05'],
    ['0', '0.00'],
    ['', undefined],
    ['abc', 'abc'],
  ])('"%s" is the share %s', (typed, share) => expect(shareOf(typed)).toBe(share))
})

describe('rows of criteria and budgets', () => {
  const known = {
    criteria: [
      { id: 'impact', name: { fi: 'Vaikuttavuus', sv: 'Genomslag' }, note: 'Mitä muuttuu' },
      { id: 'ready', name: { fi: 'Valmius' }, note: '' },
    ],
    budgets: [{ id: 'eu', name: { fi: 'EU-rahoitus', en: 'EU funding' }, limit: '3600000.00' }],
    rules: [],
    synergies: [],
    agenda: [],
    scale,
  }
  const sent = (typed: Record<string, string>) => ({
    text: (name: string) => ({ ...rowsBefore(known), ...typed })[name] ?? '',
  })

  it('come back as they were', () => {
    const { criteria, budgets } = known
    expect(settingsIn(sent({}), known, 'fi')).toEqual({ criteria, budgets, errors: [] })
  })

  it('keep their id under a new name, and go when they are emptied', () => {
    const typed = {
      'criterion-impact-fi': 'Vaikutus',
      'criterion-ready-fi': '',
      'criterion-_3-fi': 'Äly ja kestävyys',
      'criterion-_4-fi': 'Vaikutus',
      'budget-eu-last': '1 200 000 €',
    }
    const { criteria, budgets, errors } = settingsIn(sent(typed), known, 'fi')
    expect(criteria.map(({ id, name }) => [id, name.fi])).toEqual([
      ['impact', 'Vaikutus'],
      ['aly-ja-kestavyys', 'Äly ja kestävyys'],
      ['vaikutus', 'Vaikutus'],
    ])
    expect(budgets[0]).toMatchObject({ id: 'eu', limit: '1200000.00' })
    expect(errors).toEqual([])
    expect(idFrom('Valmius', new Set(['valmius']))).toBe('valmius-2')
  })

  it('tell beside the cell what is missing', () => {
    const typed = { 'criterion-_1-last': 'selitys', 'budget-_1-fi': 'Kunnat', 'budget-_1-last': 'paljon' }
    expect(settingsIn(sent(typed), known, 'fi').errors.map(({ name }) => name)).toEqual([
      'criterion-_1-fi',
      'budget-_1-last',
    ])
  })
})

describe('a spreadsheet of candidates', () => {
  const settings = {
    criteria: [{ id: 'impact', name: { fi: 'Vaikuttavuus', sv: 'Genomslag' }, note: '' }],
    budgets: [{ id: 'eu', name: { fi: 'EU-rahoitus' }, limit: '1.00' }],
    scale,
  }
  const frame = [{ value: 'priority/1', name: { fi: 'Kestävät ratkaisut' } }]
  const read = (names: string[], ...rows: string[][]) =>
    readCandidates(
      { names, headerRow: 1, rows: rows.map((cells, i) => ({ row: i + 2, cells })) },
      { settings, codes: new Set(['H99']), frame },
    )
  const names = ['Tunnus', 'Hanke', 'EU-rahoitus (€)', 'Genomslag', 'Painopisteet', 'Alku']

  it('takes the rows that are whole, and tells of the others by row and cell', () => {
    const { candidates, faults } = read(
      names,
      ['H01', 'Ensimmäinen', '480 000', '3-5', 'Kestävät ratkaisut', '1.3.2027'],
      ['H01', 'Sama tunnus', '1', '4', '', ''],
      ['H02', '', 'paljon', '9', 'Outo', '31.2.2027'],
      ['H99', 'On jo', '1', '4', '', ''],
      ['H03', 'Ilman pisteitä', '', '', 'priority/1', ''],
    )
    expect(candidates).toMatchObject([
      {
        code: 'H01',
        costs: { eu: '480000.00' },
        scores: { impact: { low: '3', high: '5' } },
        values: ['priority/1'],
        starts: '2027-03-01',
      },
      { code: 'H03', costs: { eu: '0.00' }, scores: {}, values: ['priority/1'] },
    ])
    expect(faults.map((f) => `${f.row} ${f.column} ${f.what}`)).toEqual([
      '3 Tunnus same-code',
      '4 Hanke no-title',
      '4 EU-rahoitus (€) bad-cost',
      '4 Genomslag bad-score',
      '4 Painopisteet unknown-value',
      '4 Alku bad-day',
      '5 Tunnus same-code',
    ])
  })

  it('says which columns are missing, and knows its own template', () => {
    expect(read(['Nimi'], ['x']).faults.map((f) => f.column)).toEqual(['tunnus', 'EU-rahoitus'])
    const columns = templateColumns(settings)
    const row = columns.map((c) => ({ Tunnus: 'H01', Nimi: 'Hanke', Vaikuttavuus: '4' })[c] ?? '')
    expect(read(columns, row)).toMatchObject({
      faults: [],
      candidates: [{ code: 'H01', title: { fi: 'Hanke' } }],
    })
  })
})
