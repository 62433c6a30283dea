import { centsOf } from '../../kernel/money.ts'
import type { Room } from './room.ts'
import { costOf } from './room-figures.ts'
import type { Solved } from './solving.ts'

type Result = Extract<Solved, { result: unknown }>['result']

/** By which rule a portfolio is picked from the good ones. */
export const picks = ['maximin', 'regret', 'central', 'even'] as const
export type Pick = (typeof picks)[number] | 'own' | 'chosen'

export type Picked = {
  /** All the rules that pick this one. */
  by: Pick[]
  /** Codes of candidates. */
  codes: readonly string[]
  maximin?: number
  regret?: number
  central?: number
}

/** The portfolios to choose among, with the reader's own set as the address has it. */
export function pickedIn(room: Room, result: Result, query: URLSearchParams): Picked[] {
  const codes = new Set(room.candidates.map(({ code }) => code))
  return pickedOf(
    room,
    result,
    query.getAll('own').filter((code) => codes.has(code)),
  )
}

/**
 * The portfolios to choose among: of those that are listed, the one with the best worst value, the one with the least
 * regret, the best one on average weights, and the one whose money is most even between cities (the difference between
 * the city with most and the city with least, of all cities that have candidates). Of equals the first listed. Then
 * the one that the meeting has chosen, and the reader's own set.
 */
export function pickedOf(room: Room, result: Result, own: readonly string[]): Picked[] {
  const all = result.portfolios.map(({ projects, ...measures }) => ({ codes: projects, ...measures }))
  const best = (worth: (portfolio: (typeof all)[number]) => number | undefined) => {
    let found: { portfolio: (typeof all)[number]; worth: number } | undefined
    for (const portfolio of all) {
      const is = worth(portfolio)
      if (is !== undefined && (!found || is > found.worth)) found = { portfolio, worth: is }
    }
    return found?.portfolio
  }
  const measure = (of: (typeof all)[number], key: 'maximin' | 'regret' | 'central') =>
    key in of ? (of as { maximin: number; regret: number; central: number })[key] : undefined
  const picked: [Pick, Omit<Picked, 'by'> | undefined][] = [
    ['maximin', best((p) => measure(p, 'maximin'))],
    ['regret', best((p) => negative(measure(p, 'regret')))],
    ['central', best((p) => measure(p, 'central'))],
    ['even', best(({ codes }) => negative(unevenness(room, codes)))],
    ['chosen', room.chosen ? { codes: codesOf(room, room.chosen) } : undefined],
    ['own', own.length > 0 ? { codes: own } : undefined],
  ]
  const listed: Picked[] = []
  for (const [by, portfolio] of picked) {
    if (!portfolio) continue
    const same = listed.find(({ codes }) => isSame(codes, portfolio.codes))
    if (same) same.by.push(by)
    else listed.push({ by: [by], ...(all.find(({ codes }) => isSame(codes, portfolio.codes)) ?? portfolio) })
  }
  return listed
}

const negative = (n: number | undefined) => (n === undefined ? undefined : -n)

export const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((code) => b.includes(code))

const codesOf = ({ candidates }: Room, ids: readonly string[]) =>
  candidates.flatMap(({ id, code }) => (ids.includes(id) ? [code] : []))

/** Cents between the city whose projects take most and the one whose take least; undefined without cities. */
function unevenness({ candidates }: Room, codes: readonly string[]): number | undefined {
  const money = new Map<string, bigint>()
  for (const candidate of candidates) {
    if (!candidate.city) continue
    const taken = codes.includes(candidate.code) ? costOf(candidate) : 0n
    money.set(candidate.city, (money.get(candidate.city) ?? 0n) + taken)
  }
  const sums = [...money.values()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const [least, most] = [sums[0], sums.at(-1)]
  if (sums.length < 2 || least === undefined || most === undefined) return undefined
  return Number(most - least)
}

/** What a portfolio costs in each budget, cents. */
export const costsOf = ({ candidates, settings }: Room, codes: readonly string[]) =>
  settings.budgets.map(({ id, limit }) => {
    const taken = candidates.filter(({ code }) => codes.includes(code))
    const cents = taken.reduce((sum, candidate) => sum + costOf(candidate, id), 0n)
    return { budget: id, cents, over: cents > centsOf(limit) }
  })
