import { parse } from 'csv-parse/sync'
import { type Cell, isBlank, type Row, textOf, trimmed } from './cells.ts'
import { type Field, type FieldKind, kindOfField } from './fields.ts'
import { looksLikeAmount } from './values/amounts.ts'
import { looksLikeDate, parseDate } from './values/dates.ts'
import { spanOf } from './values/spans.ts'

/** What the cells of a column must look like, learnt from the regular rows of the same list. */
export type Expectation = {
  field: Field | null
  kind: FieldKind | null
  /** Blank cells are no rarity in regular rows: more than one in a hundred. */
  mayBeBlank: boolean
  /** Cells of a closed set of terms, folded; only where a small set repeats often. */
  terms?: ReadonlySet<string>
  /** Forms of codes such as "A99999"; only where a few forms cover all. */
  forms?: ReadonlySet<string>
}

const formOf = (text: string): string =>
  text
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a')
    .replace(/\d/g, '9')

/** Terms are compared without blanks and commas, which is what shifting has taken away or added. */
const foldTerm = (text: string): string => text.toLowerCase().replace(/[\s,;|]+/g, '')

type ColumnOf = { index: number; field: Field | null }

/** Learns from the sampled rows that have exactly as many cells as the header. */
export function expectationsOf(columns: readonly ColumnOf[], sample: readonly Row[]): Expectation[] {
  const width = columns.length
  const regular = sample.filter((row) => withoutTail(row.cells.map(textOf), width).length === width)
  return columns.map(({ index, field }) => {
    const kind = field ? kindOfField(field) : null
    const cells = regular.map((row) => trimmed(textOf(row.cells[index])))
    const filled = cells.filter((text) => text !== '')
    const counts = new Map<string, number>()
    for (const text of filled) counts.set(foldTerm(text), (counts.get(foldTerm(text)) ?? 0) + 1)
    const closed = filled.length >= 20 && counts.size <= 60 && filled.length / counts.size >= 5
    const forms = new Set(filled.map(formOf))
    const settled = kind === 'code' && forms.size <= 6 && filled.length >= 10
    return {
      field,
      kind,
      mayBeBlank: (cells.length - filled.length) * 100 > cells.length || kind === 'amount' || field === null,
      ...(closed &&
        kind !== 'amount' &&
        kind !== 'date' &&
        kind !== 'span' && { terms: new Set(counts.keys()) }),
      ...(settled && { forms }),
    }
  })
}

/** What it costs to put a cell into a column: 0 fits, 1 is a term never seen there, Infinity cannot be. */
function cost(text: string, e: Expectation): number {
  if (text === '') return e.mayBeBlank ? 0 : Number.POSITIVE_INFINITY
  if (e.terms) return e.terms.has(foldTerm(text)) ? 0 : 1
  return fits(text, e) ? 0 : Number.POSITIVE_INFINITY
}

/** True when one cell can stand in the column as far as its kind goes. */
function fits(text: string, e: Expectation): boolean {
  if (text === '') return e.mayBeBlank
  if (e.forms) return e.forms.has(formOf(text))
  if (e.kind === 'date') return looksLikeDate(text) || ['month-only', 'year-only'].includes(parseDate(text))
  if (e.kind === 'span') return spanOf(text) !== undefined || fits(text, { ...e, kind: 'date' })
  if (e.kind === 'amount' || e.kind === 'rate') return looksLikeAmount(text)
  return true
}

const isValue = (cell: string): boolean => {
  const text = trimmed(cell)
  return text !== '' && (looksLikeAmount(text) || looksLikeDate(text) || spanOf(text) !== undefined)
}

/** True for columns into which more than one cell may be joined: free text, and terms that hold commas. */
const mayHold = (e: Expectation): boolean =>
  !e.forms &&
  e.kind !== 'date' &&
  e.kind !== 'span' &&
  e.kind !== 'amount' &&
  e.kind !== 'rate' &&
  e.kind !== 'percent' &&
  e.kind !== 'currency'

export type RepairNote =
  | { kind: 'realigned' }
  | { kind: 'unpacked' }
  | { kind: 'moved'; from: number; to: number; text: string }

export type Repaired =
  | { ok: true; cells: readonly Cell[]; notes: readonly RepairNote[] }
  | { ok: false; reason: 'cannot-align' | 'several-alignments' | 'too-few-cells' | 'swallowed-lines' }

/**
 * Puts the cells of one row under the right columns, or says that it cannot. Only text lists shift; a row that has
 * as many cells as the header is believed unless cells of clear kinds stand under wrong columns.
 */
