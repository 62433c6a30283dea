import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownParties, type Party, parties } from './index.ts'

const said = (list: readonly Party[]): string[] =>
  list.map(
    ({ text, kind, lead }) => `${text}${kind === 'organisation' ? '' : ` (${kind})`}${lead ? ' leads' : ''}`,
  )
const read = (cell: string): string[] => said(parties(cell))

describe('a list of parties', () => {
  test.each([
    ['Tampereen yliopisto, TAMK ja VTT Oy', ['Tampereen yliopisto', 'TAMK', 'VTT Oy']],
    ['Turun yliopisto ja Åbo Akademi', ['Turun yliopisto', 'Åbo Akademi']],
    [
      'Yrkeshögskolan Novia, Österbottens förbund och Kust-Österbottens företagare',
      ['Yrkeshögskolan Novia', 'Österbottens förbund', 'Kust-Österbottens företagare'],
    ],
    [
      'University of Oulu, SINTEF and about 15 SMEs',
      ['University of Oulu', 'SINTEF', 'about 15 SMEs (group)'],
    ],
    ['EUC Syd. Syddansk Universitet.', ['EUC Syd', 'Syddansk Universitet']],
    ['- Savonia-ammattikorkeakoulu\n- Karelia-amk', ['Savonia-ammattikorkeakoulu', 'Karelia-amk']],
    ['Oulun yliopisto; VTT\nLuke', ['Oulun yliopisto', 'VTT', 'Luke']],
  ])('%s', (cell, names) => expect(read(cell)).toEqual(names))

  test.each([
    ['legal forms with points', 'Naturmælk A.M.B.A.. EUC Syd.', ['Naturmælk A.M.B.A.', 'EUC Syd']],
    ['initials', 'P. Fournaise A/S. P.L. Jessen & Søn ApS.', ['P. Fournaise A/S', 'P.L. Jessen & Søn ApS']],
    ['units', 'Metalliliitto, Turun osasto, Akava ry', ['Metalliliitto, Turun osasto', 'Akava ry']],
    [
      'words that go on after a hyphen',
      'Elinkeino-, liikenne- ja ympäristökeskus, Kainuun liitto',
      ['Elinkeino-, liikenne- ja ympäristökeskus', 'Kainuun liitto'],
    ],
    [
      'dates',
      'EJENDOMSSELSKABET AF 12. JUNI 2009 ApS. Gits A/S.',
      ['EJENDOMSSELSKABET AF 12. JUNI 2009 ApS', 'Gits A/S'],
    ],
    [
      'brackets',
      'Säätiö (tiede, taide ja urheilu), Aura Oy',
      ['Säätiö (tiede, taide ja urheilu)', 'Aura Oy'],
    ],
    [
      'a legal form alone',
      'Business Center Saari. Den Erhvervsdrivende Fond. Havn Skole.',
      ['Business Center Saari. Den Erhvervsdrivende Fond', 'Havn Skole'],
    ],
    ['a town after its organisation', 'Lapin yliopisto, Rovaniemi', ['Lapin yliopisto, Rovaniemi']],
  ])('leaves whole what belongs to a name: %s', (_, cell, names) => expect(read(cell)).toEqual(names))

  test('tells organisations from municipalities, people and unnamed others', () => {
    expect(read('Hämeenlinna, Riihimäki ja Forssa')).toEqual([
      'Hämeenlinna (place)',
      'Riihimäki (place)',
      'Forssa (place)',
    ])
    expect(read('VTT, Maija Meikäläinen')).toEqual(['VTT', 'Maija Meikäläinen (person)'])
    const register = knownParties([], ['Niels Brock'])
    expect(said(parties('Niels Brock. Maija Meikäläinen.', register))).toEqual([
      'Niels Brock',
      'Maija Meikäläinen (person)',
    ])
    expect(read('VTT, Konepaja Virtanen Oy ym.')).toEqual(['VTT', 'Konepaja Virtanen Oy', 'ym. (group)'])
    expect(read('Vestas A/S. ca. 20 virksomheder.')).toEqual(['Vestas A/S', 'ca. 20 virksomheder (group)'])
    expect(read('Ei osatoteuttajia')).toEqual(['Ei osatoteuttajia (none)'])
  })
  test('reads who leads, and leaves out by whom and at whose', () => {
    expect(read('Päätoteuttaja: Hämeen liitto, osatoteuttajat: HAMK, Luke')).toEqual([
      'Hämeen liitto leads',
      'HAMK',
      'Luke',
    ])
    expect(read('Helsingin kaupunki; Espoon kaupunki (päätoteuttaja)')).toEqual([
      'Helsingin kaupunki',
      'Espoon kaupunki leads',
    ])
    expect(read('Aalborg Universitet. NIVU v/Maija Meikäläinen.')).toEqual(['Aalborg Universitet', 'NIVU'])
  })
  test('what a column has elsewhere decides what is doubtful', () => {
    const cell = 'CELF, Center for Uddannelse, Lolland Kommune'
    expect(read(cell)).toEqual(['CELF', 'Center for Uddannelse', 'Lolland Kommune'])
    const names = knownParties([cell], ['CELF, Center for Uddannelse'])
    expect(said(parties(cell, names))).toEqual(['CELF, Center for Uddannelse', 'Lolland Kommune'])
    const stops = knownParties(['EUC Syd. EUC Nord.', 'Gate 21. DHI. DSB.', cell])
    expect(said(parties(cell, stops))).toEqual([cell])
  })
  test('is surer of what it knows', () => {
    const [doubtful] = parties('Kalundborg Havn og Foodture')
    const [sure] = parties('Kalundborg Havn og Foodture', knownParties([], ['Kalundborg Havn', 'Foodture']))
    expect(doubtful!.confidence).toBeLessThan(0.7)
    expect(sure).toMatchObject({ text: 'Kalundborg Havn' })
    expect(sure!.confidence).toBeGreaterThan(0.98)
  })
})

describe('of whatever text', () => {
  const piece = fc.constantFrom(
    'VTT',
    'Oy',
    'A.M.B.A.',
    'Turun yliopisto',
    ', ',
    '. ',
    '; ',
    '\n',
    ' ja ',
    '(',
    ')',
    '"',
    'ca. 20',
    ':',
    'Partners:',
    'v/',
    ' ',
    '.',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  )

  test('parties stand where they say, in order, without overlap, and nothing with letters is left between them but notes', () => {
    fc.assert(
      fc.property(text, (cell) => {
        let end = 0
        for (const party of parties(cell)) {
          expect(party.text).toBe(cell.slice(party.start, party.end))
          expect(party.start).toBeGreaterThanOrEqual(end)
          expect(party.confidence).toBeGreaterThanOrEqual(0)
          expect(party.confidence).toBeLessThanOrEqual(1)
          end = party.end
        }
      }),
      { seed: 6 },
    )
  })
  test('semicolons always part names that have none', () => {
    const name = fc.constantFrom(
      'Turun yliopisto',
      'VTT',
      'Skov- og Naturstyrelsen',
      'CELF, Center for Uddannelse',
      'Aura Oy',
    )
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 12 }), (names) => {
        expect(parties(names.join('; ')).map((party) => party.text)).toEqual(names)
      }),
      { seed: 6 },
    )
  })
  test('a very long cell is read in its time', () => {
    const cell = Array.from({ length: 3_000 }, (_, i) => `Yritys ${i} Oy`).join(', ')
    expect(parties(cell)).toHaveLength(3_000)
  })
})
