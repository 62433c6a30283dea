import { type Axis, codesOn, type Entry, type Tally, tallyOf } from './entry.ts'
import { matrixOf } from './matrix.ts'
import { type HalfYear, halfYearsOf, runsIn } from './timeline.ts'

export type CellChange = {
  row: string
  column: string
  before: Tally
  after: Tally
  /** Nothing was in the cell: the newcomer fills a gap. */
  fills: boolean
}

export type Reaction = {
  cells: readonly CellChange[]
  /** Half-years that nothing else with the same values covers, value by value of the first axis. */
  covers: readonly { code: string; halves: readonly HalfYear[] }[]
  total: { before: Tally; after: Tally }
  /** Money and number of the newcomer's own city before and after; undefined where its city is not known. */
  city?: { name: string; before: Tally; after: Tally } | undefined
}

/** What one newcomer changes in a portfolio: its cells, the half-years that it alone covers, and the balance. */
export function reactionOf(others: readonly Entry[], newcomer: Entry, rows: Axis, columns: Axis): Reaction {
  const all = [...others, newcomer]
  const [before, after] = [matrixOf(others, rows, columns), matrixOf(all, rows, columns)]
  const tally = ({ count, money }: Tally): Tally => ({ count, money })
  const cells = codesOn(newcomer, rows).flatMap((row) =>
    codesOn(newcomer, columns).map((column): CellChange => {
      const was = before.cell(row, column)
      return {
        row,
        column,
        before: tally(was),
        after: tally(after.cell(row, column)),
        fills: was.count === 0,
      }
    }),
  )
  const own = halfYearsOf([newcomer]).filter((half) => runsIn(newcomer, half))
  const covers = codesOn(newcomer, rows).map((code) => ({
    code,
    halves: own.filter((half) => !others.some((e) => codesOn(e, rows).includes(code) && runsIn(e, half))),
  }))
  const { city } = newcomer
  const inCity = (list: readonly Entry[]) => tallyOf(list.filter((e) => e.city === city))
  return {
    cells,
    covers,
    total: { before: before.total, after: after.total },
    ...(city && { city: { name: city, before: inCity(others), after: inCity(all) } }),
  }
}
