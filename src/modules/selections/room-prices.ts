import {
  centralProblem,
  type Relief,
  readProblem,
  relievedBy,
  writeProblem,
} from '../../engine/portfolio/index.ts'
import { formatDecimal, type Language } from '../../kernel/text.ts'
import { problemOf, type Supposing } from './problem.ts'
import type { Room } from './room.ts'
import { moreOf } from './room-figures.ts'
import { bestValue } from './solving.ts'

/** What a rule costs, or more money would bring: a share of the better value; undefined where there is none. */
export type Price = { lost: number | undefined }

export type RoomPrices = {
  /** By id of a rule of the problem. Those that are still being computed are missing. */
  rules: ReadonlyMap<string, Price>
  /** By budget. */
  money: ReadonlyMap<string, Price>
  isWhole: boolean
}

/** The best central value of a problem in its public form; undefined when nothing is feasible. */
type BestValue = (problem: object) => Promise<number | undefined>

/** A share as per cent with one decimal: 0.0421 -> "4,2". */
export const formatShareOf = (share: number, language: Language): string =>
  formatDecimal(share * 100, language, 1)

/** Each price of a problem, one after another, so that whoever asks the solver for an answer waits for one at most. */
export async function* pricing(
  problem: object,
  best: BestValue,
): AsyncGenerator<{ of: 'rules' | 'money'; id: string; price: Price }> {
  const read = readProblem(problem)
  const central = 'problem' in read ? centralProblem(read.problem) : undefined
  if (!central) return
  const kept = await best(writeProblem(central))
  const priced = async (relief: Relief): Promise<Price> => {
    const relieved = await best(writeProblem(relievedBy(central, relief)))
    const known = kept !== undefined && relieved !== undefined && relieved > 0
    return { lost: known ? Math.max(0, (relieved - kept) / relieved) : undefined }
  }
  for (const [budget, { id, limit }] of central.budgets.entries()) {
    const more = { n: moreOf((limit.n * 100n) / limit.d), d: 100n }
    yield { of: 'money', id, price: await priced({ budget, more }) }
  }
  for (const [rule, { id }] of central.rules.entries())
    yield { of: 'rules', id: id ?? '', price: await priced({ rule }) }
}

type Kept = { rules: Map<string, Price>; money: Map<string, Price>; isWhole: boolean }

/** Prices by problem, as JSON; the ones not asked for longest go first. */
const kept = new Map<string, Kept>()
const mostKept = 100

/** Problems whose prices are asked for: the newest first, since that is what somebody looks at. */
const waiting: string[] = []
const mostWaiting = 20
let isPricing = false

/** The prices of rules and of money that are known by now, as things are supposed to be; the rest is set going. */
export function pricesByNow(room: Room, supposing: Supposing): RoomPrices {
  const key = JSON.stringify(problemOf(room, supposing))
  const known = kept.get(key) ?? { rules: new Map(), money: new Map(), isWhole: false }
  kept.delete(key)
  kept.set(key, known)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  if (!known.isWhole) {
    if (waiting.includes(key)) waiting.splice(waiting.indexOf(key), 1)
    waiting.push(key)
    if (waiting.length > mostWaiting) waiting.shift()
    void priceWaiting()
  }
  return known
}

async function priceWaiting(): Promise<void> {
  if (isPricing) return
  isPricing = true
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const of = kept.get(key)
    if (!of || of.isWhole) continue
    try {
      for await (const { of: what, id, price } of pricing(JSON.parse(key) as object, bestValue))
        of[what].set(id, price)
      of.isWhole = true
    } catch {
      // The solver's thread has ended: whoever asks again sets it going anew.
      kept.delete(key)
    }
  }
  isPricing = false
}
