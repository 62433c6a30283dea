import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  certainty,
  cluster,
  compare,
  createMatcher,
  fold,
  frequenciesOf,
  type OrganisationRecord,
} from './index.ts'

const record = (name: string, more: Partial<OrganisationRecord> = {}): OrganisationRecord => ({
  id: name,
  name,
  ...more,
})
const outcome = (a: string, b: string): string => compare(record(a), record(b)).outcome

const same: readonly (readonly [string, string])[] = [
  ['Helsingin kaupunki', 'Helsingfors stad'],
  ['Helsingin kaupunki', 'City of Helsinki'],
  ['Helsingin yliopisto', 'University of Helsinki'],
  ['Oulu yliopisto', 'Oulun yliopisto'],
  ['Turun ammattikorkeakoulu', 'Turku University of Applied Sciences'],
  ['Varsinais-Suomen liitto', 'Varsinais-Suomen liitto - Egentliga Finlands förbund'],
  ['Egentliga Finlands förbund', 'Varsinais-Suomen liitto - Egentliga Finlands förbund'],
  ['Centria ammattikorkeakoulu Oy', 'Centria-ammattikorkeakoulu Oy'],
  ['Karelia Ammattikorkeakoulu Oy', 'Karelia Ammattikorkeakoulu Osakeyhtiö'],
  ['Kainuun ELY-keskus', 'Kainuun elinkeino-, liikenne- ja ympäristökeskus'],
  ['Lappeenrannan-Lahden teknillinen yliopisto LUT', 'Lappeenrannan-Lahden teknillinen yliopisto'],
  ['Itä-Suomen yliopisto (aiemmin Kuopion yliopisto)', 'Kuopion yliopisto'],
  ['Nestholma Oy (ent. Eirikuva Oy)', 'Nestholma Oy'],
  ['Ekowell Oy (sulautunut)', 'EKOWELL OY'],
  ['KOMMUNE KØBENHAVN A/S', 'Kommune København a/s'],
  ['Зора-ЕС ЕООД', '"Zora-ES" EOOD'],
  ['HANA-PLAST GROUP Kft.', 'Hana-Plast Group Korlátolt Felelősségű Társaság'],
  ['Lumituote Pyryharju Oy', 'Oy Lumituote Pyryharju Ab'],
  ['A J SOFTAT OY', 'A.J. Softat Oy'],
]

const notSame: readonly (readonly [string, string])[] = [
  ['Etelä-Savon liitto', 'Pohjois-Savon liitto'],
  ['Pohjanmaan liitto', 'Pohjois-Pohjanmaan liitto'],
  ['Koulu 1', 'Koulu 2'],
  ['Åbo Akademi', 'Turun yliopisto'],
  ['Turun yliopisto', 'Turun ammattikorkeakoulu'],
  ['Turun kaupunki', 'Oulun kaupunki'],
  ['Helsingin yliopisto', 'Helsingin yliopiston Koulutus- ja kehittämiskeskus Palmenia'],
  ['Oulun yliopisto', 'Oulun yliopisto / Oulun Eteläisen instituutti'],
  ['Lumituote Oy', 'Lumituote ry'],
  ['Matti Virtanen', 'Matti Virtanen Oy'],
  ['Siivouspalvelu', 'Siivouspalvelu Oy'],
  ['Telekom Deutschland GmbH', 'Deutsche Telekom AG'],
  ['IT University of Copenhagen', 'University of Copenhagen'],
  ['Kiinteistö Oy Kuopion Kisällinkuja 10', 'Kiinteistö Oy Kuopion Kisällinkuja 12'],
  ['City Salon Ky', 'Salon kaupunki'],
  [
    'SONITUS društvo s ograničenom odgovornošću za trgovinu i usluge',
    'TONI društvo s ograničenom odgovornošću za trgovinu i usluge',
  ],
  ['Outotec Oyj', 'Outotec (Finland) Oy'],
]

