import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorities, funds } from './lists.ts'
import {
  municipalityOf,
  placeOf,
  regionByNuts,
  regionOf,
  regionOfMunicipalities,
  regionOfText,
} from './places.ts'
import { periodOf, priorityOf, programmeOf } from './programme.ts'
import { authorityOf, fundOf, readAuthority, statusOf } from './recognise.ts'

const readList = (name: string): Record<string, string>[] =>
  parse(gunzipSync(readFileSync(new URL(`../../../data/demo/${name}.csv.gz`, import.meta.url))), {
    columns: true,
  })
const old = readList('fi-2007-2013')
const newer = readList('fi-2014-2020')
const isoDay = (text: string): string | undefined => {
  const m = /^(\d+)\.(\d+)\.(\d{4})$/.exec(text)
  return m ? `${m[3]}-${m[2]!.padStart(2, '0')}-${m[1]!.padStart(2, '0')}` : undefined
}

describe('the two Finnish lists', () => {
  it('name only authorities that we know', () => {
    const texts = new Set([...old, ...newer].map((row) => row.Viranomainen ?? ''))
    expect(texts.size).toBe(73)
    expect([...texts].filter((text) => authorityOf(text) === undefined)).toEqual([])
  })
  it('name only funds, states, programmes and priorities that we know', () => {
    for (const row of old) {
      const programme = programmeOf(row['Ohjelma / osio'] ?? '')
      expect(programme, row.Koodi).toBeDefined()
      expect(priorityOf(programme!.code, row.Tl ?? ''), row.Koodi).toBeDefined()
      expect(programme!.fund).toBe(fundOf(row.Rahasto ?? ''))
      expect(statusOf(row['Toiminnan tila'] ?? '')).toMatch(/^(ended|interrupted)$/)
    }
    for (const row of newer) {
      expect(priorityOf('fi-2014', row.Tl ?? '')?.fund, row.Koodi).toBe(fundOf(row.Rahasto ?? ''))
      expect(statusOf(row.Tila ?? '')).toBe('running')
    }
  })
  it('are of one period each by their codes, and dates never say another', () => {
    for (const [rows, period] of [
      [old, '2007-2013'],
      [newer, '2014-2020'],
    ] as const) {
      for (const row of rows) {
        expect(periodOf({ code: row.Koodi ?? '' }), row.Koodi).toBe(period)
        const start = isoDay(row.Aloituspvm ?? '')
        const end = isoDay(row.Päättymispvm ?? '')
        if (start && end) expect([period, undefined], row.Koodi).toContain(periodOf({ start, end }))
      }
    }
  })
  it('keep what stood before an authority when a title was broken by its commas', () => {
    const broken = newer.flatMap((row) => {
      const before = readAuthority(row.Viranomainen ?? '')?.before
      return before ? [[row.Koodi, before]] : []
    })
    expect(broken).toEqual([
      ['A70408', 'Ruotsi'],
      ['A70423', 'sekä energia- ja resurssitehokkuuden edistäminen'],
      ['A70452', 'analyysi markkinoille tulosta ja alustavan tuotestrategian valmistelu'],
    ])
    expect(old.every((row) => readAuthority(row.Viranomainen ?? '')?.before === undefined)).toBe(true)
  })
  it('stand for a region only where their authority decided for one', () => {
    const place = (row: Record<string, string>, period: string) => {
      const programme = period === '2014-2020' ? 'fi-2014' : programmeOf(row['Ohjelma / osio'] ?? '')!.code
      return regionOf({
        authority: authorityOf(row.Viranomainen ?? '')!,
        period,
        programme,
        priority: row.Tl ?? '',
      })
    }
    const count = (rows: Record<string, string>[], period: string) => {
      const by: Record<string, number> = {}
      for (const row of rows) {
        const region = place(row, period)
        if (region) by[region] = (by[region] ?? 0) + 1
      }
      return by
    }
    expect(count(old, '2007-2013')).toEqual({
      MK01: 23,
      MK02: 92,
      MK04: 108,
      MK05: 41,
      MK06: 118,
      MK07: 88,
      MK08: 129,
      MK09: 67,
      MK10: 148,
      MK11: 136,
      MK12: 127,
      MK13: 92,
      MK14: 106,
      MK15: 96,
      MK16: 84,
      MK17: 289,
      MK18: 93,
      MK19: 228,
    })
    expect(count(newer, '2014-2020')).toEqual({
      MK10: 70,
      MK11: 45,
      MK12: 45,
      MK16: 27,
      MK17: 97,
      MK18: 16,
      MK19: 74,
    })
  })
})

describe('recognising authorities', () => {
  it('does not mind case, blanks and commas', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...authorities),
        fc.constantFrom(' ', '  ', ', ', '\u00a0'),
        fc.boolean(),
        (authority, gap, upper) => {
          const name = authority.name.fi!.replaceAll(/,? /g, gap)
          expect(authorityOf(upper ? name.toLocaleUpperCase('fi') : ` ${name} `)).toBe(authority.code)
        },
      ),
    )
  })
  it('knows official names in Swedish and English, short names and units', () => {
    expect(authorityOf('Birkalands förbund')).toBe('pirkanmaan-liitto')
    expect(authorityOf('Hämeen ELY-keskus')).toBe('hameen-ely-keskus')
    expect(readAuthority('Finnvera  pääomasijoitustoiminta')).toEqual({
      authority: 'finnvera',
      unit: 'venture-capital',
    })
    expect(readAuthority(' Hämeen elinkeino-  liikenne- ja ympäristökeskus  yritystuet')).toEqual({
      authority: 'hameen-ely-keskus',
      unit: 'business-aid',
    })
  })
  it('does not guess', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/liitto|keskus|ministeriö|tekes|finnvera|tem|stm|okm|ym/i.test(text))
        expect(authorityOf(text)).toBeUndefined()
      }),
    )
    expect(authorityOf('Helsingin kaupunki')).toBeUndefined()
  })
})

