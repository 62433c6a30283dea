import { type SharedRecord, type ShareLevel, shareLevels } from '../../kernel/share.ts'
import type { StatementParty, StatementValues } from '../sources/index.ts'

/** What one row of one list says of a project; a row without a title is not applied. */
export type ProjectValues = StatementValues & { title: string }
export type Party = StatementParty

export type Field = keyof ProjectValues

/**
 * Whose lists a project is folded from: the public ones, or those of one ecosystem that are not. Lists of two circles
 * make two projects even of one code, so that nothing of a closed list shows in a public project.
 */
export type Circle = 'public' | { ecosystem: string | null }
export const circleOf = ({ share, ecosystem }: Pick<SharedRecord, 'share' | 'ecosystem'>): Circle =>
  share === 'public' ? 'public' : { ecosystem }

/** A project is shared no more widely than the list that is shared least of those that tell of it. */
export const narrowest = (statements: readonly Pick<Statement, 'share'>[]): ShareLevel =>
  shareLevels.find((level) => statements.some((s) => s.share === level)) ?? 'own'

/** A row of a list that has been applied: what it says, where it stands, and how new it is. */
export type Statement = {
  importId: string
  rowNo: number
  /** The day the list speaks of; null when the list does not tell. */
  asOf: string | null
  importedAt: Date
  /** How widely its list is shared. */
  share: ShareLevel
  values: ProjectValues
}

/** A field's value with the statement that gives it and those it replaced, newest first. */
export type Stated = {
  value: unknown
  statement: Statement
  replaced: { value: unknown; statement: Statement }[]
}

export type Folded = { values: ProjectValues; fields: Partial<Record<Field, Stated>> }

export const amountFields = [
  'granted',
  'realised',
  'plannedPublic',
  'realisedPublic',
  'totalCost',
  'eu',
] as const

/** Newest first: a list that speaks of a later day, then one brought in later, then a later row of the same list. */
export function byNewness(a: Statement, b: Statement): number {
  if (a.asOf !== b.asOf) return (b.asOf ?? '') < (a.asOf ?? '') ? -1 : 1
  if (a.importedAt.getTime() !== b.importedAt.getTime())
    return b.importedAt.getTime() - a.importedAt.getTime()
  if (a.importId !== b.importId) return a.importId < b.importId ? 1 : -1
  return b.rowNo - a.rowNo
}

/**
 * A project as its statements say: for each field the newest statement that has it wins, and what it replaced is
 * kept beside it. Amounts count only in the currency of the newest statement that has any: two currencies are never
 * one figure. Throws RangeError when there is no statement.
 */
export function fold(statements: readonly Statement[]): Folded {
  if (statements.length === 0) throw new RangeError('a project has at least one statement')
  const newest = [...statements].sort(byNewness)
  const currency = newest.find((s) => hasAmount(s.values))?.values.currency
  const fields: Partial<Record<Field, Stated>> = {}
  for (const statement of newest) {
    for (const [name, value] of Object.entries(statement.values) as [Field, unknown][]) {
      if (value === undefined || value === null) continue
      if (isAmount(name) && statement.values.currency !== currency) continue
      if (name === 'currency' && value !== currency && currency !== undefined) continue
      const stated = fields[name]
      if (!stated) fields[name] = { value, statement, replaced: [] }
      else {
        const last = stated.replaced.at(-1)?.value ?? stated.value
        if (!equal(last, value)) stated.replaced.push({ value, statement })
      }
    }
  }
  const values = Object.fromEntries(Object.entries(fields).map(([name, s]) => [name, s.value]))
  return { values: values as ProjectValues, fields }
}

/** Whether a new row says nothing that its project has not been told already: the same list dropped again. */
export function saysNothingNew(row: Statement, told: readonly Statement[]): boolean {
  const sameDay = told.some((s) => s.asOf !== null && s.asOf === row.asOf && equal(s.values, row.values))
  if (sameDay) return true
  const before = [...told].sort(byNewness).find((s) => (s.asOf ?? '') <= (row.asOf ?? ''))
  return before !== undefined && equal(before.values, row.values)
}

const amounts: ReadonlySet<string> = new Set(amountFields)
const isAmount = (field: string): boolean => amounts.has(field)
const hasAmount = (values: ProjectValues): boolean => amountFields.some((f) => values[f] !== undefined)

/** Deep equality of plain data, whatever the order of keys. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((k) => equal((a as Record<string, unknown>)[k], (b as Record<string, unknown>)[k]))
}
