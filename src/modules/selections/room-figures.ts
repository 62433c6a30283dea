import { readProblem, triageOf, weightRanges, weightsOf } from '../../engine/portfolio/index.ts'
import { centsOf } from '../../kernel/money.ts'
import { problemOf, type Supposing } from './problem.ts'
import type { Room, RoomCandidate } from './room.ts'
import type { Solved } from './solving.ts'

type Result = Extract<Solved, { result: unknown }>['result']

export type RoomRow = RoomCandidate & { core: Result['core'][string] }
export type RoomColumns = { yes: RoomRow[]; discuss: RoomRow[]; no: RoomRow[] }

/** The candidates in the columns of the room: sure yes, to discuss, sure no. */
export function columnsOf({ candidates }: Room, result: Result): RoomColumns {
  const by = new Map(candidates.map((candidate) => [candidate.code, candidate]))
  const triage = triageOf(result)
  const rows = (codes: readonly string[]) =>
    codes.flatMap((code) => {
      const candidate = by.get(code)
      return candidate ? [{ ...candidate, core: result.core[code]! }] : []
    })
  return { yes: rows(triage.yes), discuss: rows(triage.discuss), no: rows(triage.no) }
}

/** Cents that a candidate costs in one budget, or in all of them. */
export const costOf = ({ costs }: Pick<RoomCandidate, 'costs'>, budget?: string): bigint =>
  Object.entries(costs).reduce(
    (sum, [id, cost]) => (budget === undefined || id === budget ? sum + centsOf(cost) : sum),
    0n,
  )

export const sumOf = (of: readonly Pick<RoomCandidate, 'costs'>[], budget?: string): bigint =>
  of.reduce((sum, candidate) => sum + costOf(candidate, budget), 0n)

export type RoomMoney = {
  budget: string
  /** Cents, as all of these. */
  limit: bigint
  sure: bigint
  left: bigint
  discussed: bigint
  asked: bigint
  /** Where the slider ends: what all ask, or half as much again as there is, in round millions. */
  most: bigint
}

const million = 100_000_000n

/** By budget: what there is, what the sure ones take, and what is left to discuss. */
export function moneyOf(
  { settings, candidates }: Room,
  columns: RoomColumns,
  supposing: Supposing,
): RoomMoney[] {
  return settings.budgets.map(({ id, limit: said }) => {
    const limit = centsOf(supposing.limits?.[id] ?? said)
    const sure = sumOf(columns.yes, id)
    const asked = sumOf(candidates, id)
    const end = asked < (limit * 3n) / 2n ? asked : (limit * 3n) / 2n
    const most = end > limit ? end : limit
    const step = most > 2n * million ? million / 2n : million / 10n
    const round = ((most + step - 1n) / step) * step
    return {
      budget: id,
      limit,
      sure,
      left: limit - sure,
      discussed: sumOf(columns.discuss, id),
      asked,
      most: round,
    }
  })
}

/** What half a million more in a budget would be asked about; half of the budget where it is small. */
export const moreOf = (limit: bigint): bigint => (limit >= 2n * million ? million / 2n : limit / 10n)

/** By criterion, what it may weigh at least and at most, as shares; undefined when no weights meet the statements. */
export function rangesOf(room: Room, supposing: Supposing): { low: number; high: number }[] | undefined {
  const read = readProblem(problemOf(room, supposing))
  if ('faults' in read) return undefined
  const found = weightsOf(read.problem.criteria.length, read.problem.weights)
  if (!('weights' in found)) return undefined
  return weightRanges(found.weights).map(({ low, high }) => ({
    low: Number(low.n) / Number(low.d),
    high: Number(high.n) / Number(high.d),
  }))
}