describe('recognising funds', () => {
  it('reads the abbreviations of the member states', () => {
    const seen = [
      'EAKR',
      'erdf',
      'ERUF',
      'EFRR',
      'Regionalfonden',
      'Euroopan aluekehitysrahasto (EAKR)',
      'EAKR ',
    ]
    for (const text of seen) expect(fundOf(text), text).toBe('ERDF')
    expect([fundOf('ESR'), fundOf('ESF'), fundOf('ESR+'), fundOf('ESF +'), fundOf('ESF Plus')]).toEqual([
      'ESF',
      'ESF',
      'ESF+',
      'ESF+',
      'ESF+',
    ])
    expect([fundOf(''), fundOf('EAKR ja ESR'), fundOf('muu')]).toEqual([undefined, undefined, undefined])
  })
  it('gives no text to two funds', () => {
    const texts = funds.flatMap((f) =>
      [f.code, ...(f.texts ?? []), f.short?.fi ?? '', f.short?.sv ?? ''].map(
        (t) => `${t.toLowerCase()}\t${f.code}`,
      ),
    )
    const owners = new Map<string, string>()
    for (const line of new Set(texts)) {
      const [text, code] = line.split('\t') as [string, string]
      expect(owners.get(text) ?? code, text).toBe(code)
      owners.set(text, code)
    }
  })
})

describe('programming periods', () => {
  it('are read from text in any dash', () => {
    expect(
      ['2014-2020', 'kausi 2014–2020', '2014–20', '2015-2020', ''].map((text) => periodOf({ text })),
    ).toEqual(['2014-2020', '2014-2020', '2014-2020', undefined, undefined])
  })
  it('are told by dates only when one period alone could have paid', () => {
    expect(periodOf({ start: '2010-01-01', end: '2012-12-31' })).toBe('2007-2013')
    expect(periodOf({ start: '2015-01-01', end: '2015-06-30' })).toBeUndefined()
    expect(periodOf({ start: '2022-01-01', end: '2023-06-30' })).toBeUndefined()
    expect(periodOf({ start: '2022-01-01', end: '2024-06-30' })).toBe('2021-2027')
  })
})

describe('places', () => {
  it('say why a region is not known', () => {
    const because = (decided: Parameters<typeof placeOf>[0]) => {
      const place = placeOf(decided)
      return place.region ?? place.because
    }
    expect(because({ authority: 'uudenmaan-liitto', period: '2014-2020' })).toBe('several-regions')
    expect(because({ authority: 'pirkanmaan-liitto', period: '2014-2020' })).toBe('several-regions')
    expect(because({ authority: 'pirkanmaan-liitto', period: '2021-2027' })).toBe('MK06')
    expect(because({ authority: 'hameen-ely-keskus', period: '2007-2013' })).toBe('several-regions')
    expect(because({ authority: 'lapin-ely-keskus', period: '2007-2013' })).toBe('unknown')
    expect(because({ authority: 'finnvera', period: '2007-2013' })).toBe('not-regional')
    expect(because({ authority: 'hameen-liitto', period: '2014-2020' })).toBe('unknown')
    const themes = { authority: 'paijat-hameen-liitto', period: '2007-2013', programme: 'fi-erdf-2007-etela' }
    expect([because({ ...themes, priority: '5' }), because({ ...themes, priority: '2' })]).toEqual([
      'cross-regional',
      'MK07',
    ])
    expect(
      because({
        authority: 'lapin-liitto',
        period: '2007-2013',
        programme: 'fi-esf-2007-national',
        priority: '5',
      }),
    ).toBe('nationwide')
  })
  it('are found by NUTS code of any version and by name', () => {
    expect([regionByNuts('FI197')?.code, regionByNuts('FI19B')?.code]).toEqual(['MK06', 'MK06'])
    expect([
      regionOfText('Birkaland')?.code,
      regionOfText('south karelia')?.code,
      regionOfText('FI1D7')?.code,
    ]).toEqual(['MK06', 'MK09', 'MK19'])
    expect([municipalityOf('HELSINGFORS')?.region, municipalityOf('Iisalmi')?.region]).toEqual([
      'MK01',
      'MK11',
    ])
  })
})

describe('the region of municipalities', () => {
  it.each([
    [['Oulu'], 'Pohjois-Pohjanmaa'],
    [['Uleåborg', 'KEMPELE'], 'Pohjois-Pohjanmaa'],
    [['Salo ja Turku'], 'Varsinais-Suomi'],
    [['837 Tampere', 'Nokia'], 'Pirkanmaa'],
    [['091'], 'Uusimaa'],
    [['Oulu', 'Tampere'], undefined],
    [['Oulu', 'Timbuktu'], undefined],
    [['837 Helsinki'], undefined],
    [['Koko maa'], undefined],
    [[], undefined],
  ])('%j: %s', (written, region) => {
    expect(regionOfMunicipalities(written)?.name.fi).toBe(region)
  })
})
