import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ecosystemRoles } from '../ecosystems/index.ts'
import { kinds, states } from './content.ts'
import {
  dayTyped,
  faultsOf,
  fieldsOf,
  isOverdue,
  partiesIn,
  type Said,
  standingOf,
  yearLater,
} from './rules.ts'

const empty: Said = {
  title: {},
  text: {},
  owner: '',
  version: '',
  state: '',
  parties: '',
  signed: '',
  template: '',
  record: '',
  holder: '',
  organisation: '',
  deputy: '',
  role: '',
  theme: '',
  starts: '',
  ends: '',
  review: '',
  place: '',
  audience: '',
  result: '',
  ask: '',
}
const faults = (kind: (typeof kinds)[number], said: Partial<Said>) =>
  faultsOf(
    kind,
    { ...empty, ...said },
    kind === 'contract' || kind === 'template' ? states[kind] : [],
    ecosystemRoles,
  ).map(({ field, key }) => `${field} ${key}`)

describe('what is said of a thing of an operating model', () => {
  it('must say what its kind asks for, all of it told at once', () => {
    expect(faults('way', {})).toEqual(['title.fi noTitle', 'text.fi noText', 'owner noOwner'])
    expect(faults('contract', {})).toEqual(['title.fi noTitle', 'state noState'])
    expect(faults('responsibility', { title: { fi: 'Viestintä' } })).toEqual(['holder noAnswerer'])
    expect(faults('role', {})).toEqual(['organisation noOrganisation', 'role noRole'])
    expect(faults('role', { organisation: 'Alfa Oy', role: 'buyer' })).toEqual([])
  })

  it('asks a signed contract for its day and two parties, an ended one for its end', () => {
    const contract = { title: { fi: 'Sopimus' } }
    expect(faults('contract', { ...contract, state: 'draft' })).toEqual([])
    expect(faults('contract', { ...contract, state: 'signed', parties: 'Alfa Oy\n\nAlfa Oy' })).toEqual([
      'signed noSigned',
      'parties fewParties',
    ])
    const signed = { state: 'signed', parties: 'Alfa Oy\nBeeta Oy', signed: '5.3.2026' }
    expect(faults('contract', { ...contract, ...signed })).toEqual([])
    expect(faults('contract', { ...contract, ...signed, state: 'ended' })).toEqual(['ends noEnd'])
    expect(faults('template', { ...contract, state: 'signed' })).toEqual(['state noState'])
  })

  it('reads days as people write them, and in order', () => {
    const role = { organisation: 'Alfa Oy', role: 'buyer' }
    expect(faults('role', { ...role, starts: '31.2.2026', ends: 'joskus' })).toEqual([
      'starts notADay',
      'ends notADay',
    ])
    expect(faults('role', { ...role, starts: '1.3.2026', ends: '28.2.2026' })).toEqual(['ends endsBefore'])
    expect(dayTyped(' ')).toBeNull()
    expect(dayTyped('5.3.2026')).toBe('2026-03-05')
  })

  it('never complains of a field that its kind has not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string(), fc.string(), (kind, days, words) => {
        const said = { starts: days, ends: days, signed: days, review: days, parties: words, owner: words }
        const asked = fieldsOf[kind] as readonly string[]
        for (const fault of faults(kind, said)) expect(asked).toContain(fault.split(/[ .]/)[0])
      }),
    )
  })

  it('takes each party once, in the order in which they were written', () => {
    expect(partiesIn(' Beeta Oy \n\nAlfa Oy\nBeeta Oy')).toEqual(['Beeta Oy', 'Alfa Oy'])
  })
})

describe('time', () => {
  it('comes round after a year, also from a leap day', () => {
    expect(yearLater('2026-11-23')).toBe('2027-11-23')
    expect(yearLater('2028-02-29')).toBe('2029-02-28')
  })

  it('makes a way of working late the day after, unless it is out of use', () => {
    const way = { kind: 'way', reviewOn: '2026-11-22', endedAt: null } as const
    expect(isOverdue(way, '2026-11-22')).toBe(false)
    expect(isOverdue(way, '2026-11-23')).toBe(true)
    expect(isOverdue({ ...way, endedAt: new Date(0) }, '2026-11-23')).toBe(false)
    expect(isOverdue({ ...way, kind: 'contract' }, '2026-11-23')).toBe(false)
  })

  it('says where a day falls in a period, ends included', () => {
    const period = { starts: '2026-01-01', ends: '2026-12-31' }
    expect(
      ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((d) => standingOf(period, d)),
    ).toEqual(['coming', 'now', 'now', 'past'])
    expect(standingOf({}, '2026-01-01')).toBe('now')
  })
})
