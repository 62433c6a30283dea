import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compared } from '../../../test/portfolio/compare.ts'
import { randomProblem } from '../../../test/portfolio/random-problem.ts'

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
