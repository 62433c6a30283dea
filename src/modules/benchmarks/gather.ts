import { derivedOf } from '../../engine/benchmark/index.ts'
import type { Read } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { regionByCode } from '../codes/index.ts'
import type { Head } from '../statistics/index.ts'
import { type Cell, type Column, columnReader, type Series, timeIdOf } from './columns.ts'
import { derivedLabel, describe } from './labels.ts'
import {
  type Asked,
  type AskedVariable,
  derivedIn,
  type Gathered,
  type UsedUnit,
  type UsedVariable,
} from './rules.ts'

/** A variable with what it was read from; a derived one with its other series. */
type Had = { head: Head; column: Column; other: { series: Series; head: Head; column: Column } | undefined }

/** Reads every variable of a question in its newest version. Refuses what is not public or not there. */
export async function gather(db: Read, asked: Asked): Promise<Gathered> {
  const reader = columnReader(db, asked.level)
  const others: (Series | undefined)[] = []
  for (const variable of asked.variables) others.push(await otherOf(variable, reader.head))
  const columns = await reader.read([...asked.variables, ...others.filter((o) => o !== undefined)])
  let at = asked.variables.length
  const had: Had[] = []
  for (const [i, { dataset }] of asked.variables.entries()) {
    const series = others[i]
    had.push({
      head: await reader.head(dataset),
      column: columns[i]!,
      other: series && { series, head: await reader.head(series.dataset), column: columns[at++]! },
    })
  }
  return {
    asked,
    variables: asked.variables.map((variable, i) => usedOf(variable, had[i]!)),
    units: unitsOf(asked, had),
  }
}

/** The series below the line of a ratio, or the earlier one of a change. */
async function otherOf(
  { dataset, codes, derived }: AskedVariable,
  head: (dataset: string) => Promise<Head>,
): Promise<Series | undefined> {
  if (!derived) return undefined
  if (derived.is === 'ratio') return { dataset: derived.dataset, codes: derived.codes }
  const time = timeIdOf(await head(dataset))
  return { dataset, codes: time ? { ...codes, [time]: derived.since } : codes }
}

function unitsOf(asked: Asked, had: readonly Had[]): UsedUnit[] {
  const derived = asked.variables.map(derivedIn)
  const codes = [...new Set(had.flatMap(({ column }) => [...column.cells.keys()]))].sort()
  const heads = had.map(({ head }) => head)
  return codes.map((code): UsedUnit => {
    const pairs = had.map(({ column, other }): [Cell | undefined, Cell | undefined] => [
      column.cells.get(code),
      other?.column.cells.get(code),
    ])
    const bases = pairs.map(([a, b], i) =>
      derived[i] ? ([a?.value ?? null, b?.value ?? null] as const) : null,
    )
    return {
      code,
      country: asked.level === 'region' ? 'FI' : code.slice(0, 2),
      name: nameOf(code, heads),
      values: pairs.map(([a], i) => (bases[i] ? derivedOf(derived[i]!, ...bases[i]) : (a?.value ?? null))),
      flags: pairs.map(([a, b]) => [...new Set([a?.flag, b?.flag])].filter(Boolean).join(' ')),
      ...(bases.some((b) => b !== null) && { bases }),
    }
  })
}

function usedOf(variable: AskedVariable, { head, column, other }: Had): UsedVariable {
  const own = seriesUsed(head, variable, column)
  if (!other || !variable.derived) return own
  const below = seriesUsed(other.head, other.series, other.column)
  return { ...own, ...derivedLabel(variable.derived, own, below), other: below }
}

const seriesUsed = (head: Head, { codes }: Series, { from }: Column): Omit<UsedVariable, 'other'> => ({
  dataset: head.dataset.id,
  version: head.version.id,
  number: head.version.number,
  updated: head.version.updated,
  table: head.dataset.table,
  title: head.dataset.title,
  ...describe(head, codes),
  from,
})

function nameOf(code: string, heads: readonly Head[]): Names {
  const region = regionByCode(code)
  if (region) return region.name
  for (const head of heads) {
    const found = namesIn(head).get(code)
    if (found && (found.fi ?? found.sv ?? found.en)) return found
  }
  return { fi: code }
}

/** Names of territories by their codes, made once for a head that was read. */
const names = new WeakMap<Head, ReadonlyMap<string, Names>>()
function namesIn(head: Head): ReadonlyMap<string, Names> {
  const geo = head.dimensions.find((d) => d.role === 'geo')
  const made = names.get(head) ?? new Map(geo?.categories.map((c) => [c.code, c.name]))
  names.set(head, made)
  return made
}
