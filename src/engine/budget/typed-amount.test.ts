import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalFromCents, readAmount, readAmounts, readPercent } from './index.ts'

describe('an amount that somebody types', () => {
  test.each<[string, bigint]>([
    ['1 234,50', 123_450n],
    ['1234.50', 123_450n],
    ['1.234,50', 123_450n],
    ['1,234.50', 123_450n],
    ["1'234.50", 123_450n],
    ['1\u00a0234\u202f567,5', 123_456_750n],
    ['1 234 €', 123_400n],
    ['€ 1 234', 123_400n],
    ['1234 euroa', 123_400n],
    ['EUR 12', 1200n],
    ['  0  ', 0n],
    ['007', 700n],
    [',5', 50n],
    ['0,05', 5n],
    ['1.234.567', 123_456_700n],
    ['1.234.567,8', 123_456_780n],
    ['1 234,-', 123_400n],
    ['100 000 000 000', 10_000_000_000_000n],
    ['-0', 0n],
  ])('%j is %s cents', (typed, cents) => {
    expect(readAmount(typed)).toEqual({ ok: true, cents })
  })

  test.each(['-5', '−5', '– 5', '€ -5', '-5 €', '−€5'])('%j is below nothing', (typed) => {
    expect(readAmount(typed)).toEqual({ ok: false, fault: 'negative' })
    expect(readAmount(typed, { negative: true })).toEqual({ ok: true, cents: -500n })
  })

  test.each<[string, string]>([
    ['', 'empty'],
    [' \u00a0', 'empty'],
    ['kymmenen', 'not-a-number'],
    ['€', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['12-34', 'not-a-number'],
    ['10²', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['1'.repeat(61), 'not-a-number'],
    ['1,2345', 'too-many-decimals'],
    ['0,125', 'too-many-decimals'],
    ['1234.567', 'too-many-decimals'],
    ['1 234,567', 'too-many-decimals'],
    ['1.234,567', 'too-many-decimals'],
    ['12 34', 'odd-groups'],
    ['1 2345', 'odd-groups'],
    ['1.23.45', 'odd-groups'],
    ['1.234 567', 'odd-groups'],
    ['1 234.567,00', 'odd-groups'],
    ['1,234,56', 'odd-groups'],
    ['12,', 'unfinished'],
    ['1 234.', 'unfinished'],
    ['100 kr', 'other-currency'],
    ['$5', 'other-currency'],
    ['SEK 5', 'other-currency'],
    ['100 000 000 000,01', 'too-large'],
  ])('%j is refused: %s', (typed, fault) => {
    expect(readAmount(typed)).toMatchObject({ ok: false, fault })
  })

  test.each(['1.234', '1,234', '999.000 €'])(
    '%j is doubtful, and asked about with what it may be',
    (typed) => {
      expect(readAmount(typed)).toEqual({
        ok: false,
        fault: 'ambiguous',
        asThousands: BigInt(typed.replace(/\D/g, '')) * 100n,
      })
    },
  )

  test('is read exactly in every way of writing, however large', () => {
    const cents = fc.bigInt(0n, 10n ** 13n)
    const spaces = fc.constantFrom('', ' ', '\u00a0', '\u202f', "'", '’')
    fc.assert(
      fc.property(cents, spaces, fc.constantFrom(',', '.'), (amount, space, sign) => {
        const [units, decimals] = decimalFromCents(amount).split('.') as [string, string]
        const typed = `${units.replace(/\B(?=(\d{3})+$)/g, space)}${sign}${decimals}`
        expect(readAmount(typed)).toEqual({ ok: true, cents: amount })
      }),
    )
  })

  test('never throws, and never reads more digits or fewer than were typed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123459 .,-−€e\u00a0kr'), maxLength: 20 })
    fc.assert(
      fc.property(text, (typed) => {
        const read = readAmount(typed, { negative: true })
        if (!read.ok) return
        const digits = typed.replace(/\D/g, '').replace(/^0+/, '')
        const abs = String(read.cents < 0n ? -read.cents : read.cents)
        expect(abs === '0' ? '' : abs.slice(0, digits.length)).toBe(digits.replace(/^0*$/, ''))
      }),
      { numRuns: 2000 },
    )
  })
})

test('a table counts an empty cell and one that cannot be read as nothing, and tells of the second', () => {
  const cells: Record<string, string[]> = { salaries: ['1 000', ''], travel: ['1.234', 'x'] }
  const { amounts, faults } = readAmounts(['salaries', 'travel'], 2, (row, column) => cells[row]![column]!)
  expect(amounts).toEqual(
    new Map([
      ['salaries', [100_000n, 0n]],
      ['travel', [0n, 0n]],
    ]),
  )
  expect(faults).toEqual([
    { row: 'travel', column: 0, typed: '1.234', fault: 'ambiguous', asThousands: 123_400n },
    { row: 'travel', column: 1, typed: 'x', fault: 'not-a-number' },
  ])
})

test('a percentage is read as exact text, of a hundred at most', () => {
  expect(['60 %', '37,5', '1.50', '100', '0', '26,44%'].map(readPercent)).toEqual([
    '60',
    '37.5',
    '1.5',
    '100',
    '0',
    '26.44',
  ])
  expect(['', '-1', '100,1', '101', '1.2.3', 'kuusi', '1,1234567'].map(readPercent)).toEqual(
    new Array(7).fill(undefined),
  )
})
