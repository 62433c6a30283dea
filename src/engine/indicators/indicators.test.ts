import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { aggregate } from './aggregate.ts'
import {
  add,
  compare,
  decimalFromExact,
  divide,
  type Exact,
  exactFromDecimal,
  fraction,
  multiply,
  subtract,
  sumOf,
  whole,
} from './exact.ts'
import { type Goal, progressOf, timeGone, usualLight } from './light.ts'
import { breakDown, countOnce, countsByProject, type Support, type Traits } from './unique.ts'
import { standing, type Value } from './value.ts'

const exact = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => fraction(n, d))
const decimal = (text: string): Exact => exactFromDecimal(text)!
const runs = { seed: 20261123, numRuns: 300 }
const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(
    fc.property(arbitrary, (value) => {
      check(value)
    }),
    runs,
  )

describe('exact numbers', () => {
  it('add and multiply as fractions do, whatever the order', () => {
    holds(fc.tuple(exact, exact, exact), ([a, b, c]) => {
      expect(add(a, b)).toEqual(add(b, a))
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
      expect(subtract(add(a, b), b)).toEqual(a)
      if (b.numerator !== 0n) expect(multiply(divide(a, b)!, b)).toEqual(a)
      else expect(divide(a, b)).toBeUndefined()
    })
  })

  it('are written as they were read', () => {
    const typed = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 6 }))
      .map(([minus, units, decimals]) => {
        const digits = units.toString().padStart(decimals + 1, '0')
        const text = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits
        return { text: minus && units > 0n ? `-${text}` : text, decimals }
      })
    holds(typed, ({ text, decimals }) => expect(decimalFromExact(decimal(text), decimals)).toBe(text))
  })

  test.each([
    ['0.1', '0.2', '0.3'],
    ['999999999999999999', '1', '1000000000000000000'],
    ['-0.05', '0.05', '0'],
  ])('%s and %s are %s, without floating point', (a, b, sum) => {
    expect(decimalFromExact(add(decimal(a), decimal(b)), sum.includes('.') ? 1 : 0)).toBe(sum)
  })

  it('round a half away from zero, and only where they are written', () => {
    expect(decimalFromExact(fraction(1n, 8n), 2)).toBe('0.13')
    expect(decimalFromExact(fraction(-1n, 8n), 2)).toBe('-0.13')
    expect(decimalFromExact(fraction(-1n, 1000n), 2)).toBe('0.00')
    const thirds = sumOf([fraction(1n, 3n), fraction(1n, 3n), fraction(1n, 3n)])
    expect(thirds).toEqual(whole(1))
  })

  test.each(['', ' 1', '1,5', '1e3', '--1', '.5', '1.', '1234567890123456789', 'Infinity'])(
    '"%s" is no decimal number',
    (text) => expect(exactFromDecimal(text)).toBeUndefined(),
  )
})

