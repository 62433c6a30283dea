import { describe, expect, it } from 'vitest'
import { pricing } from './room-prices.ts'
import { solveProblem } from './solving.ts'

const problem = {
  criteria: [{ id: 'value' }],
  budgets: [{ id: 'eu', limit: '2' }],
  projects: [
    { id: 'A', costs: { eu: '1' }, scores: { value: '5' } },
    { id: 'B', costs: { eu: '1' }, scores: { value: '3' } },
    { id: 'C', costs: { eu: '1' }, scores: { value: '2' } },
  ],
  weights: [],
  rules: [
    { id: 'c', kind: 'in', project: 'C' },
    { id: 'a', kind: 'in', project: 'A' },
  ],
  synergies: [],
}

const best = async (asked: object) => {
  const solved = solveProblem(asked, 1)
  const [first] = 'result' in solved ? solved.result.portfolios : []
  return first && 'central' in first ? first.central : undefined
}

async function pricesOf(of: object) {
  const told: [string, string, number | undefined][] = []
  for await (const { of: what, id, price } of pricing(of, best)) told.push([what, id, price.lost])
  return told
}

describe('prices', () => {
  it('are the share of the value that a rule costs; one that costs nothing is free', async () => {
    const told = await pricesOf(problem)
    // With C in, A and C are worth 7; without the rule, A and B are worth 8.
    expect(told.find(([, id]) => id === 'c')?.[2]).toBeCloseTo(1 / 8, 9)
    expect(told.find(([, id]) => id === 'a')?.[2]).toBe(0)
  })

  it('of money come first, a tenth more of a small budget', async () => {
    const wider = { ...problem, budgets: [{ id: 'eu', limit: '2.8' }] }
    const [first] = await pricesOf(wider)
    // With 3.08 all three are taken: 10 instead of 7.
    expect(first?.slice(0, 2)).toEqual(['money', 'eu'])
    expect(first?.[2]).toBeCloseTo(3 / 10, 9)
  })

  it('are asked for one after another', async () => {
    let under = 0
    const most = { is: 0 }
    const counting = async (asked: object) => {
      under++
      most.is = Math.max(most.is, under)
      await Promise.resolve()
      under--
      return best(asked)
    }
    for await (const { price } of pricing(problem, counting)) expect(price).toBeDefined()
    expect(most.is).toBe(1)
  })

  it('are unknown where nothing is feasible, and none where the problem is faulty', async () => {
    const impossible = { ...problem, budgets: [{ id: 'eu', limit: '0' }] }
    expect((await pricesOf(impossible)).every(([, , lost]) => lost === undefined)).toBe(true)
    expect(await pricesOf({ ...problem, budgets: [{ id: 'eu' }] })).toEqual([])
  })
})
