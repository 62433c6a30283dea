import type { Question } from './question.ts'

/** A variable over all units that have it. */
export type Spread = {
  code: string
  weight: number
  /** How many units have a value. */
  values: number
  mean: number
  /** Population standard deviation: the units are all there are, not a sample. */
  deviation: number
  /** Why it tells nobody apart: all values are the same, or fewer than two units have one. Its weight then counts for nothing. */
  idle?: 'same' | 'few'
}

/** Standardised values (z-scores), unit by unit in the order of `spreads`; null where a unit has none. */
export type Standardised = {
  spreads: readonly Spread[]
  units: readonly { code: string; country: string | undefined; z: readonly (number | null)[] }[]
}

const byCode = <T extends { code: string }>(a: T, b: T): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0

/**
 * z = (value - mean) / standard deviation, over all units that have the variable. Units and variables are taken in the
 * order of their codes, so that sums round alike however the question was put together.
 */
export function standardise({ variables, units }: Pick<Question, 'variables' | 'units'>): Standardised {
  const sorted = [...units].sort(byCode)
  const order = variables.map((v, column) => ({ ...v, column })).sort(byCode)
  const spreads = order.map(({ code, weight, column }): Spread => {
    const values = sorted.flatMap((u) => u.values[column] ?? [])
    const mean = sum(values) / values.length
    const deviation = Math.sqrt(sum(values.map((x) => (x - mean) ** 2)) / values.length)
    const told = { code, weight, values: values.length, mean, deviation }
    if (values.length < 2) return { ...told, mean: values[0] ?? 0, deviation: 0, idle: 'few' }
    return values.every((x) => x === values[0]) ? { ...told, deviation: 0, idle: 'same' } : told
  })
  return {
    spreads,
    units: sorted.map(({ code, country, values }) => ({
      code,
      country,
      z: order.map(({ column }, i) => {
        const value = values[column] ?? null
        const { mean, deviation, idle } = spreads[i]!
        return value === null || idle ? null : (value - mean) / deviation
      }),
    })),
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
