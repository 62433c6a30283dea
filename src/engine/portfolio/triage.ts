import { compare, type Rational } from './rational.ts'
import type { CoreClass, PublicResult } from './result.ts'
import type { WeightSet } from './weights.ts'

export type Triage = Readonly<Record<CoreClass, readonly string[]>>

/**
 * The projects of a result sorted into yes, discuss and no: those to discuss by their core index, the highest first;
 * the rest, and ties, by id.
 */
export function triageOf({ core }: Pick<PublicResult, 'core'>): Triage {
  const ids = Object.keys(core).sort()
  const of = (kind: CoreClass) => ids.filter((id) => core[id]!.class === kind)
  return {
    yes: of('yes'),
    discuss: of('discuss').sort((a, b) => core[b]!.index - core[a]!.index),
    no: of('no'),
  }
}

/** The least and the most that each criterion may weigh. */
export const weightRanges = ({ points }: WeightSet): { low: Rational; high: Rational }[] =>
  points[0]!.map((_, c) => {
    const shares = points.map((point) => point[c]!)
    return {
      low: shares.reduce((a, b) => (compare(b, a) < 0 ? b : a)),
      high: shares.reduce((a, b) => (compare(b, a) > 0 ? b : a)),
    }
  })
