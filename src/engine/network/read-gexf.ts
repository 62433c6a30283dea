import { type ColumnType, readNumber, readValue } from './columns.ts'
import { FileGraphBuilder, type FileLimits, type ReadFile, usualLimits } from './file-graph.ts'
import type { Attribute } from './ties.ts'
import { localName, type XmlEvent } from './xml.ts'

const types: Record<string, ColumnType> = {
  boolean: 'boolean',
  integer: 'long',
  long: 'long',
  short: 'long',
  byte: 'long',
  float: 'double',
  double: 'double',
  liststring: 'list',
}

type Column = { name: string; type: ColumnType }

/** Actors, ties and places of a GEXF file (1.1 to 1.3), from what a parser of XML tells; or everything wrong with it. */
export function readGexf(events: Iterable<XmlEvent>, limits: FileLimits = usualLimits): ReadFile {
  const builder = new FileGraphBuilder(limits)
  const columns = { node: new Map<string, Column>(), edge: new Map<string, Column>() }
  let declared: Map<string, Column> | undefined
  let thing:
    | { is: 'node' | 'edge'; at: Readonly<Record<string, string>>; values: Map<string, Attribute> }
    | undefined
  const path: string[] = []

  const open = (name: string, at: Readonly<Record<string, string>>): void => {
    if (name === 'attributes') declared = at.class === 'edge' ? columns.edge : columns.node
    else if (name === 'attribute' && at.id !== undefined)
      declared?.set(at.id, { name: at.title ?? at.id, type: types[at.type ?? ''] ?? 'string' })
    else if (name === 'node' || name === 'edge') thing = { is: name, at, values: new Map() }
    else if (name === 'attvalue' && thing) {
      const column = columns[thing.is].get(at.for ?? at.id ?? '')
      if (!column || at.value === undefined) return
      const value = readValue(at.value, column.type)
      if (value === undefined) builder.fault('bad-value', thing.at.id ?? column.name, at.value)
      else thing.values.set(column.name, value)
    } else if (name === 'position' && thing?.at.id !== undefined)
      builder.place(thing.at.id, readNumber(at.x ?? ''), readNumber(at.y ?? ''))
  }

  const close = (name: string): void => {
    if (name === 'attributes') declared = undefined
    if (!thing || name !== thing.is) return
    const { at, values } = thing
    if (name === 'node') {
      const label = at.label
      if (label !== undefined && label !== at.id && !values.has('name')) values.set('name', label)
      builder.actor(at.id, Object.fromEntries(values))
    } else
      builder.tie({
        id: at.id ?? `${at.source} - ${at.target}`,
        a: at.source,
        b: at.target,
        kind: wordOf(values.get('kind')) ?? at.kind,
        weight: at.weight === undefined ? undefined : (readNumber(at.weight) ?? Number.NaN),
        since: at.start,
        until: at.end,
        evidence: wordOf(values.get('evidence')),
      })
    thing = undefined
  }

  for (const event of events) {
    if (event.kind === 'open') {
      const name = localName(event.name)
      if (path.length === 0 && name !== 'gexf') {
        builder.fault('other-format', name)
        break
      }
      if (path.push(name) > limits.depth) {
        builder.fault('too-deep', name)
        break
      }
      open(name, event.attributes)
    } else if (event.kind === 'close') close(path.pop() ?? '')
    if (!builder.hasRoom) {
      builder.fault('too-large', String(limits.things))
      break
    }
  }
  return builder.done()
}

const wordOf = (value: Attribute | undefined): string | undefined =>
  value === undefined ? undefined : String(value)
