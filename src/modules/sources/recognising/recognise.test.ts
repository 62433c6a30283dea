import { describe, expect, test } from 'vitest'
import type { Field } from '../fields.ts'
import { builtInProfiles } from '../profiles.ts'
import { originOfBytes } from '../reading/origin.ts'
import { openTable } from '../reading/table.ts'
import { type ReadRow, readRows } from '../statements.ts'
import { matchHeader, unitOf } from './header-words.ts'
import { type PlanChoices, planOf } from './plan.ts'

async function recognise(content: string, choices: PlanChoices = {}, name = 'lista.csv') {
  const table = await openTable(originOfBytes(name, new TextEncoder().encode(content)))
  const plan = await planOf(table, builtInProfiles, choices)
  const rows: ReadRow[] = []
  for await (const row of readRows(table, plan)) rows.push(row)
  const fields = Object.fromEntries(plan.columns.filter((c) => c.field).map((c) => [c.header, c.field]))
  return { plan, rows, fields, values: rows.map((row) => row.values) }
}

describe('lists that nobody has seen', () => {
  test('Finnish, with decimal commas and a column of partners', async () => {
    const { fields, values, plan } = await recognise(
      [
        'Hankkeen nimi;Hakija;Y-tunnus;Osatoteuttajat;Alkaa;Päättyy;Myönnetty tuki (€);Kokonaiskustannukset;Kunta;Kuvaus',
        'Vetylaakso;Oulun yliopisto;0245895-5;VTT Oy; 1.1.2024;31.12.2025;120 500,50;150 000;Oulu;Kehitetään vedyn tuotantoa ja käyttöä yhdessä yritysten kanssa.',
        'Kiertotalous;Tampereen kaupunki;0211675-2;"Business Tampere; Pirkanmaan liitto";1.3.2024;28.2.2026;80 000,00;100 000;Tampere;Kierrätetään rakennusosia.',
      ].join('\n'),
    )
    expect(fields).toEqual({
      'Hankkeen nimi': 'title',
      Hakija: 'lead',
      'Y-tunnus': 'leadId',
      Osatoteuttajat: 'partners',
      Alkaa: 'startDate',
      Päättyy: 'endDate',
      'Myönnetty tuki (€)': 'granted',
      Kokonaiskustannukset: 'totalCost',
      Kunta: 'municipalities',
      Kuvaus: 'summary',
    })
    expect(plan.questions).toEqual([])
    expect(values[0]).toMatchObject({
      title: 'Vetylaakso',
      lead: { name: 'Oulun yliopisto', ids: [{ scheme: 'fi-business-id', value: '0245895-5' }] },
      start: '2024-01-01',
      granted: '120500.50',
      currency: 'EUR',
      language: 'fi',
    })
    expect(values[1]!.partners).toEqual([{ name: 'Business Tampere' }, { name: 'Pirkanmaan liitto' }])
  })

  test.each([
    ['Partnerit', 'fi'],
    ['Osatoteuttajat', 'fi'],
    ['Yhteistyökumppanit', 'fi'],
    ['Samarbetspartner', 'sv'],
    ['Project partners', 'en'],
    ['Parter', 'da'],
  ])('partners as people write them: %s', async (header) => {
    const { fields, rows } = await recognise(
      [
        `Hankkeen nimi;Hakija;${header};Alkaa`,
        'Vetylaakso;Oulun yliopisto;Tampereen yliopisto, TAMK ja VTT Oy;1.1.2024',
        'Kiertotalous;Lahden kaupunki;LAB-ammattikorkeakoulu, Päijät-Hämeen liitto sekä noin 20 yritystä;1.1.2024',
        'Rakennettu;Oulun kaupunki;Kiinteistö ja Kehitys, Oulun yliopisto;1.1.2024',
      ].join('\n'),
    )
    expect(fields[header]).toBe('partners')
    const names = rows.map((row) => row.values.partners?.map(({ name }) => name))
    expect(names[0]).toEqual(['Tampereen yliopisto', 'TAMK', 'VTT Oy'])
    expect(names[1]).toEqual(['LAB-ammattikorkeakoulu', 'Päijät-Hämeen liitto'])
    expect(rows[1]!.problems).toMatchObject([
      { code: 'unnamed-partners', row: 3, column: header, other: 'noin 20 yritystä' },
    ])
    expect(names[2]).toEqual(['Kiinteistö ja Kehitys', 'Oulun yliopisto'])
    expect(rows.some((row) => row.rejected)).toBe(false)
  })

  test('Swedish, where the currency may be kronor or euros and is asked', async () => {
    const content =
      'Projektnamn;Stödmottagare;Startdatum;Slutdatum;Beviljat belopp\nGrön tillväxt;Umeå universitet;2024-01-01;2025-12-31;1 500 000\n'
    const asked = await recognise(content)
    expect(asked.plan.questions).toEqual([{ about: 'currency', columns: ['Beviljat belopp'] }])
    const { plan, values } = await recognise(content, { currency: 'SEK' })
    expect(plan).toMatchObject({ questions: [], currencyFrom: 'person' })
    expect(values[0]).toMatchObject({ granted: '1500000', currency: 'SEK', language: 'sv' })
  })

  test('English, mm/dd dates told by one of them, pounds told by the cells', async () => {
    const { plan, values } = await recognise(
      'Project title,Grantee,Start,End,Amount awarded\nAlpha project,Foo Ltd,03/04/2016,12/31/2017,"£1,500"\nBeta project,Bar Ltd,05/06/2016,01/02/2018,"£2,250,000"\n',
    )
    expect(plan.mapping).toMatchObject({ dayOrder: 'mdy', currency: 'GBP' })
    expect(plan.currencyFrom).toBe('cells')
    expect(values.map((v) => [v.start, v.granted])).toEqual([
      ['2016-03-04', '1500'],
      ['2016-05-06', '2250000'],
    ])
  })

  test('Danish, thousands of kroner by the header', async () => {
    const { values } = await recognise(
      'Projektnavn;Tilskudsmodtager;Startdato;Tilskud (1000 kr)\nBlå vækst;Aarhus Kommune;15-02-2024;1.250,5\n',
    )
    expect(values[0]).toMatchObject({ granted: '1250500', currency: 'DKK', start: '2024-02-15' })
  })

  test('business ids behind the names, of leads and of partners', async () => {
    const { fields, rows } = await recognise(
      [
        'Hankkeen nimi;Päätoteuttaja;Osatoteuttajat;Kotikunta',
        'Vetylaakso;Esimerkki Oy (2617489-3);"Oulun yliopisto (0245895-5), Tampereen kaupunki, 0211675-2, VTT Oy";Oulu',
        'Kiertotalous;Esimerkki Oy, FI26174893;"Business Tampere, Väärä Oy (2617489-4)";Oulu, Kempele',
        'Yhteinen;Oulun yliopisto (0245895-5) ja Tampereen kaupunki (0211675-2);"Aalto Oy, Bertta Oy";Oulu, Tampere',
      ].join('\n'),
    )
    expect(fields).toMatchObject({ Päätoteuttaja: 'lead', Kotikunta: 'municipalities' })
    const id = (value: string) => [{ scheme: 'fi-business-id', value }]
    const [first, second, third] = rows.map((row) => row.values)
    expect(first).toMatchObject({
      lead: { name: 'Esimerkki Oy', ids: id('2617489-3') },
      partners: [
        { name: 'Oulun yliopisto', ids: id('0245895-5') },
        { name: 'Tampereen kaupunki', ids: id('0211675-2') },
        { name: 'VTT Oy' },
      ],
      municipalities: ['Oulu'],
    })
    expect(second!.lead).toEqual({ name: 'Esimerkki Oy', ids: id('2617489-3') })
    expect(second!.partners).toEqual([{ name: 'Business Tampere' }, { name: 'Väärä Oy (2617489-4)' }])
    expect(third!.lead).toEqual({ name: 'Oulun yliopisto', ids: id('0245895-5') })
    expect(third!.partners?.[0]).toEqual({ name: 'Tampereen kaupunki', ids: id('0211675-2') })
    expect(rows.flatMap((row) => row.problems)).toEqual([])
  })

  test.each([
    ['Toteutusaika', '1.3.2024 - 28.2.2026', '1.1.2024–31.12.2025'],
    ['Kesto', '1.3.2024–28.2.2026', '1.1. - 31.12.2025'],
    ['Genomförandetid', '2024-03-01 – 2026-02-28', '2024-01-01 till 2025-12-31'],
    ['Period', '2024-03-01/2026-02-28', '2024-01-01/2025-12-31'],
    ['Duration', '1 March 2024 to 28 February 2026', '1 January 2024 to 31 December 2025'],
    ['x7', '01/03/2024-28/02/2026', '01/01/2024-31/12/2025'],
  ])('both dates in one cell: %s, %s', async (header, cell, other) => {
    const { fields, values } = await recognise(
      `Hankkeen nimi;${header};Toteuttaja\nVetylaakso;${cell};Esimerkki Oy\nKiertotalous;${other};Toinen Oy\n`,
    )
    expect(fields[header]).toBe('startAndEnd')
    expect(values[0]).toMatchObject({ start: '2024-03-01', end: '2026-02-28' })
    expect(values[1]!.end).toBe('2025-12-31')
  })

  test('a period that is no span of days stays one, and a duration in months is nobody’s date', async () => {
    const { fields, values } = await recognise(
      'Hankkeen nimi;Period;Kesto\nVetylaakso;2014-2020;24 kk\nKiertotalous;2021-2027;12 kk\n',
    )
    expect(fields.Period).toBe('period')
    expect(fields.Kesto).not.toBe('startAndEnd')
    expect(values[0]!.period).toBe('2014-2020')
  })

  test('what is wrong in a cell of two dates is reported by it', async () => {
    const { rows } = await recognise(
      [
        'Hankkeen nimi;Toteutusaika',
        ...Array.from({ length: 8 }, (_, i) => `Hanke ${i};1.3.2024-28.2.2026`),
        'Käänteinen;28.2.2026-1.3.2024',
        'Mahdoton;31.2.2024-28.2.2026',
        'Avoin;1.3.2024 -',
      ].join('\n'),
    )
    const told = (title: string) => rows.find((row) => row.values.title === title)!
    expect(told('Käänteinen').problems).toMatchObject([{ code: 'end-before-start', column: 'Toteutusaika' }])
    expect(told('Mahdoton').problems).toMatchObject([{ code: 'no-such-day', column: 'Toteutusaika' }])
    expect(told('Mahdoton').values).toMatchObject({ end: '2026-02-28' })
    expect(told('Avoin').values).toMatchObject({ start: '2024-03-01' })
    expect(told('Avoin').problems).toEqual([])
  })

  test('headers that say nothing: the content speaks', async () => {
    const lines = Array.from({ length: 12 }, (_, i) =>
      [
        `H${1000 + i}`,
        `Kestävän kasvun hanke numero ${i} Lapissa`,
        `Yritys ${i} Oy`,
        `${1 + i}.1.2020`,
        `${1 + i}.6.2021`,
        `https://example.fi/${i}`,
      ].join(';'),
    )
    const { fields } = await recognise(`k1;k2;k3;k4;k5;k6\n${lines.join('\n')}\n`)
    expect(fields).toEqual({
      k1: 'code',
      k2: 'title',
      k3: 'lead',
      k4: 'startDate',
      k5: 'endDate',
      k6: 'sourceUrl',
    })
  })

  test('JSON with nested leads and arrays of partners', async () => {
    const { fields, values } = await recognise(
      JSON.stringify({
        projects: [
          {
            title: 'Alpha',
            lead: { name: 'Foo Oy', business_id: '0211675-2' },
            partners: ['Bar Oy', { name: 'Baz Oy' }],
            grant_eur: 1000.5,
          },
        ],
      }),
    )
    expect(fields).toMatchObject({
      title: 'title',
      'lead.name': 'lead',
      'lead.business_id': 'leadId',
      partners: 'partners',
      grant_eur: 'granted',
    })
    expect(values[0]).toMatchObject({
      granted: '1000.50',
      currency: 'EUR',
      partners: [{ name: 'Bar Oy' }, { name: 'Baz Oy' }],
    })
  })

  test('Finnish project codes are those of the register, whatever the list', async () => {
    const { plan } = await recognise('Koodi;Nimi\nA70301;a hanke\nA70302;b hanke\nS20156;c hanke\n')
    expect(plan.mapping.registry).toBe('eura')
    const other = await recognise(
      'Koodi;Nimi\nX1;a hanke\nX2;b hanke\nX3;c hanke\n',
      {},
      'Oma lista 2024.csv',
    )
    expect(other.plan.mapping.registry).toBe('oma-lista-2024')
  })

  test('a person overrules everything', async () => {
    const { fields, plan } = await recognise('Nimi;Muu\nA hanke;B hanke\n', {
      columns: { Nimi: null, Muu: 'title' },
    })
    expect(fields).toEqual({ Muu: 'title' })
    expect(plan.columns[1]!.why).toEqual({ by: 'person' })
  })

  test('millions in the header against units in the cells are asked', async () => {
    const { plan } = await recognise('Title,Grant £m\nAlpha,1500000\nBeta,2500000\n')
    expect(plan.questions).toEqual([{ about: 'scale', column: 'Grant £m', stated: 1_000_000 }])
    const told = await recognise('Title,Grant £m\nAlpha,1.5\nBeta,2.5\n')
    expect(told.values.map((v) => v.granted)).toEqual(['1500000', '2500000'])
  })
})

test.each([
  ['beviljat_belopp_sek', 'granted'],
  ['BeviljatBelopp', 'granted'],
  ['Toteutunut EU- ja valtion rahoitus', 'realised'],
  ['Operation_Start_Date', 'startDate'],
  ['lead.name', 'lead'],
  ['Tytuł projektu', 'title'],
  ['CoFinancing_Rate', 'rate'],
  ['Cofinancing rate', 'rate'],
] satisfies [string, Field][])('%s means %s', (header, field) => {
  expect(matchHeader(header)[0]?.field).toBe(field)
})

test.each([
  ['beviljat_belopp_sek', { currency: 'SEK' }],
  ['Budjetti (1000 €)', { currency: 'EUR', scale: 1000 }],
  ['Total costs £m', { currency: 'GBP', scale: 1_000_000 }],
  ['Tuki, milj. €', { currency: 'EUR', scale: 1_000_000 }],
  ['Määrä', {}],
  ['Euroopan tuki', {}],
])('the unit of %s', (header, unit) => {
  expect(unitOf(header)).toEqual(unit)
})
