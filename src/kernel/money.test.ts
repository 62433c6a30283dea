import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centsOf, decimalOf, formatAmount, formatMillions } from './money.ts'

const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]/g, ' ').replace('\u2212', '-')

describe('money', () => {
  it('comes back to the cent, however large', () => {
    fc.assert(
      fc.property(cents, (c) => {
        expect(centsOf(decimalOf(c))).toBe(c)
      }),
    )
  })

  it('takes no text that is not an exact decimal of at most two digits', () => {
    for (const text of ['', '1,5', '1.234', '1e3', 'NaN', '0x10', ' 1', '1.', '--1']) {
      expect(() => centsOf(text)).toThrow(RangeError)
    }
    expect(centsOf('1083065.2')).toBe(108_306_520n)
    expect(centsOf('12.5000')).toBe(1_250n)
  })

  it('is written as people write it, exactly also above what a floating-point number holds', () => {
    expect(plain(formatAmount(298_595_160_400n, 'fi'))).toBe('2 985 951 604')
    expect(plain(formatAmount(123_450n, 'sv'))).toBe('1 234,50')
    expect(plain(formatAmount(123_450n, 'en'))).toBe('1,234.50')
    expect(plain(formatAmount(9_007_199_254_740_993_01n, 'fi'))).toBe('9 007 199 254 740 993,01')
  })

  it('rounds millions to the nearest, half away from zero', () => {
    expect(plain(formatMillions(298_595_160_400n, 'fi'))).toBe('2 986,0')
    expect(plain(formatMillions(5_000_000n, 'en'))).toBe('0.1')
    expect(plain(formatMillions(-5_000_000n, 'en'))).toBe('-0.1')
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (c) => {
        const shown = Number(plain(formatMillions(c, 'en')).replaceAll(',', ''))
        expect(Math.abs(shown - Number(c) / 1e8)).toBeLessThanOrEqual(0.0500001)
      }),
    )
  })
})
