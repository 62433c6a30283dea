import readWorkbook from 'read-excel-file/node'
import type { Cell, Row } from '../cells.ts'
import type { Limits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { checkParts, partsOf } from './zip.ts'

export type Sheet = { name: string; rows: readonly Row[] }

/** The sheets of an .xlsx workbook that hold anything. Formulas come as the values that were saved with them. */
export async function sheetsOf(bytes: Buffer, limits: Limits): Promise<Sheet[]> {
  const parts = partsOf(bytes, limits)
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part.name))
  if (has(/^content\.xml$/) || has(/^META-INF\/manifest\.xml$/)) throw new Unreadable('open-document')
  if (has(/vbaProject\.bin$/i)) throw new Unreadable('macros')
  if (!has(/^xl\/workbook\.xml$/)) throw new Unreadable('archive')
  await checkParts(bytes, parts, limits)
  let sheets: Awaited<ReturnType<typeof readWorkbook>>
  try {
    sheets = await readWorkbook(bytes, { trim: false })
  } catch (error) {
    throw new Unreadable('workbook', { detail: (error as Error).message })
  }
  return sheets
    .map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((cells, i) => ({ row: i + 1, cells: cells.map(cellOf) })),
    }))
    .filter((sheet) => sheet.rows.some((row) => row.cells.some((cell) => cell !== null && cell !== '')))
}

/** A date cell holds midnight UTC; one with a time of day keeps its day. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(15))
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return null
}
