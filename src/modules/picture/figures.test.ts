import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CubeRow, facetNames } from '../projects/index.ts'
import { chartYears, figuresOf, filterQuery, originPath, projectsPath, realisedShare } from './figures.ts'
import { perInhabitant, populationOf, populationYears } from './population.ts'

const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null })
const cents = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n })
const cube: fc.Arbitrary<CubeRow[]> = fc
  .array(
    fc.record({
      values: fc.record({
        period: value,
        fund: value,
        priority: value,
        authority: value,
        region: value,
        status: value,
        year: value,
        amount: value,
      }),
      regionFrom: fc.constantFrom('list', 'authority', null),
      themes: fc.uniqueArray(fc.constantFrom('t', 'u', 'v'), { maxLength: 2 }),
      currency: fc.constantFrom('EUR', 'SEK', null),
      projects: fc.integer({ min: 1, max: 9 }),
      granted: cents,
      realised: cents,
      plannedPublic: fc.constant(0n),
      realisedPublic: fc.constant(0n),
      share: fc.constant('public' as const),
      ecosystem: fc.constant(null),
    }),
    { maxLength: 20 },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, key: String(i) })))

const oneValued = facetNames.filter((f) => f !== 'theme')

describe('figures', () => {
  it('part the total by every facet of one value, to the cent', () => {
    fc.assert(
      fc.property(cube, (rows) => {
        const made = figuresOf(rows, 'EUR')
        for (const facet of oneValued) {
          const parts = [...made.by[facet].values()]
          expect(parts.reduce((n, p) => n + p.projects, 0)).toBe(made.total.projects)
          expect(parts.reduce((sum, p) => sum + p.granted, 0n)).toBe(made.total.granted)
          expect(parts.reduce((sum, p) => sum + p.realised, 0n)).toBe(made.total.realised)
        }
      }),
    )
  })

  it('count every project once: in the asked currency or beside it', () => {
    fc.assert(
      fc.property(cube, (rows) => {
        const made = figuresOf(rows, 'EUR')
        const beside = [...made.others.values()].reduce((n, o) => n + o.projects, 0)
        expect(made.total.projects + beside).toBe(rows.reduce((n, r) => n + r.projects, 0))
        expect(made.others.has('EUR')).toBe(false)
      }),
    )
  })

  it('tell apart the same priority number of two periods or funds', () => {
    fc.assert(
      fc.property(cube, (rows) => {
        for (const p of figuresOf(rows, 'EUR').priorities.values()) {
          const own = rows.filter(
            (r) =>
              r.currency !== 'SEK' &&
              r.values.period === p.period &&
              r.values.fund === p.fund &&
              r.values.priority === p.priority,
          )
          expect(p.granted).toBe(own.reduce((sum, r) => sum + r.granted, 0n))
        }
      }),
    )
  })
})

describe('the years of a chart', () => {
  const tallies = fc.array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 1990, max: 2060 }).map(String), fc.constant('unknown')),
      fc.record({
        projects: fc.nat(50),
        granted: fc.bigInt({ min: 0n, max: 10n ** 12n }),
        realised: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      }),
    ),
  )

  it('together with those outside and those without a year are all there is', () => {
    fc.assert(
      fc.property(tallies, (pairs) => {
        const byYear = new Map(pairs)
        const { years, outside, unknown } = chartYears(byYear)
        const told = [...years, ...outside, unknown].reduce((sum, y) => sum + y.granted, 0n)
        expect(told).toBe([...byYear.values()].reduce((sum, y) => sum + y.granted, 0n))
      }),
    )
  })

  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(tallies, (pairs) => {
        const { years } = chartYears(new Map(pairs))
        const first = years[0]?.year ?? 0
        expect(years.map((y) => y.year)).toEqual(years.map((_, i) => first + i))
      }),
    )
  })

  it('leave small years at the ends outside', () => {
    const t = (granted: bigint) => ({ projects: 1, granted, realised: 0n })
    const { years, outside } = chartYears(
      new Map([
        ['2006', t(5n)],
        ['2007', t(219n)],
        ['2008', t(945n)],
        ['2017', t(1n)],
      ]),
    )
    expect(years.map((y) => y.year)).toEqual([2007, 2008])
    expect(outside.map((y) => y.year)).toEqual([2006, 2017])
  })
})

describe('addresses of figures', () => {
  it('are one for one view, whatever the order of its filters', () => {
    expect(originPath('granted', { region: ['MK05'], period: ['2007-2013'] }, 'year')).toBe(
      '/provenance?figure=granted&by=year&period=2007-2013&region=MK05',
    )
    expect(originPath('leads')).toBe('/provenance?figure=leads')
    expect(projectsPath({})).toBe('/projects')
    expect(projectsPath({ fund: ['ERDF', 'ESF'] })).toBe('/projects?fund=ERDF&fund=ESF')
    expect(filterQuery({ authority: ['a&b'] })).toBe('authority=a%26b')
  })
})

describe('money an inhabitant', () => {
  it('divides by the mean of the years of the period', () => {
    const years = populationYears(['2007-2013'])
    expect(years).toEqual({ from: 2007, to: 2013 })
    const uusimaa = populationOf('MK01', years)
    expect(uusimaa?.persons).toBeGreaterThan(1_474_808)
    expect(uusimaa?.persons).toBeLessThan(1_576_480)
    expect(perInhabitant(200_000_000n, { persons: 1_000, from: 2007, to: 2013 })).toBe(2_000)
  })

  it('is not made where no population is at hand', () => {
    expect(populationOf('MK99', populationYears([]))).toBeUndefined()
    expect(populationYears(['2021-2027'])).toEqual({ from: 2021, to: 2021 })
    expect(realisedShare({ granted: 0n, realised: 5n })).toBeUndefined()
  })
})
