import type { Json } from '../cells.ts'
import type { Limits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'

/** How the objects lie in the text: in one array, in an array somewhere inside one object, or one a line. */
export type JsonLayout = 'array' | 'wrapped' | 'lines'

/** Decided from the head: an object that ends on its own line and is followed by another is JSON lines. */
export function layoutOf(head: string): JsonLayout {
  const text = head.trimStart()
  if (text.startsWith('[')) return 'array'
  const end = text.indexOf('\n')
  if (end < 0) return 'wrapped'
  try {
    const first: unknown = JSON.parse(text.slice(0, end))
    return typeof first === 'object' && text.slice(end).trimStart().startsWith('{') ? 'lines' : 'wrapped'
  } catch {
    return 'wrapped'
  }
}

const quote = 34
const backslash = 92
const openBrace = 123
const closeBrace = 125
const openBracket = 91
const closeBracket = 93
const comma = 44
const isSpace = (c: number) => c === 32 || c === 10 || c === 13 || c === 9

/**
 * The objects one by one from streamed JSON, holding only one at a time. What lies around the table is collected
 * without its elements and parsed at the end, so that a file broken anywhere is refused.
 */
export async function* jsonElements(
  text: AsyncIterable<string>,
  layout: JsonLayout,
  limits: Limits,
): AsyncGenerator<{ row: number; value: Json }> {
  /** Open containers outside the table, as '{' and '['. */
  const stack: number[] = []
  let skeleton = ''
  let row = 0
  let tables = 0
  /** Inside the table's array (or, for lines, always): how deep its array lies. */
  let tableDepth = layout === 'lines' ? 0 : -1
  /** The element now being collected. */
  let element = ''
  let depth = 0
  let inString = false
  let escaped = false
  /** In the table, between elements: whether a comma is due, and whether one has just come. */
  let afterElement = false
  let afterComma = false
  const broken = (detail: string) => new Unreadable('json', { row: row + 1, detail })
  const parsed = (): Json => {
    try {
      return JSON.parse(element) as Json
    } catch (error) {
      throw broken((error as Error).message)
    }
  }
  const keep = (part: string) => {
    skeleton += part
    if (skeleton.length > limits.recordLength) throw new Unreadable('record-too-long', { row: row + 1 })
  }

  for await (const chunk of text) {
    let start = 0
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i)
      if (inString) {
        if (escaped) escaped = false
        else if (c === backslash) escaped = true
        else if (c === quote) inString = false
        continue
      }
      if (depth > 0) {
        if (c === quote) inString = true
        else if (c === openBrace || c === openBracket) {
          if (++depth > limits.depth) throw new Unreadable('too-deep', { row: row + 1 })
        } else if ((c === closeBrace || c === closeBracket) && --depth === 0) {
          element += chunk.slice(start, i + 1)
          const value = parsed()
          yield { row: ++row, value }
          element = ''
          start = i + 1
          afterElement = true
          afterComma = false
        }
        continue
      }
      if (tableDepth >= 0) {
        if (isSpace(c)) {
          start = i + 1
          continue
        }
        if (c === openBrace && (layout === 'lines' || !afterElement)) {
          depth = 1
          start = i
          continue
        }
        if (layout === 'lines') throw broken(`"${chunk[i]}"`)
        if (c === comma && afterElement) {
          afterElement = false
          afterComma = true
          start = i + 1
          continue
        }
        if (c === closeBracket && !afterComma) {
          tableDepth = -1
          stack.pop()
          start = i
          continue
        }
        if (row === 0 && !afterComma) throw new Unreadable('no-table', { row: 1 })
        throw broken(`"${chunk[i]}"`)
      }
      if (c === quote) inString = true
      else if (c === openBrace || c === openBracket) {
        const outermost = stack.length === 0
        const opensTable =
          c === openBrace && stack.at(-1) === openBracket && !stack.slice(0, -1).includes(openBracket)
        if (opensTable) {
          tables++
          if (tables > 1) throw new Unreadable('several-tables', { row })
          keep(chunk.slice(start, i))
          tableDepth = stack.length
          afterElement = false
          depth = 1
          start = i
        } else {
          if (outermost && skeleton.trim() !== '' && /[\]}]\s*$/.test(skeleton)) throw broken(`"${chunk[i]}"`)
          stack.push(c)
          if (stack.length > limits.depth) throw new Unreadable('too-deep', { row: row + 1 })
        }
      } else if (c === closeBrace || c === closeBracket) stack.pop()
    }
    if (depth > 0) {
      element += chunk.slice(start)
      if (element.length > limits.recordLength) throw new Unreadable('record-too-long', { row: row + 1 })
    } else if (tableDepth < 0) keep(chunk.slice(start))
  }
  if (depth > 0 || (layout !== 'lines' && (tableDepth >= 0 || stack.length > 0))) throw broken('…')
  if (layout !== 'lines') {
    try {
      const around = JSON.parse(skeleton) as Json
      if (row === 0 && Array.isArray(around) && around.length > 0)
        throw new Unreadable('no-table', { row: 1 })
    } catch (error) {
      if (error instanceof Unreadable) throw error
      throw broken((error as Error).message)
    }
  }
  if (row === 0) throw new Unreadable(layout === 'array' ? 'no-rows' : 'no-table')
}
