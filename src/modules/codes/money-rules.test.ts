import { describe, expect, it } from 'vitest'
import {
  addUpBudget,
  readCostModels,
  readDeMinimisRules,
  readFinancingSources,
} from '../../engine/budget/index.ts'
import { costModels, deMinimisRules, financingSources } from './index.ts'
import { codeSources } from './lists.ts'

const euros = (amount: number) => BigInt(amount) * 100n
const total = (model: string, line: string, amount: bigint) =>
  addUpBudget(costModels.find((m) => m.code === model)!, {
    years: [],
    partners: [{ partner: 'a', amounts: new Map([[line, [amount]]]) }],
  })

describe('rules of money that ship with the product', () => {
  it('are what the engine reads, each from a known source', () => {
    expect(readCostModels(costModels)).toEqual({ ok: true, value: costModels })
    expect(readFinancingSources(financingSources)).toEqual({ ok: true, value: financingSources })
    expect(readDeMinimisRules(deMinimisRules)).toEqual({ ok: true, value: deMinimisRules })
    for (const { source } of [...costModels, ...financingSources, ...deMinimisRules])
      expect(codeSources[source], source).toBeDefined()
  })
  it('hold nothing that was not read, and what was read in part says what was not', () => {
    expect(costModels.map((m) => [m.code, m.verified])).toEqual([
      ['FR40', true],
      ['FR1_5', 'partial'],
      ['LUMP', true],
    ])
    expect(financingSources.map((s) => s.code)).toEqual([
      'grant',
      'municipal',
      'other-public',
      'private',
      'own',
    ])
  })
  it('make 140 000 of salaries of 100 000, and 101 500 of an investment of 100 000', () => {
    expect(total('FR40', 'salaries', euros(100_000)).all.total.total).toBe(euros(140_000))
    expect(total('FR1_5', 'direct', euros(100_000)).all.total.total).toBe(euros(101_500))
  })
  it('let a lump sum be 200 000 euros and not a cent more', () => {
    expect(total('LUMP', 'costs', euros(200_000)).faults).toEqual([])
    expect(total('LUMP', 'costs', euros(200_000) + 1n).faults).toEqual([
      {
        code: 'over-limit',
        place: ['limits', 'total'],
        values: { amount: '200000.01', most: '200000.00', over: '0.01' },
      },
    ])
  })
})
