import { describe, expect, it } from 'vitest'
import { typedCalls } from './typed-filters.ts'

describe('what is typed into the search of calls', () => {
  it('narrows by fund, state, programme, objective and ecosystem, in three languages', () => {
    expect(typedCalls('rahasto:EAKR tila:avoinna kokeilut')).toMatchObject({
      text: 'kokeilut',
      filters: { fund: ['ERDF'], state: ['open'] },
      unread: [],
    })
    expect(typedCalls('fond:ERUF läge:kommande').filters).toEqual({ fund: ['ERDF'], state: ['coming'] })
    expect(typedCalls('status:past ecosystem:HEV').filters).toEqual({ state: ['past'], ecosystem: ['hev'] })
    expect(typedCalls('ohjelma:"uudistuva ja osaava"').filters.programme).toHaveLength(1)
    expect(typedCalls('tl:1.1').filters.objective).toHaveLength(1)
  })

  it('says what names nothing known, and leaves it out', () => {
    expect(typedCalls('rahasto:Kuukausiraha haku')).toEqual({
      text: 'haku',
      filters: {},
      unread: ['Kuukausiraha'],
    })
  })
})
