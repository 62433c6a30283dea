import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Fraction,
  fraction,
  isLess,
  minus,
  over,
  parse,
  plus,
  sum,
  times,
  zero,
} from '../../../test/budget/fraction.ts'
import { bruteForce, verticesOf } from '../../../test/portfolio/brute.ts'
import { type PublicProblem, randomProblem } from '../../../test/portfolio/random-problem.ts'
import { read } from '../../../test/portfolio/read.ts'
import { valueOfInformation } from './information.ts'
import { measuresOf } from './measures.ts'
import type { Rational } from './rational.ts'
import { type WeightSet, weightsOf } from './weights.ts'

/** The non-dominated portfolios of a random problem, by places. */
function answered(json: PublicProblem) {
  const brute = bruteForce(json)
  if (brute.weights === 'none' || brute.portfolios.length === 0) return undefined
  const problem = read(json)
  const found = weightsOf(problem.criteria.length, problem.weights)
  if (!('weights' in found)) throw new Error('weights that are there were not found')
  const places = new Map(json.projects.map(({ id }, i) => [id, i]))
  const portfolios = brute.portfolios.map((text) =>
    text === '' ? [] : text.split(' ').map((id) => places.get(id)!),
  )
  return { problem, weights: found.weights, portfolios }
}

/** The same measures by their definitions: every weight vertex, every pair, scores of what they do not share. */
function byDefinition(json: PublicProblem, portfolios: readonly (readonly number[])[]) {
  const vertices = verticesOf(json)
  const exact = (value: number | string | undefined) => (value === undefined ? zero : parse(String(value)))
  const score = (project: number, c: string, end: 0 | 1) => {
    const given = json.projects[project]!.scores[c]!
    return exact(Array.isArray(given) ? given[end] : given)
  }
  const joint = (portfolio: readonly number[], c: string) => {
    const ids = new Set(portfolio.map((p) => json.projects[p]!.id))
    const met = (json.synergies ?? []).filter(
      (s) => s.projects.filter((id) => ids.has(id)).length >= (s.atLeast ?? s.projects.length),
    )
    return sum(met.map((s) => exact(s.scores?.[c])))
  }
  const weighted = (w: readonly Fraction[], of: (c: string) => Fraction) =>
    sum(json.criteria.map(({ id }, i) => times(w[i]!, of(id))))
  const most = (all: readonly Fraction[]) => all.reduce((a, b) => (isLess(a, b) ? b : a))
  const least = (all: readonly Fraction[]) => all.reduce((a, b) => (isLess(b, a) ? b : a))
  const only = (p: readonly number[], q: readonly number[]) => p.filter((project) => !q.includes(project))
  const mean = json.criteria.map((_, c) =>
    over(sum(vertices.map((v) => v[c]!)), fraction(BigInt(vertices.length))),
  )
  return portfolios.map((p) => ({
    maximin: least(
      vertices.map((w) =>
        weighted(w, (c) => plus(joint(p, c), sum(p.map((project) => score(project, c, 0))))),
      ),
    ),
    regret: most(
      portfolios.flatMap((q) =>
        vertices.map((w) =>
          weighted(w, (c) => {
            const gained = sum(only(q, p).map((project) => score(project, c, 1)))
            const lost = sum(only(p, q).map((project) => score(project, c, 0)))
            return plus(minus(gained, lost), minus(joint(q, c), joint(p, c)))
          }),
        ),
      ),
    ),
    central: weighted(mean, (c) => {
      const ends = sum(p.flatMap((project) => [score(project, c, 0), score(project, c, 1)]))
      return plus(joint(p, c), over(ends, fraction(2n)))
    }),
  }))
}

const measured = (...given: Parameters<typeof measuresOf>) => {
  const answer = measuresOf(...given)
  if ('faults' in answer) throw new Error('the sums are too large')
  return answer.measures
}

