import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isValidBusinessId } from '../../../engine/matching/index.ts'
import { namesWithIdentifiers } from './identifiers.ts'

const id = (value: string) => ({ scheme: 'fi-business-id', value })

describe('business ids behind names', () => {
  test.each([
    ['Esimerkki Oy (2617489-3)', [{ name: 'Esimerkki Oy', identifier: id('2617489-3') }]],
    ['Esimerkki Oy, 2617489-3', [{ name: 'Esimerkki Oy', identifier: id('2617489-3') }]],
    ['Esimerkki Oy (FI26174893)', [{ name: 'Esimerkki Oy', identifier: id('2617489-3') }]],
    ['Esimerkki Oy, Y-tunnus: 2617489-3', [{ name: 'Esimerkki Oy', identifier: id('2617489-3') }]],
    ['Exempel Ab [FO-nummer 2617489-3]', [{ name: 'Exempel Ab', identifier: id('2617489-3') }]],
    ['Esimerkki Oy (2617489-3), Oulu', [{ name: 'Esimerkki Oy, Oulu', identifier: id('2617489-3') }]],
    [
      'Esimerkki Oy (2617489-3), Tampereen kaupunki, 0211675-2; Oulun yliopisto',
      [
        { name: 'Esimerkki Oy', identifier: id('2617489-3') },
        { name: 'Tampereen kaupunki', identifier: id('0211675-2') },
        { name: 'Oulun yliopisto' },
      ],
    ],
    ['Esimerkki Oy (2617489-4)', [{ name: 'Esimerkki Oy (2617489-4)' }]],
    ['Hanke 2014-2020 Oy', [{ name: 'Hanke 2014-2020 Oy' }]],
    ['(2617489-3)', [{ name: '(2617489-3)' }]],
    ['Vanha Oy (ent. Uusi Oy)', [{ name: 'Vanha Oy (ent. Uusi Oy)' }]],
  ])('%s', (text, expected) => {
    expect(namesWithIdentifiers(text)).toEqual(expected)
  })

  test('a number whose check digit is wrong is part of the name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        const digits = String(n).padStart(8, '0')
        const number = `${digits.slice(0, 7)}-${digits[7]}`
        const [found] = namesWithIdentifiers(`Esimerkki Oy (${number})`)
        expect(found).toEqual(
          isValidBusinessId(number)
            ? { name: 'Esimerkki Oy', identifier: id(number) }
            : { name: `Esimerkki Oy (${number})` },
        )
      }),
    )
  })
})
