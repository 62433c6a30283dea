import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quartilesOf } from './index.ts'

it('has none of nothing, and the one of one', () => {
  expect(quartilesOf([])).toBeUndefined()
  expect(quartilesOf([7])).toEqual({ first: 7, median: 7, third: 7 })
})

it('takes a value between two in proportion, as spreadsheets do', () => {
  // QUARTILE.INC of 1, 2, 4, 8: 1.75, 3 and 5.
  expect(quartilesOf([8, 1, 4, 2])).toEqual({ first: 1.75, median: 3, third: 5 })
  expect(quartilesOf([1, 2, 3, 4, 5])).toEqual({ first: 2, median: 3, third: 4 })
})

it('leaves at least a quarter on each side, in whatever order the values come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -400, max: 4000 }), { minLength: 1, maxLength: 60 }), (days) => {
      const found = quartilesOf(days)!
      expect(quartilesOf([...days].reverse())).toEqual(found)
      const share = (is: (day: number) => boolean) => days.filter(is).length / days.length
      expect(share((d) => d <= found.first)).toBeGreaterThanOrEqual(0.25)
      expect(share((d) => d >= found.third)).toBeGreaterThanOrEqual(0.25)
      expect(share((d) => d <= found.median)).toBeGreaterThanOrEqual(0.5)
      expect(share((d) => d >= found.median)).toBeGreaterThanOrEqual(0.5)
      expect(found.first).toBeLessThanOrEqual(found.median)
      expect(found.median).toBeLessThanOrEqual(found.third)
    }),
  )
})
