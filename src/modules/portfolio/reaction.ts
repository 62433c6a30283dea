import { type Axis, codesOn, type Entry, type Tally, tallyOf } from './entry.ts'
import { type MatrixGroup, matrixOf, standingOf, type Target } from './matrix.ts'
import { type HalfYear, halfYearsOf, runsIn } from './timeline.ts'

/** A part of the portfolio without the newcomer and with it. */
export type GroupChange = {
  before: MatrixGroup
  after: MatrixGroup
}

export type CellChange = GroupChange & {
  row: string
  column: string
  /** Nothing was in the cell: the newcomer fills a gap. */
  fills: boolean
}

export type ValueChange = GroupChange & { dimension: string; code: string }

export type Reaction = {
  cells: readonly CellChange[]
  /** The newcomer's own values: those of the two axes, and others that have a target. */
  values: readonly ValueChange[]
  /** Targets that are met without the newcomer and not with it: its money makes the share of others smaller. */
  broken: readonly { target: Target; before: bigint; after: bigint }[]
  /** Half-years that nothing else with the same values covers, value by value of the first axis. */
  covers: readonly { code: string; halves: readonly HalfYear[] }[]
  total: { before: Tally; after: Tally }
  /** Money and number of the newcomer's own city before and after; undefined where its city is not known. */
  city?: { name: string; before: Tally; after: Tally } | undefined
}

/** What one newcomer changes in a portfolio: its cells, shares against targets, the half-years, and the balance. */
export function reactionOf(
  others: readonly Entry[],
  newcomer: Entry,
  {
    rows,
    columns,
    axes,
    targets,
  }: { rows: Axis; columns: Axis; axes: readonly Axis[]; targets: readonly Target[] },
): Reaction {
  const all = [...others, newcomer]
  const [before, after] = [matrixOf(others, rows, columns, targets), matrixOf(all, rows, columns, targets)]
  const cells = codesOn(newcomer, rows).flatMap((row) =>
    codesOn(newcomer, columns).map((column): CellChange => {
      const was = before.cell(row, column)
      return { row, column, before: was, after: after.cell(row, column), fills: was.count === 0 }
    }),
  )
  const values = axes.flatMap((axis) => {
    const [was, is] = [others, all].map((list) => matrixOf(list, axis, axis, targets))
    const crossed = axis.dimension === rows.dimension || axis.dimension === columns.dimension
    return codesOn(newcomer, axis).flatMap((code): ValueChange[] => {
      const change = { before: was!.row(code), after: is!.row(code) }
      return crossed || change.after.target ? [{ dimension: axis.dimension, code, ...change }] : []
    })
  })
  const own = halfYearsOf([newcomer]).filter((half) => runsIn(newcomer, half))
  const covers = codesOn(newcomer, rows).map((code) => ({
    code,
    halves: own.filter((half) => !others.some((e) => codesOn(e, rows).includes(code) && runsIn(e, half))),
  }))
  const { city } = newcomer
  const inCity = (list: readonly Entry[]) => tallyOf(list.filter((e) => e.city === city))
  return {
    cells,
    values,
    broken: targets.flatMap((target) => {
      const [was, is] = [others, all].map((list) => {
        const part = list.filter((e) => target.values.every((value) => e.values.includes(value)))
        return standingOf(target, tallyOf(part), tallyOf(list))
      })
      return was!.met && !is!.met ? [{ target, before: was!.now, after: is!.now }] : []
    }),
    covers,
    total: { before: before.total, after: after.total },
    ...(city && { city: { name: city, before: inCity(others), after: inCity(all) } }),
  }
}
