import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CubeRow, countFacets, facetKeyOf, facetNames, sumBy } from './facets.ts'

const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null })
const row: fc.Arbitrary<Omit<CubeRow, 'key'>> = fc.record({
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
  themes: fc.uniqueArray(fc.constantFrom('t', 'u', 'v'), { maxLength: 2 }),
  currency: fc.constantFrom('EUR', 'SEK', null),
  projects: fc.integer({ min: 1, max: 9 }),
  granted: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  realised: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  plannedPublic: fc.constant(0n),
  realisedPublic: fc.constant(0n),
  share: fc.constant('public' as const),
  ecosystem: fc.constant(null),
})
const cube = fc
  .array(row, { maxLength: 20 })
  .map((rows) => rows.map((r, i): CubeRow => ({ ...r, key: String(i) })))
const filters = fc.record(
  {
    fund: fc.subarray(['a', 'b', 'unknown']),
    region: fc.subarray(['a', 'c']),
    theme: fc.subarray(['t', 'unknown']),
  },
  { requiredKeys: [] },
)

/** The plain reading of the rule: filter by all the other facets, then count. */
function slowly(
  rows: CubeRow[],
  chosen: Record<string, readonly string[] | undefined>,
  facet: (typeof facetNames)[number],
) {
  const has = (r: CubeRow, f: (typeof facetNames)[number]) =>
    f === 'theme' ? (r.themes.length > 0 ? r.themes : ['unknown']) : [r.values[f] ?? 'unknown']
  const counts = new Map<string, number>()
  for (const r of rows) {
    const others = facetNames.filter((f) => f !== facet && (chosen[f]?.length ?? 0) > 0)
    if (!others.every((f) => has(r, f).some((v) => chosen[f]!.includes(v)))) continue
    for (const v of has(r, facet)) counts.set(v, (counts.get(v) ?? 0) + r.projects)
  }
  return counts
}

describe('facet counts', () => {
  it('equal what filtering by all other facets and counting gives', () => {
    fc.assert(
      fc.property(cube, filters, (rows, chosen) => {
        const counted = countFacets(rows, chosen)
        for (const facet of facetNames) expect(counted.facets[facet]).toEqual(slowly(rows, chosen, facet))
      }),
    )
  })

  it('sum to the total over any facet that holds one value per project', () => {
    fc.assert(
      fc.property(cube, (rows) => {
        const counted = countFacets(rows, {})
        for (const facet of facetNames.filter((f) => f !== 'theme')) {
          expect([...counted.facets[facet].values()].reduce((a, b) => a + b, 0)).toBe(counted.total)
        }
      }),
    )
  })

  it('never add two currencies', () => {
    fc.assert(
      fc.property(cube, (rows) => {
        for (const s of countFacets(rows, {}).sums) {
          const own = rows.filter((r) => r.currency === s.currency)
          expect(s.granted).toBe(own.reduce((a, r) => a + r.granted, 0n))
        }
      }),
    )
  })

  it('give the same money by region as in all', () => {
    fc.assert(
      fc.property(cube, (rows) => {
        const byRegion = [...sumBy(rows, 'region', {}, 'EUR').values()].reduce((a, s) => a + s.granted, 0n)
        const own = rows.filter((r) => r.currency === 'EUR' || r.currency === null)
        expect(byRegion).toBe(own.reduce((a, r) => a + r.granted, 0n))
      }),
    )
  })

  it('share a key if and only if all facets are the same, and those who may see them', () => {
    const base = {
      period: '2007-2013',
      fund: 'ERDF',
      priority: '1',
      authority: null,
      region: null,
      region_from: null,
      status: 'ended',
      start_year: 2008,
      amount_class: 1,
      themes: ['a'],
      currency: 'EUR',
      share: 'public',
      ecosystem_id: null,
    }
    expect(facetKeyOf(base)).toBe(facetKeyOf({ ...base }))
    expect(facetKeyOf(base)).not.toBe(facetKeyOf({ ...base, priority: '2' }))
    const closed = { ...base, share: 'agreement', ecosystem_id: 'e1' }
    expect(facetKeyOf(closed)).not.toBe(facetKeyOf(base))
    expect(facetKeyOf(closed)).not.toBe(facetKeyOf({ ...closed, ecosystem_id: 'e2' }))
    expect(facetKeyOf(closed)).not.toBe(facetKeyOf({ ...closed, share: 'own' }))
    expect(BigInt(facetKeyOf(base)) < 2n ** 63n).toBe(true)
  })
})
