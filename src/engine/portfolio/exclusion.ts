import type { Arrangement } from './arrangement.ts'
import { ClauseSearch } from './clause-search.ts'
import { Exchanges, type Side } from './exchanges.ts'
import { type Literal, left, taken } from './literal.ts'
import type { Programme } from './programme.ts'

/** Of so many items no more exchanges than these are gone through, and no more clauses listed: seconds, and memory. */
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
  widen(size: number): Generator<void> {
    return this.#addAll(size, this.#exchanges.listed(size, this.#order))
  }

  /** Adds larger exchanges that speak against a side; in steps. */
  focus(side: Side): Generator<void> {
    return this.#addAll(4, this.#exchanges.against(side, this.#order))
  }

  *#addAll(size: number, batches: Iterable<Literal[][]>): Generator<void> {
    if (ways(this.#items, size) > mostTried) return
    for (const batch of batches) {
      if (this.#clauses > mostClauses) return
      for (const clause of batch) this.#search.addClause(clause)
      this.#clauses += batch.length
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
