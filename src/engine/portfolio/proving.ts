import type { Arrangement } from './arrangement.ts'
import { dominates } from './bettering.ts'
import type { IntegerPrograms } from './integer-programs.ts'
import type { Programme } from './programme.ts'
import { type Proofs, prove } from './proofs.ts'
import type { Steps } from './steps.ts'

/** What proofs may use, asked when they begin, and when to leave the rest unproved, asked after each step. */
export type Means = {
  readonly enough: () => boolean
  readonly integerPrograms?: () => IntegerPrograms | undefined
}

/** Proofs about the projects, and the portfolios that are left of those found. */
export type Proved = { readonly proofs: Proofs; readonly portfolios: readonly (readonly number[])[] }

/** Proves what it can where a search was stopped, and drops the portfolios that are dominated by what is proved. */
export function* proving(
  programme: Programme,
  arrangement: Arrangement,
  projects: number,
  found: readonly (readonly number[])[],
  { enough, integerPrograms }: Means,
): Steps<Proved, number> {
  const marks = found.map((portfolio) => marksOf(portfolio, programme.items))
  const proofs = yield* prove(programme, arrangement, projects, marks, integerPrograms?.(), enough)
  const isRefuted = (portfolio: Uint8Array) =>
    proofs.takes.some((takers, i) => (portfolio[i] ? takers : proofs.leaves[i]) === 'none')
  const left = [...proofs.portfolios, ...marks.filter((portfolio) => !isRefuted(portfolio))]
  return { proofs, portfolios: best(programme, left) }
}

/** By their items, each once: those that none of the others dominates. */
export function best(programme: Programme, portfolios: readonly Uint8Array[]): number[][] {
  const kept: Uint8Array[] = []
  for (const portfolio of portfolios) {
    if (kept.some((other) => isSame(other, portfolio) || dominates(programme, other, portfolio))) continue
    kept.splice(0, kept.length, ...kept.filter((other) => !dominates(programme, portfolio, other)), portfolio)
  }
  return kept.map((portfolio) => [...portfolio.keys()].filter((item) => portfolio[item]))
}

const isSame = (p: Uint8Array, q: Uint8Array): boolean => p.every((mark, i) => mark === q[i])

function marksOf(portfolio: readonly number[], items: number): Uint8Array {
  const marks = new Uint8Array(items)
  for (const item of portfolio) marks[item] = 1
  return marks
}
