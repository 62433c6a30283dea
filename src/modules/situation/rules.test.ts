import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Content, Figure } from './content.ts'
import {
  changeOf,
  differences,
  idsInOrder,
  sliceOf,
  standardKey,
  tilesChosen,
  tilesOffered,
  usualTiles,
} from './rules.ts'

const figure = (value: string | null): Figure => ({
  label: { fi: 'Luku' },
  unit: 'count',
  decimals: 0,
  method: 'm',
  sources: [],
  origin: null,
  value,
})
const content = (values: Record<string, string | null>): Content => ({
  figures: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, figure(value)])),
  series: {},
  methods: {},
  sources: {},
  tiles: [{ id: 'a', kind: 'projects', title: {}, figures: Object.keys(values).slice(0, 1) }],
})
const values = fc.dictionary(fc.stringMatching(/^[a-d]$/), fc.option(fc.stringMatching(/^[0-3]$/)))
const none = { fi: '', sv: '', en: '' }

describe('what has changed', () => {
  it('is nothing of equal pictures, and the same both ways round', () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        expect(differences(content(before), content(before))).toEqual([])
        const there = differences(content(before), content(after))
        const back = differences(content(after), content(before))
        const turned = back.map((d) => ({ ...d, before: d.after, after: d.before }))
        const sorted = (all: typeof there) => all.toSorted((a, b) => (a.figure < b.figure ? -1 : 1))
        expect(sorted(there)).toEqual(sorted(turned))
      }),
    )
  })

  it('takes a missing figure for none, and tells it from zero', () => {
    expect(differences(content({ a: null }), content({}))).toEqual([])
    expect(differences(content({ a: null }), content({ a: '0' }))).toEqual([
      { figure: 'a', before: null, after: '0' },
    ])
  })

  it('is exact however many digits there are', () => {
    const decimal = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 4 }))
    const text = ([units, scale]: [bigint, number]) => {
      const digits = `${units < 0n ? -units : units}`.padStart(scale + 1, '0')
      const cut = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
      return units < 0n ? `-${cut}` : cut
    }
    const scaled = ([units, scale]: [bigint, number]) => units * 10n ** BigInt(4 - scale)
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(
          changeOf(text(a), text(b))!,
        )!
        expect(BigInt(`${sign}${whole}${part.padEnd(4, '0')}`)).toBe(scaled(b) - scaled(a))
      }),
    )
    expect(changeOf('12', 'ei tietoa')).toBeUndefined()
  })

  it('names every figure once, those of the tiles first', () => {
    expect(idsInOrder({ ...content({ b: '1', a: '2' }) })).toEqual(['b', 'a'])
  })
})

describe('a composition', () => {
  it('offers each tile once, the chosen ones first and in their order', () => {
    for (const scope of ['nation', 'region', 'ecosystem'] as const) {
      const offered = tilesOffered({ scope, tiles: null }).map(({ id }) => id)
      expect(new Set(offered).size).toBe(offered.length)
      expect(offered.slice(0, usualTiles[scope].length)).toEqual(usualTiles[scope].map(({ id }) => id))
    }
  })

  const picture = { scope: 'ecosystem', tiles: null } as const
  const choose = (said: object) =>
    tilesChosen(picture, { tiles: [], apart: [], note: none, statistics: [], ...said })

  it('is the tiles asked for in the order asked for, without those that are not offered', () => {
    expect(choose({ tiles: ['network', 'decisions', 'network', 'agreements'], apart: ['network'] })).toEqual({
      tiles: [
        { id: 'network', kind: 'network', apart: true },
        { id: 'decisions', kind: 'decisions' },
      ],
    })
  })

  it('has the word of the office first, and asks for it in Finnish', () => {
    expect(choose({ tiles: ['calls'], note: { ...none, fi: 'Katso tätä' } })).toMatchObject({
      tiles: [{ kind: 'note', words: { fi: 'Katso tätä' } }, { id: 'calls' }],
    })
    expect(choose({ tiles: ['calls'], note: { ...none, sv: 'Se här' } })).toEqual({
      fault: 'fewLanguages',
      field: 'note.fi',
    })
  })

  it('is refused empty, and with an address that is none of statistics', () => {
    expect(choose({})).toEqual({ fault: 'noTiles', field: 'tiles' })
    expect(choose({ tiles: ['calls'], statistics: ['https://example.org/'] })).toEqual({
      fault: 'strangeAddress',
      field: 'statistics',
    })
  })

  it('reads the slice of a dataset from its address in any language of any site', () => {
    const id = '019ae8cd-e900-76e3-bddf-66c27ea16142'
    const wanted = sliceOf(`/statistics/${id}?d.Sektori=SSS&d.Tiedot=tk_menot`)
    expect(wanted).toMatchObject({
      kind: 'statistic',
      dataset: id,
      codes: { Sektori: 'SSS', Tiedot: 'tk_menot' },
    })
    expect(
      sliceOf(`https://talkoot.example/sv/statistics/${id}?rows=Alue&d.Tiedot=tk_menot&d.Sektori=SSS#x`),
    ).toEqual(wanted)
    expect(sliceOf(`/statistics/${id}?d.Tiedot=tk_htv`)?.id).not.toBe(wanted?.id)
  })

  it('gives each place an address of its own', () => {
    expect([
      standardKey('nation', ''),
      standardKey('region', 'MK06'),
      standardKey('ecosystem', 'hev'),
    ]).toEqual(['nation', 'region-mk06', 'ecosystem-hev'])
  })
})
