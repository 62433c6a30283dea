import { centsFromDecimal, decimalFromCents, readCostModels } from '../../engine/budget/index.ts'
import type { Read } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { Item } from './content.ts'
import { type GrantedBudget, type PlannedLine, plannedOf, wholeCost, withChanges } from './plan.ts'
import { type BudgetRow, budgetsOf, type Followed } from './queries.ts'
import { text } from './text.ts'

/** The budget of one granted application by category, over its partners, with the names of its cost model. */
function grantedIn({ budget, models, cost }: BudgetRow): GrantedBudget {
  const read = readCostModels(models)
  const model = read.ok ? read.value.find(({ code }) => code === budget?.model) : undefined
  const sums = new Map<string, bigint>()
  for (const { lines } of budget?.partners ?? [])
    for (const [code, amount] of Object.entries(lines))
      sums.set(code, (sums.get(code) ?? 0n) + (centsFromDecimal(amount) ?? 0n))
  const order = model?.lines.map(({ code }) => code) ?? []
  return {
    cost,
    lines: [...sums]
      .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([code, amount]) => {
        const line = model?.lines.find((one) => one.code === code)
        return {
          code,
          name: (line?.name ?? { fi: code }) as Names,
          amount: decimalFromCents(amount),
          deducted: line?.kind === 'typed' && line.deducted === true,
          ...(line?.kind === 'percent' &&
            model && { rate: { percent: line.percent, of: line.of, rounding: model.rounding } }),
        }
      }),
  }
}

/**
 * What is planned by cost category: the granted budget, or what the newest approved change of it says. Of a project
 * whose budget is not known here, its whole cost is one category.
 */
export async function plannedFor(
  db: Read,
  followed: Followed,
  changes: readonly Item[],
): Promise<PlannedLine[]> {
  const lines = plannedOf((await budgetsOf(db, followed.project)).map(grantedIn))
  const known: PlannedLine[] =
    lines.length > 0
      ? lines
      : [{ code: wholeCost, name: wholeName, planned: followed.cost ?? '0.00', deducted: false }]
  const newest = changes
    .filter(({ kind, content }) => kind === 'change' && content.change === 'approved' && content.plan)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  return withChanges(known, newest?.content.plan)
}

const wholeName: Names = { fi: text.fi.wholeCost, sv: text.sv.wholeCost, en: text.en.wholeCost }
