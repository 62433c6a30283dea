import { describe, expect, test } from 'vitest'
import { organisationName, titleOf } from './names.ts'
import { knownPartners, partnersOf } from './partners.ts'
import { fundTerm, periodTerm, placesOf, statusTerm } from './terms.ts'

test('commas that were taken out between Finnish compounds are put back, others are let be', () => {
  expect(organisationName(' Hämeen elinkeino-  liikenne- ja ympäristökeskus')).toBe(
    'Hämeen elinkeino-, liikenne- ja ympäristökeskus',
  )
  expect(organisationName('Hämeen elinkeino-, liikenne- ja ympäristökeskus')).toBe(
    'Hämeen elinkeino-, liikenne- ja ympäristökeskus',
  )
  expect(organisationName('Sosiaali- ja terveysministeriö')).toBe('Sosiaali- ja terveysministeriö')
  expect(organisationName('A-\u00ad Oy  \n Ab')).toBe('A- Oy Ab')
})

test('a sign that stands for commas becomes one in titles', () => {
  expect(titleOf('Vienti | tuotekehitys 2016', '|')).toBe('Vienti, tuotekehitys 2016')
  expect(titleOf('Vienti | tuotekehitys 2016')).toBe('Vienti | tuotekehitys 2016')
})

describe('partners', () => {
  const read = (cell: Parameters<typeof partnersOf>[0], form?: Parameters<typeof partnersOf>[1]) =>
    partnersOf(cell, form, knownPartners([], [], form)).partners
  const names = (cell: Parameters<typeof partnersOf>[0], form?: Parameters<typeof partnersOf>[1]) =>
    read(cell, form).map((p) => p.name)

  test('between full stops, with initials and forms kept whole', () => {
    expect(names('Guldborgsund Kommune. Lolland Kommune. Vestas A/S.', 'full-stop')).toEqual([
      'Guldborgsund Kommune',
      'Lolland Kommune',
      'Vestas A/S',
    ])
    expect(
      names('Union Engineering. P.L. Jessen & Søn ApS. P. Fournaise A/S. Mick Hansen ApS.', 'full-stop'),
    ).toEqual(['Union Engineering', 'P.L. Jessen & Søn ApS', 'P. Fournaise A/S', 'Mick Hansen ApS'])
    expect(names('Nordvestjysk Erhvervsråd V.M.B.A.. ViborgEgnens Erhvervsråd.', 'full-stop')).toEqual([
      'Nordvestjysk Erhvervsråd V.M.B.A.',
      'ViborgEgnens Erhvervsråd',
    ])
    expect(names('Udenrigsministeriet .', 'full-stop')).toEqual(['Udenrigsministeriet'])
  })

  test('semicolons, lines, bars and commas', () => {
    expect(names('A Oy; B Oy;; A Oy')).toEqual(['A Oy', 'B Oy'])
    expect(names('A Oy\nB Oy', 'line')).toEqual(['A Oy', 'B Oy'])
    expect(names('A Oy | B Oy', 'bar')).toEqual(['A Oy', 'B Oy'])
    expect(names('A Oy, B (osasto 1, osasto 2), C Foods, Ltd', 'comma')).toEqual([
      'A Oy',
      'B (osasto 1, osasto 2)',
      'C Foods, Ltd',
    ])
  })

  test('lists of objects, of names, and their text', () => {
    expect(read([{ name: 'A Oy', business_id: '0211675-2' }, 'B Oy', null, { title: '' }])).toEqual([
      { name: 'A Oy', id: '0211675-2' },
      { name: 'B Oy' },
    ])
    expect(read('[{"nimi":"A Oy"}]')).toEqual([{ name: 'A Oy' }])
    expect(read('[keskeneräinen; B Oy')).toEqual([{ name: '[keskeneräinen' }, { name: 'B Oy' }])
  })
})

test('terms of lists become those of the product, unknown ones stay', () => {
  expect(['EAKR', 'ERUF', 'ESF', 'Oma rahasto'].map(fundTerm)).toEqual(['ERDF', 'ERDF', 'ESF', 'Oma rahasto'])
  expect(['Toiminta päättynyt', 'Keskeytynyt', 'Toiminnassa', 'hm'].map(statusTerm)).toEqual([
    'ended',
    'interrupted',
    'running',
    undefined,
  ])
  expect(['2014–2020', 'kausi 2014-20', 'EAKR 2021-2027', 'x'].map(periodTerm)).toEqual([
    '2014-2020',
    '2014-2020',
    '2021-2027',
    'x',
  ])
  expect(placesOf('Norrbotten, Västerbotten;Norrbotten')).toEqual(['Norrbotten', 'Västerbotten'])
})
