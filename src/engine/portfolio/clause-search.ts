/** A variable's value as one number: taken, or left. */
export type Literal = number
export const taken = (variable: number): Literal => 2 * variable
export const left = (variable: number): Literal => 2 * variable + 1
const opposite = (literal: Literal): Literal => literal ^ 1
const variableOf = (literal: Literal): number => literal >> 1

/** Sizes that are added up as their literals come to hold, and the bounds on their sum, each while its guard holds. */
type Tally = {
  readonly literals: readonly Literal[]
  readonly sizes: readonly number[]
  readonly widest: number
  readonly bounds: readonly { readonly bound: number; readonly guard: Literal | undefined }[]
  /** The lowest of the bounds. */
  readonly lowest: number
  used: number
}

/** A bound on a row; where a guard is given, it counts only while that holds. */
export type Bounded = { readonly bound: number; readonly guard?: Literal }

const open = -1
const fading = 1.05
const firstRestart = 100
const restartGrowth = 1.1
/** Learned clauses that are kept before the longer half goes, and how many more after each time. */
const firstRoom = 2_000
const roomGrowth = 500

/**
 * Searches for values of yes-or-no variables that keep rows and clauses (of each clause at least one literal), or
 * proves that there are none: from each conflict it learns a clause that prevents it (conflict-driven clause learning:
 * Marques-Silva, Sakallah, IEEE Trans. Computers 48 (1999); which variable next: Moskewicz et al., DAC 2001). Whole
 * numbers only, the same on every machine. Clauses may be added between searches; what was learned stays.
 */
export class ClauseSearch {
  readonly #variables: number
  readonly #value: Int8Array
  readonly #level: Int32Array
  readonly #reason: (readonly Literal[] | undefined)[]
  readonly #last: Uint8Array
  readonly #weight: Float64Array
  #step = 1
  /** Literals in the order in which they came to hold, where each level begins, and how far was looked. */
  readonly #trail: Literal[] = []
  readonly #begins: number[] = []
  #looked = 0
  /** By literal: the clauses that watch it, and the rows that it or its guard counts in. */
  readonly #watching: Literal[][][]
  readonly #counting: { readonly tally: Tally; readonly size: number }[][]
  readonly #tallies: Tally[] = []
  #learned: Literal[][] = []
  #room = firstRoom
  #refuted = false

  /** `begin`: the values that are tried first. */
  constructor(variables: number, begin: ArrayLike<number>) {
    this.#variables = variables
    this.#value = new Int8Array(variables).fill(open)
    this.#level = new Int32Array(variables)
    this.#reason = new Array(variables)
    this.#last = Uint8Array.from({ length: variables }, (_, v) => (begin[v] ? 1 : 0))
    this.#weight = new Float64Array(variables)
    this.#watching = Array.from({ length: 2 * variables }, () => [])
    this.#counting = Array.from({ length: 2 * variables }, () => [])
  }

