import { basisPoints, byText, type Entry, type Tally, tallyOf } from './entry.ts'

/** What the balance of a portfolio is told by. */
export const balanceKeys = ['city', 'lead', 'fund', 'region', 'actorKind'] as const
export type BalanceKey = (typeof balanceKeys)[number]

export type BalanceGroup = Tally & {
  /** Undefined: what is not known. */
  key: string | undefined
  entries: readonly Entry[]
  /** Of all money, in hundredths of a percent. */
  share: number | undefined
}

/**
 * The portfolio divided by one property. Each entry is in exactly one group, so groups add up to the total to the
 * cent; the largest money first, what is not known last.
 */
export function balanceOf(
  entries: readonly Entry[],
  by: BalanceKey,
): { groups: readonly BalanceGroup[]; total: Tally } {
  const total = tallyOf(entries)
  const found = new Map<string | undefined, Entry[]>()
  for (const entry of entries) {
    const key = entry[by] || undefined
    found.set(key, [...(found.get(key) ?? []), entry])
  }
  const groups = [...found].map(([key, inside]): BalanceGroup => {
    const tally = tallyOf(inside)
    return { key, entries: inside, ...tally, share: basisPoints(tally.money, total.money) }
  })
  return { groups: groups.sort(byMoney), total }
}

const byMoney = (a: BalanceGroup, b: BalanceGroup): number => {
  if (a.key === undefined || b.key === undefined) return a.key === b.key ? 0 : a.key === undefined ? 1 : -1
  return a.money === b.money ? b.count - a.count || byText(a.key, b.key) : a.money < b.money ? 1 : -1
}
