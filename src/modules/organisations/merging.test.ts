import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalRows } from './components.ts'
import { type PairToMerge, planMerges } from './merging.ts'
import { contradictionOf, type Identifier } from './rules.ts'

const id = (value: string): Identifier => ({ scheme: 'fi-business-id', value })

describe('merging many pairs at once', () => {
  test('chains become one organisation, the first kept', () => {
    const plan = planMerges(
      [
        { id: '1', left: 'a', right: 'b' },
        { id: '2', left: 'c', right: 'd' },
        { id: '3', left: 'b', right: 'e' },
      ],
      new Map(),
    )
    expect(plan.groups).toEqual([
      { kept: 'a', merged: ['b', 'e'] },
      { kept: 'c', merged: ['d'] },
    ])
  })

  test('a chain is cut where it would join two business ids, and says which', () => {
    const plan = planMerges(
      [
        { id: '1', left: 'a', right: 'b' },
        { id: '2', left: 'b', right: 'c' },
      ],
      new Map([
        ['a', [id('0187690-1')]],
        ['c', [id('0211675-2')]],
      ]),
    )
    expect(plan.accepted.map((p) => p.id)).toEqual(['1'])
    expect(plan.refused).toEqual([
      { id: '2', contradiction: { scheme: 'fi-business-id', left: '0187690-1', right: '0211675-2' } },
    ])
  })

  const row = fc.constantFrom(...'abcdefgh')
  const registry = fc.array(
    fc.tuple(row, row).filter(([left, right]) => left !== right),
    { maxLength: 20 },
  )
  const identified = fc.dictionary(
    row,
    fc.constantFrom('1', '2').map((v) => [id(v)]),
  )

  test('every pair is accepted or refused, no group holds two ids, and the rows point where the plan says', () => {
    fc.assert(
      fc.property(registry, identified, (ends, ids) => {
        const pairs: PairToMerge[] = ends.map(([left, right], i) => ({ id: String(i), left, right }))
        const identifiers = new Map(Object.entries(ids))
        const plan = planMerges(pairs, identifiers)
        expect([...plan.accepted, ...plan.refused].map((p) => p.id).sort()).toEqual(
          pairs.map((p) => p.id).sort(),
        )
        for (const { kept, merged } of plan.groups) {
          const members = [kept, ...merged]
          for (const a of members)
            for (const b of members)
              expect(contradictionOf(identifiers.get(a) ?? [], identifiers.get(b) ?? [])).toBeUndefined()
        }
        const pointed = canonicalRows(
          [...'abcdefgh'],
          plan.accepted.map((p) => ({ kept: p.left, merged: p.right })),
        )
        for (const { kept, merged } of plan.groups) for (const m of merged) expect(pointed.get(m)).toBe(kept)
        expect(new Set(pointed.values()).size).toBe(8 - plan.groups.flatMap((g) => g.merged).length)
      }),
    )
  })
})
