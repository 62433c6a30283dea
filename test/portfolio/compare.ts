import { formulate } from '../../src/engine/portfolio/formulate.ts'
import { readProblem } from '../../src/engine/portfolio/reading.ts'
import { weightsOf } from '../../src/engine/portfolio/weights.ts'
import { type Brute, bruteForce } from './brute.ts'
import { nonDominated } from './enumerate.ts'
import type { PublicProblem } from './random-problem.ts'

/** What the engine's own form of a problem comes to when it is solved by trying all choices, and brute force beside it. */
export function compared(given: PublicProblem): {
  expected: Brute
  got: Brute | { faults: readonly unknown[] }
} {
  const expected = bruteForce(given)
  const read = readProblem(JSON.parse(JSON.stringify(given)))
  if ('faults' in read) return { expected, got: read }
  const { problem } = read
  const weights = weightsOf(problem.criteria.length, problem.weights)
  if ('contradiction' in weights) return { expected, got: { weights: 'none' } }
  if ('faults' in weights) return { expected, got: weights }
  const formulated = formulate(problem, weights.weights)
  if ('faults' in formulated) return { expected, got: formulated }
  const { programme } = formulated.formulation
  const portfolios = nonDominated(programme).map((choice) =>
    problem.projects.flatMap(({ id }, i) => (choice[i] ? [id] : [])).join(' '),
  )
  const points = weights.weights.points.map((p) => p.map(({ n, d }) => `${n}/${d}`).join(' ')).sort()
  const feasible = expected.weights === 'some' ? expected.feasible : 0
  return { expected, got: { weights: 'some', portfolios: portfolios.sort(), feasible, points } }
}
