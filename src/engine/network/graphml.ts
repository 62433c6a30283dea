import { type ColumnType, columnsIn, writeValue } from './columns.ts'
import { writeDay } from './day.ts'
import type { Graph } from './graph.ts'
import type { Layout } from './picture.ts'
import { tieAt } from './ties.ts'
import { escaped } from './xml.ts'

const types: Record<ColumnType, string> = {
  boolean: 'boolean',
  long: 'long',
  double: 'double',
  list: 'string',
  string: 'string',
}

/**
 * The network as GraphML 1.0 (graphml.graphdrawing.org), in parts that are written one after the other. It knows no
 * lists: they are texts, words between |, under a key whose id begins with "list". Places are the keys x, y and size.
 */
export function* writeGraphml(
  graph: Graph,
  { layout }: { readonly layout?: Layout } = {},
): Generator<string, void> {
  const columns = columnsIn(graph.attributes.map((attributes) => ({ attributes }))).map(
    ({ name, type }, at) => ({
      id: `${type === 'list' ? 'list' : 'a'}${at}`,
      name,
      type: types[type],
    }),
  )
  const keys = [
    ...columns.map((column) => ({ ...column, of: 'node' })),
    ...(layout ? ['x', 'y', 'size'] : []).map((name) => ({
      id: `place-${name}`,
      name,
      type: 'double',
      of: 'node',
    })),
    { id: 'weight', name: 'weight', type: 'double', of: 'edge' },
    ...['kind', 'since', 'until', 'evidence'].map((name) => ({ id: name, name, type: 'string', of: 'edge' })),
  ]
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys.map(({ id, name, type, of }) => `<key id="${id}" for="${of}" attr.name="${escaped(name)}" attr.type="${type}"/>\n`).join('')}<graph edgedefault="undirected">
`
  for (let v = 0; v < graph.size; v++) {
    const values = columns.map(({ id, name }) => datum(id, graph.attributes[v]![name]))
    const place = layout
      ? [
          datum('place-x', layout.x[v]!),
          datum('place-y', layout.y[v]!),
          datum('place-size', layout.radius[v]!),
        ]
      : []
    yield `<node id="${escaped(graph.ids[v]!)}">${[...values, ...place].join('')}</node>\n`
  }
  for (let at = 0; at < graph.ties.count; at++) {
    const { a, b, kind, weight, since, until, evidence } = tieAt(graph.ids, graph.ties, at)
    const values = [
      datum('weight', weight),
      datum('kind', kind),
      datum('since', since === undefined ? undefined : writeDay(since)),
      datum('until', until === undefined ? undefined : writeDay(until)),
      datum('evidence', evidence),
    ]
    yield `<edge id="${at}" source="${escaped(a)}" target="${escaped(b)}">${values.join('')}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

function datum(key: string, value: Parameters<typeof writeValue>[0] | undefined): string {
  return value === undefined ? '' : `<data key="${key}">${escaped(writeValue(value))}</data>`
}