const day = fc.integer({ min: 0, max: 11 }).map((month) => `2026-${String(month + 1).padStart(2, '0')}-28`)
const value = fc.record({
  project: fc.constantFrom('a', 'b', 'c', 'd'),
  part: fc.constantFrom('x', 'y'),
  period: day.map((to) => ({ from: `${to.slice(0, 8)}01`, to })),
  amount: fc.option(exact, { freq: 6 }),
  per: exact,
  version: fc.integer({ min: 1, max: 5 }),
})
const placed = (v: Value) => `${v.project}/${v.part}/${v.period.to}`
/** One valid value for each place. */
const valid = fc.uniqueArray(value, { selector: placed, maxLength: 30 })
const shuffled = <T>(list: readonly T[], by: number): T[] =>
  [...list]
    .map((item, i) => ({ item, at: (i * 7919 + by) % 101 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

describe('figures over projects and periods', () => {
  test.each(['sum', 'ratio', 'stock', 'last'] as const)('%s: the order of values does not matter', (how) => {
    holds(fc.tuple(valid, fc.integer({ min: 0, max: 100 })), ([values, by]) =>
      expect(aggregate(how, shuffled(values, by))).toEqual(aggregate(how, values)),
    )
  })

  it('a sum is the sum of its parts, however they are divided', () => {
    holds(fc.tuple(valid, fc.func(fc.boolean())), ([values, left]) => {
      const halves = [values.filter((v) => left(v)), values.filter((v) => !left(v))]
      const sums = halves.flatMap((half) => aggregate('sum', half) ?? [])
      expect(sumOf(sums)).toEqual(aggregate('sum', values) ?? whole(0))
    })
  })

  it('a stock knows the newest of each part alone: older values change nothing', () => {
    holds(valid, (values) => {
      const told = values.filter((v) => v.amount !== null)
      const isNewest = (v: Value) =>
        !told.some((w) => w.project === v.project && w.part === v.part && w.period.to > v.period.to)
      expect(aggregate('stock', values)).toEqual(aggregate('stock', told.filter(isNewest)))
    })
  })

  it('the mean of the newest lies between the least and the greatest', () => {
    holds(valid, (values) => {
      const mean = aggregate('last', values)
      const amounts = values.flatMap((v) => v.amount ?? [])
      if (!mean) return expect(amounts).toEqual([])
      expect(amounts.some((a) => compare(a, mean) <= 0)).toBe(true)
      expect(amounts.some((a) => compare(a, mean) >= 0)).toBe(true)
    })
  })

  it('a ratio is of sums, not a mean of ratios, and is not there over zero', () => {
    const of = (amount: number, per: number, project: string): Value => ({
      project,
      part: 'x',
      period: { from: '2026-01-01', to: '2026-06-30' },
      amount: whole(amount),
      per: whole(per),
      version: 1,
    })
    expect(aggregate('ratio', [of(1, 2, 'a'), of(0, 8, 'b')])).toEqual(fraction(1n, 10n))
    expect(aggregate('ratio', [of(3, 0, 'a')])).toBeUndefined()
  })

  it('"nothing to report" is no zero: it neither makes a figure nor lowers one', () => {
    holds(fc.tuple(valid, value), ([values, nothing]) => {
      const more = { ...nothing, amount: null, project: 'e' }
      for (const how of ['sum', 'ratio', 'stock', 'last'] as const)
        expect(aggregate(how, [...values, more])).toEqual(aggregate(how, values))
      expect(aggregate('sum', [more])).toBeUndefined()
    })
  })
})

describe('corrections', () => {
  it('the latest version of each place holds, and every other is told with what replaced it', () => {
    const versions = fc.uniqueArray(value, { selector: (v) => `${placed(v)}/${v.version}`, maxLength: 40 })
    holds(versions, (values) => {
      const { valid: now, corrections } = standing(values)
      expect(now.length + corrections.length).toBe(values.length)
      expect(new Set(now.map(placed)).size).toBe(now.length)
      for (const v of now)
        expect(values.filter((w) => placed(w) === placed(v)).every((w) => w.version <= v.version)).toBe(true)
      for (const { was, by } of corrections) {
        expect(placed(was)).toBe(placed(by))
        expect(by.version).toBeGreaterThan(was.version)
      }
    })
  })
})

const support = fc.record({
  project: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  on: day,
  business: fc.option(
    fc.integer({ min: 1, max: 12 }).map((n) => `${n}`),
    { freq: 5 },
  ),
  name: fc.constantFrom('Alfa', 'Beeta', 'Gamma'),
})
const supports = fc.array(support, { maxLength: 60 })
const traits = (business: string): Traits => ({
  size: Number(business) % 3 === 0 ? null : `s${Number(business) % 3}`,
  region: 'r',
  kind: null,
})

describe('an enterprise counts once', () => {
  it('over all projects and periods, whatever the order', () => {
    holds(fc.tuple(supports, fc.integer({ min: 0, max: 100 })), ([list, by]) => {
      const found = countOnce(list)
      expect(countOnce(shuffled(list, by))).toEqual(found)
      expect(countOnce([...list, ...list])).toEqual(found)
      expect(found.counted.length).toBe(new Set(list.flatMap((s) => s.business ?? [])).size)
    })
  })

  it('the union is at most the sum of the projects, and at least the greatest of them', () => {
    holds(supports, (list) => {
      const { counted } = countOnce(list)
      const byProject = [...countsByProject(counted).values()]
      expect(counted.length).toBeLessThanOrEqual(byProject.reduce((a, b) => a + b, 0))
      expect(counted.length).toBeGreaterThanOrEqual(Math.max(0, ...byProject))
    })
  })

  it('splitting a project into several changes no count', () => {
    holds(fc.tuple(supports, fc.func(fc.boolean())), ([list, left]) => {
      const split = list.map((s) => ({ ...s, project: `${s.project}${left(s) ? 1 : 2}` }))
      expect(countOnce(split).counted.map((c) => [c.business, c.first])).toEqual(
        countOnce(list).counted.map((c) => [c.business, c.first]),
      )
    })
  })

  it('the list behind the number says which projects, and when first', () => {
    holds(supports, (list) => {
      for (const { business, projects, first } of countOnce(list).counted) {
        const of = list.filter((s) => s.business === business)
        expect(projects).toEqual([...new Set(of.map((s) => s.project))].sort())
        expect(first).toBe(of.map((s) => s.on).sort()[0])
      }
    })
  })

  it('each breakdown of it adds up to the count; the unknown stand under their own', () => {
    holds(supports, (list) => {
      const { counted } = countOnce(list)
      const bySize = breakDown(counted, traits, 'size')
      expect([...bySize.values()].reduce((a, b) => a + b, 0)).toBe(counted.length)
      expect(bySize.get(null) ?? 0).toBe(counted.filter((c) => Number(c.business) % 3 === 0).length)
    })
  })

  it('names without a business id are told apart and never counted', () => {
    holds(supports, (list) => {
      const { counted, unnumbered } = countOnce(list)
      expect(countOnce(list.filter((s: Support) => s.business !== null)).counted).toEqual(counted)
      const names = list.filter((s) => s.business === null).map((s) => `${s.project}/${s.name}`)
      expect(unnumbered.map((u) => `${u.project}/${u.name}`).sort()).toEqual([...new Set(names)].sort())
    })
  })
})

describe('the traffic light', () => {
  const goal: Goal = { baseline: whole(0), target: whole(100), from: '2026-01-01', by: '2026-12-31' }
  const half = '2026-07-02' // 182 of 364 days

  test.each([
    [100, half, 'met'],
    [140, '2026-01-01', 'met'],
    [45, half, 'green'],
    [44, half, 'amber'],
    [30, half, 'amber'],
    [29, half, 'red'],
    [0, half, 'red'],
    [0, '2026-01-01', 'early'],
    [99, '2027-05-01', 'green'],
    [89, '2027-05-01', 'amber'],
  ] as const)('%i of 100 on %s is %s', (realised, today, light) => {
    expect(progressOf(whole(realised), goal, today).light).toBe(light)
  })

  it('reads a way downwards by the same rule', () => {
    const down = { ...goal, baseline: whole(200), target: whole(100) }
    expect(progressOf(whole(155), down, half).light).toBe('green')
    expect(progressOf(whole(190), down, half).light).toBe('red')
    expect(progressOf(whole(90), down, half).light).toBe('met')
  })

  it('says nothing where there is nothing to compare', () => {
    expect(progressOf(whole(1), undefined, half)).toEqual({ light: 'none' })
    expect(progressOf(undefined, goal, half).light).toBe('none')
    expect(progressOf(whole(5), { ...goal, baseline: whole(100) }, half).light).toBe('none')
  })

  it('never grows worse when more is realised, nor better when time goes by', () => {
    const rank = { none: 0, early: 0, red: 1, amber: 2, green: 3, met: 4 }
    const at = fc
      .integer({ min: 1, max: 400 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    holds(
      fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 50 }), at, at),
      ([n, more, a, b]) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        const of = (realised: number, today: string) =>
          rank[progressOf(whole(realised), goal, today, usualLight).light]
        expect(of(n + more, late)).toBeGreaterThanOrEqual(of(n, late))
        expect(of(n, late)).toBeLessThanOrEqual(of(n, early))
      },
    )
  })

  it('counts time between zero and one', () => {
    expect(timeGone('2026-01-01', '2026-12-31', '2025-06-01')).toEqual(whole(0))
    expect(timeGone('2026-01-01', '2026-12-31', half)).toEqual(fraction(1n, 2n))
    expect(timeGone('2026-01-01', '2026-01-01', '2026-01-01')).toEqual(whole(1))
  })
})
