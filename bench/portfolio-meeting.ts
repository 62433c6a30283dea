import { readProblem, solving } from '../src/engine/portfolio/index.ts'
import { type Made, numbersOf, problemOf } from '../test/portfolio/meeting-problem.ts'

/**
 * The portfolio engine at the size of meetings: made projects with costs in euros and scores from 0 to 5, criteria in
 * rank order, budgets for two fifths of what is asked. How long the first answer takes, and the last.
 * `npm run bench -- portfolio-meeting [seconds] [seed]`
 */
const seconds = Number(process.argv[2] ?? 30)
const below = numbersOf(Number(process.argv[3] ?? 2007))
const say = (line: string) => process.stdout.write(`${line}\n`)

const kinds: readonly Made[] = [
  { projects: 40, criteria: 5, budgets: 1 },
  { projects: 40, criteria: 5, budgets: 2 },
  { projects: 40, criteria: 5, budgets: 2, quotas: true },
  { projects: 40, criteria: 5, budgets: 2, intervals: 10 },
  { projects: 40, criteria: 5, budgets: 2, intervals: 30 },
  { projects: 60, criteria: 5, budgets: 1 },
  { projects: 60, criteria: 5, budgets: 2, quotas: true },
  { projects: 112, criteria: 6, budgets: 2, quotas: true },
]

for (const kind of kinds) {
  const read = readProblem(problemOf(kind, below))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const began = performance.now()
  const passed = () => (performance.now() - began) / 1000
  const steps = solving(read.problem, { list: 1000, enough: () => passed() > seconds })
  let step = steps.next()
  let first = 0
  for (; !step.done; step = steps.next()) if (first === 0 && step.value.known > 0) first = passed()
  const { quotas, intervals = 0 } = kind
  const what = `${kind.projects} x ${kind.criteria}, ${kind.budgets} budgets${quotas ? ', 7 quotas' : ''}${intervals ? `, ${intervals} % intervals` : ''}`
  const outcome =
    'solution' in step.value
      ? `${step.value.solution.status.padEnd(8)} ${String(step.value.solution.count).padStart(6)} portfolios`
      : 'no solution'
  say(`${what.padEnd(38)} first ${first.toFixed(2)} s, end ${passed().toFixed(2).padStart(6)} s  ${outcome}`)
}
