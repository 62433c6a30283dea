import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseOf, cellOf, type FigureId, figureIds, leastApplications, type Milestones } from './rules.ts'

const day = fc
  .integer({ min: 0, max: 900 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const maybe = fc.option(day)
const amount = fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }))
const milestones: fc.Arbitrary<Milestones> = fc.record({
  application: fc.uuid(),
  call: fc.constantFrom('a', 'b', 'c'),
  opened: maybe,
  closed: maybe,
  sent: day,
  assessed: maybe,
  proposed: maybe,
  decided: maybe,
  notified: maybe,
  begins: maybe,
  outcome: fc.constantFrom('yes', 'no', null),
  asked: amount,
  granted: amount,
  completions: fc.nat(4),
  given: fc.nat(4),
})
const id = fc.constantFrom(...figureIds)

const one = (some: Partial<Milestones> = {}): Milestones => ({
  application: 'x',
  call: 'a',
  opened: '2026-01-01',
  closed: '2026-02-01',
  sent: '2026-01-20',
  assessed: '2026-02-20',
  proposed: '2026-03-01',
  decided: '2026-03-31',
  notified: '2026-03-31',
  begins: '2026-03-01',
  outcome: 'yes',
  asked: 200_00n,
  granted: 100_00n,
  completions: 1,
  given: 2,
  ...some,
})

describe('an application', () => {
  it.each([
    ['open', 31],
    ['assess', 19],
    ['propose', 9],
    ['decide', 30],
    ['notify', 0],
    ['wait', 70],
    // A project may begin before its decision.
    ['begin', -30],
  ] as const)('counts its days: %s', (figure, days) => {
    expect(caseOf(figure, one())).toMatchObject({ is: 'counted', days })
  })

  it('waits for what has not come, and is left out where its end came first', () => {
    expect(caseOf('decide', one({ decided: null })).is).toBe('waiting')
    expect(caseOf('propose', one({ proposed: '2026-02-01' })).is).toBe('reversed')
    expect(caseOf('propose', one({ assessed: null })).is).toBe('outside')
    expect(caseOf('begin', one({ outcome: 'no', begins: null })).is).toBe('outside')
  })

  it('has its days in the clock of Finland, also where it turns', () => {
    expect(caseOf('wait', one({ sent: '2026-03-28', decided: '2026-03-30' }))).toMatchObject({ days: 2 })
  })
})

describe('a figure', () => {
  it('is kept from others while fewer than five are counted, and from nobody who handles them', () => {
    fc.assert(
      fc.property(id, fc.array(milestones, { maxLength: 12 }), (figure, all) => {
        const counted = all.filter((m) => caseOf(figure, m).is === 'counted').length
        const outside = cellOf(figure, all, false)
        const inside = cellOf(figure, all, true)
        if (counted === 0) expect([outside.is, inside.is]).toEqual(['none', 'none'])
        else if (counted < leastApplications) expect(outside).toEqual({ is: 'few' })
        else expect(outside).toEqual(inside)
      }),
    )
  })

  it('is the same in whatever order applications come', () => {
    fc.assert(
      fc.property(id, fc.array(milestones, { maxLength: 12 }), (figure, all) => {
        // Of a call all its applications say the same.
        const same = all.map((m) => ({ ...m, opened: '2026-01-01', closed: '2026-02-01' }))
        expect(cellOf(figure, [...same].reverse(), true)).toEqual(cellOf(figure, same, true))
      }),
    )
  })

  it('adds up exactly', () => {
    fc.assert(
      fc.property(fc.array(milestones, { minLength: 1, maxLength: 12 }), (all) => {
        const cell = cellOf('money', all, true)
        const decided = all.filter((m) => m.outcome !== null && m.asked !== null)
        if (decided.length === 0) {
          expect(cell).toEqual({ is: 'none' })
          return
        }
        const sum = (amounts: (bigint | null)[]) => `${amounts.reduce<bigint>((n, a) => n + (a ?? 0n), 0n)}`
        expect(cell).toMatchObject({
          top: sum(decided.map((m) => m.asked)),
          bottom: sum(decided.map((m) => m.granted)),
        })
      }),
    )
  })

  it('counts a call once, however many applied', () => {
    const all = [...Array.from({ length: 9 }, () => one()), one({ call: 'b', closed: '2026-01-11' })]
    expect(cellOf('open', all, false)).toEqual({
      is: 'days',
      first: 15.25,
      median: 20.5,
      third: 25.75,
      counted: 2,
      waiting: 0,
      reversed: 0,
    })
  })

  it.each<[FigureId, string, string]>([
    ['completions', '6', '6'],
    ['assessments', '10', '5'],
    ['demand', '6', '4'],
    ['granted', '4', '6'],
    ['money', '120000', '40000'],
  ])('divides what its definition says: %s', (figure, top, bottom) => {
    const all = [
      ...Array.from({ length: 4 }, () => one()),
      one({ outcome: 'no', granted: 0n }),
      one({ outcome: 'no', granted: null, assessed: null }),
    ]
    expect(cellOf(figure, all, false)).toMatchObject({ top, bottom })
  })
})