export function createRepair(expectations: readonly Expectation[], delimiter: string) {
  const width = expectations.length
  const clear = expectations.flatMap((e, i) =>
    e.forms || e.kind === 'date' || e.kind === 'span' || e.kind === 'amount' ? [i] : [],
  )
  const misfitsOf = (cells: readonly string[]) =>
    clear.filter((i) => !fits(trimmed(cells[i]!), expectations[i]!))
  /** A quote that was never closed: some later line inside a cell is a row of its own, its clear cells in place. */
  const swallows = (cell: string): boolean =>
    cell.includes('\n') &&
    clear.length > 0 &&
    cell
      .split('\n')
      .slice(1)
      .some((line) => {
        const parts = withoutTail(line.split(delimiter), width)
        return parts.length === width && misfitsOf(parts).length === 0
      })

  return (row: readonly string[]): Repaired => {
    const notes: RepairNote[] = []
    let cells = withoutTail(row, width)
    if (cells.length < Math.max(2, width / 2)) {
      const inner = unpack(cells, delimiter, width)
      if (inner) {
        cells = withoutTail(inner, width)
        notes.push({ kind: 'unpacked' })
      }
    }
    if (cells.some(swallows)) return { ok: false, reason: 'swallowed-lines' }
    if (cells.length < width && row.length >= width)
      cells = [...cells, ...Array(width - cells.length).fill('')]
    const misfits = cells.length === width ? misfitsOf(cells) : []
    if (cells.length === width && misfits.length === 0) return { ok: true, cells, notes }
    if (cells.length === width && row.length > width) {
      const moved = misplaced(cells, misfits, expectations)
      if (moved) return { ok: true, cells: moved.cells, notes: [...notes, moved.note] }
    }
    for (const allowed of ladder) {
      const found = alignmentsOf(cells, expectations, delimiter, allowed)
      if (found.length === 1) return { ok: true, cells: found[0]!, notes: [...notes, { kind: 'realigned' }] }
      if (found.length > 1) {
        if (cells.length === width) break
        return { ok: false, reason: 'several-alignments' }
      }
    }
    // Right number of cells, one or two of an unexpected kind: the cells themselves will be reported.
    if (cells.length === width && misfits.length <= Math.max(1, clear.length / 3))
      return { ok: true, cells, notes }
    return { ok: false, reason: cells.length < width ? 'too-few-cells' : 'cannot-align' }
  }
}

/** What an alignment may assume, tried in this order: cut ends are likelier than terms never seen before. */
type Allowed = { strange: 0 | 1; cutEnd: boolean }
const ladder: readonly Allowed[] = [
  { strange: 0, cutEnd: false },
  { strange: 0, cutEnd: true },
  { strange: 1, cutEnd: false },
]

/** Cells without the stray ones beyond the width, and without the `;` that ended the line. */
function withoutTail(row: readonly string[], width: number): readonly string[] {
  let end = row.length
  while (end > width && /^[\s;]*$/.test(row[end - 1]!)) end--
  const cells = row.slice(0, end)
  const last = cells.at(-1)
  if (last !== undefined && /\S\s*;\s*$/.test(last)) cells[end - 1] = last.replace(/\s*;\s*$/, '')
  else if (last !== undefined && /^\s*;\s*$/.test(last)) cells[end - 1] = ''
  return cells
}

/** A whole line that was quoted as one cell: its inside read as a line of its own. */
function unpack(cells: readonly string[], delimiter: string, width: number): string[] | undefined {
  const ended = cells.join(delimiter).replace(/^\s*"/, '').trimEnd()
  // One pattern for the end would try every blank of a long line with every other.
  const plain = ended.endsWith(';') ? ended.slice(0, -1).trimEnd() : ended
  const whole = plain.endsWith('"') ? plain.slice(0, -1) : plain
  if (whole.split(delimiter).length < width) return undefined
  const unquoted = () => whole.split(delimiter).map((part) => part.replaceAll('""', '"'))
  try {
    const [inner, ...more] = parse(whole, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
    }) as string[][]
    return inner && more.length === 0 && inner.length >= width
      ? inner.map((part) => part.replaceAll('""', '"'))
      : unquoted()
  } catch {
    return unquoted()
  }
}

/**
 * In a row that has cells to spare, one amount standing in a date column while exactly one amount column is blank:
 * it belongs there, if another amount of the same row bears it out by being the same.
 */
function misplaced(
  cells: readonly string[],
  misfits: readonly number[],
  expectations: readonly Expectation[],
) {
  const [from, ...others] = misfits
  if (from === undefined || others.length > 0 || expectations[from]!.kind !== 'date') return undefined
  const text = trimmed(cells[from]!)
  const amounts = expectations.flatMap((e, i) => (e.kind === 'amount' ? [i] : []))
  const blank = amounts.filter((i) => isBlank(cells[i]))
  if (!looksLikeAmount(text) || blank.length !== 1) return undefined
  if (!amounts.some((i) => trimmed(cells[i]!) === text)) return undefined
  const to = blank[0]!
  return {
    cells: cells.map((cell, i) => (i === from ? '' : i === to ? text : cell)),
    note: { kind: 'moved', from, to, text } as const,
  }
}

/**
 * All ways (up to two) to join neighbouring cells so that every column gets what it must look like, with exactly
 * `strange` terms never seen before. Joined parts keep the delimiter between them, as it stood in the file; a joined
 * cell neither begins nor ends with a blank one and takes in no bare amount or date. With `cutEnd`, amounts at the end
 * may be missing.
 */
function alignmentsOf(
  cells: readonly string[],
  expectations: readonly Expectation[],
  delimiter: string,
  { strange, cutEnd }: Allowed,
): string[][] {
  const width = expectations.length
  const found: string[][] = []
  const dead = new Set<number>()
  const place = (column: number, at: number, left: number, sofar: readonly string[]): boolean => {
    if (column === width) {
      if (at < cells.length || left > 0) return false
      found.push([...sofar])
      return true
    }
    const state = (column * (cells.length + 1) + at) * 2 + left
    if (dead.has(state)) return false
    const e = expectations[column]!
    let any = false
    if (at >= cells.length) {
      any = cutEnd && (e.kind === 'amount' || e.field === null) && place(column + 1, at, left, [...sofar, ''])
    } else {
      const most = mayHold(e) ? cells.length - at : 1
      for (let count = 1; count <= most && found.length < 2; count++) {
        const group = cells.slice(at, at + count)
        if (count > 1 && isValue(group.at(-1)!)) break
        if (count > 1 && (trimmed(group[0]!) === '' || trimmed(group.at(-1)!) === '')) continue
        const joined = group.join(delimiter)
        const price = cost(trimmed(joined), e)
        if (price <= left && place(column + 1, at + count, left - price, [...sofar, joined])) any = true
      }
    }
    if (!any) dead.add(state)
    return any
  }
  place(0, 0, strange, [])
  return found
}
