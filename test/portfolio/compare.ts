import { formulate } from '../../src/engine/portfolio/formulate.ts'
import type { Problem } from '../../src/engine/portfolio/problem.ts'
import { readProblem } from '../../src/engine/portfolio/reading.ts'
import { solve } from '../../src/engine/portfolio/solve.ts'
import { weightsOf } from '../../src/engine/portfolio/weights.ts'
import { type Brute, bruteForce } from './brute.ts'
import { nonDominated } from './enumerate.ts'
import type { PublicProblem } from './random-problem.ts'

/**
 * What the engine makes of a problem, and brute force beside it. Its form that is solved is answered twice: by trying
 * all its choices, and by the engine's search, whose counts must be those of its list.
 */
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
  const searched = searchedIn(problem)
  if (String(searched) !== String([...portfolios].sort()))
    return { expected, got: { faults: [{ searched }] } }
  const points = weights.weights.points.map((p) => p.map(({ n, d }) => `${n}/${d}`).join(' ')).sort()
  const feasible = expected.weights === 'some' ? expected.feasible : 0
  return { expected, got: { weights: 'some', portfolios: portfolios.sort(), feasible, points } }
}

function searchedIn(problem: Problem): string[] {
  const answer = solve(problem)
  if ('contradiction' in answer) return []
  if ('faults' in answer) return [JSON.stringify(answer.faults)]
  const { status, portfolios, count, core } = answer.solution
  const counted = core.map(({ index }) => (Number(index.n) * portfolios.length) / Number(index.d))
  const agree = counted.every((some, i) => some === portfolios.filter((taken) => taken.includes(i)).length)
  if (status !== 'exact' || Number(count) !== portfolios.length || !agree)
    return [`${status} ${count} ${counted}`]
  return portfolios.map((taken) => taken.map((i) => problem.projects[i]!.id).join(' ')).sort()
}
