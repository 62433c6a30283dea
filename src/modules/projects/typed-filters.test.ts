import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regions } from '../codes/index.ts'
import { facetNames } from './facets.ts'
import { typedFilters } from './typed-filters.ts'

describe('typed filters', () => {
  test('read the example of the search box', () => {
    const read = typedFilters('digi rahasto:EAKR tila:käynnissä toteuttaja:"Oulun yliopisto" >100000')
    expect(read).toMatchObject({
      text: 'digi',
      filters: { fund: ['ERDF'], status: ['running'] },
      minCents: 10_000_000n,
      understood: ['rahasto:EAKR', 'tila:käynnissä', 'toteuttaja:"Oulun yliopisto"', '>100000'],
      unread: [],
    })
    expect(read.leadName).toContain('yliopisto')
  })

  test.each([
    ['fond:ERUF status:pågår', { fund: ['ERDF'], status: ['running'] }],
    ['fund:ERDF status:running', { fund: ['ERDF'], status: ['running'] }],
    ['maakunta:Pirkanmaa kausi:2014-2020', { region: ['MK06'], period: ['2014-2020'] }],
    ['landskap:Birkaland', { region: ['MK06'] }],
    ['vuosi:2010-2012', { year: ['2010', '2011', '2012'] }],
    ['tl:2', { priority: ['2'] }],
  ])('%s means the same in every language', (typed, filters) => {
    expect(typedFilters(typed)).toMatchObject({ text: '', filters })
  })

  test('a word of an authority means all that have it', () => {
    const { filters } = typedFilters('viranomainen:ELY-keskus')
    expect(filters.authority?.length).toBeGreaterThan(5)
  })

  test('a value that names nothing is said and not narrowed by', () => {
    expect(typedFilters('rahasto:kolikko matkailu')).toMatchObject({
      text: 'matkailu',
      filters: {},
      understood: [],
      unread: ['rahasto:kolikko'],
    })
  })

  test('never throws, whatever is typed, and gives only facets that exist', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'grapheme' }),
          fc.stringMatching(/^(\w+:"?\S{0,9}"? ?|[<>]=?\d+[kM]? ?){0,5}$/),
        ),
        (typed) => {
          const read = typedFilters(typed)
          expect(Object.keys(read.filters).every((f) => (facetNames as readonly string[]).includes(f))).toBe(
            true,
          )
          for (const values of Object.values(read.filters)) expect(values.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('filters and words may stand in any order', () => {
    const pieces = fc.shuffledSubarray(
      ['rahasto:EAKR', 'tila:päättynyt', 'tl:2', 'vuosi:2011', 'maakunta:Lappi', '>5000', '<=900000'],
      { minLength: 1 },
    )
    fc.assert(
      fc.property(pieces, fc.constantFrom('', 'matkailu', 'avoin data'), fc.nat(7), (filters, words, at) => {
        const typed = [...filters.slice(0, at), words, ...filters.slice(at)].join(' ')
        const read = typedFilters(typed)
        expect(read.text).toBe(words)
        expect([...read.understood].sort()).toEqual([...filters].sort())
        const { understood: _, ...same } = typedFilters(
          [...filters].sort().join(' ') + (words && ` ${words}`),
        )
        const { understood: __, ...given } = read
        expect(given).toEqual(same)
      }),
    )
  })

  test('every region is found by its name in each language', () => {
    for (const region of regions) {
      for (const name of [region.name.fi, region.name.sv, region.name.en]) {
        if (name) expect(typedFilters(`maakunta:"${name}"`).filters.region).toContain(region.code)
      }
    }
  })

  test('amounts keep their scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        expect(typedFilters(`>${n}k`).minCents).toBe(BigInt(n) * 100_000n)
        expect(typedFilters(`<${n}M`).maxCents).toBe(BigInt(n) * 100_000_000n)
      }),
    )
  })
})
