import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AidRate,
  addUpBudget,
  addUpFinancing,
  aidRateFor,
  type CostModel,
  checkAid,
  type FinancingSource,
  isMostlyPublic,
} from './index.ts'

const name = { fi: 'x', sv: 'x', en: 'x' }
const model: CostModel = {
  code: 'FR40',
  name,
  projects: [],
  lines: [
    { code: 'salaries', name, kind: 'typed' },
    { code: 'other', name, kind: 'percent', percent: '40', of: ['salaries'] },
  ],
  limits: [],
  rounding: 'half-up',
  source: 'test',
  verified: true,
}
const source = (code: string, kind: FinancingSource['kind']): FinancingSource => ({
  code,
  kind,
  name,
  source: 'test',
  verified: true,
})
const sources = [
  source('grant', 'grant'),
  source('municipal', 'public'),
  source('private', 'private'),
  source('own', 'own'),
]
type Partner = { salaries: bigint[]; grant: bigint[]; municipal: bigint[]; own: bigint[]; isPublic?: boolean }
const planOf = (partners: Record<string, Partner>, years: number[] = [], planYears = years) => {
  const budget = addUpBudget(model, {
    years,
    partners: Object.entries(partners).map(([partner, p]) => ({
      partner,
      amounts: new Map([['salaries', p.salaries]]),
    })),
  })
  return addUpFinancing(
    sources,
    {
      years: planYears,
      partners: Object.entries(partners).map(([partner, p]) => ({
        partner,
        isPublic: p.isPublic ?? false,
        amounts: new Map([
          ['grant', p.grant],
          ['municipal', p.municipal],
          ['own', p.own],
        ]),
      })),
    },
    budget,
  )
}
/** Salaries of 1000.00 euros: a total cost of 1400.00. */
const partner = (grant: bigint, own: bigint, isPublic = false): Partner => ({
  salaries: [100_000n],
  grant: [grant],
  municipal: [0n],
  own: [own],
  isPublic,
})

describe('a financing plan', () => {
  test('tells of every cent that is missing or too much, with its sign', () => {
    const plan = planOf({
      a: partner(84_000n, 56_000n),
      b: partner(84_000n, 55_999n),
      c: partner(84_000n, 56_001n),
    })
    expect(plan.partners.map((p) => p.difference)).toEqual([0n, -1n, 1n])
    expect(plan.all.difference).toBe(0n)
    expect(plan.faults.map((f) => [f.code, f.place[1], f.values.difference])).toEqual([
      ['sum-differs', 'b', '-0.01'],
      ['sum-differs', 'c', '0.01'],
    ])
  })

  test('is compared by years where both are by the same years, else in all', () => {
    const years = {
      salaries: [100_000n, 100_000n],
      grant: [0n, 0n],
      municipal: [0n, 0n],
      own: [140_001n, 139_999n],
    }
    expect(
      planOf({ a: years }, [2026, 2027]).faults.map((f) => [f.place.join('/'), f.values.difference]),
    ).toEqual([
      ['partners/a/years/0', '0.01'],
      ['partners/a/years/1', '-0.01'],
    ])
    expect(planOf({ a: years }, [2026, 2027], [2027, 2028]).faults).toEqual([])
    const inAll = { ...years, grant: [0n], municipal: [0n], own: [280_000n] }
    const plan = planOf({ a: inAll }, [2026, 2027], [])
    expect([plan.faults, plan.partners[0]!.differences]).toEqual([[], undefined])
  })

  test('counts own money of public bodies, and of nobody else, as public', () => {
    const plan = planOf({ a: partner(70_000n, 70_000n, true), b: partner(69_999n, 70_001n) })
    expect(plan.partners.map((p) => p.publicMoney)).toEqual([140_000n, 69_999n])
    expect(plan.partners.map(isMostlyPublic)).toEqual([true, false])
    expect(isMostlyPublic({ publicMoney: 70_000n, cost: 140_000n })).toBe(false)
  })

  test('needs partners and sources that are there', () => {
    const budget = addUpBudget(model, {
      years: [],
      partners: [{ partner: 'a', amounts: new Map([['salaries', [100n]]]) }],
    })
    const plan = addUpFinancing(
      sources,
      {
        years: [],
        partners: [
          {
            partner: 'b',
            isPublic: false,
            amounts: new Map([
              ['lottery', [1n]],
              ['own', [1n, 2n]],
            ]),
          },
        ],
      },
      budget,
    )
    expect(plan.faults.map((f) => f.code)).toEqual([
      'unknown-partner',
      'unknown-source',
      'wrong-columns',
      'sum-differs',
    ])
  })
})

