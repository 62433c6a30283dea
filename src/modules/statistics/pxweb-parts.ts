import type { Slice } from './rules.ts'

type Query = Slice['query']

/** So many figures PxWeb gives in one answer where it does not say. */
export const usualCells = 100_000

/** How many figures a PxWeb service gives at once, as it says at "?config"; undefined where it does not. */
export function cellLimitOf(config: unknown): number | undefined {
  const { maxCells, maxValues } = (config ?? {}) as Record<string, unknown>
  const said = [maxCells, maxValues].filter((n) => typeof n === 'number' && n > 0) as number[]
  return said.length > 0 ? Math.min(...said) : undefined
}

/** Where a service tells of its limits. */
export const configAddress = (address: string): string =>
  address.replace(/(\/api\/v1\/[a-z]{2})\/.*$/i, '$1/?config')

export const cellsOf = (query: Query): number => query.reduce((n, { values }) => n * values.length, 1)

/**
 * The query as parts that fit into one answer each, cut along its longest dimension; their answers, one after another
 * along it, are the whole. Undefined where one value of it alone is too much.
 */
export function partsOf(query: Query, limit: number): { along: string; parts: Query[] } | undefined {
  const longest = query.reduce((a, b) => (b.values.length > a.values.length ? b : a), query[0]!)
  const each = Math.floor((limit * longest.values.length) / cellsOf(query))
  if (each < 1) return undefined
  const parts: Query[] = []
  for (let at = 0; at < longest.values.length; at += each)
    parts.push(query.map((q) => (q === longest ? { ...q, values: longest.values.slice(at, at + each) } : q)))
  return { along: longest.code, parts }
}

type Category = { index: Record<string, number> | string[]; label?: object; unit?: object }
type JsonStat = {
  id: string[]
  size: number[]
  dimension: Record<string, { category: Category }>
  value: unknown[] | Record<string, unknown>
  status?: unknown[] | Record<string, unknown>
}

const codesIn = ({ index }: Category): string[] =>
  Array.isArray(index) ? index : Object.keys(index).sort((a, b) => index[a]! - index[b]!)

/** JSON-stat answers of the parts as one answer: figures and flags in their places, categories one after another. */
export function joined(answers: readonly JsonStat[], along: string): JsonStat {
  const [first] = answers
  const at = first!.id.indexOf(along)
  const outer = first!.size.slice(0, at).reduce((n, size) => n * size, 1)
  const inner = first!.size.slice(at + 1).reduce((n, size) => n * size, 1)
  const value: unknown[] = []
  const status: Record<string, unknown> = {}
  for (let block = 0; block < outer; block++)
    for (const answer of answers) {
      const run = answer.size[at]! * inner
      for (let i = 0; i < run; i++) {
        const flag = (answer.status as Record<number, unknown> | undefined)?.[block * run + i]
        if (flag !== undefined && flag !== null) status[value.length] = flag
        value.push((answer.value as Record<number, unknown>)[block * run + i] ?? null)
      }
    }
  const categories = answers.map((answer) => answer.dimension[along]!.category)
  const codes = categories.flatMap(codesIn)
  const category = {
    ...categories[0],
    index: Object.fromEntries(codes.map((code, i) => [code, i])),
    label: Object.assign({}, ...categories.map((c) => c.label)),
    ...(categories[0]?.unit && { unit: Object.assign({}, ...categories.map((c) => c.unit)) }),
  }
  return {
    ...first!,
    size: first!.size.map((size, i) => (i === at ? codes.length : size)),
    dimension: { ...first!.dimension, [along]: { ...first!.dimension[along]!, category } },
    value,
    status,
  }
}
