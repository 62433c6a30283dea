import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isValidBusinessId, parseIdentifier, recogniseScheme } from './identifiers.ts'

const businessIds = [
  '0187690-1',
  '2170029-2',
  '2252888-5',
  '2322323-1',
  '0101263-6',
  '0211675-2',
  '0204819-8',
  '0155668-4',
  '0245895-5',
  '0124610-9',
  '0828308-4',
  '0201256-6',
]

describe('business ids', () => {
  test.each(businessIds)('%s is valid', (id) => {
    expect(isValidBusinessId(id)).toBe(true)
    expect(parseIdentifier('vat', `FI${id.replace('-', '')}`)).toEqual({
      scheme: 'fi-business-id',
      value: id,
    })
  })
  test('any other check digit is wrong', () => {
    fc.assert(
      fc.property(fc.constantFrom(...businessIds), fc.integer({ min: 1, max: 9 }), (id, add) => {
        expect(isValidBusinessId(id.slice(0, 8) + ((Number(id[8]) + add) % 10))).toBe(false)
      }),
    )
  })
  test('blanks, missing zeros and letters in front are forgiven when parsing', () => {
    expect(parseIdentifier('fi-business-id', ' FI 01876901 ')?.value).toBe('0187690-1')
    expect(parseIdentifier('y-tunnus', '187690-1')?.value).toBe('0187690-1')
  })
})

test.each([
  ['se-organisation-number', '202100-2932', '202100-2932'],
  ['se-organisation-number', '2021002932', '202100-2932'],
  ['se-organisation-number', '202100-2933', undefined],
  ['dk-cvr', '31119103', '31119103'],
  ['dk-cvr', 'DK-29979812', '29979812'],
  ['dk-cvr', '31119104', undefined],
  ['no-organisation-number', '974 760 673', '974760673'],
  ['ee-registry-code', '74001073', '74001073'],
  ['pl-nip', '525-000-58-34', '5250005834'],
  ['pl-nip', '525-000-58-35', undefined],
  ['hr-oib', '36612267447', '36612267447'],
  ['hr-oib', '36612267448', undefined],
  ['ror', 'https://ror.org/00d7xrm67', '00d7xrm67'],
  ['ror', 'https://ror.org/nothing', undefined],
  ['isni', '0000 0001 2103 2683', '0000000121032683'],
  ['isni', '0000 0001 2103 2684', undefined],
  ['pic', '999903355', '999903355'],
  ['vat', 'DE 123456789', 'DE123456789'],
  ['vat', 'XX123', undefined],
  ['anything', '  a 1 ', 'A 1'],
])('%s %s', (scheme, text, value) => {
  expect(parseIdentifier(scheme, text)?.value).toBe(value)
})

test('a column’s scheme is recognised from its values', () => {
  expect(recogniseScheme(businessIds)).toBe('fi-business-id')
  expect(recogniseScheme(['29979812', '31119103', '29189439'])).toBe('dk-cvr')
  expect(recogniseScheme(['https://ror.org/00d7xrm67'])).toBe('ror')
  expect(recogniseScheme(['x', 'y'])).toBeUndefined()
  expect(recogniseScheme(['', ' '])).toBeUndefined()
})
