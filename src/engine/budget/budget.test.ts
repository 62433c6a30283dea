import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addUpBudget,
  type Budget,
  type CostLine,
  type CostModel,
  compareShare,
  mostWithin,
  percentOf,
  type Row,
  shareText,
  spread,
} from './index.ts'

const name = { fi: 'x', sv: 'x', en: 'x' }
const typed = (code: string, deducted = false): CostLine => ({ code, name, kind: 'typed', deducted })
const percentLine = (code: string, percent: string, ...of: string[]): CostLine => ({
  code,
  name,
  kind: 'percent',
  percent,
  of,
})
const modelOf = (lines: CostLine[], rest: Partial<CostModel> = {}): CostModel => ({
  code: 'own',
  name,
  projects: [],
  lines,
  limits: [],
  rounding: 'half-up',
  source: 'test',
  verified: false,
  ...rest,
})
const cents = fc.bigInt(0n, 10n ** 12n)
const percent = fc
  .tuple(fc.nat(100), fc.stringMatching(/^(\.\d{1,6})?$/))
  .map(([units, rest]) => `${units}${rest}`)

/** Travel before salaries, a percentage of a percentage, a lump and revenue: every kind of line, out of order. */
const model = fc
  .tuple(percent, percent, fc.constantFrom('half-up', 'down'))
  .map(([first, second, rounding]) =>
    modelOf(
      [
        percentLine('overheads', second, 'side', 'salaries'),
        typed('travel'),
        percentLine('side', first, 'salaries'),
        typed('salaries'),
        { code: 'set-up', name, kind: 'lump', amount: '1000.01' },
        typed('fees', true),
      ],
      { rounding: rounding as CostModel['rounding'] },
    ),
  )
const budget = fc.nat(4).chain((years) => {
  const columns = fc.array(cents, { minLength: Math.max(1, years), maxLength: Math.max(1, years) })
  const partner = fc.record({ salaries: columns, travel: columns, fees: columns })
  return fc.array(partner, { minLength: 1, maxLength: 5 }).map(
    (partners): Budget => ({
      years: Array.from({ length: years }, (_, i) => 2026 + i),
      partners: partners.map((amounts, i) => ({
        partner: `p${i}`,
        amounts: new Map(Object.entries(amounts)),
      })),
    }),
  )
})
const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)

