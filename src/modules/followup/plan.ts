import {
  centsFromDecimal,
  decimalFromCents,
  type Percent,
  percentOf,
  type Rounding,
  shareText,
  spread,
} from '../../engine/budget/index.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Amounts, Item } from './content.ts'

/** A flat rate: so many per cent of what other categories cost. */
export type FlatRate = { percent: Percent; of: readonly string[]; rounding: Rounding }

/** A cost category of a project's budget with what is planned of it, as a decimal string of euros. */
export type PlannedLine = {
  code: string
  name: Names
  planned: string
  deducted: boolean
  /** Its costs are computed, not typed. */
  rate?: FlatRate
}

/** The category of a project of which no budget by category is known. */
export const wholeCost = 'total'

/** A budget as one granted application had it: what was asked by category, and the cost that was decided. */
export type GrantedBudget = {
  lines: readonly { code: string; name: Names; amount: string; deducted: boolean; rate?: FlatRate }[]
  cost: string
}

const cents = (decimal: string): bigint => centsFromDecimal(decimal) ?? 0n

/**
 * The planned costs by category over all granted applications of a project. Where less was decided than asked, each
 * category gives way in proportion, so that the categories sum to the decided cost to the cent. Revenue is a category
 * that lowers the sum.
 */
export function plannedOf(granted: readonly GrantedBudget[]): PlannedLine[] {
  const lines = new Map<string, PlannedLine & { cents: bigint }>()
  for (const { lines: asked, cost } of granted) {
    if (asked.length === 0) continue
    const weights = asked.map(({ amount, deducted }) => (deducted ? -cents(amount) : cents(amount)))
    const sum = weights.reduce((a, b) => a + b, 0n)
    const shares = sum === cents(cost) || sum <= 0n ? weights : spread(cents(cost), weights)
    for (const [i, { code, name, deducted, rate }] of asked.entries()) {
      const known = lines.get(code)
      const share = deducted ? -shares[i]! : shares[i]!
      const cents = (known?.cents ?? 0n) + share
      lines.set(code, { code, name, deducted, ...(rate && { rate }), planned: '', cents })
    }
  }
  return [...lines.values()].map(({ cents: planned, ...line }) => ({
    ...line,
    planned: decimalFromCents(planned),
  }))
}

/** What is planned now: an approved change of the budget gives the newest word. */
export const withChanges = (
  planned: readonly PlannedLine[],
  plan: Amounts | null | undefined,
): PlannedLine[] => planned.map((line) => ({ ...line, planned: plan?.[line.code] ?? line.planned }))

/** The use of one category, or of all together. Amounts are decimal strings of euros. */
export type Use = {
  planned: string
  used: string
  left: string
  /** Per cent with one decimal, as "62.5"; null where nothing is planned. */
  share: string | null
  /** More is used than planned. */
  over: boolean
}

export type BudgetUse = {
  lines: (PlannedLine & Use)[]
  all: Use
  /** The last day that the costs tell of; null where none have been told. */
  until: Day | null
}

const useOf = (planned: bigint, used: bigint): Use => ({
  planned: decimalFromCents(planned),
  used: decimalFromCents(used),
  left: decimalFromCents(planned - used),
  share: shareText(used, planned, 1) ?? null,
  over: used > planned,
})

/** What has been used by category and together. Costs under a category that is no more count together alone. */
export function useOfBudget(planned: readonly PlannedLine[], costs: readonly Item[]): BudgetUse {
  const usedOf = (code: string) =>
    costs.reduce((sum, { content }) => sum + cents(content.used?.[code] ?? '0'), 0n)
  const signed = (line: PlannedLine, amount: bigint) => (line.deducted ? -amount : amount)
  const lines = planned.map((line) => ({ ...line, ...useOf(cents(line.planned), usedOf(line.code)) }))
  const known = new Set(planned.map(({ code }) => code))
  const others = costs.flatMap(({ content }) =>
    Object.entries(content.used ?? {}).flatMap(([code, amount]) => (known.has(code) ? [] : cents(amount))),
  )
  return {
    lines,
    all: useOf(
      lines.reduce((sum, line) => sum + signed(line, cents(line.planned)), 0n),
      lines.reduce((sum, line) => sum + signed(line, cents(line.used)), 0n) +
        others.reduce((sum, amount) => sum + amount, 0n),
    ),
    until: costs
      .flatMap(({ content }) => content.to ?? [])
      .reduce<Day | null>((a, b) => (a && a > b ? a : b), null),
  }
}

/** The sum of one period's costs, revenue deducted, as a decimal string of euros. */
export const sumOfCosts = (planned: readonly PlannedLine[], cost: Item): string =>
  useOfBudget(planned, [cost]).all.used

/** Costs with the flat rates that follow from them, in the order of the cost model. */
export function withRates(lines: readonly PlannedLine[], used: Amounts): Amounts {
  const all: Record<string, string> = { ...used }
  for (const { code, rate } of lines) {
    if (!rate) continue
    const base = rate.of.reduce((sum, one) => sum + cents(all[one] ?? '0'), 0n)
    all[code] = decimalFromCents(percentOf(rate.percent, base, rate.rounding))
  }
  return all
}
