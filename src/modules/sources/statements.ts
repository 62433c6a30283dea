import { createHash } from 'node:crypto'
import { type Cell, foldName, type Row, storable, textOf } from './cells.ts'
import { createNormaliser } from './normalise.ts'
import { isError, type Problem } from './problem.ts'
import type { Table } from './reading/table.ts'
import type { Plan } from './recognising/plan.ts'
import { createRepair, type RepairNote } from './repair.ts'
import type { StatementValues } from './statement.ts'

/** One row, read: what it says, what is wrong, and its cells as they stood, under the right headers. */
export type ReadRow = {
  row: number
  registry: string
  /** The project's code, or a key made of what names it where the list has no codes. */
  key: string
  values: StatementValues
  cells: readonly string[]
  problems: readonly Problem[]
  rejected: boolean
}

/**
 * Reads the rows of a table under a plan, one at a time: realigned where that is certain, made into statements,
 * with every doubt reported. The same file under the same plan gives the same rows.
 */
export async function* readRows(table: Table, plan: Plan, afterRow = 0): AsyncGenerator<ReadRow> {
  const read = createRowReader(table, plan)
  for await (const row of table.rows()) if (row.row > afterRow) yield read(row)
}

export function createRowReader(table: Table, plan: Plan): (row: Row) => ReadRow {
  const { mapping } = plan
  const normalise = createNormaliser(mapping, plan.known)
  const delimiter = table.layout.delimiter
  const repair = delimiter === undefined ? undefined : createRepair(plan.expectations, delimiter)
  const headers = mapping.columns.map((c) => c.header)

  return (row) => {
    const cells = row.cells.map((cell) => storable(textOf(cell)))
    const base = { row: row.row, registry: mapping.registry, cells }
    let aligned: readonly Cell[] = row.cells
    let notes: readonly RepairNote[] = []
    if (repair) {
      const repaired = repair(cells)
      if (!repaired.ok) {
        const problem: Problem = {
          code: repaired.reason,
          row: row.row,
          text: cells.join(delimiter).slice(0, 500),
        }
        return { ...base, key: `row-${row.row}`, values: {}, problems: [problem], rejected: true }
      }
      aligned = repaired.cells
      notes = repaired.notes
    }
    const { values, problems } = normalise({ row: row.row, cells: aligned })
    const raw = () => cells.join(delimiter).slice(0, 500)
    const all = [...notes.map((note) => problemOf(note, row.row, headers, raw)), ...problems]
    if (aligned !== row.cells) base.cells = aligned.map(textOf)
    return { ...base, key: keyOf(values), values, problems: all, rejected: all.some(isError) }
  }
}

function problemOf(note: RepairNote, row: number, headers: readonly string[], raw: () => string): Problem {
  if (note.kind !== 'moved') return { code: note.kind, row, text: raw() }
  return { code: 'moved', row, column: headers[note.from]!, other: headers[note.to]!, text: note.text }
}

/** What names a project where no code does: its title, lead, start and place, without case and punctuation. */
function keyOf(values: StatementValues): string {
  if (values.code) return values.code.slice(0, 200)
  const parts = [values.title, values.lead?.name, values.start, values.region].map((part) =>
    foldName(part ?? ''),
  )
  return `~${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}`
}
