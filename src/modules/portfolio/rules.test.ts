import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Axis, Entry } from './entry.ts'
import { filtersIn } from './keep-forms.tsx'
import { reactionOf } from './reaction.ts'
import type { Placement } from './record.ts'
import {
  axesOf,
  type Check,
  checkDue,
  checkMonths,
  checkOutcomes,
  evennessOf,
  firstAxes,
  homeOf,
  keptShare,
  monthsAfter,
  placedBy,
  standingOfPromise,
} from './rules.ts'

const settled = { seed: 7, numRuns: 200 }
const axis = (dimension: string, ...codes: string[]): Axis => ({
  dimension,
  name: { fi: dimension },
  values: codes.map((code) => ({ code, name: { fi: code } })),
})

describe('the axes', () => {
  it('follow the frame, dimension by dimension, and cross priority with emphasis first', () => {
    const value = (v: string) => ({ value: v, name: { fi: v }, dimension: { fi: v.split('/')[0]! } })
    const axes = axesOf([value('theme/a'), value('emphasis/1'), value('priority/1'), value('priority/2')])
    expect(axes.map((a) => [a.dimension, a.values.map((v) => v.code)])).toEqual([
      ['theme', ['a']],
      ['emphasis', ['1']],
      ['priority', ['1', '2']],
    ])
    expect(firstAxes(axes)).toEqual(['priority', 'emphasis'])
    expect(firstAxes([axis('theme', 'a'), axis('facet', 'mission')])).toEqual(['theme', 'facet'])
    expect(firstAxes([])).toEqual(['facet', 'facet'])
  })
})

describe('where a thing stands', () => {
  const judged = (dimension: string, code: string): Placement => ({
    id: `${dimension}${code}`,
    batch: 'b',
    thing: 't',
    dimension,
    code,
    reason: 'Syy.',
    by: null,
    at: new Date(0),
  })
  it('is what people judge; what the applicant chose counts on the dimensions that nobody has judged', () => {
    const own = { values: ['priority/1', 'emphasis/2'], by: 'applicant' as const }
    expect(placedBy(own, []).map((p) => [p.value, p.by])).toEqual([
      ['priority/1', 'applicant'],
      ['emphasis/2', 'applicant'],
    ])
    expect(placedBy(own, [judged('priority', '3')]).map((p) => [p.value, p.by])).toEqual([
      ['priority/3', 'people'],
      ['emphasis/2', 'applicant'],
    ])
    expect(placedBy(undefined, [])).toEqual([])
  })
})

describe('promises', () => {
  it('knows the day so many months later, at the end of shorter months too', () => {
    expect(monthsAfter('2024-08-31', 6)).toBe('2025-02-28')
    expect(monthsAfter('2023-08-31', 6)).toBe('2024-02-29')
    expect(monthsAfter('2024-12-31', 12)).toBe('2025-12-31')
    expect(monthsAfter('2024-01-15', 24)).toBe('2026-01-15')
  })

  it('asks for the latest check that is due, and for none twice', () => {
    const made = (...months: Check['months'][]): Check[] =>
      months.map((m) => ({ months: m, outcome: 'kept' }))
    expect(checkDue(null, [], '2026-01-01')).toBeUndefined()
    expect(checkDue('2025-01-01', [], '2025-06-30')).toBeUndefined()
    expect(checkDue('2025-01-01', [], '2025-07-01')).toEqual({ months: 6, on: '2025-07-01' })
    expect(checkDue('2025-01-01', made(6), '2025-12-31')).toBeUndefined()
    expect(checkDue('2025-01-01', made(6), '2027-01-01')).toEqual({ months: 24, on: '2027-01-01' })
    expect(checkDue('2025-01-01', made(24), '2030-01-01')).toBeUndefined()
  })

  it('stands as its last check that says something', () => {
    expect(standingOfPromise([])).toBeUndefined()
    expect(standingOfPromise([{ months: 6, outcome: 'unknown' }])).toBe('unknown')
    const later: Check[] = [
      { months: 12, outcome: 'not-kept' },
      { months: 6, outcome: 'kept' },
      { months: 24, outcome: 'unknown' },
    ]
    expect(standingOfPromise(later)).toBe('not-kept')
  })

  it('counts every promise once, and those of which nothing is known in no share', () => {
    const check = fc.record({
      months: fc.constantFrom(...checkMonths),
      outcome: fc.constantFrom(...checkOutcomes),
    })
    const promise = fc.record({ checks: fc.uniqueArray(check, { maxLength: 3, selector: (c) => c.months }) })
    fc.assert(
      fc.property(fc.array(promise, { maxLength: 8 }), (promises) => {
        const share = keptShare(promises)
        expect(share.kept + share.partly + share.notKept).toBe(share.known)
        const silent = promises.filter((p) => p.checks.every((c) => c.outcome === 'unknown')).length
        expect(share.known).toBe(share.promises - silent)
      }),
      settled,
    )
  })
})

