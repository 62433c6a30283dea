import type { Evidence } from './evidence.ts'
import { matrixOf } from './matrix.ts'

/** What one consortium has and another has not: what is given up by taking the second in place of the first. */
export type Difference = {
  /** Members of the first alone, and of the second alone. */
  readonly out: readonly number[]
  readonly in: readonly number[]
  /** Demands that are met in the first alone; that are shown in the first, and only stated in the second. */
  readonly lost: readonly number[]
  readonly weaker: readonly number[]
  /** The same the other way round. */
  readonly gained: readonly number[]
  readonly stronger: readonly number[]
  /** How many partners more. */
  readonly partners: number
}

export function differenceBetween(
  evidence: Evidence,
  first: readonly number[],
  second: readonly number[],
): Difference {
  const [before, after] = [matrixOf(evidence, first).rows, matrixOf(evidence, second).rows]
  const where = (is: (d: number) => boolean) => [...before.keys()].filter(is)
  const isMet = (rows: typeof before, d: number) => rows[d]!.state === 'met' || rows[d]!.state === 'stated'
  return {
    out: first.filter((c) => !second.includes(c)),
    in: second.filter((c) => !first.includes(c)),
    lost: where((d) => isMet(before, d) && !isMet(after, d)),
    weaker: where((d) => before[d]!.state === 'met' && after[d]!.state === 'stated'),
    gained: where((d) => !isMet(before, d) && isMet(after, d)),
    stronger: where((d) => before[d]!.state === 'stated' && after[d]!.state === 'met'),
    partners: second.length - first.length,
  }
}
