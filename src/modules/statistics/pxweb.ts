import type { Dimension, Label } from '../../engine/statistics/index.ts'
import { isPeriod } from '../../engine/statistics/index.ts'
import type { Slice } from './rules.ts'

/** What PxWeb's API tells of a table (GET): its variables with codes and texts. PxWeb API 1, Statistics Sweden. */
export type PxTable = {
  title: string
  variables: {
    code: string
    text: string
    values: string[]
    valueTexts: string[]
    /** It may be left out of a query. */
    elimination: boolean
    time: boolean
  }[]
}

type Found = Record<string, unknown>
const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

/** Reads a table's metadata; undefined for anything else. */
export function pxTableOf(data: unknown): PxTable | undefined {
  const { title, variables } = (data ?? {}) as Found
  if (!isText(title) || !Array.isArray(variables) || variables.length === 0) return undefined
  const read = variables.map((found: unknown) => {
    const { code, text, values, valueTexts, elimination, time } = (found ?? {}) as Found
    if (!isText(code) || !isTexts(values) || !isTexts(valueTexts) || valueTexts.length !== values.length)
      return undefined
    return {
      code,
      text: isText(text) ? text : code,
      values,
      valueTexts,
      elimination: elimination === true,
      time: time === true || (/^(?:vuosi|kuukausi|år|year|time)/i.test(code) && values.every(isPeriod)),
    }
  })
  return read.includes(undefined) ? undefined : { title, variables: read as PxTable['variables'] }
}

/** The body of the request for figures, as PxWeb's API takes it. */
export const pxQuery = ({ query }: Pick<Slice, 'query'>) => ({
  query: query.map(({ code, filter, values }) => ({ code, selection: { filter, values: [...values] } })),
  response: { format: 'json-stat2' },
})

/** A query as PxWeb's own pages show it to be copied, aggregations ("agg:NAME") too; undefined for anything else. */
export function queryIn(pasted: string): Slice['query'] | undefined {
  let found: unknown
  try {
    found = JSON.parse(pasted)
  } catch {
    return undefined
  }
  const { query, queryObj } = (found ?? {}) as Found
  const parts: unknown = query ?? ((queryObj ?? {}) as Found).query
  if (!Array.isArray(parts) || parts.length === 0) return undefined
  const read = parts.map((part: unknown) => {
    const { code, selection } = (part ?? {}) as Found
    const { filter, values } = (selection ?? {}) as Found
    return isText(code) && isText(filter) && isTexts(values) ? { code, filter, values } : undefined
  })
  return read.includes(undefined) ? undefined : (read as Slice['query'])
}

/** A slice against what the table is now: codes that have gone, and new periods where they are followed. */
export function sliceNow(slice: Slice, table: PxTable): { slice: Slice; gone: string[]; lost: string[] } {
  const gone: string[] = []
  const query = slice.query.flatMap(({ code, filter, values }) => {
    const variable = table.variables.find((v) => v.code === code)
    if (!variable) {
      gone.push(code)
      return []
    }
    // Codes of an aggregation are not among the table's own.
    if (filter !== 'item') return [{ code, filter, values }]
    const there = values.filter((value) => variable.values.includes(value))
    if (code !== slice.follows)
      gone.push(...values.filter((v) => !there.includes(v)).map((v) => `${code}: ${v}`))
    const newest = [...values].sort().at(-1) ?? ''
    const since = code === slice.follows ? variable.values.filter((v) => v > newest).sort() : []
    return [{ code, filter, values: [...there, ...since] }]
  })
  const lost = query.filter(({ values }) => values.length === 0).map(({ code }) => code)
  return { slice: { ...slice, query }, gone, lost }
}

/** The newest period that a slice asks for. */
export const newestAsked = ({ query, follows }: Slice): string | undefined =>
  [...(query.find(({ code }) => code === follows)?.values ?? [])].sort().at(-1)

/** The same table's address in another language: PxWeb has it in the path. */
export const inLanguage = (address: string, language: string): string =>
  address.replace(/(\/api\/v1\/)[a-z]{2}(?=\/)/i, `$1${language}`)

export const languageOf = (address: string): string | undefined =>
  /\/api\/v1\/([a-z]{2})\//i.exec(address)?.[1]?.toLowerCase()

/** Dimensions with the names that metadata in another language gives; what is there already stays. */
export const withNames = (
  dimensions: readonly Dimension[],
  table: PxTable,
  language: keyof Label,
): Dimension[] =>
  dimensions.map((d) => {
    const variable = table.variables.find((v) => v.code === d.id)
    if (!variable) return d
    const texts = new Map(variable.values.map((value, i) => [value, variable.valueTexts[i]!]))
    return {
      ...d,
      name: { [language]: variable.text, ...d.name },
      categories: d.categories.map((c) =>
        texts.has(c.code) ? { ...c, name: { [language]: texts.get(c.code)!, ...c.name } } : c,
      ),
    }
  })
