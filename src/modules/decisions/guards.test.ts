import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, hashOfContent } from '../../kernel/canonical.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { faultText } from './fault-text.ts'
import {
  type Case,
  decisionFaults,
  monthsAfter,
  proposalFaults,
  type StandingIs,
  selectionFaults,
} from './guards.ts'
import { type Signed, verdictOn } from './signature.ts'
import { amountTyped, settledTerms, sumsOf, type Terms, termsShape } from './terms.ts'

const standings = ['free', 'must-declare', 'must-answer', 'barred'] as const satisfies StandingIs[]
const sure: Case = {
  assessment: 'settled',
  outcome: 'passed',
  assessedNewest: true,
  counts: true,
  asked: [
    { row: 'a', cost: '70000.00', grant: '42000.00' },
    { row: 'b', cost: '30000.00', grant: '18000.00' },
  ],
  limits: {
    rates: [{ costModel: null, most: '60' }],
    leastGrant: null,
    mostGrant: null,
    mostMonths: 36,
  },
  selection: null,
  preparers: new Set(['preparer']),
}
const yes: Terms = {
  outcome: 'yes',
  grounds: 'Vahva',
  conditions: '',
  costModel: null,
  starts: '2027-03-01',
  ends: '2029-02-28',
  byPartner: [
    { row: 'a', cost: '70000.00', grant: '42000.00' },
    { row: 'b', cost: '30000.00', grant: '18000.00' },
  ],
}
const no: Terms = settledTerms({ ...yes, outcome: 'no' })
const free = { person: 'decider', standing: 'free' } as const
const selected = { outcome: 'yes', byPartner: yes.byPartner, person: 'city' } as const
const cases = fc.record({
  assessment: fc.constantFrom('settled', 'failed', 'open'),
  outcome: fc.constantFrom('incomplete', 'failed', 'below', 'passed'),
  assessedNewest: fc.boolean(),
  counts: fc.boolean(),
  asked: fc.constant(sure.asked),
  limits: fc.constant(sure.limits),
  selection: fc.constantFrom(null, selected, { ...selected, outcome: 'no' }),
  preparers: fc.subarray(['preparer', 'decider', 'city']).map((p) => new Set(p)),
}) as fc.Arbitrary<Case>
const signers = fc.record({
  person: fc.constantFrom('decider', 'city', 'preparer'),
  standing: fc.constantFrom(...standings),
})
const terms = fc.constantFrom(yes, no, { ...yes, grounds: ' ' })

