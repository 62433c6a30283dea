import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field } from './fields.ts'
import { createRepair, expectationsOf } from './repair.ts'

const columns: readonly (Field | null)[] = [
  'code',
  'fund',
  'title',
  'priority',
  'authority',
  'status',
  'startDate',
  'endDate',
  'lead',
  'granted',
  'realised',
]
const authorities = ['Lapin liitto', 'Uudenmaan liitto', 'Hämeen elinkeino- liikenne- ja ympäristökeskus']

const regular = Array.from({ length: 200 }, (_, i) => [
  `A${70_000 + i}`,
  i % 4 ? 'EAKR' : 'ESR',
  `Hanke numero ${i} ja sen nimi`,
  String(1 + (i % 5)),
  authorities[i % 3]!,
  'Toiminnassa',
  `${1 + (i % 28)}.3.2015`,
  '31.12.2016',
  `Organisaatio ${i} Oy`,
  String(1000 + i),
  i % 3 ? String(i) : '',
])
const expectations = expectationsOf(
  columns.map((field, index) => ({ index, field })),
  regular.map((cells, i) => ({ row: i + 2, cells })),
)
const repair = createRepair(expectations, ',')
const good = regular[5]!
const split = (line: string) => line.split(',')

describe('a row', () => {
  test('that is whole is left alone', () => {
    for (const cells of regular) expect(repair(cells)).toEqual({ ok: true, cells, notes: [] })
  })

  test('with stray delimiters at its end loses them', () => {
    expect(repair([...good, '', ';'])).toEqual({ ok: true, cells: good, notes: [] })
    expect(repair([...good.slice(0, -1), '5;'])).toEqual({
      ok: true,
      cells: [...good.slice(0, -1), '5'],
      notes: [],
    })
  })

  test('with commas in its title and authority is put back', () => {
    const line =
      'A70001,EAKR,Kasvu, vienti ja tulevaisuus,2,Hämeen elinkeino-, liikenne- ja ympäristökeskus,Toiminnassa,1.3.2015,31.12.2016,Foo Oy,10,5,,;'
    expect(repair(split(line))).toMatchObject({
      ok: true,
      notes: [{ kind: 'realigned' }],
      cells: [
        'A70001',
        'EAKR',
        'Kasvu, vienti ja tulevaisuus',
        '2',
        'Hämeen elinkeino-, liikenne- ja ympäristökeskus',
        'Toiminnassa',
        '1.3.2015',
        '31.12.2016',
        'Foo Oy',
        '10',
        '5',
      ],
    })
  })

  test('that was quoted whole is unpacked', () => {
    const line = `"A70001,EAKR,""Iso"" hanke,2,Lapin liitto,Toiminnassa,1.3.2015,31.12.2016,Foo Oy,10,5";`
    const unpacked = repair([line])
    expect(unpacked).toMatchObject({ ok: true, notes: [{ kind: 'unpacked' }] })
    expect(unpacked.ok && unpacked.cells[2]).toContain('Iso')
  })

  test('with an amount in a date column gives it back only where another amount bears it out', () => {
    const cells = (start: string, realised: string) => [
      'A70001',
      'EAKR',
      'Hanke',
      '2',
      'Lapin liitto',
      'Toiminnassa',
      start,
      '31.12.2016',
      'Foo Oy',
      ' ',
      realised,
      ' ',
      ';',
    ]
    expect(repair(cells('425180', '425180'))).toMatchObject({
      ok: true,
      notes: [{ kind: 'moved', from: 6, to: 9, text: '425180' }],
    })
    const unproven = repair(cells('425180', '7'))
    expect(unproven.ok && unproven.notes.some((note) => note.kind === 'moved')).toBe(false)
  })

  test('whose commas may lie in two texts beside each other is refused', () => {
    const two = createRepair(
      expectationsOf(
        (['code', 'title', 'lead', 'granted'] as const).map((field, index) => ({ index, field })),
        Array.from({ length: 30 }, (_, i) => ({
          row: i,
          cells: [`A${10 + i}`, `Nimi ${i}`, `Oy ${i}`, `${i}`],
        })),
      ),
      ',',
    )
    expect(two(['A10', 'Nimi', 'jatkuu', 'Oy', '5'])).toEqual({ ok: false, reason: 'several-alignments' })
  })

  test('that swallowed the rows after it is refused', () => {
    const swallowed = [...good]
    swallowed[2] = `Hanke,x\n${regular[6]!.join(',')}`
    expect(repair(swallowed)).toEqual({ ok: false, reason: 'swallowed-lines' })
    const honest = [...good]
    honest[2] = 'Ensimmäinen rivi, pitkä\ntoinen rivi, yhtä pitkä, ja pilkkuja, paljon'
    expect(repair(honest)).toEqual({ ok: true, cells: honest, notes: [] })
  })

  test('with too few cells or none that fit is refused', () => {
    expect(repair(['A70001', 'EAKR', 'Hanke'])).toMatchObject({ ok: false, reason: 'too-few-cells' })
    expect(repair(Array(14).fill('x'))).toMatchObject({ ok: false, reason: 'cannot-align' })
  })
})

const word = fc.stringMatching(/^[a-zäö]{1,8}( [a-zäö]{1,8}){0,3}$/)
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(', '))

test('whatever commas its texts hold, a row comes back as it was or is refused, never otherwise', () => {
  fc.assert(
    fc.property(text, text, fc.nat(199), fc.boolean(), (title, lead, i, tail) => {
      const row = [...regular[i]!]
      row[2] = title
      row[8] = lead
      const shifted = [...row.join(',').split(','), ...(tail ? ['', ';'] : [])]
      const repaired = repair(shifted)
      if (repaired.ok) expect(repaired.cells).toEqual(row)
    }),
    { numRuns: 500 },
  )
})

test('no cells at all make it throw, and what it lets through is as wide as the header', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('A70001', '1.1.2015', '5', '', ';', 'EAKR')), {
        maxLength: 20,
      }),
      (cells) => {
        const repaired = repair(cells)
        if (repaired.ok) expect(repaired.cells).toHaveLength(columns.length)
      },
    ),
    { numRuns: 1_000 },
  )
})
