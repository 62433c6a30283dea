import { decimalFromCents, shareText } from '../../engine/budget/index.ts'
import type { Money } from './money-count.ts'

/** The money of a version as it is kept: decimal strings of euros, by partner. */
export type ToldBudget = {
  model: string
  partners: readonly {
    row: string
    name: string
    businessId: string
    role: 'lead' | 'partner'
    lines: Readonly<Record<string, string>>
    cost: string
    sources: Readonly<Record<string, string>>
    grant: string | null
  }[]
  total: string
  grant: string | null
  /** Percent of the total, two decimals. */
  rate: string | null
}

/** As the budget engine counted it; null where no budget is asked or no model chosen. */
export function budgetTold({ model, partners, budget, financing }: Money): ToldBudget | null {
  if (!model || !budget) return null
  const amounts = (rows: ReadonlyMap<string, { total: bigint }> | undefined) =>
    Object.fromEntries([...(rows ?? [])].map(([code, { total }]) => [code, decimalFromCents(total)]))
  return {
    model: model.code,
    partners: partners.map(({ row, name, businessId, role }) => {
      const own = budget.partners.find((p) => p.partner === row)!
      const money = financing?.partners.find((p) => p.partner === row)
      return {
        row,
        name,
        businessId,
        role,
        lines: amounts(own.lines),
        cost: decimalFromCents(own.total.total),
        sources: amounts(money?.sources),
        grant: money ? decimalFromCents(money.grant) : null,
      }
    }),
    total: decimalFromCents(budget.all.total.total),
    grant: financing ? decimalFromCents(financing.all.grant) : null,
    rate: financing ? (shareText(financing.all.grant, budget.all.total.total) ?? null) : null,
  }
}
