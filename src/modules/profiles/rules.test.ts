import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedDay, typedNames, typedWebsite } from './fact-schemas.ts'
import { narrowed } from './offer-actions.ts'
import type { OfferKey } from './offer-queries.ts'
import {
  cardKinds,
  completenessOf,
  freshnessOf,
  invitationDays,
  isPrefilled,
  isToBeAsked,
  offerKinds,
  type Point,
  points,
  stateOfInvitation,
  yearAfter,
} from './rules.ts'

const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('completeness', () => {
  it('tells every point once, and a size only of a company', () => {
    fc.assert(
      fc.property(fc.subarray([...points]), fc.boolean(), (has, isCompany) => {
        const { told, missing } = completenessOf(new Set<Point>(has), isCompany)
        expect([...told, ...missing].sort()).toEqual(
          points.filter((point) => point !== 'size' || isCompany).sort(),
        )
        expect(told.every((point) => has.includes(point))).toBe(true)
        expect(missing.some((point) => has.includes(point))).toBe(false)
      }),
    )
  })

  it('never has less when more is told', () => {
    fc.assert(
      fc.property(fc.subarray([...points]), fc.constantFrom(...points), (has, more) => {
        const before = completenessOf(new Set<Point>(has), true).told.length
        expect(completenessOf(new Set<Point>([...has, more]), true).told.length).toBeGreaterThanOrEqual(
          before,
        )
      }),
    )
  })
})

describe('freshness', () => {
  it('is a year: the day before it is fresh, on the day it is old', () => {
    expect(freshnessOf('2026-02-03', '2027-02-02')).toEqual({ state: 'fresh', on: '2026-02-03' })
    expect(freshnessOf('2026-02-03', '2027-02-03')).toEqual({ state: 'old', on: '2026-02-03' })
    expect(freshnessOf('2024-02-29', '2025-02-27').state).toBe('fresh')
    expect(freshnessOf('2024-02-29', '2025-02-28').state).toBe('old')
    expect(freshnessOf(undefined, '2026-01-01')).toEqual({ state: 'unchecked' })
  })

  it('moves forward by 365 or 366 days', () => {
    fc.assert(
      fc.property(day, (from) => {
        const days = (Date.parse(yearAfter(from)) - Date.parse(from)) / 86_400_000
        expect([365, 366]).toContain(days)
      }),
    )
  })

  it('asks when it is old, and not again until a year after it was asked', () => {
    fc.assert(
      fc.property(day, fc.option(day, { nil: undefined }), day, (checked, asked, today) => {
        const due = isToBeAsked(checked, asked, today)
        expect(due).toBe(yearAfter(checked) <= today && (asked === undefined || yearAfter(asked) <= today))
        // Once asked, nobody is asked again on the same day.
        if (due) expect(isToBeAsked(checked, today, today)).toBe(false)
      }),
    )
    expect(isToBeAsked(undefined, undefined, '2030-01-01')).toBe(false)
  })
})

describe('an invitation', () => {
  const at = new Date('2026-03-01T10:00:00Z')
  const open = {
    accepted_at: null,
    declined_at: null,
    revoked_at: null,
    expires_at: new Date(at.getTime() + invitationDays * 86_400_000),
  }
  it('is open until it is answered, taken back or too old', () => {
    expect(stateOfInvitation(open, at)).toBe('open')
    expect(stateOfInvitation(open, open.expires_at)).toBe('expired')
    expect(stateOfInvitation({ ...open, revoked_at: at }, at)).toBe('revoked')
    expect(stateOfInvitation({ ...open, declined_at: at }, at)).toBe('declined')
    expect(stateOfInvitation({ ...open, accepted_at: at }, open.expires_at)).toBe('accepted')
  })
})

it('only the actor’s own word needs no confirming', () => {
  expect([isPrefilled('keeper'), isPrefilled('coordinator'), isPrefilled('system')]).toEqual([
    false,
    true,
    true,
  ])
})

describe('what is typed', () => {
  it('days are read as they are written in Finland and by programs', () => {
    expect(typedDay('31.12.2027')).toBe('2027-12-31')
    expect(typedDay('2027-12-31')).toBe('2027-12-31')
    expect(typedDay('31.2.2027')).toBeUndefined()
    expect(typedDay('soon')).toBeUndefined()
  })

  it('web addresses lead to the web and nowhere else', () => {
    expect(typedWebsite('www.esimerkki.fi')).toBe('https://www.esimerkki.fi/')
    expect(typedWebsite('http://esimerkki.fi/x')).toBe('http://esimerkki.fi/x')
    for (const wrong of [
      'javascript:alert(1)',
      'data:text/html,x',
      'localhost',
      'a b.fi',
      'https://u:p@x.fi',
    ])
      expect(typedWebsite(wrong), wrong).toBeUndefined()
  })

  it('names keep only the languages in which something was said', () => {
    expect(typedNames({ fi: ' Vety \r\n', sv: '', en: '  ' })).toEqual({ fi: 'Vety' })
    expect(typedNames({ fi: ' ', sv: '', en: '' })).toBeUndefined()
  })
})

describe('the list of offers', () => {
  const key = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...cardKinds),
    sort: fc.option(fc.constantFrom(...offerKinds)),
    subjects: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 3 }),
    regions: fc.uniqueArray(fc.constantFrom('MK05', 'MK06', 'whole-country', 'abroad'), { maxLength: 3 }),
  }) as fc.Arbitrary<OfferKey>
  const chosen = fc.record({
    kind: fc.subarray<string>([...cardKinds]),
    sort: fc.subarray<string>(['data', 'funding']),
    region: fc.subarray<string>(['MK05', 'abroad']),
    subject: fc.subarray<string>(['1', '2']),
  })

  it('counts what each further choice alone would leave', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), chosen, (keys, asked) => {
        const { found, facets } = narrowed(keys, asked)
        for (const kind of cardKinds)
          expect(facets.kind[kind] ?? 0).toBe(narrowed(keys, { ...asked, kind: [kind] }).found.length)
        for (const subject of ['1', '2', '3'])
          expect(facets.subject[subject] ?? 0).toBe(
            narrowed(keys, { ...asked, subject: [subject] }).found.length,
          )
        for (const region of Object.keys(facets.region))
          expect(facets.region[region]).toBe(narrowed(keys, { ...asked, region: [region] }).found.length)
        const wider = narrowed(keys, { kind: [], sort: [], region: [], subject: [] }).found
        expect(wider).toHaveLength(keys.length)
        expect(found.every((one) => wider.includes(one))).toBe(true)
      }),
    )
  })

  it('finds who serves the whole country for every region but abroad', () => {
    const all = { id: '1', kind: 'offer', sort: null, subjects: [], regions: ['whole-country'] } as const
    const none = { kind: [], sort: [], subject: [] }
    const keys = [all] as unknown as OfferKey[]
    expect(narrowed(keys, { ...none, region: ['MK06'] }).found).toHaveLength(1)
    expect(narrowed(keys, { ...none, region: ['abroad'] }).found).toHaveLength(0)
  })
})
