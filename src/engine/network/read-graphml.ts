import { type ColumnType, readValue } from './columns.ts'
import { FileGraphBuilder, type FileLimits, type ReadFile, usualLimits } from './file-graph.ts'
import type { Attribute } from './ties.ts'
import { localName, type XmlEvent } from './xml.ts'

const types: Record<string, ColumnType> = {
  boolean: 'boolean',
  int: 'long',
  long: 'long',
  float: 'double',
  double: 'double',
}

/** Actors, ties and places of a GraphML file, from what a parser of XML tells; or everything wrong with it. */
export function readGraphml(events: Iterable<XmlEvent>, limits: FileLimits = usualLimits): ReadFile {
  const builder = new FileGraphBuilder(limits)
  const keys = new Map<string, { name: string; type: ColumnType }>()
  let thing: { is: string; at: Readonly<Record<string, string>>; values: Map<string, Attribute> } | undefined
  let datum: { key: string; text: string } | undefined
  const path: string[] = []

  const open = (name: string, at: Readonly<Record<string, string>>): void => {
    if (name === 'key' && at.id !== undefined) {
      const type = at.id.startsWith('list') ? 'list' : (types[at['attr.type'] ?? ''] ?? 'string')
      keys.set(at.id, { name: at['attr.name'] ?? at.id, type })
    } else if (name === 'node' || name === 'edge') thing = { is: name, at, values: new Map() }
    else if (name === 'data' && thing) datum = { key: at.key ?? '', text: '' }
  }

  const close = (name: string): void => {
    if (name === 'data' && thing && datum) {
      const key = keys.get(datum.key)
      const value = key && readValue(datum.text, key.type)
      if (key && value === undefined) builder.fault('bad-value', thing.at.id ?? key.name, datum.text)
      if (key && value !== undefined)
        thing.values.set(datum.key.startsWith('place-') ? datum.key : key.name, value)
      datum = undefined
    }
    if (!thing || name !== thing.is) return
    const { at, values } = thing
    const number = (key: string): number | undefined => {
      const value = values.get(key)
      return value === undefined ? undefined : typeof value === 'number' ? value : Number.NaN
    }
    if (name === 'node') {
      if (at.id !== undefined) builder.place(at.id, number('place-x'), number('place-y'))
      const told = [...values].filter(([key]) => !key.startsWith('place-'))
      builder.actor(at.id, Object.fromEntries(told))
    } else
      builder.tie({
        id: at.id ?? `${at.source} - ${at.target}`,
        a: at.source,
        b: at.target,
        kind: wordOf(values.get('kind')),
        weight: number('weight'),
        since: wordOf(values.get('since')),
        until: wordOf(values.get('until')),
        evidence: wordOf(values.get('evidence')),
      })
    thing = undefined
  }

  for (const event of events) {
    if (event.kind === 'text') {
      if (datum) datum.text += event.text
      continue
    }
    if (event.kind === 'open') {
      const name = localName(event.name)
      if (path.length === 0 && name !== 'graphml') {
        builder.fault('other-format', name)
        break
      }
      if (path.push(name) > limits.depth) {
        builder.fault('too-deep', name)
        break
      }
      open(name, event.attributes)
    } else close(path.pop() ?? '')
    if (!builder.hasRoom) {
      builder.fault('too-large', String(limits.things))
      break
    }
  }
  return builder.done()
}

const wordOf = (value: Attribute | undefined): string | undefined =>
  value === undefined ? undefined : String(value)
