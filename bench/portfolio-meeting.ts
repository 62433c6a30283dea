import { readProblem, solving } from '../src/engine/portfolio/index.ts'

/**
 * The portfolio engine at the size of meetings: made projects with costs in euros and scores from 0 to 5, criteria in
 * rank order, budgets for two fifths of what is asked. How long the first answer takes, and the last.
 * `npm run bench -- portfolio-meeting [seconds] [seed]`
 */
const seconds = Number(process.argv[2] ?? 30)
let state = Number(process.argv[3] ?? 2007)
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Numbers that are the same for a seed (Park, Miller 1988). */
const below = (n: number): number => {
  state = (state * 48_271) % 2_147_483_647
  return state % n
}

type Made = { projects: number; criteria: number; budgets: number; quotas?: boolean; intervals?: number }

function made({ projects, criteria, budgets, quotas = false, intervals = 0 }: Made) {
  const ids = Array.from({ length: criteria }, (_, c) => `c${c + 1}`)
  const purses = Array.from({ length: budgets }, (_, b) => `eur${b + 1}`)
  const of = Array.from({ length: projects }, (_, i) => ({
    id: `p${i + 1}`,
    costs: Object.fromEntries(purses.map((purse, b) => [purse, 1000 * ((b === 0 ? 50 : 0) + below(450))])),
    scores: Object.fromEntries(
      ids.map((id) => {
        const score = below(51) / 10
        const unsure = below(100) < intervals && score <= 4.5
        return [id, unsure ? [score, Math.round(10 * score + 5) / 10] : score]
      }),
    ),
  }))
  const asked = (purse: string) => of.reduce((sum, { costs }) => sum + costs[purse]!, 0)
  const group = (g: number, groups: number) => of.filter((_, i) => i % groups === g).map(({ id }) => id)
  const rules = [
    ...[0, 1, 2, 3].map((g) => ({
      kind: 'atLeast',
      projects: group(g, 4),
      count: Math.floor(projects / 14),
    })),
    ...[0, 1, 2].map((g) => ({ kind: 'atMost', projects: group(g, 3), count: Math.floor(projects / 6) })),
  ]
  return {
    criteria: ids.map((id) => ({ id })),
    budgets: purses.map((id) => ({ id, limit: 1000 * Math.floor(asked(id) / 2500) })),
    projects: of,
    weights: [{ kind: 'rank', order: ids }],
    rules: quotas ? rules : [],
  }
}

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
  const read = readProblem(made(kind))
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
