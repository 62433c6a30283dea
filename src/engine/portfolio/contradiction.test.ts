import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFeasible } from '../../../test/portfolio/enumerate.ts'
import { type PublicProblem, randomProblem } from '../../../test/portfolio/random-problem.ts'
import { read } from '../../../test/portfolio/read.ts'
import { contradictionIn } from './contradiction.ts'
import { formulate } from './formulate.ts'
import { minimalContradiction } from './minimal.ts'
import type { Programme } from './programme.ts'
import { weightsOf } from './weights.ts'

function programmeOf(json: PublicProblem): { problem: ReturnType<typeof read>; programme: Programme } {
  const problem = read({ ...json, weights: [] })
  const weights = weightsOf(problem.criteria.length, [])
  const formulated = 'weights' in weights ? formulate(problem, weights.weights) : weights
  if (!('formulation' in formulated)) throw new Error('the problem cannot be formulated')
  return { problem, programme: formulated.formulation.programme }
}
function told(json: PublicProblem): string[] | undefined {
  const { problem, programme } = programmeOf(json)
  return contradictionIn(problem, programme, isFeasible)?.map((s) => s.id ?? s.path)
}
const plain = (ids: string[], limit: number): PublicProblem => ({
  criteria: [{ id: 'c' }],
  budgets: [{ id: 'eur', limit }],
  projects: ids.map((id) => ({ id, costs: { eur: 10 }, scores: { c: 1 } })),
})

test('names what cannot hold together, and nothing beside it', () => {
  const base = plain(['a', 'b', 'c', 'd'], 15)
  expect(
    told({
      ...base,
      rules: [
        { kind: 'atMost', projects: ['a', 'b'], count: 2 },
        { kind: 'in', project: 'a', id: 'chosen' },
        { kind: 'requires', project: 'a', needs: ['b', 'c'], id: 'together' },
        { kind: 'excludes', projects: ['c', 'd'] },
        { kind: 'in', project: 'd' },
      ],
    }),
  ).toEqual(['chosen', 'together', 'rules.3', 'rules.4'])
  expect(
    told({ ...base, rules: [{ kind: 'atLeast', projects: ['a', 'b', 'c'], count: 2, id: 'two' }] }),
  ).toEqual(['two', 'eur'])
  expect(told({ ...base, rules: [{ kind: 'atLeast', projects: ['a'], count: 2 }] })).toEqual(['rules.0'])
  expect(told({ ...base, rules: [{ kind: 'in', project: 'a' }] })).toBeUndefined()
})

test('a saving that does not come is part of why', () => {
  const base = plain(['a', 'b', 'c'], 15)
  base.projects[2]!.costs = {}
  const saving: PublicProblem = {
    ...base,
    rules: [
      { kind: 'in', project: 'a' },
      { kind: 'in', project: 'b' },
      { kind: 'out', project: 'c' },
    ],
    synergies: [{ projects: ['a', 'b', 'c'], costs: { eur: -8 }, id: 'shared-office' }],
  }
  expect(told(saving)).toEqual(['rules.0', 'rules.1', 'rules.2', 'shared-office', 'eur'])
  expect(told({ ...saving, rules: saving.rules!.slice(0, 2) })).toBeUndefined()
})

test('of random problems without a portfolio: the set cannot hold, and holds without any one of it', () => {
  let empty = 0
  fc.assert(
    fc.property(randomProblem(6, 2), (json) => {
      const { problem, programme } = programmeOf(json)
      const contradiction = contradictionIn(problem, programme, isFeasible)
      expect(contradiction === undefined).toBe(isFeasible(programme))
      if (!contradiction) return
      empty++
      const holds = (paths: readonly string[]) =>
        isFeasible({
          ...programme,
          rows: programme.rows.filter((row) => row.says.every((p) => paths.includes(p))),
        })
      const paths = contradiction.map(({ path }) => path)
      expect(holds(paths)).toBe(false)
      for (const one of paths) expect(holds(paths.filter((path) => path !== one))).toBe(true)
    }),
    { seed: 5, numRuns: 150 },
  )
  expect(empty).toBeGreaterThan(12)
})

test('asks less often than there are statements', () => {
  const statements = Array.from({ length: 1000 }, (_, i) => i)
  let asked = 0
  const culprits = [17, 500, 993]
  const found = minimalContradiction(statements, (some) => {
    asked++
    return !culprits.every((one) => some.includes(one))
  })
  expect(found).toEqual(culprits)
  expect(asked).toBeLessThan(100)
})