describe('the aid rate', () => {
  const check = (rates: AidRate[], each: 'partner' | 'project', partners: Record<string, Partner>) =>
    checkAid({ rates, each, costModel: 'FR40' }, new Map([['c', 'company']]), planOf(partners))

  test('is kept by the largest grant and broken by one cent more', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 11n), fc.integer({ min: 0, max: 10_000 }), (salaries, hundredths) => {
        const rates = [
          { percent: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}` },
        ]
        const asking = (grant: bigint) =>
          checkAid(
            { rates, each: 'partner', costModel: 'FR40' },
            new Map(),
            planOf({ a: { salaries: [salaries], grant: [grant], municipal: [0n], own: [0n] } }),
          )
        const most = asking(0n).partners[0]!.mostGrant
        expect(asking(most).faults).toEqual([])
        expect(asking(most + 1n).faults.map((f) => [f.code, f.values.over])).toEqual([['rate-over', '0.01']])
        expect(asking(most).partners[0]!.room).toBe(0n)
      }),
    )
  })

  test('may be asked of each partner, or of the project as a whole', () => {
    const partners = { a: partner(84_001n, 55_999n), b: partner(83_999n, 56_001n) }
    expect(check([{ percent: '60' }], 'partner', partners).faults.map((f) => f.place[1])).toEqual(['a'])
    expect(check([{ percent: '60' }], 'project', partners).faults).toEqual([])
    const over = check([{ percent: '60' }], 'project', { ...partners, b: partner(84_000n, 56_000n) })
    expect(over.faults.map((f) => [f.code, f.place])).toEqual([['rate-over', []]])
  })

  test('of a project is cut down to a cent once, not partner by partner', () => {
    const third = { salaries: [1n], grant: [0n], municipal: [0n], own: [1n] }
    const rates = [{ percent: '50' }]
    expect(check(rates, 'project', { a: third, b: third }).all.mostGrant).toBe(1n)
    expect(check(rates, 'partner', { a: third, b: third }).all.mostGrant).toBe(0n)
  })

  test('leaves no grant above the largest of the call, nor below the smallest', () => {
    const plan = planOf({ a: partner(84_000n, 56_000n) })
    const rule = { rates: [{ percent: '60' }], each: 'partner' as const, costModel: 'FR40' }
    expect(checkAid({ ...rule, most: 84_000n }, new Map(), plan).faults).toEqual([])
    const over = checkAid({ ...rule, most: 83_999n }, new Map(), plan)
    expect(over.faults.map((f) => [f.code, f.values.over])).toEqual([['grant-over', '0.01']])
    const under = checkAid({ ...rule, least: 84_001n }, new Map(), plan)
    expect(under.faults.map((f) => [f.code, f.values.under])).toEqual([['grant-under', '0.01']])
    expect(checkAid({ ...rule, least: 84_000n }, new Map(), plan).faults).toEqual([])
    expect(over.all).toMatchObject({ mostGrant: 83_999n, room: -1n, over: true })
  })

  test('is the one with most conditions that fit; of two alike the lower', () => {
    const rates = [
      { percent: '60' },
      { percent: '50.5', costModel: 'FR40' },
      { percent: '50.25', partnerKind: 'company' },
      { percent: '70', partnerKind: 'university', costModel: 'LUMP' },
    ]
    expect(aidRateFor([{ percent: '60', costModel: null, partnerKind: null }], 'LUMP', 'company')).toBe('60')
    expect(aidRateFor(rates, 'LUMP')).toBe('60')
    expect(aidRateFor(rates, 'FR40', 'university')).toBe('50.5')
    expect(aidRateFor(rates, 'FR40', 'company')).toBe('50.25')
    expect(aidRateFor(rates, 'LUMP', 'university')).toBe('70')
    expect(aidRateFor(rates.slice(1, 2), 'LUMP')).toBeUndefined()
    const none = check([{ percent: '60', partnerKind: 'company' }], 'partner', {
      a: partner(1n, 0n),
      c: partner(1n, 0n),
    })
    expect(none.faults.map((f) => [f.code, f.place[1]])).toEqual([['no-rate', 'a']])
  })
})
