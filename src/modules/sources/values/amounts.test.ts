import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centsOf, decimalOf } from '../../../kernel/money.ts'
import { decimalSignOf, looksLikeAmount, parseAmount, parsePercent } from './amounts.ts'

const value = (cell: string | number, sign?: ',' | '.') => {
  const amount = parseAmount(cell, sign)
  return typeof amount === 'string' ? amount : amount.value
}

describe('one amount', () => {
  test.each([
    ['1 234,50', '1234.50'],
    ['1\u00a0234,50 €', '1234.50'],
    ['1\u202f234', '1234'],
    ['1.234.567,8', '1234567.80'],
    ['1,234,567.89', '1234567.89'],
    ["1'234.50", '1234.50'],
    ['-876', '-876'],
    ['−876', '-876'],
    ['(876)', '-876'],
    ['876-', '-876'],
    ['500,-', '500'],
    ['kr 1200', '1200'],
    ['£1,500,000', '1500000'],
    ['0', '0'],
    ['-0', '0'],
    ['007', '7'],
    ['0,125', '0.13'],
    ['32467,02', '32467.02'],
  ])('%s is %s', (cell, wanted) => {
    expect(value(cell)).toBe(wanted)
  })

  test.each([
    '',
    'n/a',
    'V izvajanju',
    '15.10.2014',
    '1.2.3',
    '12,34,5',
    '1 000 SEK EUR',
    '10 %',
    '(5',
    'tuhat',
  ])('%s is no amount', (cell) => {
    expect(value(cell)).toBe('not-a-number')
  })

  test('1.234 is doubtful alone and clear in its column', () => {
    expect(value('1.234')).toBe('ambiguous-number')
    expect(value('1.234', ',')).toBe('1234')
    expect(value('1.234', '.')).toBe('1.23')
    expect(parseAmount('1.235', '.')).toEqual({ value: '1.24', rounded: true })
  })

  test('a currency in the cell is told', () => {
    expect(parseAmount('1000 SEK')).toEqual({ value: '1000', currency: 'SEK' })
    expect(parseAmount('€ 12,50')).toEqual({ value: '12.50', currency: 'EUR' })
    expect(parseAmount('12 kr')).toEqual({ value: '12' })
  })

  test('a scale multiplies exactly', () => {
    expect(parseAmount('1,5', ',', 1_000_000)).toEqual({ value: '1500000' })
    expect(parseAmount(0.1, undefined, 1000)).toEqual({ value: '100' })
  })

  test('what no project costs is refused', () => {
    expect(value('99999999999999999999')).toBe('number-too-large')
    expect(value(1e30)).toBe('number-too-large')
    expect(value(Number.NaN)).toBe('not-a-number')
  })

  test('every amount of cents, in every spelling of Europe, comes back exactly', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
    const style = fc.constantFrom(
      { group: ' ', sign: ',' as const },
      { group: '\u00a0', sign: ',' as const },
      { group: '.', sign: ',' as const },
      { group: ',', sign: '.' as const },
      { group: '', sign: '.' as const },
    )
    fc.assert(
      fc.property(cents, style, (n, { group, sign }) => {
        const [whole, fraction] = decimalOf(n).split('.')
        const written = `${whole!.replace(/\B(?=(\d{3})+$)/g, group)}${sign}${fraction}`
        expect(centsOf(value(written, sign))).toBe(n)
      }),
    )
  })

  test('no text makes it throw, and what it reads is exact money', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(undefined, ',' as const, '.' as const), (text, sign) => {
        const amount = parseAmount(text, sign)
        if (typeof amount === 'object') expect(() => centsOf(amount.value)).not.toThrow()
        if (typeof amount === 'object') expect(looksLikeAmount(text)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a column', () => {
  test.each([
    [['1.234', '5,5'], ','],
    [['1,234', '5.5'], '.'],
    [['1,234,567', '12,500'], '.'],
    [['1.234', '5.678'], 'ambiguous'],
    [['1,5', '1.5'], 'mixed'],
    [['100', '2000', 'n/a'], undefined],
    [['48%', '50,38%'], ','],
  ])('%j has the decimal sign %s', (cells, sign) => {
    expect(decimalSignOf(cells)).toBe(sign)
  })
})

test.each([
  ['48%', '48'],
  ['50,38 %', '50.38'],
  ['100%', '100'],
  ['0.5', '0.5'],
  ['150%', undefined],
  ['50% more developed', undefined],
])('%s as a percentage is %s', (cell, wanted) => {
  expect(parsePercent(cell)).toBe(wanted)
})
