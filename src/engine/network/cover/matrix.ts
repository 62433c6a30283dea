import { type Cell, cellOf, type Evidence, meets } from './evidence.ts'
import { tallyOf } from './tally.ts'

/**
 * How far a demand is met: by evidence that is shown; only if what partners state of themselves is counted; by fewer
 * than are needed; by nobody.
 */
export const rowStates = ['met', 'stated', 'partly', 'missing'] as const
export type RowState = (typeof rowStates)[number]

export type Row = {
  readonly demand: number
  readonly state: RowState
  /** Of what the demand counts: how many there are, and how many of them shown. */
  readonly met: number
  readonly shown: number
  /** By partner, in the order in which they are given. */
  readonly cells: readonly Cell[]
}

export type Column = {
  readonly candidate: number
  /** How many demands it meets. */
  readonly meets: number
  /** Demands that it alone carries: met now, and not without it. */
  readonly alone: readonly number[]
  /** An obligatory demand is among them: if it leaves, the application falls. */
  readonly stops: boolean
}

export type Matrix = { readonly rows: readonly Row[]; readonly columns: readonly Column[] }

/** The cover matrix: demands as rows, those who are in as columns. */
export function matrixOf(evidence: Evidence, members: readonly number[]): Matrix {
  const { demands } = evidence.call
  const n = evidence.candidates.length
  const tally = tallyOf(evidence, members)
  const rows = demands.map(({ need }, demand): Row => {
    const [met, shown] = [tally.met[demand]!, tally.shown[demand]!]
    return {
      demand,
      state: shown >= need ? 'met' : met >= need ? 'stated' : met > 0 ? 'partly' : 'missing',
      met,
      shown,
      cells: members.map((c) => cellOf(evidence, demand, c)),
    }
  })
  const columns = members.map((candidate): Column => {
    const rest = tallyOf(
      evidence,
      members.filter((c) => c !== candidate),
    )
    const alone = [...demands.keys()].filter(
      (d) => tally.met[d]! >= demands[d]!.need && rest.met[d]! < demands[d]!.need,
    )
    return {
      candidate,
      meets: demands.filter((_, d) => evidence.bits[d * n + candidate]! & meets).length,
      alone,
      stops: alone.some((d) => demands[d]!.must),
    }
  })
  return { rows, columns }
}
