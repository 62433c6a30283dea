import type { Arrangement } from './arrangement.ts'
import { ClauseSearch } from './clause-search.ts'
import { Exchanges } from './exchanges.ts'
import { left, taken } from './literal.ts'
import type { Programme } from './programme.ts'

/** To take a project, or to leave it. */
export type Side = { readonly project: number; readonly take: 0 | 1 }

/** Exchanges that are tried at most to list those of one size, and clauses that are kept at most: seconds, and memory. */
const mostTried = 200_000_000
const mostClauses = 500_000

/**
 * One search for all projects: is there a portfolio that takes (or leaves) a project and that no exchange known so far
 * betters? The exchanges hold for every non-dominated portfolio, whichever project is asked about, and so does what is
 * learned from their conflicts: each answer makes the next ones easier, and "none" is itself a fact for all the rest
 * (as backbones of formulas are found: Janota, Lynce, Marques-Silva, AI Communications 28 (2015)).
 */
export class Exclusion {
  readonly #items: number
  /** Those near the margin first: their exchanges say most. */
  readonly #order: readonly number[]
  readonly #exchanges: Exchanges
  readonly #search: ClauseSearch
  #clauses = 0

  /** `begin`: a portfolio that is known. */
  constructor(programme: Programme, { order }: Arrangement, begin: ArrayLike<number>) {
    this.#items = programme.items
    this.#order = [...order].reverse()
    this.#exchanges = new Exchanges(programme)
    this.#search = new ClauseSearch(this.#exchanges.variables, begin)
    this.#exchanges.tellRows(this.#search)
  }

  /** Adds the exchanges of so many items, if they can be gone through in seconds; in steps. */
  *widen(size: number): Generator<void> {
    if (ways(this.#items, size) > mostTried) return
    for (const batch of this.#exchanges.listed(size, this.#order)) {
      for (const clause of batch) this.#search.addClause(clause)
      this.#clauses += batch.length
      if (this.#clauses > mostClauses) return
      yield
    }
  }

  /** A portfolio that takes or leaves a project and passes all exchanges so far; `none`, or `open` after so many conflicts. */
  search({ project, take }: Side, conflicts: number): Uint8Array | 'none' | 'open' {
    const found = this.#search.search(take ? taken(project) : left(project), conflicts)
    if (found === 'open') return found
    if (found !== 'refuted') return found.slice(0, this.#items)
    this.#search.addClause([take ? left(project) : taken(project)])
    return 'none'
  }

  /** Adds small exchanges that better a portfolio. Whether there are any. */
  forbidBroken(portfolio: Uint8Array): boolean {
    const clauses = this.#exchanges.broken(portfolio)
    for (const clause of clauses) this.#search.addClause(clause)
    return clauses.length > 0
  }

  /** Adds the exchange of a portfolio for one that dominates it. */
  forbid(portfolio: Uint8Array, better: Uint8Array): void {
    this.#search.addClause(this.#exchanges.between(portfolio, better))
  }
}

/** In how many ways some of the items can be moved, each added or taken out. */
function ways(items: number, moved: number): number {
  let count = 1
  for (let k = 0; k < moved; k++) count *= (2 * (items - k)) / (k + 1)
  return count
}