describe('compare', () => {
  test.each(same)('%s is %s', (a, b) => {
    expect(outcome(a, b)).toBe('same')
  })
  test.each(notSame)('%s is not surely %s', (a, b) => {
    expect(outcome(a, b)).not.toBe('same')
  })
  test('numbers and directions that differ make two organisations', () => {
    expect(outcome('Etelä-Savon liitto', 'Pohjois-Savon liitto')).toBe('different')
    expect(outcome('Koulu 1', 'Koulu 2')).toBe('different')
  })
  test('identifiers outrank names', () => {
    const id = (value: string) => ({ identifiers: [{ scheme: 'fi-business-id', value }] })
    const a = record('Lab-ammattikorkeakoulu Oy', id('2630644-6'))
    expect(compare(a, record('Lahden ammattikorkeakoulu Oy', id('2630644-6'))).outcome).toBe('same')
    expect(compare(a, record('Lab-ammattikorkeakoulu Oy', id('0245895-5'))).outcome).toBe('different')
    const vat = record('Toinen nimi', { identifiers: [{ scheme: 'vat', value: 'FI26306446' }] })
    expect(compare(a, vat).outcome).toBe('same')
  })
  test('an identifier with a wrong check digit proves nothing', () => {
    const wrong = { identifiers: [{ scheme: 'fi-business-id', value: '2630644-5' }] }
    expect(compare(record('Aivan Eri Firma Oy', wrong), record('Kolmas Talo Oy', wrong)).outcome).not.toBe(
      'same',
    )
  })
  test('one name in two towns is for a person to look at', () => {
    const in_ = (place: string) => record('Matti Virtanen', { place })
    expect(compare(in_('Oulu'), in_('Helsinki')).outcome).not.toBe('same')
    expect(compare(in_('Oulu'), in_('Uleåborg')).outcome).toBe('same')
  })
  test('the evidence adds up to the score', () => {
    const { score, evidence } = compare(record('Lumituote Pyryharju Oy'), record('Pyryharju Lumituote Oy'))
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 1)
  })
})

const words = [
  'Oulun',
  'Turku',
  'kaupunki',
  'yliopisto',
  'Lumituote',
  'Pyryharju',
  'Etelä-Savon',
  'liitto',
  'Åbo',
  'Zora',
  '2',
  '10',
  'Matti',
  'Virtanen',
  'Oy',
  'ry',
  'Ab',
  'Tmi',
  '(HBSP)',
  '/',
  '-',
  'ent.',
  'Палата',
  'SYKE',
]
const names = fc.oneof(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((list) => list.join(' ')),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
)
const identifiers = fc.option(fc.constantFrom('0187690-1', '2170029-2', '2252888-5', '0101263-6'), {
  nil: undefined,
})
const records = fc.tuple(names, identifiers).map(
  ([name, value]): OrganisationRecord => ({
    id: name,
    name,
    ...(value ? { identifiers: [{ scheme: 'fi-business-id', value }] } : {}),
  }),
)

describe('properties', () => {
  test('folding twice is folding once', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })
  test('a name is the same as itself, whatever its case', () => {
    fc.assert(
      fc.property(names, (name) => {
        fc.pre(
          /[\p{L}\p{N}]/u.test(name) && fold(name) === fold(name.toUpperCase()) && !/[()/]|ent\./u.test(name),
        )
        expect(outcome(name, name)).toBe('same')
      }),
    )
  })
  test('comparing is symmetric', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const [x, y] = [compare(a, b), compare(b, a)]
        expect([x.score, x.outcome]).toEqual([y.score, y.outcome])
      }),
    )
  })
  test('clusters do not depend on the order of the records', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (list, stream) => {
        const order = list
          .map((_, i) => ({ i, key: stream.next().value as number }))
          .sort((a, b) => a.key - b.key)
        const straight = cluster(list).cluster
        const shuffled = cluster(order.map(({ i }) => list[i]!)).cluster
        order.forEach((a, x) => {
          order.forEach((b, y) => {
            expect(shuffled[x] === shuffled[y]).toBe(straight[a.i] === straight[b.i])
          })
        })
      }),
    )
  })
  test('no cluster holds two identifiers of one scheme; one identifier is in one cluster', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 14 }), (list) => {
        const found = cluster(list).cluster
        list.forEach((a, i) => {
          list.forEach((b, j) => {
            const [x, y] = [a.identifiers?.[0]?.value, b.identifiers?.[0]?.value]
            if (x && y) expect(found[i] === found[j]).toBe(x === y)
          })
        })
      }),
    )
  })
  test('how a legal form is written makes no difference', () => {
    const forms = fc.constantFrom('Oy', 'OY', 'oy', 'Osakeyhtiö', 'O.Y.', 'Oy Ab', 'Ltd', 'Oy Ltd')
    const cores = fc.array(fc.constantFrom('Lumituote', 'Pyryharju', 'Zorakko', 'Vikkelä', 'Tundrapaja'), {
      minLength: 2,
      maxLength: 3,
    })
    fc.assert(
      fc.property(cores, forms, forms, (core, x, y) => {
        const name = [...new Set(core)].join(' ')
        fc.pre(name.includes(' '))
        expect(outcome(`${name} ${x}`, `${name} ${y}`)).toBe('same')
      }),
    )
  })
})

