import { columnsIn, readNumber, writeNumber, writeValue } from './columns.ts'
import { writeDay } from './day.ts'
import { FileGraphBuilder, type ReadFile, usualLimits } from './file-graph.ts'
import type { Graph } from './graph.ts'
import { tieAt } from './ties.ts'

/** A table as rows of texts, its heads first. */
export type Rows = Iterable<readonly string[]>

const tieHeads = ['a', 'b', 'kind', 'weight', 'since', 'until', 'evidence'] as const

/** A row an actor: its id and its attributes. */
export function* actorRows(graph: Graph): Generator<string[], void> {
  const columns = columnsIn(graph.attributes.map((attributes) => ({ attributes })))
  yield ['id', ...columns.map(({ name }) => name)]
  for (let v = 0; v < graph.size; v++) {
    const attributes = graph.attributes[v]!
    yield [
      graph.ids[v]!,
      ...columns.map(({ name }) => {
        const value = attributes[name]
        return value === undefined ? '' : writeValue(value)
      }),
    ]
  }
}

/** A row a tie; an empty cell is an open end. */
export function* tieRows(graph: Graph): Generator<string[], void> {
  yield [...tieHeads]
  for (let at = 0; at < graph.ties.count; at++) {
    const { a, b, kind, weight, since, until, evidence = '' } = tieAt(graph.ids, graph.ties, at)
    const day = (value: number | undefined): string => (value === undefined ? '' : writeDay(value))
    yield [a, b, kind, writeNumber(weight), day(since), day(until), evidence]
  }
}

/**
 * The two tables read back. Heads are found by name, in any order; `id`, `a` and `b` must be there. Attributes are
 * texts; an empty cell is none. Where there is no table of actors, they are those whom the ties name.
 */
export function readTables(actors: Rows | undefined, ties: Rows): ReadFile {
  const builder = new FileGraphBuilder(usualLimits)
  const rows = [...records(ties)]
  for (const head of ['a', 'b']) if (rows[0] && !(head in rows[0])) builder.fault('other-format', head)
  if (actors)
    for (const row of records(actors)) {
      const { id, ...told } = row
      builder.actor(
        id || undefined,
        Object.fromEntries(Object.entries(told).filter(([, value]) => value !== '')),
      )
    }
  else for (const id of new Set(rows.flatMap(({ a, b }) => [a, b]))) if (id) builder.actor(id, {})
  rows.forEach(({ a, b, kind, weight, since, until, evidence }, at) => {
    builder.tie({
      id: String(at + 2),
      a,
      b,
      kind: kind || undefined,
      weight: weight ? (readNumber(weight) ?? Number.NaN) : undefined,
      since: since || undefined,
      until: until || undefined,
      evidence: evidence || undefined,
    })
  })
  return builder.done()
}

function* records(rows: Rows): Generator<Record<string, string>, void> {
  let heads: readonly string[] | undefined
  for (const row of rows) {
    if (heads) yield Object.fromEntries(heads.map((head, at) => [head, row[at] ?? '']))
    else heads = row.map((head) => head.trim())
  }
}
