import type { Actor, Attribute } from './ties.ts'

/** What an attribute is in a file. A column where kinds are mixed is text. */
export type ColumnType = 'boolean' | 'long' | 'double' | 'list' | 'string'

export type Column = { readonly name: string; readonly type: ColumnType }

/** The attributes of the actors as columns, in the order in which they first come. */
export function columnsIn(actors: readonly Pick<Actor, 'attributes'>[]): Column[] {
  const types = new Map<string, ColumnType>()
  for (const { attributes = {} } of actors)
    for (const [name, value] of Object.entries(attributes)) {
      const [known, type] = [types.get(name), typeOf(value)]
      types.set(name, known === undefined ? type : joined(known, type))
    }
  return [...types].map(([name, type]) => ({ name, type }))
}

function typeOf(value: Attribute): ColumnType {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? 'long' : 'double'
  return typeof value === 'string' ? 'string' : 'list'
}

function joined(one: ColumnType, other: ColumnType): ColumnType {
  if (one === other) return one
  const numbers = ['long', 'double']
  return numbers.includes(one) && numbers.includes(other) ? 'double' : 'string'
}

/** The value as text. Words of a list are joined by |; a | or a backslash in them has a backslash before it. */
export function writeValue(value: Attribute): string {
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'boolean' || typeof value === 'string') return String(value)
  return value.map((word) => word.replace(/[\\|]/g, '\\$&')).join('|')
}

export function writeNumber(value: number): string {
  if (Object.is(value, -0)) return '-0'
  if (Number.isFinite(value)) return String(value)
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF'
}

/** The value that the text says, or undefined if it says none of this type. */
export function readValue(text: string, type: ColumnType): Attribute | undefined {
  if (type === 'string') return text
  if (type === 'list') return readList(text)
  const word = text.trim()
  if (type === 'boolean') return { true: true, '1': true, false: false, '0': false }[word.toLowerCase()]
  return readNumber(word)
}

export function readNumber(word: string): number | undefined {
  const special: Record<string, number> = { NaN: Number.NaN, INF: Infinity, '-INF': -Infinity }
  if (word in special) return special[word]
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(word) ? Number(word) : undefined
}

function readList(text: string): string[] {
  if (text === '') return []
  const words = ['']
  for (const [part] of text.matchAll(/\\[\s\S]|\||[^\\|]+|\\/g)) {
    if (part === '|') words.push('')
    else words[words.length - 1] += part.startsWith('\\') && part.length > 1 ? part.slice(1) : part
  }
  return words
}
