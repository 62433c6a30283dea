import { decimalFromCents } from './cents.ts'
import type { CostModel } from './cost-model.ts'
import { type Fault, fault, type Place } from './fault.ts'
import { brokenLimits } from './limits.ts'
import { partnerSums, type Sums, sumsOf, type TypedAmounts } from './partner-budget.ts'
import { addRows } from './row.ts'

/** A budget as it is typed. Every partner's amounts have one column a year, or one where `years` is empty. */
export type Budget = {
  years: readonly number[]
  partners: readonly { partner: string; amounts: TypedAmounts }[]
}

export type PartnerSums = Sums & { partner: string }

/** Every sum of a budget, and everything that keeps it from being submitted. Sums are there whatever is wrong. */
export type BudgetSums = {
  years: readonly number[]
  partners: readonly PartnerSums[]
  all: Sums
  faults: readonly Fault[]
}

/** Columns of a budget: one a year, or one for all. */
export const widthOf = (years: readonly number[]): number => Math.max(1, years.length)

/**
 * Adds up a budget by line, year, partner and in all. All of it is sums of the partners' cents: nothing is rounded
 * twice, and what is computed is computed for each partner alone, as each is paid alone.
 * What is wrong is told beside the sums, at ['partners', who, ...]; an amount in the wrong number of columns, or for a
 * line that nobody types, counts as nothing.
 */
export function addUpBudget(model: CostModel, budget: Budget): BudgetSums {
  const width = widthOf(budget.years)
  const faults: Fault[] = []
  const seen = new Set<string>()
  const partners = budget.partners.map(({ partner, amounts }): PartnerSums => {
    const place = ['partners', partner]
    if (seen.has(partner)) faults.push(fault('duplicate', place, { code: partner }))
    seen.add(partner)
    faults.push(...typedFaults(model, amounts, width, place))
    const sums = partnerSums(model, amounts, width)
    faults.push(...sumFaults(sums, place), ...brokenLimits(model, 'partner', sums, place))
    return { partner, ...sums }
  })
  const lines = new Map(
    model.lines.map((line) => [
      line.code,
      addRows(
        partners.map((p) => p.lines.get(line.code)!),
        width,
      ),
    ]),
  )
  const all = sumsOf(model, lines, width)
  faults.push(...brokenLimits(model, 'project', all, []))
  return { years: budget.years, partners, all, faults }
}

function typedFaults(model: CostModel, amounts: TypedAmounts, width: number, place: Place): Fault[] {
  const kinds = new Map(model.lines.map((line) => [line.code, line.kind]))
  return [...amounts].flatMap(([code, columns]) => {
    const at = [...place, 'lines', code]
    const kind = kinds.get(code)
    if (kind === undefined) return fault('unknown-line', at, { line: code })
    if (kind !== 'typed') return fault('computed-line', at, { line: code })
    if (columns.length !== width)
      return fault('wrong-columns', at, { columns: `${columns.length}`, wanted: `${width}` })
    return columns.flatMap((cents, i) =>
      cents < 0n ? fault('negative', [...at, i], { amount: decimalFromCents(cents) }) : [],
    )
  })
}

const sumFaults = ({ costs, revenue, total }: Sums, place: Place): Fault[] =>
  total.total < 0n && revenue.total > 0n
    ? [
        fault('revenue-over-cost', place, {
          revenue: decimalFromCents(revenue.total),
          costs: decimalFromCents(costs.total),
        }),
      ]
    : []
