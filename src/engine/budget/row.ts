import { type Cents, sumOf } from './cents.ts'

/** Amounts by year, or one for all years together, and their total. The columns always sum to the total. */
export type Row = { columns: readonly Cents[]; total: Cents }

export const rowOf = (columns: readonly Cents[]): Row => ({ columns, total: sumOf(columns) })

export const emptyRow = (width: number): Row => rowOf(new Array<Cents>(width).fill(0n))

/** Rows added column by column. */
export const addRows = (rows: Iterable<Row>, width: number): Row => {
  const columns = new Array<Cents>(width).fill(0n)
  for (const row of rows) for (let i = 0; i < width; i++) columns[i]! += row.columns[i]!
  return rowOf(columns)
}

export const subtractRow = (row: Row, other: Row): Row =>
  rowOf(row.columns.map((cents, i) => cents - other.columns[i]!))

/** The columns that the caller gave, or the right number of empty ones: a fault says so beside. */
export const fitted = (columns: readonly Cents[] | undefined, width: number): Row =>
  columns?.length === width ? rowOf(columns) : emptyRow(width)
