/**
 * Problems of the size of meetings, made: costs in euros, scores from 0 to 5, criteria in rank order, budgets for two
 * fifths of what is asked.
 */
export type Made = {
  readonly projects: number
  readonly criteria: number
  readonly budgets: number
  readonly quotas?: boolean
  /** In a hundred scores, those that are intervals. */
  readonly intervals?: number
}

/** Numbers below n that are the same for a seed (Park, Miller 1988). */
export function numbersOf(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state * 48_271) % 2_147_483_647
    return state % n
  }
}

export function problemOf(
  { projects, criteria, budgets, quotas = false, intervals = 0 }: Made,
  below = numbersOf(2007),
) {
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

/** One that does not end in the time that a test has. */
export const hardProblem = problemOf({ projects: 112, criteria: 6, budgets: 2, quotas: true })
