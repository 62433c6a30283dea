import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteForce } from '../../../test/portfolio/brute.ts'
import { type PublicProblem, randomProblem } from '../../../test/portfolio/random-problem.ts'
import { read } from '../../../test/portfolio/read.ts'
import { loadIntegerPrograms } from '../../kernel/integer-programs.ts'
import type { IntegerPrograms } from './integer-programs.ts'
import { solve } from './solve.ts'

/** What is proved when the search is stopped at its first step, beside the truth; nothing where no portfolio is feasible. */
function proved(given: PublicProblem, integerPrograms?: IntegerPrograms) {
  const truth = bruteForce(given)
  if (truth.weights === 'none' || truth.feasible === 0) return undefined
  const problem = read(JSON.parse(JSON.stringify(given)))
  const proofs = { enough: () => false, ...(integerPrograms && { integerPrograms: () => integerPrograms }) }
  const answer = solve(problem, { enough: () => true, proofs })
  if (!('solution' in answer)) throw new Error(JSON.stringify(answer))
  const { core, status, portfolios } = answer.solution
  const classes = problem.projects.map(({ id }) => {
    const containing = truth.portfolios.filter((portfolio) => portfolio.split(' ').includes(id)).length
    return containing === 0 ? 'no' : containing === truth.portfolios.length ? 'yes' : 'discuss'
  })
  return { core, status, classes, portfolios, truth: truth.portfolios, problem }
}

describe('what is proved where the search is stopped', () => {
  it('is true, and with integer programs nothing stays open, on small problems of every kind', async () => {
    const integerPrograms = await loadIntegerPrograms()
    let asked = 0
    let settled = 0
    fc.assert(
      fc.property(randomProblem(8, 2), (given) => {
        const found = proved(given, integerPrograms)
        if (!found) return
        for (const [i, { class: kind, proved: isProved, index, error }] of found.core.entries()) {
          asked++
          if (!isProved) {
            expect(found.status).toBe('bounded')
            expect(error).toBeGreaterThan(0)
            continue
          }
          settled++
          expect(kind).toBe(found.classes[i])
          if (kind !== 'discuss') expect(Number(index.n)).toBe(kind === 'yes' ? 1 : 0)
        }
      }),
      { numRuns: 120, seed: 2007 },
    )
    expect(asked).toBeGreaterThan(350)
    expect(settled / asked).toBeGreaterThan(0.95)
  })

  it('is true without integer programs too: sure yes and sure no alone are proved then', () => {
    let sure = 0
    let shown = 0
    fc.assert(
      fc.property(randomProblem(8, 2), (given) => {
        const found = proved(given)
        if (!found) return
        for (const [i, { class: kind, proved: isProved }] of found.core.entries()) {
          if (found.classes[i] !== 'discuss') sure++
          if (!isProved || found.status === 'exact') continue
          expect(kind).not.toBe('discuss')
          expect(kind).toBe(found.classes[i])
          shown++
        }
      }),
      { numRuns: 120, seed: 2007 },
    )
    expect(shown / sure).toBeGreaterThan(0.5)
  })
})
