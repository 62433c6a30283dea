import type { Problem } from '../../src/engine/portfolio/problem.ts'
import { readProblem } from '../../src/engine/portfolio/reading.ts'
import type { PublicProblem, PublicWeight } from './random-problem.ts'

/** A problem that is known to be right. @throws when it is not */
export function read(json: PublicProblem): Problem {
  const found = readProblem(json)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found.problem
}

/** Statements about weights, read. */
export const readStatements = (criteria: PublicProblem['criteria'], weights: readonly PublicWeight[]) => {
  const scores = Object.fromEntries(criteria.map(({ id }) => [id, 0]))
  return read({ criteria, budgets: [], projects: [{ id: 'p', scores }], weights: [...weights] }).weights
}