describe('the guards', () => {
  it('let a sound case through all the way', () => {
    expect(proposalFaults(sure, yes, free)).toEqual([])
    expect(selectionFaults(sure, yes, free)).toEqual([])
    expect(decisionFaults({ ...sure, selection: selected }, yes, free)).toEqual([])
    expect(decisionFaults({ ...sure, selection: { ...selected, outcome: 'no' } }, no, free)).toEqual([])
  })

  it('let nobody decide who prepared, is not free, or made the other half; nor without the other half', () => {
    fc.assert(
      fc.property(cases, terms, signers, (on, said, signer) => {
        if (decisionFaults(on, said, signer).length > 0) return
        expect(signer.standing).toBe('free')
        expect(on.preparers.has(signer.person)).toBe(false)
        expect(on.selection).not.toBeNull()
        expect(on.selection!.person).not.toBe(signer.person)
        expect(on.counts && on.assessedNewest && on.assessment !== 'open').toBe(true)
        expect(said.grounds.trim()).not.toBe('')
        if (said.outcome === 'no') return
        expect(on.outcome).toBe('passed')
        expect(on.assessment).toBe('settled')
        expect(on.selection!.outcome).toBe('yes')
      }),
      { numRuns: 3000 },
    )
  })

  it('let nothing be selected or decided that could not be proposed', () => {
    fc.assert(
      fc.property(cases, terms, signers, (on, said, signer) => {
        const proposed = proposalFaults(on, said, signer).map((f) => f.is)
        const chosen = selectionFaults(on, said, signer).map((f) => f.is)
        const decided = decisionFaults(on, said, signer).map((f) => f.is)
        expect(proposed.filter((f) => !chosen.includes(f))).toEqual([])
        expect(chosen.filter((f) => !decided.includes(f))).toEqual([])
      }),
    )
  })

  it('hold every grant to the rate and to what was asked, to the cent', () => {
    const cents = fc.bigInt({ min: 1n, max: 8_000_000n })
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 1, max: 10_000 }), (cost, grant, rate) => {
        const on = {
          ...sure,
          asked: [{ row: 'a', cost: '70000.00', grant: '42000.00' }],
          limits: { ...sure.limits, rates: [{ costModel: null, most: decimalOf(BigInt(rate)) }] },
        }
        const byPartner = [{ row: 'a', cost: decimalOf(cost), grant: decimalOf(grant) }]
        const faults = proposalFaults(on, { ...yes, byPartner }, free).map((f) => f.is)
        // Exact fractions, counted another way: the largest grant is the whole cents of cost x rate.
        const largest = (cost * BigInt(rate)) / 10_000n
        expect(faults.includes('over-rate')).toBe(grant > largest)
        expect(faults.includes('partner-over-asked')).toBe(
          grant > centsOf('42000') || cost > centsOf('70000') || grant > cost,
        )
      }),
    )
  })

  it('take the rate of each partner’s own kind, counted another way, to the cent', () => {
    const kinds = ['company', 'municipality', 'association', null] as const
    const rateOf = { company: 4_550n, municipality: 7_025n, association: 6_000n }
    const limits = {
      ...sure.limits,
      rates: [
        { costModel: null, most: '60' },
        { costModel: null, applicant: 'company', most: '45.5' },
        { costModel: null, applicant: 'municipality', most: '70.25' },
      ],
    }
    const partner = fc.record({ kind: fc.constantFrom(...kinds), cost: fc.bigInt(1n, 9_999_999n) })
    fc.assert(
      fc.property(
        fc.array(partner, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: -1, max: 1 }),
        (list, by) => {
          const most =
            list.reduce((sum, p) => sum + p.cost * (p.kind ? rateOf[p.kind] : 6_000n), 0n) / 10_000n
          // The whole grant in one partner's name, others with costs alone: the rate is the project's.
          const grants = list.map((_, i) => (i === 0 ? most + BigInt(by) : 0n))
          fc.pre(grants[0]! > 0n)
          const byPartner = list.map((p, i) => ({
            row: String(i),
            cost: decimalOf(p.cost),
            grant: decimalOf(grants[i]!),
          }))
          const asked = byPartner.map((p, i) => ({ ...p, kind: list[i]!.kind }))
          const faults = proposalFaults({ ...sure, asked, limits }, { ...yes, byPartner }, free).map(
            (f) => f.is,
          )
          expect(faults.includes('over-rate')).toBe(by > 0)
          expect(faults).not.toContain('no-rate')
        },
      ),
    )
  })

  it('know no rate for a kind that the call names none for', () => {
    const rates = [{ costModel: null, applicant: 'company', most: '50' }]
    const of = (a: string | null, b: string | null) => ({
      ...sure,
      asked: sure.asked.map((p, i) => ({ ...p, kind: [a, b][i]! })),
      limits: { ...sure.limits, rates },
    })
    const half = yes.byPartner.map((p, i) => ({ ...p, grant: ['35000.00', '15000.00'][i]! }))
    expect(proposalFaults(of('company', null), { ...yes, byPartner: half }, free)).toEqual([
      { is: 'no-rate', field: 'costModel' },
    ])
    expect(proposalFaults(of('company', 'company'), { ...yes, byPartner: half }, free)).toEqual([])
    expect(proposalFaults(of('company', 'company'), yes, free).map((f) => f.is)).toEqual(['over-rate'])
    // Who is granted nothing needs no rate.
    const one = [half[0]!, { ...half[1]!, grant: '0.00' }]
    expect(proposalFaults(of('company', null), { ...yes, byPartner: one }, free)).toEqual([])
  })

  it('give nobody more than the city selected', () => {
    const less = [
      { row: 'a', cost: '70000.00', grant: '40000.00' },
      { row: 'b', cost: '30000.00', grant: '18000.00' },
    ]
    const on = { ...sure, selection: { ...selected, byPartner: less } }
    expect(decisionFaults(on, yes, free)).toEqual([{ is: 'over-selection', field: 'grant.a' }])
    expect(decisionFaults(on, { ...yes, byPartner: less }, free)).toEqual([])
  })

  it('read the limits of the call', () => {
    const limits = { ...sure.limits, leastGrant: '60000.01', mostMonths: 23 }
    const faults = proposalFaults({ ...sure, limits }, yes, free).map((f) => f.is)
    expect(faults).toEqual(['below-least', 'too-long'])
    expect(monthsAfter('2027-01-31', 1)).toBe('2027-02-28')
    const twice = { ...yes, byPartner: [yes.byPartner[0]!, yes.byPartner[0]!] }
    expect(proposalFaults(sure, twice, free).map((f) => f.is)).toContain('wrong-partners')
    expect(proposalFaults(sure, { ...yes, starts: null }, free)).toEqual([
      { is: 'no-dates', field: 'starts' },
    ])
    const model = { ...sure, limits: { ...sure.limits, rates: [{ costModel: 'flat-40', most: '80' }] } }
    expect(proposalFaults(model, yes, free).map((f) => f.is)).toEqual(['no-rate'])
    expect(proposalFaults(model, { ...yes, costModel: 'flat-40' }, free)).toEqual([])
  })

  it('say every fault in words', () => {
    fc.assert(
      fc.property(cases, terms, signers, (on, said, signer) => {
        for (const { is } of decisionFaults(on, said, signer)) expect(faultText.sv[is]).toBeTruthy()
      }),
    )
  })
})