describe('cluster', () => {
  test('a record without an identifier joins neither of two that fit it as well', () => {
    const id = (value: string) => ({ identifiers: [{ scheme: 'dk-cvr', value }] })
    const list = [
      record('Aarhus Universitet', id('41826614')),
      record('Aarhus Universitet'),
      record('Aarhus Universitet', id('31119103')),
    ]
    const { cluster: found, pairs } = cluster(list)
    expect(new Set(found).size).toBe(3)
    expect(pairs.filter(({ outcome: each }) => each === 'review')).toHaveLength(2)
  })
  test('a bare name joins neither the association nor the company', () => {
    expect(
      new Set(
        cluster(
          ['Lumituote Pyryharju Oy', 'Lumituote Pyryharju', 'Lumituote Pyryharju ry'].map((name) =>
            record(name),
          ),
        ).cluster,
      ).size,
    ).toBe(3)
  })
})

describe('createMatcher', () => {
  const registry = [
    'Oulun yliopisto',
    'Oulun kaupunki',
    'Forum Virium Helsinki Oy',
    'Etelä-Savon liitto',
  ].map((name, i) => ({ id: String(i), name }))
  test('finds, grows, and finds nothing where nothing is', () => {
    const matcher = createMatcher(registry)
    expect(matcher.match(record('University of Oulu'))).toMatchObject({ outcome: 'same', candidate: '0' })
    expect(matcher.match(record('Forum Virium Helsinki'))).toMatchObject({ outcome: 'same', candidate: '2' })
    expect(matcher.match(record('Pohjois-Savon liitto')).outcome).toBe('different')
    expect(matcher.match(record('Zorakko Oy')).outcome).toBe('different')
    matcher.add({ id: 'new', name: 'Zorakko Oy' })
    expect(matcher.match(record('ZORAKKO OY'))).toMatchObject({ outcome: 'same', candidate: 'new' })
  })
  test('an identifier finds its organisation under any name', () => {
    const identified = [{ scheme: 'fi-business-id', value: '2252888-5' }]
    const matcher = createMatcher([...registry, { id: 'tredea', name: 'Tredea Oy', identifiers: identified }])
    expect(matcher.match({ id: '', name: 'Business Tampere', identifiers: identified })).toMatchObject({
      outcome: 'same',
      candidate: 'tredea',
    })
  })
  test('two spellings of one organisation in the register do not stand in each other’s way', () => {
    const matcher = createMatcher([...registry, { id: 'again', name: 'OULUN YLIOPISTO' }])
    expect(matcher.match(record('Oulun Yliopisto')).outcome).toBe('same')
  })
  test('an affiliation is found by the name inside it', () => {
    const matcher = createMatcher(
      [
        {
          id: 'oulu',
          name: 'University of Oulu',
          aliases: ['Oulun yliopisto'],
          place: 'Oulu',
          country: 'FI',
        },
        { id: 'antwerp', name: 'University of Antwerp', place: 'Antwerp', country: 'BE' },
        {
          id: 'ghent',
          name: 'Ghent University',
          aliases: ['Universiteit Gent', 'UGent'],
          place: 'Ghent',
          country: 'BE',
        },
      ],
      { regime: 'auto' },
    )
    const of = (text: string) => matcher.match(record(text))
    const oulu = of('Department of Physics, University of Oulu, Oulu, Finland')
    expect(oulu).toMatchObject({ candidate: 'oulu', regime: 'affiliation' })
    expect(oulu.probability).toBeGreaterThan(0.95)
    const ghent = of('Department of Biomolecular Medicine, Ghent University 2 , Ghent, Belgium')
    expect(ghent).toMatchObject({ candidate: 'ghent' })
    expect(ghent.probability).toBeGreaterThan(0.8)
    expect(of('Department of Physics, University of Zawia, Libya').outcome).toBe('different')
  })
  test('the outcome follows from how likely the candidate is', () => {
    const matcher = createMatcher(
      ['University of Oulu', 'University of Turku', 'Oulun kaupunki', 'Zorakko Oy'].map((name) =>
        record(name, { country: 'FI' }),
      ),
      { regime: 'auto' },
    )
    const parts = ['University of Oulu', 'University of Turku', 'Zorakko', 'Department of Physics', 'Finland']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }), (list) => {
        const { outcome: found, probability, candidate } = matcher.match(record(list.join(', ')))
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability).toBeLessThan(1)
        expect(found).toBe(
          probability >= certainty.act ? 'same' : probability >= certainty.guess ? 'review' : 'different',
        )
        if (found !== 'different') expect(candidate).toBeDefined()
      }),
    )
  })
  test('two institutions in one text are for a person to look at', () => {
    const matcher = createMatcher([record('University of Oulu'), record('University of Turku')], {
      regime: 'auto',
    })
    const both = matcher.match(record('University of Oulu, University of Turku'))
    expect(both.outcome).not.toBe('same')
  })
  test('the name of a country is not somebody’s acronym', () => {
    const matcher = createMatcher([record('University of South Alabama', { aliases: ['USA'] })], {
      regime: 'auto',
    })
    expect(matcher.match(record('60 , New York, NY, USA')).candidate).toBeUndefined()
  })
})

