import { type Cents, centsFromDecimal, sumOf } from './cents.ts'
import { type CostLine, type CostModel, computingOrder, isDeducted, type Measured } from './cost-model.ts'
import { percentOf } from './percent.ts'
import { addRows, emptyRow, fitted, type Row, rowOf, subtractRow } from './row.ts'
import { spread } from './spread.ts'

/** What is typed: for the code of a line its cents by year, or one amount where the budget has no years. */
export type TypedAmounts = ReadonlyMap<string, readonly Cents[]>

/** A budget added up. `total` is costs less revenue: the total cost that the financing plan must meet. */
export type Sums = {
  /** Every line of the model, in its order. */
  lines: ReadonlyMap<string, Row>
  costs: Row
  revenue: Row
  total: Row
}

const within = (lines: ReadonlyMap<string, Row>, codes: readonly string[], width: number): Row =>
  addRows(
    codes.map((code) => lines.get(code) ?? emptyRow(width)),
    width,
  )

const cents = (text: string): Cents => {
  const amount = centsFromDecimal(text)
  if (amount === undefined) throw new RangeError(`not an amount: ${text}`)
  return amount
}

/**
 * Adds up one partner's budget. A computed line is computed of the partner's totals over all years and rounded once by
 * the model's rule; by years it is spread as its base is, so that the years always sum to it. A percentage of a computed
 * line is one of the rounded amount. A lump is spread as what is typed, or evenly where nothing is.
 * @throws RangeError for a model that `readCostModel` would refuse
 */
export function partnerSums(model: CostModel, typed: TypedAmounts, width: number): Sums {
  const computed = computingOrder(model.lines)
  if ('circle' in computed)
    throw new RangeError(`lines computed of each other: ${computed.circle.join(', ')}`)
  const rows = new Map<string, Row>()
  const costLines = model.lines.filter((line) => line.kind === 'typed' && !isDeducted(line))
  const rowFor = (line: CostLine): Row => {
    if (line.kind === 'typed') return fitted(typed.get(line.code), width)
    if (line.kind === 'percent') {
      const base = within(rows, line.of, width)
      return rowOf(spread(percentOf(line.percent, base.total, model.rounding), base.columns))
    }
    const typedCosts = addRows(
      costLines.map((one) => fitted(typed.get(one.code), width)),
      width,
    )
    return rowOf(spread(cents(line.amount), typedCosts.columns))
  }
  for (const line of computed.order) rows.set(line.code, rowFor(line))
  return sumsOf(model, rows, width)
}

/** The sums of lines that are already there: of one partner, or of all added together. */
export function sumsOf(model: CostModel, rows: ReadonlyMap<string, Row>, width: number): Sums {
  const lines = new Map(model.lines.map((line) => [line.code, rows.get(line.code) ?? emptyRow(width)]))
  const codes = (deducted: boolean) =>
    model.lines.filter((line) => isDeducted(line) === deducted).map((line) => line.code)
  const costs = within(lines, codes(false), width)
  const revenue = within(lines, codes(true), width)
  return { lines, costs, revenue, total: subtractRow(costs, revenue) }
}

/** What a limit looks at. */
export const measure = (what: Measured, sums: Sums): Cents =>
  what === 'total' ? sums.total.total : sumOf(what.map((code) => sums.lines.get(code)?.total ?? 0n))
