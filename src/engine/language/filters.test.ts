import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch } from './index.ts'

describe('filters in a search box', () => {
  it('reads Finnish, Swedish and English keywords', () => {
    expect(parseSearch('rahasto:EAKR tila:käynnissä toteuttaja:"Oulun yliopisto" >100000')).toEqual({
      text: '',
      filters: { fund: ['EAKR'], status: ['käynnissä'], lead: ['Oulun yliopisto'], min: 100000 },
      unknown: [],
    })
    expect(parseSearch('priority:1 status:open lead:"Business Tampere"').filters).toEqual({
      priority: ['1'],
      status: ['open'],
      lead: ['Business Tampere'],
    })
    expect(parseSearch('fond:ERUF år:2010 energi')).toEqual({
      text: 'energi',
      filters: { fund: ['ERUF'], year: ['2010'] },
      unknown: [],
    })
  })
  it('keeps the rest of the text', () => {
    expect(parseSearch('vihreä vety rahasto:EAKR tuotanto').text).toBe('vihreä vety tuotanto')
  })
  it('takes several values and several filters of one kind', () => {
    expect(parseSearch('rahasto:EAKR,ESR rahasto:JTF').filters.fund).toEqual(['EAKR', 'ESR', 'JTF'])
  })
  it('reads amounts as people write them', () => {
    expect(parseSearch('>1,5M€').filters.min).toBe(1_500_000)
    expect(parseSearch('<= 250k').filters.max).toBe(250_000)
    expect(parseSearch('>100.000').filters.min).toBe(100_000)
    expect(parseSearch('10000..50000').filters).toEqual({ min: 10000, max: 50000 })
    expect(parseSearch('2012..2014').filters).toEqual({ year: ['2012', '2013', '2014'] })
  })
  it('points out keywords that it does not know, and leaves them in the text', () => {
    expect(parseSearch('väri:punainen hanke')).toEqual({
      text: 'väri:punainen hanke',
      filters: {},
      unknown: ['väri:punainen'],
    })
    expect(parseSearch('EU:n tuki').unknown).toEqual([])
    expect(parseSearch('https://example.fi').unknown).toEqual([])
  })
  it('never throws, and text without filters comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const { text, filters } = parseSearch(typed)
        expect(text.length).toBeLessThanOrEqual(typed.length)
        if (Object.keys(filters).length === 0) expect(text).toBe(typed)
      }),
    )
  })
  it('preserves the words around filters in their order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefäö'), minLength: 1, maxLength: 8 })
    const filter = fc.constantFrom('rahasto:EAKR', 'lead:"A B"', '>1000', 'year:2010', '5..7')
    fc.assert(
      fc.property(fc.array(fc.oneof(word, filter), { maxLength: 12 }), (pieces) => {
        const words = pieces.filter((piece) => !/[:>.]/.test(piece))
        expect(parseSearch(pieces.join(' ')).text.split(/\s+/).filter(Boolean)).toEqual(words)
      }),
    )
  })
})
