import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Control,
  checkDeMinimis,
  countsUntil,
  type DeMinimisRule,
  type GrantedAid,
  undertakingsOf,
} from './index.ts'

const rule: DeMinimisRule = {
  code: 'EU-2023-2831',
  name: { fi: 'x', sv: 'x', en: 'x' },
  ceiling: '300000.00',
  years: 3,
  source: 'test',
  verified: true,
}
const euros = (amount: number) => BigInt(Math.round(amount * 100))
const aid = (day: string, amount: number, organisation = 'a'): GrantedAid => ({
  organisation,
  day,
  cents: euros(amount),
})
const ask = (day: string, amount: number, aids: GrantedAid[], controls: Control[] = []) =>
  checkDeMinimis({ rule, day, asked: [{ organisation: 'a', cents: euros(amount) }], aids, controls })[0]!

describe('an aid stops counting', () => {
  test.each([
    ['2024-03-01', '2027-03-01'],
    ['2024-02-28', '2027-02-28'],
    ['2024-02-29', '2027-03-01'],
    ['2025-02-28', '2028-02-28'],
    ['2025-03-01', '2028-03-01'],
    ['2023-12-31', '2026-12-31'],
  ])('granted on %s: from %s on', (granted, from) => {
    expect(countsUntil({ day: granted }, rule)).toBe(from)
    const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
    expect(ask(before, 0, [aid(granted, 1)]).room).toBe(euros(299_999))
    expect(ask(from, 0, [aid(granted, 1)]).room).toBe(euros(300_000))
  })
  test('29 February counts again after as many years as bring one', () => {
    expect(countsUntil({ day: '2024-02-29' }, { years: 4 })).toBe('2028-02-29')
    expect(countsUntil({ day: '2096-02-29' }, { years: 4 })).toBe('2100-03-01')
  })
})

describe('room for de minimis aid', () => {
  const aids = [aid('2024-03-01', 200_000), aid('2025-06-30', 100_000), aid('2021-01-01', 50_000)]
  test('is what the aid of the last three years leaves, and grows when one of them is three years old', () => {
    expect(ask('2027-02-28', 150_000, aids)).toMatchObject({
      countedCents: euros(300_000),
      room: 0n,
      over: euros(150_000),
      fits: false,
      freeFrom: '2027-03-01',
      counted: [aid('2024-03-01', 200_000), aid('2025-06-30', 100_000)],
    })
    expect(ask('2027-03-01', 150_000, aids)).toMatchObject({
      room: euros(200_000),
      fits: true,
      freeFrom: '2027-03-01',
    })
    expect(ask('2027-03-01', 200_000.01, aids)).toMatchObject({
      over: 1n,
      fits: false,
      freeFrom: '2028-06-30',
    })
  })
  test('never comes for more than the ceiling', () => {
    expect(ask('2027-01-01', 300_000, []).freeFrom).toBe('2027-01-01')
    expect(ask('2027-01-01', 300_000.01, [])).toMatchObject({ fits: false, over: 1n })
    expect(ask('2027-01-01', 300_000.01, [])).not.toHaveProperty('freeFrom')
  })
  test('is taken by aid already granted for a later day: any three years', () => {
    const later = [aid('2026-05-01', 250_000)]
    expect(ask('2026-01-15', 100_000, later)).toMatchObject({
      room: euros(50_000),
      countedOn: '2026-05-01',
      freeFrom: '2029-05-01',
    })
    expect(ask('2023-05-01', 100_000, later).fits).toBe(true)
    expect(ask('2023-05-02', 100_000, later).fits).toBe(false)
  })
  test('is one for all who are one undertaking, and partners of one share it', () => {
    const controls: Control[] = [
      ['b', 'mother'],
      ['mother', 'a'],
    ]
    expect(ask('2026-01-01', 1, [aid('2025-01-01', 300_000, 'b')], controls)).toMatchObject({ fits: false })
    const answers = checkDeMinimis({
      rule,
      day: '2026-01-01',
      asked: ['a', 'c', 'b'].map((organisation) => ({ organisation, cents: euros(200_000) })),
      aids: [],
      controls,
    })
    expect(answers.map((a) => [a.askers, a.members, a.fits])).toEqual([
      [['a', 'b'], ['a', 'b', 'mother'], false],
      [['c'], ['c'], true],
    ])
  })
  test('refuses what cannot be: a day that is none, aid below nothing', () => {
    expect(() => ask('2027-02-29', 1, [])).toThrow(RangeError)
    expect(() => ask('2027-02-28', 1, [aid('2027-02-30', 1)])).toThrow(RangeError)
    expect(() => ask('2027-02-28', 1, [aid('2027-02-27', -1)])).toThrow(RangeError)
  })
})

describe('room, whatever the history', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10))
  const history = fc.array(
    fc.tuple(day, fc.nat(200_000)).map(([d, amount]) => aid(d, amount)),
    { maxLength: 10 },
  )
  test('only shrinks by another aid, and by another tie', () => {
    fc.assert(
      fc.property(history, day, day, fc.nat(300_000), (aids, on, another, amount) => {
        const before = ask(on, 0, aids).room
        expect(ask(on, 0, [...aids, aid(another, amount)]).room).toBeLessThanOrEqual(before)
        const tied = [...aids, aid(another, amount, 'b')]
        expect(ask(on, 0, tied).room).toBe(before)
        expect(ask(on, 0, tied, [['b', 'a']]).room).toBeLessThanOrEqual(before)
      }),
    )
  })
  test('only grows with time once all aid is granted', () => {
    fc.assert(
      fc.property(history, day, day, (aids, one, other) => {
        const known = aids.filter((a) => a.day <= [one, other].sort()[0]!)
        const [first, second] = [one, other].sort().map((on) => ask(on, 0, known).room)
        expect(second).toBeGreaterThanOrEqual(first!)
      }),
    )
  })
  test('is enough for all of itself and not for a cent more, unless the ceiling is broken already', () => {
    fc.assert(
      fc.property(history, day, (aids, on) => {
        const { room, countedCents } = ask(on, 0, aids)
        fc.pre(countedCents <= euros(300_000))
        expect(ask(on, Number(room) / 100, aids).fits).toBe(true)
        expect(ask(on, Number(room + 1n) / 100, aids)).toMatchObject({ fits: false, over: 1n })
      }),
    )
  })
})

describe('undertakings', () => {
  const organisation = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
  const ties = fc.array(fc.tuple(organisation, organisation), { maxLength: 12 })
  test('are the same in whatever order and direction their ties come', () => {
    fc.assert(
      fc.property(ties, (given) => {
        const forth = undertakingsOf(given)
        const back = undertakingsOf(given.map(([x, y]) => [y, x] as const).reverse())
        for (const one of 'abcdefg') {
          expect(back.of(one)).toBe(forth.of(one))
          expect(back.members(one)).toEqual(forth.members(one))
          expect(forth.members(one)).toContain(one)
        }
      }),
    )
  })
  test('are never joined by a public body alone', () => {
    const ties: Control[] = [
      ['bus company', 'city'],
      ['city', 'power company'],
      ['power company', 'grid company'],
    ]
    const { members } = undertakingsOf(ties, new Set(['city']))
    expect(members('bus company')).toEqual(['bus company'])
    expect(members('grid company')).toEqual(['grid company', 'power company'])
    expect(undertakingsOf(ties).members('grid company')).toHaveLength(4)
  })
})
