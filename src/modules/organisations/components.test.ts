import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalRows } from './components.ts'

const rows = ['a', 'b', 'c', 'd', 'e', 'f']
const joins = fc.array(fc.record({ kept: fc.constantFrom(...rows), merged: fc.constantFrom(...rows) }), {
  maxLength: 8,
})

it('gives every row of a group the same canonical row, which is one of the group', () => {
  fc.assert(
    fc.property(joins, (list) => {
      const canonical = canonicalRows(rows, list)
      for (const { kept, merged } of list) expect(canonical.get(kept)).toBe(canonical.get(merged))
      for (const row of rows) expect(canonical.get(canonical.get(row)!)).toBe(canonical.get(row))
    }),
  )
})

it('joins nothing that no joining connects', () => {
  fc.assert(
    fc.property(joins, (list) => {
      const canonical = canonicalRows(rows, list)
      const groups = new Set(canonical.values()).size
      const seen = new Map(rows.map((r) => [r, new Set([r])]))
      for (let i = 0; i < rows.length; i++) {
        for (const { kept, merged } of list) {
          const both = new Set([...seen.get(kept)!, ...seen.get(merged)!])
          for (const r of both) seen.set(r, both)
        }
      }
      expect(groups).toBe(new Set([...seen.values()].map((s) => [...s].sort().join())).size)
    }),
  )
})

it('is as before when a joining is made and taken back', () => {
  fc.assert(
    fc.property(
      joins,
      fc.record({ kept: fc.constantFrom(...rows), merged: fc.constantFrom(...rows) }),
      (list, one) => {
        const before = canonicalRows(rows, list)
        canonicalRows(rows, [...list, one])
        expect(canonicalRows(rows, list)).toEqual(before)
      },
    ),
  )
})

it('keeps the row that was kept', () => {
  expect(
    canonicalRows(
      ['a', 'b', 'c'],
      [
        { kept: 'a', merged: 'b' },
        { kept: 'b', merged: 'c' },
      ],
    ).get('c'),
  ).toBe('a')
})