test('maximin, regret and central value are those of their definitions', () => {
  let compared = 0
  fc.assert(
    fc.property(randomProblem(6, 3), (json) => {
      const answer = answered(json)
      if (!answer) return
      const { problem, weights, portfolios } = answer
      const got = measured(problem, weights, portfolios)
      const pick = ({ maximin, regret, central }: Record<'maximin' | 'regret' | 'central', Rational>) => ({
        ...{ maximin, regret, central },
      })
      expect(got.portfolios.map(pick)).toEqual(byDefinition(json, portfolios))
      for (const [project, index] of got.core.entries())
        expect(index).toEqual({
          in: portfolios.filter((p) => p.includes(project)).length,
          of: portfolios.length,
        })
      if (portfolios.length > 1) compared++
    }),
    { seed: 6, numRuns: 50 },
  )
  expect(compared).toBeGreaterThan(10)
})

test('the values of a portfolio count its synergies', () => {
  const json: PublicProblem = {
    criteria: [{ id: 'x' }, { id: 'y' }],
    budgets: [],
    projects: [
      { id: 'a', scores: { x: 1, y: [2, 3] } },
      { id: 'b', scores: { x: '0.5', y: 1 } },
    ],
    synergies: [{ projects: ['a', 'b'], scores: { x: '-0.25' } }],
  }
  const problem = read(json)
  const { weights } = weightsOf(2, []) as { weights: WeightSet }
  const { portfolios } = measured(problem, weights, [[0, 1], [1]])
  const shown = portfolios.map(({ values }) =>
    values.map(({ low, high }) => [low, high].map(({ n, d }) => Number(n) / Number(d))),
  )
  expect(shown).toEqual([
    [
      [1.25, 1.25],
      [3, 4],
    ],
    [
      [0.5, 0.5],
      [1, 1],
    ],
  ])
})

describe('the value of information', () => {
  test('is how many portfolios the definition leaves after each answer', () => {
    let [orders, scores] = [0, 0]
    fc.assert(
      fc.property(randomProblem(6, 3), (json) => {
        const answer = answered(json)
        if (!answer) return
        const { problem, weights, portfolios } = answer
        const { questions, complete } = valueOfInformation(problem, weights, portfolios)
        expect(complete).toBe(true)
        const left = (changed: PublicProblem) => {
          const brute = bruteForce(changed)
          return brute.weights === 'none' ? 0 : brute.portfolios.length
        }
        for (const { question, remain, expected, worst } of questions) {
          if (question.kind === 'weights') {
            orders++
            const [a, b] = [problem.criteria[question.a]!, problem.criteria[question.b]!]
            const answering = (first: string, second: string) =>
              left({ ...json, weights: [...(json.weights ?? []), { kind: 'atLeast', a: first, b: second }] })
            expect(remain).toEqual([answering(a, b), answering(b, a)])
          } else {
            scores++
            const projects = structuredClone(json.projects)
            const own = projects[question.project]!.scores
            for (const [c, score] of Object.entries(own))
              if (Array.isArray(score)) own[c] = (Number(score[0]) + Number(score[1])) / 2
            expect(remain).toEqual([left({ ...json, projects })])
          }
          expect(worst).toBe(Math.max(...remain))
          expect(Number(expected.n) / Number(expected.d)).toBe(
            remain.reduce((all, n) => all + n, 0) / remain.length,
          )
        }
        const order = questions.map((q) => Number(q.expected.n) / Number(q.expected.d))
        expect(order).toEqual([...order].sort((x, y) => x - y))
      }),
      { seed: 7, numRuns: 24 },
    )
    expect(Math.min(orders, scores)).toBeGreaterThan(5)
  })

  test('says when there was not enough time for all questions', () => {
    const ids = ['a', 'b', 'c', 'd']
    const problem = read({
      criteria: [{ id: 'x' }, { id: 'y' }],
      budgets: [],
      projects: ids.map((id, i) => ({ id, scores: { x: i, y: 3 - i } })),
      rules: [{ kind: 'atMost', projects: ids, count: 1 }],
    })
    const { weights } = weightsOf(2, []) as { weights: WeightSet }
    const list = ids.map((_, i) => [i])
    expect(valueOfInformation(problem, weights, list, 3)).toEqual({ questions: [], complete: false })
    const { questions } = valueOfInformation(problem, weights, list)
    expect(questions.map((q) => [q.question, q.remain])).toEqual([[{ kind: 'weights', a: 0, b: 1 }, [1, 1]]])
  })
})
