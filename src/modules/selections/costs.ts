import { centsOf, decimalOf } from '../../kernel/money.ts'

type Costed = {
  budgets: readonly { id: string }[]
  projects: readonly { id: string; costs: Readonly<Record<string, string>> }[]
  synergies?: readonly {
    projects: readonly string[]
    atLeast?: number | undefined
    costs: Readonly<Record<string, string>>
  }[]
}

/** What a set of projects costs in each budget, synergies included: decimal texts, exact cents. */
export function addUp({ budgets, projects, synergies = [] }: Costed, chosen: readonly string[]) {
  const taken = new Set(chosen)
  const reached = synergies.filter(
    (s) => s.projects.filter((p) => taken.has(p)).length >= (s.atLeast ?? s.projects.length),
  )
  return Object.fromEntries(
    budgets.map(({ id }) => {
      const all = [...projects.filter((p) => taken.has(p.id)), ...reached]
      return [id, decimalOf(all.reduce((sum, { costs }) => sum + centsOf(costs[id] ?? '0'), 0n))]
    }),
  )
}
