import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compared } from '../../../test/portfolio/compare.ts'
import { type PublicProblem, randomProblem } from '../../../test/portfolio/random-problem.ts'
import { read } from '../../../test/portfolio/read.ts'
import { formulate } from './formulate.ts'
import { weightsOf } from './weights.ts'

/** The same comparison of 2 000: `npm run bench -- portfolio-problems`. */
test('a problem in the form that is solved has the same answer as the definition on every subset', () => {
  let withAnswer = 0
  fc.assert(
    fc.property(randomProblem(6), (problem) => {
      const { expected, got } = compared(problem)
      expect(got).toEqual(expected)
      if (expected.weights === 'some' && expected.portfolios.length > 1) withAnswer++
    }),
    { numRuns: 150, seed: 2007 },
  )
  expect(withAnswer).toBeGreaterThan(40)
})

function formulated(json: PublicProblem) {
  const problem = read(json)
  const found = weightsOf(problem.criteria.length, problem.weights)
  if (!('weights' in found)) throw new Error('there are no such weights')
  return formulate(problem, found.weights)
}
function formulationOf(json: PublicProblem) {
  const answer = formulated(json)
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
  return answer.formulation
}
const plain = (
  scores: Record<string, number | string | [number, number]>[],
  costs: (number | string)[] = [],
) => ({
  criteria: Object.keys(scores[0]!).map((id) => ({ id })),
  budgets: [{ id: 'eur', limit: '10.009' }],
  projects: scores.map((one, i) => ({ id: `p${i}`, scores: one, costs: { eur: costs[i] ?? 0 } })),
})

describe('the programme', () => {
  test('has whole numbers in the coarsest units that are exact', () => {
    const { programme } = formulationOf(plain([{ a: 0.5 }, { a: '1.50' }, { a: -2 }], ['7.5', 5, '-2.5']))
    expect([...programme.low]).toEqual([1, 3, -4])
    expect(programme.high).toBe(programme.low)
    // 10.009 euros are four whole units of 2.50.
    expect(programme.rows.map((row) => ({ ...row, coefficients: [...row.coefficients] }))).toEqual([
      { coefficients: [3, 2, -1], bound: 4, says: ['budgets.0'] },
    ])
  })

  test('merges objectives that are multiples of each other, lows and highs alike', () => {
    const twice = [
      { a: 1, b: 2, c: 2 },
      { a: 3, b: 6, c: [6, 7] as [number, number] },
    ]
    const { programme, points } = formulationOf(plain(twice))
    expect(points).toEqual([[0, 1], [2]])
    expect([programme.objectives, [...programme.low], [...programme.high]]).toEqual([
      ...[2, [1, 2, 3, 6], [1, 2, 3, 7]],
    ])
    const nothing = formulationOf(plain([{ a: 0, b: 0 }]))
    expect(nothing.programme.objectives).toBe(1)
  })

  test('leaves out rows that everything keeps, and holds those that nothing keeps', () => {
    const rowsWith = (limit: number | string) => {
      const problem = { ...plain([{ a: 1 }, { a: 1 }], [4, 6]), budgets: [{ id: 'eur', limit }] }
      return formulationOf(problem).programme.rows.map((row) => row.bound)
    }
    expect(rowsWith(10)).toEqual([])
    expect(rowsWith('9.99')).toEqual([4])
    expect(rowsWith('-999999999999999')).toEqual([-1])
  })

  test('says by how many digits the numbers are too long', () => {
    const long = plain([{ a: 1 }, { a: 1 }], ['123456789012345.98765', '1.00001'])
    const answer = formulated({ ...long, rules: [{ kind: 'in', project: 'p0' }] })
    expect('faults' in answer && answer.faults).toEqual([
      { code: 'sums-too-large', path: 'budgets.0', values: { digits: 5 } },
    ])
    const precise = formulated(plain([{ a: '1.000000000000001' }, { a: 99 }]))
    expect('faults' in precise && precise.faults.map(({ code, path }) => [code, path])).toEqual([
      ['sums-too-large', 'weights'],
    ])
  })
})
