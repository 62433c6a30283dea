import type { Aggregation } from './definition.ts'
import { add, divide, type Exact, sumOf, whole, zero } from './exact.ts'
import type { Value } from './value.ts'

/** The parts of a project with their newest period that says something: what a stock is read from. */
function newest(values: readonly Value[]): Map<string, Value[]> {
  const byProject = new Map<string, Map<string, Value>>()
  for (const value of values) {
    if (value.amount === null) continue
    const parts = byProject.get(value.project) ?? new Map<string, Value>()
    const known = parts.get(value.part)
    if (!known || isLater(value, known)) parts.set(value.part, value)
    byProject.set(value.project, parts)
  }
  return new Map([...byProject].map(([project, parts]) => [project, [...parts.values()]]))
}

const isLater = (a: Value, b: Value): boolean =>
  a.period.to !== b.period.to ? a.period.to > b.period.to : a.period.from > b.period.from

const amountsOf = (values: readonly Value[]): Exact[] => values.flatMap(({ amount }) => amount ?? [])

/**
 * The figure of valid values (see `standing`), by the definition's aggregation; a unique count has its own
 * (`countOnce`). Undefined where nothing was reported, or where a ratio would be divided by zero.
 */
export function aggregate(
  aggregation: Exclude<Aggregation, 'unique'>,
  values: readonly Value[],
): Exact | undefined {
  const told = values.filter(({ amount }) => amount !== null)
  if (told.length === 0) return undefined
  switch (aggregation) {
    case 'sum':
      return sumOf(amountsOf(told))
    case 'ratio':
      return divide(sumOf(amountsOf(told)), sumOf(told.map(({ per }) => per ?? zero)))
    case 'stock':
      return [...newest(told).values()].reduce((sum, parts) => add(sum, sumOf(amountsOf(parts))), zero)
    case 'last': {
      const latest = [...newest(told).values()].flatMap(amountsOf)
      return divide(sumOf(latest), whole(latest.length))
    }
  }
}
