import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calls } from '../../../../test/cover/random-call.ts'
import { type FaultCode, faultCodes } from './fault.ts'
import { readCall } from './reading.ts'
import { sizeOf } from './size.ts'
import { writeCall } from './writing.ts'

const demand = { id: 'd', name: 'Testialusta', kind: 'facility', subjects: [1] }
const read = (changed: object) => readCall({ demands: [demand], ...changed })
const faultsOf = (json: unknown) => {
  const answer = readCall(json)
  return 'faults' in answer ? answer.faults.map(({ code, path }) => [code, path]) : []
}

describe('the demands of a call', () => {
  test('are read back from what is written of them', () => {
    fc.assert(
      fc.property(calls, (call) => {
        expect(readCall(JSON.parse(JSON.stringify(writeCall(call))))).toEqual({ call })
      }),
      { numRuns: 300, seed: 2003 },
    )
  })

  test('are obligatory, of one partner, by any evidence, where nothing else is said', () => {
    expect(read({})).toEqual({
      call: {
        demands: [
          {
            id: 'd',
            name: 'Testialusta',
            asks: { kind: 'facility', subjects: [1], words: [] },
            counted: 'partners',
            need: 1,
            must: true,
            weight: 10,
            enough: 'either',
            source: '',
          },
        ],
        limits: { least: 1, most: 200 },
        exclusions: [],
      },
    })
  })

  test.each<[FaultCode, string, unknown]>([
    ['not-an-object', '', []],
    ['missing', 'demands', {}],
    ['not-a-list', 'demands', { demands: {} }],
    ['unknown-key', 'demand', { demands: [], demand: 1 }],
    ['not-an-object', 'demands.0', { demands: [7] }],
    ['unknown-kind', 'demands.0.kind', { demands: [{ ...demand, kind: 'magic', subjects: undefined }] }],
    ['missing', 'demands.0', { demands: [{ id: 'd', name: 'n', kind: 'competence' }] }],
    ['missing', 'demands.0.roles', { demands: [{ id: 'd', name: 'n', kind: 'role' }] }],
    [
      'unknown-kind',
      'demands.0.roles.0',
      { demands: [{ id: 'd', name: 'n', kind: 'role', roles: ['boss'] }] },
    ],
    ['empty', 'demands.0.codes', { demands: [{ id: 'd', name: 'n', kind: 'region', codes: [] }] }],
    [
      'not-a-code',
      'demands.0.codes.0',
      { demands: [{ id: 'd', name: 'n', kind: 'country', codes: ['Suomi'] }] },
    ],
    [
      'not-a-code',
      'demands.0.codes.1',
      { demands: [{ id: 'd', name: 'n', kind: 'industry', codes: ['25', 'C25'] }] },
    ],
    ['unknown-key', 'demands.0.codes', { demands: [{ ...demand, codes: ['x'] }] }],
    ['not-a-count', 'demands.0.need', { demands: [{ ...demand, need: 1.5 }] }],
    ['out-of-range', 'demands.0.weight', { demands: [{ ...demand, weight: 0 }] }],
    ['not-yes-or-no', 'demands.0.must', { demands: [{ ...demand, must: 'yes' }] }],
    ['empty', 'demands.0.name', { demands: [{ ...demand, name: ' ' }] }],
    ['not-a-text', 'demands.0.name', { demands: [{ ...demand, name: 3 }] }],
    ['too-many', 'demands.0.name', { demands: [{ ...demand, name: 'n'.repeat(301) }] }],
    ['repeated-id', 'demands.1.id', { demands: [demand, demand] }],
    ['least-over-most', 'limits.least', { demands: [], limits: { least: 3, most: 2 } }],
    ['not-an-amount', 'limits.altogether', { demands: [], limits: { altogether: 1_500_000.1 } }],
    ['not-an-amount', 'limits.perPartner', { demands: [], limits: { perPartner: '1.001' } }],
    ['not-an-amount', 'limits.perPartner', { demands: [], limits: { perPartner: '-1' } }],
    [
      'unknown-kind',
      'exclusions.0.by',
      { demands: [], exclusions: [{ id: 'e', by: 'colour', codes: ['x'] }] },
    ],
  ])('are refused for what is wrong: %s at "%s"', (code, path, json) => {
    expect(faultCodes).toContain(code)
    expect(faultsOf(json)).toEqual([[code, path]])
  })

  test('tell everything that is wrong at once, and never throw', () => {
    expect(
      faultsOf({
        demands: [
          { ...demand, need: 0 },
          { ...demand, id: 'b', weight: 'x' },
        ],
      }),
    ).toEqual([
      ['out-of-range', 'demands.0.need'],
      ['not-a-count', 'demands.1.weight'],
    ])
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(Object.keys(readCall(a))).toHaveLength(1)
        expect(Object.keys(readCall({ demands: [a, { ...demand, need: b }], limits: b }))).toHaveLength(1)
      }),
      { numRuns: 300, seed: 2003 },
    )
  })
})

describe('the size of an enterprise', () => {
  test.each([
    ['micro', 9, 200_000_000n, 900_000_000n],
    ['small', 10, 100_000_000n, 100_000_000n],
    ['small', 9, 200_000_001n, 200_000_001n],
    ['medium', 249, 9_000_000_000n, 4_300_000_000n],
    ['medium', 50, 1n, 1n],
    ['large', 250, 1n, 1n],
    ['large', 249, 5_000_000_001n, 4_300_000_001n],
  ] as const)(
    'is %s with %i people, a turnover of %i and a balance of %i cents',
    (size, staff, turnover, balance) => {
      expect(sizeOf({ staff, turnover, balance, public: false })).toBe(size)
      expect(sizeOf({ staff, turnover, balance, public: true })).toBe('large')
    },
  )
})