describe('the signature', () => {
  const json = fc.jsonValue({ maxDepth: 4 }).filter((v) => !hasFraction(v))
  const hasFraction = (v: unknown): boolean =>
    typeof v === 'number'
      ? !Number.isSafeInteger(v) || Object.is(v, -0)
      : v !== null && typeof v === 'object' && Object.values(v).some(hasFraction)

  it('is canonical: the same content in any order of keys, and read back the same', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(value)
        expect(canonical(reversed(value))).toBe(canonical(value))
      }),
    )
    expect(canonical({ b: 1, a: 'ä€\u2028', ab: [null, true] })).toBe(
      '{"a":"ä€\u2028","ab":[null,true],"b":1}',
    )
    expect(() => canonical({ a: 0.5 })).toThrow(RangeError)
  })
  const reversed = (v: unknown): unknown =>
    Array.isArray(v)
      ? v.map(reversed)
      : v !== null && typeof v === 'object'
        ? Object.fromEntries(
            Object.entries(v)
              .reverse()
              .map(([k, x]) => [k, reversed(x)]),
          )
        : v

  it('changes with any change of what was signed', () => {
    const content = {
      format: 'talkoot-decision/1',
      part: 'legal',
      round: 1,
      application: { id: 'x', number: 'a/1', version: 2, hash: 'h' },
      parties: [{ row: 'a', name: 'Yliopisto', cost: '10.00', grant: '6.00' }],
      outcome: 'yes',
      grounds: 'Syy',
      conditions: '',
      cost: '10.00',
      grant: '6.00',
      signed: { person: 'p', name: 'Pia', office: 'council-officer', at: '2027-01-01T10:00:00.000Z' },
    } as unknown as Signed
    const leaves = (v: unknown, path: readonly string[] = []): string[][] =>
      v !== null && typeof v === 'object'
        ? Object.entries(v).flatMap(([k, x]) => leaves(x, [...path, k]))
        : [[...path]]
    for (const path of leaves(content)) {
      const other = structuredClone(content) as unknown as Record<string, unknown>
      let at = other
      for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>
      at[path.at(-1)!] = typeof at[path.at(-1)!] === 'number' ? 99 : `${String(at[path.at(-1)!])}.`
      expect(hashOfContent(other), path.join('.')).not.toBe(hashOfContent(content))
    }
    const stored = {
      content,
      hash: hashOfContent(content),
      part: 'legal',
      round: 1,
      outcome: 'yes',
      grounds: 'Syy',
      conditions: '',
      grant: '6.00',
      cost: '10.00',
      person: 'p',
      at: new Date('2027-01-01T10:00:00Z'),
    }
    expect(verdictOn(stored)).toMatchObject({ holds: true, differs: [] })
    expect(verdictOn({ ...stored, grant: '6.01' })).toMatchObject({ holds: false, differs: ['grant'] })
    expect(verdictOn({ ...stored, content: { ...content, grounds: 'Muu' } }).holds).toBe(false)
  })
})

describe('the terms', () => {
  it('are read as people write them', () => {
    const amounts = {
      '1 234,50': '1234.50',
      '1234.50': '1234.50',
      '1.234,5 €': '1234.50',
      '60000': '60000.00',
    }
    for (const [said, meant] of Object.entries(amounts)) expect(amountTyped(said)).toBe(meant)
    for (const wrong of ['', 'kymmenen', '-5', '1.2345', '12 34']) expect(amountTyped(wrong)).toBeUndefined()
  })

  it('are summed exactly, and a no has no money', () => {
    expect(sumsOf(yes)).toEqual({ cost: 10_000_000n, grant: 6_000_000n })
    expect(no.byPartner).toEqual([])
    expect(termsShape.safeParse({ ...yes, byPartner: [{ row: 'a', cost: '1,5', grant: '1' }] }).success).toBe(
      false,
    )
  })
})
