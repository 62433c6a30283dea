import type { Cents } from './cents.ts'
import { shareText } from './percent.ts'
import type { TypedMoney } from './typed-money.ts'

/** Where the money of an application stands, in the few words that its writers ask for. Amounts are above nothing. */
export type Balance = {
  cost: Cents
  /** Missing from the financing, or too much of it; neither where it meets the costs. */
  missing?: Cents
  over?: Cents
  grant?: Cents
  /** The grant of the total cost as people read it: "60.00". */
  rate?: string
  /** How much of the grant is above the call's highest rate, and how much could still be asked for. */
  rateOver?: Cents
  room?: Cents
  /** Cells that cannot be read; they count as nothing. */
  unread: number
}

export function balanceOf({ budget, financing, aid, unread }: TypedMoney): Balance {
  const cost = budget.all.total.total
  if (!financing) return { cost, unread: unread.length }
  const { difference, grant } = financing.all
  const rate = shareText(grant, cost)
  return {
    cost,
    ...(difference < 0n && { missing: -difference }),
    ...(difference > 0n && { over: difference }),
    grant,
    ...(rate !== undefined && { rate }),
    ...(aid && (aid.all.over ? { rateOver: -aid.all.room } : { room: aid.all.room })),
    unread: unread.length,
  }
}

/** The sentences of a balance; `{amount}`, `{percent}` and `{n}` stand for what is filled in. */
export type BalanceWords = Record<
  'cost' | 'missing' | 'over' | 'meets' | 'rate' | 'rateOver' | 'room' | 'unreadOne' | 'unread',
  string
>

/** A balance in sentences, the same on the server and in the browser; `amount` and `percent` write the numbers. */
export function sayBalance(
  balance: Balance,
  words: BalanceWords,
  write: { amount: (cents: Cents) => string; percent: (decimal: string) => string },
): string[] {
  const { cost, missing, over, grant, rate, rateOver, room, unread } = balance
  const of = (sentence: string, cents: Cents) => sentence.replace('{amount}', write.amount(cents))
  const said =
    unread === 0 ? [] : [(unread === 1 ? words.unreadOne : words.unread).replace('{n}', `${unread}`)]
  if (grant === undefined) return [of(words.cost, cost), ...said]
  return [
    missing !== undefined
      ? of(words.missing, missing)
      : over !== undefined
        ? of(words.over, over)
        : cost > 0n
          ? words.meets
          : of(words.cost, cost),
    ...(rate === undefined ? [] : [words.rate.replace('{percent}', write.percent(rate))]),
    ...(rateOver !== undefined ? [of(words.rateOver, rateOver)] : []),
    ...(room !== undefined && cost > 0n ? [of(words.room, room)] : []),
    ...said,
  ]
}
