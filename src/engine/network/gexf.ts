import { type ColumnType, columnsIn, writeNumber, writeValue } from './columns.ts'
import { writeDay } from './day.ts'
import type { Graph } from './graph.ts'
import type { Layout } from './picture.ts'
import { always, goesOn, tieAt } from './ties.ts'
import { escaped } from './xml.ts'

export type GexfOptions = {
  readonly layout?: Layout
  /** The colour of each actor, as 0xRRGGBB. */
  readonly colours?: ArrayLike<number>
}

const types: Record<ColumnType, string> = {
  boolean: 'boolean',
  long: 'long',
  double: 'double',
  list: 'liststring',
  string: 'string',
}

/**
 * The network as GEXF 1.3 (gexf.net), in parts that are written one after the other: actors with their attributes,
 * place, size and colour; every tie as an edge of its own, with its days. What XML cannot hold is left out.
 */
export function* writeGexf(graph: Graph, { layout, colours }: GexfOptions = {}): Generator<string, void> {
  const columns = columnsIn(graph.attributes.map((attributes) => ({ attributes })))
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
<attributes class="node" mode="static">
${columns.map(({ name, type }, at) => `<attribute id="${at}" title="${escaped(name)}" type="${types[type]}"/>\n`).join('')}</attributes>
<attributes class="edge" mode="static">
<attribute id="kind" title="kind" type="string"/>
<attribute id="evidence" title="evidence" type="string"/>
</attributes>
<nodes>
`
  for (let v = 0; v < graph.size; v++) yield node(v)
  yield '</nodes>\n<edges>\n'
  for (let at = 0; at < graph.ties.count; at++) yield edge(at)
  yield '</edges>\n</graph>\n</gexf>\n'

  function node(v: number): string {
    const attributes = graph.attributes[v]!
    const values = columns.flatMap(({ name }, at) => {
      const value = attributes[name]
      return value === undefined ? [] : [`<attvalue for="${at}" value="${escaped(writeValue(value))}"/>`]
    })
    const id = graph.ids[v]!
    const label = typeof attributes.name === 'string' ? attributes.name : id
    return `<node id="${escaped(id)}" label="${escaped(label)}"><attvalues>${values.join('')}</attvalues>${seen(v)}</node>\n`
  }

  function seen(v: number): string {
    const parts: string[] = []
    const colour = colours?.[v]
    if (colour !== undefined)
      parts.push(`<viz:color r="${(colour >> 16) & 255}" g="${(colour >> 8) & 255}" b="${colour & 255}"/>`)
    if (layout) {
      parts.push(`<viz:position x="${writeNumber(layout.x[v]!)}" y="${writeNumber(layout.y[v]!)}" z="0"/>`)
      parts.push(`<viz:size value="${writeNumber(layout.radius[v]!)}"/>`)
    }
    return parts.join('')
  }

  function edge(at: number): string {
    const { a, b, kind, weight, since, until, evidence } = tieAt(graph.ids, graph.ties, at)
    const days = [
      since === undefined || since === always ? '' : ` start="${writeDay(since)}"`,
      until === undefined || until === goesOn ? '' : ` end="${writeDay(until)}"`,
    ]
    const shown = evidence === undefined ? '' : `<attvalue for="evidence" value="${escaped(evidence)}"/>`
    return `<edge id="${at}" source="${escaped(a)}" target="${escaped(b)}" weight="${writeNumber(weight)}"${days.join('')}><attvalues><attvalue for="kind" value="${escaped(kind)}"/>${shown}</attvalues></edge>\n`
  }
}
