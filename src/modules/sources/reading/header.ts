import { type Cell, cleaned, isBlank, oneLine, type Row, textOf } from '../cells.ts'
import type { Limits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'

export type Header = {
  /** Row number of the header in the sheet. */
  row: number
  /** Cleaned, unique column names; a blank one is called by its letter, a repeated one gets its number. */
  names: readonly string[]
  /** Names that stood more than once. */
  repeated: readonly string[]
  /** Whether every line ended with a stray delimiter, as the header does. */
  strayEnd: boolean
}

const valueLike = /^[\s€£$]*[-+−(]?\d[\d\s.,:/'’-]*[%€)\s]*$|^\d{1,2}\. ?\p{L}+\.? \d{2,4}$/u

/** A cell that is plainly a value (number, date, list, long text), not a column's name. Years may be names. */
const isValue = (cell: Cell): boolean => {
  if (typeof cell === 'number' || typeof cell === 'boolean' || Array.isArray(cell)) return true
  const text = textOf(cell).trim()
  return (valueLike.test(text) && !/^(19|20)\d\d$/.test(text)) || text.length > 300
}

/**
 * Finds the header among the first rows: the first that is about as wide as the table below it and holds only
 * words. Titles above it are passed over. Throws when the first wide row already holds values.
 */
export function headerOf(rows: readonly Row[], limits: Limits): Header {
  const filled = rows.filter((row) => row.cells.some((cell) => !isBlank(cell)))
  if (filled.length === 0) throw new Unreadable('empty')
  const widths = filled.slice(0, 200).map((row) => row.cells.filter((cell) => !isBlank(cell)).length)
  const typical = [...widths].sort((a, b) => a - b)[Math.floor(widths.length * 0.75)]!
  const wide = filled.find((_row, i) => widths[i]! >= Math.max(2, typical * 0.5) && i < 40)
  if (!wide)
    throw new Unreadable(Math.max(...widths) < 2 ? 'one-column' : 'no-header', { row: filled[0]!.row })
  const named = wide.cells.filter((cell) => !isBlank(cell))
  if (named.filter(isValue).length > 0) throw new Unreadable('no-header', { row: wide.row })
  const last = textOf(wide.cells.at(-1))
  const strayEnd = /;\s*$/.test(last)
  return { row: wide.row, strayEnd, ...namesOf(wide.cells, limits, wide.row) }
}

function namesOf(cells: readonly Cell[], limits: Limits, row: number) {
  let width = cells.length
  while (width > 0 && /^[\s;]*$/.test(textOf(cells[width - 1]))) width--
  if (width > limits.columns) throw new Unreadable('too-many-columns', { row })
  const seen = new Map<string, number>()
  const repeated = new Set<string>()
  const names = cells.slice(0, width).map((cell, i) => {
    const raw = oneLine(cleaned(textOf(cell))).replace(/ ?;$/, '')
    const name = raw || letterOf(i)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    if (count === 1) return name
    repeated.add(name)
    return `${name} (${count})`
  })
  return { names, repeated: [...repeated] }
}

/** 0 -> "A", 26 -> "AA": how a spreadsheet calls a column. */
export function letterOf(index: number): string {
  const rest = index % 26
  const letter = String.fromCharCode(65 + rest)
  return index < 26 ? letter : letterOf((index - rest) / 26 - 1) + letter
}