describe('names that are equal but for what tells two apart', () => {
  const shared = 'Helsingin yliopisto Koulutus- ja kehittämiskeskus Palmenia'
  test.each([
    ['Palmenia Hyvinkää', 'Palmenia Kouvola'],
    [`${shared} Hyvinkää`, `${shared} Kouvola`],
    ['Keski-Suomen ELY-keskus ympäristö ja luonnonvarat', 'Itä-Suomen ELY-keskus ympäristö ja luonnonvarat'],
    ['Luvian kunta', 'Lavian kunta'],
    ['AN-LA OY', 'Le-An Oy'],
  ])('%s is not %s', (a, b) => {
    expect(outcome(a, b)).toBe('different')
    expect(outcome(b, a)).toBe('different')
  })
  test('however many words they share', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-zåäö]{7,12}$/), { minLength: 1, maxLength: 8 })
    const places = fc.uniqueArray(fc.constantFrom('Hyvinkää', 'Kouvola', 'Lahti', 'Kotka'), {
      minLength: 2,
      maxLength: 2,
    })
    fc.assert(
      fc.property(words, places, (name, [one, other]) => {
        expect(outcome(`${name.join(' ')} ${one}`, `${name.join(' ')} ${other}`)).toBe('different')
      }),
    )
  })
  test('one identifier still makes them one', () => {
    const identifiers = [{ scheme: 'fi-business-id', value: '0313471-7' }] as const
    const unit = (place: string) => record(`Palmenia ${place}`, { identifiers })
    expect(compare(unit('Hyvinkää'), unit('Kouvola')).outcome).toBe('same')
  })
  test('the whole and its unit elsewhere are asked about, after misspelt names', () => {
    const unit = compare(record(shared), record(`${shared} Kouvola`))
    const misspelt = compare(record(`${shared}`), record(`${shared.replace('Koulutus', 'Koultus')}`))
    expect(unit.outcome).toBe('review')
    expect(unit.score).toBeLessThan(misspelt.score)
  })
  test('a short name is the same however it is written', () => {
    expect(outcome('AN-LA OY', 'An La Oy')).toBe('same')
  })
})

test('frequencies make a rare word weigh more', () => {
  const frequencies = frequenciesOf(
    [...Array(500)].map((_, i) => record(`Konepaja ${String.fromCharCode(97 + (i % 26))}ukka${i}`)),
  )
  const weight = (name: string) =>
    compare(record(name), record(name), frequencies).evidence.find(({ kind }) => kind === 'word')!.weight
  expect(weight('Konepaja')).toBeLessThan(weight('Zorakko'))
})
