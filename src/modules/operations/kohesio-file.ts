import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify/sync'
import {
  cellsUnder,
  type Fault,
  type FormCells,
  faultsOf,
  faultsOfHeader,
  formFields,
} from '../../engine/kohesio/index.ts'

const names = formFields.map((field) => field.name)

/**
 * Lines of the file that Kohesio takes: UTF-8 without a mark, commas, CRLF (RFC 4180). Cells are written as they are, since
 * a machine reads them: the apostrophe that keeps a spreadsheet from running a text would falsify it.
 */
const line = (cells: readonly string[]): string => stringify([cells], { record_delimiter: 'windows' })

export const kohesioHeader = (): string => line(names)

export const kohesioLine = (cells: FormCells): string => line(names.map((name) => cells[name] ?? ''))

export type FileFault = { line: number } & ({ column: string; kind: string } | Fault)

/**
 * Reads a file of the form and says what is wrong with it: `rows` lines after the header, `faults` in their order. A
 * place is asked for only where the file has all three columns of it, as the Commission's validator does.
 */
export async function checkKohesioFile(file: Readable): Promise<{ rows: number; faults: FileFault[] }> {
  const lines: AsyncIterable<string[]> = file.pipe(parse({ bom: true, relax_column_count: false }))
  const faults: FileFault[] = []
  let header: string[] | undefined
  let n = 0
  for await (const cells of lines) {
    n += 1
    if (!header) {
      header = cells
      faults.push(...faultsOfHeader(cells).map((fault) => ({ line: 1, ...fault })))
      continue
    }
    faults.push(...faultsOf(cellsUnder(header, cells)).map((fault) => ({ line: n, ...fault })))
  }
  return { rows: Math.max(0, n - 1), faults }
}