  /** The sum of coefficients of what is taken is at most each of the bounds. */
  addRow(coefficients: ArrayLike<number>, bounds: readonly Bounded[]): void {
    const literals: Literal[] = []
    const sizes: number[] = []
    let below = 0
    for (let v = 0; v < coefficients.length; v++) {
      const a = coefficients[v]!
      if (a === 0) continue
      literals.push(a > 0 ? taken(v) : left(v))
      sizes.push(Math.abs(a))
      if (a < 0) below -= a
    }
    const tally: Tally = {
      literals,
      sizes,
      widest: sizes.reduce((most, size) => Math.max(most, size), 0),
      bounds: bounds.map(({ bound, guard }) => ({ bound: bound + below, guard })),
      lowest: bounds.reduce((least, { bound }) => Math.min(least, bound + below), Infinity),
      used: 0,
    }
    this.#tallies.push(tally)
    for (const [i, literal] of literals.entries()) {
      this.#counting[literal]!.push({ tally, size: sizes[i]! })
      if (this.#truth(literal) === 1) tally.used += sizes[i]!
    }
    for (const { guard } of bounds) if (guard !== undefined) this.#counting[guard]!.push({ tally, size: 0 })
  }

  /** Adds a clause. Short ones say which variables matter first. */
  addClause(literals: readonly Literal[]): void {
    this.#backTo(0)
    if (literals.some((literal) => this.#truth(literal) === 1)) return
    const clause = [...new Set(literals)].filter((literal) => this.#truth(literal) !== 0)
    if (clause.some((literal) => clause.includes(opposite(literal)))) return
    for (const literal of clause) this.#weight[variableOf(literal)]! += this.#step * 4 ** -clause.length
    if (clause.length === 0) this.#refuted = true
    else if (clause.length === 1) this.#hold(clause[0]!, undefined)
    else this.#watch(clause)
  }

  /** Whether a literal holds in every choice that is left. */
  isSettled(literal: Literal): boolean {
    return this.#truth(literal) === 1 && this.#level[variableOf(literal)] === 0
  }

  /** Goes on for so many conflicts: values that keep everything, `refuted` where there are none, or `open`. */
  search(conflicts: number): Uint8Array | 'refuted' | 'open' {
    this.#backTo(0)
    for (const tally of this.#tallies) if (this.#narrow(tally)) this.#refuted = true
    let restart = firstRestart
    let sinceRestart = 0
    for (let met = 0; !this.#refuted; ) {
      const conflict = this.#propagate()
      if (conflict) {
        this.#learn(conflict)
        if (++met >= conflicts) return 'open'
        if (++sinceRestart >= restart) {
          sinceRestart = 0
          restart *= restartGrowth
          this.#backTo(0)
          if (this.#learned.length > this.#room) this.#forget()
        }
        continue
      }
      const next = this.#heaviest()
      if (next < 0) return Uint8Array.from(this.#value)
      this.#begins.push(this.#trail.length)
      this.#hold(this.#last[next] ? taken(next) : left(next), undefined)
    }
    return 'refuted'
  }

  /** 1 true, 0 false, -1 open. */
  #truth(literal: Literal): number {
    const value = this.#value[literal >> 1]!
    return value === open ? open : value ^ (literal & 1)
  }

  #watch(clause: Literal[]): void {
    this.#watching[clause[0]!]!.push(clause)
    this.#watching[clause[1]!]!.push(clause)
  }

  #hold(literal: Literal, reason: readonly Literal[] | undefined): void {
    const variable = literal >> 1
    this.#value[variable] = literal & 1 ? 0 : 1
    this.#level[variable] = this.#begins.length
    this.#reason[variable] = reason
    this.#trail.push(literal)
    for (const { tally, size } of this.#counting[literal]!) tally.used += size
  }

  #backTo(level: number): void {
    if (this.#begins.length <= level) return
    const begin = this.#begins[level]!
    for (let i = this.#trail.length - 1; i >= begin; i--) {
      const literal = this.#trail[i]!
      const variable = literal >> 1
      this.#last[variable] = this.#value[variable]!
      this.#value[variable] = open
      for (const { tally, size } of this.#counting[literal]!) tally.used -= size
    }
    this.#trail.length = begin
    this.#begins.length = level
    this.#looked = begin
  }

  /** Draws every conclusion; a clause that is broken, where they contradict. */
  #propagate(): readonly Literal[] | undefined {
    while (this.#looked < this.#trail.length) {
      const literal = this.#trail[this.#looked++]!
      const broken = this.#visit(opposite(literal))
      if (broken) return broken
      for (const { tally } of this.#counting[literal]!) {
        if (tally.used + tally.widest <= tally.lowest) continue
        const conflict = this.#narrow(tally)
        if (conflict) return conflict
      }
    }
    return undefined
  }

  /** The clauses that watch a literal which no longer holds find another to watch, hold their last, or are broken. */
  #visit(lost: Literal): readonly Literal[] | undefined {
    const watchers = this.#watching[lost]!
    let kept = 0
    for (let i = 0; i < watchers.length; i++) {
      const clause = watchers[i]!
      if (clause[0] === lost) {
        clause[0] = clause[1]!
        clause[1] = lost
      }
      const first = clause[0]!
      if (this.#truth(first) !== 1) {
        let other = 2
        while (other < clause.length && this.#truth(clause[other]!) === 0) other++
        if (other < clause.length) {
          clause[1] = clause[other]!
          clause[other] = lost
          this.#watching[clause[1]!]!.push(clause)
          continue
        }
        if (this.#truth(first) === 0) {
          while (i < watchers.length) watchers[kept++] = watchers[i++]!
          watchers.length = kept
          return clause
        }
        this.#hold(first, clause)
      }
      watchers[kept++] = clause
    }
    watchers.length = kept
    return undefined
  }

  /** What a row leaves no room for is left; a bound that is passed lets go of its guard, or is broken. */
  #narrow(tally: Tally): readonly Literal[] | undefined {
    const { bounds, literals, sizes, widest } = tally
    let why: readonly Literal[] | undefined
    for (const { bound, guard } of bounds) {
      const room = bound - tally.used
      if (room >= widest) continue
      const guarded = guard === undefined ? 1 : this.#truth(guard)
      if (guarded === 0 || (guarded === open && room >= 0)) continue
      why ??= literals.filter((literal) => this.#truth(literal) === 1).map(opposite)
      if (guard !== undefined && guarded === open) {
        this.#hold(opposite(guard), [opposite(guard), ...why])
        continue
      }
      const because = guard === undefined ? why : [opposite(guard), ...why]
      if (room < 0) return because
      for (const [i, literal] of literals.entries())
        if (sizes[i]! > room && this.#truth(literal) === open)
          this.#hold(opposite(literal), [opposite(literal), ...because])
    }
    return undefined
  }

  /** Learns the clause of the first literal by which a conflict can be told, and goes back to where it says something. */
  #learn(conflict: readonly Literal[]): void {
    const level = conflict.reduce((most, literal) => Math.max(most, this.#level[literal >> 1]!), 0)
    if (level === 0) {
      this.#refuted = true
      return
    }
    this.#backTo(level)
    const seen = new Uint8Array(this.#variables)
    const others: Literal[] = []
    let pending = 0
    let at = this.#trail.length - 1
    let reason = conflict
    for (;;) {
      for (const literal of reason) {
        const variable = literal >> 1
        if (seen[variable] || this.#level[variable] === 0) continue
        seen[variable] = 1
        this.#raise(variable)
        if (this.#level[variable] === level) pending++
        else others.push(literal)
      }
      while (!seen[this.#trail[at]! >> 1]) at--
      if (--pending === 0) break
      reason = this.#reason[this.#trail[at]! >> 1]!
      at--
    }
    const asserted = opposite(this.#trail[at]!)
    // A literal whose reason lies within the clause says nothing more.
    const needed = others.filter((literal) => {
      const cause = this.#reason[literal >> 1]
      return !cause?.every((l) => seen[l >> 1] || this.#level[l >> 1] === 0)
    })
    needed.sort((a, b) => this.#level[b >> 1]! - this.#level[a >> 1]!)
    this.#backTo(needed.length === 0 ? 0 : this.#level[needed[0]! >> 1]!)
    const clause = [asserted, ...needed]
    if (clause.length > 1) {
      this.#watch(clause)
      this.#learned.push(clause)
    }
    this.#hold(asserted, clause.length > 1 ? clause : undefined)
    this.#step *= fading
  }

  /** Lets go of the longer half of what was learned. */
  #forget(): void {
    this.#learned.sort((a, b) => a.length - b.length)
    const forgotten = new Set(this.#learned.splice(this.#learned.length / 2).filter((c) => c.length > 3))
    for (const [literal, watchers] of this.#watching.entries())
      this.#watching[literal] = watchers.filter((clause) => !forgotten.has(clause))
    this.#room += roomGrowth
  }

  #raise(variable: number): void {
    this.#weight[variable]! += this.#step
    if (this.#weight[variable]! < 1e100) return
    for (let v = 0; v < this.#variables; v++) this.#weight[v]! *= 1e-100
    this.#step *= 1e-100
  }

  #heaviest(): number {
    let best = -1
    for (let v = 0; v < this.#variables; v++)
      if (this.#value[v] === open && (best < 0 || this.#weight[v]! > this.#weight[best]!)) best = v
    return best
  }
}