describe('a budget', () => {
  test('sums alike by years, lines and partners', () => {
    fc.assert(
      fc.property(model, budget, (m, b) => {
        const { partners, all } = addUpBudget(m, b)
        for (const sums of [...partners, all]) {
          const rows = [...sums.lines.values(), sums.costs, sums.revenue, sums.total]
          for (const row of rows) expect(sum(row.columns)).toBe(row.total)
          const lines = [...sums.lines].map(([code, row]) => (code === 'fees' ? -row.total : row.total))
          expect(sum(lines)).toBe(sums.total.total)
        }
        const added = (of: (sums: (typeof partners)[number]) => Row) => sum(partners.map((p) => of(p).total))
        for (const [code, row] of all.lines) expect(added((p) => p.lines.get(code)!)).toBe(row.total)
        expect(added((p) => p.total)).toBe(all.total.total)
      }),
    )
  })

  test('is the same in whatever order its partners and lines come', () => {
    fc.assert(
      fc.property(model, budget, (m, b) => {
        const forth = addUpBudget(m, b)
        const back = addUpBudget(
          { ...m, lines: [...m.lines].reverse() },
          { ...b, partners: [...b.partners].reverse() },
        )
        expect(back.all.total).toEqual(forth.all.total)
        expect(back.partners.map((p) => p.total).reverse()).toEqual(forth.partners.map((p) => p.total))
        expect(new Map([...back.all.lines].sort())).toEqual(new Map([...forth.all.lines].sort()))
      }),
    )
  })

  test('has the same computed lines by year and in all: years are never rounded alone', () => {
    fc.assert(
      fc.property(model, budget, (m, b) => {
        const inAll = addUpBudget(m, {
          years: [],
          partners: b.partners.map((p) => ({
            ...p,
            amounts: new Map([...p.amounts].map(([code, columns]) => [code, [sum(columns)]])),
          })),
        })
        const byYear = addUpBudget(m, b)
        for (const [code, row] of byYear.all.lines) expect(inAll.all.lines.get(code)!.total).toBe(row.total)
      }),
    )
  })

  test('rounds half a cent up, once, for each partner alone', () => {
    const m = modelOf([typed('direct'), percentLine('flat', '1.5', 'direct')])
    const of = (...amounts: bigint[]) =>
      addUpBudget(m, {
        years: [],
        partners: amounts.map((a, i) => ({ partner: `p${i}`, amounts: new Map([['direct', [a]]]) })),
      }).all.lines.get('flat')!.total
    expect(of(33n)).toBe(0n) // 0.495 of a cent
    expect(of(100n)).toBe(2n) // 1.5 cents
    expect(of(100n, 100n)).toBe(4n) // not 3
  })

  test('gives the odd cents to the years that lost most, the earlier first', () => {
    const m = modelOf([typed('salaries'), percentLine('other', '40', 'salaries')])
    const { all } = addUpBudget(m, {
      years: [2026, 2027, 2028],
      partners: [{ partner: 'a', amounts: new Map([['salaries', [101n, 101n, 101n]]]) }],
    })
    expect(all.lines.get('other')).toEqual({ columns: [41n, 40n, 40n], total: 121n })
  })

  test('tells what is wrong beside the sums, and leaves it out of them', () => {
    const m = modelOf([typed('salaries'), typed('fees', true), percentLine('other', '40', 'salaries')], {
      limits: [
        { code: 'small', each: 'partner', what: 'total', most: '1.00' },
        { code: 'large', each: 'project', what: 'total', least: '1.18' },
        { code: 'share', each: 'project', what: ['other'], percent: '28.5', of: 'total' },
      ],
    })
    const { all, faults } = addUpBudget(m, {
      years: [2026, 2027],
      partners: [
        {
          partner: 'a',
          amounts: new Map([
            ['salaries', [100n, -10n]],
            ['other', [5n, 5n]],
          ]),
        },
        {
          partner: 'b',
          amounts: new Map([
            ['salaries', [100n]],
            ['constructor', [1n, 1n]],
            ['fees', [0n, 9n]],
          ]),
        },
        { partner: 'b', amounts: new Map() },
      ],
    })
    expect(all.total.total).toBe(126n - 9n)
    expect(faults.map((f) => [f.code, f.place.join('/')])).toEqual([
      ['negative', 'partners/a/lines/salaries/1'],
      ['computed-line', 'partners/a/lines/other'],
      ['over-limit', 'partners/a/limits/small'],
      ['wrong-columns', 'partners/b/lines/salaries'],
      ['unknown-line', 'partners/b/lines/constructor'],
      ['revenue-over-cost', 'partners/b'],
      ['duplicate', 'partners/b'],
      ['under-limit', 'limits/large'],
      ['over-limit', 'limits/share'],
    ])
    expect(faults.at(-1)!.values).toEqual({ amount: '0.36', most: '0.33', over: '0.03', percent: '28.5' })
  })
})

describe('a percentage', () => {
  test('is computed to the nearest cent', () => {
    fc.assert(
      fc.property(percent, cents, (p, amount) => {
        const up = percentOf(p, amount, 'half-up')
        expect([0n, 1n]).toContain(up - percentOf(p, amount, 'down'))
        expect(percentOf(p, -amount, 'half-up')).toBe(-up)
      }),
    )
    expect([49n, 50n, 51n].map((a) => percentOf('1', a, 'half-up'))).toEqual([0n, 1n, 1n])
  })
  test('at most: the largest amount keeps to it, a cent more does not', () => {
    fc.assert(
      fc.property(percent, cents, (p, whole) => {
        const most = mostWithin(p, whole)
        expect(compareShare(most, whole, p)).toBeLessThanOrEqual(0)
        expect(compareShare(most + 1n, whole, p)).toBe(1)
      }),
    )
  })
  test('is shown rounded but never compared so', () => {
    expect(shareText(6001n, 10_001n)).toBe('60.00')
    expect(compareShare(6001n, 10_001n, '60')).toBe(1)
    expect(shareText(1n, 3n, 0)).toBe('33')
    expect(shareText(-1n, 3n, 1)).toBe('-33.3')
    expect(shareText(1n, 0n)).toBeUndefined()
  })
})

test('spreading loses nothing and keeps every column within a cent of its exact share', () => {
  const weights = fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), weights, (amount, given) => {
      const parts = spread(amount, given)
      const whole = sum(given) || BigInt(given.length)
      expect(sum(parts)).toBe(amount)
      parts.forEach((part, i) => {
        const off = part * whole - amount * (sum(given) === 0n ? 1n : given[i]!)
        expect(off < whole && -off < whole).toBe(true)
      })
    }),
  )
  expect(() => spread(1n, [])).toThrow(RangeError)
})
