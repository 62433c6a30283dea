import fc from 'fast-check'
import { compared } from '../test/portfolio/compare.ts'
import { randomProblem } from '../test/portfolio/random-problem.ts'

/**
 * Random small portfolio problems of every kind (1-3 budgets, 2-4 criteria, point and interval scores, weights, rules,
 * synergies): the form that is solved, answered by trying every choice, against the definition on every subset.
 * `npm run bench -- portfolio-problems [problems] [seed] [most projects]`
 */
const numRuns = Number(process.argv[2] ?? 2_000)
const seed = Number(process.argv[3] ?? 2007)
const most = Number(process.argv[4] ?? 8)
const say = (line: string) => process.stdout.write(`${line}\n`)

const began = performance.now()
const counts = { differences: 0, 'no weights': 0, 'no portfolio': 0, portfolios: 0, points: 0 }
for (const [i, problem] of fc.sample(randomProblem(most, 2), { numRuns, seed }).entries()) {
  const { expected, got } = compared(problem)
  if (JSON.stringify(expected) !== JSON.stringify(got)) {
    counts.differences++
    if (counts.differences <= 3) say(`  problem ${i}: ${JSON.stringify(problem)}`)
  }
  if (expected.weights === 'none') counts['no weights']++
  else if (expected.feasible === 0) counts['no portfolio']++
  else {
    counts.portfolios += expected.portfolios.length
    counts.points += expected.points.length
  }
}
const said = Object.entries(counts).map(([what, n]) => `${n.toLocaleString('en-GB')} ${what}`)
say(
  `${numRuns.toLocaleString('en-GB')} problems: ${said.join(', ')}; ${((performance.now() - began) / 1000).toFixed(1)} s`,
)
process.exitCode = counts.differences === 0 ? 0 : 1
