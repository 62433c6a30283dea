import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calls, candidatesOf, today } from '../../../../test/cover/random-call.ts'
import type { Candidate, Fact } from './candidate.ts'
import type { Asks, Demand } from './demand.ts'
import { cellOf, readEvidence } from './evidence.ts'
import { matrixOf } from './matrix.ts'
import { wordKeys } from './themes.ts'

const demand = (asks: Asks, more: Partial<Demand> = {}): Demand => ({
  id: 'd',
  name: 'Vaatimus',
  asks,
  counted: 'partners',
  need: 1,
  must: true,
  weight: 10,
  enough: 'either',
  source: '',
  ...more,
})
const limits = { least: 1, most: 20 }
const one = (of: Partial<Candidate>, i = 0): Candidate => ({ id: `c${i}`, name: `C${i}`, facts: [], ...of })
const cell = (asks: Demand, candidate: Partial<Candidate>) =>
  cellOf(readEvidence({ demands: [asks], limits, exclusions: [] }, [one(candidate)], today), 0, 0)
const fact = (of: Partial<Fact>): Fact => ({ id: 'f', kind: 'project', title: 'Hanke', until: today, ...of })
const theme = (words: string[], subjects: number[] = []) => ({ kind: 'competence' as const, subjects, words })

describe('a cell', () => {
  test('is shown by a project, stated by a statement', () => {
    const of = (kind: Fact['kind']) =>
      cell(demand(theme([], [7])), { facts: [fact({ kind, subjects: [3, 7] })] })
    expect(of('project')).toMatchObject({ state: 'shown', meets: true, strength: 90 })
    expect(of('statement')).toMatchObject({ state: 'stated', meets: true, strength: 50 })
    expect(cell(demand(theme([], [7])), { facts: [fact({ subjects: [3] })] })).toMatchObject({
      state: 'no',
      strength: 0,
    })
  })

  test('is met only by the evidence that the demand takes', () => {
    const of = (enough: Demand['enough'], ...kinds: Fact['kind'][]) =>
      cell(demand(theme([], [7]), { enough }), {
        facts: kinds.map((kind, i) => fact({ id: `f${i}`, kind, subjects: [7] })),
      }).meets
    expect(of('shown', 'statement')).toBe(false)
    expect(of('shown', 'project')).toBe(true)
    expect(of('either', 'statement')).toBe(true)
    expect(of('both', 'project')).toBe(false)
    expect(of('both', 'project', 'statement')).toBe(true)
  })

  test('finds free words in any form, all of them', () => {
    const of = (title: string) =>
      cell(demand(theme(['ainetta lisäävä valmistus'])), { facts: [fact({ words: wordKeys(title) })] }).state
    expect(of('Ainetta lisäävän valmistuksen pilotointi')).toBe('shown')
    expect(of('Valmistuksen pilotointi')).toBe('no')
  })

  test('of a facility needs a place to try things, not a project alone', () => {
    const asks = demand({ kind: 'facility', subjects: [7], words: [] })
    expect(cell(asks, { facts: [fact({ subjects: [7] })] }).state).toBe('no')
    expect(cell(asks, { facts: [fact({ kind: 'facility', subjects: [7], testBed: true })] }).state).toBe(
      'stated',
    )
  })

  test('takes what the register says of the organisation', () => {
    expect(cell(demand({ kind: 'industry', codes: ['25'] }), { industries: ['25620'] }).register).toBe(true)
    expect(cell(demand({ kind: 'industry', codes: ['256', '3'] }), { industries: ['25500'] }).state).toBe(
      'no',
    )
    expect(cell(demand({ kind: 'size', codes: ['sme'] }), { size: 'medium' }).meets).toBe(true)
    expect(cell(demand({ kind: 'size', codes: ['sme'] }), { size: 'large' }).meets).toBe(false)
    expect(cell(demand({ kind: 'size', codes: ['sme'] }), {}).meets).toBe(false)
  })

  test('can be filled by a person’s judgement, whatever is asked', () => {
    for (const asks of [{ kind: 'own' as const }, theme([], [7])])
      expect(cell(demand(asks), { facts: [fact({ kind: 'judgement', demands: ['d'] })] })).toMatchObject({
        state: 'shown',
      })
  })

  test('grows stronger with each fact, and weaker with the years', () => {
    const of = (...untils: number[]) =>
      cell(demand(theme([], [7])), {
        facts: untils.map((until, i) => fact({ id: `f${i}`, kind: 'statement', subjects: [7], until })),
      }).strength
    expect(of(today, today)).toBe(75)
    expect(of(today - 1_096)).toBe(25)
    expect(of(today + 500)).toBe(50)
  })
})

describe('the cover matrix', () => {
  test('says how far a demand is met', () => {
    const demands = [
      demand({ kind: 'anybody' }, { id: 'a', counted: 'countries', need: 3 }),
      demand(theme([], [7]), { id: 'b', need: 2 }),
      demand(theme([], [8]), { id: 'c' }),
      demand(theme([], [9]), { id: 'd' }),
    ]
    const candidates = [
      one({ country: 'FI', facts: [fact({ subjects: [7, 8] })] }, 0),
      one({ country: 'FI', facts: [fact({ kind: 'statement', subjects: [7] })] }, 1),
    ]
    const evidence = readEvidence({ demands, limits, exclusions: [] }, candidates, today)
    const { rows, columns } = matrixOf(evidence, [0, 1])
    expect(rows.map(({ state, met }) => [state, met])).toEqual([
      ['partly', 1],
      ['stated', 2],
      ['met', 1],
      ['missing', 0],
    ])
    expect(columns.map(({ alone, stops, meets }) => ({ alone, stops, meets }))).toEqual([
      { alone: [1, 2], stops: true, meets: 3 },
      { alone: [1], stops: true, meets: 2 },
    ])
  })

  test('names exactly what falls if one leaves', () => {
    fc.assert(
      fc.property(calls, candidatesOf(6), (call, candidates) => {
        const evidence = readEvidence(call, candidates, today)
        const members = [...candidates.keys()]
        const isMet = (some: number[]) =>
          matrixOf(evidence, some).rows.map(({ met }, d) => met >= call.demands[d]!.need)
        const { columns } = matrixOf(evidence, members)
        for (const { candidate, alone } of columns) {
          const after = isMet(members.filter((c) => c !== candidate))
          expect(alone).toEqual(isMet(members).flatMap((met, d) => (met && !after[d] ? d : [])))
        }
      }),
      { numRuns: 200, seed: 2003 },
    )
  })

  test('has the same cells as the evidence of all at once', () => {
    fc.assert(
      fc.property(calls, candidatesOf(5), (call, candidates) => {
        const evidence = readEvidence(call, candidates, today)
        for (const [c, candidate] of candidates.entries()) {
          const alone = readEvidence(call, [candidate], today)
          for (const d of call.demands.keys()) {
            const found = cellOf(evidence, d, c)
            expect(found).toEqual(cellOf(alone, d, 0))
            expect(found.state === 'no').toBe(found.facts.length === 0 && !found.register)
          }
        }
      }),
      { numRuns: 200, seed: 2003 },
    )
  })
})
