import type { Exact } from './exact.ts'

/** Days as "2026-12-31": the first and the last of a period. */
export type Period = { from: string; to: string }

/** What one part of a project reported of one indicator for one period. */
export type Value = {
  project: string
  /** The organisation whose part of the project it is. */
  part: string
  period: Period
  /** Null where it is said that there is nothing to report: a value of its own, which is not zero. */
  amount: Exact | null
  /** Of a ratio alone: what the amount is divided by. */
  per?: Exact | undefined
  /** The order in which values of one place were given: a later one corrects those before it. */
  version: number
}

/** Where a value stands: of two at the same place the later replaces the earlier. */
const placeOf = ({ project, part, period }: Value): string =>
  JSON.stringify([project, part, period.from, period.to])

/** The values that hold, and for each that was corrected what took its place. */
export function standing<V extends Value>(
  values: readonly V[],
): { valid: V[]; corrections: { was: V; by: V }[] } {
  const places = new Map<string, V[]>()
  for (const value of values) {
    const at = placeOf(value)
    const others = places.get(at)
    if (others) others.push(value)
    else places.set(at, [value])
  }
  const valid: V[] = []
  const corrections: { was: V; by: V }[] = []
  for (const versions of places.values()) {
    versions.sort((a, b) => a.version - b.version)
    valid.push(versions.at(-1)!)
    for (let i = 1; i < versions.length; i++) corrections.push({ was: versions[i - 1]!, by: versions[i]! })
  }
  return { valid, corrections }
}
