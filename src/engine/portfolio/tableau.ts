import type { Vector } from './cone.ts'

/**
 * Whether some w >= 0 with sum 1 meets a·w >= 0 for each half-space: the dual simplex method without an objective,
 * least index first (Bland 1977), so that it always ends, on whole numbers (Edmonds: after each pivot all entries
 * have one common denominator, the pivot), so that it is exact.
 */
export function canBeMet(dimension: number, halfspaces: readonly Vector[]): boolean {
  // The last weight is 1 less the others. Rows: w_last, then the half-spaces; columns: the constant, then the others.
  const others = dimension - 1
  const rows: bigint[][] = [
    [1n, ...Array.from({ length: others }, () => -1n)],
    ...halfspaces.map((a) => [a[others]!, ...a.slice(0, others).map((x) => x - a[others]!)]),
  ]
  // Names by which the least index is found: columns are w_0.., then come the rows.
  const nonbasic = [-1, ...Array.from({ length: others }, (_, i) => i)]
  const basic = rows.map((_, i) => others + i)
  let denominator = 1n
  for (;;) {
    const row = leastOf(basic, (i) => rows[i]![0]! < 0n)
    if (row < 0) return true
    const column = leastOf(nonbasic, (j) => j > 0 && rows[row]![j]! > 0n)
    if (column < 0) return false
    denominator = pivot(rows, row, column, denominator)
    ;[basic[row], nonbasic[column]] = [nonbasic[column]!, basic[row]!]
  }
}

/** The place of the least name among the places that are asked for; -1 when none is. */
function leastOf(names: readonly number[], isAsked: (place: number) => boolean): number {
  let least = -1
  for (let i = 0; i < names.length; i++) if (isAsked(i) && (least < 0 || names[i]! < names[least]!)) least = i
  return least
}

/** Lets the variable of the row and that of the column change places. Answers the new denominator; it is positive. */
function pivot(rows: bigint[][], row: number, column: number, denominator: bigint): bigint {
  const turned = rows[row]!
  const by = turned[column]!
  // basic = sum of turned * nonbasic / denominator, solved for the nonbasic variable of the column.
  for (const [i, other] of rows.entries()) {
    if (i === row) continue
    const factor = other[column]!
    for (let j = 0; j < other.length; j++)
      if (j !== column) other[j] = (other[j]! * by - factor * turned[j]!) / denominator
  }
  for (let j = 0; j < turned.length; j++) turned[j] = j === column ? denominator : -turned[j]!
  return by
}
