import { Readable } from 'node:stream'
import { type CsvError, type Options, parse } from 'csv-parse'
import { parse as parseNow } from 'csv-parse/sync'
import type { Row } from '../cells.ts'
import type { Limits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

const tolerant = (delimiter: string, limits: Limits): Options => ({
  delimiter,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: limits.recordLength,
})

/**
 * The delimiter under which the head is most of a table: filled cells of its widest settled rows, times the share
 * of rows that have as many as the header. A `;` that only ends each line fills no cell and so never wins.
 */
export function delimiterOf(head: string): Delimiter | undefined {
  const stated = /^sep=(.)\r?\n/i.exec(head)
  if (stated) return delimiters.find((d) => d === stated[1])
  let best: { delimiter: Delimiter; score: number } | undefined
  for (const delimiter of delimiters) {
    const rows = headRows(head, delimiter).map(filledWidth)
    const table = rows.slice(0, 200).filter((width) => width > 0)
    if (table.length === 0) continue
    const modal = mode(table)
    const top = Math.max(...table.slice(0, 20).filter((width) => Math.abs(width - modal) <= modal / 3), 0)
    const settled = table.filter((width) => width >= top - 1 && width <= top + 2 && width > 1).length
    const score = Math.log2(top) * (settled / table.length)
    if (top > 1 && score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best?.delimiter
}

/** Cells up to the last that holds anything but blanks and stray delimiters. */
const filledWidth = (cells: readonly string[]): number => {
  let width = cells.length
  while (width > 0 && /^[\s;,]*$/.test(cells[width - 1]!)) width--
  return width
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0]
}

/** The first records of the head; the last, perhaps cut, is left out. */
export function headRows(head: string, delimiter: string): string[][] {
  const rows: string[][] = []
  try {
    parseNow(head.slice(0, 262_144), {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: 400,
      on_record: (record: string[]) => {
        rows.push(record)
        return null
      },
    })
  } catch {
    // A quote left open at the cut: the records before it are enough.
  }
  return rows
}

/** The rows of a delimited text from its first line, header included, numbered from 1 as a spreadsheet shows them. */
export async function* delimitedRows(
  text: AsyncIterable<string>,
  delimiter: string,
  limits: Limits,
): AsyncGenerator<Row & { cells: readonly string[] }> {
  const parser = parse(tolerant(delimiter, limits))
  const source = Readable.from(text, { objectMode: true, highWaterMark: 2 })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (row === 1 && cells.length === 1 && /^sep=.$/i.test(cells[0]!)) continue
      if (cells.length > limits.columns) throw new Unreadable('too-many-columns', { row })
      yield { row, cells }
    }
  } catch (error) {
    throw refusalOf(error, row + 1)
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function refusalOf(error: unknown, row: number): unknown {
  const code = (error as CsvError).code
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new Unreadable('unclosed-quote', { row })
  if (code === 'CSV_MAX_RECORD_SIZE') return new Unreadable('record-too-long', { row })
  return error
}
