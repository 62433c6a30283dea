import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Commitment, checkCommitments } from './commitments.ts'

const cents = fc.bigInt({ min: 0n, max: 10n ** 13n })
const source = fc.constantFrom('municipal', 'other-public', 'private')
const commitment = fc.record({
  financier: fc.constantFrom('Kaupunki', ' Kaupunki ', 'Säätiö', 'Yritys Oy'),
  source,
  cents,
})
const sumOf = (list: readonly Commitment[], of: string) =>
  list.filter((c) => c.source === of).reduce((sum, c) => sum + c.cents, 0n)

it('tells of exactly those sources that differ, with both figures, each financier once', () => {
  fc.assert(
    fc.property(
      fc.dictionary(source, cents),
      fc.array(commitment, { maxLength: 12 }),
      (planned, commitments) => {
        const plan = new Map(Object.entries(planned))
        const told = checkCommitments(plan, commitments)
        for (const of of ['municipal', 'other-public', 'private']) {
          const one = told.find((d) => d.source === of)
          const [sum, should] = [sumOf(commitments, of), plan.get(of) ?? 0n]
          expect(one !== undefined).toBe(sum !== should)
          if (!one) continue
          expect([one.committed, one.planned]).toEqual([sum, should])
          expect(one.financiers.reduce((all, f) => all + f.cents, 0n)).toBe(sum)
          expect(new Set(one.financiers.map((f) => f.name)).size).toBe(one.financiers.length)
        }
      },
    ),
  )
})

it('is silent when each source is met, and not when a cent moves', () => {
  fc.assert(
    fc.property(fc.array(commitment, { minLength: 1, maxLength: 12 }), fc.nat(11), (commitments, at) => {
      const plan = new Map(
        ['municipal', 'other-public', 'private'].map((of) => [of, sumOf(commitments, of)] as const),
      )
      expect(checkCommitments(plan, commitments)).toEqual([])
      const moved = commitments.map((c, i) =>
        i === at % commitments.length ? { ...c, cents: c.cents + 1n } : c,
      )
      expect(checkCommitments(plan, moved)).toHaveLength(1)
    }),
  )
})
