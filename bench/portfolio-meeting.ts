import { readProblem, type Solution, solving, within } from '../src/engine/portfolio/index.ts'
import { loadIntegerPrograms } from '../src/kernel/integer-programs.ts'
import { type Made, numbersOf, problemOf } from '../test/portfolio/meeting-problem.ts'

/**
 * The portfolio engine at the size of meetings: made projects with costs in euros and scores from 0 to 5, criteria in
 * rank order, budgets for two fifths of what is asked. How long the first answer takes, and the last; what
 * is proved where the search is stopped. Processor seconds.
 * `npm run bench -- portfolio-meeting [seconds] [seed] [number of the one to run]`
 */
const seconds = Number(process.argv[2] ?? 30)
const below = numbersOf(Number(process.argv[3] ?? 2007))
const only = process.argv[4] === undefined ? undefined : Number(process.argv[4])
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
  { projects: 500, criteria: 5, budgets: 2, quotas: true },
]

/** Seconds of processor time, since the machine may have other work. */
const processor = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

for (const [number, kind] of kinds.entries()) {
  const read = readProblem(problemOf(kind, below))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  if (only !== undefined && number + 1 !== only) continue
  let began = processor()
  const passed = () => processor() - began
  const integerPrograms = await loadIntegerPrograms(() => passed() > seconds)
  began = processor()
  const steps = solving(read.problem, {
    list: 1000,
    ...within({ seconds, passed, integerPrograms: () => integerPrograms }),
  })
  let step = steps.next()
  let first = 0
  for (; !step.done; step = steps.next()) if (first === 0 && step.value.known > 0) first = passed()
  const { quotas, intervals = 0 } = kind
  const what = `${kind.projects} x ${kind.criteria}, ${kind.budgets} budgets${quotas ? ', 7 quotas' : ''}${intervals ? `, ${intervals} % intervals` : ''}`
  const outcome = 'solution' in step.value ? said(step.value.solution) : 'no solution'
  say(`${what.padEnd(38)} first ${first.toFixed(2)} s, end ${passed().toFixed(2).padStart(6)} s  ${outcome}`)
}

function said({ status, count, core }: Solution): string {
  const proved = (kind: string) => core.filter((one) => one.proved && one.class === kind).length
  const classes = `proved yes ${proved('yes')}, no ${proved('no')}, discuss ${proved('discuss')}`
  const unproved = core.filter((one) => !one.proved)
  const estimated = `unproved ${unproved.length} (${unproved.filter((one) => one.class !== 'discuss').length} estimated yes or no)`
  return `${status.padEnd(8)} ${String(count).padStart(6)} portfolios; ${classes}, ${estimated}`
}
