import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Derived, derivedOf } from './index.ts'

const ratio = (times = 1): Derived => ({ is: 'ratio', times })
const change: Derived = { is: 'change' }

describe('a derived variable', () => {
  it.each([
    // R&D of Kanta-Häme in 2024 for each thousand of GDP in 2021; Finland's whole R&D in percent of GDP.
    [ratio(1000), '74', '6532.45', '11.328062212493'],
    [ratio(100), '8439.3', '268411', '3.144170693451'],
    [ratio(), '1', '-3', '-0.333333333333'],
    [ratio(), '-2', '-4', '0.5'],
    [ratio(), '0', '7', '0'],
    [change, '6532.45', '3414.91', '91.292010623999'],
    [change, '90', '100', '-10'],
    [change, '100', '100', '0'],
  ])('is exact: %j of %s and %s', (derived, value, other, wanted) => {
    expect(derivedOf(derived, value, other)).toBe(wanted)
  })

  it('is missing where one of the two is, and never divided by nought', () => {
    expect(derivedOf(ratio(), null, '1')).toBeNull()
    expect(derivedOf(ratio(), '1', null)).toBeNull()
    expect(derivedOf(ratio(), '1', '0.00')).toBeNull()
    expect(derivedOf(change, '1', '-5')).toBeNull()
  })

  it('is what numbers would make of it, to their precision', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(5))
      .map(([n, places]) => (n / 10 ** places).toFixed(places))
    fc.assert(
      fc.property(decimal, decimal, fc.constantFrom(1, 100, 1000, 1_000_000), (a, b, times) => {
        const found = derivedOf(ratio(times), a, b)
        if (Number(b) === 0) expect(found).toBeNull()
        else {
          const wanted = (Number(a) / Number(b)) * times
          expect(Math.abs(Number(found) - wanted)).toBeLessThanOrEqual(1e-12 + Math.abs(wanted) * 1e-12)
        }
      }),
    )
  })
})
