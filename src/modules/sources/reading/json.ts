import type { Cell, Json, Row } from '../cells.ts'
import type { Limits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { type JsonLayout, jsonElements } from './json-elements.ts'

type JsonObject = { readonly [key: string]: Json }

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `{lead: {name: "x"}}` -> `lead.name`; lists stay lists. */
export function flattened(value: JsonObject, into = new Map<string, Cell>(), prefix = ''): Map<string, Cell> {
  for (const [key, inner] of Object.entries(value)) {
    const name = prefix + key
    if (isObject(inner)) flattened(inner, into, `${name}.`)
    else into.set(name, inner as Cell)
  }
  return into
}

const objectsOf = async function* (text: AsyncIterable<string>, layout: JsonLayout, limits: Limits) {
  for await (const { row, value } of jsonElements(text, layout, limits)) {
    if (!isObject(value)) throw new Unreadable('no-table', { row })
    yield { row, cells: flattened(value) }
  }
}

/** Every column of the whole file in the order they first come: later objects may have keys that the first lacks. */
export async function jsonColumns(text: AsyncIterable<string>, layout: JsonLayout, limits: Limits) {
  const columns = new Set<string>()
  for await (const { row, cells } of objectsOf(text, layout, limits)) {
    for (const name of cells.keys()) columns.add(name)
    if (columns.size > limits.columns) throw new Unreadable('too-many-columns', { row })
  }
  return [...columns]
}

export async function* jsonRows(
  text: AsyncIterable<string>,
  layout: JsonLayout,
  columns: readonly string[],
  limits: Limits,
): AsyncGenerator<Row> {
  for await (const { row, cells } of objectsOf(text, layout, limits)) {
    yield { row, cells: columns.map((name) => cells.get(name) ?? null) }
  }
}
