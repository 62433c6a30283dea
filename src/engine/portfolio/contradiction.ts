import { minimalContradiction } from './minimal.ts'
import type { Problem, Statement } from './problem.ts'
import type { Programme } from './programme.ts'

/** Whether a programme has any choice that keeps all its rows. */
export type IsFeasible = (programme: Programme) => boolean

/**
 * Why no portfolio is feasible: a minimal set of budgets, rules and synergies (that value or cost come with their
 * projects alone) that no portfolio keeps together. Undefined when some portfolio keeps them all. A synergy that is
 * not in the set is free: it may come without its projects, and still no portfolio is found.
 */
export function contradictionIn(
  problem: Problem,
  programme: Programme,
  isFeasible: IsFeasible,
): readonly Statement[] | undefined {
  const spoken = new Set(programme.rows.flatMap((row) => row.says))
  // What people forced is looked at first and stays; of several contradictions it is told rather than a budget.
  const statements: Statement[] = [...problem.rules, ...problem.synergies, ...problem.budgets].filter(
    (statement) => spoken.has(statement.path),
  )
  const contradiction = minimalContradiction(statements, (some) => {
    const kept = new Set(some.map((statement) => statement.path))
    return isFeasible({
      ...programme,
      rows: programme.rows.filter((row) => row.says.every((p) => kept.has(p))),
    })
  })
  return contradiction?.map(({ path, id }) => (id === undefined ? { path } : { path, id }))
}
