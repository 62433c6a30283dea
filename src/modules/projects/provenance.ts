import type { Read } from '../../kernel/db.ts'
import { type ImportHead, importsById, rowCells, statementsOf } from '../sources/index.ts'
import { type Field, type Folded, fold, type Statement } from './fold.ts'
import { statementOf } from './import-apply.ts'

/** Where one value stands: the list, its file and row, and what the row's cells say as they were written. */
export type Origin = {
  list: ImportHead
  rowNo: number
  asOf: string | null
  importedAt: Date
  /** The cells of the row under the list's own headers. */
  cells: readonly { header: string; text: string }[]
}

export type FieldProvenance = {
  value: unknown
  origin: Origin
  replaced: { value: unknown; origin: Origin }[]
}

/** A project's folded statements with the heads of the lists that made them. */
export async function foldedProject(
  db: Read,
  projectId: string,
): Promise<{ folded: Folded; lists: ReadonlyMap<string, ImportHead> } | undefined> {
  const statements = (await statementsOf(db, [projectId])).map(statementOf)
  if (statements.length === 0) return undefined
  const heads = await importsById(db, [...new Set(statements.map((s) => s.importId))])
  return { folded: fold(statements), lists: new Map(heads.map((h) => [h.id, h])) }
}

/** Everything known of how a field of a project came to have its value; undefined when no list tells the field. */
export async function provenanceOf(
  db: Read,
  projectId: string,
  field: Field,
): Promise<FieldProvenance | undefined> {
  const project = await foldedProject(db, projectId)
  const stated = project?.folded.fields[field]
  if (!project || !stated) return undefined
  const originOf = async (s: Statement): Promise<Origin> => {
    const list = project.lists.get(s.importId)
    if (!list) throw new Error(`statement of an unknown import ${s.importId}`)
    const cells = await rowCells(db, s.importId, s.rowNo)
    return { list, rowNo: s.rowNo, asOf: s.asOf, importedAt: s.importedAt, cells }
  }
  const replaced: FieldProvenance['replaced'] = []
  for (const r of stated.replaced) replaced.push({ value: r.value, origin: await originOf(r.statement) })
  return { value: stated.value, origin: await originOf(stated.statement), replaced }
}
