import { type AidRate, type AidSums, checkAid } from './aid-rate.ts'
import { addUpBudget, type BudgetSums } from './budget.ts'
import type { CostModel } from './cost-model.ts'
import { addUpFinancing, type FinancingSource, type FinancingSums } from './financing.ts'
import { type CellFault, readAmounts } from './typed-budget.ts'

/** The two tables in which the money of an application is typed: a column for each partner. */
export type MoneyTable = 'budget' | 'financing'

/** What the tables follow. Without `plans` no financing is asked. */
export type MoneyTerms = {
  model: CostModel
  rates: readonly AidRate[]
  sources: readonly FinancingSource[]
  partners: readonly { row: string; isPublic: boolean; kind?: string | undefined }[]
  plans: boolean
}

/** A cell that cannot be read, with where it stands. */
export type UnreadCell = CellFault & { table: MoneyTable; partner: string }

export type TypedMoney = {
  budget: BudgetSums
  financing: FinancingSums | undefined
  aid: AidSums | undefined
  unread: readonly UnreadCell[]
}

/**
 * Counts the money of an application from the texts of its cells: what the server keeps and checks, and what a page
 * shows while somebody types, are this one counting. The rate is demanded of the project as a whole.
 */
export function countTyped(
  terms: MoneyTerms,
  typedAt: (table: MoneyTable, partner: string, code: string) => string,
): TypedMoney {
  const unread: UnreadCell[] = []
  const typed = (table: MoneyTable, codes: readonly string[]) =>
    terms.partners.map(({ row: partner, isPublic }) => {
      const { amounts, faults } = readAmounts(codes, 1, (code) => typedAt(table, partner, code))
      unread.push(...faults.map((fault) => ({ ...fault, table, partner })))
      return { partner, isPublic, amounts }
    })
  const { model, rates, sources } = terms
  const lines = model.lines.filter((line) => line.kind === 'typed').map((line) => line.code)
  const budget = addUpBudget(model, { years: [], partners: typed('budget', lines) })
  if (!terms.plans) return { budget, financing: undefined, aid: undefined, unread }
  const codes = sources.map((source) => source.code)
  const financing = addUpFinancing(sources, { years: [], partners: typed('financing', codes) }, budget)
  const kinds = new Map(terms.partners.flatMap(({ row, kind }) => (kind ? [[row, kind] as const] : [])))
  const aid = checkAid({ rates, each: 'project', costModel: model.code }, kinds, financing)
  return { budget, financing, aid, unread }
}
