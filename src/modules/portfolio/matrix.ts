import { type Axis, basisPoints, codesOn, type Entry, frameValue, type Tally, tallyOf } from './entry.ts'

/**
 * What the coordinator aims at for one value of the frame, or for the cell of two. `amount` is hundredths of a
 * percent of all money, cents or things, by the measure.
 */
export type Target = {
  values: readonly string[]
  measure: 'share' | 'money' | 'count'
  amount: bigint
}

export type TargetStanding = {
  target: Target
  /** What is there now, in the target's measure. */
  now: bigint
  met: boolean
}

export type MatrixGroup = Tally & {
  entries: readonly Entry[]
  /** Of all money, in hundredths of a percent. */
  share: number | undefined
  target?: TargetStanding | undefined
}

export type PortfolioMatrix = {
  rows: Axis
  columns: Axis
  cell: (row: string, column: string) => MatrixGroup
  row: (code: string) => MatrixGroup
  column: (code: string) => MatrixGroup
  /** Each entry once, whatever values it has. */
  entries: readonly Entry[]
  total: Tally
  /** Entries without a value on one axis or the other: they stand in no cell. */
  unplaced: readonly Entry[]
  /** How many entries stand in more than one cell; while there are any, cells add up to more than the total. */
  several: number
  /** Cells with nothing in them. */
  gaps: readonly { row: string; column: string }[]
}

/**
 * Entries crossed by two dimensions. An entry with several values of a dimension is counted whole in each of its
 * cells and once in its row, its column and the total: a share says how much of the portfolio's money touches a value.
 */
export function matrixOf(
  entries: readonly Entry[],
  rows: Axis,
  columns: Axis,
  targets: readonly Target[] = [],
): PortfolioMatrix {
  const total = tallyOf(entries)
  const placed = entries.map((entry) => ({ entry, at: codesOn(entry, rows), on: codesOn(entry, columns) }))
  const group = (values: readonly string[], inside: readonly Entry[]): MatrixGroup => {
    const tally = tallyOf(inside)
    const target = targets.find((t) => sameValues(t.values, values))
    return {
      ...tally,
      entries: inside,
      share: basisPoints(tally.money, total.money),
      ...(target && { target: standingOf(target, tally, total) }),
    }
  }
  const cell = (row: string, column: string) =>
    group(
      [frameValue(rows, row), frameValue(columns, column)],
      placed.flatMap(({ entry, at, on }) => (at.includes(row) && on.includes(column) ? [entry] : [])),
    )
  return {
    rows,
    columns,
    cell,
    row: (code) =>
      group(
        [frameValue(rows, code)],
        placed.flatMap(({ entry, at }) => (at.includes(code) ? [entry] : [])),
      ),
    column: (code) =>
      group(
        [frameValue(columns, code)],
        placed.flatMap(({ entry, on }) => (on.includes(code) ? [entry] : [])),
      ),
    entries,
    total,
    unplaced: placed.flatMap(({ entry, at, on }) => (at.length === 0 || on.length === 0 ? [entry] : [])),
    several: placed.filter(({ at, on }) => at.length * on.length > 1).length,
    gaps: rows.values.flatMap((row) =>
      columns.values.flatMap((column) =>
        cell(row.code, column.code).count === 0 ? [{ row: row.code, column: column.code }] : [],
      ),
    ),
  }
}

const sameValues = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value))

/** Where a group stands against its target. A share of nothing is zero. */
export function standingOf(target: Target, part: Tally, whole: Tally): TargetStanding {
  const now =
    target.measure === 'money'
      ? part.money
      : target.measure === 'count'
        ? BigInt(part.count)
        : BigInt(basisPoints(part.money, whole.money) ?? 0)
  return { target, now, met: now >= target.amount }
}