describe('evenness', () => {
  const goals = ['h', 'e', 'v'].map((owner) => ({ id: owner, owner }))
  const serves = (goal: string, strength: number, thing = 't') => ({ goal, thing, strength })

  it('is 1 when all are served alike, 0 when one gets all, and not told where it means nothing', () => {
    expect(evennessOf(goals, [serves('h', 2), serves('e', 2), serves('v', 2)]).index).toBeCloseTo(1)
    expect(evennessOf(goals, [serves('h', 3)]).index).toBe(0)
    expect(evennessOf(goals, []).index).toBeUndefined()
    expect(evennessOf(goals.slice(0, 1), [serves('h', 3)]).index).toBeUndefined()
  })

  it('counts a thing once for an owner, and says which goals nothing serves', () => {
    const own = [...goals, { id: 'h2', owner: 'h' }]
    const found = evennessOf(own, [serves('h', 1), serves('h2', 2), serves('e', 3, 'u'), serves('gone', 3)])
    expect(found.owners.map((o) => [o.owner, o.things, o.strength, o.unserved])).toEqual([
      ['h', 1, 3, 0],
      ['e', 1, 3, 0],
      ['v', 0, 0, 1],
    ])
  })

  it('lies between 0 and 1 and its shares add up', () => {
    const service = fc.record({
      goal: fc.constantFrom('h', 'e', 'v'),
      thing: fc.constantFrom('a', 'b', 'c'),
      strength: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(service, { minLength: 1, maxLength: 20 }), (services) => {
        const { owners, index } = evennessOf(goals, services)
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThanOrEqual(1 + 1e-12)
        expect(owners.reduce((sum, o) => sum + o.share, 0)).toBeCloseTo(1)
      }),
      settled,
    )
  })
})

describe('what a newcomer changes', () => {
  const one = (id: string, values: string[], money: bigint, starts?: string, ends?: string): Entry => ({
    id,
    code: id,
    title: id,
    state: 'project',
    values,
    money,
    city: 'Espoo',
    ...(starts && { starts }),
    ...(ends && { ends }),
  })
  it('is its cells before and after, the half-years it alone covers, and its city', () => {
    const rows = axis('priority', '1', '2')
    const columns = axis('emphasis', 'a')
    const others = [one('x', ['priority/1', 'emphasis/a'], 100n, '2020-01-01', '2020-06-30')]
    const idea = one('i', ['priority/1', 'priority/2', 'emphasis/a'], 50n, '2020-03-01', '2020-12-31')
    const targets = [
      { values: ['priority/1'], measure: 'share' as const, amount: 10_000n },
      { values: ['emphasis/b'], measure: 'count' as const, amount: 0n },
    ]
    const axes = [rows, columns, axis('facet', 'mission')]
    const made = reactionOf(others, idea, { rows, columns, axes, targets })
    expect(made.cells).toMatchObject([
      {
        row: '1',
        column: 'a',
        before: { count: 1, money: 100n },
        after: { count: 2, money: 150n },
        fills: false,
      },
      {
        row: '2',
        column: 'a',
        before: { count: 0, money: 0n },
        after: { count: 1, money: 50n },
        fills: true,
      },
    ])
    expect(made.values.map((v) => [v.dimension, v.code, v.before.share, v.after.share])).toEqual([
      ['priority', '1', 10_000, 10_000],
      ['priority', '2', 0, 3333],
      ['emphasis', 'a', 10_000, 10_000],
    ])
    expect(made.values[0]!.after.target).toMatchObject({ now: 10_000n, met: true })
    expect(made.broken).toEqual([])
    const apart = { ...idea, values: ['priority/2'] }
    expect(reactionOf(others, apart, { rows, columns, axes, targets }).broken).toEqual([
      { target: targets[0], before: 10_000n, after: 6667n },
    ])
    expect(made.covers).toEqual([
      { code: '1', halves: ['2020-2'] },
      { code: '2', halves: ['2020-1', '2020-2'] },
    ])
    expect(made.total.after).toEqual({ count: 2, money: 150n })
    expect(made.city).toMatchObject({ name: 'Espoo', before: { money: 100n }, after: { money: 150n } })
  })
})

it('reads the filters of a copied address, of a query alone, and of words', () => {
  expect(filtersIn('https://talkoot.example/projects?region=MK01&region=MK02&q=6aika&limit=50')).toEqual({
    region: ['MK01', 'MK02'],
    q: '6aika',
  })
  expect(filtersIn('period=2014-2020')).toEqual({ period: '2014-2020' })
  expect(filtersIn(' kiertotalous ')).toEqual({ q: 'kiertotalous' })
  expect(filtersIn('')).toEqual({})
})

it('knows the home of a lead as the registry does, or a municipality by its own name; else it does not', () => {
  expect(homeOf('Espoo', 'VTT Oy')).toBe('Espoo')
  expect(homeOf(null, 'Vantaan kaupunki')).toBe('Vantaa')
  expect(homeOf(null, 'Uudenkaupungin kaupunki')).toBe('Uusikaupunki')
  expect(homeOf(null, 'Ingå kommun')).toBe('Inkoo')
  for (const lead of [
    'Espoon seudun koulutuskuntayhtymä',
    'Greater Helsinki Promotion Oy',
    'Lapin kunta',
    null,
  ])
    expect(homeOf(null, lead)).toBeUndefined()
})
