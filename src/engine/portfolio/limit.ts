import type { IntegerPrograms } from './integer-programs.ts'
import type { SolveOptions } from './solve.ts'

/** Shares of a limit after which the search ends, and the proofs; what is left is for measures and for writing. */
const shareOfSearch = 0.4
const shareOfProofs = 0.9

export type Timing = {
  /** Until everything is answered. */
  readonly seconds: number
  /** Seconds that have passed. */
  readonly passed: () => number
  /** Whether no more memory may be taken: then what is known is answered at once. */
  readonly isFull?: () => boolean
  /** Asked when the proofs begin: integer programs may be ready by then. */
  readonly integerPrograms?: () => IntegerPrograms | undefined
}

/** How a question is left that has so many seconds, all in all: a search for what there is, then proofs, then measures. */
export function within({
  seconds,
  passed,
  isFull = () => false,
  integerPrograms = () => undefined,
}: Timing): SolveOptions {
  const isAfter = (share: number) => () => isFull() || passed() > share * seconds
  return {
    enough: isAfter(shareOfSearch),
    proofs: { enough: isAfter(shareOfProofs), integerPrograms },
    late: () => passed() > seconds,
  }
}
