import type { Cents } from './cents.ts'
import type { TypedAmounts } from './partner-budget.ts'
import { type AmountFault, readAmount } from './typed-amount.ts'

/** A cell of a table of amounts that could not be read: the row's code, the column's position, what was typed and why. */
export type CellFault = {
  row: string
  column: number
  typed: string
  fault: AmountFault
  asThousands?: Cents
}

/**
 * Reads the typed cells of a table: lines of a budget or sources of a plan, by year. An empty cell is nothing, zero;
 * one that cannot be read counts as zero in the sums and is told, so that sums show while somebody is typing.
 */
export function readAmounts(
  rows: readonly string[],
  width: number,
  typedAt: (row: string, column: number) => string,
): { amounts: TypedAmounts; faults: CellFault[] } {
  const faults: CellFault[] = []
  const amounts = new Map<string, readonly Cents[]>()
  for (const row of rows) {
    const columns = Array.from({ length: width }, (_, column) => {
      const typed = typedAt(row, column)
      const read = readAmount(typed)
      if (read.ok) return read.cents
      const { ok: _ok, ...why } = read
      if (read.fault !== 'empty') faults.push({ row, column, typed, ...why })
      return 0n
    })
    amounts.set(row, columns)
  }
  return { amounts, faults }
}
